"""Evaluating every condition of every measure for one profile, with all reasons.

Compiled once per set of rules; reasons are made at load, one for each possible outcome of a condition, so that an
evaluation only picks among them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from bot.profil.fakta import FAKTA
from bot.profil.faktum import Profil
from bot.regler.utledning import Fakta, utled
from bot.regler.vilkar import Faktaverdier, Krav, Prover, Utfall, kompiler

Verdikt = Literal["suitable", "conditional", "unsuitable"]
Understatus = Literal["ikke_na", "aldri", "mangler_opplysning", "skjonn", "avgjorelse"]
Vilkarsslag = Literal["lov", "praksis", "egnethet"]
Styrke = Literal["krav", "vanlig", "gjennomforing"]


@dataclass(frozen=True, slots=True)
class Kildehenvisning:
    """A source and where in it."""

    id: str
    sted: str


@dataclass(frozen=True, slots=True)
class Unntak:
    """A way in for somebody who does not meet a condition; without `krav` it is for somebody to decide."""

    tekst: str
    krav: Krav | None
    hjemmel: str | None
    tekst_nn: str | None = None


@dataclass(frozen=True, slots=True)
class Vilkar:
    """One condition of a measure. `krav` None means a human must judge. `styrke`: `krav` must hold, `vanlig` is usual
    or wished for, `gjennomforing` is something to arrange and never decides."""

    id: str
    tekst: str
    slag: Vilkarsslag
    styrke: Styrke
    krav: Krav | None
    hjemmel: str | None
    kilder: tuple[Kildehenvisning, ...] = ()
    tekst_nn: str | None = None
    gyldig_fra: date | None = None
    gyldig_til: date | None = None
    unntak: Unntak | None = None

    def gjelder(self, dag: date) -> bool:
        return (self.gyldig_fra is None or self.gyldig_fra <= dag) and (
            self.gyldig_til is None or dag <= self.gyldig_til
        )


@dataclass(frozen=True, slots=True)
class Tiltaksregler:
    """What the rules know of a measure: its conditions and the days it exists."""

    id: str
    vilkar: tuple[Vilkar, ...]
    gyldig_fra: date | None = None
    gyldig_til: date | None = None


@dataclass(frozen=True, slots=True)
class Begrunnelse:
    """A condition together with one outcome of it."""

    vilkar: Vilkar
    utfall: Utfall


class Vurdering:
    """The evaluation of one measure: its verdict and every reason, in the order of the file."""

    __slots__ = ("begrunnelser", "tiltak_id", "verdikt")

    def __init__(self, tiltak_id: str, verdikt: Verdikt, begrunnelser: list[Begrunnelse]) -> None:
        self.tiltak_id = tiltak_id
        self.verdikt: Verdikt = verdikt
        self.begrunnelser = begrunnelser

    def med(self, utfall: Utfall, *styrker: Styrke) -> list[Begrunnelse]:
        """The reasons with this outcome, optionally only of these strengths."""
        return [b for b in self.begrunnelser if b.utfall is utfall and (not styrker or b.vilkar.styrke in styrker)]


_KRAV, _VANLIG, _GJENNOMFORING = 2, 1, 0
_VEKT: dict[str, int] = {"krav": _KRAV, "vanlig": _VANLIG, "gjennomforing": _GJENNOMFORING}


@dataclass(frozen=True, slots=True)
class _Ledd:
    """A compiled condition: its prover, its ready-made reasons (indexed 0, 1 and -1 as the prover answers; a single
    one for a judgement), its weight, and its exception compiled the same way."""

    prover: Prover | None
    mulige: tuple[Begrunnelse, ...]
    vekt: int
    unntak: _Ledd | None = None


@dataclass(frozen=True, slots=True)
class _Kompilert:
    """A measure in one regime: its conditions and the facts they turn on; `fast` is its evaluation when none does."""

    id: str
    ledd: tuple[tuple[Prover | None, tuple[Begrunnelse, ...], int, _Ledd | None], ...]
    fakta: frozenset[str]
    fast: Vurdering | None


_UTFALL = (Utfall.UKJENT, Utfall.OPPFYLT, Utfall.IKKE_OPPFYLT)


def _kompiler_vilkar(vilkar: Vilkar) -> _Ledd:
    vekt = _VEKT[vilkar.styrke]
    if vilkar.krav is None:
        return _Ledd(None, (Begrunnelse(vilkar, Utfall.SKJONN),), vekt)
    unntak = None
    if vilkar.unntak is not None:
        u = vilkar.unntak
        unntak = _kompiler_vilkar(
            Vilkar(
                f"{vilkar.id}-unntak",
                u.tekst,
                vilkar.slag,
                vilkar.styrke,
                u.krav,
                u.hjemmel,
                tekst_nn=u.tekst_nn,
            )
        )
    return _Ledd(kompiler(vilkar.krav), tuple(Begrunnelse(vilkar, u) for u in _UTFALL), vekt, unntak)


def _utenfor_tid(tiltak: Tiltaksregler, dag: date) -> Vilkar | None:
    hjemmel = next((v.hjemmel for v in tiltak.vilkar if v.hjemmel), None)
    if tiltak.gyldig_fra and dag < tiltak.gyldig_fra:
        fra = tiltak.gyldig_fra
        tekst = f"Ordningen gjelder fra {fra.day}.{fra.month}.{fra.year}"
        return Vilkar("gyldig-fra", tekst, "lov", "krav", None, hjemmel)
    if tiltak.gyldig_til and dag > tiltak.gyldig_til:
        til = tiltak.gyldig_til
        tekst = f"Ordningen gjaldt til {til.day}.{til.month}.{til.year}"
        return Vilkar("gyldig-til", tekst, "lov", "krav", None, hjemmel)
    return None


class Regelsett:
    """All measures' conditions, compiled once; immutable and safe to share between threads."""

    def __init__(self, tiltak: Iterable[Tiltaksregler]) -> None:
        self.tiltak: Mapping[str, Tiltaksregler] = {t.id: t for t in tiltak}
        vendepunkt = set()
        for t in self.tiltak.values():
            for fra, til in ((t.gyldig_fra, t.gyldig_til), *((v.gyldig_fra, v.gyldig_til) for v in t.vilkar)):
                if fra:
                    vendepunkt.add(fra.toordinal())
                if til:
                    vendepunkt.add(til.toordinal() + 1)
        self._vendepunkt = sorted(vendepunkt)
        self._kompilert: dict[int, dict[str, _Kompilert]] = {}
        self._ledd: dict[str, _Ledd] = {}

    def _for(self, dag: date) -> dict[str, _Kompilert]:
        """The compiled form for the regime `dag` falls in; each regime is compiled the first time it is asked for."""
        regime = bisect_right(self._vendepunkt, dag.toordinal())
        ferdig = self._kompilert.get(regime)
        if ferdig is None:
            ferdig = {}
            for t in self.tiltak.values():
                utenfor = _utenfor_tid(t, dag)
                ledd = []
                if utenfor is not None:
                    ledd.append(_Ledd(_aldri, (Begrunnelse(utenfor, Utfall.IKKE_OPPFYLT),), _KRAV))
                for v in t.vilkar:
                    if v.gjelder(dag):
                        nokkel = f"{t.id}/{v.id}"
                        if nokkel not in self._ledd:
                            self._ledd[nokkel] = _kompiler_vilkar(v)
                        ledd.append(self._ledd[nokkel])
                ferdig[t.id] = _sett_sammen(t.id, tuple(ledd))
            self._kompilert[regime] = ferdig
        return ferdig

    def vurder(self, profil: Profil, i_dag: date, bare: Sequence[str] | None = None) -> list[Vurdering]:
        """Every measure (or those in `bare`, in that order) evaluated for `profil` on the day `i_dag`."""
        return self.vurder_fakta(utled(profil, i_dag), bare)

    def vurder_fakta(self, fakta: Fakta, bare: Sequence[str] | None = None) -> list[Vurdering]:
        """As `vurder`, for facts that are already derived. Unknown ids in `bare` raise KeyError."""
        kompilert = self._for(fakta.i_dag)
        verdier = fakta.verdier
        return [_vurder_ett(kompilert[i], verdier) for i in (kompilert if bare is None else bare)]

    def vurder_videre(self, for_: Fakta, vurdert: Sequence[Vurdering], fakta: Fakta) -> list[Vurdering]:
        """As `vurder_fakta` for the same measures as in `vurdert`, the evaluation of `for_`: only those whose facts are
        other than in `for_` are evaluated again."""
        kompilert = self._for(fakta.i_dag)
        if kompilert is not self._for(for_.i_dag):
            return self.vurder_fakta(fakta, [v.tiltak_id for v in vurdert])
        a, b = for_.verdier, fakta.verdier
        like = {n for n in a.keys() | b.keys() if a.get(n) != b.get(n)}.isdisjoint
        return [v if like(k.fakta) else _vurder_ett(k, b) for v, k in ((v, kompilert[v.tiltak_id]) for v in vurdert)]


