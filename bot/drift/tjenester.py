"""The three processes of Tiltakslosen, their ports and their environments."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from pathlib import Path
from typing import Mapping

from .meldinger import Driftsfeil
from .miljo import python_i, rent_miljo
from .prosesser import Tjeneste, svarer
from .trening import MODELL, RASA_MILJO

LOKAL = "127.0.0.1"
_FRONT = "TILTAKSLOSEN_PORT"
_RASA = "TILTAKSLOSEN_RASA_PORT"
_ACTIONS = "TILTAKSLOSEN_ACTIONS_PORT"


@dataclass(frozen=True)
class Porter:
    """The ports in use: `front` faces the network, the two others only this machine."""

    front: int = 8080
    rasa: int = 5005
    actions: int = 5055

    @classmethod
    def fra(cls, miljo: Mapping[str, str]) -> Porter:
        """Read the ports from the environment; raises `Driftsfeil` if one is no port or two are the same."""
        porter = cls(
            front=_port(miljo, _FRONT, cls.front),
            rasa=_port(miljo, _RASA, cls.rasa),
            actions=_port(miljo, _ACTIONS, cls.actions),
        )
        if len({porter.front, porter.rasa, porter.actions}) < 3:
            raise Driftsfeil("To av portene er like.", f"Gi {_FRONT}, {_RASA} og {_ACTIONS} hver sin verdi.")
        return porter

    @property
    def adresse(self) -> str:
        """Where a person on this machine finds the assistant."""
        return f"http://localhost:{self.front}"

    def som_miljo(self) -> dict[str, str]:
        """The same as environment variables, for the processes."""
        return {_FRONT: str(self.front), _RASA: str(self.rasa), _ACTIONS: str(self.actions)}


def _port(miljo: Mapping[str, str], navn: str, standard: int) -> int:
    verdi = miljo.get(navn, "").strip()
    if not verdi:
        return standard
    if not verdi.isdigit() or not 1 <= int(verdi) <= 65535:
        raise Driftsfeil(f"{navn} er «{verdi}», men må være et portnummer.", "Bruk et tall fra 1 til 65535.")
    return int(verdi)


def ledig(vert: str, port: int) -> bool:
    """True if a server can listen there now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as sokkel:
        sokkel.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            sokkel.bind((vert, port))
        except OSError:
            return False
    return True


def helse(porter: Porter) -> str:
    """The front's health address: 200 when all three processes are well."""
    return f"http://{LOKAL}:{porter.front}/healthz"


def sjekk_porter(porter: Porter) -> None:
    """Raise `Driftsfeil` for the first port that is taken, with what to do."""
    for hva, navn, vert, port in (
        ("nettsiden og API-et", _FRONT, "", porter.front),
        ("Rasa", _RASA, LOKAL, porter.rasa),
        ("handlingsserveren", _ACTIONS, LOKAL, porter.actions),
    ):
        if ledig(vert, port):
            continue
        if port < 1024:
            raise Driftsfeil(f"Får ikke lytte på port {port} til {hva}.", f"Velg en port over 1023: {navn}=8080")
        if port == porter.front and svarer(helse(porter)):
            raise Driftsfeil(
                f"Tiltakslosen kjører allerede på {porter.adresse}.",
                "Stopp den med Ctrl-C der den ble startet, eller bruk den som går.",
            )
        raise Driftsfeil(
            f"Port {port}, som {hva} trenger, er opptatt av et annet program.",
            f"Stopp det, eller velg en annen port: {navn}={port + 1} make run",
        )


def tjenester(rot: Path, miljo: Mapping[str, str], porter: Porter) -> dict[str, Tjeneste]:
    """The three services by name: `rasa`, `actions`, `front`."""
    felles = {
        **rent_miljo(miljo),
        **porter.som_miljo(),
        "PYTHONUNBUFFERED": "1",
        # both Sanics read it: an open connection must not hold up Ctrl-C
        "SANIC_GRACEFUL_SHUTDOWN_TIMEOUT": "2",
    }
    logger = rot / "logs"
    return {
        "rasa": Tjeneste(
            navn="Rasa",
            kommando=[str(python_i(rot, "rasa")), "-m", "bot.drift.rasastart"]
            + ["--modell", MODELL, "--endpoints", "endpoints.yml", "--credentials", "credentials.yml"]
            + ["--vert", LOKAL, "--port", str(porter.rasa)],
            logg=logger / "rasa.log",
            miljo={**felles, **RASA_MILJO},
            helse=f"http://{LOKAL}:{porter.rasa}/",
        ),
        "actions": Tjeneste(
            navn="Handlingsserveren",
            kommando=[str(python_i(rot, "app")), "-m", "bot.drift.actionsstart"]
            + ["--pakke", "actions", "--vert", LOKAL, "--port", str(porter.actions)],
            logg=logger / "actions.log",
            miljo=felles,
            helse=f"http://{LOKAL}:{porter.actions}/health",
        ),
        "front": Tjeneste(
            navn="Nettside og API",
            kommando=[str(python_i(rot, "app")), "-m", "bot.kanaler"],
            logg=logger / "front.log",
            miljo=felles,
            helse=helse(porter),
        ),
    }
