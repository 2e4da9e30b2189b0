"""A whole lesson and a whole quiz in the real page, wrong answers included, and the progress the next day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Locator, Page, expect

from bot.katalog.motor import lag_motor
from bot.laering.lager import Laeringslager
from tests.conftest import Side
from tests.e2e.stabel import Stabel


def _skriv(page: Page, tekst: str) -> Locator:
    """Send a message; the answer to it."""
    for_ = page.locator(".melding--los").count()
    page.get_by_label("Skriv spørsmålet ditt").fill(tekst)
    page.keyboard.press("Enter")
    return _neste(page, for_)


def _neste(page: Page, for_: int) -> Locator:
    svar = page.locator(".melding--los")
    expect(svar).to_have_count(for_ + 1)
    return svar.last


def _velg(page: Page, bokstav: str) -> Locator:
    """Press the button of one alternative in the newest answer; the answer to it."""
    for_ = page.locator(".melding--los").count()
    knapper = page.locator(".melding--los").last.locator(".valg--quiz button")
    knapper.nth("ABCD".index(bokstav)).click()
    return _neste(page, for_)


def _dagen_etter(page: Page, stabel: Stabel) -> None:
    """Move the clock a day on, as the answers see it: everything was due a day earlier."""
    bruker = page.evaluate("Object.keys(localStorage).find((n) => n.includes('samtale:')).split('samtale:')[1]")
    lager = Laeringslager(lag_motor(f"sqlite:///{stabel.mappe / 'e2e.db'}"))
    kort = lager.kort(bruker)
    assert kort
    for k in kort.values():
        lager.lagre_kort(bruker, replace(k, forfall=k.forfall - timedelta(days=1)), datetime.now(UTC))


def test_en_hel_leksjon(side: Side) -> None:
    p = side.page
    svar = _skriv(p, "start kurset")
    expect(svar).to_contain_text("Leksjon 1 av 9")
    expect(svar).to_contain_text("Spørsmål 1 av 2")
    svar = _velg(p, "A")
    expect(svar).to_contain_text(re.compile(r"Riktig!|Ikke helt"))
    expect(svar).to_contain_text("Spørsmål 2 av 2")
    svar = _velg(p, "B")
    expect(svar).to_contain_text("Leksjon 1 er ferdig")
    for_ = p.locator(".melding--los").count()
    svar.get_by_role("button", name="Neste leksjon").click()
    expect(_neste(p, for_)).to_contain_text("Leksjon 2 av 9")


def test_en_hel_quiz_og_framgangen_dagen_etter(side: Side, stabel: Stabel) -> None:
    p = side.page
    svar = _skriv(p, "quiz meg")
    utfall = []
    for nr in range(1, 11):
        expect(svar).to_contain_text(f"Spørsmål {nr} av 10")
        svar = _velg(p, "AB"[nr % 2])
        tekst = svar.inner_text()
        utfall.append("Riktig!" in tekst)
        assert utfall[-1] or "Ikke helt." in tekst
    rette = sum(utfall)
    assert rette < 10, "ten right answers by pressing the same letters"
    expect(svar).to_contain_text(f"Du fikk {rette} av 10 riktige")
    assert svar.inner_text().count("→") == 10 - rette
    expect(svar.get_by_role("button", name="Ta feilene på nytt")).to_be_visible()
    _dagen_etter(p, stabel)
    p.reload()
    svar = _skriv(p, "hvordan ligger jeg an?")
    expect(svar).to_contain_text(f"{rette} av 10 spørsmål")
    expect(svar).to_contain_text(f"{10 - rette} spørsmål er klare for repetisjon")
    for_ = p.locator(".melding--los").count()
    svar.get_by_role("button", name="Repeter nå").click()
    expect(_neste(p, for_)).to_contain_text("Spørsmål 1 av 10")


def test_et_sporsmal_midt_i_quizen(side: Side) -> None:
    p = side.page
    _skriv(p, "quiz meg om KVP")
    svar = _skriv(p, "Hva er mentortilskudd?")
    expect(svar).to_contain_text("Mentortilskudd")
    for_ = p.locator(".melding--los").count()
    svar.get_by_role("button", name="Fortsett quizen").click()
    expect(_neste(p, for_)).to_contain_text("Spørsmål 1 av 10")
