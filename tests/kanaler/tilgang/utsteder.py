"""An OpenID provider on loopback: discovery, authorize, token, keys. What it says can be bent in every way a test needs."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote_plus, urlencode

import jwt
from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from jwt.algorithms import RSAAlgorithm

from bot.kanaler.tilgang.oidc import utfordring

KLIENT = "prøveklient"
HEMMELIGHET = "hemmelig: +/%"
LEIETAKER = "0a1b2c3d-0000-4000-8000-00000000cccc"
NOKKEL = rsa.generate_private_key(public_exponent=65537, key_size=2048)
FELLES = b"hemmelig" * 4
FREMMED = rsa.generate_private_key(public_exponent=65537, key_size=2048)

Bryter = Callable[[dict[str, Any]], str]
"""Makes an ID token of its claims in another way than the right one."""


def signer(krav: dict[str, Any], *, nokkel: Any = NOKKEL, kid: str | None = "prove", alg: str = "RS256") -> str:
    """An ID token; `kid` None leaves the name of the key out."""
    return jwt.encode(krav, nokkel, algorithm=alg, headers={"kid": kid} if kid else None)


def uten_signatur(krav: dict[str, Any]) -> str:
    """`alg: none`, with the right key's name."""
    return jwt.encode(krav, None, algorithm="none", headers={"kid": "prove"})


def med_offentlig_nokkel_som_hemmelighet(krav: dict[str, Any]) -> str:
    """HS256 with the public key as the secret: the confusion of algorithms. Signed by hand; PyJWT refuses to."""
    pem = NOKKEL.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    deler = [{"alg": "HS256", "typ": "JWT", "kid": "prove"}, krav]
    kodet = b".".join(base64.urlsafe_b64encode(json.dumps(d).encode()).rstrip(b"=") for d in deler)
    signatur = base64.urlsafe_b64encode(hmac.new(pem, kodet, hashlib.sha256).digest()).rstrip(b"=")
    return b".".join((kodet, signatur)).decode()


@dataclass
class FalskUtsteder:
    """`bruker` is the one who signs in. `krav` replaces claims (None leaves one out), `bryter` makes the token,
    `oppdagelse` replaces fields of the discovery document."""

    rot: str = ""
    bruker: str = "anne"
    krav: dict[str, Any] = field(default_factory=dict)
    bryter: Bryter = signer
    oppdagelse: dict[str, Any] = field(default_factory=dict)
    svarfeil: str = ""
    nekter: bool = False
    koder: dict[str, dict[str, str]] = field(default_factory=dict)
    spurt: list[dict[str, str]] = field(default_factory=list)
    nokkelhentinger: int = 0

    async def finn(self, _request: web.Request) -> web.Response:
        return web.json_response(
            {
                "issuer": self.rot,
                "authorization_endpoint": f"{self.rot}/authorize",
                "token_endpoint": f"{self.rot}/token",
                "jwks_uri": f"{self.rot}/keys",
                "end_session_endpoint": f"{self.rot}/logout",
                **self.oppdagelse,
            }
        )

    async def authorize(self, request: web.Request) -> web.Response:
        """Everybody is signed in here already, as with single sign-on."""
        inn = dict(request.query)
        self.spurt.append(inn)
        if self.nekter:
            svar = {"error": "access_denied", "error_description": "<b>hemmelig</b>", "state": inn["state"]}
        else:
            kode = secrets.token_urlsafe(8)
            self.koder[kode] = {**inn, "bruker": self.bruker}
            svar = {"code": kode, "state": inn["state"]}
        raise web.HTTPFound(f"{inn['redirect_uri']}?{urlencode(svar)}")

    async def token(self, request: web.Request) -> web.Response:
        inn = await request.post()
        slag, _, grunn = request.headers.get("Authorization", "").partition(" ")
        navn, _, passord = base64.b64decode(grunn).decode().partition(":")
        if (slag, unquote_plus(navn), unquote_plus(passord)) != ("Basic", KLIENT, HEMMELIGHET) or self.svarfeil:
            return web.json_response({"error": self.svarfeil or "invalid_client"}, status=401)
        gitt = self.koder.pop(str(inn.get("code")), None)
        if (
            gitt is None
            or inn.get("redirect_uri") != gitt["redirect_uri"]
            or gitt["code_challenge_method"] != "S256"
            or utfordring(str(inn.get("code_verifier", ""))) != gitt["code_challenge"]
        ):
            return web.json_response({"error": "invalid_grant"}, status=400)
        na = int(time.time())
        krav: dict[str, Any] = {
            "iss": self.rot,
            "aud": KLIENT,
            "sub": f"sub-{gitt['bruker']}",
            "oid": f"oid-{gitt['bruker']}",
            "tid": LEIETAKER,
            "name": "Hemmelig Navn",
            "nonce": gitt["nonce"],
            "iat": na,
            "exp": na + 300,
            **self.krav,
        }
        krav = {n: v for n, v in krav.items() if v is not None}
        return web.json_response({"token_type": "Bearer", "id_token": self.bryter(krav)})

    async def nokler(self, _request: web.Request) -> web.Response:
        self.nokkelhentinger += 1
        offentlig = {**json.loads(RSAAlgorithm.to_jwk(NOKKEL.public_key())), "kid": "prove", "use": "sig"}
        symmetrisk = {
            "kty": "oct",
            "kid": "felles",
            "k": base64.urlsafe_b64encode(FELLES).rstrip(b"=").decode(),
            "alg": "HS256",
        }
        return web.json_response({"keys": [offentlig, symmetrisk]})

    async def logout(self, _request: web.Request) -> web.Response:
        return web.Response(text="ute")


@asynccontextmanager
async def falsk_utsteder() -> AsyncIterator[FalskUtsteder]:
    """The provider on a free port."""
    utsteder = FalskUtsteder()
    app = web.Application()
    app.router.add_get("/.well-known/openid-configuration", utsteder.finn)
    app.router.add_get("/authorize", utsteder.authorize)
    app.router.add_post("/token", utsteder.token)
    app.router.add_get("/keys", utsteder.nokler)
    app.router.add_get("/logout", utsteder.logout)
    async with TestServer(app) as tjener:
        utsteder.rot = str(tjener.make_url("")).rstrip("/")
        yield utsteder
