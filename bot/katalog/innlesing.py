"""Reading and checking every file of the catalogue: data/katalog, data/regelverk, data/kunnskap, data/kilder.yml."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast

from pydantic import BaseModel, ValidationError

from bot.katalog.feil import Katalogfeil, Linjefeil, Plass, feltnavn, fra_pydantic
from bot.katalog.skjema import Kildehenvisning, Tiltak
from bot.katalog.skjema_kunnskap import Kunnskapsfil
from bot.katalog.skjema_regelverk import Kilde, Kildefil, Parameterfil, Regel, Regelfil
from bot.katalog.yamlfil import Fil, les_fil
from bot.regler.parametre import Parameter

ROT = Path(__file__).resolve().parents[2]
Omrade = Literal["nasjonalt", "fylke", "kommune", "lokalt"]
_HJEMMELFELT = ("hjemmel", "hjemler", "overgang")
_OPPSLAGFELT = ("oppslag", "barriere", "hjelper", "eksempler")
_MAPPE = re.compile(r"(?:(nasjonalt|lokalt)|(fylke)/(\d{2})-([a-z-]+)|(kommune)/(\d{4})-([a-z-]+))$")


@dataclass(frozen=True, slots=True)
class Plassert:
    """A measure and where its file lies; `nummer` and `stednavn` come from the folder of a place."""

    tiltak: Tiltak
    omrade: Omrade
    nummer: str | None = None
    stednavn: str | None = None


@dataclass(slots=True)
class Innhold:
    """Everything the files say, checked."""

    tiltak: list[Plassert] = field(default_factory=list)
    regler: list[Regel] = field(default_factory=list)
    parametre: list[Parameter] = field(default_factory=list)
    kilder: list[Kilde] = field(default_factory=list)
    kunnskap: Kunnskapsfil = field(default_factory=Kunnskapsfil)


def filer(rot: Path = ROT) -> list[Path]:
    """The files of the catalogue, in a fixed order."""
    data = rot / "data"
    return [
        *sorted((data / "katalog").rglob("*.yml")),
        *sorted((data / "regelverk").rglob("*.yml")),
        *sorted((data / "kunnskap").rglob("*.yml")),
        data / "kilder.yml",
    ]


def innholdshash(rot: Path = ROT) -> str:
    """A hash over names and contents of every file the catalogue is made from, the schemas included."""
    samlet = hashlib.sha256()
    for sti in [*filer(rot), *sorted((rot / "data" / "skjema").glob("*.json"))]:
        samlet.update(sti.relative_to(rot).as_posix().encode() + b"\0")
        samlet.update(hashlib.sha256(sti.read_bytes()).digest() if sti.exists() else b"-")
    return samlet.hexdigest()


def les_alt(rot: Path = ROT) -> Innhold:
    """Every file read and checked. Raises Katalogfeil with all errors when anything is wrong."""
    leser = _Leser(rot)
    leser.les()
    if not leser.feil:
        leser.kryssjekk()
    if leser.feil:
        raise Katalogfeil(leser.feil)
    return leser.innhold


def _normal(navn: str) -> str:
    return " ".join(navn.lower().split())


class _Leser:
    def __init__(self, rot: Path) -> None:
        self.rot = rot
        self.innhold = Innhold()
        self.feil: list[Linjefeil] = []
        self._tiltak: list[tuple[Fil, Tiltak]] = []
        self._regler: list[tuple[Fil, Plass, Regel | Parameter]] = []
        self._kilder: list[tuple[Fil, Plass, Kilde]] = []
        self._kunnskap: list[tuple[Fil, Plass, BaseModel]] = []

    def les(self) -> None:
        for sti in filer(self.rot):
            navn = sti.relative_to(self.rot).as_posix()
            if not sti.exists():
                self.feil.append(Linjefeil(navn, 1, "", "filen mangler."))
                continue
            fil, feil = les_fil(sti, navn)
            self.feil += feil
            if fil is None:
                continue
            if navn.startswith("data/katalog/"):
                self._les_tiltak(fil)
            elif navn.startswith("data/regelverk/"):
                self._les_regelfil(fil)
            elif navn.startswith("data/kunnskap/"):
                self._les_kunnskap(fil)
            else:
                self._les_kilder(fil)

    def _valider[M: BaseModel](self, modell: type[M], fil: Fil) -> M | None:
        try:
            return modell.model_validate(fil.data)
        except ValidationError as feil:
            for plass, melding in fra_pydantic(modell, feil, fil.data):
                self._meld(fil, plass, melding)
            return None

    def _meld(self, fil: Fil, plass: Plass, melding: str) -> None:
        self.feil.append(Linjefeil(fil.navn, fil.linje(plass), feltnavn(plass), melding))

    def _les_tiltak(self, fil: Fil) -> None:
        mappe = _MAPPE.fullmatch(Path(fil.navn).parent.relative_to("data/katalog").as_posix())
        if mappe is None:
            lovlig = "nasjonalt, lokalt, fylke/<nr>-<navn> eller kommune/<nr>-<navn>"
            self._meld(fil, (), f"filen ligger i en ukjent mappe. Lovlig er {lovlig}.")
            return
        tiltak = self._valider(Tiltak, fil)
        if tiltak is None:
            return
        self._tiltak.append((fil, tiltak))
        landlig, fylke, fnr, fnavn, kommune, knr, knavn = mappe.groups()
        omrade = cast(Omrade, landlig or fylke or kommune)
        self.innhold.tiltak.append(Plassert(tiltak, omrade, fnr or knr, fnavn or knavn))
        if tiltak.id != Path(fil.navn).stem:
            stamme = Path(fil.navn).stem
            self._meld(fil, ("id",), f"«{tiltak.id}» er ikke det samme som filnavnet. Lovlig er {stamme}.")
        if knr and knr not in tiltak.sted.kommuner:
            self._meld(fil, ("sted", "kommuner"), f"kommunen fra mappenavnet, '{knr}', mangler i listen.")
        if fnr and fnr not in tiltak.sted.fylker:
            self._meld(fil, ("sted", "fylker"), f"fylket fra mappenavnet, '{fnr}', mangler i listen.")

    def _les_regelfil(self, fil: Fil) -> None:
        if "parametre" in fil.data:
            parametre = self._valider(Parameterfil, fil)
            for i, p in enumerate(parametre.parametre if parametre else ()):
                self._regler.append((fil, ("parametre", i), p))
                self.innhold.parametre.append(p)
        else:
            regler = self._valider(Regelfil, fil)
            for i, r in enumerate(regler.regler if regler else ()):
                self._regler.append((fil, ("regler", i), r))
                self.innhold.regler.append(r)

    def _les_kilder(self, fil: Fil) -> None:
        kilder = self._valider(Kildefil, fil)
        for i, k in enumerate(kilder.kilder if kilder else ()):
            self._kilder.append((fil, ("kilder", i), k))
            self.innhold.kilder.append(k)

    def _les_kunnskap(self, fil: Fil) -> None:
        lest = self._valider(Kunnskapsfil, fil)
        if lest is None:
            return
        for navn in Kunnskapsfil.model_fields:
            self._kunnskap += [(fil, (navn, i), del_) for i, del_ in enumerate(getattr(lest, navn))]
        self.innhold.kunnskap = self.innhold.kunnskap.sammen_med(lest)

    def kryssjekk(self) -> None:
        """What no file can show alone: unique ids and names, and that everything referred to exists."""
        egne = _Unike(self._meld)
        for fil, t in self._tiltak:
            egne.sjekk("id", t.id, fil, ("id",))
            if t.domene_id:
                egne.sjekk("domene_id", t.domene_id, fil, ("domene_id",))
            egne.sjekk("navn", _normal(t.navn), fil, ("navn",))
        for fil, plass, r in self._regler:
            egne.sjekk("regel-id", r.id, fil, (*plass, "id"))
            if isinstance(r, Regel):
                egne.sjekk("nokkel", r.nokkel, fil, (*plass, "nokkel"))
        for fil, plass, k in self._kilder:
            egne.sjekk("kilde-id", k.id, fil, (*plass, "id"))
            for i, navn in enumerate(k.hjemmelnavn):
                egne.sjekk("hjemmelnavn", navn.lower(), fil, (*plass, "hjemmelnavn", i))
        for fil, plass, o in self._kunnskap:
            egne.sjekk(f"{plass[0]}-id", getattr(o, "id", ""), fil, (*plass, "id"))
        self._sjekk_synonymer()
        self._sjekk_henvisninger()

    def _sjekk_synonymer(self) -> None:
        eier = {_normal(t.navn): t for _, t in self._tiltak}
        for fil, t in self._tiltak:
            for i, s in enumerate(t.synonymer):
                annen = eier.get(_normal(s))
                if annen and annen is not t and _normal(s) not in map(_normal, annen.synonymer):
                    self._meld(
                        fil,
                        ("synonymer", i),
                        f"«{s}» er navnet på {annen.id}. Skal begge ha det, må det stå som synonym også der.",
                    )

    def _sjekk_henvisninger(self) -> None:
        tiltak = {t.id for _, t in self._tiltak}
        regler = {r.id for _, _, r in self._regler}
        kilder = {k.id for k in self.innhold.kilder}
        lover = [n for k in self.innhold.kilder for n in k.hjemmelnavn]
        kjent_lov = re.compile("|".join(map(re.escape, lover)) or "(?!)", re.IGNORECASE)
        deler: list[tuple[Fil, Plass, BaseModel]] = [(f, (), t) for f, t in self._tiltak]
        deler += [(f, p, r) for f, p, r in self._regler]
        deler += self._kunnskap
        oppslag = {o.id for o in self.innhold.kunnskap.oppslag}
        for fil, start, modell in deler:
            for plass, navn, verdi in _gaa(modell, start):
                if navn == "id" and isinstance(verdi, Kildehenvisning) and verdi.id not in kilder:
                    self._meld(fil, (*plass, "id"), f"kilden «{verdi.id}» står ikke i data/kilder.yml.")
                elif navn in _HJEMMELFELT and isinstance(verdi, str) and not kjent_lov.search(verdi):
                    lovlig = "Lovlige navn er hjemmelnavn i data/kilder.yml"
                    self._meld(fil, plass, f"«{verdi[:60]}» nevner ingen kjent lov. {lovlig}.")
                elif navn == "tiltak" and isinstance(verdi, str) and verdi not in tiltak:
                    self._meld(fil, plass, f"tiltaket «{verdi}» finnes ikke i katalogen.")
                elif navn in _OPPSLAGFELT and isinstance(verdi, str) and verdi not in oppslag:
                    self._meld(fil, plass, f"oppslaget «{verdi}» finnes ikke i data/kunnskap.")
                elif navn in ("se_ogsa", "regler") and isinstance(verdi, str) and verdi not in regler:
                    self._meld(fil, plass, f"regelen «{verdi}» finnes ikke i regelverket.")


class _Unike:
    """Values that may be used once, with where each was first seen."""

    def __init__(self, meld: Callable[[Fil, Plass, str], None]) -> None:
        self._meld = meld
        self._sett: dict[tuple[str, str], str] = {}

    def sjekk(self, slag: str, verdi: str, fil: Fil, plass: Plass) -> None:
        forst = self._sett.setdefault((slag, verdi), f"{fil.navn}, linje {fil.linje(plass)}")
        if forst != f"{fil.navn}, linje {fil.linje(plass)}":
            self._meld(fil, plass, f"«{verdi}» er brukt før ({forst}). Verdien må være unik.")


def _gaa(modell: BaseModel, plass: Plass) -> Iterator[tuple[Plass, str, object]]:
    """Every leaf text and every source reference in a model, with its place and the name of its field."""
    if isinstance(modell, Kildehenvisning):
        yield plass, "id", modell
        return
    for navn in type(modell).model_fields:
        verdi = getattr(modell, navn)
        if isinstance(verdi, str):
            yield (*plass, navn), navn, verdi
        elif isinstance(verdi, BaseModel):
            yield from _gaa(verdi, (*plass, navn))
        elif isinstance(verdi, tuple):
            for i, v in enumerate(verdi):
                if isinstance(v, BaseModel):
                    yield from _gaa(v, (*plass, navn, i))
                elif isinstance(v, str):
                    yield (*plass, navn, i), navn, v
