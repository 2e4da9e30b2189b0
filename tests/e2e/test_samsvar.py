"""The chat and POST /api/v1/assess agree, and every answer is whole: sources, form, nothing raw in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from bot.profil.fakta import FAKTA
from bot.svar.payload import AssessResponse, MessageResponse
from tests.e2e.forventning import les_tabeller
from tests.e2e.stabel import Klient, Stabel, ny_samtale

DELTAKERE = (
    "Hvilke tiltak passer for en deltaker på A2 i måned 4?",
    "Hvilke tiltak passer for en på A1 i måned 2 uten videregående?",
    "Hvilke tiltak passer for en kvinne på 34 med videregående, A2, måned 5, mål om arbeid?",
    "Hvilke tiltak passer for en mann på 19 i intro på B1 med grunnskole?",
    "Hvilke tiltak finnes for en ungdom på 17 år?",
    "Hva finnes for en 15-åring?",
    "Hvilke tiltak passer for en ukrainsk kvinne på 29 i måned 5 på A1?",
    "Hvilke tiltak passer for en ukrainer på 58 med høyere utdanning?",
    "Hvilke tiltak passer for en deltaker i KVP på 41 år med A2?",
    "Hvilke tiltak passer for en i KVP på 24 år med B1 og nedsatt arbeidsevne?",
    "Hvilke tiltak passer for en kvinne på 40 i Jobbsjansen?",
    "Hvilke tiltak passer for en hjemmeværende kvinne på 38 med A1?",
    "Hvilke tiltak passer for en Nav-bruker på 35 med nedsatt arbeidsevne og B1?",
    "Hvilke tiltak passer for en på 28 år som er registrert arbeidssøker, B2 og har fagbrev?",
    "Hvilke tiltak passer for en registrert arbeidssøker på 30 år når en arbeidsgiver vil ansette?",
    "Hvilke tiltak passer for en med varig nedsatt arbeidsevne og uføretrygd?",
    "Hvilke tiltak passer for en på 67 år med B1?",
    "Hvilke tiltak passer for en som er ferdig med intro og har B1?",
    "Hvilke tiltak passer for en som er i måned 14 av intro med mål om videregående og grunnskole?",
    "Hvilke tiltak passer for en mor i intro med et barn på 5 måneder?",
    "Hvilke tiltak passer for en EØS-borger på 33 med B1?",
    "Hvilke tiltak passer for en som får sosialhjelp, er 27 år og har A2?",
    "Hvilke tiltak passer for en som får AAP, 45 år, A2?",
    "Kva tiltak passar for ein på B1 munnleg og A2 skriftleg i månad 9?",
    "Hvilke tiltak passer for en med psykiske helseplager på 22 år i måned 7 uten videregående?",
)
_ADRESSE = re.compile(r"\]\([^)]*\)|https?://\S+")
_RATT = {
    "Python": re.compile(r"\b(?:None|True|False|nan)\b"),
    "felt": re.compile(r"_nn\b|\b[a-zæøå]+_[a-zæøå_]+\b"),
    "krøllparentes": re.compile(r"[{}]"),
    "nummer fra domenet": re.compile(r"\b[RT]-\d{3}\b"),
    "tomt": re.compile(r"\(\s*\)|\(,|, ,|\*{4}|: \.|«»"),
}


def ratt_i(tekst: str, tiltak: frozenset[str] = frozenset()) -> list[str]:
    """What a person should never see in a text; addresses of links do not count."""
    ren = _ADRESSE.sub("", tekst)
    funn = [f"{navn}: …{ren[max(0, m.start() - 30) : m.end() + 20]}…" for navn, m in _treff(ren)]
    ord_ = set(re.findall(r"[\w-]+", ren))
    return funn + [f"id: {t}" for t in sorted(tiltak & ord_) if "-" in t]


def _treff(tekst: str) -> Iterator[tuple[str, re.Match[str]]]:
    for navn, monster in _RATT.items():
        yield from ((navn, m) for m in monster.finditer(tekst))


def uten_kilde(data: Mapping[str, Any]) -> list[str]:
    """Reasons that cite a source the answer does not list, and sources without a title."""
    kilder = {k["id"]: k for k in data["sources"]}
    brukt = {i for m in data["measures"] for g in m["reasons"] for i in g["source_ids"]}
    ukjente = [f"{i} er ikke blant kildene" for i in sorted(brukt - set(kilder))]
    return ukjente + [f"{i} har ingen tittel" for i, k in kilder.items() if not k["title"]]


def uten_sted(data: Mapping[str, Any]) -> set[str]:
    """Sources that do not say where in them the reader finds it."""
    return {k["id"] for k in data["sources"] if not k.get("locator")}


@pytest.fixture(scope="session")
def tiltak_ider(stabel: Stabel) -> frozenset[str]:
    alle = stabel.klient.be("GET", "/api/v1/measures").kropp["measures"]
    return frozenset(m["id"] for m in alle)


def test_25_deltakere() -> None:
    assert len(set(DELTAKERE)) == 25


@pytest.mark.parametrize("tekst", DELTAKERE)
def test_samtalen_og_assess_dommer_likt(klient: Klient, tekst: str) -> None:
    payload = klient.svar(ny_samtale(), tekst)["payload"]
    assert payload["kind"] == "recommendation"
    assert payload["profile"], "ingen fakta forstått"
    vurdert = {m["id"]: m for m in klient.vurder(payload["profile"])["measures"]}
    assert len(payload["measures"]) >= 8
    for m in payload["measures"]:
        fasit = vurdert[m["id"]]
        assert (m["id"], m["verdict"]) == (m["id"], fasit["verdict"])
        assert m["missing"] == fasit["missing"], m["id"]
        assert m.get("earliest_month") == fasit.get("earliest_month"), m["id"]
        utfall = {(g["text"], g["status"], g["type"]) for g in m["reasons"]}
        if payload["language"] == "nb":
            assert utfall == {(g["text"], g["status"], g["type"]) for g in fasit["reasons"]}, m["id"]


@pytest.mark.parametrize("tekst", DELTAKERE)
def test_svaret_er_helt(klient: Klient, tiltak_ider: frozenset[str], tekst: str) -> None:
    kropp = klient.si(ny_samtale(), tekst).kropp
    svar = MessageResponse.model_validate(kropp).replies[-1]
    payload = kropp["replies"][-1]["payload"]
    assert uten_kilde(payload) == []
    assert payload["sources"], "ingen kilder"
    grunner = [g for m in payload["measures"] for g in m["reasons"]]
    assert all(g["text"] and (g["source_ids"] or g["type"] == "egnethet") for g in grunner)
    assert all(set(m["missing"]) <= set(FAKTA) for m in payload["measures"])
    assert ratt_i(svar.text, tiltak_ider) == []
    assert [f for g in grunner for f in ratt_i(g["text"], tiltak_ider)] == []


def test_assess_svarer_for_hele_katalogen(klient: Klient, tiltak_ider: frozenset[str]) -> None:
    """Every measure of the database has a verdict; every reason a text, and its sources are listed."""
    kropp = klient.vurder({"norskniva": "A2", "programmaned": 4})
    AssessResponse.model_validate(kropp)
    assert {m["id"] for m in kropp["measures"]} == tiltak_ider
    assert len(tiltak_ider) >= 244
    uten = [m["id"] for m in kropp["measures"] if not m["reasons"]]
    assert uten == [], f"uten begrunnelse: {uten[:10]} ({len(uten)})"
    assert uten_kilde(kropp) == []


def test_alle_kilder_sier_hvor_det_star(klient: Klient) -> None:
    """Chapter, paragraph or page: for every source of the catalogue, and of what the tables ask about."""
    mangler = uten_sted(klient.vurder({"norskniva": "A2", "programmaned": 4}))
    for prove in les_tabeller():
        samtale = ny_samtale()
        for tur in prove.turer:
            for svar in klient.si(samtale, tur.si).kropp["replies"]:
                mangler |= uten_sted(svar["payload"])
    assert not mangler, ", ".join(sorted(mangler))


def test_ukjent_er_aldri_nei_i_assess(klient: Klient) -> None:
    """With nothing known, nothing is out of the question for the person."""
    tom = klient.vurder({})["measures"]
    assert [m["id"] for m in tom if m["verdict"] == "unsuitable"] == []


@pytest.mark.parametrize("fil", sorted({s.fil for s in les_tabeller()}))
def test_alle_svar_i_tabellene_er_hele(klient: Klient, tiltak_ider: frozenset[str], fil: str) -> None:
    """The same demands on every answer of every conversation, whatever it is about."""
    funn: dict[str, str] = {}
    for prove in (s for s in les_tabeller() if s.fil == fil):
        samtale = ny_samtale()
        for tur in prove.turer:
            kropp = klient.si(samtale, tur.si).kropp
            MessageResponse.model_validate(kropp)
            for svar in kropp["replies"]:
                assert svar["text"].strip(), tur.si
                for feil in (*uten_kilde(svar["payload"]), *ratt_i(svar["text"], tiltak_ider)):
                    funn.setdefault(feil, tur.si)
    assert not funn, "\n".join(f"{feil}  («{si}»)" for feil, si in funn.items())
