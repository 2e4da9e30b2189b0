"""What a rule surely answers is answered by the rule; measures, verdicts and small talk keep what is theirs."""

from __future__ import annotations

import pytest

from actions.ruting import er_ja_nei
from bot.svar.regeltekst import uten_ja_nei
from tests.actions.tolk import Rasa


@pytest.mark.parametrize(
    ("tekst", "gjettet"),
    [
        ("Hvor lenge har vi lov å lagre opplysninger om en deltaker?", "glem"),
        ("Kan sosialtjenesten innhente opplysninger fra andre?", "vis_profil"),
        ("Fikk avslag på KVP, hvor klager hun?", "hvorfor_ikke"),
        ("Må hun ha samtykke før vi snakker med Nav?", "oppgi_fakta"),
        ("Har bruker krav på et bestemt tiltak?", "anbefal_tiltak"),
        ("Betaler Nav overtid i lønnstilskuddet?", "forklar_tiltak"),  # not who pays for the measure
        ("hvor lenge kan en lærling på 23 ha mentor", "forklar_tiltak"),  # one measure in another
        ("har KVP-deltakere barnetillegg", "spor_begrep"),  # asks whether it is so, not what a word means
        ("hvilke kommuner har gratis barnehage?", "spor_kunnskap"),  # the base has no such example
        ("Får deltakere i VTA lønn?", "spor_regel"),
    ],
)
def test_a_rule_question_the_classifier_missed(rasa: Rasa, tekst: str, gjettet: str) -> None:
    assert rasa.si(tekst, gjettet)["payload"]["kind"] == "rule"


@pytest.mark.parametrize(
    ("tekst", "intent", "slag"),
    [
        ("Hvilke tiltak har vi for dem over 55?", "anbefal_tiltak", "recommendation"),
        ("Passer KVP for henne?", "vurder_tiltak", "eligibility"),
        ("Har han rett på KVP?", "vurder_tiltak", "eligibility"),
        ("Hva er mentortilskudd?", "forklar_tiltak", "measure"),
        ("Kan du slette alt du har lagret?", "glem", "smalltalk"),
    ],
)
def test_what_is_no_rule_question(rasa: Rasa, tekst: str, intent: str, slag: str) -> None:
    assert rasa.si(tekst, intent)["payload"]["kind"] == slag


@pytest.mark.parametrize(
    "tekst",
    [
        "Kan en deltaker slippe norskopplæring hvis hun har bestått B1 på alle delprøver?",
        "Har en arbeidsinnvandrer fra India rett til gratis norskopplæring?",
        "Kan en alenemor med fire barn få utsatt oppstart av norskopplæringen?",
    ],
)
def test_being_let_off_is_the_rules_also_for_somebody_described(rasa: Rasa, tekst: str) -> None:
    assert rasa.si(tekst, "vurder_tiltak")["payload"]["kind"] == "rule"


@pytest.mark.parametrize(
    ("tekst", "gjettet", "innhold"),
    [
        ("Hva får en på 23 i KVP?", "vurder_tiltak", "to tredeler"),
        ("Får AFT-deltakere lønn?", "vurder_tiltak", "ikke ansatt"),
        ("Gir mentor rett til tiltakspenger?", "forklar_tiltak", "står ikke på listen"),
        ("Får KVP-deltakere dekt reisen til tiltaket?", "anbefal_tiltak", "reisestønad"),
    ],
)
def test_what_is_paid_is_the_rules(rasa: Rasa, tekst: str, gjettet: str, innhold: str) -> None:
    svar = rasa.si(tekst, gjettet)
    assert svar["payload"]["kind"] == "rule"
    assert innhold in svar["text"]


def test_a_rate_of_a_measure_is_a_side_of_it(rasa: Rasa) -> None:
    svar = rasa.si("Hva er timesatsen i introduksjonsstønaden?", "forklar_tiltak")
    assert svar["payload"]["kind"] == "rule"
    assert "1/1850" in svar["text"]


def test_a_pronoun_alone_describes_nobody(rasa: Rasa) -> None:
    assert rasa.si("Må hun registrere seg som arbeidssøker?", "vurder_tiltak")["payload"]["kind"] == "rule"


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("Kan hun få egenmelding?", True),
        ("Hvem betaler?", False),
        ("Kor lenge varer det?", False),
        ("Hun skulker, hva gjør vi?", False),
        ("Er det noe som hindrer det?", True),
    ],
)
def test_yes_or_no(tekst: str, ventet: bool) -> None:
    assert er_ja_nei(tekst) is ventet


def test_who_questions_are_not_answered_yes(rasa: Rasa) -> None:
    svar = rasa.si("Hvem betaler for Nav-tiltak i intro?", "spor_regel")
    assert "Kommunen betaler" in svar["text"].splitlines()[1]


def test_without_the_yes() -> None:
    assert uten_ja_nei("Ja, kommunen kan det.") == "Kommunen kan det."
    assert uten_ja_nei("Januar er fristen.") == "Januar er fristen."


def test_when_a_rule_begins_is_told_first(rasa: Rasa) -> None:
    rasa.si("Hvor stor er kvalifiseringsstønaden?", "spor_regel")
    assert rasa.si("når trer den i kraft?", "spor_regel")["text"].startswith("**Regelen gjelder fra 1. juli 2024")


def test_a_rule_without_a_date_gets_none(rasa: Rasa) -> None:
    rasa.si("Når kommer aldersgrensen på 60 år?", "spor_regel")
    assert rasa.si("når trer den i kraft?", "spor_regel")["text"].startswith("**Datoen er ikke bestemt")


def test_the_benefit_of_somebody_under_25(rasa: Rasa) -> None:
    svar = rasa.si("Hvor mye får en 24-åring i KVP-stønad?", "spor_regel")
    assert svar["text"].startswith("**To tredeler")
    assert "185 798" in svar["text"].replace("\u00a0", " ")


def test_a_rule_about_one_of_two_is_not_joined(rasa: Rasa) -> None:
    svar = rasa.si("KVP og intro samtidig?", "kombiner_tiltak")
    assert svar["text"].startswith("**Nei")
    assert "Inntil halv stilling" not in svar["text"]


def test_a_joined_rule_does_not_say_yes_under_a_no(rasa: Rasa) -> None:
    svar = rasa.si("Kan hun få både tiltakspenger og introduksjonsstønad?", "kombiner_tiltak")
    assert svar["text"].startswith("**Nei")
    assert "\nJa, " not in svar["text"]


def test_an_age_group_that_is_not_hers_gives_way(rasa: Rasa) -> None:
    svar = rasa.si("Kan en på 28 uten fullført videregående få skoleplass?", "spor_regel")
    assert not svar["text"].startswith("**Under 25 år")


def test_norwegian_is_free_for_whom(rasa: Rasa) -> None:
    assert "gratis for den som har rett" in rasa.si("Er norskopplæring gratis?", "spor_regel")["text"]


def test_the_groups_of_nav(rasa: Rasa) -> None:
    assert "gode muligheter" in rasa.si("Hvilke innsatsgrupper finnes?", "anbefal_tiltak")["text"]


@pytest.mark.parametrize(
    "tekst", ["Hva skjer hvis deltakeren flytter til en annen kommune?", "Hun har mye ugyldig fravær"]
)
def test_uten_fakta_er_det_ikke_opplysninger(rasa: Rasa, tekst: str) -> None:
    """A message taken for facts that states none is a question to the rules, not a reason to ask for facts."""
    svar = rasa.si(tekst, "oppgi_fakta", 0.8)
    assert svar["payload"]["kind"] in ("rule", "clarification")
