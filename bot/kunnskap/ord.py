"""Words as the index sees them: lemmas, one form for the same word, groups of kindred words, phrases as one term."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import simplemma
import yaml

_ORD = re.compile(r"§\s*\d+(?:-\d+)?(?:\s?[a-z])?(?![a-zæøå])|\b[abc][12]\b|\d+(?:[.,]\d+)?|[a-zæøåéèòôäöü]+", re.I)
_LISTE = yaml.load(Path(__file__).with_name("ordliste.yml").read_bytes(), Loader=yaml.CSafeLoader)

STOPPORD: frozenset[str] = frozenset(_LISTE["stoppord"].split())
_SAMME: dict[str, tuple[str, ...]] = {o: (o,) for o in _LISTE["uendret"].split()}
_SAMME.update((str(k), tuple(str(v).split())) for k, v in _LISTE["samme"].items())
_FRASER = [(navn, re.compile(monster)) for navn, monster in _LISTE["fraser"].items()]
_TALLORD: dict[str, str] = {k: str(v) for k, v in _LISTE["tallord"].items()}
# A scheme's name as the first part of a word ("introdeltaker"), but for the words the schemes have of their own.
_FORLEDD = (
    ("introduksjons", "introduksjonsprogram"),
    ("intro", "introduksjonsprogram"),
    ("kvalifiserings", "kvalifiseringsprogram"),
    ("jobbsjanse", "jobbsjansen"),
)
_EGET_ORD = re.compile("duksjon|program|stønad|lov|plan|n")
_TYPER = [(re.compile(t["monster"]), frozenset(t["enheter"])) for t in _LISTE["sporsmalstyper"]]
_ANDRE_LAND = re.compile(_LISTE["andre_land"])
_FORTID = re.compile(_LISTE["fortid"])


@lru_cache(maxsize=20_000)
def lemma(ord_: str) -> str:
    """The dictionary form of a lower-case word, bokmål first and then nynorsk."""
    bokmal: str = simplemma.lemmatize(ord_, lang="nb").lower()
    if bokmal != ord_ or simplemma.is_known(ord_, lang="nb"):
        return bokmal
    nynorsk: str = simplemma.lemmatize(ord_, lang="nn").lower()
    return nynorsk


@lru_cache(maxsize=20_000)
def _termer_for(ord_: str) -> tuple[str, ...]:
    if ord_.startswith("§"):
        renset = "§" + ord_[1:].replace(" ", "")
        return _SAMME.get(renset, (renset,))
    for form in (ord_, _TALLORD.get(ord_, "")):
        if form in _SAMME:
            return _SAMME[form]
    if ord_ in _TALLORD:
        return (_TALLORD[ord_],)
    if ord_ in STOPPORD:
        return ()
    grunnform = lemma(ord_)
    if grunnform in _SAMME:
        return _SAMME[grunnform]
    for forledd, ordning in _FORLEDD:
        if ord_.startswith(forledd) and len(ord_) > len(forledd) + 3 and not _EGET_ORD.match(ord_, len(forledd)):
            return (ordning, *_termer_for(ord_[len(forledd) :]))
    return () if grunnform in STOPPORD else (grunnform,)


def _etter_ord(lister: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """From lists of words by name to the names of each word, as the index writes the word."""
    ut: dict[str, tuple[str, ...]] = {}
    for navn, ord_ in lister.items():
        for term in {next(iter(_termer_for(o)), o) for o in ord_}:
            ut[term] = (*ut.get(term, ()), navn)
    return ut


# The groups (named with a ~) and the schemes or groups of people that a term belongs to.
GRUPPER = _etter_ord({f"~{navn}": str(ord_).split() for navn, ord_ in _LISTE["grupper"].items()})
MERKER = _etter_ord(_LISTE["merker"])


def ord_i(tekst: str) -> list[tuple[str, tuple[str, ...]]]:
    """The content words of a text, each as it stands and as the index's terms, in order; phrases last."""
    liten = tekst.lower()
    ut = [(o, t) for o in _ORD.findall(liten) if (t := _termer_for(o))]
    ut += [(navn, (navn,)) for navn, monster in _FRASER if monster.search(liten)]
    return ut


def termer(tekst: str) -> list[str]:
    """The terms of a text: lemmas in one form each, function words left out, phrases as one term at the end."""
    return [t for _, termer_ in ord_i(tekst) for t in termer_]


def enheter(tekst: str) -> frozenset[str]:
    """The units an answer would have, by the kind of question: how long, how much, how old, by when."""
    liten = tekst.lower()
    return frozenset().union(*(e for monster, e in _TYPER if monster.search(liten)))


def er_fortid(tekst: str) -> bool:
    """Does the question ask how things were before?"""
    return _FORTID.search(tekst.lower()) is not None


def er_andre_land(tekst: str) -> bool:
    """Does the question ask about another country's system?"""
    return _ANDRE_LAND.search(tekst.lower()) is not None


def del_sammensatt(ord_: str, ordforrad: frozenset[str]) -> tuple[str, ...]:
    """A compound as the terms of its two parts, when both stand in the vocabulary (with or without a joining s or e).
    In a compound that is not itself there a part also counts as the word it is the same as."""
    if len(ord_) < 8:
        return ()
    samme = _SAMME if ord_ not in ordforrad else {}
    for i in range(len(ord_) - 3, 3, -1):
        forst, sist = ord_[:i], ord_[i:]
        if (siste := _ledd(sist, ordforrad, samme)) is not None:
            for grunn in (forst, forst[:-1] if forst[-1] in "se" else forst):
                if (forste := _ledd(grunn, ordforrad, samme)) is not None:
                    return (*forste, *siste)
    return ()


def _ledd(del_: str, ordforrad: frozenset[str], samme: dict[str, tuple[str, ...]]) -> tuple[str, ...] | None:
    """The terms of a part of a compound; None when it is no word of the vocabulary."""
    if del_ in ordforrad:
        return (del_,)
    termer_ = samme.get(del_, ()) if len(del_) > 3 else ()
    return termer_ if termer_ and ordforrad.issuperset(termer_) else None
