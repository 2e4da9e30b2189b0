"""The recommendation in words: the conclusion's count, the groups, the reminders and the place."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bot.profil.lesing import les_profil
from bot.profil.samtale import Malform
from bot.svar.anbefaling import anbefalingssvar
from bot.svar.tjeneste import Tjeneste

from .alle import A2_MANED_4, FULL, KVP, anbefaling


def _svar(tjeneste: Tjeneste, profil: dict[str, Any], malform: Malform = "nb", **felt: Any) -> dict[str, Any]:
    lest = les_profil(profil)
    valg: dict[str, Any] = {"eier": "nav", "hva": "Nav-tiltak", "tenkt": False, **felt}
    return anbefalingssvar(tjeneste, anbefaling(tjeneste, lest, valg["eier"]), lest, malform, **valg)


@pytest.mark.parametrize("profil", [{}, A2_MANED_4, FULL, KVP], ids=["tom", "A2 måned 4", "full", "KVP"])
def test_konklusjonen_teller_det_nyttelasten_har(tjeneste: Tjeneste, profil: dict[str, Any]) -> None:
    svar = _svar(tjeneste, profil)
    tiltak = svar["payload"]["measures"]
    ja, kanskje, nei = ([t for t in tiltak if t["verdict"] == v] for v in ("suitable", "conditional", "unsuitable"))
    skjonn = [t for t in kanskje if t["substatus"] in ("skjonn", "avgjorelse")]
    linje = next(d for d in svar["text"].split("\n\n") if d.startswith("**Nav-tiltak"))
    tall = {
        tekst: int(n)
        for n, tekst in re.findall(r"(\d+) (passer ikke nå|passer ikke|passer hvis|passer|kan passe)", linje)
    }
    assert sum(tall.values()) == len(tiltak)
    assert tall.get("passer", 0) == len(ja)
    assert tall.get("passer ikke nå", 0) + tall.get("passer ikke", 0) == len(nei)
    assert len(skjonn) <= tall.get("passer hvis", 0) <= len(kanskje)


def test_ingenting_funnet_sies_rett_ut(tjeneste: Tjeneste) -> None:
    svar = _svar(tjeneste, {}, eier="imdi", hva="tiltak hos IMDi")
    assert svar["text"].startswith("**Jeg finner ingen tiltak hos IMDi.**")
    assert svar["payload"]["measures"] == []


def test_forst_star_det_det_regnes_med(tjeneste: Tjeneste) -> None:
    assert _svar(tjeneste, A2_MANED_4)["text"].startswith(
        "*Jeg regner med: norsk A2 · måned 4 i intro*\n\n**Se først på Arbeidstrening, "
    )
    assert _svar(tjeneste, A2_MANED_4, tenkt=True)["text"].startswith("*Tenkt tilfelle: norsk A2")
    assert _svar(tjeneste, {})["text"].startswith("**Se først på ")


def test_begge_svarene_om_de_femten_timene_sies_for_utdanningen_er_kjent(tjeneste: Tjeneste) -> None:
    tekst = _svar(tjeneste, A2_MANED_4)["text"]
    assert "15 timer arbeidsrettet innhold" in tekst
    assert "med videregående eller høyere: fra måned 4 (altså nå)" in tekst
    assert "uten fullført videregående: fra måned 7 (ikke ennå)" in tekst
    assert "arbeidsrettet innhold" not in _svar(tjeneste, KVP)["text"]


def test_hver_linje_har_slag_og_sted(tjeneste: Tjeneste) -> None:
    """A reason is law, practice or suitability, and says where it stands."""
    linjer = [li for li in _svar(tjeneste, A2_MANED_4)["text"].splitlines() if li.startswith("- **") and " – " in li]
    assert len(linjer) > 5
    for linje in linjer:
        assert re.search(r"\((lov|praksis|egnethet)(, [^)]+)?\)|punkt \d", linje), linje


@pytest.mark.parametrize(
    ("profil", "eier", "norsk", "stonad"),
    [
        (A2_MANED_4, "nav", True, True),
        (A2_MANED_4, None, True, True),
        (A2_MANED_4, "kommune", False, False),
        (KVP, "nav", True, False),
        ({"programmaned": 4}, "nav", False, True),
    ],
)
def test_husk_folger_av_fakta(
    tjeneste: Tjeneste, profil: dict[str, Any], eier: str | None, norsk: bool, stonad: bool
) -> None:
    tekst = _svar(tjeneste, profil, eier=eier)["text"]
    assert ("har ingen norskgrense" in tekst) is norsk
    assert ("beholder introduksjonsstønaden" in tekst) is stonad


def test_stedets_eksempler_er_merket_med_status(tjeneste: Tjeneste) -> None:
    lokale = [t for t in tjeneste.tiltak.values() if "3405" in t.sted.kommuner]
    tekst = _svar(tjeneste, KVP, lokale=lokale, sted="Lillehammer")["text"]
    assert {t.status.kode for t in lokale} == {"historisk"}
    assert "**Historiske eksempler fra Lillehammer** (avklar om de finnes nå)" in tekst
    nytt = next(t for t in tjeneste.tiltak.values() if t.status.kode == "lokal")
    blandet = _svar(tjeneste, KVP, lokale=[*lokale, nytt], sted="Lillehammer")["text"]
    assert f"**Lokale eksempler fra Lillehammer** (avklar om de finnes nå)\n- **{nytt.navn}**" in blandet
    for t in lokale[:8]:
        assert f"- **{t.navn}** ({t.status.tekst})" in tekst
    assert "Kildene mine har ingen lokale tiltak herfra" in _svar(tjeneste, KVP, sted="Røst")["text"]
    assert "okale" not in _svar(tjeneste, KVP)["text"]


def test_neste_sporsmal_er_det_anbefalingen_stiller(tjeneste: Tjeneste) -> None:
    svar = _svar(tjeneste, A2_MANED_4)
    assert svar["payload"]["next_question"]["fact"] == "utdanning"
    assert "**Neste spørsmål:** Hvilken utdanning" in svar["text"]
