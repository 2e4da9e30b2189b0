"""What one can do with a conversation: edit, send again, copy, rate, find again, in two tabs, when the server is away."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Side
from tests.personvern.numre import ett
from tests.web.conftest import ROT, Tjener, glem_ventet, spor
from tests.web.eksempel import SPORSMAL


def _svar(p: Page, antall: int) -> None:
    expect(p.locator(".melding--los")).to_have_count(antall)


def test_endre_det_siste_sporsmalet(side: Side, tjener: Tjener) -> None:
    p = side.page
    spor(p, "forste")
    _svar(p, 1)
    spor(p, "andre")
    _svar(p, 2)
    knapp = p.get_by_role("button", name="Endre spørsmålet")
    expect(knapp).to_have_count(1)
    knapp.click()
    felt = p.get_by_label("Skriv spørsmålet ditt")
    expect(felt).to_have_value("andre")
    expect(felt).to_be_focused()
    p.keyboard.press("Escape")
    expect(felt).to_have_value("")
    expect(p.locator(".skriv__redigerer")).to_have_count(0)
    knapp.click()
    felt.fill("andre, men bedre")
    p.keyboard.press("Enter")
    _svar(p, 3)
    expect(p.locator(".erstattet")).to_have_count(1)
    expect(p.locator(".erstattet .melding--du")).to_be_hidden()
    expect(p.locator(".erstattet")).to_contain_text("Du spurte: andre")
    assert [t for _, t in tjener.v.rasa.mottatt] == ["forste", "andre", "andre, men bedre"]
    assert [(hva, antall) for hva, _, antall in tjener.v.lager.endringer] == [("angre", 1)]
    p.reload()
    expect(p.locator(".erstattet")).to_have_count(1)


def test_send_pa_nytt(side: Side, tjener: Tjener) -> None:
    p = side.page
    spor(p, "en gang til")
    _svar(p, 1)
    p.get_by_role("button", name="Send på nytt").click()
    _svar(p, 2)
    assert [t for _, t in tjener.v.rasa.mottatt] == ["en gang til", "en gang til"]
    assert [(hva, antall) for hva, _, antall in tjener.v.lager.endringer] == [("angre", 1)]


def test_det_som_er_endret_siden_sporsmalet_folger_med_det(side: Side, tjener: Tjener) -> None:
    """The chips changed after it are folded away with the old answers, and taken back with them; a message that got no
    answer has changed nothing."""
    p = side.page
    spor(p, SPORSMAL)
    p.locator("[data-faktum=norskniva]").click()
    p.get_by_role("button", name="B1", exact=True).click()
    _svar(p, 2)
    p.get_by_role("button", name="Endre spørsmålet").click()
    tjener.v.rasa.oppforsel = "tomt"
    spor(p, "et annet spørsmål")
    expect(p.locator(".varsel")).to_be_visible()
    tjener.v.rasa.oppforsel = "svar"
    p.get_by_role("button", name="Prøv igjen").click()
    _svar(p, 3)
    assert [(hva, antall) for hva, _, antall in tjener.v.lager.endringer if hva == "angre"] == [
        ("angre", 2),
        ("angre", 2),
    ]
    expect(p.locator(".erstattet")).to_have_count(2)
    spor(p, "videre")
    _svar(p, 4)
    assert len(tjener.v.lager.endringer) == 3, "an ordinary message takes nothing back"
    glem_ventet(side, "503")


def test_kopi_har_kilder_som_markdown_og_som_word_kan_lese(side: Side) -> None:
    p = side.page
    p.context.grant_permissions(["clipboard-read", "clipboard-write"])
    spor(p, SPORSMAL)
    p.get_by_role("button", name="Kopier med kilder").click()
    expect(p.locator(".kvittering")).to_have_text("Svaret er kopiert med kilder.")
    deler = p.evaluate("""async () => {
        const [ting] = await navigator.clipboard.read();
        return Object.fromEntries(await Promise.all(ting.types.map(async (t) => [t, await (await ting.getType(t)).text()])));
    }""")
    tekst, html = deler["text/plain"], deler["text/html"]
    assert tekst.startswith(f"## {SPORSMAL}")
    assert "- [tiltaksforskriften, § 9-2 (2015)](https://lovdata.no/forskrift/2015-12-11-1598/" in tekst
    assert "historisk, gjelder ikke nå" in tekst
    assert "Råd fra Tiltakslosen, ikke et vedtak" in tekst
    assert "Regler per 23. november 2026" in tekst
    assert tekst.count("**Kilder**") == 1
    assert "javascript:" not in tekst + html
    for merke in ("<h2", "<table", "<th", "<ul", 'href="https://lovdata.no', "Arbeidstrening (Nav)", "✓ Passer"):
        assert merke in html, merke
    assert "class=" not in html


def test_utskrift_viser_alt_og_ingen_knapper(side: Side) -> None:
    p = side.page
    spor(p, SPORSMAL)
    _svar(p, 1)
    p.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(p.locator(".kort--nei")).to_have_count(34)
    p.emulate_media(media="print")
    assert p.locator(".grunn").first.is_visible()
    assert p.locator(".kilder li").count() == 7
    assert not p.get_by_role("button", name="Send", exact=True).is_visible()
    p.emulate_media(media="screen")
    p.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(p.locator(".kort--nei")).to_have_count(2)


def test_ett_svar_kan_skrives_ut_alene(side: Side) -> None:
    p = side.page
    p.evaluate("""() => {
        const hent = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow').get;
        Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { get() {
            const v = hent.call(this); v.print = () => { window.skrevet = this.contentDocument.body.innerText; }; return v; } });
    }""")
    spor(p, SPORSMAL)
    p.get_by_role("button", name="Skriv ut").click()
    skrevet = p.evaluate("window.skrevet")
    assert SPORSMAL in skrevet
    assert "Lokalt tiltak nummer 34" in skrevet


def test_tommel_opp(side: Side, tjener: Tjener) -> None:
    p = side.page
    spor(p, SPORSMAL)
    p.get_by_role("button", name="Nyttig", exact=True).click()
    expect(p.locator(".kvittering")).to_have_text("Takk for tilbakemeldingen.")
    expect(p.get_by_role("button", name="Nyttig", exact=True)).to_have_attribute("aria-pressed", "true")
    ((samtale, innhold),) = tjener.v.lager.tilbakemeldinger
    assert samtale == tjener.v.rasa.mottatt[0][0]
    assert innhold == {"rating": "up", "reasons": [], "comment": "", "question": "", "answer": ""}


@pytest.mark.parametrize("med", [False, True])
def test_tommel_ned_med_grunner_og_vasket_tekst(side: Side, tjener: Tjener, med: bool) -> None:
    p = side.page
    nummer = ett(maned=85)
    spor(p, SPORSMAL)
    p.get_by_role("button", name="Ikke nyttig").click()
    p.get_by_label("Kilden sier ikke dette").check()
    p.get_by_label("Det blander ordninger").check()
    p.get_by_label("Fortell mer (valgfritt)").fill(f"gjelder {nummer}")
    if med:
        p.get_by_label("Send med spørsmålet og svaret").check()
    p.get_by_role("button", name="Send tilbakemelding").click()
    expect(p.locator(".kvittering")).to_have_text("Takk for tilbakemeldingen.")
    expect(p.locator(".tilbakemelding")).to_have_count(0)
    expect(p.get_by_role("button", name="Ikke nyttig")).to_be_focused()
    ((_, innhold),) = tjener.v.lager.tilbakemeldinger
    assert innhold["reasons"] == ["mixed", "source"]
    assert innhold["comment"] == "gjelder [fødselsnummer]"
    assert bool(innhold["question"]) is med
    assert bool(innhold["answer"]) is med


def test_ny_samtale_og_tilbake_til_den_forrige(side: Side, tjener: Tjener) -> None:
    p = side.page
    spor(p, "om den ene")
    _svar(p, 1)
    p.get_by_role("button", name="Ny samtale").click()
    expect(p.locator(".start")).to_be_visible()
    spor(p, "om den andre")
    _svar(p, 1)
    assert len({s for s, _ in tjener.v.rasa.mottatt}) == 2
    p.get_by_role("button", name="Meny", exact=True).click()
    p.get_by_role("button", name="om den ene").first.click()
    expect(p.locator(".melding--du")).to_contain_text("om den ene")
    spor(p, "mer om den ene")
    _svar(p, 2)
    assert tjener.v.rasa.mottatt[2][0] == tjener.v.rasa.mottatt[0][0]


def test_en_tidligere_samtale_kan_slettes_fra_lista(side: Side, tjener: Tjener) -> None:
    p = side.page
    spor(p, "den gamle")
    _svar(p, 1)
    p.get_by_role("button", name="Ny samtale").click()
    spor(p, "den nye")
    _svar(p, 1)
    p.get_by_role("button", name="Meny", exact=True).click()
    p.get_by_role("button", name="Slett samtalen «den gamle»").click()
    p.get_by_role("dialog", name="Slette samtalen?").get_by_role("button", name="Slett samtalen").click()
    expect(p.get_by_role("status")).to_have_text("Samtalen er slettet.")
    assert tjener.v.lager.slettet == [tjener.v.rasa.mottatt[0][0]]
    assert "den gamle" not in str(p.evaluate("JSON.stringify(localStorage)"))
    expect(p.locator(".melding--du")).to_contain_text("den nye")


def test_to_faner_har_hver_sin_samtale(side: Side, tjener: Tjener) -> None:
    p = side.page
    spor(p, "i den ene fanen")
    _svar(p, 1)
    annen = p.context.new_page()
    annen.goto(p.url)
    expect(annen.locator(".start")).to_be_visible()
    spor(annen, "i den andre fanen")
    _svar(annen, 1)
    spor(p, "mer")
    _svar(p, 2)
    _svar(annen, 1)
    assert len({s for s, _ in tjener.v.rasa.mottatt}) == 2


def test_samme_samtale_i_to_faner_holdes_lik(side: Side) -> None:
    p = side.page
    spor(p, "felles")
    _svar(p, 1)
    annen = p.context.new_page()
    annen.goto(p.url)
    annen.get_by_role("button", name="Meny", exact=True).click()
    annen.get_by_role("button", name="felles").first.click()
    _svar(annen, 1)
    spor(annen, "fra den andre")
    _svar(p, 2)
    expect(p.locator(".melding--du").last).to_contain_text("fra den andre")
    annen.get_by_role("button", name="Slett samtalen").click()
    annen.get_by_role("dialog", name="Slette samtalen?").get_by_role("button", name="Slett samtalen").click()
    expect(p.locator(".start")).to_be_visible()


def test_et_lager_med_rusk_begynner_tomt(side: Side) -> None:
    p = side.page
    p.evaluate(
        """() => { localStorage.setItem('tiltakslosen:samtale:x', '{"id": 5'); sessionStorage.setItem('tiltakslosen:denne', '"x"'); }"""
    )
    p.reload()
    expect(p.locator(".start")).to_be_visible()
    spor(p, "hei")
    _svar(p, 1)


def test_fullt_lager_stopper_ikke_samtalen(side: Side) -> None:
    p = side.page
    p.evaluate("""() => { for (let n = 0; ; n += 1) { try { localStorage.setItem('fyll' + n, 'x'.repeat(200000)); } catch { break; } }
        for (let n = 0; n < 3000; n += 1) { try { localStorage.setItem('f' + n, 'x'.repeat(500)); } catch { break; } } }""")
    spor(p, SPORSMAL)
    _svar(p, 1)
    spor(p, "videre")
    _svar(p, 2)


def test_gamle_samtaler_glemmes(side: Side) -> None:
    p = side.page
    p.evaluate("""() => localStorage.setItem('tiltakslosen:samtale:g', JSON.stringify(
        { id: 'g', endret: Date.now() - 31 * 86400000, innslag: [{ id: '1', tekst: 'gammelt', slag: 'sporsmal', svar: [] }] }))""")
    p.get_by_role("button", name="Meny", exact=True).click()
    expect(p.get_by_text("Ingen tidligere samtaler")).to_be_visible()
    assert "gammelt" not in str(p.evaluate("JSON.stringify(localStorage)"))


def test_tjeneren_borte_og_tilbake(side: Side, tjener: Tjener) -> None:
    p = side.page
    tjener.v.lager.nede = True
    spor(p, "hva er AFT?")
    expect(p.locator(".varsel")).to_be_visible()
    p.get_by_role("button", name="Slett samtalen").click()
    p.get_by_role("dialog").get_by_role("button", name="Slett samtalen").click()
    expect(p.get_by_role("dialog").get_by_role("alert")).to_contain_text("ikke slettet")
    p.keyboard.press("Escape")
    tjener.v.lager.nede = False
    p.get_by_role("button", name="Prøv igjen").click()
    _svar(p, 1)
    glem_ventet(side, "503")


def test_lange_svar_er_brettet_med_konklusjonen_forst(side: Side) -> None:
    p = side.page
    spor(p, "langt")
    expect(p.get_by_text("Konklusjonen står først.")).to_be_visible()
    siste = p.locator(".svar__tekst p").last
    expect(siste).to_be_hidden()
    knapp = p.get_by_role("button", name="Vis hele svaret")
    expect(knapp).to_have_attribute("aria-expanded", "false")
    knapp.click()
    expect(siste).to_be_visible()
    p.get_by_role("button", name="Vis mindre").click()
    expect(siste).to_be_hidden()


def test_quiz_med_framdrift_og_svar_som_knapper(side: Side, tjener: Tjener) -> None:
    p = side.page
    spor(p, "quiz")
    assert p.get_by_role("progressbar").evaluate("e => [e.value, e.max]") == [2, 10]
    expect(p.locator(".framdrift")).to_contain_text("1 riktige")
    expect(p.locator(".svar__tekst").first).to_have_text("Ikke helt. Riktig svar er B: Nav.")
    alternativer = p.get_by_role("group", name="Svaralternativer").get_by_role("button")
    expect(alternativer).to_have_count(3)
    expect(p.locator(".svar__tekst li")).to_have_count(0)
    expect(p.get_by_role("group", name="Forslag til neste melding").get_by_role("button")).to_have_text(["Hopp over"])
    alternativer.nth(1).click()
    _svar(p, 2)
    assert tjener.v.rasa.mottatt[-1][1] == "B"
    expect(p.locator(".valg-brukt")).to_contain_text("✓ B: Nav")


def test_leksjon_viser_hvor_langt_en_er(side: Side) -> None:
    p = side.page
    spor(p, "leksjon")
    assert p.get_by_role("progressbar").evaluate("e => [e.value, e.max]") == [1, 9]
    expect(p.locator(".framdrift")).to_contain_text("Hvem gjør hva")


def test_tider_tegnes_og_star_i_tabellen_under(side: Side) -> None:
    p = side.page
    spor(p, "plan")
    expect(p.locator(".stolpe")).to_have_count(4)
    stolper = p.locator(".stolpe").evaluate_all(
        "alle => alle.map((s) => [s.getAttribute('x'), s.getAttribute('width')].map(Number))"
    )
    assert stolper == [[0, 25], [8.3, 8.4], [25, 50], [50, 50]]
    expect(p.get_by_role("table")).to_contain_text("Måned 7–12")
    spor(p, "sammenlign")
    _svar(p, 2)
    expect(p.locator(".tidslinje")).to_have_count(1)


def test_steg_uten_tid_er_en_linje_og_steg_med_tid_stolper(side: Side) -> None:
    p = side.page
    spor(p, "steg")
    expect(p.locator(".steg > li")).to_have_count(3)
    expect(p.locator(".stolpe")).to_have_count(0)
    spor(p, "minutter")
    expect(p.locator(".stolpe")).to_have_count(3)
    expect(p.locator(".tidslinje__navn")).to_have_text(["Åpning", "Prosjektet", "Samtale"])
    stolper = p.locator(".stolpe").evaluate_all(
        "alle => alle.map((s) => [s.getAttribute('x'), s.getAttribute('width')].map(Number))"
    )
    assert stolper == [[0, 5], [5, 50], [55, 45]]
    expect(p.locator(".steg").last).to_contain_text("3–33 (30 min): Prosjektet.")


def test_det_som_er_likt_for_alle_sies_en_gang(side: Side) -> None:
    p = side.page
    spor(p, "sammenlign")
    like = p.locator("td[colspan='2']")
    expect(like).to_have_text(["Nav"])
    expect(p.locator("tbody tr").first.locator("td")).to_have_count(1)


def test_tabellen_blir_liste_pa_smal_skjerm(side: Side) -> None:
    p = side.page
    p.set_viewport_size({"width": 320, "height": 640})
    spor(p, "sammenlign")
    celle = p.locator("tbody td").nth(1)
    expect(celle).to_be_visible()
    assert celle.evaluate("e => getComputedStyle(e, '::before').content") == '"Arbeidstrening: "'
    assert p.locator(".tabell").evaluate("e => e.scrollWidth <= e.clientWidth")


def test_roller_gir_egne_forslag(side: Side) -> None:
    p = side.page
    p.get_by_role("radio", name="ny i jobben").check(force=True)
    expect(p.get_by_role("button", name="Hva er AFT?")).to_be_visible()
    p.reload()
    expect(p.get_by_role("button", name="Hva er AFT?")).to_be_visible()
    p.get_by_role("button", name="Meny", exact=True).click()
    p.get_by_label("Språk").select_option("nn")
    expect(p.get_by_role("button", name="Kva er AFT?")).to_be_visible()


def test_utseende_kan_velges(side: Side) -> None:
    p = side.page
    bak = f"getComputedStyle({ROT}.querySelector('.panel')).backgroundColor"
    lys = p.evaluate(bak)
    p.get_by_role("button", name="Meny", exact=True).click()
    p.get_by_label("Utseende").select_option("mork")
    expect(p.locator(".rot")).to_have_attribute("data-tema", "mork")
    assert p.evaluate(bak) != lys
