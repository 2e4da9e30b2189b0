"""How long a measure can last: the longest limit that applies, extensions, and what is left unknown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from bot.katalog.skjema import Grense, Tiltak
from bot.profil.lesing import les_profil
from bot.regler.utledning import Fakta, utled
from bot.regler.varighet import Lengde, grenseutfall, lengste_varighet
from bot.regler.vilkar import Krav, Utfall

UNG = Krav(faktum="alder", under=30)
NEDSATT = Krav(faktum="nedsatt_arbeidsevne", er=True)


def _fakta(**profil: Any) -> Fakta:
    return utled(les_profil(profil), date(2026, 11, 23))


def _grense(maks: float | None = 12, enhet: Any = "maneder", **felt: Any) -> Grense:
    return Grense(tekst="inntil", maks=maks, enhet=None if maks is None else enhet, **felt)


@pytest.mark.parametrize(
    ("grense", "profil", "ventet"),
    [
        (_grense(), {}, Utfall.OPPFYLT),
        (_grense(gjelder=UNG), {"alder": 29}, Utfall.OPPFYLT),
        (_grense(gjelder=UNG), {"alder": 30}, Utfall.IKKE_OPPFYLT),
        (_grense(gjelder=UNG), {}, Utfall.UKJENT),
        (_grense(gjelder_tekst="ved særlige grunner"), {}, Utfall.SKJONN),
        (_grense(gjelder=UNG, gjelder_tekst="for unge"), {"alder": 29}, Utfall.OPPFYLT),
    ],
)
def test_om_en_grense_gjelder(grense: Grense, profil: dict[str, Any], ventet: Utfall) -> None:
    assert grenseutfall(grense, _fakta(**profil)) is ventet


LANG = _grense(24, gjelder=NEDSATT)
TILLEGG = _grense(6, tillegg=True, gjelder=UNG)


@pytest.mark.parametrize(
    ("grenser", "profil", "ventet"),
    [
        ([], {}, None),
        ([_grense(None)], {}, None),
        ([_grense()], {}, Lengde(12, "maneder")),
        ([_grense(13, "uker")], {}, Lengde(13, "uker")),
        ([_grense(2, "ar")], {}, Lengde(24, "maneder")),
        # the longest that applies; unknown when a longer one hangs on an unknown fact
        ([_grense(), LANG], {"nedsatt_arbeidsevne": True}, Lengde(24, "maneder")),
        ([_grense(), LANG], {"nedsatt_arbeidsevne": False}, Lengde(12, "maneder")),
        ([_grense(), LANG], {}, None),
        ([_grense(), _grense(6, gjelder=NEDSATT)], {}, Lengde(12, "maneder")),
        ([_grense(1, "ar"), _grense(18)], {}, Lengde(18, "maneder")),
        ([LANG], {"nedsatt_arbeidsevne": False}, None),
        # extensions
        ([_grense(), TILLEGG], {"alder": 29}, Lengde(18, "maneder")),
        ([_grense(), TILLEGG], {"alder": 30}, Lengde(12, "maneder")),
        ([_grense(), TILLEGG], {}, None),
        ([_grense(), _grense(1, "ar", tillegg=True)], {}, Lengde(24, "maneder")),
        ([_grense(), _grense(6, tillegg=True, gjelder_tekst="ved særlige grunner")], {}, Lengde(12, "maneder")),
        ([TILLEGG], {"alder": 29}, None),
        # a wording that can be read in more than one way
        ([_grense(usikker=True)], {}, Lengde(12, "maneder", True)),
        ([_grense(), _grense(6, tillegg=True, usikker=True)], {}, Lengde(18, "maneder", True)),
        ([_grense(), _grense(6, usikker=True)], {}, Lengde(12, "maneder", False)),
        ([_grense(), _grense(6, tillegg=True, usikker=True, gjelder=UNG)], {"alder": 40}, Lengde(12, "maneder")),
    ],
)
def test_lengste_varighet(grenser: list[Grense], profil: dict[str, Any], ventet: Lengde | None) -> None:
    assert lengste_varighet(grenser, _fakta(**profil)) == ventet


def test_rekkefolgen_pa_grensene_betyr_ingenting(tiltak: Mapping[str, Tiltak]) -> None:
    fakta = _fakta(alder=24, nedsatt_arbeidsevne=True, norskniva="A2", utdanning="ingen")
    med_grenser = [t for t in tiltak.values() if len(t.varighet.grenser) > 1]
    assert len(med_grenser) > 10
    for t in med_grenser:
        assert lengste_varighet(t.varighet.grenser, fakta) == lengste_varighet(t.varighet.grenser[::-1], fakta), t.id


def test_katalogen_blander_ikke_uker_med_lengre_enheter(tiltak: Mapping[str, Tiltak]) -> None:
    """The lengths of one measure are compared as numbers, so they must be in the same unit."""
    for t in tiltak.values():
        enheter = {"uker" if g.enhet == "uker" else "maneder" for g in t.varighet.grenser if g.maks is not None}
        assert len(enheter) <= 1, t.id
