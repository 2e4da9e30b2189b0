"""What a conversation knows: the facts about the participant, a supposed case on top of them, and the thread.

`flett` is the only way facts get into a profile. Nothing here knows Rasa or the database.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from bot.profil.fakta import FAKTA
from bot.profil.faktum import Profil, Verdi
from bot.profil.lesing import ProfilFeil, les_profil, til_json

Malform = Literal["nb", "nn"]
_MED_EIER = re.compile(r"(web-[0-9a-f]{32})-[0-9a-f]{32}")


def eier(samtale_id: str) -> str:
    """Whose a conversation is: the user of one that was opened signed in, else the conversation itself. What somebody
    learns belongs to that."""
    treff = _MED_EIER.fullmatch(samtale_id)
    return treff[1] if treff else samtale_id


@dataclass(frozen=True, slots=True)
class Opplysning:
    """One fact as a message gives it: possible values, or that it is not so (`negert`), or to be forgotten."""

    faktum: str
    verdier: tuple[Verdi, ...]
    negert: bool = False
    fjern: bool = False


#: Who a conversation begins about. Others are "deltaker_2" and so on; a relative is "<role>/<whose>".
HOVEDPERSON = "deltaker"
_MAKS_ANDRE = 6

MAKS_ANGRE = 8
"""How many of the latest messages of a conversation can be taken back."""


@dataclass(slots=True)
class Samtale:
    """The state of one conversation between messages; `til_dict` and `fra_dict` are each other's reverse.

    `tema` is what was last answered (anbefaling, vurdering, forklaring, regel). For a rule, `sporsmal` is the question
    and `antatt` the profile it was answered for, so that "og for en under 25?" can go on from there. `person` is who is
    spoken of now, with the facts in `profil`; `andre` holds those spoken of before, the last one last. `vet_ikke` are
    the facts the adviser has said they do not know, by person: they are not asked for again. `tiltak` has the measure
    spoken of now first; `side` is the side of it that was asked about, so that "og mentor?" asks for the same of
    another. `laering` is where the user is in a lesson or quiz; only bot.laering reads it. `tidligere` is the store's:
    the states before the latest messages, the newest last.
    """

    id: str
    profil: dict[str, tuple[Verdi, ...]] = field(default_factory=dict)
    tenkt: dict[str, tuple[Verdi, ...]] | None = None
    person: str = HOVEDPERSON
    andre: dict[str, dict[str, tuple[Verdi, ...]]] = field(default_factory=dict)
    malform: Malform = "nb"
    malform_valgt: bool = False
    spurt_om: str | None = None
    tema: str | None = None
    tiltak: list[str] = field(default_factory=list)
    bare_eier: str | None = None
    regel: str | None = None
    sporsmal: str | None = None
    antatt: dict[str, tuple[Verdi, ...]] | None = None
    anbefalt: bool = False
    laering: dict[str, Any] | None = None
    vet_ikke: dict[str, list[str]] = field(default_factory=dict)
    side: str | None = None
    tidligere: list[dict[str, Any]] = field(default_factory=list, compare=False, repr=False)

    @property
    def bruker(self) -> str:
        """Whose it is, as `eier`."""
        return eier(self.id)

    @property
    def spor_ikke_om(self) -> frozenset[str]:
        """The facts not to ask for about the person spoken of now."""
        return frozenset(self.vet_ikke.get(self.person, ()))

    def svarte_vet_ikke(self) -> None:
        """The fact last asked for is not known; another one may be asked for instead."""
        if self.spurt_om is not None and self.spurt_om not in self.spor_ikke_om:
            self.vet_ikke.setdefault(self.person, []).append(self.spurt_om)

    def omtal(self, tiltak: str) -> None:
        """Speak of a measure; the one spoken of before it stays second, for "er det det samme?"."""
        self.tiltak = [tiltak, *(t for t in self.tiltak if t != tiltak)][:2]

    def bytt_til(self, person: str) -> None:
        """Turn to a person, known or new; who was spoken of until now is kept."""
        self.tenkt = self.antatt = self.spurt_om = None
        if person == self.person:
            return
        if self.profil:
            self.andre[self.person] = self.profil
        self.profil = self.andre.pop(person, {})
        self.person = person
        for navn in [n for n in self.andre if n != HOVEDPERSON][: max(0, len(self.andre) - _MAKS_ANDRE)]:
            del self.andre[navn]

    def bytt_person(self) -> None:
        """Turn to somebody new, keeping who was spoken of before."""
        if not self.profil and "/" not in self.person:
            self.tenkt = None
            return
        numre = (f"{HOVEDPERSON}_{n}" for n in range(2, 100))
        self.bytt_til(next(n for n in numre if n not in self.andre and n != self.person))

    def tilbake(self) -> bool:
        """Turn back to the person before; whether there was one."""
        if not self.andre:
            return False
        self.bytt_til(next(reversed(self.andre)))
        return True

    @property
    def familie(self) -> str:
        """Whose relatives are spoken of: the participant, or the one spoken of now."""
        return self.person.rpartition("/")[2]

    @property
    def i_familien(self) -> list[str]:
        """The others of the same family, the participant first."""
        return sorted((n for n in self.andre if n.rpartition("/")[2] == self.familie), key=lambda n: "/" in n)

    @property
    def forste(self) -> str | None:
        """Who was spoken of first, when that is somebody else than now."""
        if HOVEDPERSON in self.andre:
            return HOVEDPERSON
        return next(iter(self.andre), None)

    def slektning(self, rolle: str) -> str:
        """The key of a relative of the participant spoken of."""
        return f"{rolle}/{self.familie}"

    def kjent(self, person: str) -> Profil:
        """What is known of a person."""
        return self.profil if person == self.person else self.andre.get(person, {})

    def merk_kjonn(self, person: str, kjonn: str) -> None:
        """The sex of somebody, as the words for a relative give it away ("mannen hennes")."""
        kjente = self.profil if person == self.person else self.andre.get(person)
        if kjente:
            kjente["kjonn"] = (kjonn,)

    @property
    def gjeldende(self) -> dict[str, tuple[Verdi, ...]]:
        """The profile that answers now: the supposed case while one is being talked about, else the facts."""
        return self.profil if self.tenkt is None else self.tenkt

    def til_dict(self) -> dict[str, object]:
        return {
            "profil": til_json(self.profil),
            "tenkt": None if self.tenkt is None else til_json(self.tenkt),
            "person": None if self.person == HOVEDPERSON else self.person,
            "andre": {navn: til_json(profil) for navn, profil in self.andre.items()},
            "malform": self.malform,
            "malform_valgt": self.malform_valgt,
            "spurt_om": self.spurt_om,
            "tema": self.tema,
            "tiltak": self.tiltak,
            "bare_eier": self.bare_eier,
            "regel": self.regel,
            "sporsmal": self.sporsmal,
            "antatt": None if self.antatt is None else til_json(self.antatt),
            "anbefalt": self.anbefalt,
            "laering": self.laering,
            "vet_ikke": self.vet_ikke,
            "side": self.side,
            "tidligere": self.tidligere,
        }

    @classmethod
    def fra_dict(cls, id: str, data: Mapping[str, object]) -> Samtale:
        """A stored conversation. A profile that no longer reads (an older version of the facts) starts empty."""
        samtale = cls(id)
        try:
            for navn in ("tenkt", "antatt"):
                lest = data.get(navn)
                setattr(samtale, navn, les_profil(lest) if isinstance(lest, Mapping) else None)
            profil = data.get("profil")
            samtale.profil = les_profil(profil) if isinstance(profil, Mapping) else {}
            andre = data.get("andre")
            if isinstance(andre, Mapping):
                samtale.andre = {str(n): les_profil(p) for n, p in andre.items() if isinstance(p, Mapping)}
            person = data.get("person")
            samtale.person = person if isinstance(person, str) else HOVEDPERSON
        except ProfilFeil:
            samtale = cls(id)
        samtale.malform = "nn" if data.get("malform") == "nn" else "nb"
        samtale.anbefalt = data.get("anbefalt") is True
        laering = data.get("laering")
        samtale.laering = dict(laering) if isinstance(laering, Mapping) else None
        samtale.malform_valgt = data.get("malform_valgt") is True
        for navn in ("spurt_om", "tema", "bare_eier", "regel", "sporsmal", "side"):
            verdi = data.get(navn)
            setattr(samtale, navn, verdi if isinstance(verdi, str) else None)
        tiltak = data.get("tiltak")
        samtale.tiltak = [str(t) for t in tiltak] if isinstance(tiltak, list) else []
        tidligere = data.get("tidligere")
        samtale.tidligere = [t for t in tidligere if isinstance(t, dict)] if isinstance(tidligere, list) else []
        vet_ikke = data.get("vet_ikke")
        if isinstance(vet_ikke, Mapping):
            samtale.vet_ikke = {str(p): [str(f) for f in v] for p, v in vet_ikke.items() if isinstance(v, list)}
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
    if faktum.navn in ("ordning", "ordninger"):
        _ut_av(ut, {v for v in o.verdier if isinstance(v, str)})
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


def _ut_av(ut: dict[str, tuple[Verdi, ...]], ordninger: set[str]) -> None:
    """Take schemes out of the list of those the person is in; a list with none left is unknown."""
    mulige = tuple(m - ordninger for m in ut.get("ordninger", ()) if isinstance(m, frozenset))
    if mulige and all(mulige):
        ut["ordninger"] = tuple(dict.fromkeys(mulige))
    else:
        ut.pop("ordninger", None)


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
    if o.faktum == "maneder_siden_program" or (o.faktum == "program_ferdig" and o.verdier == (True,)):
        _ferdig_med_intro(ut, nevnt)
    elif o.faktum == "program_ferdig":
        ut.pop("maneder_siden_program", None)
    if o.faktum == "ordning" and "intro" not in o.verdier and "programmaned" not in nevnt:
        ut.pop("programmaned", None)
    if o.faktum == "ordning" and o.verdier == ("intro",) and "program_ferdig" not in nevnt:
        for navn in ("program_ferdig", "maneder_siden_program"):
            ut.pop(navn, None)


def _ferdig_med_intro(ut: dict[str, tuple[Verdi, ...]], nevnt: set[str]) -> None:
    """Whoever has finished the programme is no longer in it and no longer has its benefit."""
    ut.pop("programmaned", None)
    if "ordninger" not in nevnt:
        _ut_av(ut, {"intro"})
    for navn, verdi in (("ordning", "intro"), ("ytelse", "introduksjonsstonad")):
        if navn not in nevnt and verdi in ut.get(navn, ()):
            ut.pop(navn)


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
