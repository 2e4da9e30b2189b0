"""Conditions as requirements and as open questions, in the word order Norwegian has there."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from bot.katalog.skjema import Tiltak
from bot.svar.kravtekst import krever, om


@pytest.mark.parametrize(
    ("tekst", "krav", "sporsmal"),
    [
        ("Er ikke i KVP", "Krever at personen ikke er i KVP", "om personen ikke er i KVP"),
        ("Nav har vurdert det", "Krever at Nav har vurdert det", "om Nav har vurdert det"),
        ("Innsatsgruppen er ikke X", "Krever at innsatsgruppen ikke er X", "om innsatsgruppen ikke er X"),
        (
            "Er ikke i arbeid og har ikke tilbud om det",
            "Krever at personen ikke er i arbeid og ikke har tilbud om det",
            "om personen ikke er i arbeid og ikke har tilbud om det",
        ),
        ("Tidligst fra 19 år", "Krever: tidligst fra 19 år", "tidligst fra 19 år"),
    ],
)
def test_ordstillingen(tekst: str, krav: str, sporsmal: str) -> None:
    assert krever(tekst, "krav", "nb") == krav
    assert om(tekst) == sporsmal


def test_det_vanlige_er_ikke_et_krav() -> None:
    assert krever("Har norsk på A2", "vanlig", "nb") == "Vanlig at personen har norsk på A2"
    assert krever("Har norsk på A2", "vanlig", "nn") == "Vanleg at personen har norsk på A2"
    assert krever("Gjelder søkere under 30 år", "gjennomforing", "nb") == "Gjelder søkere under 30 år"


def test_vilkarene_i_katalogen_kan_sies_som_krav(tiltak: Mapping[str, Tiltak]) -> None:
    """A condition on facts is a sentence, so that a broken one never reads as if it were met."""
    rest = [
        (t.id, tekst)
        for t in tiltak.values()
        for v in t.vilkar
        if v.krav is not None and v.styrke != "gjennomforing"
        for tekst, malform in ((v.tekst, "nb"), (v.tekst_nn or v.tekst, "nn"))
        if not re.match(r"(Krever|Krev|Vanlig|Vanleg) at ", krever(tekst, v.styrke, malform))  # type: ignore[arg-type]
        and not re.match(r"Tidligst|Tidlegast|Starter|Startar", tekst)
    ]
    assert rest == []
