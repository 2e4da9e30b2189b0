"""Greeting, help, thanks, and what lies outside."""

from __future__ import annotations

from datetime import date
from typing import Any

from actions.dialog import bare_ja_nei
from actions.kontekst import Kontekst
from actions.melding import Melding
from bot.profil.samtale import Samtale
from bot.svar import samtalesvar


def hilsen(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> list[dict[str, Any]]:
    return [samtalesvar.hilsen(k.tjeneste, samtale.profil, i_dag, samtale.malform)]


def hjelp(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> list[dict[str, Any]]:
    return [samtalesvar.hjelp(k.tjeneste, samtale.profil, i_dag, samtale.malform)]


def takk(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> list[dict[str, Any]]:
    if bare_ja_nei(melding):
        return [samtalesvar.ingenting_spurt(k.tjeneste, samtale.profil, i_dag, samtale.malform)]
    return [samtalesvar.takk(k.tjeneste, samtale.profil, i_dag, samtale.malform)]


def utenfor(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> list[dict[str, Any]]:
    return [samtalesvar.utenfor(k.tjeneste, samtale.profil, i_dag, samtale.malform)]
