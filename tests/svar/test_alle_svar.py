"""What holds for every answer: it is the API's payload, says no more than the data does, and keeps its language."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

import pytest
from pydantic import BaseModel

from bot.katalog.skjema import Tiltak
from bot.katalog.skjema_regelverk import Kilde, Regel
from bot.profil.lesing import les_profil
from bot.profil.samtale import Malform
from bot.regler.parametre import parametre
from bot.svar.forklaring import forklaringssvar
from bot.svar.malform import dato
from bot.svar.payload import Reply
from bot.svar.tiltaksvar import vurderingssvar
from bot.svar.tjeneste import Tjeneste

from .alle import DAG, SVAR

ALLE = [(navn, malform) for navn in SVAR for malform in ("nb", "nn")]
hvert_svar = pytest.mark.parametrize(("navn", "malform"), ALLE, ids=[f"{n}-{m}" for n, m in ALLE])
_LENKE = re.compile(r"\]\([^)]*\)")
_PARAGRAF = re.compile(r"§+\s*(\d+(?:-\d+)?(?:\s?[a-z](?![a-zæøå]))?)")
_DATO = re.compile(
    r"\b\d{1,2}\. (?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember) \d{4}"
)
_TALL = re.compile(r"\d+(?:[.,]\d+)?")


Gitt = Callable[[str, Malform], dict[str, Any]]


@pytest.fixture(scope="module")
def gitt(tjeneste: Tjeneste) -> Gitt:
    """The answers, each built once."""
    return cache(lambda navn, malform: SVAR[navn][1](tjeneste, malform))


@hvert_svar
def test_svaret_er_det_apiet_lover(tjeneste: Tjeneste, gitt: Gitt, navn: str, malform: Malform) -> None:
    kind, svar = SVAR[navn][0], gitt(navn, malform)
    lest = Reply.model_validate(json.loads(json.dumps(svar)))
    assert lest.payload is not None
    assert (lest.payload.kind, lest.payload.language, lest.payload.as_of) == (kind, malform, DAG)
    assert lest.text.strip()
    assert len({v.text for v in lest.choices}) == len(lest.choices) <= 6
    kilder = {k.id for k in lest.payload.sources}
    for tiltak in lest.payload.measures:
        assert tiltak.id in tjeneste.tiltak
        assert tiltak.reasons, "et verdikt skal ha grunner"
        assert all(kilder >= set(g.source_ids) for g in tiltak.reasons)
        assert all(g.source_ids for g in tiltak.reasons if g.type == "lov")


@hvert_svar
def test_kildene_i_teksten_er_kildene_i_nyttelasten(gitt: Gitt, navn: str, malform: Malform) -> None:
    svar = gitt(navn, malform)
    lenker = set(re.findall(r"\]\(([^)]*)\)", svar["text"]))
    assert lenker <= {k["url"] for k in svar["payload"]["sources"]}
    har_kilder = "**Kilder**" in svar["text"] or "**Kjelder**" in svar["text"]
    assert har_kilder is (
        svar["payload"]["kind"] in ("recommendation", "eligibility", "measure", "comparison", "rule") and bool(lenker)
    )


_HENVIST = re.compile(r"\((?:lov|praksis|egnethet), ((?:[^()]|\([^()]*\))*)\)")


@pytest.mark.parametrize("navn", SVAR)
def test_det_teksten_viser_til_er_blant_kildene(tjeneste: Tjeneste, gitt: Gitt, navn: str) -> None:
    svar = gitt(navn, "nb")
    kilder = {tjeneste.kilder.kort(k["id"]) for k in svar["payload"]["sources"]}
    assert set(_HENVIST.findall(svar["text"])) <= kilder


def _strenger(ting: Any) -> Iterator[str]:
    if isinstance(ting, BaseModel):
        yield from _strenger(ting.model_dump(mode="json"))
    elif isinstance(ting, Mapping):
        for v in ting.values():
            yield from _strenger(v)
    elif isinstance(ting, list | tuple):
        for v in ting:
            yield from _strenger(v)
    elif ting is not None and not isinstance(ting, bool):
        yield f"{ting:g}" if isinstance(ting, float) else str(ting)


def _paragrafer(tekst: str) -> set[str]:
    return {re.sub(r"\s", "", p) for p in _PARAGRAF.findall(tekst)}


@pytest.fixture(scope="module")
def data(tiltak: Mapping[str, Tiltak], regler: Mapping[str, Regel], kilder: Mapping[str, Kilde]) -> str:
    """All the words of the catalogue, the rules, the parameters and the sources."""
    ting = [*tiltak.values(), *regler.values(), *kilder.values(), *parametre().values()]
    return "\n".join(s for t in ting for s in _strenger(t))


@pytest.fixture(scope="module")
def paragrafer(data: str) -> set[str]:
    return _paragrafer(data)


@pytest.fixture(scope="module")
def datoer(data: str, tjeneste: Tjeneste) -> set[str]:
    iso = {dato(date.fromisoformat(d)) for d in re.findall(r"\b\d{4}-\d\d-\d\d\b", data)}
    return {*_DATO.findall(data), *iso, dato(tjeneste.kontrollert)}


@hvert_svar
def test_hver_paragraf_star_i_dataene(gitt: Gitt, paragrafer: set[str], navn: str, malform: Malform) -> None:
    assert _paragrafer(_LENKE.sub("]", gitt(navn, malform)["text"])) <= paragrafer


@hvert_svar
def test_hver_dato_star_i_dataene(gitt: Gitt, datoer: set[str], navn: str, malform: Malform) -> None:
    """The transition names the day before a new value, "etter 1. januar": that is the open day of the parameter."""
    assert set(_DATO.findall(gitt(navn, malform)["text"])) <= datoer


# words that bokmål has and nynorsk has not
BOKMAL = re.compile(
    r"\b(ikke|jeg|hvilken|hvilket|hvilke|hva|hvem|hvor|hvordan|hvorfor|når du skal|noe|noen|fra|ennå|nå|uten|kommer|"
    r"gjelder|vet|sier|bare|også|disse|denne deltakeren|deltaker|deltakeren|måned|måneder|timer|uka|kjenner|mangler|"
    r"tiltakene|kildene|reglene|avgjørende|vurderes|vurdering av|tidligst|varer ikke|kilder|rapporten sier|"
    r"sammenligning|taler|passer|avhenger|grunnen|grunnene|endrer|skifter|kontrollert (?=\d)|forlenges|tilbud|"
    r"endringen)\b",
    re.IGNORECASE,
)
_TEKSTFELT = frozenset(
    [
        "tekst",
        "navn",
        "sammendrag",
        "malgruppe",
        "hvorfor",
        "merknad",
        "tittel",
        "svar",
        "rapporten_sier",
        "gjelder_tekst",
        "kortnavn",
        "sted",
        "periode",
    ]
)


def _uten_ord(verdi: Any, navn: str = "") -> Any:
    """The same data with its words taken out: what is left in an answer is the templates' own."""
    if isinstance(verdi, dict):
        return {k: v if k == "tall" else _uten_ord(v, k) for k, v in verdi.items()}
    if isinstance(verdi, list):
        return [_uten_ord(v, navn) for v in verdi]
    if isinstance(verdi, str) and (navn.removesuffix("_nn") in _TEKSTFELT or navn.startswith("slik_gar_du_fram")):
        return "¤¤"
    return verdi


