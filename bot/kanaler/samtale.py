"""A message on its way: clean, redact, ask Rasa in the conversation's order, fetch the stored answers."""

from __future__ import annotations

import asyncio
import logging
import re
import unicodedata
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any, Protocol

from bot.kanaler.feil import ApiFeil, for_mange, utilgjengelig
from bot.kanaler.rasa import RasaBorte, RasaKlient
from bot.personvern import Renset, Slag, fjern
from bot.regler.datoer import i_dag
from bot.sprak.oppdeling import Deler, del_opp
from bot.svar.deler import med_deler
from bot.svar.flere import sett_sammen
from bot.svar.payload import FeedbackRequest, Language, Payload, Reply

_logg = logging.getLogger(__name__)

# Rasa reads a message that starts with a slash as an intent, past all understanding and past every rule.
_FORAN = re.compile(r"^[\s/]+")
_UONSKET = ("Cc", "Cf", "Cs", "Co", "Cn")

_NAVN: dict[str, dict[Slag, tuple[str, str]]] = {
    "nb": {
        "fodselsnummer": ("et fødselsnummer", "fødselsnumre"),
        "telefonnummer": ("et telefonnummer", "telefonnumre"),
        "e_postadresse": ("en e-postadresse", "e-postadresser"),
        "duf_nummer": ("et DUF-nummer", "DUF-numre"),
        "adresse": ("en adresse", "adresser"),
        "navn": ("et navn", "navn"),
    },
    "nn": {
        "fodselsnummer": ("eit fødselsnummer", "fødselsnummer"),
        "telefonnummer": ("eit telefonnummer", "telefonnummer"),
        "e_postadresse": ("ei e-postadresse", "e-postadresser"),
        "duf_nummer": ("eit DUF-nummer", "DUF-nummer"),
        "adresse": ("ei adresse", "adresser"),
        "navn": ("eit namn", "namn"),
    },
}
_TATT_BORT = {
    "nb": "Jeg tok bort {} fra meldingen før den ble lagret. Skriv heller alder, norsknivå og situasjon.",
    "nn": "Eg tok bort {} frå meldinga før ho blei lagra. Skriv heller alder, norsknivå og situasjon.",
}


class Samtalelager(Protocol):
    """Where the actions store what they answered. The methods block and are called in a thread."""

    def hent_svar(self, svar_id: str) -> list[dict[str, object]]:
        """The replies stored under an id, as the API sends them. Raises KeyError when there are none."""

    def angre(self, samtale_id: str, antall: int) -> dict[str, Any] | None:
        """Take back what the latest messages did. What `gjenopprett` needs; None when there was nothing."""

    def gjenopprett(self, samtale_id: str, tilstand: dict[str, Any]) -> None:
        """Put the conversation back to what it was before `angre`."""

    def som_en(self, samtale_id: str, antall: int) -> None:
        """Let the latest turns count as one message."""

    def lagre_tilbakemelding(self, samtale_id: str, innhold: dict[str, object]) -> bool:
        """Store what the user thought of an answer. False when there is no such conversation."""

    def slett(self, samtale_id: str) -> bool:
        """Delete all that is stored about a conversation. True when there was something."""

    def rydd(self, eldre_enn: timedelta) -> int:
        """Delete conversations untouched for longer; how many."""


class Koer:
    """One first-in-first-out lock per conversation in use; a lock nobody holds or waits for is dropped."""

    def __init__(self, maks_ventende: int) -> None:
        self._maks = maks_ventende
        self._laser: dict[str, asyncio.Lock] = {}
        self._brukere: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self._laser)

    @asynccontextmanager
    async def i_tur(self, samtale_id: str) -> AsyncIterator[None]:
        """Hold the conversation. Raises ApiFeil 429 when too many already wait."""
        if self._brukere[samtale_id] > self._maks:
            raise for_mange(2)
        las = self._laser.setdefault(samtale_id, asyncio.Lock())
        self._brukere[samtale_id] += 1
        try:
            async with las:
                yield
        finally:
            self._brukere[samtale_id] -= 1
            if self._brukere[samtale_id] == 0:
                del self._brukere[samtale_id], self._laser[samtale_id]


