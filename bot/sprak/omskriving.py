"""Plain bokmål for the fact rules: nynorsk, dialect, abbreviations and English words are read as what they stand for.

Nothing but the fact rules sees this text: the language of the answer, the intent and the names of measures are found in
what was written. Words with one meaning stand in omskriving.yml; here are those that their neighbours decide: "e" is
"er" or "jeg", "å" is "og" where no infinitive follows, "me" is "med" or "vi", "så" may be "som".
"""

# ruff: noqa: E501 - patterns are read and compared a line each
from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from bot.sprak.normalisering import Normalisert, bytt
from bot.sprak.skrivefeil import rettelser

_Ord = tuple[int, int, str]
_Frase = tuple[tuple[str, ...], str, bool]
_Fraser = dict[str, tuple[_Frase, ...]]
_LISTE: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "omskriving.yml").read_text(encoding="utf-8")
)
_TOKEN = re.compile(r"[mu]/(?= ?[^\W\d_])|u/(?= ?(?:\d|[abc][12]))|[^\W_](?:[\w.'-]*[^\W_])?")


def _ordklasse(navn: str) -> frozenset[str]:
    return frozenset(_LISTE["ordklasser"][navn])


_SUBJEKT = _ordklasse("subjekt")
_MODAL = _ordklasse("modal")
_JEG_VERB = _ordklasse("jeg_verb")
_VI_VERB = _JEG_VERB | _ordklasse("vi_verb")
_KORTE_INFINITIVER = _ordklasse("korte_infinitiver")
#: What ends as an infinitive does but is none.
_IKKE_INFINITIV = _ordklasse("ikke_infinitiv")
_TALL = re.compile(r"\d|[abc][12]\b")


#: What stands for an "å" that was read as "og": a verb after it is no infinitive.
_OG_VERB = "og+"


def _er(foran: str, forforan: str, etter: str) -> str:
    return "jeg" if etter in _JEG_VERB or foran in _MODAL else "er"


def _ae(foran: str, forforan: str, etter: str) -> str:
    return "er" if (foran in _SUBJEKT or foran in ("det", "så")) and etter not in _JEG_VERB else "jeg"


def _og(foran: str, forforan: str, etter: str) -> str | None:
    """ "å" before what is no infinitive."""
    if not foran or not etter or etter in _KORTE_INFINITIVER:
        return None
    ender_som = etter.endswith(("e", "a")) and not _TALL.match(etter)
    if ender_som and etter not in _IKKE_INFINITIV:
        return None
    if etter in ("jobbe", "prate", "snakke") and foran != "år" and not _TALL.match(foran):
        return None
    return "og"


def _me(foran: str, forforan: str, etter: str) -> str | None:
    return (
        None
        if not etter or etter in _VI_VERB or foran in _MODAL or foran in ("hva", "ka", "kva", "har", "når")
        else "med"
    )


def _som(foran: str, forforan: str, etter: str) -> str | None:
    passer = etter in (
        "e",
        "er",
        "har",
        "he",
        "hi",
        "går",
        "gjeng",
        "kan",
        "får",
        "jobbe",
        "jobber",
        "snakke",
        "snakker",
        "vil",
        "bur",
        "bor",
        "va",
        "var",
        "ikke",
        "ikkje",
        "ikkj",
        "itj",
        "kje",
        "kom",
        "mangler",
        "manglar",
    )
    return (
        "som"
        if passer and foran and foran not in ("og", "men", "er", "nå", "no", "da", "så", "e", "ikke", "ikkje")
        else None
    )


def _har(foran: str, forforan: str, etter: str) -> str | None:
    return "har" if foran == _OG_VERB or (foran in _SUBJEKT and forforan not in _MODAL) else None


def _vedkommende(foran: str, forforan: str, etter: str) -> str | None:
    return (
        "han"
        if etter in ("e", "er", "har", "hi", "he", "går", "jobber", "jobbe", "kan", "må", "får", "snakker", "vil")
        else None
    )


def _natid(r: str) -> Callable[[str, str, str], str | None]:
    return lambda foran, forforan, etter: (
        r if foran == _OG_VERB or (foran in _SUBJEKT and forforan not in _MODAL) else None
    )


