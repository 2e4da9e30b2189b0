"""The app package against Microsoft's own schema, and what is said when something is not set."""

from __future__ import annotations

import json
import re
import struct
import zipfile
from pathlib import Path

import jsonschema
import pytest

from bot.kanaler.innstillinger import InnstillingsFeil
from bot.kanaler.teams.innstillinger import TeamsInnstillinger
from bot.kanaler.teams.pakke import SKJEMA, Pakkevalg, lag, manifest, tillegg
from tests.kanaler.teams.skyen import APP_ID, LEIETAKER

VALG = Pakkevalg(APP_ID, "https://tiltak.example")
_SKJEMAER = Path("bot/web/node_modules/@microsoft/app-manifest/build/json-schemas/teams") / f"v{SKJEMA}"


def _skjema(navn: str) -> dict[str, object]:
    return json.loads((_SKJEMAER / f"MicrosoftTeams.{navn}").read_text(encoding="utf-8"))


@pytest.fixture
def pakke(tmp_path: Path) -> zipfile.ZipFile:
    lag(VALG, tmp_path / "p.zip")
    return zipfile.ZipFile(tmp_path / "p.zip")


def test_the_manifest_follows_microsofts_schema(pakke: zipfile.ZipFile) -> None:
    jsonschema.Draft4Validator(_skjema("schema.json")).validate(json.loads(pakke.read("manifest.json")))
    jsonschema.Draft4Validator(_skjema("Localization.schema.json")).validate(json.loads(pakke.read("nn-no.json")))


def test_every_translated_place_is_in_the_manifest() -> None:
    for sted in tillegg():
        her: object = manifest(VALG)
        for navn in re.findall(r"[A-Za-z]+|\d+", sted):
            her = her[int(navn)] if isinstance(her, list) else her[navn]  # type: ignore[index]
        assert isinstance(her, str)


@pytest.mark.parametrize(("navn", "bredde"), [("farge.png", 192), ("omriss.png", 32)])
def test_the_icons_have_teams_sizes(pakke: zipfile.ZipFile, navn: str, bredde: int) -> None:
    data = pakke.read(navn)
    assert data.startswith(b"\x89PNG")
    assert struct.unpack(">II", data[16:24]) == (bredde, bredde)


def test_the_same_choices_give_the_same_package(tmp_path: Path) -> None:
    lag(VALG, tmp_path / "a.zip")
    lag(VALG, tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


@pytest.mark.parametrize(
    ("miljo", "sier"),
    [
        ({}, "TILTAKSLOSEN_TEAMS_APP_ID"),
        ({"TILTAKSLOSEN_TEAMS_APP_ID": "min-bot"}, "TILTAKSLOSEN_TEAMS_APP_ID"),
        ({"TILTAKSLOSEN_TEAMS_APP_ID": APP_ID}, "TILTAKSLOSEN_TEAMS_NETTSTED"),
        ({"TILTAKSLOSEN_TEAMS_APP_ID": APP_ID, "TILTAKSLOSEN_TEAMS_NETTSTED": "http://x.no"}, "https"),
    ],
)
def test_what_is_missing_is_named(miljo: dict[str, str], sier: str) -> None:
    with pytest.raises(InnstillingsFeil, match=sier):
        Pakkevalg.fra_miljo(miljo)


ALT = {
    "TILTAKSLOSEN_TEAMS_APP_ID": APP_ID,
    "TILTAKSLOSEN_TEAMS_LEIETAKER": LEIETAKER,
    "TILTAKSLOSEN_TEAMS_HEMMELIGHET": "hemmelig",
}


def test_nothing_set_means_no_teams() -> None:
    assert TeamsInnstillinger.fra_miljo({}) is None
    assert TeamsInnstillinger.fra_miljo(ALT) == TeamsInnstillinger(APP_ID, LEIETAKER, "hemmelig")


@pytest.mark.parametrize("uten", ALT)
def test_a_part_that_is_missing_is_named(uten: str) -> None:
    with pytest.raises(InnstillingsFeil, match=uten):
        TeamsInnstillinger.fra_miljo({navn: verdi for navn, verdi in ALT.items() if navn != uten})


def test_a_tenant_that_is_no_guid() -> None:
    with pytest.raises(InnstillingsFeil, match="TILTAKSLOSEN_TEAMS_LEIETAKER"):
        TeamsInnstillinger.fra_miljo({**ALT, "TILTAKSLOSEN_TEAMS_LEIETAKER": "common"})
