"""Several people in one conversation: whose facts are whose, and whose an answer uses."""

from __future__ import annotations

from bot.profil.lesing import til_json
from tests.actions.tolk import Rasa


def _apne(rasa: Rasa) -> None:
    rasa.si("Jeg har en kvinne på 34 med A2 i måned 4. Hvilke tiltak passer?", "anbefal_tiltak")


def test_mannen_hennes_og_tilbake_til_henne(rasa: Rasa) -> None:
    _apne(rasa)
    henne = rasa.fakta
    svar = rasa.si("og hva med mannen hennes, 41, B1?", "hva_om")
    assert rasa.fakta == {"kjonn": "mann", "alder": 41, "norskniva": "B1"}
    assert svar["text"].startswith("*Dette gjelder mannen.*")
    assert svar["payload"]["profile"] == rasa.fakta
    svar = rasa.si("Kan hun få mentortilskudd?", "vurder_tiltak")
    assert rasa.fakta == henne
    assert svar["text"].startswith("*Dette gjelder deltakeren.*")
    rasa.si("og han?", "oppgi_fakta")
    assert rasa.fakta["alder"] == 41
    assert til_json(rasa.samtale.andre["deltaker"]) == henne


def test_nye_fakta_om_mannen_blir_hans(rasa: Rasa) -> None:
    _apne(rasa)
    rasa.si("Mannen hennes er 41 og har B1.", "oppgi_fakta")
    rasa.si("Han har fagbrev som kokk.", "oppgi_fakta")
    assert (rasa.fakta["alder"], rasa.fakta["utdanning"]) == (41, "fagbrev")
    rasa.si("Hun har fullført videregående.", "oppgi_fakta")
    assert (rasa.fakta["alder"], rasa.fakta["utdanning"]) == (34, "videregaende")


def test_det_samme_tiltaket_for_den_andre(rasa: Rasa) -> None:
    _apne(rasa)
    rasa.si("Kan hun få AFT?", "vurder_tiltak")
    svar = rasa.si("og mannen hennes?", "hva_om")
    assert svar["payload"]["kind"] == "eligibility"
    assert svar["payload"]["measures"][0]["id"] == rasa.samtale.tiltak[0]
    assert rasa.fakta == {"kjonn": "mann"}


def test_slektning_ingen_vet_noe_om_gir_et_sporsmal_om_ham(rasa: Rasa) -> None:
    _apne(rasa)
    svar = rasa.si("hva med sønnen hennes?", "hva_om")
    assert "ingenting om sønnen" in svar["text"]


def test_i_forbifarten_er_det_fortsatt_henne(rasa: Rasa) -> None:
    _apne(rasa)
    rasa.si("Mannen hennes jobber fulltid", "oppgi_fakta")
    assert rasa.fakta["alder"] == 34
    assert "arbeid_timer_uke" not in rasa.fakta


def test_alle_vises_og_alle_glemmes(rasa: Rasa) -> None:
    _apne(rasa)
    rasa.si("og mannen hennes, 41, B1?", "hva_om")
    svar = rasa.si("hva vet du nå?", "vis_profil")
    assert "om mannen" in svar["text"]
    assert "Deltakeren: " in svar["text"]
    rasa.si("glem alt", "glem")
    assert (rasa.fakta, rasa.samtale.andre, rasa.samtale.person) == ({}, {}, "deltaker")


def test_svaret_kommer_pa_nynorsk_med_rett_person(rasa: Rasa) -> None:
    rasa.si("Eg har ei kvinne på 34 med A2 i månad 4. Kva tiltak passar?", "anbefal_tiltak")
    svar = rasa.si("og kva med dottera hennar, 19, B1?", "hva_om")
    assert svar["text"].startswith("*Dette gjeld dottera.*")
    assert rasa.fakta == {"kjonn": "kvinne", "alder": 19, "norskniva": "B1"}


def test_uten_slektninger_star_det_ikke_hvem_svaret_gjelder(rasa: Rasa) -> None:
    _apne(rasa)
    svar = rasa.si("Hun har fullført videregående.", "oppgi_fakta")
    assert "Dette gjelder" not in svar["text"]
