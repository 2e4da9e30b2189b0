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


def utfallsord(b: Begrunnelse, malform: Malform) -> str:
    """How a condition turned out for this measure: what is only to be arranged in it is nothing to judge beforehand."""
    if b.vilkar.styrke == "gjennomforing" and b.utfall is Utfall.SKJONN:
        return velg(malform, "husk dette", "hugs dette")
    return statusord(b.utfall, malform)


def kildested(tjeneste: Tjeneste, b: Begrunnelse, malform: Malform) -> str:
    """Kind and first place of a reason: «lov, tiltaksforskriften § 3-3»."""
    punkter = tjeneste.kildepunkter(b)
    slag = slagord(b.vilkar.slag, malform)
    return f"{slag}, {tjeneste.kilder.kort(punkter[0])}" if punkter else slag


def grunntekst(tjeneste: Tjeneste, tiltak_id: str, b: Begrunnelse, fakta: Fakta, malform: Malform) -> str:
    """A reason inside a sentence: what is met or required, or what is open as «om personen …»."""
    tekst: str = tjeneste.grunn(tiltak_id, b, fakta, malform)["text"]
    return om(tekst) if b.utfall in (Utfall.UKJENT, Utfall.SKJONN) else liten(tekst)


def grunn_med_sted(tjeneste: Tjeneste, tiltak_id: str, b: Begrunnelse, fakta: Fakta, malform: Malform) -> str:
    """As `grunntekst`, with kind and place in parentheses."""
    return f"{grunntekst(tjeneste, tiltak_id, b, fakta, malform)} ({kildested(tjeneste, b, malform)})"
