"""Measures by topic: how many there are, the best with why each is about it, and how to narrow it down."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.kunnskap.tiltaksemne import Emne, Grunn, Treff
from bot.profil.faktum import Profil
from bot.profil.samtale import Malform
from bot.regler.utledning import utled
from bot.svar.malform import felt, liste, liten, velg
from bot.svar.svar import Svarbygger
from bot.svar.tjeneste import Tjeneste
from bot.svar.verdier import oppsummer, verdiktord

_VIST = 6
_NEVNT = 8
# With fewer than this about all of it, some about part of it are shown as well.
_FAA, _DELVIS = 3, 3
_SETNING = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ«])")


@dataclass(frozen=True, slots=True)
class Utvalg:
    """What was found: measures about everything asked for, and those about most of it (`naere`). `sted` is the place
    they were looked for in; `en_av` that one topic of several was enough."""

    emner: Sequence[Emne]
    fulle: Sequence[Treff]
    naere: Sequence[Treff]
    sted: str | None = None
    en_av: bool = False


def emnesvar(
    tjeneste: Tjeneste, utvalg: Utvalg, profil: Profil, i_dag: date, malform: Malform, *, kjent: bool
) -> dict[str, Any]:
    """The reply. `profil` is whom the measures are weighed for; `kjent`: it is the participant of the conversation, so
    each measure is said to suit or not."""
    bygger = Svarbygger(tjeneste, malform)
    treff = list(utvalg.fulle or utvalg.naere)
    delvis = list(utvalg.naere[:_DELVIS]) if 0 < len(utvalg.fulle) < _FAA else []
    if kjent:
        om = oppsummer(profil, malform)
        bygger.avsnitt(velg(malform, f"*Jeg regner med: {om}*", f"*Eg reknar med: {om}*"))
    bygger.avsnitt(_hode(utvalg, malform))
    vist = [*treff[:_VIST], *delvis]
    fakta = utled(profil, i_dag)
    vurdert = {v.tiltak_id: v for v in tjeneste.regelsett.vurder_fakta(fakta, [t.tiltak.id for t in vist])}
    kort = {i: tjeneste.tiltak_json(v, fakta, malform, profil) for i, v in vurdert.items()}
    linjer = [
        f"{nr}. {_linje(bygger, t, malform, kort.get(t.tiltak.id) if kjent else None)}" for nr, t in enumerate(vist, 1)
    ]
    bygger.avsnitt("\n".join(linjer[: len(vist) - len(delvis)]))
    if delvis:
        hode = velg(malform, "Disse treffer bare noe av det:", "Desse treffer berre noko av det:")
        bygger.avsnitt("\n".join([hode, *linjer[len(vist) - len(delvis) :]]))
    if len(treff) > _VIST:
        bygger.avsnitt(_resten(treff[_VIST:], malform))
    bygger.avsnitt(_videre(utvalg, malform, kjent=kjent))
    bygger.tiltak([kort[t.tiltak.id] for t in vist if t.tiltak.id in kort], vis_kilder=0)
    for t in vist[:4]:
        navn = felt(t.tiltak, "navn", malform)
        bygger.valg(navn, velg(malform, f"Hva er {navn}?", f"Kva er {navn}?"))
    return bygger.ferdig("recommendation", profil if kjent else {}, i_dag)


def _hva(utvalg: Utvalg, malform: Malform) -> str:
    """What was asked for, as it completes «tiltak»."""
    navn = [velg(malform, e.navn, e.navn_nn) for e in utvalg.emner]
    sted = [velg(malform, f"fra {utvalg.sted}", f"frå {utvalg.sted}")] if utvalg.sted else []
    return " ".join([liste(navn, malform, "eller" if utvalg.en_av else "og"), *sted]).strip()


def _hode(utvalg: Utvalg, malform: Malform) -> str:
    """How many there are today, and what is only history, in one sentence."""
    hva = _hva(utvalg, malform)
    gamle = sum(t.tiltak.status.kode == "historisk" for t in utvalg.fulle)
    na = len(utvalg.fulle) - gamle
    if na:
        antall = velg(malform, "ett", "eitt") if na == 1 else str(na)
        setning = velg(malform, f"**Jeg finner {antall} tiltak {hva}.**", f"**Eg finn {antall} tiltak {hva}.**")
        eldre = velg(
            malform, f" I tillegg kommer {_eldre(gamle, malform)}.", f" I tillegg kjem {_eldre(gamle, malform)}."
        )
        return setning + (eldre if gamle else "")
    if gamle:
        return velg(
            malform,
            f"**Jeg finner ingen tiltak {hva} i dag, bare {_eldre(gamle, malform)}.** Avklar om noe slikt finnes nå.",
            f"**Eg finn ingen tiltak {hva} i dag, berre {_eldre(gamle, malform)}.** Avklar om noko slikt finst no.",
        )
    ingen = velg(malform, f"**Jeg finner ingen tiltak {hva}.**", f"**Eg finn ingen tiltak {hva}.**")
    if utvalg.naere:
        return ingen + velg(malform, " Det nærmeste jeg har:", " Det næraste eg har:")
    return ingen + velg(
        malform,
        " Kildene mine nevner det ikke. Spør flyktningtjenesten og Nav-kontoret hva som finnes hos dere.",
        " Kjeldene mine nemner det ikkje. Spør flyktningtenesta og Nav-kontoret kva som finst hos dykk.",
    )


def _eldre(antall: int, malform: Malform) -> str:
    if antall == 1:
        return velg(malform, "ett eldre eksempel", "eitt eldre døme")
    return velg(malform, f"{antall} eldre eksempler", f"{antall} eldre døme")


def _linje(bygger: Svarbygger, treff: Treff, malform: Malform, kort: Mapping[str, Any] | None) -> str:
    """One measure: where it is found or that it is history, why it is about the topic, the source, and the verdict."""
    t = treff.tiltak
    merke = ""
    if t.status.kode == "historisk":
        merke = f" *({felt(t.status, 'tekst', malform)})*"
    elif not t.sted.landsdekkende:
        merke = f" *({felt(t.sted, 'tekst', malform)})*"
    hvorfor = "; ".join(dict.fromkeys(_hvorfor(t, g, malform).rstrip(".") for g in treff.grunner.values()))
    punkter = bygger.tjeneste.kilder.henvisninger(t.kilder)[:1]
    bygger.kilde(punkter)
    kilde = f" ({bygger.tjeneste.kilder.kort(punkter[0])})" if punkter else ""
    dom = ""
    if kort is not None:
        grunn = f": {liten(str(kort['summary']))}" if kort["summary"] else ""
        dom = f" **{verdiktord(kort['verdict'], malform).capitalize()}**{grunn.rstrip('.')}."
    return f"**{felt(t, 'navn', malform)}**{merke} – {hvorfor}{kilde}.{dom}"


_LEDD = {
    "malgruppe": ("for {}", "for {}"),
    "eier": ("drives av {}", "blir drive av {}"),
    "betaler": ("betales av {}", "blir betalt av {}"),
    "varighet": ("varighet: {}", "lengd: {}"),
    "omfang": ("omfang: {}", "omfang: {}"),
    "status": ("{}", "{}"),
}


def _hvorfor(t: Any, grunn: Grunn, malform: Malform) -> str:
    """Why the measure is about the topic, in the catalogue's own words."""
    if grunn.felt == "situasjon":
        return grunn.tekst
    if grunn.felt == "tiltakspenger":
        return _SETNING.split(felt(t.tiltakspenger, "hvorfor", malform))[0]
    if grunn.felt in ("navn", "sammendrag"):
        return _setning_om(t, grunn.tekst, malform)
    ting = t if grunn.felt == "malgruppe" else getattr(t, grunn.felt)
    navn = "malgruppe" if grunn.felt == "malgruppe" else "tekst"
    return velg(malform, *_LEDD[grunn.felt]).format(felt(ting, navn, malform))


