"""Measures by topic: the topic is read from the question's words, and every measure given says that it is about it."""

from __future__ import annotations

import pytest

from bot.kunnskap.tiltaksemne import Tiltakssok, maks_maneder
from tests.kunnskap.kunnskapsmaling import innhold


@pytest.fixture(scope="module")
def sok() -> Tiltakssok:
    return Tiltakssok([p.tiltak for p in innhold().tiltak])


@pytest.mark.parametrize(
    ("sporsmal", "emne", "tiltak"),
    [
        ("Finnes det noe for dem som vil etablere eget firma?", "egen_bedrift", "gr-nder-entreprenorskapsopplaering"),
        ("Har vi noe for analfabeter?", "lese_skrive", "forberedende-opplaering-voksne"),
        ("Noe for hjemmeværende kvinner?", "hjemmevaerende", "jobbsjansen"),
        ("Tilbud til folk med traumer", "psykisk", "individuell-jobbstotte"),
        ("Hvilke tiltak ender i svennebrev?", "fagbrev", "laerlingordningen"),
        ("Hvilke kurs går om kvelden?", "kveld", "kveldskurs-norsk-ved-praksis"),
        ("Hva finnes digitalt?", "pa_nett", "enkeltplass-digitalt-norskkurs"),
        ("Hvilke tiltak er gratis for kommunen?", "gratis", "arbeidstrening"),
        ("Hvilke tiltak varer over ett år?", "lengde", "kvalifiseringsprogrammet"),
        ("Hvilke tiltak varer under tre måneder?", "lengde", "avklaring"),
        ("Hvilke kurs har vi innen renhold?", "bransje-renhold", "bransjekurs"),
        ("Finnes det språkkafe?", "snakke_norsk", "sprakkafe"),
    ],
)
def test_topic_and_measure(sok: Tiltakssok, sporsmal: str, emne: str, tiltak: str) -> None:
    emner = sok.emner(sporsmal)
    assert emne in [e.id for e in emner]
    assert tiltak in [t.tiltak.id for t in sok.finn(emner, sporsmal, lambda _t: True)]


@pytest.mark.parametrize(
    "sporsmal", ["Hvilke tiltak passer?", "Hva finnes for deltakerne?", "Har dere noen gode tilbud?"]
)
def test_asking_for_measures_is_no_topic(sok: Tiltakssok, sporsmal: str) -> None:
    assert not [e for e in sok.emner(sporsmal) if e.alene]


def test_an_offer_nobody_has_is_a_topic_without_measures(sok: Tiltakssok) -> None:
    for sporsmal, ord_ in (("Finnes det svømmekurs?", "svømmekurs"), ("Har dere tilbud for gravide?", "gravide")):
        emner = sok.emner(sporsmal)
        assert [e.navn for e in emner] == [f"som nevner «{ord_}»"]
        assert sok.finn(emner, sporsmal, lambda _t: True) == []


def test_a_length_holds_for_every_measure_given(sok: Tiltakssok) -> None:
    emner = sok.emner("Hvilke tiltak varer under tre måneder?")
    lengder = [maks_maneder(t.tiltak) for t in sok.finn(emner, "", lambda _t: True)]
    assert lengder
    assert all(x is not None and x <= 3 for x in lengder)


def test_an_age_is_no_length(sok: Tiltakssok) -> None:
    assert "lengde" not in [e.id for e in sok.emner("Hva har vi for folk over 55 år?")]


def test_what_is_history_comes_last(sok: Tiltakssok) -> None:
    emner = sok.emner("Hvilke tiltak bruker frivillige?")
    historisk = [t.tiltak.status.kode == "historisk" for t in sok.finn(emner, "", lambda _t: True)]
    assert historisk == sorted(historisk)
    assert len(set(historisk)) == 2


def test_a_reason_by_text_stands_in_the_measure(sok: Tiltakssok) -> None:
    emner = sok.emner("Hva finnes for blinde, foreldre eller ukrainere?")
    assert len(emner) == 3
    for treff in sok.finn(emner, "", lambda _t: True):
        for grunn in treff.grunner.values():
            felt = {"navn": (treff.tiltak.navn, *treff.tiltak.synonymer), "omfang": (treff.tiltak.omfang.tekst,)}
            tekster = felt.get(grunn.felt) or (getattr(treff.tiltak, grunn.felt),)
            assert any(grunn.tekst.casefold() in str(t).casefold() for t in tekster)
