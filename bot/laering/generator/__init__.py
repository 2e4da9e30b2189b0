"""Questions made from the catalogue and the rules. They change when those do."""

from __future__ import annotations

from datetime import date

from bot.laering.generator import hjemmel, hvem, lengde, regeltall, regnet, sak, sideopplysning
from bot.laering.oppgave import Grunnlag, Oppgave


def lag_oppgaver(g: Grunnlag, dag: date) -> list[Oppgave]:
    """Every question the data give on a day, in a fixed order, each with its own id."""
    return [
        *lengde.lag(g),
        *hvem.lag(g),
        *sideopplysning.lag(g),
        *hjemmel.lag(g),
        *regeltall.lag(g, dag),
        *sak.lag(g, dag),
        *regnet.lag(dag),
    ]
