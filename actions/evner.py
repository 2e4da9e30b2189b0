"""The Rasa actions: one a capability, all the same few lines around it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action, Tracker
from rasa_sdk.types import DomainDict

from actions import (
    anbefal,
    begrep,
    fakta,
    forklar,
    forrang,
    grense,
    hva_om,
    kunnskap,
    laering,
    laeringsokt,
    rad,
    regel,
    smaprat,
    tiltaksemne,
    vurder,
)
from actions.dialog import legger_bort_tenkt, med_kort_svar, med_neste_maned, ta_inn_fakta, vet_ikke
from actions.kontekst import Kontekst, kontekst
from actions.kunnskapsruting import rettet
from actions.melding import Melding, les_melding
from actions.person import vend
from actions.ruting import velg_evne
from actions.spissing import spisset
from bot.profil.lesing import til_json
from bot.profil.samtale import Samtale
from bot.regler.datoer import i_dag
from bot.svar.personer import om_person

Evne = Callable[[Kontekst, Samtale, Melding, date], list[dict[str, Any]]]

EVNER: dict[str, Evne] = {
    "anbefal_tiltak": anbefal.svar,
    "vurder_tiltak": vurder.svar,
    "forklar_tiltak": forklar.svar,
    "sammenlign_tiltak": forklar.sammenlign,
    "kombiner_tiltak": forklar.kombiner,
    "spor_regel": regel.svar,
    "spor_kunnskap": kunnskap.svar,
    "spor_begrep": begrep.svar,
    "spor_rad": rad.svar,
    "hvorfor_ikke": vurder.hvorfor_ikke,
    "hvorfor": vurder.svar,
    "hva_om": hva_om.svar,
    "oppgi_fakta": fakta.svar,
    "vis_profil": fakta.vis,
    "glem": fakta.glem,
    "laer": laering.laer,
    "quiz": laering.quiz,
    "hilsen": smaprat.hilsen,
    "hjelp": smaprat.hjelp,
    "takk": smaprat.takk,
    "utenfor": smaprat.utenfor,
}
# What these answer is about the participant, so that the message's facts are the participant's.
_OM_DELTAKEREN = frozenset({"anbefal_tiltak", "vurder_tiltak", "hvorfor_ikke", "oppgi_fakta"})


def besvar(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> list[dict[str, Any]]:
    """The replies to one message, each with what is known of the participant; the conversation is changed in place."""
    return [_med_profil(s, samtale) for s in _med_person(k, samtale, melding, i_dag)]


def _med_profil(svar: dict[str, Any], samtale: Samtale) -> dict[str, Any]:
    """An answer that needed no facts carries those of the participant all the same: they are still known."""
    if svar["payload"]["profile"]:
        return svar
    return {**svar, "payload": {**svar["payload"], "profile": til_json(samtale.gjeldende)}}


def _med_person(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> list[dict[str, Any]]:
    """The replies, told whom they are about."""
    byttet = grense.bytt_malform(k, samtale, melding, i_dag)
    if byttet is not None:
        return laeringsokt.med_fortsett(samtale, byttet)
    i_okta = laeringsokt.svar_i_okta(k, samtale, melding, i_dag)
    if i_okta is not None:
        return i_okta
    for_ = samtale.person
    svar = om_person(_besvar(k, samtale, melding, i_dag), samtale, byttet=samtale.person != for_)
    return laeringsokt.med_fortsett(samtale, svar)


def _besvar(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> list[dict[str, Any]]:
    utenfor = grense.svar(k, samtale, melding, i_dag)
    if utenfor is not None:
        return utenfor
    melding = med_neste_maned(samtale, med_kort_svar(samtale, melding))
    if vet_ikke(samtale, melding):
        samtale.svarte_vet_ikke()
        return fakta.igjen(k, samtale, replace(melding, intent="oppgi_fakta"), i_dag)
    if legger_bort_tenkt(samtale, melding):
        samtale.tenkt = None
        return fakta.igjen(k, samtale, replace(melding, intent="oppgi_fakta", tiltak=()), i_dag)
    vendt = vend(samtale, melding)
    melding = vendt or melding
    if vendt is None and melding.tilbake and not melding.tiltak and samtale.tilbake():
        return fakta.svar(k, samtale, replace(melding, intent="oppgi_fakta"), i_dag)
    if vendt is not None and melding.intent == "oppgi_fakta" and samtale.tema != "regel":
        return fakta.svar(k, samtale, melding, i_dag)
    melding = spisset(k, melding)
    evne = rettet(k, samtale, melding, forrang.velg(k, samtale, melding, velg_evne(samtale, melding)))
    evne = tiltaksemne.rettet(k, samtale, melding, evne, i_dag)
    if evne == "glem":
        svar = EVNER[evne](k, samtale, melding, i_dag)
        ta_inn_fakta(samtale, melding)
        return svar
    if melding.grense == "vedtak" and evne == "utenfor":
        evne, melding = "spor_regel", replace(melding, intent="spor_regel")
    if evne in _OM_DELTAKEREN:
        ta_inn_fakta(samtale, melding)
    svar = (tiltaksemne.svar if evne == tiltaksemne.EVNE else EVNER[evne])(k, samtale, melding, i_dag)
    return grense.med_hvem_som_avgjor(k, samtale, melding, svar) if melding.grense == "vedtak" else svar


class _Handling(Action):
    """Reads the message and the conversation, answers, stores both, and hands Rasa the answer's id."""

    evne = ""

    def __init__(self) -> None:
        kontekst()

    def name(self) -> str:
        return f"action_{self.evne}"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[dict[str, Any]]:
        svar_id = await asyncio.to_thread(self._svar, tracker.sender_id, dict(tracker.latest_message))
        dispatcher.utter_message(json_message={"svar_id": svar_id})
        return []

    @staticmethod
    def _svar(samtale_id: str, siste: dict[str, Any]) -> str:
        k = kontekst()
        samtale = k.lager.hent(samtale_id)
        svar = besvar(k, samtale, les_melding(siste), i_dag())
        return k.lager.lagre(samtale, svar)


def _handling(evne: str) -> type[_Handling]:
    return type(f"Action{evne.title().replace('_', '')}", (_Handling,), {"evne": evne, "__module__": __name__})


ActionAnbefalTiltak = _handling("anbefal_tiltak")
ActionVurderTiltak = _handling("vurder_tiltak")
ActionForklarTiltak = _handling("forklar_tiltak")
ActionSammenlignTiltak = _handling("sammenlign_tiltak")
ActionKombinerTiltak = _handling("kombiner_tiltak")
ActionSporRegel = _handling("spor_regel")
ActionSporKunnskap = _handling("spor_kunnskap")
ActionSporBegrep = _handling("spor_begrep")
ActionSporRad = _handling("spor_rad")
ActionHvorforIkke = _handling("hvorfor_ikke")
ActionHvorfor = _handling("hvorfor")
ActionHvaOm = _handling("hva_om")
ActionOppgiFakta = _handling("oppgi_fakta")
ActionLaer = _handling("laer")
ActionQuiz = _handling("quiz")
ActionVisProfil = _handling("vis_profil")
ActionGlem = _handling("glem")
ActionHilsen = _handling("hilsen")
ActionHjelp = _handling("hjelp")
ActionTakk = _handling("takk")
ActionUtenfor = _handling("utenfor")
