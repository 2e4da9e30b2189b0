"""Answers about one measure for one participant: the verdict first, every reason, and what must change."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.profil.lesing import les_profil
from bot.regler.utledning import utled
from bot.svar.tiltaksvar import hvorfor_ikke_svar, verdiktsetning, vurderingssvar
from bot.svar.tjeneste import Tjeneste

DAG = date(2026, 11, 23)


def _vurder(tjeneste: Tjeneste, tiltak: str, profil: dict[str, Any], **felt: Any) -> dict[str, Any]:
    return vurderingssvar(tjeneste, tiltak, les_profil(profil), DAG, "nb", felt.pop("neste", None), **felt)


def _setning(tjeneste: Tjeneste, tiltak: str, **profil: Any) -> str:
    lest = les_profil(profil)
    fakta = utled(lest, DAG)
    return verdiktsetning(tjeneste, tjeneste.regelsett.vurder_fakta(fakta, [tiltak])[0], fakta, lest, "nb")


def test_verdiktet_i_en_setning(tjeneste: Tjeneste) -> None:
    assert _setning(tjeneste, "jobbsjansen", alder=60).startswith(
        "**Nei, Jobbsjansen passer ikke.** Krever at personen er mellom 18 og 55 år; oppgitt: 60 år (praksis, "
    )
    assert _setning(tjeneste, "jobbsjansen").startswith("**Jobbsjansen kan passe.** Det avhenger av: om personen er ")
    ung = _setning(tjeneste, "kvalifiseringsprogrammet", fodselsdato="2009-01-24")
    assert ung.startswith("**Kvalifiseringsprogrammet passer ikke nå.** ")
    assert ung.endswith("Tidligst om 3 måneder.")
    assert "(lov, sosialtjenesteloven § 29 første ledd)" in ung


def test_en_endelig_nei_lover_ingen_dato(tjeneste: Tjeneste) -> None:
    svar = _vurder(tjeneste, "jobbsjansen", {"alder": 60})
    assert "Tidligst" not in svar["text"]
    assert "Noe av dette kan ikke endres, så tiltaket blir ikke aktuelt." in svar["text"]
    assert "på plass" not in svar["text"]


def test_et_nei_som_kan_endres_sier_hva_som_ma_pa_plass(tjeneste: Tjeneste) -> None:
    """What is told among the decisive reasons is not told again; what is not, is listed."""
    kort = _vurder(tjeneste, "kvalifiseringsprogrammet", {"alder": 17})
    assert "Det kan endre seg: når dette er på plass, kan tiltaket bli aktuelt." in kort["text"]
    flere = {"alder": 17, "ordning": "intro", "timer_tilgjengelig": 10, "arbeid_timer_uke": 30}
    lang = _vurder(tjeneste, "kvalifiseringsprogrammet", flere)
    assert "**Dette må på plass**\n- " in lang["text"]
    assert "\n- Er mellom 18 og 67 år" in lang["text"].split("**Dette må på plass**")[1]


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
            linjer = [li for li in svar["text"].splitlines() if li.startswith(f"- {grunn['text']} – *")]
            ventet = [f"*{ord_[grunn['status']]}* ({grunn['type']}"]
            if grunn["status"] == "judgement":
                ventet.append(f"*husk dette* ({grunn['type']}")
            assert any(v in li for li in linjer for v in ventet), grunn


def test_alternativer_bare_ved_nei(tjeneste: Tjeneste) -> None:
    nei = _vurder(tjeneste, "jobbsjansen", {"alder": 60}, alternativer=["mentortilskudd", "arbeidstrening"])
    assert "**Se heller på:** Mentortilskudd og Arbeidstrening." in nei["text"]
    assert [v["text"] for v in nei["choices"]] == ["Passer Mentortilskudd?", "Passer Arbeidstrening?"]
    kanskje = _vurder(tjeneste, "jobbsjansen", {"alder": 30}, alternativer=["mentortilskudd"])
    assert "Se heller på" not in kanskje["text"]


def test_et_tenkt_tilfelle_sier_for_og_na(tjeneste: Tjeneste) -> None:
    svar = _vurder(tjeneste, "jobbsjansen", {"alder": 60}, for_=les_profil({"alder": 30}))
    assert svar["text"].startswith("*Tenkt tilfelle: 30 år → 60 år*\n\n**Før: kan passe. Nå: passer ikke.**")


def test_et_tenkt_tilfelle_som_ikke_endrer_konklusjonen(tjeneste: Tjeneste) -> None:
    svar = _vurder(tjeneste, "jobbsjansen", {"alder": 31}, for_=les_profil({"alder": 30}))
    assert "**Konklusjonen er den samme: kan passe.**" in svar["text"]
    assert "Før:" not in svar["text"]


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
    assert "Se heller på" not in svar["text"]
    assert svar["payload"]["next_question"]["fact"] == "alder"


def test_hvorfor_ikke_viser_til_det_som_ligger_naermere(tjeneste: Tjeneste) -> None:
    for_gammel = les_profil({"alder": 60})
    tekst = hvorfor_ikke_svar(tjeneste, "jobbsjansen", for_gammel, DAG, "nb", "arbeidstrening", None)["text"]
    assert "**Se heller på Arbeidstrening.** Det avhenger av om " in tekst
    samme = hvorfor_ikke_svar(tjeneste, "jobbsjansen", for_gammel, DAG, "nb", "jobbsjansen", None)["text"]
    assert "Se heller på" not in samme


def test_en_grunn_star_bare_en_gang_i_hvorfor_ikke(tjeneste: Tjeneste) -> None:
    svar = hvorfor_ikke_svar(tjeneste, "jobbsjansen", les_profil({"alder": 60}), DAG, "nb", None, None)
    for grunn in svar["payload"]["measures"][0]["reasons"]:
        assert svar["text"].count(f" {grunn['text']} – *") == 1


def test_det_som_bare_skal_ordnes_er_ikke_noe_a_vurdere(tjeneste: Tjeneste) -> None:
    tekst = _vurder(tjeneste, "jobbsjansen", {"alder": 30})["text"]
    assert "- Deltakelsen er frivillig og kan ikke være vilkår for sosialhjelp – *husk dette* (praksis" in tekst


def test_det_som_taler_mot_sies_i_konklusjonen(tjeneste: Tjeneste) -> None:
    """A usual condition that is known to fail decides more than what is not known yet."""
    assert " Taler mot: vanlig at personen har norsk på minst A2 (" in _setning(tjeneste, "jobbklubb", norskniva="A1")
    assert "Taler mot" not in _setning(tjeneste, "jobbklubb", norskniva="B1")


def test_et_unntak_som_ikke_gjelder_er_ikke_et_krav(tjeneste: Tjeneste) -> None:
    tekst = _vurder(tjeneste, "introduksjonsprogrammet", {"oppholdsgrunnlag": "eos"})["text"]
    assert "- Unntaket gjelder ikke: kommunen kan tilby program" in tekst
    assert "Krever: kommunen" not in tekst
