"""Whole conversations through `besvar`, with all of data/ and a real store, without Rasa."""

from __future__ import annotations

import re

import pytest

from actions.kontekst import Kontekst
from bot.profil.lesing import til_json
from bot.sprak.tiltaksnavn import Navneregister
from tests.actions.tolk import Rasa, Svar, tiltak

APNING = "Hvilke Nav-tiltak passer for en deltaker på A2 i måned 4?"


def _slag(svar: Svar) -> str:
    return str(svar["payload"]["kind"])


def _apne(rasa: Rasa) -> Svar:
    return rasa.si(APNING, "anbefal_tiltak")


# The opening question and what follows from it


def test_opening_gives_nav_measures_with_reasons_sources_and_a_next_question(rasa: Rasa) -> None:
    svar = _apne(rasa)
    assert _slag(svar) == "recommendation"
    assert rasa.fakta == {"norskniva": "A2", "programmaned": 4}
    assert svar["payload"]["profile"] == rasa.fakta
    funnet = tiltak(svar)
    assert funnet["arbeidstrening"] == "conditional"
    assert funnet["kvalifiseringsprogrammet"] == "unsuitable"
    assert "jobbsjansen" not in funnet, "only Nav's were asked for"
    assert "§ 14 a tredje ledd" in svar["text"]
    assert "måned 7" in svar["text"], "without upper secondary the hours are required later"
    assert all(t["reasons"] for t in svar["payload"]["measures"])
    assert svar["payload"]["sources"]
    assert rasa.samtale.spurt_om == "utdanning"
    assert {"Grunnskole", "Videregående"} <= {v["title"] for v in svar["choices"]}


def test_answering_the_next_question_settles_the_hours(rasa: Rasa) -> None:
    _apne(rasa)
    svar = rasa.si("Hun har fullført videregående", "oppgi_fakta")
    assert rasa.fakta == {"norskniva": "A2", "programmaned": 4, "utdanning": "videregaende", "kjonn": "kvinne"}
    assert "programmet skal nå ha minst 15 timer" in svar["text"]
    assert "måned 7" not in svar["text"]
    assert rasa.samtale.spurt_om != "utdanning"
    assert rasa.samtale.bare_eier == "nav", "still Nav's measures"


def test_what_if_answers_the_supposed_case_and_leaves_the_facts(rasa: Rasa) -> None:
    _apne(rasa)
    rasa.si("Hun har fullført videregående", "oppgi_fakta")
    for_ = rasa.fakta
    svar = rasa.si("og hvis hun er ferdig med intro?", "hva_om")
    assert rasa.fakta == for_
    assert til_json(rasa.samtale.gjeldende)["program_ferdig"] is True
    assert "programmaned" not in rasa.samtale.gjeldende
    assert svar["text"].startswith("*Tenkt tilfelle:")
    assert tiltak(svar)["kvalifiseringsprogrammet"] == "conditional"
    assert "programmet skal nå ha minst 15 timer" not in svar["text"]


def test_why_not_and_another_supposition_go_on_from_the_supposed_case(rasa: Rasa) -> None:
    _apne(rasa)
    rasa.si("og hvis hun er ferdig med intro?", "hva_om")
    svar = rasa.si("hvorfor ikke KVP?", "hvorfor_ikke")
    assert (_slag(svar), tiltak(svar)) == ("eligibility", {"kvalifiseringsprogrammet": "conditional"})
    assert "§ 29" in svar["text"]
    svar = rasa.si("hva om hun bare hadde A1?", "hva_om")
    assert "norsk A2 → norsk A1" in svar["text"]
    assert rasa.fakta["norskniva"] == "A2"
    svar = rasa.si("hva vet du om deltakeren?", "vis_profil")
    assert "norsk A2" in svar["text"]
    assert "A1" not in svar["text"]
    assert rasa.samtale.tenkt is None, "showing the facts ends the supposition"


def test_a_stated_fact_ends_the_supposition(rasa: Rasa) -> None:
    _apne(rasa)
    rasa.si("hva om hun hadde B1?", "hva_om")
    assert rasa.samtale.tenkt is not None
    rasa.si("hun er 34 år", "oppgi_fakta")
    assert rasa.samtale.tenkt is None
    assert rasa.fakta["norskniva"] == "A2"
    assert rasa.fakta["alder"] == 34


