"""Answers about one measure: what it is, one side of it, whether it fits, why not, and what it goes together with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.profil.faktum import Profil
from bot.profil.samtale import Malform
from bot.regler.forklaring import avgjorende, fra_nar, hva_ma_endres, understatus
from bot.regler.utledning import Fakta, utled
from bot.regler.vilkar import Utfall, kompiler
from bot.regler.vurdering import Begrunnelse, Vurdering
from bot.svar.malform import felt, liste, tall, velg
from bot.svar.regeltekst import regelavsnitt
from bot.svar.svar import Svarbygger
from bot.svar.tjeneste import Tjeneste
from bot.svar.verdier import endret, oppsummer, verdiktord

_SLAG = {
    "lov": ("Lov og forskrift", "Lov og forskrift"),
    "praksis": ("Praksis", "Praksis"),
    "egnethet": ("Egnethet", "Eignaheit"),
}


def _navn(tjeneste: Tjeneste, tiltak_id: str, malform: Malform) -> str:
    return felt(tjeneste.tiltak[tiltak_id], "navn", malform)


def _kildested(tjeneste: Tjeneste, b: Begrunnelse) -> str:
    punkter = tjeneste.kildepunkter(b)
    return f"{b.vilkar.slag}, {tjeneste.kilder.kort(punkter[0])}" if punkter else b.vilkar.slag


_STATUSORD = {
    Utfall.OPPFYLT: ("oppfylt", "oppfylt"),
    Utfall.IKKE_OPPFYLT: ("ikke oppfylt", "ikkje oppfylt"),
    Utfall.UKJENT: ("mangler opplysning", "manglar opplysning"),
    Utfall.SKJONN: ("må vurderes", "må vurderast"),
}


def _vilkarsliste(
    bygger: Svarbygger, v: Vurdering, fakta: Fakta, malform: Malform, utelat: Sequence[Begrunnelse] = ()
) -> None:
    """Every reason with its status, grouped by kind."""
    tjeneste = bygger.tjeneste
    for slag, titler in _SLAG.items():
        linjer = [
            f"- {tjeneste.grunn(v.tiltak_id, b, fakta, malform)['text']} – *{velg(malform, *_STATUSORD[b.utfall])}* "
            f"({_kildested(tjeneste, b)})"
            for b in v.begrunnelser
            if b.vilkar.slag == slag and b not in utelat
        ]
        if linjer:
            bygger.avsnitt("\n".join([f"**{velg(malform, *titler)}**", *linjer]))


def verdiktsetning(tjeneste: Tjeneste, v: Vurdering, fakta: Fakta, profil: Profil, malform: Malform) -> str:
    """The verdict of one measure in a sentence, with the decisive reasons."""
    navn = _navn(tjeneste, v.tiltak_id, malform)
    under = understatus(v, fakta)
    grunner = [
        f"{tjeneste.grunn(v.tiltak_id, b, fakta, malform)['text']} ({_kildested(tjeneste, b)})"
        for b in avgjorende(v, fakta)
    ]
    fordi = liste(grunner, malform)
    if v.verdikt == "suitable":
        return velg(malform, f"**Ja, {navn} passer.** {fordi}.", f"**Ja, {navn} passar.** {fordi}.")
    if v.verdikt == "unsuitable":
        hode = (
            velg(malform, f"**Nei, {navn} passer ikke.**", f"**Nei, {navn} passar ikkje.**")
            if under == "aldri"
            else velg(malform, f"**{navn} passer ikke nå.**", f"**{navn} passar ikkje no.**")
        )
        ord_ = velg(malform, "Det avgjørende", "Det avgjerande")
        tekst = f"{hode} {ord_}: {fordi}."
        om = fra_nar(tjeneste.regelsett, v.tiltak_id, profil, fakta.i_dag) if under == "ikke_na" else None
        if om:
            tekst += " " + velg(malform, f"Tidligst om {om} måneder.", f"Tidlegast om {om} månader.")
        return tekst
    if under == "skjonn":
        return velg(
            malform,
            f"**{navn} kan passe.** Alt jeg kan sjekke, er oppfylt. Dette må du vurdere: {fordi}.",
            f"**{navn} kan passe.** Alt eg kan sjekke, er oppfylt. Dette må du vurdere: {fordi}.",
        )
    if under == "avgjorelse":
        return velg(
            malform,
            f"**{navn} kan passe, men noen må avgjøre det.** {fordi}.",
            f"**{navn} kan passe, men nokon må avgjere det.** {fordi}.",
        )
    return velg(
        malform,
        f"**{navn} kan passe.** Det avhenger av: {fordi}.",
        f"**{navn} kan passe.** Det kjem an på: {fordi}.",
    )


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
) -> dict[str, Any]:
    """Whether a measure fits this participant: the verdict, every reason, what would have to change, what to ask.
    `regel` is a rule text that answers the question too; `for_` the profile of a supposed case's "before"."""
    fakta = utled(profil, i_dag)
    v = tjeneste.regelsett.vurder_fakta(fakta, [tiltak_id])[0]
    bygger = Svarbygger(tjeneste, malform)
    if for_ is not None:
        bygger.avsnitt(endret(for_, profil, malform))
        for_verdikt = tjeneste.regelsett.vurder(for_, i_dag, [tiltak_id])[0].verdikt
        bygger.avsnitt(
            velg(
                malform,
                f"**Før: {verdiktord(for_verdikt, malform)}. Nå: {verdiktord(v.verdikt, malform)}.**",
                f"**Før: {verdiktord(for_verdikt, malform)}. No: {verdiktord(v.verdikt, malform)}.**",
            )
        )
    elif om := oppsummer(profil, malform):
        bygger.avsnitt(velg(malform, f"*Jeg regner med: {om}*", f"*Eg reknar med: {om}*"))
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
        f"{i}. {tjeneste.grunn(tiltak_id, b, fakta, malform)['text']} – *{velg(malform, *_STATUSORD[b.utfall])}* "
        f"({_kildested(tjeneste, b)})"
        for i, b in enumerate(forst, 1)
    ]
    bygger.avsnitt("\n".join([hode, *grunner]))
    _endringer(bygger, v, fakta, malform)
    if foreslatt is not None and foreslatt != tiltak_id:
        w = tjeneste.regelsett.vurder_fakta(fakta, [foreslatt])[0]
        andre = list(avgjorende(w, fakta))
        if andre:
            grunn = tjeneste.grunn(foreslatt, andre[0], fakta, malform)["text"]
            status = velg(malform, *_STATUSORD[andre[0].utfall])
            bygger.avsnitt(
                velg(
                    malform,
                    f"Til sammenligning, {_navn(tjeneste, foreslatt, malform)}: {grunn} – *{status}* "
                    f"({_kildested(tjeneste, andre[0])}).",
                    f"Til samanlikning, {_navn(tjeneste, foreslatt, malform)}: {grunn} – *{status}* "
                    f"({_kildested(tjeneste, andre[0])}).",
                )
            )
    _vilkarsliste(bygger, v, fakta, malform, utelat=forst)
    bygger.tiltak([tjeneste.tiltak_json(v, fakta, malform, profil)], vis_kilder=1)
    bygger.neste_sporsmal(neste)
    return bygger.ferdig("eligibility", profil, i_dag)


