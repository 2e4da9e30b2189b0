"""Reading and checking the lessons in data/laering."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from bot.katalog.feil import Katalogfeil, Linjefeil, Plass, feltnavn, fra_pydantic
from bot.katalog.innlesing import ROT
from bot.katalog.skjema import Kildehenvisning
from bot.katalog.yamlfil import Fil, les_fil
from bot.laering.skjema import Leksjon
from bot.laering.tekst import PLASSHOLDER, Oppslag
from bot.regler.parametre import Parameter


@dataclass(frozen=True, slots=True)
class Henvisninger:
    """What a lesson may point to: the rules, measures, sources and parameters there are, on a day."""

    regler: Mapping[str, Any]
    tiltak: Mapping[str, Any]
    kilder: Collection[str]
    parametre: Mapping[str, Parameter]
    dag: date


def les_kurs(finnes: Henvisninger, rot: Path = ROT) -> tuple[Leksjon, ...]:
    """The lessons under `rot`, by number. Raises Katalogfeil with every error in every file, in Norwegian."""
    feil: list[Linjefeil] = []
    lest: list[tuple[Fil, Leksjon]] = []
    for sti in sorted((rot / "data" / "laering").glob("*.yml")):
        fil, filfeil = les_fil(sti, sti.relative_to(rot).as_posix())
        feil += filfeil
        if fil is None:
            continue
        try:
            lest.append((fil, Leksjon.model_validate(fil.data)))
        except ValidationError as e:
            feil += [_feil(fil, plass, melding) for plass, melding in fra_pydantic(Leksjon, e, fil.data)]
    feil += _unike(lest)
    oppslag = Oppslag(finnes.regler, finnes.parametre, finnes.tiltak, finnes.dag)
    for fil, leksjon in lest:
        feil += _henvisningsfeil(fil, leksjon, finnes, oppslag)
    if feil:
        raise Katalogfeil(feil)
    return tuple(sorted((leksjon for _, leksjon in lest), key=lambda leksjon: leksjon.nummer))


def _feil(fil: Fil, plass: Plass, melding: str) -> Linjefeil:
    return Linjefeil(fil.navn, fil.linje(plass), feltnavn(plass), melding)


def _unike(lest: list[tuple[Fil, Leksjon]]) -> Iterator[Linjefeil]:
    """Ids and numbers used twice; a file that is not called what its lesson is."""
    sett: dict[tuple[str, object], str] = {}
    for fil, leksjon in lest:
        if Path(fil.navn).stem != f"{leksjon.nummer:02}-{leksjon.id}":
            yield _feil(fil, ("id",), f"filen må hete {leksjon.nummer:02}-{leksjon.id}.yml.")
        verdier: list[tuple[str, object, Plass]] = [
            ("id", leksjon.id, ("id",)),
            ("nummer", leksjon.nummer, ("nummer",)),
        ]
        verdier += [("spørsmåls-id", s.id, ("sporsmal", i, "id")) for i, s in enumerate(leksjon.sporsmal)]
        for slag, verdi, plass in verdier:
            her = f"{fil.navn}, linje {fil.linje(plass)}"
            forst = sett.setdefault((slag, verdi), her)
            if forst != her:
                yield _feil(fil, plass, f"«{verdi}» er brukt før ({forst}). Verdien må være unik.")


def _henvisningsfeil(fil: Fil, leksjon: Leksjon, finnes: Henvisninger, oppslag: Oppslag) -> Iterator[Linjefeil]:
    kjente: dict[str, tuple[Collection[str], str]] = {
        "regler": (finnes.regler, "regelen «{}» finnes ikke i regelverket."),
        "tiltak": (finnes.tiltak, "tiltaket «{}» finnes ikke i katalogen."),
    }

    def sjekk(plass: Plass, felt: str, verdi: object) -> Iterator[Linjefeil]:
        if isinstance(verdi, Kildehenvisning):
            if verdi.id not in finnes.kilder:
                yield _feil(fil, (*plass, "id"), f"kilden «{verdi.id}» står ikke i data/kilder.yml.")
        elif isinstance(verdi, str) and felt in kjente:
            if verdi not in kjente[felt][0]:
                yield _feil(fil, plass, kjente[felt][1].format(verdi))
        elif isinstance(verdi, str):
            for innhold in PLASSHOLDER.findall(verdi):
                try:
                    oppslag.verdi(innhold)
                except KeyError as e:
                    yield _feil(fil, plass, f"{e.args[0]}.")

    yield from _gaa(leksjon, (), sjekk)


def _gaa(
    modell: BaseModel, plass: Plass, sjekk: Callable[[Plass, str, object], Iterator[Linjefeil]]
) -> Iterator[Linjefeil]:
    for felt in type(modell).model_fields:
        verdi = getattr(modell, felt)
        deler = list(enumerate(verdi)) if isinstance(verdi, tuple) else [(None, verdi)]
        for i, v in deler:
            her: Plass = (*plass, felt) if i is None else (*plass, felt, i)
            if isinstance(v, BaseModel) and not isinstance(v, Kildehenvisning):
                yield from _gaa(v, her, sjekk)
            else:
                yield from sjekk(her, felt, v)
