"""What measures are, how they compare and what goes together."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from actions import regel, vurder
from actions.dialog import midlertidig, om_forrige, ta_inn_fakta
from actions.kontekst import Kontekst
from actions.melding import Melding
from actions.ordning import FOR_TILTAK
from actions.ruting import FOR_DISSE, HVILKEN_AV, PEKER, SIDER, beskriver_noen
from bot.kunnskap.ord import termer
from bot.kunnskap.ordning import merker
from bot.kunnskap.regelsok import GODT
from bot.profil.samtale import Samtale
from bot.regler.forklaring import hvor_apent
from bot.svar.forklaring import forklaringssvar
from bot.svar.sammenligning import kombinasjon, kombinasjonssvar, sammenligningssvar
from bot.svar.sammenligningsside import Side, sidesvar
from bot.svar.samtalesvar import hvilket_tiltak

# the group with rules of its own, collective protection
_UKRAINA = frozenset({"ukraina"})
# hours, not money
_TIMER = re.compile(r"\b(timer|timar|timetall\w*|heltid|deltid)\b", re.I)


_FORLENGE = re.compile(r"\b(forleng\w*|utvid\w*)\b", re.I)


def svar(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> list[dict[str, Any]]:
    """What a measure is, or the side of it that was asked about."""
    if melding.sporsmal not in SIDER and _FORLENGE.search(melding.tekst):
        melding = replace(melding, sporsmal="hvor_lenge")
    om_den_forrige = not melding.tvil and (om_forrige(melding) or bool(_HVEM_KAN.search(melding.tekst)))
    tiltak = melding.tiltak or (tuple(samtale.tiltak[:1]) if om_den_forrige else ())
    if not tiltak:
        if melding.tvil and regel.beste(k, melding) is None:
            return [hvilket_tiltak(k.tjeneste, melding.tvil, samtale.gjeldende, i_dag, samtale.malform)]
        return regel.svar(k, samtale, melding, i_dag)
    egen_sak = not melding.tiltak and melding.ord > _KORT and not PEKER.search(melding.tekst)
    if egen_sak and (_om_programmet(melding) or regel.beste(k, melding) is not None):
        return regel.svar(k, samtale, melding, i_dag)
    funnet = regel.beste(k, melding, tiltak, GODT) if melding.sporsmal in SIDER else None
    if tiltak[0] in FOR_TILTAK and funnet is not None and melding.sporsmal != "hvem_betaler":
        return regel.svar(k, samtale, replace(melding, tiltak=tiltak), i_dag)
    profil = midlertidig(samtale, melding)
    sporsmal = _sporsmal(samtale, melding)
    samtale.tema, samtale.spurt_om, samtale.side = "forklaring", None, sporsmal
    samtale.omtal(tiltak[0])
    to_sider = bool(_MYE.search(melding.tekst) and _LENGE.search(melding.tekst))
    return [
        forklaringssvar(k.tjeneste, tiltak[0], profil, i_dag, samtale.malform, sporsmal, funnet, alltid_regel=to_sider)
    ]


_PROGRAMMET = re.compile(r"\b(introprogram\w*|introduksjonsprogram\w*|program(met|tida?|tiden)?)\b", re.I)


def _om_programmet(melding: Melding) -> bool:
    """Whether the question is about the programme the participant is in, not about the measure talked about."""
    return bool(_PROGRAMMET.search(melding.tekst))


_KORT = 3
_MYE = re.compile(r"\b(hvor|kor) (mye|mykje|stor\w*|høy\w*|høg\w*)\b", re.I)
_LENGE = re.compile(r"\b(hvor|kor) (lenge|lengje|lang\w*)\b", re.I)
# "hvem kan få AFT?", "hvem er Jobbsjansen for?", "hva er vilkårene for KVP?"
_HVEM_KAN = re.compile(
    r"\b(hvem|kven|kem) (er|kan|får|fær|passer|passar|har rett|omfattes|gjelder|gjeld|retter|rettar|kvalifiserer)\b"
    r"(?! (betal|ansvar))"
    r"|\b(målgruppe\w*|vilkår\w*|inngangsvilkår\w*)\b",
    re.I,
)
# "og mentor?": a name and nothing asked of its own
_BARE_NAVN = re.compile(r"^\W*(og|å|enn|hva med|kva med|ka med|men)\b", re.I)


def _sporsmal(samtale: Samtale, melding: Melding) -> str | None:
    """The side of the measure that is asked about; a bare name after another measure asks for the same side of it."""
    om_hvem = _HVEM_KAN.search(melding.tekst) or FOR_DISSE.search(melding.tekst)
    if om_hvem and melding.sporsmal not in SIDER:
        return "hvem_kan"
    if melding.sporsmal == "hvor_mye" and _TIMER.search(melding.tekst):
        return "omfang"
    if samtale.tema == "forklaring" and melding.ord <= 4 and _BARE_NAVN.match(melding.tekst):
        return samtale.side if melding.sporsmal in (None, "hva_om") else melding.sporsmal
    return melding.sporsmal


_SIDER: tuple[tuple[Side, re.Pattern[str]], ...] = (
    ("varighet", re.compile(r"\b(lengst|lengest|kortest|lenge|lengje|var(er|ar|ighet\w*|igheit\w*))\b", re.I)),
    ("betaler", re.compile(r"\b(betal\w+|kost\w+|dekk\w+|finansier\w+|billigst|dyrest)\b", re.I)),
    (
        "eier",
        re.compile(
            r"\b(ansvar\w*|eier|eig|driv\w*|søke[rs]?|søkjer|vedtar|vedtek|bestem\w*|avgjør\w*|avgjer\w*)\b", re.I
        ),
    ),
    ("norsk", re.compile(r"\b(norsk\w*|språk\w*)\b", re.I)),
    ("satser", re.compile(r"\b(sats\w*|penge\w+|prosent|lønn\w*|løn|utbetal\w*|mest)\b", re.I)),
)


def _side(melding: Melding) -> Side | None:
    """The side of measures just compared that a message asks about, or None for the whole comparison."""
    return next((side for side, monster in _SIDER if monster.search(melding.tekst)), None)


def sammenlign(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> list[dict[str, Any]]:
    """Two or more measures side by side, or the side of them asked about next; one named is held against the one
    talked about. "Hva passer best av de to for en på 52?" chooses between them for somebody."""
    side = _side(melding)
    if samtale.tema == "sammenligning" and not melding.tiltak and side is not None:
        profil = midlertidig(samtale, melding)
        return [sidesvar(k.tjeneste, samtale.tiltak, side, profil, i_dag, samtale.malform)]
    ider = list(melding.tiltak)
    if len(ider) == 1 and samtale.tiltak and samtale.tiltak[0] != ider[0]:
        ider = [samtale.tiltak[0], *ider]
    if len(ider) < 2:
        ider += [i for i in melding.tvil if i not in ider][: 2 - len(ider)]
    if len(ider) < 2 and not melding.tiltak:
        ider = _sosken(k, samtale, melding) or list(samtale.tiltak)
    if len(ider) < 2:
        return svar(k, samtale, melding, i_dag)
    velger = bool(HVILKEN_AV.search(melding.tekst))
    if velger and beskriver_noen(melding):
        ta_inn_fakta(samtale, melding)
    if velger:
        vurderinger = k.tjeneste.regelsett.vurder(samtale.gjeldende, i_dag, ider)
        ider = [v.tiltak_id for v in sorted(vurderinger, key=hvor_apent)]
    samtale.tema, samtale.tiltak, samtale.spurt_om = "sammenligning", ider[:4], None
    profil = midlertidig(samtale, melding)
    return [sammenligningssvar(k.tjeneste, ider[:4], profil, i_dag, samtale.malform, velger=velger and bool(profil))]


def _sosken(k: Kontekst, samtale: Samtale, melding: Melding) -> list[str]:
    """Measures called the same as the one talked about but for the first word, when the message has those words:
    "forskjellen på midlertidig og varig?" after a wage subsidy."""
    if not samtale.tiltak:
        return []
    siste = k.tjeneste.tiltak[samtale.tiltak[0]].navn.casefold().split()[-1]
    ord_ = set(re.findall(r"\w+", melding.tekst.casefold()))
    navn = {i: t.navn.casefold().split() for i, t in k.tjeneste.tiltak.items()}
    like = [i for i, deler in navn.items() if len(deler) > 1 and deler[-1] == siste and deler[0] in ord_]
    return like if len(like) > 1 else []


def kombiner(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> list[dict[str, Any]]:
    """Whether measures, schemes and benefits go together, with the rules that bear on it."""
    ider = list(melding.tiltak)
    for o in melding.opplysninger:
        for verdi in o.verdier:
            tiltak = _TILTAK_FOR_VERDI.get((o.faktum, str(verdi)))
            if tiltak and tiltak not in ider and not o.negert:
                ider.append(tiltak)
    annen_ytelse = any(o.faktum == "ytelse" and not o.negert for o in melding.opplysninger)
    if len(ider) == 1 and annen_ytelse:
        ta_inn_fakta(samtale, melding)  # "tiltakspenger samtidig med AAP?": what she lives on is a condition of it
        return vurder.svar(k, samtale, melding, i_dag)
    if len(ider) == 1 and samtale.tiltak and samtale.tiltak[0] != ider[0]:
        ider.append(samtale.tiltak[0])
    if not ider:
        return regel.svar(k, samtale, melding, i_dag)
    navn = [k.tjeneste.tiltak[i].navn for i in ider]
    funnet = k.regelsok.finn(melding.tekst, antall=3, ekstra=navn)
    treff = [t for t in funnet if t.poeng >= GODT / 2] if funnet and funnet[0].poeng >= GODT else []
    if samtale.gjeldende.get("oppholdsgrunnlag") != ("kollektiv_beskyttelse",):
        spurt = _UKRAINA & merker(termer(melding.tekst))
        treff = [t for t in treff if spurt or not _UKRAINA & merker(termer(t.regel.tittel))]
    if len(ider) > 1 and kombinasjon(k.tjeneste, ider[0], ider[1]) is not None:
        treff = [t for t in treff if all(_gjelder(k, t.regel, i) for i in ider[:2])]
    if len(ider) == 1 and not treff:
        return regel.svar(k, samtale, melding, i_dag)  # nothing to combine it with: some other question about it
    samtale.tema, samtale.tiltak, samtale.spurt_om, samtale.side = "forklaring", ider[:2], None, None
    profil = midlertidig(samtale, melding)
    return [kombinasjonssvar(k.tjeneste, ider[:3], [t.regel for t in treff], profil, i_dag, samtale.malform)]


def _gjelder(k: Kontekst, regelen: Any, tiltak: str) -> bool:
    """Whether a rule bears on a measure, scheme or benefit: its title or answer names it, or its scheme."""
    t = k.tjeneste.tiltak[tiltak]
    i_regelen = set(termer(f"{regelen.tittel} {regelen.svar}"))
    navn = [set(termer(n)) for n in (t.navn, *t.synonymer)]
    return any(n and n <= i_regelen for n in navn) or bool(merker(navn[0]) & merker(i_regelen))


_TILTAK_FOR_VERDI = {
    ("ordning", "intro"): "introduksjonsprogrammet",
    ("ordning", "kvp"): "kvalifiseringsprogrammet",
    ("ordning", "jobbsjansen"): "jobbsjansen",
    ("ytelse", "introduksjonsstonad"): "introduksjonsstonad",
    ("ytelse", "kvalifiseringsstonad"): "kvalifiseringsstonad",
    ("ytelse", "tiltakspenger"): "tiltakspenger",
    ("ytelse", "sosialhjelp"): "okonomisk-sosialhjelp",
    ("ytelse", "overgangsstonad"): "overgangsstonad",
}