def varighet_for(tiltak: Any, profil: Profil, i_dag: date) -> list[tuple[Any, Utfall]]:
    """The limits in time of a measure, each with whether it applies to this participant."""
    fakta = utled(profil, i_dag).verdier
    ut = []
    for g in tiltak.varighet.grenser:
        if g.gjelder is not None:
            utfall = Utfall(kompiler(g.gjelder)(fakta))
        else:
            utfall = Utfall.OPPFYLT if not g.gjelder_tekst else Utfall.SKJONN
        ut.append((g, utfall))
    return ut


def _varighet(bygger: Svarbygger, tiltak: Any, profil: Profil, i_dag: date, malform: Malform) -> None:
    linjer = []
    for g, utfall in varighet_for(tiltak, profil, i_dag):
        if utfall is Utfall.IKKE_OPPFYLT:
            continue
        for_hvem = felt(g, "gjelder_tekst", malform)
        sted = bygger.tjeneste.kilder.hjemmel(g.hjemmel)
        kilde = f" (lov, {bygger.tjeneste.kilder.kort(sted[0])})" if sted else ""
        linjer.append(f"- {felt(g, 'tekst', malform)}" + (f" – {for_hvem}" if for_hvem else "") + kilde)
        bygger.kilde(sted)
    tittel = velg(malform, "Varighet", "Varigheit")
    bygger.avsnitt("\n".join([f"**{tittel}:** {felt(tiltak.varighet, 'tekst', malform)}", *linjer]))


