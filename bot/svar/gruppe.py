"""A group of measures as a list: each with why it stands there, and what many of them wait for said once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.profil.samtale import Malform
from bot.regler.anbefaling import Plassert
from bot.regler.forklaring import avgjorende
from bot.regler.utledning import Fakta
from bot.regler.vilkar import Utfall
from bot.regler.vurdering import Begrunnelse, Vurdering
from bot.svar.begrunnelse import grunn_med_sted
from bot.svar.malform import felt, liste, velg
from bot.svar.svar import Svarbygger
from bot.svar.tjeneste import Tjeneste

_GAR_IGJEN = 3
"""A reason that so many of a group share is said once, before the list."""

_FLERE_NAVN = 8
"""So many are named in the last line of a group; the rest are counted."""

_INNLEDNING = {
    "mangler_opplysning": ("avhenger av", "kjem an på"),
    "avgjorelse": ("noen må avgjøre", "nokon må avgjere"),
    "skjonn": ("du må vurdere", "du må vurdere"),
}


# what follows straight on "avhenger av" and "du må vurdere"
_ER_LEDD = re.compile(r"(?:om|punkt) ")


def grunnlinje(tjeneste: Tjeneste, v: Vurdering, fakta: Fakta, malform: Malform) -> str:
    """The decisive reasons of one measure in a clause, each with kind and place."""
    return "; ".join(grunn_med_sted(tjeneste, v.tiltak_id, b, fakta, malform) for b in avgjorende(v, fakta))


@dataclass
class _Rad:
    """Measures with the same owner that stand in a group for the same reasons."""

    eier: str
    innledning: str
    grunner: tuple[str, ...]
    felles: tuple[int, ...]
    navn: list[str] = field(default_factory=list)


def _innledning(plassert: Plassert, grunner: Sequence[Begrunnelse], malform: Malform) -> str:
    if plassert.vurdering.verdikt != "conditional":
        return ""
    if any(b.utfall is Utfall.IKKE_OPPFYLT for b in grunner):
        return velg(malform, "taler mot:", "talar mot:")
    return velg(malform, *_INNLEDNING.get(plassert.understatus or "", ("", "")))


def _rader(
    tjeneste: Tjeneste, plasserte: Sequence[Plassert], fakta: Fakta, malform: Malform
) -> tuple[list[str], list[_Rad]]:
    """What goes again in the group, and its rows in the order of the first measure of each."""
    grunner = [
        [
            (b, grunn_med_sted(tjeneste, p.vurdering.tiltak_id, b, fakta, malform))
            for b in avgjorende(p.vurdering, fakta)
        ]
        for p in plasserte
    ]
    antall = Counter(tekst for rad in grunner for _, tekst in rad)
    felles = [tekst for tekst, n in antall.items() if n >= _GAR_IGJEN]
    rader: dict[tuple[object, ...], _Rad] = {}
    for p, rad in zip(plasserte, grunner, strict=True):
        tiltak = tjeneste.tiltak[p.vurdering.tiltak_id]
        eier = felt(tiltak.eier, "tekst", malform).replace(" (", ", ").replace(")", "")
        egne = tuple(tekst for _, tekst in rad if tekst not in felles)
        punkter = tuple(sorted(felles.index(tekst) + 1 for _, tekst in rad if tekst in felles))
        innledning = _innledning(p, [b for b, _ in rad], malform)
        nokkel = (tiltak.eier.kategori, innledning, egne, punkter)
        ny = _Rad(eier, innledning, egne, punkter)
        funnet = rader.setdefault(nokkel if rad else (p.vurdering.tiltak_id,), ny)
        funnet.navn.append(felt(tiltak, "navn", malform))
        if funnet.eier != eier:
            funnet.eier = funnet.eier.split(",")[0].split(";")[0]
    return felles, list(rader.values())


def _linje(rad: _Rad, malform: Malform) -> str:
    navn = liste([f"**{n}**" for n in rad.navn], malform)
    deler = list(rad.grunner)
    if rad.felles:
        deler.append(f"{velg(malform, 'punkt', 'punkt')} {liste([str(n) for n in rad.felles], malform)}")
    if not deler:
        return f"- {navn} ({rad.eier})"
    kolon = ":" if rad.innledning and not rad.innledning.endswith(":") and not _ER_LEDD.match(deler[0]) else ""
    innledning = f"{rad.innledning}{kolon} " if rad.innledning else ""
    return f"- {navn} ({rad.eier}) – {innledning}{'; '.join(deler)}"


def gruppe(
    bygger: Svarbygger, tittel: str, plasserte: Sequence[Plassert], vis: int, fakta: Fakta, malform: Malform
) -> None:
    """Add the group to the answer: `vis` rows in full, the names of the rest. Nothing is added for an empty group."""
    if not plasserte:
        return
    felles, rader = _rader(bygger.tjeneste, plasserte, fakta, malform)
    linjer = [f"**{tittel}**"]
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
