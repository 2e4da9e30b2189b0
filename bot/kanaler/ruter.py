"""The endpoints: read, ask, answer. Each is one entry in RUTER; the router and OpenAPI are made from it."""

from __future__ import annotations

import asyncio
import re
import uuid
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from aiohttp import web
from pydantic import BaseModel

from bot.kanaler.feil import ApiFeil, for_mange, json_svar
from bot.kanaler.grense import Bottelager
from bot.kanaler.helse import Helse
from bot.kanaler.inndata import les, ugyldig_samtale
from bot.kanaler.innstillinger import Innstillinger
from bot.kanaler.samtale import Samtalelager, Samtaler
from bot.kanaler.tilgang.innlogging import Innlogging
from bot.kanaler.tilgang.vakt import ADGANG, Niva, samtale_for
from bot.personvern import er_fodselsnummer
from bot.profil.lesing import ProfilFeil
from bot.regler.datoer import i_dag
from bot.svar.payload import (
    SAMTALE_MONSTER,
    AssessRequest,
    AssessResponse,
    ConversationRequest,
    ConversationResponse,
    FeedbackRequest,
    Health,
    MeasureDetail,
    MeasureList,
    MessageRequest,
    MessageResponse,
)

FILTRE = {
    "eier": "Den som eier tiltaket, for eksempel nav, kommune, fylkeskommune eller imdi.",
    "status": "Tiltakets status i katalogen: ordinaer, lokal, forsok eller historisk.",
    "kommune": "Bare tiltak som finnes i denne kommunen, i tillegg til de nasjonale.",
    "q": "Ord å søke etter i navn og synonymer.",
}
_MAKS_FILTER = 100


class Tjeneste(Protocol):
    """Rules and catalogue, as the API needs them. The methods block and are called in a thread."""

    def vurder_alle(self, profil: Mapping[str, object], as_of: date) -> dict[str, Any]:
        """An AssessResponse as JSON-ready data. Raises ProfilFeil for an unknown fact or value."""

    def tiltak_liste(
        self,
        *,
        eier: str | None = None,
        status: str | None = None,
        kommune: str | None = None,
        q: str | None = None,
    ) -> list[dict[str, Any]]:
        """MeasureSummary data of the measures that match all filters, by name."""

    def tiltak_detaljer(self, tiltak_id: str) -> dict[str, Any] | None:
        """MeasureDetail data of one measure, or None."""


INNSTILLINGER = web.AppKey("innstillinger", Innstillinger)
LAGER: web.AppKey[Samtalelager] = web.AppKey("lager")
TJENESTE: web.AppKey[Tjeneste] = web.AppKey("tjeneste")
SAMTALER = web.AppKey("samtaler", Samtaler)
HELSE = web.AppKey("helse", Helse)
INNLOGGING = web.AppKey("innlogging", Innlogging)
PER_ADRESSE = web.AppKey("per_adresse", Bottelager)
PER_SAMTALE = web.AppKey("per_samtale", Bottelager)

Behandler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_SAMTALE = re.compile(SAMTALE_MONSTER)


@dataclass(frozen=True, slots=True)
class Rute:
    """One endpoint: where it is, who answers, who may call it when sign-in is on, the models of request and answer, and
    its possible errors (besides those of the guard)."""

    metode: str
    sti: str
    behandler: Behandler
    oppsummering: str
    tilgang: Niva
    inn: type[BaseModel] | None = None
    ut: type[BaseModel] | None = None
    status: int = 200
    feil: tuple[int, ...] = ()
    sporring: tuple[str, ...] = ()


def adresse(request: web.Request) -> str:
    """The client's address for the rate limit; behind a proxy of ours, the one that proxy saw."""
    if request.app[INNSTILLINGER].bak_proxy:
        videresendt = request.headers.get("X-Forwarded-For", "")
        if videresendt:
            return videresendt.rsplit(",", 1)[-1].strip()[:64]
    return request.remote or "ukjent"


def begrens(botter: Bottelager, nokkel: str) -> None:
    """Take a token or raise ApiFeil 429."""
    vent = botter.ta(nokkel)
    if vent:
        raise for_mange(vent)


def sjekk_samtale(samtale_id: str) -> None:
    """Raise ApiFeil 400 for an id that is malformed or a person's number."""
    if not _SAMTALE.fullmatch(samtale_id) or er_fodselsnummer(samtale_id):
        raise ugyldig_samtale()


async def melding(request: web.Request) -> web.Response:
    """A message in, the replies out."""
    begrens(request.app[PER_ADRESSE], adresse(request))
    inn = await les(request, MessageRequest)
    sjekk_samtale(inn.conversation_id)
    samtale = samtale_for(request, inn.conversation_id)
    begrens(request.app[PER_SAMTALE], samtale.nokkel)
    svar = await request.app[SAMTALER].svar(samtale.nokkel, inn.text, inn.replaces)
    return json_svar({"conversation_id": samtale.id, "replies": svar})


async def apne_samtale(request: web.Request) -> web.Response:
    """A token for one of the user's own conversations; what another user calls the same is another conversation."""
    begrens(request.app[PER_ADRESSE], adresse(request))
    inn = await les(request, ConversationRequest)
    samtale_id = inn.conversation_id or uuid.uuid4().hex
    sjekk_samtale(samtale_id)
    token, sekunder = request.app[INNLOGGING].samtaletoken(request[ADGANG], samtale_id)
    return json_svar({"conversation_id": samtale_id, "token": token, "expires_in": sekunder})


