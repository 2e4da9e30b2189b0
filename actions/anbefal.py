"""Recommending measures for a participant."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from actions import regel
from actions.kontekst import Kontekst
from actions.melding import Melding
from bot.profil.faktum import Profil
from bot.profil.samtale import Samtale
from bot.regler.anbefaling import Anbefaling, Tiltaksopplysning, anbefal
from bot.svar.anbefaling import anbefalingssvar
from bot.svar.malform import velg

_EIERE = (
    (
        "nav",
        re.compile(
            r"\bnav[- ]?(?:s\s+)?tiltak|\btiltak\w*\s+(?:i|hos|fra|frå|via)\s+nav|\bnav\s+har\b|\bnavs?\s+tiltak",
            re.I,
        ),
    ),
    ("kommune", re.compile(r"\bkommunal\w*\s+tiltak|\btiltak\w*\s+i\s+kommunen|\bkommunens\s+tiltak", re.I)),
    ("fylkeskommune", re.compile(r"\bfylkeskommun\w+\s+tiltak|\btiltak\w*\s+i\s+fylket", re.I)),
)
_OM_TILTAK = re.compile(r"tiltak|kurs|tilbud|tilbod|virkemid|verkemid|mulighet|moglegheit|passer|passar", re.I)
_HVA = {
    "nav": ("Nav-tiltak", "Nav-tiltak"),
    "kommune": ("Kommunale tiltak", "Kommunale tiltak"),
    "fylkeskommune": ("Tiltak hos fylkeskommunen", "Tiltak hos fylkeskommunen"),
    None: ("Tiltak", "Tiltak"),
}


def nevnt_eier(tekst: str) -> str | None:
    """The owner a question limits itself to, or None."""
    return next((eier for eier, monster in _EIERE if monster.search(tekst)), None)


def lag_anbefaling(k: Kontekst, profil: Profil, i_dag: date, eier: str | None, utenom: frozenset[str]) -> Anbefaling:
    """The national measures of one owner, or of all, for a profile."""
    t = k.tjeneste

    def utvalg(o: Tiltaksopplysning) -> bool:
        tiltak = t.tiltak[o.id]
        return o.nasjonalt and tiltak.status.kode != "historisk" and (eier is None or o.eier == eier)

    return anbefal(t.regelsett, t.opplysninger, profil, i_dag, utvalg, utenom, t.situasjoner)


def svar(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> list[dict[str, Any]]:
    """The measures that fit, may fit and do not, for what is known of the participant.

    A question that tells nothing of a participant and that a rule clearly answers gets the rule."""
    generelt = not melding.opplysninger and not _OM_TILTAK.search(melding.tekst)
    if melding.intent == "anbefal_tiltak" and generelt and regel.beste(k, melding) is not None:
        return regel.svar(k, samtale, melding, i_dag)
    if melding.intent == "anbefal_tiltak":
        samtale.bare_eier = nevnt_eier(melding.tekst)
    svart = samtale.spurt_om if _svarer_oss(samtale, melding) else None
    a = lag_anbefaling(k, samtale.gjeldende, i_dag, samtale.bare_eier, samtale.spor_ikke_om)
    samtale.tema, samtale.anbefalt = "anbefaling", True
    samtale.tiltak = [p.vurdering.tiltak_id for p in a.mest_aktuelle]
    samtale.spurt_om = a.neste
    sted, lokale = k.lokale(samtale.gjeldende)
    hva = velg(samtale.malform, *_HVA[samtale.bare_eier])
    return [
        anbefalingssvar(
            k.tjeneste,
            a,
            samtale.gjeldende,
            samtale.malform,
            eier=samtale.bare_eier,
            hva=hva,
            tenkt=samtale.tenkt is not None,
            lokale=lokale,
            sted=sted,
            svart=svart,
        )
    ]


def _svarer_oss(samtale: Samtale, melding: Melding) -> bool:
    """Whether the message answers our own question after a recommendation: the rest of it need not be told again."""
    if samtale.tema != "anbefaling" or samtale.spurt_om is None or melding.intent != "oppgi_fakta":
        return False
    sagt = {o.faktum for o in melding.opplysninger} - {"kjonn"}
    return not sagt - {samtale.spurt_om}
