"""Talking to Rasa's REST channel and to the action server's health address, over kept-alive connections."""

from __future__ import annotations

import asyncio
import json

import aiohttp

from bot.kanaler.innstillinger import Innstillinger

# Rasa closes an idle connection after 5 s; ours must go first, or a message meets a closing door.
_HOLD_APEN = 4.0
_MAKS_SVAR = 256 * 1024


class RasaBorte(Exception):
    """Rasa gave no usable answer; `fordi` is Norwegian and completes «Svaret kom ikke fram fordi …»."""

    def __init__(self, fordi: str) -> None:
        super().__init__(fordi)
        self.fordi = fordi


class RasaKlient:
    """One client for the whole front; open it inside the event loop and close it at the end."""

    def __init__(self, innstillinger: Innstillinger) -> None:
        self._webhook = f"{innstillinger.rasa_url}/webhooks/rest/webhook"
        self._rot = f"{innstillinger.rasa_url}/"
        self._actions = f"{innstillinger.actions_url}/health"
        self._tidsgrense = aiohttp.ClientTimeout(total=innstillinger.rasa_tidsgrense)
        self._helse_tidsgrense = aiohttp.ClientTimeout(total=innstillinger.helse_tidsgrense)
        self._okt = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=_HOLD_APEN),
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,
        )

    async def lukk(self) -> None:
        """Close all connections."""
        await self._okt.close()

    async def send(self, avsender: str, tekst: str) -> list[str]:
        """Send one message and return the ids of the answers that the actions stored, in order.

        Raises RasaBorte when Rasa is away, too slow or answers something else, or no action answered."""
        meldinger = await self._post(avsender, tekst)
        ider = [i for i in (_svar_id(m) for m in meldinger) if i is not None]
        if not ider:
            raise RasaBorte("tjenesten som lager svarene, er nede")
        return ider

    async def rasa_svarer(self) -> bool:
        """True when Rasa's server answers in time."""
        return await self._svarer(self._rot)

    async def actions_svarer(self) -> bool:
        """True when the action server's health address answers in time."""
        return await self._svarer(self._actions)

    async def _post(self, avsender: str, tekst: str) -> list[object]:
        kropp = {"sender": avsender, "message": tekst}
        try:
            try:
                return await self._en_post(kropp)
            except aiohttp.ServerDisconnectedError:
                # A connection kept since before Rasa was restarted; a new one tells whether Rasa is there.
                return await self._en_post(kropp)
        except TimeoutError as feil:
            raise RasaBorte("samtaletjenesten brukte for lang tid") from feil
        except (aiohttp.ClientError, OSError) as feil:
            raise RasaBorte("samtaletjenesten ikke svarer") from feil
        except ValueError as feil:
            raise RasaBorte("samtaletjenesten svarte noe uforståelig") from feil

    async def _en_post(self, kropp: dict[str, str]) -> list[object]:
        async with self._okt.post(self._webhook, json=kropp, timeout=self._tidsgrense) as svar:
            if svar.status != 200:
                raise ValueError("status")
            raa = await svar.content.read(_MAKS_SVAR)
            while not svar.content.at_eof() and len(raa) < _MAKS_SVAR:
                raa += await svar.content.read(_MAKS_SVAR - len(raa))
        data = json.loads(raa)
        if not isinstance(data, list):
            raise ValueError("shape")
        return data

    async def _svarer(self, adresse: str) -> bool:
        try:
            async with self._okt.get(adresse, timeout=self._helse_tidsgrense) as svar:
                return svar.status == 200
        except (aiohttp.ClientError, OSError, TimeoutError, asyncio.IncompleteReadError):
            return False


def _svar_id(melding: object) -> str | None:
    egen = melding.get("custom") if isinstance(melding, dict) else None
    verdi = egen.get("svar_id") if isinstance(egen, dict) else None
    return verdi if isinstance(verdi, str) and verdi else None
