"""The HTTP API: every error in its form, headers, OpenAPI, measures, assess."""

from __future__ import annotations

import json
import logging
from collections.abc import AsyncIterator

import aiohttp
import jsonschema
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from yarl import URL

from bot.kanaler.innstillinger import Grense
from bot.kanaler.ruter import RUTER
from tests.kanaler.falske import Verden, verden
from tests.personvern.numre import ett

MELDING = {"conversation_id": "abc", "text": "Hva er mentortilskudd?"}


@pytest.fixture
async def v() -> AsyncIterator[Verden]:
    async with verden() as v:
        yield v


@pytest.fixture
async def klient(v: Verden) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(v.front.make_url("/")) as okt:
        yield okt


def _med(**endringer: object) -> bytes:
    return json.dumps({**MELDING, **endringer}).encode()


UGYLDIGE = {
    "ikke json": (b"hei", "invalid_json"),
    "tom kropp": (b"", "invalid_json"),
    "ikke utf-8": (b'{"conversation_id":"a","text":"\xff"}', "invalid_json"),
    "enslig surrogat": (b'{"conversation_id":"a","text":"\\ud800"}', "invalid_json"),
    "dyp nøsting": (b"[" * 9000, "invalid_json"),
    "liste": (b"[]", "wrong_type"),
    "tekst": (b'"hei"', "wrong_type"),
    "null": (b"null", "wrong_type"),
    "mangler tekst": (b'{"conversation_id":"a"}', "missing_field"),
    "mangler samtale": (b'{"text":"a"}', "missing_field"),
    "tom tekst": (_med(text=""), "empty_text"),
    "bare mellomrom": (_med(text=" \n\t "), "empty_text"),
    "bare skråstreker": (_med(text=" / /// "), "empty_text"),
    "bare usynlige tegn": (_med(text="\u200b\u0000\u202e"), "empty_text"),
    "2001 tegn": (_med(text="å" * 2001), "text_too_long"),
    "tekst er tall": (_med(text=12), "wrong_type"),
    "tekst er null": (_med(text=None), "wrong_type"),
    "tekst er liste": (_med(text=["hei"]), "wrong_type"),
    "samtale er tall": (_med(conversation_id=12), "wrong_type"),
    "samtale er tom": (_med(conversation_id=""), "bad_conversation_id"),
    "samtale med mellomrom": (_med(conversation_id="a b"), "bad_conversation_id"),
    "samtale med skråstrek": (_med(conversation_id="../etc"), "bad_conversation_id"),
    "samtale for lang": (_med(conversation_id="a" * 129), "bad_conversation_id"),
    "samtale med linjeskift": (_med(conversation_id="abc\n"), "bad_conversation_id"),
    "samtale er et fødselsnummer": (_med(conversation_id=ett(maned=85)), "bad_conversation_id"),
}


@pytest.mark.parametrize(("kropp", "kode"), UGYLDIGE.values(), ids=UGYLDIGE.keys())
async def test_ugyldig_melding_er_400(klient: aiohttp.ClientSession, v: Verden, kropp: bytes, kode: str) -> None:
    async with klient.post("/api/v1/messages", data=kropp) as svar:
        data = await svar.json()
        assert (svar.status, data["error"]["code"]) == (400, kode)
        assert set(data) == {"error"}
        assert set(data["error"]) == {"code", "message"}
        assert data["error"]["message"].endswith(".")
    assert v.rasa.mottatt == []


async def test_2000_tegn_er_lov_ogsa_skrevet_med_unicode_koder(klient: aiohttp.ClientSession) -> None:
    tekst = "å" * 2000
    async with klient.post("/api/v1/messages", data=_med(text=tekst)) as svar:
        assert svar.status == 200
        assert (await svar.json())["replies"][0]["text"] == f"Du spurte: {tekst}"


async def test_svaret_har_den_avtalte_formen(klient: aiohttp.ClientSession) -> None:
    async with klient.post("/api/v1/messages", json={**MELDING, "ukjent": 1}) as svar:
        data = await svar.json()
    assert data["conversation_id"] == "abc"
    assert data["replies"] == [
        {
            "text": "Du spurte: Hva er mentortilskudd?",
            "choices": [],
            "payload": {
                "kind": "smalltalk",
                "language": "nb",
                "parts": {"lead": "Du spurte: Hva er mentortilskudd?", "body": ""},
            },
        }
    ]


