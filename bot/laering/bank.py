"""All lessons and questions of one day, by id and by subject."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from bot.kunnskap.ord import termer
from bot.laering.generator import lag_oppgaver
from bot.laering.innlesing import Henvisninger, les_kurs
from bot.laering.oppgave import Alternativ, Grunnlag, Oppgave
from bot.laering.skjema import Leksjon, SkrevetOppgave
from bot.laering.tekst import Oppslag, Tekst, par
from bot.regler.parametre import parametre

_TILTAK_FOR_OMRADE = {
    "intro": "introduksjonsprogrammet",
    "kvp": "kvalifiseringsprogrammet",
    "jobbsjansen": "jobbsjansen",
    "norsk": "norskopplaering",
}


@dataclass(frozen=True)
class Bank:
    """The course and the questions. Made once a day: a rule that comes into force gives other questions."""

    dag: date
    leksjoner: tuple[Leksjon, ...]
    oppgaver: Mapping[str, Oppgave]
    oppslag: Oppslag

    @cached_property
    def leksjon(self) -> Mapping[str, Leksjon]:
        """The lessons by id, in order."""
        return {leksjon.id: leksjon for leksjon in self.leksjoner}

    def neste(self, etter: str | None, fullfort: Collection[str]) -> Leksjon | None:
        """The lesson to take after `etter`: the next one not yet done, from the start again when none is left there."""
        fra = 0 if etter is None else self.leksjon[etter].nummer
        rest = [leksjon for leksjon in self.leksjoner if leksjon.id not in fullfort and leksjon.id != etter]
        return next((leksjon for leksjon in rest if leksjon.nummer > fra), rest[0] if rest else None)

    def om_tema(self, tema: str) -> list[Oppgave]:
        """The questions of one lesson's subject."""
        return [o for o in self.oppgaver.values() if tema in o.tema]

    def om_tiltak(self, tiltak: str) -> list[Oppgave]:
        """The questions about one measure."""
        return [o for o in self.oppgaver.values() if tiltak in o.tiltak]

    @cached_property
    def _termer(self) -> Mapping[str, frozenset[str]]:
        return {o.id: frozenset(termer(f"{o.sporsmal.nb} {o.forklaring.nb}")) for o in self.oppgaver.values()}

    def om_ord(self, ord_: str) -> list[Oppgave]:
        """The questions that are about all of the words, whatever form they stand in."""
        sokt = set(termer(ord_))
        return [self.oppgaver[i] for i, om in self._termer.items() if sokt and sokt <= om]

    def tema_for(self, tiltak: str) -> Leksjon | None:
        """The lesson a measure belongs to."""
        return next((leksjon for leksjon in self.leksjoner if tiltak in leksjon.tiltak), None)


def lag_bank(g: Grunnlag, kilder: Collection[str], dag: date) -> Bank:
    """Lessons and questions as the data are on a day. Raises Katalogfeil when a lesson file is wrong."""
    leksjoner = les_kurs(Henvisninger(g.regler, g.tiltak, kilder, parametre(), dag))
    skrevne = [_skrevet(leksjon, s) for leksjon in leksjoner for s in leksjon.sporsmal]
    alle = [_med_tema(o, leksjoner, g) for o in (*skrevne, *lag_oppgaver(g, dag))]
    return Bank(dag, leksjoner, {o.id: o for o in alle}, Oppslag(g.regler, parametre(), g.tiltak, dag))


def _skrevet(leksjon: Leksjon, s: SkrevetOppgave) -> Oppgave:
    gale = (Alternativ(par(a, "tekst"), par(a, "hvorfor")) for a in s.gale)
    return Oppgave(
        id=s.id,
        slag="skrevet",
        tema=(leksjon.id,),
        niva=s.niva,
        sporsmal=par(s, "sporsmal"),
        alternativer=(Alternativ(par(s, "riktig")), *gale),
        forklaring=par(s, "forklaring"),
        tiltak=s.tiltak,
        regler=s.regler,
        kilder=s.kilder,
    )


def _med_tema(oppgave: Oppgave, leksjoner: Iterable[Leksjon], g: Grunnlag) -> Oppgave:
    """The question with the lessons that name its measure or rule, or everything its rule is about, and with the
    measure a rule is about when it is about that alone."""
    egne = dict.fromkeys(oppgave.tema)
    for leksjon in leksjoner if oppgave.slag != "skrevet" else ():  # a written one has the lesson it stands in
        nevnt = set(oppgave.tiltak) & set(leksjon.tiltak) or set(oppgave.regler) & set(leksjon.regler)
        omrade = any(set(g.regler[r].gjelder) <= set(leksjon.gjelder) for r in oppgave.regler)
        if nevnt or omrade:
            egne[leksjon.id] = None
    gjelder = [set(g.regler[r].gjelder) for r in oppgave.regler]
    alene = [_TILTAK_FOR_OMRADE[o] for omrade in gjelder if len(omrade) == 1 for o in omrade if o in _TILTAK_FOR_OMRADE]
    return replace(oppgave, tema=tuple(egne), tiltak=tuple(dict.fromkeys([*oppgave.tiltak, *alene])))


def tekstene(oppgave: Oppgave) -> Iterable[Tekst]:
    """Every text of a question that may hold a placeholder."""
    yield oppgave.sporsmal
    yield oppgave.forklaring
    for a in oppgave.alternativer:
        yield a.tekst
        if a.hvorfor is not None:
            yield a.hvorfor
