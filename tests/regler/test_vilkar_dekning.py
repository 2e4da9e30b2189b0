"""Every condition of every measure that turns on facts has a profile that meets it, one that does not, and one that
leaves it open. The profiles are searched for among the facts' own values, never written to fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

import pytest

from bot.katalog.skjema import Tiltak
from bot.profil.fakta import FAKTA, ORDNINGER
from bot.profil.faktum import Faktum, Verdi
from bot.regler.vilkar import Krav, kompiler
from bot.regler.vurdering import Regelsett

from .conftest import les_katalog


def _grenser(krav: Krav) -> set[float]:
    """The numbers a requirement mentions, so that values on both sides of each can be tried."""
    tall = {v for v in (krav.minst, krav.hoyst, krav.under, krav.over) if isinstance(v, int | float)}
    tall |= {v for v in (krav.mellom or ()) if isinstance(v, int | float)}
    for del_ in (*(krav.alle or ()), *(krav.en_av or ()), *([krav.ikke] if krav.ikke else ())):
        tall |= _grenser(del_)
    return tall


def _nevnt(krav: Krav) -> set[str]:
    ord_ = set(krav.er_en_av or ()) | set(krav.ikke_en_av or ())
    for del_ in (*(krav.alle or ()), *(krav.en_av or ()), *([krav.ikke] if krav.ikke else ())):
        ord_ |= _nevnt(del_)
    return ord_


def _mulige(faktum: Faktum, krav: Krav) -> tuple[Verdi, ...]:
    if faktum.slag == "tall":
        return tuple(sorted({g + d for g in _grenser(krav) for d in (-1, 0, 1)}))
    if faktum.slag == "mengde":
        return tuple(frozenset({o}) for o in ORDNINGER)
    if faktum.slag == "ja_nei":
        return (True, False)
    if faktum.slag == "tekst":
        return (*sorted(_nevnt(krav)), "et helt annet sted")
    return faktum.verdier


def _profiler(krav: Krav) -> Iterator[dict[str, tuple[Verdi, ...]]]:
    fakta = krav.fakta()
    valg: list[list[tuple[Verdi, ...] | None]] = [[None, *((v,) for v in _mulige(FAKTA[f], krav))] for f in fakta]
    for kombinasjon in product(*valg):
        yield {f: v for f, v in zip(fakta, kombinasjon, strict=True) if v is not None}


def _bare_kjent(krav: Krav) -> bool:
    """Whether the requirement only asks that something is known: then nothing speaks against it."""
    deler = (*(krav.alle or ()), *(krav.en_av or ()), *([krav.ikke] if krav.ikke else ()))
    return krav.kjent is True or (krav.faktum is None and any(_bare_kjent(d) for d in deler))


TILTAK: Mapping[str, Tiltak] = les_katalog()
VILKAR = [(t.id, v.id, v.krav) for t in TILTAK.values() for v in t.vilkar if v.krav is not None]


def test_det_finnes_vilkar_nok() -> None:
    assert len(VILKAR) >= 170


@pytest.mark.parametrize(("tiltak_id", "vilkar_id", "krav"), VILKAR, ids=[f"{t}/{v}" for t, v, _ in VILKAR])
def test_hvert_vilkar_har_oppfylt_ikke_oppfylt_og_ukjent(tiltak_id: str, vilkar_id: str, krav: Krav) -> None:
    prover = kompiler(krav)
    utfall = {prover(p) for p in _profiler(krav)}
    assert 0 in utfall, "ingen profil lar vilkåret stå åpent"
    assert 1 in utfall, "ingen profil oppfyller vilkåret"
    if not _bare_kjent(krav) and not krav.usikre:
        assert -1 in utfall, "ingen profil bryter vilkåret"


def test_utfallet_star_i_vurderingen(regelsett: Regelsett) -> None:
    """What the prover says of a condition is what the evaluation of the measure reports."""
    from datetime import date

    from bot.regler.utledning import Fakta

    for tiltak_id, vilkar_id, krav in VILKAR:
        for profil in list(_profiler(krav))[:4]:
            fakta = Fakta(profil, {}, date(2026, 11, 23))
            treff = [b for b in regelsett.vurder_fakta(fakta, [tiltak_id])[0].begrunnelser if b.vilkar.id == vilkar_id]
            if treff:  # a condition may belong to another time
                assert int(treff[0].utfall) == kompiler(krav)(profil)
