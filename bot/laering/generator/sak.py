"""Cases: a participant, and which measures the rule module leaves open or rules out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product
from typing import Any

from bot.laering.generator.utvalg import ANTALL_GALE, nokkel, trekk
from bot.laering.oppgave import Alternativ, Grunnlag, Oppgave
from bot.laering.tekst import Tekst, par
from bot.profil.faktum import Profil
from bot.profil.lesing import les_profil
from bot.regler.anbefaling import er_tiltak
from bot.regler.forklaring import avgjorende
from bot.regler.utledning import Fakta, utled
from bot.regler.vilkar import Utfall
from bot.regler.vurdering import Vurdering

_PER_RAMME = 10
# The frames a case is drawn from: every combination is a participant that could sit in front of an adviser.
_RAMMER: dict[str, dict[str, tuple[Any, ...]]] = {
    "intro": {
        "kjonn": ("kvinne", "mann"),
        "alder": (22, 29, 34, 41, 52),
        "norskniva": ("A1", "A2", "B1"),
        "utdanning": ("grunnskole", "videregaende", "hoyere"),
        "sluttmal": ("arbeid",),
        "programmaned": (2, 5, 8, 11),
    },
    "etter-intro": {
        "kjonn": ("kvinne", "mann"),
        "alder": (24, 33, 46, 57),
        "norskniva": ("A1", "A2", "B1"),
        "program_ferdig": (True,),
        "maneder_siden_program": (2, 14, 30),
        "ytelse": ("sosialhjelp",),
    },
    "jobbsjansen": {
        "kjonn": ("kvinne", "mann"),
        "alder": (26, 38, 49, 58),
        "hjemmevaerende": (True,),
        "maneder_siden_program": (6, 18, 30),
        "norskniva": ("A1", "A2"),
    },
    "nav": {
        "alder": (23, 31, 44, 60),
        "norskniva": ("A2", "B1"),
        "arbeidssoker": (True,),
        "nedsatt_arbeidsevne": (True, False),
        "ordning": ("ingen",),
        "ytelse": ("ingen", "tiltakspenger"),
    },
    "kvp": {
        "alder": (25, 36, 48),
        "ordning": ("kvp",),
        "norskniva": ("A1", "A2", "B1"),
        "nedsatt_arbeidsevne": (True,),
    },
}
_ORDNING = {
    "intro": "introduksjonsprogrammet",
    "etter-intro": "introduksjonsprogrammet",
    "kvp": "kvalifiseringsprogrammet",
}


def _saker(ramme: str) -> list[tuple[str, Profil]]:
    """A fixed choice of the frame's combinations, each with a name made of its facts."""
    felt = _RAMMER[ramme]
    alle = [dict(zip(felt, verdier, strict=True)) for verdier in product(*felt.values())]
    valgt = trekk([tuple(sorted(p.items())) for p in alle], ramme, _PER_RAMME)
    ut: list[tuple[str, Profil]] = []
    for par_ in valgt:
        rekkefolge = {navn: dict(par_)[navn] for navn in felt}
        ut.append(("-".join(str(v).lower() for v in rekkefolge.values()), les_profil(rekkefolge)))
    return ut


def _krav(g: Grunnlag, v: Vurdering, fakta: Fakta) -> Tekst:
    """Why a measure is out, by the condition that decides it."""
    grunn = avgjorende(v, fakta, 1)[0].vilkar
    tekst, navn = par(grunn, "tekst"), par(g.tiltak[v.tiltak_id], "navn")
    hvor = f" ({grunn.hjemmel})" if grunn.hjemmel else ""
    return Tekst(
        f"{navn.nb} er utelukket, for dette vilkåret er ikke oppfylt: «{tekst.nb}»{hvor}.",
        f"{navn.nn} er utelukka, for dette vilkåret er ikkje oppfylt: «{tekst.nn}»{hvor}.",
    )


def _apent(g: Grunnlag, v: Vurdering) -> Tekst:
    """Why a measure may fit: nothing speaks against it, and what is left to find out."""
    navn = par(g.tiltak[v.tiltak_id], "navn")
    apne = [
        b.vilkar for b in v.begrunnelser if b.utfall in (Utfall.UKJENT, Utfall.SKJONN) and b.vilkar.styrke == "krav"
    ]
    if not apne:
        return Tekst(f"{navn.nb} passer: kravene er oppfylt.", f"{navn.nn} passar: krava er oppfylte.")
    forst = par(apne[0], "tekst")
    return Tekst(
        f"{navn.nb} kan passe: ingenting i saken står i veien. Avklar blant annet: {forst.nb}.",
        f"{navn.nn} kan passe: ingenting i saka står i vegen. Avklar mellom anna: {forst.nn}.",
    )


