"""Bokmål or nynorsk, from words that only one of them has."""

# ruff: noqa: E501 - patterns are read and compared a line each
from __future__ import annotations

import re

from bot.sprak.normalisering import normaliser

#: Function words and domain words that decide. Dialect words (æ, e, itj, ka, kem, dokker) count for neither.
_NN = frozenset(
    ["eg", "ikkje", "kva", "kven", "korleis", "kvifor", "kvar", "kvart", "kvar", "korkje", "nokon", "noko", "nokre", "noka", "dei", "deira", "vere", "vore", "ein", "eit", "eitt", "frå", "sjå", "sjølv", "meir", "fleire", "heile", "skal", "verte", "vert", "vart", "blir", "berre", "òg", "enno", "då", "nå", "no", "me", "dykk", "dykkar", "hennar", "vidaregåande", "månad", "månaden", "månader", "månadane", "veke", "veka", "veker", "tilskot", "lønstilskot", "mentortilskot", "deltakar", "deltakaren", "deltakarar", "deltakarane", "brukar", "brukaren", "brukarar", "arbeidssøkjar", "søkjer", "søkje", "ynskjer", "ønskjer", "rettleiing", "rettleiar", "opplæringa", "tilbod", "kommunar", "finst", "gjeld", "gjere", "gjer", "gjort", "seier", "veit", "kjem", "kome", "kan", "få", "arbeidsgjevar", "arbeidsgivar", "skule", "skulen", "skulegang", "heime", "heimeverande", "fyrste", "lenge", "mellom", "mogleg", "moglegheit", "moglegheiter", "krev", "krevst", "treng", "trengst", "gjennomføre", "passar", "startar", "slutta", "nynorsk", "framleis", "sidan", "medan", "anna", "sånn", "kvifor", "skilnaden", "skilnad", "busett", "utan", "ho", "opphald", "følgje", "målet", "tiltaka", "kursa", "åra", "reglane", "vilkåra", "høve", "rett", "korleis", "kor", "einaste", "eigen", "eiga", "saman", "sentral", "ulike", "tyder", "betalar", "kostar", "høyrer", "ho"]
) - frozenset(
    ["skal", "blir", "nå", "no", "kan", "få", "lenge", "mellom", "ein", "målet", "rett", "sentral", "ulike", "sånn", "anna", "åra", "ho", "gjer", "tiltaka", "kursa", "startar", "slutta"]
)
_SVAK_NN = frozenset(
    ["ein", "ho", "me", "no", "kor", "åra", "tiltaka", "kursa", "passar", "startar", "betalar", "slutta", "gjer", "anna", "vart", "veit"]
)
_NB = frozenset(
    ["jeg", "ikke", "hva", "hvem", "hvordan", "hvorfor", "hvor", "hvilke", "hvilken", "hvilket", "noen", "noe", "noen", "de", "deres", "være", "vært", "et", "fra", "selv", "mer", "flere", "hele", "bare", "enda", "ennå", "da", "vi", "dere", "videregående", "måned", "måneden", "måneder", "månedene", "uke", "uka", "uken", "uker", "tilskudd", "lønnstilskudd", "mentortilskudd", "deltaker", "deltakeren", "deltakere", "deltakerne", "bruker", "brukeren", "brukere", "arbeidssøker", "søker", "søke", "ønsker", "veiledning", "veileder", "opplæringen", "tilbud", "kommuner", "finnes", "gjelder", "gjøre", "gjør", "gjort", "sier", "vet", "kommer", "komme", "arbeidsgiver", "skole", "skolen", "skolegang", "hjemme", "hjemmeværende", "første", "mulig", "mulighet", "muligheter", "krever", "kreves", "trenger", "passer", "hun", "henne", "hennes", "hvis", "fortsatt", "siden", "mens", "forskjellen", "forskjell", "bosatt", "uten", "opphold", "følge", "hvert", "hver", "betaler", "koster", "hører", "sammen", "egen", "bokmål", "kjører", "nivået", "blitt", "ble", "bli", "etter"]
) - frozenset(["de", "vi", "et", "bli", "hele", "uka", "etter", "selv", "da", "kjører", "bare", "bruker", "nivået", "skolen"])
_SVAK_NB = frozenset(["et", "de", "vi", "en", "bruker", "fra", "da", "vi", "hele", "bare", "selv"])
_ORD = re.compile(r"[^\W\d_]+")


def finn_malform(tekst: str) -> str | None:
    """ "nb", "nn" or None when nothing decides. One strong word is enough unless the other form is as strong."""
    nb = nn = 0.0
    for ord_ in _ORD.findall(normaliser(tekst).tekst):
        if ord_ in _NN:
            nn += 1
        elif ord_ in _SVAK_NN:
            nn += 0.4
        elif ord_ in _NB:
            nb += 1
        elif ord_ in _SVAK_NB:
            nb += 0.4
    if nn >= 1 and nn > nb:
        return "nn"
    if nb >= 1 and nb > nn:
        return "nb"
    return None
