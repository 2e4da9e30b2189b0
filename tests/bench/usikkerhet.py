"""How often an answer on a partial profile is one the full profile takes back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from random import Random

from bot.regler.utledning import Fakta, utled
from bot.regler.vilkar import Utfall
from bot.regler.vurdering import Regelsett, Vurdering
from tests.bench.profiler import skjul, tilfeldig_profil
from tests.bench.tabell import Rad, tall

_FRO = 20260822


@dataclass(slots=True)
class Telling:
    """Counts over (measure, profile). `feil`: a yes or no the full profile does not share; `arsaker` the conditions
    behind it. `skjulte_ja` and `skjulte_kan`: what "unknown = no" shows as no, though it is a yes, or no no."""

    par: int = 0
    uavgjorte: int = 0
    feil: int = 0
    arsaker: Counter[str] = field(default_factory=Counter)
    skjulte_ja: int = 0
    skjulte_kan: int = 0


def tell(regelsett: Regelsett, i_dag: date, antall: int = 2000, fro: int = _FRO) -> Telling:
    """`antall` random participants, each evaluated in full and with three facts in ten hidden."""
    rng = Random(fro)
    ut = Telling()
    for _ in range(antall):
        hel = tilfeldig_profil(rng, i_dag)
        delvis = skjul(rng, hel)
        hele_fakta, delvise_fakta = utled(hel, i_dag), utled(delvis, i_dag)
        for v, fasit in zip(regelsett.vurder_fakta(delvise_fakta), regelsett.vurder_fakta(hele_fakta), strict=True):
            ut.par += 1
            if v.verdikt != "conditional":
                if v.verdikt != fasit.verdikt:
                    ut.feil += 1
                    ut.arsaker.update(_arsaker(v, fasit, delvise_fakta, hele_fakta))
                continue
            apen = any(b.utfall is Utfall.UKJENT and b.vilkar.styrke == "krav" for b in v.begrunnelser)
            if not apen:
                continue
            ut.uavgjorte += 1
            ut.skjulte_ja += fasit.verdikt == "suitable"
            ut.skjulte_kan += fasit.verdikt != "unsuitable"
    return ut


def _arsaker(v: Vurdering, fasit: Vurdering, delvis: Fakta, hel: Fakta) -> list[str]:
    """The conditions that were settled in one way on the partial profile and in another on the full one."""
    riktig = {b.vilkar.id: b.utfall for b in fasit.begrunnelser}
    ut = []
    for b in v.begrunnelser:
        if b.vilkar.krav is None or b.utfall is Utfall.UKJENT or riktig.get(b.vilkar.id) is b.utfall:
            continue
        fakta = []
        for navn in b.vilkar.krav.fakta():
            kilde = delvis.utledet.get(navn)
            fra = f" utledet av {'+'.join(kilde.fra)}" if kilde else ""
            fakta.append(f"{navn}{fra}")
        utfall = riktig.get(b.vilkar.id)
        etter = utfall.status if utfall is not None else "borte"
        ut.append(f"{v.tiltak_id}/{b.vilkar.id}: {b.utfall.status} -> {etter} ({', '.join(fakta)})")
    return ut or [f"{v.tiltak_id}: {v.verdikt} -> {fasit.verdikt} uten at noe vilkår er snudd"]


def mal_usikkerhet(regelsett: Regelsett, i_dag: date) -> Rad:
    """The line of the table: answers without support beside the yeses that "unknown = no" hides."""
    t = tell(regelsett, i_dag)
    merknader = [
        f"{tall(t.par)} par av profil og tiltak, {tall(t.uavgjorte)} sto åpne for manglende opplysning. "
        f"«ukjent = nei» ville vist {tall(t.skjulte_kan)} av dem som nei enda de er ja eller kanskje; "
        f"{tall(t.skjulte_ja)} er rene ja."
    ]
    merknader += [f"uten dekning, {antall} ganger: {hva}" for hva, antall in t.arsaker.most_common(12)]
    return Rad(
        "svar uten dekning, 30 % av fakta skjult",
        str(t.feil),
        f"{tall(t.skjulte_kan)} («ukjent = nei»)",
        "",
        "0",
        t.feil == 0,
        tuple(merknader),
    )
