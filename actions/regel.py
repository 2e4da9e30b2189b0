"""Looking up rules and numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from actions.dialog import midlertidig
from actions.kontekst import Kontekst
from actions.melding import Melding
from actions.ordning import Ordning, sporsmalets, til_sok, velg
from actions.ruting import ET_TILTAK, FORTSETTER, NAR_REGELEN, OM_REGELEN, SIDER, er_ja_nei, fortsetter_regel
from bot.kunnskap.ordning import FORMODET, ORDNINGER, ordninger_i
from bot.kunnskap.regelsok import GODT, SIKKERT, SVAKT, Treff
from bot.profil.faktum import Verdi
from bot.profil.samtale import Malform, Samtale, flett
from bot.svar.forklaring import forklaringssvar
from bot.svar.kunnskapssvar import tittel
from bot.svar.malform import felt
from bot.svar.regelregning import NORSKRETT, PROGRAMTID, VENTETID
from bot.svar.regelsvar import (
    endringssvar,
    flere_regler_svar,
    ikrafttredelse_svar,
    regelsvar,
    uten_regel_svar,
    vet_ikke_svar,
)
from bot.svar.samtalesvar import utenfor

_FORTID = re.compile(r"\b(før|tidligere|tidlegare|gjaldt|gamle|gammel|gamal|historisk|den gang)\b", re.I)
# An age that only tells who it is about: "en på 22", "en 22-åring". The rule examples have ages in them too.
_ALDER = re.compile(r"\b(på|som er) \d{1,2}( år)?(?= |,|\?|$)|\b\d{1,2}( år gammel|-?\s?åring\w*)", re.I)
# So does the share of a position somebody has: a rate in another rule has the same number.
_STILLING = re.compile(r"\b\d{1,3} ?(%|prosent\w*)( stilling)?", re.I)
_TIL_PERSONEN = {"alder": _ALDER, "arbeid_timer_uke": _STILLING}
# A rule below this has little to do with the question.
NAER = 0.3
# How much surer the search may be with somebody's age than without it before the age is what is asked about.
_UKLAR = 0.05
_KORT_SIDE = 5
# A rule that names the one before as related may be less sure and still be meant.
_I_SLEKT = 0.25
_TID = frozenset({"måneder", "år", "uker", "dager"})
# Facts that the length of the programme, of the right to Norwegian and of a wait are reckoned from.
_LENGDE_AV = frozenset({"utdanning", "sluttmal", "tilbud_om_oppstart", "tillatelse_dato"})
_REGNES_OM = {
    **dict.fromkeys(PROGRAMTID | NORSKRETT, _LENGDE_AV),
    **dict.fromkeys(VENTETID, frozenset({"maneder_siden_program"})),
}


def regnes_av(regel: str) -> frozenset[str]:
    """The facts that what a rule gives is reckoned from, by the rule's id."""
    return _REGNES_OM.get(regel, frozenset())


def _neste_regel(k: Kontekst, samtale: Samtale, melding: Melding) -> Treff | None:
    """A question in its own words ("hva kan fylle det kravet?") that another rule clearly answers, or one related to
    the rule before."""
    treff = [] if melding.opplysninger else k.regelsok.finn(melding.tekst, antall=1)
    if not treff:
        return None
    alene = treff[0].poeng >= SIKKERT and not FORTSETTER.match(melding.tekst)
    i_slekt = samtale.regel in treff[0].regel.se_ogsa and treff[0].poeng >= _I_SLEKT
    if not alene and not i_slekt:
        return None
    return replace(treff[0], poeng=max(treff[0].poeng, GODT))


_PROGRAMMET_VARER = re.compile(
    r"^\W*(og |men |så |da )*((hvor|kor) (lenge|lengje) (kan|får|varer|varar|skal) |når (er|blir|slutter|sluttar) )"
    r"(intro\w*|program(met|tida|tiden)?)( (hennes|hans|hennar))?( (vare|ferdig|slutt|over))?\W*$",
    re.I,
)


