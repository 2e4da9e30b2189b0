"""Answers from the knowledge base: entries, tables, timelines, counts, contacts. History is said to be history."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.profil.samtale import Malform
from bot.svar.malform import felt, liste, tall, velg
from bot.svar.payload import Kind
from bot.svar.regeltekst import regelkilder, uten_ja_nei
from bot.svar.svar import Svarbygger, flett_titler
from bot.svar.tjeneste import Tjeneste

_KIND: dict[str, Kind] = {"eksempel": "example", "modell": "organisation", "steg": "organisation", "begrep": "glossary"}


def kind_for(o: Any) -> Kind:
    """The API's kind of an entry; a definition that explains no single word is a finding."""
    return "finding" if o.type == "begrep" and not o.navn else _KIND.get(o.type, "finding")


def ar_tekst(o: Any) -> str:
    """The years an entry speaks of: «2016», «2014–2016»."""
    if o.ar is None:
        return "" if o.ar_til is None else f"– {o.ar_til}"
    return str(o.ar) if not o.ar_til or o.ar_til == o.ar else f"{o.ar}–{o.ar_til}"


def som_data(tjeneste: Tjeneste, o: Any) -> dict[str, Any]:
    """An entry as the API has it."""
    return {
        "id": o.id,
        "type": o.type,
        "title": o.tittel,
        "text": o.tekst,
        "places": list(o.sted),
        "years": ar_tekst(o) or None,
        "status": "historical" if o.status == "historisk" else "current",
        "source_ids": list(oppslagskilder(tjeneste, o)),
    }


def oppslagskilder(tjeneste: Tjeneste, o: Any) -> tuple[str, ...]:
    """The source points of an entry."""
    return tjeneste.kilder.samlet(o.hjemler, o.kilder)


def merke(o: Any, malform: Malform) -> str:
    """That an entry is history, and from when; empty when it holds today."""
    if o.status != "historisk":
        return ""
    ar = ar_tekst(o)
    return velg(malform, f"*Historisk{', ' + ar if ar else ''}.*", f"*Historisk{', ' + ar if ar else ''}.*")


def ferdig(
    bygger: Svarbygger,
    kind: Kind,
    oppslag: Iterable[Any],
    i_dag: date,
    table: dict[str, Any] | None = None,
    med_regler: bool = False,
) -> dict[str, Any]:
    """The reply with the entries as data. A source all of whose entries are history is marked so."""
    brukt = list({o.id: o for o in oppslag}.values())
    svar = bygger.ferdig(kind, {}, i_dag, med_regler)
    data = [som_data(bygger.tjeneste, o) for o in brukt]
    gjeldende = {k for d in data if d["status"] == "current" for k in d["source_ids"]}
    nevnt = {k for d in data for k in d["source_ids"]}
    svar["payload"]["entries"] = data
    svar["payload"]["table"] = table
    svar["payload"]["sources"] = [
        {**k, "status": "historical"} if k["id"] in nevnt - gjeldende else k for k in svar["payload"]["sources"]
    ]
    return svar


@dataclass(frozen=True, slots=True)
class Utvalg:
    """Documents of the search: those to show, best first, and those to offer as choices."""

    vist: Sequence[Any]
    andre: Sequence[Any]


def oppslagssvar(
    tjeneste: Tjeneste,
    utvalg: Utvalg,
    i_dag: date,
    malform: Malform,
    ar: int | None = None,
    om_tall: bool = False,
    sikker: bool = True,
    sporsmal: str = "",
    regel: Any = None,
) -> dict[str, Any]:
    """The best entries as the answer, the rest as choices. Figures asked for by year are repeated with the year. An
    entry that answers another question than the one put (`sporsmal`) says which. `regel` is what the law says of the
    same: it stands after the entries, so that no finding is read as the rule."""
    bygger = Svarbygger(tjeneste, malform)
    if not sikker:
        bygger.avsnitt(
            velg(
                malform,
                "**Jeg er ikke sikker på om dette svarer på spørsmålet. Dette ligger nærmest:**",
                "**Eg er ikkje sikker på om dette svarar på spørsmålet. Dette ligg nærast:**",
            )
        )
    vist, rest = utvalg.vist, utvalg.andre
    for nr, d in enumerate(vist):
        if nr == 0 and not d.er_tiltak and not d.navn and _ord(d.sporsmal[0]) != _ord(sporsmal):
            bygger.avsnitt(f"*{d.sporsmal[0]}*")
        bygger.avsnitt(_avsnitt(tjeneste, d, malform, forst=nr == 0, ar=ar) + _alder(d, i_dag, malform))
        bygger.kilde(_kilder(tjeneste, d)[:3])
    if om_tall and any(not d.er_tiltak and d.ting.tall and d.historisk for d in vist[:1]):
        naar = ar_tekst(vist[0].ting)
        bygger.avsnitt(
            velg(
                malform,
                f"Tallene er fra {naar} og er gamle. Jeg har ikke nyere.",
                f"Tala er frå {naar} og er gamle. Eg har ikkje nyare.",
            )
        )
    if regel is not None:
        svaret = forste_setning(uten_ja_nei(felt(regel, "svar", malform)))
        bygger.avsnitt(f"**{velg(malform, 'Etter loven', 'Etter lova')}:** {svaret}")
        bygger.kilde(regelkilder(tjeneste, regel)[:3])
    for d in vist[:1]:
        if not d.er_tiltak:
            for tiltak_id in d.ting.tiltak[:2]:
                navn = felt(tjeneste.tiltak[tiltak_id], "navn", malform)
                bygger.valg(navn, velg(malform, f"Hva er {navn}?", f"Kva er {navn}?"))
    for d in rest:
        bygger.valg(tittel(d), tittel(d))
    oppslag = [d.ting for d in vist if not d.er_tiltak]
    kind: Kind = "example" if vist[0].er_tiltak else kind_for(vist[0].ting)
    return ferdig(bygger, kind, oppslag, i_dag)


