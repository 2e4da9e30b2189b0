"""The yardstick for evaluation: 60 measures of 8 conditions, as plain Python booleans and as rules of ours.

The booleans are what one writes by hand: a lambda per condition, cut short at the first no, without reasons,
and with a KeyError for a fact that is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from bot.profil.fakta import FAKTA, INNSATSGRUPPER, NIVAER, OPPHOLDSGRUNNLAG, UTDANNINGER
from bot.profil.faktum import Verdi
from bot.regler.vilkar import Krav
from bot.regler.vurdering import Tiltaksregler, Vilkar

Enkel = Callable[[Mapping[str, Any]], bool]
_FRO = 20260822
_RANG = {
    navn: {v: i for i, v in enumerate(FAKTA[navn].verdier)} for navn in ("norskniva", "utdanning", "innsatsgruppe")
}
PROFIL: dict[str, tuple[Verdi, ...]] = {
    "norskniva": ("A2",),
    "programmaned": (4,),
    "alder": (34,),
    "utdanning": ("videregaende",),
    "innsatsgruppe": ("trenger_veiledning",),
    "oppholdsgrunnlag": ("asyl",),
    "ordninger": (frozenset({"intro", "nav"}),),
    "arbeidssoker": (True,),
    "praksisplass": (True,),
    "timer_tilgjengelig": (37.5,),
    "barn_under_18": (2,),
}


def _minst(faktum: str, grense: Any) -> tuple[Krav, Enkel]:
    if faktum in _RANG:
        rang, plass = _RANG[faktum], _RANG[faktum][grense]
        return Krav(faktum=faktum, minst=grense), lambda f: bool(rang[f[faktum]] >= plass)
    return Krav(faktum=faktum, minst=grense), lambda f: bool(f[faktum] >= grense)


def _mellom(faktum: str, fra: int, til: int) -> tuple[Krav, Enkel]:
    return Krav(faktum=faktum, mellom=(fra, til)), lambda f: bool(fra <= f[faktum] <= til)


def _en_av(faktum: str, verdier: list[str]) -> tuple[Krav, Enkel]:
    tillatt = frozenset(verdier)
    return Krav(faktum=faktum, er_en_av=verdier), lambda f: f[faktum] in tillatt


def _er(faktum: str) -> tuple[Krav, Enkel]:
    return Krav(faktum=faktum, er=True), lambda f: f[faktum] is True


def _inneholder(verdier: list[str]) -> tuple[Krav, Enkel]:
    tillatt = frozenset(verdier)
    return Krav(faktum="ordninger", inneholder_en_av=verdier), lambda f: not tillatt.isdisjoint(f["ordninger"])


def _tilfeldig(rng: Random) -> tuple[Krav, Enkel]:
    slag = rng.randrange(8)
    if slag == 0:
        return _minst("norskniva", rng.choice(NIVAER[:4]))
    if slag == 1:
        return _mellom("alder", rng.choice([16, 18, 25]), rng.choice([30, 55, 66]))
    if slag == 2:
        return _minst("programmaned", rng.choice([1, 2, 4, 7]))
    if slag == 3:
        return _en_av("oppholdsgrunnlag", rng.sample(OPPHOLDSGRUNNLAG, rng.choice([3, 5, 8])))
    if slag == 4:
        return _er(rng.choice(["arbeidssoker", "praksisplass"]))
    if slag == 5:
        return _inneholder(rng.sample(["intro", "kvp", "nav", "jobbsjansen"], 2))
    if slag == 6:
        return _minst("utdanning", rng.choice(UTDANNINGER[:4]))
    return _minst("innsatsgruppe", rng.choice(INNSATSGRUPPER[:2]))


def lag(tiltak: int = 60, vilkar: int = 8) -> tuple[list[Tiltaksregler], list[tuple[Enkel, ...]]]:
    """The same random measures as rules of ours and as plain booleans."""
    rng = Random(_FRO)
    regler, enkle = [], []
    for i in range(tiltak):
        par = [_tilfeldig(rng) for _ in range(vilkar)]
        regler.append(
            Tiltaksregler(
                f"tiltak-{i}",
                tuple(
                    Vilkar(f"vilkar-{n}", "et vilkår", "lov", "krav", krav, "tiltaksforskriften § 1-3")
                    for n, (krav, _) in enumerate(par)
                ),
            )
        )
        enkle.append(tuple(enkel for _, enkel in par))
    return regler, enkle


def vurder_enkelt(enkle: list[tuple[Enkel, ...]], fakta: Mapping[str, Any]) -> list[bool]:
    """Every measure for one profile: yes or no, each stopped at its first no."""
    return [_alle_ja(vilkar, fakta) for vilkar in enkle]


def _alle_ja(vilkar: tuple[Enkel, ...], fakta: Mapping[str, Any]) -> bool:
    for ett in vilkar:  # noqa: SIM110 all() with a generator takes twice the time
        if not ett(fakta):
            return False
    return True
