"""Which of the two searches knows the answer: how sure each is and what the wording asks for, on one scale.

The certainty of the rule search and that of the knowledge search are made by different models. A logistic one over both
says how likely it is that the base and not the rules answers. Its numbers were fitted (tests/kunnskap/styrketilpass.py)
on questions whose answer is known to be in the one or the other: the development halves of both searches.
"""

from __future__ import annotations

import math
import re
from typing import NamedTuple

# Asks how it is or went in practice: what others do, what somebody found, how many there are.
_ERFARING = re.compile(
    r"\b((hvordan|korleis|åssen|kossen|hva|kva|ka) (\w+ )?(gjør|gjer|gjorde|løser|løyser) (de |dei )?andre|"
    r"har (de |dei )?andre|(hvem|kven|kem) har (prøvd|gjort|fått|testet|testa|brukt|løst|løyst|erfaring)|"
    r"(hva|kva|ka) (viser|sier|sa|seier|fant|fann|skriver|skriv|anbefaler|tilrår|rår) (de |dei )?"
    r"(forskning\w*|forsking\w*|rapport\w*|studi\w*|proba|øf|østlandsforskning|riksrevisjon\w*)|"
    r"(finnes|finst|fins) det (\w+ )?(forskning|forsking|erfaring\w*|eksempl\w*|døme|kommun\w*)|"
    r"erfaring\w*|erfart|forskning\w*|forsking\w*|rapport(en|ane|ene|er)?|andre kommun\w*|i praksis går|"
    r"i praksis\W*$|på landsbasis|(hvor|kor) stor (andel|del)|prosent av|"
    r"(hvor|kor) mange (går|gjekk|gikk|fikk|fekk|søkte|kom|ble|blei|vart|deltakere|deltakarar|kommuner|kommunar|"
    r"har|bruker|brukar|tok|fullfør\w*|begynte|er det som|personer ble|personar vart)|"
    r"fungerer|fungerte|lyktes|lykkast|lukkast|(hvordan|korleis) (gikk|gjekk|går) det)\b",
    re.I,
)
# Asks what a rule settles: a right, a duty, an amount, the length of a scheme.
_AVGJORES = re.compile(
    r"\b(må|skal|slipper|slepp|mister|mistar|kreves|krevst|gjelder|gjeld|teller|tel|"
    r"(kan|får) (vi|jeg|eg|man|det|kommunen|nav|en|ein|hun|ho|han|deltak\w*)|"
    r"rett|\w*krav|\w*plikt\w*|lov|lovlig|regel\w*|regler|reglar|stønad\w*|sats\w*|beløp\w*|paragraf\w*|frist\w*|"
    r"fritak\w*|permisjon\w*|vedtak\w*|samtykke\w*|taushet\w*|når|"
    r"(hvor|kor) (lenge|lengje|mye|mykje|ofte) (kan|får|er|har|skal|må|varer|varar))\b",
    re.I,
)
_FORTID = re.compile(
    r"\b(fikk|fekk|gjorde|ble|blei|vart|var|hadde|skjedde|gikk|gjekk|fant|fann|lærte|klarte|prøvde|starta|startet|"
    r"inneholdt|varte|trakk|sa|søkte|kom|viste|kritiserte)\b",
    re.I,
)
# What somebody is paid: an amount of today is the rules' alone, for a report has that of its own year.
_BELOP = re.compile(
    r"\b((hvor|kor) (mye|mykje|stor)|hva|kva|ka)\b.*"
    r"(stønad|ytelse|yting|tiltakspeng|\bsats|beløp|utbetal|lønn|\bløn\b|barnetillegg)|"
    r"^\W*(og )?((hvor|kor|ka) (mye|mykje)) (får|tjener|tener)\b|\bhow much\b",
    re.I,
)


class Styrke(NamedTuple):
    """What tells that the base answers rather than the rules; also the weights of these signs."""

    fast: float
    basen: float  # log odds of the knowledge search's best
    reglene: float  # log odds of the rule search's best
    erfaring: float
    avgjores: float
    fortid: float


VEKTER = Styrke(fast=1.47, basen=0.53, reglene=-0.89, erfaring=2.33, avgjores=-1.97, fortid=1.02)


def spor_om_erfaring(tekst: str) -> bool:
    """Whether the wording asks how it is in practice, what others did or what somebody found."""
    return bool(_ERFARING.search(tekst))


def spor_om_fortid(tekst: str) -> bool:
    """Whether the wording asks of what was."""
    return bool(_FORTID.search(tekst))


def spor_hva_som_gjelder(tekst: str) -> bool:
    """Whether the wording asks what a rule settles."""
    return bool(_AVGJORES.search(tekst))


def spor_om_belop(tekst: str) -> bool:
    """Whether the wording asks what a benefit or a wage amounts to."""
    return bool(_BELOP.search(tekst))


def tegn(tekst: str, basen: float, reglene: float) -> Styrke:
    """The signs of a question with the certainty (0-1) of the best entry and of the best rule."""
    return Styrke(
        fast=1.0,
        basen=_logodds(basen),
        reglene=_logodds(reglene),
        erfaring=spor_om_erfaring(tekst),
        avgjores=spor_hva_som_gjelder(tekst),
        fortid=spor_om_fortid(tekst),
    )


def basen_vet(tekst: str, basen: float, reglene: float) -> float:
    """How likely (0-1) it is that the base answers and not the rules, from the certainty of the best of each."""
    return 1 / (1 + math.exp(-math.sumprod(VEKTER, tegn(tekst, basen, reglene))))


def _logodds(p: float) -> float:
    p = min(max(p, 0.01), 0.99)
    return math.log(p / (1 - p))