_I_SAMMENHENG: dict[str, Callable[[str, str, str], str | None]] = {
    "born": lambda foran, forforan, etter: "født" if re.fullmatch(r"(?:19|20)\d\d|in", etter) else "barn", "e": _er, "æ": _ae, "å": _og, "me": _me, "så": _som, "so": _som, "he": _har, "hi": _har, "ha": _har, "hev": _har, "hår": _har, "n": _vedkommende, "an": _vedkommende,
    "u/": lambda foran, forforan, etter: "under " if _TALL.match(etter) or etter.startswith("skol") else "uten ",
    "m/": lambda foran, forforan, etter: "med ",
    **{o: _natid(o + "r") for o in ("jobbe", "arbeide", "snakke", "prate", "mangle", "trenge", "ønske", "bruke", "studere", "bo", "slite", "strev", "plage", "håpe", "drømme")},
    "lev": _natid("lever"), "slit": _natid("sliter"), "bur": _natid("bor"), "skrive": _natid("skriver"), "lese": _natid("leser"), "ska": lambda foran, forforan, etter: "skal", "ar": lambda foran, forforan, etter: "år" if foran.isdigit() else None,
}  # fmt: skip
#: Words no Norwegian writes: with one of them, short English words are English too.
_ENGELSK_TEGN = _ordklasse("engelsk_tegn")


def _rettet(frase: str) -> str:
    """The phrase as it stands when misspelt words have been mended ("she's" is "hun's" by then)."""
    for start, slutt, rett in reversed(rettelser(frase)):
        frase = frase[:start] + rett + frase[slutt:]
    return frase


def _fraser(*navn: str) -> _Fraser:
    ut: dict[str, list[_Frase]] = {}
    for liste in navn:
        for frase, rett in _LISTE[liste].items():
            ordene = frase.removesuffix(".")
            for skrevet in {ordene, _rettet(ordene)}:
                forst, *resten = skrevet.split()
                ut.setdefault(forst, []).append((tuple(resten), rett, frase.endswith(".")))
    return {o: tuple(sorted(f, key=lambda p: -len(p[0]))) for o, f in ut.items()}


_NORSK = _fraser("nynorsk", "dialekt", "forkortelser", "engelsk_alltid")
_MED_ENGELSK = _fraser("nynorsk", "dialekt", "forkortelser", "engelsk_alltid", "engelsk")


def omskriv(norm: Normalisert) -> Normalisert:
    """`norm` in plain bokmål as far as its words are known; spans still point to what was written."""
    ord_: list[_Ord] = [(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(norm.tekst)]
    engelsk = any(o[2] in _ENGELSK_TEGN for o in ord_) or (
        norm.kart is not None and not _ENGELSK_TEGN.isdisjoint(norm.original.lower().split())
    )
    fraser = _MED_ENGELSK if engelsk else _NORSK
    endringer: list[_Ord] = []
    i = 0
    while i < len(ord_):
        start, slutt, o = ord_[i]
        antall, rett, til = _frase(fraser.get(o, ()), ord_, i, norm.tekst)
        if rett is None and o in _I_SAMMENHENG:
            foran = ord_[i - 1][2] if i else ""
            if foran == "å" and endringer and endringer[-1][2] == "og" and endringer[-1][1] == ord_[i - 1][1]:
                foran = _OG_VERB
            forforan = ord_[i - 2][2] if i > 1 else ""
            etter = ord_[i + 1][2] if i + 1 < len(ord_) else ""
            rett = _I_SAMMENHENG[o](foran, forforan, etter)
            if rett and o.endswith("/") and norm.tekst[slutt : slutt + 1] == " ":
                rett = rett.rstrip()
        if rett is not None and rett != o:
            if not rett and norm.tekst[til : til + 1] == " ":
                til += 1
            endringer.append((start, til, rett))
        i += antall
    return bytt(norm, endringer)


def _frase(fraser: tuple[_Frase, ...], ord_: list[_Ord], i: int, tekst: str) -> tuple[int, str | None, int]:
    """How many words from `i` on one of the phrases covers, what it stands for, and where it ends."""
    for resten, rett, forkortet in fraser:
        n = len(resten)
        if n and tuple(o[2] for o in ord_[i + 1 : i + 1 + n]) != resten:
            continue
        if all(tekst[ord_[k][1] : ord_[k + 1][0]] in (" ", ". ", "/") for k in range(i, i + n)):
            til = ord_[i + n][1]
            return n + 1, rett, til + (forkortet and tekst.startswith(".", til) and til + 1 < len(tekst))
    return 1, None, ord_[i][1]
