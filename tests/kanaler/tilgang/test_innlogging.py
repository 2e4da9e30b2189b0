"""Signing in through the provider on loopback, and every way it must not be possible."""

from __future__ import annotations

import functools
import json
import logging
import time
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import aiohttp
import pytest
from aiohttp import web

from bot.kanaler.innstillinger import Grense
from bot.kanaler.tilgang.innstillinger import TilgangsInnstillinger
from bot.kanaler.tilgang.tokener import Adgang, Nokkelring
from bot.kanaler.tilgang.vakt import Vakt
from tests.kanaler.fiendtlig import TEKSTER
from tests.kanaler.tilgang import utsteder as u
from tests.kanaler.tilgang.verden import FREMMED_SIDE, Nettleser, Stengt, stengt


@pytest.fixture
async def s() -> AsyncIterator[Stengt]:
    async with stengt() as s:
        yield s


@pytest.fixture
async def nett(s: Stengt) -> AsyncIterator[Nettleser]:
    async with Nettleser(s) as nett:
        yield nett


def hendelser(caplog: pytest.LogCaptureFixture) -> list[dict[str, str]]:
    return [json.loads(r.getMessage()) for r in caplog.records if r.name == "bot.kanaler.revisjon"]


async def til_utsteder(nett: Nettleser, til: str = "") -> str:
    """Start a sign-in; the address the browser is sent to."""
    async with nett.get(nett.s.url(f"/logg-inn{til}"), allow_redirects=False) as svar:
        assert svar.status == 302
        return svar.headers["Location"]


async def tilbake(nett: Nettleser, adresse: str) -> str:
    """The address the provider sends the browser back to."""
    async with nett.get(adresse, allow_redirects=False) as svar:
        return svar.headers["Location"]


async def innlogget(nett: Nettleser) -> bool:
    async with nett.get(nett.s.url("/api/v1/measures"), allow_redirects=False) as svar:
        return bool(svar.status == 200)


async def test_siden_sender_til_innlogging_og_tilbake(
    s: Stengt, nett: Nettleser, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="bot")
    async with nett.get(s.url("/")) as svar:
        assert svar.status == 200
        assert svar.url == s.url("/")
        assert "Logg ut" in await svar.text()
    spurt = s.utsteder.spurt[0]
    assert (spurt["response_type"], spurt["code_challenge_method"], spurt["client_id"]) == ("code", "S256", u.KLIENT)
    assert spurt["redirect_uri"] == f"{s.oppsett.nettsted}/logg-inn/retur"
    assert "openid" in spurt["scope"].split()
    assert min(len(spurt[n]) for n in ("state", "nonce", "code_challenge")) >= 43
    (kjeks,) = [k for k in nett.cookie_jar if k.key == "tiltakslosen-okt"]
    assert kjeks["httponly"]
    assert (kjeks["samesite"], kjeks["path"], kjeks["max-age"]) == ("Lax", "/", "3600")
    (hendelse,) = hendelser(caplog)
    assert set(hendelse) == {"hendelse", "bruker"}
    assert hendelse["hendelse"] == "innlogget"
    assert not any(x in caplog.text for x in ("Hemmelig Navn", "anne", spurt["state"], u.LEIETAKER))


async def test_kjeksen_er_sikker_bak_https() -> None:
    oppsett = TilgangsInnstillinger("https://u", "k", "h", "https://tiltakslosen.kommune.no", {"a": b"a" * 32})
    svar = web.Response()
    Vakt(oppsett, Nokkelring(oppsett.nokler), {}, str).sett_okt(svar, Adgang("b", "o", int(time.time())))
    ((navn, kjeks),) = svar.cookies.items()
    assert navn == "__Host-tiltakslosen"
    assert kjeks["secure"]
    assert kjeks["httponly"]
    assert not kjeks["domain"]


