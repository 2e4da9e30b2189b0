"""Answers about rules and numbers: the rule text with its paragraph, sharpened by what is known of the participant."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from bot.profil.faktum import Profil
from bot.profil.samtale import Malform
from bot.regler.parametre import parametre
from bot.regler.program import arbeidsretting, programtid
from bot.regler.utledning import Fakta, utled
from bot.svar.malform import dato, felt, liste, maneder, velg
from bot.svar.navnelikhet import naermeste_navn
from bot.svar.programsvar import arbeidsretting_avsnitt
from bot.svar.regelregning import (
    ARBEIDSRETTING,
    KVP_STONAD,
    NORSKRETT,
    OVERGANG,
    PROGRAMTID,
    VENTETID,
    kvp_under_25_avsnitt,
    norskrett_avsnitt,
    programtid_avsnitt,
    ventetid_avsnitt,
)
from bot.svar.regeltekst import har_ja_nei, regelavsnitt, regelkilder, uten_ja_nei, uten_setning
from bot.svar.svar import Svarbygger, flett_titler
from bot.svar.tjeneste import Tjeneste
from bot.svar.verdier import oppsummer

# Where one sentence ends and the next begins.
_SETNING = re.compile(r"(?<=[a-zæøå%)]\.) (?=[A-ZÆØÅ])")
_ORDNINGSNAVN = {
    "intro": "introduksjonsprogrammet",
    "kvp": "KVP",
    "jobbsjansen": "Jobbsjansen",
    "tiltakspenger": "tiltakspenger",
    "ungdomsprogram": "ungdomsprogrammet",
}


def _regel(bygger: Svarbygger, regel: Any, malform: Malform, *, ja_nei: bool, forst: str | None = None) -> None:
    """The rule; `forst` is the sentence of it that answers the question, said before the rest."""
    if forst is not None:
        bygger.avsnitt(f"**{forst}**")
    bygger.avsnitt(regelavsnitt(bygger, regel, malform, ja_nei=ja_nei, uten=forst))
    for navn, ord_ in (
        ("merknad", velg(malform, "Merk", "Merk")),
        ("rapporten_sier", velg(malform, "Rapporten sier noe annet", "Rapporten seier noko anna")),
    ):
        tekst = uten_setning(felt(regel, navn, malform), forst)
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
    annen: Any = None,
    svarsetning: Callable[[Any], str | None] = lambda _: None,
) -> dict[str, Any]:
    """The best rule in full and the runners-up as choices; computed for the participant where the rule can be. `ja_nei`
    tells that the question may be answered with yes or no, `annen` is the rule of another scheme, told in a line, and
    `svarsetning` finds the sentence of a rule that answers the question when its first does not."""
    bygger = Svarbygger(tjeneste, malform)
    fakta = utled(profil, i_dag)
    forste = _lengden_etter_overgangen(regler, fakta)
    regnet = ventet = sagt = False
    if forste.id in PROGRAMTID:
        regnet = programtid_avsnitt(bygger, fakta, malform, forste.hjemler)
    elif forste.id in ARBEIDSRETTING and fakta.verdier:
        krav = arbeidsretting(fakta)
        if krav.hvorfor_ikke is None and krav.per_utdanning:
            arbeidsretting_avsnitt(bygger, krav, fakta, malform)
            sagt = True
    elif forste.id in NORSKRETT:
        sagt = norskrett_avsnitt(bygger, fakta, malform)
    elif forste.id in KVP_STONAD:
        sagt = kvp_under_25_avsnitt(bygger, forste, profil, malform)
    elif forste.id in VENTETID:
        ventet = ventetid_avsnitt(bygger, forste, profil, malform)
    if regnet:
        if om := oppsummer(profil, malform):
            bygger.avsnitt(velg(malform, f"*Regnet for: {om}*", f"*Rekna for: {om}*"))
        tider = programtid(fakta, antatt_tilbud_na=True)
        if tider.sikker:
            maks = tider.mulige[0].hjemmel
            forste = next((r for r in (tjeneste.regler[i] for i in sorted(PROGRAMTID)) if maks in r.hjemler), forste)
        elif all(t.status == "historisk" for t in tider.mulige):
            forste = next((r for r in regler if r.status == "historisk"), forste)
    regnet_ut = regnet or ventet or sagt
    svarer = ja_nei and not regnet and not ventet
    forst = None if regnet_ut else svarsetning(forste)
    if forst is not None and not svarer:
        forst = uten_ja_nei(forst)
    elif forst is not None and har_ja_nei(felt(forste, "svar", malform)) and not har_ja_nei(forst):
        forst = None
    _regel(bygger, forste, malform, ja_nei=svarer and forst is None, forst=forst)
    if annen is not None:
        bygger.avsnitt(_i_annen(bygger, annen, malform))
    for r in regler[1:]:
        if r.id != forste.id:
            bygger.valg(felt(r, "tittel", malform), felt(r, "tittel", malform))
    return bygger.ferdig("rule", profil, i_dag)


def _lengden_etter_overgangen(regler: Sequence[Any], fakta: Fakta) -> Any:
    """The first rule; or the rule of the length beside the transitional rule, when the offer's date is known and
    settles it (integreringsforskriften §§ 75 and 76)."""
    if regler[0].id == OVERGANG and "tilbud_om_oppstart" in fakta.verdier and programtid(fakta).sikker:
        return next((r for r in regler[1:] if r.id in PROGRAMTID), regler[0])
    return regler[0]


def _i_annen(bygger: Svarbygger, regel: Any, malform: Malform) -> str:
    """What another scheme's rule begins with, in a line; the rule itself becomes a choice."""
    bygger.kilde(regelkilder(bygger.tjeneste, regel)[:1])
    bygger.valg(felt(regel, "tittel", malform), felt(regel, "tittel", malform))
    forst = _SETNING.split(uten_ja_nei(felt(regel, "svar", malform)), maxsplit=1)[0]
    grunn = f" ({regel.hjemler[0]})" if regel.hjemler else ""
    ordning = _ORDNINGSNAVN.get(str(regel.gjelder[0]))
    hvor = f"I {ordning}" if ordning else velg(malform, "En annen ytelse", "Ei anna yting")
    return f"**{hvor}:** {forst.rstrip('.')}{grunn}."


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


