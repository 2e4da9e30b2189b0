"""The environments: uv into `.venv/verktoy`, then `.venv/rasa` (3.10) and `.venv/app` (3.12) from the locks.

Everything is checked by hash. A stamp in each environment says which locks it holds, so nothing is done
twice.
"""

from __future__ import annotations

import fcntl
import platform
import shutil
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator, Mapping

from . import stempel
from .finn_python import finn_python, miljovariabel
from .meldinger import Driftsfeil, Framdrift, sekunder
from .steg import Stoppsignal, kjor_steg, slutten_av

PYTHON = {"rasa": "3.10", "app": "3.12"}
"""Which Python each runtime needs (the same as `.python-version`)."""

_FREMMED = (
    "PYTHONHOME",
    "PYTHONPATH",
    "PYTHONDONTWRITEBYTECODE",
    "VIRTUAL_ENV",
    "PYENV_VERSION",
    "CONDA_PREFIX",
)
_NETTFEIL = (
    "error sending request",
    "failed to fetch",
    "dns error",
    "newconnectionerror",
    "name resolution",
    "connection refused",
    "timed out",
    "unreachable",
    "no matching distribution found for uv",
)
_STEMPEL = "tiltakslosen.stempel"


def rent_miljo(utgangspunkt: Mapping[str, str]) -> dict[str, str]:
    """The caller's environment without what would make one Python use another's packages."""
    return {navn: verdi for navn, verdi in utgangspunkt.items() if navn not in _FREMMED}


def python_i(rot: Path, navn: str) -> Path:
    """The Python of one of our environments."""
    return rot / ".venv" / navn / "bin" / "python"


def feil_fra_logg(hva: str, logg: Path) -> Driftsfeil:
    """Turn a failed install into a message about the likely cause."""
    linjer = slutten_av(logg, 40)
    tekst = "\n".join(linjer).lower()
    if "no space left" in tekst:
        return Driftsfeil(f"{hva}: disken er full.", "Miljøene trenger om lag 3 GB. Frigjør plass og prøv igjen.")
    if any(tegn in tekst for tegn in _NETTFEIL):
        return Driftsfeil(
            f"{hva}: fikk ikke kontakt med pakkeregisteret.",
            "Første start henter pakker fra nettet. Sjekk nettforbindelsen, og mellomtjener (proxy)",
            "om dere har det.",
            f"Kjør så «make run» igjen. Detaljer: {logg.name} i mappa logs.",
        )
    return Driftsfeil(f"{hva}. Detaljer: logs/{logg.name}. Siste linjer:", *linjer[-4:])