@pytest.fixture(scope="module")
def ordlos(tiltak: Mapping[str, Tiltak], regler: Mapping[str, Regel], kilder: Mapping[str, Kilde]) -> Tjeneste:
    def tom[M: BaseModel](modell: M) -> M:
        return type(modell).model_validate(_uten_ord(modell.model_dump(mode="json", exclude_none=True)))

    return Tjeneste(
        (tom(t) for t in tiltak.values()),
        (tom(r) for r in regler.values()),
        {k: tom(v) for k, v in kilder.items()},
        [t.id for t in tiltak.values() if t.sted.landsdekkende],
    )


@pytest.mark.parametrize("navn", SVAR)
def test_malene_er_nynorske_pa_nynorsk(ordlos: Tjeneste, navn: str) -> None:
    svar = SVAR[navn][1](ordlos, "nn")
    deler = [svar["text"], *(v[k] for v in svar["choices"] for k in ("title", "text"))]
    if svar["payload"]["next_question"]:
        deler.append(svar["payload"]["next_question"]["text"])
    assert BOKMAL.findall("\n".join(deler)) == []


def test_provet_for_bokmal_finner_bokmal(ordlos: Tjeneste) -> None:
    """The same answers in bokmål are full of what the test looks for."""
    treff = [navn for navn, (_, bygg) in SVAR.items() if BOKMAL.search(bygg(ordlos, "nb")["text"])]
    assert len(treff) >= len(SVAR) - 4


def _tall(tekst: str) -> set[str]:
    """Every number in a text, without dates' leading zeros and with decimal comma."""
    return {t.replace(".", ",") for t in _TALL.findall(tekst)}


def _tall_i(ting: Any) -> set[str]:
    return {t.lstrip("0") or "0" for t in _tall(" ".join(_strenger(ting)))} | _tall(" ".join(_strenger(ting)))


def _ukjente_tall(svar: dict[str, Any], tiltak: Tiltak, tjeneste: Tjeneste) -> set[str]:
    """Numbers of an answer about one measure that stand neither in the measure, its sources nor the profile."""
    kjent = _tall_i(tiltak) | _tall_i(svar["payload"]["sources"]) | _tall_i(svar["payload"]["profile"])
    kjent |= _tall(dato(tjeneste.kontrollert)) | _tall(" ".join(_kortnavn(svar, tjeneste)))
    kjent |= {str(i) for i in range(1, len(tiltak.slik_gar_du_fram) + 1)}
    for punkt in svar["payload"]["measures"][0]["reasons"]:
        kjent |= _tall(" ".join(tjeneste.kilder.kort(p) for p in punkt["source_ids"]))
    arbeidsretting = {"14"}  # the heading that says whether the measure counts under § 14 a
    tekst = _LENKE.sub("]", svar["text"]).replace("Tidligst om ", "¤").split("**Kilder**")[0]
    return {
        t for t in _tall(re.sub(r"¤\d+", "", tekst)) if t.lstrip("0") not in kjent and t not in kjent
    } - arbeidsretting


def _kortnavn(svar: dict[str, Any], tjeneste: Tjeneste) -> list[str]:
    return [tjeneste.kilder.kort(k["id"]) for k in svar["payload"]["sources"]]


def test_en_forklaring_har_bare_tiltakets_egne_tall(tjeneste: Tjeneste) -> None:
    for t in tjeneste.tiltak.values():
        svar = forklaringssvar(tjeneste, t.id, {}, DAG, "nb", None)
        assert _ukjente_tall(svar, t, tjeneste) == set(), t.id


def test_en_vurdering_har_bare_tall_fra_tiltaket_og_profilen(tjeneste: Tjeneste) -> None:
    profil = les_profil(
        {"norskniva": "A1", "alder": 61, "programmaned": 3, "utdanning": "ingen", "oppholdsgrunnlag": "eos"}
    )
    for t in tjeneste.tiltak.values():
        svar = vurderingssvar(tjeneste, t.id, profil, DAG, "nb", None)
        assert _ukjente_tall(svar, t, tjeneste) == set(), t.id
