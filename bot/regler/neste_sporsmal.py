"""The one question whose answer would settle most of what is still open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.profil.fakta import FAKTA
from bot.profil.faktum import Profil, Verdi
from bot.regler.program import arbeidsretting
from bot.regler.utledning import Fakta, utled
from bot.regler.vilkar import Utfall
from bot.regler.vurdering import Regelsett, Vurdering, mangler

_KANDIDATER = 8


def _apne(vurderinger: Sequence[Vurdering]) -> int:
    """How many measures still hang on an unknown fact."""
    return sum(
        1 for v in vurderinger if v.verdikt == "conditional" and any(b.utfall is Utfall.UKJENT for b in v.begrunnelser)
    )


def _meningslos(faktum: str, fakta: Fakta) -> bool:
    """Questions whose answer the scheme already gives, or that only a missing date would sharpen."""
    ordninger = fakta.verdier.get("ordninger", ())
    i_program = any(isinstance(o, frozenset) and o & {"intro", "kvp"} for o in ordninger)
    return faktum in ("ytelse", "ytelse_full") and i_program


def neste_sporsmal(
    regelsett: Regelsett,
    profil: Profil,
    i_dag: date,
    bare: Sequence[str] | None = None,
    utenom: frozenset[str] = frozenset(),
    nevn_program: bool = True,
) -> str | None:
    """The fact to ask for next, or None when no answer would settle anything.

    What the Act makes the whole programme turn on (integreringsloven § 14 a third paragraph) comes first, unless the
    question is about other things (`nevn_program` False); otherwise a
    one-step look-ahead over the typical values of the facts most measures wait for. Facts in `utenom` are never asked.
    """
    fakta = utled(profil, i_dag)
    krav = arbeidsretting(fakta)
    i_intro = any(isinstance(o, frozenset) and "intro" in o for o in fakta.verdier.get("ordninger", ()))
    if nevn_program and i_intro and krav.status == "ukjent":
        for faktum in ("utdanning", "sluttmal"):
            if faktum in krav.mangler and faktum not in utenom:
                return faktum
    vurderinger = regelsett.vurder_fakta(fakta, bare)
    telling: dict[str, int] = {}
    ventende: dict[str, list[str]] = {}
    for v in vurderinger:
        if v.verdikt != "conditional":
            continue
        for faktum in mangler(v, fakta):
            if faktum not in utenom and not _meningslos(faktum, fakta):
                telling[faktum] = telling.get(faktum, 0) + 1
                ventende.setdefault(faktum, []).append(v.tiltak_id)
    beste: tuple[float, int, str] | None = None
    for faktum in sorted(telling, key=lambda f: (-telling[f], f))[:_KANDIDATER]:
        typiske: tuple[Verdi, ...] = FAKTA[faktum].typiske
        if not typiske:
            continue
        for_ = len(ventende[faktum])
        igjen = sum(_apne(regelsett.vurder({**profil, faktum: (verdi,)}, i_dag, ventende[faktum])) for verdi in typiske)
        avgjort = for_ - igjen / len(typiske)
        kandidat = (avgjort, telling[faktum], faktum)
        if beste is None or kandidat > beste:
            beste = kandidat
    if beste is not None:
        return beste[2]
    return next(iter(sorted(telling, key=lambda f: -telling[f])), None)
