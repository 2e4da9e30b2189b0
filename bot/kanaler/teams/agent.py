"""One turn in Teams: who asks what, the answer from the conversation, and how it is delivered."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence

from microsoft_agents.activity import Activity, ActivityTypes, Attachment, CardAction, SuggestedActions
from microsoft_agents.hosting.core import TurnContext

from bot.kanaler.feil import ApiFeil
from bot.kanaler.teams.aktivitet import Innkommende, er_privat, les, malform, tilbakemelding
from bot.kanaler.teams.innstillinger import TeamsInnstillinger
from bot.kanaler.teams.kort import Kort, flere_kort, kort, sammendrag, velkommen
from bot.kanaler.teams.tekster import tekst
from bot.svar.payload import MAKS_TEGN, FeedbackRequest, Language, Payload, Reply

_logg = logging.getLogger(__name__)

Svarer = Callable[[str, str, int], Awaitable[list[dict[str, object]]]]
"""Conversation id, text and how many of the latest messages it replaces in, replies out; raises ApiFeil with a text for
the user."""

Mottaker = Callable[[FeedbackRequest], Awaitable[bool]]
"""Stores what an answer was worth; False when there is no such conversation."""

Sender = Callable[[TurnContext, Callable[[TurnContext], Awaitable[None]]], Awaitable[None]]
"""Runs a callback later, in the conversation of a turn that is over."""

_SETT_MAKS = 10_000
_SETT_SEKUNDER = 600.0
_HUSKES = 500


class Teamsagent:
    """Answers activities. `svar` asks the assistant, `ta_vare_pa` keeps what an answer was worth, `send_senere`
    reaches a conversation after its turn is over."""

    def __init__(
        self, innstillinger: TeamsInnstillinger, svar: Svarer, ta_vare_pa: Mottaker, send_senere: Sender
    ) -> None:
        self._innstillinger = innstillinger
        self._svar = svar
        self._ta_vare_pa = ta_vare_pa
        self._send_senere = send_senere
        self._sett: OrderedDict[str, float] = OrderedDict()
        self._siste: OrderedDict[str, Payload] = OrderedDict()
        self._besvart: OrderedDict[str, list[str]] = OrderedDict()
        self._oppgaver: set[asyncio.Task[None]] = set()

    async def on_turn(self, context: TurnContext) -> None:
        """Answer one activity; one that was delivered before is passed over."""
        aktivitet = context.activity
        if self._duplikat(aktivitet):
            return
        if aktivitet.type == ActivityTypes.conversation_update:
            await self._hils(context)
        elif aktivitet.type == ActivityTypes.message or _er_redigert(aktivitet):
            await self._melding(context)

    async def lukk(self) -> None:
        """Wait for answers that are still on their way, then give up on the rest."""
        if self._oppgaver:
            _, resten = await asyncio.wait(self._oppgaver, timeout=self._innstillinger.tidsgrense)
            for oppgave in resten:
                oppgave.cancel()

    def _duplikat(self, aktivitet: Activity) -> bool:
        """Teams delivers again when it did not hear from us in time."""
        if not aktivitet.id or aktivitet.conversation is None:
            return False
        na = time.monotonic()
        while self._sett and (len(self._sett) > _SETT_MAKS or next(iter(self._sett.values())) < na - _SETT_SEKUNDER):
            self._sett.popitem(last=False)
        nokkel = "\x1f".join((aktivitet.conversation.id, aktivitet.id, aktivitet.type or ""))
        if _er_redigert(aktivitet):  # each edit of a message has the id of the message
            nokkel += aktivitet.text or ""
        if nokkel in self._sett:
            return True
        self._sett[nokkel] = na
        return False

    async def _hils(self, context: TurnContext) -> None:
        aktivitet = context.activity
        oss = aktivitet.recipient.id if aktivitet.recipient else None
        if oss and any(medlem.id == oss for medlem in aktivitet.members_added or []):
            await self._velkommen(context, malform(aktivitet))

    async def _velkommen(self, context: TurnContext, spraket: Language) -> None:
        await _send(context, [velkommen(spraket, not er_privat(context.activity))], tekst("velkommen", spraket))

    async def _melding(self, context: TurnContext) -> None:
        inn = les(context.activity)
        if inn.handling == "flere":
            await self._flere(context, inn)
        elif inn.handling == "tilbakemelding":
            await self._ta_vare_pa(tilbakemelding(inn))
            await context.send_activity(tekst("nytte_takk", inn.malform))
        elif inn.handling == "endre" and not inn.tekst:
            await context.send_activity(tekst("ikke_endret", inn.malform))
        elif not inn.tekst:
            await self._velkommen(context, inn.malform)
        elif len(inn.tekst) > MAKS_TEGN:
            await context.send_activity(tekst("for_lang", inn.malform))
        else:
            await self._svar_pa(context, inn)

    async def _svar_pa(self, context: TurnContext, inn: Innkommende) -> None:
        """Ask, show that we write when it takes a moment, and deliver now or, past the time Teams waits, later."""
        oppgave = asyncio.create_task(self._sporsmal(inn))
        grense = self._innstillinger
        ferdig, _ = await asyncio.wait({oppgave}, timeout=grense.skrivetegn_etter)
        if not ferdig:
            await context.send_activity(Activity(type=ActivityTypes.typing))
            ferdig, _ = await asyncio.wait({oppgave}, timeout=grense.tidsgrense - grense.skrivetegn_etter)
        if ferdig:
            await self._lever(context, inn, oppgave.result())
            return
        await context.send_activity(tekst("senere", inn.malform))
        senere = asyncio.create_task(self._lever_senere(context, inn, oppgave))
        self._oppgaver.add(senere)
        senere.add_done_callback(self._oppgaver.discard)

    async def _lever_senere(
        self, context: TurnContext, inn: Innkommende, oppgave: asyncio.Task[list[Reply] | str]
    ) -> None:
        svar = await oppgave

        async def lever(ny: TurnContext) -> None:
            await self._lever(ny, inn, svar)

        try:
            await self._send_senere(context, lever)
        except Exception as feil:
            _logg.error("svaret nådde ikke fram til Teams: %s", type(feil).__name__)

    async def _sporsmal(self, inn: Innkommende) -> list[Reply] | str:
        """The replies, or what to say instead when none came."""
        besvart = self._besvart.get(inn.samtale_id, [])
        erstatter = len(besvart) if besvart and besvart[0] == inn.redigerer else 0
        try:
            svar = [Reply.model_validate(s) for s in await self._svar(inn.samtale_id, inn.tekst, erstatter)]
        except ApiFeil as feil:
            return feil.melding
        except Exception as feil:
            _logg.error("svar til Teams: %s", type(feil).__name__)
            return tekst("feil", inn.malform)
        # the latest question, which can be edited, and the changes of facts since then
        _husk(self._besvart, inn.samtale_id, [*besvart, inn.id] if inn.handling == "endre" else [inn.id])
        for ett in svar:
            if ett.payload is not None and ett.payload.kind == "recommendation":
                _husk(self._siste, inn.samtale_id, ett.payload)
        return svar

    async def _lever(self, context: TurnContext, inn: Innkommende, svar: list[Reply] | str) -> None:
        if isinstance(svar, str):
            await context.send_activity(svar)
            return
        for ett in svar:
            kortene = kort(ett, inn.malform)
            i_stedet = inn.kort_id if inn.handling == "endre" and ett is svar[-1] else None
            if i_stedet and await _bytt(context, i_stedet, kortene[0], sammendrag(ett)):
                kortene = kortene[1:]
            await _send(context, kortene, sammendrag(ett), self._snarveier(context, inn) if ett is svar[-1] else None)

    @staticmethod
    def _snarveier(context: TurnContext, inn: Innkommende) -> SuggestedActions | None:
        """What can always be asked, over the field one writes in; only private chats have it."""
        if not er_privat(context.activity) or context.activity.from_property is None:
            return None
        titler = [tekst(f"snarvei_{n}", inn.malform) for n in (1, 2, 3)]
        return SuggestedActions(
            to=[context.activity.from_property.id],
            actions=[CardAction(type="imBack", title=t, value=t) for t in titler],
        )

    async def _flere(self, context: TurnContext, inn: Innkommende) -> None:
        payload = self._siste.get(inn.samtale_id)
        fra = inn.data.get("fra")
        if payload is None or not isinstance(fra, int):
            await context.send_activity(tekst("flere_borte", inn.malform))
            return
        await _send(context, flere_kort(payload, fra), tekst("flere", inn.malform, len(payload.measures) - fra))


def _husk[T](minne: OrderedDict[str, T], nokkel: str, verdi: T) -> None:
    """Remember for a conversation, the least used ones forgotten."""
    minne[nokkel] = verdi
    minne.move_to_end(nokkel)
    if len(minne) > _HUSKES:
        minne.popitem(last=False)


def _er_redigert(aktivitet: Activity) -> bool:
    """Whether the user has edited a message; Teams tells of deletions undone by the same type."""
    kanaldata = aktivitet.channel_data if isinstance(aktivitet.channel_data, dict) else {}
    return aktivitet.type == ActivityTypes.message_update and kanaldata.get("eventType") == "editMessage"


async def pa_feil(context: TurnContext, feil: Exception) -> None:
    """What the user gets when a turn fails: a text of our own; the log gets the kind of error, never its text."""
    _logg.error("uventet feil i Teams: %s", type(feil).__name__)
    await context.send_activity(tekst("feil", malform(context.activity)))


def _aktivitet(kortet: Kort, oppsummert: str) -> Activity:
    vedlegg = Attachment(content_type="application/vnd.microsoft.card.adaptive", content=kortet)
    return Activity(type=ActivityTypes.message, attachments=[vedlegg], summary=oppsummert)


async def _send(
    context: TurnContext, kortene: Sequence[Kort], oppsummert: str, snarveier: SuggestedActions | None = None
) -> None:
    """Send the cards in order, the shortcuts with the last."""
    for ett in kortene:
        aktivitet = _aktivitet(ett, oppsummert)
        if snarveier is not None and ett is kortene[-1]:
            aktivitet.suggested_actions = snarveier
        await context.send_activity(aktivitet)


async def _bytt(context: TurnContext, kort_id: str, kortet: Kort, oppsummert: str) -> bool:
    """Put a card in the place of an older one; False when Teams does not let us."""
    ny = _aktivitet(kortet, oppsummert)
    ny.id = kort_id
    try:
        await context.update_activity(ny)
    except Exception as feil:
        _logg.warning("kortet ble ikke byttet: %s", type(feil).__name__)
        return False
    return True
