"""Measures by topic: what a question asks for («på kveldstid», «som kan gi fagbrev») and which measures are about it.

A topic is one of tiltaksemner.yml, a branch, a length, or a word of the question that the catalogue has. A measure is
about it when a field of the catalogue says so or its own text does; the text that says it is given as the reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.kunnskap.indeks import Indeks, Passasje
from bot.kunnskap.ord import termer
from bot.kunnskap.telling import BRANSJER, INNHOLD

_FIL = yaml.load(Path(__file__).with_name("tiltaksemner.yml").read_bytes(), Loader=yaml.CSafeLoader)
_RAMME = frozenset(str(_FIL["ramme"]).split())
_RAMMETERMER = frozenset(t for ord_ in _RAMME for t in termer(ord_)) | _RAMME
# A word in more measures than this share of them is no topic.
_VANLIG = 0.15
# A word ending in one of these names an offer, known or not ("svømmekurs").
_TILBUDSORD = re.compile(r"\w{3,}(kurs|kurset|gruppe|grupper|tilbud|opplæring|trening|hjelp|skole|klubb|kafe|kafé)$")
# What being found in the whole country, being a benefit and no measure, and using the question's words count for.
_LANDET, _YTELSE, _ORDRETT = 2.0, 2.0, 4.0
_IKKE_FOR_DELTAKERE = frozenset({"organisering", "kunnskapsdeling", "verktoy"})
# Fields of the catalogue that decide by themselves: how a measure is worded adds nothing.
_FELTER = frozenset({"varighet", "eier", "betaler", "status", "tiltakspenger"})
_TALL = {"en": 1, "ett": 1, "eitt": 1, "et": 1, "eit": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "tolv": 12}
_MANEDER = {"uker": 12 / 52, "maneder": 1.0, "ar": 12.0}
# Whom or what the measures are for, said last: «tilbud for gravide».
_FOR_HVEM = re.compile(r"\b(?:for|til|mot|om|innen|med) (?:\w+ )?(?P<hvem>[a-zæøå]{5,})\W*$")
_LENGDE = re.compile(
    r"\b(?P<over>over|lenger enn|lengre enn|lengre enn|lenger en|mer enn|meir enn|minst|lengre|lenger)?"
    r"(?P<under>under|kortere enn|kortare enn|mindre enn|maks|maksimalt|høyst|høgst|inntil|opptil)? "
    r"(?P<n>\d+|" + "|".join(_TALL) + r") (?P<e>uke|veke|måned|månad|mnd|år)\w*"
)


@dataclass(frozen=True, slots=True)
class Grunn:
    """Why a measure is about a topic: the field that says it and the words as they stand (the field's name when a whole
    field decides), and how much that tells."""

    felt: str
    tekst: str
    vekt: int


@dataclass(frozen=True, slots=True)
class Emne:
    """One thing a question asks for measures by. `finn` gives the reason a measure is about it, or None. `alene`: it
    may be all that is asked for; `faktum`: facts of the profile its words may be read as. `apent`: it is a word that
    only the text of the measures can answer for."""

    id: str
    navn: str
    navn_nn: str
    finn: Callable[[Any], Grunn | None]
    alene: bool = True
    faktum: frozenset[str] = frozenset()
    apent: bool = False


@dataclass(frozen=True, slots=True)
class Treff:
    """A measure with the reasons it is about what was asked for, by topic id."""

    tiltak: Any
    grunner: Mapping[str, Grunn]


def _felter(t: Any) -> tuple[tuple[str, int, str], ...]:
    return (
        ("navn", 3, " · ".join((t.navn, *t.synonymer))),
        ("malgruppe", 2, t.malgruppe),
        ("sammendrag", 1, t.sammendrag),
        ("omfang", 1, t.omfang.tekst),
    )


def maks_maneder(t: Any) -> float | None:
    """The longest a measure can last by its limits in the catalogue, extensions included; None when none is stated."""
    faste = [g.maks * _MANEDER[g.enhet] for g in t.varighet.grenser if g.maks is not None and not g.tillegg]
    tillegg = [g.maks * _MANEDER[g.enhet] for g in t.varighet.grenser if g.maks is not None and g.tillegg]
    return max(faste) + sum(tillegg) if faste else None


_KORT = 3.0


def _har(t: Any, felt: str, verdier: Any) -> Grunn | None:
    """Whether a field of the catalogue has one of some values, as the reason."""
    if felt == "varighet":
        maks = maks_maneder(t)
        ja = maks is not None and maks <= _KORT if verdier == "kort" else _uten_grense(t)
        return Grunn("varighet", t.varighet.tekst, 2) if ja else None
    har = {
        "eier": t.eier.kategori,
        "betaler": t.betaler.kategori,
        "type": t.type,
        "status": t.status.kode,
        "tiltakspenger": t.tiltakspenger.gir,
        "heltid": t.omfang.heltid,
    }[felt]
    vist = {"heltid": "omfang", "type": "malgruppe"}.get(felt, felt)
    return Grunn(vist, "", 2) if har in verdier else None


def _uten_grense(t: Any) -> bool:
    return t.status.kode != "historisk" and bool(
        re.search(r"ikke tidsbegrenset|ingen (fast )?grense", t.varighet.tekst)
    )


def _emne(post: Mapping[str, Any]) -> Emne:
    monster = re.compile(post["tiltak"], re.I) if "tiltak" in post else None
    der, ikke = post.get("der", {}), post.get("type_ikke", ())

    def finn(t: Any) -> Grunn | None:
        if t.type in ikke:
            return None
        for felt, verdier in der.items() if t.type != "ytelse" else ():
            if (grunn := _har(t, felt, verdier)) is not None:
                return grunn
        for felt, vekt, tekst in _felter(t) if monster is not None else ():
            if monster is not None and (m := monster.search(tekst)):
                return Grunn(felt, m[0], vekt)
        return None

    return Emne(
        post["id"],
        post["navn"],
        post["navn_nn"],
        finn,
        post.get("alene", True),
        frozenset(post.get("faktum", ())),
    )


def _bransje(navn: str, monster: str) -> tuple[re.Pattern[str], Emne]:
    post = {
        "id": f"bransje-{navn}",
        "navn": f"innen {navn}",
        "navn_nn": f"innan {navn}",
        "tiltak": rf"\b(?:{INNHOLD.get(navn, monster)})",
        "faktum": ["bransje"],
    }
    return re.compile(rf"(?<!\w)(?:{monster})(?!\w)"), _emne(post)


_EMNER = [(re.compile(rf"(?<!\w)(?:{p['sporsmal']})(?!\w)"), _emne(p)) for p in _FIL["emner"]]
_BRANSJER = [_bransje(navn, monster) for navn, monster in BRANSJER.items()]


def _lengde(liten: str) -> tuple[re.Match[str], Emne] | None:
    """A length asked for in numbers: «over ett år», «under tre måneder»."""
    m = next((m for m in _LENGDE.finditer(liten) if m["over"] or m["under"]), None)
    if m is None:
        return None
    enhet = "ar" if m["e"] == "år" else "uker" if m["e"] in ("uke", "veke") else "maneder"
    grense = float(_TALL.get(m["n"]) or m["n"]) * _MANEDER[enhet]
    over = m["over"] is not None
    if enhet == "ar" and grense > 6 * 12:
        return None  # an age

    def finn(t: Any) -> Grunn | None:
        maks = maks_maneder(t)
        ja = _uten_grense(t) if maks is None and over else maks is not None and (maks > grense) is over
        return Grunn("varighet", t.varighet.tekst, 2) if ja else None

    hvor = f"{m['n']} {m[0].split()[-1]}"
    nb = f"som kan vare lenger enn {hvor}" if over else f"som varer høyst {hvor}"
    nn = f"som kan vare lenger enn {hvor}" if over else f"som varer høgst {hvor}"
    return m, Emne("lengde", nb, nn, finn)


class Tiltakssok:
    """The measures with the words they use, built once; only read after that."""

    def __init__(self, tiltak: Iterable[Any]) -> None:
        self.tiltak = [t for t in tiltak if t.type not in _IKKE_FOR_DELTAKERE and t.eier.kategori != "imdi"]
        felter = [_felter(t) for t in self.tiltak]
        self._indeks = Indeks(
            [Passasje(i, slag, float(f[1]), f[2]) for i, fs in enumerate(felter) for slag, f in enumerate(fs)],
            len(self.tiltak),
        )
        self._plass = {t.id: i for i, t in enumerate(self.tiltak)}
        self._ord = [
            [(navn, vekt, frozenset(self._indeks.utvidet(tekst))) for navn, vekt, tekst in fs] for fs in felter
        ]

    def emner(self, sporsmal: str) -> list[Emne]:
        """What a question asks for measures by, in its order of certainty: topics known by their words, a length in
        numbers, branches, and then single words the catalogue has or that name an offer."""
        liten = sporsmal.lower()
        rest, ut = liten, []
        if (lengde := _lengde(liten)) is not None:
            rest = rest.replace(lengde[0][0], " ")
            ut.append(lengde[1])
        for monster, emne in (*_EMNER, *_BRANSJER):
            if monster.search(rest):
                rest = monster.sub(" , ", rest)
                ut.append(emne)
        return [*ut, *self._fra_ord(rest)]

    def _fra_ord(self, rest: str) -> list[Emne]:
        ut: list[Emne] = []
        hvem = _FOR_HVEM.search(rest)
        for form, ts, rettet in self._indeks.lest(rest):
            innhold = tuple(t for t in ts if t not in _RAMMETERMER and not t[0].isdigit())
            if not innhold or form in _RAMME or rettet or len(form) < 3 or form not in rest:
                continue
            vekter = [g.vekt for i in range(len(self.tiltak)) for t in innhold if (g := self._med(i, t)) is not None]
            antall = len(vekter)
            if not antall and not _TILBUDSORD.match(form) and (hvem is None or hvem["hvem"] != form):
                continue
            # a word in passing is no topic: some measure must be named by it or be for it
            alene = not antall or (max(vekter) > 1 and antall <= _VANLIG * len(self.tiltak))
            ut.append(self._ord_emne(form, innhold, alene=alene, kjent=antall > 0))
        return ut

    def _med(self, plass: int, term: str) -> Grunn | None:
        return next((Grunn(navn, term, vekt) for navn, vekt, ord_ in self._ord[plass] if term in ord_), None)

    def _ord_emne(self, form: str, innhold: tuple[str, ...], *, alene: bool, kjent: bool) -> Emne:
        def finn(t: Any) -> Grunn | None:
            funn = [g for term in innhold if (g := self._med(self._plass[t.id], term))]
            return max(funn, key=lambda g: g.vekt) if funn else None

        nb, nn = (f"om {form}",) * 2 if kjent else (f"som nevner «{form}»", f"som nemner «{form}»")
        return Emne(f"ord-{form}", nb, nn, finn, alene, apent=True)

    def finn(self, emner: Sequence[Emne], sporsmal: str, blant: Callable[[Any], bool]) -> list[Treff]:
        """The measures `blant` lets through that are about at least one topic, those about most first; then those in
        use today, and those said most plainly to be about it, in the question's own words and for the whole country."""
        funn = self._indeks.finn(self._indeks.vekter(sporsmal))
        rang: list[tuple[tuple[int, bool, float, str], Treff]] = []
        for plass, t in enumerate(self.tiltak):
            grunner = {e.id: g for e in emner if blant(t) and (g := e.finn(t)) is not None}
            if not grunner:
                continue
            plassert = (
                sum(g.vekt for g in grunner.values()) + _LANDET * t.sted.landsdekkende - _YTELSE * (t.type == "ytelse")
            )
            if plass in funn and any(g.tekst for g in grunner.values() if g.felt not in _FELTER):
                plassert += _ORDRETT * funn[plass].dekning
            rang.append(
                ((-len(grunner), t.status.kode == "historisk", -plassert, t.domene_id or "Z"), Treff(t, grunner))
            )
        return [treff for _, treff in sorted(rang, key=lambda r: r[0])]
