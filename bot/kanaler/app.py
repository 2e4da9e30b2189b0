"""The aiohttp application: routes, page, errors, security headers, access log."""

from __future__ import annotations

import asyncio
import logging
import time
import traceback
from collections.abc import AsyncIterator
from datetime import timedelta

from aiohttp import web

from bot.kanaler.feil import ApiFeil, for_stor, fra_aiohttp, intern, json_svar
from bot.kanaler.grense import Bottelager
from bot.kanaler.helse import Helse
from bot.kanaler.innbygging import Innbygging
from bot.kanaler.innstillinger import Innstillinger
from bot.kanaler.openapi import beskrivelse
from bot.kanaler.rasa import RasaKlient
from bot.kanaler.ruter import (
    HELSE,
    INNLOGGING,
    INNLOGGINGSRUTER,
    INNSTILLINGER,
    LAGER,
    PER_ADRESSE,
    PER_SAMTALE,
    RUTER,
    SAMTALER,
    TJENESTE,
    Behandler,
    Tjeneste,
    adresse,
    begrens,
)
from bot.kanaler.samtale import Samtalelager, Samtaler
from bot.kanaler.side import KOMPONENT, Side
from bot.kanaler.teams.innstillinger import TEAMS_KROPP, TEAMS_STI, TeamsInnstillinger
from bot.kanaler.tilgang.innlogging import Innlogging
from bot.kanaler.tilgang.innstillinger import TilgangsInnstillinger
from bot.kanaler.tilgang.oidc import Utsteder
from bot.kanaler.tilgang.sider import NONCE
from bot.kanaler.tilgang.tokener import Nokkelring
from bot.kanaler.tilgang.vakt import Niva, Vakt
from bot.profil.samtale import MAKS_ANGRE
from bot.svar.payload import FeedbackRequest

INNBYGGING = web.AppKey("innbygging", Innbygging)
VAKT = web.AppKey("vakt", Vakt)
_tilgang = logging.getLogger("bot.kanaler.tilgang")
_logg = logging.getLogger(__name__)


def lag_app(
    innstillinger: Innstillinger,
    lager: Samtalelager,
    tjeneste: Tjeneste,
    teams: TeamsInnstillinger | None = None,
    tilgang: TilgangsInnstillinger | None = None,
) -> web.Application:
    """The front as an application that is ready to run; with Teams and with sign-in when those are set up.

    `lager` holds the conversations' answers, `tjeneste` the rules and the catalogue; until the application
    starts, both can be replaced through the application keys LAGER and TJENESTE."""
    storst = innstillinger.maks_kropp if teams is None else max(innstillinger.maks_kropp, TEAMS_KROPP)
    app = web.Application(client_max_size=storst, middlewares=[_logg_og_hoder, _feil])
    app[INNSTILLINGER] = innstillinger
    app[INNBYGGING] = Innbygging(innstillinger.innbygging)
    app[LAGER] = lager
    app[TJENESTE] = tjeneste
    app[PER_ADRESSE] = Bottelager(innstillinger.per_adresse)
    app[PER_SAMTALE] = Bottelager(innstillinger.per_samtale)
    app.cleanup_ctx.append(_samtaler)
    app.cleanup_ctx.append(_rydding)
    for rute in RUTER:
        app.router.add_route(rute.metode, rute.sti, rute.behandler)
    app.router.add_get("/api/v1/openapi.json", _openapi)
    if teams is not None:
        _koble_til_teams(app, teams)
    side = Side(innstillinger.web)
    app.router.add_get("/", side.forside)
    app.router.add_get("/web/{navn}", side.fil)
    app.router.add_get(f"/{KOMPONENT}", side.komponent)
    if tilgang is not None:
        _steng(app, tilgang)
    return app


_NIVAER: dict[tuple[str, str], Niva] = {
    **{(rute.metode, rute.sti): rute.tilgang for rute in (*RUTER, *INNLOGGINGSRUTER)},
    ("GET", "/api/v1/openapi.json"): "apen",
    # Microsoft's own token is checked there
    ("POST", TEAMS_STI): "apen",
    ("GET", "/"): "side",
    # code and style without secrets
    ("GET", "/web/{navn}"): "apen",
    ("GET", f"/{KOMPONENT}"): "apen",
}
"""Who may use what when sign-in is on. What is not here is closed; the pages of the sign-in bring their own."""


def _steng(app: web.Application, oppsett: TilgangsInnstillinger) -> None:
    """Put the guard before every endpoint and add the sign-in."""
    nivaer = dict(_NIVAER)
    ring = Nokkelring(oppsett.nokler)
    vakt = app[VAKT] = Vakt(oppsett, ring, nivaer, adresse)
    innlogging = app[INNLOGGING] = Innlogging(oppsett, ring, vakt, app[INNBYGGING])
    for rute in INNLOGGINGSRUTER:
        app.router.add_route(rute.metode, rute.sti, rute.behandler)
    for metode, sti, behandler, niva in innlogging.ruter():
        app.router.add_route(metode, sti, behandler)
        nivaer[metode, sti] = niva

    async def koble_til(_app: web.Application) -> AsyncIterator[None]:
        innlogging.utsteder = Utsteder(oppsett)
        yield
        await innlogging.utsteder.lukk()

    app.cleanup_ctx.append(koble_til)


