"""Which measures to put before an adviser for one participant, in which order, and what to ask next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.profil.fakta import FAKTA
from bot.profil.faktum import Profil
from bot.regler.forklaring import understatus
from bot.regler.neste_sporsmal import neste_sporsmal
from bot.regler.program import Arbeidsretting, arbeidsretting
from bot.regler.situasjon import Naerhet, Situasjon, naerhet
from bot.regler.utledning import Fakta, utled
from bot.regler.vilkar import Utfall
from bot.regler.vurdering import Begrunnelse, Regelsett, Understatus, Vurdering, mangler


@dataclass(frozen=True, slots=True)
class Tiltaksopplysning:
    """What ordering and choosing need to know of a measure. `er_ordning` names the scheme it is, if it is one;
    `gjort_nar` marks a step that opens the door to others rather than a measure of its own, by the fact that shows it
    is done; `nasjonalt` that it is in the national part of the catalogue; `i_programmet` that it is a fixed part of
    the introduction programme, nothing to choose for somebody who is in it."""

    id: str
    eier: str
    type: str
    faser: frozenset[str]
    nummer: int
    er_ordning: str | None = None
    nasjonalt: bool = True
    gjort_nar: str | None = None
    i_programmet: bool = False


@dataclass(frozen=True, slots=True)
class Plassert:
    """A measure's evaluation with its finer status, and the situation that most speaks for it, if one does."""

    vurdering: Vurdering
    understatus: Understatus | None
    naerhet: Naerhet | None = None


@dataclass(frozen=True, slots=True)
class Anbefaling:
    """Everything a recommendation says: measures by group, each group with the most relevant first; `mest_aktuelle`
    are the few to look at first, from whatever group."""

    fakta: Fakta
    forst: list[Plassert]
    passer: list[Plassert]
    kan_passe: list[Plassert]
    ikke_na: list[Plassert]
    aldri: list[Plassert]
    arbeidsretting: Arbeidsretting | None
    neste: str | None
    mest_aktuelle: tuple[Plassert, ...] = ()

    @property
    def alle(self) -> list[Plassert]:
        return [*self.forst, *self.passer, *self.kan_passe, *self.ikke_na, *self.aldri]


_IKKE_TILTAK = frozenset({"ytelse", "organisering", "kunnskapsdeling", "verktoy"})


def er_tiltak(opplysning: Tiltaksopplysning) -> bool:
    """Whether it is something a participant takes part in, not a benefit, a grant to a municipality or a way of
    organising."""
    return opplysning.type not in _IKKE_TILTAK and opplysning.eier != "imdi"


def _fase(fakta: Fakta) -> str:
    """Where in the course a person is, for ordering only."""
    ordninger = [o for o in fakta.verdier.get("ordninger", ()) if isinstance(o, frozenset)]
    if any("kvp" in o for o in ordninger) and len(ordninger) == 1:
        return "kvp"
    maneder = [int(m) for m in fakta.verdier.get("programmaned", ()) if isinstance(m, int | float)]
    if maneder:
        return "program_start" if max(maneder) <= 3 else "program_underveis" if max(maneder) <= 9 else "program_slutt"
    if fakta.verdier.get("program_ferdig") == (True,):
        return "etter_program"
    if any("intro" in o for o in ordninger) and len(ordninger) == 1:
        return "program_underveis"
    return "nav"


_UNG = 35


def _for_fa(b: Begrunnelse) -> bool:
    """Whether an unknown condition is one that few meet: health and work capacity, or being young."""
    krav = b.vilkar.krav
    if krav is None:
        return False
    grenser = [g for g in (krav.under, krav.hoyst, krav.mellom[1] if krav.mellom else None) if isinstance(g, int)]
    if krav.faktum in ("alder", "aldersar") and grenser:
        return min(grenser) <= _UNG
    return all(FAKTA[f].sjelden for f in krav.fakta())


_KJENNETEGN = frozenset({"hjemmevaerende", "arbeidsgiver_vil_ansette", "praksisplass"})


def _saerlige_treff(v: Vurdering, fakta: Fakta) -> int:
    """How many things told of this person, of those that hold for few, meet a condition: the measure is made for
    somebody like this."""

    def sagt(faktum: str) -> bool:
        verdier = fakta.verdier.get(faktum)
        saeregen = FAKTA[faktum].sjelden or faktum in _KJENNETEGN
        return saeregen and faktum not in fakta.utledet and verdier is not None and False not in verdier

    oppfylt = [b.vilkar.krav for b in v.med(Utfall.OPPFYLT, "krav", "vanlig") if b.vilkar.krav is not None]
    return len({f for krav in oppfylt for f in krav.fakta() if sagt(f)})


def _rang(
    plassert: Plassert, opplysning: Tiltaksopplysning, fase: str, fakta: Fakta
) -> tuple[bool, float, int, int, bool, bool, int]:
    v = plassert.vurdering
    brutt = len(v.med(Utfall.IKKE_OPPFYLT, "vanlig"))
    return (
        opplysning.i_programmet and _er_i_intro(fakta),
        -max(0.0, (plassert.naerhet.poeng if plassert.naerhet else 0.0) - _FRADRAG * brutt),
        brutt,
        -_saerlige_treff(v, fakta),
        any(_for_fa(b) for b in v.med(Utfall.UKJENT, "krav")),
        fase not in opplysning.faser and "naar_som_helst" not in opplysning.faser,
        opplysning.nummer,
    )


def _er_i_intro(fakta: Fakta) -> bool:
    ordninger = [o for o in fakta.verdier.get("ordninger", ()) if isinstance(o, frozenset)]
    return bool(ordninger) and all("intro" in o for o in ordninger)


