"""Which of the rules found is for the scheme the question is about.

The schemes resemble each other: sickness, holiday and absence have a rule in each. A question that names a scheme is
never answered by another's rule. One that names none is about the participant's own scheme, or the one the
conversation is about, else the introduction programme; the other scheme's rule is then told in a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from actions.melding import Melding
from actions.ruting import fortsetter_regel
from bot.kunnskap.ordning import FORMODET, ORDNINGER, er_for_annen, er_om_program, navngitte
from bot.kunnskap.regelsok import SVAKT, Regelsok, Treff
from bot.profil.faktum import Verdi
from bot.profil.samtale import Samtale

FOR_TILTAK = {
    "introduksjonsprogrammet": "intro",
    "kvalifiseringsprogrammet": "kvp",
    "jobbsjansen": "jobbsjansen",
}
# Share of what the other scheme's rule covers of the matter that a rule must cover to answer instead of it ...
_LIKE_MYE = 0.7
# ... and below which it is about something else.
_NOE_ANNET = 0.45
# How near the best rule another scheme's must be to be told with it, and any rule to be weighed against it.
_OGSA = 0.03
_FORAN = 0.25


@dataclass(frozen=True, slots=True)
class Ordning:
    """The schemes a question is about, and whether it or the conversation says so (else they are presumed)."""

    hvilke: frozenset[str]
    navngitt: bool


@dataclass(frozen=True, slots=True)
class Valgte:
    """The rules for the scheme, best first. `annen` is the rule of another scheme on the same matter; with `mangler`,
    the question's words for a matter no rule of the scheme is about, the others are only the nearest."""

    treff: list[Treff]
    annen: Any = None
    mangler: tuple[str, ...] | None = None


def sporsmalets(samtale: Samtale, melding: Melding, profil: dict[str, tuple[Verdi, ...]]) -> Ordning:
    """The scheme of a question: what it names, else what the rule or measure before was about, else `profil`'s."""
    nevnt = navngitte(melding.tekst) | _av_fakta({o.faktum: o.verdier for o in melding.opplysninger if not o.negert})
    nevnt |= {FOR_TILTAK[i] for i in melding.tiltak if i in FOR_TILTAK}
    if not nevnt and fortsetter_regel(samtale, melding) and samtale.sporsmal:
        nevnt = navngitte(samtale.sporsmal)
    if nevnt:
        return Ordning(nevnt, True)
    if samtale.tema in ("forklaring", "vurdering"):
        nevnt = frozenset(FOR_TILTAK[i] for i in samtale.tiltak[:1] if i in FOR_TILTAK)
    return Ordning(nevnt or _av_fakta(profil) or FORMODET, False)


def til_sok(ordning: Ordning, tekst: str) -> frozenset[str]:
    """The schemes to search with: those named, and those presumed when the question is about a programme."""
    return ordning.hvilke & ORDNINGER if ordning.navngitt or er_om_program(tekst) else frozenset()


def _av_fakta(fakta: dict[str, tuple[Verdi, ...]]) -> frozenset[str]:
    verdier = fakta.get("ordning", ())
    return frozenset(str(v) for v in verdier) & ORDNINGER if len(verdier) == 1 else frozenset()


def velg(sok: Regelsok, tekst: str, treff: Sequence[Treff], ordning: Ordning) -> Valgte:
    """The rules found, those for the scheme first or alone. `tekst` is the question they were found for."""
    andre = [t for t in treff if er_for_annen(t.regel, ordning.hvilke)]
    egne = [t for t in treff if t not in andre]
    if not andre:
        return Valgte(egne)
    emne = {t.regel.id: sok.emnedekning(tekst, t.regel.id) for t in treff}

    def andel(t: Treff, av: Treff) -> float:
        return emne[t.regel.id][0] / (emne[av.regel.id][0] or 1.0)

    topp = treff[0]
    # of two that say as much of the matter, a programme's is more like the programme asked about than a benefit's
    likest = max(andre, key=lambda t: (emne[t.regel.id][0], not ORDNINGER.isdisjoint(t.regel.gjelder)))
    annen = likest if ordning.navngitt else andre[0]
    if topp in egne[:1] and (not ordning.navngitt or andel(topp, annen) >= _NOE_ANNET):
        ogsa = not ordning.navngitt and annen.poeng >= _OGSA * topp.poeng and andel(annen, topp) >= _LIKE_MYE
        return Valgte(egne, annen.regel if ogsa else None)
    minst = 0.0 if ordning.navngitt else _FORAN * topp.poeng
    svarer = next((t for t in egne if t.poeng >= minst and andel(t, annen) >= _LIKE_MYE), None)
    if svarer is not None:
        forst = replace(svarer, poeng=topp.poeng)
        return Valgte([forst, *(t for t in egne if t is not svarer)], None if ordning.navngitt else annen.regel)
    if not ordning.navngitt:
        return Valgte(list(treff))
    if not egne or (
        annen.poeng >= _FORAN * topp.poeng >= _FORAN * SVAKT and max(andel(t, annen) for t in egne) < _NOE_ANNET
    ):
        mangler = emne[egne[0].regel.id][1] if egne else []
        return Valgte(egne, annen.regel, tuple(o for o in mangler if o not in emne[annen.regel.id][1]))
    return Valgte(egne)
