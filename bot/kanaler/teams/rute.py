"""`POST /api/messages`: who may deliver, and the way from there to the agent and back."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

import jwt
from aiohttp import web
from microsoft_agents.activity import Activity
from microsoft_agents.authentication.msal import MsalAuth
from microsoft_agents.hosting.aiohttp import CloudAdapter
from microsoft_agents.hosting.core import TurnContext
from microsoft_agents.hosting.core.authorization import (
    AgentAuthConfiguration,
    ConnectionManager,
    JwtTokenValidator,
)
from microsoft_agents.hosting.core.security import OutboundHostValidator

from bot.kanaler.feil import ApiFeil
from bot.kanaler.teams.agent import Mottaker, Svarer, Teamsagent, pa_feil
from bot.kanaler.teams.innstillinger import TeamsInnstillinger

_logg = logging.getLogger(__name__)


class Teamskanal:
    """The Teams endpoint: checks who delivers, and answers only to Microsoft's own hosts."""

    def __init__(self, innstillinger: TeamsInnstillinger, svar: Svarer, ta_vare_pa: Mottaker) -> None:
        self._leietaker = innstillinger.leietaker
        self._oppsett = AgentAuthConfiguration(
            client_id=innstillinger.app_id,
            tenant_id=innstillinger.leietaker,
            client_secret=innstillinger.hemmelighet,
            connection_name="SERVICE_CONNECTION",
            validate_issuer=True,
            anonymous_allowed=False,
        )
        self._adapter = CloudAdapter(
            connection_manager=ConnectionManager(MsalAuth, {"SERVICE_CONNECTION": self._oppsett}),
            host_validator=OutboundHostValidator(enabled=True),
        )
        self._adapter.on_turn_error = pa_feil
        self.agent = Teamsagent(innstillinger, svar, ta_vare_pa, self._send_senere)

    async def ta_imot(self, request: web.Request) -> web.StreamResponse:
        """One delivery. Raises ApiFeil: 400 for a body that is no activity, 401 without a valid token, 403 from
        another tenant."""
        request["claims_identity"] = await self._hvem(request)
        await self._sjekk_innhold(request)
        svar = await self._adapter.process(request, self.agent)
        return svar if svar is not None else web.Response(status=202)

    async def _hvem(self, request: web.Request) -> object:
        slag, _, token = request.headers.get("Authorization", "").partition(" ")
        if slag.lower() != "bearer" or not token.strip():
            raise _ingen_adgang()
        try:
            return await JwtTokenValidator(self._oppsett).validate_token(token.strip())
        except jwt.PyJWKClientConnectionError as feil:
            _logg.error("Microsofts nøkler kunne ikke hentes")
            raise ApiFeil(503, "unavailable", "Får ikke kontrollert avsenderen nå.", {"Retry-After": "5"}) from feil
        except (jwt.PyJWTError, ValueError, KeyError) as feil:
            _logg.warning("avvist innlogging fra Teams: %s", type(feil).__name__)
            raise _ingen_adgang() from feil

    async def _sjekk_innhold(self, request: web.Request) -> None:
        """The SDK reads the body without care for its form; what it cannot take is refused here."""
        try:
            innhold = await request.json()
            # pydantic's ValidationError is a ValueError
            Activity.model_validate(innhold)
        except (ValueError, RecursionError) as feil:
            raise _ikke_aktivitet() from feil
        samtale = innhold.get("conversation") if isinstance(innhold, dict) else None
        fra = innhold.get("from") if isinstance(innhold, dict) else None
        if not isinstance(samtale, dict) or not isinstance(samtale.get("id"), str) or not isinstance(fra, dict):
            raise _ikke_aktivitet()
        leietaker = samtale.get("tenantId") or _fra_kanaldata(innhold)
        if not isinstance(leietaker, str) or leietaker.lower() != self._leietaker:
            _logg.warning("avvist: annen leietaker")
            raise ApiFeil(403, "forbidden", "Denne assistenten er ikke satt opp for din organisasjon.")

    async def _send_senere(self, context: TurnContext, lever: Callable[[TurnContext], Awaitable[None]]) -> None:
        fortsettelse = context.activity.get_conversation_reference().get_continuation_activity()
        await self._adapter.continue_conversation(self._oppsett.CLIENT_ID or "", fortsettelse, lever)


def _fra_kanaldata(innhold: dict[str, object]) -> object:
    kanaldata = innhold.get("channelData")
    tenant = kanaldata.get("tenant") if isinstance(kanaldata, dict) else None
    return tenant.get("id") if isinstance(tenant, dict) else None


def _ingen_adgang() -> ApiFeil:
    return ApiFeil(401, "unauthorized", "Forespørselen mangler gyldig innlogging fra Microsoft Teams.")


def _ikke_aktivitet() -> ApiFeil:
    return ApiFeil(400, "bad_activity", "Forespørselen er ikke en aktivitet fra Microsoft Teams.")