def _aldri(_fakta: Faktaverdier) -> int:
    return -1


def _sett_sammen(tiltak_id: str, ledd: tuple[_Ledd, ...]) -> _Kompilert:
    krav = [k for d in ledd for b in (d, d.unntak) if b is not None and (k := b.mulige[0].vilkar.krav) is not None]
    fakta = frozenset(f for k in krav for f in k.fakta())
    uten = _Kompilert(tiltak_id, tuple((d.prover, d.mulige, d.vekt, d.unntak) for d in ledd), fakta, None)
    return uten if fakta else replace(uten, fast=_vurder_ett(uten, {}))


def _vurder_ett(tiltak: _Kompilert, verdier: Faktaverdier) -> Vurdering:
    if tiltak.fast is not None:
        return tiltak.fast
    begrunnelser: list[Begrunnelse] = []
    legg_til = begrunnelser.append
    verst = 1
    for prover, mulige, vekt, unntak in tiltak.ledd:
        if prover is None:
            legg_til(mulige[0])
            if vekt == _KRAV and verst > 0:
                verst = 0
            continue
        utfall = prover(verdier)
        legg_til(mulige[utfall])
        if utfall == 1:
            continue
        if utfall == -1 and unntak is not None:
            utfall = 0 if unntak.prover is None else unntak.prover(verdier)
            legg_til(unntak.mulige[utfall])
            if utfall == 1:
                continue
        if vekt:
            if utfall == -1 and vekt == _KRAV:
                verst = -1
            elif verst > 0:
                verst = 0
    return Vurdering(tiltak.id, _VERDIKT[verst], begrunnelser)


