"""Facts in a story about a person, where the sentence states them without any of the words that usually lead up to them.

In a question or a rule a benefit, a trade or a number of hours may be what is asked about. In a plain statement about a
person it is theirs, unless it is applied for, lost or still to come. These rules are weaker than all others.
"""

# ruff: noqa: E501 - patterns are read and compared a line each
from __future__ import annotations

import re
from datetime import date

from bot.sprak.fakta_arbeid import FULL_UKE, YTELSER, YTELSESNAVN
from bot.sprak.fakta_sted import entydige_yrker
from bot.sprak.funn import Verdi
from bot.sprak.regel import Kandidat
from bot.sprak.tall import TALL, les_tall

_SETNING = re.compile(r"[^.!?;\n]+(?:(?<=\d)\.(?=\d)[^.!?;\n]*)*[.!?;\n]?")
_OM_EN = re.compile(
    r"\b(?:hun|han|henne|ham|kvinnen|mannen|dama|gutten|jenta|kvinne på|mann på|dame på|(?:en|ei|ein) på \d\d)\b"
)
_SPOR = re.compile(
    r"\?|\b(?:hva|hvilke\w*|hvordan|hvorfor|hvor|hvem|om det|kan (?:hun|han|man|vi|en|jeg|deltakeren)|får (?:hun|han|man)|må (?:hun|han|man)|skal (?:hun|han|man)|bør|hvis|dersom|når man|den som|de som|man|lurer|usikker på|vurderer|passer|tiltak)\b"
)
#: A question without its mark: "beholder hun overgangsstønaden i jobbsjansen".
_SNUDD = re.compile(r"\W*(?:[a-zæøå]+r|må|kan|skal|vil|bør) (?:hun|han|det|en|man|vi|jeg|deltaker\w*|\w*stønad\w*)\b")
#: What holds of a benefit, not of who has it.
_OM_YTELSEN = re.compile(
    r"\b(?:gis|gitt|utbetal\w*|sette?s|sett|dekk\w*|suppler\w*|skatt\w*|behold\w*|beheld|eller|melder|mindre|mer|hvis|når)\b"
)
#: Before a benefit that the person does not have now.
_IKKE_NA = re.compile(
    r"\b(?:søk\w*|rett|krav|avslag|tidligere|før|fikk|hadde|mist\w*|vente\w*|slutt\w*|stans\w*|vil|ønsk\w*|skal|kan|om|mot|enn|istedenfor|i stedet for|uten|foreslo\w*|tilbud\w*|vurder\w*|fra|over på|snakk\w*)\b[^.,;]{0,25}$"
)
_YTELSE = re.compile(rf"(?<!\w)(?P<f>{YTELSER})(?!\w)")
_N = rf"(?P<n>\d{{1,2}}(?:[.,]\d+)?|{TALL})"
_UKE = re.compile(
    rf"(?<![\w,.]){_N}(?: ?(?:-|til|eller) ?\d{{1,2}})? ?(?:timer|t|time) ?(?:i uka|i uken|per uke|pr\.? uke|/ ?uke|/ ?u|hver uke|ukentlig|i snitt i uka)(?!\w)"
)
_PROSENT = re.compile(
    rf"(?<![\w,.])(?P<n>\d{{1,3}}|{TALL}) ?(?:%|prosent|pst)(?!\w| (?:ufør|sykmeld|lønn|tilskudd|av )|s?-? ?(?:ufør|sykmeld|gradert))"
)
_ARBEID = re.compile(
    r"\b(?:jobb\w*|arbeider|arbeidet|arbeid|ansatt|stilling\w*|vikar\w*|vakter?|deltid\w*|vasker|kjører|hjelper|serverer|selger|\w+assistent|\w+medarbeider|ekstrahjelp)\b"
)
_IKKE_ARBEID = re.compile(
    r"\b(?:norsk\w*|undervisning\w*|skole\w*|kurs\w*|praksis\w*|program\w*|intro\w*|stønad\w*|aap|ufør\w*|sykmeld\w*|dagpenger|kan|klarer|orker|makter|tåler|minst|krav\w*|tiltak\w*|lønnstil\w*|siste|tidligere|før|hadde|ansette|vil|tilbud\w*|sluttet|avsluttet)\b"
)


def fortalt(tekst: str) -> list[Kandidat]:
    """Benefits, trades and hours of work in the statements about a person of a text in plain bokmål."""
    if not _OM_EN.search(tekst):
        return []
    ut: list[Kandidat] = []
    for m in _SETNING.finditer(tekst):
        if _SPOR.search(m.group()) or _SNUDD.match(m.group()):
            continue
        ut += _ytelser(tekst, *m.span())
        ut += _timer(tekst, *m.span())
        ut += [
            Kandidat("bransje", (navn,), start, slutt, -2) for navn, start, slutt in entydige_yrker(tekst, *m.span())
        ]
    return ut


def _ytelser(tekst: str, fra: int, til: int) -> list[Kandidat]:
    ut: list[Kandidat] = []
    if _OM_YTELSEN.search(tekst, fra, til):
        return ut
    for m in _YTELSE.finditer(tekst, fra, til):
        navn = next((n for n in YTELSESNAVN if m[n]), None)
        if navn is not None and not _IKKE_NA.search(tekst, fra, m.start()):
            verdi: tuple[Verdi, ...] = (navn,)
            ut.append(Kandidat("ytelse", verdi, m.start("f"), m.end("f"), -2))
    return ut


def _timer(tekst: str, fra: int, til: int) -> list[Kandidat]:
    ut = []
    if _ARBEID.search(tekst, fra, til):
        for monster, faktor in ((_UKE, 1.0), (_PROSENT, FULL_UKE / 100)):
            for m in monster.finditer(tekst, fra, til):
                tall = les_tall(m["n"])
                ledd = re.split(r"[,;:]| og | men ", tekst[fra : m.start()])[-1] + tekst[m.start() : m.end() + 15]
                if tall is None or not 0 < tall * faktor <= 50 or _IKKE_ARBEID.search(ledd):
                    continue
                if _ARBEID.search(tekst, max(fra, m.start() - 70), min(til, m.end() + 25)):
                    ut.append(Kandidat("arbeid_timer_uke", (round(tall * faktor, 2),), m.start(), m.end(), -2))
    return ut


def i_intro(kandidater: list[Kandidat], tekst: str, i_dag: date) -> list[Kandidat]:
    """ "måned ti av tolv i introduksjonsprogrammet": a month of it told in the same sentence tells of the scheme."""
    if any(k.faktum == "ordning" for k in kandidater):
        return []
    for k in kandidater:
        if k.faktum == "programmaned":
            m = _I_INTRO.search(tekst, k.start, k.slutt + 45) or _I_INTRO.search(tekst, max(0, k.start - 60), k.slutt)
            if m and not _SKILLE.search(tekst[m.end() : k.start] + tekst[k.slutt : m.start()]):
                return [Kandidat("ordning", ("intro",), *m.span(), -2)]
    return []


_SKILLE = re.compile(r"[.!?;\n]|\b(?:hvor|kan|må|skal|får|bør|hva)\b")
_I_INTRO = re.compile(
    r"\b(?:i|av|på|med) (?:et |sitt |det )?(?:\w+årig )?intro(?:duksjonsprogram\w*|program\w*|en)?(?!\w)"
)
