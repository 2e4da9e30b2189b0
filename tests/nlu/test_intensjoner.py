"""The trained model on questions it has not seen, and that it has not seen them."""

import json
import os
import subprocess
from collections import Counter
from pathlib import Path

import pytest
import yaml

from tests.nlu import maling
from tests.nlu.maling import Gjett, Sporsmal

ROT = Path(__file__).resolve().parents[2]
HER = Path(__file__).parent
PYTHON = ROT / ".venv" / "rasa" / "bin" / "python"
MODELL = ROT / "models" / "tiltakslosen.tar.gz"
SETT = ("utvikling", "proving", "roller")


def _sporsmal(sett: str) -> list[Sporsmal]:
    return maling.sporsmal_i(yaml.safe_load((HER / f"{sett}.yml").read_text(encoding="utf-8")))


def _trening() -> list[tuple[str, str]]:
    par = []
    for fil in sorted((ROT / "data" / "nlu").glob("*.yml")):
        for post in yaml.safe_load(fil.read_text(encoding="utf-8"))["nlu"]:
            par += [(linje.removeprefix("- "), post["intent"]) for linje in post["examples"].splitlines()]
    return par


def _intensjoner() -> set[str]:
    domene = yaml.safe_load((ROT / "domain.yml").read_text(encoding="utf-8"))
    return {navn for post in domene["intents"] for navn in post}


def _gjett(sett: str, mappe: Path) -> list[Gjett]:
    assert PYTHON.is_file(), "Rasa's environment is missing: run «make miljo»"
    assert MODELL.is_file(), "there is no model: run «make train»"
    kjort = subprocess.run(
        [str(PYTHON), "-W", "ignore", "-m", "tests.nlu.evaluering", "--json", str(mappe / "gjett.json")]
        + ["--modell", str(MODELL), "--sett", str(HER / f"{sett}.yml")],
        cwd=ROT,
        env={**os.environ, "RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert kjort.returncode == 0, kjort.stderr[-2000:]
    rader = json.loads((mappe / "gjett.json").read_text(encoding="utf-8"))
    return [Gjett(Sporsmal(**rad.pop("sporsmal")), **rad) for rad in rader]


@pytest.fixture(scope="module")
def utvikling(tmp_path_factory: pytest.TempPathFactory) -> list[Gjett]:
    return _gjett("utvikling", tmp_path_factory.mktemp("gjett"))


@pytest.mark.parametrize("sett", SETT)
def test_no_question_of_a_set_is_trained_on(sett: str) -> None:
    sett_for = {maling.normalisert(tekst) for tekst, _ in _trening()}
    assert [s.tekst for s in _sporsmal(sett) if maling.normalisert(s.tekst) in sett_for] == []


def test_the_sets_share_no_question_and_have_none_twice() -> None:
    antall = Counter(maling.normalisert(s.tekst) for sett in SETT for s in _sporsmal(sett))
    assert [tekst for tekst, n in antall.items() if n > 1] == []


def test_the_development_set_is_large_and_holds_every_intent_and_voice() -> None:
    sporsmal = _sporsmal("utvikling")
    assert len(sporsmal) >= 260
    assert {s.intensjon for s in sporsmal} == _intensjoner()
    assert {"bokmal", "kort", "slurv", "nynorsk", "dialekt", "lang"} <= {s.stemme for s in sporsmal}


def test_no_training_example_stands_under_two_intents() -> None:
    intensjoner: dict[str, set[str]] = {}
    for tekst, intensjon in _trening():
        if norm := maling.normalisert(tekst):
            intensjoner.setdefault(norm, set()).add(intensjon)
    assert {tekst: i for tekst, i in intensjoner.items() if len(i) > 1} == {}


def test_every_intent_has_one_file_one_rule_and_its_own_action() -> None:
    intensjoner = _intensjoner()
    assert {fil.stem for fil in (ROT / "data" / "nlu").glob("*.yml")} == intensjoner
    assert {intensjon for _, intensjon in _trening()} == intensjoner
    regler = yaml.safe_load((ROT / "data" / "rules" / "regler.yml").read_text(encoding="utf-8"))["rules"]
    assert {(r["steps"][0]["intent"], r["steps"][1]["action"]) for r in regler} == {
        (i, f"action_{i}") for i in intensjoner
    }
    assert len(regler) == len(intensjoner)


def test_out_of_scope_is_trained_on_many_kinds() -> None:
    assert sum(intensjon == "utenfor" for _, intensjon in _trening()) >= 150


@pytest.mark.treg
def test_the_intent_is_found_in_questions_not_trained_on(utvikling: list[Gjett]) -> None:
    feil = [f"{g.sporsmal.intensjon} -> {g.intensjon}: {g.sporsmal.tekst}" for g in utvikling if not g.rett]
    assert maling.treffsikkerhet(utvikling) >= 0.93, "\n".join(feil)
    assert maling.makro_f1(utvikling) >= 0.92


@pytest.mark.treg
def test_no_intent_and_no_voice_falls_behind(utvikling: list[Gjett]) -> None:
    assert {i: f for i, f in maling.f1(utvikling).items() if f < 0.8} == {}
    stemmer = maling.per(utvikling, lambda g: g.sporsmal.stemme)
    assert {navn: tall for navn, tall in stemmer.items() if tall[0] >= 20 and tall[1] < 0.88} == {}


@pytest.mark.treg
def test_a_confident_guess_can_be_trusted(utvikling: list[Gjett]) -> None:
    svart = {grense: (dekning, andel) for grense, dekning, andel in maling.terskler(utvikling)}
    assert svart[0.7][1] >= 0.97
    assert svart[0.5][0] >= 0.85


@pytest.mark.treg
@pytest.mark.parametrize(("sett", "minst"), [("proving", 0.82), ("roller", 0.78)])
def test_questions_in_other_words_are_read_no_worse_than_before(sett: str, minst: float, tmp_path: Path) -> None:
    gjett = _gjett(sett, tmp_path)
    feil = [f"{g.sporsmal.intensjon} -> {g.intensjon}: {g.sporsmal.tekst}" for g in gjett if not g.rett]
    assert maling.treffsikkerhet(gjett) >= minst, "\n".join(feil)
