"""What a conversation knows: the facts about the participant, a supposed case on top of them, and the thread.

`flett` is the only way facts get into a profile. Nothing here knows Rasa or the database.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from bot.profil.fakta import FAKTA, Profil, ProfilFeil, Verdi, les_profil, til_json

Malform = Literal["nb", "nn"]


@dataclass(frozen=True, slots=True)
class Opplysning:
    """One fact as a message gives it: possible values, or that it is not so (`negert`), or to be forgotten."""

    faktum: str
    verdier: tuple[Verdi, ...]
    negert: bool = False
    fjern: bool = False


@dataclass(slots=True)
class Samtale:
    """The state of one conversation between messages; `til_dict` and `fra_dict` are each other's reverse.

    `tema` is what was last answered (anbefaling, vurdering, forklaring, regel). For a rule, `sporsmal` is the question
    and `antatt` the profile it was answered for, so that "og for en under 25?" can go on from there. `laering` is where
    the user is in a lesson or quiz; only bot.laering reads it.
    """

    id: str
    profil: dict[str, tuple[Verdi, ...]] = field(default_factory=dict)
    tenkt: dict[str, tuple[Verdi, ...]] | None = None
    forrige: dict[str, tuple[Verdi, ...]] | None = None
    malform: Malform = "nb"
    spurt_om: str | None = None
    tema: str | None = None
    tiltak: list[str] = field(default_factory=list)
    bare_eier: str | None = None
    regel: str | None = None
    sporsmal: str | None = None
    antatt: dict[str, tuple[Verdi, ...]] | None = None
    anbefalt: bool = False
    laering: dict[str, Any] | None = None

    def bytt_person(self) -> None:
        """Turn to somebody new, keeping who was spoken of before."""
        self.forrige, self.profil, self.tenkt = self.profil or self.forrige, {}, None

    def tilbake(self) -> bool:
        """Turn back to the person before; whether there was one."""
        if self.forrige is None:
            return False
        self.forrige, self.profil, self.tenkt = self.profil, self.forrige, None
        return True

    @property
    def gjeldende(self) -> dict[str, tuple[Verdi, ...]]:
        """The profile that answers now: the supposed case while one is being talked about, else the facts."""
        return self.profil if self.tenkt is None else self.tenkt

    def til_dict(self) -> dict[str, object]:
        return {
            "profil": til_json(self.profil),
            "tenkt": None if self.tenkt is None else til_json(self.tenkt),
            "forrige": None if self.forrige is None else til_json(self.forrige),
            "malform": self.malform,
            "spurt_om": self.spurt_om,
            "tema": self.tema,
            "tiltak": self.tiltak,
            "bare_eier": self.bare_eier,
            "regel": self.regel,
            "sporsmal": self.sporsmal,
            "antatt": None if self.antatt is None else til_json(self.antatt),
            "anbefalt": self.anbefalt,
            "laering": self.laering,
        }

    @classmethod
    def fra_dict(cls, id: str, data: Mapping[str, object]) -> Samtale:
        """A stored conversation. A profile that no longer reads (an older version of the facts) starts empty."""
        samtale = cls(id)
        try:
            for navn in ("tenkt", "forrige", "antatt"):
                lest = data.get(navn)
                setattr(samtale, navn, les_profil(lest) if isinstance(lest, Mapping) else None)
            profil = data.get("profil")
            samtale.profil = les_profil(profil) if isinstance(profil, Mapping) else {}
        except ProfilFeil:
            samtale = cls(id)
        samtale.malform = "nn" if data.get("malform") == "nn" else "nb"
        samtale.anbefalt = data.get("anbefalt") is True
        laering = data.get("laering")
        samtale.laering = dict(laering) if isinstance(laering, Mapping) else None
        for navn in ("spurt_om", "tema", "bare_eier", "regel", "sporsmal"):
            verdi = data.get(navn)
            setattr(samtale, navn, verdi if isinstance(verdi, str) else None)
        tiltak = data.get("tiltak")
        samtale.tiltak = [str(t) for t in tiltak] if isinstance(tiltak, list) else []
        return samtale


def flett(profil: Profil, nye: Iterable[Opplysning]) -> dict[str, tuple[Verdi, ...]]:
    """The profile with what a message said worked in; the later word wins, and what it makes untrue goes.

    In: a profile and the facts of one message. Out: a new profile, the old one unchanged. Facts with values the
    dictionary does not accept are left out rather than stored.
    """
    ut = dict(profil)
    nye = [o for o in nye if o.faktum in FAKTA]
    nevnt = {o.faktum for o in nye if not o.fjern}
    for o in nye:
        if o.fjern:
            ut.pop(o.faktum, None)
        elif o.negert:
            _ikke(ut, o)
        else:
            _sett(ut, o, nevnt)
    return ut


def _ikke(ut: dict[str, tuple[Verdi, ...]], o: Opplysning) -> None:
    """Work in that a fact does not have the given values."""
    faktum = FAKTA[o.faktum]
    if faktum.navn == "ordning":
        if any(v in ut.get("ordning", ()) for v in o.verdier):
            ut.pop("ordning", None)
        if "intro" in o.verdier:
            ut.pop("programmaned", None)
        return
    if faktum.verdier:
        kjente = ut.get(o.faktum, faktum.verdier)
        igjen = tuple(v for v in kjente if v not in o.verdier)
        if igjen and len(igjen) < len(faktum.verdier):
            ut[o.faktum] = igjen
        else:
            ut.pop(o.faktum, None)
    elif any(v in ut.get(o.faktum, ()) for v in o.verdier):
        ut.pop(o.faktum)


def _sett(ut: dict[str, tuple[Verdi, ...]], o: Opplysning, nevnt: set[str]) -> None:
    try:
        if o.faktum == "ordninger":
            lest = les_profil({"ordninger": [v for v in o.verdier if isinstance(v, str)]})
        else:
            lest = les_profil({o.faktum: list(o.verdier)})
    except ProfilFeil:
        return
    ut.update(lest)
    for navn in _STRYKER.get(o.faktum, ()):
        if navn not in nevnt:
            ut.pop(navn, None)
    if o.faktum == "program_ferdig":
        if o.verdier == (True,):
            for navn in ("programmaned",):
                ut.pop(navn, None)
            if "intro" in ut.get("ordning", ()) and "ordning" not in nevnt:
                ut.pop("ordning", None)
        else:
            ut.pop("maneder_siden_program", None)
    if o.faktum == "maneder_siden_program" and "intro" in ut.get("ordning", ()):
        ut.pop("ordning", None)
    if o.faktum == "ordning" and "intro" not in o.verdier and "programmaned" not in nevnt:
        ut.pop("programmaned", None)
    if o.faktum == "ordning" and o.verdier == ("intro",) and "program_ferdig" not in nevnt:
        for navn in ("program_ferdig", "maneder_siden_program"):
            ut.pop(navn, None)


# What a new value of a fact makes out of date, unless the same message says it too.
_STRYKER: dict[str, tuple[str, ...]] = {
    "norskniva": ("norsk_muntlig", "norsk_skriftlig"),
    "norsk_muntlig": ("norskniva",),
    "norsk_skriftlig": ("norskniva",),
    "alder": ("fodselsdato",),
    "fodselsdato": ("alder",),
    "programmaned": ("program_ferdig", "maneder_siden_program"),
    "maneder_siden_program": ("programmaned",),
    "ordning": ("ordninger",),
    "ordninger": ("ordning",),
    "innsatsgruppe": ("nedsatt_arbeidsevne",),
}
