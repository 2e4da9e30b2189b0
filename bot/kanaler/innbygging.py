"""The chat on other sites: which may call the API from a browser, and what a browser must not be used for."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from aiohttp import web

from bot.kanaler.feil import ApiFeil

_METODER = "GET, POST, DELETE"
_HODER = "Authorization, Content-Type"


class Innbygging:
    """The literal list of origins (scheme, host and port) that may embed the chat; no patterns, no wildcards."""

    def __init__(self, opphav: Sequence[str]) -> None:
        self.alle = tuple(opphav)
        self._tillatt = frozenset(opphav)

    def tillatt(self, opphav: str) -> bool:
        """Whether an origin is on the list."""
        return opphav in self._tillatt

    def sjekk(self, request: web.Request) -> None:
        """Raise ApiFeil 403 for a browser on another site that is not on the list.

        A browser says itself where a request comes from, in headers a page cannot set. Programs that are no
        browsers send neither header and are let through: this protects a person's browser, not the API."""
        opphav = request.headers.get("Origin")
        if opphav is None or opphav in self._tillatt or self._samme(request, opphav):
            return
        raise ApiFeil(403, "origin_not_allowed", "Nettstedet har ikke lov til å bruke Tiltakslosen.")

    def hoder(self, request: web.Request, svar: web.StreamResponse) -> None:
        """Let the browser of an allowed site read the answer."""
        opphav = request.headers.get("Origin")
        svar.headers.add("Vary", "Origin")
        if opphav in self._tillatt:
            svar.headers["Access-Control-Allow-Origin"] = opphav
            svar.headers["Access-Control-Expose-Headers"] = "Retry-After"
            svar.headers["Cross-Origin-Resource-Policy"] = "cross-origin"

    def forhandssporsmal(self, request: web.Request) -> web.Response | None:
        """The answer to a browser that asks before it sends; None when this is no such question."""
        if request.method != "OPTIONS" or "Access-Control-Request-Method" not in request.headers:
            return None
        self.sjekk(request)
        hoder = {"Access-Control-Allow-Methods": _METODER, "Access-Control-Allow-Headers": _HODER}
        return web.Response(status=204, headers={**hoder, "Access-Control-Max-Age": "600"})

    @staticmethod
    def _samme(request: web.Request, opphav: str) -> bool:
        avsender = request.headers.get("Sec-Fetch-Site")
        if avsender is not None:
            return avsender in ("same-origin", "none")
        return urlsplit(opphav).netloc == request.headers.get("Host", "")


def er_opphav(verdi: str) -> bool:
    """Whether a text is an origin and nothing more: https, or http on this machine; no path, no wildcard."""
    try:
        deler = urlsplit(verdi)
        _ = deler.port
    except ValueError:
        return False
    lokal = deler.hostname in ("localhost", "127.0.0.1")
    if deler.scheme != "https" and not (deler.scheme == "http" and lokal):
        return False
    return bool(deler.hostname) and f"{deler.scheme}://{deler.netloc}" == verdi and not set("*@;, ") & set(verdi)