# "hvor mange måneder kan en uten videregående gå i intro?": how long the programme lasts, and nothing within it
_SA_LENGE = re.compile(
    r"\b(hvor|kor) (lenge|lengje|lang tid|langt|mange (måneder|månader|mnd|år))\b[^?.]*"
    r"\b(gå|går|være|vere|er|delta|deltar|vare|varer|varar|ha|få|får)\b[^?.]*\b(intro|introduksjonsprogram\w*|introprogram\w*)\b",
    re.I,
)
_NOE_ANNET = re.compile(
    r"\b(før|etter|innen|innan|siden|sidan|tilbake|igjen|att|timer|timar|permisjon\w*|fravær\w*|ferie\w*|norsk\w*|stønad\w*|"
    r"forleng\w*|utset\w*|utsett\w*|vente\w*|plikt\w*|rett|pause\w*|botid\w*|bodd|mens|kvp|jobbsjansen|nav)\b",
    re.I,
)
# Facts of nobody but those in the introduction programme, or offered it.
_BARE_I_INTRO = frozenset({"programmaned", "tilbud_om_oppstart", "sluttmal"})


def _om_programtiden(samtale: Samtale, melding: Melding) -> bool:
    """Whether the question is only how long the introduction programme lasts, or that of somebody in it."""
    if _SA_LENGE.search(melding.tekst) and not _NOE_ANNET.search(melding.tekst) and not melding.dag:
        return True
    profil = _profil(samtale, melding)
    i_intro = not _BARE_I_INTRO.isdisjoint(profil) or profil.get("ordning") == ("intro",)
    return i_intro and bool(_PROGRAMMET_VARER.match(melding.spor or melding.tekst))


def _sok(k: Kontekst, samtale: Samtale, melding: Melding, ordning: Ordning) -> list[Treff]:
    if fortsetter_regel(samtale, melding) and (naermeste := _neste_regel(k, samtale, melding)):
        return [naermeste]
    av = regnes_av(samtale.regel or "")
    if fortsetter_regel(samtale, melding) and any(o.faktum in av for o in melding.opplysninger):
        return [Treff(k.tjeneste.regler[samtale.regel or ""], 1.0)]  # reckoned anew for the other case
    if _om_programtiden(samtale, melding):
        return [Treff(k.tjeneste.regler[min(PROGRAMTID)], 1.0)]
    gjelder = til_sok(ordning, melding.tekst)
    ekstra = [k.tjeneste.tiltak[i].navn for i in melding.tiltak]
    if fortsetter_regel(samtale, melding) and samtale.sporsmal:
        ekstra.append(samtale.sporsmal)
    historisk = bool(_FORTID.search(melding.tekst))

    def finn(tekst: str) -> list[Treff]:
        # a name's full form beside its short one ("VTA") would weigh one of the measures that share it
        alene = k.regelsok.finn(tekst, antall=8, gjelder=gjelder, historisk=historisk, dag=melding.dag)
        if not ekstra or (alene and alene[0].poeng >= SIKKERT and not fortsetter_regel(samtale, melding)):
            return alene
        return k.regelsok.finn(tekst, antall=8, gjelder=gjelder, ekstra=ekstra, historisk=historisk, dag=melding.dag)

    om_begrepet = fortsetter_regel(samtale, melding) and samtale.regel is None and samtale.sporsmal
    treff = finn(f"{samtale.sporsmal} {melding.tekst}" if om_begrepet else melding.tekst)
    sagt = {o.faktum for o in melding.opplysninger} & _TIL_PERSONEN.keys()
    if sagt:
        tekst = melding.tekst
        for navn in sagt:
            tekst = _TIL_PERSONEN[navn].sub("", tekst)
        forst = [t for t in finn(tekst)[:1] if not treff or t.poeng >= treff[0].poeng - _UKLAR]
        return [*forst, *(t for t in treff if t.regel.id not in {f.regel.id for f in forst})]
    return treff


def _profil(samtale: Samtale, melding: Melding) -> dict[str, tuple[Verdi, ...]]:
    """Whom the question is answered for: the case it supposes, on top of the one before when it goes on from that. A
    question about how it was before a day is about somebody offered a start the day before."""
    if fortsetter_regel(samtale, melding) and samtale.antatt is not None:
        profil = flett(samtale.antatt, melding.opplysninger)
    else:
        profil = midlertidig(samtale, melding)
    if melding.dag is not None and _FORTID.search(melding.tekst):
        profil["tilbud_om_oppstart"] = (melding.dag - timedelta(days=1),)
    return profil


def _for_alderen(regel: Any, profil: dict[str, tuple[Verdi, ...]], sporsmal: str | None) -> bool:
    """Whether a rule is for the participant's own age group ("under 25", "over 55"), and of the kind asked for."""
    alder = profil.get("alder")
    if alder is None or len(alder) != 1 or not isinstance(alder[0], int):
        return False
    if sporsmal == "hvor_lenge" and not any(tall.enhet in _TID for tall in regel.tall):
        return False  # another matter for the same age
    grupper = [tall for tall in regel.tall if tall.enhet == "alder" and "deltaker" in tall.om]
    return any(
        (g.operator == "under" and alder[0] < g.verdi) or (g.operator == "over" and alder[0] > g.verdi) for g in grupper
    )


