"""Reading a YAML file with line numbers kept. Duplicate keys are refused; dates stay text, for the models."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.katalog.feil import Linjefeil, Plass

_LASTER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_HELTALL = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_TAGG = "tag:yaml.org,2002:"


@dataclass(frozen=True, slots=True)
class Fil:
    """A file that could be read: `navn` is its path from the root, `data` plain dicts, lists and scalars."""

    navn: str
    sti: Path
    data: Any
    rot: yaml.Node

    def linje(self, plass: Plass) -> int:
        """The line of a place in the document; of the nearest place around it when it is not there."""
        node = self.rot
        linje = 1
        for ledd in plass:
            if isinstance(node, yaml.MappingNode):
                par = next((p for p in node.value if p[0].value == ledd), None)
                if par is None:
                    return linje
                linje, node = par[0].start_mark.line + 1, par[1]
            elif isinstance(node, yaml.SequenceNode) and isinstance(ledd, int) and ledd < len(node.value):
                node = node.value[ledd]
                linje = node.start_mark.line + 1
            else:
                return linje
        return linje


def les_fil(sti: Path, navn: str) -> tuple[Fil | None, list[Linjefeil]]:
    """The file as data, and what is wrong with it as YAML. With errors there is no file."""
    try:
        tekst = sti.read_text(encoding="utf-8")
    except UnicodeDecodeError as feil:
        linje = sti.read_bytes()[: feil.start].count(b"\n") + 1
        return None, [Linjefeil(navn, linje, "", "filen er ikke lagret som UTF-8.")]
    try:
        rot = yaml.compose(tekst, Loader=_LASTER)
    except yaml.MarkedYAMLError as feil:
        merke = feil.problem_mark or feil.context_mark
        linje = merke.line + 1 if merke else 1
        hvorfor = "kan ikke leses som YAML. Se etter feil innrykk eller kolon i tekst uten anførselstegn."
        return None, [Linjefeil(navn, linje, "", hvorfor)]
    except yaml.YAMLError:
        return None, [Linjefeil(navn, 1, "", "filen har tegn som ikke er lov i YAML.")]
    if rot is None:
        return None, [Linjefeil(navn, 1, "", "filen er tom.")]
    feil_: list[Linjefeil] = []
    data = _verdi(rot, navn, feil_)
    if not feil_ and not isinstance(data, dict):
        feil_.append(Linjefeil(navn, 1, "", "filen skal bestå av felt med navn og verdi."))
    return (None, feil_) if feil_ else (Fil(navn, sti, data, rot), [])


def _verdi(node: yaml.Node, navn: str, feil: list[Linjefeil]) -> Any:
    if isinstance(node, yaml.MappingNode):
        ut: dict[str, Any] = {}
        for nokkelnode, verdinode in node.value:
            nokkel = str(nokkelnode.value)
            if nokkel in ut:
                linje = nokkelnode.start_mark.line + 1
                feil.append(Linjefeil(navn, linje, nokkel, f"feltet «{nokkel}» står to ganger på samme sted."))
            ut[nokkel] = _verdi(verdinode, navn, feil)
        return ut
    if isinstance(node, yaml.SequenceNode):
        return [_verdi(n, navn, feil) for n in node.value]
    return _skalar(node.tag.removeprefix(_TAGG), str(node.value))


def _skalar(tagg: str, tekst: str) -> str | int | float | bool | None:
    if tagg == "null":
        return None
    if tagg == "bool":
        return tekst.lower() in ("true", "yes", "on")
    if tagg == "int" and _HELTALL.fullmatch(tekst):
        return int(tekst)
    if tagg == "float":
        try:
            return float(tekst)
        except ValueError:
            return tekst
    return tekst
