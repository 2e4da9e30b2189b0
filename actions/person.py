"""Several people in one conversation: the participant, relatives of theirs, and others brought up after them."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.dialog import ta_inn_fakta
from actions.melding import Melding
from bot.profil.samtale import Opplysning, Samtale

_HUN = re.compile(r"\b(hun|ho|hu|henne|hennes|hennar)\b", re.I)
_HAN = re.compile(r"\b(han|ham|hans|honom)\b", re.I)


def vend(samtale: Samtale, melding: Melding) -> Melding | None:
    """Turn the conversation to the one the message is about: a relative named, or somebody known whom only the pronoun
    fits. The message as it is to be understood then, its facts worked in; None when it is about the same as before."""
    hvem = _hvem(samtale, melding)
    if hvem is None:
        return None
    person, kjonn, eier = hvem
    if eier and "kjonn" not in samtale.kjent(samtale.familie):
        samtale.merk_kjonn(samtale.familie, eier)
    samtale.bytt_til(person)
    andre = tuple(o for o in melding.opplysninger if o.faktum != "kjonn")
    om_kjonn = (Opplysning("kjonn", (kjonn,)),) if kjonn else ()
    melding = replace(melding, opplysninger=(*om_kjonn, *andre), ny_person=False, tilbake=False, person=None)
    if melding.sporsmal in (None, "hva_om"):
        intent = "vurder_tiltak" if melding.tiltak else "oppgi_fakta"
        melding = replace(melding, intent=intent, sikkerhet=1.0, sporsmal=None)
    ta_inn_fakta(samtale, melding)
    return melding


def _hvem(samtale: Samtale, melding: Melding) -> tuple[str, str | None, str | None] | None:
    """Who it is about: key in the conversation, sex if the words tell it, sex of the one whose relative it is."""
    p = melding.person
    if p is not None:
        if p.rolle == "forste":
            forste = samtale.forste
            return None if forste is None else (forste, None, None)
        selv = samtale.kjent(samtale.familie).get("kjonn")
        if p.rolle == "ektefelle" and p.kjonn and not p.eid and selv == (p.kjonn,):
            return samtale.familie, p.kjonn, None  # "mannen" is the man himself
        return samtale.slektning(p.rolle), p.kjonn, p.eier
    if melding.ny_person:
        return None
    hun, han = bool(_HUN.search(melding.tekst)), bool(_HAN.search(melding.tekst))
    if hun == han:
        return None
    kjonn = "kvinne" if hun else "mann"
    na = samtale.profil.get("kjonn")
    if na is None or na == (kjonn,):
        return None
    passer = [n for n in samtale.i_familien if samtale.kjent(n).get("kjonn") == (kjonn,)]
    return (passer[0], kjonn, None) if passer else None