def _saerregel_forst(treff: list[Treff], profil: dict[str, tuple[Verdi, ...]], sporsmal: str | None) -> list[Treff]:
    """The rule for the participant's own age group before the general one that points to it."""
    if treff[0].regel.id in PROGRAMTID:
        return treff
    for t in treff[1:]:
        naer = t.poeng >= NAER * treff[0].poeng and t.regel.id in treff[0].regel.se_ogsa
        if naer and _for_alderen(t.regel, profil, sporsmal):
            return [t, *(r for r in treff if r is not t)]
    return treff


def _andre_aldersgrupper_sist(treff: list[Treff], profil: dict[str, tuple[Verdi, ...]]) -> list[Treff]:
    """The rules for another age group than that of somebody whose age is known come last."""
    alder = profil.get("alder")
    if not treff or alder is None or len(alder) != 1 or not isinstance(alder[0], int):
        return treff
    ar = alder[0]

    def annen(t: Treff) -> bool:
        grenser = [x for x in t.regel.tall if x.enhet == "alder" and x.operator in ("under", "over")]
        om = [x for x in grenser if "deltaker" in x.om and f"{x.verdi:g}" in t.regel.tittel]
        return any((x.operator == "under" and ar >= x.verdi) or (x.operator == "over" and ar <= x.verdi) for x in om)

    topp = treff[0].poeng
    rett = [t for t in treff if not annen(t) and t.poeng >= NAER]
    if not annen(treff[0]) or not rett:
        return treff
    forst = replace(rett[0], poeng=topp) if rett[0].poeng >= topp / 2 else rett[0]  # else it is only the nearest
    return [forst, *(t for t in treff if not annen(t) and t is not rett[0]), *filter(annen, treff)]


def beste(k: Kontekst, melding: Melding, tiltak: Sequence[str] = (), minst: float = SIKKERT) -> Any:
    """The rule text that answers a question with at least this certainty, or None. `tiltak` are what it is about."""
    treff = k.regelsok.finn(melding.tekst, antall=1, ekstra=[k.tjeneste.tiltak[i].navn for i in tiltak])
    return treff[0].regel if treff and treff[0].poeng >= minst else None


def naermest(k: Kontekst, melding: Melding) -> Treff | None:
    """The rule nearest to the message in its own words."""
    tekst, historisk = melding.tekst, bool(_FORTID.search(melding.tekst))
    treff = k.regelsok.finn(tekst, antall=1, gjelder=ordninger_i(tekst), historisk=historisk, dag=melding.dag)
    return treff[0] if treff else None


def _om_ventetiden(samtale: Samtale, melding: Melding) -> Melding:
    """«og hvis det har gått 26 måneder?» after the rule of a wait: months since the programme, not a month of it."""
    if samtale.regel not in VENTETID or not fortsetter_regel(samtale, melding):
        return melding
    om = tuple(
        replace(o, faktum="maneder_siden_program") if o.faktum == "programmaned" else o for o in melding.opplysninger
    )
    return replace(melding, opplysninger=om)


def _regelens_ordning(k: Kontekst, samtale: Samtale, melding: Melding) -> Ordning | None:
    """The scheme of the rule before, when it is for one scheme only and the question goes on from it without naming
    another: "og hvis hun jobber 40 %?" after the benefit of KVP."""
    regelen = k.tjeneste.regler.get(samtale.regel or "")
    if regelen is None or not fortsetter_regel(samtale, melding) or sporsmalets(samtale, melding, {}).navngitt:
        return None
    gjelder = frozenset(regelen.gjelder) & ORDNINGER
    egen = len(gjelder) == 1 and len(regelen.gjelder) == 1 and gjelder != FORMODET
    return Ordning(gjelder, True) if egen else None


