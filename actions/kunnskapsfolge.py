"""Short messages that go on from an answer of the knowledge base: its source, its age, more of it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from actions.kontekst import Kontekst
from actions.melding import Melding
from bot.kunnskap.kunnskapssok import Treff
from bot.profil.samtale import Samtale
from bot.svar.oppfolgingssvar import kildesvar, mersvar, nyeresvar

_DET = r"(det|dette|det der|tallet|talet|tallene|tala|funnet|eksempelet|dømet|rapporten)"
_KILDE = re.compile(
    rf"^\W*(og |men )?((hvor|kvar|kor) (står|stend|finner jeg|finn eg) {_DET}|"
    rf"(hvor|kvar|kor) (har|får|fant|fann|kommer|kjem|er) (du )?{_DET} (fra|frå)|"
    r"(hva er |kva er )?(kilde|kjelde)(n|a|r|ne)?|"
    r"(hvilken|kva|hva for en|kva for ein) (rapport|kilde|kjelde|side)( er det)?|"
    r"(hvem|kven) (sier|seier|har sagt|fant|fann) det)\W*$",
    re.I,
)
_NYERE = re.compile(
    rf"^\W*(og |men )?((finnes|finst|fins|har du|er) (det )?(noe |noko |noen |nokon )?(som er )?(nyere|nyare)( \w+)?|"
    rf"(er|gjelder|gjeld|stemmer|stemmar) {_DET} "
    r"(fortsatt|fremdeles|framleis|ennå|enno|enda|nå|no|i dag)( (slik|sånn|riktig|rett|sant|gjeldende))?|"
    rf"(hvor|kor) (gammelt|gamalt|gammel|gamal|gamle|nytt|ny) er {_DET}|"
    rf"(når|fra når|frå når|hvilket år|kva år) (er|var) {_DET}( (fra|frå))?|(nyere|nyare)( tall| tal)?)\W*$",
    re.I,
)
_MER = re.compile(
    r"^\W*(og |kan du |ja,? )?((fortell|fortel|fortelle|si|sei|seie|vis)( meg)?( litt)? (mer|meir)( om (det|dette))?|"
    r"(mer|meir)( om (det|dette))?|utdyp\w*|"
    r"(har du|finnes det|finst det|er det) (mer|meir|flere|fleire)( om (det|dette))?|"
    r"flere eksempler|fleire døme|tell me more)\W*$",
    re.I,
)


def er_folge(samtale: Samtale, melding: Melding) -> bool:
    """Whether the message asks for the source, the age or more of what the base was last asked."""
    return (
        samtale.tema == "kunnskap"
        and bool(samtale.sporsmal)
        and any(m.match(melding.tekst) for m in (_KILDE, _NYERE, _MER))
    )


def svar(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> list[dict[str, Any]] | None:
    """The source, the newer or the further entries for the question before; None when it had no entry as answer."""
    treff = k.kunnskap.finn(samtale.sporsmal or "", 6)
    begrep = k.kunnskap.begrep(samtale.sporsmal or "")
    if not treff:
        return None
    beste = treff[0].dokument.ting if begrep is None else begrep
    if treff[0].dokument.er_tiltak and begrep is None:
        return None
    if _KILDE.match(melding.tekst):
        return [kildesvar(k.tjeneste, beste, i_dag, samtale.malform)]
    if _NYERE.match(melding.tekst):
        return [nyeresvar(k.tjeneste, beste, _nyere(treff, beste), i_dag, samtale.malform)]
    mer = [t.dokument for t in treff if t.dokument.id != beste.id]
    return [mersvar(k.tjeneste, mer, i_dag, samtale.malform)]


def _nyere(treff: list[Treff], beste: Any) -> list[Any]:
    """Entries close to the best, of a later time."""
    ar = beste.ar_til or beste.ar
    naere = [t.dokument.ting for t in treff[1:] if not t.dokument.er_tiltak and t.poeng >= treff[0].poeng / 4]
    return [o for o in naere if ar is not None and (o.ar_til or o.ar or 0) > ar and o.status == "gjeldende"][:2]
