"""Which question comes next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime

from bot.laering.bank import Bank
from bot.laering.generator.utvalg import nokkel
from bot.laering.okt import Okt
from bot.laering.oppgave import Oppgave
from bot.laering.repetisjon import Kort

# At most this many questions in a row are old ones; a quiz should bring something new as well.
_GAMLE_PER_NY = 3


def kandidater(bank: Bank, okt: Okt) -> list[Oppgave]:
    """What the quiz may ask: all questions, or those on its subject."""
    if okt.slag is not None and (slike := [o for o in bank.oppgaver.values() if o.slag == okt.slag]):
        return slike
    if okt.tiltak is not None and (om := bank.om_tiltak(okt.tiltak)):
        return [o for o in om if o.slag != "hva"]  # the subject itself would be the answer
    if okt.tema is not None:
        return bank.om_tema(okt.tema)
    return list(bank.oppgaver.values())


def neste_oppgave(bank: Bank, okt: Okt, kort: Mapping[str, Kort], bruker: str, na: datetime) -> Oppgave | None:
    """The next question of a lesson or quiz; None when there is nothing more to ask.

    What was decided beforehand comes first, then what is due for repetition, then something new at the right level.
    Kinds of question and measures take turns, and users get different questions.
    """
    while okt.ko:
        oppgave = bank.oppgaver.get(okt.ko.pop(0))
        if oppgave is not None:
            return oppgave
    if okt.modus == "leksjon":
        return None
    ledige = [o for o in kandidater(bank, okt) if o.id not in okt.stilt]
    forfalte = sorted((o for o in ledige if o.id in kort and kort[o.id].forfalt(na)), key=lambda o: kort[o.id].forfall)
    nye = [o for o in ledige if o.id not in kort]
    gamle_pa_rad = len([i for i in okt.stilt[-_GAMLE_PER_NY:] if i in kort and kort[i].riktige + kort[i].gale > 1])
    if forfalte and (gamle_pa_rad < _GAMLE_PER_NY or not nye):
        return forfalte[0]
    if nye:
        return _variert(bank, nye, okt, bruker)
    return min((o for o in ledige), key=lambda o: kort[o.id].forfall, default=None)


def _variert(bank: Bank, nye: Iterable[Oppgave], okt: Okt, bruker: str) -> Oppgave:
    stilt = [bank.oppgaver[i] for i in okt.stilt if i in bank.oppgaver]
    brukt = Counter(o.slag for o in stilt)
    sist = {t for o in stilt[-2:] for t in o.tiltak}
    return min(
        nye,
        key=lambda o: (abs(o.niva - okt.niva), brukt[o.slag], bool(sist & set(o.tiltak)), nokkel(bruker, o.slag, o.id)),
    )


def rekkefolge(oppgave: Oppgave, bruker: str, gang: int) -> list[int]:
    """The order to show the alternatives in: shuffled, another way each time; yes before no."""
    antall = range(len(oppgave.alternativer))
    if oppgave.i_rekkefolge:
        return sorted(antall, key=lambda i: oppgave.alternativer[i].tekst.nb != "Ja")
    return sorted(antall, key=lambda i: nokkel(bruker, gang, oppgave.id, i))