def svar(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> list[dict[str, Any]]:
    """The rule that answers the question; the nearest when none does; what changed when a date is asked about."""
    melding = _om_ventetiden(samtale, melding)
    profil = _profil(samtale, melding)
    samtale.spurt_om = None
    if melding.dag is not None and _FORTID.search(melding.tekst) and melding.ord <= 7 and not melding.tiltak:
        sluttet, begynte = k.regelsok.endret(melding.dag)
        if sluttet or begynte:
            return [endringssvar(k.tjeneste, melding.dag, sluttet, begynte, profil, i_dag, samtale.malform)]
    ordning = _regelens_ordning(k, samtale, melding) or sporsmalets(samtale, melding, samtale.gjeldende)
    valgte = velg(k.regelsok, melding.tekst, _sok(k, samtale, melding, ordning), ordning)
    treff = _andre_aldersgrupper_sist(valgte.treff, profil)
    if fortsetter_regel(samtale, melding) and samtale.regel in k.tjeneste.regler and OM_REGELEN.match(melding.tekst):
        regelen = k.tjeneste.regler[samtale.regel]
        svaret = ikrafttredelse_svar if NAR_REGELEN.match(melding.tekst) else regelsvar
        return [svaret(k.tjeneste, [regelen], profil, i_dag, samtale.malform)]
    if valgte.mangler is not None:
        nesten, ordninger = [t.regel for t in treff[:2]], sorted(ordning.hvilke)
        return [
            uten_regel_svar(k.tjeneste, valgte.mangler, ordninger, valgte.annen, nesten, profil, i_dag, samtale.malform)
        ]
    if not treff or treff[0].poeng < SVAKT:
        om = melding.tiltak or (samtale.tiltak[:1] if melding.sporsmal in SIDER and melding.ord <= _KORT_SIDE else ())
        if om:
            samtale.tema, samtale.side = "forklaring", melding.sporsmal
            samtale.omtal(om[0])
            return [forklaringssvar(k.tjeneste, om[0], profil, i_dag, samtale.malform, melding.sporsmal)]
        if melding.intent == "utenfor" and not ET_TILTAK.match(melding.tekst):
            return [utenfor(k.tjeneste, profil, i_dag, samtale.malform)]
        if samtale.tema == "regel":  # the next message does not go on from the rule before this one
            samtale.tema, samtale.regel, samtale.sporsmal, samtale.antatt = None, None, None, None
        nesten = [t.regel for t in treff[:4]]
        funn = [tittel(t.dokument) for t in k.kunnskap.finn(melding.tekst, 2)]
        return [vet_ikke_svar(k.tjeneste, nesten, melding.tekst, profil, i_dag, samtale.malform, funn)]
    if melding.tiltak and not fortsetter_regel(samtale, melding):
        samtale.omtal(melding.tiltak[0])
    fortsatt = f"{samtale.sporsmal} {melding.tekst}" if fortsetter_regel(samtale, melding) else melding.tekst
    sikkert = treff[0].poeng >= GODT
    treff = _saerregel_forst(treff, profil, melding.sporsmal) if sikkert else treff
    samtale.tema, samtale.regel, samtale.sporsmal, samtale.antatt = "regel", treff[0].regel.id, fortsatt[:400], profil
    if not sikkert:
        pekt_pa = (k.tjeneste.regler[i] for i in treff[0].regel.se_ogsa if i in k.tjeneste.regler)
        egne = [r for r in pekt_pa if _for_alderen(r, profil, melding.sporsmal)][:1]
        nesten = list({r.id: r for r in (treff[0].regel, *egne, *(t.regel for t in treff[1:]))}.values())[:3]
        innledning = {
            "nb": "**Jeg er ikke sikker på hva du spør om. Dette ligger nærmest:**",
            "nn": "**Eg er ikkje sikker på kva du spør om. Dette ligg nærast:**",
        }[samtale.malform]
        return [flere_regler_svar(k.tjeneste, nesten, profil, i_dag, samtale.malform, innledning)]
    like = [t.regel for t in treff[:4] if t.poeng >= 0.6 * treff[0].poeng]
    ja_nei = er_ja_nei(melding.tekst)
    velger = partial(_svarsetning, k, melding.tekst, samtale.malform)
    return [
        regelsvar(
            k.tjeneste, like, profil, i_dag, samtale.malform, ja_nei=ja_nei, annen=valgte.annen, svarsetning=velger
        )
    ]


def _svarsetning(k: Kontekst, sporsmal: str, malform: Malform, regel: Any) -> str | None:
    """The short answer a rule has ready for the question, else the sentence of it that answers better than its first,
    in the language of the conversation."""
    if kort := k.regelsok.kortsvar(sporsmal, regel):
        return felt(kort, "svar", malform)
    deler = (felt(regel, navn, malform) for navn in ("tittel", "svar", "merknad"))
    return k.regelsok.setning(sporsmal, *deler)
