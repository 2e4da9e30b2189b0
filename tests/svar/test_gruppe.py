"""A group of measures: the same reason said once, measures that wait for the same in one row."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bot.profil.lesing import les_profil
from bot.profil.samtale import Malform
from bot.svar.gruppe import gruppe
from bot.svar.svar import Svarbygger
from bot.svar.tjeneste import Tjeneste

from .alle import A2_MANED_4, FULL, KVP, anbefaling


def _tekst(tjeneste: Tjeneste, profil: dict[str, Any], malform: Malform = "nb", vis: int = 20) -> str:
    a = anbefaling(tjeneste, les_profil(profil), None)
    bygger = Svarbygger(tjeneste, malform)
    gruppe(bygger, "venter", a.kan_passe, vis, a.fakta, malform)
    tekst: str = bygger.ferdig("recommendation", {}, a.fakta.i_dag)["text"]
    return tekst


@pytest.mark.parametrize("malform", ["nb", "nn"])
@pytest.mark.parametrize("profil", [{}, A2_MANED_4, FULL, KVP], ids=["tom", "A2", "full", "kvp"])
def test_ingen_grunn_star_mer_enn_to_ganger(tjeneste: Tjeneste, profil: dict[str, Any], malform: Malform) -> None:
    tekst = _tekst(tjeneste, profil, malform)
    a = anbefaling(tjeneste, les_profil(profil), None)
    for p in a.kan_passe:
        for grunn in tjeneste.tiltak_json(p.vurdering, a.fakta, malform)["reasons"][:2]:
            if len(grunn["text"]) > 30:
                assert tekst.count(grunn["text"][4:]) <= 3, grunn["text"]


def test_hvert_tiltak_star_en_gang(tjeneste: Tjeneste) -> None:
    tekst = _tekst(tjeneste, A2_MANED_4, vis=100)
    a = anbefaling(tjeneste, les_profil(A2_MANED_4), None)
    for p in a.kan_passe:
        assert tekst.count(f"**{tjeneste.tiltak[p.vurdering.tiltak_id].navn}**") == 1
    assert "Også her" not in tekst


def test_det_som_gar_igjen_er_nummerert_og_vist_til(tjeneste: Tjeneste) -> None:
    tekst = _tekst(tjeneste, A2_MANED_4)
    hode = next(linje for linje in tekst.splitlines() if linje.startswith("Flere avhenger av: (1) om "))
    assert "om personen er registrert hos Nav" in hode
    assert "avhenger av punkt 1" in tekst


def test_en_tom_gruppe_er_ingenting(tjeneste: Tjeneste) -> None:
    a = anbefaling(tjeneste, {}, None)
    bygger = Svarbygger(tjeneste, "nb")
    gruppe(bygger, "venter", [], 5, a.fakta, "nb")
    assert bygger.ferdig("recommendation", {}, a.fakta.i_dag)["text"] == ""


def test_en_rad_har_en_eier_som_gjelder_alle(tjeneste: Tjeneste) -> None:
    for profil in ({}, A2_MANED_4, FULL, KVP, {"rusproblem": True, "alder": 28}):
        for linje in _tekst(tjeneste, profil, vis=100).splitlines():
            navn = re.findall(r"\*\*([^*]+)\*\*", linje) if linje.startswith("- **") else []
            eiere = {t.eier.tekst for t in tjeneste.tiltak.values() if t.navn in navn}
            if len(eiere) > 1:
                assert re.search(r"\*\* \((?:Nav|kommunen|fylkeskommunen)\)| til \((?:Nav|kommunen)\)", linje), linje
