"""What else the catalogue knows of a measure: age, language level, tiltakspenger, whether it counts as work-oriented,
and what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bot.laering.generator.utvalg import ANTALL_GALE, nokkel, trekk
from bot.laering.oppgave import Alternativ, Grunnlag, Oppgave
from bot.laering.tekst import Tekst, par
from bot.profil.fakta import FAKTA

_JA = Tekst("Ja", "Ja")
_NEI = Tekst("Nei", "Nei")
_INGEN = Tekst("Det er ikke noe krav om et bestemt nivå", "Det er ikkje noko krav om eit bestemt nivå")
_NIVAER = tuple(v for v in FAKTA["norskniva"].verdier if v in ("A1", "A2", "B1", "B2"))
_ALDER = ("alder", "aldersar")
_ORD = re.compile(r"[a-zæøå]{4,}", re.I)
# Two measures that describe themselves this much in the same words are too alike to be told apart by them.
_FOR_LIKT = 0.25
# What somebody takes part in all day; a grant or a talk gives no tiltakspenger by itself, but goes with what does.
_DELTAR_I = frozenset({"arbeidsrettet", "oppfolging", "program", "utdanning", "sprak"})
_BESKRIVES_IKKE = frozenset({"organisering", "kunnskapsdeling", "verktoy"})


def _aldersvilkar(t: Any) -> list[Any]:
    return [v for v in t.vilkar if v.krav is not None and v.styrke == "krav" and set(v.krav.fakta()) <= set(_ALDER)]


def _grenser(krav: Any) -> str:
    return str(krav.model_dump(exclude_none=True, exclude={"faktum"}))


def _alder(g: Grunnlag, t: Any) -> Oppgave | None:
    egne = _aldersvilkar(t)
    if len(egne) != 1 or egne[0].krav.faktum is None:
        return None
    vilkar, navn = egne[0], par(t, "navn")
    andre: dict[str, tuple[Any, Any]] = {}
    for annet in g.nasjonale:
        for v in _aldersvilkar(annet):
            if v.krav.faktum == vilkar.krav.faktum and _grenser(v.krav) != _grenser(vilkar.krav) and len(v.tekst) < 90:
                andre.setdefault(_grenser(v.krav), (annet, v))
    valgt = [andre[n] for n in trekk(andre, f"alder:{t.id}")]
    if len(valgt) < ANTALL_GALE or len(vilkar.tekst) >= 90:
        return None
    gale = []
    for annet, v in valgt:
        annet_navn = par(annet, "navn")
        hvorfor = Tekst(f"Det er kravet i {annet_navn.nb}.", f"Det er kravet i {annet_navn.nn}.")
        gale.append(Alternativ(par(v, "tekst"), hvorfor))
    krav = par(vilkar, "tekst")
    return Oppgave(
        id=f"alder:{t.id}",
        slag="alder",
        tema=(),
        niva=2,
        sporsmal=Tekst(f"Hvilket alderskrav gjelder for **{navn.nb}**?", f"Kva alderskrav gjeld for **{navn.nn}**?"),
        alternativer=(Alternativ(krav), *gale),
        forklaring=Tekst(f"{navn.nb}: {krav.nb}.", f"{navn.nn}: {krav.nn}."),
        tiltak=(t.id,),
        hjemler=(vilkar.hjemmel,) if vilkar.hjemmel else (),
        kilder=vilkar.kilder,
    )


def _vanlig(niva: str) -> Tekst:
    return Tekst(
        f"{niva} er vanlig praksis, men det står ikke i loven eller forskriften",
        f"{niva} er vanleg praksis, men det står ikkje i lova eller forskrifta",
    )


def _hard(niva: str) -> Tekst:
    return Tekst(f"Loven eller forskriften krever {niva}", f"Lova eller forskrifta krev {niva}")


def _er_praksis(norsk: Any) -> bool:
    """Whether the words say that this level, and no other, is what practice asks for."""
    andre = [n for n in _NIVAER if n != norsk.niva and n in norsk.tekst]
    return norsk.niva in _NIVAER and not andre and re.search(r"praksis|vanlig|ofte", norsk.tekst) is not None


def _norsk(t: Any) -> Oppgave | None:
    """Law against practice, the difference a new employee most often misses."""
    navn, tekst = par(t, "navn"), par(t.norsk, "tekst")
    if t.norsk.fasthet == "ingen":
        riktig = _INGEN
        gale = [_hard(n) for n in ("A1", "A2", "B1")]
    elif t.norsk.fasthet == "vanlig" and _er_praksis(t.norsk):
        riktig = _vanlig(t.norsk.niva)
        gale = [_hard(t.norsk.niva), _hard("B1" if t.norsk.niva != "B1" else "B2")]
    elif t.norsk.fasthet == "hard" and t.norsk.niva in _NIVAER:
        riktig = _hard(t.norsk.niva)
        gale = [_INGEN, *(_hard(n) for n in _NIVAER if n != t.norsk.niva)][:ANTALL_GALE]
    else:
        return None
    return Oppgave(
        id=f"norsk:{t.id}",
        slag="norsk",
        tema=(),
        niva=2,
        sporsmal=Tekst(
            f"Hva gjelder om norsknivå for **{navn.nb}**?",
            f"Kva gjeld om norsknivå for **{navn.nn}**?",
        ),
        alternativer=(Alternativ(riktig), *(Alternativ(x) for x in gale)),
        forklaring=Tekst(f"{navn.nb}: {tekst.nb}.", f"{navn.nn}: {tekst.nn}."),
        tiltak=(t.id,),
        kilder=t.kilder,
    )


def _ja_nei(
    t: Any, slag: str, svar: str, sporsmal: Tekst, hvorfor: Tekst, niva: int, hjemler: tuple[str, ...]
) -> Oppgave | None:
    if svar not in ("ja", "nei"):
        return None
    riktig, galt = (_JA, _NEI) if svar == "ja" else (_NEI, _JA)
    return Oppgave(
        id=f"{slag}:{t.id}",
        slag=slag,
        tema=(),
        niva=niva,
        sporsmal=sporsmal,
        alternativer=(Alternativ(riktig), Alternativ(galt)),
        forklaring=hvorfor,
        tiltak=(t.id,),
        hjemler=hjemler,
        kilder=t.kilder,
        i_rekkefolge=True,
    )


def _tiltakspenger(t: Any) -> Oppgave | None:
    if t.type not in _DELTAR_I or t.eier.kategori not in ("nav", "kommune", "flere"):
        return None
    navn = par(t, "navn")
    sporsmal = Tekst(
        f"Kan deltakeren få tiltakspenger for å delta i **{navn.nb}**?",
        f"Kan deltakaren få tiltakspengar for å delta i **{navn.nn}**?",
    )
    hjemler = ("tiltakspengeforskriften § 2",)
    return _ja_nei(t, "tiltakspenger", t.tiltakspenger.gir, sporsmal, par(t.tiltakspenger, "hvorfor"), 3, hjemler)


def _arbeidsrettet(t: Any) -> Oppgave | None:
    if t.type == "ytelse" or not {"program_underveis", "program_slutt"} & set(t.nar.fase):
        return None
    navn = par(t, "navn")
    sporsmal = Tekst(
        f"Teller **{navn.nb}** som arbeidsrettet innhold i introduksjonsprogrammet?",
        f"Tel **{navn.nn}** som arbeidsretta innhald i introduksjonsprogrammet?",
    )
    hvorfor = par(t.arbeidsrettet_14a, "hvorfor")
    hjemler = ("integreringsloven § 14 a fjerde ledd",)
    return _ja_nei(t, "arbeidsrettet", t.arbeidsrettet_14a.teller, sporsmal, hvorfor, 2, hjemler)


def _ordene(tekst: str) -> set[str]:
    return {o.lower()[:7] for o in _ORD.findall(tekst)}


def _likhet(a: Any, b: Any) -> float:
    """How much of the words of two descriptions is the same."""
    x, y = _ordene(a.sammendrag), _ordene(b.sammendrag)
    return len(x & y) / len(x | y)


def _uten_navn(tekst: str, navn: list[str]) -> str | None:
    """A description with the measure's names taken out; None when a part of a name is still there."""
    for n in sorted(navn, key=len, reverse=True):
        tekst = re.sub(rf"\b{re.escape(n)}(en|et|a|s)?\b", "…", tekst, flags=re.I)
    igjen = _ordene(tekst)
    return None if any(o in igjen for o in _ordene(navn[0])) or tekst.count("…") > 2 else tekst


