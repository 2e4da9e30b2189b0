"""`python -m bot.drift <kommando>`: what the Makefile calls. Runs on Python 3.8 and newer, standard
library only.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Callable

from .meldinger import Avbrutt, Driftsfeil, Framdrift
from .miljo import Miljo, python_i, rent_miljo
from .nettchat import Nettchat
from .prosesser import Tilsyn, svarer
from .steg import Stoppsignal, kjor_steg, slutten_av
from .tjenester import Porter, helse, sjekk_porter, tjenester
from .trening import maa_trene, tren

ROT = Path(__file__).resolve().parents[2]


def _klargjor(framdrift: Framdrift, stopp: Stoppsignal, *, utvikling: bool = False) -> None:
    Miljo(ROT, os.environ, framdrift, stopp).sikre(utvikling=utvikling)


def _katalog(framdrift: Framdrift, stopp: Stoppsignal) -> None:
    """Migrate the database and load the catalogue if it changed; the command prints one line when it has
    done something.
    """
    logg = ROT / "logs" / "katalog.log"
    if logg.exists():
        logg.unlink()
    kommando = [str(python_i(ROT, "app")), "-m", "bot.katalog"]
    if kjor_steg("Laster katalogen", kommando, logg, framdrift, stopp, rot=ROT, miljo=rent_miljo(os.environ)) != 0:
        raise Driftsfeil("Katalogen lot seg ikke laste:", *slutten_av(logg, 12))
    for linje in slutten_av(logg, 1):
        framdrift.si(linje)


def kjor(argumenter: argparse.Namespace, framdrift: Framdrift, stopp: Stoppsignal) -> int:
    """Everything `make run` promises: set up, train, start, watch; Ctrl-C ends it."""
    del argumenter
    porter = Porter.fra(os.environ)
    sjekk_porter(porter)
    _klargjor(framdrift, stopp)
    if maa_trene(ROT):  # a faulty catalogue is told before half a minute of training
        _katalog(framdrift, stopp)
    tren(ROT, os.environ, framdrift, stopp)
    Nettchat(ROT, os.environ, framdrift, stopp).forsok()
    alle = tjenester(ROT, os.environ, porter)
    tilsyn = Tilsyn(ROT, framdrift, stopp)

    def klar() -> None:
        framdrift.rett(f"\nTiltakslosen er klar: {porter.adresse}\nStopp med Ctrl-C. Logger ligger i mappa logs.")

    try:
        framdrift.si("Starter Rasa, handlingsserveren og nettsiden")
        # Rasa takes longest and does not need the database: it starts while the catalogue is checked.
        tilsyn.start(alle["rasa"])
        _katalog(framdrift, stopp)
        tilsyn.start(alle["actions"])
        tilsyn.start(alle["front"])
        tilsyn.vent(klar)
    finally:
        tilsyn.stopp()
    framdrift.si("Stoppet.")
    return 0


def miljo(argumenter: argparse.Namespace, framdrift: Framdrift, stopp: Stoppsignal) -> int:
    """Only the environments."""
    _klargjor(framdrift, stopp, utvikling=argumenter.dev)
    return 0


def trening(argumenter: argparse.Namespace, framdrift: Framdrift, stopp: Stoppsignal) -> int:
    """Only the model; says so when there was nothing to do."""
    _klargjor(framdrift, stopp)
    if not tren(ROT, os.environ, framdrift, stopp, uansett=argumenter.uansett):
        framdrift.si("Modellen er trent på det som ligger her. Ingenting å gjøre.")
    return 0


def katalog(argumenter: argparse.Namespace, framdrift: Framdrift, stopp: Stoppsignal) -> int:
    """Only the database."""
    del argumenter
    _klargjor(framdrift, stopp)
    _katalog(framdrift, stopp)
    return 0


def nettchat(argumenter: argparse.Namespace, framdrift: Framdrift, stopp: Stoppsignal) -> int:
    """Only the web chat; says so when there was nothing to do."""
    if not Nettchat(ROT, os.environ, framdrift, stopp).sikre(utvikling=argumenter.dev):
        framdrift.si("Nettchatten er bygd av det som ligger her. Ingenting å gjøre.")
    return 0


def chat(argumenter: argparse.Namespace, framdrift: Framdrift, stopp: Stoppsignal) -> int:
    """A chat in the terminal with the service that runs, or with one started for the occasion."""
    del argumenter
    porter = Porter.fra(os.environ)
    kommando = [str(python_i(ROT, "app")), "-m", "bot.kanaler.terminal"]
    omgivelser = {**rent_miljo(os.environ), **porter.som_miljo()}
    if svarer(helse(porter)):
        return _terminal(kommando, omgivelser)
    _klargjor(framdrift, stopp)
    if maa_trene(ROT):
        tren(ROT, os.environ, framdrift, stopp)
    framdrift.si("Starter tjenesten for denne samtalen")
    logg = ROT / "logs" / "chat.log"
    logg.parent.mkdir(exist_ok=True)
    with logg.open("wb") as ut:
        egen = subprocess.Popen(
            [sys.executable, "-m", "bot.drift", "kjor"],
            stdin=subprocess.DEVNULL,
            stdout=ut,
            stderr=subprocess.STDOUT,
            cwd=str(ROT),
            start_new_session=True,
        )
    try:
        while not svarer(helse(porter)):
            if stopp.antall:
                raise Avbrutt
            if egen.poll() is not None:
                raise Driftsfeil("Tjenesten startet ikke:", *slutten_av(logg, 8))
            time.sleep(0.2)
        return _terminal(kommando, omgivelser)
    finally:
        if egen.poll() is None:
            egen.send_signal(signal.SIGTERM)
        egen.wait()


def _terminal(kommando: list[str], omgivelser: dict[str, str]) -> int:
    # Ctrl-C belongs to the chat now; our own handler only counts.
    return subprocess.call(kommando, cwd=str(ROT), env=omgivelser)


_KOMMANDOER: dict[str, Callable[[argparse.Namespace, Framdrift, Stoppsignal], int]] = {
    "kjor": kjor,
    "miljo": miljo,
    "trening": trening,
    "katalog": katalog,
    "nettchat": nettchat,
    "chat": chat,
}


def main(argumenter: list[str] | None = None) -> int:
    """Run one command; returns the exit code. Errors a person can mend are printed without a stack trace."""
    # The messages have Norwegian letters also where the locale is C.
    for strom in (sys.stdout, sys.stderr):
        getattr(strom, "reconfigure", lambda **_: None)(encoding="utf-8", errors="replace")
    tolk = argparse.ArgumentParser(prog="bot.drift", description="Setter opp og kjører Tiltakslosen.")
    under = tolk.add_subparsers(dest="kommando", required=True)
    for navn in _KOMMANDOER:
        del_ = under.add_parser(navn)
        if navn in ("miljo", "nettchat"):
            del_.add_argument("--dev", action="store_true", help="ta med det tester og kontroller trenger")
        if navn == "trening":
            del_.add_argument("--uansett", action="store_true", help="tren selv om ingenting er endret")
    valg = tolk.parse_args(argumenter)
    framdrift, stopp = Framdrift(), Stoppsignal()
    stopp.lytt()
    try:
        return _KOMMANDOER[valg.kommando](valg, framdrift, stopp)
    except Avbrutt:
        framdrift.si("Avbrutt.")
        return 130
    except Driftsfeil as feil:
        framdrift.rett(str(feil))
        return 1


if __name__ == "__main__":
    sys.exit(main())
