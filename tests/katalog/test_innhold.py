"""The national entries say what an adviser needs: who, what it takes, how to go about it, and who pays."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.katalog.skjema import Tiltak

NASJONALT = Path(__file__).resolve().parents[2] / "data" / "katalog" / "nasjonalt"
# measures nobody applies for: money the state gives municipalities, and schemes the sources do not describe further
_UTEN_SOKNAD = {"integreringstilskudd", "jobbsjansestonad"}
# steps that are too few to number more
_MINST = 2


def _les(fil: Path) -> Tiltak:
    return Tiltak.model_validate(yaml.load(fil.read_text(encoding="utf-8"), yaml.CSafeLoader))


@pytest.mark.parametrize("fil", sorted(NASJONALT.glob("*.yml")), ids=lambda f: f.stem)
def test_et_nasjonalt_tiltak_sier_hvem_hva_og_hvordan(fil: Path) -> None:
    t = _les(fil)
    assert len(t.malgruppe) > 10
    assert len(t.sammendrag) > 100
    assert t.eier.tekst
    assert t.betaler.tekst
    if t.id not in _UTEN_SOKNAD:
        assert len(t.slik_gar_du_fram) >= _MINST
        assert any(v.styrke == "krav" for v in t.vilkar)


@pytest.mark.parametrize("fil", sorted(NASJONALT.glob("*.yml")), ids=lambda f: f.stem)
def test_stegene_star_pa_begge_malformer(fil: Path) -> None:
    t = _les(fil)
    assert len(t.slik_gar_du_fram) == len(t.slik_gar_du_fram_nn)
