"""A tracker store that keeps nothing: Rasa's rules need the message alone, our own database holds the conversation.

Rasa's own stores keep every message of every conversation, and read all of it again for each new one.
"""

from __future__ import annotations

from typing import Any

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.events import ActionExecuted, SessionStarted


class Ingenminne(TrackerStore):  # type: ignore[misc]
    """Every message meets a conversation that has just begun and listens; any worker of Rasa can take it."""

    async def save(self, tracker: Any) -> None:
        """Keep nothing."""

    async def retrieve(self, sender_id: str) -> Any:
        """A tracker that listens."""
        tracker = self.init_tracker(sender_id)
        for hendelse in (
            ActionExecuted(ACTION_SESSION_START_NAME),
            SessionStarted(),
            ActionExecuted(ACTION_LISTEN_NAME),
        ):
            tracker.update(hendelse, self.domain)
        return tracker
