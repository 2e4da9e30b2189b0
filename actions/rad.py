"""From a problem to what helps, and checklists."""

from __future__ import annotations

from datetime import date
from typing import Any

from actions import kunnskap, regel
from actions.kontekst import Kontekst
from actions.melding import Melding
from bot.katalog.skjema_kunnskap import Sjekkliste
from bot.kunnskap.base import PROBLEM_KANSKJE
from bot.kunnskap.kunnskapssok import GODT
from bot.profil.samtale import Samtale
from bot.svar.problemsvar import problemsvar, sjekklistesvar


def svar(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> list[dict[str, Any]]:
    """What helps against the problem a message tells of; when it is none we know, the base or the rules."""
    funnet = k.kunnskap.problem(melding.tekst)
    if funnet is None or funnet[1] < PROBLEM_KANSKJE:
        treff = k.kunnskap.finn(melding.tekst, 1)
        if treff and treff[0].poeng >= GODT:
            return kunnskap.svar(k, samtale, melding, i_dag)
        return regel.svar(k, samtale, melding, i_dag)
    ting, base = funnet[0], k.kunnskap
    samtale.tema, samtale.sporsmal, samtale.spurt_om = "kunnskap", melding.tekst[:400], None
    if isinstance(ting, Sjekkliste):
        return [sjekklistesvar(k.tjeneste, ting, base.oppslag, i_dag, samtale.malform)]
    deler = (base.hent(ting.barriere), base.hent(ting.hjelper), base.hent(ting.eksempler))
    return [problemsvar(k.tjeneste, ting, *deler, i_dag, samtale.malform)]