def _delt(g: Grunnlag, fakta: Fakta) -> tuple[list[Vurdering], list[Vurdering]]:
    """The measures a case leaves open, and those it rules out; what is neither for certain is left out of both."""
    inne_i = {s for o in fakta.verdier.get("ordninger", ()) if isinstance(o, frozenset) for s in o}
    ider = [
        o.id
        for o in g.opplysninger.values()
        if o.nasjonalt
        and er_tiltak(o)
        and o.gjort_nar is None
        and o.er_ordning not in inne_i
        and g.tiltak[o.id].status.kode == "ordinaer"
    ]
    apne, ute = [], []
    for v in g.regelsett.vurder_fakta(fakta, ider):
        if v.verdikt == "unsuitable":
            ute.append(v)
        elif not v.med(Utfall.IKKE_OPPFYLT, "krav", "vanlig"):
            apne.append(v)
    return apne, ute


def _velg(vurderinger: Sequence[Vurdering], forst: Sequence[str], fro: str, antall: int) -> list[Vurdering]:
    """Some of the evaluations, those of the named measures first."""
    return sorted(vurderinger, key=lambda v: (v.tiltak_id not in forst, nokkel(fro, v.tiltak_id)))[:antall]


# What a new employee mixes up: put first among the alternatives where the case settles them.
_KJENTE = (
    "kvalifiseringsprogrammet",
    "jobbsjansen",
    "arbeidsforberedende-trening",
    "arbeidstrening",
    "sprakpraksis",
    "midlertidig-lonnstilskudd",
    "introduksjonsprogrammet",
    "varig-lonnstilskudd",
    "oppfolging",
    "mentortilskudd",
)


def _tiltaksaker(g: Grunnlag, ramme: str, navn: str, profil: Profil, fakta: Fakta, nr: int) -> Iterator[Oppgave]:
    apne, ute = _delt(g, fakta)
    omvendt = nr % 2 == 1
    rette, gale = (ute, apne) if omvendt else (apne, ute)
    if not rette or len(gale) < ANTALL_GALE:
        return
    fro = f"sak:{ramme}:{navn}"
    helst = _KJENTE[:3] if omvendt else _KJENTE[2:] if nr % 4 == 0 else _KJENTE[:2]
    forst = _velg(rette, helst, fro, 1)[0]
    andre = _velg(gale, _KJENTE, fro, ANTALL_GALE)
    if omvendt:
        sporsmal = Tekst(
            "Hvilket av disse tiltakene er **utelukket** for deltakeren nå?",
            "Kva for eit av desse tiltaka er **utelukka** for deltakaren no?",
        )
        hvorfor = [_apent(g, v) for v in andre]
        forklaring = _krav(g, forst, fakta)
    else:
        sporsmal = Tekst("Hvilket av disse tiltakene kan passe nå?", "Kva for eit av desse tiltaka kan passe no?")
        hvorfor = [_krav(g, v, fakta) for v in andre]
        forklaring = _apent(g, forst)
    grunner = [b.vilkar for b in avgjorende(forst, fakta)]
    ordning = _ORDNING.get(ramme)
    yield Oppgave(
        id=fro,
        slag="sak",
        tema=(),
        niva=3 if omvendt else 2,
        sporsmal=sporsmal,
        alternativer=(
            Alternativ(par(g.tiltak[forst.tiltak_id], "navn")),
            *(Alternativ(par(g.tiltak[v.tiltak_id], "navn"), h) for v, h in zip(andre, hvorfor, strict=True)),
        ),
        forklaring=forklaring,
        tiltak=tuple(dict.fromkeys([forst.tiltak_id, *([ordning] if ordning else [])])),
        hjemler=tuple(v.hjemmel for v in grunner if v.hjemmel),
        kilder=tuple(k for v in grunner for k in v.kilder),
        profil=profil,
    )


def lag(g: Grunnlag, dag: date) -> Iterator[Oppgave]:
    """Cases about which measure fits and which is out, judged by the rule module."""
    for ramme in _RAMMER:
        for nr, (navn, profil) in enumerate(_saker(ramme)):
            yield from _tiltaksaker(g, ramme, navn, profil, utled(profil, dag), nr)
