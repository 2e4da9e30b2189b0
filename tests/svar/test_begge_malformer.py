"""Every fixed text exists in bokmål and nynorsk: templates, facts, values, parameters, catalogue and rules.

A text without a nynorsk partner is shown as it is, so it must be the same in both. The failing tests name what is not.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot.katalog.skjema import Tiltak
from bot.katalog.skjema_regelverk import Regel
from bot.profil.fakta import FAKTA
from bot.regler.parametre import parametre
from bot.svar.verdier import ledetekst, vis_verdi

ROT = Path(__file__).resolve().parents[2]
# words and endings bokmål has and nynorsk has not
BOKMAL = re.compile(
    r"\b(ikke|jeg|hvilken|hvilket|hvilke|hva|hvem|hvor|hvordan|hvorfor|noe|noen|fra|ennå|uten|kommer|gjelder|vet|"
    r"sier|bare|disse|denne deltakeren|deltaker|deltakere|deltakeren|deltakerne|måned|måneder|måneden|timer|uka|"
    r"uke|uker|mangler|kildene|reglene|tidligst|kilder|taler|passer|avhenger|endrer|tilbud|tilbudet|hun|"
    r"arbeidsgiver|arbeidsgiveren|arbeidsgivere|arbeidssøker|arbeidssøkere|opplæringen|skolen|skole|tilskudd|"
    r"tilskuddet|flyktninger|innvandrere|videregående|(?<!senteret for )voksne|en|et|ett|oppholdstillatelse\w*|"
    r"ytelse\w*|muligheter|trenger|høyere|nedsatt|bosatt|mer|"
    r"flere|ble|gjøre|hjemme|hjemmeværende|ukrainere|tjenesten)\b",
    re.IGNORECASE,
)


def _felt(ting: BaseModel, sted: str) -> Iterator[tuple[str, str, str | None]]:
    """Every text with a nynorsk partner in a model and what it holds: where, bokmål, nynorsk."""
    for navn in type(ting).model_fields:
        verdi = getattr(ting, navn)
        if f"{navn}_nn" in type(ting).model_fields and verdi:
            partner = getattr(ting, f"{navn}_nn")
            if isinstance(verdi, str):
                yield f"{sted}.{navn}", verdi, partner
            else:
                for i, tekst in enumerate(verdi):
                    yield f"{sted}.{navn}[{i}]", tekst, partner[i] if partner else None
                assert not partner or len(partner) == len(verdi), f"{sted}.{navn}: ulikt antall punkter"
        for i, del_ in enumerate(verdi if isinstance(verdi, list | tuple) else [verdi]):
            if isinstance(del_, BaseModel):
                yield from _felt(del_, f"{sted}.{navn}[{i}]")


def _mangler(tekster: Iterator[tuple[str, str, str | None]]) -> list[str]:
    """The texts shown in nynorsk that are bokmål: a missing partner, or a partner that was not translated."""
    return [
        f"{sted}: {treff.group()!r} i {(nn or nb)[:70]!r}"
        for sted, nb, nn in tekster
        if (treff := BOKMAL.search(nn or nb)) and not _sitat(nn or nb, treff.start())
    ]


def _sitat(tekst: str, plass: int) -> bool:
    """Whether a place is inside «» or in a statute's own words, which are kept as they are."""
    return tekst.count("«", 0, plass) > tekst.count("»", 0, plass)


def test_katalogen(tiltak: Mapping[str, Tiltak]) -> None:
    assert _mangler(f for t in tiltak.values() for f in _felt(t, t.id)) == []


def test_reglene(regler: Mapping[str, Regel]) -> None:
    assert _mangler(f for r in regler.values() for f in _felt(r, r.id)) == []


def test_parametrene() -> None:
    assert _mangler(f for p in parametre().values() for f in _felt(p, p.id)) == []


@pytest.mark.parametrize("navn", FAKTA)
def test_faktaene(navn: str) -> None:
    faktum = FAKTA[navn]
    tekster = [(navn, faktum.ledetekst, ledetekst(navn, "nn"))]
    if not faktum.utledet:
        tekster.append((navn, faktum.sporsmal, faktum.sporsmal_nn))
    for verdi in faktum.verdier:
        tekster.append((f"{navn}={verdi}", vis_verdi(verdi, "nb"), vis_verdi(verdi, "nn")))
    assert _mangler(iter(tekster)) == []


def _strenger(node: ast.expr) -> str:
    """The fixed words of a string or an f-string."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(_strenger(v) if isinstance(v, ast.Constant) else "¤" for v in node.values)
    if isinstance(node, ast.BinOp):
        return _strenger(node.left) + _strenger(node.right)
    return ""


# payload.py describes the API to programmers; its words stand in no answer
FILER = sorted({*(ROT / "bot" / "svar").glob("*.py"), *(ROT / "actions").glob("*.py")} - {ROT / "bot/svar/payload.py"})


def _maler(fil: Path) -> Iterator[tuple[str, str, str | None]]:
    """The pairs of every `velg(malform, bokmål, nynorsk)` in a file."""
    for node in ast.walk(ast.parse(fil.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id == "velg" and len(node.args) == 3:
            yield f"{fil.name}:{node.lineno}", _strenger(node.args[1]), _strenger(node.args[2]) or None


@pytest.mark.parametrize("fil", FILER, ids=lambda f: f.name)
def test_malene(fil: Path) -> None:
    assert _mangler(_maler(fil)) == []


@pytest.mark.parametrize("fil", FILER, ids=lambda f: f.name)
def test_ingen_mal_star_utenfor_velg(fil: Path) -> None:
    """A sentence in bokmål that is no half of a pair would be shown in nynorsk answers too."""
    tre = ast.parse(fil.read_text(encoding="utf-8"))
    i_par = {
        id(n)
        for node in ast.walk(tre)
        if (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("velg", "compile"))
        or (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in ("compile", "Field")
        )
        or isinstance(node, ast.Tuple | ast.Dict | ast.Assert | ast.Raise)
        for n in ast.walk(node)
    }
    docstrings = {
        id(n.body[0].value)
        for n in ast.walk(tre)
        if isinstance(n, ast.Module | ast.ClassDef | ast.FunctionDef)
        and n.body
        and isinstance(n.body[0], ast.Expr)
        and isinstance(n.body[0].value, ast.Constant)
    }
    utenfor = [
        (node.lineno, node.value)
        for node in ast.walk(tre)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in i_par | docstrings
        and " " in node.value.strip()
        and BOKMAL.search(node.value)
    ]
    assert utenfor == []


def test_provet_finner_det_som_mangler() -> None:
    tekster: list[tuple[str, str, str | None]] = [
        ("a", "Hvor lenge varer det?", None),
        ("b", "Hvor lenge varer det?", "Kor lenge varer det?"),
        ("c", "Hvor lenge varer det?", "Hvor lenge varer det?"),
        ("d", "Ringsaker kommune", None),
    ]
    assert [m.split(":")[0] for m in _mangler(iter(tekster))] == ["a", "c"]