async def test_for_stor_kropp_er_413_med_og_uten_oppgitt_lengde(klient: aiohttp.ClientSession) -> None:
    kropp = json.dumps({**MELDING, "fyll": "x" * 33_000}).encode()

    async def biter() -> AsyncIterator[bytes]:
        for i in range(0, len(kropp), 1000):
            yield kropp[i : i + 1000]

    for data in (kropp, biter()):
        async with klient.post("/api/v1/messages", data=data) as svar:
            assert svar.status == 413
            assert (await svar.json())["error"]["code"] == "too_large"


@pytest.mark.parametrize(
    ("metode", "sti", "status", "kode"),
    [
        ("GET", "/finnes-ikke", 404, "not_found"),
        ("GET", "/api/v1/measures/finnes-ikke", 404, "not_found"),
        ("GET", "/web/finnes-ikke.js", 404, "not_found"),
        ("GET", "/web/%2e%2e/kanaler/app.py", 404, "not_found"),
        ("GET", "/web/", 404, "not_found"),
        ("GET", "/api/v1/messages", 405, "method_not_allowed"),
        ("PUT", "/api/v1/assess", 405, "method_not_allowed"),
        ("POST", "/healthz", 405, "method_not_allowed"),
        ("GET", "/api/v1/conversations/abc", 405, "method_not_allowed"),
        ("DELETE", "/api/v1/conversations/a%20b", 400, "bad_conversation_id"),
        ("GET", "/api/v1/measures?ukjent=1", 400, "bad_filter"),
        ("GET", "/api/v1/measures?q=" + "x" * 101, 400, "bad_filter"),
    ],
)
async def test_andre_feil(klient: aiohttp.ClientSession, metode: str, sti: str, status: int, kode: str) -> None:
    async with klient.request(metode, URL(sti, encoded=True)) as svar:
        assert svar.status == status
        data = await svar.json()
        assert data["error"]["code"] == kode
        assert set(data["error"]) == {"code", "message"}
        if status == 405:
            assert svar.headers["Allow"]


async def test_uventet_feil_er_500_uten_innhold_ogsa_i_loggen(
    klient: aiohttp.ClientSession, v: Verden, caplog: pytest.LogCaptureFixture
) -> None:
    v.tjeneste.gar_i_stykker = True
    async with klient.post("/api/v1/assess", json={"profile": {}}) as svar:
        assert svar.status == 500
        assert "hemmelig" not in await svar.text()
    assert "RuntimeError" in caplog.text
    assert "hemmelig" not in caplog.text


@pytest.mark.parametrize(
    ("kropp", "kode", "nevner"),
    [
        ({}, "missing_field", "profile"),
        ({"profile": []}, "wrong_type", "profile"),
        ({"profile": {}, "as_of": "i går"}, "wrong_type", "ÅÅÅÅ-MM-DD"),
        ({"profile": {}, "as_of": "2026-02-30"}, "wrong_type", "ÅÅÅÅ-MM-DD"),
        ({"profile": {}, "as_of": 20260101}, "wrong_type", "ÅÅÅÅ-MM-DD"),
        ({"profile": {"norskniva": "D4"}}, "bad_profile", "under_A1, A1, A2, B1, B2, C1"),
        ({"profile": {"sprakniva": "A2"}}, "bad_profile", "norskniva"),
        ({"profile": {"programmaned": 0}}, "bad_profile", "programmaned"),
    ],
)
async def test_ugyldig_profil_sier_hva_som_er_lov(
    klient: aiohttp.ClientSession, kropp: object, kode: str, nevner: str
) -> None:
    async with klient.post("/api/v1/assess", json=kropp) as svar:
        data = await svar.json()
        assert (svar.status, data["error"]["code"]) == (400, kode)
        assert nevner in data["error"]["message"]


async def test_vurdering(klient: aiohttp.ClientSession, v: Verden) -> None:
    async with klient.post("/api/v1/assess", json={"profile": {"norskniva": "A2"}, "as_of": "2025-12-31"}) as svar:
        assert svar.status == 200
        assert (await svar.json())["as_of"] == "2025-12-31"
    async with klient.post("/api/v1/assess", json={"profile": {}}) as svar:
        assert (await svar.json())["as_of"] == str(v.tjeneste.as_of)


async def test_tiltak(klient: aiohttp.ClientSession, v: Verden) -> None:
    async with klient.get("/api/v1/measures", params={"eier": "Nav", "q": " trening ", "kommune": ""}) as svar:
        data = await svar.json()
        assert data["count"] == len(data["measures"]) == 1
    assert v.tjeneste.filtre == {"eier": "nav", "q": "trening"}
    async with klient.get("/api/v1/measures/arbeidstrening") as svar:
        assert (await svar.json())["id"] == "arbeidstrening"


