"""What an activity from Teams asks: the conversation it belongs to, its language and the message it stands for."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from microsoft_agents.activity import Activity

from bot.profil.fakta import FAKTA
from bot.svar.payload import FeedbackRequest, Language
from bot.svar.verdier import vis_verdi

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
    """One request: `tekst` is what to ask, `data` the button's own fields, `kort_id` the message the button sits on."""

    samtale_id: str
    handling: Handling
    tekst: str
    malform: Language
    kort_id: str | None
    data: Mapping[str, Any]


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
    tekst = endringstekst(data) if handling == "endre" else ren_tekst(aktivitet)
    return Innkommende(
        samtalenokkel(aktivitet),
        handling,
        tekst.strip(),
        malform(aktivitet),
        aktivitet.reply_to_id,
        data,
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


def endringstekst(data: Mapping[str, Any]) -> str:
    """The inputs of the profile form as a message: what is changed, then what is to be forgotten. Unknown facts, and
    fields left as they were (`for_`), are passed over; empty when nothing is changed."""
    nye: list[str] = []
    bort: list[str] = []
    for felt, verdi in data.items():
        navn = felt.removeprefix(FELT)
        if not felt.startswith(FELT) or navn not in FAKTA or not isinstance(verdi, str | int | float):
            continue
        ny = str(verdi).strip()
        if ny == str(data.get(f"for_{navn}", "")).strip():
            continue
        if ny in ("", FJERN):
            bort.append(navn)
        else:
            nye.append(_utsagn(navn, ny))
    deler = [f"Nei, {', '.join(nye)}"] if nye else []
    return ". ".join([*deler, *(f"Glem {_GLEM.get(n, FAKTA[n].ledetekst)}" for n in bort)])


_GLEM = {
    "norskniva": "norsknivået",
    "programmaned": "måneden",
    "alder": "alderen",
    "utdanning": "utdanningen",
    "sluttmal": "sluttmålet",
    "oppholdsgrunnlag": "oppholdsgrunnlaget",
}
_SIES: dict[str, str] = {
    "norskniva": "norsk {}",
    "norsk_muntlig": "{} muntlig",
    "norsk_skriftlig": "{} skriftlig",
    "programmaned": "måned {}",
    "maneder_siden_program": "ferdig med intro for {} måneder siden",
    "alder": "{} år",
    "barn_under_18": "{} barn",
    "arbeid_timer_uke": "jobber {} timer i uka",
    "sluttmal": "sluttmål {}",
    "innsatsgruppe": "innsatsgruppe {}",
}

_VERDIER = {
    ("innsatsgruppe", "trenger_veiledning_nedsatt_arbeidsevne"): "trenger veiledning, nedsatt arbeidsevne",
    ("oppholdsgrunnlag", "familie_annet"): "familiegjenforening med norsk borger",
    ("oppholdsgrunnlag", "arbeid"): "arbeidsinnvandrer",
}


def _utsagn(navn: str, verdi: str) -> str:
    """A new value as one would write it, which is what the language understanding reads."""
    if navn in ("utdanning", "ytelse") and verdi == "ingen":
        return f"ingen {navn}"
    ord_ = _VERDIER.get((navn, verdi)) or vis_verdi(verdi, "nb")
    return _SIES[navn].format(ord_) if navn in _SIES else ord_