class Samtaler:
    """Messages and deletions of all conversations."""

    def __init__(self, rasa: RasaKlient, lager: Samtalelager, maks_ventende: int) -> None:
        self._rasa = rasa
        self._lager = lager
        self._koer = Koer(maks_ventende)
        self._sist_gikk_bra = False

    def gar_bra(self) -> bool:
        """Whether the last message got its answer; False before the first. The health check asks."""
        return self._sist_gikk_bra

    async def svar(self, samtale_id: str, tekst: str, erstatter: int = 0) -> list[dict[str, object]]:
        """The replies to a text, to each question when it holds several. What the latest `erstatter` messages told is
        taken back first. Raises ApiFeil: 400 when nothing is left of the text, 503 when no answer came."""
        renset = fjern(tekst)
        melding = uten_kommando(renset.tekst)
        if not melding:
            raise ApiFeil(400, "empty_text", "Meldingen er tom. Skriv et spørsmål.")
        deler = del_opp(melding, i_dag())
        async with self._koer.i_tur(samtale_id), self._i_stedet_for(samtale_id, erstatter):
            svar = await (self._spor_hver(samtale_id, deler) if deler else self.spor(samtale_id, melding))
        if renset.funn:
            svar = [_om_personvern(renset, svar), *svar]
        return [med_deler(s) for s in svar]

    @asynccontextmanager
    async def _i_stedet_for(self, samtale_id: str, antall: int) -> AsyncIterator[None]:
        """Take back the latest messages; they stand after all when what comes in their place gets no answer."""
        for_ = await self._i_databasen(self._lager.angre, samtale_id, antall) if antall else None
        try:
            yield
        except ApiFeil:
            if for_ is not None:
                await self._i_databasen(self._lager.gjenopprett, samtale_id, for_)
            raise

    @staticmethod
    async def _i_databasen[**P, T](gjor: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return await asyncio.to_thread(gjor, *args, **kwargs)
        except Exception as feil:
            _logg.error("databasen: %s", type(feil).__name__)
            raise utilgjengelig("databasen ikke svarer") from feil

    async def spor(self, samtale_id: str, melding: str) -> list[dict[str, object]]:
        """Ask Rasa and fetch what the actions stored. Raises ApiFeil 503."""
        try:
            svar = await self._hent(await self._rasa.send(samtale_id, melding))
        except RasaBorte as feil:
            self._sist_gikk_bra = False
            _logg.warning("ingen svar: %s", feil.fordi)
            raise utilgjengelig(feil.fordi) from feil
        self._sist_gikk_bra = True
        return svar

    async def _spor_hver(self, samtale_id: str, deler: Deler) -> list[dict[str, object]]:
        """First what is told of the case, whose answer nobody needs, then each question in its order."""
        if deler.opplysninger:
            await self.spor(samtale_id, deler.opplysninger)
        par = [(sporsmal, await self.spor(samtale_id, sporsmal)) for sporsmal in deler.sporsmal]
        await self._i_databasen(self._lager.som_en, samtale_id, len(par) + bool(deler.opplysninger))
        return sett_sammen(par, deler.flere)

    async def slett(self, samtale_id: str) -> None:
        """Delete a conversation from the database, the one place that holds it. Raises ApiFeil 503 if some is left."""
        async with self._koer.i_tur(samtale_id):
            try:
                await asyncio.to_thread(self._lager.slett, samtale_id)
            except Exception as feil:
                _logg.error("sletting: %s", type(feil).__name__)
                raise _ikke_slettet() from feil

    async def ta_vare_pa(self, inn: FeedbackRequest) -> bool:
        """Store what an answer was worth, its texts cleaned of personal data; False for no such conversation."""
        innhold: dict[str, object] = {
            "rating": inn.rating,
            "reasons": sorted(set(inn.reasons)),
            **{navn: fjern(uten_kommando(getattr(inn, navn))).tekst for navn in ("comment", "question", "answer")},
        }
        return await asyncio.to_thread(self._lager.lagre_tilbakemelding, inn.conversation_id, innhold)

    async def glem_prove(self, samtale_id: str) -> None:
        """Remove what a test message left in the database; failures do not matter."""
        try:
            await asyncio.to_thread(self._lager.slett, samtale_id)
        except Exception as feil:
            _logg.warning("rydding etter prøvemelding: %s", type(feil).__name__)

    async def _hent(self, ider: list[str]) -> list[dict[str, object]]:
        try:
            deler = [await asyncio.to_thread(self._lager.hent_svar, i) for i in ider]
        except KeyError as feil:
            raise RasaBorte("det ikke ble lagret") from feil
        except Exception as feil:
            _logg.error("henting av svar: %s", type(feil).__name__)
            raise RasaBorte("databasen ikke svarer") from feil
        svar = [s for del_ in deler for s in del_]
        if not svar:
            raise RasaBorte("det ikke ble lagret")
        return svar


def uten_kommando(tekst: str) -> str:
    """The text without leading slashes and without control, format and unassigned characters.

    Line breaks and tabs stay."""
    ren = "".join(c for c in tekst if c in "\n\t" or unicodedata.category(c) not in _UONSKET)
    return _FORAN.sub("", ren).rstrip()


def _ikke_slettet() -> ApiFeil:
    return ApiFeil(
        503,
        "unavailable",
        "Samtalen er ikke slettet ennå fordi databasen ikke svarer. Prøv igjen om litt.",
        {"Retry-After": "5"},
    )


def _om_personvern(renset: Renset, svar: list[dict[str, object]]) -> dict[str, object]:
    """The line that tells what was taken out, in the language of the answer."""
    forste = svar[0].get("payload")
    mal: Language = "nn" if isinstance(forste, dict) and forste.get("language") == "nn" else "nb"
    antall = Counter(f.slag for f in renset.funn)
    ting = [_NAVN[mal][slag][0] if n == 1 else f"{n} {_NAVN[mal][slag][1]}" for slag, n in antall.items()]
    oppramsing = ting[0] if len(ting) == 1 else ", ".join(ting[:-1]) + " og " + ting[-1]
    profil = forste.get("profile") if isinstance(forste, dict) else None
    payload = Payload(
        kind="privacy", as_of=i_dag(), language=mal, redacted_text=renset.tekst, profile=dict(profil or {})
    )
    svaret = Reply(text=_TATT_BORT[mal].format(oppramsing), payload=payload)
    return svaret.model_dump(mode="json", exclude_none=True)
