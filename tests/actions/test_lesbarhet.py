"""Plain language: the answers to forty typical questions have a Lix under 45, and the conclusion comes soon.

`pytest tests/actions/test_lesbarhet.py -s` prints the table.
"""

from __future__ import annotations

from statistics import mean, median

import pytest

from actions.kontekst import Kontekst
from bot.sprak.tiltaksnavn import Navneregister
from tests.actions.tolk import Rasa
from tests.svar.lesbarhet import brodtekst, innledning, lix

MAL_LIX = 45
MAKS_ORD_FORST = 120

SPORSMAL = (
    ("Hvilke Nav-tiltak passer for en deltaker på A2 i måned 4?", "anbefal_tiltak"),
    ("Hvilke tiltak passer for A1, 34 år, uten videregående, måned 7?", "anbefal_tiltak"),
    ("Hva kan vi tilby en analfabet på 38 i måned 5?", "anbefal_tiltak"),
    ("Syrisk ingeniør med høyere utdanning, B1, måned 3. Hva passer?", "anbefal_tiltak"),
    ("Hjemmeværende kvinne på 45 med fire barn. Hvilke tiltak?", "anbefal_tiltak"),
    ("Ferdig med intro for tre måneder siden, B1, 31 år. Hvilke tiltak?", "anbefal_tiltak"),
    ("Hvilke tiltak finnes for en på 40 med nedsatt arbeidsevne og A2?", "anbefal_tiltak"),
    ("Deltaker i KVP, 42 år, A2. Hva kan inngå?", "anbefal_tiltak"),
    ("Kva tiltak passar for ein på A1 i månad 2, 40 år?", "anbefal_tiltak"),
    ("Hvilke kommunale tiltak passer for en på A2 i måned 6?", "anbefal_tiltak"),
    ("Kan en mann på 36 være med i Jobbsjansen?", "vurder_tiltak"),
    ("Passer KVP for en på 30 i intro?", "vurder_tiltak"),
    ("Passer AFT for en på A1 med nedsatt arbeidsevne?", "vurder_tiltak"),
    ("Passar lønstilskot for ei på A2 i månad 8?", "vurder_tiltak"),
    ("Kan en EØS-borger på 30 få introduksjonsprogram?", "vurder_tiltak"),
    ("Passer jobbklubb for en på A1?", "vurder_tiltak"),
    ("Passer videregående for voksne for en på 26 med grunnskole?", "vurder_tiltak"),
    ("Er mentortilskudd aktuelt for en på B1 som jobber deltid?", "vurder_tiltak"),
    ("Hvorfor ikke KVP for en i intro?", "hvorfor_ikke"),
    ("Hvorfor ikke Jobbsjansen for en på 60?", "hvorfor_ikke"),
    ("Hva er arbeidstrening?", "forklar_tiltak"),
    ("Hva er Jobbsjansen?", "forklar_tiltak"),
    ("Hva er mentortilskudd?", "forklar_tiltak"),
    ("Kva er språkpraksis?", "forklar_tiltak"),
    ("Hva er FOV?", "forklar_tiltak"),
    ("Hvor lenge varer arbeidstrening?", "forklar_tiltak"),
    ("Hvem betaler for midlertidig lønnstilskudd?", "forklar_tiltak"),
    ("Hvordan søker jeg om AFT?", "forklar_tiltak"),
    ("Hva er forskjellen på arbeidstrening og språkpraksis?", "sammenlign_tiltak"),
    ("Hva er forskjellen på midlertidig og varig lønnstilskudd?", "sammenlign_tiltak"),
    ("Forskjellen på KVP og intro?", "sammenlign_tiltak"),
    ("Kva er skilnaden på jobbklubb og oppfølging?", "sammenlign_tiltak"),
    ("Kan KVP kombineres med arbeidstrening?", "kombiner_tiltak"),
    ("Kan Jobbsjansen kombineres med sosialhjelp?", "kombiner_tiltak"),
    ("Hvor lenge kan en uten videregående gå i intro?", "spor_regel"),
    ("Når gjelder kravet om 15 timer arbeidsrettet innhold?", "spor_regel"),
    ("Hvor lenge varer retten til norsk?", "spor_regel"),
    ("Får deltakeren tiltakspenger i intro?", "spor_regel"),
    ("Hvem fatter vedtak om Nav-tiltak i intro?", "spor_regel"),
    ("Hvor mye er introduksjonsstønaden?", "spor_regel"),
)


@pytest.fixture(scope="module")
def malt(kontekst: Kontekst, register: Navneregister) -> list[tuple[str, float, int]]:
    """Each question with the Lix of its answer and the words before the details."""
    ut = []
    for nr, (tekst, intent) in enumerate(SPORSMAL):
        svar = Rasa(kontekst, register, f"lesbarhet-{nr}").si(tekst, intent)["text"]
        ut.append((tekst, lix(brodtekst(svar)), innledning(svar)))
    for tekst, verdi, ord_forst in sorted(ut, key=lambda rad: -rad[1]):
        print(f"{verdi:5.1f}  {ord_forst:4}  {tekst}")
    verdier = [verdi for _, verdi, _ in ut]
    print(
        f"Lix: snitt {mean(verdier):.1f}, median {median(verdier):.1f}, over {MAL_LIX}: "
        f"{sum(v >= MAL_LIX for v in verdier)} av {len(verdier)}"
    )
    return ut


def test_forti_vanlige_sporsmal() -> None:
    assert len({tekst for tekst, _ in SPORSMAL}) == len(SPORSMAL) == 40


def test_lix_er_under_malet(malt: list[tuple[str, float, int]]) -> None:
    assert mean(verdi for _, verdi, _ in malt) < MAL_LIX


def test_konklusjonen_kommer_for_detaljene(malt: list[tuple[str, float, int]]) -> None:
    assert [(tekst, antall) for tekst, _, antall in malt if antall > MAKS_ORD_FORST] == []


def test_malet_pa_tekst_med_kjent_lix() -> None:
    """Twelve words in two sentences, three of them long: 6 + 25."""
    assert lix("Hun kan delta i programmet nå. Kommunen betaler for det hele.") == pytest.approx(5.5 + 100 * 3 / 11)
    assert lix("") == 0.0
