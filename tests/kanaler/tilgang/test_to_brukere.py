"""Two users, two tokens, every endpoint: no crossing. A new endpoint fails here until somebody has decided who may use it."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
from aiohttp import web

from bot.kanaler.innstillinger import Grense
from bot.kanaler.teams.innstillinger import TEAMS_STI
from bot.kanaler.tilgang.tokener import Adgang, Nokkelring
from tests.kanaler.teams.skyen import OPPSETT
from tests.kanaler.tilgang.test_tokener import FORFALSKEDE
from tests.kanaler.tilgang.verden import FREMMED_SIDE, NOKLER, Nettleser, Stengt, stengt

# Everything that reads or steers a conversation: method, path, a body that names Anne's.
SAMTALE: dict[tuple[str, str], dict[str, object] | None] = {
    ("POST", "/api/v1/messages"): {"conversation_id": "annes", "text": "hva vet du om henne?"},
    ("POST", "/api/v1/feedback"): {"conversation_id": "annes", "rating": "down", "comment": "fra en annen"},
    ("DELETE", "/api/v1/conversations/{id}"): None,
}
UTSTEDELSE = {("POST", "/api/v1/conversations"): {"conversation_id": "annes"}}
# Needs a sign-in, but has no conversation in it.
INNLOGGET: dict[tuple[str, str], dict[str, object] | None] = {
    ("POST", "/api/v1/assess"): {"profile": {}},
    ("GET", "/api/v1/measures"): None,
    ("GET", "/api/v1/measures/{id}"): None,
}
# Open on purpose, each with the reason.
APNE = {
    ("GET", "/healthz"): "the state of three processes",
    ("GET", "/api/v1/openapi.json"): "a description",
    ("GET", "/web/{navn}"): "code and style",
    ("GET", "/tiltakslosen-chat.js"): "code",
    ("POST", TEAMS_STI): "has Microsoft's own token, tested in tests/kanaler/teams",
    ("GET", "/logg-inn"): "the way in",
    ("GET", "/logg-inn/retur"): "the way in",
    ("GET", "/logg-inn/vindu"): "looks at the cookie itself",
    ("POST", "/logg-ut"): "looks at the cookie itself",
}
SIDER = {("GET", "/")}


def sti(mal: str) -> str:
    return mal.replace("{id}", "annes").replace("{navn}", "side.css")


@pytest.fixture
async def s() -> AsyncIterator[Stengt]:
    async with stengt(teams=OPPSETT) as s:
        yield s


@pytest.fixture
async def anne(s: Stengt) -> AsyncIterator[Nettleser]:
    async with Nettleser(s) as nett:
        await nett.logg_inn("anne")
        yield nett


@pytest.fixture
async def bo(s: Stengt) -> AsyncIterator[Nettleser]:
    async with Nettleser(s) as nett:
        await nett.logg_inn("bo")
        yield nett


def rutene(s: Stengt) -> set[tuple[str, str]]:
    ruter: Any = s.v.front.app
    return {(r.method, r.resource.canonical) for r in ruter.router.routes() if r.method != "HEAD"}


def test_hver_rute_i_appen_er_avgjort(s: Stengt) -> None:
    assert rutene(s) == {*SAMTALE, *UTSTEDELSE, *INNLOGGET, *APNE, *SIDER}


async def test_en_ny_rute_uten_avgjorelse_er_stengt() -> None:
    async with stengt() as s, Nettleser(s) as nett:

        async def alle(_request: web.Request) -> web.Response:
            return web.Response(text="alles samtaler")

        # added behind the guard's back, as a forgetful change would
        s.v.front.app.router._frozen = False  # type: ignore[attr-defined]
        s.v.front.app.router.add_get("/api/v1/ny", alle)  # type: ignore[attr-defined]
        await nett.logg_inn("anne")
        async with nett.fra_siden("GET", "/api/v1/ny") as svar:
            assert svar.status == 403
            assert "alles" not in await svar.text()


def falske_bevis() -> list[str]:
    """Values of the Authorization header that must open nothing."""
    na = int(time.time())
    bo = Adgang("b" * 32, "o", na, samtale="annes")
    tokener = [
        Nokkelring(NOKLER, lambda: na - 3600).utsted("samtale", bo, 60),
        Nokkelring({"ny": b"x" * 32}).utsted("samtale", bo, 60),
        Nokkelring(NOKLER).utsted("okt", replace(bo, samtale=None), 60),
        # what a header can hold
        *(t for t in FORFALSKEDE.values() if t.isascii() and len(t) < 8000),
    ]
    return [*(f"Bearer {t}" for t in tokener), "Basic YW5uZTphbm5l", "Bearer", "Token abc"]


@pytest.mark.parametrize(("metode", "mal"), [*SAMTALE, *UTSTEDELSE, *INNLOGGET])
async def test_uten_bevis_eller_med_falskt_er_401(metode: str, mal: str) -> None:
    kropp = {**SAMTALE, **UTSTEDELSE, **INNLOGGET}[metode, mal]
    async with stengt({"per_innlogging": Grense(0, 1)}) as s, Nettleser(s) as nett:
        egne = {"Origin": s.oppsett.nettsted, "Sec-Fetch-Site": "same-origin"}
        for hoder in ({}, egne, *({**egne, "Authorization": bevis} for bevis in falske_bevis())):
            async with nett.request(metode, s.url(sti(mal)), json=kropp, headers=hoder) as svar:
                assert svar.status == 401, hoder
                assert (await svar.json())["error"]["code"] == "unauthorized"
                assert svar.headers["WWW-Authenticate"].startswith("Bearer")
        assert (s.v.rasa.mottatt, s.v.lager.slettet, s.v.lager.tilbakemeldinger) == ([], [], [])


@pytest.mark.parametrize(("metode", "mal"), SAMTALE)
async def test_okten_alene_styrer_ingen_samtale(s: Stengt, anne: Nettleser, metode: str, mal: str) -> None:
    """With sign-in on, a body's id counts for nothing: without the conversation's token there is no conversation."""
    async with anne.fra_siden(metode, sti(mal), SAMTALE[metode, mal]) as svar:
        assert svar.status == 401
    assert (s.v.rasa.mottatt, s.v.lager.slettet, s.v.lager.tilbakemeldinger) == ([], [], [])


async def test_to_brukere_krysser_aldri(s: Stengt, anne: Nettleser, bo: Nettleser) -> None:
    annes = await anne.token("annes")
    hemmelig = {"conversation_id": "annes", "text": "kvinne 34 år fra Homs"}
    async with anne.fra_siden("POST", "/api/v1/messages", hemmelig, annes) as svar:
        assert (svar.status, (await svar.json())["conversation_id"]) == (200, "annes")
    ((annes_nokkel, _),) = s.v.rasa.mottatt
    for bos in (await bo.token("bos"), await bo.token("annes")):
        for (metode, mal), kropp in {**SAMTALE, **UTSTEDELSE, **INNLOGGET}.items():
            async with bo.fra_siden(metode, sti(mal), kropp, bos) as svar:
                tekst = await svar.text()
                assert "Homs" not in tekst
                assert annes_nokkel not in tekst
    sett = [nokkel for nokkel, _ in s.v.rasa.mottatt[1:]]
    assert sett
    assert annes_nokkel not in sett
    # Bo may delete what he himself calls "annes"; Anne's is there still
    assert annes_nokkel not in s.v.lager.slettet
    assert annes_nokkel not in [nokkel for nokkel, _ in s.v.lager.tilbakemeldinger]
    for metode, mal in (*APNE, *SIDER):
        async with bo.fra_siden(metode, sti(mal)) as svar:
            tekst = await svar.text()
            assert "Homs" not in tekst
            assert annes_nokkel not in tekst


async def test_tokenet_bestemmer_samtalen_og_ikke_kroppen(s: Stengt, anne: Nettleser) -> None:
    forste, andre = await anne.token("forste"), await anne.token("andre")
    melding = {"conversation_id": "forste", "text": "hei"}
    for token, ventet in ((forste, "forste"), (andre, "andre")):
        async with anne.fra_siden("POST", "/api/v1/messages", melding, token) as svar:
            assert (await svar.json())["conversation_id"] == ventet
    nokler = [nokkel for nokkel, _ in s.v.rasa.mottatt]
    assert len(set(nokler)) == 2
    vurdering = {"conversation_id": "forste", "rating": "up"}
    async with anne.fra_siden("POST", "/api/v1/feedback", vurdering, andre) as svar:
        assert svar.status == 204
    assert [n for n, _ in s.v.lager.tilbakemeldinger] == [nokler[1]]
    async with anne.fra_siden("DELETE", "/api/v1/conversations/forste", None, andre) as svar:
        assert (svar.status, (await svar.json())["error"]["code"]) == (403, "wrong_conversation")
    assert s.v.lager.slettet == []
    async with anne.fra_siden("DELETE", "/api/v1/conversations/forste", None, forste) as svar:
        assert svar.status == 204
    assert s.v.lager.slettet == [nokler[0]]


async def test_samme_bruker_finner_igjen_samtalen_etter_ny_innlogging(s: Stengt, anne: Nettleser) -> None:
    async with Nettleser(s) as hjemme:
        await hjemme.logg_inn("anne")
        for nett in (anne, hjemme):
            token = await nett.token("annes")
            async with nett.fra_siden("POST", "/api/v1/messages", SAMTALE["POST", "/api/v1/messages"], token) as svar:
                assert svar.status == 200
    assert len({nokkel for nokkel, _ in s.v.rasa.mottatt}) == 1
    assert s.v.rasa.mottatt[0][0].startswith("web-")


async def test_en_ny_samtale_far_en_id_ingen_kan_gjette(s: Stengt, anne: Nettleser) -> None:
    ider = set()
    for _ in range(2):
        async with anne.fra_siden("POST", "/api/v1/conversations", {}) as svar:
            ider.add((await svar.json())["conversation_id"])
    assert len(ider) == 2
    assert all(len(i) == 32 for i in ider)
    for ugyldig in ("a b", "", "../x", 12):
        async with anne.fra_siden("POST", "/api/v1/conversations", {"conversation_id": ugyldig}) as svar:
            assert svar.status == 400


async def test_grensen_er_per_bruker_og_ikke_per_samtale() -> None:
    async with stengt({"per_bruker": Grense(60, 6)}) as s, Nettleser(s) as anne, Nettleser(s) as bo:
        await anne.logg_inn("anne")
        await bo.logg_inn("bo")
        status = []
        for n in range(6):
            async with anne.fra_siden("POST", "/api/v1/conversations", {"conversation_id": f"s{n}"}) as svar:
                status.append(svar.status)
                hoder, data = svar.headers, await svar.json()
        assert status[0] == 200
        assert status[-1] == 429
        assert hoder["Retry-After"] == "1"
        assert data["error"]["code"] == "rate_limited"
        async with bo.fra_siden("GET", "/api/v1/measures") as svar:
            assert svar.status == 200


async def test_avviste_forsok_er_begrenset_per_adresse() -> None:
    async with stengt({"per_innlogging": Grense(6, 3)}) as s, Nettleser(s) as nett:
        status = []
        for _ in range(5):
            async with nett.fra_siden("GET", "/api/v1/measures", None, "a.b.c") as svar:
                status.append(svar.status)
        assert status == [401, 401, 401, 429, 429]


async def test_for_stor_kropp_er_413_for_noen_spor_hvem_det_er(s: Stengt) -> None:
    async with Nettleser(s) as nett, nett.fra_siden("POST", "/api/v1/messages", {"text": "x" * 40_000}) as svar:
        assert svar.status == 413


async def test_okten_fornyes_i_bruk_men_ikke_for_alltid() -> None:
    async with stengt({"okt": 3600, "okt_maks": 36000}) as s, Nettleser(s) as nett:
        na = int(time.time())
        ring = Nokkelring(NOKLER)
        for inn, igjen, ventet in ((na - 60, 3500, False), (na - 3000, 600, True), (na - 35_500, 500, False)):
            kjeks = ring.utsted("okt", Adgang("b" * 32, "o", inn), igjen)
            nett.cookie_jar.update_cookies({"tiltakslosen-okt": kjeks}, s.url("/"))
            async with nett.fra_siden("POST", "/api/v1/conversations", {}) as svar:
                assert svar.status == 200
                assert ("tiltakslosen-okt" in svar.cookies) is ventet
        nett.cookie_jar.update_cookies(
            {"tiltakslosen-okt": ring.utsted("okt", Adgang("b" * 32, "o", na - 35_900), 90)}, s.url("/")
        )
        async with nett.fra_siden("POST", "/api/v1/conversations", {}) as svar:
            assert svar.cookies["tiltakslosen-okt"]["max-age"] in ("99", "100")


async def test_et_samtaletoken_apner_ikke_en_annen_samtale(s: Stengt, anne: Nettleser) -> None:
    """Somebody who got hold of one conversation's token has that one, for a quarter of an hour, and nothing more."""
    token = await anne.token("annes")
    async with Nettleser(s) as tyv:
        async with tyv.fra_siden("POST", "/api/v1/conversations", {"conversation_id": "en-annen"}, token) as svar:
            assert svar.status == 401
        async with tyv.fra_siden("GET", "/", None, token) as svar:
            assert (svar.status, svar.headers["Location"]) == (302, "/logg-inn")


