"""Answers about one measure: the verdict first, every reason, what must change, and the side that was asked for."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.profil.lesing import les_profil
from bot.regler.utledning import utled
from bot.regler.vilkar import Utfall
from bot.svar.tiltaksvar import (
    forklaringssvar,
    hvorfor_ikke_svar,
    timer,
    varighet_for,
    verdiktsetning,
    vurderingssvar,
)
from bot.svar.tjeneste import Tjeneste

DAG = date(2026, 11, 23)


def _vurder(tjeneste: Tjeneste, tiltak: str, profil: dict[str, Any], **felt: Any) -> dict[str, Any]:
    return vurderingssvar(tjeneste, tiltak, les_profil(profil), DAG, "nb", felt.pop("neste", None), **felt)


def _setning(tjeneste: Tjeneste, tiltak: str, **profil: Any) -> str:
    lest = les_profil(profil)
    fakta = utled(lest, DAG)
    return verdiktsetning(tjeneste, tjeneste.regelsett.vurder_fakta(fakta, [tiltak])[0], fakta, lest, "nb")


def test_verdiktet_i_en_setning(tjeneste: Tjeneste) -> None:
    assert _setning(tjeneste, "jobbsjansen", alder=60).startswith("**Nei, Jobbsjansen passer ikke.** Det avgjørende: ")
    assert _setning(tjeneste, "jobbsjansen").startswith("**Jobbsjansen kan passe.** Det avhenger av: ")
    ung = _setning(tjeneste, "kvalifiseringsprogrammet", fodselsdato="2009-01-24")
    assert ung.startswith("**Kvalifiseringsprogrammet passer ikke nå.** ")
    assert ung.endswith("Tidligst om 3 måneder.")
    assert "(lov, sosialtjenesteloven § 29 første ledd)" in ung


def test_en_endelig_nei_lover_ingen_dato(tjeneste: Tjeneste) -> None:
    svar = _vurder(tjeneste, "jobbsjansen", {"alder": 60})
    assert "Tidligst" not in svar["text"]
    assert "Noe av dette kan ikke endres, så tiltaket blir ikke aktuelt." in svar["text"]
    assert "Dette må på plass" not in svar["text"]


def test_et_nei_som_kan_endres_sier_hva_som_ma_pa_plass(tjeneste: Tjeneste) -> None:
    svar = _vurder(tjeneste, "kvalifiseringsprogrammet", {"alder": 17})
    assert "**Dette må på plass**\n- Mellom 18 og 67 år" in svar["text"]


def test_alle_vilkar_star_med_status_og_slag(tjeneste: Tjeneste) -> None:
    for tiltak in ("jobbsjansen", "arbeidstrening", "kvalifiseringsprogrammet", "introduksjonsprogrammet"):
        svar = _vurder(tjeneste, tiltak, {"alder": 34, "norskniva": "A2"})
        for grunn in svar["payload"]["measures"][0]["reasons"]:
            ord_ = {
                "met": "oppfylt",
                "unmet": "ikke oppfylt",
                "unknown": "mangler opplysning",
                "judgement": "må vurderes",
            }
            assert f"- {grunn['text']} – *{ord_[grunn['status']]}* ({grunn['type']}" in svar["text"]


def test_alternativer_bare_ved_nei(tjeneste: Tjeneste) -> None:
    nei = _vurder(tjeneste, "jobbsjansen", {"alder": 60}, alternativer=["mentortilskudd", "arbeidstrening"])
    assert "**Se heller på:** Mentortilskudd og Arbeidstrening." in nei["text"]
    assert [v["text"] for v in nei["choices"]] == ["Passer Mentortilskudd?", "Passer Arbeidstrening?"]
    kanskje = _vurder(tjeneste, "jobbsjansen", {"alder": 30}, alternativer=["mentortilskudd"])
    assert "Se heller på" not in kanskje["text"]


def test_et_tenkt_tilfelle_sier_for_og_na(tjeneste: Tjeneste) -> None:
    svar = _vurder(tjeneste, "jobbsjansen", {"alder": 60}, for_=les_profil({"alder": 30}))
    assert svar["text"].startswith("*Tenkt tilfelle: 30 år → 60 år*\n\n**Før: kan passe. Nå: passer ikke.**")


def test_hvorfor_ikke_har_de_avgjorende_grunnene_nummerert(tjeneste: Tjeneste) -> None:
    en = hvorfor_ikke_svar(tjeneste, "jobbsjansen", les_profil({"alder": 60}), DAG, "nb", None, None)["text"]
    assert "**Jobbsjansen faller bort av denne grunnen:**\n1. " in en
    assert "\n2. " not in en
    to = hvorfor_ikke_svar(
        tjeneste, "jobbsjansen", les_profil({"alder": 60, "ordning": "intro"}), DAG, "nb", None, None
    )["text"]
    assert "**Jobbsjansen faller bort av disse grunnene:**\n1. " in to
    assert "\n2. " in to


def test_hvorfor_ikke_om_noe_som_ikke_er_utelukket(tjeneste: Tjeneste) -> None:
    svar = hvorfor_ikke_svar(tjeneste, "jobbsjansen", {}, DAG, "nb", "arbeidstrening", "alder")
    assert "**Jobbsjansen er ikke utelukket, men ikke avklart.** Dette avgjør:" in svar["text"]
    assert "Til sammenligning, Arbeidstrening: " in svar["text"]
    assert svar["payload"]["next_question"]["fact"] == "alder"
    samme = hvorfor_ikke_svar(tjeneste, "jobbsjansen", {}, DAG, "nb", "jobbsjansen", None)["text"]
    assert "Til sammenligning" not in samme


def test_en_grunn_star_bare_en_gang_i_hvorfor_ikke(tjeneste: Tjeneste) -> None:
    svar = hvorfor_ikke_svar(tjeneste, "jobbsjansen", les_profil({"alder": 60}), DAG, "nb", None, None)
    for grunn in svar["payload"]["measures"][0]["reasons"]:
        assert svar["text"].count(f" {grunn['text']} – *") == 1


@pytest.mark.parametrize(
    ("sporsmal", "begynner"),
    [
        ("hvor_lenge", "**Varighet:**"),
        ("hvem_betaler", "**Hvem har ansvaret:**"),
        ("hvem_eier", "**Hvem har ansvaret:**"),
        ("hvordan_soke", "**Slik går du fram**"),
        (None, "**Midlertidig lønnstilskudd**"),
    ],
)
def test_den_siden_det_ble_spurt_om_star_forst(tjeneste: Tjeneste, sporsmal: str | None, begynner: str) -> None:
    svar = forklaringssvar(tjeneste, "midlertidig-lonnstilskudd", {}, DAG, "nb", sporsmal)
    assert svar["text"].startswith(begynner)
    assert tjeneste.tiltak["midlertidig-lonnstilskudd"].sammendrag in svar["text"]
    valg = [v["text"] for v in svar["choices"]]
    assert ("Hvor lenge kan Midlertidig lønnstilskudd vare?" in valg) is (sporsmal != "hvor_lenge")


def test_uten_sats_sies_det(tjeneste: Tjeneste) -> None:
    uten = next(t for t in tjeneste.tiltak.values() if not t.satser)
    svar = forklaringssvar(tjeneste, uten.id, {}, DAG, "nb", "hvor_mye")
    assert svar["text"].startswith(f"**Kildene oppgir ingen sats for {uten.navn}.**")
    med = next(t for t in tjeneste.tiltak.values() if t.satser)
    svar = forklaringssvar(tjeneste, med.id, {}, DAG, "nb", "hvor_mye")
    assert svar["text"].startswith("**Satser**\n- ")
    assert all(s.tekst in svar["text"] for s in med.satser)


def test_historie_er_merket_som_historie(tjeneste: Tjeneste) -> None:
    gammel = next(t for t in tjeneste.tiltak.values() if t.status.kode == "historisk")
    tekst = forklaringssvar(tjeneste, gammel.id, {}, DAG, "nb", None)["text"]
    assert f"**{gammel.navn}** *({gammel.status.tekst})*: " in tekst


def test_bare_grenser_som_kan_gjelde_vises(tjeneste: Tjeneste) -> None:
    t = tjeneste.tiltak["midlertidig-lonnstilskudd"]
    for profil, utelatt in (
        ({"nedsatt_arbeidsevne": False}, True),
        ({"nedsatt_arbeidsevne": True}, False),
        ({}, False),
    ):
        funn = varighet_for(t, les_profil(profil), DAG)
        assert [g for g, _ in funn] == list(t.varighet.grenser)
        assert any(u is Utfall.IKKE_OPPFYLT for _, u in funn) is utelatt
        tekst = forklaringssvar(tjeneste, t.id, les_profil(profil), DAG, "nb", "hvor_lenge")["text"].split("\n\n")[0]
        for g, u in funn:
            assert (f"- {g.tekst}" in tekst) is (u is not Utfall.IKKE_OPPFYLT)


def test_timer_i_uka(tjeneste: Tjeneste) -> None:
    omfang = next(iter(tjeneste.tiltak.values())).omfang
    spenn = omfang.model_copy(update={"timer_uke_min": 15.0, "timer_uke_maks": 37.5})
    assert timer(spenn, "nb") == "15–37,5 timer i uka"
    assert timer(spenn, "nn") == "15–37,5 timar i veka"
    assert timer(spenn.model_copy(update={"timer_uke_min": 37.5}), "nb") == "37,5 timer i uka"
    assert timer(spenn.model_copy(update={"timer_uke_maks": None, "tekst": "varierer"}), "nb") == "varierer"
