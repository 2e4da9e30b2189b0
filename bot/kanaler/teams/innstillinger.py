"""Settings of the Teams channel, from the environment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.kanaler.innstillinger import InnstillingsFeil

TEAMS_STI = "/api/messages"
"""Where Teams delivers."""

TEAMS_KROPP = 256 * 1024
"""Largest delivery, in bytes: Teams sends a long message twice, as text and as HTML."""

_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)
_NAVN = ("TILTAKSLOSEN_TEAMS_APP_ID", "TILTAKSLOSEN_TEAMS_LEIETAKER", "TILTAKSLOSEN_TEAMS_HEMMELIGHET")


@dataclass(frozen=True, slots=True)
class TeamsInnstillinger:
    """The app registration (one tenant). `tidsgrense` is how long, in seconds, a delivery waits for the answer before
    it is told that the answer comes later; Teams gives up after 10 to 15."""

    app_id: str
    leietaker: str
    hemmelighet: str
    skrivetegn_etter: float = 0.4
    tidsgrense: float = 8.0

    def __repr__(self) -> str:
        return f"TeamsInnstillinger(app_id={self.app_id!r}, leietaker={self.leietaker!r})"

    @classmethod
    def fra_miljo(cls, miljo: Mapping[str, str]) -> TeamsInnstillinger | None:
        """The settings, or None when Teams is not set up. Raises InnstillingsFeil when only part of it is."""
        verdier = {navn: miljo.get(navn, "").strip() for navn in _NAVN}
        if not any(verdier.values()):
            return None
        mangler = [navn for navn, verdi in verdier.items() if not verdi]
        if mangler:
            raise InnstillingsFeil(f"Teams er bare delvis satt opp. Sett også {' og '.join(mangler)}.")
        for navn in _NAVN[:2]:
            if not _GUID.fullmatch(verdier[navn]):
                raise InnstillingsFeil(
                    f"{navn} må være en GUID, slik den står i Azure, for eksempel 01234567-89ab-cdef-0123-456789abcdef."
                )
        app_id, leietaker, hemmelighet = (verdier[navn] for navn in _NAVN)
        return cls(app_id.lower(), leietaker.lower(), hemmelighet)
