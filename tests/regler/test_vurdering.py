"""Evaluating a measure: how the strength of a condition decides, exceptions, dates of validity, and evaluating on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from bot.profil.lesing import les_profil
from bot.regler.forklaring import framskriv
from bot.regler.utledning import utled
from bot.regler.vilkar import Krav, Utfall
from bot.regler.vurdering import Regelsett, Styrke, Tiltaksregler, Unntak, Vilkar, Vurdering, mangler

from .profiler import delvise

DAG = date(2026, 11, 23)
VOKSEN = Krav(faktum="alder", minst=18)
A2 = Krav(faktum="norskniva", minst="A2")


def _vilkar(id: str, krav: Krav | None, styrke: Styrke = "krav", **felt: Any) -> Vilkar:
    return Vilkar(id, f"vilkår {id}", "lov", styrke, krav, "integreringsloven § 8", **felt)


def _vurder(*vilkar: Vilkar, dag: date = DAG, **profil: Any) -> Vurdering:
    return Regelsett([Tiltaksregler("t", vilkar)]).vurder(les_profil(profil), dag)[0]


def _utfall(v: Vurdering) -> list[tuple[str, str]]:
    return [(b.vilkar.id, b.utfall.status) for b in v.begrunnelser]


@pytest.mark.parametrize(
    ("styrke", "alder", "verdikt"),
    [
        ("krav", 18, "suitable"),
        ("krav", 17, "unsuitable"),
        ("krav", None, "conditional"),
        ("vanlig", 18, "suitable"),
        ("vanlig", 17, "conditional"),
        ("vanlig", None, "conditional"),
        ("gjennomforing", 18, "suitable"),
        ("gjennomforing", 17, "suitable"),
        ("gjennomforing", None, "suitable"),
    ],
)
def test_styrken_avgjor_hva_utfallet_betyr(styrke: Styrke, alder: int | None, verdikt: str) -> None:
    v = _vurder(_vilkar("a", VOKSEN, styrke), alder=alder)
    assert v.verdikt == verdikt
    assert [b.utfall for b in v.begrunnelser] == [
        {18: Utfall.OPPFYLT, 17: Utfall.IKKE_OPPFYLT}.get(alder, Utfall.UKJENT)
    ]


@pytest.mark.parametrize(
    ("styrke", "verdikt"), [("krav", "conditional"), ("vanlig", "suitable"), ("gjennomforing", "suitable")]
)
def test_skjonn_holder_bare_et_krav_apent(styrke: Styrke, verdikt: str) -> None:
    v = _vurder(_vilkar("s", None, styrke))
    assert (v.verdikt, _utfall(v)) == (verdikt, [("s", "judgement")])


def test_det_verste_vilkaret_avgjor_og_alle_begrunnelser_star_i_filens_rekkefolge() -> None:
    vilkar = (_vilkar("n", A2, "vanlig"), _vilkar("a", VOKSEN), _vilkar("s", None))
    v = _vurder(*vilkar, alder=17, norskniva="A2")
    assert v.verdikt == "unsuitable"
    assert _utfall(v) == [("n", "met"), ("a", "unmet"), ("s", "judgement")]
    assert _vurder(*reversed(vilkar), alder=17, norskniva="A2").verdikt == "unsuitable"
    assert _vurder(*vilkar, alder=18, norskniva="A1").verdikt == "conditional"


def test_et_tiltak_uten_vilkar_passer() -> None:
    assert _vurder().verdikt == "suitable"


def _med_unntak(krav: Krav | None) -> Vilkar:
    return _vilkar("a", VOKSEN, unntak=Unntak("særlig grunn", krav, "integreringsloven § 8"))


@pytest.mark.parametrize(
    ("profil", "verdikt", "utfall"),
    [
        ({"alder": 17, "norskniva": "A2"}, "suitable", [("a", "unmet"), ("a-unntak", "met")]),
        ({"alder": 17, "norskniva": "A1"}, "unsuitable", [("a", "unmet"), ("a-unntak", "unmet")]),
        ({"alder": 17}, "conditional", [("a", "unmet"), ("a-unntak", "unknown")]),
        ({"alder": 18, "norskniva": "A1"}, "suitable", [("a", "met")]),
        ({"norskniva": "A2"}, "conditional", [("a", "unknown")]),
    ],
)
def test_et_unntak_prover_bare_nar_vilkaret_er_brutt(
    profil: dict[str, Any], verdikt: str, utfall: list[tuple[str, str]]
) -> None:
    v = _vurder(_med_unntak(A2), **profil)
    assert (v.verdikt, _utfall(v)) == (verdikt, utfall)


def test_et_unntak_noen_ma_vurdere_holder_apent() -> None:
    v = _vurder(_med_unntak(None), alder=17)
    assert (v.verdikt, _utfall(v)) == ("conditional", [("a", "unmet"), ("a-unntak", "judgement")])
    assert _vurder(_med_unntak(None), alder=18).verdikt == "suitable"


def test_et_unntak_gjelder_bare_sitt_eget_vilkar() -> None:
    v = _vurder(
        _med_unntak(A2), _vilkar("m", Krav(faktum="kjonn", er_en_av=["kvinne"])), alder=17, norskniva="A2", kjonn="mann"
    )
    assert v.verdikt == "unsuitable"


FRA, TIL = date(2026, 1, 1), date(2026, 6, 30)


@pytest.mark.parametrize(
    ("dag", "gjelder"),
    [(date(2025, 12, 31), False), (FRA, True), (date(2026, 3, 1), True), (TIL, True), (date(2026, 7, 1), False)],
)
def test_et_vilkar_gjelder_bare_sine_dager(dag: date, gjelder: bool) -> None:
    v = _vurder(_vilkar("a", VOKSEN, gyldig_fra=FRA, gyldig_til=TIL), dag=dag, alder=17)
    assert (v.verdikt, len(v.begrunnelser)) == (("unsuitable", 1) if gjelder else ("suitable", 0))


@pytest.mark.parametrize(
    ("dag", "tekst"),
    [
        (date(2025, 12, 31), "Ordningen gjelder fra 1.1.2026"),
        (FRA, None),
        (TIL, None),
        (date(2026, 7, 1), "Ordningen gjaldt til 30.6.2026"),
    ],
)
def test_et_tiltak_finnes_bare_sine_dager(dag: date, tekst: str | None) -> None:
    regelsett = Regelsett([Tiltaksregler("t", (_vilkar("a", VOKSEN),), FRA, TIL)])
    v = regelsett.vurder(les_profil({"alder": 18}), dag)[0]
    if tekst is None:
        assert (v.verdikt, _utfall(v)) == ("suitable", [("a", "met")])
    else:
        assert v.verdikt == "unsuitable"
        assert v.begrunnelser[0].vilkar.tekst == tekst
        assert v.begrunnelser[0].vilkar.hjemmel == "integreringsloven § 8"


def test_rekkefolgen_pa_dagene_det_sporres_om_betyr_ingenting() -> None:
    """Each time between two turning points is compiled once; asking for an early day after a late one is the same."""
    regler = [Tiltaksregler("t", (_vilkar("a", VOKSEN, gyldig_fra=FRA), _vilkar("n", A2, gyldig_til=TIL)))]
    dager = [date(2025, 12, 31), FRA, TIL, date(2026, 7, 1)]
    profil = les_profil({"alder": 17, "norskniva": "A1"})
    framover, bakover = Regelsett(regler), Regelsett(regler)
    a = [_utfall(framover.vurder(profil, d)[0]) for d in dager]
    b = [_utfall(bakover.vurder(profil, d)[0]) for d in reversed(dager)][::-1]
    assert (
        a
        == b
        == [[("n", "unmet")], [("a", "unmet"), ("n", "unmet")], [("a", "unmet"), ("n", "unmet")], [("a", "unmet")]]
    )


def test_bare_gir_rekkefolgen_det_ble_spurt_i(regelsett: Regelsett) -> None:
    ider = ["kvalifiseringsprogrammet", "arbeidstrening"]
    assert [v.tiltak_id for v in regelsett.vurder({}, DAG, ider)] == ider
    with pytest.raises(KeyError):
        regelsett.vurder({}, DAG, ["finnes-ikke"])


def test_med_velger_utfall_og_styrke() -> None:
    v = _vurder(_vilkar("a", VOKSEN), _vilkar("n", A2, "vanlig"), _vilkar("s", None), alder=17, norskniva="A1")
    assert [b.vilkar.id for b in v.med(Utfall.IKKE_OPPFYLT)] == ["a", "n"]
    assert [b.vilkar.id for b in v.med(Utfall.IKKE_OPPFYLT, "vanlig")] == ["n"]
    assert [b.vilkar.id for b in v.med(Utfall.SKJONN, "krav", "vanlig")] == ["s"]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(par=delvise())
def test_a_vurdere_videre_er_det_samme_som_a_vurdere(
    regelsett: Regelsett, par: tuple[dict[str, Any], dict[str, Any]]
) -> None:
    """From one profile to another on the same day, and through the turn of the year when rules change."""
    hel, delvis = (les_profil(p) for p in par)
    steg = [utled(delvis, DAG), utled(hel, DAG), *(utled(*framskriv(hel, DAG, m)) for m in (1, 2, 24))]
    ider = [t for i, t in enumerate(regelsett.tiltak) if i % 4 == 0]
    for for_, etter in pairwise(steg):
        videre = regelsett.vurder_videre(for_, regelsett.vurder_fakta(for_, ider), etter)
        for a, b in zip(videre, regelsett.vurder_fakta(etter, ider), strict=True):
            assert (a.tiltak_id, a.verdikt, _utfall(a)) == (b.tiltak_id, b.verdikt, _utfall(b))


def test_a_vurdere_videre_over_et_skille_tar_de_nye_reglene() -> None:
    regelsett = Regelsett([Tiltaksregler("t", (_vilkar("a", VOKSEN, gyldig_fra=FRA),))])
    for_, etter = (utled(les_profil({"alder": 17}), d) for d in (date(2025, 12, 31), FRA))
    vurdert = regelsett.vurder_fakta(for_)
    assert vurdert[0].verdikt == "suitable"
    assert regelsett.vurder_videre(for_, vurdert, etter)[0].verdikt == "unsuitable"


def _mangler(*vilkar: Vilkar, **profil: Any) -> list[str]:
    return mangler(_vurder(*vilkar, **profil), utled(les_profil(profil), DAG))


def test_det_som_mangler_star_etter_hvor_mye_det_trengs() -> None:
    vilkar = [
        _vilkar("n", A2, "vanlig"),
        _vilkar("a", VOKSEN),
        _vilkar("k", Krav(faktum="kjonn", er_en_av=["mann"]), "gjennomforing"),
    ]
    assert _mangler(*vilkar) == ["alder", "norskniva"]
    assert _mangler(*vilkar, replace(vilkar[0], id="n2"), replace(vilkar[0], id="n3")) == ["norskniva", "alder"]
    assert _mangler(*vilkar, alder=18) == ["norskniva"]
    assert _mangler(*vilkar, alder=18, norskniva="A1") == []


@pytest.mark.parametrize(
    ("krav", "profil", "ventet"),
    [
        (Krav(faktum="ordninger", inneholder_en_av=["kvp"]), {}, ["ordning"]),
        (Krav(faktum="aldersar", hoyst=30), {}, ["fodselsdato"]),
        (Krav(faktum="aldersar", hoyst=30), {"alder": 30}, ["fodselsdato"]),
        (Krav(faktum="alder", hoyst=50), {"ordning": "kvp"}, ["alder"]),
        (A2, {"norsk_muntlig": "B1", "norsk_skriftlig": "A1"}, []),
        (A2, {"norskniva": ["A1", "A2"]}, ["norskniva"]),
        (Krav(faktum="botid_ved_vedtak", under=24), {}, ["bosatt_dato"]),
    ],
)
def test_et_utledet_faktum_sporres_om_gjennom_det_som_kan_oppgis(
    krav: Krav, profil: dict[str, Any], ventet: list[str]
) -> None:
    assert _mangler(_vilkar("v", krav), **profil) == ventet


@pytest.mark.parametrize(
    ("krav", "profil"),
    [
        (Krav(faktum="innenfor_norskrett", er=True), {"tilbud_om_oppstart": "2025-01-01"}),
        (Krav(faktum="barnet_innen_14_maneder", er=True), {"yngste_barn_alder": 1}),
        (
            Krav(faktum="botid_ved_vedtak", under=24),
            {"bosatt_dato": "2024-10-01", "tillatelse_dato": "2025-06-01", "tilbud_om_oppstart": "2026-10-05"},
        ),
    ],
)
def test_det_som_er_oppgitt_mangler_ikke(krav: Krav, profil: dict[str, Any]) -> None:
    assert not set(_mangler(_vilkar("v", krav), **profil)) & set(profil)
