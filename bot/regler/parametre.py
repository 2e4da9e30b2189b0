"""Law values by date. Which version holds is picked by the event a parameter names, not by today.

Files: data/regelverk/<law>/parametre.yml. A value holds from `fra` to `til` (days of the event, both inclusive).
`vedtatt_ikke_i_kraft` values are shown, never applied.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

Tall = int | float
Klokke = Literal["tilbud_om_oppstart", "rett_inntrer"]
Referansedato = Literal["i_dag", "tilbud_om_oppstart", "tillatelse_dato", "vedtaksdato", "bosatt_dato"]
REGELVERK = Path(__file__).resolve().parents[2] / "data" / "regelverk"


class Versjon(BaseModel):
    """One value with the days it holds for and its legal reference. `overgang` is the transitional rule that says
    which event decides; `usikker_dag` is a day the wording leaves open between this version and the one before;
    `regnes_fra` is the event a time limit is counted from, where the versions differ in it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    fra: date | None
    til: date | None = None
    status: Literal["gjeldende", "historisk", "vedtatt_ikke_i_kraft"] = "gjeldende"
    verdi: Tall | dict[str, Tall]
    hjemmel: str
    overgang: str | None = None
    usikker_dag: date | None = None
    regnes_fra: Klokke | None = None

    def tall(self, navn: str | None = None) -> Tall:
        """The number, or the named part of it. Raises KeyError when there is no such part."""
        if isinstance(self.verdi, dict):
            return self.verdi[navn or "maks"]
        return self.verdi

    def omfatter(self, dag: date) -> bool:
        if self.status == "vedtatt_ikke_i_kraft" or self.fra is None:
            return False
        return (self.fra <= dag or dag == self.usikker_dag) and (self.til is None or dag <= self.til)


class Parameter(BaseModel):
    """A law value through time. Versions must not overlap except on a `usikker_dag`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    tittel: str
    tittel_nn: str
    enhet: str
    referansedato: Referansedato
    slag: Literal["lov", "praksis"] = "lov"
    merknad: str | None = None
    verdier: tuple[Versjon, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _uten_overlapp(self) -> Parameter:
        iverk = [v for v in self.verdier if v.fra is not None]
        for forrige, neste in pairwise(iverk):
            if forrige.fra is None or neste.fra is None or forrige.til is None or forrige.til >= neste.fra:
                raise ValueError(f"{self.id}: versjonene overlapper eller mangler «til»")
        return self

    def pa(self, dag: date) -> tuple[Versjon, ...]:
        """The versions that hold for an event on `dag`: none, one, or two on a day the wording leaves open."""
        return tuple(v for v in self.verdier if v.omfatter(dag))

    def mellom(self, fra: date, til: date) -> tuple[Versjon, ...]:
        """The versions that hold for at least one event day from `fra` to `til`, both inclusive."""
        ut = []
        for v in self.verdier:
            if v.status == "vedtatt_ikke_i_kraft" or v.fra is None:
                continue
            start = min(v.fra, v.usikker_dag) if v.usikker_dag else v.fra
            if start <= til and (v.til is None or v.til >= fra):
                ut.append(v)
        return tuple(ut)

    def vedtatt(self) -> tuple[Versjon, ...]:
        """Values that are adopted but not in force."""
        return tuple(v for v in self.verdier if v.status == "vedtatt_ikke_i_kraft")


_LISTE = TypeAdapter(list[Parameter])


def les_parametre(mappe: Path = REGELVERK) -> Mapping[str, Parameter]:
    """All parameters under `mappe` by id. Raises pydantic.ValidationError for a faulty file and ValueError for a
    repeated id."""
    alle: dict[str, Parameter] = {}
    for fil in sorted(mappe.glob("*/parametre.yml")):
        data = yaml.safe_load(fil.read_text(encoding="utf-8"))
        for parameter in _LISTE.validate_python(data["parametre"]):
            if parameter.id in alle:
                raise ValueError(f"{fil.name}: parameteren {parameter.id} finnes to ganger")
            alle[parameter.id] = parameter
    return alle


@lru_cache(maxsize=1)
def parametre() -> Mapping[str, Parameter]:
    """The project's parameters, read once per process."""
    return les_parametre()


@dataclass(frozen=True, slots=True)
class Periode:
    """The days an event may have happened on; a known date has fra == til."""

    fra: date
    til: date

    @property
    def kjent(self) -> bool:
        return self.fra == self.til
