"""What a rule comes to for the participant: the length of the programme, the right to Norwegian, a share, a wait."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Any

from bot.profil.faktum import Profil
from bot.profil.samtale import Malform
from bot.regler.norskrett import Norskrett, norskrett
from bot.regler.program import Programtid, programtid
from bot.regler.utledning import Fakta
from bot.svar.malform import dato, liste, maneder, velg
from bot.svar.svar import Svarbygger
from bot.svar.tjeneste import Tjeneste

PROGRAMTID = frozenset({"R-060", "R-061", "R-062", "R-063", "R-064", "R-070"})
OVERGANG = "R-302"
ARBEIDSRETTING = frozenset({"R-082", "R-083", "R-084"})
NORSKRETT = frozenset({"R-121"})
KVP_STONAD = frozenset({"R-171"})
VENTETID = frozenset({"R-193"})


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


def programtid_avsnitt(bygger: Svarbygger, fakta: Fakta, malform: Malform, hjemler: Collection[str] = ()) -> bool:
    """The programme length for what is known; whether anything was said. The length for an offer today is told when
    the date of the offer is unknown, with what held before. Of several lengths the one of `hjemler`, the paragraphs of
    the rule asked about, stands first."""
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
        nyeste = sorted(
            tider.mulige,
            key=lambda t: (t.hjemmel not in hjemler, _gruppe(t, malform), -(t.tilbud_fra or date.min).toordinal()),
        )
        linjer = [
            f"- {_gruppe(t, malform)}{_tilbud(t, malform) if flere else ''}: {_lengde(t, malform)} (lov, {t.hjemmel})"
            for t in nyeste
        ]
        hode = velg(malform, "**Programtiden kommer an på:**", "**Programtida kjem an på:**")
        bygger.avsnitt("\n".join([hode, *linjer]))
    for t in tider.mulige:
        bygger.kilde(_tidskilde(tjeneste, t))
    if "tilbud_om_oppstart" not in fakta.verdier:
        _overganger(bygger, tider.mulige, malform)
    return True


def _overganger(bygger: Svarbygger, tider: Sequence[Programtid], malform: Malform) -> None:
    """From which offers the lengths hold. With several days, each says for which end goals."""
    dager: dict[tuple[date, str], list[str]] = {}
    for t in tider:
        if t.overgang and t.tilbud_fra:
            dager.setdefault((t.tilbud_fra, t.overgang), []).append(_gruppe(t, malform))
    setninger = []
    for (fra, overgang), grupper in sorted(dager.items()):
        grense = dato(fra - timedelta(days=1))
        noen = [g.removeprefix(f"{velg(malform, 'uten videregående', 'utan vidaregåande')}, ") for g in grupper]
        hvem = liste(list(dict.fromkeys(noen)), malform)
        if len(dager) > 1:
            hode = velg(malform, f"For {hvem} gjelder det", f"For {hvem} gjeld det")
        else:
            hode = velg(malform, "Det gjelder", "Det gjeld")
        setninger.append(
            velg(
                malform,
                f"{hode} dem som fikk tilbud om oppstart etter {grense} ({overgang}).",
                f"{hode} dei som fekk tilbod om oppstart etter {grense} ({overgang}).",
            )
        )
    if setninger:
        tidligere = velg(
            malform, "Tidligere tilbud følger de gamle lengdene.", "Tidlegare tilbod følgjer dei gamle lengdene."
        )
        bygger.avsnitt(" ".join([*setninger, tidligere]))


def norskrett_avsnitt(bygger: Svarbygger, fakta: Fakta, malform: Malform) -> bool:
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


def kvp_under_25_avsnitt(bygger: Svarbygger, regel: Any, profil: Profil, malform: Malform) -> bool:
    """The share of the benefit for somebody known to be under 25, with the sum the rule's own numbers make it
    (sosialtjenesteloven § 35). Returns whether anything was said."""
    tall = {t.navn: t.verdi for t in regel.tall}
    alder = profil.get("alder", ())
    if len(alder) != 1 or not isinstance(alder[0], int) or not alder[0] < int(tall["aldersgrense_redusert"]):
        return False
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
    return True


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


def ventetid_avsnitt(bygger: Svarbygger, regel: Any, profil: Profil, malform: Malform) -> bool:
    """Whether the wait from the introduction programme to Jobbsjansen is over for somebody known to have left the
    programme a number of months ago (the conditions of the Jobbsjansen grant; the rule's own number). Returns whether
    anything was said."""
    siden = profil.get("maneder_siden_program", ())
    if len(siden) != 1 or not isinstance(siden[0], int):
        return False
    igjen = next(int(t.verdi) for t in regel.tall if t.enhet == "måneder") - siden[0]
    gatt = maneder(siden[0], malform)
    if igjen > 0:
        tekst = velg(
            malform,
            f"**Ikke ennå: ventetiden er over om {maneder(igjen, malform)}.** Det er {gatt} siden programmet.",
            f"**Ikkje enno: ventetida er over om {maneder(igjen, malform)}.** Det er {gatt} sidan programmet.",
        )
    else:
        tekst = velg(
            malform,
            f"**Ventetiden er over.** Det er {gatt} siden programmet.",
            f"**Ventetida er over.** Det er {gatt} sidan programmet.",
        )
    bygger.avsnitt(tekst)
    return True
