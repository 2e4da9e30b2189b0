"""Law values by date: faulty files are refused, and each day picks the right version."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from bot.regler.parametre import Parameter, Periode, Versjon, les_parametre, parametre

JANUAR = date(2026, 1, 1)


def _parameter(*verdier: dict[str, Any]) -> Parameter:
    return Parameter.model_validate(
        {
            "id": "prove",
            "tittel": "Prøve",
            "tittel_nn": "Prøve",
            "enhet": "måneder",
            "referansedato": "i_dag",
            "verdier": [{"hjemmel": "integreringsloven § 13", **v} for v in verdier],
        }
    )


GAMMEL = {"fra": date(2021, 1, 1), "til": date(2026, 1, 1), "verdi": 6, "status": "historisk"}
NY = {"fra": date(2026, 1, 2), "usikker_dag": JANUAR, "verdi": 12}
VEDTATT = {"fra": None, "verdi": 18, "status": "vedtatt_ikke_i_kraft"}


@pytest.mark.parametrize(
    "verdier",
    [
        [GAMMEL, {**NY, "fra": JANUAR}],
        [GAMMEL, {**NY, "fra": date(2025, 6, 1)}],
        [{**GAMMEL, "til": None}, NY],
        [NY, GAMMEL],
    ],
)
def test_overlapp_eller_manglende_til_avvises(verdier: list[dict[str, Any]]) -> None:
    with pytest.raises(ValidationError, match="prove: versjonene overlapper eller mangler «til»"):
        _parameter(*verdier)


def test_et_vedtatt_ledd_uten_dato_regnes_ikke_som_overlapp() -> None:
    assert len(_parameter(VEDTATT, GAMMEL, NY, VEDTATT).verdier) == 4


@pytest.mark.parametrize("feil", [{"ukjent_felt": 1}, {"status": "kanskje"}, {"fra": "i går"}, {"verdi": "mange"}])
def test_andre_feil_i_en_versjon_avvises(feil: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        _parameter({**NY, **feil})


def test_en_parameter_ma_ha_en_verdi() -> None:
    with pytest.raises(ValidationError):
        _parameter()


@pytest.mark.parametrize(
    ("dag", "verdier"),
    [
        (date(2020, 12, 31), []),
        (date(2021, 1, 1), [6]),
        (date(2025, 12, 31), [6]),
        (JANUAR, [6, 12]),
        (date(2026, 1, 2), [12]),
        (date(2099, 1, 1), [12]),
    ],
)
def test_dagen_velger_versjonen_og_den_apne_dagen_gir_to(dag: date, verdier: list[int]) -> None:
    assert [v.tall() for v in _parameter(GAMMEL, NY, VEDTATT).pa(dag)] == verdier


def test_vedtatt_ikke_i_kraft_vises_men_brukes_aldri() -> None:
    p = _parameter(GAMMEL, NY, VEDTATT)
    assert [v.tall() for v in p.vedtatt()] == [18]
    assert 18 not in [v.tall() for v in p.mellom(date(1900, 1, 1), date(2100, 1, 1))]
    med_dato = _parameter({**VEDTATT, "fra": date(2020, 1, 1)})
    assert med_dato.pa(JANUAR) == med_dato.mellom(date(2019, 1, 1), date(2099, 1, 1)) == ()


@pytest.mark.parametrize(
    ("fra", "til", "verdier"),
    [
        (date(2020, 1, 1), date(2020, 12, 31), []),
        (date(2020, 1, 1), date(2021, 1, 1), [6]),
        (date(2025, 1, 1), date(2025, 12, 31), [6]),
        (date(2025, 12, 1), JANUAR, [6, 12]),
        (JANUAR, date(2026, 6, 1), [6, 12]),
        (date(2026, 1, 2), date(2026, 6, 1), [12]),
    ],
)
def test_mellom_gir_alt_som_gjelder_minst_en_dag(fra: date, til: date, verdier: list[int]) -> None:
    assert [v.tall() for v in _parameter(GAMMEL, NY).mellom(fra, til)] == verdier


def test_en_versjon_kan_ha_flere_tall() -> None:
    versjon = Versjon(fra=JANUAR, verdi={"maks": 24, "forlengelse": 12}, hjemmel="x")
    assert (versjon.tall(), versjon.tall("forlengelse")) == (24, 12)
    with pytest.raises(KeyError):
        versjon.tall("ekstra")


def test_en_kjent_dag_er_en_periode_pa_en_dag() -> None:
    assert Periode(JANUAR, JANUAR).kjent
    assert not Periode(JANUAR, JANUAR + timedelta(days=1)).kjent


def _skriv(mappe: Path, lov: str, *ider: str) -> None:
    (mappe / lov).mkdir()
    rader = [_parameter(NY).model_copy(update={"id": i}).model_dump(exclude_none=True) for i in ider]
    (mappe / lov / "parametre.yml").write_text(
        yaml.safe_dump({"parametre": [{**r, "verdier": list(r["verdier"])} for r in rader]}), "utf-8"
    )


def test_filene_leses_og_en_gjentatt_id_er_feil(tmp_path: Path) -> None:
    _skriv(tmp_path, "lov-a", "a.en", "a.to")
    assert list(les_parametre(tmp_path)) == ["a.en", "a.to"]
    _skriv(tmp_path, "lov-b", "a.to")
    with pytest.raises(ValueError, match=r"a\.to finnes to ganger"):
        les_parametre(tmp_path)


def test_prosjektets_parametre() -> None:
    """All versions of all parameters: the age limit of 60 is adopted, not in force, and is never the one that holds."""
    alder = parametre()["integreringsloven.malgruppe.alder"]
    assert [v.tall("hoyst") for v in alder.vedtatt()] == [60]
    dag = date(2021, 1, 1)
    while dag < date(2028, 1, 1):
        assert [v.tall("hoyst") for v in alder.pa(dag)] == [55]
        dag += timedelta(days=28)


@pytest.mark.parametrize("id", sorted(parametre()))
def test_ingen_parameter_har_hull_eller_to_verdier_uten_apen_dag(id: str) -> None:
    p = parametre()[id]
    fra = [v.fra for v in p.verdier if v.fra is not None]
    apne = {v.usikker_dag for v in p.verdier if v.usikker_dag}
    slutt = max((v.til or date(2028, 1, 1)) for v in p.verdier if v.fra is not None)
    skiller = {d + timedelta(days=n) for v in p.verdier for d in (v.fra, v.til, v.usikker_dag) if d for n in (-1, 0, 1)}
    for dag in skiller:
        if min(fra) <= dag <= slutt:
            antall = len(p.pa(dag))
            assert antall == 1 or (dag in apne and antall == 2), (id, dag, antall)