TOKENFEIL: dict[str, tuple[dict[str, Any], u.Bryter, str]] = {
    "annen nonce": ({"nonce": "en-annen"}, u.signer, "nonce"),
    "uten nonce": ({"nonce": None}, u.signer, "nonce"),
    "nonce er tall": ({"nonce": 1}, u.signer, "nonce"),
    "annen mottaker": ({"aud": "en-annen-app"}, u.signer, "mottaker"),
    "flere mottakere": ({"aud": [u.KLIENT, "en-annen-app"]}, u.signer, "mottaker"),
    "uten mottaker": ({"aud": None}, u.signer, "ugyldig_token"),
    "annen utsteder": ({"iss": "https://login.microsoftonline.com/annen/v2.0"}, u.signer, "utsteder"),
    "uten utsteder": ({"iss": None}, u.signer, "ugyldig_token"),
    "utløpt": ({"exp": int(time.time()) - 3600}, u.signer, "utlopt"),
    "uten utløp": ({"exp": None}, u.signer, "ugyldig_token"),
    "gjelder ikke ennå": ({"nbf": int(time.time()) + 3600}, u.signer, "ugyldig_token"),
    "uten bruker": ({"sub": None}, u.signer, "ugyldig_token"),
    "ukjent nøkkel": ({}, functools.partial(u.signer, kid="ukjent"), "nokkel"),
    "uten nøkkelnavn": ({}, functools.partial(u.signer, kid=None), "nokkel"),
    "fremmed nøkkel med rett navn": ({}, functools.partial(u.signer, nokkel=u.FREMMED), "signatur"),
    "alg none": ({}, u.uten_signatur, "algoritme"),
    "HS256 med offentlig nøkkel": ({}, u.med_offentlig_nokkel_som_hemmelighet, "algoritme"),
    "symmetrisk nøkkel fra lista": (
        {},
        functools.partial(u.signer, nokkel=u.FELLES, kid="felles", alg="HS256"),
        "algoritme",
    ),
    "søppel": ({}, lambda _krav: "ikke.et.token", "ugyldig_token"),
}


@pytest.mark.parametrize("navn", TOKENFEIL)
async def test_token_som_ikke_holder(s: Stengt, nett: Nettleser, navn: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="bot")
    s.utsteder.krav, s.utsteder.bryter, grunn = TOKENFEIL[navn]
    async with nett.get(s.url("/logg-inn")) as svar:
        assert svar.status == 400
        assert "Innloggingen gikk ikke" in await svar.text()
        assert "/logg-inn/retur" in str(svar.url)
    assert not await innlogget(nett)
    assert {"hendelse": "innlogging_avvist", "grunn": grunn} in hendelser(caplog)
    # the same front lets the right one in afterwards
    s.utsteder.krav, s.utsteder.bryter = {}, u.signer
    await nett.logg_inn("anne")
    assert await innlogget(nett)


async def test_mange_forfalskede_nokkelnavn_henter_ikke_nokler_hver_gang(s: Stengt, nett: Nettleser) -> None:
    s.utsteder.bryter = functools.partial(u.signer, kid="ukjent")
    for _ in range(3):
        async with nett.get(s.url("/logg-inn")) as svar:
            assert svar.status == 400
    assert s.utsteder.nokkelhentinger == 1


async def test_state_som_ikke_er_gitt_eller_brukt_for(s: Stengt, nett: Nettleser) -> None:
    retur = await tilbake(nett, await til_utsteder(nett))
    for feil in ("en-annen", "", "x" * 5000):
        state = parse_qs(urlsplit(retur).query)["state"][0]
        async with nett.get(retur.replace(state, feil), allow_redirects=False) as svar:
            assert svar.status == 400
    assert not await innlogget(nett)
    async with nett.get(retur, allow_redirects=False) as svar:
        assert svar.status == 302
    assert await innlogget(nett)
    # the whole return once more: the state is used up, here as well as the code there
    async with Nettleser(s) as ny:
        ny.cookie_jar.update_cookies({k.key: k.value for k in nett.cookie_jar if k.key == "innlogging"}, s.url("/"))
        async with ny.get(retur, allow_redirects=False) as svar:
            assert svar.status == 400
        assert not await innlogget(ny)


