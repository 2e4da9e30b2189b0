"""Signing in through the provider to an answer, signing out, and the chat on another site with sign-in on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.kanaler.tilgang.verden import Stengt
from tests.web.conftest import Tjener, kjor_stengt, spor
from tests.web.eksempel import SPORSMAL
from tests.web.test_innbygging import Fremmed
from tests.web.test_tilgjengelighet import brudd


@dataclass
class Innlogget:
    """A browser of its own with one page, the front and the provider."""

    page: Page
    kontekst: BrowserContext
    tjener: Tjener
    s: Stengt
    klager: list[str]


@pytest.fixture
def fremmed() -> Iterator[Fremmed]:
    f = Fremmed()
    yield f
    f.stopp()


@pytest.fixture
def i(nettleser: Browser, fremmed: Fremmed) -> Iterator[Innlogget]:
    klager: list[str] = []
    for tjener, s in kjor_stengt(innbygging=(fremmed.opphav,)):
        kontekst = nettleser.new_context(viewport={"width": 1200, "height": 900}, locale="nb-NO")
        kontekst.set_default_timeout(5000)
        kontekst.on("console", lambda m: klager.append(m.text) if m.type in ("error", "warning") else None)
        yield Innlogget(kontekst.new_page(), kontekst, tjener, s, klager)
        kontekst.close()
        # Chromium itself reports a refused request; anything else is a fault
        assert all("Failed to load resource" in k and ("401" in k or "403" in k) for k in klager), klager


def historie(page: Page) -> list[str]:
    return list(page.evaluate("Object.keys(localStorage).filter((n) => n.startsWith('tiltakslosen:samtale:'))"))


def test_innlogging_til_svar_og_utlogging(i: Innlogget) -> None:
    p = i.page
    p.goto(i.tjener.adresse)
    assert [u["response_type"] for u in i.s.utsteder.spurt] == ["code"]
    spor(p, SPORSMAL)
    expect(p.locator(".kort").first).to_be_visible()
    ((nokkel, _),) = i.tjener.v.rasa.mottatt
    assert nokkel.startswith("web-")
    assert len(historie(p)) == 1
    # nothing a script could read gives access
    assert p.evaluate("document.cookie") == ""
    assert "eyJ" not in p.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert p.evaluate("document.documentElement.scrollHeight <= innerHeight")
    # a second message, and a reload with the conversation still there
    spor(p, "farlig")
    expect(p.locator(".innslag")).to_have_count(2)
    p.reload()
    expect(p.locator(".innslag")).to_have_count(2)
    assert len({n for n, _ in i.tjener.v.rasa.mottatt}) == 1
    assert brudd(p) == []
    p.get_by_role("button", name="Logg ut").click()
    expect(p.get_by_role("heading", name="Du er logget ut")).to_be_visible()
    assert historie(p) == []
    assert brudd(p) == []
    expect(p.get_by_role("link", name="Logg ut av kontoen også")).to_be_visible()
    # somebody else on the same machine finds nothing of it
    i.s.utsteder.bruker = "bo"
    p.get_by_role("link", name="Logg inn").click()
    expect(p.get_by_label("Skriv spørsmålet ditt")).to_be_visible()
    expect(p.locator(".innslag")).to_have_count(0)


def test_en_annen_bruker_finner_ikke_samtalene_i_nettleseren_selv_uten_utlogging(i: Innlogget) -> None:
    p = i.page
    p.goto(i.tjener.adresse)
    spor(p, SPORSMAL)
    expect(p.locator(".kort").first).to_be_visible()
    i.kontekst.clear_cookies()
    i.s.utsteder.bruker = "bo"
    p.reload()
    expect(p.get_by_label("Skriv spørsmålet ditt")).to_be_visible()
    expect(p.locator(".innslag")).to_have_count(0)
    assert historie(p) == []


def test_okten_gar_ut_midt_i_samtalen(i: Innlogget) -> None:
    """The message waits while a window signs in, and is answered in the same conversation."""
    p = i.page
    p.goto(i.tjener.adresse)
    spor(p, SPORSMAL)
    expect(p.locator(".kort").first).to_be_visible()
    with p.context.expect_page():
        # both the session and the token are gone
        i.kontekst.clear_cookies()
        p.route(
            "**/api/v1/messages", lambda r: r.continue_(headers={**r.request.headers, "authorization": ""}), times=1
        )
        spor(p, "farlig")
    expect(p.locator(".innslag")).to_have_count(2)
    expect(p.locator(".varsel")).to_have_count(0)
    assert len({n for n, _ in i.tjener.v.rasa.mottatt}) == 1


@pytest.fixture
def fremmed_side(i: Innlogget, fremmed: Fremmed) -> Page:
    """The chat on another site, strict CSP."""
    rot = i.tjener.adresse.rstrip("/")
    fremmed.csp = f"default-src 'none'; img-src data:; script-src {rot}; connect-src {rot}; require-trusted-types-for 'script'; trusted-types lit-html dompurify"
    fremmed.hode = f'<link rel="icon" href="data:,"><script src="{rot}/tiltakslosen-chat.js" defer></script>'
    fremmed.kropp = "<main><h1>Intranett</h1></main>"
    i.page.goto(fremmed.opphav)
    i.page.get_by_role("button", name="Spør Tiltakslosen").click()
    return i.page


def test_paa_et_annet_nettsted_logger_et_vindu_inn(i: Innlogget, fremmed_side: Page) -> None:
    p = fremmed_side
    with p.context.expect_page() as vindu:
        spor(p, SPORSMAL)
    expect(p.locator(".kort").first).to_be_visible()
    assert vindu.value.is_closed()
    spor(p, "farlig")
    expect(p.locator(".innslag")).to_have_count(2)
    assert len(i.s.utsteder.spurt) == 1, "signed in once"
    assert "eyJ" not in p.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    # no cookie of the service reached the other site's page
    assert p.evaluate("document.cookie") == ""


def test_lukkes_vinduet_star_meldingen_igjen_og_kan_sendes_pa_nytt(i: Innlogget, fremmed_side: Page) -> None:
    p = fremmed_side
    i.s.utsteder.nekter = True
    with p.context.expect_page() as vindu:
        spor(p, SPORSMAL)
    expect(vindu.value.get_by_role("heading", name="Du er ikke logget inn")).to_be_visible()
    assert brudd(vindu.value) == []
    vindu.value.close()
    expect(p.locator(".varsel")).to_contain_text("Du må logge inn")
    assert brudd(p) == []
    i.s.utsteder.nekter = False
    p.get_by_role("button", name="Prøv igjen").click()
    expect(p.locator(".kort").first).to_be_visible()


def test_bare_siden_som_apnet_vinduet_og_star_pa_lista_far_token(i: Innlogget, fremmed: Fremmed) -> None:
    """A page that opens the window in another's name hears nothing."""
    i.page.goto(i.tjener.adresse)
    ond = Fremmed()
    try:
        ond.hode = '<link rel="icon" href="data:,">'
        p = i.kontekst.new_page()
        p.goto(ond.opphav)
        rot = i.tjener.adresse.rstrip("/")
        p.evaluate("window.hort = []; addEventListener('message', (h) => hort.push(h.data))")
        with p.context.expect_page() as vindu:
            p.evaluate(f"void open('{rot}/logg-inn/vindu?opphav={fremmed.opphav}')")
        if not vindu.value.is_closed():
            vindu.value.wait_for_event("close")
        assert p.evaluate("hort") == []
    finally:
        ond.stopp()
    i.klager[:] = [k for k in i.klager if "postMessage" not in k]


def test_den_enkle_siden_kan_ogsa_brukes_innlogget(i: Innlogget) -> None:
    p = i.page
    p.goto(i.tjener.adresse)
    p.goto(f"{i.tjener.adresse}web/enkel.html")
    p.get_by_label("Skriv spørsmålet ditt").fill("hei")
    p.keyboard.press("Enter")
    expect(p.get_by_role("log")).to_contain_text("Du spurte: hei")
