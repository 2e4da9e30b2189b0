"""Whom a message turns to."""

from __future__ import annotations

import pytest

from bot.sprak.normalisering import normaliser
from bot.sprak.personer import finn_person


@pytest.mark.parametrize(
    ("tekst", "rolle", "kjonn"),
    [
        ("og hva med mannen hennes, 41, B1?", "ektefelle", "mann"),
        ("Kva med mannen hennar?", "ektefelle", "mann"),
        ("og kona?", "ektefelle", "kvinne"),
        ("Kan ektefellen få lønnstilskudd?", "ektefelle", None),
        ("Hvilke tiltak passer for sønnen hennes?", "sonn", "mann"),
        ("kva kan eg tilby dottera hans", "datter", "kvinne"),
        ("Mannen hennes er 41 og har B1.", "ektefelle", "mann"),
        ("Kona hans er 33 år og går i intro", "ektefelle", "kvinne"),
        ("så til broren hennes: 22 år, A2", "bror", "mann"),
        ("tilbake til kona", "ektefelle", "kvinne"),
        ("Hva med søsteren?", "soster", "kvinne"),
        ("tilbake til den første", "forste", None),
    ],
)
def test_vender_seg_til(tekst: str, rolle: str, kjonn: str | None) -> None:
    p = finn_person(normaliser(tekst).tekst)
    assert p is not None
    assert (p.rolle, p.kjonn) == (rolle, kjonn)


@pytest.mark.parametrize(
    "tekst",
    [
        "mannen hennes jobber fulltid og hun er hjemme",
        "Mannen er 52 år gammel og har ti års skolegang",
        "Hun er gift, og mannen har vært her i fire år",
        "Hva er faren med for lang praksis?",
        "Hun bor hos broren sin",
        "en kvinne på 34 med mann og to barn",
        "Hvem betaler for henne?",
    ],
)
def test_gjelder_den_samme(tekst: str) -> None:
    assert finn_person(normaliser(tekst).tekst) is None
