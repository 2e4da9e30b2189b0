"""Several questions in one message: `del_opp` finds them, and the statements about the case that belong to all."""

# ruff: noqa: E501 - patterns are read and compared a line each
from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from bot.sprak.fakta import finn_fakta
from bot.sprak.normalisering import Normalisert, normaliser

MAKS_DELER = 4
"""How many questions of one message are answered; each costs a turn of the conversation."""

_HVOR = (
    r"(?:hvor|kor|korr) (?:lenge|lengje|læng|mye|mykje|mange|ofte|langt|lang|stor\w*|høy\w*|høg\w*|fort|tidlig|tidleg)"
)
_SPORREORD = (
    rf"(?:{_HVOR}|"
    r"hvor|kor|hva slags|kva slags|hva|kva|ka|hvem|kven|kem|kæm|hvordan|korleis|korsn|åssen|hvorfor|kvifor|koffor|"
    r"hvilke[nt]?|kva for|når|what|how|who|when|which)"
)
_SUBJEKT = (
    r"(?:hun|han|ho|hu|de|dei|dem|jeg|eg|æ|vi|me|man|en|ein|det|den|dette|du|dere|vedkommende|noen|nokon|"
    r"deltaker\w*|deltakar\w*|bruker\w*|brukar\w*|personen|nav|kommunen|arbeidsgiver\w*|programmet)"
)
_HJELPEVERB = (
    r"(?:kan|kainn|må|skal|bør|får|fær|har|er|e|vil|gjelder|gjeld|teller|tel|mister|mistar|passer|passar|trenger|treng|"
    r"finnes|finst|gir|gjev|krever|krev|betaler|betalar|betale|dekker|varer|varar|vare|holder|kvalifiserer|oppfyller|blir|blei|ble|vert|"
    r"starter|begynner|slutter|søker|søkjer|avgjør|avgjer|bestemmer|eier|koster|kostar|skjer|menes|betyr|tyder|is|are|can|does|do)"
)
# "hvem betaler", "hvor lenge kan hun", "hvor mange feriedager har de": the verb comes second, so it asks by itself.
# "(kommer an på) hvor lenge hun har bodd her" has a subject there and does not.
_HOVEDSPORSMAL = (
    rf"(?:{_SPORREORD}(?: (?!{_SUBJEKT} )[\wæøå§-]+){{0,2}}? {_HJELPEVERB}\b|(?:hva|kva|ka) (?:med|om|hvis|viss|dersom)\b|"
    rf"(?:hvem|kven|hva|kva) (?:som )?\w+(?:er|ar)\b|(?:{_HVOR}|når|hvem|kven)(?=\W*$))"
)
#: Verbs that do not begin a statement without its subject ("kan litt norsk", "får sosialhjelp").
_SPORREVERB = r"(?:gjelder|gjeld|teller|tel|passer|passar|finnes|finst|gir|gjev|krever|krev|dekker|stemmer|er det)"
_SNUDD = rf"(?:{_HJELPEVERB} (?:{_SUBJEKT}|ikke {_SUBJEKT})\b|(?:går|gjeng) det an\b|gjelder \w+ for\b)"
_INNLEDNING = r"(?:(?:og|å|samt|men|så|også|hei|hallo|heisann|ok|okei|takk|da|ja|til slutt|dessuten|i tillegg|videre|then|and)[ ,:]+)*"
_SPOR_FORST = re.compile(rf"^\W*{_INNLEDNING}(?:{_HOVEDSPORSMAL}|{_SNUDD}|{_SPORREORD}\b|{_SPORREVERB} \w)")
_SPOR_INNI = re.compile(rf"(?:^|[,:;–] ?|- |\b(?:så|og|hei) ){_INNLEDNING}(?:{_HOVEDSPORSMAL}|{_SNUDD})")
# An asking phrase makes the clauses after it questions: "kan du forklare hva AFT er og hvor lenge det varer".
_BER = re.compile(
    r"\b(?:lurer|lurar|lurte|forklar\w*|fortell\w*|fortel\w*|vet du|veit du|vite|(?:si|sei) (?:noe|litt|noko) om|spør\w*|spørre|si meg|sei meg|trenger å vite|usikker på|hjelp\w* med)\b"
)
_SKJOT = re.compile(
    rf"(?:[,;] ?(?:og |å |samt |men |pluss )?|\s(?:og|å|samt|pluss|and) |\s[/+&] )(?:også |da |så )?(?=(?P<hoved>{_HOVEDSPORSMAL})|(?P<snudd>{_SNUDD})|(?P<ord>{_SPORREORD} ))"
)
#: "og" alone before a verb may go on with the same clause ("når hun er ferdig og har en jobb"), but not before these.
_BARE_OG = re.compile(
    rf"^\s(?:og|å|and) (?!{_HJELPEVERB} (?:hun|han|ho|vi|jeg|eg|man|den|deltakeren|deltakaren|brukeren|brukaren|kommunen|nav)\b)"
)
# The second half varies or weighs the first: one question, not two.
_SAMMEN = re.compile(
    r"\b(?:samtidig|samstundes|på likt|i stedet|i staden|heller|likevel|eller (?:må|skal|kan|er|bør)|"
    r"(?:hva|kva|hvilke[nt]?|kva for) (?:lønner seg|lønar seg|er best|passer best|passar best|(?:bør|skal) (?:vi|jeg|me|eg|han|hun|de) velge?))\b"
)
_LEDDSETNING = re.compile(
    rf"^\W*(?:og |men |hva |kva )?(?:hvis|viss|dersom|om|når (?!{_HJELPEVERB}\b)|siden|sidan|fordi|etter at|selv om|sjølv om|mens|da)\b"
)
_TILHENG = re.compile(
    r"^\W*(?:eller\b.*|(?:og |men )?(?:hvorfor|kvifor)(?: (?:ikke|ikkje|det|da))?|stemmer det|stemmer det ikke|er det (?:riktig|rett|sant|greit|slik|sånn)(?: forstått)?|ikke sant|ikkje sant|"
    r"hva (?:tror|mener|tenker|sier|anbefaler) du|kva (?:trur|meiner|tenkjer|seier) du|(?:noen|nokon|nokre) (?:gode )?(?:tips|forslag|ideer|idear)|(?:kan|kunne) du hjelpe(?: meg| oss)?|"
    r"ja eller nei|hæ|enn|og|så|ok|takk)\W*$"
)
#: "Har en mann på 47, A2." is terse for "I have".
_FORTELLER = re.compile(r"^\W*(?:hei\W+)?(?:har|hadde) [^?]*$")
_HILSER = re.compile(
    r"^\W*(?:(?:hei|hallo)\W+(?=\w))?(?:hei|hallo|god (?:dag|morgen)|heisann|morn|takk\w*|på forhånd takk|(?:kan|kunne) (?:du|dere) (?:hjelpe|svare)\b.{0,40}|"
    r"(?:jeg |eg |vi )?(?:har|hadde) (?:et par|noen|to|tre|fire|nokre|flere|fleire)(?: korte| raske)? (?:spørsmål|ting|greier).{0,25}|(?:to|tre|fire|noen|nokre|et par)(?: (?:korte|raske|spørsmål|ting))+|mvh.*|lurer på (?:et par|noen|to|tre) ting.{0,20})\W*$"
)
#: A full stop after a number ends a sentence before a word that begins one: not in "1. mars", "2. måned".
_SETNINGSSLUTT = re.compile(
    r"[?!]+(?=\s|\w|$)|\n+|;\s|"
    r"(?<!\bmnd)(?<!\bnr)(?<!\bca)(?<!\bpr)(?<!\bkl)(?<!\bjf)(?<!\bkap)(?<!\betc)(?<!\bbl\.a)(?<!\bf\.eks)(?<!\bdvs)(?<!\d)(?<!\b[a-zæøå])\.+(?=\s|$)|"
    rf"(?<=[abc][12])\.(?=\s)|(?<=\d)(?<!^\d)(?<!\n\d)\.(?=\s+(?:{_SUBJEKT}|{_SPORREORD}|{_HJELPEVERB})\b|\s*$)"
)
_PUNKT = re.compile(r"^\s*(?:[-*•–]|\(?\d{1,2}[.)]|\(?[a-h]\))\s+")
_PUNKT_INNI = re.compile(r"(?:^|(?<=[\s:?.,;]))\(?\d\)\s+")
_HODE = re.compile(r"^\s*(?P<hode>[^:?\n]{2,200}):\s+(?=\S)")
_STIKKORD = re.compile(
    r"^\W*(?:og )?(?:varighet\w*|varigheit\w*|lengde|lengd|krav\w*|vilkår\w*|målgruppe\w*|sats\w*|beløp|betaling|hvem betaler|kven betaler|søknad|ansvar\w*|norskkrav\w*|aldersgrense\w*)\W*$"
)
_REKKE = re.compile(r"^(?P<ting>[^,?:]{2,60}(?: ?[+/&] ?[^,+/&?:]{2,60})+)[,:] *(?P<hale>[^,?]{3,30})\?*\s*$")


