"""The form of a measure file in data/katalog: what may stand in it, and what each field means.

The models check files when the catalogue is loaded and give data/skjema/tiltak.schema.json. A field ending in
`_nn` is the nynorsk partner of the field without it; where it is missing, the bokmål text is shown.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.regler.vilkar import Krav

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Slug = Annotated[str, Field(pattern=SLUG, max_length=80)]
Tekst = Annotated[str, Field(min_length=1, max_length=2000)]
Niva = Literal["under_A1", "A1", "A2", "B1", "B2", "C1"]
Svar = Literal["ja", "nei", "avhenger", "ukjent"]
Tiltakstype = Literal[
    "program",
    "ytelse",
    "arbeidsrettet",
    "arbeidsrettet_sprak",
    "arbeidsrettet_sprak_utdanning",
    "sprak",
    "utdanning",
    "utdanning_arbeidsrettet",
    "oppfolging",
    "kartlegging",
    "tilskudd",
    "tilskudd_til_arbeidsgiver",
    "frivillig",
    "organisering",
    "kunnskapsdeling",
    "verktoy",
]
Eierkategori = Literal[
    "nav",
    "kommune",
    "fylkeskommune",
    "imdi",
    "voksenopplaering",
    "arbeidsgiver",
    "frivillig",
    "flere",
    "annet",
]
Betalerkategori = Literal[
    "stat", "nav", "kommune", "fylkeskommune", "imdi", "arbeidsgiver", "deltaker", "flere", "annet", "ukjent"
]
Fase = Literal[
    "for_program",
    "program_start",
    "program_underveis",
    "program_slutt",
    "etter_program",
    "kvp",
    "nav",
    "naar_som_helst",
    "ukjent",
]


def _sjekk_periode(fra: date | None, til: date | None) -> None:
    if fra and til and til < fra:
        raise ValueError("sluttdatoen er før startdatoen")


class Del(BaseModel):
    """Base of every part of a file: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Kildehenvisning(Del):
    """Where something is taken from: a source of data/kilder.yml and the place in it."""

    id: Slug
    sted: Tekst | None = Field(default=None, description="kapittel, paragraf eller side, for eksempel «kap. 4.1.1»")


class Eier(Del):
    """Who runs the measure."""

    kategori: Eierkategori
    tekst: Tekst
    tekst_nn: Tekst | None = None


class Betaler(Del):
    """Who pays for the measure."""

    kategori: Betalerkategori
    tekst: Tekst
    tekst_nn: Tekst | None = None


class Unntak(Del):
    """A way in for those who do not meet the condition; without `krav`, somebody decides by judgement."""

    tekst: Tekst
    tekst_nn: Tekst | None = None
    krav: Krav | None = None
    hjemmel: Tekst | None = None


class Vilkar(Del):
    """One condition of a measure.

    `slag` is the kind of reason. `styrke` is what the condition decides: `krav` must be met, `vanlig` is
    usual but not decisive, `gjennomforing` is something to arrange, or that follows in the measure, and
    settles nothing (its `krav`, if any, says whom it applies to). Without `krav` it is a human judgement.
    """

    id: Slug
    tekst: Tekst
    tekst_nn: Tekst | None = None
    slag: Literal["lov", "praksis", "egnethet"]
    styrke: Literal["krav", "vanlig", "gjennomforing"]
    krav: Krav | None = None
    unntak: Unntak | None = None
    hjemmel: Tekst | None = None
    kilder: tuple[Kildehenvisning, ...] = ()
    gyldig_fra: date | None = None
    gyldig_til: date | None = None

    @model_validator(mode="after")
    def _lov_har_hjemmel(self) -> Vilkar:
        if self.slag == "lov" and not self.hjemmel:
            raise ValueError("et vilkår av slag «lov» må ha hjemmel")
        _sjekk_periode(self.gyldig_fra, self.gyldig_til)
        return self


class Norsk(Del):
    """The Norwegian level and how firm it is: `hard` in law, `vanlig` in practice."""

    niva: Niva | None = None
    fasthet: Literal["hard", "vanlig", "ingen", "ukjent"]
    tekst: Tekst
    tekst_nn: Tekst | None = None


class Nar(Del):
    """When in a person's course the measure is used."""

    tekst: Tekst
    tekst_nn: Tekst | None = None
    fase: tuple[Fase, ...] = Field(min_length=1)


class Omfang(Del):
    """Hours a week, and whether it is full time."""

    tekst: Tekst
    tekst_nn: Tekst | None = None
    timer_uke_min: float | None = Field(default=None, ge=0, le=60)
    timer_uke_maks: float | None = Field(default=None, ge=0, le=60)
    heltid: Literal["ja", "nei", "begge", "ukjent"]


class Norskopplaering(Del):
    """Whether the measure can be combined with Norwegian lessons."""

    kan_kombineres: Literal["ja", "nei", "delvis", "ukjent"]
    tekst: Tekst | None = None
    tekst_nn: Tekst | None = None