def _hva_er(g: Grunnlag, t: Any) -> Oppgave | None:
    if t.type in _BESKRIVES_IKKE:
        return None
    om, navn, hvem = par(t, "sammendrag"), par(t, "navn"), par(t, "malgruppe")
    alle = [n for n in (t.navn, t.navn_nn, *t.synonymer) if n]
    nb, nn = _uten_navn(om.nb, alle), _uten_navn(om.nn, [navn.nn, *alle])
    if nb is None or nn is None:
        return None
    mulige = [
        a
        for a in g.nasjonale
        if a.id != t.id
        and a.type not in _BESKRIVES_IKKE
        and _likhet(a, t) < _FOR_LIKT
        and not _ordene(a.navn) & _ordene(t.navn)
        and not _ordene(a.navn) & _ordene(nb)
    ]
    naere = sorted(mulige, key=lambda a: (a.eier.kategori != t.eier.kategori, a.type != t.type, nokkel(t.id, a.id)))
    if len(naere) < ANTALL_GALE:
        return None
    return Oppgave(
        id=f"hva:{t.id}",
        slag="hva",
        tema=(),
        niva=1,
        sporsmal=Tekst(f"Hva er dette?\n\n> {nb}", f"Kva er dette?\n\n> {nn}"),
        alternativer=(Alternativ(navn), *(Alternativ(par(a, "navn")) for a in naere[:ANTALL_GALE])),
        forklaring=Tekst(f"{navn.nb} er for {hvem.nb}.", f"{navn.nn} er for {hvem.nn}."),
        tiltak=(t.id,),
        kilder=t.kilder,
    )


def lag(g: Grunnlag) -> Iterator[Oppgave]:
    """Up to five questions for each national measure."""
    for t in g.nasjonale:
        for oppgave in (_alder(g, t), _norsk(t), _tiltakspenger(t), _arbeidsrettet(t), _hva_er(g, t)):
            if oppgave is not None:
                yield oppgave
