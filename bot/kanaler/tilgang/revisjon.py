"""The audit: who signed in and out and what was refused, one JSON line each, without names and without content."""

from __future__ import annotations

import json
import logging
from typing import Literal

Hendelse = Literal["innlogget", "innlogging_avvist", "utlogget", "adgang_nektet", "token_gitt"]
_logg = logging.getLogger("bot.kanaler.revisjon")


def skriv(hendelse: Hendelse, bruker: str | None = None, **detaljer: str) -> None:
    """Write one event. `bruker` is the pseudonym; `detaljer` are codes and route patterns of ours, never what a
    client sent."""
    linje = {"hendelse": hendelse, **({"bruker": bruker} if bruker else {}), **detaljer}
    _logg.info("%s", json.dumps(linje, ensure_ascii=False))
