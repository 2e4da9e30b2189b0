"""A tracker store that forgets: Rasa needs the last turn, our own database holds the conversation.

Rasa keeps every message of every conversation in memory and never drops them, not even on /restart.
"""

from __future__ import annotations

from collections import deque
from typing import Any

from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.events import Restarted

_HENDELSER = 12


class Kortminne(InMemoryTrackerStore):  # type: ignore[misc]
    """Keeps the newest events of a conversation, and nothing after a restart."""

    async def save(self, tracker: Any) -> None:
        """Store the tracker's tail; a restarted conversation is dropped."""
        hendelser = list(tracker.events)
        if hendelser and any(isinstance(h, Restarted) for h in hendelser[-3:]):
            self.store.pop(tracker.sender_id, None)
            return
        tracker.events = deque(hendelser[-_HENDELSER:], tracker.events.maxlen)
        await super().save(tracker)
