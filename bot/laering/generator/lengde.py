"""How long measures can last: the ordinary limit, and the limits for those something special applies to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from bot.laering.generator.mengde import Mengde
from bot.laering.generator.utvalg import ANTALL_GALE, naermest
from bot.laering.oppgave import Alternativ, Grunnlag, Oppgave
from bot.laering.tekst import Tekst, par

_DAGER = {"uker": 7.0, "maneder": 365.25 / 12, "ar": 365.25}
_ENHET = {"uker": "uker", "maneder": "måneder", "ar": "år"}
# Closer than this, two lengths are taken for the same: twelve weeks and three months.
_LIKT = 1.12


def dager(maks: float, enhet: str) -> float:
    """A length as days, for comparing."""
    return maks * _DAGER[enhet]


def vanlig_grense(tiltak: Any) -> Any:
    """The one limit that holds for everybody without an extension; None when there is none, or more than one."""
    for_alle = [
        g for g in tiltak.varighet.grenser if g.maks and not g.tillegg and not g.gjelder_tekst and g.gjelder is None
    ]
    return for_alle[0] if len(for_alle) == 1 and not for_alle[0].usikker and for_alle[0].hjemmel else None


def mulige_lengder(tiltak: Any) -> list[float]:
    """Every length in days somebody could rightly answer for a measure: each limit, and each with extensions added."""
    tallfestet = [(dager(g.maks, g.enhet), g.tillegg) for g in tiltak.varighet.grenser if g.maks]
    tillegg = [d for d, t in tallfestet if t]
    ekstra = [sum(k) for n in range(len(tillegg) + 1) for k in combinations(tillegg, n)]
    return [*tillegg, *(d + e for d, t in tallfestet if not t for e in ekstra)]


def _likt(a: float, b: float) -> bool:
    return max(a, b) / min(a, b) < _LIKT


def _mengde(grense: Any) -> Mengde:
    return Mengde(grense.maks, _ENHET[grense.enhet])


def _nevnt(mengde: Mengde, tekst: str) -> bool:
    """Whether a text names the length, in months or in years."""
    like = [mengde]
    if mengde.enhet == "måneder" and mengde.tall % 12 == 0:
        like.append(Mengde(mengde.tall / 12, "år"))
    return any(m.monster().search(tekst) for m in like)


def _gale(g: Grunnlag, tiltak: Any, grense: Any) -> list[Alternativ]:
    """Lengths other measures have, and that this one never can have."""
    egne = mulige_lengder(tiltak)
    pool: dict[float, tuple[Any, Any]] = {}
    for annet in g.nasjonale:
        vanlig = vanlig_grense(annet)
        if vanlig is not None and annet.id != tiltak.id:
            pool.setdefault(dager(vanlig.maks, vanlig.enhet), (annet, vanlig))
    lovlige = [
        d
        for d, (_, vanlig) in pool.items()
        if not any(_likt(d, e) for e in egne) and not _nevnt(_mengde(vanlig), tiltak.varighet.tekst)
    ]
    ut = []
    for d in naermest(dager(grense.maks, grense.enhet), lovlige):
        annet, vanlig = pool[d]
        navn = par(annet, "navn")
        hvorfor = Tekst(f"Det er den vanlige grensen for {navn.nb}.", f"Det er den vanlege grensa for {navn.nn}.")
        ut.append(Alternativ(_mengde(vanlig).som_tekst, hvorfor))
    return ut


def _sporsmal(tiltak: Any, grense: Any) -> Tekst:
    navn = par(tiltak, "navn")
    if grense.gjelder_tekst:
        hvem = par(grense, "gjelder_tekst")
        if grense.tillegg:
            return Tekst(
                f"Hvor mye lenger kan **{navn.nb}** vare? Det gjelder: *{hvem.nb}*.",
                f"Kor mykje lenger kan **{navn.nn}** vare? Det gjeld: *{hvem.nn}*.",
            )
        return Tekst(
            f"Hvor lenge kan **{navn.nb}** vare? Det gjelder: *{hvem.nb}*.",
            f"Kor lenge kan **{navn.nn}** vare? Det gjeld: *{hvem.nn}*.",
        )
    if len(mulige_lengder(tiltak)) > 1:
        return Tekst(
            f"Hvor lenge kan **{navn.nb}** vare i utgangspunktet, uten forlengelser og særregler?",
            f"Kor lenge kan **{navn.nn}** vare i utgangspunktet, utan forlengingar og særreglar?",
        )
    return Tekst(f"Hvor lenge kan **{navn.nb}** vare?", f"Kor lenge kan **{navn.nn}** vare?")


def _forklaring(tiltak: Any) -> Tekst:
    navn, varighet = par(tiltak, "navn"), par(tiltak.varighet, "tekst")
    return Tekst(f"{navn.nb}: {varighet.nb}.", f"{navn.nn}: {varighet.nn}.")


def lag(g: Grunnlag) -> Iterator[Oppgave]:
    """One question for the ordinary limit of each measure, and one for each special limit that says whom it is for."""
    for t in g.nasjonale:
        vanlig = vanlig_grense(t)
        nevnt = [x.gjelder_tekst for x in t.varighet.grenser]
        for nr, grense in enumerate(t.varighet.grenser):
            hvem = grense.gjelder_tekst or ""
            saerlig = bool(hvem) and nevnt.count(hvem) == 1 and " gjelder " not in hvem  # a remark, not a group
            if not grense.maks or not grense.hjemmel or grense.usikker or not (grense is vanlig or saerlig):
                continue
            gale = _gale(g, t, grense)
            if len(gale) < ANTALL_GALE:
                continue
            yield Oppgave(
                id=f"varighet:{t.id}" + ("" if grense is vanlig else f":{nr}"),
                slag="varighet",
                tema=(),
                niva=1 if grense is vanlig else 2,
                sporsmal=_sporsmal(t, grense),
                alternativer=(Alternativ(_mengde(grense).som_tekst), *gale),
                forklaring=_forklaring(t),
                tiltak=(t.id,),
                hjemler=(grense.hjemmel,),
            )
