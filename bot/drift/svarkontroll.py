"""Check the action server's answers without checking the schema itself anew for every message.

Rasa 3.6.21 calls `jsonschema.validate`, which validates the (fixed) schema against its meta-schema on each turn: three
quarters of the time a message spends in Rasa. The check of the answer stays; only the schema's own check is done once.
"""

from __future__ import annotations

from typing import Any


def kompiler_en_gang() -> None:
    """Replace RemoteAction's check with one that holds a ready validator."""
    from jsonschema import validators
    from rasa.core.actions.action import RemoteAction

    skjema = RemoteAction.action_response_format_spec()
    klasse = validators.validator_for(skjema)
    klasse.check_schema(skjema)
    kontroll = klasse(skjema)

    def sjekk(_self: Any, resultat: Any) -> bool:
        kontroll.validate(resultat)
        return True

    RemoteAction._validate_action_result = sjekk
