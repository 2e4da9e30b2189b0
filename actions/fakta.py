"""Facts stated without a question, what is known, and forgetting."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from actions import anbefal, vurder
from actions.kontekst import Kontekst
from actions.melding import Melding
from bot.profil.samtale import HOVEDPERSON, Samtale
from bot.svar.personer import de_andre, navn
from bot.svar.samtalesvar import glemt, vis_profil


def svar(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> list[dict[str, Any]]:
    """Answer again what was asked before, sharpened by the new facts; a first statement gets a recommendation."""
    if samtale.tema == "vurdering" and samtale.tiltak:
        return igjen(k, samtale, melding, i_dag)
    if not samtale.gjeldende or set(samtale.gjeldende) == {"kjonn"}:
        return [vis_profil(k.tjeneste, {}, i_dag, samtale.malform, navn(samtale, samtale.person, samtale.malform))]
    return igjen(k, samtale, melding, i_dag)


def igjen(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> list[dict[str, Any]]:
    """What was answered before once more: the measure talked about, or the recommendation."""
    if samtale.tema == "vurdering" and samtale.tiltak:
        return vurder.svar(k, samtale, melding, i_dag)
    return anbefal.svar(k, samtale, melding, i_dag)


# "hva mangler du å vite?"
_MANGLER = re.compile(r"\b(mangl\w*|treng\w*|lurer|lurar|mer|meir)\b", re.I)


def vis(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> list[dict[str, Any]]:
    """What is known of the participant, and what to tell next when that is asked; a supposed case is put aside."""
    samtale.tenkt, samtale.spurt_om = None, None
    neste = None
    if samtale.profil and _MANGLER.search(melding.tekst):
        neste = anbefal.lag_anbefaling(k, samtale.profil, i_dag, samtale.bare_eier, samtale.spor_ikke_om).neste
        samtale.spurt_om = neste
    hvem, andre = navn(samtale, samtale.person, samtale.malform), de_andre(samtale, samtale.malform)
    return [vis_profil(k.tjeneste, samtale.profil, i_dag, samtale.malform, hvem, andre, neste)]


def glem(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> list[dict[str, Any]]:
    """Forget the participant. Facts in the same message ("ny deltaker, A1") are the next one's."""
    samtale.profil, samtale.tenkt, samtale.andre, samtale.spurt_om = {}, None, {}, None
    samtale.person = HOVEDPERSON
    samtale.tema, samtale.tiltak, samtale.regel, samtale.bare_eier = None, [], None, None
    samtale.sporsmal, samtale.antatt, samtale.anbefalt, samtale.vet_ikke = None, None, False, {}
    samtale.tidligere = []
    return [glemt(k.tjeneste, i_dag, samtale.malform)]
