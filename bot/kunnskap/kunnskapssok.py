"""Finding findings, examples, models and terms by meaning.

tantivy ranks the entries by BM25 over lemmas, parts of compounds and groups of kindred words, field by field. The best
are ranked again by how much of the question each covers, how alike its own way of asking is, and by what the question
says it wants: a place, a kind of entry, a branch, a year. The weights were fitted on the `utvikling` half of
tests/kunnskap/kunnskapssporsmal.yml (tests/kunnskap/kunnskapsmaling.py); the `test` half was never used.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import tantivy

from bot.kunnskap.dokument import Dokument
from bot.kunnskap.indeks import Funn, Indeks, Passasje
from bot.kunnskap.synonymer import synonymer

# The certainty of the best entry, as tests/kunnskap/kunnskapsmaling.py measured it on the development half: from
# SIKKERT no unanswerable question gets there, under SVAKT hardly any answerable one lies.
SIKKERT = 0.75
GODT = 0.5
SVAKT = 0.3
# An entry that covers less of the question than this is never sure to answer it; one that covers nearly all of it is
# worth showing, with a reserve, even when the search is unsure.
DEKKER_GODT = 0.62
IKKE_GODT = 0.49
DEKKER_ALT = 0.75
USIKKERT = 0.1

_FELT = {"sporsmal": 2.0, "navn": 2.5, "emner": 1.2, "tekst": 1.0}
_KANDIDATER = 40
_TYPEORD: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "barriere",
        re.compile(
            r"\b(barriere\w*|hind(rer|er|ringer?|ring)|hinder|stopper|utfordring\w*|svakhet\w*|problem\w*|ulemp\w+)\b"
        ),
    ),
    ("driver", re.compile(r"\b(drivere?|drivarar|fremmer|fremjar|driver \w+ fram|styrke[rn]?)\b")),
    ("anbefaling", re.compile(r"\b(anbefal\w*|tilrå\w*|råd)\b")),
    ("mulighet", re.compile(r"\b(mulighet\w*|moglegheit\w*|mulighetsrom\w*)\b")),
    (
        "eksempel",
        re.compile(
            r"\b(eksempel|eksempl\w+|døme|noen som har|nokon som har|har noen|har nokon|hvem har|hvilke kommuner)\b"
        ),
    ),
    ("modell", re.compile(r"\b(modell\w*|organiser\w*|organisasjonsmodell\w*)\b")),
    ("steg", re.compile(r"\b(steg\w*|trinn\w*|tidslinje\w*|lagt opp|bygd opp|minutt\w*)\b")),
    ("tall", re.compile(r"\b(hvor mange|kor mange|hvor stor andel|prosent|tall|andel\w*|innbyggertall)\b")),
)
# A report a question names: only what it says is asked for.
_KILDEORD: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("proba-2026", re.compile(r"\bproba\w*")),
    ("of-2016", re.compile(r"\b(øf|østlandsforsk\w*)\b")),
    ("imdi-handbok-2018", re.compile(r"\b(eksempelhåndbok\w*|eksempelhandbok\w*|håndbok\w*|handbok\w*)\b")),
)
_TERMSPORSMAL = re.compile(
    r"\b(hva|kva) (betyr|tyder|er|menes|vil det si)\b|\b(forklar|betydning|definer|definisjon)\w*"
)
_AR = re.compile(r"\b(19|20)\d\d\b")


class Onske(NamedTuple):
    """What a question says it wants; empty sets and None: not said."""

    typer: frozenset[str]
    steder: frozenset[str]
    kilder: frozenset[str]
    bransjer: frozenset[str]
    ar: int | None
    term: bool


@dataclass(frozen=True, slots=True)
class Treff:
    """A document found and how sure it is that it answers (0-1)."""

    dokument: Dokument
    poeng: float


class Vekter(NamedTuple):
    """What each sign counts in the ranking."""

    bm25: float = 1.87
    likhet_sporsmal: float = 3.22
    likhet_navn: float = -0.12
    likhet_emner: float = 1.22
    likhet_tekst: float = 0.36
    dekning: float = 3.93
    dekning_rot: float = 1.09
    type_treff: float = 2.25
    sted_treff: float = 0.44
    sted_bom: float = -1.24
    uten_sted: float = -0.69
    bransje_treff: float = 1.12
    ar_treff: float = 0.2
    term: float = 1.49
    kort_navn: float = 0.33


VEKTER = Vekter()
_INTET = Funn([0.0] * 4, 0.0, 0.0)


class Kunnskapssok:
    """An index over the documents, built once; searching is pure and thread-safe."""

    def __init__(self, dokumenter: Sequence[Dokument], vekter: Vekter = VEKTER) -> None:
        self.dokumenter = list(dokumenter)
        self.etter_id = {d.id: d for d in self.dokumenter}
        self._plass = {d.id: nr for nr, d in enumerate(self.dokumenter)}
        self.vekter = vekter
        self.indeks = Indeks([p for i, d in enumerate(self.dokumenter) for p in _passasjer(i, d)], len(self.dokumenter))
        self.steder = frozenset(s for d in self.dokumenter for s in d.sted)
        self.bransjer = frozenset(b for d in self.dokumenter for b in d.bransje)
        self._stedsord = re.compile(
            r"\b(" + "|".join(sorted(map(re.escape, self.steder), key=len, reverse=True)) + r")s?\b"
        )
        self._navn = [_rent(d.navn) for d in self.dokumenter]
        self._bygg()

    def _bygg(self) -> None:
        bygger = tantivy.SchemaBuilder()
        bygger.add_unsigned_field("nr", stored=True)
        for felt in _FELT:
            bygger.add_text_field(felt, tokenizer_name="whitespace")
        self._skjema = bygger.build()
        tantivy_indeks = tantivy.Index(self._skjema)
        skriver = tantivy_indeks.writer(heap_size=15_000_000, num_threads=1)
        for nr, d in enumerate(self.dokumenter):
            dok = tantivy.Document()
            dok.add_unsigned("nr", nr)
            for felt, tekst in _felter(d).items():
                dok.add_text(felt, " ".join(t.replace(" ", "_") for t in self.indeks.utvidet(tekst)))
            skriver.add_document(dok)
        skriver.commit()
        tantivy_indeks.reload()
        self._soker = tantivy_indeks.searcher()

    def onske(self, sporsmal: str) -> Onske:
        """What a question says it wants, by its words."""
        liten = sporsmal.lower()
        ar = _AR.search(liten)
        return Onske(
            frozenset(t for t, monster in _TYPEORD if monster.search(liten)),
            frozenset(self._stedsord.findall(liten)),
            frozenset(k for k, monster in _KILDEORD if monster.search(liten)),
            frozenset(b for b in self.bransjer if re.search(rf"\b{re.escape(b)}", liten)),
            int(ar[0]) if ar else None,
            _TERMSPORSMAL.search(liten) is not None,
        )

    def finn(
        self,
        sporsmal: str,
        *,
        antall: int = 5,
        typer: frozenset[str] = frozenset(),
        sted: str | None = None,
        bransje: str | None = None,
        ar: int | None = None,
    ) -> list[Treff]:
        """The best documents for a question, best first. `typer`, `sted`, `bransje` and `ar` leave out the others.

        `poeng` of the best says how sure it is that it answers; the rest lose with their distance to it.
        """
        vekter = self.indeks.vekter(sporsmal)
        onske = self.onske(sporsmal)
        rang = [
            (math.sumprod(self.vekter, tegn), nr)
            for nr, tegn in self.tegn(sporsmal, vekter, onske).items()
            if _slipper_inn(self.dokumenter[nr], typer, sted, bransje, ar)
        ]
        if not rang:
            return []
        rang.sort(key=lambda r: (-r[0], r[1]))
        topp, beste = rang[0]
        sikker = SIKKERHET.vei(*self.sikkerhetstegn(sporsmal, vekter, onske, beste, topp))
        if self.dekker(sporsmal, self.dokumenter[beste]) < DEKKER_GODT:
            sikker = min(sikker, IKKE_GODT)
        return [Treff(self.dokumenter[nr], round(sikker * math.exp(v - topp), 4)) for v, nr in rang[:antall]]

    def tegn(self, sporsmal: str, vekter: dict[str, float], onske: Onske) -> dict[int, tuple[float, ...]]:
        """The signs (in the order of Vekter) of the documents tantivy ranks highest, by their place."""
        nare = self.indeks.finn(self.indeks.vekter(sporsmal, synonymer(sporsmal)))
        bm25 = self._bm25(self.indeks.ordvekter(sporsmal, synonymer(sporsmal)))
        if not bm25:
            return {}
        funn = self.indeks.finn(vekter)
        topp = max(bm25.values())
        sok = f" {_rent(sporsmal)} "
        ut = {}
        for nr, p in bm25.items():
            d, f = self.dokumenter[nr], funn.get(nr, _INTET)
            ut[nr] = (
                p / topp,
                *f.likhet,
                f.dekning,
                nare[nr].dekning_rot / 10,
                d.type in onske.typer or ("tall" in onske.typer and not d.er_tiltak and bool(d.ting.tall)),
                bool(onske.steder & d.sted) or bool(onske.kilder & d.kilder),
                _er_bom(onske, d),
                bool(onske.steder and not d.sted),
                bool(onske.bransjer & {*d.bransje}),
                onske.ar is not None and d.ar is not None and d.ar <= onske.ar <= (d.ar_til or d.ar),
                onske.term and bool(d.navn) and not d.er_tiltak,
                bool(self._navn[nr]) and f" {self._navn[nr]} " in sok,
            )
        return ut

    def dekker(self, sporsmal: str, dokument: Dokument) -> float:
        """How much of what the question's words tell (0-1) stands in the document, kindred words and parts counted."""
        ord_ = self.indeks.ord_i_regel[self._plass[dokument.id]]
        vekt = dekket = 0.0
        for _, termer_, _ in self.indeks.lest(sporsmal):
            for t in termer_:
                v = self.indeks.idf(t)
                vekt += v
                dekket += v * (not ord_.isdisjoint((*self.indeks.utvidet(t), *synonymer(t))))
        return dekket / vekt if vekt else 0.0

    def _bm25(self, ordvekter: dict[str, float]) -> dict[int, float]:
        deler = []
        for term, vekt in ordvekter.items():
            for felt, feltvekt in _FELT.items():
                ett = tantivy.Query.term_query(self._skjema, felt, term.replace(" ", "_"))
                deler.append((tantivy.Occur.Should, tantivy.Query.boost_query(ett, vekt * feltvekt)))
        treff = self._soker.search(tantivy.Query.boolean_query(deler), _KANDIDATER).hits
        return {int(self._soker.doc(adresse)["nr"][0]): float(poeng) for poeng, adresse in treff}

    def sikkerhetstegn(
        self, sporsmal: str, vekter: dict[str, float], onske: Onske, nr: int, verdi: float
    ) -> tuple[float, ...]:
        """The signs of how sure it is that the best document (by its place, with its score) answers."""
        i_dok, d = self.indeks.ord_i_regel[nr], self.dokumenter[nr]
        funn = self.indeks.finn(vekter).get(nr, _INTET)
        enkeltord = {t: v for t, v in vekter.items() if not t.startswith("~")}
        return (
            verdi,
            funn.dekning,
            max(funn.likhet[:2]),
            sum(v for t, v in enkeltord.items() if t in i_dok) / 10,
            sum(v for t, v in enkeltord.items() if t not in i_dok) / 10,
            self.indeks.andel_kjent(vekter),
            float(self.indeks.ukjente_navn(sporsmal)),
            float(_er_bom(onske, d)),
        )


