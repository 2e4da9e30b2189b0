"""Going on from an answer of the knowledge base: where it stands, more on it, how old it is and what is newer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.profil.samtale import Malform
from bot.svar.kunnskapssvar import Utvalg, ar_tekst, ferdig, kind_for, oppslagskilder, oppslagssvar
from bot.svar.malform import liste, velg
from bot.svar.svar import Svarbygger
from bot.svar.tjeneste import Tjeneste


def kildesvar(tjeneste: Tjeneste, oppslag: Any, i_dag: date, malform: Malform) -> dict[str, Any]:
    """Where what was said stands, and from when it is."""
    bygger = Svarbygger(tjeneste, malform)
    punkter = oppslagskilder(tjeneste, oppslag)
    steder = liste([tjeneste.kilder.kort(p) for p in punkter], malform)
    bygger.avsnitt(velg(malform, f"**Det står i {steder}.**", f"**Det står i {steder}.**") + _fra(oppslag, malform))
    bygger.kilde(punkter)
    return ferdig(bygger, kind_for(oppslag), [oppslag], i_dag)


def nyeresvar(tjeneste: Tjeneste, oppslag: Any, nyere: Sequence[Any], i_dag: date, malform: Malform) -> dict[str, Any]:
    """How old what was said is, and what the base has on it from later."""
    bygger = Svarbygger(tjeneste, malform)
    if not nyere:
        bygger.avsnitt(
            velg(malform, "**Jeg har ikke noe nyere om dette.**", "**Eg har ikkje noko nyare om dette.**")
            + _fra(oppslag, malform)
            + velg(
                malform,
                " Om det fortsatt er slik, må du spørre kommunen eller tjenesten om.",
                " Om det framleis er slik, må du spørje kommunen eller tenesta om.",
            )
        )
        bygger.kilde(oppslagskilder(tjeneste, oppslag))
        return ferdig(bygger, kind_for(oppslag), [oppslag], i_dag)
    bygger.avsnitt(
        velg(malform, "**Ja, dette er nyere og handler om noe av det samme:**",
             "**Ja, dette er nyare og handlar om noko av det same:**") + _fra(oppslag, malform)
    )  # fmt: skip
    for o in nyere:
        bygger.avsnitt(f"**{o.tittel}** {o.tekst} *({ar_tekst(o)})*")
        bygger.kilde(oppslagskilder(tjeneste, o))
    return ferdig(bygger, kind_for(nyere[0]), nyere, i_dag)


def mersvar(tjeneste: Tjeneste, mer: Sequence[Any], i_dag: date, malform: Malform) -> dict[str, Any]:
    """The next documents on the same subject; that there are no more when there are none."""
    if mer:
        return oppslagssvar(tjeneste, Utvalg(mer[:3], mer[3:]), i_dag, malform)
    bygger = Svarbygger(tjeneste, malform)
    bygger.avsnitt(velg(malform, "**Det er alt jeg har om dette.**", "**Det er alt eg har om dette.**"))
    return bygger.ferdig("clarification", {}, i_dag)


def _fra(oppslag: Any, malform: Malform) -> str:
    ar = ar_tekst(oppslag)
    if not ar:
        return ""
    historisk = velg(malform, " og er historisk", " og er historisk") if oppslag.status == "historisk" else ""
    return velg(malform, f" Det jeg viste, er fra {ar}{historisk}.", f" Det eg viste, er frå {ar}{historisk}.")
