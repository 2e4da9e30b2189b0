"""Two or more measures side by side, and whether two things go together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.profil.faktum import Profil
from bot.profil.samtale import Malform
from bot.regler.forklaring import avgjorende, hvor_apent
from bot.regler.utledning import Fakta, utled
from bot.regler.vurdering import Vurdering
from bot.svar.begrunnelse import slagord
from bot.svar.forklaring import ja_nei, timer
from bot.svar.malform import felt, liste, liten, stor, velg
from bot.svar.regeltekst import regelavsnitt
from bot.svar.svar import Svarbygger
from bot.svar.tiltaksvar import verdiktsetning
from bot.svar.tjeneste import Tjeneste
from bot.svar.verdier import oppsummer, verdiktord


def _celle(tekst: str) -> str:
    return tekst.replace("|", "/").replace("\n", " ")


def _kort(tekst: str) -> str:
    """The main group of a description, without what is added after a semicolon or in parentheses."""
    return re.sub(r" \([^)]*\)", "", tekst.split(";")[0]).rstrip(" ,.")


def _for_hver(tiltak: Sequence[Any], tekster: Sequence[str], malform: Malform) -> str:
    """«staten for Arbeidstrening, kommunen for Språkpraksis»."""
    navn = [felt(t, "navn", malform) for t in tiltak]
    return liste([f"{tekst} for {n}" for tekst, n in zip(tekster, navn, strict=True)], malform)


def _forskjellen(tiltak: Sequence[Any], malform: Malform) -> str:
    """The difference that decides: whom each is for, then who is in charge and who pays, told once where it is the
    same."""
    hvem = [f"{felt(t, 'navn', malform)} er for {_kort(felt(t, 'malgruppe', malform))}" for t in tiltak]
    eiere = [_kort(felt(t.eier, "tekst", malform)).split(",")[0] for t in tiltak]
    betalere = [_kort(felt(t.betaler, "tekst", malform)) for t in tiltak]
    hode = velg(malform, "Forskjellen", "Skilnaden")
    deler = [f"**{hode}:** {'. '.join(hvem)}."]
    if len({t.eier.kategori for t in tiltak}) > 1:
        ansvar = velg(malform, "Ansvaret ligger hos", "Ansvaret ligg hos")
        deler.append(f"{ansvar} {_for_hver(tiltak, eiere, malform)}.")
    else:
        deler.append(velg(malform, f"{stor(eiere[0])} har ansvaret.", f"{stor(eiere[0])} har ansvaret."))
    if len({t.betaler.kategori for t in tiltak}) > 1:
        betaler = velg(malform, "Det er ulikt hvem som betaler", "Det er ulikt kven som betaler")
        deler.append(f"{betaler}: {_for_hver(tiltak, betalere, malform)}.")
    else:
        deler.append(velg(malform, f"{stor(betalere[0])} betaler.", f"{stor(betalere[0])} betaler."))
    return " ".join(deler)


def _verdikter(
    bygger: Svarbygger, vurderinger: Sequence[Vurdering], fakta: Fakta, profil: Profil, malform: Malform
) -> None:
    """How each stands for the participant, with why."""
    linjer = []
    for v in vurderinger:
        linjer.append(f"- {verdiktsetning(bygger.tjeneste, v, fakta, profil, malform)}")
        for b in avgjorende(v, fakta):
            bygger.kilde(bygger.tjeneste.kildepunkter(b)[:1])
    hode = velg(malform, "For denne deltakeren", "For denne deltakaren")
    bygger.avsnitt("\n".join([f"**{hode}** ({oppsummer(profil, malform)})", *linjer]))


def _naermest(tjeneste: Tjeneste, vurderinger: Sequence[Vurdering], malform: Malform) -> str:
    """Which of the measures is nearest at hand for the participant."""
    ordnet = sorted(vurderinger, key=hvor_apent)
    navn = felt(tjeneste.tiltak[ordnet[0].tiltak_id], "navn", malform)
    if all(v.verdikt == "unsuitable" for v in ordnet):
        return velg(malform, "**Ingen av dem passer nå.**", "**Ingen av dei passar no.**")
    if hvor_apent(ordnet[0]) == hvor_apent(ordnet[1]):
        return velg(
            malform,
            "**Ingen av dem peker seg ut på det jeg vet.** Behovet avgjør.",
            "**Ingen av dei peikar seg ut på det eg veit.** Behovet avgjer.",
        )
    return velg(
        malform,
        f"**{navn} ligger nærmest:** minst taler mot eller står åpent. Behovet avgjør.",
        f"**{navn} ligg nærast:** minst talar mot eller står ope. Behovet avgjer.",
    )


def sammenligningssvar(
    tjeneste: Tjeneste,
    ider: Sequence[str],
    profil: Profil,
    i_dag: date,
    malform: Malform,
    *,
    velger: bool = False,
) -> dict[str, Any]:
    """The difference first, then a table. With a participant known, also how each one stands; `velger`: which of them
    is nearest is what was asked, and comes first."""
    tiltak = [tjeneste.tiltak[i] for i in ider]
    bygger = Svarbygger(tjeneste, malform)
    fakta = utled(profil, i_dag)
    vurderinger = tjeneste.regelsett.vurder_fakta(fakta, ider)
    if velger:
        bygger.avsnitt(_naermest(tjeneste, vurderinger, malform))
        _verdikter(bygger, vurderinger, fakta, profil, malform)
    bygger.avsnitt(_forskjellen(tiltak, malform))
    if profil and not velger:
        _verdikter(bygger, vurderinger, fakta, profil, malform)
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
    if profil:
        rader.append(
            (
                velg(malform, "Denne deltakeren", "Denne deltakaren"),
                [verdiktord(v.verdikt, malform) for v in vurderinger],
            )
        )
    hode = "| | " + " | ".join(_celle(felt(t, "navn", malform)) for t in tiltak) + " |"
    skille = "|---" * (len(tiltak) + 1) + "|"
    linjer = [
        f"| {navn} | " + " | ".join(_celle(c) for c in celler) + " |"
        for navn, celler in rader
        if any(c != "–" for c in celler)
    ]
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


_MER_ENN_LISTE = re.compile(r"\b(unntatt|bortsett|annen|andre|annet|men|ikke|når|hvis|dersom)\b", re.I)


def _nevner(ledd: str, navn: str) -> bool:
    """Whether an entry begins with a name, or has it in the list it begins with."""
    monster = re.compile(re.escape(navn) + r"(?!\w)(?! i )", re.I)
    if monster.match(ledd):
        return True
    return any(monster.match(del_) for del_ in re.split(r", | eller | og ", _MER_ENN_LISTE.split(ledd)[0]))


def kombinasjon(tjeneste: Tjeneste, a: str, b: str) -> tuple[bool, Any, str] | None:
    """Whether two measures, schemes or benefits go together, from either one's entry; None when neither says.

    An entry that names the other by its id decides; else one that begins with its name or lists it at its beginning
    ("Avklaring, oppfølging eller AFT …"). A name further in says nothing: it stands there after "unntatt" and "annen
    enn" as well.
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
                if funn[1].tiltak is None and _nevner(funn[1].navn, navn):
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
    sted = ""
    if punkter:
        sted = f" ({slagord(tjeneste.kilder.slag(punkter[0]), malform)}, {tjeneste.kilder.kort(punkter[0])})"
    ja = velg(malform, f"**Ja, {navn} kan kombineres**", f"**Ja, {navn} kan kombinerast**")
    nei = velg(malform, f"**Nei, {navn} kan ikke kombineres**", f"**Nei, {navn} kan ikkje kombinerast**")
    detalj = felt(ledd, "navn", malform)
    rest = detalj
    for i in ider:
        rest = rest.replace(felt(tjeneste.tiltak[i], "navn", malform), "")
    if rest.strip() in ("", "samtidig", "samstundes"):
        return f"{ja if kan else nei}{sted}."
    presis = velg(malform, "Nærmere bestemt", "Nærare bestemt")
    return f"{ja if kan else nei}{sted}. {presis}: {liten(detalj)}."


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
    if not sagt and regler and len(ider) > 1:
        navn = liste([felt(tjeneste.tiltak[i], "navn", malform) for i in ider], malform)
        bygger.avsnitt(
            velg(
                malform,
                f"**Kildene sier ikke rett ut om {navn} kan kombineres.** Dette ligger nærmest:",
                f"**Kjeldene seier ikkje rett ut om {navn} kan kombinerast.** Dette ligg nærast:",
            )
        )
    elif not sagt and not regler:
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
