"""Putting a reply together: markdown, choices and payload with the same sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import zip_longest
from typing import Any, TypedDict

from bot.profil.fakta import FAKTA
from bot.profil.faktum import Profil
from bot.profil.lesing import til_json
from bot.profil.samtale import Malform
from bot.svar.malform import dato, velg
from bot.svar.payload import Kind
from bot.svar.tjeneste import Tjeneste
from bot.svar.verdier import vis_verdi


class Choice(TypedDict):
    """A suggested next message."""

    title: str
    text: str


class Svarbygger:
    """Collects paragraphs, sources, measures and choices, and gives the finished reply."""

    def __init__(self, tjeneste: Tjeneste, malform: Malform) -> None:
        self.tjeneste = tjeneste
        self.malform: Malform = malform
        self._avsnitt: list[str] = []
        self._punkter: list[str] = []
        self._vis: list[str] = []
        self._tiltak: list[dict[str, Any]] = []
        self._valg: list[Choice] = []
        self._neste: dict[str, str] | None = None

    def avsnitt(self, tekst: str) -> None:
        """Add a paragraph of markdown."""
        if tekst:
            self._avsnitt.append(tekst)

    def kilde(self, punkter: Iterable[str]) -> None:
        """Add sources, shown in the text in this order."""
        nye = list(punkter)
        self._punkter += nye
        self._vis += nye

    def kilde_hjemmel(self, hjemmel: str | None) -> None:
        """Add the sources of a legal basis."""
        self.kilde(self.tjeneste.kilder.hjemmel(hjemmel))

    def tiltak(self, tiltak: list[dict[str, Any]], vis_kilder: int) -> None:
        """Add evaluated measures to the payload; the sources of the decisive reasons of the first `vis_kilder` are
        listed in the text, all of them in the payload."""
        self._tiltak += tiltak
        for i, t in enumerate(tiltak):
            for j, grunn in enumerate(t["reasons"]):
                self._punkter += grunn["source_ids"]
                if i < vis_kilder and j < 2:
                    self._vis += grunn["source_ids"]

    def valg(self, tittel: str, tekst: str) -> None:
        """Add a suggested next message."""
        if len(self._valg) < 6 and all(v["text"] != tekst for v in self._valg):
            self._valg.append({"title": tittel, "text": tekst})

    def neste_sporsmal(self, faktum: str | None) -> None:
        """Ask for a fact, with its answers as choices when there are few."""
        if faktum is None:
            return
        f = FAKTA[faktum]
        tekst = velg(self.malform, f.sporsmal, f.sporsmal_nn)
        self._neste = {"fact": faktum, "text": tekst}
        self.avsnitt(f"**{velg(self.malform, 'Neste spørsmål', 'Neste spørsmål')}:** {tekst}")
        if f.slag == "ja_nei":
            self.valg(velg(self.malform, "Ja", "Ja"), velg(self.malform, "Ja", "Ja"))
            self.valg(velg(self.malform, "Nei", "Nei"), velg(self.malform, "Nei", "Nei"))
        elif f.slag in ("valg", "ordnet") and len(f.verdier) <= 6:
            for v in f.verdier:
                vist = vis_verdi(v, self.malform)
                self.valg(vist[0].upper() + vist[1:], vist)

    def ferdig(self, kind: Kind, profil: Profil, i_dag: date, med_regler: bool = True) -> dict[str, Any]:
        """The reply as JSON. The text alone is a full answer, sources included. `med_regler`: it rests on rules, so it
        says when these were checked."""
        deler = list(self._avsnitt)
        if self._vis:
            kilder = self.tjeneste.kilder.markdown(list(dict.fromkeys(self._vis))[:14])
            dag = dato(self.tjeneste.kontrollert)
            sjekket = velg(self.malform, f"Reglene er kontrollert {dag}.", f"Reglane er kontrollerte {dag}.")
            if med_regler:
                deler.append(f"*{sjekket}*")
            deler.append(f"**{velg(self.malform, 'Kilder', 'Kjelder')}**\n{kilder}")
        return {
            "text": "\n\n".join(deler),
            "choices": list(self._valg),
            "payload": {
                "kind": kind,
                "as_of": i_dag.isoformat(),
                "profile": til_json(profil),
                "measures": self._tiltak,
                "sources": self.tjeneste.kilder.som_json(self._punkter),
                "next_question": self._neste,
                "language": self.malform,
            },
        }


def flett_titler(egne: Sequence[str], andre: Sequence[str], antall: int = 3) -> list[str]:
    """The titles of the nearest of two kinds in turn, the own kind first, at most `antall`."""
    par = zip_longest(egne, andre)
    return list(dict.fromkeys(t for begge in par for t in begge if t is not None))[:antall]