@dataclass(frozen=True)
class Deler:
    """The questions of a message, in order, and what it tells of the case besides ("" when nothing). `flere` are
    questions beyond MAKS_DELER."""

    sporsmal: tuple[str, ...]
    opplysninger: str = ""
    flere: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ledd:
    """A sentence or part of one: its text, its span in the message, and whether it asks."""

    norm: str
    spenn: tuple[int, int]
    spor: bool


def del_opp(tekst: str, i_dag: date) -> Deler | None:
    """The questions of `tekst` when it holds two or more that are answered apart, else None.

    One question with a subordinate clause, a combination ("kan hun X og samtidig Y"), an alternative ("eller må hun
    vente?") and a comparison are one question. Statements in which a fact is found stand in `opplysninger`; others stay
    with the question after them.
    """
    if len(tekst) < 12 or not any(c.isspace() for c in tekst):
        return None
    norm = normaliser(tekst)
    rekke = _av_rekke(norm)
    if rekke is not None:
        return rekke
    deler = ledd_i(norm)
    if sum(d.spor for d in deler) < 2:
        return None
    return _sett_sammen(norm, deler, i_dag)


def _av_rekke(norm: Normalisert) -> Deler | None:
    """«introstønad + tiltakspenger, satser?»: the keyword asked of each, as a phrase, so that none is read as a fact."""
    m = _REKKE.match(norm.tekst)
    if m is None or not _STIKKORD.match(m["hale"]):
        return None
    hale = _skrevet(norm, m.span("hale")).rstrip(" ?")
    ting = [t.strip() for t in re.split(r"[+/&]", _skrevet(norm, m.span("ting")))]
    return _kappet([f"{hale} for {t}?" for t in ting], "")