def _alder(d: Any, i_dag: date, malform: Malform) -> str:
    """From when a finding that is no history is, when that is more than a year ago."""
    if d.er_tiltak or d.navn or d.historisk or d.ar is None or (d.ar_til or d.ar) >= i_dag.year - 1:
        return ""
    return velg(malform, f" *Fra {ar_tekst(d.ting)}.*", f" *Frå {ar_tekst(d.ting)}.*")


def _ord(tekst: str) -> list[str]:
    return re.findall(r"\w+", tekst.lower())


def tittel(d: Any) -> str:
    """What a document of the search is called: a term or a measure by its name, an entry by the question it answers."""
    return str(d.navn or d.sporsmal[0])


def _kilder(tjeneste: Tjeneste, d: Any) -> tuple[str, ...]:
    return tjeneste.kilder.henvisninger(d.ting.kilder) if d.er_tiltak else oppslagskilder(tjeneste, d.ting)


def _avsnitt(tjeneste: Tjeneste, d: Any, malform: Malform, *, forst: bool, ar: int | None) -> str:
    if d.er_tiltak:
        tekst = felt(d.ting, "sammendrag", malform)
        status = felt(d.ting.status, "tekst", malform) if d.historisk else ""
        return f"**{felt(d.ting, 'navn', malform)}.** {tekst}" + (
            f" *{status[0].upper() + status[1:]}.*" if status else ""
        )
    merket = merke(d.ting, malform)
    hode = f"**{tittel(d)}** " if not forst or d.navn else ""
    tekst = f"**{forste_setning(d.ting.tekst)}**{_rest(d.ting.tekst)}" if forst and not d.navn else d.ting.tekst
    arstall = [t for t in d.ting.tall if ar is not None and t.ar == ar] if forst else []
    linjer = [
        f"- {t.navn} {ar}: {tall(t.verdi)}{'' if t.til is None else '–' + tall(t.til)} {t.enhet}" for t in arstall
    ]
    return "\n".join([" ".join(x for x in (f"{hode}{tekst}", merket) if x), *linjer])


def forste_setning(tekst: str) -> str:
    """The first sentence, conclusion first; the whole text when it is one sentence or a list."""
    slutt = next(
        (i for i in range(12, len(tekst) - 2) if tekst[i] in ".?!" and tekst[i + 1] == " " and tekst[i + 2].isupper()),
        None,
    )
    return tekst if slutt is None or slutt > 160 else tekst[: slutt + 1]


def _rest(tekst: str) -> str:
    return tekst[len(forste_setning(tekst)) :]


def vet_ikke(
    tjeneste: Tjeneste, naermeste: Sequence[Any], i_dag: date, malform: Malform, regler: Sequence[Any] = ()
) -> dict[str, Any]:
    """Nothing found that answers: say so and offer the nearest findings and rules, at most three."""
    bygger = Svarbygger(tjeneste, malform)
    bygger.avsnitt(
        velg(
            malform,
            "**Det vet jeg ikke.** Jeg finner ikke noe om dette i rapportene eller eksemplene jeg kjenner.",
            "**Det veit eg ikkje.** Eg finn ikkje noko om dette i rapportane eller døma eg kjenner.",
        )
    )
    titler = flett_titler([tittel(d) for d in naermeste], [felt(r, "tittel", malform) for r in regler])
    if titler:
        hode = velg(malform, "Det nærmeste jeg har:", "Det næraste eg har:")
        bygger.avsnitt("\n".join([hode, *(f"- {t}" for t in titler)]))
        for t in titler:
            bygger.valg(t, t)
    return bygger.ferdig("clarification", {}, i_dag)


