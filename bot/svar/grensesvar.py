"""Replies at the edge of what the assistant is for: short, polite, and what it can do instead."""

# ruff: noqa: E501 - the texts are read and compared a line each
from __future__ import annotations

from datetime import date
from typing import Any

from bot.profil.faktum import Profil
from bot.profil.samtale import Malform
from bot.svar.malform import velg
from bot.svar.payload import Kind
from bot.svar.samtalesvar import med_eksempler
from bot.svar.svar import Svarbygger
from bot.svar.tjeneste import Tjeneste

# the limit -> what to say, in bokmål and nynorsk
GRENSER: dict[str, tuple[str, str]] = {
    "fare": (
        "**Er det akutt fare for liv eller helse, ring 113. Er noen utsatt for vold eller trusler, ring politiet på 112.** "
        "Legevakten har 116 117. Jeg kan bare tiltak og regler; ta dette opp med lederen din med en gang.",
        "**Er det akutt fare for liv eller helse, ring 113. Er nokon utsett for vald eller truslar, ring politiet på 112.** "
        "Legevakta har 116 117. Eg kan berre tiltak og reglar; ta dette opp med leiaren din med ein gong.",
    ),
    "skriv": (
        "**Jeg skriver ikke vedtak, søknader eller brev.** Jeg kan si hva reglene sier og hvilken paragraf de står i, "
        "så du kan bruke det i teksten din. Prøv for eksempel:",
        "**Eg skriv ikkje vedtak, søknader eller brev.** Eg kan seie kva reglane seier og kva paragraf dei står i, "
        "så du kan bruke det i teksten din. Prøv til dømes:",
    ),
    "lureri": (
        "**Det gjør jeg ikke.** Svarene mine bygges av faste regler og kilder, og ingen melding kan endre dem. "
        "Prøv for eksempel:",
        "**Det gjer eg ikkje.** Svara mine blir bygde av faste reglar og kjelder, og inga melding kan endre dei. "
        "Prøv til dømes:",
    ),
    "fornermelse": (
        "**Beklager at jeg ikke var til hjelp.** Skriv hva du leter etter, gjerne med norsknivå, alder og ordning, så "
        "prøver jeg igjen.",
        "**Orsak at eg ikkje var til hjelp.** Skriv kva du leitar etter, gjerne med norsknivå, alder og ordning, så "
        "prøver eg igjen.",
    ),
    "medisin": (
        "**Jeg gir ikke medisinske råd.** Fastlegen eller legevakten (116 117) kan svare. Jeg kan si hvilke tiltak som "
        "finnes for den som har helseproblemer. Prøv for eksempel:",
        "**Eg gir ikkje medisinske råd.** Fastlegen eller legevakta (116 117) kan svare. Eg kan seie kva tiltak som finst "
        "for den som har helseproblem. Prøv til dømes:",
    ),
    "land": (
        "**Jeg kan bare reglene i Norge.** Prøv for eksempel:",
        "**Eg kan berre reglane i Noreg.** Prøv til dømes:",
    ),
    "utlendingssak": (
        "**Det hører til utlendingsmyndighetene (UDI).** Jeg kan tiltak og regler for den som har fått opphold: "
        "introduksjonsprogram, norskopplæring, KVP, Jobbsjansen og Nav. Prøv for eksempel:",
        "**Det høyrer til utlendingsstyresmaktene (UDI).** Eg kan tiltak og reglar for den som har fått opphald: "
        "introduksjonsprogram, norskopplæring, KVP, Jobbsjansen og Nav. Prøv til dømes:",
    ),
    "hvem": (
        "**Jeg er et dataprogram som kan tiltak og regler for innvandrere.** Svarene bygges av regler og kilder, og ingen "
        "språkmodell skriver dem. Jeg fatter ikke vedtak. Prøv for eksempel:",
        "**Eg er eit dataprogram som kan tiltak og reglar for innvandrarar.** Svara blir bygde av reglar og kjelder, og "
        "ingen språkmodell skriv dei. Eg gjer ikkje vedtak. Prøv til dømes:",
    ),
    "engelsk": (
        "**I only answer in Norwegian. Jeg svarer bare på norsk.** Prøv for eksempel:",
        "**I only answer in Norwegian. Eg svarar berre på norsk.** Prøv til dømes:",
    ),
    "tull": (
        "**Jeg forstod ikke meldingen.** Skriv gjerne en hel setning, for eksempel:",
        "**Eg forstod ikkje meldinga.** Skriv gjerne ei heil setning, til dømes:",
    ),
    "prat": (
        "**Hva vil du vite?** Fortell om en deltaker, eller spør om et tiltak eller en regel. Prøv for eksempel:",
        "**Kva vil du vite?** Fortel om ein deltakar, eller spør om eit tiltak eller ein regel. Prøv til dømes:",
    ),
}
_SMAPRAT = frozenset({"fornermelse", "hvem", "prat", "tull"})
_UTEN_EKSEMPLER = frozenset({"fare", "fornermelse"})


def grensesvar(
    tjeneste: Tjeneste, grense: str, profil: Profil, i_dag: date, malform: Malform, *, eksempler: bool = True
) -> dict[str, Any]:
    """The reply to a message that runs into a limit (a key of GRENSER)."""
    bygger = Svarbygger(tjeneste, malform)
    bygger.avsnitt(velg(malform, *GRENSER[grense]))
    if eksempler and grense not in _UTEN_EKSEMPLER:
        med_eksempler(bygger, malform)
    kind: Kind = "smalltalk" if grense in _SMAPRAT else "out_of_scope"
    return bygger.ferdig(kind, profil, i_dag)


def malform_byttet(tjeneste: Tjeneste, profil: Profil, i_dag: date, malform: Malform) -> dict[str, Any]:
    """The written form the user asked for is taken into use."""
    bygger = Svarbygger(tjeneste, malform)
    bygger.avsnitt(
        velg(malform, "**Da svarer jeg på bokmål.** Spør i vei.", "**Då svarar eg på nynorsk.** Spør i veg.")
    )
    return bygger.ferdig("smalltalk", profil, i_dag)


def hvem_avgjor(eier: str | None, eier_nn: str | None, malform: Malform) -> str:
    """The line before an answer to "skal jeg innvilge?": whose decision it is, not ours."""
    if eier is None:
        return velg(
            malform,
            "**Det er den som har myndigheten i saken, som avgjør, ikke jeg.** Reglene sier dette:",
            "**Det er den som har styresmakta i saka, som avgjer, ikkje eg.** Reglane seier dette:",
        )
    nb, nn = eier[:1].upper() + eier[1:], (eier_nn or eier)[:1].upper() + (eier_nn or eier)[1:]
    return velg(
        malform,
        f"**{nb} avgjør saken etter en konkret vurdering, ikke jeg.** Reglene sier dette:",
        f"**{nn} avgjer saka etter ei konkret vurdering, ikkje eg.** Reglane seier dette:",
    )
