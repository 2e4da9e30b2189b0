"""The main job in Teams: activities in, cards out, through the real assistant. Only Microsoft's cloud is a stand-in.

`KORT=<folder>` keeps the cards of the opening conversation there; docs/bilder/tegn_kort.py draws them.
"""

from __future__ import annotations

import json
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestServer

from bot.kanaler.app import lag_app
from bot.kanaler.endringer import endringer
from bot.kanaler.innstillinger import Innstillinger
from bot.katalog.motor import lag_motor
from bot.profil.lager import Samtalelager
from tests.e2e.stabel import Stabel
from tests.kanaler.falske import FalskTjeneste
from tests.kanaler.teams.skyen import OPPSETT, Konnektor, aktivitet, koble_fra_nettet, konnektor, lever, token


class Teamssamtale:
    """One user's private chat."""

    def __init__(self, front: TestServer, mottaker: Konnektor, url: str) -> None:
        self._front, self._mottaker, self._url = front, mottaker, url
        self._nr = 0

    async def send(self, tekst: str | None = None, **mer: Any) -> list[dict[str, Any]]:
        """The cards that came of a message or a button."""
        self._nr += 1
        self._mottaker.kall.clear()
        kropp = aktivitet(self._url, tekst, id=f"a{self._nr}", **mer)
        status, svar = await lever(self._front, kropp, token(self._url))
        assert status == 202, svar
        assert self._mottaker.tekster() == []
        return self._mottaker.kort()


@pytest.fixture
def ny_chat(stabel: Stabel, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Any]:
    koble_fra_nettet(monkeypatch)
    innstillinger = Innstillinger(
        rasa_url=f"http://127.0.0.1:{stabel.porter.rasa}", actions_url=f"http://127.0.0.1:{stabel.porter.actions}"
    )
    lager = Samtalelager(lag_motor(f"sqlite:///{stabel.mappe / 'e2e.db'}"))

    @asynccontextmanager
    async def apne() -> AsyncIterator[Teamssamtale]:
        app = lag_app(innstillinger, lager, FalskTjeneste(), OPPSETT)
        async with konnektor() as (mottaker, url), TestServer(app) as front:
            chat = Teamssamtale(front, mottaker, url)
            await chat.send("glem alt")
            yield chat

    return apne


def _tekst(kortene: list[dict[str, Any]]) -> str:
    """All that can be read on the cards, opened or not."""
    ut: list[str] = []

    def ga(noe: object) -> None:
        if isinstance(noe, dict):
            ut.extend(str(noe[n]) for n in ("text", "title", "label") if n in noe)
            for verdi in noe.values():
                ga(verdi)
        elif isinstance(noe, list):
            for verdi in noe:
                ga(verdi)

    ga(kortene)
    return "\n".join(ut)


def _skjema(kortene: list[dict[str, Any]]) -> dict[str, Any]:
    [form] = [a for k in kortene for a in k.get("actions", []) if a["title"] == "Endre opplysningene"]
    return form["card"]


async def test_the_opening_conversation(ny_chat: Callable[[], Any]) -> None:
    ventet = [
        ("Hvilke Nav-tiltak passer for en deltaker på A2 i måned 4?", ["§ 14 a", "videregående", "? Kan passe", "Proba 2026-09"]),
        ("Hun har fullført videregående", ["§ 14 a", "utdanning: videregående"]),
        ("og hvis hun er ferdig med intro?", ["ferdig med intro"]),
        ("hvorfor ikke KVP?", ["Kvalifiseringsprogrammet", "sosialtjenesteloven"]),
        ("hva om hun bare hadde A1?", ["A2", "A1"]),
        ("lts vs mentor", ["Midlertidig lønnstilskudd", "Mentortilskudd", "tiltaksforskriften § 9"]),
        ("Kan en mann på 36 være med i Jobbsjansen?", ["Jobbsjansen"]),
        ("kva tiltak finst for ein på A1 i månad 2", ["Eg reknar med", "månad 2"]),
    ]  # fmt: skip
    async with ny_chat() as chat:
        for nr, (sporsmal, ord_) in enumerate(ventet):
            kortene = await chat.send(sporsmal)
            for del_ in ord_:
                assert del_ in _tekst(kortene), sporsmal
            if mappe := os.environ.get("KORT"):
                (Path(mappe) / f"teams-{nr + 1}.json").write_text(json.dumps(kortene))


async def test_a_fact_is_changed_and_taken_away_on_the_card(ny_chat: Callable[[], Any]) -> None:
    async with ny_chat() as chat:
        kortene = await chat.send("Hvilke tiltak passer for en på A2 i måned 4, 34 år, grunnskole, mål om arbeid?")
        data = _skjema(kortene)["actions"][0]["data"]
        felter = {f["id"] for f in _skjema(kortene)["body"]}
        assert felter == {f"faktum_{n}" for n in ("norskniva", "programmaned", "alder", "utdanning", "sluttmal")}
        nytt = {**data, "faktum_norskniva": "A1", "faktum_programmaned": 8, "faktum_alder": "__fjern__"}
        kortene = await chat.send(value=nytt, replyToId="kort-1")
        assert "PUT" in [metode for metode, _, _ in chat._mottaker.kall]
        verdier = {f["id"]: f["value"] for f in _skjema(kortene)["body"]}
        assert verdier == {
            "faktum_norskniva": "A1", "faktum_programmaned": 8, "faktum_utdanning": "grunnskole", "faktum_sluttmal": "arbeid",
        }  # fmt: skip


@pytest.mark.parametrize(
    "navn", ["norskniva", "utdanning", "sluttmal", "oppholdsgrunnlag", "innsatsgruppe", "kjonn", "ytelse"]
)
async def test_every_value_of_the_form_is_understood(ny_chat: Callable[[], Any], navn: str) -> None:
    async with ny_chat() as chat:
        kortene = await chat.send("Hvilke tiltak passer for en på B1 i måned 4?")
        for verdi in endringer()[navn].valg:
            if navn == "norskniva" and verdi == "B1":
                continue
            data = {"tiltakslosen": "endre", f"for_{navn}": "?", f"faktum_{navn}": verdi}
            kortene = await chat.send(value=data, replyToId="kort-1")
            verdier = {f["id"]: f["value"] for f in _skjema(kortene)["body"]}
            assert verdier.get(f"faktum_{navn}") == verdi
        kortene = await chat.send(value={"tiltakslosen": "endre", f"for_{navn}": "?", f"faktum_{navn}": "__fjern__"})
        assert f"faktum_{navn}" not in str(kortene)