def tabellsvar(
    tjeneste: Tjeneste,
    tabell: Any,
    kolonner: Sequence[int],
    rader: Sequence[Any],
    oppslag: Sequence[Any],
    i_dag: date,
    malform: Malform,
) -> dict[str, Any]:
    """Things side by side, with the columns and rows asked for."""
    bygger = Svarbygger(tjeneste, malform)
    navn = [tabell.kolonner[i] for i in kolonner]
    bygger.avsnitt(f"**{felt(tabell, 'tittel', malform)}**" + _historisk(tabell, malform))
    linjer = ["| | " + " | ".join(navn) + " |", "|---" * (len(navn) + 1) + "|"]
    linjer += [f"| **{r.navn}** | " + " | ".join(r.celler[i] for i in kolonner) + " |" for r in rader]
    bygger.avsnitt("\n".join(linjer))
    for o in oppslag:
        bygger.kilde(oppslagskilder(tjeneste, o))
    for r in tabell.rader:
        if r not in rader:
            bygger.valg(r.navn, f"{r.navn} {velg(malform, 'i', 'i')} {liste(navn, malform)}")
    table = {"columns": navn, "rows": [{"name": r.navn, "cells": [r.celler[i] for i in kolonner]} for r in rader]}
    return ferdig(bygger, "organisation", oppslag, i_dag, table)


def _historisk(ting: Any, malform: Malform) -> str:
    if ting.status != "historisk":
        return ""
    return " " + velg(malform, "*Historisk: slik kilden beskrev det.*", "*Historisk: slik kjelda skildra det.*")


def tidslinjesvar(
    tjeneste: Tjeneste, linje: Any, oppslag: Sequence[Any], i_dag: date, malform: Malform
) -> dict[str, Any]:
    """How something is arranged, step by step."""
    bygger = Svarbygger(tjeneste, malform)
    antall = len(linje.steg)
    bygger.avsnitt(
        velg(malform, f"**{linje.navn}: {antall} steg.**", f"**{linje.navn_nn}: {antall} steg.**")
        + _historisk(linje, malform)
    )
    bygger.avsnitt("\n".join(f"{n}. **{s.nar}:** {s.hva}" for n, s in enumerate(linje.steg, 1)))
    if linje.merknad:
        bygger.avsnitt(linje.merknad)
    for o in oppslag:
        bygger.kilde(oppslagskilder(tjeneste, o))
    table = {"columns": ["nar", "hva"], "rows": [{"name": s.nar, "cells": [s.hva]} for s in linje.steg]}
    return ferdig(bygger, "organisation" if linje.id == "tromsomodellen" else "example", oppslag, i_dag, table)


def tellesvar(tjeneste: Tjeneste, telling: Any, i_dag: date, malform: Malform) -> dict[str, Any]:
    """An exact number with what was counted."""
    bygger = Svarbygger(tjeneste, malform)
    n, verdi = len(telling.tiltak), telling.verdi
    sted = " ".join(d.capitalize() for d in verdi.split())
    hode = {
        "sted": (
            f"**Katalogen har {n} lokale tiltak og eksempler fra {sted}.**",
            f"**Katalogen har {n} lokale tiltak og døme frå {sted}.**",
        ),
        "uten_norskkrav": (
            f"**{n} nasjonale tiltak har ikke noe fastsatt krav til norsk.**",
            f"**{n} nasjonale tiltak har ikkje noko fastsett krav til norsk.**",
        ),
        "nivakrav": (
            f"**{n} tiltak har {verdi} som krav eller vanlig forventning.**",
            f"**{n} tiltak har {verdi} som krav eller vanleg forventning.**",
        ),
        "bransje": (
            f"**Katalogen har {n} kurs og løp innen {verdi}.**",
            f"**Katalogen har {n} kurs og løp innan {verdi}.**",
        ),
    }[telling.slag]
    bygger.avsnitt(velg(malform, *hode))
    if n:
        bygger.avsnitt("\n".join(_linje(t, malform) for t in telling.tiltak))
    if telling.slag == "uten_norskkrav":
        bygger.avsnitt(
            velg(
                malform,
                f"For {telling.ukjent} andre nasjonale tiltak sier ikke kilden noe om norsk. At det ikke står krav i "
                "regelen, hindrer ikke at Nav eller arbeidsgiveren i praksis venter seg A2.",
                f"For {telling.ukjent} andre nasjonale tiltak seier ikkje kjelda noko om norsk. At det ikkje står krav "
                "i regelen, hindrar ikkje at Nav eller arbeidsgivaren i praksis ventar seg A2.",
            )
        )
    if telling.slag == "sted":
        bygger.avsnitt(_fra_kilder(tjeneste, telling.tiltak, malform))
    for t in telling.tiltak:
        bygger.kilde(tjeneste.kilder.henvisninger(t.kilder)[:1])
    for t in telling.tiltak[:5]:
        navn = felt(t, "navn", malform)
        bygger.valg(navn, velg(malform, f"Hva er {navn}?", f"Kva er {navn}?"))
    table = {"columns": ["status"], "rows": [{"name": t.navn, "cells": [t.status.tekst]} for t in telling.tiltak]}
    return ferdig(bygger, "example" if telling.slag in ("sted", "bransje") else "finding", (), i_dag, table)