class Miljo:
    """Sets up what is missing, and only that."""

    def __init__(self, rot: Path, miljo: Mapping[str, str], framdrift: Framdrift, stopp: Stoppsignal) -> None:
        self._rot = rot
        self._miljo = rent_miljo(miljo)
        self._framdrift = framdrift
        self._stopp = stopp
        self._logg = rot / "logs" / "oppsett.log"

    def sikre(self, *, utvikling: bool = False) -> None:
        """Make both environments ready. `utvikling` adds what tests and checks need.

        Raises `Driftsfeil` if a Python, the network or the disk is missing.
        """
        onsket = {"rasa": ["rasa.lock"], "app": ["app.lock"]}
        if utvikling:
            onsket = {"rasa": ["rasa.lock", "rasa-dev.lock"], "app": ["app.lock", "dev.lock"]}
        if not any(self.mangler(navn, laaser) for navn, laaser in onsket.items()):
            return
        self._sjekk_maskin()
        with self._alene():
            for navn, laaser in onsket.items():
                if self.mangler(navn, laaser):
                    self._lag(navn, laaser)

    def sikre_node(self) -> Path:
        """Make the environment with Node ready, for a machine that has none, and return its folder.

        Raises `Driftsfeil` as `sikre` does.
        """
        if self.mangler("node", ["node.lock"]):
            with self._alene():
                if self.mangler("node", ["node.lock"]):
                    self._lag("node", ["node.lock"])
        return self._rot / ".venv" / "node"

    def mangler(self, navn: str, laaser: list[str]) -> bool:
        """True if the environment is not there or does not hold these locks (as they are now)."""
        if not python_i(self._rot, navn).exists():
            return True
        har = stempel.les(self._rot / ".venv" / navn / _STEMPEL)
        return not set(self._stempellinjer(laaser)) <= har

    def _stempellinjer(self, laaser: list[str]) -> list[str]:
        return [f"{laas} {stempel.avtrykk(self._rot, ['requirements/' + laas])}" for laas in laaser]

    def _sjekk_maskin(self) -> None:
        if platform.system() != "Linux" or platform.machine() not in ("x86_64", "AMD64"):
            raise Driftsfeil(
                f"Rasa-miljøet er låst for Linux på x86-64, og dette er {platform.system()} på {platform.machine()}.",
                "Kjør i en Linux-maskin: WSL2 på Windows, eller en container med linux/amd64.",
            )

    @contextmanager
    def _alene(self) -> Iterator[None]:
        """Two starts at once must not build the same environment: the second waits."""
        fil = self._rot / ".venv" / "oppsett.laas"
        fil.parent.mkdir(parents=True, exist_ok=True)
        with fil.open("w") as laas:
            try:
                fcntl.flock(laas, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                self._framdrift.si("Venter på et annet oppsett som er i gang i samme mappe …")
                fcntl.flock(laas, fcntl.LOCK_EX)
            yield

    def _lag(self, navn: str, laaser: list[str]) -> None:
        uv = self._uv()
        versjon = PYTHON.get(navn, PYTHON["app"])
        mappe = self._rot / ".venv" / navn
        if not python_i(self._rot, navn).exists():
            python = finn_python(versjon, self._miljo) or self._uv_python(uv, versjon)
            shutil.rmtree(str(mappe), ignore_errors=True)
            self._kjor(f"Lager {navn}-miljøet (Python {versjon})", [uv, "venv", "--python", python, str(mappe)])
        stempelfil = mappe / _STEMPEL
        if stempelfil.exists():
            stempelfil.unlink()
        self._kjor(
            f"Henter pakkene til {navn}-miljøet",
            [uv, "pip", "sync", "--python", str(python_i(self._rot, navn)), "--require-hashes"]
            # Byte code now instead of at every start: measured, Rasa starts in half the time.
            + ["--compile-bytecode", str(self._rot / "requirements" / laaser[-1])],
        )
        stempel.skriv(stempelfil, self._stempellinjer(laaser))

    def _uv(self) -> str:
        """Our own uv, of the locked version, installed from the package index on first use."""
        mappe = self._rot / ".venv" / "verktoy"
        uv = mappe / "bin" / "uv"
        stempelfil = mappe / _STEMPEL
        onsket = set(self._stempellinjer(["uv.lock"]))
        if uv.exists() and onsket <= stempel.les(stempelfil):
            return str(uv)
        shutil.rmtree(str(mappe), ignore_errors=True)
        self._lag_verktoymiljo(mappe)
        python = str(mappe / "bin" / "python")
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
        self._kjor("Henter installasjonsverktøyet uv", pip + ["-r", str(self._rot / "requirements" / "uv.lock")])
        stempel.skriv(stempelfil, onsket)
        return str(uv)

    def _lag_verktoymiljo(self, mappe: Path) -> None:
        """Some systems split `venv` from Python: try the Pythons we know before giving up."""
        for python in (sys.executable, finn_python("3.12", self._miljo), finn_python("3.10", self._miljo)):
            if python:
                kode = self._forsok("Lager verktøymiljøet", [python, "-m", "venv", str(mappe)])
                if kode == 0:
                    return
                shutil.rmtree(str(mappe), ignore_errors=True)
        raise Driftsfeil(
            "Python her kan ikke lage virtuelle miljøer (modulen venv mangler).",
            "Debian og Ubuntu: sudo apt install python3-venv. Kjør så «make run» igjen.",
        )

    def _uv_python(self, uv: str, versjon: str) -> str:
        """A Python that uv manages: one it has, or one it can fetch."""
        finn = [uv, "python", "find", "--managed-python", versjon]
        hent = [uv, "python", "install", "--no-bin", versjon]
        if self._forsok(f"Leter etter Python {versjon}", finn) == 0:
            return versjon
        if self._forsok(f"Henter Python {versjon}", hent) == 0:
            return versjon
        raise Driftsfeil(
            f"Fant ikke Python {versjon}, og fikk ikke hentet den.",
            f"Installer den med pyenv (pyenv install {versjon}), uv (uv python install {versjon}) eller",
            f"systemets pakker, eller pek på den: {miljovariabel(versjon)}=/sti/til/python{versjon}",
            "Kjør så «make run» igjen.",
        )

    def _forsok(self, tekst: str, kommando: list[str]) -> int:
        miljo = dict(self._miljo, UV_NO_PROGRESS="1")
        return kjor_steg(tekst, kommando, self._logg, self._framdrift, self._stopp, rot=self._rot, miljo=miljo)

    def _kjor(self, tekst: str, kommando: list[str]) -> None:
        for_ = self._framdrift.gaatt()
        try:
            kode = self._forsok(tekst, kommando)
        except OSError as feil:
            raise Driftsfeil(f"{tekst}: fikk ikke startet {kommando[0]}.", str(feil)) from feil
        if kode != 0:
            raise feil_fra_logg(f"{tekst} gikk ikke", self._logg)
        self._framdrift.si(f"{tekst}: ferdig ({sekunder(self._framdrift.gaatt() - for_)})")
