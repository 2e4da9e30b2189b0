"""The issuer: its discovery document, its keys, exchange of a code, and what an ID token must hold.

OpenID Connect Core 1.0 §§ 3.1.2-3.1.3, PKCE (RFC 7636, S256), issuer in the answer (RFC 9207)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote_plus, urlencode

import aiohttp
import jwt

from bot.kanaler.tilgang.innstillinger import TilgangsInnstillinger, sikker_adresse
from bot.kanaler.tilgang.tokener import pseudonym

ALGORITMER = ("RS256", "PS256", "ES256")
_SLINGRING = 60
_NOKLER_GJELDER = 3600.0
_NY_HENTING_TIDLIGST = 30.0
_MAKS_SVAR = 256 * 1024
_PAKREVD = ["iss", "aud", "exp", "iat", "sub"]


class UtstederBorte(Exception):
    """The issuer gave no usable answer: away, or not set up as the settings say. `str()` is a code for the log."""


class Avvist(Exception):
    """The sign-in does not hold. `str()` is a code for the audit, never text from outside."""


@dataclass(frozen=True, slots=True)
class _Oppdagelse:
    authorize: str
    token: str
    nokler: str
    slutt: str | None


class Utsteder:
    """One issuer. Open it inside the event loop and close it at the end."""

    def __init__(self, innstillinger: TilgangsInnstillinger) -> None:
        self._inn = innstillinger
        self._okt = aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(total=10), cookie_jar=aiohttp.DummyCookieJar(), trust_env=True
        )
        self._funnet: _Oppdagelse | None = None
        self._nokler: dict[str, jwt.PyJWK] = {}
        self._hentet = float("-inf")

    async def lukk(self) -> None:
        """Close all connections."""
        await self._okt.close()

    async def adresse(self, state: str, nonce: str, verifier: str, retur: str) -> str:
        """Where the browser goes to sign in. Raises UtstederBorte."""
        funnet = await self._oppdag()
        sporring = {
            "client_id": self._inn.klient,
            "response_type": "code",
            "response_mode": "query",
            "redirect_uri": retur,
            "scope": "openid profile",
            "state": state,
            "nonce": nonce,
            "code_challenge": utfordring(verifier),
            "code_challenge_method": "S256",
        }
        return f"{funnet.authorize}{'&' if '?' in funnet.authorize else '?'}{urlencode(sporring)}"

    async def utlogging(self, retur: str) -> str | None:
        """Where the browser can sign out at the issuer too, when the issuer has such an address."""
        try:
            slutt = (await self._oppdag()).slutt
        except UtstederBorte:
            return None
        return slutt and f"{slutt}{'&' if '?' in slutt else '?'}{urlencode({'post_logout_redirect_uri': retur})}"

    async def bruker(self, kode: str, nonce: str, verifier: str, retur: str) -> str:
        """The pseudonym of the one who signed in. Raises Avvist and UtstederBorte."""
        funnet = await self._oppdag()
        kropp = {
            "grant_type": "authorization_code",
            "code": kode,
            "redirect_uri": retur,
            "code_verifier": verifier,
            "client_id": self._inn.klient,
        }
        # RFC 6749 § 2.3.1: both parts are form-encoded before they are joined
        navn, passord = quote_plus(self._inn.klient), quote_plus(self._inn.hemmelighet)
        grunn = base64.b64encode(f"{navn}:{passord}".encode()).decode()
        status, svar = await self._json("POST", funnet.token, data=kropp, headers={"Authorization": f"Basic {grunn}"})
        if status in (400, 401):
            # 401 and invalid_client are our own secret, everything else is the code
            raise UtstederBorte("klient_avvist") if svar.get("error") == "invalid_client" else Avvist("kode_avvist")
        token = svar.get("id_token")
        if status != 200 or not isinstance(token, str):
            raise UtstederBorte("token")
        krav = await self._les(token, nonce)
        leietaker, id_ = krav.get("tid", ""), krav.get("oid") or krav["sub"]
        if not isinstance(leietaker, str) or not isinstance(id_, str) or not id_:
            raise Avvist("bruker_mangler")
        return pseudonym(self._inn.utsteder, leietaker, id_)

    async def _les(self, token: str, nonce: str) -> dict[str, Any]:
        try:
            hode = jwt.get_unverified_header(token)
            if hode.get("alg") not in ALGORITMER:
                raise Avvist("algoritme")
            nokkel = await self._nokkel(hode.get("kid"))
            krav: dict[str, Any] = jwt.decode(
                token,
                nokkel,
                algorithms=list(ALGORITMER),
                audience=self._inn.klient,
                issuer=self._inn.utsteder,
                leeway=_SLINGRING,
                options={"require": _PAKREVD},
            )
        except jwt.PyJWTError as feil:
            raise Avvist(_grunn(feil)) from feil
        if isinstance(krav["aud"], list) and len(krav["aud"]) > 1 and krav.get("azp") != self._inn.klient:
            raise Avvist("mottaker")
        mottatt = krav.get("nonce")
        if not isinstance(mottatt, str) or not hmac.compare_digest(mottatt.encode(), nonce.encode()):
            raise Avvist("nonce")
        return krav

    async def _nokkel(self, kid: object) -> jwt.PyJWK:
        """The issuer's key by its name; fetched again for an unknown name, but not at every forged one."""
        alder = time.monotonic() - self._hentet
        if alder > _NOKLER_GJELDER or (kid not in self._nokler and alder > _NY_HENTING_TIDLIGST):
            await self._hent_nokler()
        if not isinstance(kid, str) or kid not in self._nokler:
            raise Avvist("nokkel")
        return self._nokler[kid]

    async def _hent_nokler(self) -> None:
        status, svar = await self._json("GET", (await self._oppdag()).nokler)
        if status != 200:
            raise UtstederBorte("nokler")
        try:
            nokler = jwt.PyJWKSet.from_dict(svar).keys
        except jwt.PyJWTError as feil:
            raise UtstederBorte("nokler") from feil
        # a symmetric key in a public list is no key
        self._nokler = {n.key_id: n for n in nokler if n.key_id and n.key_type in ("RSA", "EC")}
        self._hentet = time.monotonic()

    async def _oppdag(self) -> _Oppdagelse:
        if self._funnet is None:
            status, svar = await self._json("GET", f"{self._inn.utsteder.rstrip('/')}/.well-known/openid-configuration")
            if status != 200 or svar.get("issuer") != self._inn.utsteder:
                raise UtstederBorte("oppdagelse")
            slutt = svar.get("end_session_endpoint")
            self._funnet = _Oppdagelse(
                _adresse(svar, "authorization_endpoint"),
                _adresse(svar, "token_endpoint"),
                _adresse(svar, "jwks_uri"),
                slutt if isinstance(slutt, str) and sikker_adresse(slutt) else None,
            )
        return self._funnet

    async def _json(self, metode: str, adresse: str, **valg: Any) -> tuple[int, dict[str, Any]]:
        try:
            async with self._okt.request(metode, adresse, allow_redirects=False, **valg) as svar:
                raa = await svar.content.read(_MAKS_SVAR)
                while not svar.content.at_eof() and len(raa) < _MAKS_SVAR:
                    raa += await svar.content.read(_MAKS_SVAR - len(raa))
                data = json.loads(raa)
        except (aiohttp.ClientError, OSError, TimeoutError, ValueError, RecursionError) as feil:
            raise UtstederBorte("svarer_ikke") from feil
        if not isinstance(data, dict):
            raise UtstederBorte("form")
        return svar.status, data


def utfordring(verifier: str) -> str:
    """The PKCE challenge of a verifier (RFC 7636 § 4.2, S256)."""
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def _adresse(svar: Mapping[str, Any], navn: str) -> str:
    verdi = svar.get(navn)
    if not isinstance(verdi, str) or not sikker_adresse(verdi):
        raise UtstederBorte("oppdagelse")
    return verdi


def _grunn(feil: jwt.PyJWTError) -> str:
    if isinstance(feil, jwt.ExpiredSignatureError):
        return "utlopt"
    if isinstance(feil, jwt.InvalidAudienceError):
        return "mottaker"
    if isinstance(feil, jwt.InvalidIssuerError):
        return "utsteder"
    return "signatur" if isinstance(feil, jwt.InvalidSignatureError) else "ugyldig_token"
