"""Who of several people a message turns to: "og hva med mannen hennes, 41, B1?", "kan sønnen få AFT?".

A relative spoken of in passing ("mannen hennes jobber fulltid") is no turn: the message is still about the participant.
"""

# ruff: noqa: E501 - patterns are read and compared a line each
from __future__ import annotations

import re
from dataclasses import dataclass

#: role, sex, the words for it
_ROLLER = (
    ("ektefelle", "mann", r"ektemannen|husbonden|(?P<mannen>mannen)|mann(?= (?:hennes|hennar|sin))"),
    ("ektefelle", "kvinne", r"kona|kone(?= (?:hans|sin))|hustruen"),
    ("ektefelle", None, r"ektefellen|ektemaken|samboeren|sambuaren|kjæresten|kjærasten|partneren"),
    ("sonn", "mann", r"(?:eldste |yngste |voksne |vaksne )?(?:sønnen|sonen)"),
    ("datter", "kvinne", r"(?:eldste |yngste |voksne |vaksne )?(?:datteren|dattera|datra|dottera)"),
    ("bror", "mann", r"broren|brodern|broder|bror(?= (?:hennes|hans))"),
    ("soster", "kvinne", r"søsteren|søstera|systera|søster(?= (?:hennes|hans))"),
    ("mor", "kvinne", r"(?:moren|mora|mor)(?= (?:hennes|hans|hennar|til))"),
    ("far", "mann", r"(?:faren|far)(?= (?:hennes|hans|hennar|til))"),
)
_HVEM = "|".join(f"(?P<r{i}>{ord_})" for i, (_, _, ord_) in enumerate(_ROLLER))
_EIER = r"(?: (?P<eier>hennes|hennar|hans|sin|deira|deres|til (?:henne|ho|ham|han|deltakeren|deltakaren|brukeren|brukaren)))"
_X = rf"(?:{_HVEM}){_EIER}?(?!\w)"
_INN = r"^\W*(?:(?:og|men|så|ok|okei|greit|hei|enn|da|då)[ ,]+)*"
_OM_NOEN = re.compile(
    r"(?<!\w)(?:[abc][12]|\d\d ?(?:år|åring)|er \d\d|e \d\d|(?:måned|månad|mnd\.?) ?\d|\d\.? (?:måned|månad))"
)
_VENDER = tuple(
    re.compile(m)
    for m in (
        rf"{_INN}(?:(?:hva|kva|ka) (?:med|me|mæ|om) |(?:tilbake|attende) til |(?:over )?til |for |når det gjelder |når det gjeld ){_X}",
        rf"^\W*(?:og|enn|men|så) (?:så )?(?:med |for |hos )?{_X}(?=\W*$| da\b|,| på )",
        rf"{_INN}(?:kan|får|fær|bør|skal|må|vil|har) (?:{_HVEM}){_EIER}(?!\w)",
        rf"{_INN}(?:er|e) (?:{_HVEM}){_EIER} (?:i målgrupp|aktuell|for (?:gammel|gamal|ung))",
        rf"^\W*(?:{_HVEM}){_EIER}? på \d\d\b[^.?!]*\b(?:hva|kva|hvilke|kan vi|ka)\b",
        rf"{_INN}(?:kan|får|fær|bør|skal|må|vil|har) (?:kona|ektefellen|samboeren|sambuaren|sønnen|sonen|datteren|dattera|dottera|mannen)\b",
        rf"\b(?:passer|passar|aktuelt|aktuelle|gjelder|gjeld|finnes|finst|gjøre|gjere|tilby|bruke|hva kan|kva kan|tiltak|tilbud|tilbod|har vi)(?: \w+)?? (?:for |til |hos )?{_X}(?=\W*$|[,.?]| (?:hvis|viss|når|da|få|ta|gå|søke|være|som|i|på|med)\b)",
    )
)
#: A story that begins with the relative and tells what one tells of a participant.
_FORTELLER = re.compile(rf"{_INN}(?:{_HVEM}){_EIER}(?!\w) (?:er|e|har|går|gjeng|snakker)\b(?P<resten>[^.!?\n]*)")
_FORTELLER_KONA = re.compile(rf"{_INN}(?P<r1>kona|ektefellen|samboeren) (?:er|e|har)\b(?P<resten>[^.!?\n]*)")
#: "kona er 29, mens han er 40": told to set the participant off.
_MOT_DELTAKEREN = re.compile(
    r"(?:,? (?:mens|medan|men|og)|,) (?:(?:han|hun|ho|hu|deltakeren|deltakaren|brukeren|brukaren) (?:selv |sjølv )?(?:er|e|har|går|bare|kun|ligger|ligg|jobber|jobbar|kan|snakker|snakkar|får|mottar|mangler|manglar|trenger|treng|står|kom|vil|ønsker|[abc][12]|\d\d)|(?:selv|sjølv) (?:er|e|har|går) (?:han|hun|ho|hu))\b"
)
_FORSTE = re.compile(
    r"\b(?:den første|den fyrste|hun første|ho første|han første|første deltaker(?:en)?|fyrste deltakar(?:en)?|hovedpersonen|hovudpersonen)\b"
)
_KVINNE = frozenset({"hennes", "hennar", "til henne", "til ho"})
_MANN = frozenset({"hans", "til ham", "til han"})


@dataclass(frozen=True)
class Person:
    """A role beside the participant: ektefelle, sonn, datter, bror, soster, mor, far, or forste (the first spoken of).

    kjonn: the sex the word tells; eier: the sex of the one whose relative it is; eid: a possessive stands by it.
    """

    rolle: str
    kjonn: str | None = None
    eier: str | None = None
    eid: bool = False


def finn_person(tekst: str) -> Person | None:
    """Whom a normalised message turns to, or None when it goes on about the same."""
    if _FORSTE.search(tekst):
        return Person("forste")
    for monster in _VENDER:
        m = monster.search(tekst)
        if m:
            return _person(m)
    if _MOT_DELTAKEREN.search(tekst):
        return None
    for monster in (_FORTELLER, _FORTELLER_KONA):
        m = monster.search(tekst)
        if m and _OM_NOEN.search(m.group()):
            return _person(m)
    return None


def _person(m: re.Match[str]) -> Person | None:
    grupper = m.groupdict()
    for i, (rolle, kjonn, _) in enumerate(_ROLLER):
        treff = grupper.get(f"r{i}")
        if treff:
            if rolle == "ektefelle" and kjonn == "kvinne" and treff not in ("kona", "kone", "hustruen"):
                kjonn = None
            eier = grupper.get("eier")
            return Person(
                rolle, kjonn, "kvinne" if eier in _KVINNE else "mann" if eier in _MANN else None, eier is not None
            )
    ord_ = m.group().split()[-1]
    for rolle, kjonn, monster in _ROLLER:
        if re.fullmatch(monster, ord_):
            return Person(rolle, kjonn)
    return None