class Kombinasjonsledd(Del):
    """Something the measure can or cannot be combined with; `tiltak`: its id when it is in the catalogue."""

    navn: Tekst
    navn_nn: Tekst | None = None
    tiltak: Slug | None = None
    hjemmel: Tekst | None = None
    kilder: tuple[Kildehenvisning, ...] = ()


class Kombinasjon(Del):
    """What the measure can and cannot be combined with."""

    kan: tuple[Kombinasjonsledd, ...] = ()
    kan_ikke: tuple[Kombinasjonsledd, ...] = ()


class Grense(Del):
    """One limit in time. `tillegg`: on top of the ordinary one. `gjelder`: for whom, if that can be told."""

    tekst: Tekst
    tekst_nn: Tekst | None = None
    maks: float | None = Field(default=None, gt=0)
    enhet: Literal["uker", "maneder", "ar"] | None = None
    tillegg: bool = False
    usikker: bool = False
    gjelder: Krav | None = None
    gjelder_tekst: Tekst | None = None
    gjelder_tekst_nn: Tekst | None = None
    hjemmel: Tekst | None = None

    @model_validator(mode="after")
    def _tall_har_enhet(self) -> Grense:
        if (self.maks is None) != (self.enhet is None):
            raise ValueError("«maks» og «enhet» må stå sammen")
        return self


class Varighet(Del):
    """How long the measure can last."""

    tekst: Tekst
    tekst_nn: Tekst | None = None
    grenser: tuple[Grense, ...] = ()


class Sats(Del):
    """A rate or an amount."""

    tekst: Tekst
    tekst_nn: Tekst | None = None
    verdi: float | None = None
    enhet: Tekst | None = None
    hjemmel: Tekst | None = None
    periode: Tekst | None = None
    kilder: tuple[Kildehenvisning, ...] = ()


class Arbeidsrettet(Del):
    """Whether the measure counts as arbeidsrettet under integreringsloven § 14 a, and why."""

    teller: Svar
    hvorfor: Tekst
    hvorfor_nn: Tekst | None = None


class Tiltakspenger(Del):
    """Whether the measure gives tiltakspenger, and why."""

    gir: Svar
    hvorfor: Tekst
    hvorfor_nn: Tekst | None = None


class Status(Del):
    """What standing the measure has."""

    kode: Literal["ordinaer", "lokal", "forsok", "historisk"]
    tekst: Tekst
    tekst_nn: Tekst | None = None


class Sted(Del):
    """Where the measure is found; numbers are those of Statistics Norway from 2024."""

    landsdekkende: bool
    kommuner: tuple[Annotated[str, Field(pattern=r"^\d{4}$")], ...] = ()
    fylker: tuple[Annotated[str, Field(pattern=r"^\d{2}$")], ...] = ()
    tekst: Tekst
    tekst_nn: Tekst | None = None


class NavKode(Del):
    """Nav's own codes, spelled as in Nav's systems."""

    tiltakskode: Tekst | None = None
    arenakode: Tekst | None = None
    merknad: Tekst | None = None
    kilder: tuple[Kildehenvisning, ...] = ()


class Gyldig(Del):
    """The time the measure exists; open ends are null."""

    fra: date | None = None
    til: date | None = None

    @model_validator(mode="after")
    def _rett_vei(self) -> Gyldig:
        _sjekk_periode(self.fra, self.til)
        return self


class Tiltak(Del):
    """A measure, scheme, grant, course or local example: one file."""

    id: Slug
    domene_id: Annotated[str, Field(pattern=r"^T-\d{3}$")] | None = None
    navn: Annotated[str, Field(min_length=2, max_length=120)]
    navn_nn: Tekst | None = None
    synonymer: tuple[Tekst, ...] = ()
    type: Tiltakstype
    eier: Eier
    betaler: Betaler
    malgruppe: Tekst
    malgruppe_nn: Tekst | None = None
    sammendrag: Tekst
    sammendrag_nn: Tekst
    vilkar: tuple[Vilkar, ...] = ()
    norsk: Norsk
    nar: Nar
    omfang: Omfang
    norskopplaering: Norskopplaering
    kombinasjon: Kombinasjon = Kombinasjon()
    varighet: Varighet
    satser: tuple[Sats, ...] = ()
    arbeidsrettet_14a: Arbeidsrettet
    tiltakspenger: Tiltakspenger
    slik_gar_du_fram: tuple[Tekst, ...] = ()
    slik_gar_du_fram_nn: tuple[Tekst, ...] = ()
    status: Status
    sted: Sted
    kilder: tuple[Kildehenvisning, ...] = Field(min_length=1)
    nav_kode: NavKode | None = None
    merknad: Tekst | None = None
    merknad_nn: Tekst | None = None
    gyldig: Gyldig = Gyldig()
    sist_kontrollert: date

    @model_validator(mode="after")
    def _vilkar_har_egen_id(self) -> Tiltak:
        sett: set[str] = set()
        for v in self.vilkar:
            if v.id in sett:
                raise ValueError(f"vilkårs-id-en «{v.id}» er brukt to ganger i filen")
            sett.add(v.id)
        return self
