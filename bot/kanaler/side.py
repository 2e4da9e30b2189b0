"""The web chat's files, read once at start: a handful of small ones, so that no request touches the disk."""

from __future__ import annotations

import gzip
import hashlib
import logging
import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from bot.kanaler.feil import ApiFeil
from bot.kanaler.tilgang.sider import NONCE
from bot.kanaler.tilgang.vakt import ADGANG

KOMPONENT = "tiltakslosen-chat.js"
_TYPER = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_KOMPRIMER_OVER = 1400
_KROPP = re.compile(r"<body[^>]*>")
_LOGG_UT = '<header><form class="logg-ut" method="post" action="/logg-ut"><button>Logg ut</button></form></header>'
_logg = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Fil:
    innhold: bytes
    komprimert: bytes | None
    slag: str
    merke: str


class Side:
    """The page at `/`, its files at `/web/<name>` and the built component at `/tiltakslosen-chat.js`.

    Without the component (it needs Node to be built) the page is a plain one that shows the answers as text."""

    def __init__(self, mappe: Path) -> None:
        """Reads `side` and `dist` of the web chat's folder. Raises FileNotFoundError when there is no page."""
        self._filer = {sti.name: _les(sti) for sti in sorted((mappe / "side").iterdir()) if sti.suffix in _TYPER}
        bygd = mappe / "dist" / KOMPONENT
        self._komponent = _les(bygd) if bygd.is_file() else None
        self._forside = "index.html" if self._komponent else "enkel.html"
        if self._forside not in self._filer:
            raise FileNotFoundError(mappe / "side" / self._forside)
        if self._komponent is None:
            _logg.warning("nettchatten er ikke bygd; viser den enkle siden")

    async def forside(self, request: web.Request) -> web.Response:
        """The page, its scripts with a nonce; with the session's bar where somebody is signed in."""
        nonce = secrets.token_urlsafe(16)
        html = self._filer[self._forside].innhold.decode()
        if (adgang := request.get(ADGANG)) is not None:
            okt = f'<script src="/web/okt.js" data-bruker="{adgang.bruker}" defer></script>'
            html = html.replace("<script ", f"{okt}\n  <script ", 1)
            html = html.replace("<body", "<body data-innlogget", 1)
            html = _KROPP.sub(lambda treff: f"{treff[0]}\n  {_LOGG_UT}", html, count=1)
        html = html.replace("<script ", f'<script nonce="{nonce}" ')
        svar = web.Response(text=html, content_type="text/html", charset="utf-8", headers={"Cache-Control": "no-store"})
        svar[NONCE] = nonce
        return svar

    async def fil(self, request: web.Request) -> web.Response:
        """One file. Raises ApiFeil 404."""
        return _svar(request, self._filer.get(request.match_info["navn"]))

    async def komponent(self, request: web.Request) -> web.Response:
        """The component, for our page and for others. Raises ApiFeil 404 when it is not built."""
        svar = _svar(request, self._komponent)
        # It is code without secrets, made to be loaded by other sites; what it may ask is another matter.
        svar.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        svar.headers["Access-Control-Allow-Origin"] = "*"
        return svar


def _svar(request: web.Request, fil: _Fil | None) -> web.Response:
    if fil is None:
        raise ApiFeil(404, "not_found", "Fant ikke det du spurte etter.")
    hoder = {"ETag": f'"{fil.merke}"', "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
    if any(e.value == fil.merke for e in request.if_none_match or ()):
        return web.Response(status=304, headers=hoder)
    kropp = fil.innhold
    if fil.komprimert is not None and "gzip" in request.headers.get("Accept-Encoding", ""):
        kropp = fil.komprimert
        hoder["Content-Encoding"] = "gzip"
    return web.Response(body=kropp, content_type=fil.slag, charset="utf-8", headers=hoder)


def _les(sti: Path) -> _Fil:
    innhold = sti.read_bytes()
    komprimert = gzip.compress(innhold, 9, mtime=0) if len(innhold) > _KOMPRIMER_OVER else None
    return _Fil(innhold, komprimert, _TYPER[sti.suffix], hashlib.sha256(innhold).hexdigest()[:32])
