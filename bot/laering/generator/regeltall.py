"""The numbers of the rules as gaps to fill: a sentence of the rule's own answer with the number left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from bot.laering.generator.mengde import ENHETER, SETNINGER, Mengde, tallene_i
from bot.laering.generator.utvalg import ANTALL_GALE, naermest
from bot.laering.oppgave import Alternativ, Grunnlag, Oppgave
from bot.laering.tekst import Tekst, par

APENT = "[?]"
_SOM = {"alder": "år", "timer per uke": "timer", "kroner per dag": "kroner", "kroner per år": "kroner"}
# A number of years above this is a calendar year.
_HOYESTE_AR = 100


def mengder(tall: Any) -> list[Mengde]:
    """The ways a rule's number may be written: months as years too, and the other way round."""
    if isinstance(tall.verdi, bool) or not isinstance(tall.verdi, int | float) or tall.verdi <= 0:
        return []
    enhet = _SOM.get(tall.enhet, tall.enhet)
    if enhet not in ENHETER or (enhet == "år" and tall.verdi > _HOYESTE_AR):
        return []
    ut = [Mengde(float(tall.verdi), enhet)]
    if tall.enhet == "måneder" and tall.verdi % 12 == 0:
        ut.append(Mengde(tall.verdi / 12, "år"))
    if tall.enhet == "år":
        ut.append(Mengde(tall.verdi * 12, "måneder"))
    return ut


def _hull(svar: str, monster: re.Pattern[str]) -> str | None:
    """The one sentence with the amount, with a gap for it; None when it is named never or more than once."""
    if len(monster.findall(svar)) != 1:
        return None
    setning = next(s for s in SETNINGER.split(svar) if monster.search(s))
    return monster.sub(APENT, setning)


def _uten_tallet(tittel: str, mengde: Mengde) -> str | None:
    """A title with the amount taken out; None when the number can still be read from it."""
    skjult = mengde.monster().sub(APENT, tittel)
    return None if mengde.tall in tallene_i(skjult) else skjult


def _gjelder(regel: Any, dag: date) -> bool:
    return (
        regel.status == "gjeldende"
        and (regel.gyldig_fra is None or regel.gyldig_fra <= dag)
        and (regel.gyldig_til is None or dag <= regel.gyldig_til)
    )


def _pool(g: Grunnlag, dag: date) -> dict[str, dict[float, Any]]:
    """For each unit the numbers the rules have in it, with a rule for each."""
    ut: dict[str, dict[float, Any]] = {}
    for r in g.regler.values():
        if _gjelder(r, dag):
            for t in r.tall:
                for m in mengder(t)[:1]:
                    ut.setdefault(m.enhet, {}).setdefault(m.tall, r)
    return ut


def _oppgave(r: Any, tall: Any, mengde: Mengde, pool: dict[float, Any]) -> Oppgave | None:
    monster = mengde.monster()
    svar, tittel = par(r, "svar"), par(r, "tittel")
    setninger = (_hull(svar.nb, monster), _hull(svar.nn, monster))
    titler = (_uten_tallet(tittel.nb, mengde), _uten_tallet(tittel.nn, mengde))
    if None in setninger or None in titler:
        return None
    opptatt = tallene_i(svar.nb) | {m.tall for t in r.tall for m in mengder(t)}
    valgt = naermest(mengde.tall, [v for v in pool if v not in opptatt])
    if len(valgt) < ANTALL_GALE:
        return None
    gale = []
    for v in valgt:
        annen = par(pool[v], "tittel")
        hvorfor = Tekst(
            f"Det tallet hører til en annen regel: «{annen.nb}».",
            f"Det talet høyrer til ein annan regel: «{annen.nn}».",
        )
        gale.append(Alternativ(Mengde(v, mengde.enhet).som_tekst, hvorfor))
    return Oppgave(
        id=f"tall:{r.id}:{tall.navn}",
        slag="tall",
        tema=(),
        niva=2 if len(r.tall) <= 2 else 3,
        sporsmal=Tekst(
            f"Hva mangler her?\n\n> **{titler[0]}:** {setninger[0]}",
            f"Kva manglar her?\n\n> **{titler[1]}:** {setninger[1]}",
        ),
        alternativer=(Alternativ(mengde.som_tekst), *gale),
        forklaring=svar,
        regler=(r.id,),
    )


def lag(g: Grunnlag, dag: date) -> Iterator[Oppgave]:
    """A gap for each number of a rule in force that its answer names exactly once in both languages."""
    pool = _pool(g, dag)
    for r in g.regler.values():
        if not _gjelder(r, dag):
            continue
        spurt = set()  # two numbers of a rule may be the same amount in the same sentence
        for tall in r.tall:
            forslag = (_oppgave(r, tall, m, pool.get(m.enhet, {})) for m in mengder(tall))
            oppgave = next((o for o in forslag if o is not None), None)
            if oppgave is not None and oppgave.sporsmal not in spurt:
                spurt.add(oppgave.sporsmal)
                yield oppgave
