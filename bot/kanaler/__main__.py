"""`python -m bot.kanaler`: serve the HTTP API and the web chat until stopped."""

from __future__ import annotations

import logging
import os
import sys

from aiohttp import web

from bot.kanaler.app import lag_app
from bot.kanaler.innstillinger import Innstillinger, InnstillingsFeil
from bot.kanaler.teams.innstillinger import TeamsInnstillinger
from bot.kanaler.tilgang.innstillinger import TilgangsInnstillinger
from bot.katalog.lager import hent_alt, hent_regler, kilder, nasjonale_ider
from bot.katalog.motor import lag_motor
from bot.profil.lager import Samtalelager
from bot.svar.tjeneste import Tjeneste


def main() -> int:
    """Run until SIGINT or SIGTERM. Returns 2 when a setting cannot be used or no catalogue is loaded."""
    try:
        innstillinger = Innstillinger.fra_miljo(os.environ)
        teams = TeamsInnstillinger.fra_miljo(os.environ)
        tilgang = TilgangsInnstillinger.fra_miljo(os.environ, innstillinger.vert)
    except InnstillingsFeil as feil:
        print(feil, file=sys.stderr)
        return 2
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    # aiohttp writes what it could not parse, tokens and texts with it; faults of ours are logged by the application
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)
    motor = lag_motor()
    try:
        tjeneste = Tjeneste(
            hent_alt(motor), hent_regler(motor), {k.id: k for k in kilder(motor)}, nasjonale_ider(motor)
        )
    except LookupError:
        print("Katalogen er ikke lastet. Kjør «python -m bot.katalog» først.", file=sys.stderr)
        return 2
    web.run_app(
        lag_app(innstillinger, Samtalelager(motor), tjeneste, teams, tilgang),
        host=innstillinger.vert,
        port=innstillinger.port,
        access_log=None,
        print=None,
        shutdown_timeout=3,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