async def test_en_kode_brukt_to_ganger_med_ny_state(s: Stengt, nett: Nettleser) -> None:
    forste = await tilbake(nett, await til_utsteder(nett))
    async with nett.get(forste, allow_redirects=False) as svar:
        assert svar.status == 302
    async with Nettleser(s) as ny:
        andre = await tilbake(ny, await til_utsteder(ny))
        koder = [parse_qs(urlsplit(a).query)["code"][0] for a in (forste, andre)]
        async with ny.get(andre.replace(koder[1], koder[0]), allow_redirects=False) as svar:
            assert svar.status == 400
        assert not await innlogget(ny)


async def test_en_stjalet_kode_passer_ikke_uten_verifier(s: Stengt, nett: Nettleser) -> None:
    """The victim's code in the attacker's own sign-in: the verifier is another."""
    offerets = await tilbake(nett, await til_utsteder(nett))
    async with Nettleser(s) as angriper:
        egen = await tilbake(angriper, await til_utsteder(angriper))
        koder = [parse_qs(urlsplit(a).query)["code"][0] for a in (offerets, egen)]
        async with angriper.get(egen.replace(koder[1], koder[0]), allow_redirects=False) as svar:
            assert svar.status == 400
        assert not await innlogget(angriper)


async def test_utstederen_krever_verifier(s: Stengt, nett: Nettleser) -> None:
    """The stand-in itself: a code without its verifier gives nothing, so the tests above can fail."""
    retur = await tilbake(nett, await til_utsteder(nett))
    kode = parse_qs(urlsplit(retur).query)["code"][0]
    grunn = aiohttp.encode_basic_auth(quote(u.KLIENT, safe=""), quote(u.HEMMELIGHET, safe=""))
    kropp = {"grant_type": "authorization_code", "code": kode, "redirect_uri": f"{s.oppsett.nettsted}/logg-inn/retur"}
    async with nett.post(f"{s.utsteder.rot}/token", data=kropp, headers={"Authorization": grunn}) as svar:
        assert (svar.status, (await svar.json())["error"]) == (400, "invalid_grant")


async def test_en_annen_nettleser_kan_ikke_fullfore(s: Stengt, nett: Nettleser) -> None:
    """Sign-in forgery: the attacker's own return, opened by the victim, must not sign the victim in as the attacker."""
    retur = await tilbake(nett, await til_utsteder(nett))
    async with Nettleser(s) as offer:
        await til_utsteder(offer)
        async with offer.get(retur, allow_redirects=False) as svar:
            assert svar.status == 400
        assert not await innlogget(offer)


async def test_to_vinduer_kan_logge_inn_samtidig(s: Stengt, nett: Nettleser) -> None:
    forste, andre = await til_utsteder(nett), await til_utsteder(nett)
    for adresse in (forste, andre):
        async with nett.get(await tilbake(nett, adresse), allow_redirects=False) as svar:
            assert svar.status == 302


@pytest.mark.parametrize(
    "til",
    [
        "https://evil.test/",
        "//evil.test",
        "/\\evil.test",
        "/%0d%0aLocation:%20https://evil.test",
        "javascript:alert(1)",
        "/api/v1/measures",
        "/logg-inn/vindu?opphav=https://evil.test",
        "/logg-inn/vindu?opphav=" + FREMMED_SIDE + "&x=1",
        "http:evil.test",
        "",
    ],
)
async def test_ingen_sendes_videre_til_et_annet_sted(s: Stengt, nett: Nettleser, til: str) -> None:
    async with nett.get(s.url(f"/logg-inn?til={quote(til, safe='%')}"), allow_redirects=False) as svar:
        assert svar.status == 400
        assert "Location" not in svar.headers
        assert "evil" not in await svar.text()


async def test_avbrutt_hos_utstederen(s: Stengt, nett: Nettleser, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="bot")
    s.utsteder.nekter = True
    async with nett.get(s.url("/logg-inn"), headers={"Accept-Language": "nn-NO,nb;q=0.8"}) as svar:
        assert svar.status == 403
        tekst = await svar.text()
        assert "Du er ikkje logga inn" in tekst
        assert "hemmelig" not in tekst
    assert {"hendelse": "innlogging_avvist", "grunn": "utsteder_nektet"} in hendelser(caplog)


