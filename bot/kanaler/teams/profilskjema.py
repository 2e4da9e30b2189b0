"""The facts an answer rests on, as a form on the card: each can be changed or taken away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.kanaler.endringer import Endring, endringer
from bot.kanaler.teams.aktivitet import FELT, FJERN, NOKKEL
from bot.kanaler.teams.tekster import tekst
from bot.svar.malform import stor
from bot.svar.payload import Language
from bot.svar.verdier import ledetekst, vis_verdi

Element = dict[str, Any]

_VERDIER = {"true": True, "false": False}


def skjema(profil: Mapping[str, object], malform: Language) -> Element | None:
    """An action that opens the form; None when no fact can be shown in it."""
    felter: list[Element] = []
    for_: dict[str, str] = {}
    for navn, verdi in profil.items():
        endring = endringer().get(navn)
        if endring is None or not isinstance(verdi, str | int | float):
            continue
        felter.append(_felt(navn, endring, verdi, malform))
        for_[f"for_{navn}"] = _kode(verdi)
    if not felter:
        return None
    return {
        "type": "Action.ShowCard",
        "title": tekst("endre", malform),
        "card": {
            "type": "AdaptiveCard",
            "body": felter,
            "actions": [
                {
                    "type": "Action.Submit",
                    "title": tekst("oppdater", malform),
                    "data": {NOKKEL: "endre", **for_},
                }
            ],
        },
    }


def _kode(verdi: str | int | float) -> str:
    """A value as endringer.json writes it."""
    return str(verdi).lower() if isinstance(verdi, bool) else str(verdi)


def _felt(navn: str, endring: Endring, verdi: str | int | float, malform: Language) -> Element:
    felles = {"id": FELT + navn, "label": stor(ledetekst(navn, malform))}
    if endring.tall is not None:
        grenser = {"min": endring.tall.fra, "max": endring.tall.til}
        return {"type": "Input.Number", **felles, "value": verdi, **grenser}
    koder = dict.fromkeys([*endring.valg, _kode(verdi)])
    valg = [{"title": vis_verdi(_VERDIER.get(kode, kode), malform), "value": kode} for kode in koder]
    if endring.glem is not None:
        valg.append({"title": tekst("fjern", malform), "value": FJERN})
    return {"type": "Input.ChoiceSet", **felles, "style": "compact", "value": _kode(verdi), "choices": valg}
