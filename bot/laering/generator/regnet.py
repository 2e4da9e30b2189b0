"""Cases the rules compute an answer to: the length of the programme, the hours, the right to Norwegian."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product

from bot.laering.generator.utvalg import trekk
from bot.laering.oppgave import Alternativ, Oppgave
from bot.laering.tekst import Tekst
from bot.profil.lesing import les_profil
from bot.regler.norskrett import norskrett
from bot.regler.parametre import parametre
from bot.regler.program import arbeidsretting, programtid
from bot.regler.utledning import utled

_SLUTTMAL = ("arbeid", "deler_av_videregaende", "videregaende", "fag_og_yrkesopplaering")


def _mnd(antall: int) -> Tekst:
    plass = f"{{m:{antall}:måneder}}"
    return Tekst(plass, plass)


def _programtider(dag: date) -> Iterator[Oppgave]:
    """How long the programme can last (integreringsloven §§ 13 and 14), for somebody offered a start today."""
    profiler: list[dict[str, object]] = [{"utdanning": u} for u in ("videregaende", "hoyere")]
    profiler += [{"utdanning": u, "sluttmal": s} for u in ("ingen", "grunnskole") for s in _SLUTTMAL]
    alle = {}
    for p in profiler:
        profil = les_profil({"alder": 30, **p, "tilbud_om_oppstart": dag.isoformat()})
        tider = programtid(utled(profil, dag))
        if tider.sikker:
            alle["-".join(str(v) for v in p.values())] = (profil, tider.mulige[0])
    lengder = sorted({t.maks_mnd for _, t in alle.values()})
    for navn, (profil, tid) in alle.items():
        andre = [m for m in lengder if m not in (tid.maks_mnd, tid.maks_mnd + tid.forlengelse_mnd)]
        yield Oppgave(
            id=f"programtid:{navn}",
            slag="sak",
            tema=("intro",),
            niva=2,
            sporsmal=Tekst(
                "Hvor lenge kan introduksjonsprogrammet vare for deltakeren, uten forlengelse?",
                "Kor lenge kan introduksjonsprogrammet vare for deltakaren, utan forlenging?",
            ),
            alternativer=(Alternativ(_mnd(tid.maks_mnd)), *(Alternativ(_mnd(m)) for m in trekk(andre, navn))),
            forklaring=Tekst(
                f"Inntil {{m:{tid.maks_mnd}:måneder}} ({tid.hjemmel}).",
                f"Inntil {{m:{tid.maks_mnd}:måneder}} ({tid.hjemmel}).",
            ),
            tiltak=("introduksjonsprogrammet",),
            hjemler=tuple(h for h in (tid.hjemmel, tid.overgang) if h),
            profil=profil,
        )


def _timekrav(dag: date) -> Iterator[Oppgave]:
    """Whether the hours of integreringsloven § 14 a third paragraph hold now."""
    i_intro = arbeidsretting(utled(les_profil({"ordning": "intro"}), dag))
    fra = sorted({f for _, f in i_intro.per_utdanning.values()})
    ja = Tekst("Ja, nå", "Ja, no")
    senere = [Tekst(f"Nei, først fra måned {f}", f"Nei, først frå månad {f}") for f in fra]
    aldri = Tekst("Nei, kravet gjelder ikke dette sluttmålet", "Nei, kravet gjeld ikkje dette sluttmålet")
    for utdanning, sluttmal, maned in product(("grunnskole", "videregaende"), ("arbeid", "videregaende"), (2, 5, 9)):
        if utdanning == sluttmal:
            continue
        profil = les_profil({"alder": 33, "utdanning": utdanning, "sluttmal": sluttmal, "programmaned": maned})
        krav = arbeidsretting(utled(profil, dag))
        if krav.status == "ukjent" or krav.hvorfor_ikke not in (None, "sluttmal"):
            continue
        fra = sorted(
            {f for _, f in arbeidsretting(utled(les_profil({"ordning": "intro"}), dag)).per_utdanning.values()}
        )
        ja = Tekst("Ja, nå", "Ja, no")
        senere = [Tekst(f"Nei, først fra måned {f}", f"Nei, først frå månad {f}") for f in fra]
        aldri = Tekst("Nei, kravet gjelder ikke dette sluttmålet", "Nei, kravet gjeld ikkje dette sluttmålet")
        if krav.status == "gjelder":
            riktig, gale = ja, [aldri]
        elif krav.status == "gjelder_ikke":
            riktig, gale = aldri, [ja]
        else:
            riktig, gale = senere[fra.index(krav.fra_maned or 0)], [ja, aldri]
        gale += [s for s, f in zip(senere, fra, strict=True) if f > maned and s != riktig]
        yield Oppgave(
            id=f"timekrav:{utdanning}-{sluttmal}-{maned}",
            slag="sak",
            tema=("intro",),
            niva=2,
            sporsmal=Tekst(
                "Må programmet ha et visst antall timer arbeidsrettet innhold i uka nå?",
                "Må programmet ha eit visst tal timar arbeidsretta innhald i veka no?",
            ),
            alternativer=(Alternativ(riktig), *(Alternativ(s) for s in gale)),
            forklaring=Tekst(
                "Timekravet gjelder bare program som skal kvalifisere for arbeid: fra måned "
                "{R-082.fra_maned} med videregående eller høyere, ellers fra måned {R-083.fra_maned}. "
                "Da skal {R-082.timer_uke_snitt|enhet} være arbeidsrettet i snitt.",
                "Timekravet gjeld berre program som skal kvalifisere for arbeid: frå månad "
                "{R-082.fra_maned} med vidaregåande eller høgare, elles frå månad {R-083.fra_maned}. "
                "Då skal {R-082.timer_uke_snitt|enhet} vere arbeidsretta i snitt.",
            ),
            tiltak=("introduksjonsprogrammet",),
            regler=("R-082", "R-083", "R-084"),
            profil=profil,
        )


def _norskretter(dag: date) -> Iterator[Oppgave]:
    """How long the right to Norwegian lasts (integreringsloven § 32 and § 37 d)."""
    lengder = sorted(
        {
            int(v.tall())
            for i, p in parametre().items()
            if i.startswith("integreringsloven.norsk.rett_mnd")
            for v in p.pa(dag)
        }
    )
    grunner = product(("asyl", "kollektiv_beskyttelse", "familie_til_flyktning"), ("grunnskole", "hoyere"))
    for opphold, utdanning in grunner:
        fakta = {"alder": 35, "oppholdsgrunnlag": opphold, "utdanning": utdanning, "tillatelse_dato": dag.isoformat()}
        profil = les_profil(fakta)
        rett = norskrett(utled(profil, dag).verdier, dag)
        if len(rett.mulige_mnd) != 1:
            continue
        riktig = rett.mulige_mnd[0]
        gale = [m for m in lengder if m != riktig]
        yield Oppgave(
            id=f"norskrett:{opphold}-{utdanning}",
            slag="sak",
            tema=("norsk",),
            niva=2,
            sporsmal=Tekst(
                "Deltakeren er nylig bosatt. Hvor lenge varer retten til norskopplæring høyst?",
                "Deltakaren er nyleg busett. Kor lenge varer retten til norskopplæring høgst?",
            ),
            alternativer=(Alternativ(_mnd(riktig)), *(Alternativ(_mnd(m)) for m in gale)),
            forklaring=Tekst(
                f"Retten varer inntil {{m:{riktig}:måneder}} ({rett.hjemmel}).",
                f"Retten varer inntil {{m:{riktig}:måneder}} ({rett.hjemmel}).",
            ),
            tiltak=("norskopplaering",),
            hjemler=(rett.hjemmel,),
            profil=profil,
        )


def lag(dag: date) -> Iterator[Oppgave]:
    """Cases about what the rules compute for one participant."""
    yield from _programtider(dag)
    yield from _timekrav(dag)
    yield from _norskretter(dag)
