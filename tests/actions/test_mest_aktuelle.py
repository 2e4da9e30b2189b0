"""What a recommendation puts first and asks next, for people as the reports describe them: mest_aktuelle.yml."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.anbefal import lag_anbefaling
from actions.kontekst import Kontekst
from bot.profil.lesing import les_profil
from bot.svar.anbefaling import anbefalingssvar

RADER = yaml.safe_load((Path(__file__).parent / "mest_aktuelle.yml").read_text(encoding="utf-8"))
DAG = date(2026, 11, 24)


@pytest.mark.parametrize("rad", RADER, ids=lambda r: r["hvem"])
def test_det_naermeste_star_forst(kontekst: Kontekst, rad: dict[str, Any]) -> None:
    a = lag_anbefaling(kontekst, les_profil(rad["profil"]), DAG, None, frozenset())
    tre = [p.vurdering.tiltak_id for p in a.mest_aktuelle]
    assert set(rad.get("forst", ())) <= set(tre), tre
    assert not set(rad.get("ikke", ())) & set(tre), tre
    assert a.neste == rad.get("spor", a.neste)
    assert all(p.vurdering.verdikt != "unsuitable" for p in a.mest_aktuelle)


@pytest.mark.parametrize("malform", ["nb", "nn"])
def test_hvert_av_de_forste_har_en_grunn_med_slag_og_sted(kontekst: Kontekst, malform: Any) -> None:
    for rad in RADER:
        profil = les_profil(rad["profil"])
        a = lag_anbefaling(kontekst, profil, DAG, None, frozenset())
        svar = anbefalingssvar(kontekst.tjeneste, a, profil, malform, eier=None, hva="Tiltak", tenkt=False)
        linjer = [li for li in svar["text"].splitlines() if li[:3] in ("1. ", "2. ", "3. ")]
        assert len(linjer) == len(a.mest_aktuelle)
        for linje, p in zip(linjer, a.mest_aktuelle, strict=True):
            if p.naerhet is not None or p.vurdering.verdikt == "conditional":
                assert "(lov, " in linje or "(praksis, " in linje or "(egnethet, " in linje or "(eignaheit, " in linje
