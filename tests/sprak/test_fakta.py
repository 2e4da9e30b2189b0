"""The fact recognisers against tests/sprak/fakta.yml, a table of sentences as advisers write them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.sprak.fakta import finn_fakta
from tests.sprak.tabell import forventet, funnet

I_DAG = date(2026, 11, 23)
_TABELL = yaml.safe_load((Path(__file__).parent / "fakta.yml").read_text(encoding="utf-8"))
RADER = [(gruppe, tekst, fasit) for gruppe, rader in _TABELL.items() for tekst, fasit in rader]


@pytest.mark.parametrize(("gruppe", "tekst", "fasit"), RADER, ids=[f"{g}: {t[:60]}" for g, t, _ in RADER])
def test_setning(gruppe: str, tekst: str, fasit: dict[str, object]) -> None:
    venter = forventet(fasit)
    med_kjonn = gruppe == "kjonn" or any(v[1] == "kjonn" for v in venter)
    assert funnet(finn_fakta(tekst, I_DAG), med_kjonn) == venter


@pytest.mark.parametrize("tekst", [t for _, t, _ in RADER])
def test_spenn_peker_i_teksten(tekst: str) -> None:
    for f in finn_fakta(tekst, I_DAG):
        assert tekst[f.start : f.slutt] == f.tekst
        assert f.tekst.strip()


def test_tabellen_er_stor_nok() -> None:
    assert len(RADER) >= 350
    assert sum(1 for g, _, _ in RADER if g in ("ordning_ja", "ordning_nei")) >= 40


def test_store_bokstaver_og_tegn_gir_det_samme() -> None:
    a = funnet(finn_fakta("A2, 34 år, måned 4", I_DAG), False)
    assert funnet(finn_fakta("a2,\u00a034 a\u030ar, MA\u030aNED 4", I_DAG), False) == a


def test_dagens_dato_avgjor_maneden() -> None:
    (f,) = finn_fakta("startet i februar 2026", date(2026, 2, 28))
    assert f.verdier == (1,)
    assert not finn_fakta("startet i februar 2026", date(2026, 1, 31))
