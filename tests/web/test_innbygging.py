"""The component on somebody else's page: one script tag, a strict CSP, hostile CSS, and only where it is allowed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Side
from tests.web.conftest import AKTIV, Tjener, kjor_front
from tests.web.eksempel import SPORSMAL
from tests.web.test_tilgjengelighet import brudd

_FIENDTLIG = """
* { all: revert; color: red !important; font-size: 3px !important; display: block !important; visibility: hidden !important; }
html { font-size: 40%; letter-spacing: 9px; direction: rtl; text-transform: uppercase; }
button, textarea, h1, p, li { transform: rotate(180deg) !important; opacity: 0 !important; pointer-events: none !important; }
:root { --r: 2px; --0: red; --ax-text-neutral: red; }
"""


class Fremmed:
    """A page of another origin, as an intranet would have it: its head, its body, its CSP."""

    def __init__(self) -> None:
        self.hode, self.kropp, self.csp = "", "", ""
        ytre = self

        class Svarer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                side = f'<!doctype html><html lang="no"><head><meta charset="utf-8"><title>Intranett</title>{ytre.hode}</head><body>{ytre.kropp}</body></html>'
                self.send_response(200 if self.path == "/" else 404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                if ytre.csp:
                    self.send_header("Content-Security-Policy", ytre.csp)
                self.end_headers()
                self.wfile.write(side.encode() if self.path == "/" else b"")

            def log_message(self, *_: object) -> None:
                return

        self._tjener = ThreadingHTTPServer(("127.0.0.1", 0), Svarer)
        self.opphav = f"http://127.0.0.1:{self._tjener.server_address[1]}"
        threading.Thread(target=self._tjener.serve_forever, daemon=True).start()

    def stopp(self) -> None:
        self._tjener.shutdown()
        self._tjener.server_close()


@pytest.fixture
def fremmed() -> Iterator[Fremmed]:
    f = Fremmed()
    yield f
    f.stopp()


@pytest.fixture
def vert(fremmed: Fremmed) -> Iterator[Tjener]:
    """A front that lets the foreign page have the chat."""
    yield from kjor_front(innbygging=(fremmed.opphav,))


@pytest.fixture
def fremmed_side(nettleser: Browser, fremmed: Fremmed, vert: Tjener) -> Iterator[Side]:
    """The foreign page, not opened yet; complaints of the browser fail the test."""
    rot = vert.adresse.rstrip("/")
    fremmed.csp = (
        f"default-src 'none'; script-src {rot}; connect-src {rot}; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types lit-html dompurify"
    )
    fremmed.hode = f'<link rel="icon" href="data:,"><script src="{rot}/tiltakslosen-chat.js" defer></script>'
    kontekst = nettleser.new_context(viewport={"width": 1200, "height": 900}, locale="nb-NO")
    page = kontekst.new_page()
    page.set_default_timeout(5000)
    klager: list[str] = []
    page.on("console", lambda m: klager.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda feil: klager.append(str(feil)))
    yield Side(page, klager)
    kontekst.close()
    assert [k for k in klager if "favicon" not in k and "data:," not in k] == []


def _still(p: Page) -> None:
    p.get_by_label("Skriv spørsmålet ditt").fill(SPORSMAL)
    p.keyboard.press("Enter")
    expect(p.locator(".kort").first).to_be_visible()


def test_en_skripttagg_gir_en_knapp_som_apner_og_lukker(fremmed_side: Side, fremmed: Fremmed) -> None:
    p = fremmed_side.page
    fremmed.kropp = "<main><h1>Intranett</h1><p>Velkommen.</p></main>"
    p.goto(fremmed.opphav)
    knapp = p.get_by_role("button", name="Spør Tiltakslosen")
    knapp.focus()
    p.keyboard.press("Enter")
    expect(p.get_by_role("dialog", name="Tiltakslosen")).to_be_visible()
    expect(p.get_by_label("Skriv spørsmålet ditt")).to_be_focused()
    _still(p)
    assert brudd(p) == []
    p.keyboard.press("Escape")
    expect(p.get_by_role("dialog")).to_have_count(0)
    expect(knapp).to_be_focused()
    assert brudd(p) == []
    knapp.click()
    expect(p.locator(".kort").first).to_be_visible()


@pytest.mark.parametrize("kropp", ["", "<main><p>Over</p><tiltakslosen-chat></tiltakslosen-chat></main>"])
def test_et_langt_svar_ruller_bare_inni_seg_selv(fremmed_side: Side, fremmed: Fremmed, kropp: str) -> None:
    p = fremmed_side.page
    fremmed.kropp = kropp + "<p>Under</p>" * 100
    p.goto(fremmed.opphav)
    if not kropp:
        p.get_by_role("button", name="Spør Tiltakslosen").click()
    _still(p)
    _still(p)
    expect(p.locator(".melding--los")).to_have_count(2)
    p.wait_for_timeout(600)
    assert p.evaluate("scrollY") == 0
    panel, topp, skriv, siste = (
        p.locator(v).last.bounding_box() for v in (".panel", ".topp", ".skriv", ".melding--du")
    )
    assert panel is not None
    assert topp is not None
    assert skriv is not None
    assert siste is not None
    assert abs(topp["y"] - panel["y"]) <= 2
    assert abs(skriv["y"] + skriv["height"] - panel["y"] - panel["height"]) <= 2
    assert topp["y"] < siste["y"] < skriv["y"], "the newest question is in view"


def test_escape_lukker_det_overste_forst(fremmed_side: Side, fremmed: Fremmed) -> None:
    p = fremmed_side.page
    p.goto(fremmed.opphav)
    p.get_by_role("button", name="Spør Tiltakslosen").click()
    p.get_by_role("button", name="Meny", exact=True).click()
    expect(p.locator(".meny")).to_be_visible()
    p.keyboard.press("Escape")
    expect(p.locator(".meny")).to_have_count(0)
    expect(p.get_by_role("dialog", name="Tiltakslosen")).to_be_visible()
    assert p.evaluate(f"{AKTIV}.id") == "meny-knapp"
    p.keyboard.press("Escape")
    expect(p.get_by_role("dialog")).to_have_count(0)


def test_som_felt_pa_siden_med_fiendtlig_css(fremmed_side: Side, fremmed: Fremmed) -> None:
    """What the page's own styles say of everything does not reach what is inside."""
    p = fremmed_side.page
    p.add_init_script(
        "addEventListener('DOMContentLoaded', () => { const s = new CSSStyleSheet();"
        f"s.replaceSync({_FIENDTLIG!r}); document.adoptedStyleSheets = [s]; }});"
    )
    fremmed.kropp = "<main><h1>Intranett</h1><tiltakslosen-chat></tiltakslosen-chat></main>"
    p.goto(fremmed.opphav)
    _still(p)
    stil = p.locator(".kort h4").first.evaluate(
        "(e) => { const s = getComputedStyle(e); return [s.color, s.visibility, s.direction, s.textTransform, s.letterSpacing, s.opacity, s.transform]; }"
    )
    assert stil == ["rgb(32, 39, 51)", "visible", "ltr", "none", "normal", "1", "none"]
    assert p.locator(".kort h4").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)") >= 16
    p.locator("summary").first.click()
    expect(p.locator(".grunn").first).to_be_visible()
    assert p.locator("tiltakslosen-chat").evaluate("e => e.offsetHeight") >= 400


