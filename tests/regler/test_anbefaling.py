"""A recommendation: which group each measure lands in, the first steps, and the order within a group."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from bot.katalog.skjema import Tiltak
from bot.profil.lesing import les_profil
from bot.regler.anbefaling import Anbefaling, Plassert, Tiltaksopplysning, anbefal, er_tiltak, sammenlign_profiler
from bot.regler.vilkar import Krav
from bot.regler.vurdering import Regelsett, Tiltaksregler, Vilkar

DAG = date(2026, 11, 23)
ALDER, NORSK = Krav(faktum="alder", minst=18), Krav(faktum="norskniva", minst="A2")
KVINNE = Krav(faktum="kjonn", er_en_av=["kvinne"])


def _vilkar(krav: Krav | None, styrke: Any = "krav") -> Vilkar:
    return Vilkar(f"{styrke}-{krav.faktum if krav else 'skjonn'}", "vilkår", "lov", styrke, krav, None)


def _opplysning(id: str, nummer: int = 0, **felt: Any) -> Tiltaksopplysning:
    valg = {"eier": "nav", "type": "arbeidsrettet", "faser": frozenset({"naar_som_helst"}), **felt}
    return Tiltaksopplysning(id, nummer=nummer, **valg)


def _anbefal(
    tiltak: Mapping[str, tuple[Vilkar, ...]], opplysninger: list[Tiltaksopplysning] | None = None, **profil: Any
) -> Anbefaling:
    opplysninger = opplysninger or [_opplysning(i, n) for n, i in enumerate(tiltak)]
    regelsett = Regelsett(Tiltaksregler(i, v) for i, v in tiltak.items())
    return anbefal(regelsett, {o.id: o for o in opplysninger}, les_profil(profil), DAG, lambda o: True)


def _ider(gruppe: list[Plassert]) -> list[str]:
    return [p.vurdering.tiltak_id for p in gruppe]


TILTAK = {
    "ja": (_vilkar(ALDER),),
    "kanskje": (_vilkar(Krav(faktum="praksisplass", er=True)),),
    "skjonn": (_vilkar(None),),
    "senere": (_vilkar(NORSK),),
    "aldri": (_vilkar(KVINNE),),
}


def test_gruppene() -> None:
    a = _anbefal(TILTAK, alder=30, norskniva="A1", kjonn="mann")
    assert _ider(a.passer) == ["ja"]
    assert {p.vurdering.tiltak_id: p.understatus for p in a.kan_passe} == {
        "kanskje": "mangler_opplysning",
        "skjonn": "skjonn",
    }
    assert (_ider(a.ikke_na), _ider(a.aldri), a.forst) == (["senere"], ["aldri"], [])
    assert sorted(_ider(a.alle)) == sorted(TILTAK)
    assert a.neste == "praksisplass"


def test_utvalget_og_det_som_ikke_er_tiltak() -> None:
    opplysninger = [_opplysning("ja", type="ytelse"), _opplysning("kanskje", eier="imdi"), _opplysning("senere")]
    assert _ider(_anbefal(TILTAK, opplysninger, norskniva="A2").alle) == ["senere"]
    assert [er_tiltak(_opplysning("x", type=t)) for t in ("sprak", "organisering", "verktoy", "kunnskapsdeling")] == [
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("profil", "med"),
    [
        ({"ordning": "kvp"}, False),
        ({"ordning": "nav"}, True),
        ({"ordninger": ["kvp", "nav"]}, False),
        ({"ordning": ["kvp", "nav"]}, True),
        ({}, True),
    ],
)
def test_en_ordning_personen_er_i_anbefales_ikke(profil: dict[str, Any], med: bool) -> None:
    a = _anbefal({"kvp": (_vilkar(NORSK),)}, [_opplysning("kvp", er_ordning="kvp")], **profil)
    assert bool(a.alle) is med


@pytest.mark.parametrize(
    ("profil", "forst", "ellers"),
    [
        ({"alder": 30}, ["reg"], []),
        ({"alder": 30, "arbeidssoker": False}, ["reg"], []),
        ({"alder": 30, "arbeidssoker": True}, [], []),
        ({"alder": 17}, [], ["reg"]),
        ({}, ["reg"], []),
    ],
)
def test_forste_steg_star_for_seg_til_det_er_gjort(profil: dict[str, Any], forst: list[str], ellers: list[str]) -> None:
    a = _anbefal({"reg": (_vilkar(ALDER),)}, [_opplysning("reg", gjort_nar="arbeidssoker")], **profil)
    assert (_ider(a.forst), _ider([*a.ikke_na, *a.aldri])) == (forst, ellers)
    assert a.passer == a.kan_passe == []


def test_det_ingenting_taler_mot_star_forst() -> None:
    tiltak = {
        "taler-mot": (_vilkar(NORSK, "vanlig"),),
        "skjonn": (_vilkar(None),),
    }
    assert _ider(_anbefal(tiltak, norskniva="A1").kan_passe) == ["skjonn", "taler-mot"]
    assert _ider(_anbefal(tiltak, norskniva="A2").alle) == ["taler-mot", "skjonn"]


@pytest.mark.parametrize(
    ("krav", "sist"),
    [
        (Krav(faktum="nedsatt_arbeidsevne", er=True), True),
        (Krav(faktum="alder", under=30), True),
        (Krav(faktum="alder", hoyst=35), True),
        (Krav(faktum="alder", mellom=(18, 24)), True),
        (Krav(faktum="alder", hoyst=55), False),
        (Krav(faktum="praksisplass", er=True), False),
    ],
)
def test_det_som_er_for_fa_star_sist_sa_lenge_det_er_ukjent(krav: Krav, sist: bool) -> None:
    tiltak = {"for-fa": (_vilkar(krav),), "vanlig": (_vilkar(Krav(faktum="arbeidsgiver_vil_ansette", er=True)),)}
    assert _ider(_anbefal(tiltak).kan_passe) == (["vanlig", "for-fa"] if sist else ["for-fa", "vanlig"])


@pytest.mark.parametrize(
    ("profil", "forst"),
    [
        ({"hjemmevaerende": True}, "for-hjemmevaerende"),
        ({"nedsatt_arbeidsevne": True}, "for-nedsatt"),
        ({"hjemmevaerende": True, "nedsatt_arbeidsevne": True, "helse": "psykisk"}, "for-flere"),
        ({"hjemmevaerende": False, "nedsatt_arbeidsevne": False}, "for-alle"),
        ({}, "for-alle"),
    ],
)
def test_det_som_er_laget_for_noen_som_denne_star_forst(profil: dict[str, Any], forst: str) -> None:
    sporsmal = _vilkar(Krav(faktum="arbeidsgiver_vil_ansette", er=True))
    tiltak = {
        "for-alle": (sporsmal,),
        "for-hjemmevaerende": (sporsmal, _vilkar(Krav(faktum="hjemmevaerende", er=True), "vanlig")),
        "for-nedsatt": (sporsmal, _vilkar(Krav(faktum="nedsatt_arbeidsevne", er=True), "vanlig")),
        "for-flere": (
            sporsmal,
            _vilkar(Krav(faktum="nedsatt_arbeidsevne", er=True)),
            _vilkar(Krav(faktum="helse", er_en_av=["psykisk"])),
        ),
    }
    assert _ider(_anbefal(tiltak, **profil).kan_passe)[0] == forst


@pytest.mark.parametrize(
    ("profil", "fase"),
    [
        ({"programmaned": 3}, "program_start"),
        ({"programmaned": 4}, "program_underveis"),
        ({"programmaned": 9}, "program_underveis"),
        ({"programmaned": 10}, "program_slutt"),
        ({"ordning": "intro"}, "program_underveis"),
        ({"program_ferdig": True}, "etter_program"),
        ({"ordning": "kvp"}, "kvp"),
        ({"program_ferdig": True, "ordning": "kvp"}, "kvp"),
        ({}, "nav"),
    ],
)
def test_tiltak_for_denne_fasen_star_forst(profil: dict[str, Any], fase: str) -> None:
    faser = ("program_start", "program_underveis", "program_slutt", "etter_program", "kvp", "nav")
    opplysninger = [_opplysning(f, n, faser=frozenset({f})) for n, f in enumerate(faser)]
    a = _anbefal(dict.fromkeys(faser, ()), opplysninger, **profil)
    assert _ider(a.passer) == [fase, *(f for f in faser if f != fase)]


def test_ellers_er_det_nummeret_som_avgjor() -> None:
    opplysninger = [_opplysning("b", 2), _opplysning("a", 1), _opplysning("c", 0, faser=frozenset({"kvp"}))]
    assert _ider(_anbefal(dict.fromkeys("abc", ()), opplysninger).passer) == ["a", "b", "c"]


def test_arbeidsrettingen_er_med_bare_i_intro() -> None:
    assert _anbefal(TILTAK, programmaned=4).arbeidsretting is not None
    for profil in ({"ordning": "kvp"}, {}, {"programmaned": 4, "sluttmal": "videregaende"}):
        assert _anbefal(TILTAK, **profil).arbeidsretting is None


def test_i_katalogen_star_hvert_tiltak_i_en_gruppe(regelsett: Regelsett, tiltak: Mapping[str, Tiltak]) -> None:
    opplysninger = {
        t.id: _opplysning(t.id, n, eier=t.eier.kategori, type=t.type, faser=frozenset(t.nar.fase))
        for n, t in enumerate(tiltak.values())
    }
    profil = les_profil({"norskniva": "A2", "programmaned": 4})
    a = anbefal(regelsett, opplysninger, profil, DAG, lambda o: o.eier == "nav")
    ventet = [o.id for o in opplysninger.values() if o.eier == "nav" and er_tiltak(o)]
    assert sorted(_ider(a.alle)) == sorted(ventet)
    assert all(p.vurdering.verdikt == "suitable" for p in a.passer)
    assert all(p.vurdering.verdikt == "conditional" for p in a.kan_passe)
    assert all(p.understatus == "ikke_na" for p in a.ikke_na)
    assert all(p.understatus == "aldri" for p in a.aldri)


def test_forskjellen_pa_to_profiler_har_nye_konklusjoner_forst() -> None:
    regelsett = Regelsett(
        Tiltaksregler(i, v)
        for i, v in {
            "lik": (_vilkar(ALDER),),
            "vilkar": (_vilkar(KVINNE), _vilkar(NORSK)),
            "skifter": (_vilkar(NORSK),),
        }.items()
    )
    for_, etter = ({"alder": 30, "kjonn": "mann", "norskniva": n} for n in ("A1", "A2"))
    funn = sammenlign_profiler(regelsett, les_profil(for_), les_profil(etter), DAG, iter(["lik", "vilkar", "skifter"]))
    assert [(f.tiltak_id, f.for_.verdikt, f.etter.verdikt) for f in funn] == [
        ("skifter", "unsuitable", "suitable"),
        ("vilkar", "unsuitable", "unsuitable"),
    ]
