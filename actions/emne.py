"""What subject of the course a message asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from actions.melding import Melding
from bot.laering.bank import Bank
from bot.laering.ord import OM_NOE

_TILTAK_FOR_ORDNING = {
    "intro": "introduksjonsprogrammet",
    "kvp": "kvalifiseringsprogrammet",
    "jobbsjansen": "jobbsjansen",
}
# «quiz meg om alt», «på nytt», «om det jeg har lært»: no subject.
_ALT = re.compile(
    r"^(alt|alle|allting|hele|heile|portefølje\w*|tiltak\w*|regl\w*|det|nytt|meg|noe|noko|ti|dette|kurset|litt|nivå|nynorsk|bokmål)\b",
    re.I,
)


# A longer word may be inflected: «frist» is also «fristene».
_LANGT = 5
_BOYNING = r"\w{0,4}"


@dataclass(frozen=True, slots=True)
class Emne:
    """A lesson's subject or one measure; `ukjent`: something was named that neither is, in the words of `ord`."""

    tema: str | None = None
    tiltak: str | None = None
    ukjent: bool = False
    ord: str = ""


def finn_emne(bank: Bank, melding: Melding) -> Emne:
    """The subject of a message: a lesson by its title, a measure, or a word a lesson goes by."""
    tekst = f" {melding.tekst.casefold()} "
    for leksjon in bank.leksjoner:
        if any(t.casefold() in tekst for t in (leksjon.tittel, leksjon.tittel_nn)):
            return Emne(tema=leksjon.id)
    ordninger = [
        _TILTAK_FOR_ORDNING.get(str(v)) for o in melding.opplysninger if o.faktum == "ordning" for v in o.verdier
    ]
    tiltak = next((i for i in (*melding.tiltak, *ordninger) if i is not None), None)
    treff = [
        (len(ord_), leksjon.id)
        for leksjon in bank.leksjoner
        for ord_ in leksjon.stikkord
        if re.search(rf"(?<!\w){re.escape(ord_.casefold())}{_BOYNING if len(ord_) >= _LANGT else ''}(?!\w)", tekst)
    ]
    if tiltak is not None and (bank.om_tiltak(tiltak) or bank.tema_for(tiltak)):
        return Emne(tiltak=tiltak)
    if treff:
        return Emne(tema=max(treff)[1])
    om = OM_NOE.search(melding.tekst)
    if om is None or _ALT.match(om[1]):
        return Emne()
    return Emne(ukjent=True, ord=om[1])
