"""The whole of data/ in a temporary SQLite database, and a conversation with it that needs no Rasa."""

from __future__ import annotations

import itertools

import pytest

from actions.kontekst import Kontekst, lag_laerer, lag_tjeneste
from bot.katalog.lasting import last
from bot.katalog.motor import lag_motor
from bot.kunnskap.regelsok import Regelsok
from bot.profil.lager import Samtalelager
from bot.sprak.tiltaksnavn import Navneregister
from tests.actions.elev import Elev
from tests.actions.tolk import Rasa, navneregister

_NUMMER = itertools.count()


@pytest.fixture(scope="session")
def kontekst(tmp_path_factory: pytest.TempPathFactory) -> Kontekst:
    motor = lag_motor(f"sqlite:///{tmp_path_factory.mktemp('actions') / 'katalog.db'}")
    last(motor)
    tjeneste = lag_tjeneste(motor)
    return Kontekst(
        tjeneste, Regelsok(list(tjeneste.regler.values())), Samtalelager(motor), motor, lag_laerer(tjeneste, motor)
    )


@pytest.fixture(scope="session")
def register() -> Navneregister:
    return navneregister()


@pytest.fixture
def rasa(kontekst: Kontekst, register: Navneregister) -> Rasa:
    """A conversation nobody has said anything in."""
    return Rasa(kontekst, register, f"samtale-{next(_NUMMER)}")


@pytest.fixture
def elev(kontekst: Kontekst, register: Navneregister, rasa: Rasa) -> Elev:
    return Elev(kontekst, register, rasa._id)
