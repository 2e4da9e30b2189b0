"""The knowledge base in memory: entries with their search, and what is answered from data rather than by search."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from bot.katalog.skjema_kunnskap import Kunnskapsfil, Oppslag, Problem, Rad, Sjekkliste, Tabell, Tidslinje
from bot.kunnskap.dokument import dokumenter
from bot.kunnskap.indeks import Indeks, Passasje
from bot.kunnskap.kunnskapssok import GODT, Kunnskapssok, Treff
from bot.kunnskap.ord import termer

# How alike a question must be to a way of putting a problem (cosine and coverage together, 0-2) to be that problem.
PROBLEM_SIKKERT = 1.2
# ... and when it is put as a question, which the rules may answer as well.
PROBLEM_SOM_SPORSMAL = 1.45
PROBLEM_KANSKJE = 0.9
_STEGVIS = re.compile(
    r"\b(steg\w*|trinn\w*|tidslinje\w*|tidsplan\w*|lagt opp|bygd opp|bygg[ae]?t opp|forløp\w*|gangen|minutt\w*|"
    r"opplegg\w*|hvordan|korleis|åssen|progra+m for|rekkefølge\w*|fra start til slutt|frå start til slutt)\b"
)
_SAMMENLIGN = re.compile(
    r"\b(tabell\w*|sammenlign\w*|samanlikn\w*|oversikt|forskjell\w*|skilnad\w*|hver av|kvar av|andre kommun\w+)\b"
)

_SPOR_OM_ORD = re.compile(
    r"^(og |men )?(hva|kva|ka|hvem|kven) (er|e|var|betyr|tyder)( egentlig| eigentleg| nå igjen)?( e[nit]| ein| eit)? |"
    r"(,? (hva|kva|ka) (er|e|var) (det|dette|d))?( for noe| for noko)?$"
)
_LEDD = re.compile(r"[–—:;,.?!]|\bog\b")
_ALLE = re.compile(r"\b(fire|alle|kvar|hver|kommunene|kommunane)\b")


class Kunnskapsbase:
    """Built once per process from what the database holds; only read after that."""

    def __init__(self, kunnskap: Kunnskapsfil, lokale: Iterable[Any] = ()) -> None:
        self.kunnskap = kunnskap
        self.oppslag: dict[str, Oppslag] = {o.id: o for o in kunnskap.oppslag}
        self.sok = Kunnskapssok(dokumenter(kunnskap, lokale))
        self._maler: tuple[Problem | Sjekkliste, ...] = (*kunnskap.problemer, *kunnskap.sjekklister)
        passasjer = [
            Passasje(i, 0 if tekst is not m.navn else 1, 1.0, tekst)
            for i, m in enumerate(self._maler)
            for tekst in (*m.sporsmal, m.navn, m.navn_nn)
        ]
        self._problemindeks = Indeks(passasjer, len(self._maler))
        self._begreper = {form: o for o in kunnskap.oppslag if o.navn for form in _former(o.navn)}

    def problem(self, sporsmal: str) -> tuple[Problem | Sjekkliste, float] | None:
        """The problem or checklist a question is most like, with how alike (0-2)."""
        vekter = self._problemindeks.vekter(sporsmal)
        if not vekter:
            return None
        sjekk = "sjekkliste" in termer(sporsmal) or "huskeliste" in termer(sporsmal)
        rang = [
            (max(f.likhet[:2]) + f.dekning, -i)
            for i, f in self._problemindeks.finn(vekter).items()
            if not sjekk or isinstance(self._maler[i], Sjekkliste)
        ]
        if not rang:
            return None
        verdi, i = max(rang)
        return self._maler[-i], verdi

    def tabell(self, sporsmal: str) -> tuple[Tabell, list[int], list[Rad]] | None:
        """The table a question asks for, with the columns and rows it names (all when it names none)."""
        liten = sporsmal.lower()
        ord_ = {*termer(sporsmal)}
        best: tuple[int, Tabell, list[int], list[Rad]] | None = None
        for tabell in self.kunnskap.tabeller:
            kjent = any(re.search(rf"\b{re.escape(k)}", liten) for k in tabell.kjennetegn)
            kolonner = [i for i, k in enumerate(tabell.kolonner) if re.search(rf"\b{re.escape(k.lower())}s?\b", liten)]
            rader = [r for r in tabell.rader if (t := {*termer(r.navn)}) and t <= ord_]
            side_om_side = len(kolonner) >= 2 or (not kolonner and bool(_SAMMENLIGN.search(liten) or rader))
            side_om_side = side_om_side or (
                kjent and not kolonner and bool(_ALLE.search(liten)) and not rader and len(tabell.rader) < 4
            )
            if not (len(kolonner) >= 2 or kjent) or not (side_om_side or (tabell.id == "puljeplan" and not kolonner)):
                continue
            poeng = 2 * kjent + len(kolonner) + 2 * len(rader)
            if best is None or poeng > best[0]:
                best = (poeng, tabell, kolonner if len(kolonner) >= 2 else [], rader)
        if best is None:
            return None
        _, tabell, kolonner, rader = best
        return tabell, kolonner or list(range(len(tabell.kolonner))), rader or list(tabell.rader)

    def tidslinje(self, sporsmal: str) -> Tidslinje | None:
        """The timeline a question asks for: it names the thing and asks how it goes."""
        liten = sporsmal.lower()
        if not _STEGVIS.search(liten):
            return None
        for linje in self.kunnskap.tidslinjer:
            if any(re.search(rf"(?<!\w){re.escape(k)}", liten) for k in linje.kjennetegn):
                return linje
        return None

    def begrep(self, sporsmal: str) -> Oppslag | None:
        """The term a question names in full, the longest one; None when it names none."""
        rent = f" {_rent(sporsmal)} "
        treff = [(len(form), form) for form in self._begreper if f" {form} " in rent]
        return self._begreper[max(treff)[1]] if treff else None

    def er_bare_begrep(self, sporsmal: str) -> bool:
        """Whether the whole message is a term ("klientifisering?", "hva var PAI?")."""
        return _SPOR_OM_ORD.sub("", _rent(sporsmal)).strip() in self._begreper

    def slektninger(self, oppslag: Oppslag, antall: int = 3) -> list[Oppslag]:
        """The terms nearest in meaning to one."""
        funnet = self.sok.finn(" ".join(oppslag.emner), antall=12, typer=frozenset({"begrep"}))
        andre = [t.dokument.ting for t in funnet if t.dokument.ting.navn and t.dokument.id != oppslag.id]
        return andre[:antall]

    def finn(self, sporsmal: str, antall: int = 5) -> list[Treff]:
        """The best entries for a question; for the clause of it that is answered best when the whole is not."""
        treff = self.sok.finn(sporsmal, antall=antall)
        if treff and treff[0].poeng < GODT:
            ledd = [x for x in _LEDD.split(sporsmal) if len(x.split()) >= 3]
            for del_ in ledd if len(ledd) > 1 else ():
                andre = self.sok.finn(del_, antall=antall)
                if andre and andre[0].poeng > treff[0].poeng:
                    treff = andre
        return treff

    def hent(self, ider: Sequence[str]) -> list[Oppslag]:
        """Entries by id, in the order given."""
        return [self.oppslag[i] for i in ider]


def _rent(tekst: str) -> str:
    return " ".join(re.findall(r"[\wæøå§-]+", tekst.lower()))


def _former(navn: str) -> list[str]:
    """A term as it may be written: whole, without its bracket, the bracket alone, and each side of a slash or comma."""
    deler = [re.sub(r"\([^)]*\)", " ", navn), *re.findall(r"\(([^)]*)\)", navn)]
    alle = [navn, *(d for del_ in deler for d in re.split(r"[/,]| og ", del_)), *deler]
    return [f for d in alle if len(f := _rent(d)) >= 2]