_HVA_ER = re.compile(r"^\W*(og |men )?(hva|kva|ka) (er|e|betyr|tyder) \S+\W*$", re.I)


def vet_ikke_svar(
    tjeneste: Tjeneste,
    naermeste: Sequence[Any],
    tekst: str,
    profil: Profil,
    i_dag: date,
    malform: Malform,
    funn: Sequence[str] = (),
) -> dict[str, Any]:
    """Nothing fits the question: say so, and offer the nearest rules and the titles of the nearest findings (`funn`),
    at most three; without any rule, or when it asks what something is, measures with names like it."""
    bygger = Svarbygger(tjeneste, malform)
    bygger.avsnitt(
        velg(
            malform,
            "**Det vet jeg ikke.** Jeg finner ingen regel eller noe tiltak som svarer på dette.",
            "**Det veit eg ikkje.** Eg finn ingen regel eller noko tiltak som svarar på dette.",
        )
    )
    like = naermeste_navn(tjeneste.tiltak, tekst) if _HVA_ER.match(tekst) or not naermeste else []
    if naermeste and not like:
        titler = flett_titler([felt(r, "tittel", malform) for r in naermeste], funn)
        hode = velg(malform, "Det nærmeste jeg kan noe om:", "Det næraste eg kan noko om:")
        bygger.avsnitt("\n".join([hode, *(f"- {t}" for t in titler)]))
        for t in titler:
            bygger.valg(t, t)
    elif like:
        navn = [felt(tjeneste.tiltak[i], "navn", malform) for i in like]
        hode = velg(malform, "Tiltak med navn som ligner mest:", "Tiltak med namn som liknar mest:")
        bygger.avsnitt("\n".join([hode, *(f"- {n}" for n in navn)]))
        for n in navn:
            bygger.valg(n, velg(malform, f"Hva er {n}?", f"Kva er {n}?"))
    return bygger.ferdig("clarification", profil, i_dag)


def uten_regel_svar(
    tjeneste: Tjeneste,
    emne: Sequence[str],
    ordninger: Sequence[str],
    annen: Any,
    naermest: Sequence[Any],
    profil: Profil,
    i_dag: date,
    malform: Malform,
) -> dict[str, Any]:
    """No rule of the scheme named answers, though one of another scheme does: that is said, with the other's rule in a
    line and the nearest of the scheme as choices. `emne` are the question's own words for the matter."""
    bygger = Svarbygger(tjeneste, malform)
    om = liste([f"«{o}»" for o in emne], malform) if emne else velg(malform, "dette", "dette")
    i_ordning = liste([_ORDNINGSNAVN[o] for o in ordninger], malform)
    bygger.avsnitt(
        velg(
            malform,
            f"**Jeg finner ingen regel om {om} for {i_ordning}.** Det betyr ikke at svaret er nei; det står ikke i "
            "kildene jeg har.",
            f"**Eg finn ingen regel om {om} for {i_ordning}.** Det tyder ikkje at svaret er nei; det står ikkje i "
            "kjeldene eg har.",
        )
    )
    bygger.avsnitt(_i_annen(bygger, annen, malform))
    if naermest:
        titler = [f"- {felt(r, 'tittel', malform)}" for r in naermest]
        bygger.avsnitt("\n".join([velg(malform, "Det nærmeste jeg har:", "Det næraste eg har:"), *titler]))
    for r in naermest:
        bygger.valg(felt(r, "tittel", malform), felt(r, "tittel", malform))
    return bygger.ferdig("clarification", profil, i_dag)
