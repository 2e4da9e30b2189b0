"""The hostile inputs on the page: typed, answered back, stored, shown again; nothing runs and nothing breaks out."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import expect

from tests.conftest import Side
from tests.kanaler.fiendtlig import TEKSTER
from tests.web.conftest import ROT, Tjener, glem_ventet, spor

_SENDES = {navn: tekst for navn, tekst in TEKSTER.items() if navn != "bare nullbredde"}
_TILLATT = [
    "P",
    "BR",
    "STRONG",
    "EM",
    "DEL",
    "CODE",
    "PRE",
    "UL",
    "OL",
    "LI",
    "BLOCKQUOTE",
    "HR",
    "A",
    "TABLE",
    "THEAD",
    "TBODY",
    "TR",
    "TH",
    "TD",
    "H3",
    "H4",
    "H5",
    "H6",
    "DIV",
]


@pytest.mark.parametrize("navn", _SENDES)
def test_teksten_er_bare_tekst(side: Side, tjener: Tjener, navn: str) -> None:
    """The stand-in repeats the text in its answer, so it is tried as a message and as markdown of an answer."""
    p = side.page
    p.on("dialog", lambda d: pytest.fail(f"kode kjørte: {d.message}"))
    tekst = _SENDES[navn]
    tjener.v.lager.faste = {
        t: [
            {
                "text": tekst,
                "choices": [{"title": tekst[:60], "text": "x"}],
                "payload": {"kind": "rule", "language": "nb"},
            }
        ]
        for t in [navn]
    }
    spor(p, tekst)
    expect(p.locator(".melding--los")).to_have_count(1)
    start = time.monotonic()
    spor(p, navn)
    expect(p.locator(".melding--los")).to_have_count(2)
    assert time.monotonic() - start < 2.5, "too slow to draw"
    navnene = set(p.locator(".svar__tekst *").evaluate_all("alle => alle.map((e) => e.tagName)"))
    assert navnene <= set(_TILLATT), navnene
    assert p.evaluate(
        f"[...{ROT}.querySelectorAll('.samtale *')].every((e) => [...e.attributes].every((a) => !a.name.startsWith('on')))"
    )
    assert p.locator(".samtale a[href]:not([href^='http'])").count() == 0
    rull = p.locator(".rull")
    assert rull.evaluate("e => e.scrollWidth <= e.clientWidth"), "breaks out of the page"
    p.reload()
    expect(p.locator(".melding--los")).to_have_count(2)


def test_bare_usynlige_tegn_er_en_tom_melding(side: Side, tjener: Tjener) -> None:
    spor(side.page, TEKSTER["bare nullbredde"])
    expect(side.page.locator(".varsel")).to_contain_text("Meldingen er tom")
    assert tjener.v.rasa.mottatt == []
    glem_ventet(side, "400")


def test_skrift_fra_hoyre_snur_bare_sin_egen_melding(side: Side) -> None:
    p = side.page
    spor(p, "\u202eabc")
    expect(p.locator(".melding--los")).to_have_count(1)
    assert p.locator(".melding--du p").evaluate("e => getComputedStyle(e).unicodeBidi") == "isolate"
