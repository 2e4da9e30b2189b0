"""The chips: what they show, and how they are changed."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.conftest import Side
from tests.web.conftest import AKTIV, Tjener, spor
from tests.web.eksempel import SPORSMAL


def test_chipene_viser_det_svaret_bygger_pa(side: Side) -> None:
    p = side.page
    expect(p.locator(".profil")).to_have_count(0)
    spor(p, SPORSMAL)
    expect(p.locator(".brikke__tekst")).to_have_text(
        [
            "Endre norsknivå: A2",
            "Endre måned i programmet: måned 4",
            "Endre registrert som arbeidssøker: ikke registrert som arbeidssøker",
        ]
    )
    # a rule asked about in general is no news of the participant
    spor(p, "langt")
    expect(p.locator(".melding--los")).to_have_count(2)
    expect(p.locator(".brikke")).to_have_count(4)


def test_a_endre_et_valg_sender_det_og_fokus_blir(side: Side, tjener: Tjener) -> None:
    p = side.page
    spor(p, SPORSMAL)
    p.locator("[data-faktum=norskniva]").click()
    valgt = p.get_by_role("button", name="✓ A2")
    expect(valgt).to_be_focused()
    expect(valgt).to_have_attribute("aria-pressed", "true")
    p.get_by_role("button", name="B1", exact=True).click()
    expect(p.locator(".melding--profil")).to_contain_text("Endret i profilen: Nei, B1")
    expect(p.locator(".melding--los")).to_have_count(2)
    assert [t for _, t in tjener.v.rasa.mottatt] == [SPORSMAL, "Nei, B1"]
    expect(p.get_by_label("Skriv spørsmålet ditt")).to_be_focused()


def test_a_fjerne_og_legge_til(side: Side, tjener: Tjener) -> None:
    p = side.page
    spor(p, SPORSMAL)
    p.get_by_role("button", name="Fjern måned 4").click()
    expect(p.locator(".melding--los")).to_have_count(2)
    spor(p, SPORSMAL)
    expect(p.locator(".melding--los")).to_have_count(3)
    p.get_by_role("button", name="Legg til").click()
    p.get_by_role("group", name="Hva vil du legge til?").get_by_role("button", name="alder", exact=True).click()
    felt = p.get_by_label("Ny verdi for alder")
    expect(felt).to_be_focused()
    felt.fill("7")
    p.keyboard.press("Enter")
    assert len(tjener.v.rasa.mottatt) == 3, "an age no participant has must not be sent"
    felt.fill("34")
    p.keyboard.press("Enter")
    expect(p.locator(".melding--los")).to_have_count(4)
    assert [t for _, t in tjener.v.rasa.mottatt[1::2]] == ["Glem måneden", "Nei, 34 år"]


def test_escape_lukker_og_gir_fokus_tilbake(side: Side) -> None:
    p = side.page
    spor(p, SPORSMAL)
    p.locator("[data-faktum=programmaned]").focus()
    p.keyboard.press("Enter")
    expect(p.get_by_label("Ny verdi for måned i programmet")).to_be_focused()
    p.keyboard.press("Escape")
    expect(p.locator(".endring")).to_be_hidden()
    assert p.evaluate(f"{AKTIV}.dataset.faktum") == "programmaned"