def _satser(bygger: Svarbygger, tiltak: Any, malform: Malform) -> None:
    if not tiltak.satser:
        return
    linjer = []
    for s in tiltak.satser:
        punkter = bygger.tjeneste.kilder.samlet([s.hjemmel], s.kilder)
        sted = f" ({bygger.tjeneste.kilder.kort(punkter[0])})" if punkter else ""
        periode = f", {s.periode}" if s.periode else ""
        linjer.append(f"- {felt(s, 'tekst', malform)}{periode}{sted}")
        bygger.kilde(punkter)
    bygger.avsnitt("\n".join([f"**{velg(malform, 'Satser', 'Satsar')}**", *linjer]))


def _eier(bygger: Svarbygger, tiltak: Any, malform: Malform) -> None:
    bygger.avsnitt(
        velg(
            malform,
            f"**Hvem har ansvaret:** {felt(tiltak.eier, 'tekst', malform)}. **Hvem betaler:** "
            f"{felt(tiltak.betaler, 'tekst', malform)}.",
            f"**Kven har ansvaret:** {felt(tiltak.eier, 'tekst', malform)}. **Kven betaler:** "
            f"{felt(tiltak.betaler, 'tekst', malform)}.",
        )
    )


def _vilkar(bygger: Svarbygger, tiltak: Any, malform: Malform) -> None:
    """The conditions without any participant: law first, then practice and suitability."""
    tjeneste = bygger.tjeneste
    for slag, titler in _SLAG.items():
        linjer = []
        for v in tiltak.vilkar:
            if v.slag != slag or v.styrke == "gjennomforing":
                continue
            punkter = tjeneste.kilder.samlet([v.hjemmel], v.kilder)
            sted = f" ({tjeneste.kilder.kort(punkter[0])})" if punkter else ""
            vanlig = "" if v.styrke == "krav" else velg(malform, " – vanlig, ikke et krav", " – vanleg, ikkje eit krav")
            linjer.append(f"- {felt(v, 'tekst', malform)}{vanlig}{sted}")
            bygger.kilde(punkter[:1])
        if linjer:
            bygger.avsnitt("\n".join([f"**{velg(malform, *titler)}**", *linjer]))


def _kombinasjoner(bygger: Svarbygger, tiltak: Any, malform: Malform) -> None:
    for ledd, titler in (
        (tiltak.kombinasjon.kan, ("Kan kombineres med", "Kan kombinerast med")),
        (tiltak.kombinasjon.kan_ikke, ("Kan ikke kombineres med", "Kan ikkje kombinerast med")),
    ):
        if ledd:
            navn = [f"- {felt(k, 'navn', malform)}{_leddkilde(bygger, k)}" for k in ledd]
            bygger.avsnitt("\n".join([f"**{velg(malform, *titler)}**", *navn]))


def _leddkilde(bygger: Svarbygger, ledd: Any) -> str:
    punkter = bygger.tjeneste.kilder.samlet([ledd.hjemmel], ledd.kilder)
    bygger.kilde(punkter[:1])
    return f" ({bygger.tjeneste.kilder.kort(punkter[0])})" if punkter else ""


def _framgang(bygger: Svarbygger, tiltak: Any, malform: Malform) -> None:
    steg = (malform == "nn" and tiltak.slik_gar_du_fram_nn) or tiltak.slik_gar_du_fram
    if steg:
        tittel = velg(malform, "Slik går du fram", "Slik går du fram")
        bygger.avsnitt("\n".join([f"**{tittel}**", *(f"{i}. {s}" for i, s in enumerate(steg, 1))]))


def _norsk(tiltak: Any, malform: Malform) -> str:
    return f"**Norsk:** {felt(tiltak.norsk, 'tekst', malform)}."


_ASPEKTER = {"hvor_lenge", "hvor_mye", "omfang", "hvem_betaler", "hvem_eier", "hvordan_soke"}


