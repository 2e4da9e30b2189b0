"""Signing in and out in the browser, and the tokens one gets for it."""

from __future__ import annotations

import functools
import hashlib
import hmac
import secrets
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from aiohttp import web

from bot.kanaler.feil import ApiFeil
from bot.kanaler.innbygging import Innbygging
from bot.kanaler.tilgang.innstillinger import TilgangsInnstillinger
from bot.kanaler.tilgang.oidc import Avvist, Utsteder, UtstederBorte
from bot.kanaler.tilgang.revisjon import skriv
from bot.kanaler.tilgang.sider import side
from bot.kanaler.tilgang.tokener import Adgang, Nokkelring, TokenFeil
from bot.kanaler.tilgang.vakt import Niva, Vakt

RETUR = "/logg-inn/retur"
VINDU = "/logg-inn/vindu"
_VENTER_SEKUNDER = 600.0
_MAKS_VENTENDE = 10_000

Behandler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class _Pabegynt:
    """A sign-in on its way: what comes back must fit it. `nettleser` is the hash of the browser's own secret."""

    nonce: str
    verifier: str
    nettleser: str
    til: str
    utloper: float


class Innlogging:
    """The pages of the sign-in. `utsteder` is given once the event loop runs."""

    def __init__(
        self, innstillinger: TilgangsInnstillinger, ring: Nokkelring, vakt: Vakt, innbygging: Innbygging
    ) -> None:
        self._inn = innstillinger
        self._ring = ring
        self._vakt = vakt
        self._innbygging = innbygging
        self.utsteder: Utsteder | None = None
        self._pabegynte: OrderedDict[str, _Pabegynt] = OrderedDict()
        self._kjeks = "__Host-innlogging" if innstillinger.sikker else "innlogging"

    def ruter(self) -> tuple[tuple[str, str, Behandler, Niva], ...]:
        """Method, path, handler and level of each page; all are open, since nobody is signed in yet."""
        return (
            ("GET", "/logg-inn", self._som_side(self.start), "apen"),
            ("GET", RETUR, self._som_side(self.retur), "apen"),
            ("GET", VINDU, self._som_side(self.vindu), "apen"),
            ("POST", "/logg-ut", self._som_side(self.ut), "apen"),
        )

    def samtaletoken(self, adgang: Adgang, samtale_id: str) -> tuple[str, int]:
        """A token for one of the user's conversations, and the seconds it is valid."""
        skriv("token_gitt", adgang.bruker)
        return self._ring.utsted("samtale", replace(adgang, samtale=samtale_id), self._inn.samtale), self._inn.samtale

    async def start(self, request: web.Request) -> web.StreamResponse:
        """To the issuer, and back to `til` afterwards."""
        til = self._lovlig(request.query.get("til", "/"))
        assert self.utsteder is not None
        # one secret for each browser, so that two windows can sign in at once
        nettleser = request.cookies.get(self._kjeks, "")
        if len(nettleser) != 43:
            nettleser = secrets.token_urlsafe(32)
        state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
        adresse = await self.utsteder.adresse(state, nonce, verifier, self._inn.nettsted + RETUR)
        utloper = time.monotonic() + _VENTER_SEKUNDER
        self._pabegynte[state] = _Pabegynt(nonce, verifier, _hash(nettleser), til, utloper)
        self._rydd()
        svar = web.Response(status=302, headers={"Location": adresse, "Cache-Control": "no-store"})
        svar.set_cookie(
            self._kjeks,
            nettleser,
            max_age=int(_VENTER_SEKUNDER),
            path="/",
            httponly=True,
            secure=self._inn.sikker,
            samesite="Lax",
        )
        return svar

    async def retur(self, request: web.Request) -> web.StreamResponse:
        """Back from the issuer: the code becomes a session."""
        assert self.utsteder is not None
        # whatever comes of it, a state is good for one return
        pabegynt = self._pabegynte.pop(request.query.get("state", ""), None)
        nettleser = _hash(request.cookies.get(self._kjeks, ""))
        if pabegynt is None or pabegynt.utloper < time.monotonic():
            raise Avvist("state")
        if not hmac.compare_digest(pabegynt.nettleser, nettleser):
            raise Avvist("nettleser")
        if request.query.get("iss", self._inn.utsteder) != self._inn.utsteder:
            raise Avvist("utsteder")
        if "error" in request.query:
            skriv("innlogging_avvist", grunn="utsteder_nektet")
            return side(request, "avbrutt", 403, lenker={"inn": "/logg-inn"})
        kode = request.query.get("code", "")
        if not kode:
            raise Avvist("kode_mangler")
        retur = self._inn.nettsted + RETUR
        bruker = await self.utsteder.bruker(kode, pabegynt.nonce, pabegynt.verifier, retur)
        # a new session at every sign-in; what the browser held before counts for nothing
        adgang = Adgang(bruker, secrets.token_urlsafe(12), int(time.time()))
        svar = web.Response(status=302, headers={"Location": pabegynt.til, "Cache-Control": "no-store"})
        self._vakt.sett_okt(svar, adgang)
        skriv("innlogget", bruker)
        return svar

    async def vindu(self, request: web.Request) -> web.StreamResponse:
        """The window a page with the chat opens: signs in, hands that page a token, and closes."""
        opphav = request.query.get("opphav", "")
        egen = opphav == self._inn.nettsted
        if not egen and not self._innbygging.tillatt(opphav):
            skriv("adgang_nektet", grunn="opphav", rute=f"GET {VINDU}")
            return side(request, "opphav", 403)
        try:
            adgang = self._vakt.okt(request)
        except TokenFeil:
            til = f"{VINDU}?{urlencode({'opphav': opphav})}"
            raise web.HTTPFound(f"/logg-inn?{urlencode({'til': til})}") from None
        token = ""
        if not egen:
            gjelder = int(min(self._inn.okt, adgang.inn + self._inn.okt_maks - time.time()))
            token = self._ring.utsted("bruker", replace(adgang, opphav=opphav), gjelder)
            skriv("token_gitt", adgang.bruker, til="innbygging")
        return side(request, "innlogget", skript="vindu.js", data={"opphav": opphav, "token": token})

    async def ut(self, request: web.Request) -> web.StreamResponse:
        """End the session here; the page says how to end it at the issuer as well."""
        assert self.utsteder is not None
        try:
            adgang = self._vakt.okt(request)
        except TokenFeil as feil:
            if str(feil) == "fremmed_side":
                raise Avvist("fremmed_side") from feil
            adgang = None
        lenker = {"inn": "/logg-inn"}
        if slutt := await self.utsteder.utlogging(self._inn.nettsted + "/"):
            lenker["ut_ogsa"] = slutt
        svar = side(request, "utlogget", lenker=lenker, skript="okt.js", data={"bruker": ""})
        if adgang is not None:
            self._vakt.avslutt(svar, adgang)
            skriv("utlogget", adgang.bruker)
        return svar

    def _som_side(self, gjor: Behandler) -> Behandler:
        """The handler behind the limit of its address, with every refusal as a page for people."""

        @functools.wraps(gjor)
        async def behandler(request: web.Request) -> web.StreamResponse:
            try:
                self._vakt.begrens(request)
                return await gjor(request)
            except ApiFeil as feil:
                svar = side(request, "for_mange", feil.status)
                svar.headers.update(feil.hoder)
                return svar
            except UtstederBorte as feil:
                skriv("innlogging_avvist", grunn=str(feil))
                svar = side(request, "borte", 503, lenker={"inn": "/logg-inn"})
                svar.headers["Retry-After"] = "5"
                return svar
            except Avvist as feil:
                skriv("innlogging_avvist", grunn=str(feil))
                return side(request, "avvist", 400, lenker={"inn": "/logg-inn"})

        return behandler

    def _lovlig(self, til: str) -> str:
        """Where one may be sent after the sign-in: our page, or the window for a page that may have the chat."""
        lovlige = {"/", *(f"{VINDU}?{urlencode({'opphav': o})}" for o in (self._inn.nettsted, *self._innbygging.alle))}
        if til not in lovlige:
            raise Avvist("til")
        return til

    def _rydd(self) -> None:
        na = time.monotonic()
        while self._pabegynte:
            forst = next(iter(self._pabegynte.values()))
            if forst.utloper > na and len(self._pabegynte) <= _MAKS_VENTENDE:
                return
            self._pabegynte.popitem(last=False)


def _hash(verdi: str) -> str:
    return hashlib.sha256(verdi.encode()).hexdigest()
