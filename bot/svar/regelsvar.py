"""Answers about rules and numbers: the rule text with its paragraph, sharpened by what is known of the participant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from bot.profil.faktum import Profil
from bot.profil.samtale import Malform
from bot.regler.norskrett import Norskrett, norskrett
from bot.regler.parametre import parametre
from bot.regler.program import Programtid, arbeidsretting, programtid
from bot.regler.utledning import Fakta, utled
from bot.svar.malform import dato, felt, liste, maneder, velg
from bot.svar.programsvar import arbeidsretting_avsnitt
from bot.svar.regeltekst import regelavsnitt, regelkilder
from bot.svar.svar import Svarbygger
from bot.svar.tjeneste import Tjeneste
from bot.svar.verdier import oppsummer

PROGRAMTID = frozenset({"R-060", "R-061", "R-062", "R-063", "R-064", "R-070"})
ARBEIDSRETTING = frozenset({"R-082", "R-083", "R-084"})
NORSKRETT = frozenset({"R-121"})
KVP_STONAD = frozenset({"R-171"})


def _gruppe(t: Programtid, malform: Malform) -> str:
    if t.med_videregaende:
        return velg(malform, "med videregående eller høyere", "med vidaregåande eller høgare")
    mal = {
        "arbeid": velg(malform, "arbeid", "arbeid"),
        "deler_av_videregaende": velg(malform, "deler av videregående", "delar av vidaregåande"),
        "videregaende": velg(malform, "fullført videregående", "fullført vidaregåande"),
        "fag_og_yrkesopplaering": velg(malform, "fag- og yrkesopplæring", "fag- og yrkesopplæring"),
    }[t.sluttmal or "arbeid"]
    return velg(malform, f"uten videregående, sluttmål {mal}", f"utan vidaregåande, sluttmål {mal}")


def _lengde(t: Programtid, malform: Malform) -> str:
    inntil = velg(malform, f"inntil {maneder(t.maks_mnd, malform)}", f"inntil {maneder(t.maks_mnd, malform)}")
    if t.forlengelse_mnd:
        return inntil + velg(
            malform,
            f", og kan forlenges med inntil {maneder(t.forlengelse_mnd, malform)}",
            f", og kan forlengjast med inntil {maneder(t.forlengelse_mnd, malform)}",
        )
    return inntil + velg(malform, ", uten forlengelse", ", utan forlenging")


def _tilbud(t: Programtid, malform: Malform) -> str:
    """For whom a length holds when the offer of a start decides."""
    if t.status == "historisk":
        return velg(malform, ", tilbud om oppstart før endringen", ", tilbod om oppstart før endringa")
    grense = dato((t.tilbud_fra or date.min) - timedelta(days=1))
    return velg(malform, f", tilbud om oppstart etter {grense}", f", tilbod om oppstart etter {grense}")


def _tidskilde(tjeneste: Tjeneste, t: Programtid) -> tuple[str, ...]:
    return (*tjeneste.kilder.hjemmel(t.hjemmel), *tjeneste.kilder.hjemmel(t.overgang))


def _programtid(bygger: Svarbygger, fakta: Fakta, malform: Malform) -> bool:
    """The programme length for what is known; whether anything was said. The length for an offer today is told when
    the date of the offer is unknown, with what held before."""
    tjeneste = bygger.tjeneste
    tider = programtid(fakta, antatt_tilbud_na=True)
    if not tider.mulige:
        return False
    if tider.usikker_dag:
        bygger.avsnitt(
            velg(
                malform,
                "**Datoen er uklar i forskriften.** Reglene gjelder tilbud «etter 1. januar», og tilbudet kom da. "
                "Begge lengder kan forsvares; avklar med Statsforvalteren eller IMDi.",
                "**Datoen er uklar i forskrifta.** Reglane gjeld tilbod «etter 1. januar», og tilbodet kom då. "
                "Begge lengder kan forsvarast; avklar med Statsforvaltaren eller IMDi.",
            )
        )
    if tider.sikker:
        t = tider.mulige[0]
        lengde = _lengde(t, malform)
        bygger.avsnitt(f"**{lengde[0].upper()}{lengde[1:]}** – {_gruppe(t, malform)} (lov, {t.hjemmel}).")
    else:
        flere = len(tider.mulige) > len({_gruppe(t, malform) for t in tider.mulige})
        nyeste = sorted(tider.mulige, key=lambda t: (_gruppe(t, malform), -(t.tilbud_fra or date.min).toordinal()))
        linjer = [
            f"- {_gruppe(t, malform)}{_tilbud(t, malform) if flere else ''}: {_lengde(t, malform)} (lov, {t.hjemmel})"
            for t in nyeste
        ]
        hode = velg(malform, "**Programtiden kommer an på:**", "**Programtida kjem an på:**")
        bygger.avsnitt("\n".join([hode, *linjer]))
    for t in tider.mulige:
        bygger.kilde(_tidskilde(tjeneste, t))
    if "tilbud_om_oppstart" not in fakta.verdier:
        overganger = {(t.overgang, t.tilbud_fra) for t in tider.mulige if t.overgang and t.tilbud_fra}
        for overgang, fra in sorted((o for o in overganger if o[1] is not None), key=lambda o: o[1] or date.min):
            grense = (fra or date.min) - timedelta(days=1)
            bygger.avsnitt(
                velg(
                    malform,
                    f"Det gjelder dem som fikk tilbud om oppstart etter {dato(grense)} ({overgang}). Tidligere tilbud "
                    "følger de gamle lengdene.",
                    f"Det gjeld dei som fekk tilbod om oppstart etter {dato(grense)} ({overgang}). Tidlegare tilbod "
                    "følgjer dei gamle lengdene.",
                )
            )
    return True


def _norskrett(bygger: Svarbygger, fakta: Fakta, malform: Malform) -> bool:
    rett = norskrett(fakta.verdier, fakta.i_dag)
    if rett.mangler or len(rett.mulige_mnd) != 1:
        return False
    lengde = maneder(rett.mulige_mnd[0], malform)
    fra = _regnes_fra(rett, malform)
    hjemmel = f"{rett.hjemmel}, jf. {rett.overgang}" if rett.overgang else rett.hjemmel
    bygger.avsnitt(
        velg(
            malform,
            f"**Retten til norskopplæring varer inntil {lengde}** {fra} (lov, {hjemmel}).",
            f"**Retten til norskopplæring varer inntil {lengde}** {fra} (lov, {hjemmel}).",
        )
    )
    bygger.kilde_hjemmel(rett.hjemmel)
    bygger.kilde_hjemmel(rett.overgang)
    return True


def _kvp_under_25(bygger: Svarbygger, regel: Any, profil: Profil, malform: Malform) -> None:
    """The share of the benefit for somebody known to be under 25, with the sum the rule's own numbers make it
    (sosialtjenesteloven § 35)."""
    tall = {t.navn: t.verdi for t in regel.tall}
    alder = profil.get("alder", ())
    if len(alder) != 1 or not isinstance(alder[0], int) or not alder[0] < int(tall["aldersgrense_redusert"]):
        return
    teller, nevner = str(tall["andel_under_25"]).split("/")
    belop = f"{round(int(tall['arsbelop_fra_mai_2026']) * int(teller) / int(nevner)):,}".replace(",", "\u00a0")
    bygger.avsnitt(
        velg(
            malform,
            f"**To tredeler av full stønad: {belop} kroner i året** (vår beregning), fordi deltakeren er under 25 år "
            f"(lov, {regel.hjemler[0]}).",
            f"**To tredelar av full stønad: {belop} kroner i året** (vår utrekning), fordi deltakaren er under 25 år "
            f"(lov, {regel.hjemler[0]}).",
        )
    )


def _regnes_fra(rett: Norskrett, malform: Malform) -> str:
    """What the time is counted from: the offer, or for permits up to 1 August 2023 the day the right arose."""
    tilbud = velg(malform, "fra tilbudet om oppstart", "frå tilbodet om oppstart")
    inntrer = velg(
        malform,
        "fra retten inntrådte, som regel da tillatelsen ble gitt",
        "frå retten tok til, som regel då løyvet blei gitt",
    )
    if rett.regnes_fra == ("rett_inntrer",):
        return inntrer
    if "rett_inntrer" in rett.regnes_fra:
        return velg(
            malform,
            f"{tilbud}, eller ved tillatelse til og med 1. august 2023 {inntrer}",
            f"{tilbud}, eller ved løyve til og med 1. august 2023 {inntrer}",
        )
    return tilbud


def _regel(bygger: Svarbygger, regel: Any, malform: Malform, *, ja_nei: bool) -> None:
    bygger.avsnitt(regelavsnitt(bygger, regel, malform, ja_nei=ja_nei))
    for navn, ord_ in (
        ("merknad", velg(malform, "Merk", "Merk")),
        ("rapporten_sier", velg(malform, "Rapporten sier noe annet", "Rapporten seier noko anna")),
    ):
        tekst = felt(regel, navn, malform)
        if tekst:
            bygger.avsnitt(f"*{ord_}: {tekst}*")


def ikrafttredelse_svar(
    tjeneste: Tjeneste, regler: Sequence[Any], profil: Profil, i_dag: date, malform: Malform
) -> dict[str, Any]:
    """From when the first rule holds, first; then the rule. What the data does not date, the answer does not either."""
    bygger = Svarbygger(tjeneste, malform)
    regel = regler[0]
    if regel.status == "vedtatt_ikke_i_kraft":
        bygger.avsnitt(
            velg(
                malform,
                "**Datoen er ikke bestemt.** Regelen er vedtatt, men ikke satt i kraft.",
                "**Datoen er ikkje bestemt.** Regelen er vedteken, men ikkje sett i kraft.",
            )
        )
    elif regel.gyldig_fra is not None:
        til = f" {velg(malform, 'til', 'til')} {dato(regel.gyldig_til)}" if regel.gyldig_til is not None else ""
        gjelder = velg(malform, "Regelen gjelder fra", "Regelen gjeld frå")
        bygger.avsnitt(f"**{gjelder} {dato(regel.gyldig_fra)}{til}.**")
    else:
        bygger.avsnitt(
            velg(
                malform,
                "**Kildene gir ingen dato for når regelen begynte å gjelde.** Den gjelder nå.",
                "**Kjeldene gir ingen dato for når regelen byrja å gjelde.** Han gjeld no.",
            )
        )
    _regel(bygger, regel, malform, ja_nei=False)
    return bygger.ferdig("rule", profil, i_dag)


def regelsvar(
    tjeneste: Tjeneste,
    regler: Sequence[Any],
    profil: Profil,
    i_dag: date,
    malform: Malform,
    *,
    ja_nei: bool = False,
) -> dict[str, Any]:
    """The best rule in full and the runners-up as choices; computed for the participant where the rule can be. `ja_nei`
    tells that the question may be answered with yes or no."""
    bygger = Svarbygger(tjeneste, malform)
    fakta = utled(profil, i_dag)
    forste = regler[0]
    regnet = False
    if forste.id in PROGRAMTID:
        regnet = _programtid(bygger, fakta, malform)
    elif forste.id in ARBEIDSRETTING and fakta.verdier:
        krav = arbeidsretting(fakta)
        if krav.hvorfor_ikke is None and krav.per_utdanning:
            arbeidsretting_avsnitt(bygger, krav, fakta, malform)
    elif forste.id in NORSKRETT:
        _norskrett(bygger, fakta, malform)
    elif forste.id in KVP_STONAD:
        _kvp_under_25(bygger, forste, profil, malform)
    if regnet:
        if om := oppsummer(profil, malform):
            bygger.avsnitt(velg(malform, f"*Regnet for: {om}*", f"*Rekna for: {om}*"))
        if programtid(fakta, antatt_tilbud_na=True).sikker:
            maks = programtid(fakta, antatt_tilbud_na=True).mulige[0].hjemmel
            forste = next((r for r in (tjeneste.regler[i] for i in sorted(PROGRAMTID)) if maks in r.hjemler), forste)
    _regel(bygger, forste, malform, ja_nei=ja_nei and not regnet)
    for r in regler[1:]:
        if r.id != forste.id:
            bygger.valg(felt(r, "tittel", malform), felt(r, "tittel", malform))
    return bygger.ferdig("rule", profil, i_dag)


def flere_regler_svar(
    tjeneste: Tjeneste,
    regler: Sequence[Any],
    profil: Profil,
    i_dag: date,
    malform: Malform,
    innledning: str = "",
) -> dict[str, Any]:
    """Several rules that all bear on the question, each in short."""
    bygger = Svarbygger(tjeneste, malform)
    bygger.avsnitt(innledning)
    for r in regler:
        bygger.avsnitt(regelavsnitt(bygger, r, malform))
    return bygger.ferdig("rule", profil, i_dag)


def endringssvar(
    tjeneste: Tjeneste,
    dag: date,
    sluttet: Sequence[Any],
    begynte: Sequence[Any],
    profil: Profil,
    i_dag: date,
    malform: Malform,
) -> dict[str, Any]:
    """What applied before `dag` and what is new from it."""
    bygger = Svarbygger(tjeneste, malform)
    innledning = velg(
        malform,
        f"**Reglene ble endret {dato(dag)}.** Dette gjaldt før:",
        f"**Reglane blei endra {dato(dag)}.** Dette gjaldt før:",
    )
    bygger.avsnitt(innledning)
    for r in sluttet:
        bygger.avsnitt(regelavsnitt(bygger, r, malform))
    eldre = [(p, v) for p in parametre().values() for v in p.verdier if v.status == "historisk" and v.til is not None]
    parameterlinjer = [
        f"- {felt(p, 'tittel', malform)}: {_parameterverdi(v.verdi, p.enhet, malform)} ({v.hjemmel})"
        for p, v in eldre
        if v.til is not None and abs((dag - v.til).days) <= 1 and p.id.startswith("integreringsloven.programtid")
    ]
    if parameterlinjer:
        tittel = velg(malform, "Programtid med tilbud før denne dagen", "Programtid med tilbod før denne dagen")
        bygger.avsnitt("\n".join([f"**{tittel}**", *parameterlinjer]))
    if begynte:
        tittel = velg(malform, "Nytt fra denne dagen", "Nytt frå denne dagen")
        linjer = [f"- {felt(r, 'tittel', malform)} ({liste(list(r.hjemler[:1]), malform)})" for r in begynte]
        bygger.avsnitt("\n".join([f"**{tittel}**", *linjer[:14]]))
        for r in begynte[:8]:
            bygger.kilde(regelkilder(tjeneste, r)[:1])
        for r in begynte[:4]:
            bygger.valg(felt(r, "tittel", malform), felt(r, "tittel", malform))
    return bygger.ferdig("rule", profil, i_dag)


def _parameterverdi(verdi: Any, enhet: str, malform: Malform) -> str:
    if isinstance(verdi, dict):
        maks, ekstra = int(verdi.get("maks", 0)), int(verdi.get("forlengelse", 0))
        tekst = f"inntil {maneder(maks, malform)}"
        return f"{tekst} + {maneder(ekstra, malform)}" if ekstra else tekst
    return f"{verdi} {enhet}"


def vet_ikke_svar(
    tjeneste: Tjeneste, naermeste: Sequence[Any], profil: Profil, i_dag: date, malform: Malform
) -> dict[str, Any]:
    """Nothing fits the question: say so, and offer the nearest things known."""
    bygger = Svarbygger(tjeneste, malform)
    bygger.avsnitt(
        velg(
            malform,
            "**Det vet jeg ikke.** Jeg finner ingen regel eller noe tiltak som svarer på dette.",
            "**Det veit eg ikkje.** Eg finn ingen regel eller noko tiltak som svarar på dette.",
        )
    )
    if naermeste:
        titler = [f"- {felt(r, 'tittel', malform)}" for r in naermeste]
        bygger.avsnitt(
            "\n".join([velg(malform, "Det nærmeste jeg kan noe om:", "Det næraste eg kan noko om:"), *titler])
        )
        for r in naermeste:
            bygger.valg(felt(r, "tittel", malform), felt(r, "tittel", malform))
    return bygger.ferdig("clarification", profil, i_dag)
