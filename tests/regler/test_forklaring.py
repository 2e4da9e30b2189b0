"""What an evaluation means: the finer status, the deciding reasons, what would have to change, and when."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.profil.fakta import FAKTA
from bot.profil.lesing import les_profil
from bot.regler.forklaring import (
    avgjorende,
    fra_nar,
    framskriv,
    hva_ma_endres,
    kan_bli_oppfylt,
    oppnaelige,
    tidslinje,
    understatus,
)
from bot.regler.utledning import Fakta, utled
from bot.regler.vilkar import Krav
from bot.regler.vurdering import Regelsett, Tiltaksregler, Unntak, Vilkar, Vurdering

DAG = date(2026, 11, 23)
VOKSEN = Krav(faktum="alder", minst=18)
UNG = Krav(faktum="alder", under=30)
A2 = Krav(faktum="norskniva", minst="A2")
KVINNE = Krav(faktum="kjonn", er_en_av=["kvinne"])
NAV = Krav(faktum="arbeidssoker", er=True)


def _vilkar(id: str, krav: Krav | None, styrke: Any = "krav", slag: Any = "lov", **felt: Any) -> Vilkar:
    return Vilkar(id, f"vilkår {id}", slag, styrke, krav, "integreringsloven § 8", **felt)


def _regler(*vilkar: Vilkar, **felt: Any) -> Regelsett:
    return Regelsett([Tiltaksregler("t", vilkar, **felt)])


def _vurder(regelsett: Regelsett, dag: date = DAG, **profil: Any) -> tuple[Vurdering, Fakta]:
    fakta = utled(les_profil(profil), dag)
    return regelsett.vurder_fakta(fakta)[0], fakta


@pytest.mark.parametrize(
    ("vilkar", "profil", "ventet"),
    [
        ([_vilkar("a", VOKSEN)], {"alder": 18}, None),
        ([_vilkar("a", VOKSEN)], {"alder": 17}, "ikke_na"),
        ([_vilkar("a", UNG)], {"alder": 30}, "aldri"),
        ([_vilkar("k", KVINNE)], {"kjonn": "mann"}, "aldri"),
        ([_vilkar("n", A2)], {"norskniva": "A1"}, "ikke_na"),
        ([_vilkar("n", Krav(faktum="norskniva", hoyst="A1"))], {"norskniva": "A2"}, "aldri"),
        ([_vilkar("n", A2), _vilkar("k", KVINNE)], {"norskniva": "A1", "kjonn": "mann"}, "aldri"),
        ([_vilkar("p", NAV)], {"arbeidssoker": False}, "ikke_na"),
        ([_vilkar("n", A2)], {}, "mangler_opplysning"),
        ([_vilkar("n", A2), _vilkar("s", None)], {}, "mangler_opplysning"),
        ([_vilkar("n", A2), _vilkar("s", None)], {"norskniva": "A2"}, "skjonn"),
        ([_vilkar("n", A2)], {"norsk_muntlig": "B1", "norsk_skriftlig": "A1"}, "avgjorelse"),
        ([_vilkar("a", VOKSEN, unntak=Unntak("særlig", None, None))], {"alder": 17}, "avgjorelse"),
        ([_vilkar("n", A2, "vanlig")], {"norskniva": "A1"}, "skjonn"),
    ],
)
def test_understatus(vilkar: list[Vilkar], profil: dict[str, Any], ventet: str | None) -> None:
    assert understatus(*_vurder(_regler(*vilkar), **profil)) == ventet


def test_et_tiltak_som_ikke_har_begynt_er_ikke_na_og_et_som_er_slutt_er_aldri() -> None:
    regelsett = _regler(_vilkar("a", VOKSEN), gyldig_fra=date(2026, 1, 1), gyldig_til=date(2026, 6, 30))
    assert understatus(*_vurder(regelsett, date(2025, 12, 31), alder=18)) == "ikke_na"
    assert understatus(*_vurder(regelsett, date(2026, 7, 1), alder=18)) == "aldri"


def test_et_unntak_som_star_apent_stenger_ikke() -> None:
    """The condition is unmet for good, but an exception may open it: what closes is the other one."""
    vilkar = (_vilkar("k", KVINNE, unntak=Unntak("med A2", A2, None)), _vilkar("a", VOKSEN))
    v, fakta = _vurder(_regler(*vilkar), kjonn="mann", alder=17)
    assert v.verdikt == "unsuitable"
    assert understatus(v, fakta) == "ikke_na"
    assert [b.vilkar.id for b in avgjorende(v, fakta)] == ["a"]


def _ider(*vilkar: Vilkar, antall: int = 2, **profil: Any) -> list[str]:
    v, fakta = _vurder(_regler(*vilkar), **profil)
    return [b.vilkar.id for b in avgjorende(v, fakta, antall)]


def test_det_som_aldri_kan_endres_star_forst() -> None:
    nei = {"norskniva": "A1", "kjonn": "mann", "alder": 17, "arbeidssoker": False}
    vilkar = (_vilkar("nav", NAV), _vilkar("norsk", A2), _vilkar("voksen", VOKSEN), _vilkar("kjonn", KVINNE))
    assert _ider(*vilkar, antall=9, **nei) == ["kjonn", "voksen", "norsk", "nav"]
    assert _ider(*vilkar, **nei) == ["kjonn", "voksen"]


def test_lov_for_praksis_for_egnethet() -> None:
    vilkar = (_vilkar("e", A2, slag="egnethet"), _vilkar("p", A2, slag="praksis"), _vilkar("l", A2))
    assert _ider(*vilkar, antall=9, norskniva="A1") == ["l", "p", "e"]
    assert _ider(*vilkar, antall=9) == ["l", "p", "e"]
    assert _ider(*vilkar, antall=9, norskniva="A2") == ["l", "p", "e"]


def test_det_tvilsomme_som_mangler_star_for_det_som_trolig_er_i_orden() -> None:
    """Somebody who has finished the programme may be in any scheme but one; whether two years have gone is in doubt."""
    vilkar = (
        _vilkar("skole", Krav(faktum="ordninger", inneholder_ingen_av=["videregaende"])),
        _vilkar("ventetid", Krav(faktum="maneder_siden_program", minst=24)),
        _vilkar("alder", Krav(faktum="alder", hoyst=66)),
    )
    assert _ider(*vilkar, antall=9, program_ferdig=True) == ["ventetid", "skole", "alder"]
    assert _ider(*vilkar, antall=9)[-1] == "alder", "nothing says there was a programme"
    assert _ider(*vilkar, _vilkar("kvinne", KVINNE), antall=9)[0] == "kvinne"
    assert _ider(*vilkar, antall=9, maneder_siden_program=[30, 36, 12], ordning=["nav", "videregaende"])[0] == "skole"


def test_et_nei_begrunnes_bare_med_det_som_stenger() -> None:
    vilkar = (_vilkar("vanlig", A2, "vanlig"), _vilkar("a", VOKSEN), _vilkar("s", None), _vilkar("ukjent", NAV))
    assert _ider(*vilkar, antall=9, norskniva="A1", alder=17) == ["a"]


def test_et_kanskje_begrunnes_med_det_som_taler_mot_og_det_som_mangler() -> None:
    vilkar = (_vilkar("vanlig", A2, "vanlig"), _vilkar("a", VOKSEN), _vilkar("s", None), _vilkar("ukjent", NAV))
    assert _ider(*vilkar, antall=9, norskniva="A1", alder=18) == ["vanlig", "ukjent"]
    assert _ider(_vilkar("a", VOKSEN), _vilkar("s", None), alder=18) == ["s"]


def test_hva_ma_endres_navngir_bare_det_som_kan_endres() -> None:
    krav = Krav(alle=[KVINNE, A2])
    v, fakta = _vurder(
        _regler(_vilkar("k", krav), _vilkar("a", VOKSEN), _vilkar("p", NAV)),
        norskniva="A1",
        alder=17,
        arbeidssoker=False,
    )
    endringer = hva_ma_endres(v, fakta)
    assert endringer is not None
    assert [(e.begrunnelse.vilkar.id, e.fakta) for e in endringer] == [
        ("p", ("arbeidssoker",)),
        ("a", ("alder",)),
        ("k", ("norskniva",)),
    ]
    for e in endringer:
        assert all(FAKTA[f].endring != "fast" for f in e.fakta)


@pytest.mark.parametrize("profil", [{"kjonn": "mann", "norskniva": "A1"}, {"kjonn": "mann", "norskniva": "A2"}])
def test_hva_ma_endres_er_none_nar_noe_fast_stenger(profil: dict[str, Any]) -> None:
    assert hva_ma_endres(*_vurder(_regler(_vilkar("n", A2), _vilkar("k", KVINNE)), **profil)) is None


def test_i_katalogen_foreslas_aldri_noe_fast(regelsett: Regelsett) -> None:
    fakta = utled(
        les_profil(
            {"oppholdsgrunnlag": "eos", "alder": 60, "kjonn": "mann", "norskniva": "under_A1", "ordning": "kvp"}
        ),
        DAG,
    )
    nei = [v for v in regelsett.vurder_fakta(fakta) if v.verdikt == "unsuitable"]
    svar = [hva_ma_endres(v, fakta) for v in nei]
    assert None in svar, "noe av dette er fast, så noen nei er endelige"
    assert any(svar)
    for v, endringer in zip(nei, svar, strict=True):
        assert (endringer is None) == (understatus(v, fakta) == "aldri")
        for e in endringer or []:
            assert e.fakta
            assert all(FAKTA[f].endring != "fast" for f in e.fakta), v.tiltak_id


@pytest.mark.parametrize(
    ("faktum", "verdier", "ventet"),
    [
        ("kjonn", ("mann",), ("mann",)),
        ("norskniva", ("B1",), ("B1", "B2", "C1")),
        ("norskniva", ("B1", "A2"), ("A2", "B1", "B2", "C1")),
        ("utdanning", ("videregaende",), ("videregaende", "fagbrev", "hoyere")),
        ("innsatsgruppe", ("liten_mulighet",), FAKTA["innsatsgruppe"].verdier),
        ("arbeidssoker", (False,), (True, False)),
        ("yngste_barn_alder", (16,), (16, 17, 18)),
        ("arbeid_timer_uke", (10,), None),
        ("kommune", ("Hamar",), None),
        ("norskniva", None, None),
    ],
)
def test_oppnaelige(faktum: str, verdier: Any, ventet: Any) -> None:
    assert oppnaelige(FAKTA[faktum], verdier) == ventet


def test_kan_bli_oppfylt() -> None:
    fakta = utled(les_profil({"kjonn": "mann", "alder": 40, "norskniva": "A1"}), DAG)
    assert kan_bli_oppfylt(A2, fakta)
    assert kan_bli_oppfylt(NAV, fakta)
    assert not kan_bli_oppfylt(UNG, fakta)
    assert not kan_bli_oppfylt(Krav(alle=[A2, KVINNE]), fakta)
    assert kan_bli_oppfylt(Krav(en_av=[A2, KVINNE]), fakta)


@pytest.mark.parametrize(
    ("krav", "profil", "ventet"),
    [
        (Krav(faktum="programmaned", over=6), {"programmaned": 4}, 3),
        (Krav(faktum="maneder_siden_program", minst=24), {"maneder_siden_program": 3}, 21),
        (VOKSEN, {"fodselsdato": "2009-01-01"}, 2),
        (VOKSEN, {"alder": 17}, 1),
        (VOKSEN, {"alder": 16}, 13),
        (Krav(faktum="botid_ved_vedtak", minst=24), {"bosatt_dato": "2025-01-23"}, 2),
        (VOKSEN, {"alder": 10}, None),
        (A2, {"norskniva": "A1"}, None),
        (KVINNE, {"kjonn": "mann"}, None),
    ],
)
def test_fra_nar(krav: Krav, profil: dict[str, Any], ventet: int | None) -> None:
    assert fra_nar(_regler(_vilkar("v", krav)), "t", les_profil(profil), DAG) == ventet


@pytest.mark.parametrize(("siden", "ventet"), [(0, 24), (3, 21), (23, 1)])
def test_jobbsjansen_etter_intro_kan_tidligst_passe_to_ar_etter(regelsett: Regelsett, siden: int, ventet: int) -> None:
    profil = {
        "kjonn": "kvinne",
        "alder": 34,
        "hjemmevaerende": True,
        "ordning": "ingen",
        "maneder_siden_program": siden,
    }
    assert fra_nar(regelsett, "jobbsjansen", les_profil(profil), DAG) == ventet


def test_en_tid_som_er_ute_kommer_ikke_igjen(regelsett: Regelsett) -> None:
    profil = {"oppholdsgrunnlag": "asyl", "utdanning": "hoyere", "tillatelse_dato": "2025-03-01", "alder": 30}
    fakta = utled(les_profil({**profil, "tilbud_om_oppstart": "2025-04-01"}), DAG)
    v = regelsett.vurder_fakta(fakta, ["norskopplaering"])[0]
    assert (v.verdikt, understatus(v, fakta), hva_ma_endres(v, fakta)) == ("unsuitable", "aldri", None)


def test_fra_nar_nar_tiltaket_begynner_senere() -> None:
    regelsett = _regler(_vilkar("a", VOKSEN), gyldig_fra=date(2027, 2, 1))
    assert fra_nar(regelsett, "t", les_profil({"alder": 30}), DAG) == 3


def test_framskriv_lar_bare_tiden_ga() -> None:
    profil = les_profil({"programmaned": 4, "alder": [34, 40], "norskniva": "A1", "kjonn": "mann", "barn_under_18": 2})
    ny, dag = framskriv(profil, DAG, 18)
    assert dag == date(2028, 5, 23)
    assert ny == {**profil, "programmaned": (22,), "alder": (35, 36, 41, 42)}
    assert profil["programmaned"] == (4,), "den gamle profilen skal stå urørt"
    assert framskriv(profil, DAG, 12)[0]["alder"] == (35, 41)


def test_framskriv_lar_fodselsdatoen_styre_alderen() -> None:
    profil = les_profil({"fodselsdato": "1990-01-01", "alder": 36})
    assert framskriv(profil, DAG, 24)[0] == profil


def test_framskriv_lar_barnet_vokse() -> None:
    assert framskriv(les_profil({"yngste_barn_alder": 0.5}), DAG, 6)[0] == {"yngste_barn_alder": (1.0,)}
    et_ar = les_profil({"yngste_barn_alder": 1})
    assert [framskriv(et_ar, DAG, m)[0]["yngste_barn_alder"] for m in (0, 1, 11, 12)] == [(1,), (1, 2), (1, 2), (2,)]


@pytest.mark.parametrize("maneder", range(25))
def test_barnet_i_hele_ar_dekker_hver_maned_det_kan_vaere_fodt(maneder: int) -> None:
    """What is derived from an age in whole years leaves room for every month of birth."""
    hele, dag = framskriv(les_profil({"yngste_barn_alder": 0}), DAG, maneder)
    mulige = utled(hele, dag).verdier["barnet_innen_14_maneder"]
    for m in range(1, 12):
        noyaktig, _ = framskriv({"yngste_barn_alder": (m / 12,)}, DAG, maneder)
        assert set(utled(noyaktig, dag).verdier["barnet_innen_14_maneder"]) <= set(mulige), m


def test_null_maneder_fram_er_na(regelsett: Regelsett) -> None:
    profil = les_profil({"yngste_barn_alder": 1})
    na = {v.tiltak_id: [b.utfall for b in v.begrunnelser] for v in regelsett.vurder(profil, DAG)}
    for v in tidslinje(regelsett, profil, DAG, 0)[0]:
        assert [b.utfall for b in v.begrunnelser] == na[v.tiltak_id], v.tiltak_id


def test_tidslinjen_har_en_vurdering_for_na_og_hver_maned() -> None:
    regelsett = _regler(_vilkar("m", Krav(faktum="programmaned", over=6)))
    linje = tidslinje(regelsett, les_profil({"programmaned": 4}), DAG, 4)
    assert [v[0].verdikt for v in linje] == ["unsuitable", "unsuitable", "unsuitable", "suitable", "suitable"]