def test_next_month_is_a_supposition(rasa: Rasa) -> None:
    rasa.si("A2, måned 6, grunnskole, mål om arbeid. Hva passer?", "anbefal_tiltak")
    svar = rasa.si("hva med neste måned?", "spor_regel")
    assert "måned 6 i intro → måned 7 i intro" in svar["text"]
    assert "15 timer" in svar["text"]
    assert rasa.fakta["programmaned"] == 6
    assert til_json(rasa.samtale.gjeldende)["programmaned"] == 7


# What we asked for


def test_yes_is_the_answer_to_the_question_we_put(rasa: Rasa) -> None:
    svar = rasa.si("Passer KVP for en på 40 med A2?", "vurder_tiltak")
    spurt = rasa.samtale.spurt_om
    assert spurt == "nedsatt_arbeidsevne"
    assert [v["title"] for v in svar["choices"]] == ["Ja", "Nei"]
    svar = rasa.si("ja", "takk", 0.4)
    assert rasa.fakta["nedsatt_arbeidsevne"] is True
    assert tiltak(svar).keys() == {"kvalifiseringsprogrammet"}, "the same measure is weighed again"
    assert rasa.samtale.spurt_om != spurt


def test_a_choice_is_the_answer_to_the_question_we_put(rasa: Rasa) -> None:
    svar = _apne(rasa)
    for valg in svar["choices"]:
        rasa.si(valg["text"], "utenfor", 0.2)
        assert "utdanning" in rasa.fakta, valg
        rasa.si("glem utdanningen", "glem")
        rasa.si("hvilke tiltak passer?", "anbefal_tiltak")
        assert rasa.samtale.spurt_om == "utdanning"


def test_do_not_know_gives_another_question_and_no_fact(rasa: Rasa) -> None:
    _apne(rasa)
    for_ = rasa.fakta
    svar = rasa.si("vet ikke", "utenfor", 0.2)
    assert _slag(svar) == "recommendation"
    assert rasa.fakta == for_
    assert rasa.samtale.spurt_om not in (None, "utdanning")


def test_do_not_know_without_a_question_is_an_ordinary_message(rasa: Rasa) -> None:
    assert _slag(rasa.si("vet ikke", "utenfor", 0.9)) == "out_of_scope"


def test_a_value_no_fact_can_have_is_not_stored(rasa: Rasa, kontekst: Kontekst) -> None:
    _apne(rasa)
    samtale = rasa.samtale
    samtale.spurt_om = "alder"
    kontekst.lager.lagre(samtale, [])
    rasa.si("999", "oppgi_fakta")
    assert "alder" not in rasa.fakta


# Two people


def test_somebody_new_starts_empty_and_back_finds_the_first(rasa: Rasa) -> None:
    _apne(rasa)
    rasa.si("Så har jeg en mann på 36 med B1 i KVP, hva finnes for ham?", "anbefal_tiltak")
    assert rasa.fakta == {"kjonn": "mann", "alder": 36, "norskniva": "B1", "ordning": "kvp"}
    svar = rasa.si("tilbake til den første", "oppgi_fakta")
    assert rasa.fakta == {"norskniva": "A2", "programmaned": 4}
    assert svar["payload"]["profile"] == rasa.fakta
    rasa.si("tilbake til den forrige", "oppgi_fakta")
    assert rasa.fakta["ordning"] == "kvp"


def test_back_with_nobody_before_changes_nothing(rasa: Rasa) -> None:
    _apne(rasa)
    rasa.si("tilbake til den første", "oppgi_fakta")
    assert rasa.fakta == {"norskniva": "A2", "programmaned": 4}


def test_conversations_know_nothing_of_each_other(rasa: Rasa, kontekst: Kontekst, register: Navneregister) -> None:
    _apne(rasa)
    annen = Rasa(kontekst, register, "en-helt-annen")
    assert "ingenting" in annen.si("hva vet du?", "vis_profil")["text"]
    annen.si("Hun er 40 år", "oppgi_fakta")
    assert rasa.fakta == {"norskniva": "A2", "programmaned": 4}


