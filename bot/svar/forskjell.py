"""A supposed case against the facts: the difference first, then the new picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.profil.faktum import Profil
from bot.profil.samtale import Malform
from bot.regler.anbefaling import Anbefaling, Forskjell
from bot.regler.forklaring import avgjorende
from bot.regler.program import Arbeidsretting
from bot.regler.vurdering import Vurdering
from bot.svar.begrunnelse import slagord, statusord
from bot.svar.gruppe import grunnlinje, gruppe
from bot.svar.malform import felt, liste, liten, velg
from bot.svar.programsvar import arbeidsretting_avsnitt, arbeidsretting_faller_bort
from bot.svar.svar import Svarbygger
from bot.svar.tiltaksvar import verdiktsetning
from bot.svar.tjeneste import Tjeneste
from bot.svar.verdier import endret, verdiktord


def forskjellssvar(
    tjeneste: Tjeneste,
    forskjeller: Sequence[Forskjell],
    for_: Profil,
    etter: Profil,
    a: Anbefaling,
    krav_for: Arbeidsretting | None,
    malform: Malform,
    *,
    i_fokus: str | None = None,
) -> dict[str, Any]:
    """The reply to a what-if. `a` is the recommendation for the supposed case, `krav_for` the fifteen hours before.
    `i_fokus` is the measure that was talked about: it is answered first."""
    bygger = Svarbygger(tjeneste, malform)
    bygger.avsnitt(endret(for_, etter, malform))
    if i_fokus is not None:
        v = tjeneste.regelsett.vurder_fakta(a.fakta, [i_fokus])[0]
        bygger.avsnitt(verdiktsetning(tjeneste, v, a.fakta, etter, malform))
        _med_kilder(bygger, v, a)
    skifter = [f for f in forskjeller if f.for_.verdikt != f.etter.verdikt]
    vilkar = [f for f in forskjeller if f.for_.verdikt == f.etter.verdikt]
    krav = a.arbeidsretting if a.arbeidsretting is not None and a.arbeidsretting.per_utdanning else None
    krav_endret = (krav.per_utdanning if krav else None) != ((krav_for.per_utdanning or None) if krav_for else None)
    bygger.avsnitt(_konklusjon(len(skifter), len(vilkar), krav_endret, malform))
    if krav_endret and krav is not None:
        arbeidsretting_avsnitt(bygger, krav, a.fakta, malform)
    elif krav_endret and krav_for is not None:
        arbeidsretting_faller_bort(bygger, krav_for, malform)
    _skifter(bygger, skifter, a, malform)
    _endrede_vilkar(bygger, vilkar, a, malform)
    bygger.avsnitt(_naermest_da(bygger, a, malform))
    gruppe(bygger, "passer_da", a.passer, 4, a.fakta, malform)
    gruppe(bygger, "kan_passe_da", a.kan_passe, 5, a.fakta, malform)
    bygger.tiltak([tjeneste.tiltak_json(p.vurdering, a.fakta, malform, etter) for p in a.alle], vis_kilder=10)
    bygger.neste_sporsmal(a.neste)
    return bygger.ferdig("recommendation", etter, a.fakta.i_dag)


def _naermest_da(bygger: Svarbygger, a: Anbefaling, malform: Malform) -> str:
    """What is nearest at hand in the supposed case, by name."""
    navn = [felt(bygger.tjeneste.tiltak[p.vurdering.tiltak_id], "navn", malform) for p in a.mest_aktuelle]
    if not navn:
        return ""
    return f"**{velg(malform, 'Se da først på', 'Sjå då først på')}** {liste(navn, malform)}."


def _konklusjon(skifter: int, vilkar: int, krav_endret: bool, malform: Malform) -> str:
    if skifter:
        return velg(malform, f"**{skifter} tiltak skifter konklusjon.**", f"**{skifter} tiltak skiftar konklusjon.**")
    if vilkar:
        return velg(
            malform,
            f"**Ingen tiltak skifter konklusjon, men enkeltvilkår endrer seg for {vilkar}.**",
            f"**Ingen tiltak skiftar konklusjon, men enkeltvilkår endrar seg for {vilkar}.**",
        )
    if krav_endret:
        return velg(
            malform,
            "**Tiltakene er de samme, men kravet til programmet endrer seg.**",
            "**Tiltaka er dei same, men kravet til programmet endrar seg.**",
        )
    return velg(
        malform,
        "**Det endrer ingenting for disse tiltakene.**",
        "**Det endrar ingenting for desse tiltaka.**",
    )


def _med_kilder(bygger: Svarbygger, v: Vurdering, a: Anbefaling) -> None:
    """The sources of the reasons that are told of a measure."""
    for b in avgjorende(v, a.fakta):
        bygger.kilde(bygger.tjeneste.kildepunkter(b)[:1])


def _skifter(bygger: Svarbygger, skifter: Sequence[Forskjell], a: Anbefaling, malform: Malform) -> None:
    if not skifter:
        return
    linjer = [f"**{velg(malform, 'Dette endrer seg', 'Dette endrar seg')}**"]
    for f in skifter[:8]:
        navn = felt(bygger.tjeneste.tiltak[f.tiltak_id], "navn", malform)
        grunn = grunnlinje(bygger.tjeneste, f.etter, a.fakta, malform)
        _med_kilder(bygger, f.etter, a)
        for_ord, etter_ord = verdiktord(f.for_.verdikt, malform), verdiktord(f.etter.verdikt, malform)
        linjer.append(f"- **{navn}**: {for_ord} → {etter_ord}" + (f" – {grunn}" if grunn else ""))
    if len(skifter) > 8:
        linjer.append(f"- … {velg(malform, 'og', 'og')} {len(skifter) - 8} til")
    bygger.avsnitt("\n".join(linjer))


def _endrede_vilkar(bygger: Svarbygger, vilkar: Sequence[Forskjell], a: Anbefaling, malform: Malform) -> None:
    """Measures that keep their verdict but have another condition met or unmet than before."""
    linjer = []
    for f in vilkar:
        for_ = {b.vilkar.id: b for b in f.for_.begrunnelser}
        for b in f.etter.begrunnelser:
            gammel = for_.get(b.vilkar.id)
            if gammel is not None and gammel.utfall is not b.utfall:
                navn = felt(bygger.tjeneste.tiltak[f.tiltak_id], "navn", malform)
                tekst = liten(bygger.tjeneste.grunn(f.tiltak_id, b, a.fakta, malform)["text"])
                ord_ = f"{statusord(gammel.utfall, malform)} → {statusord(b.utfall, malform)}"
                linjer.append(f"- **{navn}**: {tekst} – {ord_} ({slagord(b.vilkar.slag, malform)})")
                break
    if linjer:
        rest = [f"- … {velg(malform, 'og', 'og')} {len(linjer) - 6} til"] if len(linjer) > 6 else []
        bygger.avsnitt("\n".join(linjer[:6] + rest))
