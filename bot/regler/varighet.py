"""How long a measure can last for one participant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.regler.utledning import Fakta
from bot.regler.vilkar import Utfall, kompiler


@dataclass(frozen=True, slots=True)
class Lengde:
    """A length in `maneder` or `uker`; a limit in years is given in months. `usikker`: it rests on a wording that can
    be read in more than one way."""

    maks: float
    enhet: str
    usikker: bool = False


def grenseutfall(grense: Any, fakta: Fakta) -> Utfall:
    """Whether a limit applies to this participant; a limit that rests on judgement in words is SKJONN."""
    if grense.gjelder is not None:
        return Utfall(kompiler(grense.gjelder)(fakta.verdier))
    return Utfall.SKJONN if grense.gjelder_tekst else Utfall.OPPFYLT


def _lengde(grense: Any) -> Lengde:
    if grense.enhet == "ar":
        return Lengde(grense.maks * 12, "maneder", grense.usikker)
    return Lengde(grense.maks, grense.enhet, grense.usikker)


def lengste_varighet(grenser: Sequence[Any], fakta: Fakta) -> Lengde | None:
    """The longest duration the rules give this participant, extensions included that need no special reasons.

    In: the limits of a measure (`maks`, `enhet`, `tillegg`, `gjelder`, `gjelder_tekst`). Out: the length, or None when
    an unknown fact decides it or there is no limit. Extensions that rest on somebody's judgement are left out.
    """
    tallfestet = [(g, grenseutfall(g, fakta)) for g in grenser if g.maks is not None]
    grunn = [_lengde(g) for g, u in tallfestet if not g.tillegg and u is Utfall.OPPFYLT]
    if not grunn:
        return None
    lengst = max(grunn, key=lambda lengde: lengde.maks)
    maks, usikker = lengst.maks, lengst.usikker
    for g, utfall in tallfestet:
        if utfall is Utfall.UKJENT and (g.tillegg or _lengde(g).maks > maks):
            return None
        if g.tillegg and utfall is Utfall.OPPFYLT:
            maks += _lengde(g).maks
            usikker = usikker or g.usikker
    return Lengde(maks, lengst.enhet, usikker)
