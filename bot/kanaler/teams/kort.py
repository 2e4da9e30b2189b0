"""A reply of the API as Adaptive Cards (version 1.5): the same answer, made for Teams.

Every card stays under the size Teams takes; what does not fit comes as further cards when asked for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.kanaler.teams import nytteskjema
from bot.kanaler.teams.aktivitet import NOKKEL
from bot.kanaler.teams.markdown import elementer, tekstblokk
from bot.kanaler.teams.profilskjema import skjema
from bot.kanaler.teams.tekster import tekst
from bot.svar.malform import dato
from bot.svar.payload import Choice, Language, Measure, Parts, Payload, Reason, Reply, Source

Kort = dict[str, Any]
Element = dict[str, Any]

MAKS_BYTE = 24_000
"""Largest card, in bytes of JSON: Teams refuses a message of 28 kB, and the envelope takes some of it."""

FORST = 8
"""How many measures the first card shows at most; fewer when their reasons are long."""

MAKS_VALG = 6
"""Teams shows at most six buttons in a row; the rest hide behind a menu."""

MAKS_KILDER = 40
"""How many sources a card lists; the reasons link to all of theirs."""

_RAD = 84
_KNAPP = 8
"""How many characters a row of buttons has room for, and what each takes beside its own."""

_FARGE = {"suitable": "Good", "conditional": "Warning", "unsuitable": "Attention"}
_MED_TILTAK = ("recommendation", "eligibility")


def kort(reply: Reply, malform: Language = "nb") -> list[Kort]:
    """The cards of one reply: the answer first, then as many more as its length needs. A recommendation is one card
    with the first measures; `flere_kort` makes the cards of the others."""
    payload = reply.payload
    malform = (payload.language if payload else None) or malform
    deler = _deler(reply)
    kropp = [_grunnlag(deler.basis, payload, malform)] if deler.basis and payload else []
    kropp += elementer(deler.lead)
    tiltak = _tiltak(payload.measures, payload.sources, malform) if payload and payload.kind in _MED_TILTAK else []
    etter = elementer(deler.body)
    if not tiltak:
        kropp, etter = kropp + etter, []
    elif etter:
        etter[0] = {**etter[0], "separator": True, "spacing": "Medium"}
    if payload and payload.next_question:
        kropp.append(tekstblokk(f"**{tekst('neste', malform)}:** {payload.next_question.text}"))
        kropp += _alle_valg(reply)
    else:
        etter = [*etter, *_alle_valg(reply)]
    handlinger: list[Element] = []
    if payload is None:
        return _del(kropp + etter, handlinger)
    if form := skjema(payload.profile, malform):
        handlinger.append(form)
    if deler.checked:
        etter.append(tekstblokk(deler.checked, size="Small", isSubtle=True))
    if slutt := _kilder(payload.sources, malform):
        handlinger.append(_vis(tekst("kilder", malform, len(payload.sources)), "kilder"))
    etter += slutt
    antall = _sa_mange(tiltak, MAKS_BYTE - _storrelse([kropp, etter, handlinger]) - 700)
    if resten := len(tiltak) - antall:
        handlinger.append(_knapp(tekst("flere", malform, resten), {NOKKEL: "flere", "fra": antall}))
    if payload.kind not in ("smalltalk", "privacy"):
        handlinger.append(nytteskjema.skjema(malform))
    return _del(kropp + tiltak[:antall] + etter, handlinger)


def flere_kort(payload: Payload, fra: int) -> list[Kort]:
    """Cards with the measures from number `fra` (0 is the first) on; none when there are no more."""
    malform = payload.language or "nb"
    tiltak = _tiltak(payload.measures, payload.sources, malform)[max(fra, 0) :]
    return _del(tiltak, []) if tiltak else []


def velkommen(malform: Language, gruppe: bool) -> Kort:
    """The card somebody sees first: what can be asked, what not to write, three questions to try."""
    kropp = [
        tekstblokk(tekst("velkommen", malform), weight="Bolder", size="Large", style="heading"),
        tekstblokk(tekst("velkommen_hva", malform)),
        tekstblokk(tekst("velkommen_personvern", malform)),
    ]
    if gruppe:
        kropp.append(tekstblokk(tekst("velkommen_gruppe", malform)))
    forslag = [tekst(f"forslag_{n}", malform) for n in (1, 2, 3)]
    return _kort(kropp, [_valg(Choice(title=f, text=f)) for f in forslag])


def sammendrag(reply: Reply) -> str:
    """The first sentence of the answer, for notifications and screen readers."""
    return re.sub(r"[*_#`]|\[([^\]]*)\]\([^)]*\)", r"\1", _deler(reply).lead.splitlines()[0])[:250]


def _deler(reply: Reply) -> Parts:
    """The text apart; whole in a reply that has not been parted."""
    return (reply.payload.parts if reply.payload else None) or Parts(lead=reply.text)


def _grunnlag(basis: str, payload: Payload, malform: Language) -> Element:
    hva, _, fakta = basis.partition(": ")
    dag = f" ({tekst('regler', malform, dato(payload.as_of))})" if payload.as_of else ""
    return tekstblokk(f"**{hva}:** {fakta}{dag}", size="Small", isSubtle=True)


def _tiltak(tiltak: Sequence[Measure], kilder: Sequence[Source], malform: Language) -> list[Element]:
    lenker = {k.id: k for k in kilder}
    return [_ett_tiltak(t, nr, lenker, malform) for nr, t in enumerate(tiltak)]


def _sa_mange(tiltak: Sequence[Element], plass: int) -> int:
    """How many of the measures the first card has room for."""
    antall = 0
    for t in tiltak[:FORST]:
        plass -= _storrelse(t)
        if plass < 0 and antall:
            break
        antall += 1
    return antall


def _ett_tiltak(t: Measure, nr: int, kilder: Mapping[str, Source], malform: Language) -> Element:
    merke = tekst("ikke_na" if t.substatus == "ikke_na" and t.verdict == "unsuitable" else t.verdict, malform)
    grunner = f"grunner_{re.sub(r'[^a-z0-9]', '_', t.id)}_{nr}"
    hode: Element = {
        "type": "ColumnSet",
        "columns": [
            {
                "type": "Column",
                "width": "stretch",
                "items": [
                    tekstblokk(f"**{t.name}**"),
                    tekstblokk(t.owner, size="Small", isSubtle=True, spacing="None"),
                ],
            },
            {
                "type": "Column",
                "width": "auto",
                "items": [tekstblokk(merke, color=_FARGE[t.verdict], weight="Bolder")],
            },
        ],
    }
    innhold: list[Element] = [hode]
    if t.summary:
        innhold.append(tekstblokk(t.summary, spacing="Small"))
    if t.earliest_month is not None:
        innhold.append(tekstblokk(tekst("fra_maned", malform, t.earliest_month), size="Small", spacing="Small"))
    if t.reasons:
        hvorfor = tekst("hvorfor", malform)
        knapp = _vis(hvorfor, grunner, tooltip=f"{hvorfor} {t.name}")
        innhold.append({"type": "ActionSet", "spacing": "Small", "actions": [knapp]})
        boks = {"type": "Container", "id": grunner, "isVisible": False}
        innhold.append({**boks, "items": _grunner(t.reasons, kilder, malform)})
    return {"type": "Container", "separator": True, "spacing": "Medium", "items": innhold}


def _grunner(grunner: Sequence[Reason], kilder: Mapping[str, Source], malform: Language) -> list[Element]:
    ut: list[Element] = []
    for slag in ("lov", "praksis", "egnethet"):
        linjer = []
        for g in grunner:
            if g.type == slag:
                fra = ", ".join(_kilde(kilder[i]) for i in g.source_ids if i in kilder)
                linjer.append(f"- {g.text} – *{tekst(g.status, malform)}*" + (f" ({fra})" if fra else ""))
        if linjer:
            ut += [tekstblokk(f"**{tekst(slag, malform)}**", size="Small"), tekstblokk("\r".join(linjer), size="Small")]
    return ut


def _kilde(k: Source) -> str:
    navn = f"{k.title} {k.locator}" if k.locator and k.locator not in k.title else k.title
    return f"[{navn}]({k.url})" if k.url else navn


def _kilder(kilder: Sequence[Source], malform: Language) -> list[Element]:
    if not kilder:
        return []
    linjer = [
        f"- {_kilde(k)}" + (f" ({tekst('historisk', malform)})" if k.status == "historical" else "")
        for k in kilder[:MAKS_KILDER]
    ]
    boks = {"type": "Container", "id": "kilder", "isVisible": False}
    return [{**boks, "items": [tekstblokk("\r".join(linjer), size="Small")]}]


def _vis(tittel: str, hva: str, **mer: Any) -> Element:
    """A button that shows and hides a part of the card."""
    return {"type": "Action.ToggleVisibility", "title": tittel, "targetElements": [hva], **mer}


def _alle_valg(reply: Reply) -> list[Element]:
    """The choices in rows that Teams does not cut; the alternatives of a quiz are read above their letters."""
    quiz = reply.payload.quiz if reply.payload else None
    alternativer = quiz.question.options if quiz and quiz.question else []
    bokstaver = {o.key for o in alternativer}
    rader: list[list[Element]] = []
    plass = 0
    for v in reply.choices[:MAKS_VALG]:
        valg = Choice(title=v.text, text=v.text) if v.text in bokstaver else v
        plass -= len(valg.title) + _KNAPP
        if not rader or plass < 0:
            rader.append([])
            plass = _RAD - len(valg.title) - _KNAPP
        rader[-1].append(_valg(valg))
    ut: list[Element] = [{"type": "ActionSet", "actions": rad} for rad in rader]
    if alternativer:
        ut.insert(0, tekstblokk("\r".join(f"- **{o.key}:** {o.text}" for o in alternativer)))
    return ut


def _valg(valg: Choice) -> Element:
    """A button that says its text as the user, so that it stays in the conversation."""
    return _knapp(valg.title, {"msteams": {"type": "imBack", "value": valg.text}})


def _knapp(tittel: str, data: Mapping[str, Any]) -> Element:
    return {"type": "Action.Submit", "title": tittel, "data": dict(data)}


def _kort(kropp: list[Element], handlinger: list[Element]) -> Kort:
    return {
        "type": "AdaptiveCard",
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "version": "1.5",
        "msteams": {"width": "Full"},
        "body": kropp,
        **({"actions": handlinger} if handlinger else {}),
    }


def _del(kropp: list[Element], handlinger: list[Element]) -> list[Kort]:
    """The elements as cards under the limit; the buttons are on the last one. An element too large for a card of its
    own is a text or a container and is divided."""
    sider: list[list[Element]] = [[]]
    plass = MAKS_BYTE - _storrelse(handlinger) - 500
    brukt = 0
    for element in (bit for e in kropp for bit in _bit_opp(e, plass)):
        n = _storrelse(element)
        if sider[-1] and brukt + n > plass:
            sider.append([])
            brukt = 0
        sider[-1].append(element)
        brukt += n
    return [_kort(side, handlinger if nr == len(sider) - 1 else []) for nr, side in enumerate(sider)]


def _bit_opp(element: Element, plass: int) -> list[Element]:
    if _storrelse(element) <= plass:
        return [element]
    if element["type"] == "TextBlock":
        ord_ = element["text"]
        midt = max(ord_.rfind("\r", 0, len(ord_) // 2), ord_.rfind(" ", 0, len(ord_) // 2))
        midt = midt if midt > 0 else len(ord_) // 2
        deler = (ord_[:midt], ord_[midt:].lstrip())
        return [bit for d in deler for bit in _bit_opp({**element, "text": d}, plass)]
    if element["type"] == "Container":
        return [bit for barn in element["items"] for bit in _bit_opp(barn, plass)]
    if element["type"] == "Table":
        midt = len(element["rows"]) // 2
        if midt > 1:
            hode, rader = element["rows"][0], element["rows"][1:]
            halve = (rader[: midt - 1], rader[midt - 1 :])
            return [b for h in halve for b in _bit_opp({**element, "rows": [hode, *h]}, plass)]
    return [element]


def _storrelse(noe: object) -> int:
    return len(json.dumps(noe, ensure_ascii=False).encode())
