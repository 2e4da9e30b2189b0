"""Stamps: remembering by hash what was set up or trained, so a second start has nothing to do."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Iterable, Iterator

_UTELATT = {"__pycache__", ".DS_Store"}


def filer_under(rot: Path, stier: Iterable[str]) -> Iterator[Path]:
    """Every file at or under `stier` (relative to `rot`), sorted, without byte code; missing paths are
    passed over.
    """
    for sti in sorted(stier):
        her = rot / sti
        if her.is_file():
            yield her
        elif her.is_dir():
            for fil in sorted(her.rglob("*")):
                if fil.is_file() and not _UTELATT.intersection(fil.parts):
                    yield fil


def avtrykk(rot: Path, stier: Iterable[str]) -> str:
    """A hash of names and contents: changes when a file is added, removed, renamed or edited, not when it
    is touched.
    """
    sum_ = hashlib.sha256()
    for fil in filer_under(rot, stier):
        innhold = fil.read_bytes()
        sum_.update(fil.relative_to(rot).as_posix().encode() + b"\0" + str(len(innhold)).encode() + b"\0" + innhold)
    return sum_.hexdigest()


def les(fil: Path) -> set[str]:
    """The lines of a stamp file; empty if there is none."""
    try:
        return set(fil.read_text(encoding="utf-8").split("\n")) - {""}
    except OSError:
        return set()


def skriv(fil: Path, linjer: Iterable[str]) -> None:
    """Write a stamp file whole: a reader sees the old one or the new one."""
    fil.parent.mkdir(parents=True, exist_ok=True)
    ny = fil.with_name(fil.name + ".ny")
    ny.write_text("".join(linje + "\n" for linje in linjer), encoding="utf-8")
    ny.replace(fil)
