"""Our own signed tokens: a session, what an embedding page holds, and one conversation."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import jwt

Slag = Literal["okt", "bruker", "samtale"]
_UTSTEDER = "tiltakslosen"
_ALGORITME = "HS256"
_PAKREVD = ["iss", "aud", "exp", "iat", "sub", "sid", "inn"]


class TokenFeil(Exception):
    """A token that does not hold. `str()` is a short reason for the audit and says nothing of the token."""


@dataclass(frozen=True, slots=True)
class Adgang:
    """Somebody signed in. `bruker` is a pseudonym, `okt` the sign-in, `inn` its time; `samtale` is set by a
    conversation's token only, `opphav` where the token was given to another site."""

    bruker: str
    okt: str
    inn: int
    utloper: int = 0
    samtale: str | None = None
    opphav: str | None = None

    @property
    def nokkel(self) -> str | None:
        """The conversation's key in the database and in Rasa: nobody else's tokens can name it."""
        if self.samtale is None:
            return None
        return f"web-{self.bruker}-{hashlib.sha256(self.samtale.encode()).hexdigest()[:32]}"


def pseudonym(utsteder: str, leietaker: str, id_: str) -> str:
    """A user as 32 hexadecimal digits, the same at every sign-in; from the tenant's and the user's id, no names."""
    return hashlib.sha256("\x1f".join((utsteder, leietaker, id_)).encode()).hexdigest()[:32]


class Nokkelring:
    """Signs and reads tokens. The first key signs; every key is known by its name (`kid`)."""

    def __init__(self, nokler: Mapping[str, bytes], klokke: Callable[[], float] = time.time) -> None:
        self._nokler = dict(nokler)
        self._kid = next(iter(self._nokler))
        self._klokke = klokke
        self._avsluttet: dict[str, int] = {}

    def utsted(self, slag: Slag, adgang: Adgang, sekunder: int) -> str:
        """A token of one kind, valid for some seconds."""
        na = int(self._klokke())
        krav: dict[str, Any] = {"iss": _UTSTEDER, "aud": slag, "iat": na, "exp": na + sekunder}
        krav |= {"sub": adgang.bruker, "sid": adgang.okt, "inn": adgang.inn}
        if adgang.samtale is not None:
            krav["samtale"] = adgang.samtale
        if adgang.opphav is not None:
            krav["opphav"] = adgang.opphav
        return jwt.encode(krav, self._nokler[self._kid], algorithm=_ALGORITME, headers={"kid": self._kid})

    def les(self, token: str, *slag: Slag) -> Adgang:
        """What a token of one of these kinds says. Raises TokenFeil: forged, expired, of another kind, signed out."""
        try:
            kid = jwt.get_unverified_header(token).get("kid")
            nokkel = self._nokler.get(kid) if isinstance(kid, str) else None
            if nokkel is None:
                raise TokenFeil("ukjent_nokkel")
            krav = jwt.decode(
                token,
                nokkel,
                algorithms=[_ALGORITME],
                audience=list(slag),
                issuer=_UTSTEDER,
                # the clock is ours, so that tests can move it
                options={"require": _PAKREVD, "verify_exp": False, "verify_iat": False},
            )
        except jwt.PyJWTError as feil:
            raise TokenFeil("ugyldig_token") from feil
        if krav["exp"] <= self._klokke():
            raise TokenFeil("utlopt")
        if krav["sid"] in self._avsluttet:
            raise TokenFeil("logget_ut")
        samtale = krav.get("samtale")
        if (krav["aud"] == "samtale") != isinstance(samtale, str):
            raise TokenFeil("ugyldig_token")
        return Adgang(krav["sub"], krav["sid"], krav["inn"], krav["exp"], samtale, krav.get("opphav"))

    def avslutt(self, adgang: Adgang, sekunder: int) -> None:
        """No token of this sign-in is valid any more; remembered until the last of them has expired anyway."""
        na = int(self._klokke())
        self._avsluttet = {sid: til for sid, til in self._avsluttet.items() if til > na}
        self._avsluttet[adgang.okt] = na + sekunder
