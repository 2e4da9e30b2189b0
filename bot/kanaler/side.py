"""The web chat's files, read once at start: a handful of small ones, so that no request touches the disk."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from bot.kanaler.feil import ApiFeil

_TYPER = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class _Fil:
    innhold: bytes
    slag: str
    merke: str


class Side:
    """`index.html` at `/` and the other files of a folder at `/web/<name>`."""

    def __init__(self, mappe: Path) -> None:
        """Reads every file of the folder. Raises FileNotFoundError when there is no index.html."""
        self._filer = {sti.name: _les(sti) for sti in sorted(mappe.iterdir()) if sti.suffix in _TYPER}
        if "index.html" not in self._filer:
            raise FileNotFoundError(mappe / "index.html")

    async def forside(self, request: web.Request) -> web.Response:
        """The page."""
        return self._svar(request, "index.html")

    async def fil(self, request: web.Request) -> web.Response:
        """One file. Raises ApiFeil 404."""
        return self._svar(request, request.match_info["navn"])

    def _svar(self, request: web.Request, navn: str) -> web.Response:
        fil = self._filer.get(navn)
        if fil is None:
            raise ApiFeil(404, "not_found", "Fant ikke det du spurte etter.")
        hoder = {"ETag": f'"{fil.merke}"', "Cache-Control": "no-cache"}
        if any(e.value == fil.merke for e in request.if_none_match or ()):
            return web.Response(status=304, headers=hoder)
        return web.Response(body=fil.innhold, content_type=fil.slag, charset="utf-8", headers=hoder)


def _les(sti: Path) -> _Fil:
    innhold = sti.read_bytes()
    return _Fil(innhold, _TYPER[sti.suffix], hashlib.sha256(innhold).hexdigest()[:32])
