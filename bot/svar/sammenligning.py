"""Two or more measures side by side, and whether two things go together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.profil.faktum import Profil
from bot.profil.samtale import Malform
from bot.regler.utledning import utled
from bot.svar.forklaring import ja_nei, timer
from bot.svar.malform import felt, liste, velg
from bot.svar.regeltekst import regelavsnitt
from bot.svar.svar import Svarbygger
from bot.svar.tjeneste import Tjeneste
from bot.svar.verdier import verdiktord


def _celle(tekst: str) -> str:
    return tekst.replace("|", "/").replace("\n", " ")


def sammenligningssvar(
    tjeneste: Tjeneste, ider: Sequence[str], profil: Profil, i_dag: date, malform: Malform
) -> dict[str, Any]:
    """The difference first, then a table. With a participant known, also how each one stands."""
    tiltak = [tjeneste.tiltak[i] for i in ider]
    bygger = Svarbygger(tjeneste, malform)
    korte = [f"**{felt(t, 'navn', malform)}**: {felt(t, 'sammendrag', malform)}" for t in tiltak]
    bygger.avsnitt("\n".join(f"- {k}" for k in korte))
    rader = [
        (
            velg(malform, "Hvem har ansvaret", "Kven har ansvaret"),
            [felt(t.eier, "tekst", malform) for t in tiltak],
        ),
        (velg(malform, "Hvem betaler", "Kven betaler"), [felt(t.betaler, "tekst", malform) for t in tiltak]),
        (velg(malform, "For hvem", "For kven"), [felt(t, "malgruppe", malform) for t in tiltak]),
        (velg(malform, "Norsk", "Norsk"), [felt(t.norsk, "tekst", malform) for t in tiltak]),
        (velg(malform, "Varighet", "Varigheit"), [felt(t.varighet, "tekst", malform) for t in tiltak]),
        (velg(malform, "Omfang", "Omfang"), [timer(t.omfang, malform) for t in tiltak]),
        (
            velg(malform, "Satser", "Satsar"),
            ["; ".join(felt(s, "tekst", malform) for s in t.satser) or "–" for t in tiltak],
        ),
        (
            velg(malform, "Arbeidsrettet (§ 14 a)", "Arbeidsretta (§ 14 a)"),
            [ja_nei(t.arbeidsrettet_14a.teller, malform) for t in tiltak],
        ),
        (
            velg(malform, "Gir tiltakspenger", "Gir tiltakspengar"),
            [ja_nei(t.tiltakspenger.gir, malform) for t in tiltak],
        ),
    ]
    fakta = utled(profil, i_dag)
    vurderinger = tjeneste.regelsett.vurder_fakta(fakta, ider)
    if profil:
        rader.append(
            (
                velg(malform, "Denne deltakeren", "Denne deltakaren"),
                [verdiktord(v.verdikt, malform) for v in vurderinger],
            )
        )
    hode = "| | " + " | ".join(_celle(felt(t, "navn", malform)) for t in tiltak) + " |"
    skille = "|---" * (len(tiltak) + 1) + "|"
    linjer = [f"| {navn} | " + " | ".join(_celle(c) for c in celler) + " |" for navn, celler in rader]
    bygger.avsnitt("\n".join([hode, skille, *linjer]))
    sammen = _sammen(bygger, ider, malform)
    if sammen:
        bygger.avsnitt(sammen)
    for t in tiltak:
        hjemler = [*(g.hjemmel for g in t.varighet.grenser), *(s.hjemmel for s in t.satser)]
        bygger.kilde(tjeneste.kilder.samlet(hjemler, t.kilder))
    bygger.tiltak([tjeneste.tiltak_json(v, fakta, malform, profil) for v in vurderinger], vis_kilder=0)
    for t in tiltak[:3]:
        navn = felt(t, "navn", malform)
        bygger.valg(
            velg(malform, f"Mer om {navn}", f"Meir om {navn}"),
            velg(malform, f"Hva er {navn}?", f"Kva er {navn}?"),
        )
    return bygger.ferdig("comparison", profil, i_dag)


def _ledd(tjeneste: Tjeneste, a: str) -> list[tuple[bool, Any, str]]:
    """All the catalogue says in the file of `a` about what it goes with: may they, the entry, and whose file."""
    k = tjeneste.tiltak[a].kombinasjon
    return [*((False, ledd, a) for ledd in k.kan_ikke), *((True, ledd, a) for ledd in k.kan)]


def kombinasjon(tjeneste: Tjeneste, a: str, b: str) -> tuple[bool, Any, str] | None:
    """Whether two measures, schemes or benefits go together, from either one's entry; None when neither says.

    An entry that names the other by its id decides; else one that begins with its name. A name inside an entry says
    nothing: it stands there after "unntatt" and "annen enn" as well.
    """
    par = ((a, b), (b, a))
    for den_ene, den_andre in par:
        for funn in _ledd(tjeneste, den_ene):
            if funn[1].tiltak == den_andre:
                return funn
    for den_ene, den_andre in par:
        andre = tjeneste.tiltak[den_andre]
        for navn in (andre.navn, *andre.synonymer):
            for funn in _ledd(tjeneste, den_ene):
                if re.match(re.escape(navn) + r"(?!\w)(?! i )", funn[1].navn, re.I) and funn[1].tiltak is None:
                    return funn
    return None


def _sammen(bygger: Svarbygger, ider: Sequence[str], malform: Malform) -> str:
    if len(ider) != 2:
        return ""
    funn = kombinasjon(bygger.tjeneste, ider[0], ider[1])
    return "" if funn is None else _kombinasjonssetning(bygger, ider, funn, malform)


def _kombinasjonssetning(bygger: Svarbygger, ider: Sequence[str], funn: tuple[bool, Any, str], malform: Malform) -> str:
    kan, ledd, _ = funn
    tjeneste = bygger.tjeneste
    navn = liste([felt(tjeneste.tiltak[i], "navn", malform) for i in ider], malform)
    punkter = (*tjeneste.kilder.hjemmel(ledd.hjemmel), *tjeneste.kilder.henvisninger(ledd.kilder))
    bygger.kilde(punkter)
    slag = velg(malform, "lov", "lov") if ledd.hjemmel else velg(malform, "praksis", "praksis")
    sted = f" ({slag}, {tjeneste.kilder.kort(punkter[0])})" if punkter else ""
    detalj = felt(ledd, "navn", malform)
    if kan:
        return velg(
            malform,
            f"**Ja, {navn} kan kombineres.** Katalogen sier: {detalj}{sted}.",
            f"**Ja, {navn} kan kombinerast.** Katalogen seier: {detalj}{sted}.",
        )
    return velg(
        malform,
        f"**Nei, {navn} kan ikke kombineres.** Katalogen sier: {detalj}{sted}.",
        f"**Nei, {navn} kan ikkje kombinerast.** Katalogen seier: {detalj}{sted}.",
    )


def kombinasjonssvar(
    tjeneste: Tjeneste,
    ider: Sequence[str],
    regler: Sequence[Any],
    profil: Profil,
    i_dag: date,
    malform: Malform,
) -> dict[str, Any]:
    """Whether things go together: the catalogue's word first, then the rules that bear on it."""
    bygger = Svarbygger(tjeneste, malform)
    sagt = False
    for i, a in enumerate(ider):
        for b in ider[i + 1 :]:
            funn = kombinasjon(tjeneste, a, b)
            if funn is not None:
                bygger.avsnitt(_kombinasjonssetning(bygger, [a, b], funn, malform))
                sagt = True
    if not sagt and not regler:
        navn = liste([felt(tjeneste.tiltak[i], "navn", malform) for i in ider], malform)
        bygger.avsnitt(
            velg(
                malform,
                f"**Det vet jeg ikke.** Kildene sier ikke om {navn} kan kombineres.",
                f"**Det veit eg ikkje.** Kjeldene seier ikkje om {navn} kan kombinerast.",
            )
        )
    for r in regler:
        bygger.avsnitt(regelavsnitt(bygger, r, malform))
    fakta = utled(profil, i_dag)
    vurderinger = tjeneste.regelsett.vurder_fakta(fakta, ider)
    bygger.tiltak([tjeneste.tiltak_json(v, fakta, malform, profil) for v in vurderinger], vis_kilder=0)
    return bygger.ferdig("rule", profil, i_dag)
