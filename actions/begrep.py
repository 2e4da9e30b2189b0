"""What words and abbreviations mean."""

from __future__ import annotations

from datetime import date
from typing import Any

from actions import forklar, kunnskap, regel
from actions.kontekst import Kontekst
from actions.melding import Melding
from bot.kunnskap.kunnskapssok import GODT
from bot.profil.samtale import Samtale
from bot.svar.problemsvar import begrepssvar


def svar(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> list[dict[str, Any]]:
    """A term in one line with its relatives; a measure that is no term is explained; else the base, or the rules."""
    begrep = k.kunnskap.begrep(melding.tekst)
    if begrep is None and (melding.tiltak or melding.tvil):
        return forklar.svar(k, samtale, melding, i_dag)
    if begrep is None:
        treff = k.kunnskap.finn(melding.tekst, 1)
        if treff and treff[0].poeng >= GODT:
            return kunnskap.svar(k, samtale, melding, i_dag)
        return regel.svar(k, samtale, melding, i_dag)
    samtale.tema, samtale.sporsmal, samtale.spurt_om = "regel", melding.tekst[:400], None
    samtale.regel, samtale.antatt = None, None
    return [begrepssvar(k.tjeneste, begrep, k.kunnskap.slektninger(begrep), i_dag, samtale.malform)]
