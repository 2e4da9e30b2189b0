"""Plain bokmål for the fact rules: every voice read as what it says, with the spans kept."""

from __future__ import annotations

import pytest

from bot.sprak.normalisering import normaliser
from bot.sprak.omskriving import omskriv

RADER = (
    ("ho går ikkje i noko program", "hun går ikke i noe program"),
    ("han e 51 år å jobbe halv stilling", "han er 51 år og jobber halv stilling"),
    ("hu ønsker å jobbe", "hun ønsker å jobbe"),
    ("e har en på b1 så e heime me ungane", "jeg har en på b1 som er hjemme med ungene"),
    ("me har ei på A2", "me har ei på a2"),
    ("n e ferdig me introen", "han er ferdig med introprogrammet"),
    ("gr.skole, u/jobb, u/30, 2 dgr.", "grunnskole, uten jobb, under 30, 2 dager."),
    ("she's in the intro program", "hun er i introprogram"),
    ("not registered as jobseeker", "ikke registrert som arbeidssøker"),
    ("single mum of three, can't read", "alenemor av tre, kan ikke lese"),
    ("hun sier at han vil bo her", "hun sier at han vil bo her"),
    ("born 1995 i Kabul, fire born", "født 1995 i kabul, fire barn"),
)


@pytest.mark.parametrize(("skrevet", "lest"), RADER)
def test_leses_som_bokmal(skrevet: str, lest: str) -> None:
    assert omskriv(normaliser(skrevet)).tekst == lest


@pytest.mark.parametrize("skrevet", [r[0] for r in RADER])
def test_spenn_gar_til_det_som_ble_skrevet(skrevet: str) -> None:
    norm = omskriv(normaliser(skrevet))
    assert norm.spenn(0, len(norm.tekst)) == (0, len(skrevet))
    for i in range(len(norm.tekst)):
        fra, til = norm.spenn(i, i + 1)
        assert 0 <= fra <= til <= len(skrevet)


def test_bokmal_star_urort() -> None:
    norm = normaliser("Hun er 34 år, går i introduksjonsprogrammet og har A2.")
    assert omskriv(norm) is norm