def _setning_om(t: Any, tekst: str, malform: Malform) -> str:
    """The sentence of the summary that has the words, or its first."""
    nb = _SETNING.split(t.sammendrag)
    plass = next((i for i, s in enumerate(nb) if tekst.casefold() in s.casefold()), 0)
    pa_malform = _SETNING.split(felt(t, "sammendrag", malform))
    return pa_malform[plass] if plass < len(pa_malform) else pa_malform[0]


def _resten(treff: Sequence[Treff], malform: Malform) -> str:
    navn = [felt(t.tiltak, "navn", malform) for t in treff[:_NEVNT]]
    til = len(treff) - len(navn)
    rest = velg(malform, f" og {til} til", f" og {til} til") if til else ""
    return velg(malform, "Også: ", "Òg: ") + ", ".join(navn) + rest + "."


def _videre(utvalg: Utvalg, malform: Malform, *, kjent: bool) -> str:
    if kjent:
        return ""
    if not (utvalg.fulle or utvalg.naere):
        return velg(
            malform,
            "Fortell om deltakeren, så ser jeg hvilke tiltak som passer.",
            "Fortel om deltakaren, så ser eg kva tiltak som passar.",
        )
    return velg(
        malform,
        "Fortell om deltakeren (norsknivå, ordning, alder), så ser jeg hva som passer.",
        "Fortel om deltakaren (norsknivå, ordning, alder), så ser eg kva som passar.",
    )
