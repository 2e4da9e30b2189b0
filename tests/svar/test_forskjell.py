"""A supposed case against the facts: what changes comes first, and nothing is said to change that does not."""

from __future__ import annotations

from typing import Any

from bot.profil.lesing import les_profil
from bot.regler.anbefaling import sammenlign_profiler
from bot.svar.forskjell import forskjellssvar
from bot.svar.tjeneste import Tjeneste

from .alle import A2_MANED_4, DAG, FULL, KVP, anbefaling


def _svar(tjeneste: Tjeneste, for_: dict[str, Any], etter: dict[str, Any], **felt: Any) -> dict[str, Any]:
    a, b = les_profil(for_), les_profil(etter)
    ider = [p.vurdering.tiltak_id for p in anbefaling(tjeneste, b).alle]
    funn = sammenlign_profiler(tjeneste.regelsett, a, b, DAG, ider)
    krav_for = anbefaling(tjeneste, a).arbeidsretting
    return forskjellssvar(tjeneste, funn, a, b, anbefaling(tjeneste, b), krav_for, "nb", **felt)


def test_det_som_skifter_konklusjon_telles_og_begrunnes(tjeneste: Tjeneste) -> None:
    for_, etter = {"alder": 15}, {"alder": 30}
    a, b = les_profil(for_), les_profil(etter)
    ider = [p.vurdering.tiltak_id for p in anbefaling(tjeneste, b).alle]
    par = zip(tjeneste.regelsett.vurder(a, DAG, ider), tjeneste.regelsett.vurder(b, DAG, ider), strict=True)
    skifter = [(x, y) for x, y in par if x.verdikt != y.verdikt]
    assert skifter
    tekst = _svar(tjeneste, for_, etter)["text"]
    assert tekst.startswith("*Tenkt tilfelle: 15 år → 30 år*\n\n")
    assert f"**{len(skifter)} tiltak skifter konklusjon.**" in tekst
    ord_ = {"suitable": "passer", "conditional": "kan passe", "unsuitable": "passer ikke"}
    for x, y in skifter[:8]:
        navn = tjeneste.tiltak[x.tiltak_id].navn
        assert f"- **{navn}**: {ord_[x.verdikt]} → {ord_[y.verdikt]}" in tekst


def test_ingenting_endres_nar_faktumet_ikke_betyr_noe(tjeneste: Tjeneste) -> None:
    svar = _svar(tjeneste, FULL, {**FULL, "kommune": "Hamar"})
    assert "**Det endrer ingenting for disse tiltakene.**" in svar["text"]
    assert "→" not in svar["text"].split("\n\n", 1)[1]


def test_bare_vilkar_endres(tjeneste: Tjeneste) -> None:
    svar = _svar(tjeneste, A2_MANED_4, {**A2_MANED_4, "norskniva": "A1"})
    assert "**Ingen tiltak skifter konklusjon, men enkeltvilkår endrer seg for " in svar["text"]
    assert "oppfylt → ikke oppfylt" in svar["text"]


def test_kravet_til_programmet_endres_med_maneden(tjeneste: Tjeneste) -> None:
    svar = _svar(tjeneste, {**FULL, "programmaned": 3}, {**FULL, "programmaned": 4})
    assert "**Måned 4: programmet skal nå ha minst 15 timer" in svar["text"]
    uendret = _svar(tjeneste, {**FULL, "programmaned": 4}, {**FULL, "programmaned": 5})
    assert "programmet skal nå ha" not in uendret["text"]


def test_ut_av_intro_faller_kravet_bort(tjeneste: Tjeneste) -> None:
    svar = _svar(tjeneste, FULL, KVP)
    assert "faller da bort (lov, integreringsloven § 14 a tredje ledd)" in svar["text"]
    assert "integreringsloven/14-a-tredje-ledd" in {k["id"] for k in svar["payload"]["sources"]}


def test_tiltaket_det_ble_snakket_om_besvares_forst(tjeneste: Tjeneste) -> None:
    svar = _svar(tjeneste, A2_MANED_4, {**A2_MANED_4, "alder": 60}, i_fokus="jobbsjansen")
    assert svar["text"].split("\n\n")[1].startswith("**Nei, Jobbsjansen passer ikke.**")


def test_nyttelasten_er_for_det_tenkte_tilfellet(tjeneste: Tjeneste) -> None:
    svar = _svar(tjeneste, A2_MANED_4, {**A2_MANED_4, "norskniva": "B1"})
    assert svar["payload"]["profile"]["norskniva"] == "B1"
    verdikter = {
        v.tiltak_id: v.verdikt for v in tjeneste.regelsett.vurder(les_profil({**A2_MANED_4, "norskniva": "B1"}), DAG)
    }
    assert all(verdikter[t["id"]] == t["verdict"] for t in svar["payload"]["measures"])
