"""Finding the rule texts that answer a question.

A question is held against the ways of asking, the title, the search words and the answer of each rule by weighted
word overlap (bot.kunnskap.indeks), and what it names (a scheme, a group, an amount, a length of time, the past)
against what the rule is about. A linear model weighs these signs. Its numbers were fitted by tests/kunnskap/tilpass.py
on `utvikling` and `telefon` in tests/kunnskap/regelsporsmal.yml; the `test` half and `blind` were never used.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from bot.kunnskap.indeks import Indeks, Passasje
from bot.kunnskap.kortsvar import finn_kortsvar
from bot.kunnskap.ord import GRUPPER, enheter, er_andre_land, er_fortid, termer
from bot.kunnskap.ordning import ALMINNELIGE, ORDNINGER, merker
from bot.kunnskap.svarsetning import finn_setning

# The points of the best rule, as tests/kunnskap/maling.py measured them on the development half.
# From SIKKERT the best rule is a right one 95 times of 100, and 1 of 100 unanswerable questions gets there.
SIKKERT = 0.9
# From GODT it is so 94 times of 100; 93 of 100 answerable questions get there, 6 of 100 unanswerable.
GODT = 0.65
# Under SVAKT lie 85 of 100 unanswerable questions and 2 of 100 answerable.
SVAKT = 0.42

_HISTORISK = frozenset({"historisk", "opphevet"})
# How far the score of a rule must fall below the best one's to count 1/e of it.
_SPREDNING = 2.0
# What a rule still in force at the day asked about loses when the question is what held before that day.
_ETTER_DAGEN = 0.5

TEGN = (
    "likhet_sporsmal",  # the question is like one of the rule's ways of asking (0-1)
    "likhet_tittel",
    "likhet_stikkord",
    "likhet_svar",
    "dekning",  # share of the question's words that stand anywhere in the rule
    "dekning_rot",  # the same, words in the title and the ways of asking counting most, more for long questions
    "merke_i_tittel",  # schemes and groups the question names: in the rule's title
    "merke_ellers",  # ... elsewhere in the rule
    "merke_mangler",  # ... not in the rule
    "merke_i_tillegg",  # those in the rule's title that the question does not name
    "annen_ordning",  # the rule is for another scheme than those named
    "enhet",  # the rule has a number of the kind asked for
    "gammel",  # the rule is history and the question is not
    "gammel_spurt",  # both are
    "bare_ukraina",  # the rule is for those with collective protection, the question does not name them
    "ikke_ukraina",  # the other way round
)
VEKTER = (4.06, 0.53, 0.18, -0.49, 1.34, 4.84, 0.60, 0.67, -1.02, -0.67, -1.50, 1.41, -2.00, 2.00, -0.67, -0.03)
_DEKNING = TEGN.index("dekning")
_LIKHET = TEGN.index("likhet_sporsmal")


class Sikkerhet(NamedTuple):
    """What tells how sure it is that the rules answer a question; also the weights of these signs."""

    fast: float
    verdi: float  # the best rule's score
    dekning: float  # share of the question's words that stand in the best rule
    kjent: float  # share of them that stand in any rule
    andre_land: float  # another country's system is named
    navn: float  # number of names that stand in no rule
    treff: float  # weight of the words that stand in the best rule
    treff_rot: float  # root of their number
    bom: float  # weight of the others
    likhet: float  # how like one of the rule's ways of asking the question is, squared

    def vei(self, tegn: Sikkerhet) -> float:
        """The signs weighed together: 0-1."""
        return 1 / (1 + math.exp(-math.sumprod(self, tegn)))


SIKKERHET = Sikkerhet(
    fast=-7.83,
    verdi=0.42,
    dekning=-0.85,
    kjent=-0.62,
    andre_land=-2.50,
    navn=-4.56,
    treff=-0.04,
    treff_rot=2.60,
    bom=-0.68,
    likhet=1.50,
)


@dataclass(frozen=True, slots=True)
class Treff:
    """A rule found, with how well the question fits it (0-1)."""

    regel: Any
    poeng: float


class Regelsok:
    """An index over rule texts, built once; searching is pure and thread-safe."""

    def __init__(self, regler: Iterable[Any]) -> None:
        self._regler = list(regler)
        passasjer = [p for i, regel in enumerate(self._regler) for p in _passasjer(i, regel)]
        self.indeks = Indeks(passasjer, len(self._regler))
        self._merker_tittel = [merker(termer(r.tittel)) for r in self._regler]
        self._plass = {r.id: i for i, r in enumerate(self._regler)}
        self._merker = [merker(ord_) for ord_ in self.indeks.ord_i_regel]
        self._enheter = [frozenset(t.enhet for t in r.tall) for r in self._regler]

    def tegn(
        self, sporsmal: str, vekter: dict[str, float], gjelder: frozenset[str], fortid: bool
    ) -> dict[int, tuple[float, ...]]:
        """The signs (in the order of TEGN) of every rule, by its place, that shares a word with the question."""
        nevnt = merker(vekter) | gjelder
        ordninger = nevnt & ORDNINGER
        spurte = enheter(sporsmal)
        ut = {}
        for i, funn in self.indeks.finn(vekter).items():
            regel, tittel, alle = self._regler[i], self._merker_tittel[i], self._merker[i]
            gammel = regel.status in _HISTORISK
            ut[i] = (
                *funn.likhet,
                funn.dekning,
                funn.dekning_rot,
                len(nevnt & tittel),
                len((nevnt & alle) - tittel),
                len(nevnt - alle),
                len(tittel - nevnt),
                bool(ordninger) and not ordninger & {*regel.gjelder} and "alle" not in regel.gjelder,
                not spurte.isdisjoint(self._enheter[i]),
                gammel and not fortid,
                gammel and fortid,
                "ukraina" in tittel and "ukraina" not in nevnt,
                "ukraina" in nevnt and "ukraina" not in tittel,
            )
        return ut

    def finn(
        self,
        sporsmal: str,
        *,
        antall: int = 3,
        gjelder: frozenset[str] = frozenset(),
        ekstra: Sequence[str] = (),
        historisk: bool = False,
        dag: date | None = None,
    ) -> list[Treff]:
        """The best rules for a question, best first.

        `gjelder` names schemes the question is about besides those in its words, `ekstra` are texts that come from
        the conversation rather than the message (half weight). Repealed rules rank low unless `historisk` or the
        question speaks of the past; with `dag`, those that held until then rank high. Ties go to the lower rule number.

        `poeng` of the best rule says how sure it is that the rules answer the question at all; those after it lose
        with their distance to the best.
        """
        vekter = self.indeks.vekter(sporsmal, ekstra)
        if not vekter:
            return []
        alle_tegn = self.tegn(sporsmal, vekter, gjelder, historisk or er_fortid(sporsmal))
        rang = sorted(
            ((self._verdi(i, t, dag), self._regler[i].id, i) for i, t in alle_tegn.items()),
            key=lambda r: (-r[0], r[1]),
        )[:antall]
        if not rang:
            return []
        topp, _, beste = rang[0]
        sikker = SIKKERHET.vei(self.sikkerhetstegn(sporsmal, vekter, beste, topp, alle_tegn[beste]))
        return [
            Treff(self._regler[i], round(sikker * math.exp((verdi - topp) / _SPREDNING), 4)) for verdi, _, i in rang
        ]

    def sikkerhetstegn(
        self, sporsmal: str, vekter: dict[str, float], beste: int, verdi: float, tegn: tuple[float, ...]
    ) -> Sikkerhet:
        """The signs of how sure it is that the best rule (by its place, with score and signs) answers."""
        i_regel = self.indeks.ord_i_regel[beste]
        enkeltord = {t: v for t, v in vekter.items() if not t.startswith("~")}
        treff = [v for t, v in enkeltord.items() if t in i_regel]
        return Sikkerhet(
            fast=1.0,
            verdi=verdi,
            dekning=tegn[_DEKNING],
            kjent=self.indeks.andel_kjent(vekter),
            andre_land=er_andre_land(sporsmal),
            navn=self.indeks.ukjente_navn(sporsmal),
            treff=sum(treff) / 10,
            treff_rot=math.sqrt(len(treff)),
            bom=(sum(enkeltord.values()) - sum(treff)) / 10,
            likhet=tegn[_LIKHET] ** 2,
        )

    def emnedekning(self, sporsmal: str, regel_id: str) -> tuple[float, list[str]]:
        """How much of the question's matter (0-1: its words but those for a scheme, a right or a condition)
        stands in a rule, and the words as they stand in the question that do not. A kindred word counts half."""
        i_regel = self.indeks.ord_i_regel[self._plass[regel_id]]
        sum_vekt = dekket = 0.0
        mangler: list[str] = []
        for form, ts, _ in self.indeks.lest(sporsmal):
            emne = [t for t in ts if t not in ALMINNELIGE and not merker((t,)) & ORDNINGER]
            vekt = sum(map(self.indeks.idf, emne))
            har = sum(self.indeks.idf(t) * _slektskap(t, i_regel) for t in emne)
            sum_vekt, dekket = sum_vekt + vekt, dekket + har
            if not har and vekt:
                mangler.append(form.replace("_", " "))
        return (dekket / sum_vekt if sum_vekt else 1.0), mangler

    def kortsvar(self, sporsmal: str, regel: Any) -> Any:
        """The rule's short answer to the question, or None when it has none ready."""
        return finn_kortsvar(self.indeks, sporsmal, regel.korte_svar)

    def setning(self, sporsmal: str, tittel: str, svar: str, merknad: str) -> str | None:
        """The sentence of a rule's text that answers the question better than its first; None when the first does."""
        setning = finn_setning(self.indeks, sporsmal, tittel, svar, merknad)
        return setning.tekst if setning is not None else None

    def _verdi(self, i: int, tegn: tuple[float, ...], dag: date | None) -> float:
        verdi = math.sumprod(VEKTER, tegn)
        regel = self._regler[i]
        if dag is not None and regel.status in _HISTORISK and regel.gyldig_til and regel.gyldig_til > dag:
            verdi -= _ETTER_DAGEN
        return verdi

    def endret(self, dag: date) -> tuple[list[Any], list[Any]]:
        """The rules that ended just before `dag` and those that began on it: what changed that day."""
        sluttet = [r for r in self._regler if r.gyldig_til is not None and 0 < (dag - r.gyldig_til).days <= 1]
        begynte = [r for r in self._regler if r.gyldig_fra == dag]
        return sluttet, begynte


def _slektskap(term: str, i_regel: frozenset[str]) -> float:
    if term in i_regel:
        return 1.0
    return 0.5 if any(g in i_regel for g in GRUPPER.get(term, ())) else 0.0


def _passasjer(i: int, regel: Any) -> Iterator[Passasje]:
    """A rule's passages with what a word in them counts for the rule as a whole."""
    for sporsmal in (*regel.sporsmal, *(q for kort in regel.korte_svar for q in kort.sporsmal)):
        yield Passasje(i, 0, 0.7, sporsmal)
    yield Passasje(i, 1, 1.5, regel.tittel)
    yield Passasje(i, 1, 0.5, regel.tittel_nn)
    yield Passasje(i, 2, 1.2, " ".join(regel.stikkord))
    yield Passasje(i, 3, 0.4, f"{regel.svar} {' '.join(regel.hjemler)} {' '.join(t.om for t in regel.tall)}")
    yield Passasje(i, 3, 0.2, regel.svar_nn)
