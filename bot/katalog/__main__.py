"""`python -m bot.katalog`: bring the database up to date with the files and say in one line what was done."""

from __future__ import annotations

import sys

from sqlalchemy.exc import SQLAlchemyError

from bot.katalog.feil import Katalogfeil
from bot.katalog.lasting import last
from bot.katalog.motor import lag_motor


def main() -> int:
    """Load if anything is new. Returns 0, or 1 when files are refused or the database cannot be reached."""
    try:
        resultat = last(lag_motor())
    except Katalogfeil as feil:
        print(f"Katalogen er avvist med {len(feil.feil)} feil. Databasen er som før.", file=sys.stderr)
        print(feil, file=sys.stderr)
        return 1
    except SQLAlchemyError as feil:
        print(f"Databasen kan ikke brukes: {type(feil).__name__}. Sjekk DATABASE_URL.", file=sys.stderr)
        return 1
    hva = "er lastet inn" if resultat.endret else "er uendret"
    print(f"Katalogen {hva}: {resultat.antall_tiltak} tiltak og {resultat.antall_regler} regler.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
