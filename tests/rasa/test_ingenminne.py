"""The tracker store that keeps nothing: a message never meets what was said before it."""

from __future__ import annotations

import asyncio

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered

from bot.drift.ingenminne import Ingenminne


def _lager() -> TrackerStore:
    return Ingenminne(Domain.load("domain.yml"))


def test_a_new_conversation_listens_and_has_begun() -> None:
    tracker = asyncio.run(_lager().get_or_create_full_tracker("a"))
    assert tracker.latest_action_name == "action_listen"
    assert tracker.latest_message is None or not tracker.latest_message.text


def test_what_was_said_is_gone() -> None:
    lager = _lager()

    async def to_ganger() -> list[str]:
        tracker = await lager.get_or_create_full_tracker("a")
        tracker.update(UserUttered("hun er 34"), lager.domain)
        await lager.save(tracker)
        igjen = await lager.get_or_create_full_tracker("a")
        return [h.text for h in igjen.events if isinstance(h, UserUttered)]

    assert asyncio.run(to_ganger()) == []
    assert "hun er 34" not in repr(vars(lager))
