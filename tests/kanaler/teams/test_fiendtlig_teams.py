"""The hostile inputs through Teams: as a message, as what a card sends, and as the names Teams gives us."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import AsyncIterator, Iterator
from typing import Any

import aiohttp
import pytest

from bot.kanaler.teams.innstillinger import TEAMS_KROPP
from bot.svar.payload import MAKS_TEGN
from tests.kanaler.falske import Verden, verden
from tests.kanaler.fiendtlig import TEKSTER
from tests.kanaler.teams.skyen import OPPSETT, Konnektor, aktivitet, koble_fra_nettet, konnektor, lever, token

KORTSTORRELSE = 28 * 1024


@pytest.fixture
async def sky(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[Konnektor, str]]:
    koble_fra_nettet(monkeypatch)
    async with konnektor() as par:
        yield par


@pytest.fixture
async def v(sky: tuple[Konnektor, str]) -> AsyncIterator[Verden]:
    async with verden(teams=OPPSETT, rasa_tidsgrense=2.0) as v:
        yield v


def adresser(verdi: object) -> Iterator[str]:
    """Every address a card can open or load."""
    if isinstance(verdi, dict):
        for navn, indre in verdi.items():
            if navn in ("url", "backgroundImage", "iconUrl") and isinstance(indre, str):
                yield indre
            yield from adresser(indre)
    elif isinstance(verdi, list):
        for indre in verdi:
            yield from adresser(indre)


def uskadelig(v: Verden, mottaker: Konnektor) -> None:
    """Nothing became a command, nothing was deleted, every card can be sent and opens only the web."""
    for samtale, tekst in v.rasa.mottatt:
        assert samtale.startswith("teams-")
        assert not tekst.startswith("/")
        assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs") for c in tekst if c not in "\n\t")
    assert v.lager.slettet == []
    for _, _, kropp in mottaker.kall:
        assert all(a.startswith(("https://", "http://")) for a in adresser(kropp))
        assert len(json.dumps(kropp.get("attachments", []), ensure_ascii=False).encode()) <= KORTSTORRELSE
        assert "Traceback" not in str(kropp)


async def _lever_tross_alt(v: Verden, url: str, kropp: dict[str, Any]) -> int:
    return (await lever(v.front, kropp, token(url)))[0]


@pytest.mark.parametrize("navn", TEKSTER)
async def test_som_melding(v: Verden, sky: tuple[Konnektor, str], navn: str) -> None:
    mottaker, url = sky
    # the stand-in repeats the message, so it is tried in the answer's card too
    v.lager.faste["svar med det"] = [{"text": TEKSTER[navn], "choices": [{"title": TEKSTER[navn][:60], "text": "x"}]}]
    assert await _lever_tross_alt(v, url, aktivitet(url, TEKSTER[navn])) == 202
    assert await _lever_tross_alt(v, url, aktivitet(url, "svar med det", id="aktivitet-2")) == 202
    assert len(mottaker.sendt()) >= 2, "both were answered, with a card or with a line"
    uskadelig(v, mottaker)


@pytest.mark.parametrize("navn", TEKSTER)
async def test_som_det_et_kort_sender(v: Verden, sky: tuple[Konnektor, str], navn: str) -> None:
    """The data of a button comes from the client: it can be anything."""
    mottaker, url = sky
    tekst = TEKSTER[navn]
    verdier: list[dict[str, Any]] = [
        {"tiltakslosen": tekst},
        {"tiltakslosen": "endre", "for_norskniva": "A2", "faktum_norskniva": tekst, f"faktum_{tekst[:50]}": "A1"},
        {"tiltakslosen": "flere", "fra": tekst},
        {"tiltakslosen": "tilbakemelding", "nytte": "down", "grunner": tekst, "kommentar": tekst},
        {"tiltakslosen": "tilbakemelding", "nytte": "down", "grunner": "", "kommentar": tekst},
    ]
    for nr, verdi in enumerate(verdier):
        status = await _lever_tross_alt(v, url, aktivitet(url, None, id=f"a-{nr}", value=verdi, replyToId=tekst[:80]))
        assert status == 202
    uskadelig(v, mottaker)
    assert len(v.lager.tilbakemeldinger) >= 1
    for _, innhold in v.lager.tilbakemeldinger:
        kommentar = str(innhold["comment"])
        assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs") for c in kommentar if c not in "\n\t")
        assert not kommentar.startswith("/")
    assert all(len(t) <= MAKS_TEGN for _, t in v.rasa.mottatt)


@pytest.mark.parametrize("navn", TEKSTER)
async def test_som_navn_pa_bruker_samtale_og_sprak(v: Verden, sky: tuple[Konnektor, str], navn: str) -> None:
    mottaker, url = sky
    tekst = TEKSTER[navn]
    kropp = aktivitet(url, "hei", locale=tekst)
    kropp["from"] = {"id": tekst, "name": tekst}
    assert await _lever_tross_alt(v, url, kropp) in (202, 400)
    kropp = aktivitet(url, "hei", id="aktivitet-2")
    kropp["conversation"]["id"] = tekst
    await _lever_tross_alt(v, url, kropp)
    uskadelig(v, mottaker)
    assert all(tekst not in samtale for samtale, _ in v.rasa.mottatt)
    async with aiohttp.ClientSession() as nett, nett.get(v.front.make_url("/healthz")) as svar:
        assert svar.status == 200, "the front lives on"


def _dyp(slag: str, dybde: int) -> bytes:
    apne, lukke = (b"[", b"]") if slag == "liste" else (b'{"a":', b"}")
    return apne * dybde + b"1" + lukke * dybde


@pytest.mark.parametrize("slag", ["liste", "objekt"])
@pytest.mark.parametrize("dybde", [20, 900, 5000, 20_000])
@pytest.mark.parametrize("felt", ["value", "channelData", "entities", "hele"])
async def test_dyp_json(v: Verden, sky: tuple[Konnektor, str], slag: str, dybde: int, felt: str) -> None:
    mottaker, url = sky
    dyp = _dyp(slag, dybde)
    if felt == "hele":
        kropp = dyp
    else:
        ramme = json.dumps(aktivitet(url, "hei", **{felt: "HER"})).encode()
        kropp = ramme.replace(b'"HER"', dyp)
    hoder = {"Authorization": f"Bearer {token(url)}", "Content-Type": "application/json"}
    async with (
        aiohttp.ClientSession() as nett,
        nett.post(v.front.make_url("/api/messages"), data=kropp, headers=hoder) as svar,
    ):
        tekst = await svar.text()
        assert svar.status in ((202, 400) if len(kropp) <= TEAMS_KROPP else (413,)), tekst
        assert svar.status == 202 or set(json.loads(tekst)) == {"error"}
    uskadelig(v, mottaker)
    assert await _lever_tross_alt(v, url, aktivitet(url, "hei", id="etterpå")) == 202
    assert v.rasa.mottatt[-1][1] == "hei", "the front lives on"
