"""Answers about one measure for one participant: whether it fits, and why not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.profil.faktum import Profil
from bot.profil.samtale import Malform
from bot.regler.forklaring import avgjorende, fra_nar, hva_ma_endres, understatus
from bot.regler.utledning import Fakta, utled
from bot.regler.vilkar import Utfall
from bot.regler.vurdering import Begrunnelse, Vurdering
from bot.svar.begrunnelse import SLAGTITLER, grunn_med_sted, kildested, statusord, utfallsord
from bot.svar.malform import felt, liste, maneder, stor, velg
from bot.svar.regeltekst import regelavsnitt
from bot.svar.svar import Svarbygger
from bot.svar.tjeneste import Tjeneste
from bot.svar.verdier import endret, oppsummer, verdiktord


def _navn(tjeneste: Tjeneste, tiltak_id: str, malform: Malform) -> str:
    return felt(tjeneste.tiltak[tiltak_id], "navn", malform)


def _vilkarsliste(
    bygger: Svarbygger, v: Vurdering, fakta: Fakta, malform: Malform, utelat: Sequence[Begrunnelse] = ()
) -> None:
    """Every reason with its status, grouped by kind."""
    tjeneste = bygger.tjeneste
    for slag, titler in SLAGTITLER.items():
        linjer = [
            f"- {tjeneste.grunn(v.tiltak_id, b, fakta, malform)['text']} – *{utfallsord(b, malform)}* "
            f"({kildested(tjeneste, b, malform)})"
            for b in v.begrunnelser
            if b.vilkar.slag == slag and b not in utelat
        ]
        if linjer:
            bygger.avsnitt("\n".join([f"**{velg(malform, *titler)}**", *linjer]))


def verdiktsetning(tjeneste: Tjeneste, v: Vurdering, fakta: Fakta, profil: Profil, malform: Malform) -> str:
    """The verdict of one measure in a sentence, with the decisive reasons."""
    navn = _navn(tjeneste, v.tiltak_id, malform)
    under = understatus(v, fakta)
    forst = avgjorende(v, fakta)
    brutt = [grunn_med_sted(tjeneste, v.tiltak_id, b, fakta, malform) for b in forst if b.utfall is Utfall.IKKE_OPPFYLT]
    andre = [
        grunn_med_sted(tjeneste, v.tiltak_id, b, fakta, malform) for b in forst if b.utfall is not Utfall.IKKE_OPPFYLT
    ]
    fordi = liste(andre, malform)
    if v.verdikt == "suitable":
        hode = velg(malform, f"**Ja, {navn} passer.**", f"**Ja, {navn} passar.**")
        return f"{hode} {stor(fordi)}." if fordi else hode
    if v.verdikt == "unsuitable":
        hode = (
            velg(malform, f"**Nei, {navn} passer ikke.**", f"**Nei, {navn} passar ikkje.**")
            if under == "aldri"
            else velg(malform, f"**{navn} passer ikke nå.**", f"**{navn} passar ikkje no.**")
        )
        tekst = " ".join([hode, *(f"{stor(g)}." for g in brutt)])
        om = fra_nar(tjeneste.regelsett, v.tiltak_id, profil, fakta.i_dag) if under == "ikke_na" else None
        if om:
            tid = maneder(om, malform)
            tekst += " " + velg(malform, f"Tidligst om {tid}.", f"Tidlegast om {tid}.")
        return tekst
    if under == "skjonn":
        return velg(
            malform,
            f"**{navn} kan passe.** Ingenting jeg kan sjekke, taler mot. Dette må du vurdere: {fordi}.",
            f"**{navn} kan passe.** Ingenting eg kan sjekke, talar mot. Dette må du vurdere: {fordi}.",
        )
    if under == "avgjorelse":
        hode = velg(
            malform,
            f"**{navn} kan passe, men noen må avgjøre det.**",
            f"**{navn} kan passe, men nokon må avgjere det.**",
        )
    else:
        hode = f"**{navn} kan passe.**"
    deler = [hode]
    if brutt:
        deler.append(velg(malform, f"Taler mot: {liste(brutt, malform)}.", f"Talar mot: {liste(brutt, malform)}."))
    if andre:
        deler.append(velg(malform, f"Det avhenger av: {fordi}.", f"Det kjem an på: {fordi}."))
    return " ".join(deler)


def vurderingssvar(
    tjeneste: Tjeneste,
    tiltak_id: str,
    profil: Profil,
    i_dag: date,
    malform: Malform,
    neste: str | None,
    alternativer: Sequence[str] = (),
    regel: Any = None,
    *,
    for_: Profil | None = None,
    kort: str = "",
    tenkt: bool = False,
) -> dict[str, Any]:
    """Whether a measure fits this participant: the verdict, every reason, what would have to change, what to ask.
    `regel` is a rule text that answers the question too, `kort` its short answer; `for_` the profile of a supposed
    case's "before"; `tenkt` that `profil` is a supposed case."""
    fakta = utled(profil, i_dag)
    v = tjeneste.regelsett.vurder_fakta(fakta, [tiltak_id])[0]
    bygger = Svarbygger(tjeneste, malform)
    if for_ is not None:
        bygger.avsnitt(endret(for_, profil, malform))
        for_verdikt = tjeneste.regelsett.vurder(for_, i_dag, [tiltak_id])[0].verdikt
        for_ord, na_ord = verdiktord(for_verdikt, malform), verdiktord(v.verdikt, malform)
        if for_verdikt == v.verdikt:
            samme = velg(malform, "Konklusjonen er den samme", "Konklusjonen er den same")
            bygger.avsnitt(f"**{samme}: {na_ord}.**")
        else:
            bygger.avsnitt(velg(malform, f"**Før: {for_ord}. Nå: {na_ord}.**", f"**Før: {for_ord}. No: {na_ord}.**"))
    elif om := oppsummer(profil, malform):
        hode = velg(malform, "Jeg regner med", "Eg reknar med")
        bygger.avsnitt(f"*{velg(malform, 'Tenkt tilfelle', 'Tenkt tilfelle') if tenkt else hode}: {om}*")
    bygger.avsnitt(f"**{kort}**" if kort else "")
    bygger.avsnitt(verdiktsetning(tjeneste, v, fakta, profil, malform))
    if regel is not None:
        bygger.avsnitt(regelavsnitt(bygger, regel, malform))
    _endringer(bygger, v, fakta, malform)
    _vilkarsliste(bygger, v, fakta, malform)
    if alternativer and v.verdikt == "unsuitable":
        navn = [_navn(tjeneste, a, malform) for a in alternativer]
        bygger.avsnitt(
            velg(
                malform,
                f"**Se heller på:** {liste(navn, malform)}.",
                f"**Sjå heller på:** {liste(navn, malform)}.",
            )
        )
        for n in navn[:2]:
            bygger.valg(n, velg(malform, f"Passer {n}?", f"Passar {n}?"))
    bygger.tiltak([tjeneste.tiltak_json(v, fakta, malform, profil)], vis_kilder=1)
    bygger.neste_sporsmal(neste)
    return bygger.ferdig("eligibility", profil, i_dag)


