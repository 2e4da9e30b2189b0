"""Replies to several questions: each says what it answers, and nothing is told twice."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.profil.samtale import Malform
from bot.svar.flere import sett_sammen
from bot.svar.svar import Svarbygger
from bot.svar.tjeneste import Tjeneste

DAG = date(2026, 11, 23)


def _svar(tjeneste: Tjeneste, tekst: str, *, malform: Malform = "nb", spor: str | None = "alder") -> dict[str, Any]:
    b = Svarbygger(tjeneste, malform)
    b.avsnitt("*Jeg regner med: norsk A2*" if malform == "nb" else "*Eg reknar med: norsk A2*")
    b.avsnitt(tekst)
    b.kilde_hjemmel("integreringsloven § 13")
    b.valg("Mer", "Fortell mer")
    b.neste_sporsmal(spor)
    return b.ferdig("rule", {}, DAG)


@pytest.mark.parametrize("malform", ["nb", "nn"])
def test_hvert_svar_sier_hva_det_svarer_pa_og_sier_det_en_gang(tjeneste: Tjeneste, malform: Malform) -> None:
    forste, siste = _svar(tjeneste, "Ett.", malform=malform), _svar(tjeneste, "To.", malform=malform)
    en, to = sett_sammen([("hva er *A*?", [forste]), ("hva er B?", [siste])])
    assert en["text"].startswith("**1. Hva er A?**\n\n")
    assert to["text"].startswith("**2. Hva er B?**\n\nTo.")
    assert "integreringsloven § 13" in en["text"]
    assert "integreringsloven § 13" not in to["text"]
    for en_gang in ("norsk A2", "kontroller", "Neste spørsmål"):
        assert (en["text"] + to["text"]).count(en_gang) == 1, en_gang
    assert [s["payload"].get("next_question") is None for s in (en, to)] == [True, False]
    assert (en["choices"], to["choices"]) == ([], siste["choices"])
    assert to["payload"]["sources"] == siste["payload"]["sources"]
    assert [s["payload"]["question"] for s in (en, to)] == ["hva er *A*?", "hva er B?"]
    assert "Neste spørsmål" in forste["text"]


def test_samme_svar_gis_en_gang(tjeneste: Tjeneste) -> None:
    like = [("Hvem får A?", [_svar(tjeneste, "Likt.")]), ("Hva er A?", [_svar(tjeneste, "Likt.")])]
    (alene,) = sett_sammen(like)
    assert not alene["text"].startswith("**1")
    par = sett_sammen([*like, ("Hva er B?", [_svar(tjeneste, "Annet.")])])
    assert [s["text"].split("\n")[0] for s in par] == ["**1 og 2. Hvem får A? Hva er A?**", "**3. Hva er B?**"]


def test_sporsmal_som_ikke_ble_besvart_nevnes(tjeneste: Tjeneste) -> None:
    par = [("A?", [_svar(tjeneste, "Ett.")]), ("B?", [_svar(tjeneste, "To.")])]
    svar = sett_sammen(par, ["hva er C?"])
    assert "Jeg svarer på 2 spørsmål om gangen. Still dette på nytt: «Hva er C?»" in svar[-1]["text"]
    assert "«" not in svar[0]["text"]
