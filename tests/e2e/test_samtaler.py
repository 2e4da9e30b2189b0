"""Conversations a domain expert wrote down, through the real processes. The tables are samtaler/*.yml."""

from __future__ import annotations

from typing import Any

import pytest

from tests.e2e.forventning import Samtaleprove, avvik, gjengi, les_tabeller
from tests.e2e.stabel import Klient, ny_samtale


@pytest.mark.parametrize("prove", les_tabeller(), ids=lambda p: p.id)
def test_samtale(klient: Klient, prove: Samtaleprove) -> None:
    samtale = ny_samtale()
    sagt: list[tuple[str, dict[str, Any]]] = []
    funn: list[str] = []
    for nr, tur in enumerate(prove.turer, 1):
        svar = klient.si(samtale, tur.si)
        assert svar.status == 200, f"{gjengi(sagt)}\nDU: {tur.si}\nHTTP {svar.status}: {svar.kropp}"
        sagt.append((tur.si, svar.kropp))
        funn += [f"tur {nr} «{tur.si}»: {f}" for f in avvik(tur, svar.kropp)]
    assert not funn, "\n".join(["", *funn, prove.hvorfor, "", gjengi(sagt)])


def test_tabellene_dekker_det_de_skal() -> None:
    """At least 45 conversations and 120 turns, in both written languages."""
    tabeller = les_tabeller()
    turer = [t for s in tabeller for t in s.turer]
    assert len(tabeller) >= 45
    assert len(turer) >= 120
    assert sum(t.venter.get("sprak") == "nn" for t in turer) >= 8
