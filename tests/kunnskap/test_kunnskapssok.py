"""The knowledge search beats plain BM25, every entry can be found, and it knows when it does not know."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from bot.kunnskap.kunnskapssok import DEKKER_GODT, GODT, SIKKERT, SVAKT, Kunnskapssok
from tests.kunnskap.kunnskapsmaling import alle_dokumenter, bm25, ingen, innhold, mal, ndcg, sporsmal, vart_sok

# A little under what was measured on 24 November 2026 (nDCG@5, success@1, success@3).
_MINST = {"utvikling": (0.80, 0.71, 0.85), "test": (0.82, 0.70, 0.88)}


@pytest.fixture(scope="module")
def sok() -> Kunnskapssok:
    return Kunnskapssok(alle_dokumenter())


def test_spor_om_mye_og_holder_delene_fra_hverandre() -> None:
    deler = {d: {t for t, _ in sporsmal(d)} for d in ("utvikling", "test")}
    assert {d: len(s) for d, s in deler.items()} == {"utvikling": 170, "test": 75}
    assert not deler["utvikling"] & deler["test"]
    kjent = {d.id for d in alle_dokumenter()}
    assert all(set(svar) <= kjent for d in deler for _, svar in sporsmal(d))


def test_ndcg_regner_riktig() -> None:
    assert ndcg(["a", "b"], {"a": 3, "b": 1}) == pytest.approx(1.0)
    assert ndcg(["b", "a"], {"a": 3, "b": 1}) < 1.0
    assert ndcg(["x"], {"a": 3}) == 0.0


@pytest.mark.parametrize("del_", ["utvikling", "test"])
def test_treffer_minst_sa_godt_som_malt(del_: str) -> None:
    tall = mal(vart_sok(), del_)
    minst = _MINST[del_]
    assert (tall.ndcg >= minst[0], tall.ved_1 >= minst[1], tall.ved_3 >= minst[2]) == (True, True, True), tall


def test_bedre_enn_bm25_pa_testhalvdelen() -> None:
    vart, enkelt = mal(vart_sok(), "test"), mal(bm25(), "test")
    assert vart.ndcg >= enkelt.ndcg + 0.08
    assert vart.ved_1 >= enkelt.ved_1 + 0.12


def _sporsmal_til(oppslag: object) -> str:
    navn = getattr(oppslag, "navn", None)
    return f"Hva betyr {navn}?" if navn else oppslag.sporsmal[0]


def test_hvert_oppslag_kan_finnes(sok: Kunnskapssok) -> None:
    oppslag = innhold().kunnskap.oppslag
    utenfor = [o.id for o in oppslag if o.id not in [t.dokument.id for t in sok.finn(_sporsmal_til(o), antall=3)]]
    assert len(utenfor) / len(oppslag) <= 0.05, utenfor


def test_de_fleste_finnes_ogsa_nar_sporsmalet_ikke_star_i_indeksen() -> None:
    """The harder measure: found by its text and topics alone, with its way of asking taken out of the index."""
    uten = Kunnskapssok([replace(d, sporsmal=()) if d.navn == "" else d for d in alle_dokumenter()])
    oppslag = [o for o in innhold().kunnskap.oppslag if o.sporsmal]
    funnet = sum(o.id in [t.dokument.id for t in uten.finn(o.sporsmal[0], antall=3)] for o in oppslag)
    assert funnet / len(oppslag) >= 0.5, f"{funnet} av {len(oppslag)}"  # 53 % when measured; the title is half the text


@pytest.mark.parametrize("del_", ["utvikling", "test"])
def test_det_ingen_vet_far_ikke_sikkert_svar(sok: Kunnskapssok, del_: str) -> None:
    poeng = [t[0].poeng if (t := sok.finn(s, antall=1)) else 0.0 for s in ingen(del_)]
    assert sum(p >= GODT for p in poeng) <= 1
    assert sum(p >= SVAKT for p in poeng) <= {"utvikling": 5, "test": 1}[del_]


def test_det_som_kan_besvares_far_som_regel_svar(sok: Kunnskapssok) -> None:
    for del_ in ("utvikling", "test"):
        poeng = [t[0].poeng if (t := sok.finn(s, antall=1)) else 0.0 for s, _ in sporsmal(del_)]
        assert sum(p >= SVAKT for p in poeng) / len(poeng) >= {"utvikling": 0.83, "test": 0.92}[del_]
        assert sum(p >= SIKKERT for p in poeng) / len(poeng) >= {"utvikling": 0.62, "test": 0.78}[del_]


def test_filtrene(sok: Kunnskapssok) -> None:
    alle = sok.finn("praksis", antall=30)
    assert {t.dokument.type for t in sok.finn("praksis", typer=frozenset({"barriere"}))} == {"barriere"}
    assert all("hamar" in t.dokument.sted for t in sok.finn("praksis", sted="Hamar"))
    assert all(t.dokument.ar <= 2014 <= t.dokument.ar_til for t in sok.finn("arbeid eller utdanning", ar=2014))
    assert all(any("renhold" in b for b in t.dokument.bransje) for t in sok.finn("praksis", bransje="renhold"))
    assert sok.finn("praksis", sted="Atlantis") == []
    assert len(alle) > 5


def test_skrivefeil_og_nynorsk(sok: Kunnskapssok) -> None:
    assert sok.finn("hva er klientifisring")[0].dokument.id == "D-058"
    assert "C-108" in [t.dokument.id for t in sok.finn("Kva hindrar samarbeid med næringslivet?", antall=3)]


def test_dekker_er_andelen_av_sporsmalet_som_star_i_oppslaget(sok: Kunnskapssok) -> None:
    d = sok.etter_id["D-058"]
    assert sok.dekker(d.navn, d) == 1.0
    assert sok.dekker("xyzzy kvantefysikk", d) == 0.0
    assert 0.0 < sok.dekker(f"{d.navn} xyzzy kvantefysikk", d) < 1.0
    assert sok.dekker("", d) == 0.0


def test_et_oppslag_som_dekker_lite_er_aldri_godt(sok: Kunnskapssok) -> None:
    for tekst in (*ingen("utvikling"), *(s for s, _ in sporsmal("utvikling"))):
        for t in sok.finn(tekst, antall=1):
            assert t.poeng < GODT or sok.dekker(tekst, t.dokument) >= DEKKER_GODT


def test_tomt_sporsmal_gir_ingenting(sok: Kunnskapssok) -> None:
    assert sok.finn("") == sok.finn("???") == []


def test_rask_nok(sok: Kunnskapssok) -> None:
    tider = []
    for tekst, _ in sporsmal("utvikling"):
        t0 = time.perf_counter()
        sok.finn(tekst)
        tider.append(time.perf_counter() - t0)
    assert sorted(tider)[len(tider) // 2] < 0.02
