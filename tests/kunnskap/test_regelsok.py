"""Every rule can be asked for in advisers' own words, and what no rule answers gets no sure answer."""

from __future__ import annotations

import re
import time
from datetime import date

import pytest

from bot.kunnskap.regelsok import GODT, SIKKERT, SVAKT, TEGN, VEKTER, Regelsok
from tests.kunnskap.maling import bm25, mal, regler, sporsmal, ubesvarlige, vart_sok

# A little under what was measured on 23 November 2026: 91.0 and 99.0 %, 90.2 and 97.5 % (BM25 on test: 78.3 and 89.8).
_MINST = {"utvikling": (0.90, 0.98), "test": (0.885, 0.965)}
# At the threshold that keeps 95 % of that half: 3.1 and 9.7 % when measured (BM25 on test: 19.4).
_FALSKE_HOYST = {"utvikling": 0.07, "test": 0.115}


@pytest.fixture(scope="module")
def sok() -> Regelsok:
    return Regelsok(regler())


def _normal(tekst: str) -> str:
    return re.sub(r"\W+", " ", tekst.lower()).strip()


@pytest.mark.parametrize("del_", ["utvikling", "test"])
def test_riktig_regel_forst_og_blant_tre(del_: str) -> None:
    tall = mal(vart_sok(), del_)
    minst_1, minst_3 = _MINST[del_]
    assert tall.ved_1 >= minst_1, f"{del_}: {tall.ved_1:.1%} rett som nummer én"
    assert tall.ved_3 >= minst_3, f"{del_}: {tall.ved_3:.1%} rett blant tre"


@pytest.mark.parametrize("del_", ["utvikling", "test"])
def test_faa_falske_svar_ved_terskelen_som_beholder_95_prosent(del_: str) -> None:
    tall = mal(vart_sok(), del_)
    assert tall.falske <= _FALSKE_HOYST[del_], f"{tall.falske:.1%} ved {tall.terskel_95:.2f}"


def test_telefonsporsmal_som_aldri_ble_brukt() -> None:
    tall = mal(vart_sok(), "blind")  # 90.3 and 97.1 % when measured
    assert tall.ved_1 >= 0.88
    assert tall.ved_3 >= 0.95


def test_bedre_enn_bm25_pa_testhalvdelen() -> None:
    vart, enkelt = mal(vart_sok(), "test"), mal(bm25(), "test")
    assert vart.ved_1 >= enkelt.ved_1 + 0.08
    assert vart.ved_3 >= enkelt.ved_3 + 0.04  # BM25 reads the same word list: 93.0 when measured, ours 98.0


def test_hver_regel_kan_bli_funnet() -> None:
    finn = vart_sok()
    funnet = {i for del_ in ("utvikling", "test") for s in sporsmal(del_) for i, _ in finn(s.tekst) if i in s.regler}
    assert {r.id for r in regler()} - funnet == set()


def test_terskler_holder_det_de_sier(sok: Regelsok) -> None:
    poeng = [t[0].poeng if (t := sok.finn(s.tekst, antall=1)) else 0.0 for s in sporsmal("utvikling")]
    ingen = [t[0].poeng if (t := sok.finn(s, antall=1)) else 0.0 for s in ubesvarlige("utvikling")]
    assert sum(p >= SVAKT for p in poeng) / len(poeng) >= 0.96
    assert sum(p < SVAKT for p in ingen) / len(ingen) >= 0.85
    assert sum(p >= GODT for p in poeng) / len(poeng) >= 0.92
    assert sum(p >= SIKKERT for p in ingen) / len(ingen) <= 0.03


def test_sporsmalene_er_ikke_blant_reglenes_egne() -> None:
    egne = {_normal(s): r.id for r in regler() for s in r.sporsmal}
    like = [(s.tekst, egne[_normal(s.tekst)]) for d in _MINST for s in sporsmal(d) if _normal(s.tekst) in egne]
    assert like == []


def test_sporsmalsfila_dekker_reglene() -> None:
    utvikling, test = sporsmal("utvikling"), sporsmal("test")
    ider = {r.id for r in regler()}
    assert sorted(s.regler[0] for s in test) == sorted(ider)
    for regel in regler():
        antall = sum(s.regler[0] == regel.id for s in utvikling + test)
        assert antall >= (3 if regel.tall else 2), regel.id
    assert {i for s in utvikling + test for i in s.regler} <= ider
    tekster = [_normal(s.tekst) for s in utvikling + test]
    assert len(tekster) == len(set(tekster))
    assert len(ubesvarlige("utvikling") + ubesvarlige("test")) >= 60


