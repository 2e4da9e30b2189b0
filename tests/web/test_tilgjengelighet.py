"""axe-core in every state of the page, and what axe cannot see: zoom, forced focus order, languages of parts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Side
from tests.web.conftest import AKTIV, ROT, ROTMAPPE, Tjener, glem_ventet, spor
from tests.web.eksempel import SPORSMAL

AXE = ROTMAPPE / "bot" / "web" / "node_modules" / "axe-core" / "axe.min.js"
_KJOR = """async () => (await axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
})).violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.flat().join(" ") + " " + (n.any[0]?.message ?? "")).slice(0, 4).join(" | ")}`)"""


def brudd(page: Page, axe: Path = AXE) -> list[str]:
    """What axe finds wrong with the page as it stands."""
    page.evaluate(axe.read_text(encoding="utf-8"))
    funn: list[str] = page.evaluate(_KJOR)
    return funn


def _anbefaling(p: Page) -> None:
    spor(p, SPORSMAL)
    expect(p.locator(".kort").first).to_be_visible()


def _apnet(p: Page) -> None:
    _anbefaling(p)
    for knapp in ("Vis alle 34", "Vis alle 7"):
        p.get_by_role("button", name=knapp).click()
    p.locator("summary").first.click()
    expect(p.locator(".grunn").first).to_be_visible()


def _chip(p: Page) -> None:
    _anbefaling(p)
    p.locator("[data-faktum=norskniva]").click()
    expect(p.locator(".endring")).to_be_visible()


def _tall(p: Page) -> None:
    _anbefaling(p)
    p.locator("[data-faktum=programmaned]").click()
    expect(p.locator(".endring input")).to_be_focused()


def _ny_opplysning(p: Page) -> None:
    _anbefaling(p)
    p.locator("[data-faktum='+']").click()
    expect(p.locator(".endring")).to_be_visible()


def _meny(p: Page) -> None:
    _anbefaling(p)
    p.get_by_role("button", name="Meny", exact=True).click()
    expect(p.locator(".meny")).to_be_visible()


def _slett(p: Page) -> None:
    _anbefaling(p)
    p.get_by_role("button", name="Slett samtalen").click()
    expect(p.get_by_role("dialog")).to_be_visible()


def _tilbakemelding(p: Page) -> None:
    _anbefaling(p)
    p.get_by_role("button", name="Ikke nyttig").click()
    expect(p.locator(".tilbakemelding")).to_be_visible()


def _redigerer(p: Page) -> None:
    _anbefaling(p)
    p.get_by_role("button", name="Endre spørsmålet").click()
    expect(p.locator(".skriv__redigerer")).to_be_visible()


def _endret(p: Page) -> None:
    _redigerer(p)
    p.keyboard.press("Enter")
    expect(p.locator(".erstattet")).to_be_visible()
    p.locator(".erstattet summary").first.click()


def _neste(p: Page) -> None:
    _anbefaling(p)
    p.get_by_role("button", name="Måned 8").click()
    expect(p.locator(".melding--los")).to_have_count(2)


def _ett(tekst: str) -> Callable[[Page], None]:
    def gjor(p: Page) -> None:
        spor(p, tekst)
        expect(p.locator(".melding--los")).to_have_count(1)

    return gjor


def _for_lang(p: Page) -> None:
    p.get_by_label("Skriv spørsmålet ditt").fill("å" * 2003)
    p.keyboard.press("Enter")


TILSTANDER: dict[str, Callable[[Page], None]] = {
    "tom": lambda p: None,
    "anbefaling": _anbefaling,
    "apnet": _apnet,
    "chip": _chip,
    "tall": _tall,
    "ny_opplysning": _ny_opplysning,
    "meny": _meny,
    "slett": _slett,
    "tilbakemelding": _tilbakemelding,
    "redigerer": _redigerer,
    "endret": _endret,
    "neste": _neste,
    "sammenligning": _ett("sammenlign"),
    "plan": _ett("plan"),
    "steg": _ett("steg"),
    "minutter": _ett("minutter"),
    "quiz": _ett("quiz"),
    "leksjon": _ett("leksjon"),
    "langt": _ett("langt"),
    "farlig": _ett("farlig"),
    "for_lang": _for_lang,
}


@pytest.mark.parametrize("farger", ["light", "dark"])
@pytest.mark.parametrize("tilstand", TILSTANDER)
def test_axe_finner_ingenting(side: Side, tilstand: str, farger: str) -> None:
    side.page.emulate_media(color_scheme="dark" if farger == "dark" else "light", reduced_motion="reduce")
    TILSTANDER[tilstand](side.page)
    assert brudd(side.page) == []


def test_axe_pa_smal_skjerm(side: Side) -> None:
    side.page.set_viewport_size({"width": 320, "height": 640})
    spor(side.page, "sammenlign")
    expect(side.page.locator("table")).to_be_visible()
    assert brudd(side.page) == []
    _neste_smal(side.page)
    assert brudd(side.page) == []


def _neste_smal(p: Page) -> None:
    spor(p, SPORSMAL)
    expect(p.locator(".kort").first).to_be_visible()


def test_axe_ved_feil_og_uten_nett(side: Side, tjener: Tjener) -> None:
    p = side.page
    tjener.v.rasa.oppforsel = "tomt"
    spor(p, "hei")
    expect(p.locator(".varsel")).to_be_visible()
    p.evaluate("dispatchEvent(new Event('offline'))")
    expect(p.locator(".nett")).to_be_visible()
    assert brudd(p) == []
    glem_ventet(side, "503")


def test_axe_i_den_enkle_siden(side: Side) -> None:
    side.page.goto(side.page.url + "web/enkel.html")
    assert brudd(side.page) == []


def test_zoom_200_prosent_og_lav_hoyde_mister_ingenting(side: Side) -> None:
    """Zoom of 200 % of a 1200 × 900 window is a window of 600 × 450."""
    p = side.page
    p.set_viewport_size({"width": 600, "height": 450})
    _anbefaling(p)
    assert p.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    p.locator(".kilder a").first.scroll_into_view_if_needed()
    assert p.locator(".kilder a").first.is_visible()
    knapp = p.get_by_role("button", name="Send", exact=True)
    knapp.scroll_into_view_if_needed()
    boks = knapp.bounding_box()
    assert boks is not None
    assert boks["y"] + boks["height"] <= 450


def test_storre_skrift_i_nettleseren_gjor_alt_storre(side: Side) -> None:
    """The text follows the user's font size, not the page's root."""
    p = side.page
    for_ = p.locator("h1").evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    p.evaluate(f"{ROT}.querySelector('.rot').style.fontSize = '32px'")
    assert p.locator("h1").evaluate("e => parseFloat(getComputedStyle(e).fontSize)") >= for_


def test_fokus_dekkes_ikke_av_noe(side: Side) -> None:
    """What has the focus can be seen: header and field for writing never lie over it."""
    p = side.page
    _anbefaling(p)
    p.locator("#meny-knapp").focus()
    for _ in range(45):
        p.keyboard.press("Tab")
        dekket = p.evaluate(f"""((e) => {{
            const b = e.getBoundingClientRect();
            if (!b.width || e === document.body) return null;
            const over = {ROT}.elementFromPoint(b.x + Math.min(b.width / 2, 40), b.y + Math.min(b.height / 2, 20));
            return e === over || e.contains(over) || over?.contains(e) ? null : e.outerHTML.slice(0, 120);
        }})({AKTIV})""")
        assert dekket is None


def test_sprak_er_merket_pa_delene(side: Side) -> None:
    p = side.page
    p.get_by_role("button", name="Meny", exact=True).click()
    p.get_by_label("Språk").select_option("en")
    p.keyboard.press("Escape")
    expect(p.get_by_role("heading", name="What would you like to know?")).to_be_visible()
    assert p.locator(".rot").get_attribute("lang") == "en"
    assert p.locator(".forslag").get_attribute("lang") == "nb"
    assert brudd(p) == []
    p.get_by_label("Write your question").fill(SPORSMAL)
    p.keyboard.press("Enter")
    expect(p.locator(".svar")).to_have_attribute("lang", "nb")
    p.reload()
    expect(p.get_by_role("button", name="Menu")).to_be_visible()


def test_tidligere_meldinger_leses_ikke_opp_igjen(side: Side) -> None:
    p = side.page
    _anbefaling(p)
    p.add_init_script(
        "new MutationObserver(() => { const l = document.querySelector('tiltakslosen-chat')?.shadowRoot?.getElementById('logg');"
        " if (l && !window.forste) window.forste = l.getAttribute('aria-live'); })"
        ".observe(document, { subtree: true, childList: true, attributes: true });"
    )
    p.reload()
    expect(p.locator(".melding--los")).to_have_count(1)
    expect(p.get_by_role("log")).to_have_attribute("aria-live", "polite")
