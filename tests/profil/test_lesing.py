"""Reading a JSON profile, writing it back, and errors that name the fact and what is allowed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.profil.fakta import FAKTA
from bot.profil.faktum import Faktum
from bot.profil.lesing import ProfilFeil, les_profil, les_verdi, til_json

GITTE = [f for f in FAKTA.values() if not f.utledet]


def _gyldige(faktum: Faktum) -> list[Any]:
    """JSON values the fact accepts: both ends of a range, every value of a list."""
    if faktum.slag == "tall":
        return [faktum.minst, faktum.hoyst]
    if faktum.slag == "ja_nei":
        return [True, False]
    if faktum.slag == "dato":
        return ["2024-02-29"]
    if faktum.slag == "tekst":
        return ["Gjøvik", "x" * 100]
    if faktum.slag == "mengde":
        return [["kvp"], ["intro", "nav"]]
    return list(faktum.verdier)


def _ugyldige(faktum: Faktum) -> list[Any]:
    if faktum.slag == "tall":
        minst, hoyst = faktum.minst or 0, faktum.hoyst or 0
        halvt = [minst + 0.5] if faktum.hele_tall else []
        return [minst - 1, hoyst + 1, "34", True, float("nan"), *halvt]
    if faktum.slag == "ja_nei":
        return ["ja", 1, 0]
    if faktum.slag == "dato":
        return ["29. februar 2024", "2023-02-29", 2024, True]
    if faktum.slag == "tekst":
        return ["", "   ", "x" * 101, 7]
    return ["finnes_ikke", 3, True]


@pytest.mark.parametrize("faktum", GITTE, ids=lambda f: f.navn)
def test_hvert_faktum_leser_det_det_tillater_og_skriver_det_tilbake(faktum: Faktum) -> None:
    for verdi in _gyldige(faktum):
        lest = les_profil({faktum.navn: verdi})
        assert til_json(lest) == {faktum.navn: verdi}
        assert les_profil(til_json(lest)) == lest


@pytest.mark.parametrize("faktum", GITTE, ids=lambda f: f.navn)
def test_hver_feil_navngir_faktumet_og_sier_hva_som_er_lov(faktum: Faktum) -> None:
    for verdi in _ugyldige(faktum):
        with pytest.raises(ProfilFeil) as feil:
            les_profil({faktum.navn: verdi})
        assert feil.value.faktum == faktum.navn
        assert faktum.navn in str(feil.value)
        assert faktum.tillatt() in str(feil.value)


def test_en_liste_betyr_en_av_disse_uten_gjentakelser() -> None:
    assert les_profil({"norskniva": ["A1", "A2", "A1"]}) == {"norskniva": ("A1", "A2")}
    assert til_json({"norskniva": ("A1", "A2")}) == {"norskniva": ["A1", "A2"]}


def test_for_ordninger_betyr_en_liste_alle_samtidig() -> None:
    lest = les_profil({"ordninger": ["nav", "intro"]})
    assert lest == {"ordninger": (frozenset({"intro", "nav"}),)}
    assert til_json(lest) == {"ordninger": ["intro", "nav"]}
    assert les_profil({"ordninger": "kvp"}) == {"ordninger": (frozenset({"kvp"}),)}


def test_null_er_ukjent() -> None:
    assert les_profil({"alder": None, "norskniva": "A2"}) == {"norskniva": ("A2",)}


@pytest.mark.parametrize("navn", ["norskniva", "alder", "fodselsdato", "ordninger", "arbeidssoker"])
def test_en_tom_liste_er_feil_og_ikke_ukjent(navn: str) -> None:
    with pytest.raises(ProfilFeil, match=navn):
        les_profil({navn: []})


def test_en_feil_i_en_liste_er_feil() -> None:
    with pytest.raises(ProfilFeil, match="A9"):
        les_profil({"norskniva": ["A1", "A9"]})


def test_et_ukjent_faktum_far_listen_over_kjente() -> None:
    with pytest.raises(ProfilFeil) as feil:
        les_profil({"skostorrelse": 42})
    assert feil.value.faktum == "skostorrelse"
    for kjent in GITTE:
        assert kjent.navn in str(feil.value)


def test_utledede_fakta_kan_ikke_sendes_inn_og_skrives_ikke_ut() -> None:
    utledede = [f.navn for f in FAKTA.values() if f.utledet]
    assert len(utledede) >= 5
    for navn in utledede:
        with pytest.raises(ProfilFeil, match="ikke et kjent faktum"):
            les_profil({navn: 30})
    assert til_json({"alder": (30,), "aldersar": (30, 31)}) == {"alder": 30}


def test_hele_tall_lagres_som_heltall() -> None:
    lest = les_profil({"alder": 34.0, "arbeid_timer_uke": 37.5, "timer_tilgjengelig": 20.0})
    assert [type(v[0]) for v in lest.values()] == [int, float, int]


def test_en_dato_kan_komme_som_tekst_eller_dato() -> None:
    assert les_verdi(FAKTA["bosatt_dato"], "2025-01-31") == date(2025, 1, 31)
    assert les_verdi(FAKTA["bosatt_dato"], date(2025, 1, 31)) == date(2025, 1, 31)


def test_feilmeldingen_viser_verdien_kort() -> None:
    with pytest.raises(ProfilFeil) as feil:
        les_profil({"utdanning": "u" * 5000})
    assert len(str(feil.value)) < 300
    with pytest.raises(ProfilFeil, match="«true»"):
        les_profil({"alder": True})
