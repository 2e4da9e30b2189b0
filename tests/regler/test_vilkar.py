"""Conditions: every operator, sets of possible values, open wordings, and errors in Norwegian for faulty YAML."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from bot.profil.fakta import NIVAER
from bot.profil.lesing import les_profil
from bot.regler.vilkar import Krav, Utfall, kompiler


def _utfall(krav: str, **profil: Any) -> int:
    return kompiler(Krav.model_validate(yaml.safe_load(krav)))(les_profil(profil))


@pytest.mark.parametrize(
    ("krav", "oppfylt", "brutt"),
    [
        ("{faktum: alder, minst: 18}", [18, 19], [17]),
        ("{faktum: alder, hoyst: 55}", [55, 54], [56]),
        ("{faktum: alder, under: 30}", [29], [30, 31]),
        ("{faktum: alder, over: 55}", [56], [55, 54]),
        ("{faktum: alder, mellom: [18, 55]}", [18, 30, 55], [17, 56]),
        ("{faktum: arbeid_timer_uke, under: 18.75}", [18.5, 0], [18.75, 37.5]),
        ("{faktum: norskniva, minst: A2}", ["A2", "C1"], ["A1", "under_A1"]),
        ("{faktum: norskniva, hoyst: A1}", ["under_A1", "A1"], ["A2"]),
        ("{faktum: norskniva, under: B1}", ["A2"], ["B1", "C1"]),
        ("{faktum: norskniva, over: B1}", ["B2"], ["B1"]),
        ("{faktum: norskniva, mellom: [A1, A2]}", ["A1", "A2"], ["under_A1", "B1"]),
        ("{faktum: utdanning, under: videregaende}", ["deler_av_videregaende"], ["videregaende", "fagbrev"]),
        ("{faktum: utdanning, er_en_av: [ingen, fagbrev]}", ["ingen", "fagbrev"], ["grunnskole"]),
        ("{faktum: oppholdsgrunnlag, ikke_en_av: [eos, arbeid]}", ["asyl"], ["eos", "arbeid"]),
        ("{faktum: kommune, er_en_av: [Hamar]}", ["Hamar"], ["Gjøvik"]),
        ("{faktum: kommune, ikke_en_av: [Hamar]}", ["Gjøvik"], ["Hamar"]),
        ("{faktum: arbeidssoker, er: true}", [True], [False]),
        ("{faktum: arbeidssoker, er: false}", [False], [True]),
        ("{faktum: ordninger, inneholder_en_av: [intro, kvp]}", [["intro"], ["kvp", "nav"]], [["nav"]]),
        ("{faktum: ordninger, inneholder_ingen_av: [intro]}", [["kvp", "nav"]], [["intro", "nav"]]),
        ("{faktum: bosatt_dato, minst: '2026-01-01'}", ["2026-01-01"], ["2025-12-31"]),
        ("{faktum: bosatt_dato, under: '2026-01-01'}", ["2025-12-31"], ["2026-01-01"]),
        ("{faktum: bosatt_dato, mellom: ['2025-01-01', '2025-12-31']}", ["2025-12-31"], ["2026-01-01"]),
    ],
)
def test_hver_operator(krav: str, oppfylt: list[Any], brutt: list[Any]) -> None:
    faktum = yaml.safe_load(krav)["faktum"]
    assert _utfall(krav) == 0, "ukjent faktum"
    for verdi in oppfylt:
        assert _utfall(krav, **{faktum: verdi}) == 1, verdi
    for verdi in brutt:
        assert _utfall(krav, **{faktum: verdi}) == -1, verdi


def test_kjent_er_oppfylt_av_hva_som_helst_og_ellers_ukjent() -> None:
    assert _utfall("{faktum: innsatsgruppe, kjent: true}") == 0
    assert _utfall("{faktum: innsatsgruppe, kjent: true}", innsatsgruppe="liten_mulighet") == 1
    assert _utfall("{faktum: arbeidssoker, kjent: true}", arbeidssoker=False) == 1


@pytest.mark.parametrize("operator", ["minst", "hoyst", "under", "over"])
def test_ordnede_fakta_folger_rekkefolgen_i_ordboka(operator: str) -> None:
    sammenlign = {"minst": int.__ge__, "hoyst": int.__le__, "under": int.__lt__, "over": int.__gt__}[operator]
    for (i, grense), (j, verdi) in product(enumerate(NIVAER), enumerate(NIVAER)):
        ventet = 1 if sammenlign(j, i) else -1
        assert _utfall(f"{{faktum: norskniva, {operator}: {grense}}}", norskniva=verdi) == ventet


@pytest.mark.parametrize(
    ("krav", "verdier", "ventet"),
    [
        ("{faktum: norskniva, minst: A2}", ["A2", "B1"], 1),
        ("{faktum: norskniva, minst: A2}", ["A1", "A2"], 0),
        ("{faktum: norskniva, minst: A2}", ["A2", "A1"], 0),
        ("{faktum: norskniva, minst: A2}", ["under_A1", "A1"], -1),
        ("{faktum: alder, under: 30}", [28, 29], 1),
        ("{faktum: alder, under: 30}", [28, 29, 30], 0),
        ("{faktum: alder, under: 30}", [30, 31], -1),
        ("{faktum: arbeidssoker, er: true}", [True, False], 0),
        ("{faktum: kommune, er_en_av: [Hamar]}", ["Hamar", "Gjøvik"], 0),
    ],
)
def test_flere_mulige_verdier_avgjor_bare_det_alle_er_enige_om(krav: str, verdier: list[Any], ventet: int) -> None:
    faktum = yaml.safe_load(krav)["faktum"]
    assert _utfall(krav, **{faktum: verdier}) == ventet


def test_flere_mulige_ordninger() -> None:
    prover = kompiler(Krav.model_validate({"faktum": "ordninger", "inneholder_en_av": ["kvp"]}))
    kvp, nav = frozenset({"kvp"}), frozenset({"nav"})
    assert [prover({"ordninger": v}) for v in ((kvp,), (kvp, nav), (nav,))] == [1, 0, -1]


@pytest.mark.parametrize(
    ("krav", "faktum", "utfall"),
    [
        ("{faktum: alder, minst: 18, usikre: [17]}", "alder", {16: -1, 17: 0, 18: 1}),
        (
            "{faktum: utdanning, er_en_av: [ingen], usikre: [grunnskole]}",
            "utdanning",
            {"ingen": 1, "grunnskole": 0, "fagbrev": -1},
        ),
        ("{faktum: rusproblem, er: true, usikre: [false]}", "rusproblem", {True: 1, False: 0}),
    ],
)
def test_usikre_verdier_star_apne(krav: str, faktum: str, utfall: dict[Any, int]) -> None:
    for verdi, ventet in utfall.items():
        assert _utfall(krav, **{faktum: verdi}) == ventet, verdi


def test_en_usikker_verdi_blant_flere_gjor_svaret_ukjent() -> None:
    krav = "{faktum: alder, minst: 18, usikre: [20]}"
    assert _utfall(krav, alder=[18, 20]) == 0
    assert _utfall(krav, alder=[18, 21]) == 1


_ALDER, _NORSK = "{faktum: alder, minst: 18}", "{faktum: norskniva, minst: A2}"
_A = {1: {"alder": 18}, 0: {}, -1: {"alder": 17}}
_B = {1: {"norskniva": "A2"}, 0: {}, -1: {"norskniva": "A1"}}


@pytest.mark.parametrize(("a", "b"), list(product((-1, 0, 1), repeat=2)))
def test_sammensatte_krav_folger_kleene(a: int, b: int) -> None:
    profil = {**_A[a], **_B[b]}
    assert _utfall(f"{{alle: [{_ALDER}, {_NORSK}]}}", **profil) == min(a, b)
    assert _utfall(f"{{en_av: [{_ALDER}, {_NORSK}]}}", **profil) == max(a, b)
    assert _utfall(f"{{ikke: {_ALDER}}}", **profil) == -a
    assert _utfall(f"{{ikke: {{alle: [{_ALDER}, {_NORSK}]}}}}", **profil) == -min(a, b)


def test_fakta_i_leserekkefolge_uten_gjentakelser() -> None:
    krav = Krav.model_validate(
        yaml.safe_load(f"{{alle: [{_NORSK}, {{ikke: {_ALDER}}}, {{en_av: [{_NORSK}, {_ALDER}]}}]}}")
    )
    assert krav.fakta() == ("norskniva", "alder")


@pytest.mark.parametrize(
    ("krav", "melding"),
    [
        ("{faktum: alder}", "nøyaktig én av .*her står ingen"),
        ("{}", "nøyaktig én av .*her står ingen"),
        ("{faktum: alder, minst: 18, hoyst: 55}", "nøyaktig én av .*her står minst, hoyst"),
        ("{faktum: skostorrelse, minst: 40}", "«skostorrelse» er ikke et kjent faktum; lovlig er .*alder"),
        ("{minst: 40}", "er ikke et kjent faktum"),
        ("{faktum: arbeidssoker, minst: 1}", "«minst» passer ikke til arbeidssoker; lovlig er er, kjent"),
        ("{faktum: alder, er: true}", "«er» passer ikke til alder; lovlig er minst"),
        ("{faktum: ordninger, er_en_av: [kvp]}", "«er_en_av» passer ikke til ordninger; lovlig er inneholder_en_av"),
        ("{faktum: oppholdsgrunnlag, minst: asyl}", "«minst» passer ikke til oppholdsgrunnlag"),
        ("{faktum: norskniva, minst: A3}", "«A3» er ikke en gyldig verdi for norskniva. Lovlig er en av under_A1"),
        ("{faktum: norskniva, mellom: [A1, A9]}", "«A9» er ikke en gyldig verdi"),
        (
            "{faktum: alder, minst: 300}",
            "«300» er ikke en gyldig verdi for alder. Lovlig er et helt tall fra 0 til 110",
        ),
        ("{faktum: alder, minst: atten}", "«atten» er ikke en gyldig verdi for alder"),
        ("{faktum: utdanning, er_en_av: [ingen, phd]}", "«phd» er ikke en gyldig verdi for utdanning"),
        ("{faktum: ordninger, inneholder_en_av: [intro, aa]}", "«aa» er ikke en verdi av ordninger; lovlig er intro"),
        ("{faktum: bosatt_dato, minst: 1.1.2026}", "«1.1.2026» er ikke en gyldig verdi for bosatt_dato"),
        (f"{{faktum: alder, ikke: {_ALDER}}}", "«ikke» kan ikke stå sammen med «faktum»"),
        (f"{{alle: [{_ALDER}, {_NORSK}], usikre: [18]}}", "«alle» kan ikke stå sammen med .*«usikre»"),
        (f"{{en_av: [{_NORSK}, {{faktum: alder, minst: -1}}]}}", "«-1» er ikke en gyldig verdi for alder"),
    ],
)
def test_feil_i_yaml_far_norsk_forklaring(krav: str, melding: str) -> None:
    with pytest.raises(ValidationError, match=melding):
        Krav.model_validate(yaml.safe_load(krav))


@pytest.mark.parametrize(
    "krav",
    [
        "{faktum: alder, minst: 18, farge: rod}",
        "{faktum: utdanning, er_en_av: []}",
        f"{{alle: [{_ALDER}]}}",
        f"{{en_av: [{_ALDER}]}}",
        "{faktum: alder, mellom: [18]}",
        "{faktum: arbeidssoker, kjent: false}",
        "{faktum: alder, minst: 18, usikre: []}",
    ],
)
def test_annet_som_ikke_er_et_krav_avvises(krav: str) -> None:
    with pytest.raises(ValidationError):
        Krav.model_validate(yaml.safe_load(krav))


def test_verdier_som_aldri_kan_treffe_avvises() -> None:
    for krav in (
        "{faktum: utdanning, minst: fagbrev, usikre: [phd]}",
        "{faktum: alder, mellom: [55, 18]}",
        "{faktum: norskniva, mellom: [B1, A2]}",
    ):
        with pytest.raises(ValidationError):
            Krav.model_validate(yaml.safe_load(krav))


def test_utfall_har_apiets_ord() -> None:
    assert {u: u.status for u in Utfall} == {
        Utfall.OPPFYLT: "met",
        Utfall.IKKE_OPPFYLT: "unmet",
        Utfall.UKJENT: "unknown",
        Utfall.SKJONN: "judgement",
    }