_VERDIKT: dict[int, Verdikt] = {1: "suitable", 0: "conditional", -1: "unsuitable"}


def mangler(vurdering: Vurdering, fakta: Fakta) -> list[str]:
    """The facts that would settle the open conditions, as they are asked for, most often needed first."""
    telling: dict[str, int] = {}
    for b in vurdering.med(Utfall.UKJENT, "krav", "vanlig"):
        for navn in b.vilkar.krav.fakta() if b.vilkar.krav else ():
            for faktum in _sporbare(navn, fakta):
                telling[faktum] = telling.get(faktum, 0) + (2 if b.vilkar.styrke == "krav" else 1)
    return sorted(telling, key=lambda f: -telling[f])


def _sporbare(navn: str, fakta: Fakta) -> tuple[str, ...]:
    verdier = fakta.verdier.get(navn)
    if verdier is not None and len(verdier) == 1:
        return ()
    if verdier is not None and navn in fakta.utledet:
        opphav = fakta.utledet[navn].fra
        if navn == "norskniva":  # both skills are known and differ: nothing more to ask
            return ()
        if opphav == ("alder",):
            return ("fodselsdato",)
        if opphav in (("ordninger",), ("program_ferdig",)):
            return FAKTA[navn].sporres_som[:1] or (navn,)
    for spores in FAKTA[navn].sporres_som or (navn,):
        if len(fakta.verdier.get(spores, ())) != 1:
            return (spores,) if spores == navn else FAKTA[spores].sporres_som[:1] or (spores,)
    return ()
