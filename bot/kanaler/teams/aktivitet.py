"""What an activity from Teams asks: the conversation it belongs to, its language and the message it stands for."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from microsoft_agents.activity import Activity, ActivityTypes

from bot.kanaler.endringer import melding
from bot.svar.payload import FeedbackRequest, Language

NOKKEL = "tiltakslosen"
"""The field of a button's data that says the button is ours."""

FELT = "faktum_"
"""What the inputs for facts are called: this and the fact's name."""

FJERN = "__fjern__"
"""The choice that removes a fact."""

Handling = Literal["tekst", "endre", "flere", "tilbakemelding"]
_OMTALE = re.compile(r"<at[^>]*>.*?</at>", re.S)
_NY_LINJE = re.compile(r"<(?:br|/p|/div|/li)\b[^>]*>", re.I)
_MERKE = re.compile(r"</?[a-z][^>]*>", re.I)


@dataclass(frozen=True, slots=True)
class Innkommende:
    """One request: `tekst` is what to ask, `data` the button's own fields, `kort_id` the message the button sits on,
    `redigerer` the message whose text the user has edited into this one."""

    id: str
    samtale_id: str
    handling: Handling
    tekst: str
    malform: Language
    kort_id: str | None
    data: Mapping[str, Any]
    redigerer: str | None


def samtalenokkel(aktivitet: Activity) -> str:
    """The conversation id for the API: one per tenant, conversation (thread) and user, so that a private chat, a group
    and its members never share facts. Raises ValueError when the activity says no conversation or no user."""
    samtale, bruker = aktivitet.conversation, aktivitet.from_property
    if samtale is None or not samtale.id or bruker is None or not (bruker.aad_object_id or bruker.id):
        raise ValueError("activity without conversation or user")
    deler = (leietaker(aktivitet) or "", samtale.id, bruker.aad_object_id or bruker.id)
    return "teams-" + hashlib.sha256("\x1f".join(deler).encode()).hexdigest()[:40]


def leietaker(aktivitet: Activity) -> str | None:
    """The tenant the activity comes from."""
    if aktivitet.conversation is not None and aktivitet.conversation.tenant_id:
        return aktivitet.conversation.tenant_id.lower()
    kanaldata = aktivitet.channel_data if isinstance(aktivitet.channel_data, dict) else {}
    tenant = kanaldata.get("tenant")
    funnet = tenant.get("id") if isinstance(tenant, dict) else None
    return funnet.lower() if isinstance(funnet, str) else None


def er_privat(aktivitet: Activity) -> bool:
    """Whether this is a chat with one person; in groups and channels we are mentioned."""
    samtale = aktivitet.conversation
    return samtale is None or (samtale.conversation_type or "personal") == "personal"


def malform(aktivitet: Activity) -> Language:
    """The language of fixed texts: the one Teams is set to."""
    return "nn" if (aktivitet.locale or "").lower().startswith("nn") else "nb"


def les(aktivitet: Activity) -> Innkommende:
    """What the user asks for. Raises ValueError as `samtalenokkel`."""
    data = aktivitet.value if isinstance(aktivitet.value, dict) else {}
    knapp = data.get(NOKKEL)
    handling: Handling = knapp if knapp in ("endre", "flere", "tilbakemelding") else "tekst"
    tekst = endringstekst(data, malform(aktivitet)) if handling == "endre" else ren_tekst(aktivitet)
    return Innkommende(
        aktivitet.id or "",
        samtalenokkel(aktivitet),
        handling,
        tekst.strip(),
        malform(aktivitet),
        aktivitet.reply_to_id,
        data,
        aktivitet.id if aktivitet.type == ActivityTypes.message_update else None,
    )


def tilbakemelding(inn: Innkommende) -> FeedbackRequest:
    """What the form says an answer was worth. Raises ValueError when it is not ours."""
    grunner = str(inn.data.get("grunner") or "")
    return FeedbackRequest.model_validate(
        {
            "conversation_id": inn.samtale_id,
            "rating": inn.data.get("nytte"),
            "reasons": [g for g in grunner.split(",") if g],
            "comment": str(inn.data.get("kommentar") or "")[:1000],
        }
    )


def ren_tekst(aktivitet: Activity) -> str:
    """The message without the mention of us and without Teams' markup."""
    tekst = _OMTALE.sub(" ", aktivitet.text or "")
    return " ".join(html.unescape(_MERKE.sub("", _NY_LINJE.sub(" ", tekst))).split())


def endringstekst(data: Mapping[str, Any], malform: Language) -> str:
    """The inputs of the profile form as a message. Fields left as they were (`for_`) are passed over; empty when
    nothing is changed."""
    nye: dict[str, str] = {}
    bort: list[str] = []
    for felt, verdi in data.items():
        navn = felt.removeprefix(FELT)
        if not felt.startswith(FELT) or not isinstance(verdi, str | int | float):
            continue
        ny = str(verdi).strip()
        if ny == str(data.get(f"for_{navn}", "")).strip():
            continue
        if ny in ("", FJERN):
            bort.append(navn)
        else:
            nye[navn] = ny
    return melding(nye, bort, malform)
