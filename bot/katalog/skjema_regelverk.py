"""The form of a rule file (data/regelverk) and of the source list (data/kilder.yml)."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from bot.katalog.skjema import Del, Kildehenvisning, Slug, Tekst
from bot.regler.parametre import Parameter


def _dato_av_tekst(verdi: Any) -> Any:
    if isinstance(verdi, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", verdi):
        return date.fromisoformat(verdi)
    return verdi


Regelverdi = Annotated[float | date | Tekst, BeforeValidator(_dato_av_tekst)]


class Tall(Del):
    """A number, date or threshold a rule carries. `fra` and `til` include the value itself."""

    navn: Annotated[str, Field(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$", max_length=60)]
    om: Tekst
    operator: Literal["minst", "hoyst", "lik", "under", "over", "fra", "til"]
    verdi: Regelverdi
    enhet: Tekst


class Kortsvar(Del):
    """The answer to a question about one thing a rule says, with the ways it is asked. To a question that is to be
    answered with yes or no, `svar` begins with it."""

    sporsmal: tuple[Tekst, ...] = Field(min_length=1)
    svar: Tekst
    svar_nn: Tekst


class Regel(Del):
    """One rule text: the answer as an adviser reads it, with what it rests on and when it holds."""

    id: Annotated[str, Field(pattern=r"^R-\d{3}$")]
    nokkel: Slug
    tittel: Annotated[str, Field(min_length=1, max_length=120)]
    tittel_nn: Tekst
    svar: Tekst
    svar_nn: Tekst
    tall: tuple[Tall, ...] = ()
    slag: Literal["lov", "praksis", "egnethet"]
    status: Literal["gjeldende", "historisk", "vedtatt_ikke_i_kraft", "opphevet"]
    gyldig_fra: date | None = None
    gyldig_til: date | None = None
    referansedato: Literal["i_dag", "tilbud_om_oppstart", "tillatelse_dato", "vedtaksdato"] = "i_dag"
    hjemler: tuple[Tekst, ...] = ()
    kilder: tuple[Kildehenvisning, ...] = ()
    rapporten_sier: Tekst | None = None
    rapporten_sier_nn: Tekst | None = None
    merknad: Tekst | None = None
    merknad_nn: Tekst | None = None
    sporsmal: tuple[Tekst, ...] = Field(min_length=1)
    stikkord: tuple[Tekst, ...] = Field(min_length=1)
    korte_svar: tuple[Kortsvar, ...] = ()
    se_ogsa: tuple[Annotated[str, Field(pattern=r"^R-\d{3}$")], ...] = ()
    gjelder: tuple[Literal["intro", "kvp", "jobbsjansen", "nav", "norsk", "skole", "alle"], ...] = Field(min_length=1)
    sikkerhet: Annotated[str, Field(pattern=r"^[SLPE]", max_length=80)]
    sist_kontrollert: date

    @model_validator(mode="after")
    def _har_grunnlag(self) -> Regel:
        if not self.hjemler and not self.kilder:
            raise ValueError("en regel må ha minst én hjemmel eller én kilde")
        if self.gyldig_fra and self.gyldig_til and self.gyldig_til < self.gyldig_fra:
            raise ValueError("gyldig_til er før gyldig_fra")
        return self


class Regelfil(Del):
    """A file of rule texts."""

    regler: tuple[Regel, ...] = Field(min_length=1)


class Parameterfil(Del):
    """A file of parameters by date."""

    parametre: tuple[Parameter, ...] = Field(min_length=1)


class Kilde(Del):
    """A source: a report, a law, a web page. `hjemmelnavn` are the names a legal basis may use for it."""

    id: Slug
    tittel: Tekst
    kortnavn: Tekst
    ar: Annotated[int, Field(ge=1990, le=2100)] | None = None
    utgiver: Tekst
    slag: Literal["lov", "forskrift", "rapport", "handbok", "presentasjon", "nettside", "kildekode"]
    status: Literal["gjeldende", "historisk"]
    hjemmelnavn: tuple[Tekst, ...] = ()
    lovdata_id: Tekst | None = None
    url: Annotated[str, Field(pattern=r"^https://")] | None = None
    merknad: Tekst | None = None


class Kildefil(Del):
    """data/kilder.yml."""

    kilder: tuple[Kilde, ...] = Field(min_length=1)