def _fra_kilder(tjeneste: Tjeneste, tiltak: Sequence[Any], malform: Malform) -> str:
    """How many of the examples each report tells of; places are counted by the counties of today."""
    antall = Counter(tjeneste.kilder.kort(p).split(" kap.")[0] for t in tiltak for p in _hele(tjeneste, t))
    if not antall:
        return ""
    fra = ", ".join(f"{navn}: {n}" for navn, n in antall.most_common())
    return velg(
        malform, f"Fordelt på kilder: {fra}. Fylkene er dagens.", f"Fordelt på kjelder: {fra}. Fylka er dei i dag."
    )


def _hele(tjeneste: Tjeneste, t: Any) -> tuple[str, ...]:
    """The sources of a measure without the place in them."""
    return tjeneste.kilder.henvisninger({k.id: k.model_copy(update={"sted": None}) for k in t.kilder}.values())


def _linje(t: Any, malform: Malform) -> str:
    merke_ = velg(malform, "historisk", "historisk") if t.status.kode == "historisk" else felt(t.sted, "tekst", malform)
    return f"- {felt(t, 'navn', malform)} ({merke_})"


def kontaktsvar(tjeneste: Tjeneste, d: Any | None, i_dag: date, malform: Malform) -> dict[str, Any]:
    """Who is responsible, without names: which unit, how old the report's contacts are, and where to look today."""
    bygger = Svarbygger(tjeneste, malform)
    if d is None:
        bygger.avsnitt(
            velg(
                malform,
                "**Jeg oppgir ikke navn på kontaktpersoner.** Si hvilket tiltak eller eksempel det gjelder, så sier "
                "jeg hvilken enhet som hadde ansvaret.",
                "**Eg oppgir ikkje namn på kontaktpersonar.** Sei kva tiltak eller døme det gjeld, så seier eg kva "
                "eining som hadde ansvaret.",
            )
        )
        return bygger.ferdig("clarification", {}, i_dag)
    tiltak = d.ting if d.er_tiltak else next((tjeneste.tiltak[t] for t in d.ting.tiltak if t in tjeneste.tiltak), None)
    enhet = felt(tiltak.eier, "tekst", malform) if tiltak is not None else None
    if enhet:
        bygger.avsnitt(velg(malform, f"**Ansvarlig: {enhet}.**", f"**Ansvarleg: {enhet}.**"))
    else:
        bygger.avsnitt(
            velg(
                malform,
                "**Kilden oppgir ikke hvem som har ansvaret.**",
                "**Kjelda oppgir ikkje kven som har ansvaret.**",
            )
        )
    naar = "" if d.er_tiltak else ar_tekst(d.ting)
    fra = velg(malform, f"fra {naar}", f"frå {naar}") if naar else velg(malform, "gamle", "gamle")
    bygger.avsnitt(
        velg(
            malform,
            f"Jeg oppgir ikke navn. Kontaktene i rapporten er {fra}, og personene kan ha byttet jobb. Se dagens "
            "kontakt på nettsidene til enheten eller ring sentralbordet; IMDi og Nav-fylket kan også vise videre.",
            f"Eg oppgir ikkje namn. Kontaktane i rapporten er {fra}, og personane kan ha bytt jobb. Sjå "
            "kontakten i dag på nettsidene til eininga, eller ring sentralbordet; IMDi og Nav-fylket kan vise vidare.",
        )
    )
    bygger.avsnitt(_avsnitt(tjeneste, d, malform, forst=False, ar=None))
    bygger.kilde(_kilder(tjeneste, d)[:3])
    return ferdig(bygger, "example", [] if d.er_tiltak else [d.ting], i_dag)
