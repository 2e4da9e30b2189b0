"""The form on a card that asks what the answer was worth."""

from __future__ import annotations

from typing import Any, get_args

from bot.kanaler.teams.aktivitet import NOKKEL
from bot.kanaler.teams.tekster import tekst
from bot.svar.payload import FeedbackReason, Language


def skjema(malform: Language) -> dict[str, Any]:
    """An action that opens it: what was wrong, in ticks and in words, and useful or not."""
    grunner = [{"title": tekst(f"nytte_{g}", malform), "value": g} for g in get_args(FeedbackReason)]
    return {
        "type": "Action.ShowCard",
        "title": tekst("nytte", malform),
        "card": {
            "type": "AdaptiveCard",
            "body": [
                {
                    "type": "Input.ChoiceSet",
                    "id": "grunner",
                    "label": tekst("nytte_grunner", malform),
                    "isMultiSelect": True,
                    "choices": grunner,
                },
                {
                    "type": "Input.Text",
                    "id": "kommentar",
                    "label": tekst("nytte_kommentar", malform),
                    "isMultiline": True,
                    "maxLength": 1000,
                },
            ],
            "actions": [
                {
                    "type": "Action.Submit",
                    "title": tekst(f"nytte_{verdi}", malform),
                    "data": {NOKKEL: "tilbakemelding", "nytte": verdi},
                }
                for verdi in ("up", "down")
            ],
        },
    }
