"""A condition as it stands in the catalogue, where it is told as met, turned into what is required or asked."""

from __future__ import annotations

import re

from bot.profil.samtale import Malform
from bot.regler.vilkar import Utfall
from bot.regler.vurdering import Styrke
from bot.svar.malform import liten, stor, velg

# The verbs conditions begin with when the person is the subject.
_VERB = (
    r"er|har|får|deltar|deltek|fyller|kan|mottar|mottek|hører|høyrer|ønsker|ønskjer|trenger|treng|var|bor|bur|"
    r"klarer|behersker|meistrar|mangler|manglar|samtykker|samtykkjer|velger|sikter|siktar|oppfyller|henvender|vender|står|driver|driv|går"
)
_PERSONEN = re.compile(rf"^(?P<verb>{_VERB}) (?P<ikke>(?:ikke|ikkje) )?(?P<resten>.+)$", re.I | re.S)
# A subject in the definite form, or with a clause of its own between commas, and a verb: «Innsatsgruppen er ikke …».
_ANNET = re.compile(
    r"^(?P<hvem>\S+(?:en|et|a|ne)(?: [^,:;]+,)?|Nav) (?P<verb>er|har|varer) (?P<ikke>(?:ikke|ikkje) )?(?P<resten>.+)$",
    re.S,
)
# The second clause of a negated pair takes the order of a subordinate clause too.
_ANDRE_LEDD = re.compile(r"\b(og|eller) (er|har|får) (ikke|ikkje) ")


def _leddsetning(tekst: str) -> str | None:
    """«Er ikke i KVP» as «personen ikke er i KVP», to stand after «at» or «om»; None for what is no such sentence."""
    if treff := _PERSONEN.match(tekst):
        hvem = "personen"
    elif treff := _ANNET.match(tekst):
        hvem = liten(treff["hvem"])
    else:
        return None
    resten = _ANDRE_LEDD.sub(r"\1 \3 \2 ", treff["resten"])
    return f"{hvem} {treff['ikke'] or ''}{treff['verb'].lower()} {resten}"


def krever(tekst: str, styrke: Styrke, malform: Malform) -> str:
    """«Er ikke i KVP» as «Krever at personen ikke er i KVP»; what is no sentence is only introduced. What is usual is
    told as that, and something to arrange in the measure stays as it is."""
    if styrke == "gjennomforing":
        return tekst
    ord_ = velg(malform, "Krever", "Krev") if styrke == "krav" else velg(malform, "Vanlig", "Vanleg")
    ledd = _leddsetning(tekst)
    return f"{ord_}: {liten(tekst)}" if ledd is None else f"{ord_} at {ledd}"


INNLEDNING = {
    "mangler_opplysning": ("avhenger av", "kjem an på"),
    "avgjorelse": ("noen må avgjøre", "nokon må avgjere"),
    "skjonn": ("du må vurdere", "du må vurdere"),
}
"""What stands before a decisive reason that is open, by the measure's substatus."""

# what follows straight on "avhenger av" and "du må vurdere"
ER_LEDD = re.compile(r"(?:om|punkt) ")


def avgjor(tekst: str, utfall: Utfall, under: str | None, malform: Malform) -> str:
    """The decisive reason of a measure that may fit as a sentence: what it depends on, or what speaks against it."""
    if utfall is Utfall.IKKE_OPPFYLT:
        return velg(malform, "Taler mot: ", "Talar mot: ") + liten(tekst)
    innledning = stor(velg(malform, *INNLEDNING.get(under or "", ("", ""))))
    if not innledning or utfall is Utfall.OPPFYLT:
        return tekst
    ledd = om(tekst)
    return f"{innledning} {ledd}" if ER_LEDD.match(ledd) else f"{innledning}: {ledd}"


def om(tekst: str) -> str:
    """«Er ikke i KVP» as «om personen ikke er i KVP», what is not known yet; other texts as inside a sentence."""
    ledd = _leddsetning(tekst)
    return liten(tekst) if ledd is None else f"om {ledd}"