def test_den_forstyrrer_ikke_siden_den_star_pa(fremmed_side: Side, fremmed: Fremmed) -> None:
    p = fremmed_side.page
    fremmed.kropp = (
        "<main><h1>Intranett</h1><button class='knapp'>Vår</button><tiltakslosen-chat></tiltakslosen-chat></main>"
    )
    p.goto(fremmed.opphav)
    for_ = p.get_by_role("button", name="Vår").evaluate("e => getComputedStyle(e).backgroundColor")
    _still(p)
    assert p.get_by_role("button", name="Vår").evaluate("e => getComputedStyle(e).backgroundColor") == for_
    assert p.evaluate("Object.keys(window).filter((n) => /tiltak/i.test(n))") == []
    assert p.evaluate("document.head.querySelectorAll('style').length") == 0


@pytest.mark.parametrize("bredde", [320, 375])
def test_pa_telefon_fyller_den_skjermen(fremmed_side: Side, fremmed: Fremmed, bredde: int) -> None:
    p = fremmed_side.page
    p.set_viewport_size({"width": bredde, "height": 640})
    p.goto(fremmed.opphav)
    p.get_by_role("button", name="Spør Tiltakslosen").click()
    _still(p)
    boks = p.locator(".panel").bounding_box()
    assert boks == {"x": 0, "y": 0, "width": bredde, "height": 640}
    assert p.locator(".rull").evaluate("e => e.scrollWidth <= e.clientWidth")


def test_et_nettsted_som_ikke_star_pa_lista_slipper_ikke_til(
    nettleser: Browser, fremmed: Fremmed, tjener: Tjener
) -> None:
    fremmed.hode = f'<script src="{tjener.adresse}tiltakslosen-chat.js" defer></script>'
    fremmed.kropp = "<tiltakslosen-chat></tiltakslosen-chat>"
    kontekst = nettleser.new_context(locale="nb-NO")
    p = kontekst.new_page()
    p.goto(fremmed.opphav)
    p.get_by_label("Skriv spørsmålet ditt").fill("hei")
    p.keyboard.press("Enter")
    expect(p.locator(".varsel")).to_contain_text("Får ikke kontakt med tjenesten")
    kode = p.evaluate(
        "(rot) => fetch(rot + 'api/v1/messages', { method: 'POST', mode: 'no-cors', body: '{\"conversation_id\": \"x\", \"text\": \"hei\"}' }).then((r) => r.type, () => 'nektet')",
        tjener.adresse,
    )
    assert kode in ("opaque", "nektet")
    assert tjener.v.rasa.mottatt == [], "a page that is not on the list must not reach the assistant"
    kontekst.close()
