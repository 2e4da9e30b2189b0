"""The measures themselves, on guesses small enough to count by hand."""

import math

import pytest

from tests.nlu import maling
from tests.nlu.maling import Gjett, Sporsmal


def _gjett(fasit: str, gjettet: str, sikkerhet: float, stemme: str = "bokmal") -> Gjett:
    return Gjett(Sporsmal("tekst", fasit, stemme), gjettet, sikkerhet)


FIRE = [
    _gjett("a", "a", 0.95),
    _gjett("a", "b", 0.55, "kort"),
    _gjett("b", "b", 0.85),
    _gjett("b", "b", 0.75, "kort"),
]


def test_accuracy_in_all_and_per_voice() -> None:
    assert maling.treffsikkerhet(FIRE) == 0.75
    assert math.isnan(maling.treffsikkerhet([]))
    assert maling.per(FIRE, lambda g: g.sporsmal.stemme) == {"bokmal": (2, 1.0), "kort": (2, 0.5)}


def test_f1_and_its_mean() -> None:
    assert maling.f1(FIRE) == {"a": pytest.approx(2 / 3), "b": pytest.approx(0.8)}
    assert maling.makro_f1(FIRE) == pytest.approx((2 / 3 + 0.8) / 2)


def test_calibration_error_is_the_weighted_gap() -> None:
    assert maling.kalibreringsfeil(FIRE) == pytest.approx((0.05 + 0.55 + 0.15 + 0.25) / 4)
    assert maling.kalibreringsfeil([_gjett("a", "a", 1.0)]) == 0.0


def test_thresholds_give_share_answered_and_accuracy_among_them() -> None:
    assert maling.terskler(FIRE, (0.5, 0.7, 0.9)) == [(0.5, 1.0, 0.75), (0.7, 0.75, 1.0), (0.9, 0.25, 1.0)]


def test_confusions_count_only_the_wrong() -> None:
    assert maling.forvekslinger(FIRE) == [("a", "b", 1)]


def test_interval_holds_the_accuracy_and_narrows_with_more_guesses() -> None:
    lav, hoy = maling.konfidensintervall(FIRE)
    assert lav < 0.75 < hoy
    lav_mange, hoy_mange = maling.konfidensintervall(FIRE * 50)
    assert hoy_mange - lav_mange < hoy - lav
    assert maling.konfidensintervall([]) == (0.0, 1.0)


@pytest.mark.parametrize(("a", "b"), [("Hvorfor ikke KVP?", "hvorfor  ikke kvp"), ("og AFT?", "Og AFT")])
def test_same_question_apart_from_case_and_punctuation(a: str, b: str) -> None:
    assert maling.normalisert(a) == maling.normalisert(b)


def test_paragraph_signs_and_plus_are_kept() -> None:
    assert maling.normalisert("§ 14 a?") == "§ 14 a"
    assert maling.normalisert("VGO+") != maling.normalisert("VGO")


def test_a_set_is_read_in_the_order_it_is_written() -> None:
    assert maling.sporsmal_i({"takk": {"kort": ["ok", 51]}}) == [
        Sporsmal("ok", "takk", "kort"),
        Sporsmal("51", "takk", "kort"),
    ]


@pytest.mark.parametrize("innhold", [["takk"], {"takk": ["ok"]}, {"takk": {"kort": "ok"}}])
def test_another_shape_is_refused(innhold: object) -> None:
    with pytest.raises(ValueError, match="ventet"):
        maling.sporsmal_i(innhold)