# Forgetting


def test_forget_everything(rasa: Rasa) -> None:
    _apne(rasa)
    rasa.si("Så har jeg en mann på 36 i KVP", "oppgi_fakta")
    rasa.si("hva om han hadde B1?", "hva_om")
    rasa.si("glem alt", "glem")
    tilstand = rasa.samtale.til_dict()
    assert [t["profil"] for t in tilstand.pop("tidligere")] == [{}], "nothing can be taken back to what was forgotten"
    assert {n: v for n, v in tilstand.items() if v} == {"malform": "nb"}
    assert "ingenting" in rasa.si("hva vet du?", "vis_profil")["text"]
    rasa.si("tilbake til den første", "oppgi_fakta")
    assert rasa.fakta == {}, "the one before is forgotten as well"


def test_forget_one_fact(rasa: Rasa) -> None:
    rasa.si("Kvinne på 34 år med B1 i måned 9", "oppgi_fakta")
    rasa.si("glem alderen", "glem")
    assert rasa.fakta == {"kjonn": "kvinne", "norskniva": "B1", "programmaned": 9}


def test_a_new_participant_with_facts_starts_with_those(rasa: Rasa) -> None:
    _apne(rasa)
    rasa.si("Glem alt. Ny deltaker på B1.", "glem")
    assert rasa.fakta == {"norskniva": "B1"}


# Nynorsk


def test_nynorsk_is_kept_through_the_conversation(rasa: Rasa) -> None:
    svar = rasa.si("kva tiltak finst for ein på A1 i månad 2", "anbefal_tiltak")
    assert "Eg reknar med" in svar["text"]
    for tekst, intent in (
        ("AFT", "forklar_tiltak"),
        ("27 år", "oppgi_fakta"),
        ("takk", "takk"),
        ("Jobbsjansen", "vurder_tiltak"),
    ):
        svar = rasa.si(tekst, intent)
        assert rasa.samtale.malform == "nn"
        for bokmal in ("Jeg ", "ikke", "Hvem ", "Kilder", "deltakeren ", "Neste spørsmål:** Hv"):
            assert bokmal not in svar["text"], (tekst, bokmal)
    assert "Kjelder" in svar["text"]


def test_bokmal_again_turns_it_back(rasa: Rasa) -> None:
    rasa.si("kva veit du om deltakaren?", "vis_profil")
    assert "Jeg vet ingenting" in rasa.si("Hva vet du om henne nå?", "vis_profil")["text"]


# One measure


def test_a_side_of_the_measure_talked_about(rasa: Rasa) -> None:
    rasa.si("Hva er arbeidstrening?", "forklar_tiltak")
    svar = rasa.si("hvor lenge?", "spor_regel")
    assert svar["text"].startswith("**Arbeidstrening – varighet:** inntil ett år")
    svar = rasa.si("hvem betaler?", "spor_regel")
    assert svar["text"].startswith("**Arbeidstrening – hvem betaler:** staten. **Hvem har ansvaret:** Nav.")


def test_what_cannot_be_changed_gives_a_no(rasa: Rasa) -> None:
    svar = rasa.si("Kan en mann på 36 være med i Jobbsjansen?", "vurder_tiltak")
    assert tiltak(svar) == {"jobbsjansen": "unsuitable"}
    assert svar["payload"]["measures"][0]["reasons"][0]["status"] == "unmet"
    assert re.search(r"^\*\*Nei, Jobbsjansen", svar["text"], re.M)


def test_a_supposition_about_one_measure_says_before_and_now(rasa: Rasa) -> None:
    rasa.si("Kan en på 62 få ungdomsgarantien?", "vurder_tiltak")
    svar = rasa.si("hva om hun var 25?", "hva_om")
    assert "Før: passer ikke. Nå: kan passe." in svar["text"]
    assert rasa.fakta == {"alder": 62}


def test_two_measures_are_compared_and_one_more_is_held_against_the_first(rasa: Rasa) -> None:
    svar = rasa.si("lts vs mentor", "utenfor", 0.3)
    assert (_slag(svar), rasa.samtale.tiltak) == ("comparison", ["midlertidig-lonnstilskudd", "mentortilskudd"])
    rasa.si("Hva er forskjellen på den og AFT?", "sammenlign_tiltak")
    assert rasa.samtale.tiltak == ["midlertidig-lonnstilskudd", "arbeidsforberedende-trening"]


