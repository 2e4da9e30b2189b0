"""Which sites' pages may use the API, and that one person's conversation is closed to another."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.kanaler.innbygging import er_opphav
from bot.kanaler.innstillinger import Innstillinger, InnstillingsFeil
from tests.kanaler.falske import Verden, verden
from tests.personvern.numre import ett

TILLATT = "https://intranett.kommune.no"
LIGNER = (
    "https://intranett.kommune.no.evil.test",
    "https://evil.test/https://intranett.kommune.no",
    "https://sub.intranett.kommune.no",
    "http://intranett.kommune.no",
    "https://intranett.kommune.no:8443",
    "https://INTRANETT.kommune.no",
    "null",
    "",
)
MELDING = {"conversation_id": "abc", "text": "hei"}


@pytest.fixture
async def v() -> AsyncIterator[Verden]:
    async with verden(innbygging=(TILLATT,)) as v:
        yield v


@pytest.fixture
async def nett(v: Verden) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(v.front.make_url("/")) as okt:
        yield okt


async def test_et_nettsted_pa_lista_far_svar_det_kan_lese(nett: aiohttp.ClientSession) -> None:
    hoder = {"Origin": TILLATT, "Sec-Fetch-Site": "cross-site"}
    for metode in ("POST", "DELETE"):
        spor = {**hoder, "Access-Control-Request-Method": metode, "Access-Control-Request-Headers": "content-type"}
        sti = "/api/v1/messages" if metode == "POST" else "/api/v1/conversations/abc"
        async with nett.options(sti, headers=spor) as svar:
            assert svar.status == 204
            assert svar.headers["Access-Control-Allow-Origin"] == TILLATT
            assert metode in svar.headers["Access-Control-Allow-Methods"]
    async with nett.post("/api/v1/messages", json=MELDING, headers=hoder) as svar:
        assert svar.status == 200
        assert svar.headers["Access-Control-Allow-Origin"] == TILLATT
        assert "Origin" in svar.headers["Vary"]
        assert "Access-Control-Allow-Credentials" not in svar.headers


@pytest.mark.parametrize("opphav", LIGNER)
async def test_et_nettsted_som_bare_ligner_slipper_ikke_til(
    v: Verden, nett: aiohttp.ClientSession, opphav: str
) -> None:
    for hoder in ({"Origin": opphav, "Sec-Fetch-Site": "cross-site"}, {"Origin": opphav}):
        for metode, sti, kropp in (
            ("POST", "/api/v1/messages", MELDING),
            ("POST", "/api/v1/feedback", {"conversation_id": "abc", "rating": "up"}),
            ("POST", "/api/v1/assess", {"profile": {}}),
            ("DELETE", "/api/v1/conversations/abc", None),
            ("GET", "/api/v1/measures", None),
        ):
            async with nett.request(metode, sti, json=kropp, headers=hoder) as svar:
                assert svar.status == 403
                assert (await svar.json())["error"]["code"] == "origin_not_allowed"
                assert "Access-Control-Allow-Origin" not in svar.headers
        spor = {**hoder, "Access-Control-Request-Method": "POST"}
        async with nett.options("/api/v1/messages", headers=spor) as svar:
            assert svar.status == 403
    assert v.rasa.mottatt == []
    assert v.lager.slettet == []


async def test_vare_egne_sider_og_programmer_slipper_til(v: Verden, nett: aiohttp.ClientSession) -> None:
    egen = f"http://{v.front.host}:{v.front.port}"
    for hoder in ({}, {"Origin": egen}, {"Origin": egen, "Sec-Fetch-Site": "same-origin"}):
        async with nett.post("/api/v1/messages", json=MELDING, headers=hoder) as svar:
            assert svar.status == 200
    # behind a proxy the host differs; the browser still tells that it is the same site
    proxy = {"Origin": "https://tiltakslosen.no", "Sec-Fetch-Site": "same-origin"}
    async with nett.post("/api/v1/messages", json=MELDING, headers=proxy) as svar:
        assert svar.status == 200


@pytest.mark.parametrize("verdi", ["https://a.no", "https://a.no:8443", "http://localhost:3000", "http://127.0.0.1"])
def test_opphav_som_kan_sta_pa_lista(verdi: str) -> None:
    assert er_opphav(verdi)
    assert Innstillinger.fra_miljo({"TILTAKSLOSEN_INNBYGGING": f" {verdi}  https://b.no "}).innbygging == (
        verdi,
        "https://b.no",
    )


@pytest.mark.parametrize(
    "verdi",
    [
        "*",
        "https://*.no",
        "http://a.no",
        "https://a.no/",
        "https://a.no/sti",
        "a.no",
        "https://b@a.no",
        "https://a.no:x",
        "https://",
        "null",
    ],
)
def test_opphav_som_ikke_kan_sta_pa_lista(verdi: str) -> None:
    assert not er_opphav(verdi)
    with pytest.raises(InnstillingsFeil, match="TILTAKSLOSEN_INNBYGGING"):
        Innstillinger.fra_miljo({"TILTAKSLOSEN_INNBYGGING": verdi})


async def test_to_brukere_blandes_aldri(v: Verden, nett: aiohttp.ClientSession) -> None:
    """Every endpoint with the other's id close at hand: what one does is told of and stored for that one only."""
    for hvem in ("anne-1", "anne-10"):
        async with nett.post("/api/v1/messages", json={"conversation_id": hvem, "text": f"jeg er {hvem}"}) as svar:
            data = await svar.json()
            assert data["conversation_id"] == hvem
            assert data["replies"][0]["text"] == f"Du spurte: jeg er {hvem}"
    async with nett.post("/api/v1/feedback", json={"conversation_id": "anne-1", "rating": "up"}) as svar:
        assert svar.status == 204
    assert [s for s, _ in v.lager.tilbakemeldinger] == ["anne-1"]
    async with nett.delete("/api/v1/conversations/anne-1") as svar:
        assert svar.status == 204
        assert await svar.read() == b""
    assert v.lager.slettet == ["anne-1"]
    # no endpoint lists conversations or answers with one that was not asked about
    for sti in ("/api/v1/conversations", "/api/v1/conversations/anne-10", "/api/v1/messages", "/api/v1/feedback"):
        async with nett.get(sti) as svar:
            assert svar.status in (404, 405)
            assert "anne-10" not in await svar.text()


