"""One side of measures that have been compared: which lasts longest, who pays for each, how much Norwegian it takes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, Literal

from bot.profil.faktum import Profil
from bot.profil.samtale import Malform
from bot.regler.utledning import utled
from bot.regler.vilkar import Utfall
from bot.svar.forklaring import varighet_for
from bot.svar.malform import felt, liste, stor, velg
from bot.svar.svar import Svarbygger
from bot.svar.tjeneste import Tjeneste

Side = Literal["varighet", "betaler", "eier", "norsk", "satser"]
_MANEDER = {"uker": 12 / 52, "maneder": 1.0, "ar": 12.0}
_UTEN_GRENSE = re.compile(r"ikke tidsbegrenset|ingen (?:tids)?grense|uten (?:egen )?(?:tids)?grense", re.I)


def lengste(tiltak: Any, profil: Profil, i_dag: date) -> float | None:
    """The longest a measure can last for this participant, in months, extensions included; infinite where there is no
    limit, None where the sources give no number."""
    if _UTEN_GRENSE.search(tiltak.varighet.tekst):
        return float("inf")
    vanlig, tillegg = 0.0, 0.0
    for g, utfall in varighet_for(tiltak, profil, i_dag):
        if utfall is Utfall.IKKE_OPPFYLT or g.maks is None or g.enhet is None:
            continue
        maneder = g.maks * _MANEDER[g.enhet]
        if g.tillegg:
            tillegg += maneder
        else:
            vanlig = max(vanlig, maneder)
    return vanlig + tillegg if vanlig else None


def _varighet(tiltak: Sequence[Any], profil: Profil, i_dag: date, malform: Malform) -> str:
    lengder = {felt(t, "navn", malform): lengste(t, profil, i_dag) for t in tiltak}
    kjente = {navn: lengde for navn, lengde in lengder.items() if lengde is not None}
    ukjente = liste([navn for navn in lengder if navn not in kjente], malform)
    if len(kjente) < 2:
        return velg(
            malform,
            f"**Det vet jeg ikke.** Kildene gir ingen lengste tid for {ukjente}.",
            f"**Det veit eg ikkje.** Kjeldene gir inga lengste tid for {ukjente}.",
        )
    lengst = [navn for navn, lengde in kjente.items() if lengde == max(kjente.values())]
    navn = liste(lengst, malform)
    if len(lengst) == 1:
        hode = velg(malform, f"**{navn} kan vare lengst.**", f"**{navn} kan vare lengst.**")
    else:
        hode = velg(malform, f"**{navn} kan vare like lenge.**", f"**{navn} kan vare like lenge.**")
    if not ukjente:
        return hode
    return hode + velg(
        malform,
        f" Kildene gir ingen lengste tid for {ukjente}.",
        f" Kjeldene gir inga lengste tid for {ukjente}.",
    )


def _felles(tiltak: Sequence[Any], side: Literal["betaler", "eier"], malform: Malform) -> str:
    """Who pays or is in charge: one sentence when it is the same for all."""
    tekster = [felt(getattr(t, side), "tekst", malform) for t in tiltak]
    if len(set(tekster)) > 1:
        if side == "betaler":
            return velg(malform, "**Det er ulikt hvem som betaler:**", "**Det er ulikt kven som betaler:**")
        return velg(malform, "**Det er ulikt hvem som har ansvaret:**", "**Det er ulikt kven som har ansvaret:**")
    if side == "betaler":
        return velg(malform, f"**Det er likt: {tekster[0]} betaler.**", f"**Det er likt: {tekster[0]} betaler.**")
    return velg(malform, f"**Det er likt: {tekster[0]} har ansvaret.**", f"**Det er likt: {tekster[0]} har ansvaret.**")


def _hode(tiltak: Sequence[Any], side: Side, profil: Profil, i_dag: date, malform: Malform) -> str:
    if side == "varighet":
        return _varighet(tiltak, profil, i_dag, malform)
    if side == "betaler" or side == "eier":
        return _felles(tiltak, side, malform)
    if side == "norsk":
        return velg(malform, "**Norsk for hvert av dem:**", "**Norsk for kvart av dei:**")
    return velg(malform, "**Satser for hvert av dem:**", "**Satsar for kvart av dei:**")


def _om(t: Any, side: Side, malform: Malform) -> str:
    if side == "satser":
        satser = "; ".join(felt(s, "tekst", malform) for s in t.satser)
        return satser or velg(malform, "kildene oppgir ingen sats", "kjeldene gir ingen sats")
    return felt(getattr(t, side), "tekst", malform)


def sidesvar(
    tjeneste: Tjeneste, ider: Sequence[str], side: Side, profil: Profil, i_dag: date, malform: Malform
) -> dict[str, Any]:
    """The answer about one side of the measures compared: the conclusion, then what holds for each."""
    tiltak = [tjeneste.tiltak[i] for i in ider]
    bygger = Svarbygger(tjeneste, malform)
    bygger.avsnitt(_hode(tiltak, side, profil, i_dag, malform))
    linjer = [f"- **{felt(t, 'navn', malform)}**: {stor(_om(t, side, malform))}" for t in tiltak]
    bygger.avsnitt("\n".join(linjer))
    for t in tiltak:
        if side == "varighet":
            bygger.kilde(tjeneste.kilder.samlet((g.hjemmel for g in t.varighet.grenser), ()))
        elif side == "satser":
            bygger.kilde(tjeneste.kilder.samlet((s.hjemmel for s in t.satser), ()))
        bygger.kilde(tjeneste.kilder.henvisninger(t.kilder)[:1])
    fakta = utled(profil, i_dag)
    vurderinger = tjeneste.regelsett.vurder_fakta(fakta, ider)
    bygger.tiltak([tjeneste.tiltak_json(v, fakta, malform, profil) for v in vurderinger], vis_kilder=0)
    return bygger.ferdig("comparison", profil, i_dag)
