"""Supposed cases: what would be different."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from actions import anbefal, regel, vurder
from actions.kontekst import Kontekst
from actions.melding import Melding
from bot.kunnskap.regelsok import GODT, SIKKERT, SVAKT
from bot.profil.samtale import Samtale, flett
from bot.regler.anbefaling import sammenlign_profiler
from bot.regler.program import arbeidsretting
from bot.regler.utledning import utled
from bot.svar.forskjell import forskjellssvar
from bot.svar.samtalesvar import hva_er_annerledes

# "enn en kvinne på samme alder?" supposes the sex; "hun" only tells who is spoken of
_ET_KJONN = re.compile(r"\b(en|ein|ei|er|var) (kvinne|dame|jente|mann|gutt|kar)\b", re.I)
# What follows when something happens that is no fact of the profile is a matter of the rules.
_SKJER = re.compile(r"\b(hva|kva|ka) (skjer|skjedde|gjør (vi|man|kommunen)|gjer (vi|ein|kommunen)|blir)\b", re.I)


def svar(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> list[dict[str, Any]]:
    """The difference a supposed change makes to what was answered before. The facts themselves stay as they are.

    Where one measure was talked about, that measure is answered again, before and after; where measures have been
    recommended as well, the rest of the difference follows.
    """
    if not melding.opplysninger:
        return _uten_forutsetning(k, samtale, melding, i_dag)
    # "hun" tells who is spoken of; it is no part of what is supposed
    hvem = [] if _ET_KJONN.search(melding.tekst) else [o for o in melding.opplysninger if o.faktum == "kjonn"]
    for_ = flett(samtale.gjeldende, hvem if melding.ord > 3 else [])
    bare_hvem = all(o.faktum == "kjonn" for o in melding.opplysninger) and not _ET_KJONN.search(melding.tekst)
    if melding.ord > 3 and bare_hvem and not melding.tiltak:
        return _uten_forutsetning(k, samtale, melding, i_dag)
    samtale.tenkt = flett(for_, melding.opplysninger)
    i_fokus = samtale.tiltak[0] if samtale.tema == "vurdering" and samtale.tiltak else None
    if melding.tiltak or (i_fokus is not None and not samtale.anbefalt):
        return vurder.svar(k, samtale, melding, i_dag, for_=for_)
    a = anbefal.lag_anbefaling(k, samtale.tenkt, i_dag, samtale.bare_eier, samtale.spor_ikke_om)
    ider = dict.fromkeys([*([i_fokus] if i_fokus else []), *(p.vurdering.tiltak_id for p in a.alle)])
    forskjeller = sammenlign_profiler(k.tjeneste.regelsett, for_, samtale.tenkt, i_dag, ider)
    fakta_for = utled(for_, i_dag)
    i_intro = fakta_for.verdier.get("ordninger") == (frozenset({"intro"}),)
    krav_for = arbeidsretting(fakta_for) if i_intro else None
    if i_fokus is None:
        samtale.tema = "anbefaling"
    samtale.spurt_om = a.neste
    return [forskjellssvar(k.tjeneste, forskjeller, for_, samtale.tenkt, a, krav_for, samtale.malform, i_fokus=i_fokus)]


def _uten_forutsetning(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> list[dict[str, Any]]:
    """The answer when nothing supposed is a fact of the profile: a rule where one bears on it or no supposition was
    worded at all, the measure named, or what could be different."""
    funnet = regel.naermest(k, melding)
    minst = SIKKERT if set(samtale.gjeldende) - {"kjonn"} else SVAKT  # else it varies the case
    naer = funnet is not None and funnet.poeng >= minst
    if _SKJER.search(melding.tekst):
        return regel.svar(k, samtale, melding, i_dag)
    if melding.tiltak:
        return vurder.svar(k, samtale, melding, i_dag)
    om_noe = funnet is not None and funnet.poeng >= GODT and melding.dag is None
    if melding.ord > 3 and (naer or om_noe or melding.sporsmal != "hva_om"):
        return regel.svar(k, samtale, melding, i_dag)
    return [hva_er_annerledes(k.tjeneste, samtale.gjeldende, i_dag, samtale.malform)]
