"""Kindred words of a question's words, to look up besides them."""

from __future__ import annotations

from pathlib import Path

import yaml

from bot.kunnskap.ord import termer

_LISTE = yaml.load(Path(__file__).with_name("synonymer.yml").read_bytes(), Loader=yaml.CSafeLoader)["grupper"]
_GRUPPER = [tuple(dict.fromkeys(termer(linje))) for linje in _LISTE]
_ETTER_TERM: dict[str, tuple[int, ...]] = {}
for _nr, _gruppe in enumerate(_GRUPPER):
    for _term in _gruppe:
        _ETTER_TERM[_term] = (*_ETTER_TERM.get(_term, ()), _nr)


def synonymer(tekst: str) -> list[str]:
    """The other words of every group a word of the text belongs to."""
    egne = termer(tekst)
    grupper = dict.fromkeys(nr for t in egne for nr in _ETTER_TERM.get(t, ()))
    return [t for nr in grupper for t in _GRUPPER[nr] if t not in egne]
