"""A rule text as a paragraph: title with its standing, the answer, and what it rests on."""

from __future__ import annotations

import re
from typing import Any

from bot.kunnskap.svarsetning import star_alene
from bot.profil.samtale import Malform
from bot.svar.malform import dato, felt, stor, velg
from bot.svar.svar import Svarbygger
from bot.svar.tjeneste import Tjeneste

_JA_NEI = re.compile(r"^(Ja|Nei)[,:] (?=\w)")


def regelkilder(tjeneste: Tjeneste, regel: Any) -> tuple[str, ...]:
    """The source points of a rule text: its legal bases, then the reports."""
    return tjeneste.kilder.samlet(regel.hjemler, regel.kilder)


def _status(regel: Any, malform: Malform) -> str:
    if regel.status == "vedtatt_ikke_i_kraft":
        return velg(malform, " *(vedtatt, ikke i kraft)*", " *(vedteke, ikkje i kraft)*")
    if regel.status in ("historisk", "opphevet"):
        return velg(malform, " *(historisk – gjelder ikke lenger)*", " *(historisk – gjeld ikkje lenger)*")
    return ""


def _grunnlag(tjeneste: Tjeneste, regel: Any, malform: Malform) -> str:
    """Kind, legal basis and from when, in one line."""
    deler = [str(regel.slag)]
    deler += [tjeneste.kilder.kort(p) for p in regelkilder(tjeneste, regel)[:3]]
    if regel.gyldig_fra is not None and regel.gyldig_til is not None:
        deler.append(f"{dato(regel.gyldig_fra)} – {dato(regel.gyldig_til)}")
    elif regel.gyldig_fra is not None:
        deler.append(velg(malform, f"fra {dato(regel.gyldig_fra)}", f"frå {dato(regel.gyldig_fra)}"))
    return f"*({'; '.join(deler)})*"


def uten_ja_nei(tekst: str) -> str:
    """The answer without the yes or no it begins with, for a question that asks who, what or when, or for a rule that
    stands under another answer."""
    rest = _JA_NEI.sub("", tekst, count=1)
    return rest if rest is tekst else stor(rest)


def har_ja_nei(tekst: str) -> bool:
    """Whether a text begins with a yes or no."""
    return bool(_JA_NEI.match(tekst))


def uten_setning(tekst: str, setning: str | None) -> str:
    """The text without a sentence said before it; the whole text when the next sentence leans on that one."""
    if setning is None or setning not in tekst:
        return tekst
    for_, etter = (del_.strip() for del_ in tekst.split(setning, 1))
    return tekst if etter and not star_alene(etter) else f"{for_} {etter}".strip()


def regelavsnitt(
    bygger: Svarbygger, regel: Any, malform: Malform, *, ja_nei: bool = False, uten: str | None = None
) -> str:
    """The paragraph; its sources are added to the answer's. `ja_nei` keeps the yes or no the text begins with, `uten`
    is a sentence that has been said."""
    bygger.kilde(regelkilder(bygger.tjeneste, regel))
    hode = f"**{felt(regel, 'tittel', malform)}**{_status(regel, malform)}"
    svar = uten_setning(felt(regel, "svar", malform), uten)
    return f"{hode}\n{svar if ja_nei else uten_ja_nei(svar)} {_grunnlag(bygger.tjeneste, regel, malform)}"
