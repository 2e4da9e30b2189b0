"""What is asked, of us and of the starter bot, over one kept-alive connection."""

from __future__ import annotations

import http.client
import json
from typing import Any

VART = "/api/v1/messages"
STARTBOT = "/webhooks/rest/webhook"
TURER_PER_SAMTALE = 5
APNING = "Hvilke Nav-tiltak passer for en deltaker på A2 i måned 4?"
SPORSMAL = (
    APNING,
    "Hun har fullført videregående",
    "og hvis hun er ferdig med intro?",
    "hvorfor ikke KVP?",
    "hva om hun bare hadde A1?",
    "Kan en mann på 36 være med i Jobbsjansen?",
    "Hvor lenge kan en uten videregående gå i intro med mål om arbeid?",
    "Hva er forskjellen på midlertidig lønnstilskudd og mentortilskudd?",
    "Hvem betaler bransjekurs?",
    "Kan vi bruke lønnstilskudd mens hun fortsatt får introstønad?",
    "kva tiltak finst for ein på A1 i månad 2",
    "lts vs mentor",
)
STARTBOT_SPORSMAL = (
    "hi",
    "I am feeling very good",
    "are you a bot?",
    "hello there",
    "I'm so sad",
    "yes",
    "good morning",
    "my day was horrible",
    "no",
    "am I talking to a human?",
    "I am great",
    "see you later",
)


class Klient:
    """One HTTP connection to a port of this machine; opens again by itself after an error."""

    def __init__(self, port: int) -> None:
        self._kobling = http.client.HTTPConnection("127.0.0.1", port, timeout=20)

    def post(self, sti: str, kropp: dict[str, str]) -> tuple[int, Any]:
        """Status and JSON of the answer. Raises OSError when nobody answers."""
        try:
            self._kobling.request("POST", sti, json.dumps(kropp).encode(), {"Content-Type": "application/json"})
            svar = self._kobling.getresponse()
            raa = svar.read()
        except http.client.HTTPException as feil:
            self._kobling.close()
            raise ConnectionError(str(feil)) from feil
        except OSError:
            self._kobling.close()
            raise
        return svar.status, json.loads(raa or b"null")

    def lukk(self) -> None:
        """Close the connection."""
        self._kobling.close()


def spor_oss(klient: Klient, samtale: str, tekst: str) -> bool:
    """Ask us one question; True when there was an answer with text."""
    status, svar = klient.post(VART, {"conversation_id": samtale, "text": tekst})
    return status == 200 and bool(svar["replies"]) and bool(svar["replies"][0]["text"])


def spor_startbot(klient: Klient, samtale: str, tekst: str) -> bool:
    """Ask the starter bot; True when there was an answer. (It answers nothing to some of what it should.)"""
    status, svar = klient.post(STARTBOT, {"sender": samtale, "message": tekst})
    return status == 200 and isinstance(svar, list)


def riktig_svar(klient: Klient) -> bool:
    """Whether the opening sentence gets a recommendation of at least eight measures with reasons."""
    try:
        status, svar = klient.post(VART, {"conversation_id": "oppstart", "text": APNING})
    except OSError:
        return False
    if status != 200:
        return False
    tiltak = [
        m
        for s in svar["replies"]
        if (s.get("payload") or {}).get("kind") == "recommendation"
        for m in s["payload"].get("measures", [])
    ]
    return len(tiltak) >= 8 and all(m["reasons"] for m in tiltak)