def forklaringssvar(
    tjeneste: Tjeneste,
    tiltak_id: str,
    profil: Profil,
    i_dag: date,
    malform: Malform,
    sporsmal: str | None,
    regel: Any = None,
) -> dict[str, Any]:
    """What a measure is, or the side of it that was asked for first and the rest shorter. `regel` is a rule text that
    answers the same question, told after the catalogue's own words."""
    t = tjeneste.tiltak[tiltak_id]
    bygger = Svarbygger(tjeneste, malform)
    navn = felt(t, "navn", malform)
    status = "" if t.status.kode == "ordinaer" else f" *({felt(t.status, 'tekst', malform)})*"
    if sporsmal == "hvor_lenge":
        _varighet(bygger, t, profil, i_dag, malform)
    elif sporsmal == "omfang":
        bygger.avsnitt(f"**Omfang:** {timer(t.omfang, malform)}.")
        if not t.omfang.timer_uke_maks:
            ukjent = velg(
                malform, "Kildene oppgir ikke antall timer i uka.", "Kjeldene gir ikkje talet på timar i veka."
            )
            bygger.avsnitt(ukjent)
    elif sporsmal == "hvor_mye":
        _satser(bygger, t, malform)
        if not t.satser:
            bygger.avsnitt(
                velg(
                    malform,
                    f"**Kildene oppgir ingen sats for {navn}.**",
                    f"**Kjeldene gir ingen sats for {navn}.**",
                )
            )
        _eier(bygger, t, malform)
    elif sporsmal in ("hvem_betaler", "hvem_eier"):
        _eier(bygger, t, malform)
        _satser(bygger, t, malform)
    elif sporsmal == "hvordan_soke":
        _framgang(bygger, t, malform)
    if regel is not None:
        bygger.avsnitt(regelavsnitt(bygger, regel, malform))
    bygger.avsnitt(f"**{navn}**{status}: {felt(t, 'sammendrag', malform)}")
    if sporsmal not in _ASPEKTER:
        _eier(bygger, t, malform)
        _vilkar(bygger, t, malform)
        bygger.avsnitt(_norsk(t, malform))
        _varighet(bygger, t, profil, i_dag, malform)
        _satser(bygger, t, malform)
        teller = felt(t.arbeidsrettet_14a, "hvorfor", malform)
        if t.arbeidsrettet_14a.teller != "ukjent":
            bygger.avsnitt(
                velg(
                    malform,
                    f"**Teller som arbeidsrettet (§ 14 a):** {t.arbeidsrettet_14a.teller}. {teller}",
                    f"**Tel som arbeidsretta (§ 14 a):** {t.arbeidsrettet_14a.teller}. {teller}",
                )
            )
        if t.tiltakspenger.gir != "ukjent":
            bygger.avsnitt(
                velg(
                    malform,
                    f"**Gir tiltakspenger:** {t.tiltakspenger.gir}. {felt(t.tiltakspenger, 'hvorfor', malform)}",
                    f"**Gir tiltakspengar:** {t.tiltakspenger.gir}. {felt(t.tiltakspenger, 'hvorfor', malform)}",
                )
            )
        _kombinasjoner(bygger, t, malform)
        _framgang(bygger, t, malform)
    if t.merknad:
        bygger.avsnitt(f"*{felt(t, 'merknad', malform)}*")
    bygger.kilde(tjeneste.kilder.henvisninger(t.kilder))
    bygger.valg(velg(malform, "Passer det?", "Passar det?"), velg(malform, f"Passer {navn}?", f"Passar {navn}?"))
    if sporsmal != "hvor_lenge":
        bygger.valg(
            velg(malform, "Hvor lenge?", "Kor lenge?"),
            velg(malform, f"Hvor lenge kan {navn} vare?", f"Kor lenge kan {navn} vare?"),
        )
    if sporsmal != "hvem_betaler":
        bygger.valg(
            velg(malform, "Hvem betaler?", "Kven betaler?"),
            velg(malform, f"Hvem betaler {navn}?", f"Kven betaler {navn}?"),
        )
    fakta = utled(profil, i_dag)
    vurdering = tjeneste.regelsett.vurder_fakta(fakta, [tiltak_id])[0]
    bygger.tiltak([tjeneste.tiltak_json(vurdering, fakta, malform, profil)], vis_kilder=0)
    return bygger.ferdig("measure", profil, i_dag)


def timer(omfang: Any, malform: Malform) -> str:
    """The hours a week of a measure in words."""
    if omfang.timer_uke_maks:
        lav = (
            f"{tall(omfang.timer_uke_min)}–"
            if omfang.timer_uke_min and omfang.timer_uke_min != omfang.timer_uke_maks
            else ""
        )
        return velg(
            malform,
            f"{lav}{tall(omfang.timer_uke_maks)} timer i uka",
            f"{lav}{tall(omfang.timer_uke_maks)} timar i veka",
        )
    return felt(omfang, "tekst", malform)
