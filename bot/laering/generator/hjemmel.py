"""Where it stands: which law a rule is in, and which chapter of tiltaksforskriften a measure has."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.laering.generator.mengde import SETNINGER
from bot.laering.generator.utvalg import ANTALL_GALE, trekk
from bot.laering.oppgave import Alternativ, Grunnlag, Oppgave
from bot.laering.tekst import Tekst, par

# A law and what is made under it: naming the one where the other stands is not plainly wrong.
_FAMILIER = (
    ("integrering", "lov 12. juni 2026", "forskrift 12. juni 2026", "introduksjonslov"),
    ("sosialtjeneste", "kvp-forskriften"),
    ("tiltak", "arbeidsmarked", "egenregi", "nav-loven", "fireårig", "ungdomsprogram", "anskaffelse"),
    ("opplæring", "friskole"),
    ("folketrygd",),
)
# The words by which a text shows what it is about; without one of them a rule could stand in several laws.
_OM = {
    "intro": r"introduksjon|integrering",
    "norsk": r"\bnorsk|samfunnskunnskap",
    "kvp": r"\bKVP|kvalifiseringsprogram|kvalifiseringsstønad",
    "nav": r"\bNav|tiltakspenger|sosialhjelp|lønnstilskudd|arbeidstrening|avklaring|oppfølging|mentor",
    "skole": r"\bFOV|\bVOV|videregående|fagopplæring|fagbrev|realkompetanse",
}
_LOV = re.compile(r"^(?:endret ved |jf\. )?([A-Za-zæøåÆØÅ-]+(?:loven|lova|forskriften|forskrifta))\s+§", re.I)
_KAPITTEL = re.compile(r"tiltaksforskriften §+ (\d+[A-Z]?)-", re.I)
_FELLES = "1"  # chapter 1 holds for every measure


def _lov(hjemmel: str) -> str | None:
    treff = _LOV.match(hjemmel.strip())
    return treff[1].lower() if treff else None


def _familie(lov: str) -> int | None:
    return next((i for i, deler in enumerate(_FAMILIER) if lov.lower().startswith(deler)), None)


def _vis(lov: str) -> Tekst:
    navn = lov[0].upper() + lov[1:]
    return Tekst(navn, navn)


def _familier_i(regel: Any) -> set[int | None]:
    steder = [*regel.hjemler, *(k.id for k in regel.kilder)]
    return {_familie(d.strip()) for s in steder for d in s.split(";")}


def _naboer(regler: Mapping[str, Any]) -> dict[str, set[str]]:
    """For each rule those it points to and those that point to it."""
    ut: dict[str, set[str]] = defaultdict(set)
    for r in regler.values():
        for annen in r.se_ogsa:
            ut[r.id].add(annen)
            ut[annen].add(r.id)
    return ut


def _rene_regler(g: Grunnlag) -> Iterable[Any]:
    return (r for r in g.regler.values() if r.status == "gjeldende" and r.slag == "lov" and r.hjemler)


def _om(regel: Any) -> Tekst | None:
    """What a rule says, in its title and first sentence; None when that does not show what it is about."""
    tittel, svar = par(regel, "tittel"), par(regel, "svar")
    nb, nn = (f"**{t}.** {SETNINGER.split(s)[0]}" for t, s in zip(tittel, svar, strict=True))
    ord_ = "|".join(_OM[o] for o in regel.gjelder if o in _OM)
    return Tekst(nb, nn) if ord_ and re.search(ord_, nb, re.I) else None


def _nevner_lov(tekst: str, lover: Iterable[str]) -> bool:
    return any(lov in tekst.lower() for lov in lover)


def _lovsporsmal(g: Grunnlag) -> Iterator[Oppgave]:
    naboer = _naboer(g.regler)
    lover = sorted({lov for r in _rene_regler(g) if (lov := _lov(r.hjemler[0])) is not None})
    for r in _rene_regler(g):
        lov = _lov(r.hjemler[0])
        om = _om(r)
        if lov is None or om is None or _familie(lov) is None or any(_nevner_lov(t, lover) for t in om):
            continue
        i_naerheten = _familier_i(r).union(*(_familier_i(g.regler[n]) for n in naboer[r.id] if n in g.regler))
        andre = [x for x in lover if _familie(x) is not None and _familie(x) not in i_naerheten]
        en_per_familie = {_familie(x): x for x in trekk(andre, f"lov:{r.id}", len(andre))}
        gale = trekk(en_per_familie.values(), f"lov:{r.id}")
        if len(gale) < 2:
            continue
        yield Oppgave(
            id=f"lov:{r.id}",
            slag="hjemmel",
            tema=(),
            niva=2,
            sporsmal=Tekst(
                f"Hvilken lov eller forskrift står dette i?\n\n> {om.nb}",
                f"Kva lov eller forskrift står dette i?\n\n> {om.nn}",
            ),
            alternativer=(Alternativ(_vis(lov)), *(Alternativ(_vis(x)) for x in gale)),
            forklaring=par(r, "svar"),
            regler=(r.id,),
        )


def _kapitler(t: Any) -> Counter[str]:
    steder = [v.hjemmel for v in t.vilkar if v.hjemmel] + [x.hjemmel for x in t.varighet.grenser if x.hjemmel]
    return Counter(k for s in steder for k in _KAPITTEL.findall(s) if k != _FELLES)


def _kapittelsporsmal(g: Grunnlag) -> Iterator[Oppgave]:
    alle = {t.id: _kapitler(t) for t in g.nasjonale}
    hovedkapittel = {i: k.most_common(1)[0][0] for i, k in alle.items() if len(k) == 1}
    for t in g.nasjonale:
        kapittel = hovedkapittel.get(t.id)
        if kapittel is None:
            continue
        andre = {k: i for i, k in hovedkapittel.items() if k != kapittel}
        gale = []
        for k in trekk(andre, f"kapittel:{t.id}"):
            navn = par(g.tiltak[andre[k]], "navn")
            hvorfor = Tekst(f"Det kapitlet gjelder {navn.nb}.", f"Det kapitlet gjeld {navn.nn}.")
            gale.append(Alternativ(Tekst(f"Kapittel {k}", f"Kapittel {k}"), hvorfor))
        if len(gale) < ANTALL_GALE:
            continue
        navn = par(t, "navn")
        yield Oppgave(
            id=f"kapittel:{t.id}",
            slag="hjemmel",
            tema=(),
            niva=3,
            sporsmal=Tekst(
                f"Hvilket kapittel i tiltaksforskriften handler om **{navn.nb}**?",
                f"Kva kapittel i tiltaksforskriften handlar om **{navn.nn}**?",
            ),
            alternativer=(Alternativ(Tekst(f"Kapittel {kapittel}", f"Kapittel {kapittel}")), *gale),
            forklaring=Tekst(
                f"{navn.nb} står i tiltaksforskriften kapittel {kapittel}.",
                f"{navn.nn} står i tiltaksforskriften kapittel {kapittel}.",
            ),
            tiltak=(t.id,),
            hjemler=(f"tiltaksforskriften kapittel {kapittel}",),
        )


def lag(g: Grunnlag) -> Iterator[Oppgave]:
    """Questions on the law of each rule and the chapter of each Nav measure that has one to itself or shares it."""
    yield from _lovsporsmal(g)
    yield from _kapittelsporsmal(g)
