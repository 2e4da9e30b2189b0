"""What is outside, and questions that ask us to decide a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from actions import regel
from actions.kontekst import Kontekst
from actions.melding import Melding
from bot.kunnskap.regelsok import GODT, SIKKERT
from bot.profil.samtale import Samtale
from bot.svar.grensesvar import GRENSER, grensesvar, hvem_avgjor, malform_byttet
from bot.svar.samtalesvar import utenfor

# limits that a rule of ours may answer after all
_KAN_HA_REGEL = frozenset({"utlendingssak", "skriv"})
# limits that hold only for a message about nothing else
_BARE_ALENE = frozenset({"fornermelse", "medisin", "prat", "tull", "engelsk", "hvem"})
_KORT = 10
# "hva koster en bolig i Oslo?": a place makes nothing ours
_STED = frozenset({"kommune", "fylke", "kjonn"})
_SIKKERT_FREMMED = 0.5
# integreringsloven § 3, sosialtjenesteloven § 3, Nav-loven § 4
_MYNDIGHET = (
    ("integrerings", ("Kommunen", "Kommunen")),
    ("sosialtjenesteloven", ("Kommunen", "Kommunen")),
    ("tiltaks", ("Nav", "Nav")),
    ("arbeidsmarkedsloven", ("Nav", "Nav")),
    ("folketrygdloven", ("Nav", "Nav")),
)


def bytt_malform(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> list[dict[str, Any]] | None:
    """Take the written form into use: what was asked for stays, else what the message is written in. A reply when the
    message asks for nothing else."""
    if melding.malvalg is not None:
        samtale.malform, samtale.malform_valgt = melding.malvalg, True
        saklig = melding.opplysninger or melding.tiltak or melding.ord > _KORT
        return None if saklig else [malform_byttet(k.tjeneste, samtale.profil, i_dag, samtale.malform)]
    if melding.malform is not None and not samtale.malform_valgt:
        samtale.malform = melding.malform
    return None


def svar(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> list[dict[str, Any]] | None:
    """The reply to a message outside our field, or None when it is inside."""
    grense = melding.grense
    sagt = {o.faktum for o in melding.opplysninger}
    sted = sagt <= _STED and bool(sagt - {"kjonn"}) and grense != "vedtak"
    fremmed = melding.intent == "utenfor" and melding.sikkerhet >= _SIKKERT_FREMMED and not melding.tiltak and sted
    if fremmed or (grense == "annet" and not melding.tiltak):
        return [utenfor(k.tjeneste, samtale.profil, i_dag, samtale.malform)]
    if grense not in GRENSER or (grense == "prat" and samtale.spurt_om):
        return None
    saklig = bool(melding.tiltak) or any(o.faktum not in ("kjonn", "helse") for o in melding.opplysninger)
    if grense in _BARE_ALENE and saklig:
        return None
    if grense in _KAN_HA_REGEL and regel.beste(k, melding, melding.tiltak, minst=SIKKERT) is not None:
        return None
    ut = [grensesvar(k.tjeneste, grense, samtale.profil, i_dag, samtale.malform)]
    if grense == "fare" and regel.beste(k, melding, minst=GODT) is not None:
        (etter,) = regel.svar(k, samtale, replace(melding, intent="spor_regel"), i_dag)
        ut = [{**etter, "text": f"{ut[0]['text']}\n\n{etter['text']}"}]
    return ut


def _myndighet(k: Kontekst, samtale: Samtale) -> tuple[str | None, str | None]:
    """Who decides by the statute of the rule just given, in bokmål and nynorsk; None when it does not say."""
    regelen = k.tjeneste.regler.get(samtale.regel) if samtale.tema == "regel" and samtale.regel else None
    hjemmel = regelen.hjemler[0] if regelen is not None and regelen.hjemler else ""
    return next((hvem for lov, hvem in _MYNDIGHET if hjemmel.startswith(lov)), (None, None))


def med_hvem_som_avgjor(
    k: Kontekst, samtale: Samtale, melding: Melding, svar: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """The answer to "skal jeg innvilge?" with whose decision it is first: the one who runs the measure it is about."""
    om = melding.tiltak or (samtale.tiltak if samtale.tema in ("vurdering", "forklaring") else ())
    eier = next((k.tjeneste.tiltak[i].eier for i in om if i in k.tjeneste.tiltak), None)
    if eier is not None:
        linje = hvem_avgjor(eier.tekst, eier.tekst_nn, samtale.malform)
    else:
        linje = hvem_avgjor(*_myndighet(k, samtale), samtale.malform)
    return [{**svar[0], "text": f"{linje}\n\n{svar[0]['text']}"}, *svar[1:]]
