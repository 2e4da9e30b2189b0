"""Words as the index sees them: lemmas, compounds split by the index's own vocabulary, everyday synonyms joined."""

from __future__ import annotations

import re
from functools import lru_cache

import simplemma

_ORD = re.compile(r"§\s*\d+(?:-\d+)?(?:\s?[a-z])?(?![a-zæøå])|\d+(?:[.,]\d+)?|[a-zæøåéèòôäöü]+", re.I)

# Function words and polite words that tell nothing of the subject.
STOPPORD = frozenset(
    """
    en ei et eit den det de dei han hun ho man vi jeg eg du dere de meg seg sin si sitt sine hans hennes
    og eller men som at om for fra frå til i på av med uten utan ved mot etter under over mellom hos
    er var være vere blir bli ble blei har ha hadde kan kunne skal skulle må måtte vil ville bør burde får få fikk fekk
    ikke ikkje da då nå no når hva kva hvem kven hvor kor hvordan korleis hvilken hvilke kva kvifor hvorfor
    egentlig eigentleg bare berre også òg så mer meir mest noen nokon noe noko alle denne dette disse dei
    hei takk vær snill si fortell forklar spør spørsmål lurer lure gjelde gjeld gjelder deltaker deltakar bruker brukar
    person min mi mitt mine vår her der slik sånn enn finnes finst være gi gir
    """.split()
)

# Everyday words and abbreviations for the same thing; the right-hand side is what the index holds.
SYNONYMER: dict[str, tuple[str, ...]] = {
    "intro": ("introduksjonsprogram",),
    "introen": ("introduksjonsprogram",),
    "introprogram": ("introduksjonsprogram",),
    "introduksjonsprogrammet": ("introduksjonsprogram",),
    "ip": ("introduksjonsprogram",),
    "introstønad": ("introduksjonsstønad",),
    "introlønn": ("introduksjonsstønad",),
    "kvp": ("kvalifiseringsprogram",),
    "kvalifiseringsprogrammet": ("kvalifiseringsprogram",),
    "vgs": ("videregående",),
    "vgo": ("videregående",),
    "vidaregåande": ("videregående",),
    "ukrainer": ("kollektiv", "beskyttelse"),
    "ukrainar": ("kollektiv", "beskyttelse"),
    "ukraina": ("kollektiv", "beskyttelse"),
    "ukrainsk": ("kollektiv", "beskyttelse"),
    "vern": ("beskyttelse",),
    "lts": ("lønnstilskudd",),
    "tilskot": ("tilskudd",),
    "lønstilskot": ("lønnstilskudd",),
    "veke": ("uke",),
    "månad": ("måned",),
    "mnd": ("måned",),
    "mnder": ("måned",),
    "timar": ("time",),
    "lengde": ("varighet",),
    "varer": ("varighet",),
    "vare": ("varighet",),
    "lenge": ("varighet",),
    "lenger": ("varighet",),
    "forlenge": ("forlengelse",),
    "forlenga": ("forlengelse",),
    "forlengje": ("forlengelse",),
    "forlenging": ("forlengelse",),
    "forlenget": ("forlengelse",),
    "tiltakspengar": ("tiltakspenger",),
    "rettleiar": ("veileder",),
    "veiledar": ("veileder",),
    "arbeidssøkjar": ("arbeidssøker",),
    "arbeidsretta": ("arbeidsrettet",),
    "opplegg": ("program",),
    "betaler": ("betale",),
    "betalar": ("betale",),
    "tener": ("lønn",),
    "tjener": ("lønn",),
    "barnevern": ("barnevernet",),
    "klager": ("klage",),
    "påklage": ("klage",),
    "ungar": ("barn",),
    "unger": ("barn",),
    "unge": ("ung",),
    "g": ("grunnbeløp",),
    "grunnbeløpet": ("grunnbeløp",),
}


@lru_cache(maxsize=20_000)
def lemma(ord_: str) -> str:
    """The dictionary form of a lower-case word, bokmål first and then nynorsk."""
    bokmal: str = simplemma.lemmatize(ord_, lang="nb").lower()
    if bokmal != ord_ or simplemma.is_known(ord_, lang="nb"):
        return bokmal
    nynorsk: str = simplemma.lemmatize(ord_, lang="nn").lower()
    return nynorsk


def termer(tekst: str) -> list[str]:
    """The content words of a text as lemmas, synonyms joined, function words left out, in order."""
    ut: list[str] = []
    for treff in _ORD.finditer(tekst.lower()):
        ord_ = treff.group()
        if ord_.startswith("§"):
            ut.append("§" + ord_[1:].replace(" ", ""))
        elif ord_ in SYNONYMER:
            ut += SYNONYMER[ord_]
        elif ord_ not in STOPPORD:
            grunnform = lemma(ord_)
            if grunnform in SYNONYMER:
                ut += SYNONYMER[grunnform]
            elif grunnform not in STOPPORD:
                ut.append(grunnform)
    return ut


def del_sammensatt(ord_: str, ordforrad: frozenset[str]) -> tuple[str, ...]:
    """A compound as its two parts when both stand in the vocabulary (with or without a joining s or e)."""
    if len(ord_) < 8:
        return ()
    for i in range(len(ord_) - 4, 3, -1):
        forst, sist = ord_[:i], ord_[i:]
        if sist in ordforrad:
            for grunn in (forst, forst[:-1] if forst[-1] in "se" else forst):
                if grunn in ordforrad:
                    return grunn, sist
    return ()
