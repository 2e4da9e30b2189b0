"""One message as Rasa understood it, in our own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.profil.samtale import Malform, Opplysning


@dataclass(frozen=True, slots=True)
class Person:
    """A relative the message turns to (`rolle`; "forste": who was spoken of first), with the sex the word tells, the
    sex of the one whose relative it is, and whether a possessive says whose."""

    rolle: str
    kjonn: str | None = None
    eier: str | None = None
    eid: bool = False


@dataclass(frozen=True, slots=True)
class Melding:
    """What one message holds: its intent, the facts it states, the measures it names, and what kind of question it is.

    `tekst` is what it asks, in bokmål and without the story around it, `spor` the asking sentence alone when that
    leans on another; the rest is read from all of it. `rangering` are the intents it may have, likeliest first.
    `tvil` are measures the wording may mean when it names none for certain; `dag` a date the question is about. The
    message may turn to somebody else (`ny_person`), to a relative (`person`), back again (`tilbake`), or ask to forget
    everything (`glem_alt`). `grense` is what limit it runs into, `malvalg` the written form it asks for.
    """

    tekst: str
    intent: str
    sikkerhet: float
    opplysninger: tuple[Opplysning, ...] = ()
    tiltak: tuple[str, ...] = ()
    tvil: tuple[str, ...] = ()
    sporsmal: str | None = None
    dag: date | None = None
    ny_person: bool = False
    tilbake: bool = False
    glem_alt: bool = False
    malform: Malform | None = None
    person: Person | None = None
    grense: str | None = None
    malvalg: Malform | None = None
    spor: str | None = None
    rangering: tuple[tuple[str, float], ...] = ()

    @property
    def ord(self) -> int:
        return len(self.tekst.split())


def _dag(verdi: object) -> date | None:
    if isinstance(verdi, str):
        try:
            return date.fromisoformat(verdi)
        except ValueError:
            return None
    return None


def _tekst(verdi: object) -> str | None:
    return verdi if isinstance(verdi, str) else None


def _malform(verdi: object) -> Malform | None:
    if verdi == "nb":
        return "nb"
    return "nn" if verdi == "nn" else None


def _person(verdi: object) -> Person | None:
    if not isinstance(verdi, Mapping) or not isinstance(verdi.get("rolle"), str):
        return None
    return Person(str(verdi["rolle"]), verdi.get("kjonn"), verdi.get("eier"), bool(verdi.get("eid")))


def les_melding(siste: Mapping[str, Any]) -> Melding:
    """The latest message of a Rasa tracker as a Melding.

    A measure's name inside words that state a fact ("i intro" as a place to be) is not a measure asked about.
    """
    intent = siste.get("intent") or {}
    entiteter = siste.get("entities") or []
    fakta = [e for e in entiteter if e.get("entity") == "faktum"]
    navn = [e for e in entiteter if e.get("entity") == "tiltak"]
    opplysninger = tuple(
        Opplysning(
            e["value"]["faktum"],
            tuple(e["value"].get("verdier", ())),
            bool(e["value"].get("negert")),
            bool(e["value"].get("fjern")),
        )
        for e in fakta
        if not e["value"].get("usikker")
    )
    frie = [n for n in navn if not n["value"].get("i_faktum")]
    frie = [n for n in frie if n["value"].get("i_kjernen", True)] or frie
    sikre = tuple(dict.fromkeys(n["value"]["id"] for n in frie if not n["value"].get("alternativer")))
    tvil = [i for n in frie if n["value"].get("alternativer") for i in (n["value"]["id"], *n["value"]["alternativer"])]
    sporsmal: Mapping[str, Any] = next((e["value"] for e in entiteter if e.get("entity") == "sporsmal"), {})
    malform = next((e["value"] for e in entiteter if e.get("entity") == "malform"), None)
    return Melding(
        tekst=str(sporsmal.get("tekst") or siste.get("text") or ""),
        intent=str(intent.get("name") or "utenfor"),
        sikkerhet=float(intent.get("confidence") or 0.0),
        opplysninger=opplysninger,
        tiltak=sikre,
        tvil=tuple(dict.fromkeys(tvil)),
        sporsmal=_tekst(sporsmal.get("type")),
        dag=_dag(sporsmal.get("dato_omtalt")),
        ny_person=bool(sporsmal.get("ny_person")),
        tilbake=bool(sporsmal.get("tilbake")),
        glem_alt=bool(sporsmal.get("glem_alt")),
        grense=_tekst(sporsmal.get("grense")),
        malvalg=_malform(sporsmal.get("malvalg")),
        person=_person(sporsmal.get("person")),
        malform=_malform(malform),
        spor=_tekst(sporsmal.get("spor")),
        rangering=tuple((str(r["name"]), float(r["confidence"])) for r in siste.get("intent_ranking") or ()),
    )