def test_fort_nok(sok: Regelsok) -> None:
    alle = [s.tekst for s in sporsmal("test")]
    for tekst in alle[:20]:
        sok.finn(tekst)
    start = time.process_time()
    for tekst in alle:
        sok.finn(tekst)
    snitt = (time.process_time() - start) / len(alle)
    assert snitt <= 0.002, f"{snitt * 1000:.2f} ms per spørring"
    start = time.process_time()
    Regelsok(regler())
    assert time.process_time() - start <= 0.7


def test_feilstavet_ord_leses_riktig(sok: Regelsok) -> None:
    assert sok.finn("kvalifiseringsstønnad sats", antall=1)[0].regel.id == "R-171"


@pytest.mark.parametrize(
    ("delt", "samlet"),
    [
        ("Dekker Nav verne sko?", "Dekker Nav vernesko?"),
        ("hvor lenge varer intro programmet", "hvor lenge varer introprogrammet"),
    ],
)
def test_sammensatt_ord_skrevet_i_to_leses_som_ett(sok: Regelsok, delt: str, samlet: str) -> None:
    assert sok.finn(delt, antall=1)[0].regel.id == sok.finn(samlet, antall=1)[0].regel.id


def test_gjelder_velger_ordning(sok: Regelsok) -> None:
    sporsmalet = "egenmelding, hvor lenge"
    assert sok.finn(sporsmalet, gjelder=frozenset({"intro"}))[0].regel.id == "R-305"
    assert sok.finn(sporsmalet, gjelder=frozenset({"kvp"}))[0].regel.id == "R-183"


def test_ekstra_gir_emnet_til_et_kort_sporsmal(sok: Regelsok) -> None:
    assert sok.finn("hvor lenge?", ekstra=["Kvalifiseringsprogrammet"])[0].regel.id == "R-169"


def test_opphevet_regel_bare_nar_det_sporres_om_fortid(sok: Regelsok) -> None:
    na = sok.finn("hvor lenge kan ukrainere gå i introduksjonsprogram", antall=1)[0].regel
    assert na.status == "gjeldende"
    for treff in (
        sok.finn("hvor lenge kunne ukrainere gå i introduksjonsprogram", historisk=True),
        sok.finn("hvor lenge kunne ukrainere gå i introduksjonsprogram i 2024"),
    ):
        assert treff[0].regel.id == "R-146"


def test_dag_senker_det_som_fortsatt_gjaldt_da(sok: Regelsok) -> None:
    def forsprang(dag: date | None) -> float:
        treff = sok.finn("utvidet norsk for ukrainere", antall=50, historisk=True, dag=dag)
        assert treff[0].regel.id == "R-142"
        return treff[0].poeng / next(t.poeng for t in treff if t.regel.status == "gjeldende")

    assert forsprang(date(2025, 1, 1)) < forsprang(None)
    assert forsprang(date(2026, 7, 1)) == forsprang(None)


@pytest.mark.parametrize("tekst", ["", "   ", "???", "og eller men", "xqzw"])
def test_tomt_eller_meningslost_gir_ingenting_sikkert(sok: Regelsok, tekst: str) -> None:
    assert all(t.poeng < SVAKT for t in sok.finn(tekst))


def test_samme_sporsmal_samme_svar(sok: Regelsok) -> None:
    ett, to = sok.finn("frist for norskkurs", antall=10), Regelsok(regler()).finn("frist for norskkurs", antall=10)
    assert [(t.regel.id, t.poeng) for t in ett] == [(t.regel.id, t.poeng) for t in to]
    assert [t.poeng for t in ett] == sorted((t.poeng for t in ett), reverse=True)
    assert all(0 <= t.poeng <= 1 for t in ett)


def test_uten_regler_ingen_treff() -> None:
    assert Regelsok([]).finn("hva er grunnbeløpet") == []


def test_endret_gir_det_som_sluttet_og_begynte(sok: Regelsok) -> None:
    sluttet, begynte = sok.endret(date(2026, 7, 1))
    assert "R-142" in {r.id for r in sluttet}
    assert "R-320" in {r.id for r in begynte}


def test_en_vekt_for_hvert_tegn() -> None:
    assert len(VEKTER) == len(TEGN)
