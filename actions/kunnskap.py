"""What reports found and what others have done: examples, models, tables, timelines, counts, figures, contacts."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from actions import kunnskapsfolge
from actions.kontekst import Kontekst
from actions.kunnskapsfolge import er_folge
from actions.kunnskapsruting import KONTAKT, om_kontakt
from actions.melding import Melding
from actions.styrke import spor_hva_som_gjelder
from bot.katalog.kunnskapsrader import tiltak_fra
from bot.kunnskap.kunnskapssok import DEKKER_ALT, GODT, SVAKT, USIKKERT, Treff
from bot.kunnskap.regelsok import GODT as REGEL_GODT
from bot.kunnskap.regelsok import SIKKERT as REGEL_SIKKERT
from bot.kunnskap.telling import Telling, les_telling
from bot.profil.samtale import Samtale
from bot.sprak.fakta import finn_fakta
from bot.sprak.fakta_sted import fylkesnummer
from bot.svar import kunnskapssvar

# Entries after the best are shown with it down to this share of its certainty, and offered as choices below that.
_MED = 0.35
_FORTSETTER = re.compile(r"^\W*(og|enn|hva med|kva med|men)\b", re.I)


def svar(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> list[dict[str, Any]]:
    """The answer from data when the question asks for a table, a timeline, a count or a contact; else by search."""
    if er_folge(samtale, melding) and (videre := kunnskapsfolge.svar(k, samtale, melding, i_dag)) is not None:
        return videre
    tekst = _sporsmal(samtale, melding)
    samtale.tema, samtale.sporsmal, samtale.spurt_om = "kunnskap", tekst[:400], None
    base, malform = k.kunnskap, samtale.malform
    if om_kontakt(tekst):
        treff = base.finn(KONTAKT.sub(" ", tekst), 1)
        dokument = treff[0].dokument if treff and treff[0].poeng >= SVAKT else None
        return [kunnskapssvar.kontaktsvar(k.tjeneste, dokument, i_dag, malform)]
    if (telt := telling(k, tekst, i_dag)) is not None:
        return [kunnskapssvar.tellesvar(k.tjeneste, telt, i_dag, malform)]
    if (funnet := base.tabell(tekst)) is not None:
        tabell, kolonner, rader = funnet
        oppslag = base.hent(list(dict.fromkeys(o for r in rader for o in r.oppslag)))
        return [kunnskapssvar.tabellsvar(k.tjeneste, tabell, kolonner, rader, oppslag, i_dag, malform)]
    if (linje := base.tidslinje(tekst)) is not None:
        return [kunnskapssvar.tidslinjesvar(k.tjeneste, linje, base.hent(linje.oppslag), i_dag, malform)]
    treff = base.finn(tekst, 6)
    dekker = base.sok.dekker(tekst, treff[0].dokument) if treff else 0.0
    if not treff or not _nok(treff[0].poeng, dekker):
        regler = [t.regel for t in k.regelsok.finn(tekst, antall=2)]
        return [kunnskapssvar.vet_ikke(k.tjeneste, [t.dokument for t in treff], i_dag, malform, regler)]
    onske, beste = base.sok.onske(tekst), treff[0].dokument
    om_tall = beste.type == "tall" or "tall" in onske.typer
    sikker = treff[0].poeng >= GODT
    regel = _loven(k, tekst)
    return [
        kunnskapssvar.oppslagssvar(
            k.tjeneste, _utvalg(treff), i_dag, malform, onske.ar, om_tall, sikker, melding.tekst, regel
        )
    ]


def _loven(k: Kontekst, tekst: str) -> Any:
    """The rule in force that surely settles what is asked, or nearly so when the wording asks what holds; else None."""
    treff = k.regelsok.finn(tekst, antall=1)
    minst = REGEL_GODT if spor_hva_som_gjelder(tekst) else REGEL_SIKKERT
    gjelder = bool(treff) and treff[0].poeng >= minst and treff[0].regel.status == "gjeldende"
    return treff[0].regel if gjelder else None


def _nok(poeng: float, dekker: float) -> bool:
    """Whether the best entry is worth showing: the search is sure enough, or the entry covers nearly all asked for."""
    return poeng >= SVAKT or (poeng >= USIKKERT and dekker >= DEKKER_ALT)


def _sporsmal(samtale: Samtale, melding: Melding) -> str:
    """The question, with the one before when a short message goes on from it."""
    if samtale.tema == "kunnskap" and samtale.sporsmal and melding.ord <= 6 and _FORTSETTER.match(melding.tekst):
        rest = _FORTSETTER.sub("", melding.tekst).strip()
        return f"{samtale.sporsmal.rstrip('?! .')} {rest}"
    return melding.tekst


def _utvalg(treff: list[Treff]) -> kunnskapssvar.Utvalg:
    """The best and up to two close to it are shown, the others are choices."""
    naere = [t for t in treff[:3] if t.poeng >= _MED * treff[0].poeng]
    return kunnskapssvar.Utvalg([t.dokument for t in naere], [t.dokument for t in treff if t not in naere][:3])


def telling(k: Kontekst, tekst: str, i_dag: date) -> Telling | None:
    """What a question asks to have counted or listed, places looked up; None when it asks for something else."""
    nasjonale = frozenset(i for i, o in k.tjeneste.opplysninger.items() if o.nasjonalt)
    steder = [(f.faktum, str(f.verdier[0])) for f in finn_fakta(tekst, i_dag) if f.faktum in ("kommune", "fylke")]
    slag, sted = steder[0] if steder else ("", None)

    def i_sted() -> tuple[Any, ...]:
        if slag == "fylke":
            return tiltak_fra(k.motor, fylkesnummer=fylkesnummer(sted or "") or "-")
        return tiltak_fra(k.motor, kommune=sted)

    return les_telling(tekst, k.tjeneste.tiltak.values(), nasjonale, sted, i_sted)
