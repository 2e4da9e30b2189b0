"""The rows of the two sets: what a domain expert writes about a question, read from <set>/<category>.yml and checked.

A row:

    - id: anbefal-012
      stemme: tastefeil            # how it is written, one of STEMMER
      si: A2, maned 4, hva passer?
      intent: anbefal_tiltak       # one, or a list of those allowed; left out: any
      kind: recommendation         # one, or a list of those allowed
      fakta: {norskniva: A2, programmaned: 4}   # all that is known after the message; left out: nothing
      verdikt: {arbeidstrening: [suitable, conditional, null]}   # null: or not in the answer
      ma: [15 timer, [måned 4, nå]]  # each must be in the answer; a list within: one of these
      ma_ikke: [600 timer]
      kilde: integreringsloven § 14 a   # where the expectation is from

`si` and the rest may instead be a list `turer`, a conversation. The category is the name of the file. `kan_ha` are facts
that may or may not be understood. `kjonn` is compared only where it is listed (a pronoun gives it). A value that starts
with "=" depends on today's date: "=født 1988", "=måned siden 2026-03". The other fields are those of tests.e2e.forventning.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_args

import yaml

from bot.profil.fakta import FAKTA
from bot.profil.lesing import ProfilFeil, les_verdi
from bot.svar.payload import Kind
from tests.e2e.forventning import SJEKKER, Tabellfeil, Tur

HER = Path(__file__).parent
ROT = HER.parents[2]
SETT = ("utvikling", "test")
STEMMER = ("vanlig", "knapp", "lang", "tastefeil", "nynorsk", "dialekt", "engelsk", "sammensatt")

_RAD = {"id", "stemme", "kilde", "turer"}
_TUR = {"si", "intent", "kind", "fakta", "kan_ha", "verdikt", "ma", "ma_ikke", "personvern"}
_SOM = {"verdikt": "tiltak", "ma": "skal_inneholde", "ma_ikke": "skal_ikke_inneholde"}
_OGSA = {"kilder", "sprak", "forst", "valg", "tidligst", "sammenlignes", "ikke_tiltak", "neste_sporsmal"}


@dataclass(frozen=True, slots=True)
class Ytring:
    """One message: what is said, the intents allowed (empty: any), the facts known after it, and the rest as a Tur."""

    intent: tuple[str, ...]
    fakta: Mapping[str, Any]
    kan_ha: Mapping[str, Any]
    tur: Tur

    @property
    def si(self) -> str:
        return self.tur.si


@dataclass(frozen=True, slots=True)
class Rad:
    """One question of a set, or one conversation."""

    id: str
    kategori: str
    stemme: str
    kilde: str
    turer: tuple[Ytring, ...]


def les_sett(sett: str, i_dag: date) -> tuple[Rad, ...]:
    """All rows of a set, with values that depend on the date worked out. Raises Tabellfeil naming the row."""
    ut = []
    for fil in sorted((HER / sett).glob("*.yml")):
        for rad in yaml.load(fil.read_text(encoding="utf-8"), yaml.CSafeLoader):
            ut.append(_rad(fil.stem, rad, i_dag))
    ider = [r.id for r in ut]
    if doble := sorted({i for i in ider if ider.count(i) > 1}):
        raise Tabellfeil(f"samme id to ganger: {', '.join(doble)}")
    return tuple(ut)


def intensjoner() -> frozenset[str]:
    """The intents of domain.yml."""
    domene = yaml.safe_load((ROT / "domain.yml").read_text(encoding="utf-8"))
    return frozenset(navn for post in domene["intents"] for navn in (post if isinstance(post, dict) else [post]))


def _rad(kategori: str, rad: Mapping[str, Any], i_dag: date) -> Rad:
    navn = f"{kategori}: {rad.get('id') or rad}"
    turer = rad.get("turer") or [{k: v for k, v in rad.items() if k not in _RAD}]
    if rad.get("turer") and (ukjent := set(rad) - _RAD):
        raise Tabellfeil(f"{navn}: {sorted(ukjent)} hører til i hver tur")
    if not rad.get("id") or rad.get("stemme") not in STEMMER or not rad.get("kilde"):
        raise Tabellfeil(f"{navn}: trenger id, kilde og en stemme av {', '.join(STEMMER)}")
    return Rad(
        str(rad["id"]), kategori, rad["stemme"], str(rad["kilde"]), tuple(_ytring(navn, t, i_dag) for t in turer)
    )


def _ytring(navn: str, tur: Mapping[str, Any], i_dag: date) -> Ytring:
    if ukjent := set(tur) - _TUR - _OGSA:
        raise Tabellfeil(f"{navn}: ukjente felt {sorted(ukjent)}")
    kinds = tur.get("kind", [])
    if feil := set(kinds if isinstance(kinds, list) else [kinds]) - set(get_args(Kind)):
        raise Tabellfeil(f"{navn}: ukjent kind {sorted(feil)}")
    if not kinds or not str(tur.get("si", "")).strip():
        raise Tabellfeil(f"{navn}: trenger si og kind")
    intent = tur.get("intent", [])
    intent = tuple(intent if isinstance(intent, list) else [intent])
    if feil := set(intent) - intensjoner():
        raise Tabellfeil(f"{navn}: ukjent intent {sorted(feil)}")
    venter = {
        _SOM.get(felt, felt): verdi for felt, verdi in tur.items() if felt not in ("si", "intent", "fakta", "kan_ha")
    }
    venter.setdefault("personvern", False)
    assert set(venter) <= set(SJEKKER)
    fakta, kan_ha = ({n: _verdi(navn, n, v, i_dag) for n, v in tur.get(f, {}).items()} for f in ("fakta", "kan_ha"))
    return Ytring(intent, fakta, kan_ha, Tur(str(tur["si"]), venter))


def _verdi(rad: str, faktum: str, verdi: Any, i_dag: date) -> Any:
    """A value as the API gives it. Raises Tabellfeil for a fact or value there is not."""
    if faktum not in FAKTA or FAKTA[faktum].utledet:
        raise Tabellfeil(f"{rad}: ukjent faktum {faktum}")
    if isinstance(verdi, str) and verdi.startswith("="):
        verdi = _av_dato(rad, verdi, i_dag)
    try:
        for v in verdi if isinstance(verdi, list) and FAKTA[faktum].slag != "mengde" else []:
            les_verdi(FAKTA[faktum], v)
        if not isinstance(verdi, list):
            les_verdi(FAKTA[faktum], verdi)
    except ProfilFeil as feil:
        raise Tabellfeil(f"{rad}: {feil}") from feil
    return verdi.isoformat() if isinstance(verdi, date) else verdi


def _av_dato(rad: str, uttrykk: str, i_dag: date) -> Any:
    if treff := re.fullmatch(r"=født (\d{4})", uttrykk):
        alder = i_dag.year - int(treff[1])
        return [alder - 1, alder]
    if treff := re.fullmatch(r"=måned siden (\d{4})-(\d\d)", uttrykk):
        return (i_dag.year - int(treff[1])) * 12 + i_dag.month - int(treff[2]) + 1
    if treff := re.fullmatch(r"=måneder etter (\d{4})-(\d\d)", uttrykk):
        return (i_dag.year - int(treff[1])) * 12 + i_dag.month - int(treff[2])
    raise Tabellfeil(f"{rad}: forstår ikke {uttrykk}")
