"""Settings of the sign-in, from the environment."""

from __future__ import annotations

import base64
import binascii
import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.kanaler.innbygging import er_opphav
from bot.kanaler.innstillinger import Grense, InnstillingsFeil

_UTSTEDER = "TILTAKSLOSEN_OIDC_UTSTEDER"
_KLIENT = "TILTAKSLOSEN_OIDC_KLIENT"
_HEMMELIGHET = "TILTAKSLOSEN_OIDC_HEMMELIGHET"
_NETTSTED = "TILTAKSLOSEN_NETTSTED"
_NOKLER = "TILTAKSLOSEN_NOKLER"
_NAVN = (_UTSTEDER, _KLIENT, _HEMMELIGHET, _NETTSTED, _NOKLER)
_KID = re.compile(r"[A-Za-z0-9_-]{1,32}")
_MINSTE_NOKKEL = 32
_PER_BRUKER = Grense(600, 100)
_PER_INNLOGGING = Grense(60, 20)


@dataclass(frozen=True, slots=True)
class TilgangsInnstillinger:
    """The registration at the issuer, our own address, and the keys our tokens are signed with.

    `nokler` maps a key's name to its bytes; the first signs, the others still verify. Times in seconds: a session is
    renewed while it is in use, until `okt_maks` after the sign-in."""

    utsteder: str
    klient: str
    hemmelighet: str
    nettsted: str
    nokler: Mapping[str, bytes]
    per_bruker: Grense = _PER_BRUKER
    per_innlogging: Grense = _PER_INNLOGGING
    okt: int = 60 * 60
    okt_maks: int = 10 * 60 * 60
    samtale: int = 15 * 60

    def __repr__(self) -> str:
        return f"TilgangsInnstillinger(utsteder={self.utsteder!r}, klient={self.klient!r}, nettsted={self.nettsted!r})"

    @property
    def sikker(self) -> bool:
        """Whether the browser reaches us over https."""
        return self.nettsted.startswith("https://")

    @classmethod
    def fra_miljo(cls, miljo: Mapping[str, str], vert: str) -> TilgangsInnstillinger | None:
        """The settings, or None when the service is open. `vert` is the address it listens on.

        Raises InnstillingsFeil when only part is set, when a value cannot be used, and when an open service would be
        reachable from other machines without TILTAKSLOSEN_APEN=1."""
        verdier = {navn: miljo.get(navn, "").strip() for navn in _NAVN}
        if not any(verdier.values()):
            _sjekk_apen(vert, miljo.get("TILTAKSLOSEN_APEN", "").strip())
            return None
        mangler = [navn for navn, verdi in verdier.items() if not verdi]
        if mangler:
            raise InnstillingsFeil(f"Innloggingen er bare delvis satt opp. Sett også {' og '.join(mangler)}.")
        per_bruker = miljo.get("TILTAKSLOSEN_GRENSE_BRUKER", "").strip() or "600"
        if not per_bruker.isdecimal():
            raise InnstillingsFeil(
                f"TILTAKSLOSEN_GRENSE_BRUKER er «{per_bruker}», men må være et helt tall (0 for ingen grense)."
            )
        return cls(
            utsteder=_utsteder(verdier[_UTSTEDER]),
            klient=verdier[_KLIENT],
            hemmelighet=verdier[_HEMMELIGHET],
            nettsted=_nettsted(verdier[_NETTSTED]),
            nokler=_nokler(verdier[_NOKLER]),
            per_bruker=Grense(float(per_bruker), max(float(per_bruker) / 6, 1)),
        )


def er_lokal(vert: str) -> bool:
    """Whether only this machine reaches what listens on `vert`."""
    if vert == "localhost":
        return True
    try:
        return ipaddress.ip_address(vert.strip("[]")).is_loopback
    except ValueError:
        return False


def sikker_adresse(verdi: str) -> bool:
    """Whether a secret may be sent to this address: https, or http on this machine."""
    deler = urlsplit(verdi)
    return bool(deler.hostname) and (
        deler.scheme == "https" or (deler.scheme == "http" and er_lokal(deler.hostname or ""))
    )


def _sjekk_apen(vert: str, apen: str) -> None:
    if apen not in ("", "0", "1"):
        raise InnstillingsFeil(f"TILTAKSLOSEN_APEN er «{apen}», men må være 1 eller 0.")
    if not er_lokal(vert) and apen != "1":
        raise InnstillingsFeil(
            f"Tiltakslosen starter ikke: TILTAKSLOSEN_VERT={vert} gjør at andre maskiner når tjenesten, men "
            "innlogging er ikke satt opp. Sett opp innlogging (se docs/innlogging.md), la tjenesten lytte på "
            "127.0.0.1, eller sett TILTAKSLOSEN_APEN=1 hvis noe foran den tar seg av innloggingen."
        )


def _utsteder(verdi: str) -> str:
    deler = urlsplit(verdi)
    if not sikker_adresse(verdi) or deler.query or deler.fragment or deler.username:
        raise InnstillingsFeil(
            f"{_UTSTEDER} er «{verdi}», men må være en https-adresse, for Entra ID "
            "https://login.microsoftonline.com/<leietaker-ID>/v2.0."
        )
    if deler.path.strip("/").split("/")[0] in ("common", "organizations", "consumers"):
        raise InnstillingsFeil(f"{_UTSTEDER} må nevne deres egen leietaker, ikke «{deler.path.strip('/')}».")
    return verdi


def _nettsted(verdi: str) -> str:
    if not er_opphav(verdi):
        raise InnstillingsFeil(
            f"{_NETTSTED} er «{verdi}», men må være adressen brukerne åpner, uten sti, for eksempel "
            "https://tiltakslosen.kommune.no (http bare på localhost)."
        )
    return verdi


def _nokler(verdi: str) -> Mapping[str, bytes]:
    nokler: dict[str, bytes] = {}
    for del_ in verdi.split():
        kid, _, kodet = del_.partition(":")
        try:
            nokkel = base64.b64decode(kodet, validate=True)
        except binascii.Error:
            nokkel = b""
        if not _KID.fullmatch(kid) or len(nokkel) < _MINSTE_NOKKEL or kid in nokler:
            raise InnstillingsFeil(
                f"{_NOKLER} må være <navn>:<nøkkel>, flere med mellomrom mellom og hvert navn én gang. "
                "En nøkkel er minst 32 tilfeldige byte i base64; lag en med «openssl rand -base64 32»."
            )
        nokler[kid] = nokkel
    return nokler