async def test_sletting_glemmer_i_databasen(klient: aiohttp.ClientSession, v: Verden) -> None:
    for _ in range(2):
        async with klient.delete("/api/v1/conversations/abc") as svar:
            assert svar.status == 204
            assert await svar.read() == b""
    assert v.lager.slettet == ["abc", "abc"]


async def test_sletting_sier_fra_nar_ikke_alt_er_borte(klient: aiohttp.ClientSession, v: Verden) -> None:
    v.lager.nede = True
    async with klient.delete("/api/v1/conversations/abc") as svar:
        assert svar.status == 503
        assert "ikke slettet" in (await svar.json())["error"]["message"]
        assert "passord" not in await svar.text()


async def test_sletting_trenger_ikke_rasa(klient: aiohttp.ClientSession, v: Verden) -> None:
    """Rasa keeps nothing of a conversation, so what is stored can go while it is away."""
    await v.rasa_server.close()
    async with klient.delete("/api/v1/conversations/abc") as svar:
        assert svar.status == 204
    assert v.lager.slettet == ["abc"]


async def test_sikkerhetshoder_pa_alle_svar(klient: aiohttp.ClientSession) -> None:
    for sti in ("/", "/web/side.css", "/tiltakslosen-chat.js", "/api/v1/measures", "/finnes-ikke", "/healthz"):
        async with klient.get(sti) as svar:
            csp = svar.headers["Content-Security-Policy"]
            assert "default-src 'self'" in csp
            assert "frame-ancestors 'none'" in csp
            assert "unsafe" not in csp
            assert svar.headers["X-Content-Type-Options"] == "nosniff"
            # the component is code that others may load; nothing else may be read from another site
            assert svar.headers.get("Access-Control-Allow-Origin") == ("*" if sti.startswith("/tiltaks") else None)
    async with klient.get("/") as svar:
        assert svar.content_type == "text/html"
        assert 'lang="nb"' in await svar.text()


async def test_siden_sendes_ikke_pa_nytt_nar_den_er_uendret(klient: aiohttp.ClientSession) -> None:
    async with klient.get("/web/side.css") as svar:
        merke = svar.headers["ETag"]
    async with klient.get("/web/side.css", headers={"If-None-Match": merke}) as svar:
        assert svar.status == 304


async def test_loggen_har_ingen_tekster_og_ingen_samtale(
    klient: aiohttp.ClientSession, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="bot")
    await klient.post("/api/v1/messages", json={"conversation_id": "hemmelig-id", "text": "hemmelig-tekst"})
    await klient.get("/api/v1/measures", params={"q": "hemmelig-ord"})
    await klient.delete("/api/v1/conversations/hemmelig-id")
    await klient.get("/hemmelig-sti")
    linjer = [r.getMessage() for r in caplog.records if r.name == "bot.kanaler.tilgang"]
    assert [linje.split(" ")[0] for linje in linjer] == ["POST", "GET", "DELETE", "GET"]
    assert not any("hemmelig" in r.getMessage() for r in caplog.records)


async def test_grensen_per_samtale_gir_429_med_ventetid() -> None:
    async with verden(per_samtale=Grense(60, 2)) as v, aiohttp.ClientSession(v.front.make_url("/")) as klient:
        status = []
        for _ in range(3):
            async with klient.post("/api/v1/messages", json=MELDING) as svar:
                status.append(svar.status)
                data = await svar.json()
        assert status == [200, 200, 429]
        assert svar.headers["Retry-After"] == "1"
        assert data["error"]["code"] == "rate_limited"
        async with klient.post("/api/v1/messages", json={**MELDING, "conversation_id": "en-annen"}) as svar:
            assert svar.status == 200


async def test_grensen_per_adresse_gjelder_alle_samtaler_og_adressen_bak_proxy() -> None:
    async with (
        verden(per_adresse=Grense(6, 1), bak_proxy=True) as v,
        aiohttp.ClientSession(v.front.make_url("/")) as klient,
    ):
        for adresse, samtale, ventet in (
            ("10.0.0.1", "a", 200),
            ("10.0.0.1", "b", 429),
            ("10.0.0.2", "c", 200),
        ):
            hoder = {"X-Forwarded-For": f"1.2.3.{ventet % 7}, {adresse}"}
            kropp = {**MELDING, "conversation_id": samtale}
            async with klient.post("/api/v1/messages", json=kropp, headers=hoder) as svar:
                assert svar.status == ventet
        assert svar.headers.get("Retry-After") is None