def ledd_i(norm: Normalisert) -> list[Ledd]:
    """The sentences of a message, and the questions within each, in order; greetings are left out."""
    ut: list[Ledd] = []
    for start, slutt in _setninger(norm.tekst):
        ut += _ledd(norm.tekst, start, slutt, forst=not ut)
    return _slatt_sammen(ut)


def _setninger(t: str) -> list[tuple[int, int]]:
    """The spans of sentences and list items, each with its closing mark."""
    grenser = [m.end() for m in _SETNINGSSLUTT.finditer(t)]
    if len(punkter := list(_PUNKT_INNI.finditer(t))) > 1:
        grenser += [m.start() for m in punkter]
    spenn = []
    fra = 0
    for til in sorted({*grenser, len(t)}):
        if t[fra:til].strip(" \n\t?!.,;-–*•"):
            spenn.append((fra, til))
        fra = til
    return spenn


def _ledd(t: str, start: int, slutt: int, *, forst: bool) -> list[Ledd]:
    """One sentence as its questions, and the statement or list number it may begin with."""
    if m := _PUNKT.match(t[start:slutt]):
        start += m.end()
    ut = []
    hode = _HODE.match(t[start:slutt])
    if hode and not _er_sporsmal(hode["hode"]) and len(hode["hode"].split()) > (0 if forst else 1):
        ut.append(Ledd(hode["hode"], (start, start + hode.end("hode")), False))
        start += hode.end()
    grenser = [start, *_skjoter(t, start, slutt), slutt]
    for fra, til in pairwise(grenser):
        bit = t[fra:til]
        ut.append(Ledd(bit, (fra, til), _er_sporsmal(bit) or "?" in bit))
    return ut


