"""The answers to several questions of one message, as replies that are read one after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from bot.profil.samtale import Malform
from bot.svar.deler import ANTATT, KILDER, KONTROLLERT, NESTE
from bot.svar.malform import liste, stor, velg

_MAKS_OVERSKRIFT = 160
_MARKDOWN = re.compile(r"[*_`#<>]+")

Svar = dict[str, Any]


def sett_sammen(par: Sequence[tuple[str, Sequence[Svar]]], flere: Sequence[str] = ()) -> list[Svar]:
    """The replies of all questions in order, the first of each opening with the question it answers.

    Questions that got the very same answer share it. What an earlier reply has told (facts reckoned with, sources) is
    not told again, and only the last one asks or offers anything, because the conversation goes on from there. `flere`
    are questions left unanswered; the last reply says so.
    """
    grupper = _grupper(par)
    sagt: set[str] = set()
    ut: list[Svar] = []
    nr = 1
    for i, (sporsmal, svar) in enumerate(grupper):
        siste = i == len(grupper) - 1
        kort = [_forkortet(s, sagt, siste=siste and s is svar[-1]) for s in svar]
        if len(grupper) > 1:
            tall = " og ".join(str(n) for n in range(nr, nr + len(sporsmal)))
            kort[0]["text"] = f"**{tall}. {' '.join(_overskrift(s) for s in sporsmal)}**\n\n{kort[0]['text']}"
            for s in kort:
                s["payload"] = {**s["payload"], "question": " ".join(sporsmal)}
        nr += len(sporsmal)
        ut += kort
    if flere and ut:
        _si_fra_om_resten(ut[-1], len(par), flere)
    return ut


def _si_fra_om_resten(svar: Svar, besvart: int, flere: Sequence[str]) -> None:
    """Tell, at the end of what is answered and before its sources, which questions were left."""
    malform: Malform = "nn" if svar["payload"].get("language") == "nn" else "nb"
    rest = liste([f"«{_overskrift(s)}»" for s in flere], malform)
    linje = velg(
        malform,
        f"*Jeg svarer på {besvart} spørsmål om gangen. Still dette på nytt: {rest}*",
        f"*Eg svarer på {besvart} spørsmål om gongen. Still dette på nytt: {rest}*",
    )
    avsnitt = str(svar["text"]).split("\n\n")
    slutt = next((i for i, a in enumerate(avsnitt) if KONTROLLERT.fullmatch(a) or KILDER.match(a)), len(avsnitt))
    svar["text"] = "\n\n".join([*avsnitt[:slutt], linje, *avsnitt[slutt:]])


def _grupper(par: Sequence[tuple[str, Sequence[Svar]]]) -> list[tuple[list[str], list[Svar]]]:
    """The questions with their replies, neighbours with the same text of reply together."""
    ut: list[tuple[list[str], list[Svar]]] = []
    for sporsmal, svar in par:
        if ut and [s["text"] for s in ut[-1][1]] == [s["text"] for s in svar]:
            ut[-1][0].append(sporsmal)
        else:
            ut.append(([sporsmal], list(svar)))
    return ut


def _forkortet(svar: Svar, sagt: set[str], *, siste: bool) -> Svar:
    """A copy of the reply without what stands in `sagt`, which gets what it says."""
    avsnitt = []
    for a in str(svar["text"]).split("\n\n"):
        if ANTATT.fullmatch(a):
            if a in sagt:
                continue
            sagt.add(a)
        elif not siste and (NESTE.match(a) or KONTROLLERT.fullmatch(a)):
            continue
        elif m := KILDER.match(a):
            linjer = [li for li in a[m.end() :].split("\n") if li not in sagt]
            sagt.update(linjer)
            if not linjer:
                continue
            a = m.group() + "\n".join(linjer)
        avsnitt.append(a)
    kopi = {**svar, "text": "\n\n".join(avsnitt)}
    if not siste:
        kopi["choices"] = []
        kopi["payload"] = {k: v for k, v in kopi["payload"].items() if k != "next_question"}
    return kopi


def _overskrift(sporsmal: str) -> str:
    rent = stor(" ".join(_MARKDOWN.sub("", sporsmal).split()))
    return rent if len(rent) <= _MAKS_OVERSKRIFT else rent[:_MAKS_OVERSKRIFT].rsplit(" ", 1)[0] + " …"