async def _dokument(klient: aiohttp.ClientSession) -> dict[str, object]:
    async with klient.get("/api/v1/openapi.json") as svar:
        return await svar.json()  # type: ignore[no-any-return]


async def test_openapi_er_gyldig_og_har_alle_rutene(klient: aiohttp.ClientSession, v: Verden) -> None:
    dokument = await _dokument(klient)
    OpenAPIV31SpecValidator(dokument).validate()
    beskrevet = {(m.upper(), sti) for sti, metoder in dokument["paths"].items() for m in metoder}  # type: ignore[attr-defined]
    assert beskrevet == {(r.metode, r.sti) for r in RUTER}
    i_appen = {
        (rute.method, rute.resource.canonical)
        for rute in v.front.app.router.routes()  # type: ignore[attr-defined]
        if rute.method != "HEAD" and rute.resource is not None
    }
    assert i_appen - beskrevet == {
        ("GET", "/"),
        ("GET", "/web/{navn}"),
        ("GET", "/tiltakslosen-chat.js"),
        ("GET", "/api/v1/openapi.json"),
    }


async def test_svarene_stemmer_med_openapi(klient: aiohttp.ClientSession) -> None:
    dokument = await _dokument(klient)

    def sjekk(sti: str, metode: str, status: int, data: object) -> None:
        svar = dokument["paths"][sti][metode]["responses"][str(status)]  # type: ignore[index]
        skjema = {**svar["content"]["application/json"]["schema"], "components": dokument["components"]}
        jsonschema.Draft202012Validator(skjema).validate(data)

    async with klient.post("/api/v1/messages", json={**MELDING, "text": "ring 41234567"}) as svar:
        sjekk("/api/v1/messages", "post", 200, await svar.json())
    async with klient.post("/api/v1/messages", json={}) as svar:
        sjekk("/api/v1/messages", "post", 400, await svar.json())
    async with klient.post("/api/v1/assess", json={"profile": {}}) as svar:
        sjekk("/api/v1/assess", "post", 200, await svar.json())
    async with klient.get("/api/v1/measures") as svar:
        sjekk("/api/v1/measures", "get", 200, await svar.json())
    async with klient.get("/api/v1/measures/arbeidstrening") as svar:
        sjekk("/api/v1/measures/{id}", "get", 200, await svar.json())
    async with klient.get("/healthz") as svar:
        sjekk("/healthz", "get", 200, await svar.json())
    with pytest.raises(jsonschema.ValidationError):
        sjekk("/api/v1/messages", "post", 200, {"conversation_id": "a", "replies": [{"tekst": "x"}]})


# A message in the place of earlier ones


async def _erstatt(klient: aiohttp.ClientSession, **mer: object) -> int:
    async with klient.post("/api/v1/messages", json={**MELDING, **mer}) as svar:
        return svar.status


async def test_en_melding_kan_sta_i_stedet_for_de_siste(v: Verden, klient: aiohttp.ClientSession) -> None:
    assert await _erstatt(klient) == 200
    assert v.lager.endringer == []
    assert await _erstatt(klient, replaces=2) == 200
    assert v.lager.endringer == [("angre", "abc", 2)]


async def test_uten_svar_blir_det_som_ble_tatt_tilbake_staende(v: Verden, klient: aiohttp.ClientSession) -> None:
    v.rasa.oppforsel = "tomt"
    assert await _erstatt(klient, replaces=1) == 503
    assert v.lager.endringer == [("angre", "abc", 1), ("gjenopprett", "abc", {"for": "abc"})]


async def test_databasen_borte_mens_noe_tas_tilbake(v: Verden, klient: aiohttp.ClientSession) -> None:
    v.lager.nede = True
    assert await _erstatt(klient, replaces=1) == 503
    assert v.rasa.mottatt == []


@pytest.mark.parametrize("antall", [-1, 9, "1", True, 1.5, None])
async def test_et_ugyldig_antall_er_400(v: Verden, klient: aiohttp.ClientSession, antall: object) -> None:
    assert await _erstatt(klient, replaces=antall) == 400
    assert v.rasa.mottatt == []


async def test_flere_sporsmal_i_en_melding_tas_tilbake_sammen(v: Verden, klient: aiohttp.ClientSession) -> None:
    tekst = "Hun er på A2. Hva er AFT? Hvem betaler for mentortilskudd?"
    assert await _erstatt(klient, text=tekst) == 200
    assert v.lager.endringer == [("som_en", "abc", len(v.rasa.mottatt))]
    assert len(v.rasa.mottatt) == 3
