"""What every action needs, loaded once when the action server starts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Engine

from bot.katalog.kunnskapsrader import hent_kunnskap
from bot.katalog.lager import hent_alt, hent_regler, kilder, lokale_tiltak, nasjonale_ider
from bot.katalog.motor import lag_motor
from bot.katalog.situasjoner import les_situasjoner
from bot.kunnskap.base import Kunnskapsbase
from bot.kunnskap.regelsok import Regelsok
from bot.kunnskap.tiltaksemne import Tiltakssok
from bot.laering.laerer import Laerer
from bot.laering.lager import Laeringslager
from bot.laering.oppgave import Grunnlag
from bot.profil.faktum import Profil
from bot.profil.lager import Samtalelager
from bot.regler.datoer import i_dag
from bot.svar.tjeneste import Tjeneste


@dataclass(frozen=True, slots=True)
class Kontekst:
    """The catalogue with its rules, the rule index, the store of conversations, and the teacher."""

    tjeneste: Tjeneste
    regelsok: Regelsok
    lager: Samtalelager
    motor: Engine
    laerer: Laerer

    @property
    def kunnskap(self) -> Kunnskapsbase:
        """What the reports found and others have done, built the first time it is asked for."""
        return _kunnskapsbase(self.motor)

    @property
    def tiltakssok(self) -> Tiltakssok:
        """The measures by what they are about, built the first time it is asked for."""
        return _tiltakssok(self.motor)

    def lokale(self, profil: Profil) -> tuple[str | None, tuple[Any, ...]]:
        """The place a profile names, and the measures and examples the catalogue has from it."""
        for slag in ("kommune", "fylke"):
            sted = profil.get(slag)
            if sted is not None and len(sted) == 1:
                navn = str(sted[0])
                return navn, lokale_tiltak(self.motor, **{slag: navn})
        return None, ()


@lru_cache(maxsize=2)
def _kunnskapsbase(motor: Engine) -> Kunnskapsbase:
    nasjonale = nasjonale_ider(motor)
    return Kunnskapsbase(hent_kunnskap(motor), [t for t in hent_alt(motor) if t.id not in nasjonale])


@lru_cache(maxsize=2)
def _tiltakssok(motor: Engine) -> Tiltakssok:
    return Tiltakssok(hent_alt(motor))


@lru_cache(maxsize=1)
def kontekst() -> Kontekst:
    """The process's context. Raises LookupError when no catalogue has been loaded into the database, and Katalogfeil
    when a lesson or a situation is wrong."""
    motor = lag_motor()
    tjeneste = lag_tjeneste(motor)
    _kunnskapsbase(motor)
    _tiltakssok(motor)
    laerer = lag_laerer(tjeneste, motor)
    laerer.bank(i_dag())  # a lesson file that is wrong is told of at the start
    return Kontekst(tjeneste, Regelsok(list(tjeneste.regler.values())), Samtalelager(motor), motor, laerer)


def lag_tjeneste(motor: Engine) -> Tjeneste:
    """The catalogue of a database, with the situations that order recommendations. Raises as `kontekst`."""
    tiltak, alle_kilder = hent_alt(motor), {k.id: k for k in kilder(motor)}
    situasjoner = les_situasjoner({t.id for t in tiltak}, alle_kilder)
    return Tjeneste(tiltak, hent_regler(motor), alle_kilder, nasjonale_ider(motor), situasjoner)


def lag_laerer(tjeneste: Tjeneste, motor: Engine) -> Laerer:
    """The teacher of a catalogue. Its questions are made the first time they are asked for."""
    grunnlag = Grunnlag(tjeneste.tiltak, tjeneste.regler, tjeneste.regelsett, tjeneste.opplysninger)
    return Laerer(grunnlag, tjeneste.kilder.ider, Laeringslager(motor))
