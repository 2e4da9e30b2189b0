"""The next question: the one the Act turns on first, never what is known or was asked, and an end to it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from bot.katalog.skjema import Tiltak
from bot.profil.fakta import FAKTA
from bot.profil.lesing import les_profil
from bot.regler.neste_sporsmal import neste_sporsmal
from bot.regler.vilkar import Krav
from bot.regler.vurdering import Regelsett, Tiltaksregler, Vilkar

DAG = date(2026, 11, 23)


def _ett(*krav: Krav) -> Regelsett:
    return Regelsett(
        Tiltaksregler(f"t{i}", (Vilkar("v", "vilkår", "lov", "krav", k, None),)) for i, k in enumerate(krav)
    )


@pytest.mark.parametrize(
    ("profil", "ventet"),
    [
        ({"programmaned": 4, "norskniva": "A2"}, "utdanning"),
        ({"programmaned": 4, "utdanning": ["ingen", "fagbrev"]}, "utdanning"),
        ({"programmaned": 4, "utdanning": "fagbrev"}, "sluttmal"),
        ({"programmaned": 12}, "sluttmal"),
        ({"ordning": "intro"}, "utdanning"),
    ],
)
def test_det_14_a_star_og_faller_pa_sporres_det_om_forst(
    regelsett: Regelsett, profil: dict[str, Any], ventet: str
) -> None:
    assert neste_sporsmal(regelsett, les_profil(profil), DAG) == ventet


@pytest.mark.parametrize(
    "profil",
    [
        {"programmaned": 4, "utdanning": "fagbrev", "sluttmal": "arbeid"},
        {"programmaned": 4, "sluttmal": "hoyere_utdanning"},
        {"ordning": "kvp"},
        {"program_ferdig": True},
    ],
)
def test_ellers_er_det_tiltakene_som_avgjor(regelsett: Regelsett, profil: dict[str, Any]) -> None:
    lest = les_profil(profil)
    svar = neste_sporsmal(regelsett, lest, DAG)
    assert svar == neste_sporsmal(regelsett, lest, DAG, nevn_program=False)
    assert svar is not None


def test_det_som_alt_er_spurt_om_sporres_ikke_om_igjen(regelsett: Regelsett) -> None:
    profil = les_profil({"programmaned": 4, "norskniva": "A2"})
    utenom: set[str] = set()
    while (faktum := neste_sporsmal(regelsett, profil, DAG, utenom=frozenset(utenom))) is not None:
        assert faktum not in utenom
        assert faktum not in profil
        utenom.add(faktum)
        assert len(utenom) <= len(FAKTA)
    assert {"utdanning", "sluttmal"} < utenom


@pytest.mark.parametrize("start", [{}, {"programmaned": 4, "norskniva": "A2"}, {"ordning": "kvp", "alder": 40}])
def test_svarer_man_hver_gang_tar_det_slutt(
    regelsett: Regelsett, tiltak: Mapping[str, Tiltak], start: dict[str, Any]
) -> None:
    """Every question is about a fact not known, and once everything is answered there is nothing left to ask."""
    nasjonale = [t.id for t in tiltak.values() if t.sted.landsdekkende][:40]
    profil, spurt = les_profil(start), []
    while (faktum := neste_sporsmal(regelsett, profil, DAG, nasjonale)) is not None:
        assert faktum not in profil
        assert not FAKTA[faktum].utledet
        spurt.append(faktum)
        typiske = FAKTA[faktum].typiske
        profil[faktum] = (typiske[0] if typiske else date(1990, 5, 1),)
    assert 3 <= len(spurt) < 30


def test_den_som_avgjor_mest_sporres_det_om() -> None:
    alder, norsk = Krav(faktum="alder", minst=18), Krav(faktum="norskniva", minst="A2")
    assert neste_sporsmal(_ett(alder, norsk, norsk), {}, DAG) == "norskniva"
    assert neste_sporsmal(_ett(alder, alder, norsk), {}, DAG) == "alder"


def test_ingen_sporsmal_nar_alt_er_avgjort() -> None:
    regelsett = _ett(Krav(faktum="alder", minst=18))
    assert neste_sporsmal(regelsett, les_profil({"alder": 17}), DAG) is None
    assert neste_sporsmal(regelsett, les_profil({"alder": 18}), DAG) is None
    assert neste_sporsmal(regelsett, {}, DAG) == "alder"
    assert neste_sporsmal(regelsett, {}, DAG, utenom=frozenset({"alder"})) is None


def test_et_tiltak_som_alt_er_utelukket_gir_ikke_sporsmal() -> None:
    krav = Krav(alle=[Krav(faktum="alder", minst=18), Krav(faktum="norskniva", minst="A2")])
    assert neste_sporsmal(_ett(krav), les_profil({"alder": 17}), DAG) is None
    assert neste_sporsmal(_ett(krav), les_profil({"alder": 18}), DAG) == "norskniva"


def test_et_sporsmal_uten_typiske_verdier_stilles_nar_det_er_det_eneste() -> None:
    krav = Krav(faktum="bosatt_dato", minst="2025-01-01")
    assert neste_sporsmal(_ett(krav), {}, DAG) == "bosatt_dato"


def test_ytelsen_sporres_det_ikke_om_for_den_som_er_i_program() -> None:
    regelsett = _ett(Krav(faktum="ytelse", er_en_av=["aap"]))
    assert neste_sporsmal(regelsett, les_profil({"ordning": "kvp"}), DAG) is None
    assert neste_sporsmal(regelsett, les_profil({"ordning": "nav"}), DAG) == "ytelse"


def test_bare_de_tiltakene_det_gjelder() -> None:
    regelsett = _ett(Krav(faktum="alder", minst=18), Krav(faktum="norskniva", minst="A2"))
    assert neste_sporsmal(regelsett, {}, DAG, ["t1"]) == "norskniva"
