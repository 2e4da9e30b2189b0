"""The catalogue as the rules and the API see it: added conditions, reasons, months, filters and details."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from bot.profil.lesing import ProfilFeil, les_profil
from bot.regler.forklaring import framskriv
from bot.regler.utledning import utled
from bot.regler.vilkar import Utfall
from bot.svar.payload import AssessResponse, MeasureDetail, MeasureSummary
from bot.svar.tjeneste import Tjeneste, tiltaksregler

DAG = date(2026, 11, 23)


def test_det_kildene_ikke_sier_ma_et_menneske_finne_ut(tjeneste: Tjeneste) -> None:
    """History is never a yes, a local offer may be elsewhere, and silence about conditions is not "no conditions"."""
    sett = set()
    for t in tjeneste.tiltak.values():
        ekstra = [v for v in tiltaksregler(t).vilkar if v not in tiltaksregler(t).vilkar[: len(t.vilkar)]]
        ventet = ["finnes-det"] if t.status.kode == "historisk" else [] if t.sted.landsdekkende else ["finnes-det-her"]
        if all(v.styrke == "gjennomforing" for v in t.vilkar):
            ventet.append("vilkar-ikke-oppgitt")
        assert [v.id for v in ekstra] == ventet, t.id
        assert all(v.krav is None and v.styrke == "krav" and v.tekst_nn for v in ekstra)
        sett |= set(ventet)
    assert sett == {"finnes-det", "finnes-det-her", "vilkar-ikke-oppgitt"}


def test_ingenting_historisk_eller_uten_vilkar_passer_uten_videre(tjeneste: Tjeneste) -> None:
    profil = les_profil({"alder": 30, "norskniva": "B2", "ordning": "nav", "arbeidssoker": True})
    for v in tjeneste.regelsett.vurder(profil, DAG):
        t = tjeneste.tiltak[v.tiltak_id]
        if t.status.kode == "historisk" or not t.vilkar:
            assert v.verdikt != "suitable", t.id


def _grunner(tjeneste: Tjeneste, tiltak: str, malform: Any = "nb", **profil: Any) -> list[dict[str, Any]]:
    fakta = utled(les_profil(profil), DAG)
    v = tjeneste.regelsett.vurder_fakta(fakta, [tiltak])[0]
    return [tjeneste.grunn(tiltak, b, fakta, malform) for b in v.begrunnelser]


def test_en_brutt_grunn_sier_hva_deltakeren_har(tjeneste: Tjeneste) -> None:
    gammel = [g for g in _grunner(tjeneste, "jobbsjansen", alder=60) if g["status"] == "unmet"]
    assert [g["text"] == "Krever at personen er mellom 18 og 55 år; oppgitt: 60 år" for g in gammel] == [True]
    eldre = [g for g in _grunner(tjeneste, "jobbsjansen", alder=61) if g["status"] == "unmet"]
    assert eldre[0]["text"].endswith("; oppgitt: 61 år"), "grunnen er gjemt fra forrige spørsmål"
    assert all("oppgitt" not in g["text"] for g in _grunner(tjeneste, "jobbsjansen", alder=30))


def test_grunnen_folger_malformen(tjeneste: Tjeneste) -> None:
    nb, nn = (_grunner(tjeneste, "arbeidstrening", m) for m in ("nb", "nn"))
    vilkar = tiltaksregler(tjeneste.tiltak["arbeidstrening"]).vilkar
    assert [g["text"] for g in nb] == [v.tekst for v in vilkar]
    assert [g["text"] for g in nn] == [v.tekst_nn or v.tekst for v in vilkar]
    assert nb != nn


def test_hver_grunn_har_kilde(tjeneste: Tjeneste) -> None:
    for v in tjeneste.regelsett.vurder({}, DAG):
        fakta = utled({}, DAG)
        for b in v.begrunnelser:
            assert tjeneste.grunn(v.tiltak_id, b, fakta)["source_ids"], (v.tiltak_id, b.vilkar.id)


def _vurdert(tjeneste: Tjeneste, tiltak: str, **profil: Any) -> dict[str, Any]:
    lest = les_profil(profil)
    fakta = utled(lest, DAG)
    return tjeneste.tiltak_json(tjeneste.regelsett.vurder_fakta(fakta, [tiltak])[0], fakta, "nb", lest)


def test_tiltak_har_de_avgjorende_grunnene_forst(tjeneste: Tjeneste) -> None:
    ja = _vurdert(tjeneste, "jobbsjansen", alder=60, ordning="nav")
    assert (ja["verdict"], ja["substatus"], ja["missing"]) == ("unsuitable", "aldri", [])
    assert ja["reasons"][0]["status"] == "unmet"
    assert ja["summary"] == ja["reasons"][0]["text"]
    kanskje = _vurdert(tjeneste, "jobbsjansen")
    assert (kanskje["verdict"], kanskje["substatus"]) == ("conditional", "mangler_opplysning")
    assert kanskje["summary"].startswith("Avhenger av om ")
    assert "alder" in kanskje["missing"]
    assert len({json.dumps(g) for g in kanskje["reasons"]}) == len(kanskje["reasons"])


def test_tidligste_maned_er_den_tiden_alene_gir(tjeneste: Tjeneste) -> None:
    """Only for somebody in a known month, and only when waiting helps."""
    profil = les_profil({"programmaned": 4, "alder": 17})
    funn = {t: m for t in tjeneste.tiltak if (m := _vurdert(tjeneste, t, programmaned=4, alder=17)["earliest_month"])}
    assert funn, "en som er 17 år, blir 18"
    for t, maned in funn.items():
        rett_for, da = (tjeneste.regelsett.vurder(*framskriv(profil, DAG, maned - n), [t])[0] for n in (5, 4))
        assert (rett_for.verdikt, da.verdikt != "unsuitable") == ("unsuitable", True), t
        assert _vurdert(tjeneste, t, alder=17)["earliest_month"] is None


def test_vurder_alle_er_svaret_fra_assess(tjeneste: Tjeneste) -> None:
    svar = tjeneste.vurder_alle({"norskniva": "A2", "programmaned": 4}, DAG)
    lest = AssessResponse.model_validate(json.loads(json.dumps(svar)))
    assert {t.id for t in lest.measures} == set(tjeneste.tiltak)
    kilder = {k.id for k in lest.sources}
    assert {p for t in lest.measures for g in t.reasons for p in g.source_ids} == kilder
    assert lest.profile == {"norskniva": "A2", "programmaned": 4}
    with pytest.raises(ProfilFeil, match="skostorrelse"):
        tjeneste.vurder_alle({"skostorrelse": 42}, DAG)


def test_listen_over_tiltak_kan_siles(tjeneste: Tjeneste) -> None:
    alle = tjeneste.tiltak_liste()
    assert len(alle) == len(tjeneste.tiltak)
    assert [t["name"] for t in alle] == sorted(t["name"] for t in alle)
    for t in alle:
        MeasureSummary.model_validate(t)
    nav = tjeneste.tiltak_liste(eier="nav")
    assert {t["id"] for t in nav} == {t.id for t in tjeneste.tiltak.values() if t.eier.kategori == "nav"}
    assert {t["status"] for t in tjeneste.tiltak_liste(status="historisk")} == {"historisk"}
    assert "kvalifiseringsprogrammet" in {t["id"] for t in tjeneste.tiltak_liste(q=" KVP ")}
    assert tjeneste.tiltak_liste(q="finnes ikke noe slikt") == []
    i_kommunen = {t["id"] for t in tjeneste.tiltak_liste(kommune="3405")}
    lokale = {t.id for t in tjeneste.tiltak.values() if "3405" in t.sted.kommuner}
    landet = {t.id for t in tjeneste.tiltak.values() if t.sted.landsdekkende}
    assert lokale
    assert i_kommunen == lokale | landet
    assert tjeneste.tiltak_liste(eier="nav", q="arbeidstrening")[0]["id"] == "arbeidstrening"


def test_detaljene_om_hvert_tiltak(tjeneste: Tjeneste) -> None:
    for t in tjeneste.tiltak:
        detaljer = tjeneste.tiltak_detaljer(t)
        assert detaljer is not None
        lest = MeasureDetail.model_validate(json.loads(json.dumps(detaljer)))
        assert lest.sources
        assert len({k.id for k in lest.sources}) == len(lest.sources)
    assert tjeneste.tiltak_detaljer("finnes-ikke") is None


def test_forste_steg_og_ordninger_er_kjent(tjeneste: Tjeneste) -> None:
    """The names the service knows by heart are in the catalogue."""
    ordninger = {o.er_ordning: o.id for o in tjeneste.opplysninger.values() if o.er_ordning}
    assert set(ordninger) == {"intro", "kvp", "jobbsjansen"}
    assert {o.gjort_nar for o in tjeneste.opplysninger.values()} == {None, "arbeidssoker", "innsatsgruppe"}


def test_uten_nasjonale_ider_teller_alle(tjeneste: Tjeneste, kilder: Any) -> None:
    alle = Tjeneste(list(tjeneste.tiltak.values())[:5], [], kilder)
    assert all(o.nasjonalt for o in alle.opplysninger.values())
    assert not all(o.nasjonalt for o in tjeneste.opplysninger.values())


def test_en_grunn_uten_egen_kilde_far_tiltakets(tjeneste: Tjeneste) -> None:
    for v in tjeneste.regelsett.vurder({}, DAG):
        for b in v.begrunnelser:
            if b.utfall is Utfall.SKJONN and not b.vilkar.hjemmel and not b.vilkar.kilder:
                tiltakets = tjeneste.kilder.henvisninger(tjeneste.tiltak[v.tiltak_id].kilder)
                assert tjeneste.grunn(v.tiltak_id, b, utled({}, DAG))["source_ids"] == list(tiltakets)