def _endringer(bygger: Svarbygger, v: Vurdering, fakta: Fakta, malform: Malform) -> None:
    """What would have to change, where more stands in the way than the reasons told already."""
    if v.verdikt != "unsuitable":
        return
    endringer = hva_ma_endres(v, fakta)
    if endringer is None:
        bygger.avsnitt(
            velg(
                malform,
                "Noe av dette kan ikke endres, så tiltaket blir ikke aktuelt.",
                "Noko av dette kan ikkje endrast, så tiltaket blir ikkje aktuelt.",
            )
        )
        return
    sagt = avgjorende(v, fakta)
    if all(e.begrunnelse in sagt for e in endringer):
        bygger.avsnitt(
            velg(
                malform,
                "Det kan endre seg: når dette er på plass, kan tiltaket bli aktuelt.",
                "Det kan endre seg: når dette er på plass, kan tiltaket bli aktuelt.",
            )
        )
        return
    linjer = [f"- {felt(e.begrunnelse.vilkar, 'tekst', malform)}" for e in endringer]
    bygger.avsnitt("\n".join([f"**{velg(malform, 'Dette må på plass', 'Dette må på plass')}**", *linjer]))


def hvorfor_ikke_svar(
    tjeneste: Tjeneste,
    tiltak_id: str,
    profil: Profil,
    i_dag: date,
    malform: Malform,
    foreslatt: str | None,
    neste: str | None,
) -> dict[str, Any]:
    """Why not this one: the one or two decisive reasons, against a measure that was suggested instead."""
    fakta = utled(profil, i_dag)
    v = tjeneste.regelsett.vurder_fakta(fakta, [tiltak_id])[0]
    bygger = Svarbygger(tjeneste, malform)
    navn = _navn(tjeneste, tiltak_id, malform)
    forst = avgjorende(v, fakta)
    if om := oppsummer(profil, malform):
        bygger.avsnitt(velg(malform, f"*Jeg regner med: {om}*", f"*Eg reknar med: {om}*"))
    if v.verdikt == "unsuitable":
        hode = velg(malform, f"**{navn} faller bort av disse grunnene:**", f"**{navn} fell bort av desse grunnane:**")
        if len(forst) == 1:
            hode = velg(
                malform,
                f"**{navn} faller bort av denne grunnen:**",
                f"**{navn} fell bort av denne grunnen:**",
            )
    elif v.verdikt == "suitable":
        hode = velg(
            malform,
            f"**{navn} er ikke utelukket – det passer.**",
            f"**{navn} er ikkje utelukka – det passar.**",
        )
    else:
        hode = velg(
            malform,
            f"**{navn} er ikke utelukket, men ikke avklart.** Dette avgjør:",
            f"**{navn} er ikkje utelukka, men ikkje avklart.** Dette avgjer:",
        )
    grunner = [
        f"{i}. {tjeneste.grunn(tiltak_id, b, fakta, malform)['text']} – *{utfallsord(b, malform)}* "
        f"({kildested(tjeneste, b, malform)})"
        for i, b in enumerate(forst, 1)
    ]
    bygger.avsnitt("\n".join([hode, *grunner]))
    _endringer(bygger, v, fakta, malform)
    if foreslatt is not None and foreslatt != tiltak_id and v.verdikt == "unsuitable":
        w = tjeneste.regelsett.vurder_fakta(fakta, [foreslatt])[0]
        andre = list(avgjorende(w, fakta))
        if andre:
            bygger.kilde(tjeneste.kildepunkter(andre[0])[:1])
            grunn = grunn_med_sted(tjeneste, foreslatt, andre[0], fakta, malform)
            navn = _navn(tjeneste, foreslatt, malform)
            hode = velg(malform, f"**Se heller på {navn}.**", f"**Sjå heller på {navn}.**")
            apen = andre[0].utfall in (Utfall.UKJENT, Utfall.SKJONN)
            bygger.avsnitt(
                f"{hode} {velg(malform, 'Det avhenger av', 'Det kjem an på')} {grunn}."
                if apen
                else f"{hode} {stor(statusord(andre[0].utfall, malform))}: {grunn}."
            )
    _vilkarsliste(bygger, v, fakta, malform, utelat=forst)
    bygger.tiltak([tjeneste.tiltak_json(v, fakta, malform, profil)], vis_kilder=1)
    bygger.neste_sporsmal(neste)
    return bygger.ferdig("eligibility", profil, i_dag)
