"""From a problem to what can be done, checklists to copy, and terms in one line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.profil.samtale import Malform
from bot.svar.kunnskapssvar import ferdig, forste_setning, merke, oppslagskilder
from bot.svar.malform import felt, velg
from bot.svar.regeltekst import regelkilder
from bot.svar.svar import Svarbygger
from bot.svar.tjeneste import Tjeneste


def _punkter(oppslag: Sequence[Any], malform: Malform) -> str:
    return "\n".join("- " + " ".join(x for x in (f"**{o.tittel}** {o.tekst}", merke(o, malform)) if x) for o in oppslag)


def problemsvar(
    tjeneste: Tjeneste,
    problem: Any,
    barriere: Sequence[Any],
    hjelper: Sequence[Any],
    eksempler: Sequence[Any],
    i_dag: date,
    malform: Malform,
) -> dict[str, Any]:
    """What helps first, then why it is so, the rules and measures that bear on it, and an example."""
    bygger = Svarbygger(tjeneste, malform)
    bygger.avsnitt(
        f"**{felt(problem, 'navn', malform).rstrip('?')}.** " + velg(malform, "Dette kan hjelpe:", "Dette kan hjelpe:")
    )
    bygger.avsnitt(_punkter(hjelper, malform))
    bygger.avsnitt(f"**{velg(malform, 'Hva rapportene sier om årsaken', 'Kva rapportane seier om årsaka')}**")
    bygger.avsnitt(_punkter(barriere, malform))
    regler = [tjeneste.regler[r] for r in problem.regler if r in tjeneste.regler]
    if regler:
        bygger.avsnitt(f"**{velg(malform, 'Regler som har noe å si', 'Reglar som har noko å seie')}**")
        bygger.avsnitt(
            "\n".join(f"- **{felt(r, 'tittel', malform)}.** {forste_setning(felt(r, 'svar', malform))}" for r in regler)
        )
    tiltak = [tjeneste.tiltak[t] for t in problem.tiltak if t in tjeneste.tiltak]
    if tiltak:
        navn = "\n".join(f"- {felt(t, 'navn', malform)}" for t in tiltak)
        bygger.avsnitt(f"**{velg(malform, 'Tiltak å se på', 'Tiltak å sjå på')}**\n{navn}")
    if eksempler:
        bygger.avsnitt(f"**{velg(malform, 'Slik har andre gjort det', 'Slik har andre gjort det')}**")
        bygger.avsnitt(_punkter(eksempler[:2], malform))
    brukt = [*hjelper, *barriere, *eksempler[:2]]
    for o in brukt:
        bygger.kilde(oppslagskilder(tjeneste, o)[:1])
    for r in regler:
        bygger.kilde(regelkilder(tjeneste, r)[:1])
    for t in tiltak[:3]:
        vist = felt(t, "navn", malform)
        bygger.valg(vist, velg(malform, f"Hva er {vist}?", f"Kva er {vist}?"))
    for o in eksempler[2:4]:
        bygger.valg(o.tittel, o.tittel)
    return ferdig(bygger, "finding", brukt, i_dag, med_regler=bool(regler))


def sjekklistesvar(
    tjeneste: Tjeneste, sjekkliste: Any, oppslag: dict[str, Any], i_dag: date, malform: Malform
) -> dict[str, Any]:
    """Points to tick off, each with what it is taken from."""
    bygger = Svarbygger(tjeneste, malform)
    bygger.avsnitt(f"**{felt(sjekkliste, 'navn', malform)}**")
    linjer, brukt = [], []
    for p in sjekkliste.punkter:
        egne = [oppslag[o] for o in p.oppslag]
        regler = [tjeneste.regler[r] for r in p.regler if r in tjeneste.regler]
        kilder = [k for o in egne for k in oppslagskilder(tjeneste, o)[:1]]
        kilder += [k for r in regler for k in regelkilder(tjeneste, r)[:1]]
        vist = "; ".join(dict.fromkeys(tjeneste.kilder.kort(k) for k in kilder))
        linjer.append(f"- [ ] {p.tekst}" + (f" ({vist})" if vist else ""))
        bygger.kilde(kilder)
        brukt += egne
    bygger.avsnitt("\n".join(linjer))
    bygger.avsnitt(
        velg(
            malform,
            "Lista bygger på funn i rapportene og reglene det er vist til. Den er ikke uttømmende.",
            "Lista byggjer på funn i rapportane og reglane det er vist til. Ho er ikkje uttømmande.",
        )
    )
    return ferdig(bygger, "finding", brukt, i_dag)


def begrepssvar(
    tjeneste: Tjeneste, begrep: Any, slektninger: Sequence[Any], i_dag: date, malform: Malform
) -> dict[str, Any]:
    """A term in one line, with its nearest relatives."""
    bygger = Svarbygger(tjeneste, malform)
    bygger.avsnitt(" ".join(x for x in (f"**{begrep.tittel}:** {begrep.tekst}", merke(begrep, malform)) if x))
    if slektninger:
        navn = ", ".join(o.tittel for o in slektninger)
        bygger.avsnitt(velg(malform, f"Nært i slekt: {navn}.", f"Nær i slekt: {navn}."))
    bygger.kilde(oppslagskilder(tjeneste, begrep))
    for t in begrep.tiltak[:1]:
        if t in tjeneste.tiltak:
            vist = felt(tjeneste.tiltak[t], "navn", malform)
            bygger.valg(vist, velg(malform, f"Fortell om {vist}", f"Fortel om {vist}"))
    for o in slektninger:
        bygger.valg(o.tittel, velg(malform, f"Hva betyr {o.tittel}?", f"Kva betyr {o.tittel}?"))
    return ferdig(bygger, "glossary", [begrep], i_dag)
