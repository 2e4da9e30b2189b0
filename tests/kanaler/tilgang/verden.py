"""A front with sign-in on, its provider, and browsers that sign in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

import aiohttp
from aiohttp.test_utils import unused_port
from yarl import URL

from bot.kanaler.teams.innstillinger import TeamsInnstillinger
from bot.kanaler.tilgang.innstillinger import TilgangsInnstillinger
from tests.kanaler.falske import Verden, verden
from tests.kanaler.tilgang.utsteder import HEMMELIGHET, KLIENT, FalskUtsteder, falsk_utsteder

NOKLER = {"ny": b"n" * 32, "gammel": b"g" * 32}
FREMMED_SIDE = "https://intranett.kommune.no"


@dataclass
class Stengt:
    """The front with sign-in, and the provider it asks."""

    v: Verden
    utsteder: FalskUtsteder
    oppsett: TilgangsInnstillinger

    def url(self, sti: str) -> URL:
        return URL(self.oppsett.nettsted + sti, encoded=True)


@asynccontextmanager
async def stengt(
    oppsett: dict[str, Any] | None = None, teams: TeamsInnstillinger | None = None, **endringer: object
) -> AsyncIterator[Stengt]:
    """Start the provider and a front that trusts it; `oppsett` changes the sign-in, `endringer` the front."""
    async with falsk_utsteder() as utsteder:
        port = unused_port()
        nettsted = f"http://127.0.0.1:{port}"
        tilgang = TilgangsInnstillinger(utsteder.rot, KLIENT, HEMMELIGHET, nettsted, NOKLER)
        tilgang = replace(tilgang, **(oppsett or {}))
        valg = {"innbygging": (FREMMED_SIDE,), **endringer}
        async with verden(teams, tilgang, front_port=port, **valg) as v:
            yield Stengt(v, utsteder, tilgang)


class Nettleser:
    """A browser: keeps cookies, follows redirects, and says where its requests come from."""

    def __init__(self, s: Stengt) -> None:
        self.s = s
        self.cookie_jar = aiohttp.CookieJar(unsafe=True)
        self._okt = aiohttp.ClientSession(cookie_jar=self.cookie_jar)
        self.get, self.post, self.request = self._okt.get, self._okt.post, self._okt.request

    async def __aenter__(self) -> Nettleser:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._okt.close()

    async def logg_inn(self, bruker: str) -> None:
        """The whole way through the provider."""
        self.s.utsteder.bruker = bruker
        async with self.get(self.s.url("/logg-inn")) as svar:
            assert svar.status == 200, await svar.text()
            assert svar.url == self.s.url("/"), svar.url

    async def token(self, samtale: str = "samtale-1") -> str:
        """A token for one of the user's conversations."""
        async with self.fra_siden("POST", "/api/v1/conversations", {"conversation_id": samtale}) as svar:
            assert svar.status == 200, await svar.text()
            return str((await svar.json())["token"])

    def fra_siden(self, metode: str, sti: str, kropp: object = None, token: str | None = None) -> Any:
        """A call as the page makes it."""
        hoder = {"Origin": self.s.oppsett.nettsted, "Sec-Fetch-Site": "same-origin"}
        if token is not None:
            hoder["Authorization"] = f"Bearer {token}"
        return self.request(metode, self.s.url(sti), json=kropp, headers=hoder, allow_redirects=False)
