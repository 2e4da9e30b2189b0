"""What a measure is, from the catalogue: all of it in short, or the side that was asked for."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.profil.faktum import Profil
from bot.profil.samtale import Malform
from bot.regler.utledning import utled
from bot.regler.vilkar import Utfall, kompiler
from bot.svar.begrunnelse import SLAGTITLER, slagord
from bot.svar.malform import felt, liten, tall, velg
from bot.svar.regeltekst import regelavsnitt
from bot.svar.svar import Svarbygger
from bot.svar.tjeneste import Tjeneste


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


def _varighet(bygger: Svarbygger, tiltak: Any, profil: Profil, i_dag: date, malform: Malform, om: str = "") -> None:
    """How long the measure lasts; `om` is its name when this is what was asked for."""
    linjer = []
    for g, utfall in varighet_for(tiltak, profil, i_dag):
        if utfall is Utfall.IKKE_OPPFYLT:
            continue
        for_hvem = felt(g, "gjelder_tekst", malform)
        sted = bygger.tjeneste.kilder.hjemmel(g.hjemmel)
        kilde = f" ({_slag_og_sted(bygger.tjeneste, sted[0], malform)})" if sted else ""
        linjer.append(f"- {felt(g, 'tekst', malform)}" + (f" – {for_hvem}" if for_hvem else "") + kilde)
        bygger.kilde(sted)
    tittel = velg(malform, "Varighet", "Varigheit")
    tittel = f"{om} – {liten(tittel)}" if om else tittel
    bygger.avsnitt("\n".join([f"**{tittel}:** {felt(tiltak.varighet, 'tekst', malform)}", *linjer]))


def _slag_og_sted(tjeneste: Tjeneste, punkt: str, malform: Malform) -> str:
    return f"{slagord(tjeneste.kilder.slag(punkt), malform)}, {tjeneste.kilder.kort(punkt)}"


def _periode(sats: Any, malform: Malform) -> str:
    """From when or for how long a rate holds, when that says more than that it holds."""
    periode = str(sats.periode or "")
    if not periode or periode == "gjeldende":
        return ""
    if periode.isdigit():
        return velg(malform, f" (i {periode})", f" (i {periode})")
    periode = periode.removesuffix(" (dagens ordlyd)")
    return f" ({velg(malform, periode, periode.replace('fra ', 'frå '))})"


def _satser(bygger: Svarbygger, tiltak: Any, malform: Malform) -> None:
    if not tiltak.satser:
        return
    linjer = []
    for s in tiltak.satser:
        punkter = bygger.tjeneste.kilder.samlet([s.hjemmel], s.kilder)
        sted = f" ({bygger.tjeneste.kilder.kort(punkter[0])})" if punkter else ""
        linjer.append(f"- {felt(s, 'tekst', malform)}{_periode(s, malform)}{sted}")
        bygger.kilde(punkter)
    bygger.avsnitt("\n".join([f"**{velg(malform, 'Satser', 'Satsar')}**", *linjer]))


def _eier(bygger: Svarbygger, tiltak: Any, malform: Malform, forst: str | None = None) -> None:
    """Who is in charge and who pays; `forst` is the side asked for, which comes first and names the measure."""
    navn = felt(tiltak, "navn", malform) if forst else ""
    ansvar = velg(malform, "Hvem har ansvaret", "Kven har ansvaret"), felt(tiltak.eier, "tekst", malform)
    betaler = velg(malform, "Hvem betaler", "Kven betaler"), felt(tiltak.betaler, "tekst", malform)
    rekke = [betaler, ansvar] if forst == "hvem_betaler" else [ansvar, betaler]
    if navn:
        rekke[0] = (f"{navn} – {liten(rekke[0][0])}", rekke[0][1])
    bygger.avsnitt(" ".join(f"**{hva}:** {svar}." for hva, svar in rekke))


def _vilkar(bygger: Svarbygger, tiltak: Any, malform: Malform) -> None:
    """The conditions without any participant: law first, then practice and suitability."""
    tjeneste = bygger.tjeneste
    for slag, titler in SLAGTITLER.items():
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


_JA_NEI = {
    "ja": ("ja", "ja"),
    "nei": ("nei", "nei"),
    "avhenger": ("kommer an på", "kjem an på"),
    "delvis": ("delvis", "delvis"),
    "ukjent": ("ukjent", "ukjent"),
}


def ja_nei(svar: str, malform: Malform) -> str:
    """The catalogue's answer to a yes-or-no question in words. Raises KeyError for another answer."""
    return velg(malform, *_JA_NEI[svar])


_ASPEKTER = {"hvor_lenge", "hvor_mye", "omfang", "hvem_betaler", "hvem_eier", "hvordan_soke", "hvem_kan"}


def _sagt_alt(tiltak: Any, sporsmal: str | None) -> bool:
    """Whether the catalogue has answered the side asked for with its own legal basis: the rule would say it again."""
    grenser = {"hvor_lenge": tiltak.varighet.grenser, "hvor_mye": tiltak.satser}.get(sporsmal or "", ())
    return any(g.hjemmel for g in grenser)


def forklaringssvar(
    tjeneste: Tjeneste,
    tiltak_id: str,
    profil: Profil,
    i_dag: date,
    malform: Malform,
    sporsmal: str | None,
    regel: Any = None,
    *,
    alltid_regel: bool = False,
) -> dict[str, Any]:
    """What a measure is, or the side of it that was asked for first and the rest shorter. `regel` is a rule text that
    answers the same question, told after the catalogue's own words where these do not rest on the law themselves, or
    where more than one side was asked for (`alltid_regel`)."""
    t = tjeneste.tiltak[tiltak_id]
    bygger = Svarbygger(tjeneste, malform)
    navn = felt(t, "navn", malform)
    status = "" if t.status.kode == "ordinaer" else f" *({felt(t.status, 'tekst', malform)})*"
    if sporsmal == "hvor_lenge":
        _varighet(bygger, t, profil, i_dag, malform, navn)
    elif sporsmal == "hvem_kan":
        er_for = velg(malform, "er for", "er for")
        bygger.avsnitt(f"**{navn} {er_for}** {felt(t, 'malgruppe', malform)}.{status}")
        _vilkar(bygger, t, malform)
        bygger.avsnitt(_norsk(t, malform))
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
        _eier(bygger, t, malform, sporsmal)
        if sporsmal == "hvem_betaler":
            _satser(bygger, t, malform)
    elif sporsmal == "hvordan_soke":
        _framgang(bygger, t, malform)
    if regel is not None and (alltid_regel or not _sagt_alt(t, sporsmal)):
        bygger.avsnitt(regelavsnitt(bygger, regel, malform))
    if sporsmal != "hvem_kan":
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
                    f"**Teller som arbeidsrettet (§ 14 a):** {ja_nei(t.arbeidsrettet_14a.teller, malform)}. {teller}",
                    f"**Tel som arbeidsretta (§ 14 a):** {ja_nei(t.arbeidsrettet_14a.teller, malform)}. {teller}",
                )
            )
        if t.tiltakspenger.gir != "ukjent":
            tittel = velg(malform, "Gir tiltakspenger", "Gir tiltakspengar")
            gir = ja_nei(t.tiltakspenger.gir, malform)
            bygger.avsnitt(f"**{tittel}:** {gir}. {felt(t.tiltakspenger, 'hvorfor', malform)}")
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
