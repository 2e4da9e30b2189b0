"""Short answers: a question gets the one that answers it, never the one for the opposite or for another kind."""

from __future__ import annotations

from typing import Any

import pytest

from bot.kunnskap.regelsok import Regelsok
from tests.kunnskap.maling import regler

MED = [(r, kort) for r in regler() for kort in r.korte_svar]


@pytest.fixture(scope="module")
def sok() -> Regelsok:
    return Regelsok(regler())


def _svar(sok: Regelsok, sporsmal: str, regel_id: str) -> str | None:
    regel = next(r for r in regler() if r.id == regel_id)
    kort = sok.kortsvar(sporsmal, regel)
    return kort.svar if kort is not None else None


def test_hver_maate_aa_sporre_paa_faar_sitt_svar(sok: Regelsok) -> None:
    feil = [
        (r.id, form)
        for r, kort in MED
        for form in kort.sporsmal
        if (funnet := sok.kortsvar(form, r)) is None or funnet.svar != kort.svar
    ]
    assert not feil


def test_ja_og_nei_er_like_paa_begge_malformer() -> None:
    for r, kort in MED:
        for ord_ in ("Ja, ", "Nei, "):
            assert kort.svar.startswith(ord_) == kort.svar_nn.startswith(ord_), (r.id, kort.svar)


@pytest.mark.parametrize(
    ("sporsmal", "regel", "begynner"),
    [
        ("Må kommunen gi program til en mann på 59 år?", "R-024", "Nei, "),
        ("Kan kommunen gi program til en mann på 59 år?", "R-024", "Ja, "),
        ("Mister deltakeren introduksjonsstønaden når hun er syk?", "R-305", "Nei, "),
        ("Beholder deltakeren introduksjonsstønaden når hun er syk?", "R-305", "Ja, "),
        ("Legges ferien til programtiden?", "R-067", "Nei, "),
        ("Legges permisjonen til programtiden?", "R-067", "Ja, "),
    ],
)
def test_det_motsatte_sporsmaalet_faar_det_motsatte_svaret(
    sok: Regelsok, sporsmal: str, regel: str, begynner: str
) -> None:
    svar = _svar(sok, sporsmal, regel)
    assert svar is not None
    assert svar.startswith(begynner)


@pytest.mark.parametrize(
    ("sporsmal", "regel"),
    [
        ("Hvor mange timer samfunnskunnskap er det?", "R-126"),
        ("Hvem betaler norskprøven?", "R-323"),
        ("Hvor lenge gjelder permisjonen etter fødsel?", "R-308"),
        ("Skal asylsøkere i mottak ha samfunnskunnskap?", "R-303"),
        ("Får deltakeren velge når ferien skal være?", "R-088"),
    ],
)
def test_et_annet_sporsmaal_faar_ikke_et_ja_eller_nei(sok: Regelsok, sporsmal: str, regel: str) -> None:
    svar: Any = _svar(sok, sporsmal, regel)
    assert svar is None or not svar.startswith(("Ja, ", "Nei, "))
