"""The real page against the real processes, in Chromium. The page on its own is tested in tests/web."""

from __future__ import annotations

import json
import re

from playwright.sync_api import Browser, Locator, Page, expect

from tests.conftest import Side

ROT = "document.querySelector('tiltakslosen-chat').shadowRoot"
APNING = "Hvilke Nav-tiltak passer for en deltaker på A2 i måned 4?"


def siste(page: Page, antall: int) -> Locator:
    """The newest answer, once there are `antall` of them."""
    svar = page.locator(".melding--los")
    expect(svar).to_have_count(antall)
    return svar.last


def antall_tiltak(svar: Locator) -> int:
    """How many measures the answer has, folded ones too: the sum of what the groups' headings say."""
    return sum(int(n) for n in re.findall(r"\((\d+)\)", " ".join(svar.locator(".tiltak__gruppe").all_text_contents())))


def test_apningen_og_et_valg(side: Side) -> None:
    p = side.page
    p.get_by_role("button", name=APNING).click()
    svar = siste(p, 1)
    expect(svar).to_contain_text("§ 14 a")
    assert antall_tiltak(svar) >= 8
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
    expect(kort.get_by_role("heading", level=5).first).to_be_visible()
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
        if valg.evaluate("e => e === e.getRootNode().activeElement"):
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
    p.evaluate(f"{ROT}.querySelectorAll('details').forEach((d) => {{ d.open = true; }})")
    expect(svar.locator(".grunn").first).to_be_visible()
    tekst = svar.inner_text()
    for ravare in ("kollektiv_beskyttelse", "None", "undefined", "[object", "null", "hoyere", "_nn"):
        assert ravare not in tekst, tekst[max(0, tekst.index(ravare) - 60) :][:120]


def test_nynorsk_er_merket(side: Side) -> None:
    p = side.page
    p.get_by_label("Skriv spørsmålet ditt").fill("Kva tiltak finst for ein på A1 i månad 2?")
    p.keyboard.press("Enter")
    svar = siste(p, 1)
    expect(svar.locator("[lang='nn']").first).to_be_visible()
    expect(svar.locator(".grunnlag")).to_contain_text("A1")


def test_samtalen_slettes_fra_siden(side: Side) -> None:
    p = side.page
    p.get_by_role("button", name=APNING).click()
    siste(p, 1)
    p.get_by_role("button", name="Slett samtalen").click()
    p.get_by_role("dialog").get_by_role("button", name="Slett samtalen").click()
    expect(p.locator(".start")).to_be_visible()
    p.get_by_label("Skriv spørsmålet ditt").fill("Hva vet du om deltakeren?")
    p.keyboard.press("Enter")
    expect(siste(p, 1)).not_to_contain_text("A2")


def test_smal_skjerm(side: Side) -> None:
    p = side.page
    p.set_viewport_size({"width": 320, "height": 640})
    p.get_by_label("Skriv spørsmålet ditt").fill("Hva er forskjellen på midlertidig lønnstilskudd og mentortilskudd?")
    p.keyboard.press("Enter")
    expect(siste(p, 1)).to_contain_text("Mentortilskudd")
    assert p.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_tallene_i_svaret_er_tallene_pa_kortene(side: Side) -> None:
    """The counts in the text and the headings of the cards tell the same story."""
    p = side.page
    p.get_by_role("button", name=APNING).click()
    svar = siste(p, 1)
    grupper = " ".join(svar.locator(".tiltak__gruppe").all_text_contents())
    lagret = p.evaluate("Object.values(localStorage).filter((v) => v.includes('innslag'))")
    (overskrift,) = re.findall(r"\*\*[^*]+: (\d+ [^*]+)\*\*", json.loads(lagret[0])["innslag"][0]["svar"][0]["text"])[
        :1
    ]
    pa_kort = bool(re.search(r"Passer \(\d+\)", grupper))
    i_tekst = bool(re.search(r"\d+ passer(?! ikke| hvis)", overskrift))
    assert pa_kort == i_tekst, (overskrift, grupper)


def brikker(page: Page) -> list[str]:
    """The chips as they read."""
    return [t.split(": ", 1)[-1].strip() for t in page.locator(".brikke__tekst").all_text_contents()]