async def test_tilbakemelding_vaskes_og_ukjent_samtale_er_404(v: Verden, nett: aiohttp.ClientSession) -> None:
    async with nett.post("/api/v1/messages", json=MELDING) as svar:
        assert svar.status == 200
    nummer = ett(maned=85)
    kropp = {"conversation_id": "abc", "rating": "down", "reasons": ["wrong", "wrong", "other"]}
    tekster = {"comment": f"om {nummer}", "question": f"hva med {nummer}?", "answer": f"svar til {nummer}"}
    async with nett.post("/api/v1/feedback", json={**kropp, **tekster}) as svar:
        assert svar.status == 204
    innhold = v.lager.tilbakemeldinger[0][1]
    assert innhold["reasons"] == ["other", "wrong"]
    assert nummer not in str(innhold)
    async with nett.post("/api/v1/feedback", json={**kropp, "conversation_id": "finnes-ikke"}) as svar:
        assert svar.status == 404


@pytest.mark.parametrize(
    "endring",
    [
        {"rating": "maybe"},
        {"reasons": ["hat"]},
        {"comment": "x" * 1001},
        {"answer": "x" * 4001},
        {"rating": None},
        {"reasons": "wrong"},
    ],
)
async def test_ugyldig_tilbakemelding_er_400(
    v: Verden, nett: aiohttp.ClientSession, endring: dict[str, object]
) -> None:
    kropp = {"conversation_id": "abc", "rating": "up", **endring}
    async with nett.post("/api/v1/feedback", json=kropp) as svar:
        assert svar.status == 400
    assert v.lager.tilbakemeldinger == []
