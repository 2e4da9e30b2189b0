"""Law cases: every profile-and-date case of saker/*.yml, its outcome taken from the paragraph."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.katalog.skjema import Tiltak
from bot.profil.lesing import les_profil
from bot.regler.norskrett import norskrett
from bot.regler.parametre import parametre
from bot.regler.program import arbeidsretting, programtid
from bot.regler.utledning import Fakta, utled
from bot.regler.varighet import lengste_varighet
from bot.regler.vilkar import Utfall
from bot.regler.vurdering import Regelsett

MAPPE = Path(__file__).parent / "saker"
SAKER: list[dict[str, Any]] = [
    {**sak, "fil": fil.stem}
    for fil in sorted(MAPPE.glob("*.yml"))
    for sak in yaml.safe_load(fil.read_text(encoding="utf-8"))["saker"]
]
_UTFALL = {Utfall.OPPFYLT: "oppfylt", Utfall.IKKE_OPPFYLT: "ikke_oppfylt", Utfall.UKJENT: "ukjent"}
_VERDIKT = {"suitable": "passer", "conditional": "kan_passe", "unsuitable": "passer_ikke"}


def test_tabellen_er_stor_nok_og_uten_dobbelte_navn() -> None:
    navn = [s["navn"] for s in SAKER]
    assert len(navn) >= 250
    assert len(navn) == len(set(navn))


@pytest.mark.parametrize("sak", SAKER, ids=[f"{s['fil']}: {s['navn']}" for s in SAKER])
def test_sak(sak: dict[str, Any], regelsett: Regelsett, tiltak: Mapping[str, Tiltak]) -> None:
    profil = les_profil(sak["profil"])
    fakta = utled(profil, sak["dato"])
    svar = _SVARER[sak["sporsmal"]](sak, fakta, regelsett, tiltak)
    ventet = sak["svar"]
    if isinstance(ventet, dict) and "ikke" in ventet:
        assert svar != ventet["ikke"], sak["hjemmel"]
    else:
        assert svar == ventet, sak["hjemmel"]


def _vilkar(sak: dict[str, Any], fakta: Fakta, regelsett: Regelsett, _: Mapping[str, Tiltak]) -> str:
    vurdering = regelsett.vurder_fakta(fakta, [sak["tiltak"]])[0]
    treff = [
        b
        for b in vurdering.begrunnelser
        if b.vilkar.krav is not None
        and not b.vilkar.id.endswith("-unntak")
        and sak.get("paragraf", "") in (b.vilkar.hjemmel or "")
        and ("faktum" not in sak or sak["faktum"] in b.vilkar.krav.fakta())
    ]
    assert treff, f"ingen vilkår i {sak['tiltak']} svarer til {sak.get('paragraf')} / {sak.get('faktum')}"
    if "faktum" in sak:  # a condition on this fact alone goes before one that also turns on others
        treff = [b for b in treff if b.vilkar.krav and b.vilkar.krav.fakta() == (sak["faktum"],)] or treff
    utfall = {_UTFALL[b.utfall] for b in treff}
    assert len(utfall) == 1, f"flere vilkår svarer: {[b.vilkar.id for b in treff]}"
    return utfall.pop()


def _verdikt(sak: dict[str, Any], fakta: Fakta, regelsett: Regelsett, _: Mapping[str, Tiltak]) -> str:
    return _VERDIKT[regelsett.vurder_fakta(fakta, [sak["tiltak"]])[0].verdikt]


def _programtid(sak: dict[str, Any], fakta: Fakta, *_: object) -> Any:
    tider = programtid(fakta)
    if tider.usikker_dag:
        return "usikker"
    if not tider.sikker:
        return "ukjent"
    return {"maks_mnd": tider.mulige[0].maks_mnd, "forlengelse_mnd": tider.mulige[0].forlengelse_mnd}


def _arbeidsretting(sak: dict[str, Any], fakta: Fakta, *_: object) -> Any:
    krav = arbeidsretting(fakta)
    if "fra_maned" in sak:
        assert krav.fra_maned == sak["fra_maned"], sak["hjemmel"]
    return krav.status


def _norskrett(sak: dict[str, Any], fakta: Fakta, *_: object) -> Any:
    rett = norskrett(fakta.verdier, fakta.i_dag)
    if "regnes_fra" in sak:
        assert rett.regnes_fra == tuple(sak["regnes_fra"]), sak["hjemmel"]
    return rett.mulige_mnd[0] if len(rett.mulige_mnd) == 1 else "ukjent"


def _varighet(sak: dict[str, Any], fakta: Fakta, _: object, tiltak: Mapping[str, Tiltak]) -> Any:
    lengde = lengste_varighet(tiltak[sak["tiltak"]].varighet.grenser, fakta)
    if lengde is not None and lengde.usikker:
        return "usikker"
    return "ukjent" if lengde is None else {"maks": lengde.maks, "enhet": lengde.enhet}


def _parameter(sak: dict[str, Any], fakta: Fakta, *_: object) -> Any:
    parameter = parametre()[sak["parameter"]]
    hendelse = fakta.verdier.get(parameter.referansedato, (fakta.i_dag,))[0]
    versjoner = parameter.pa(hendelse if isinstance(hendelse, date) else fakta.i_dag)
    if not versjoner:
        return "ingen"
    return versjoner[0].verdi if len(versjoner) == 1 else "usikker"


_SVARER: dict[str, Any] = {
    "vilkar": _vilkar,
    "verdikt": _verdikt,
    "programtid": _programtid,
    "arbeidsretting": _arbeidsretting,
    "norskrett": _norskrett,
    "varighet": _varighet,
    "parameter": _parameter,
}
