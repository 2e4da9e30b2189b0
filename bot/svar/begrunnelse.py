"""Reasons in running text: their kind, where they stand, and how a condition turned out."""

from __future__ import annotations

from bot.profil.samtale import Malform
from bot.regler.utledning import Fakta
from bot.regler.vilkar import Utfall
from bot.regler.vurdering import Begrunnelse
from bot.svar.kravtekst import om
from bot.svar.malform import liten, velg
from bot.svar.tjeneste import Tjeneste

SLAGTITLER = {
    "lov": ("Lov og forskrift", "Lov og forskrift"),
    "praksis": ("Praksis", "Praksis"),
    "egnethet": ("Egnethet", "Eignaheit"),
}
_SLAGORD = {"lov": ("lov", "lov"), "praksis": ("praksis", "praksis"), "egnethet": ("egnethet", "eignaheit")}
_STATUSORD = {
    Utfall.OPPFYLT: ("oppfylt", "oppfylt"),
    Utfall.IKKE_OPPFYLT: ("ikke oppfylt", "ikkje oppfylt"),
    Utfall.UKJENT: ("mangler opplysning", "manglar opplysning"),
    Utfall.SKJONN: ("må vurderes", "må vurderast"),
}


def slagord(slag: str, malform: Malform) -> str:
    """The kind of a reason in words. Raises KeyError for an unknown kind."""
    return velg(malform, *_SLAGORD[slag])


def statusord(utfall: Utfall, malform: Malform) -> str:
    """How a condition turned out, in words."""
    return velg(malform, *_STATUSORD[utfall])


def kildested(tjeneste: Tjeneste, b: Begrunnelse, malform: Malform) -> str:
    """Kind and first place of a reason: «lov, tiltaksforskriften § 3-3»."""
    punkter = tjeneste.kildepunkter(b)
    slag = slagord(b.vilkar.slag, malform)
    return f"{slag}, {tjeneste.kilder.kort(punkter[0])}" if punkter else slag


def grunn_med_sted(tjeneste: Tjeneste, tiltak_id: str, b: Begrunnelse, fakta: Fakta, malform: Malform) -> str:
    """A reason inside a sentence, with kind and place in parentheses: what is met or required, or what is open as
    «om personen …»."""
    tekst = tjeneste.grunn(tiltak_id, b, fakta, malform)["text"]
    apen = b.utfall in (Utfall.UKJENT, Utfall.SKJONN)
    return f"{om(tekst) if apen else liten(tekst)} ({kildested(tjeneste, b, malform)})"
