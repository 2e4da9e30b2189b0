"""Measures side by side, and whether they go together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from bot.katalog.skjema_regelverk import Kilde
from bot.profil.lesing import les_profil
from bot.svar.sammenligning import kombinasjon, kombinasjonssvar, sammenligningssvar
from bot.svar.tjeneste import Tjeneste

DAG = date(2026, 11, 23)
IDER = ["arbeidstrening", "mentortilskudd", "jobbsjansen"]


def _tabell(tekst: str) -> list[list[str]]:
    return [[c.strip() for c in li.strip("|").split("|")] for li in tekst.splitlines() if li.startswith("|")]


def test_tabellen_har_en_kolonne_for_hvert_tiltak(tjeneste: Tjeneste) -> None:
    svar = sammenligningssvar(tjeneste, IDER, {}, DAG, "nb")
    hode, skille, *rader = _tabell(svar["text"])
    assert hode == ["", *(tjeneste.tiltak[i].navn for i in IDER)]
    assert all(len(r) == len(IDER) + 1 for r in (skille, *rader))
    assert [r[0] for r in rader][:3] == ["Hvem har ansvaret", "Hvem betaler", "For hvem"]
    eiere = next(r for r in rader if r[0] == "Hvem har ansvaret")[1:]
    assert eiere == [tjeneste.tiltak[i].eier.tekst for i in IDER]
    assert [t["id"] for t in svar["payload"]["measures"]] == IDER


def test_tabellen_taler_streker_og_linjeskift(tjeneste: Tjeneste, kilder: Mapping[str, Kilde]) -> None:
    to = [tjeneste.tiltak[i].model_copy(update={"malgruppe": "unge | voksne\nog andre"}) for i in IDER[:2]]
    egne = Tjeneste(to, [], kilder)
    rader = _tabell(sammenligningssvar(egne, IDER[:2], {}, DAG, "nb")["text"])
    assert {len(r) for r in rader} == {3}
    assert next(r for r in rader if r[0] == "For hvem")[1] == "unge / voksne og andre"


def test_deltakeren_er_med_nar_noe_er_kjent(tjeneste: Tjeneste) -> None:
    svar = sammenligningssvar(tjeneste, IDER, les_profil({"alder": 60}), DAG, "nb")
    rad = next(r for r in _tabell(svar["text"]) if r[0] == "Denne deltakeren")
    ord_ = {"suitable": "passer", "conditional": "kan passe", "unsuitable": "passer ikke"}
    assert rad[1:] == [ord_[t["verdict"]] for t in svar["payload"]["measures"]]
    assert "passer ikke" in rad
    assert "Denne deltakeren" not in sammenligningssvar(tjeneste, IDER, {}, DAG, "nb")["text"]


def _navngitte(tjeneste: Tjeneste) -> list[tuple[str, str, bool]]:
    """What the catalogue says of two measures by id: a file, the other measure, and whether they may be combined."""
    return [
        (t.id, k.tiltak, kan)
        for t in tjeneste.tiltak.values()
        for kan, ledd in ((True, t.kombinasjon.kan), (False, t.kombinasjon.kan_ikke))
        for k in ledd
        if k.tiltak and k.tiltak != t.id
    ]


def test_kombinasjonen_leses_fra_begge_sider(tjeneste: Tjeneste) -> None:
    navngitte = _navngitte(tjeneste)
    assert len(navngitte) > 20
    for a, b, _ in navngitte:
        assert kombinasjon(tjeneste, a, b) is not None
        assert kombinasjon(tjeneste, b, a) is not None


def test_det_som_star_med_id_gar_foran_navn_inni_andre_ledd(tjeneste: Tjeneste) -> None:
    """The same answer whichever is named first, and the one the catalogue gives by id."""
    navngitte = _navngitte(tjeneste)
    feil = [
        (a, b)
        for a, b, kan in navngitte
        if not {(a, b, not kan), (b, a, not kan)} & set(navngitte)
        for funn in (kombinasjon(tjeneste, a, b), kombinasjon(tjeneste, b, a))
        if funn is None or funn[0] is not kan
    ]
    assert feil == []


@pytest.mark.parametrize(("kan", "begynner"), [(True, "**Ja, "), (False, "**Nei, ")])
def test_katalogens_ord_star_forst_med_kilde(tjeneste: Tjeneste, kan: bool, begynner: str) -> None:
    a, b = next(
        (t.id, k.tiltak)
        for t in tjeneste.tiltak.values()
        for k in (t.kombinasjon.kan if kan else t.kombinasjon.kan_ikke)
        if k.tiltak and (k.hjemmel or k.kilder) and kombinasjon(tjeneste, t.id, k.tiltak)[1] is k  # type: ignore[index]
    )
    svar = kombinasjonssvar(tjeneste, [a, b], [], {}, DAG, "nb")
    assert svar["text"].startswith(begynner)
    assert svar["payload"]["sources"]


def test_det_kildene_ikke_sier_vet_vi_ikke(tjeneste: Tjeneste) -> None:
    ider = ["jobbsjansen", "varig-tilrettelagt-arbeid-skjermet"]
    assert kombinasjon(tjeneste, *ider) is None
    svar = kombinasjonssvar(tjeneste, ider, [], {}, DAG, "nb")
    assert svar["text"].startswith("**Det vet jeg ikke.** Kildene sier ikke om Jobbsjansen og ")
    med_regel = kombinasjonssvar(tjeneste, ider, [tjeneste.regler["R-008"]], {}, DAG, "nb")["text"]
    assert "Det vet jeg ikke" not in med_regel
    assert tjeneste.regler["R-008"].svar in med_regel


def test_forskjellen_som_avgjor_star_forst(tjeneste: Tjeneste) -> None:
    tekst = sammenligningssvar(tjeneste, ["arbeidstrening", "sprakpraksis"], {}, DAG, "nb")["text"]
    forst = tekst.split("\n\n")[0]
    assert forst.startswith("**Forskjellen:** Arbeidstrening er for arbeidssøkere ")
    assert ". Språkpraksis er for deltakere " in forst
    assert "Ansvaret ligger hos Nav for Arbeidstrening og kommunen eller Nav for Språkpraksis." in forst
    assert "Det er ulikt hvem som betaler: staten for Arbeidstrening og kommunen for Språkpraksis." in forst


def test_det_som_er_likt_sies_en_gang(tjeneste: Tjeneste) -> None:
    forst = sammenligningssvar(tjeneste, ["midlertidig-lonnstilskudd", "varig-lonnstilskudd"], {}, DAG, "nb")["text"]
    assert forst.split("\n\n")[0].endswith(" Nav har ansvaret. Staten betaler.")


def test_hvordan_hver_star_for_deltakeren_sies_for_tabellen(tjeneste: Tjeneste) -> None:
    svar = sammenligningssvar(tjeneste, ["jobbsjansen", "arbeidstrening"], les_profil({"alder": 60}), DAG, "nb")
    avsnitt = svar["text"].split("\n\n")[1]
    assert avsnitt.startswith("**For denne deltakeren** (60 år)\n- **Nei, Jobbsjansen passer ikke.** Krever at ")
    assert "\n- **Arbeidstrening kan passe.**" in avsnitt


def test_rader_uten_innhold_er_ikke_med(tjeneste: Tjeneste) -> None:
    rader = _tabell(sammenligningssvar(tjeneste, ["arbeidstrening", "sprakpraksis"], {}, DAG, "nb")["text"])
    assert "Satser" not in {r[0] for r in rader}
    assert all(any(c != "–" for c in r[1:]) for r in rader)
