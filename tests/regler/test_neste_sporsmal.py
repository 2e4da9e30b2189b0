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
from bot.regler.utledning import utled
from bot.regler.vilkar import Krav, Utfall
from bot.regler.vurdering import Regelsett, Styrke, Tiltaksregler, Vilkar

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


@pytest.mark.parametrize(
    ("faktum", "profil", "ventet"),
    [
        ("programmaned", {"ordning": "intro"}, "programmaned"),
        ("programmaned", {"ordning": "nav"}, None),
        ("programmaned", {}, "ordning"),
        ("maneder_siden_program", {}, "program_ferdig"),
        ("maneder_siden_program", {"program_ferdig": True}, "maneder_siden_program"),
        ("maneder_siden_program", {"ordning": "intro"}, None),
        ("maneder_siden_program", {"program_ferdig": False}, None),
        ("ytelse", {"program_ferdig": True}, "ytelse"),
    ],
)
def test_et_sporsmal_forutsetter_ikke_en_ordning_personen_ikke_er_i(
    faktum: str, profil: dict[str, Any], ventet: str | None
) -> None:
    terskler: dict[str, dict[str, Any]] = {"ytelse": {"er_en_av": ["aap"]}}
    regelsett = _ett(Krav(faktum=faktum, **terskler.get(faktum, {"minst": 10})))
    assert neste_sporsmal(regelsett, les_profil(profil), DAG, nevn_program=False) == ventet


def _tiltak(**krav: tuple[Krav, Styrke]) -> Regelsett:
    vilkar = (Vilkar(navn, "vilkår", "lov", styrke, k, None) for navn, (k, styrke) in krav.items())
    return Regelsett([Tiltaksregler("t", tuple(vilkar))])


def test_det_som_star_fast_sporres_det_om_for_det_som_kan_ordnes() -> None:
    """One measure, facts that each can close it: what others decide goes before what the person only has to choose."""
    regelsett = _tiltak(
        timer=(Krav(faktum="timer_tilgjengelig", minst=37.5), "krav"),
        plass=(Krav(faktum="praksisplass", er=True), "krav"),
        evne=(Krav(faktum="nedsatt_arbeidsevne", er=True), "krav"),
    )
    spurt: list[str] = []
    while (faktum := neste_sporsmal(regelsett, {}, DAG, utenom=frozenset(spurt))) is not None:
        spurt.append(faktum)
    assert spurt == ["nedsatt_arbeidsevne", "praksisplass", "timer_tilgjengelig"]


def test_harde_krav_sporres_det_om_for_det_vanlige() -> None:
    regelsett = _tiltak(
        behov=(Krav(faktum="sammensatte_behov", er=True), "vanlig"),
        evne=(Krav(faktum="nedsatt_arbeidsevne", er=True), "krav"),
    )
    assert neste_sporsmal(regelsett, {}, DAG) == "nedsatt_arbeidsevne"


def test_et_svar_som_avgjor_to_vilkar_gar_foran_et_som_avgjor_ett() -> None:
    regelsett = _tiltak(
        evne=(Krav(faktum="nedsatt_arbeidsevne", er=True), "vanlig"),
        gruppe=(Krav(faktum="innsatsgruppe", minst="trenger_veiledning_nedsatt_arbeidsevne"), "vanlig"),
    )
    assert neste_sporsmal(regelsett, {}, DAG) == "innsatsgruppe"


def test_en_dato_som_avgjor_sporres_det_om() -> None:
    regelsett = _tiltak(
        dato=(Krav(faktum="bosatt_dato", minst="2025-01-01"), "krav"),
        behov=(Krav(faktum="sammensatte_behov", er=True), "vanlig"),
    )
    assert neste_sporsmal(regelsett, {}, DAG) == "bosatt_dato"


def test_bare_svar_som_fortsatt_er_mulige_teller() -> None:
    """A level that is A1 or A2 settles nothing where B1 is asked for; whoever has finished the programme is not in it."""
    b1, a2 = Krav(faktum="norskniva", minst="B1"), Krav(faktum="norskniva", minst="A2")
    regelsett = _tiltak(b1=(b1, "krav"), a2=(a2, "vanlig"), evne=(Krav(faktum="nedsatt_arbeidsevne", er=True), "krav"))
    assert neste_sporsmal(regelsett, les_profil({"norskniva": ["B1", "B2"]}), DAG) == "nedsatt_arbeidsevne"
    regelsett = _tiltak(
        kvp=(Krav(faktum="ordninger", inneholder_ingen_av=["kvp"]), "krav"),
        skole=(Krav(faktum="ordninger", inneholder_ingen_av=["videregaende"]), "krav"),
        ventetid=(Krav(faktum="maneder_siden_program", minst=24), "krav"),
        alder=(Krav(faktum="alder", hoyst=55), "krav"),
    )
    assert neste_sporsmal(regelsett, les_profil({"program_ferdig": True}), DAG) == "maneder_siden_program"


@pytest.mark.parametrize("profil", [{}, {"alder": 40}, {"alder": 34, "norskniva": "A1", "ordning": "ingen"}])
def test_for_ett_tiltak_sporres_det_om_noe_loven_star_og_faller_pa(
    regelsett: Regelsett, tiltak: Mapping[str, Tiltak], profil: dict[str, Any]
) -> None:
    """For every national measure: as long as a statute's hard condition turns on something fixed or decided by others,
    the first question is not about what the person may choose."""
    lest = les_profil(profil)
    fakta = utled(lest, DAG)
    for t in (t for t in tiltak.values() if t.sted.landsdekkende):
        vurdering = regelsett.vurder_fakta(fakta, [t.id])[0]
        faste = [
            b
            for b in vurdering.med(Utfall.UKJENT, "krav")
            if b.vilkar.slag == "lov"
            and b.vilkar.unntak is None
            and b.vilkar.krav is not None
            and b.vilkar.krav.faktum is not None
            and FAKTA[b.vilkar.krav.faktum].endring in ("fast", "vedtak")
            and not FAKTA[b.vilkar.krav.faktum].utledet
        ]
        neste = neste_sporsmal(regelsett, lest, DAG, [t.id], nevn_program=False)
        if vurdering.verdikt == "conditional" and faste:
            assert neste is not None
            assert FAKTA[neste].endring != "valg", (t.id, neste)


@pytest.mark.parametrize(
    ("krav", "ukjent"),
    [
        (Krav(faktum="aldersar", hoyst=30), "alder"),
        (Krav(faktum="ytelse_full", er=True), "ytelse"),
        (Krav(faktum="norsk_muntlig", minst="A2"), "norskniva"),
        (Krav(faktum="yngste_barn_alder", hoyst=3), "barn_under_18"),
    ],
)
def test_den_som_ikke_vet_det_grove_sporres_ikke_om_det_finere(krav: Krav, ukjent: str) -> None:
    assert neste_sporsmal(_ett(krav), {}, DAG) is not None
    assert neste_sporsmal(_ett(krav), {}, DAG, utenom=frozenset({ukjent})) is None


def test_bare_de_tiltakene_det_gjelder() -> None:
    regelsett = _ett(Krav(faktum="alder", minst=18), Krav(faktum="norskniva", minst="A2"))
    assert neste_sporsmal(regelsett, {}, DAG, ["t1"]) == "norskniva"
