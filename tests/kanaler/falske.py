"""Stand-ins for what the front talks to: Rasa, the action server, the database and the rules."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.kanaler.app import lag_app
from bot.kanaler.innstillinger import Innstillinger
from bot.kanaler.teams.innstillinger import TeamsInnstillinger
from bot.kanaler.tilgang.innstillinger import TilgangsInnstillinger
from bot.profil.lesing import les_profil

Oppforsel = Literal["svar", "tomt", "uten_id", "soppel", "feil", "heng", "feil_form"]


@dataclass
class FalskRasa:
    """A server with Rasa's two addresses. `oppforsel` is what a message gets; `mottatt` has what came."""

    lager: FalsktLager
    oppforsel: Oppforsel = "svar"
    mottatt: list[tuple[str, str]] = field(default_factory=list)
    samtidige: int = 0
    mest_samtidige: dict[str, int] = field(default_factory=dict)
    forsinkelse: float = 0.0
    rot_henger: bool = False

    async def webhook(self, request: web.Request) -> web.StreamResponse:
        kropp = await request.json()
        avsender, tekst = kropp["sender"], kropp["message"]
        na = self.mest_samtidige[avsender] = self.mest_samtidige.get(avsender, 0) + 1
        try:
            if self.oppforsel == "heng":
                await asyncio.sleep(30)
            await asyncio.sleep(self.forsinkelse)
            assert na == 1, "two messages of one conversation at once"
            self.mottatt.append((avsender, tekst))
        finally:
            self.mest_samtidige[avsender] -= 1
        if self.oppforsel == "feil":
            return web.Response(status=500, text="Traceback: hemmelig")
        if self.oppforsel == "soppel":
            return web.Response(text="<html>ikke json", content_type="application/json")
        if self.oppforsel == "feil_form":
            return web.json_response({"status": "failure"})
        if self.oppforsel == "tomt":
            return web.json_response([])
        if self.oppforsel == "uten_id":
            return web.json_response([{"recipient_id": avsender, "text": "Sorry, something went wrong"}])
        svar_id = self.lager.svar_pa(avsender, tekst)
        return web.json_response([{"recipient_id": avsender, "custom": {"svar_id": svar_id}}])

    async def rot(self, _request: web.Request) -> web.Response:
        if self.rot_henger:
            await asyncio.sleep(30)
        return web.Response(text="Hello from Rasa: 3.6.21")

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/", self.rot)
        app.router.add_post("/webhooks/rest/webhook", self.webhook)
        return app


class FalsktLager:
    """Answers in memory. The answer repeats the text, unless `faste` has replies for it."""

    def __init__(self) -> None:
        self.svar: dict[str, tuple[str, list[dict[str, object]]]] = {}
        self.faste: dict[str, list[dict[str, object]]] = {}
        self.slettet: list[str] = []
        self.endringer: list[tuple[str, str, object]] = []
        self.tilbakemeldinger: list[tuple[str, dict[str, object]]] = []
        self.nede = False

    def svar_pa(self, samtale_id: str, tekst: str) -> str:
        svar_id = f"svar-{len(self.svar)}"
        ekko: list[dict[str, object]] = [
            {"text": f"Du spurte: {tekst}", "choices": [], "payload": {"kind": "smalltalk", "language": "nb"}}
        ]
        self.svar[svar_id] = (samtale_id, self.faste.get(tekst, ekko))
        return svar_id

    def hent_svar(self, svar_id: str) -> list[dict[str, object]]:
        if self.nede:
            raise OSError("passord i feilmeldingen")
        return self.svar[svar_id][1]

    def angre(self, samtale_id: str, antall: int) -> dict[str, object] | None:
        if self.nede:
            raise OSError("passord i feilmeldingen")
        self.endringer.append(("angre", samtale_id, antall))
        return {"for": samtale_id}

    def gjenopprett(self, samtale_id: str, tilstand: dict[str, object]) -> None:
        self.endringer.append(("gjenopprett", samtale_id, tilstand))

    def som_en(self, samtale_id: str, antall: int) -> None:
        self.endringer.append(("som_en", samtale_id, antall))

    def lagre_tilbakemelding(self, samtale_id: str, innhold: dict[str, object]) -> bool:
        self.tilbakemeldinger.append((samtale_id, innhold))
        return any(samtale == samtale_id for samtale, _ in self.svar.values())

    def rydd(self, eldre_enn: object) -> int:
        return 0

    def slett(self, samtale_id: str) -> bool:
        if self.nede:
            raise OSError("passord i feilmeldingen")
        self.slettet.append(samtale_id)
        return True


class FalskTjeneste:
    """Two measures, and the real reading of profiles."""

    def __init__(self) -> None:
        self.filtre: dict[str, str | None] = {}
        self.as_of: date | None = None
        self.gar_i_stykker = False

    def vurder_alle(self, profil: Mapping[str, object], as_of: date) -> dict[str, object]:
        if self.gar_i_stykker:
            raise RuntimeError("hem" + "melig")
        les_profil(profil)
        self.as_of = as_of
        return {"as_of": as_of.isoformat(), "profile": dict(profil), "measures": [], "sources": []}

    def tiltak_liste(self, **filtre: str | None) -> list[dict[str, object]]:
        self.filtre = dict(filtre)
        return [{"id": "arbeidstrening", "name": "Arbeidstrening", "owner": "Nav", "status": "ordinaer"}]

    def tiltak_detaljer(self, tiltak_id: str) -> dict[str, object] | None:
        if tiltak_id != "arbeidstrening":
            return None
        return {
            "id": "arbeidstrening",
            "name": "Arbeidstrening",
            "owner": "Nav",
            "status": "ordinaer",
            "sources": [],
        }


@dataclass
class Verden:
    """A front that runs, and everything around it."""

    front: TestServer
    rasa: FalskRasa
    rasa_server: TestServer
    actions_server: TestServer
    lager: FalsktLager
    tjeneste: FalskTjeneste


async def _helse(_request: web.Request) -> web.Response:
    return web.json_response({"status": "ok"})


def actions_app() -> web.Application:
    """An action server's health address."""
    app = web.Application()
    app.router.add_get("/health", _helse)
    return app


@asynccontextmanager
async def verden(
    teams: TeamsInnstillinger | None = None,
    tilgang: TilgangsInnstillinger | None = None,
    front_port: int = 0,
    **endringer: object,
) -> AsyncIterator[Verden]:
    """Start everything on free ports (the front on `front_port` when given); `endringer` are settings of the front."""
    lager, tjeneste = FalsktLager(), FalskTjeneste()
    rasa = FalskRasa(lager)
    async with TestServer(rasa.app()) as rasa_server, TestServer(actions_app()) as actions_server:
        standard: dict[str, object] = {"rasa_tidsgrense": 0.5, "helse_tidsgrense": 0.3}
        innstillinger = Innstillinger(
            rasa_url=f"http://127.0.0.1:{rasa_server.port}",
            actions_url=f"http://127.0.0.1:{actions_server.port}",
            **{**standard, **endringer},  # type: ignore[arg-type]
        )
        async with TestServer(lag_app(innstillinger, lager, tjeneste, teams, tilgang), port=front_port) as front:
            yield Verden(front, rasa, rasa_server, actions_server, lager, tjeneste)
