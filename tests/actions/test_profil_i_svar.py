"""Every answer carries what is known of the participant, whatever it is about, and nothing when nothing is known."""

from __future__ import annotations

import pytest

from tests.actions.tolk import Rasa

ANDRE = [
    ("Hvordan kombinerer andre norsk og praksis?", "spor_kunnskap", {"finding", "example", "organisation"}),
    ("Hva er Tromsømodellen?", "spor_kunnskap", {"organisation", "example", "glossary"}),
    ("Hva betyr FOV?", "spor_begrep", {"glossary", "finding"}),
    ("Hva gjør vi når Nav har tiltaksstopp?", "spor_rad", {"finding", "rule"}),
    ("Quiz meg om tiltakene", "quiz", {"quiz"}),
    ("Gi meg en leksjon", "laer", {"lesson", "clarification"}),
    ("Hvor lenge varer introduksjonsprogrammet?", "spor_regel", {"rule"}),
    ("Hva er AFT?", "forklar_tiltak", {"measure"}),
    ("Hva er forskjellen på arbeidstrening og mentortilskudd?", "sammenlign_tiltak", {"comparison"}),
    ("takk", "takk", {"smalltalk"}),
    ("hei", "hilsen", {"smalltalk"}),
    ("Hva koster en billett til Bergen?", "utenfor", {"out_of_scope"}),
]


@pytest.mark.parametrize(("sporsmal", "intent", "slag"), ANDRE)
def test_deltakeren_er_kjent_i_alle_svar(rasa: Rasa, sporsmal: str, intent: str, slag: set[str]) -> None:
    rasa.si("Hun er på A2 og 34 år", "oppgi_fakta")
    svar = rasa.si(sporsmal, intent)
    assert svar["payload"]["kind"] in slag
    assert svar["payload"]["profile"].items() >= {"norskniva": "A2", "alder": 34}.items()


@pytest.mark.parametrize(("sporsmal", "intent", "slag"), ANDRE)
def test_uten_deltaker_er_profilen_tom(rasa: Rasa, sporsmal: str, intent: str, slag: set[str]) -> None:
    assert rasa.si(sporsmal, intent)["payload"]["profile"] == {}


def test_etter_glem_er_ingenting_kjent_og_ingenting_kan_hentes_fram(rasa: Rasa) -> None:
    rasa.si("Hun er på A2 og 34 år", "oppgi_fakta")
    assert rasa.si("glem alt", "glem")["payload"]["profile"] == {}
    lager = rasa.kontekst.lager
    lager.angre(rasa.samtale.id, 8)
    assert lager.hent(rasa.samtale.id).profil == {}


def test_en_omskrevet_melding_etterlater_ingenting(rasa: Rasa) -> None:
    rasa.si("Hun er på A2", "oppgi_fakta")
    rasa.si("Hun er 34 år og har fagbrev", "oppgi_fakta")
    rasa.kontekst.lager.angre(rasa.samtale.id, 1)
    svar = rasa.si("Hun er 43 år", "oppgi_fakta")
    assert svar["payload"]["profile"] == {"norskniva": "A2", "kjonn": "kvinne", "alder": 43}


@pytest.mark.parametrize(
    ("retting", "intent"), [("Nei, fullført videregående", "oppgi_fakta"), ("Glem utdanningen", "glem")]
)
def test_en_rettelse_etter_en_regel_besvarer_regelen_igjen(rasa: Rasa, retting: str, intent: str) -> None:
    """The chips say so: «Endrer du noe, får du nytt svar på det siste spørsmålet.»"""
    rasa.si("Hun er 34 år, i måned 4 i intro, og har grunnskole", "oppgi_fakta")
    for_ = rasa.si("Hvor lenge varer introduksjonsprogrammet?", "spor_regel")
    regel = rasa.samtale.regel
    svar = rasa.si(retting, intent)
    assert (svar["payload"]["kind"], rasa.samtale.regel, rasa.samtale.tema) == ("rule", regel, "regel")
    assert svar["payload"]["profile"] != for_["payload"]["profile"]
    assert rasa.fakta.get("utdanning") == ("videregaende" if intent == "oppgi_fakta" else None)