class Sikkerhet(NamedTuple):
    """What tells how sure it is that the best document answers."""

    fast: float
    verdi: float
    dekning: float
    likhet: float
    treff: float
    bom: float
    kjent: float
    navn: float
    sted_bom: float

    def vei(self, *tegn: float) -> float:
        """The signs weighed together: 0-1."""
        return 1 / (1 + math.exp(-math.sumprod(self, (1.0, *tegn))))


SIKKERHET = Sikkerhet(
    fast=-7.85, verdi=1.24, dekning=1.18, likhet=2.1, treff=1.19, bom=-1.83, kjent=-0.57, navn=-2.66, sted_bom=-1.33
)


def _er_bom(onske: Onske, d: Dokument) -> bool:
    """Whether the document is of another place or another report than those the question names."""
    annet_sted = bool(onske.steder and d.sted) and onske.steder.isdisjoint(d.sted)
    return annet_sted or bool(onske.kilder and d.kilder and onske.kilder.isdisjoint(d.kilder))


def _felter(d: Dokument) -> dict[str, str]:
    return {
        "sporsmal": " ".join(d.sporsmal),
        "navn": f"{d.navn} {' '.join(d.sted)}",
        "emner": d.emner,
        "tekst": d.tekst,
    }


def _passasjer(i: int, d: Dokument) -> Iterable[Passasje]:
    for sporsmal in d.sporsmal:
        yield Passasje(i, 0, 0.9, sporsmal)
    yield Passasje(i, 1, 1.5, f"{d.navn} {' '.join(d.sted)}")
    yield Passasje(i, 2, 0.8, d.emner)
    yield Passasje(i, 3, 0.6, d.tekst)


def _rent(tekst: str) -> str:
    return " ".join(re.findall(r"[\wæøå]+", re.sub(r"\([^)]*\)", " ", tekst.lower())))


def _slipper_inn(d: Dokument, typer: frozenset[str], sted: str | None, bransje: str | None, ar: int | None) -> bool:
    if typer and d.type not in typer:
        return False
    if sted is not None and sted.lower() not in d.sted:
        return False
    if bransje is not None and not any(bransje.lower() in b for b in d.bransje):
        return False
    return ar is None or (d.ar is not None and d.ar <= ar <= (d.ar_til or d.ar))
