"""A group of measures as a list: each with why it stands there, and what many of them wait for said once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.profil.samtale import Malform
from bot.regler.anbefaling import Plassert
from bot.regler.forklaring import avgjorende
from bot.regler.utledning import Fakta
from bot.regler.vilkar import Utfall
from bot.regler.vurdering import Begrunnelse, Vurdering
from bot.svar.begrunnelse import grunn_med_sted, grunntekst, kildested
from bot.svar.kravtekst import ER_LEDD, INNLEDNING
from bot.svar.malform import felt, liste, velg
from bot.svar.svar import Svarbygger
from bot.svar.tjeneste import Tjeneste

_GAR_IGJEN = 3
"""A reason that so many of a group share is said once, before the list."""

_FLERE_NAVN = 8
"""So many are named in one line of a group; the rest are counted."""

GRUPPETITLER = {
    "forst": ("Gjør dette først", "Gjer dette først"),
    "passer": ("Passer ✓", "Passar ✓"),
    "skjonn": (
        "Alt jeg kan sjekke, er oppfylt – du vurderer resten",
        "Alt eg kan sjekke, er oppfylt – du vurderer resten",
    ),
    "venter": ("Kan passe ? – noe må avklares", "Kan passe ? – noko må avklarast"),
    "passer_da": ("Passer da ✓", "Passar då ✓"),
    "kan_passe_da": ("Kan passe da ?", "Kan passe då ?"),
    "ikke_na": ("Passer ikke nå ✗", "Passar ikkje no ✗"),
    "aldri": ("Passer ikke ✗", "Passar ikkje ✗"),
}
"""What the groups of a recommendation are called."""


def grunnlinje(tjeneste: Tjeneste, v: Vurdering, fakta: Fakta, malform: Malform) -> str:
    """The decisive reasons of one measure in a clause, each with kind and place."""
    return "; ".join(grunn_med_sted(tjeneste, v.tiltak_id, b, fakta, malform) for b in avgjorende(v, fakta))


# whom measures of one row share as owner when how they run them differs
_EIERE = {
    "nav": ("Nav", "Nav"),
    "kommune": ("kommunen", "kommunen"),
    "fylkeskommune": ("fylkeskommunen", "fylkeskommunen"),
}


@dataclass
class _Rad:
    """Measures with the same owner that stand in a group for the same reasons."""

    eier: str
    innledning: str
    grunner: tuple[str, ...]
    felles: tuple[int, ...]
    navn: list[str] = field(default_factory=list)


def innledning(plassert: Plassert, grunner: Sequence[Begrunnelse], malform: Malform) -> str:
    """What leads up to the open or broken reasons of a measure that may fit; empty for the others."""
    if plassert.vurdering.verdikt != "conditional":
        return ""
    if any(b.utfall is Utfall.IKKE_OPPFYLT for b in grunner):
        return velg(malform, "taler mot:", "talar mot:")
    return velg(malform, *INNLEDNING.get(plassert.understatus or "", ("", "")))


@dataclass
class _Felles:
    """A reason that goes again in a group, with every place it stands."""

    tekst: str
    steder: list[str]

    def __str__(self) -> str:
        return f"{self.tekst} {' og '.join(f'({sted})' for sted in self.steder)}"


_Grunner = Sequence[Sequence[tuple[str, Begrunnelse]]]
"""The decisive reasons of each measure of a group, with their words."""


def _felles(tjeneste: Tjeneste, grunner: _Grunner, malform: Malform) -> dict[str, _Felles]:
    """The reasons that so many of the measures share, by their words."""
    funnet: dict[str, _Felles] = {}
    antall = Counter(tekst for av_tiltaket in grunner for tekst, _ in av_tiltaket)
    for av_tiltaket in grunner:
        for tekst, b in av_tiltaket:
            if antall[tekst] < _GAR_IGJEN:
                continue
            sted = kildested(tjeneste, b, malform)
            steder = funnet.setdefault(tekst, _Felles(tekst, [])).steder
            if sted not in steder:
                steder.append(sted)
    return funnet


def _rader(
    tjeneste: Tjeneste, plasserte: Sequence[Plassert], fakta: Fakta, malform: Malform
) -> tuple[list[_Felles], list[_Rad]]:
    """What goes again in the group, and its rows in the order of the first measure of each."""
    alle = [
        [(grunntekst(tjeneste, p.vurdering.tiltak_id, b, fakta, malform), b) for b in avgjorende(p.vurdering, fakta)]
        for p in plasserte
    ]
    felles = _felles(tjeneste, alle, malform)
    nummer = {tekst: n for n, tekst in enumerate(felles, 1)}
    rader: dict[tuple[object, ...], _Rad] = {}
    for p, med_tekst in zip(plasserte, alle, strict=True):
        tiltak = tjeneste.tiltak[p.vurdering.tiltak_id]
        eier = felt(tiltak.eier, "tekst", malform).replace(" (", ", ").replace(")", "")
        tekster, grunner = dict(med_tekst), [b for _, b in med_tekst]
        egne = tuple(f"{t} ({kildested(tjeneste, b, malform)})" for t, b in tekster.items() if t not in nummer)
        punkter = tuple(sorted(nummer[t] for t in tekster if t in nummer))
        ny = _Rad(eier, innledning(p, grunner, malform), egne, punkter)
        hvem = tiltak.eier.kategori if tiltak.eier.kategori in _EIERE else eier
        nokkel = (hvem, ny.innledning, egne, punkter) if grunner else (tiltak.id,)
        rad = rader.setdefault(nokkel, ny)
        rad.navn.append(felt(tiltak, "navn", malform))
        if rad.eier != eier:
            rad.eier = velg(malform, *_EIERE[tiltak.eier.kategori])
    return list(felles.values()), list(rader.values())


def _linje(rad: _Rad, malform: Malform) -> str:
    navn = [f"**{n}**" for n in rad.navn]
    if len(navn) > _FLERE_NAVN:
        til = len(navn) - _FLERE_NAVN
        navn = [*navn[:_FLERE_NAVN], velg(malform, f"{til} til", f"{til} til")]
    deler = list(rad.grunner)
    if rad.felles:
        deler.append(f"{velg(malform, 'punkt', 'punkt')} {liste([str(n) for n in rad.felles], malform)}")
    if not deler:
        return f"- {liste(navn, malform)} ({rad.eier})"
    kolon = ":" if rad.innledning and not rad.innledning.endswith(":") and not ER_LEDD.match(deler[0]) else ""
    innledning = f"{rad.innledning}{kolon} " if rad.innledning else ""
    return f"- {liste(navn, malform)} ({rad.eier}) – {innledning}{'; '.join(deler)}"


def gruppe(
    bygger: Svarbygger, navn: str, plasserte: Sequence[Plassert], vis: int, fakta: Fakta, malform: Malform
) -> None:
    """Add a group of GRUPPETITLER to the answer: `vis` rows in full, the names of the rest. Nothing for none."""
    if not plasserte:
        return
    felles, rader = _rader(bygger.tjeneste, plasserte, fakta, malform)
    linjer = [f"**{velg(malform, *GRUPPETITLER[navn])}**"]
    if felles:
        punkter = "; ".join(f"({i}) {tekst}" for i, tekst in enumerate(felles, 1))
        apent = plasserte[0].vurdering.verdikt == "conditional"
        hode = velg(malform, "Flere avhenger av", "Fleire kjem an på") if apent else velg(malform, "Felles", "Felles")
        linjer.append(f"{hode}: {punkter}.")
    linjer += [_linje(rad, malform) for rad in rader[:vis]]
    rest = [n for rad in rader[vis:] for n in rad.navn]
    if rest:
        flere = velg(malform, "Også her", "Òg her")
        til = len(rest) - _FLERE_NAVN
        hale = velg(malform, f" og {til} til", f" og {til} til") if til > 0 else ""
        linjer.append(f"- {flere}: {', '.join(rest[:_FLERE_NAVN])}{hale}")
    bygger.avsnitt("\n".join(linjer))
