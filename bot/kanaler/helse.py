"""Whether the front, Rasa and the action server work, answered within a second even when they hang."""

from __future__ import annotations

import asyncio
from uuid import uuid4

from bot.kanaler.feil import ApiFeil
from bot.kanaler.rasa import RasaKlient
from bot.kanaler.samtale import Samtaler
from bot.svar.payload import Health, HealthProcess

_PROVEMELDING = "hei"


class Helse:
    """Checks the two other processes by their addresses, and the whole way of a message when there is doubt.

    A process can answer on its address and still not answer a message. So when the last message got none, and
    before the first one, a test message goes the whole way; after that, users' own messages tell."""

    def __init__(self, rasa: RasaKlient, samtaler: Samtaler, tidsgrense: float) -> None:
        self._rasa = rasa
        self._samtaler = samtaler
        self._tidsgrense = tidsgrense
        self._prove: asyncio.Task[None] | None = None

    async def sjekk(self) -> Health:
        """The state of the three processes now."""
        rasa, actions = await asyncio.gather(self._rasa.rasa_svarer(), self._rasa.actions_svarer())
        prosesser = {"front": _ok(), "rasa": _ok(), "actions": _ok()}
        if not rasa:
            prosesser["rasa"] = _feil("Rasa svarer ikke.")
        if not actions:
            prosesser["actions"] = _feil("Handlingsserveren svarer ikke.")
        if rasa and actions and not await self._meldinger_kommer_fram():
            prosesser["rasa"] = _feil("Rasa er oppe, men en melding får ikke svar.")
        alle_ok = all(p.status == "ok" for p in prosesser.values())
        return Health(status="ok" if alle_ok else "feil", prosesser=prosesser)

    async def lukk(self) -> None:
        """Stop a test message under way."""
        if self._prove is not None:
            self._prove.cancel()
            await asyncio.gather(self._prove, return_exceptions=True)

    async def _meldinger_kommer_fram(self) -> bool:
        if self._samtaler.gar_bra():
            return True
        if self._prove is None or self._prove.done():
            self._prove = asyncio.create_task(self._send_prove())
        await asyncio.wait({self._prove}, timeout=self._tidsgrense)
        return self._samtaler.gar_bra()

    async def _send_prove(self) -> None:
        samtale_id = f"helsesjekk-{uuid4()}"
        try:
            await self._samtaler.spor(samtale_id, _PROVEMELDING)
        except ApiFeil:
            return
        await self._samtaler.glem_prove(samtale_id)


def _ok() -> HealthProcess:
    return HealthProcess(status="ok")


def _feil(melding: str) -> HealthProcess:
    return HealthProcess(status="feil", melding=melding)
