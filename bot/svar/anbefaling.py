"""The recommendation: what fits, what may fit and on what, what does not and why, and the one question to ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.profil.fakta import FAKTA, Profil
from bot.profil.samtale import Malform
from bot.regler.anbefaling import Anbefaling, Forskjell, Plassert
from bot.regler.forklaring import avgjorende
from bot.regler.program import Arbeidsretting
from bot.regler.utledning import Fakta
from bot.regler.vilkar import Utfall
from bot.svar.malform import felt, liste, tall, velg
from bot.svar.svar import Svarbygger
from bot.svar.tjeneste import Tjeneste
from bot.svar.verdier import oppsummer

_VIST = {"passer": 5, "kan": 6, "ikke_na": 4, "aldri": 3}


def _grunnlinje(tjeneste: Tjeneste, plassert: Plassert, fakta: Fakta, malform: Malform) -> str:
    """The decisive reasons of one measure in a clause, each with kind and place."""
    v = plassert.vurdering
    deler = []
    for b in avgjorende(v, fakta):
        punkter = tjeneste.kildepunkter(b)
        sted = f", {tjeneste.kilder.kort(punkter[0])}" if punkter else ""
        tekst = tjeneste.grunn(v.tiltak_id, b, fakta, malform)["text"]
        deler.append(f"{tekst} ({b.vilkar.slag}{sted})")
    return "; ".join(deler)


_INNLEDNING = {
    ("suitable", None): ("", ""),
    ("conditional", "mangler_opplysning"): ("avhenger av: ", "kjem an på: "),
    ("conditional", "avgjorelse"): ("krever en avgjørelse: ", "krev ei avgjerd: "),
    ("conditional", "skjonn"): ("du må vurdere: ", "du må vurdere: "),
}


def linje(tjeneste: Tjeneste, plassert: Plassert, fakta: Fakta, malform: Malform) -> str:
    """One bullet: the measure, its owner and why it stands where it does."""
    tiltak = tjeneste.tiltak[plassert.vurdering.tiltak_id]
    v = plassert.vurdering
    grunn = _grunnlinje(tjeneste, plassert, fakta, malform)
    innledning = ""
    if v.verdikt == "conditional":
        if any(b.utfall is Utfall.IKKE_OPPFYLT for b in avgjorende(v, fakta)):
            innledning = velg(malform, "taler mot: ", "talar mot: ")
        else:
            par = _INNLEDNING.get((v.verdikt, plassert.understatus), ("", ""))
            innledning = velg(malform, *par)
    navn, eier = felt(tiltak, "navn", malform), felt(tiltak.eier, "tekst", malform)
    return f"- **{navn}** ({eier}) – {innledning}{grunn}" if grunn else f"- **{navn}** ({eier})"


def _gruppe(
    bygger: Svarbygger, tittel: str, plasserte: Sequence[Plassert], vis: int, fakta: Fakta, malform: Malform
) -> None:
    if not plasserte:
        return
    tjeneste = bygger.tjeneste
    linjer = [f"**{tittel}**"]
    linjer += [linje(tjeneste, p, fakta, malform) for p in plasserte[:vis]]
    rest = [felt(tjeneste.tiltak[p.vurdering.tiltak_id], "navn", malform) for p in plasserte[vis:]]
    if rest:
        flere = velg(malform, "Også her", "Òg her")
        vist = rest[:8]
        hale = velg(malform, f" og {len(rest) - 8} til", f" og {len(rest) - 8} til") if len(rest) > 8 else ""
        linjer.append(f"- {flere}: {', '.join(vist)}{hale}")
    bygger.avsnitt("\n".join(linjer))


def arbeidsretting_tekst(krav: Arbeidsretting, fakta: Fakta, malform: Malform) -> str:
    """What integreringsloven § 14 a asks of the programme now, for every education still possible."""
    timer = tall(krav.timer_uke or 0)
    maned = fakta.verdier.get("programmaned", (None,))[0]
    kilde = "(lov, integreringsloven § 14 a tredje ledd)"
    bare = velg(
        malform,
        "Kravet gjelder bare program som skal kvalifisere for arbeid.",
        "Kravet gjeld berre program som skal kvalifisere for arbeid.",
    )
    navn = {
        "med_videregaende": velg(malform, "med videregående eller høyere", "med vidaregåande eller høgare"),
        "uten_videregaende": velg(malform, "uten fullført videregående", "utan fullført vidaregåande"),
    }
    if len(krav.per_utdanning) == 1:
        ((utdanning, (status, fra)),) = krav.per_utdanning.items()
        if status == "gjelder":
            tekst = velg(
                malform,
                f"**Måned {maned}, {navn[utdanning]}:** Programmet skal nå ha minst {timer} timer arbeidsrettet innhold "
                f"i uka i snitt. Kravet gjelder fra måned {fra} {kilde}. {bare}",
                f"**Månad {maned}, {navn[utdanning]}:** Programmet skal no ha minst {timer} timar arbeidsretta innhald "
                f"i veka i snitt. Kravet gjeld frå månad {fra} {kilde}. {bare}",
            )
        else:
            tekst = velg(
                malform,
                f"**{navn[utdanning].capitalize()}:** Kravet om {timer} timer arbeidsrettet innhold i uka gjelder "
                f"først fra måned {fra} {kilde}. {bare}",
                f"**{navn[utdanning].capitalize()}:** Kravet om {timer} timar arbeidsretta innhald i veka gjeld "
                f"først frå månad {fra} {kilde}. {bare}",
            )
    else:
        deler = []
        for utdanning, (status, fra) in krav.per_utdanning.items():
            na = (
                velg(malform, "altså nå", "altså no")
                if status == "gjelder"
                else velg(malform, "ikke ennå", "ikkje enno")
            )
            fra_ord = velg(malform, "fra måned", "frå månad")
            deler.append(f"{navn[utdanning]}: {fra_ord} {fra}" + (f", {na}" if maned else ""))
        tekst = velg(
            malform,
            f"**{timer} timer arbeidsrettet innhold i uka** (i snitt) avhenger av utdanningen – {'; '.join(deler)} {kilde}. "
            f"{bare}",
            f"**{timer} timar arbeidsretta innhald i veka** (i snitt) kjem an på utdanninga – {'; '.join(deler)} {kilde}. "
            f"{bare}",
        )
    if krav.status == "gjelder" or (
        krav.status == "ukjent" and any(s == "gjelder" for s, _ in krav.per_utdanning.values())
    ):
        tekst += " " + velg(
            malform,
            "Praksis, deltidsjobb, korte bransjekurs og Nav-tiltak teller med.",
            "Praksis, deltidsjobb, korte bransjekurs og Nav-tiltak tel med.",
        )
    return tekst


def _husk(anbefaling: Anbefaling, eier: str | None, malform: Malform) -> list[str]:
    """Short reminders that follow from the facts, each with its source."""
    fakta = anbefaling.fakta.verdier
    ordninger = fakta.get("ordninger", ())
    i_intro = len(ordninger) == 1 and isinstance(ordninger[0], frozenset) and "intro" in ordninger[0]
    ut = []
    if "norskniva" in fakta and eier in (None, "nav"):
        ut.append(
            velg(
                malform,
                "Forskriften har ingen norskgrense. «A2» er praksis hos Nav og arrangørene "
                "(praksis, Proba 2026 kap. 5.1.4).",
                "Forskrifta har inga norskgrense. «A2» er praksis hos Nav og arrangørane "
                "(praksis, Proba 2026 kap. 5.1.4).",
            )
        )
    if i_intro and eier in (None, "nav"):
        ut.append(
            velg(
                malform,
                "Deltakeren kan registrere seg som arbeidssøker (lov, arbeidsmarkedsloven § 10), beholder "
                "introduksjonsstønaden og får ikke tiltakspenger (lov, tiltakspengeforskriften § 7 tredje ledd).",
                "Deltakaren kan registrere seg som arbeidssøkjar (lov, arbeidsmarkedsloven § 10), beheld "
                "introduksjonsstønaden og får ikkje tiltakspengar (lov, tiltakspengeforskriften § 7 tredje ledd).",
            )
        )
    return ut


def _konklusjon(a: Anbefaling, malform: Malform, hva: str) -> str:
    bare_skjonn = sum(1 for p in a.kan_passe if p.understatus == "skjonn")
    deler = []
    if a.passer:
        deler.append(velg(malform, f"{len(a.passer)} passer", f"{len(a.passer)} passar"))
    if a.kan_passe:
        deler.append(velg(malform, f"{len(a.kan_passe)} kan passe", f"{len(a.kan_passe)} kan passe"))
    if a.ikke_na:
        deler.append(velg(malform, f"{len(a.ikke_na)} passer ikke nå", f"{len(a.ikke_na)} passar ikkje no"))
    if a.aldri:
        deler.append(velg(malform, f"{len(a.aldri)} passer ikke", f"{len(a.aldri)} passar ikkje"))
    setning = f"**{hva}: {liste(deler, malform)}.**"
    if bare_skjonn:
        setning += " " + velg(
            malform,
            f"For {bare_skjonn} av dem som kan passe, er alt jeg kan sjekke oppfylt; resten er din vurdering.",
            f"For {bare_skjonn} av dei som kan passe, er alt eg kan sjekke oppfylt; resten er di vurdering.",
        )
    return setning


def anbefalingssvar(
    tjeneste: Tjeneste,
    a: Anbefaling,
    profil: Profil,
    malform: Malform,
    *,
    eier: str | None,
    hva: str,
    tenkt: bool,
) -> dict[str, Any]:
    """The reply for a recommendation. `hva` names what was asked for ("Nav-tiltak"), `eier` limits it to an owner."""
    bygger = Svarbygger(tjeneste, malform)
    om = oppsummer(profil, malform)
    if tenkt:
        bygger.avsnitt(velg(malform, f"*Tenkt tilfelle: {om}*", f"*Tenkt tilfelle: {om}*"))
    elif om:
        bygger.avsnitt(velg(malform, f"*Jeg regner med: {om}*", f"*Eg reknar med: {om}*"))
    bygger.avsnitt(_konklusjon(a, malform, hva))
    if a.arbeidsretting is not None and a.arbeidsretting.per_utdanning:
        bygger.avsnitt(arbeidsretting_tekst(a.arbeidsretting, a.fakta, malform))
        bygger.kilde_hjemmel("integreringsloven § 14 a tredje ledd; integreringsloven § 14 a fjerde ledd")
    _gruppe(bygger, velg(malform, "Passer ✓", "Passar ✓"), a.passer, _VIST["passer"], a.fakta, malform)
    _gruppe(bygger, velg(malform, "Kan passe ?", "Kan passe ?"), a.kan_passe, _VIST["kan"], a.fakta, malform)
    _gruppe(
        bygger,
        velg(malform, "Passer ikke nå ✗", "Passar ikkje no ✗"),
        a.ikke_na,
        _VIST["ikke_na"],
        a.fakta,
        malform,
    )
    _gruppe(
        bygger, velg(malform, "Passer ikke ✗", "Passar ikkje ✗"), a.aldri, _VIST["aldri"], a.fakta, malform
    )
    husk = _husk(a, eier, malform)
    if husk:
        bygger.avsnitt("\n".join([f"**{velg(malform, 'Husk', 'Hugs')}**", *(f"- {h}" for h in husk)]))
    bygger.tiltak(
        [tjeneste.tiltak_json(p.vurdering, a.fakta, malform, profil) for p in a.alle],
        vis_kilder=_VIST["passer"] + 6,
    )
    bygger.neste_sporsmal(a.neste)
    return bygger.ferdig("recommendation", profil, a.fakta.i_dag)


_VERDIKTORD = {
    "suitable": ("passer", "passar"),
    "conditional": ("kan passe", "kan passe"),
    "unsuitable": ("passer ikke", "passar ikkje"),
}


def verdiktord(verdikt: str, malform: Malform) -> str:
    """A verdict in words."""
    return velg(malform, *_VERDIKTORD[verdikt])


def forskjellssvar(
    tjeneste: Tjeneste,
    forskjeller: Sequence[Forskjell],
    for_: Profil,
    etter: Profil,
    a: Anbefaling,
    malform: Malform,
) -> dict[str, Any]:
    """The reply to a what-if: the difference first, then the new picture. `a` is the recommendation for the new case."""
    bygger = Svarbygger(tjeneste, malform)
    bygger.avsnitt(_endret(for_, etter, malform))
    skifter = [f for f in forskjeller if f.for_.verdikt != f.etter.verdikt]
    if skifter:
        linjer = [f"**{velg(malform, 'Dette endrer seg', 'Dette endrar seg')}**"]
        for f in skifter[:8]:
            navn = felt(tjeneste.tiltak[f.tiltak_id], "navn", malform)
            plassert = next(p for p in a.alle if p.vurdering.tiltak_id == f.tiltak_id)
            grunn = _grunnlinje(tjeneste, plassert, a.fakta, malform)
            linjer.append(
                f"- **{navn}**: {verdiktord(f.for_.verdikt, malform)} → {verdiktord(f.etter.verdikt, malform)}"
                + (f" – {grunn}" if grunn else "")
            )
        if len(skifter) > 8:
            linjer.append(velg(malform, f"- … og {len(skifter) - 8} til", f"- … og {len(skifter) - 8} til"))
        bygger.avsnitt("\n".join(linjer))
    else:
        bygger.avsnitt(
            velg(
                malform,
                "**Ingen tiltak skifter konklusjon.** Det som endrer seg, er enkeltvilkår:",
                "**Ingen tiltak skiftar konklusjon.** Det som endrar seg, er enkeltvilkår:",
            )
            if forskjeller
            else velg(
                malform,
                "**Det endrer ingenting for disse tiltakene.**",
                "**Det endrar ingenting for desse tiltaka.**",
            )
        )
    vilkar = [f for f in forskjeller if f.for_.verdikt == f.etter.verdikt]
    if vilkar:
        _endrede_vilkar(bygger, vilkar, a, malform)
    if a.arbeidsretting is not None and a.arbeidsretting.per_utdanning:
        bygger.avsnitt(arbeidsretting_tekst(a.arbeidsretting, a.fakta, malform))
        bygger.kilde_hjemmel("integreringsloven § 14 a tredje ledd")
    _gruppe(bygger, velg(malform, "Passer da ✓", "Passar då ✓"), a.passer, 4, a.fakta, malform)
    _gruppe(bygger, velg(malform, "Kan passe da ?", "Kan passe då ?"), a.kan_passe, 5, a.fakta, malform)
    bygger.tiltak([tjeneste.tiltak_json(p.vurdering, a.fakta, malform, etter) for p in a.alle], vis_kilder=10)
    bygger.neste_sporsmal(a.neste)
    return bygger.ferdig("recommendation", etter, a.fakta.i_dag)


def _endrede_vilkar(bygger: Svarbygger, vilkar: Sequence[Forskjell], a: Anbefaling, malform: Malform) -> None:
    """Measures that keep their verdict but have another condition met or unmet than before."""
    linjer = []
    for f in vilkar[:5]:
        for b0, b1 in zip(f.for_.begrunnelser, f.etter.begrunnelser, strict=False):
            if b0.utfall is not b1.utfall and b0.vilkar.id == b1.vilkar.id:
                navn = felt(bygger.tjeneste.tiltak[f.tiltak_id], "navn", malform)
                utfall = {
                    Utfall.OPPFYLT: velg(malform, "oppfylt", "oppfylt"),
                    Utfall.IKKE_OPPFYLT: velg(malform, "ikke oppfylt", "ikkje oppfylt"),
                    Utfall.UKJENT: velg(malform, "ukjent", "ukjent"),
                }
                tekst = bygger.tjeneste.grunn(f.tiltak_id, b1, a.fakta, malform)["text"]
                linjer.append(
                    f"- **{navn}** ({verdiktord(f.etter.verdikt, malform)}): {tekst} – "
                    f"{utfall[b0.utfall]} → {utfall[b1.utfall]} ({b1.vilkar.slag})"
                )
                break
    if linjer:
        bygger.avsnitt("\n".join(linjer))


def _endret(for_: Profil, etter: Profil, malform: Malform) -> str:
    """Which facts the supposed case changes, before → after."""
    deler = []
    for navn in dict.fromkeys([*etter, *for_]):
        if FAKTA[navn].utledet or for_.get(navn) == etter.get(navn):
            continue
        gammel = oppsummer({navn: for_[navn]}, malform) if navn in for_ else velg(malform, "ukjent", "ukjent")
        ny = (
            oppsummer({navn: etter[navn]}, malform)
            if navn in etter
            else velg(malform, "gjelder ikke", "gjeld ikkje")
        )
        deler.append(f"{gammel} → {ny}")
    return velg(malform, f"*Tenkt tilfelle: {'; '.join(deler)}*", f"*Tenkt tilfelle: {'; '.join(deler)}*")
