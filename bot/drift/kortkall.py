"""Calls to the action server with what the actions read, over connections that are kept.

Rasa 3.6.21 sends the whole domain and every event of the conversation with each call, on a new connection. Our actions
read the sender and the latest message only; the conversation is in the app's own database.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import Any, AsyncIterator

_apne: dict[int, Any] = {}


def forkort() -> None:
    """Replace RemoteAction's call format and EndpointConfig's session. Call before the server starts."""
    import aiohttp
    import rasa
    from rasa.core.actions.action import RemoteAction
    from rasa.utils.endpoints import EndpointConfig

    def kall(self: Any, tracker: Any, _domain: Any) -> dict[str, Any]:
        siste = tracker.latest_message.parse_data if tracker.latest_message else {}
        return {
            "next_action": self._name,
            "sender_id": tracker.sender_id,
            "tracker": {
                "sender_id": tracker.sender_id,
                "slots": {},
                "latest_message": {n: siste[n] for n in ("intent", "entities", "text") if n in siste},
                "events": [],
                "paused": False,
                "followup_action": None,
                "active_loop": {},
                "latest_action_name": None,
            },
            "version": rasa.__version__,
            "domain": {},
        }

    @asynccontextmanager
    async def okt(self: Any) -> AsyncIterator[Any]:
        if id(self) not in _apne:
            _apne[id(self)] = aiohttp.ClientSession(
                headers=self.headers,
                connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=4),
                timeout=aiohttp.ClientTimeout(total=8),
                cookie_jar=aiohttp.DummyCookieJar(),
            )
        yield _apne[id(self)]

    RemoteAction._action_call_format = kall
    EndpointConfig.session = okt