_MEST_AKTUELLE = 3
_FRADRAG = 0.7
"""What a usual expectation not met takes away from how near at hand a measure is."""
# What an adviser asks first of somebody: where they are, how much Norwegian, and in the programme what it turns on.
_GRUNNLEGGENDE = ("ordning", "norskniva")
_I_INTRO = ("programmaned", "utdanning", "sluttmal", "alder")


def _forste_sporsmal(vurderinger: Sequence[Vurdering], fakta: Fakta, utenom: frozenset[str]) -> str | None:
    """What is asked before anything is weighed, where some measure turns on it."""
    mangler_na = {f for v in vurderinger if v.verdikt == "conditional" for f in mangler(v, fakta)}
    i_intro = _er_i_intro(fakta)
    for navn in (*_GRUNNLEGGENDE, *(_I_INTRO if i_intro else ())):
        star_pa_det = navn in mangler_na or (i_intro and navn in ("utdanning", "sluttmal"))
        if star_pa_det and navn not in utenom and len(fakta.verdier.get(navn, ())) != 1:
            return str(navn)
    return None


def _er_gjort(opplysning: Tiltaksopplysning, fakta: Fakta) -> bool:
    verdier = fakta.verdier.get(opplysning.gjort_nar or "")
    return verdier is not None and verdier != (False,)


def anbefal(
    regelsett: Regelsett,
    opplysninger: Mapping[str, Tiltaksopplysning],
    profil: Profil,
    i_dag: date,
    utvalg: Callable[[Tiltaksopplysning], bool],
    utenom_sporsmal: frozenset[str] = frozenset(),
    situasjoner: Sequence[Situasjon] = (),
) -> Anbefaling:
    """The measures `utvalg` lets through, evaluated and ordered for one participant.

    A scheme the person is already in is left out: it is where they are, not something to recommend. The most
    relevant come first: those the person's situations speak for, less what is usually expected and not met; then those
    no usual expectation speaks against, made for somebody like this, not meant for the few, used in this phase.
    """
    fakta = utled(profil, i_dag)
    inne_i = {s for o in fakta.verdier.get("ordninger", ()) if isinstance(o, frozenset) for s in o}
    inne_i = inne_i if len(fakta.verdier.get("ordninger", ())) == 1 else set()
    ider = [o.id for o in opplysninger.values() if utvalg(o) and er_tiltak(o) and o.er_ordning not in inne_i]
    fase = _fase(fakta)
    grupper: dict[str, list[Plassert]] = {"forst": [], "passer": [], "kan": [], "ikke_na": [], "aldri": []}
    naere = naerhet(situasjoner, fakta)
    vurderinger = regelsett.vurder_fakta(fakta, ider)
    for v in vurderinger:
        under = understatus(v, fakta)
        if v.verdikt == "unsuitable":
            gruppe = "aldri" if under == "aldri" else "ikke_na"
        elif opplysninger[v.tiltak_id].gjort_nar is not None:
            if _er_gjort(opplysninger[v.tiltak_id], fakta):
                continue
            gruppe = "forst"
        else:
            gruppe = "passer" if v.verdikt == "suitable" else "kan"
        grupper[gruppe].append(Plassert(v, under, naere.get(v.tiltak_id)))
    rang = {
        p.vurdering.tiltak_id: _rang(p, opplysninger[p.vurdering.tiltak_id], fase, fakta)
        for liste in grupper.values()
        for p in liste
    }
    for liste in grupper.values():
        liste.sort(key=lambda p: rang[p.vurdering.tiltak_id])
    mulige = [p for p in (*grupper["passer"], *grupper["kan"]) if not rang[p.vurdering.tiltak_id][0]]
    mulige.sort(key=lambda p: rang[p.vurdering.tiltak_id])
    naerliggende = [p for p in mulige if rang[p.vurdering.tiltak_id][1] < 0]
    mest_aktuelle = (naerliggende if len(naerliggende) > 1 else mulige)[:_MEST_AKTUELLE]
    krav = arbeidsretting(fakta)
    return Anbefaling(
        fakta,
        grupper["forst"],
        grupper["passer"],
        grupper["kan"],
        grupper["ikke_na"],
        grupper["aldri"],
        krav if krav.hvorfor_ikke is None and ("intro" in inne_i) else None,
        _forste_sporsmal(vurderinger, fakta, utenom_sporsmal)
        or neste_sporsmal(regelsett, profil, i_dag, ider, utenom_sporsmal),
        tuple(mest_aktuelle),
    )


@dataclass(frozen=True, slots=True)
class Forskjell:
    """One measure whose verdict differs between two profiles."""

    tiltak_id: str
    for_: Vurdering
    etter: Vurdering


def sammenlign_profiler(
    regelsett: Regelsett, for_: Profil, etter: Profil, i_dag: date, ider: Iterable[str]
) -> list[Forskjell]:
    """The measures whose verdict, or whose set of met, unmet and unknown conditions, changes from one profile to the
    other; those with another verdict first."""
    ider = list(ider)
    par = zip(regelsett.vurder(for_, i_dag, ider), regelsett.vurder(etter, i_dag, ider), strict=True)
    ut = [
        Forskjell(a.tiltak_id, a, b)
        for a, b in par
        if a.verdikt != b.verdikt or [x.utfall for x in a.begrunnelser] != [x.utfall for x in b.begrunnelser]
    ]
    return sorted(ut, key=lambda f: f.for_.verdikt == f.etter.verdikt)
