"""The fact recognisers against tests/sprak/fakta.yml, a table of sentences as advisers write them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.sprak.fakta import finn_fakta
from tests.sprak.maling import mal
from tests.sprak.tabell import forventet, funnet

I_DAG = date(2026, 11, 23)


def _les(*filer: str) -> list[tuple[str, str, dict[str, object]]]:
    tabeller = [yaml.safe_load((Path(__file__).parent / f).read_text(encoding="utf-8")) for f in filer]
    return [(gruppe, tekst, fasit) for t in tabeller for gruppe, rader in t.items() for tekst, fasit in rader]


RADER = _les("fakta.yml", "fakta_utenfor.yml", "fakta_former.yml")


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


def test_alle_stemmer_blir_forstatt() -> None:
    m = mal([(tekst, fasit) for _, tekst, fasit in _les("fakta_stemmer.yml")])
    assert m.f1() >= 0.98, m.feil
    assert m.hele / m.antall >= 0.95, m.feil


def test_nye_ordlag_blir_forstatt() -> None:
    m = mal([(tekst, fasit) for _, tekst, fasit in _les("fakta_ny.yml")])
    assert m.presisjon() >= 0.97, m.feil
    assert m.dekning() >= 0.96, m.feil


def test_usette_meldinger_i_alle_stemmer_blir_forstatt() -> None:
    m = mal([(tekst, fasit) for _, tekst, fasit in _les("fakta_usett.yml", "fakta_usett2.yml")])
    assert m.presisjon() >= 0.98, m.feil
    assert m.dekning() >= 0.97, m.feil


def test_presisjon_og_dekning_pa_setninger_ingen_har_stilt_inn_pa() -> None:
    riktige = for_mye = mangler = 0
    for _, tekst, fasit in _les("fakta_maaling.yml"):
        venter, fant = forventet(fasit), funnet(finn_fakta(tekst, I_DAG), False)
        riktige += len(venter & fant)
        for_mye += len(fant - venter)
        mangler += len(venter - fant)
    assert riktige / (riktige + for_mye) >= 0.95
    assert riktige / (riktige + mangler) >= 0.92


def test_tabellen_er_stor_nok() -> None:
    assert len(RADER) >= 350
    assert sum(1 for g, _, _ in RADER if g.endswith(("ordning_ja", "ordning_nei", "i_ordning"))) >= 40


def test_store_bokstaver_og_tegn_gir_det_samme() -> None:
    a = funnet(finn_fakta("A2, 34 år, måned 4", I_DAG), False)
    assert funnet(finn_fakta("a2,\u00a034 a\u030ar, MA\u030aNED 4", I_DAG), False) == a


def test_dagens_dato_avgjor_maneden() -> None:
    (f,) = finn_fakta("startet i februar 2026", date(2026, 2, 28))
    assert f.verdier == (1,)
    assert not finn_fakta("startet i februar 2026", date(2026, 1, 31))