def test_intro_benefit_and_wage_subsidy_together(rasa: Rasa) -> None:
    svar = rasa.si("Kan vi bruke lønnstilskudd mens hun fortsatt får introstønad?", "vurder_tiltak")
    assert "Midlertidig lønnstilskudd og Introduksjonsstønad kan kombineres" in svar["text"]
    assert "§ 23" in svar["text"]


def test_a_word_for_several_measures_is_asked_about(rasa: Rasa) -> None:
    svar = rasa.si("Hva er praksis?", "forklar_tiltak")
    assert _slag(svar) == "clarification"
    assert [v["title"] for v in svar["choices"]] == [
        "Arbeidstrening",
        "Språkpraksis",
        "Arbeidspraksis i introduksjonsprogrammet",
    ]


@pytest.mark.parametrize("intent", ["forklar_tiltak", "vurder_tiltak", "hvorfor_ikke", "kombiner_tiltak"])
def test_an_unknown_measure_is_not_known(rasa: Rasa, intent: str) -> None:
    svar = rasa.si("Hva er blåbærprogrammet?", intent)
    assert _slag(svar) == "clarification"
    assert tiltak(svar) == {}
    assert rasa.samtale.tiltak == []


# Places


def test_local_examples_follow_the_municipality(rasa: Rasa) -> None:
    svar = rasa.si("Hvilke tiltak passer for en på A2 i Tromsø?", "anbefal_tiltak")
    assert "fra Tromsø" in svar["text"]
    assert "Tromsømodellen" in svar["text"] or "Kick-off" in svar["text"]
    svar = rasa.si("Hvilke tiltak passer for en på A2 i Hamar?", "anbefal_tiltak")
    assert "(historisk" in svar["text"], "what is over is said to be"
    assert "Tromsø" not in svar["text"]
    svar = rasa.si("Hvilke tiltak passer for en på A2 i Bergen?", "anbefal_tiltak")
    assert "Lokale eksempler" not in svar["text"]


# All answers


def test_every_capability_answers_with_text_sources_it_lists_and_no_raw_names(rasa: Rasa) -> None:
    """No half sentence, empty heading or fact name of ours in anything a user reads."""
    _apne(rasa)
    for tekst, intent in (
        ("Passer mentortilskudd?", "vurder_tiltak"),
        ("hvorfor?", "hvorfor"),
        ("Hvorfor ikke KVP?", "hvorfor_ikke"),
        ("Hva om hun hadde B1?", "hva_om"),
        ("Hva er AFT?", "forklar_tiltak"),
        ("AFT eller mentor?", "sammenlign_tiltak"),
        ("Kan AFT kombineres med KVP?", "kombiner_tiltak"),
        ("Hvor lenge varer KVP?", "spor_regel"),
        ("Hun er 34 år", "oppgi_fakta"),
        ("Hva vet du?", "vis_profil"),
        ("hva kan du?", "hjelp"),
        ("takk", "takk"),
        ("hei", "hilsen"),
        ("hva blir været?", "utenfor"),
        ("glem alt", "glem"),
    ):
        svar = rasa.si(tekst, intent)
        uten_lenker = re.sub(r"\]\([^)]*\)", "]", svar["text"])
        assert uten_lenker.strip(), tekst
        assert not re.search(r"\w_\w|\bNone\b|\bTrue\b|\bFalse\b|[{}]", uten_lenker), tekst
        assert not re.search(r"\(\s*\)|\*\* *\*\*|: *\*$|\S  +[a-zæøå]|\.\.(?!\.)|,,|;;", uten_lenker, re.M), tekst
        avsnitt = [a for a in svar["text"].split("\n\n") if a.startswith("**") and "\n" not in a]
        assert len(avsnitt) == len(set(avsnitt)), tekst
        kjente = {s["id"] for s in svar["payload"].get("sources", [])}
        for t in svar["payload"].get("measures", []):
            for grunn in t["reasons"]:
                assert set(grunn["source_ids"]) <= kjente, (tekst, t["id"])
