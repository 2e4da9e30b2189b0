"""A lesson file that is wrong is refused with file, line, field and what is allowed."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.katalog.feil import Katalogfeil
from bot.laering.innlesing import ROT, Henvisninger, les_kurs
from bot.regler.parametre import parametre
from bot.svar.tjeneste import Tjeneste

FIL = "01-aktorene.yml"


@pytest.fixture(scope="module")
def finnes(tjeneste: Tjeneste) -> Henvisninger:
    return Henvisninger(tjeneste.regler, tjeneste.tiltak, tjeneste.kilder.ider, parametre(), date(2026, 11, 23))


@pytest.fixture
def med(egen_rot: Path, finnes: Henvisninger) -> Callable[..., str]:
    """The error text for the first lesson with one thing changed; empty when there is none."""
    original = yaml.safe_load((ROT / "data" / "laering" / FIL).read_text(encoding="utf-8"))

    def prov(endre: Callable[[dict[str, Any]], object], fil: str = FIL) -> str:
        data = copy.deepcopy(original)
        endre(data)
        tekst = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        (egen_rot / "data" / "laering" / fil).write_text(tekst, encoding="utf-8")
        try:
            les_kurs(finnes, egen_rot)
        except Katalogfeil as feil:
            return str(feil)
        return ""

    return prov


def test_the_files_as_they_are_have_no_errors(finnes: Henvisninger) -> None:
    assert len(les_kurs(finnes)) == 9


def test_an_unchanged_lesson_is_read(med: Callable[..., str]) -> None:
    assert med(lambda d: None) == ""


@pytest.mark.parametrize(
    ("endre", "ventet"),
    [
        (lambda d: d.update(tema="nav"), "«tema» er et ukjent felt"),
        (lambda d: d.pop("tekst_nn"), "felt tekst_nn: feltet mangler"),
        (lambda d: d.update(nummer="to"), "felt nummer: skal være et helt tall"),
        (lambda d: d.update(regler=["R-999"]), "regelen «R-999» finnes ikke i regelverket"),
        (lambda d: d.update(regler=["R-9"]), "R- og tre siffer"),
        (lambda d: d.update(tiltak=["trolldom"]), "tiltaket «trolldom» finnes ikke i katalogen"),
        (lambda d: d.update(kilder=[{"id": "avisa"}]), "kilden «avisa» står ikke i data/kilder.yml"),
        (lambda d: d.update(avslutning=["aktor-intro", "ukjent"]), "«ukjent» er ikke et av spørsmålene"),
        (lambda d: d.update(avslutning=["aktor-intro", "aktor-intro"]), "to ulike spørsmål"),
        (lambda d: d.update(tekst="Fra {R-082.ukjent}"), "R-082 har ikke tallet «ukjent»; lovlig er timer_uke_snitt"),
        (lambda d: d.update(tekst="Fra {R-082.timer_uke_snitt|norsk}"), "lovlig er |enhet og |tall"),
        (lambda d: d.update(tekst="G er {p:grunnbelopet}"), "parameteren «grunnbelopet» finnes ikke"),
        (lambda d: d.update(tekst="Om {t:trolldom}"), "tiltaket «trolldom» finnes ikke"),
        (lambda d: d.update(tekst="Om {noe}"), "er ikke en plassholder"),
        (lambda d: d["sporsmal"][0].update(niva=4), "Lovlig er 1, 2 eller 3"),
        (lambda d: d["sporsmal"][0].update(riktig="Nav"), "to av svarene er like"),
        (lambda d: d["sporsmal"][0].pop("regler"), "minst én regel, ett tiltak eller én kilde"),
        (lambda d: d["sporsmal"][2].update(id="aktor-intro"), "er brukt før"),
    ],
)
def test_errors_are_said_in_norwegian(
    med: Callable[..., str], endre: Callable[[dict[str, Any]], object], ventet: str
) -> None:
    feil = med(endre)
    assert feil.startswith(f"data/laering/{FIL}, linje ")
    assert ventet in feil


def test_the_file_is_called_what_the_lesson_is(med: Callable[..., str]) -> None:
    assert "filen må hete 01-aktorene.yml" in med(lambda d: None, "01-noe-annet.yml")
