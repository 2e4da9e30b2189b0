"""The cards: Microsoft's own renderer takes them, they are small enough, and nothing of the answer is lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from bot.kanaler.teams.aktivitet import endringstekst
from bot.kanaler.teams.kort import MAKS_BYTE, flere_kort, kort, sammendrag, velkommen
from bot.kanaler.teams.markdown import elementer
from bot.kanaler.teams.profilskjema import skjema
from bot.kanaler.teams.tekster import navn, tekst
from bot.svar.deler import med_deler
from bot.svar.payload import Payload, Reply

_GRUNN = {"text": "Er arbeidssøker", "status": "unknown", "type": "lov", "source_ids": ["tf"]}
_KILDE = {
    "id": "tf",
    "title": "tiltaksforskriften",
    "locator": "§ 3-3",
    "url": "https://lovdata.no/x",
    "status": "current",
}


def _delt(svar: dict[str, Any]) -> Reply:
    """A reply as the front hands it on."""
    return Reply.model_validate(med_deler(svar))


def _anbefaling(antall: int = 3, grunner: int = 2, **mer: Any) -> Reply:
    tiltak = [
        {
            "id": f"t{n}",
            "name": f"Tiltak {n}",
            "owner": "Nav",
            "verdict": ("suitable", "conditional", "unsuitable")[n % 3],
            "substatus": ("ikke_na" if n % 3 == 2 else None),
            "summary": "Er arbeidssøker",
            "earliest_month": 7 if n % 3 == 2 else None,
            "reasons": [_GRUNN] * grunner,
        }
        for n in range(antall)
    ]
    payload = {
        "kind": "recommendation",
        "as_of": "2026-11-23",
        "language": "nb",
        "profile": {"norskniva": "A2", "programmaned": 4, "arbeidssoker": True, "norsk_muntlig": ["A1", "A2"]},
        "measures": tiltak,
        "sources": [_KILDE],
        "next_question": {"fact": "utdanning", "text": "Hvilken utdanning?"},
        **mer,
    }
    hode = "**Kan passe ? – noe må avklares**"
    return _delt(
        {
            "text": f"*Jeg regner med: norsk A2*\n\n**Svar.**\n\n{hode}\n- **Tiltak 1** (Nav)\n\nHusk.\n\n**Kilder**\n- x",
            "choices": [{"title": f"Valg {n}", "text": f"valg {n}"} for n in range(8)],
            "payload": payload,
        }
    )


def _alle(kortet: object) -> Iterator[dict[str, Any]]:
    if isinstance(kortet, dict):
        if "type" in kortet:
            yield kortet
        for verdi in kortet.values():
            yield from _alle(verdi)
    elif isinstance(kortet, list):
        for verdi in kortet:
            yield from _alle(verdi)


@pytest.fixture(scope="module")
def tegner(nettleser: Browser) -> Iterator[Page]:
    side = nettleser.new_page()
    side.add_script_tag(path="bot/web/node_modules/adaptivecards/dist/adaptivecards.min.js")
    yield side
    side.close()


_PROV = """(kort) => {
  const c = new AdaptiveCards.AdaptiveCard(), k = new AdaptiveCards.SerializationContext();
  c.hostConfig = new AdaptiveCards.HostConfig({ actions: { maxActions: 6 } }); // as in Teams
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (t, r) => { r.outputHtml = t; r.didProcess = true; };
  c.parse(kort, k);
  const feil = [...Array(k.eventCount).keys()].map((i) => k.getEventAt(i).message);
  feil.push(...c.validateProperties().validationEvents.map((e) => e.message));
  return { feil, tekst: c.render().textContent };
}"""

SVAR = {
    "anbefaling": _anbefaling(),
    "mange tiltak": _anbefaling(30, 12),
    "uten payload": Reply(text="Hei"),
    "liste og lenke": Reply(text="## Tittel\nInnledning:\n- en\n- [to](https://lovdata.no)\n\n1. første\n2. andre"),
    "tabell": Reply(text="| | A | B |\n|---|---|---|\n| Hvem | Nav | kommunen |\n| Hvor lenge | 1 år |"),
}


@pytest.mark.parametrize("svar", SVAR.values(), ids=SVAR)
def test_microsofts_renderer_finds_nothing_wrong(tegner: Page, svar: Reply) -> None:
    kortene = kort(svar) + (flere_kort(svar.payload, 5) if svar.payload else []) + [velkommen("nn", True)]
    for kortet in kortene:
        assert tegner.evaluate(_PROV, kortet)["feil"] == []


def test_the_renderer_would_have_told(tegner: Page) -> None:
    assert tegner.evaluate(_PROV, {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlok"}]})["feil"]


def test_the_card_shows_words_signs_and_reasons(tegner: Page) -> None:
    sett = tegner.evaluate(_PROV, kort(_anbefaling())[0])["tekst"]
    for ventet in (
        "✓ Passer", "? Kan passe", "✗ Passer ikke nå", "Tidligst fra måned 7", "Er arbeidssøker", "Husk.",
        "norsk A2", "Svar.", "Hvilken utdanning?", "Lov og forskrift", "mangler opplysning", "tiltaksforskriften § 3-3",
    ):  # fmt: skip
        assert ventet in sett
    assert sett.count("Tiltak 1") == 1


def test_at_most_six_buttons_in_a_row() -> None:
    for element in _alle(kort(_anbefaling())):
        assert len(element.get("actions", [])) <= 6


def test_ids_are_unique_in_a_card() -> None:
    for kortet in kort(_anbefaling(30)):
        ider = [e["id"] for e in _alle(kortet) if "id" in e]
        assert len(ider) == len(set(ider))


@given(antall=st.integers(0, 40), grunner=st.integers(0, 30), lang=st.integers(0, 30_000))
@settings(max_examples=40, deadline=None)
def test_every_card_fits_and_every_measure_is_on_one(antall: int, grunner: int, lang: int) -> None:
    svar = _anbefaling(antall, grunner)
    svar = _delt({**svar.model_dump(mode="json"), "text": svar.text + "\n\n" + "ord og " * (lang // 7) + "SLUTT"})
    forst = kort(svar)
    knapper = [a for k in forst for a in k.get("actions", []) if a.get("data", {}).get("tiltakslosen") == "flere"]
    resten = flere_kort(svar.payload, knapper[0]["data"]["fra"]) if knapper and svar.payload else []
    alt = json.dumps(forst + resten, ensure_ascii=False)
    assert all(len(json.dumps(k, ensure_ascii=False).encode()) <= MAKS_BYTE for k in forst + resten)
    assert all(f"**Tiltak {n}**" in alt for n in range(antall))
    assert "SLUTT" in alt


def test_a_long_table_is_divided_with_its_header() -> None:
    rader = "\n".join(f"| rad {n} | {'x' * 900} |" for n in range(60))
    kortene = kort(Reply(text=f"| Hva | Verdi |\n|---|---|\n{rader}"))
    tabeller = [e for k in kortene for e in _alle(k) if e["type"] == "Table"]
    assert len(tabeller) > 1
    assert all("Hva" in str(t["rows"][0]) for t in tabeller)
    assert all(f"rad {n} " in str(tabeller) or f"rad {n}'" in str(tabeller) for n in range(60))


def test_a_table_with_a_short_row_keeps_its_width() -> None:
    [tabell] = elementer("| | A | B |\n|---|---|---|\n| Hvem | Nav |")
    assert [len(r["cells"]) for r in tabell["rows"]] == [3, 3]


def test_the_summary_is_the_first_line_without_marks() -> None:
    assert sammendrag(_anbefaling()) == "Svar."
    assert sammendrag(Reply(text="Se [loven](https://x.no) **nå**\nmer")) == "Se loven nå"


@pytest.mark.parametrize(
    ("data", "ventet"),
    [
        ({"faktum_norskniva": "A1", "for_norskniva": "A2"}, "Nei, A1"),
        ({"faktum_norskniva": "under_A1", "for_norskniva": "A2"}, "Nei, under A1"),
        (
            {"faktum_programmaned": 8, "for_programmaned": "4", "faktum_alder": "30", "for_alder": "29"},
            "Nei, måned 8 i programmet, 30 år",
        ),
        ({"faktum_utdanning": "ingen", "for_utdanning": "grunnskole"}, "Nei, ingen utdanning"),
        ({"faktum_arbeidssoker": "false", "for_arbeidssoker": "true"}, "Nei, ikke registrert som arbeidssøker"),
        ({"faktum_norskniva": "__fjern__", "for_norskniva": "A2"}, "Glem norsknivået"),
        ({"faktum_alder": "", "for_alder": "29", "faktum_norskniva": "B1", "for_norskniva": "A2"}, "Nei, B1. Glem alderen"),
        ({"faktum_finnes_ikke": "x", "faktum_norskniva": {"a": 1}}, ""),
        ({"faktum_norskniva": "A2", "for_norskniva": "A2"}, ""),
    ],
)  # fmt: skip
def test_the_form_becomes_a_message(data: dict[str, Any], ventet: str) -> None:
    assert endringstekst(data, "nb") == ventet


def test_every_text_is_in_both_languages() -> None:
    for n in navn():
        assert tekst(n, "nb", 1, 2).strip()
        assert tekst(n, "nn", 1, 2).strip()


def test_the_answer_is_in_the_language_of_the_payload() -> None:
    svar = _anbefaling(language="nn")
    assert "Passar ikkje no" in str(kort(svar, "nb"))


def test_payload_without_measures_is_just_text() -> None:
    svar = Reply(text="**Regel**\nTekst", payload=Payload(kind="rule", language="nb"))
    [kortet] = kort(svar)
    assert [a["title"] for a in kortet["actions"]] == ["Var svaret nyttig?"]
    assert len(kortet["body"]) == 1


def test_the_measures_come_before_what_is_worth_remembering() -> None:
    tekst_ = str(kort(_anbefaling())[0]["body"])
    assert tekst_.index("Svar.") < tekst_.index("Tiltak 1") < tekst_.index("Husk.")


def test_the_reasons_of_one_measure_are_told_once() -> None:
    svar = _anbefaling(1)
    tekst_ = "**Nei.**\n\n**Lov og forskrift**\n- Er arbeidssøker\n\n**Se heller på:** annet."
    payload = {**svar.model_dump(mode="json")["payload"], "kind": "eligibility"}
    assert str(kort(_delt({"text": tekst_, "payload": payload}))[0]["body"]).count("Er arbeidssøker –") == 2


def test_the_form_has_only_what_can_be_said() -> None:
    profil = {"norskniva": "A2", "alder": 29, "arbeidssoker": True, "praksisplass": True, "bosatt_dato": "2025-01-01"}
    form = skjema(profil, "nn")
    assert form is not None
    felter = {f["id"]: f for f in form["card"]["body"]}
    assert set(felter) == {"faktum_norskniva", "faktum_alder", "faktum_arbeidssoker", "faktum_praksisplass"}
    assert [c["title"] for c in felter["faktum_arbeidssoker"]["choices"]] == ["ja", "nei", "– ta bort –"]
    assert [c["value"] for c in felter["faktum_praksisplass"]["choices"]] == ["true", "__fjern__"]
    assert skjema({"norsk_muntlig": "A1"}, "nb")["card"]["body"][0]["choices"][-1]["value"] != "__fjern__"  # type: ignore[index]
    assert skjema({"bosatt_dato": "2025-01-01"}, "nb") is None


def test_the_alternatives_of_a_quiz_are_read_in_full() -> None:
    lang = "Et svar som er for langt til å stå på en knapp i Teams"
    valg = [{"key": b, "text": f"{lang} {b}"} for b in "ABC"]
    svar = {
        "text": "Hva er dette?\n\n> Et sitat",
        "choices": [*({"title": f"{v['key']}: {v['text']}", "text": v["key"]} for v in valg), {"title": "Slutt", "text": "slutt"}],
        "payload": {
            "kind": "quiz",
            "quiz": {
                "answered": 0, "correct": 0, "total": 10, "level": 1,
                "question": {"id": "q", "number": 1, "text": "Hva?", "level": 1, "options": valg},
            },
        },
    }  # fmt: skip
    [kortet] = kort(_delt(svar))
    knapper = [a["title"] for e in kortet["body"] if e["type"] == "ActionSet" for a in e["actions"]]
    assert knapper == ["A", "B", "C", "Slutt"]
    assert all(f"**{v['key']}:** {v['text']}" in str(kortet["body"]) for v in valg)
    [sitat] = [e for e in kortet["body"] if e["type"] == "Container"]
    assert sitat["items"][0]["text"] == "Et sitat"


def test_buttons_stand_in_rows_that_are_not_cut() -> None:
    titler = ["Ingen", "Grunnskole", "Deler av videregående", "Videregående", "Fagbrev", "Høyere utdanning"]
    svar = Reply.model_validate({"text": "Hva?", "choices": [{"title": t, "text": t} for t in titler]})
    rader = [[a["title"] for a in e["actions"]] for e in kort(svar)[0]["body"] if e["type"] == "ActionSet"]
    assert [t for rad in rader for t in rad] == titler
    assert len(rader) == 2
