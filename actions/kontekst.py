"""What every action needs, loaded once when the action server starts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from bot.katalog.lager import hent_alt, hent_regler, kilder, nasjonale_ider
from bot.katalog.motor import lag_motor
from bot.kunnskap.regelsok import Regelsok
from bot.profil.lager import Samtalelager
from bot.svar.tjeneste import Tjeneste


@dataclass(frozen=True, slots=True)
class Kontekst:
    """The catalogue with its rules, the rule index, and the store of conversations."""

    tjeneste: Tjeneste
    regelsok: Regelsok
    lager: Samtalelager


@lru_cache(maxsize=1)
def kontekst() -> Kontekst:
    """The process's context. Raises LookupError when no catalogue has been loaded into the database."""
    motor = lag_motor()
    regler = hent_regler(motor)
    tjeneste = Tjeneste(hent_alt(motor), regler, {k.id: k for k in kilder(motor)}, nasjonale_ider(motor))
    return Kontekst(tjeneste, Regelsok(regler), Samtalelager(motor))
