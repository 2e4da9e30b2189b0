"""Microsoft's cloud, as far as the Teams channel meets it: a signing key, a token, a connector that keeps what it gets."""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import jwt
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm
from microsoft_agents.hosting.core.authorization import AnonymousTokenProvider
from microsoft_agents.hosting.core.authorization.jwt import JwtTokenValidator
from microsoft_agents.hosting.core.security import OutboundHostValidator

from bot.kanaler.teams import rute
from bot.kanaler.teams.innstillinger import TeamsInnstillinger

APP_ID = "0a1b2c3d-0000-4000-8000-00000000aaaa"
LEIETAKER = "0a1b2c3d-0000-4000-8000-00000000bbbb"
OPPSETT = TeamsInnstillinger(APP_ID, LEIETAKER, "prøvehemmelighet", skrivetegn_etter=0.1, tidsgrense=0.5)

_NOKKEL = rsa.generate_private_key(public_exponent=65537, key_size=2048)
_FREMMED = rsa.generate_private_key(public_exponent=65537, key_size=2048)


def token(service_url: str, *, fremmed: bool = False, kid: str = "prove", **endret: object) -> str:
    """A token as the Bot Framework signs it, with claims replaced or (None) left out."""
    na = int(time.time())
    krav: dict[str, object] = {
        "iss": "https://api.botframework.com",
        "aud": APP_ID,
        "serviceurl": service_url,
        "nbf": na - 10,
        "exp": na + 3600,
        **endret,
    }
    krav = {navn: verdi for navn, verdi in krav.items() if verdi is not None}
    return jwt.encode(krav, _FREMMED if fremmed else _NOKKEL, algorithm="RS256", headers={"kid": kid})


@dataclass
class Konnektor:
    """The connector service: every call as (method, path, body)."""

    kall: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    nekter_bytte: bool = False

    async def ta_imot(self, request: web.Request) -> web.Response:
        self.kall.append((request.method, request.path, await request.json()))
        if request.method == "PUT" and self.nekter_bytte:
            return web.json_response({"error": {"code": "BadArgument", "message": "hemmelig"}}, status=400)
        return web.json_response({"id": f"melding-{len(self.kall)}"})

    def sendt(self, slag: str = "message") -> list[dict[str, Any]]:
        """The bodies of one type, in order."""
        return [kropp for _, _, kropp in self.kall if kropp.get("type") == slag]

    def kort(self) -> list[dict[str, Any]]:
        """The cards that were sent or put in place."""
        return [v["content"] for kropp in self.sendt() for v in kropp.get("attachments") or []]

    def tekster(self) -> list[str]:
        """The plain texts that were sent."""
        return [kropp["text"] for kropp in self.sendt() if kropp.get("text")]


class _Token(AnonymousTokenProvider):
    async def get_access_token(self, *_: object, **__: object) -> str:
        return "prøvetoken"


class _ApenVertssjekk(OutboundHostValidator):
    """Lets answers go to the connector on loopback; what the real one refuses has its own test."""

    def __init__(self, **_: object) -> None:
        super().__init__(enabled=False)


def koble_fra_nettet(monkeypatch: pytest.MonkeyPatch, *, apen: bool = True) -> None:
    """Keys from here instead of Microsoft, no access token, and with `apen` answers to loopback."""
    offentlig = {**json.loads(RSAAlgorithm.to_jwk(_NOKKEL.public_key())), "kid": "prove", "use": "sig", "alg": "RS256"}
    monkeypatch.setattr(jwt.PyJWKClient, "fetch_data", lambda _selv: {"keys": [offentlig]})
    monkeypatch.setattr(JwtTokenValidator._jwk_client_manager, "_cache", {})
    monkeypatch.setattr(rute, "MsalAuth", lambda _oppsett: _Token())
    if apen:
        monkeypatch.setattr(rute, "OutboundHostValidator", _ApenVertssjekk)


@asynccontextmanager
async def konnektor() -> AsyncIterator[tuple[Konnektor, str]]:
    """A connector on loopback and its service URL."""
    mottaker = Konnektor()
    app = web.Application()
    app.router.add_route("*", "/{sti:.*}", mottaker.ta_imot)
    server = TestServer(app)
    await server.start_server()
    try:
        yield mottaker, str(server.make_url("/"))
    finally:
        await server.close()


def aktivitet(service_url: str, tekst: str | None = None, **mer: Any) -> dict[str, Any]:
    """A message in a personal chat."""
    return {
        "type": "message",
        "id": "aktivitet-1",
        "channelId": "msteams",
        "serviceUrl": service_url,
        "locale": "nb-NO",
        "conversation": {"id": "samtale-1", "conversationType": "personal", "tenantId": LEIETAKER},
        "from": {"id": "29:en", "aadObjectId": "bruker-1"},
        "recipient": {"id": "28:bot", "name": "Tiltakslosen"},
        **({"text": tekst} if tekst is not None else {}),
        **mer,
    }


async def lever(front: TestServer, kropp: object, merke: str | None) -> tuple[int, Any]:
    """Deliver an activity to the front; status and body."""
    hoder = {"Authorization": f"Bearer {merke}"} if merke is not None else {}
    async with (
        aiohttp.ClientSession() as okt,
        okt.post(front.make_url("/api/messages"), json=kropp, headers=hoder) as s,
    ):
        tekst = await s.text()
        return s.status, json.loads(tekst) if tekst else None
