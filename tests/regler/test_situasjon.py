"""Situations: what is known puts somebody in one, what is not known never does, and order and weight count."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.profil.lesing import les_profil
from bot.regler.situasjon import Situasjon, naerhet
from bot.regler.utledning import Fakta, utled
from bot.regler.vilkar import Krav

DAG = date(2026, 11, 24)
INTRO = Krav(faktum="ordninger", inneholder_en_av=["intro"])


def _situasjon(id: str, krav: Krav, *tiltak: str, tyngde: int = 2, unntatt: Krav | None = None) -> Situasjon:
    return Situasjon(id, krav, unntatt, id, id, "praksis", (), tyngde, tiltak)


def _fakta(**profil: Any) -> Fakta:
    return utled(les_profil(profil), DAG)


@pytest.mark.parametrize(
    ("profil", "ventet"),
    [({"norskniva": "A1"}, True), ({"norskniva": ["A1", "A2"]}, False), ({}, False), ({"norskniva": "B1"}, False)],
)
def test_det_som_ikke_er_kjent_er_ingen_grunn(profil: dict[str, Any], ventet: bool) -> None:
    assert _situasjon("lite-norsk", Krav(faktum="norskniva", hoyst="A1"), "a").gjelder(_fakta(**profil)) is ventet


def test_unntaket_gjelder_bare_nar_det_er_kjent() -> None:
    s = _situasjon("etter", Krav(faktum="norskniva", minst="A2"), "a", unntatt=INTRO)
    assert s.gjelder(_fakta(norskniva="A2"))
    assert s.gjelder(_fakta(norskniva="A2", ordning="nav"))
    assert not s.gjelder(_fakta(norskniva="A2", programmaned=3))


def test_tyngde_plass_og_flere_situasjoner_legges_sammen() -> None:
    voksen, norsk = Krav(faktum="alder", minst=18), Krav(faktum="norskniva", minst="A2")
    funnet = naerhet(
        [_situasjon("voksen", voksen, "a", "b", tyngde=1), _situasjon("norsk", norsk, "b", "c", tyngde=3)],
        _fakta(alder=30, norskniva="A2"),
    )
    assert sorted(funnet, key=lambda t: -funnet[t].poeng) == ["b", "c", "a"]
    assert funnet["b"].poeng == pytest.approx(0.85 + 3)
    assert {t: n.grunn.id for t, n in funnet.items()} == {"a": "voksen", "b": "norsk", "c": "norsk"}
    assert naerhet([_situasjon("voksen", voksen, "a")], _fakta()) == {}
