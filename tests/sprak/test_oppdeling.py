"""A message is split where a question of its own begins, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.sprak.oppdeling import MAKS_DELER, Deler, del_opp

DAG = date(2026, 11, 23)
NLU = Path(__file__).parents[2] / "data" / "nlu"


def _deler(tekst: str) -> tuple[str, ...]:
    return (d.sporsmal if (d := del_opp(tekst, DAG)) else ()) or (tekst,)


@pytest.mark.parametrize(
    ("tekst", "sporsmal"),
    [
        ("Hva er AFT? Og hvem betaler?", ("Hva er AFT?", "hvem betaler?")),
        ("hvor lenge kan hun gå, og hvem betaler?", ("hvor lenge kan hun gå?", "hvem betaler?")),
        ("hva er AFT og hva er VTA", ("hva er AFT?", "hva er VTA?")),
        ("Kan hun få AFT, kan hun jobbe deltid, og hva skjer etterpå?",
         ("Kan hun få AFT?", "kan hun jobbe deltid?", "hva skjer etterpå?")),
        ("Kva er FOV, og kven kan få det?", ("Kva er FOV?", "kven kan få det?")),
        ("ka e AFT å kem betale?", ("ka e AFT?", "kem betale?")),
        ("Kan du forklare hva IPS er og hvor lenge det varer?",
         ("Kan du forklare hva IPS er?", "hvor lenge det varer?")),
        ("Kan du si noe om hva IPS er, hvem det passer for og hvor lenge det varer?",
         ("Kan du si noe om hva IPS er?", "hvem det passer for?", "hvor lenge det varer?")),
        ("Når kan hun begynne, og får hun stønad da?", ("Når kan hun begynne?", "får hun stønad da?")),
        ("Gjelder kravet henne, og hva betyr det?", ("Gjelder kravet henne?", "hva betyr det?")),
        ("Hva er satsen på mentor og kan vi få den nå?", ("Hva er satsen på mentor?", "kan vi få den nå?")),
        ("Kan hun ha ferie, og hvor lenge?", ("Kan hun ha ferie?", "hvor lenge?")),
        ("hva er satsen på mentor? og på AFT?", ("hva er satsen på mentor?", "og på AFT?")),
        ("1. Hva er mentor?\n2. Hvor lenge varer avklaring", ("Hva er mentor?", "Hvor lenge varer avklaring?")),
        ("- Kan hun få KVP?\n- Hva er satsen?", ("Kan hun få KVP?", "Hva er satsen?")),
        ("1) hva er AFT 2) hva er VTA", ("hva er AFT?", "hva er VTA?")),
        ("vta: varighet? krav?", ("vta: varighet?", "vta: krav?")),
        ("kvalifiseringsstønad + tiltakspenger, satser?", ("satser for kvalifiseringsstønad?", "satser for tiltakspenger?")),
    ],
)  # fmt: skip
def test_deles(tekst: str, sporsmal: tuple[str, ...]) -> None:
    assert _deler(tekst) == sporsmal


@pytest.mark.parametrize(
    "tekst",
    [
        "Kan hun gå på AFT og samtidig ta norsk?",
        "Kan hun gå i intro, og kan hun samtidig jobbe?",
        "Hvilke tiltak passer når hun er ferdig og har en jobb?",
        "Kan lite norsk, hva passer?",
        "Hva skjer hvis hun slutter og når hun er ferdig?",
        "Kan vi sette i gang nå, eller må vi vente til A2?",
        "Kan han få lønnstilskudd? Eller må han vente?",
        "Hva er forskjellen på AFT og VTA?",
        "Hva er forskjellen på AFT og VTA, og hva passer best?",
        "Kommer det an på hvor lenge hun har bodd her og hva hun kan?",
        "Hun er 34 og har A2, hva passer?",
        "Hei, kan du hjelpe meg? Hva er AFT?",
        "Kan hun få KVP? Stemmer det?",
        "Får han ikke AFT? Hvorfor ikke?",
        "Har en mann på 47 fra Syria. Hva passer?",
        "Hun fikk plass 1. mars 2026. Hvor lenge kan hun gå der?",
        "hva er f.eks. forskjellen mellom praksis og arbeidstrening?",
        "A2, måned 4",
    ],
)
def test_er_ett_sporsmal(tekst: str) -> None:
    assert del_opp(tekst, DAG) is None


@pytest.mark.parametrize(
    "tekst",
    [
        "Hun er 34, A2. Kan hun få KVP? Hva med Jobbsjansen?",
        "Kan hun få KVP? Hva med Jobbsjansen? Hun er 34, A2.",
        "Hun er 34, A2: kan hun få KVP? Hva med Jobbsjansen?",
    ],
)
def test_opplysninger_gjelder_alle(tekst: str) -> None:
    deler = del_opp(tekst, DAG)
    assert deler is not None
    assert deler.opplysninger.strip(".:") == "Hun er 34, A2"
    assert [s.lower() for s in deler.sporsmal] == ["kan hun få kvp?", "hva med jobbsjansen?"]


def test_utsagn_uten_fakta_star_ved_sporsmalet_etter() -> None:
    deler = del_opp("Sjefen nevnte IPS på møtet. Hva er det, og hvem får det?", DAG)
    assert deler == Deler(("Sjefen nevnte IPS på møtet. Hva er det?", "hvem får det?"))


def test_flere_enn_grensen_blir_igjen() -> None:
    deler = del_opp(" ".join(f"Hva er {t}?" for t in ("AFT", "VTA", "IPS", "FOV", "VOV", "KVP")), DAG)
    assert deler is not None
    assert len(deler.sporsmal) == MAKS_DELER
    assert deler.flere == ("Hva er VOV?", "Hva er KVP?")


def _eksempler() -> Iterator[str]:
    for fil in sorted(NLU.glob("*.yml")):
        for blokk in yaml.load(fil.read_text(encoding="utf-8"), yaml.CSafeLoader).get("nlu", ()):
            yield from (li[2:] for li in blokk["examples"].splitlines() if li.startswith("- "))


def test_ett_sporsmal_i_treningsdataene_deles_nesten_aldri() -> None:
    """The training examples are single questions but for some two dozen that ask two things."""
    eksempler = list(_eksempler())
    delt = [e for e in eksempler if del_opp(e, DAG)]
    uten_skille = [e for e in delt if e.count("?") < 2 and " og " not in e and "," not in e and "\n" not in e]
    assert uten_skille == []
    assert len(delt) < 0.01 * len(eksempler), delt
