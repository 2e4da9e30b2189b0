"""Properties the rules must keep whatever the profile."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.profil.fakta import FAKTA
from bot.profil.faktum import Verdi
from bot.profil.lesing import les_profil
from bot.regler.forklaring import framskriv, hva_ma_endres, tidslinje, understatus
from bot.regler.neste_sporsmal import neste_sporsmal
from bot.regler.utledning import utled
from bot.regler.vilkar import Utfall
from bot.regler.vurdering import Regelsett, mangler
from tests.bench.profiler import skjul, tilfeldig_profil

from .profiler import KJENTE_FAKTA, delvise, hele_profiler

DAG = date(2026, 11, 23)
_RO = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@_RO
@given(par=delvise())
def test_flere_fakta_gjor_aldri_ja_til_nei_eller_nei_til_ja(
    regelsett: Regelsett, par: tuple[dict[str, Any], dict[str, Any]]
) -> None:
    hel, delvis = (les_profil(p) for p in par)
    for for_, etter in zip(regelsett.vurder(delvis, DAG), regelsett.vurder(hel, DAG), strict=True):
        assert {for_.verdikt, etter.verdikt} != {"suitable", "unsuitable"}, for_.tiltak_id
        if for_.verdikt != "conditional":
            assert etter.verdikt == for_.verdikt, for_.tiltak_id


@_RO
@given(par=delvise())
def test_et_avgjort_vilkar_forblir_avgjort(regelsett: Regelsett, par: tuple[dict[str, Any], dict[str, Any]]) -> None:
    hel, delvis = (les_profil(p) for p in par)
    etter = {v.tiltak_id: {b.vilkar.id: b.utfall for b in v.begrunnelser} for v in regelsett.vurder(hel, DAG)}
    for v in regelsett.vurder(delvis, DAG):
        for b in v.begrunnelser:
            if b.utfall in (Utfall.OPPFYLT, Utfall.IKKE_OPPFYLT) and not b.vilkar.id.endswith("-unntak"):
                assert etter[v.tiltak_id][b.vilkar.id] is b.utfall, (v.tiltak_id, b.vilkar.id)


@pytest.mark.parametrize("fro", range(4))
def test_en_utledning_hevder_aldri_mer_enn_den_vet(fro: int) -> None:
    """With facts hidden, what is derived still leaves room for every value the whole profile allows. Being with Nav
    goes with any scheme and decides nothing by itself, so it is left out of the comparison."""

    def uten_nav(verdier: tuple[Verdi, ...]) -> set[Verdi]:
        return {v - {"nav"} if isinstance(v, frozenset) else v for v in verdier}

    rng = Random(fro)
    for _ in range(1500):
        hel = tilfeldig_profil(rng, DAG)
        delvis = skjul(rng, hel)
        hele, delvise_fakta = utled(hel, DAG), utled(delvis, DAG)
        for navn, utledning in delvise_fakta.utledet.items():
            mulige = delvise_fakta.verdier[navn]
            if navn in hele.verdier:
                assert uten_nav(hele.verdier[navn]) <= uten_nav(mulige), (navn, utledning, hel)
            else:
                assert len(mulige) > 1, (navn, utledning, hel)


@_RO
@given(profil=hele_profiler(), data=st.data())
def test_rekkefolgen_pa_fakta_betyr_ingenting(
    regelsett: Regelsett, profil: dict[str, Any], data: st.DataObject
) -> None:
    stokket = dict(data.draw(st.permutations(sorted(profil.items()))))
    a = [(v.tiltak_id, v.verdikt) for v in regelsett.vurder(les_profil(profil), DAG)]
    b = [(v.tiltak_id, v.verdikt) for v in regelsett.vurder(les_profil(stokket), DAG)]
    assert a == b


@_RO
@given(par=delvise())
def test_mengden_av_mulige_verdier_dekker_hver_verdi(
    regelsett: Regelsett, par: tuple[dict[str, Any], dict[str, Any]]
) -> None:
    """ "A1 or A2" decides only what A1 and A2 both decide, and in the same way."""
    _, profil = par
    alternativer = [les_profil({**profil, "norskniva": n}) for n in ("A1", "A2")]
    for p in alternativer:
        p.pop("norsk_muntlig", None)
        p.pop("norsk_skriftlig", None)
    begge = {**alternativer[0], "norskniva": ("A1", "A2")}
    hver = [regelsett.vurder(p, DAG) for p in alternativer]
    for v, *enkelt in zip(regelsett.vurder(begge, DAG), *hver, strict=True):
        for i, b in enumerate(v.begrunnelser):
            if b.utfall in (Utfall.OPPFYLT, Utfall.IKKE_OPPFYLT):
                assert all(e.begrunnelser[i].utfall is b.utfall for e in enkelt if len(e.begrunnelser) > i)


@_RO
@given(par=delvise())
def test_hvert_nei_har_grunn_med_hjemmel_eller_kilde(
    regelsett: Regelsett, par: tuple[dict[str, Any], dict[str, Any]]
) -> None:
    for v in regelsett.vurder(les_profil(par[1]), DAG):
        if v.verdikt == "unsuitable":
            grunner = v.med(Utfall.IKKE_OPPFYLT, "krav")
            assert grunner
            assert all(b.vilkar.hjemmel or b.vilkar.kilder for b in grunner), v.tiltak_id


@_RO
@given(par=delvise())
def test_det_som_ma_endres_er_aldri_noe_fast(regelsett: Regelsett, par: tuple[dict[str, Any], dict[str, Any]]) -> None:
    fakta = utled(les_profil(par[1]), DAG)
    for v in regelsett.vurder_fakta(fakta):
        endringer = hva_ma_endres(v, fakta) if v.verdikt == "unsuitable" else []
        if endringer is None:
            assert understatus(v, fakta) == "aldri"
        for e in endringer or []:
            assert all(FAKTA[f].endring != "fast" for f in e.fakta)


@_RO
@given(par=delvise())
def test_det_som_mangler_er_ukjent_og_kan_sporres_om(
    regelsett: Regelsett, par: tuple[dict[str, Any], dict[str, Any]]
) -> None:
    profil = les_profil(par[1])
    fakta = utled(profil, DAG)
    for v in regelsett.vurder_fakta(fakta):
        for faktum in mangler(v, fakta):
            assert faktum in KJENTE_FAKTA
            assert len(profil.get(faktum, ())) != 1, (v.tiltak_id, faktum)
    neste = neste_sporsmal(regelsett, profil, DAG)
    assert neste is None or len(profil.get(neste, ())) != 1


@_RO
@given(profil=hele_profiler(), maneder=st.integers(0, 48))
def test_tidslinjen_er_vurderingen_av_den_framskrevne_profilen(
    regelsett: Regelsett, profil: dict[str, Any], maneder: int
) -> None:
    lest = les_profil(profil)
    linje = tidslinje(regelsett, lest, DAG, maneder, ["arbeidstrening", "jobbsjansen"])
    ny, dag = framskriv(lest, DAG, maneder)
    assert [v.verdikt for v in linje[maneder]] == [
        v.verdikt for v in regelsett.vurder(ny, dag, ["arbeidstrening", "jobbsjansen"])
    ]