async def test_openapi_sier_hvem_som_kan_hva(s: Stengt, anne: Nettleser) -> None:
    async with anne.fra_siden("GET", "/api/v1/openapi.json") as svar:
        dokument = await svar.json()
    krav = {
        (m.upper(), p): [n for k in op.get("security", []) for n in k]
        for p, metoder in dokument["paths"].items()
        for m, op in metoder.items()
    }
    assert {r for r, navn in krav.items() if navn == ["samtaletoken"]} == set(SAMTALE)
    assert {r for r, navn in krav.items() if navn == ["okt", "innbyggingstoken"]} == set(UTSTEDELSE)
    assert {r for r, navn in krav.items() if len(navn) == 3} == set(INNLOGGET)
    assert {r for r, navn in krav.items() if not navn} == {("GET", "/healthz")}
    assert dokument["components"]["securitySchemes"]["okt"]["name"] == "tiltakslosen-okt"
    for metode, p in (*SAMTALE, *UTSTEDELSE, *INNLOGGET):
        assert {"401", "403", "429"} <= set(dokument["paths"][p][metode.lower()]["responses"])


async def test_et_tillatt_nettsted_far_sporre_med_token(s: Stengt) -> None:
    async with Nettleser(s) as nett:
        hoder = {"Origin": FREMMED_SIDE, "Access-Control-Request-Method": "POST"}
        hoder["Access-Control-Request-Headers"] = "authorization,content-type"
        async with nett.request("OPTIONS", s.url("/api/v1/conversations"), headers=hoder) as svar:
            assert svar.status == 204
            assert "Authorization" in svar.headers["Access-Control-Allow-Headers"]
            assert "Access-Control-Allow-Credentials" not in svar.headers
        hoder["Origin"] = "https://evil.test"
        async with nett.request("OPTIONS", s.url("/api/v1/conversations"), headers=hoder) as svar:
            assert svar.status == 403
