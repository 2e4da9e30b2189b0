"""The real page against the real processes, in Chromium. The page on its own is tested in tests/web."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.conftest import Side

APNING = "Hvilke Nav-tiltak passer for en deltaker på A2 i måned 4?"


def siste(page: Page, antall: int) -> Locator:
    """The newest answer, once there are `antall` of them."""
    svar = page.locator(".melding--los")
    expect(svar).to_have_count(antall)
    return svar.last


def test_apningen_og_et_valg(side: Side) -> None:
    p = side.page
    p.get_by_role("button", name=APNING).click()
    svar = siste(p, 1)
    expect(svar).to_contain_text("§ 14 a")
    assert svar.locator("article").count() >= 8
    expect(svar.locator(".grunnlag")).to_contain_text("A2 · måned 4")
    expect(svar).to_contain_text("Hvilken utdanning har deltakeren fullført")
    expect(svar.locator(".kilder")).to_contain_text("integreringsloven")
    svar.get_by_role("button", name="Videregående", exact=True).click()
    neste = siste(p, 2)
    expect(neste.locator(".grunnlag")).to_contain_text("videregående")
    expect(neste).to_contain_text("15 timer")
    expect(p.locator(".valg-brukt").first).to_contain_text("Videregående")
    expect(p.get_by_label("Skriv spørsmålet ditt")).to_be_focused()


def test_begrunnelsene_kan_apnes(side: Side) -> None:
    p = side.page
    p.get_by_role("button", name=APNING).click()
    kort = siste(p, 1).locator("article").filter(has_text="Mentortilskudd").first
    kort.locator("summary").click()
    slag = kort.get_by_role("heading", level=5).all_text_contents()
    assert {"Lov", "Praksis"} <= set(slag)
    lenke = kort.get_by_role("link").first
    adresse = lenke.get_attribute("href")
    assert adresse is not None
    assert adresse.startswith("https://")


def test_bare_tastatur(side: Side) -> None:
    """From the field to a choice and its answer without a mouse."""
    p = side.page
    expect(p.get_by_label("Skriv spørsmålet ditt")).to_be_focused()
    p.keyboard.type("Hva passer for en på A2, måned 4 i intro?")
    p.keyboard.press("Enter")
    siste(p, 1)
    valg = p.locator(".valg button").first
    expect(valg).to_be_visible()
    for _ in range(400):
        p.keyboard.press("Shift+Tab")
        if valg.evaluate("e => e === document.activeElement"):
            break
    else:
        raise AssertionError("ingen vei til valgene med tabulator")
    p.keyboard.press("Enter")
    siste(p, 2)
    expect(p.get_by_label("Skriv spørsmålet ditt")).to_be_focused()
    p.keyboard.type("hvorfor ikke KVP?")
    p.keyboard.press("Enter")
    expect(siste(p, 3)).to_contain_text("Kvalifiseringsprogrammet")


def test_ingen_raverdier_pa_skjermen(side: Side) -> None:
    """Cards are built from the payload: no fact name or value of ours may show through."""
    p = side.page
    p.get_by_label("Skriv spørsmålet ditt").fill(
        "Hvilke tiltak passer for en ukrainsk kvinne på 29 i KVP med høyere utdanning?"
    )
    p.keyboard.press("Enter")
    svar = siste(p, 1)
    p.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    tekst = svar.inner_text()
    for ravare in ("kollektiv_beskyttelse", "None", "undefined", "[object", "null", "hoyere", "_nn"):
        assert ravare not in tekst, tekst[max(0, tekst.index(ravare) - 60) :][:120]


def test_nynorsk_er_merket(side: Side) -> None:
    p = side.page
    p.get_by_role("button", name="Kva tiltak finst for ein på A1 i månad 2?").click()
    svar = siste(p, 1)
    expect(svar.locator("[lang='nn']").first).to_be_visible()
    expect(svar.locator(".grunnlag")).to_contain_text("A1")


def test_samtalen_slettes_fra_siden(side: Side) -> None:
    p = side.page
    p.get_by_role("button", name=APNING).click()
    siste(p, 1)
    p.get_by_role("button", name="Slett samtalen").click()
    p.get_by_role("dialog").get_by_role("button", name="Slett samtalen").click()
    expect(p.locator("#start")).to_be_visible()
    p.get_by_label("Skriv spørsmålet ditt").fill("Hva vet du om deltakeren?")
    p.keyboard.press("Enter")
    expect(siste(p, 1)).not_to_contain_text("A2")


def test_smal_skjerm(side: Side) -> None:
    p = side.page
    p.set_viewport_size({"width": 320, "height": 640})
    p.get_by_role("button", name="Hva er forskjellen på midlertidig lønnstilskudd og mentortilskudd?").click()
    expect(siste(p, 1)).to_contain_text("Mentortilskudd")
    assert p.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_tallene_i_svaret_er_tallene_pa_kortene(side: Side) -> None:
    """The headline counts and the headings of the cards tell the same story."""
    p = side.page
    p.get_by_role("button", name=APNING).click()
    svar = siste(p, 1)
    grupper = " ".join(svar.locator(".tiltak__gruppe").all_text_contents())
    overskrift = svar.locator("strong").first.text_content() or ""
    pa_kort = bool(re.search(r"Passer \(\d+\)", grupper))
    i_tekst = bool(re.search(r"\d+ passer(?! ikke| hvis)", overskrift))
    assert pa_kort == i_tekst, (overskrift, grupper)
