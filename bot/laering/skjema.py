"""The form of a lesson file in data/laering: one file a lesson, with its bank of written questions.

Texts may hold placeholders (bot.laering.tekst); numbers belong in those, so that a lesson changes when a rule does.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from bot.katalog.skjema import Del, Kildehenvisning, Slug, Tekst

Regelid = Annotated[str, Field(pattern=r"^R-\d{3}$")]


class SkrevetAlternativ(Del):
    """A wrong answer somebody could believe in, and what is wrong with it."""

    tekst: Tekst
    tekst_nn: Tekst
    hvorfor: Tekst
    hvorfor_nn: Tekst


class SkrevetOppgave(Del):
    """A written question. `niva` 1 is for the first day, 3 for somebody who knows the rules."""

    id: Slug
    niva: Literal[1, 2, 3]
    sporsmal: Tekst
    sporsmal_nn: Tekst
    riktig: Tekst
    riktig_nn: Tekst
    gale: tuple[SkrevetAlternativ, ...] = Field(min_length=1, max_length=3)
    forklaring: Tekst
    forklaring_nn: Tekst
    regler: tuple[Regelid, ...] = ()
    tiltak: tuple[Slug, ...] = ()
    kilder: tuple[Kildehenvisning, ...] = ()

    @model_validator(mode="after")
    def _er_en_oppgave(self) -> SkrevetOppgave:
        if not self.regler and not self.tiltak and not self.kilder:
            raise ValueError("et spørsmål må ha minst én regel, ett tiltak eller én kilde")
        for svar in ([self.riktig, *(g.tekst for g in self.gale)], [self.riktig_nn, *(g.tekst_nn for g in self.gale)]):
            if len({s.casefold() for s in svar}) < len(svar):
                raise ValueError("to av svarene er like")
        return self


class Leksjon(Del):
    """A lesson: a short text, what it rests on, the two questions it ends in, and the written questions on its subject.

    `stikkord` are the words a user may call the subject by; `tiltak`, `regler` and `gjelder` (what a rule is about)
    also say which generated questions belong to it.
    """

    id: Slug
    nummer: Annotated[int, Field(ge=1, le=99)]
    tittel: Annotated[str, Field(min_length=1, max_length=80)]
    tittel_nn: Annotated[str, Field(min_length=1, max_length=80)]
    stikkord: tuple[Tekst, ...] = Field(min_length=1)
    tekst: Annotated[str, Field(min_length=1, max_length=3000)]
    tekst_nn: Annotated[str, Field(min_length=1, max_length=3000)]
    avslutning: tuple[Slug, Slug]
    gjelder: tuple[Literal["intro", "kvp", "jobbsjansen", "nav", "norsk", "skole"], ...] = ()
    regler: tuple[Regelid, ...] = ()
    tiltak: tuple[Slug, ...] = ()
    kilder: tuple[Kildehenvisning, ...] = ()
    sporsmal: tuple[SkrevetOppgave, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _henger_sammen(self) -> Leksjon:
        egne = [s.id for s in self.sporsmal]
        for i in self.avslutning:
            if i not in egne:
                raise ValueError(f"«{i}» er ikke et av spørsmålene i leksjonen; lovlig er {', '.join(egne)}")
        if len(set(self.avslutning)) < len(self.avslutning):
            raise ValueError("avslutningen må ha to ulike spørsmål")
        if not self.regler and not self.tiltak and not self.kilder:
            raise ValueError("en leksjon må ha minst én regel, ett tiltak eller én kilde")
        return self
