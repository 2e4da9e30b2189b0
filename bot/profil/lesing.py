"""Reading a profile from JSON and writing it back."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date

from bot.profil.fakta import FAKTA
from bot.profil.faktum import Faktum, Profil, Verdi


class ProfilFeil(ValueError):
    """A profile holds an unknown fact or a value the fact does not accept; `str()` is Norwegian, for the user."""

    def __init__(self, faktum: str, melding: str) -> None:
        super().__init__(melding)
        self.faktum = faktum


def les_verdi(faktum: Faktum, raa: object) -> Verdi:
    """One raw JSON value as the fact's own type. Raises ProfilFeil when the fact does not accept it."""
    if faktum.slag in ("valg", "ordnet"):
        if isinstance(raa, str) and raa in faktum.verdier:
            return raa
    elif faktum.slag == "ja_nei":
        if isinstance(raa, bool):
            return raa
    elif faktum.slag == "tall":
        if isinstance(raa, int | float) and not isinstance(raa, bool):
            innenfor = (faktum.minst or 0) <= raa <= (faktum.hoyst or 0)
            if innenfor and (not faktum.hele_tall or float(raa).is_integer()):
                return int(raa) if float(raa).is_integer() else float(raa)
    elif faktum.slag == "dato":
        if isinstance(raa, date):
            return raa
        if isinstance(raa, str):
            with suppress(ValueError):
                return date.fromisoformat(raa)
    elif faktum.slag == "tekst" and isinstance(raa, str) and 0 < len(raa.strip()) <= 100:
        return raa.strip()
    vist = "true" if raa is True else "false" if raa is False else str(raa)[:60]
    raise ProfilFeil(faktum.navn, f"«{vist}» er ikke en gyldig verdi for {faktum.navn}. Lovlig er {faktum.tillatt()}.")


def les_profil(data: Mapping[str, object]) -> dict[str, tuple[Verdi, ...]]:
    """A JSON profile as facts with possible values.

    A list means "one of these", except for `ordninger`, where it means all of them at once. `null` is unknown.
    Raises ProfilFeil naming the fact and what is allowed.
    """
    profil: dict[str, tuple[Verdi, ...]] = {}
    for navn, raa in data.items():
        faktum = FAKTA.get(navn)
        if faktum is None or faktum.utledet:
            kjente = ", ".join(f.navn for f in FAKTA.values() if not f.utledet)
            raise ProfilFeil(navn, f"«{navn[:60]}» er ikke et kjent faktum. Lovlig er {kjente}.")
        if raa is None:
            continue
        if faktum.slag == "mengde":
            liste = raa if isinstance(raa, list) else [raa]
            if not liste or any(v not in faktum.verdier for v in liste):
                raise ProfilFeil(navn, f"«{raa}» er ikke gyldig for {navn}. Lovlig er {faktum.tillatt()}.")
            profil[navn] = (frozenset(str(v) for v in liste),)
            continue
        verdier = raa if isinstance(raa, list) else [raa]
        if not verdier:
            raise ProfilFeil(navn, f"{navn} har en tom liste. Lovlig er {faktum.tillatt()}, eller utelat faktumet.")
        profil[navn] = tuple(dict.fromkeys(les_verdi(faktum, v) for v in verdier))
    return profil


def til_json(profil: Profil) -> dict[str, object]:
    """The profile as JSON values, the reverse of `les_profil`; derived facts are left out."""
    ut: dict[str, object] = {}
    for navn, verdier in profil.items():
        if FAKTA[navn].utledet:
            continue
        enkle: list[object] = []
        for v in verdier:
            enkle.append(v.isoformat() if isinstance(v, date) else sorted(v) if isinstance(v, frozenset) else v)
        ut[navn] = enkle[0] if len(enkle) == 1 else enkle
    return ut