def _er_sporsmal(bit: str) -> bool:
    return bool(_SPOR_FORST.match(bit)) and not _LEDDSETNING.match(bit) and not _FORTELLER.match(bit)


def _skjoter(t: str, start: int, slutt: int) -> list[int]:
    """Where, inside a sentence, a question of its own begins after another."""
    ut: list[int] = []
    fra = start
    for m in _SKJOT.finditer(t, start, slutt):
        venstre, hoyre = t[fra : m.start()], t[m.start() : slutt]
        if _SAMMEN.search(hoyre) or (_LEDDSETNING.match(venstre) and not _SPOR_INNI.search(venstre)):
            continue
        if m["hoved"]:
            delt = bool(_SPOR_FORST.match(venstre) or _SPOR_INNI.search(venstre) or _BER.search(t[start : m.start()]))
        elif m["snudd"]:
            delt = bool(_SPOR_FORST.match(venstre) or _SPOR_INNI.search(venstre)) and not _BARE_OG.match(hoyre)
        else:
            delt = bool(_BER.search(t[start : m.start()])) and re.search(rf"\b{_SPORREORD}\b", venstre) is not None
        if delt:
            ut.append(m.start())
            fra = m.end()
    return ut


def _slatt_sammen(ledd: list[Ledd]) -> list[Ledd]:
    """A tag ("stemmer det?", "eller må hun vente?") goes with the question before it; a greeting is left out."""
    ut: list[Ledd] = []
    for d in ledd:
        if _HILSER.match(d.norm):
            continue
        if d.spor and ut and ut[-1].spor and _TILHENG.match(d.norm):
            ut[-1] = Ledd(ut[-1].norm + d.norm, (ut[-1].spenn[0], d.spenn[1]), True)
        else:
            ut.append(Ledd(d.norm, d.spenn, d.spor and not (_TILHENG.match(d.norm) and not ut)))
    return ut


def _sett_sammen(norm: Normalisert, ledd: list[Ledd], i_dag: date) -> Deler | None:
    opplysninger: list[str] = []
    sporsmal: list[str] = []
    foran, hode = "", ""
    for d in ledd:
        skrevet = _skrevet(norm, d.spenn)
        if d.spor:
            ren = _uten_innledning(skrevet, helt=bool(_SPOR_FORST.match(d.norm)))
            if hode and _STIKKORD.match(d.norm):
                ren = f"{hode}: {ren}"
            elif foran:
                ren = f"{foran} {ren}"
            sporsmal.append(ren)
            foran = ""
        elif finn_fakta(skrevet, i_dag):
            opplysninger.append(skrevet)
        else:
            foran = f"{foran} {skrevet}".strip()
            hode = skrevet.rstrip(" :")
    return _kappet(sporsmal, " ".join(opplysninger))


def _kappet(sporsmal: list[str], opplysninger: str) -> Deler | None:
    ulike = list(dict.fromkeys(sporsmal))
    if len(ulike) < 2:
        return None
    return Deler(tuple(ulike[:MAKS_DELER]), opplysninger, tuple(ulike[MAKS_DELER:]))


_FORAN = re.compile(r"^(?:[\s,;/+&–-]|(?:og|å|samt|men|pluss|and)\s)+", re.I)
_TEGN_FORAN = re.compile(r"^[\s,;/+&–-]+")


def _uten_innledning(tekst: str, *, helt: bool) -> str:
    """The question without what joins it to the one before; a fragment ("og på lønnstilskudd?") keeps its "og"."""
    ren = (_FORAN if helt else _TEGN_FORAN).sub("", tekst).rstrip(" ,;\n")
    return ren if ren.endswith(("?", "!", ".")) else f"{ren}?"


def _skrevet(norm: Normalisert, spenn: tuple[int, int]) -> str:
    fra, til = norm.spenn(*spenn)
    return norm.original[fra:til].strip()