def test_chipene_endrer_profilen_og_svaret_kommer_pa_nytt(side: Side) -> None:
    p = side.page
    p.get_by_role("button", name=APNING).click()
    siste(p, 1)
    assert brikker(p) == ["A2", "måned 4"]
    p.locator("[data-faktum=norskniva]").click()
    p.get_by_role("button", name="B1", exact=True).click()
    svar = siste(p, 2)
    expect(svar.locator(".grunnlag")).to_contain_text("B1 · måned 4")
    assert antall_tiltak(svar) >= 8
    p.locator("[data-faktum=programmaned]").click()
    p.get_by_label("Ny verdi for måned i programmet").fill("9")
    p.keyboard.press("Enter")
    expect(siste(p, 3).locator(".grunnlag")).to_contain_text("B1 · måned 9")
    p.get_by_role("button", name="Fjern B1").click()
    expect(siste(p, 4).locator(".grunnlag")).to_contain_text("måned 9")
    assert brikker(p) == ["måned 9"]
    p.get_by_role("button", name="Legg til").click()
    p.get_by_role("button", name="alder", exact=True).click()
    p.get_by_label("Ny verdi for alder").fill("34")
    p.keyboard.press("Enter")
    siste(p, 5)
    assert brikker(p) == ["måned 9", "34 år"]


def test_en_regel_spurt_om_i_sin_alminnelighet_endrer_ikke_chipene(side: Side) -> None:
    p = side.page
    p.get_by_role("button", name=APNING).click()
    siste(p, 1)
    p.get_by_label("Skriv spørsmålet ditt").fill("Hvor lenge kan en uten videregående gå i intro?")
    p.keyboard.press("Enter")
    siste(p, 2)
    assert brikker(p) == ["A2", "måned 4"]


def test_tilbakemelding_lagres(side: Side) -> None:
    p = side.page
    p.get_by_role("button", name=APNING).click()
    siste(p, 1)
    p.get_by_role("button", name="Ikke nyttig").click()
    p.get_by_label("Det mangler noe vesentlig").check()
    p.get_by_role("button", name="Send tilbakemelding").click()
    expect(p.locator(".kvittering")).to_have_text("Takk for tilbakemeldingen.")


def test_to_personer_ser_aldri_hverandres_samtale(side: Side, nettleser: Browser) -> None:
    """Two browsers, the same server, turn about."""
    p = side.page
    annen = nettleser.new_context(locale="nb-NO").new_page()
    annen.goto(p.url)
    for n in range(3):
        for page, niva in ((p, "A1"), (annen, "B2")):
            page.get_by_label("Skriv spørsmålet ditt").fill(
                f"Hvilke tiltak passer for en på {niva} i måned 5?" if n == 0 else "Hva vet du om deltakeren?"
            )
            page.keyboard.press("Enter")
            siste(page, n + 1)
    for page, egen, fremmed in ((p, "A1", "B2"), (annen, "B2", "A1")):
        tekst = siste(page, 3).inner_text()
        assert egen in tekst
        assert fremmed not in tekst
        assert brikker(page) == [egen, "måned 5"]
    annen.get_by_role("button", name="Slett samtalen").click()
    annen.get_by_role("dialog").get_by_role("button", name="Slett samtalen").click()
    expect(annen.locator(".start")).to_be_visible()
    p.get_by_label("Skriv spørsmålet ditt").fill("Hva vet du om deltakeren?")
    p.keyboard.press("Enter")
    expect(siste(p, 4)).to_contain_text("A1")
    annen.context.close()


def test_et_omskrevet_sporsmal_etterlater_ingenting(side: Side) -> None:
    """What only the old wording told is gone: from the chips, from the answer and from what is known."""
    p = side.page
    felt = p.get_by_label("Skriv spørsmålet ditt")
    felt.fill("Deltakeren er på A2")
    p.keyboard.press("Enter")
    siste(p, 1)
    felt.fill("Deltakeren er 34 år og har fagbrev. Hvilke Nav-tiltak passer?")
    p.keyboard.press("Enter")
    siste(p, 2)
    assert set(brikker(p)) == {"A2", "34 år", "utdanning: fagbrev"}
    p.get_by_role("button", name="Endre spørsmålet").click()
    felt.fill("Deltakeren er 43 år. Hvilke Nav-tiltak passer?")
    p.keyboard.press("Enter")
    expect(siste(p, 3).locator(".grunnlag")).to_contain_text("43 år")
    assert set(brikker(p)) == {"A2", "43 år"}
    felt.fill("Hva vet du om deltakeren?")
    p.keyboard.press("Enter")
    expect(siste(p, 4)).not_to_contain_text("fagbrev")


def test_deltakeren_star_der_ogsa_etter_et_svar_om_noe_annet(side: Side) -> None:
    p = side.page
    p.get_by_role("button", name=APNING).click()
    siste(p, 1)
    for nr, sporsmal in enumerate(("Hvordan kombinerer andre norsk og praksis?", "Quiz meg om tiltakene", "hei"), 2):
        p.get_by_label("Skriv spørsmålet ditt").fill(sporsmal)
        p.keyboard.press("Enter")
        siste(p, nr)
        assert brikker(p) == ["A2", "måned 4"], sporsmal
