"""Finding a Python of a given version on a machine we know nothing about."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Iterator, Mapping

_VERSJONSKODE = "import sys; print('%d.%d' % sys.version_info[:2])"


def er_versjon(python: str, versjon: str) -> bool:
    """True if `python` runs and is of `versjon` ("3.10"). A pyenv shim without an active version is not."""
    try:
        svar = subprocess.run(
            [python, "-I", "-c", _VERSJONSKODE],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            timeout=20,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return svar.returncode == 0 and svar.stdout.decode().strip() == versjon


def miljovariabel(versjon: str) -> str:
    """The variable that points out a Python by hand: `TILTAKSLOSEN_PYTHON310`."""
    return "TILTAKSLOSEN_PYTHON" + versjon.replace(".", "")


def _pyenv_rot(miljo: Mapping[str, str]) -> Path:
    if miljo.get("PYENV_ROOT"):
        return Path(miljo["PYENV_ROOT"])
    pyenv = shutil.which("pyenv", path=miljo.get("PATH"))
    if pyenv:
        try:
            svar = subprocess.run(
                [pyenv, "root"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=20, check=False
            )
            if svar.returncode == 0:
                return Path(svar.stdout.decode().strip())
        except (OSError, subprocess.TimeoutExpired):
            pass
    return Path(miljo.get("HOME") or "~").expanduser() / ".pyenv"


def _delversjon(mappe: Path) -> int:
    siste = mappe.name.rsplit(".", 1)[-1]
    return int(siste) if siste.isdigit() else -1


def kandidater(versjon: str, miljo: Mapping[str, str]) -> Iterator[str]:
    """Where a Python of `versjon` may be, best first: pointed out, on PATH, in pyenv's folder (newest
    patch first).
    """
    valgt = miljo.get(miljovariabel(versjon))
    if valgt:
        yield valgt
    for mappe in (miljo.get("PATH") or os.defpath).split(os.pathsep):
        program = Path(mappe) / f"python{versjon}"
        if mappe and program.is_file() and os.access(str(program), os.X_OK):
            yield str(program)
    versjoner = _pyenv_rot(miljo) / "versions"
    for mappe_ in sorted(versjoner.glob(versjon + ".*"), key=_delversjon, reverse=True):
        program = mappe_ / "bin" / "python"
        if program.exists():
            yield str(program)


def finn_python(versjon: str, miljo: Mapping[str, str]) -> str | None:
    """A Python of `versjon` that runs, or None."""
    for program in kandidater(versjon, miljo):
        if er_versjon(program, versjon):
            return program
    return None