async def slett_samtale(request: web.Request) -> web.Response:
    """Forget a conversation; the same answer whether there was one or not."""
    begrens(request.app[PER_ADRESSE], adresse(request))
    samtale_id = request.match_info["id"]
    sjekk_samtale(samtale_id)
    samtale = samtale_for(request, samtale_id)
    if samtale.id != samtale_id:
        raise ApiFeil(403, "wrong_conversation", "Tokenet gjelder en annen samtale. Ingenting er slettet.")
    await request.app[SAMTALER].slett(samtale.nokkel)
    return web.Response(status=204, headers={"Cache-Control": "no-store"})


async def tilbakemelding(request: web.Request) -> web.Response:
    """Store what an answer was worth, cleaned of personal data. Raises ApiFeil 404 for no such conversation."""
    begrens(request.app[PER_ADRESSE], adresse(request))
    inn = await les(request, FeedbackRequest)
    sjekk_samtale(inn.conversation_id)
    samtale = samtale_for(request, inn.conversation_id)
    begrens(request.app[PER_SAMTALE], samtale.nokkel)
    if not await request.app[SAMTALER].ta_vare_pa(inn.model_copy(update={"conversation_id": samtale.nokkel})):
        raise ApiFeil(404, "not_found", "Samtalen finnes ikke lenger, så tilbakemeldingen kan ikke lagres.")
    return web.Response(status=204, headers={"Cache-Control": "no-store"})


async def vurder(request: web.Request) -> web.Response:
    """A profile in, verdicts out."""
    begrens(request.app[PER_ADRESSE], adresse(request))
    inn = await les(request, AssessRequest)
    try:
        svar = await asyncio.to_thread(request.app[TJENESTE].vurder_alle, inn.profile, inn.as_of or i_dag())
    except ProfilFeil as feil:
        raise ApiFeil(400, "bad_profile", str(feil)) from feil
    return json_svar(svar)


async def tiltak_liste(request: web.Request) -> web.Response:
    """The measures, filtered."""
    begrens(request.app[PER_ADRESSE], adresse(request))
    filtre: dict[str, str] = {}
    for navn, verdi in request.query.items():
        if navn not in FILTRE:
            raise ApiFeil(400, "bad_filter", f"Ukjent søkefelt. Lovlig er {', '.join(FILTRE)}.")
        if len(verdi) > _MAKS_FILTER:
            raise ApiFeil(400, "bad_filter", f"«{navn}» kan ha høyst {_MAKS_FILTER} tegn.")
        if verdi.strip():
            filtre[navn] = verdi.strip().casefold() if navn in ("eier", "status") else verdi.strip()
    funnet = await asyncio.to_thread(lambda: request.app[TJENESTE].tiltak_liste(**filtre))
    return json_svar({"count": len(funnet), "measures": funnet})


async def ett_tiltak(request: web.Request) -> web.Response:
    """One measure."""
    begrens(request.app[PER_ADRESSE], adresse(request))
    funnet = await asyncio.to_thread(request.app[TJENESTE].tiltak_detaljer, request.match_info["id"])
    if funnet is None:
        raise ApiFeil(404, "not_found", "Fant ikke tiltaket. Se /api/v1/measures for alle.")
    return json_svar(funnet)


async def helse(request: web.Request) -> web.Response:
    """The state of all three processes."""
    tilstand = await request.app[HELSE].sjekk()
    return json_svar(tilstand.model_dump(exclude_none=True), status=200 if tilstand.status == "ok" else 503)


RUTER = (
    Rute(
        "POST",
        "/api/v1/messages",
        melding,
        "Send en melding og få svar",
        "samtale",
        inn=MessageRequest,
        ut=MessageResponse,
        feil=(400, 403, 405, 413, 429, 500, 503),
    ),
    Rute(
        "POST",
        "/api/v1/feedback",
        tilbakemelding,
        "Si hva et svar var verdt",
        "samtale",
        inn=FeedbackRequest,
        status=204,
        feil=(400, 403, 404, 405, 413, 429, 500),
    ),
    Rute(
        "POST",
        "/api/v1/assess",
        vurder,
        "Vurder alle tiltak for en profil, uten samtale",
        "innlogget",
        inn=AssessRequest,
        ut=AssessResponse,
        feil=(400, 403, 405, 413, 429, 500),
    ),
    Rute(
        "GET",
        "/api/v1/measures",
        tiltak_liste,
        "List tiltak",
        "innlogget",
        ut=MeasureList,
        feil=(400, 403, 405, 429, 500),
        sporring=tuple(FILTRE),
    ),
    Rute(
        "GET",
        "/api/v1/measures/{id}",
        ett_tiltak,
        "Hent ett tiltak",
        "innlogget",
        ut=MeasureDetail,
        feil=(403, 404, 405, 429, 500),
    ),
    Rute(
        "DELETE",
        "/api/v1/conversations/{id}",
        slett_samtale,
        "Slett en samtale og alt som er lagret om den",
        "samtale",
        status=204,
        feil=(400, 403, 405, 429, 500, 503),
    ),
    Rute(
        "GET",
        "/healthz",
        helse,
        "Tilstanden til de tre prosessene (503 når noe er galt)",
        "apen",
        ut=Health,
        feil=(405,),
    ),
)

INNLOGGINGSRUTER = (
    Rute(
        "POST",
        "/api/v1/conversations",
        apne_samtale,
        "Få et token for en av dine egne samtaler",
        "utstedelse",
        inn=ConversationRequest,
        ut=ConversationResponse,
        feil=(400, 403, 405, 413, 429, 500),
    ),
)
"""What exists only where sign-in is on."""
