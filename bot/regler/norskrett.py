"""The right to Norwegian lessons: how many months it lasts, what it is counted from, and whether it still runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bot.profil.fakta import MED_VIDEREGAENDE, UTDANNINGER
from bot.profil.faktum import Verdi
from bot.regler.datoer import pluss_maneder
from bot.regler.parametre import Klokke, Versjon, parametre

Verdier = Mapping[str, tuple[Verdi, ...]]

_KOLLEKTIV = "kollektiv_beskyttelse"
# § 27; other permits may fall under § 27 or under § 28, where the obligation has no end in months.
_PARAGRAF_27 = ("asyl", "overforingsflyktning", "humanitaert", "familie_til_flyktning")
# Permits that may be granted before the person comes to Norway (§ 26 second paragraph).
_FRA_UTLANDET = frozenset({"overforingsflyktning", "familie_til_flyktning"})


@dataclass(frozen=True, slots=True)
class Norskrett:
    """The right to Norwegian lessons in months, for each case still possible, and the events it may be counted from:
    the offer of a start, or the day the right arose. `hjemmel` also tells why there are no months to give; `overgang`
    is the transitional rule that picked the version by the day of the permit."""

    mulige_mnd: tuple[int, ...]
    mangler: tuple[str, ...]
    hjemmel: str
    regnes_fra: tuple[Klokke, ...] = ()
    overgang: str | None = None


def norskrett(verdier: Verdier, i_dag: date) -> Norskrett:
    """How many months the right to Norwegian lasts (integreringsloven § 32 first paragraph, § 37 d second).

    In: given or derived facts, and the day. Labour migrants and EEA citizens have no such right in months (§ 28); for
    other family and other permits it depends on what the profile does not say; a permit from before the Act follows
    the Act before it (integreringsforskriften § 72). None of them gives months.
    """
    opphold = verdier.get("oppholdsgrunnlag")
    kollektiv = parametre()["integreringsloven.norsk.rett_mnd.kollektiv_beskyttelse"].pa(i_dag)
    bare_kollektiv = opphold == (_KOLLEKTIV,) and bool(kollektiv)
    versjoner: list[Versjon] = []
    if opphold is None or _KOLLEKTIV in opphold:
        versjoner += kollektiv
    mangler = []
    hjemmel = "integreringsloven § 37 d annet ledd" if bare_kollektiv else "integreringsloven § 32 første ledd"
    overgang = None
    vanlige = opphold is None or any(o in _PARAGRAF_27 for o in opphold) or (_KOLLEKTIV in opphold and not kollektiv)
    if vanlige:
        grupper = sorted({u in MED_VIDEREGAENDE for u in verdier.get("utdanning", UTDANNINGER)})
        mulige = [v for med in grupper for v in _versjoner(verdier, med, opphold or ())]
        if not mulige:
            return Norskrett((), (), "integreringsforskriften § 72 annet ledd")
        versjoner += mulige
        if "tillatelse_dato" in verdier:
            overgang = mulige[0].overgang
            hjemler = {v.hjemmel for v in mulige}
            hjemmel = hjemler.pop() if len(hjemler) == 1 else hjemmel
        if len(grupper) > 1:
            mangler.append("utdanning")
    if opphold is None:
        mangler.append("oppholdsgrunnlag")
    maneder = tuple(sorted({int(v.tall()) for v in versjoner}))
    fra = tuple(dict.fromkeys(v.regnes_fra for v in versjoner if v.regnes_fra is not None))
    return Norskrett(maneder, tuple(mangler), hjemmel, fra, overgang)


def innenfor(verdier: Verdier, i_dag: date) -> tuple[bool, ...]:
    """Whether the right to Norwegian still runs on the day `i_dag`: the answers still possible, none when the permit
    gives no such right in months or too little is known.

    A permit after 1 August 2023 counts from the offer of a start, an older one from the day the right arose
    (integreringsforskriften § 74; § 26 second paragraph).
    """
    opphold = verdier.get("oppholdsgrunnlag", ())
    kollektiv = parametre()["integreringsloven.norsk.rett_mnd.kollektiv_beskyttelse"].pa(i_dag)
    svar: set[bool] = set()
    for grunnlag in opphold:
        if grunnlag == _KOLLEKTIV and kollektiv:
            svar |= _svar(verdier, kollektiv, str(grunnlag), i_dag)
        elif grunnlag in (*_PARAGRAF_27, _KOLLEKTIV) and "tillatelse_dato" in verdier:
            for med in {u in MED_VIDEREGAENDE for u in verdier.get("utdanning", UTDANNINGER)}:
                svar |= _svar(verdier, _versjoner(verdier, med, (grunnlag,)), str(grunnlag), i_dag)
        else:
            return ()
    return tuple(sorted(svar, reverse=True))


def _datoer(verdier: Verdier, navn: str) -> list[date]:
    return [d for d in verdier.get(navn, ()) if isinstance(d, date)]


def _versjoner(verdier: Verdier, med_videregaende: bool, opphold: Iterable[Verdi]) -> list[Versjon]:
    """The versions of § 32 that may hold: by the permit, or by the arrival when that came after it (§ 74). None when
    the permit is so old that another Act may hold (§ 72)."""
    navn = "med_videregaende" if med_videregaende else "uten_videregaende"
    parameter = parametre()[f"integreringsloven.norsk.rett_mnd.{navn}"]
    tillatelser = _datoer(verdier, "tillatelse_dato")
    if not tillatelser:
        return list(parameter.verdier)
    if not all(parameter.pa(t) for t in tillatelser):
        return []
    ut = [v for t in tillatelser for v in parameter.pa(t)]
    if not _FRA_UTLANDET.isdisjoint(opphold):
        ankomst = [d for navn in ("bosatt_dato", "tilbud_om_oppstart") for d in _datoer(verdier, navn)]
        senest = max(min(ankomst), max(tillatelser)) if ankomst else date.max
        ut += parameter.mellom(min(tillatelser), senest)
    return list(dict.fromkeys(ut))


def _svar(verdier: Verdier, versjoner: Iterable[Versjon], grunnlag: str, i_dag: date) -> set[bool]:
    svar: set[bool] = set()
    for versjon in versjoner:
        for tidligst, senest in _start(verdier, versjon, grunnlag):
            maneder = int(versjon.tall())
            if tidligst is not None and i_dag < pluss_maneder(tidligst, maneder):
                svar.add(True)
            elif senest is not None and i_dag >= pluss_maneder(senest, maneder):
                svar.add(False)
            else:
                svar |= {True, False}
    return svar or {True, False}


def _start(verdier: Verdier, versjon: Versjon, grunnlag: str) -> Iterator[tuple[date | None, date | None]]:
    """The earliest and the latest day the time may be counted from; None where nothing bounds it."""
    tilbud, tillatelser = _datoer(verdier, "tilbud_om_oppstart"), _datoer(verdier, "tillatelse_dato")
    if versjon.regnes_fra == "tilbud_om_oppstart" and tilbud:
        yield from ((d, d) for d in tilbud)
    elif not tillatelser:
        yield None, None
    elif versjon.regnes_fra == "tilbud_om_oppstart":
        yield min(tillatelser), None
    elif grunnlag == "asyl":  # in Norway when the permit was granted
        yield from ((t, t) for t in tillatelser)
    else:
        grenser = tilbud + (_datoer(verdier, "bosatt_dato") if grunnlag in _FRA_UTLANDET else [])
        yield min(tillatelser), max(min(grenser), max(tillatelser)) if grenser else None
