"""The facts an answer rests on, as a form on the card: each can be changed or taken away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.kanaler.teams.aktivitet import FELT, FJERN, NOKKEL
from bot.kanaler.teams.tekster import tekst
from bot.profil.fakta import FAKTA
from bot.profil.faktum import Faktum
from bot.svar.payload import Language
from bot.svar.verdier import ledetekst, vis_verdi

Element = dict[str, Any]


def skjema(profil: Mapping[str, object], malform: Language) -> Element | None:
    """An action that opens the form; None when no fact can be shown in it."""
    felter: list[Element] = []
    for_: dict[str, str] = {}
    for navn, verdi in profil.items():
        faktum = FAKTA.get(navn)
        if faktum is None or faktum.utledet or not isinstance(verdi, str | int | float):
            continue
        felter.append(_felt(faktum, verdi, malform))
        for_[f"for_{navn}"] = str(felter[-1].get("value", ""))
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


def valgbare(faktum: Faktum) -> tuple[str, ...]:
    """The values that can be chosen: those one can say. «Annet» as a residence ground means none of those named."""
    verdier = faktum.verdier if faktum.slag in ("valg", "ordnet") else ()
    return tuple(v for v in verdier if (faktum.navn, v) != ("oppholdsgrunnlag", "annet"))


def _felt(faktum: Faktum, verdi: str | int | float, malform: Language) -> Element:
    navn = ledetekst(faktum.navn, malform)
    felles = {"id": FELT + faktum.navn, "label": navn[:1].upper() + navn[1:]}
    if faktum.slag == "tall":
        return {
            "type": "Input.Number",
            **felles,
            "value": verdi,
            **({"min": faktum.minst} if faktum.minst is not None else {}),
            **({"max": faktum.hoyst} if faktum.hoyst is not None else {}),
        }
    verdier = valgbare(faktum)
    valg = [{"title": vis_verdi(v, malform), "value": v} for v in verdier]
    if str(verdi) not in verdier:
        valg.insert(0, {"title": vis_verdi(verdi, malform), "value": str(verdi)})
    return {
        "type": "Input.ChoiceSet",
        **felles,
        "style": "compact",
        "value": str(verdi),
        "choices": [*valg, {"title": tekst("fjern", malform), "value": FJERN}],
    }
