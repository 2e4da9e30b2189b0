"""Putting a reply together: paragraphs, sources, choices and the next question."""

from __future__ import annotations

from datetime import date

import pytest

from bot.profil.fakta import FAKTA
from bot.profil.lesing import les_profil
from bot.svar.svar import Svarbygger
from bot.svar.tjeneste import Tjeneste

DAG = date(2026, 11, 23)


@pytest.fixture
def bygger(tjeneste: Tjeneste) -> Svarbygger:
    return Svarbygger(tjeneste, "nb")


def test_avsnitt_kilder_og_profil(bygger: Svarbygger) -> None:
    bygger.avsnitt("Første.")
    bygger.avsnitt("")
    bygger.avsnitt("Andre.")
    bygger.kilde_hjemmel("integreringsloven § 13; integreringsloven § 14")
    svar = bygger.ferdig("rule", les_profil({"alder": 34, "ordninger": ["nav", "intro"]}), DAG)
    avsnitt = svar["text"].split("\n\n")
    assert avsnitt[:2] == ["Første.", "Andre."]
    assert avsnitt[2].startswith("*Reglene er kontrollert ")
    assert avsnitt[3].startswith("**Kilder**\n- [integreringsloven § 13](https://")
    assert [k["id"] for k in svar["payload"]["sources"]] == ["integreringsloven/13", "integreringsloven/14"]
    assert svar["payload"]["profile"] == {"alder": 34, "ordninger": ["intro", "nav"]}
    assert svar["payload"]["as_of"] == "2026-11-23"


def test_uten_kilder_star_ingen_kildeliste(bygger: Svarbygger) -> None:
    bygger.avsnitt("Hei.")
    assert bygger.ferdig("smalltalk", {}, DAG)["text"] == "Hei."


def test_kontrolldatoen_er_den_nyeste_i_katalogen(tjeneste: Tjeneste) -> None:
    assert tjeneste.kontrollert == max(t.sist_kontrollert for t in tjeneste.tiltak.values())


def test_hoyst_seks_forskjellige_valg(bygger: Svarbygger) -> None:
    for i in (1, 1, 2, 3, 4, 5, 6, 7):
        bygger.valg(f"Valg {i}", f"Tekst {i}")
    assert [v["text"] for v in bygger.ferdig("rule", {}, DAG)["choices"]] == [f"Tekst {i}" for i in range(1, 7)]


@pytest.mark.parametrize(
    ("faktum", "valg"),
    [
        ("arbeidssoker", ["Ja", "Nei"]),
        ("norskniva", ["under A1", "A1", "A2", "B1", "B2", "C1"]),
        ("kjonn", ["kvinne", "mann"]),
        ("alder", []),
        ("ytelse", []),
        ("bosatt_dato", []),
    ],
)
def test_neste_sporsmal_har_svarene_som_valg_nar_de_er_fa(bygger: Svarbygger, faktum: str, valg: list[str]) -> None:
    bygger.neste_sporsmal(faktum)
    svar = bygger.ferdig("rule", {}, DAG)
    assert [v["text"] for v in svar["choices"]] == valg
    assert svar["payload"]["next_question"] == {"fact": faktum, "text": FAKTA[faktum].sporsmal}
    assert FAKTA[faktum].sporsmal in svar["text"]


def test_neste_sporsmal_pa_nynorsk(tjeneste: Tjeneste) -> None:
    bygger = Svarbygger(tjeneste, "nn")
    bygger.neste_sporsmal("utdanning")
    svar = bygger.ferdig("rule", {}, DAG)
    assert svar["payload"]["next_question"]["text"] == FAKTA["utdanning"].sporsmal_nn
    assert "Grunnskule" in [v["title"] for v in svar["choices"]]


def test_uten_neste_sporsmal(bygger: Svarbygger) -> None:
    bygger.neste_sporsmal(None)
    svar = bygger.ferdig("rule", {}, DAG)
    assert (svar["payload"]["next_question"], svar["choices"], svar["text"]) == (None, [], "")


def _tiltak(*punkter: str) -> dict[str, object]:
    return {"id": "t", "reasons": [{"source_ids": [p]} for p in punkter]}


def test_alle_grunners_kilder_er_i_nyttelasten_og_de_avgjorende_i_teksten(bygger: Svarbygger) -> None:
    p = [bygger.tjeneste.kilder.hjemmel(f"integreringsloven § {n}")[0] for n in (8, 9, 10, 11)]
    bygger.tiltak([_tiltak(*p[:3]), _tiltak(p[3])], vis_kilder=1)
    svar = bygger.ferdig("recommendation", {}, DAG)
    assert [k["id"] for k in svar["payload"]["sources"]] == p
    vist = svar["text"].split("**Kilder**\n")[1]
    assert [n in vist for n in ("§ 8]", "§ 9]", "§ 10]", "§ 11]")] == [True, True, False, False]


def test_gjentatte_kilder_fortrenger_ikke_andre(bygger: Svarbygger) -> None:
    for _ in range(14):
        bygger.kilde_hjemmel("integreringsloven § 13")
    bygger.kilde_hjemmel("integreringsloven § 14")
    assert "[integreringsloven § 14]" in bygger.ferdig("rule", {}, DAG)["text"]
