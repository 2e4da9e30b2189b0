"""Stamps change when what they stand for changes, and only then."""

import os
from pathlib import Path

import pytest

from bot.drift import stempel, trening


@pytest.fixture
def mappe(tmp_path: Path) -> Path:
    (tmp_path / "data" / "nlu").mkdir(parents=True)
    (tmp_path / "data" / "nlu" / "hilse.yml").write_text("hei", encoding="utf-8")
    (tmp_path / "config.yml").write_text("a", encoding="utf-8")
    return tmp_path


def test_same_content_gives_same_hash_even_when_touched(mappe: Path) -> None:
    for_ = stempel.avtrykk(mappe, ["data", "config.yml"])
    os.utime(mappe / "config.yml", (1, 1))
    assert stempel.avtrykk(mappe, ["config.yml", "data"]) == for_


@pytest.mark.parametrize("endring", ["rediger", "ny", "slett", "nytt_navn", "flytt_tekst"])
def test_any_change_gives_another_hash(mappe: Path, endring: str) -> None:
    for_ = stempel.avtrykk(mappe, ["data", "config.yml"])
    fil = mappe / "data" / "nlu" / "hilse.yml"
    if endring == "rediger":
        fil.write_text("hallo", encoding="utf-8")
    elif endring == "ny":
        (fil.parent / "takk.yml").write_text("", encoding="utf-8")
    elif endring == "slett":
        fil.unlink()
    elif endring == "nytt_navn":
        fil.rename(fil.with_name("halloi.yml"))
    else:
        # the same bytes in a row, split differently between the files
        fil.write_text("he", encoding="utf-8")
        (mappe / "config.yml").write_text("ia", encoding="utf-8")
    assert stempel.avtrykk(mappe, ["data", "config.yml"]) != for_


def test_byte_code_and_missing_paths_do_not_count(mappe: Path) -> None:
    for_ = stempel.avtrykk(mappe, ["data", "config.yml"])
    (mappe / "data" / "__pycache__").mkdir()
    (mappe / "data" / "__pycache__" / "x.pyc").write_bytes(b"1")
    assert stempel.avtrykk(mappe, ["data", "config.yml", "finnes/ikke"]) == for_


def test_stamp_file_is_read_back_and_a_missing_one_is_empty(tmp_path: Path) -> None:
    fil = tmp_path / "ny mappe" / "stempel"
    assert stempel.les(fil) == set()
    stempel.skriv(fil, ["app.lock abc", "dev.lock def"])
    assert stempel.les(fil) == {"app.lock abc", "dev.lock def"}


def _ferdig_trent(rot: Path) -> None:
    (rot / "models").mkdir()
    (rot / trening.MODELL).write_bytes(b"modell")
    stempel.skriv(rot / "models" / "tiltakslosen.hash", [trening.avtrykk(rot)])


def test_no_model_means_training(mappe: Path) -> None:
    assert trening.maa_trene(mappe)


def test_a_model_of_this_data_means_no_training(mappe: Path) -> None:
    _ferdig_trent(mappe)
    assert not trening.maa_trene(mappe)


@pytest.mark.parametrize("sti", sorted(trening.GRUNNLAG))
def test_a_change_in_anything_the_model_depends_on_means_training(mappe: Path, sti: str) -> None:
    _ferdig_trent(mappe)
    fil = mappe / sti if Path(sti).suffix else mappe / sti / "ny.yml"
    fil.parent.mkdir(parents=True, exist_ok=True)
    fil.write_text("endret", encoding="utf-8")
    assert trening.maa_trene(mappe)


def test_a_lost_model_means_training(mappe: Path) -> None:
    _ferdig_trent(mappe)
    (mappe / trening.MODELL).unlink()
    assert trening.maa_trene(mappe)