@pytest.mark.parametrize(
    "oppdagelse",
    [
        {"issuer": "https://en.annen"},
        {"issuer": None},
        {"token_endpoint": "http://evil.test/token"},
        {"authorization_endpoint": 1},
        {"jwks_uri": "ftp://127.0.0.1/keys"},
    ],
)
async def test_en_utsteder_som_ikke_er_den_den_skal_vaere(oppdagelse: dict[str, object]) -> None:
    async with stengt() as s, Nettleser(s) as nett:
        s.utsteder.oppdagelse = oppdagelse
        async with nett.get(s.url("/logg-inn"), allow_redirects=False) as svar:
            assert svar.status == 503
            assert svar.headers["Retry-After"] == "5"
            assert "Innloggingen virker ikke nå" in await svar.text()


async def test_feil_hemmelighet_er_var_feil_ikke_brukerens() -> None:
    async with stengt({"hemmelighet": "gal"}) as s, Nettleser(s) as nett, nett.get(s.url("/logg-inn")) as svar:
        assert svar.status == 503
        assert "gal" not in await svar.text()


async def test_utlogging_gjor_alle_token_ugyldige(s: Stengt, nett: Nettleser, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="bot")
    await nett.logg_inn("anne")
    token = await nett.token()
    (kjeks,) = [k.value for k in nett.cookie_jar if k.key == "tiltakslosen-okt"]
    async with nett.fra_siden("POST", "/logg-ut") as svar:
        assert svar.status == 200
        tekst = await svar.text()
        assert "Du er logget ut" in tekst
        assert f"{s.utsteder.rot}/logout?post_logout_redirect_uri=" in tekst
    assert not await innlogget(nett)
    async with nett.fra_siden("POST", "/api/v1/messages", {"conversation_id": "x", "text": "hei"}, token) as svar:
        assert svar.status == 401
        assert "Logg inn på nytt" in (await svar.json())["error"]["message"]
    # somebody who kept the cookie
    nett.cookie_jar.update_cookies({"tiltakslosen-okt": kjeks}, s.url("/"))
    assert not await innlogget(nett)
    assert [h["hendelse"] for h in hendelser(caplog)].count("utlogget") == 1
    # and whoever signs in again comes back to the same conversations
    await nett.logg_inn("anne")
    assert await innlogget(nett)


@pytest.mark.parametrize(
    "hoder",
    [
        {"Origin": "https://evil.test", "Sec-Fetch-Site": "cross-site"},
        {"Origin": FREMMED_SIDE, "Sec-Fetch-Site": "same-site"},
        {"Origin": FREMMED_SIDE},
        {"Origin": "null"},
        {},
        {"Sec-Fetch-Site": "none"},
    ],
)
async def test_en_fremmed_side_kan_ikke_bruke_okten(s: Stengt, nett: Nettleser, hoder: dict[str, str]) -> None:
    await nett.logg_inn("anne")
    for sti, kropp in (
        ("/logg-ut", None),
        ("/api/v1/conversations", {}),
        ("/api/v1/assess", {"profile": {}}),
    ):
        async with nett.post(s.url(sti), json=kropp, headers=hoder) as svar:
            assert svar.status in (400, 403), sti
    assert await innlogget(nett), "the session must have survived"


