"""Reading and checking data/situasjoner.yml: what an adviser thinks of first, and why."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from bot.katalog.feil import Katalogfeil, Linjefeil, Plass, feltnavn, fra_pydantic
from bot.katalog.innlesing import ROT
from bot.katalog.skjema import Del, Kildehenvisning, Slug, Tekst
from bot.katalog.yamlfil import Fil, les_fil
from bot.regler.situasjon import Situasjon
from bot.regler.vilkar import Krav
from bot.regler.vurdering import Kildehenvisning as Henvisning
from bot.regler.vurdering import Vilkarsslag

FIL = "data/situasjoner.yml"


class Situasjonspost(Del):
    """One situation as it stands in the file; see bot.regler.situasjon."""

    id: Slug
    krav: Krav
    unntatt: Krav | None = None
    tekst: Tekst
    tekst_nn: Tekst
    slag: Vilkarsslag
    kilder: tuple[Kildehenvisning, ...] = Field(min_length=1)
    tyngde: Literal[1, 2, 3]
    tiltak: tuple[Slug, ...] = Field(min_length=1)


class Situasjonsfil(Del):
    """The whole file."""

    situasjoner: tuple[Situasjonspost, ...] = Field(min_length=1)


def les_situasjoner(tiltak: Collection[str], kilder: Collection[str], rot: Path = ROT) -> tuple[Situasjon, ...]:
    """The situations, in the order of the file. Raises Katalogfeil with every error, in Norwegian: a field that is
    wrong, an id used twice, a measure or a source there is not."""
    fil, feil = les_fil(rot / FIL, FIL)
    if fil is None:
        raise Katalogfeil(feil)
    try:
        lest = Situasjonsfil.model_validate(fil.data)
    except ValidationError as e:
        funn = fra_pydantic(Situasjonsfil, e, fil.data)
        raise Katalogfeil(Linjefeil(FIL, fil.linje(p), feltnavn(p), melding) for p, melding in funn) from e
    if henvisningsfeil := list(_henvisningsfeil(fil, lest, tiltak, kilder)):
        raise Katalogfeil(henvisningsfeil)
    return tuple(
        Situasjon(
            s.id,
            s.krav,
            s.unntatt,
            s.tekst,
            s.tekst_nn,
            s.slag,
            tuple(Henvisning(k.id, k.sted or "") for k in s.kilder),
            s.tyngde,
            s.tiltak,
        )
        for s in lest.situasjoner
    )


def _henvisningsfeil(
    fil: Fil, lest: Situasjonsfil, tiltak: Collection[str], kilder: Collection[str]
) -> Iterator[Linjefeil]:
    sett: set[str] = set()
    for i, s in enumerate(lest.situasjoner):
        funn: list[tuple[Plass, str]] = []
        if s.id in sett:
            funn.append((("id",), f"«{s.id}» er brukt før."))
        sett.add(s.id)
        funn += [
            (("tiltak", j), f"tiltaket «{t}» finnes ikke i katalogen.")
            for j, t in enumerate(s.tiltak)
            if t not in tiltak
        ]
        funn += [
            (("kilder", j, "id"), f"kilden «{k.id}» finnes ikke i data/kilder.yml.")
            for j, k in enumerate(s.kilder)
            if k.id not in kilder
        ]
        for del_, melding in funn:
            plass = ("situasjoner", i, *del_)
            yield Linjefeil(FIL, fil.linje(plass), feltnavn(plass), melding)
