"""The files of the repository: complete, valid, and in step with their schemas."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import jsonschema
import pytest
import yaml

from bot.katalog.innlesing import ROT, Innhold, filer, les_alt
from bot.katalog.skjemafiler import MAPPE, MODELLER, skjematekst

TILTAK = [f"T-{n:03}" for n in range(1, 245)]
# from and to, both included: the numbers the rules have in the source they were collected from
REGELNUMRE = ((1, 13), (20, 29), (40, 52), (60, 71), (80, 90), (100, 110), (120, 132), (140, 149), (160, 179))
REGELNUMRE += ((182, 197), (205, 208), (220, 250), (260, 271), (280, 285), (290, 296), (300, 354))
# rules stated from the statute alone, because a rule with several answers led with another than the one asked for
REGELNUMRE += ((371, 383),)
REGELNUMRE += ((384, 398),)  # the introduction programme and Norwegian, ledd by ledd
REGELNUMRE += ((420, 459),)  # one question a rule: KVP, sosialhjelp, Nav measures, education for adults
REGLER = [f"R-{n:03}" for fra, til in REGELNUMRE for n in range(fra, til + 1)]

# a path on somebody's machine, not an address on the web
_MASKINSTI = re.compile(r"(?:^|[\s'\"(])/\w+/\w")


@pytest.fixture(scope="module")
def innhold() -> Innhold:
    return les_alt()


@pytest.mark.parametrize("navn", sorted(MODELLER))
def test_skjemafilen_er_lik_modellen(navn: str) -> None:
    assert (MAPPE / navn).read_text(encoding="utf-8") == skjematekst(MODELLER[navn]), (
        "kjør python -m bot.katalog.skjemafiler"
    )


@pytest.mark.parametrize("navn", sorted(MODELLER))
def test_skjemafilen_er_gyldig_json_schema(navn: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads((MAPPE / navn).read_text(encoding="utf-8")))


def test_hver_fil_holder_mal_etter_json_schema() -> None:
    skjemaer = {
        navn: jsonschema.Draft202012Validator(json.loads((MAPPE / navn).read_text(encoding="utf-8")))
        for navn in MODELLER
    }
    for sti in filer():
        data = json.loads(json.dumps(yaml.load(sti.read_text("utf-8"), yaml.CSafeLoader), default=str))
        if sti.is_relative_to(ROT / "data" / "katalog"):
            navn = "tiltak.schema.json"
        elif sti.name == "kilder.yml":
            navn = "kilder.schema.json"
        elif sti.is_relative_to(ROT / "data" / "kunnskap"):
            navn = "kunnskap.schema.json"
        else:
            navn = "parametre.schema.json" if "parametre" in data else "regler.schema.json"
        feil = [e.message for e in skjemaer[navn].iter_errors(data)]
        assert not feil, (sti, feil[:3])


def test_hvert_tiltak_i_domenet_finnes_en_gang(innhold: Innhold) -> None:
    ider = Counter(p.tiltak.domene_id for p in innhold.tiltak if p.tiltak.domene_id)
    assert sorted(ider) == TILTAK
    assert set(ider.values()) == {1}


def test_hver_regel_finnes_en_gang(innhold: Innhold) -> None:
    ider = Counter(r.id for r in innhold.regler)
    assert sorted(ider) == REGLER
    assert set(ider.values()) == {1}


def test_hvert_tiltak_har_navn_pa_begge_malformer_i_sammendraget(innhold: Innhold) -> None:
    uten = [p.tiltak.id for p in innhold.tiltak if not (p.tiltak.sammendrag and p.tiltak.sammendrag_nn)]
    assert not uten


def test_landsdekkende_tiltak_ligger_blant_de_nasjonale(innhold: Innhold) -> None:
    feil = [p.tiltak.id for p in innhold.tiltak if p.tiltak.sted.landsdekkende and p.omrade != "nasjonalt"]
    assert not feil


def test_historiske_tiltak_er_merket(innhold: Innhold) -> None:
    gamle = {"of-2016", "imdi-handbok-2018"}
    for p in innhold.tiltak:
        if {k.id for k in p.tiltak.kilder} <= gamle and p.omrade != "nasjonalt":
            assert p.tiltak.status.kode == "historisk", p.tiltak.id


def test_filene_har_ingen_registeradresser_eller_personlige_opplysninger() -> None:
    for sti in filer():
        tekst = Path(sti).read_text(encoding="utf-8")
        assert "@" not in tekst, sti
        assert not _MASKINSTI.search(tekst), sti