async def test_vinduet_gir_token_bare_til_et_nettsted_pa_lista(s: Stengt, nett: Nettleser) -> None:
    await nett.logg_inn("anne")
    async with nett.get(s.url(f"/logg-inn/vindu?opphav={FREMMED_SIDE}")) as svar:
        assert svar.status == 200
        tekst = await svar.text()
        csp = svar.headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in csp
        assert svar.headers["Cache-Control"] == "no-store"
        assert "Access-Control-Allow-Origin" not in svar.headers
    assert f'data-opphav="{FREMMED_SIDE}"' in tekst
    token = tekst.split('data-token="')[1].split('"')[0]
    hoder = {"Origin": FREMMED_SIDE, "Sec-Fetch-Site": "cross-site", "Authorization": f"Bearer {token}"}
    async with Nettleser(s) as vert:
        async with vert.post(s.url("/api/v1/conversations"), json={"conversation_id": "w"}, headers=hoder) as svar:
            assert svar.status == 200
            samtale = (await svar.json())["token"]
        hoder["Authorization"] = f"Bearer {samtale}"
        melding = {"conversation_id": "w", "text": "hei"}
        async with vert.post(s.url("/api/v1/messages"), json=melding, headers=hoder) as svar:
            assert svar.status == 200
            assert svar.headers["Access-Control-Allow-Origin"] == FREMMED_SIDE
        # stolen from that page, they are worth nothing anywhere else
        for brukt, sti in ((token, "/api/v1/conversations"), (samtale, "/api/v1/messages")):
            async with vert.fra_siden("POST", sti, melding, brukt) as svar:
                assert svar.status == 401
    for opphav in ("https://evil.test", "", "null", FREMMED_SIDE + ".evil.test", '"><script>'):
        async with nett.get(s.url(f"/logg-inn/vindu?opphav={quote(opphav)}")) as svar:
            assert svar.status == 403
            tekst = await svar.text()
            assert "data-token" not in tekst
            assert opphav == "" or opphav not in tekst


async def test_vinduet_logger_inn_forst(s: Stengt, nett: Nettleser) -> None:
    async with nett.get(s.url(f"/logg-inn/vindu?opphav={FREMMED_SIDE}")) as svar:
        assert svar.url.path == "/logg-inn/vindu"
        assert "data-token" in await svar.text()


async def test_forespurt_innlogging_er_begrenset_per_adresse() -> None:
    async with stengt({"per_innlogging": Grense(6, 3)}) as s, Nettleser(s) as nett:
        status = []
        for _ in range(4):
            async with nett.get(s.url("/logg-inn"), allow_redirects=False) as svar:
                status.append(svar.status)
                tekst = await svar.text()
        assert status == [302, 302, 302, 429]
        assert int(svar.headers["Retry-After"]) >= 9
        assert "Vent litt" in tekst


async def test_nonce_er_ny_hver_gang_og_star_pa_skriptene(s: Stengt, nett: Nettleser) -> None:
    await nett.logg_inn("anne")
    sett = set()
    for _ in range(2):
        async with nett.get(s.url("/")) as svar:
            csp, html = svar.headers["Content-Security-Policy"], await svar.text()
        nonce = csp.split("script-src 'nonce-")[1].split("'")[0]
        assert f"script-src 'nonce-{nonce}';" in csp
        assert html.count("<script ") == html.count(f'<script nonce="{nonce}" ') >= 2
        sett.add(nonce)
    assert len(sett) == 2


@pytest.mark.parametrize("navn", TEKSTER)
async def test_fiendtlig_tekst_pa_veien_inn(s: Stengt, nett: Nettleser, navn: str) -> None:
    """In every parameter and cookie of the sign-in: a page of ours without the text, and nobody is signed in."""
    tekst = quote(TEKSTER[navn][:150].encode("utf-8", "ignore"), safe="")
    for sti, ventet in (
        (f"/logg-inn?til={tekst}", {400}),
        (f"/logg-inn/retur?state={tekst}&code={tekst}", {400}),
        (f"/logg-inn/retur?error={tekst}&error_description={tekst}", {400}),
        (f"/logg-inn/vindu?opphav={tekst}", {403}),
        ("/logg-inn/retur", {400}),
    ):
        async with nett.get(s.url(sti), allow_redirects=False) as svar:
            assert svar.status in ventet
            assert svar.content_type == "text/html"
            assert not svar.cookies
            html = await svar.text()
        assert html.count("<script") == 0
        assert "alert(" not in html
    kjeks = "".join(c for c in TEKSTER[navn][:200] if c.isascii() and c.isalnum()) or "x"
    hoder = {"Cookie": f"tiltakslosen-okt={kjeks}; innlogging={kjeks}"}
    async with nett.get(s.url("/api/v1/measures"), headers=hoder) as svar:
        assert svar.status == 401
