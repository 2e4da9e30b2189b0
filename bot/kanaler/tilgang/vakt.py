"""The guard before every endpoint: each has a level, and one without a level is closed."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from aiohttp import web

from bot.kanaler.feil import ApiFeil, for_mange
from bot.kanaler.grense import Bottelager
from bot.kanaler.tilgang.innstillinger import TilgangsInnstillinger
from bot.kanaler.tilgang.revisjon import skriv
from bot.kanaler.tilgang.tokener import Adgang, Nokkelring, Slag, TokenFeil

Niva = Literal["apen", "innlogget", "utstedelse", "samtale", "side"]
"""Who may call an endpoint when sign-in is on: everybody; anybody signed in; a session or an embedding page that wants
a conversation's token; the holder of that token; a browser with a session (others are sent to sign in)."""

ADGANG = web.RequestKey("adgang", Adgang)
_TRYGGE = ("GET", "HEAD", "OPTIONS")
_GODTAR: Mapping[Niva, tuple[Slag, ...]] = {
    "innlogget": ("bruker", "samtale"),
    "utstedelse": ("bruker",),
    "samtale": ("samtale",),
}
_logg = logging.getLogger(__name__)


class Vakt:
    """Lets a request through or refuses it. `nivaer` has a level for each (method, route pattern)."""

    def __init__(
        self,
        innstillinger: TilgangsInnstillinger,
        ring: Nokkelring,
        nivaer: Mapping[tuple[str, str], Niva],
        adresse: Callable[[web.Request], str],
    ) -> None:
        self._inn = innstillinger
        self._ring = ring
        self._nivaer = nivaer
        self._adresse = adresse
        self._per_bruker = Bottelager(innstillinger.per_bruker)
        self._per_innlogging = Bottelager(innstillinger.per_innlogging)
        self.kjeks = "__Host-tiltakslosen" if innstillinger.sikker else "tiltakslosen-okt"

    def slipp_inn(self, request: web.Request) -> None:
        """Set the request's Adgang. Raises ApiFeil 401, 403 and 429, and HTTPFound to the sign-in for a page."""
        rute = request.match_info.route
        if request.match_info.http_exception is not None or rute.resource is None:
            return
        metode = "GET" if request.method == "HEAD" else request.method
        niva = self._nivaer.get((metode, rute.resource.canonical))
        if niva == "apen":
            return
        if niva is None:
            _logg.error("ruten %s %s har ingen avgjørelse om tilgang og er stengt", metode, rute.resource.canonical)
            raise ApiFeil(403, "forbidden", "Denne adressen er ikke åpnet.")
        try:
            adgang = self._bevis(request, niva)
        except TokenFeil as feil:
            if niva == "side":
                raise web.HTTPFound("/logg-inn") from feil
            self.begrens(request)
            skriv("adgang_nektet", grunn=str(feil), rute=f"{metode} {rute.resource.canonical}")
            raise _nektet(str(feil)) from feil
        if vent := self._per_bruker.ta(adgang.bruker):
            skriv("adgang_nektet", adgang.bruker, grunn="for_mange", rute=f"{metode} {rute.resource.canonical}")
            raise for_mange(vent)
        request[ADGANG] = adgang

    def begrens(self, request: web.Request) -> None:
        """Sign-ins and refused requests of one address. Raises ApiFeil 429."""
        if vent := self._per_innlogging.ta(self._adresse(request)):
            raise for_mange(vent)

    def okt(self, request: web.Request) -> Adgang:
        """The session of the browser's cookie. Raises TokenFeil without a valid one, and when something is to be
        changed from a page that is not ours."""
        kjeks = request.cookies.get(self.kjeks)
        if not kjeks:
            raise TokenFeil("ikke_innlogget")
        if request.method not in _TRYGGE and not self._fra_oss(request):
            raise TokenFeil("fremmed_side")
        return self._ring.les(kjeks, "okt")

    def sett_okt(self, svar: web.StreamResponse, adgang: Adgang) -> None:
        """Give the browser a session."""
        igjen = int(min(self._inn.okt, adgang.inn + self._inn.okt_maks - time.time()))
        svar.set_cookie(
            self.kjeks,
            self._ring.utsted("okt", adgang, igjen),
            max_age=igjen,
            path="/",
            httponly=True,
            secure=self._inn.sikker,
            samesite="Lax",
        )

    def forny(self, request: web.Request, svar: web.StreamResponse) -> None:
        """Renew a session that has been in use past half its time, until its longest life is over."""
        adgang = request.get(ADGANG)
        if adgang is None or adgang.samtale is not None or self.kjeks not in request.cookies:
            return
        halvveis = adgang.utloper - time.time() < self._inn.okt / 2
        if halvveis and "Authorization" not in request.headers and adgang.utloper < adgang.inn + self._inn.okt_maks:
            self.sett_okt(svar, adgang)

    def avslutt(self, svar: web.StreamResponse, adgang: Adgang) -> None:
        """End the session and every token of it."""
        self._ring.avslutt(adgang, self._inn.okt_maks)
        svar.del_cookie(self.kjeks, path="/", secure=self._inn.sikker, httponly=True, samesite="Lax")

    def _bevis(self, request: web.Request, niva: Niva) -> Adgang:
        slag, _, token = request.headers.get("Authorization", "").partition(" ")
        if niva == "side" or (not slag and niva != "samtale"):
            return self.okt(request)
        if slag.lower() != "bearer" or not token.strip():
            raise TokenFeil("mangler_token")
        adgang = self._ring.les(token.strip(), *_GODTAR[niva])
        # given to a page of another site, and to that one only
        if adgang.opphav is not None and request.headers.get("Origin") != adgang.opphav:
            raise TokenFeil("annet_opphav")
        return adgang

    def _fra_oss(self, request: web.Request) -> bool:
        avsender = request.headers.get("Sec-Fetch-Site")
        if avsender is not None:
            return avsender == "same-origin"
        return request.headers.get("Origin") == self._inn.nettsted


@dataclass(frozen=True, slots=True)
class Samtale:
    """The conversation a request is about: its id as the client knows it, and its key in the database and in Rasa."""

    id: str
    nokkel: str


def samtale_for(request: web.Request, oppgitt: str) -> Samtale:
    """The conversation of the request's token, whatever id it gives; where the service is open, the id it gives."""
    adgang = request.get(ADGANG)
    if adgang is None:
        return Samtale(oppgitt, oppgitt)
    if adgang.samtale is None or adgang.nokkel is None:
        raise _nektet("mangler_token")
    return Samtale(adgang.samtale, adgang.nokkel)


def _nektet(grunn: str) -> ApiFeil:
    if grunn == "fremmed_side":
        return ApiFeil(403, "forbidden", "Forespørselen kom fra en annen nettside og er stanset.")
    if grunn in ("utlopt", "logget_ut"):
        melding = "Innloggingen har gått ut. Logg inn på nytt."
    else:
        melding = "Du må logge inn for å bruke Tiltakslosen."
    return ApiFeil(401, "unauthorized", melding, {"WWW-Authenticate": 'Bearer realm="Tiltakslosen"'})
