"""A message's way to Rasa and back: order, cleaning, privacy, and everything that can be away."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp.test_utils import TestServer

from bot.kanaler.innstillinger import Innstillinger
from bot.kanaler.rasa import RasaKlient
from bot.kanaler.ruter import SAMTALER
from bot.kanaler.samtale import uten_kommando
from bot.svar.payload import Reply
from tests.kanaler.falske import Oppforsel, Verden, actions_app, verden
from tests.personvern.numre import ett

NUMMER = ett(maned=85)


@pytest.fixture
async def v() -> AsyncIterator[Verden]:
    async with verden() as v:
        yield v


@pytest.fixture
async def klient(v: Verden) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(v.front.make_url("/")) as okt:
        yield okt


async def spor(klient: aiohttp.ClientSession, tekst: str, samtale: str = "abc") -> tuple[int, dict[str, object]]:
    async with klient.post("/api/v1/messages", json={"conversation_id": samtale, "text": tekst}) as svar:
        return svar.status, await svar.json()


async def blir_frisk(klient: aiohttp.ClientSession) -> bool:
    """Whether the health check turns green within two seconds."""
    for _ in range(20):
        async with klient.get("/healthz") as svar:
            if svar.status == 200:
                return True
        await asyncio.sleep(0.1)
    return False


def melding(data: dict[str, object]) -> str:
    feil = data["error"]
    assert isinstance(feil, dict)
    return str(feil["message"])


def tekster(data: dict[str, object]) -> list[str]:
    svar = data["replies"]
    assert isinstance(svar, list)
    return [str(s["text"]) for s in svar]


@pytest.mark.parametrize(
    ("skrevet", "sendt"),
    [
        ("/restart", "restart"),
        ('/PlayMusic{"x":"1"}', 'PlayMusic{"x":"1"}'),
        ("  // / /hils", "hils"),
        ("\u200b/hils", "hils"),
        ("\u0000/hils", "hils"),
        ("\u00a0/\u3000/hils", "hils"),
        ("A1/A2 og/eller", "A1/A2 og/eller"),
        ("linje 1\n/linje 2", "linje 1\n/linje 2"),
        ("hei\u0007 \u202ehei", "hei hei"),
    ],
)
async def test_ingen_kan_kalle_en_hensikt(klient: aiohttp.ClientSession, v: Verden, skrevet: str, sendt: str) -> None:
    assert (await spor(klient, skrevet))[0] == 200
    assert v.rasa.mottatt == [("abc", sendt)]
    assert not uten_kommando(skrevet).strip().startswith("/")


async def test_personopplysninger_nar_aldri_rasa_og_brukeren_far_vite_det(
    klient: aiohttp.ClientSession, v: Verden
) -> None:
    status, data = await spor(klient, f"fnr {NUMMER}, tlf 41234567 og 42345678, A2")
    assert status == 200
    assert v.rasa.mottatt == [("abc", "fnr [fødselsnummer], tlf [telefonnummer] og [telefonnummer], A2")]
    om, svar = data["replies"]  # type: ignore[misc]
    assert om["payload"]["kind"] == "privacy"
    assert om["payload"]["redacted_text"] == v.rasa.mottatt[0][1]
    assert om["text"].startswith("Jeg tok bort et fødselsnummer og 2 telefonnumre fra meldingen")
    assert NUMMER not in str(data)
    Reply.model_validate_json(json.dumps(om))
    assert svar["text"].startswith("Du spurte")


async def test_personvernlinjen_folger_svarets_malform(klient: aiohttp.ClientSession, v: Verden) -> None:
    v.lager.faste["kva med [e-postadresse]"] = [{"text": "Ja.", "payload": {"kind": "rule", "language": "nn"}}]
    _, data = await spor(klient, "kva med a@b.no")
    assert tekster(data)[0].startswith("Eg tok bort ei e-postadresse frå meldinga")


async def test_meldinger_i_en_samtale_gar_i_rekkefolge(klient: aiohttp.ClientSession, v: Verden) -> None:
    v.rasa.forsinkelse = 0.01
    oppgaver = []
    for i in range(12):
        oppgaver.append(asyncio.create_task(spor(klient, f"nr {i}")))
        await asyncio.sleep(0.004)
    svar = await asyncio.gather(*oppgaver)
    assert [s for s, _ in svar] == [200] * 12
    assert [t for _, t in v.rasa.mottatt] == [f"nr {i}" for i in range(12)]
    assert [tekster(d) for _, d in svar] == [[f"Du spurte: nr {i}"] for i in range(12)]


async def test_samtaler_venter_ikke_pa_hverandre(klient: aiohttp.ClientSession, v: Verden) -> None:
    v.rasa.forsinkelse = 0.2
    start = time.perf_counter()
    svar = await asyncio.gather(*(spor(klient, "hei", f"s{i}") for i in range(8)))
    assert [s for s, _ in svar] == [200] * 8
    assert time.perf_counter() - start < 0.8


async def test_for_mange_i_ko_i_en_samtale() -> None:
    async with verden(maks_ventende=2) as v, aiohttp.ClientSession(v.front.make_url("/")) as klient:
        v.rasa.forsinkelse = 0.05
        status = [s for s, _ in await asyncio.gather(*(spor(klient, f"nr {i}") for i in range(6)))]
        assert sorted(status) == [200, 200, 200, 429, 429, 429]
        assert (await spor(klient, "etterpå"))[0] == 200


async def test_laser_slippes_nar_ingen_bruker_dem(klient: aiohttp.ClientSession, v: Verden) -> None:
    await asyncio.gather(*(spor(klient, "hei", f"s{i}") for i in range(20)))
    assert len(v.front.app[SAMTALER]._koer) == 0  # type: ignore[attr-defined]


async def test_flere_svar_i_rekkefolge(klient: aiohttp.ClientSession, v: Verden) -> None:
    v.lager.faste["to"] = [{"text": "en"}, {"text": "to"}]
    assert tekster((await spor(klient, "to"))[1]) == ["en", "to"]


@pytest.mark.parametrize(
    ("oppforsel", "fordi"),
    [
        ("tomt", "tjenesten som lager svarene, er nede"),
        ("uten_id", "tjenesten som lager svarene, er nede"),
        ("soppel", "uforståelig"),
        ("feil_form", "uforståelig"),
        ("feil", "uforståelig"),
        ("heng", "for lang tid"),
    ],
)
async def test_rasa_svarer_galt(klient: aiohttp.ClientSession, v: Verden, oppforsel: Oppforsel, fordi: str) -> None:
    v.rasa.oppforsel = oppforsel
    start = time.perf_counter()
    status, data = await spor(klient, "hei")
    assert time.perf_counter() - start < 2
    assert status == 503
    assert data["error"]["code"] == "unavailable"  # type: ignore[index]
    assert melding(data).startswith("Svaret kom ikke fram fordi ")
    assert fordi in melding(data)
    assert "er ikke mistet" in melding(data)
    async with klient.get("/healthz") as svar:
        assert svar.status == 503
        assert (await svar.json())["prosesser"]["rasa"]["status"] == "feil"
    v.rasa.oppforsel = "svar"
    assert await blir_frisk(klient), "recovers by itself, without a user's message"
    assert (await spor(klient, "hei"))[0] == 200


async def test_rasa_er_borte_og_kommer_tilbake(klient: aiohttp.ClientSession, v: Verden) -> None:
    assert (await spor(klient, "før"))[0] == 200
    port = v.rasa_server.port
    await v.rasa_server.close()
    status, data = await spor(klient, "mens")
    assert status == 503
    assert "samtaletjenesten ikke svarer" in melding(data)
    async with klient.get("/healthz") as svar:
        assert svar.status == 503
        assert (await svar.json())["prosesser"]["rasa"]["melding"] == "Rasa svarer ikke."
    ny = TestServer(v.rasa.app(), port=port)
    async with ny:
        assert (await spor(klient, "etter"))[0] == 200
        async with klient.get("/healthz") as svar:
            assert svar.status == 200


async def test_forbindelse_fra_for_omstart_gir_ingen_feil(klient: aiohttp.ClientSession, v: Verden) -> None:
    """A kept-alive connection that the restarted Rasa has closed must not cost the user an error."""
    port = v.rasa_server.port
    for i in range(3):
        assert (await spor(klient, f"før {i}"))[0] == 200
        await v.rasa_server.close()
        v.rasa_server = TestServer(v.rasa.app(), port=port)
        await v.rasa_server.start_server()
        assert (await spor(klient, f"etter {i}"))[0] == 200
    await v.rasa_server.close()


async def test_lukket_dor_gir_ett_nytt_forsok_pa_ny_forbindelse() -> None:
    """Rasa closes a kept-alive connection just as our next message goes out on it."""
    kropp = b'[{"custom":{"svar_id":"s"}}]'
    svar = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(kropp)
    forbindelser: list[int] = []

    async def tjen(leser: asyncio.StreamReader, skriver: asyncio.StreamWriter) -> None:
        forbindelser.append(0)
        while hode := await leser.readuntil(b"\r\n\r\n"):
            await leser.readexactly(int(hode.lower().split(b"content-length: ")[1].split(b"\r\n")[0]))
            forbindelser[-1] += 1
            if len(forbindelser) == 1 and forbindelser[0] == 2:
                break
            skriver.write(svar + kropp)
        skriver.close()

    server = await asyncio.start_server(tjen, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    rasa = RasaKlient(Innstillinger(rasa_url=f"http://127.0.0.1:{port}"))
    try:
        assert await rasa.send("a", "en") == ["s"]
        assert await rasa.send("a", "to") == ["s"]
        assert forbindelser == [2, 1]
    finally:
        await rasa.lukk()
        server.close()


async def test_databasen_er_borte(klient: aiohttp.ClientSession, v: Verden, caplog: pytest.LogCaptureFixture) -> None:
    v.lager.nede = True
    status, data = await spor(klient, "hei")
    assert status == 503
    assert "databasen ikke svarer" in melding(data)
    assert "passord" not in caplog.text + str(data)


async def test_helse_nar_alt_er_bra_og_etter_forste_svar_sendes_ingen_prove(
    klient: aiohttp.ClientSession, v: Verden
) -> None:
    async with klient.get("/healthz") as svar:
        assert svar.status == 200
        assert await svar.json() == {
            "status": "ok",
            "prosesser": {"front": {"status": "ok"}, "rasa": {"status": "ok"}, "actions": {"status": "ok"}},
        }
    assert len(v.rasa.mottatt) == 1, "one test message, because nothing had gone the whole way yet"
    assert v.lager.slettet == [v.rasa.mottatt[0][0]]
    for _ in range(3):
        await klient.get("/healthz")
    assert len(v.rasa.mottatt) == 1


async def test_helse_nar_handlingsserveren_er_borte(klient: aiohttp.ClientSession, v: Verden) -> None:
    port = v.actions_server.port
    await v.actions_server.close()
    async with klient.get("/healthz") as svar:
        assert svar.status == 503
        assert (await svar.json())["prosesser"]["actions"]["status"] == "feil"
    async with TestServer(actions_app(), port=port), klient.get("/healthz") as svar:
        assert svar.status == 200


async def test_helse_svarer_ogsa_nar_rasa_henger(klient: aiohttp.ClientSession, v: Verden) -> None:
    v.rasa.rot_henger = True
    v.rasa.oppforsel = "heng"
    start = time.perf_counter()
    async with klient.get("/healthz") as svar:
        assert svar.status == 503
    assert time.perf_counter() - start < 1
    v.rasa.rot_henger = False
    start = time.perf_counter()
    async with klient.get("/healthz") as svar:
        assert svar.status == 503, "the address answers, messages do not"
    assert time.perf_counter() - start < 1


async def test_flere_sporsmal_besvares_i_rekkefolge_med_opplysningene_forst(
    klient: aiohttp.ClientSession, v: Verden
) -> None:
    _, data = await spor(klient, f"Hun er 34, A2. Kan hun få KVP? Hva med Jobbsjansen? Fnr {NUMMER}.")
    assert [tekst for _, tekst in v.rasa.mottatt] == [
        "Hun er 34, A2.",
        "Kan hun få KVP?",
        "Hva med Jobbsjansen?",
    ]
    forst, en, to = tekster(data)
    assert forst.startswith("Jeg tok bort et fødselsnummer")
    assert en == "**1. Kan hun få KVP?**\n\nDu spurte: Kan hun få KVP?"
    assert to == "**2. Hva med Jobbsjansen?**\n\nDu spurte: Hva med Jobbsjansen?"


async def test_uten_svar_pa_ett_av_sporsmalene_kommer_ingen(klient: aiohttp.ClientSession, v: Verden) -> None:
    v.lager.faste["Hva er VTA?"] = []
    status, data = await spor(klient, "Hva er AFT? Hva er VTA?")
    assert status == 503
    assert "Du spurte" not in str(data)
