"""The form of the files in data/kunnskap: what reports found, what others have done, and what words mean.

A file holds one of: `oppslag` (single entries), `tabeller`, `tidslinjer`, `problemer`, `sjekklister`. The last four
point to entries by id, so that a source or a status is written once.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from bot.katalog.skjema import Del, Kildehenvisning, Slug, Tekst

OppslagId = Annotated[str, Field(pattern=r"^[CD]-\d{3}$")]
RegelId = Annotated[str, Field(pattern=r"^R-\d{3}$")]
Ar = Annotated[int, Field(ge=1990, le=2100)]
Oppslagstype = Literal[
    "funn", "barriere", "driver", "mulighet", "anbefaling", "modell", "eksempel", "steg", "tall", "begrep"
]
Sektor = Literal["nav", "kommune", "voksenopplæring", "fylkeskommune", "frivillighet", "næringsliv", "stat"]


class Talloppgave(Del):
    """A number an entry states; `til` when it is a range, `ar` the year it is from."""

    navn: Tekst
    verdi: float
    til: float | None = None
    enhet: Tekst
    ar: Ar | None = None
    ar_til: Ar | None = None


class Oppslag(Del):
    """One entry. `navn` is the word explained, `sporsmal` ways of asking for the entry, the first shown as its title.

    `ar`–`ar_til`: the years it speaks of. `sted_tekst` says what kind of place when the report names none.
    `tiltak` are measures and local examples of the catalogue it is about.
    """

    id: OppslagId
    type: Oppslagstype
    navn: Tekst | None = None
    sporsmal: tuple[Tekst, ...] = ()
    tekst: Tekst
    emner: tuple[Tekst, ...] = Field(min_length=1)
    sted: tuple[Tekst, ...] = ()
    sted_tekst: Tekst | None = None
    fylke: tuple[Tekst, ...] = ()
    sektor: tuple[Sektor, ...] = ()
    bransje: tuple[Tekst, ...] = ()
    malgruppe: Tekst | None = None
    metode: tuple[Tekst, ...] = ()
    ar: Ar | None = None
    ar_til: Ar | None = None
    kilder: tuple[Kildehenvisning, ...] = ()
    hjemler: tuple[Tekst, ...] = ()
    tall: tuple[Talloppgave, ...] = ()
    tiltak: tuple[Slug, ...] = ()
    status: Literal["gjeldende", "historisk"]

    @model_validator(mode="after")
    def _henger_sammen(self) -> Oppslag:
        if not self.navn and not self.sporsmal:
            raise ValueError("oppslaget må ha navn eller minst ett spørsmål")
        if not self.kilder and not self.hjemler:
            raise ValueError("oppslaget må ha minst én kilde eller hjemmel")
        if self.ar and self.ar_til and self.ar_til < self.ar:
            raise ValueError("«ar_til» er før «ar»")
        return self

    @property
    def tittel(self) -> str:
        """What the entry is called in lists and on buttons."""
        return self.navn or self.sporsmal[0]


class Rad(Del):
    """One row of a table: a text for each column, with the entries each row is taken from."""

    navn: Tekst
    celler: tuple[Tekst, ...] = Field(min_length=1)
    oppslag: tuple[OppslagId, ...] = ()


class Tabell(Del):
    """Things side by side. `kolonner` name what is compared; `kjennetegn` are words that ask for it."""

    id: Slug
    tittel: Tekst
    tittel_nn: Tekst
    kjennetegn: tuple[Tekst, ...]
    kolonner: tuple[Tekst, ...] = Field(min_length=2)
    rader: tuple[Rad, ...] = Field(min_length=1)
    status: Literal["gjeldende", "historisk"]

    @model_validator(mode="after")
    def _hele_rader(self) -> Tabell:
        for rad in self.rader:
            if len(rad.celler) != len(self.kolonner):
                raise ValueError(f"«{rad.navn}» skal ha {len(self.kolonner)} celler, én for hver kolonne")
        return self


class Tidssteg(Del):
    """One step: when, and what is done."""

    nar: Tekst
    hva: Tekst


class Tidslinje(Del):
    """How something is arranged step by step."""

    id: Slug
    navn: Tekst
    navn_nn: Tekst
    kjennetegn: tuple[Tekst, ...] = Field(min_length=1)
    steg: tuple[Tidssteg, ...] = Field(min_length=2)
    oppslag: tuple[OppslagId, ...] = Field(min_length=1)
    merknad: Tekst | None = None
    status: Literal["gjeldende", "historisk"]


class Problem(Del):
    """A difficulty advisers meet: what it comes from, what the reports say helps, and what bears on it."""

    id: Slug
    navn: Tekst
    navn_nn: Tekst
    sporsmal: tuple[Tekst, ...] = Field(min_length=3)
    barriere: tuple[OppslagId, ...] = Field(min_length=1)
    hjelper: tuple[OppslagId, ...] = Field(min_length=1)
    eksempler: tuple[OppslagId, ...] = ()
    tiltak: tuple[Slug, ...] = ()
    regler: tuple[RegelId, ...] = ()


class Punkt(Del):
    """One point of a checklist and what it is taken from."""

    tekst: Tekst
    oppslag: tuple[OppslagId, ...] = ()
    regler: tuple[RegelId, ...] = ()

    @model_validator(mode="after")
    def _har_grunnlag(self) -> Punkt:
        if not self.oppslag and not self.regler:
            raise ValueError("punktet må vise til minst ett oppslag eller én regel")
        return self


class Sjekkliste(Del):
    """Points to go through, to copy."""

    id: Slug
    navn: Tekst
    navn_nn: Tekst
    sporsmal: tuple[Tekst, ...] = Field(min_length=2)
    punkter: tuple[Punkt, ...] = Field(min_length=2)


class Kunnskapsfil(Del):
    """A file of data/kunnskap."""

    oppslag: tuple[Oppslag, ...] = ()
    tabeller: tuple[Tabell, ...] = ()
    tidslinjer: tuple[Tidslinje, ...] = ()
    problemer: tuple[Problem, ...] = ()
    sjekklister: tuple[Sjekkliste, ...] = ()

    def sammen_med(self, annen: Kunnskapsfil) -> Kunnskapsfil:
        """Both files as one, this one's parts first."""
        begge = {navn: (*getattr(self, navn), *getattr(annen, navn)) for navn in type(self).model_fields}
        return self.model_copy(update=begge)
