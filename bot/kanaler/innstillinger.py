"""Settings of the front, read from the environment once at start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.kanaler.innbygging import er_opphav

WEB = Path(__file__).resolve().parents[1] / "web"


class InnstillingsFeil(ValueError):
    """An environment variable has a value that cannot be used; `str()` is Norwegian and names it."""


@dataclass(frozen=True, slots=True)
class Grense:
    """A token bucket: `per_minutt` tokens a minute, at most `samlet` saved up. 0 a minute means no limit."""

    per_minutt: float
    samlet: float


@dataclass(frozen=True)
class Innstillinger:
    """All settings with their defaults; times in seconds, sizes in bytes."""

    vert: str = "127.0.0.1"
    port: int = 8080
    rasa_url: str = "http://127.0.0.1:5005"
    actions_url: str = "http://127.0.0.1:5055"
    rasa_tidsgrense: float = 8.0
    helse_tidsgrense: float = 1.0
    maks_kropp: int = 32 * 1024
    per_adresse: Grense = Grense(6000, 1000)
    per_samtale: Grense = Grense(600, 100)
    maks_ventende: int = 20
    oppbevaring_dager: float = 30
    bak_proxy: bool = False
    rammer: str = "'none'"
    innbygging: tuple[str, ...] = ()
    web: Path = WEB

    @classmethod
    def fra_miljo(cls, miljo: Mapping[str, str]) -> Innstillinger:
        """Settings from environment variables named TILTAKSLOSEN_*. Raises InnstillingsFeil."""
        rasa_port = _port(miljo, "TILTAKSLOSEN_RASA_PORT", 5005)
        actions_port = _port(miljo, "TILTAKSLOSEN_ACTIONS_PORT", 5055)
        per_adresse = _tall(miljo, "TILTAKSLOSEN_GRENSE_ADRESSE", cls.per_adresse.per_minutt)
        per_samtale = _tall(miljo, "TILTAKSLOSEN_GRENSE_SAMTALE", cls.per_samtale.per_minutt)
        return cls(
            vert=miljo.get("TILTAKSLOSEN_VERT", "").strip() or cls.vert,
            port=_port(miljo, "TILTAKSLOSEN_PORT", cls.port),
            rasa_url=f"http://127.0.0.1:{rasa_port}",
            actions_url=f"http://127.0.0.1:{actions_port}",
            per_adresse=Grense(per_adresse, max(per_adresse / 6, 1)),
            per_samtale=Grense(per_samtale, max(per_samtale / 6, 1)),
            oppbevaring_dager=_tall(miljo, "TILTAKSLOSEN_OPPBEVARING_DAGER", cls.oppbevaring_dager),
            bak_proxy=miljo.get("TILTAKSLOSEN_BAK_PROXY", "").strip() == "1",
            rammer=_rammer(miljo),
            innbygging=_innbygging(miljo),
        )


def _tall(miljo: Mapping[str, str], navn: str, standard: float) -> float:
    verdi = miljo.get(navn, "").strip()
    if not verdi:
        return standard
    if not verdi.isdecimal():
        raise InnstillingsFeil(f"{navn} er «{verdi}», men må være et helt tall (0 for ingen grense).")
    return float(verdi)


def _port(miljo: Mapping[str, str], navn: str, standard: int) -> int:
    verdi = miljo.get(navn, "").strip()
    if not verdi:
        return standard
    if not verdi.isdecimal() or not 0 <= int(verdi) <= 65535:
        raise InnstillingsFeil(f"{navn} er «{verdi}», men må være et portnummer fra 1 til 65535.")
    return int(verdi)


def _rammer(miljo: Mapping[str, str]) -> str:
    """Sites that may show the page in a frame, for the CSP: 'none' unless TILTAKSLOSEN_RAMMER lists some."""
    verdi = miljo.get("TILTAKSLOSEN_RAMMER", "").strip()
    if not verdi:
        return "'none'"
    adresser = verdi.split()
    if not all(a.startswith("https://") and ";" not in a and "," not in a for a in adresser):
        raise InnstillingsFeil("TILTAKSLOSEN_RAMMER må være https-adresser med mellomrom mellom.")
    return " ".join(adresser)


def _innbygging(miljo: Mapping[str, str]) -> tuple[str, ...]:
    """Sites that may have the chat on their own pages: the literal origins of TILTAKSLOSEN_INNBYGGING."""
    opphav = tuple(miljo.get("TILTAKSLOSEN_INNBYGGING", "").split())
    for verdi in opphav:
        if not er_opphav(verdi):
            raise InnstillingsFeil(
                f"TILTAKSLOSEN_INNBYGGING har «{verdi}», men må være adresser som https://intranett.kommune.no, "
                "uten sti og uten stjerne, med mellomrom mellom."
            )
    return opphav