def _koble_til_teams(app: web.Application, oppsett: TeamsInnstillinger) -> None:
    """Add the Teams endpoint. The SDK is loaded here, so that a front without Teams starts without it."""
    from bot.kanaler.teams.rute import Teamskanal

    async def svar(samtale_id: str, tekst: str, erstatter: int) -> list[dict[str, object]]:
        begrens(app[PER_SAMTALE], samtale_id)
        return await app[SAMTALER].svar(samtale_id, tekst, min(erstatter, MAKS_ANGRE))

    async def ta_vare_pa(inn: FeedbackRequest) -> bool:
        begrens(app[PER_SAMTALE], inn.conversation_id)
        return await app[SAMTALER].ta_vare_pa(inn)

    async def lukk(_app: web.Application) -> None:
        await kanal.agent.lukk()

    kanal = Teamskanal(oppsett, svar, ta_vare_pa)
    app.router.add_post(TEAMS_STI, kanal.ta_imot)
    app.on_shutdown.append(lukk)


async def _samtaler(app: web.Application) -> AsyncIterator[None]:
    innstillinger = app[INNSTILLINGER]
    rasa = RasaKlient(innstillinger)
    app[SAMTALER] = Samtaler(rasa, app[LAGER], innstillinger.maks_ventende)
    app[HELSE] = Helse(rasa, app[SAMTALER], innstillinger.helse_tidsgrense)
    yield
    await app[HELSE].lukk()
    await rasa.lukk()


async def _rydding(app: web.Application) -> AsyncIterator[None]:
    """Forget conversations nobody has touched for `oppbevaring_dager`, at start and then once a day."""
    alder = app[INNSTILLINGER].oppbevaring_dager

    async def rydd() -> None:
        while alder:
            try:
                await asyncio.to_thread(app[LAGER].rydd, timedelta(days=alder))
            except Exception as feil:
                _logg.error("gamle samtaler ble ikke slettet: %s", type(feil).__name__)
            await asyncio.sleep(86_400)

    oppgave = asyncio.create_task(rydd())
    yield
    oppgave.cancel()


async def _openapi(request: web.Request) -> web.Response:
    vakt = request.app.get(VAKT)
    if vakt is None:
        return json_svar(beskrivelse(RUTER))
    return json_svar(beskrivelse((*RUTER, *INNLOGGINGSRUTER), vakt.kjeks))


@web.middleware
async def _feil(request: web.Request, handler: Behandler) -> web.StreamResponse:
    """Every error as the API's JSON; the log gets the place in the code, never the text of the exception."""
    grense = TEAMS_KROPP if request.path == TEAMS_STI else request.app[INNSTILLINGER].maks_kropp
    try:
        lengde = request.content_length
        if lengde is None and request.can_read_body:
            lengde = len(await request.read())
        if lengde is not None and lengde > grense:
            raise for_stor()
        if request.path.startswith("/api/"):
            if (svar := request.app[INNBYGGING].forhandssporsmal(request)) is not None:
                return svar
            request.app[INNBYGGING].sjekk(request)
        if (vakt := request.app.get(VAKT)) is None:
            return await handler(request)
        vakt.slipp_inn(request)
        ferdig = await handler(request)
        vakt.forny(request, ferdig)
        return ferdig
    except ApiFeil as feil:
        return feil.svar()
    except web.HTTPException as feil:
        if feil.status < 400:
            return web.Response(status=feil.status, headers={"Location": feil.headers.get("Location", "/")})
        return fra_aiohttp(feil).svar()
    except Exception as feil:
        sted = "".join(traceback.format_tb(feil.__traceback__)[-4:])
        _logg.error("uventet feil %s i %s\n%s", type(feil).__name__, _mal(request), sted)
        return intern().svar()


@web.middleware
async def _logg_og_hoder(request: web.Request, handler: Behandler) -> web.StreamResponse:
    """Security headers on everything, and one log line without addresses, ids and texts."""
    start = time.perf_counter()
    svar = await handler(request)
    rammer = "'none'" if request.path.startswith("/logg-") else request.app[INNSTILLINGER].rammer
    nonce = svar.get(NONCE)
    skript = f"script-src 'nonce-{nonce}'; " if nonce else ""
    svar.headers["Content-Security-Policy"] = (
        f"default-src 'self'; {skript}img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
        f"frame-ancestors {rammer}; require-trusted-types-for 'script'; trusted-types lit-html dompurify"
    )
    svar.headers["X-Content-Type-Options"] = "nosniff"
    svar.headers["Referrer-Policy"] = "no-referrer"
    svar.headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
    svar.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
    if request.path.startswith("/api/"):
        request.app[INNBYGGING].hoder(request, svar)
    svar.headers.setdefault("Cache-Control", "no-cache")
    ms = (time.perf_counter() - start) * 1000
    _tilgang.info("%s %s %d %.1f ms", request.method[:10], _mal(request), svar.status, ms)
    return svar


def _mal(request: web.Request) -> str:
    """The route's pattern, so that no id and no search word ends in a log."""
    ressurs = request.match_info.route.resource
    return ressurs.canonical if ressurs is not None else "(ukjent adresse)"
