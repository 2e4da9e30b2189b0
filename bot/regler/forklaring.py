"""What an evaluation means: whether a no is for now or for good, what decides, what would have to change, and when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from bot.profil.fakta import FAKTA
from bot.profil.faktum import Faktum, Profil, Verdi
from bot.regler.datoer import pluss_maneder
from bot.regler.utledning import Fakta, utled
from bot.regler.vilkar import Krav, Prover, Utfall, kompiler
from bot.regler.vurdering import Begrunnelse, Regelsett, Understatus, Vurdering, mangler

_HORISONT = 48
# Facts that cannot change come first among the decisive reasons, then legal status, time, language, hours, the rest.
_REKKEFOLGE = {"fast": 0, "vedtak": 1, "tid": 2, "innsats": 3, "valg": 4, "dokument": 5}
_SLAG = {"lov": 0, "praksis": 1, "egnethet": 2}
_ORDNINGSVALG: tuple[Verdi, ...] = tuple(
    frozenset({o}) for o in ("intro", "kvp", "jobbsjansen", "nav", "videregaende", "ingen")
)


def oppnaelige(faktum: Faktum, verdier: tuple[Verdi, ...] | None) -> tuple[Verdi, ...] | None:
    """The values a fact can still take in this person's life, given what it is now; None when any is possible.

    Time and effort only move upwards, what is fixed stays, and a decision or a choice may go either way.
    """
    if verdier is None:
        return None
    if faktum.endring == "fast":
        return verdier
    if faktum.slag == "mengde":
        return _ORDNINGSVALG
    if faktum.slag == "ja_nei":
        # what is derived from time alone is a period still open: it closes and does not open again
        return tuple(dict.fromkeys((*verdier, False))) if faktum.utledet else (True, False)
    if faktum.slag == "ordnet":
        if faktum.endring != "innsats":
            return faktum.verdier
        laveste = min(faktum.verdier.index(str(v)) for v in verdier)
        return faktum.verdier[laveste:]
    if faktum.slag == "tall" and faktum.endring == "tid":
        laveste_tall = min(v for v in verdier if isinstance(v, int | float))
        hoyst = int(faktum.hoyst or 0)
        return tuple(range(int(laveste_tall), hoyst + 1)) or verdier
    return None


def kan_bli_oppfylt(krav: Krav, fakta: Fakta) -> bool:
    """Whether the requirement can come to hold without changing anything that is fixed."""
    mulige: dict[str, tuple[Verdi, ...]] = {}
    for navn in krav.fakta():
        verdier = oppnaelige(FAKTA[navn], fakta.verdier.get(navn))
        if verdier is not None:
            mulige[navn] = verdier
    return kompiler(krav)(mulige) != Utfall.IKKE_OPPFYLT


def _stengende(vurdering: Vurdering) -> list[Begrunnelse]:
    """The unmet hard conditions that no exception opens."""
    apnet = {
        b.vilkar.id.removesuffix("-unntak")
        for b in vurdering.begrunnelser
        if b.vilkar.id.endswith("-unntak") and b.utfall is not Utfall.IKKE_OPPFYLT
    }
    return [
        b
        for b in vurdering.med(Utfall.IKKE_OPPFYLT, "krav")
        if b.vilkar.id not in apnet and not b.vilkar.id.endswith("-unntak")
    ]


def understatus(vurdering: Vurdering, fakta: Fakta) -> Understatus | None:
    """The finer meaning of a verdict: a no for now (`ikke_na`) or for good (`aldri`), or a maybe for want of a fact
    (`mangler_opplysning`), a human's judgement (`skjonn`) or somebody's decision (`avgjorelse`). None for a yes."""
    if vurdering.verdikt == "suitable":
        return None
    if vurdering.verdikt == "unsuitable":
        for b in _stengende(vurdering):
            if b.vilkar.krav is None:
                return "ikke_na" if b.vilkar.id == "gyldig-fra" else "aldri"
            if not kan_bli_oppfylt(b.vilkar.krav, fakta):
                return "aldri"
        return "ikke_na"
    if mangler(vurdering, fakta):
        return "mangler_opplysning"
    apne = vurdering.med(Utfall.UKJENT, "krav", "vanlig") or vurdering.med(Utfall.IKKE_OPPFYLT, "krav")
    return "avgjorelse" if apne else "skjonn"


_VERDIKTRANG = {"suitable": 0, "conditional": 1, "unsuitable": 2}


def hvor_apent(vurdering: Vurdering) -> tuple[int, int, int]:
    """How far a measure is from fitting, for comparing a few: by verdict, then by how much speaks against it, then by
    how many hard conditions are open."""
    imot = len(vurdering.med(Utfall.IKKE_OPPFYLT, "krav", "vanlig"))
    return _VERDIKTRANG[vurdering.verdikt], imot, len(vurdering.med(Utfall.UKJENT, "krav"))


_TVILSOM, _MULIG = 0.5, 0.75
_prover: dict[int, tuple[Krav, Prover]] = {}
_tvil_for: dict[tuple[int, tuple[tuple[Verdi, ...] | None, ...]], int] = {}
_HUSKES = 20_000


def _tvil(krav: Krav, fakta: Fakta) -> int:
    """How doubtful it is that an open requirement holds, from 0 (rather not) to 2 (most likely): by how many of the
    values still possible, or common when nothing is known, meet it."""
    navn = krav.fakta()
    if any(f not in fakta.verdier for n in navn for f in FAKTA[n].sporres_som if n not in fakta.verdier and f != n):
        return 1  # the question itself supposes something not known
    if id(krav) not in _prover:
        _prover[id(krav)] = (krav, kompiler(krav))
    nokkel = (id(krav), tuple(fakta.verdier.get(n) for n in navn))
    if nokkel not in _tvil_for:
        if len(_tvil_for) >= _HUSKES:
            _tvil_for.clear()
        _tvil_for[nokkel] = _regn_ut_tvil(_prover[id(krav)][1], navn, nokkel[1])
    return _tvil_for[nokkel]


def _regn_ut_tvil(prov: Prover, navn: Sequence[str], kjente: Sequence[tuple[Verdi, ...] | None]) -> int:
    verdier = [k or FAKTA[n].typiske for n, k in zip(navn, kjente, strict=True)]
    if not all(verdier):
        return 1
    svar = [prov({n: (v,) for n, v in zip(navn, valg, strict=True)}) for valg in product(*verdier)]
    andel = sum(s == Utfall.OPPFYLT for s in svar) / len(svar)
    return 0 if andel < _TVILSOM else 1 if andel < _MULIG else 2


def avgjorende(vurdering: Vurdering, fakta: Fakta, antall: int = 2) -> list[Begrunnelse]:
    """The reasons that decide the verdict, most decisive first: hard or broken before usual, what is doubtful before
    what most likely holds, fixed facts before changeable, law before practice before suitability."""

    def nokkel(b: Begrunnelse) -> tuple[int, int, int, int]:
        krav = b.vilkar.krav
        fast = min((_REKKEFOLGE[FAKTA[f].endring] for f in krav.fakta()), default=0) if krav else 6
        if krav is not None and b.utfall is Utfall.IKKE_OPPFYLT and not kan_bli_oppfylt(krav, fakta):
            fast = -1
        tvil = _tvil(krav, fakta) if krav is not None and b.utfall is Utfall.UKJENT else -1
        tyngst = b.vilkar.styrke == "krav" or b.utfall is Utfall.IKKE_OPPFYLT
        return (0 if tyngst else 1, tvil, fast, _SLAG[b.vilkar.slag])

    if vurdering.verdikt == "unsuitable":
        kandidater = _stengende(vurdering)
    elif vurdering.verdikt == "conditional":
        kandidater = vurdering.med(Utfall.IKKE_OPPFYLT, "krav", "vanlig") + vurdering.med(
            Utfall.UKJENT, "krav", "vanlig"
        )
        kandidater = kandidater or vurdering.med(Utfall.SKJONN, "krav")
    else:
        kandidater = vurdering.med(Utfall.OPPFYLT, "krav", "vanlig")
    return sorted(kandidater, key=nokkel)[:antall]


@dataclass(frozen=True, slots=True)
class Endring:
    """A condition that would have to change for a no to become something else, and the facts it turns on."""

    begrunnelse: Begrunnelse
    fakta: tuple[str, ...]


def hva_ma_endres(vurdering: Vurdering, fakta: Fakta) -> list[Endring] | None:
    """What would have to change for an unsuitable measure; None when something fixed stands in the way.

    Only facts that can change are named; nothing fixed is ever proposed."""
    endringer = []
    for b in _stengende(vurdering):
        krav = b.vilkar.krav
        if krav is None or not kan_bli_oppfylt(krav, fakta):
            return None
        bevegelige = tuple(f for f in krav.fakta() if FAKTA[f].endring != "fast")
        endringer.append(Endring(b, bevegelige))
    rang = ("dokument", "valg", "vedtak", "tid", "innsats")
    return sorted(endringer, key=lambda e: min((rang.index(FAKTA[f].endring) for f in e.fakta), default=9))


def _eldre(aldre: Iterable[Verdi], maneder: int) -> tuple[Verdi, ...]:
    """The ages `maneder` months later: a whole number of years may be any month of that year, a fraction is exact."""
    ar, rest = divmod(maneder, 12)
    ut: list[Verdi] = []
    for a in aldre:
        if isinstance(a, float):
            ut.append(round(a + maneder / 12, 2))
        elif isinstance(a, int):
            ut += [a + ar, a + ar + 1] if rest else [a + ar]
    return tuple(dict.fromkeys(ut))


def framskriv(profil: Profil, i_dag: date, maneder: int) -> tuple[dict[str, tuple[Verdi, ...]], date]:
    """The profile and the date `maneder` months later: only what grows by itself has grown."""
    ny = dict(profil)
    for navn in ("programmaned", "maneder_siden_program"):
        if navn in ny:
            ny[navn] = tuple(v + maneder for v in ny[navn] if isinstance(v, int | float))
    if "alder" in ny and "fodselsdato" not in ny:
        ny["alder"] = _eldre(ny["alder"], maneder)
    if "yngste_barn_alder" in ny:
        ny["yngste_barn_alder"] = _eldre(ny["yngste_barn_alder"], maneder)
    return ny, pluss_maneder(i_dag, maneder)


def _endres_ikke_av_tid(b: Begrunnelse, vurdering: Vurdering) -> bool:
    """Whether an unmet condition stays so however long one waits: no end, no exception and no fact that grows."""
    krav, unntak = b.vilkar.krav, f"{b.vilkar.id}-unntak"
    if krav is None or b.vilkar.gyldig_til is not None or any(a.vilkar.id == unntak for a in vurdering.begrunnelser):
        return False
    return not any(FAKTA[f].endring == "tid" for f in krav.fakta())


def fra_nar(regelsett: Regelsett, tiltak_id: str, profil: Profil, i_dag: date) -> int | None:
    """In how many months time alone turns an unsuitable measure into something else; None within four years."""
    na = regelsett.vurder(profil, i_dag, [tiltak_id])[0]
    if any(_endres_ikke_av_tid(b, na) for b in _stengende(na)):
        return None
    for maneder in range(1, _HORISONT + 1):
        ny, dag = framskriv(profil, i_dag, maneder)
        if regelsett.vurder(ny, dag, [tiltak_id])[0].verdikt != "unsuitable":
            return maneder
    return None


def tidslinje(
    regelsett: Regelsett,
    profil: Profil,
    i_dag: date,
    maneder: int = _HORISONT,
    bare: Sequence[str] | None = None,
) -> list[list[Vurdering]]:
    """The evaluation of every measure now and for each of the coming `maneder` months."""
    ut: list[list[Vurdering]] = []
    forrige: Fakta | None = None
    for m in range(maneder + 1):
        fakta = utled(*framskriv(profil, i_dag, m))
        ut.append(
            regelsett.vurder_fakta(fakta, bare) if forrige is None else regelsett.vurder_videre(forrige, ut[-1], fakta)
        )
        forrige = fakta
    return ut
