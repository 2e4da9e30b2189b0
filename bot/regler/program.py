"""What the Integration Act says of the introduction programme itself: its length and its work-oriented content."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from typing import Literal

from bot.profil.fakta import MED_VIDEREGAENDE, SLUTTMAL, UTDANNINGER
from bot.regler.datoer import pluss_maneder
from bot.regler.parametre import Parameter, Periode, Versjon, parametre
from bot.regler.utledning import Fakta

_TIDLIGSTE_TILBUD = date(2021, 1, 1)
_TILBUD_FOR_START = 3
_UTEN = {
    "arbeid": "integreringsloven.programtid.uten_videregaende.arbeid",
    "deler_av_videregaende": "integreringsloven.programtid.uten_videregaende.deler_av_videregaende",
    "videregaende": "integreringsloven.programtid.uten_videregaende.videregaende",
    "fag_og_yrkesopplaering": "integreringsloven.programtid.uten_videregaende.fag_og_yrkesopplaering",
}
_BARE_UTEN_VIDEREGAENDE = frozenset({"deler_av_videregaende", "videregaende"})


@dataclass(frozen=True, slots=True)
class Programtid:
    """One possible programme length, in months, with the education and goal it holds for."""

    med_videregaende: bool
    sluttmal: str | None
    maks_mnd: int
    forlengelse_mnd: int
    hjemmel: str
    overgang: str | None
    status: str
    tilbud_fra: date | None
    tilbud_til: date | None


@dataclass(frozen=True, slots=True)
class Programtider:
    """All lengths still possible; `mangler` names the facts that would settle it. Certain when there is one."""

    mulige: tuple[Programtid, ...]
    mangler: tuple[str, ...]
    usikker_dag: bool = False

    @property
    def sikker(self) -> bool:
        return len({(m.maks_mnd, m.forlengelse_mnd) for m in self.mulige}) == 1


def _utdanninger(fakta: Fakta) -> tuple[str, ...]:
    """The levels of education still possible. A goal of upper secondary education is one only § 14 knows, so with
    nothing told of the education it leaves those without (§ 13 has work, higher education and requalification)."""
    if "utdanning" in fakta.verdier:
        return tuple(str(u) for u in fakta.verdier["utdanning"])
    if fakta.verdier.get("sluttmal") and set(fakta.verdier["sluttmal"]) <= _BARE_UTEN_VIDEREGAENDE:
        return tuple(u for u in UTDANNINGER if u not in MED_VIDEREGAENDE)
    return UTDANNINGER


def _sluttmal(fakta: Fakta) -> tuple[str, ...]:
    if "sluttmal" in fakta.verdier:
        return tuple(str(s) for s in fakta.verdier["sluttmal"])
    aldre = [a for a in fakta.verdier.get("alder", ()) if isinstance(a, int | float)]
    if aldre and min(aldre) > 55:  # §§ 13 and 14: programmes for participants over 55 shall qualify for work
        return ("arbeid",)
    return SLUTTMAL


def tilbudsperiode(fakta: Fakta) -> Periode:
    """The days the offer of a start may have been given on.

    Known when `tilbud_om_oppstart` is; otherwise bounded by the programme month (integreringsloven § 12 allows three
    months from settlement to start), or anything from 2021 on.
    """
    tilbud = fakta.verdier.get("tilbud_om_oppstart")
    if tilbud:
        dager = [t for t in tilbud if isinstance(t, date)]
        return Periode(min(dager), max(dager))
    maneder = [int(m) for m in fakta.verdier.get("programmaned", ()) if isinstance(m, int | float)]
    if maneder:
        start_sist = pluss_maneder(fakta.i_dag, 1 - min(maneder))
        start_forst = pluss_maneder(fakta.i_dag, -max(maneder))
        return Periode(pluss_maneder(start_forst, -_TILBUD_FOR_START), start_sist)
    return Periode(_TIDLIGSTE_TILBUD, fakta.i_dag)


def _versjoner(parameter: Parameter, periode: Periode) -> tuple[Versjon, ...]:
    return parameter.pa(periode.fra) if periode.kjent else parameter.mellom(periode.fra, periode.til)


def _tid(med: bool, sluttmal: str | None, versjon: Versjon) -> Programtid:
    return Programtid(
        med,
        sluttmal,
        int(versjon.tall("maks")),
        int(versjon.tall("forlengelse")),
        versjon.hjemmel,
        versjon.overgang,
        versjon.status,
        versjon.fra,
        versjon.til,
    )


def programtid(fakta: Fakta, *, antatt_tilbud_na: bool = False) -> Programtider:
    """How long the programme can be (integreringsloven §§ 13 and 14, integreringsforskriften §§ 75 and 76).

    In: facts; `antatt_tilbud_na` answers for somebody offered a start today when the date is unknown. Out: every
    length still possible, and the facts that would settle it. On the day the regulation leaves open ("etter
    1. januar") both versions are possible and `usikker_dag` is true.
    """
    utdanninger = _utdanninger(fakta)
    alle_sluttmal = _sluttmal(fakta)
    periode = tilbudsperiode(fakta)
    if antatt_tilbud_na and "tilbud_om_oppstart" not in fakta.verdier and "programmaned" not in fakta.verdier:
        periode = Periode(fakta.i_dag, fakta.i_dag)
    p = parametre()
    mulige: dict[Programtid, None] = {}
    usikker = False
    for med in sorted({u in MED_VIDEREGAENDE for u in utdanninger}):
        mal: Iterable[str | None] = (None,) if med else [s for s in alle_sluttmal if s in _UTEN] or _UTEN
        for sluttmal in mal:
            pid = "integreringsloven.programtid.videregaende" if med else _UTEN[sluttmal or ""]
            saerregel = _saerregel(fakta, periode) if med else ()
            versjoner = saerregel or _versjoner(p[pid], periode)
            usikker = usikker or (periode.kjent and len(versjoner) > 1)
            mulige |= dict.fromkeys(_tid(med, sluttmal, v) for v in versjoner)
    return Programtider(tuple(mulige), _mangler_for_tid(fakta, tuple(mulige), periode), usikker)


def _saerregel(fakta: Fakta, periode: Periode) -> tuple[Versjon, ...]:
    """Collective protection with Ukrainian upper secondary and higher education as the goal, offered a start before
    2026 (integreringsforskriften § 43d as it then was)."""
    v = fakta.verdier
    if (v.get("oppholdsgrunnlag"), v.get("utdanning"), v.get("sluttmal")) != (
        ("kollektiv_beskyttelse",),
        ("videregaende",),
        ("hoyere_utdanning",),
    ):
        return ()
    parameter = parametre()["integreringsforskriften.programtid.kollektiv_beskyttelse.hoyere_utdanning"]
    return parameter.pa(periode.fra) if periode.kjent else ()


def _lengder(tider: Iterable[Programtid]) -> set[tuple[int, int]]:
    return {(t.maks_mnd, t.forlengelse_mnd) for t in tider}


def _mangler_for_tid(fakta: Fakta, mulige: tuple[Programtid, ...], periode: Periode) -> tuple[str, ...]:
    if len(_lengder(mulige)) <= 1:
        return ()
    mangler = []
    if len({t.med_videregaende for t in mulige}) > 1:
        mangler.append("utdanning")
    if len({t.sluttmal for t in mulige if not t.med_videregaende}) > 1:
        mangler.append("sluttmal")
    if not periode.kjent:
        per_gruppe: dict[tuple[bool, str | None], list[Programtid]] = {}
        for t in mulige:
            per_gruppe.setdefault((t.med_videregaende, t.sluttmal), []).append(t)
        if any(len(_lengder(g)) > 1 for g in per_gruppe.values()):
            mangler.append("tilbud_om_oppstart")
    return tuple(mangler)


@dataclass(frozen=True, slots=True)
class Arbeidsretting:
    """Whether the minimum of work-oriented hours holds now.

    status: `gjelder` | `ikke_enna` (from `fra_maned`) | `gjelder_ikke` | `ukjent`. `per_utdanning` tells the answer
    for each level of education still possible, so that both can be said before the question is asked.
    """

    status: Literal["gjelder", "ikke_enna", "gjelder_ikke", "ukjent"]
    timer_uke: float | None
    fra_maned: int | None
    hjemmel: str
    per_utdanning: dict[str, tuple[str, int]] = field(default_factory=dict)
    mangler: tuple[str, ...] = ()
    hvorfor_ikke: str | None = None


def arbeidsretting(fakta: Fakta) -> Arbeidsretting:
    """The fifteen hours of integreringsloven § 14 a third paragraph.

    They hold only for a programme that qualifies for work, on average over the programme after three months with
    upper secondary education and after six without. Before 1 January 2026 there was no such rule in the Act.
    """
    p = parametre()
    hjemmel = "integreringsloven § 14 a tredje ledd"
    timer = p["integreringsloven.arbeidsretting.timer_uke"].pa(fakta.i_dag)
    if not timer:
        return _historisk_arbeidsretting(fakta)
    sluttmal = _sluttmal(fakta) if _sluttmal(fakta) != SLUTTMAL else None
    if sluttmal is not None and "arbeid" not in sluttmal:
        return Arbeidsretting("gjelder_ikke", None, None, hjemmel, hvorfor_ikke="sluttmal")
    ordninger = fakta.verdier.get("ordninger")
    if ordninger and not any(isinstance(o, frozenset) and "intro" in o for o in ordninger):
        return Arbeidsretting("gjelder_ikke", None, None, hjemmel, hvorfor_ikke="ikke_i_intro")
    utdanninger = _utdanninger(fakta)
    maneder = [int(m) for m in fakta.verdier.get("programmaned", ()) if isinstance(m, int | float)]
    per: dict[str, tuple[str, int]] = {}
    for navn, nivaer in (("med_videregaende", True), ("uten_videregaende", False)):
        if any((u in MED_VIDEREGAENDE) is nivaer for u in utdanninger):
            etter = int(p[f"integreringsloven.arbeidsretting.etter_mnd.{navn}"].pa(fakta.i_dag)[0].tall())
            per[navn] = (_manedsstatus(maneder, etter + 1), etter + 1)
    statuser = {s for s, _ in per.values()}
    mangler = []
    if not maneder:
        mangler.append("programmaned")
    if len(per) > 1 and (statuser != {"gjelder"} or not maneder):
        mangler.append("utdanning")
    if sluttmal is None or len(sluttmal) > 1:
        mangler.append("sluttmal")
    fra = next(iter(per.values()))[1] if len(per) == 1 else None
    if len(statuser) > 1 or "ukjent" in statuser or (sluttmal is None and statuser != {"ikke_enna"}):
        status: Literal["gjelder", "ikke_enna", "gjelder_ikke", "ukjent"] = "ukjent"
    elif sluttmal is not None and len(sluttmal) > 1:
        status = "ukjent"
    else:
        status = "gjelder" if statuser == {"gjelder"} else "ikke_enna"
    return Arbeidsretting(status, float(timer[0].tall()), fra, hjemmel, per, tuple(mangler))


def _manedsstatus(maneder: list[int], fra: int) -> Literal["gjelder", "ikke_enna", "ukjent"]:
    if not maneder:
        return "ukjent"
    svar = {m >= fra for m in maneder}
    if len(svar) > 1:
        return "ukjent"
    return "gjelder" if svar == {True} else "ikke_enna"


_KOLLEKTIV_FRA = date(2024, 2, 1)  # the special rule held for programmes that started on this day or later


def _historisk_arbeidsretting(fakta: Fakta) -> Arbeidsretting:
    """Before 2026 only programmes for collective protection had the fifteen hours (integreringsforskriften § 43h)."""
    p = parametre()["integreringsforskriften.arbeidsretting.kollektiv_beskyttelse.timer_uke"].pa(fakta.i_dag)
    opphold, sluttmal = fakta.verdier.get("oppholdsgrunnlag"), fakta.verdier.get("sluttmal")
    maneder = [int(m) for m in fakta.verdier.get("programmaned", ()) if isinstance(m, int | float)]
    for_tidlig = bool(maneder) and pluss_maneder(fakta.i_dag, 1 - min(maneder)) < _KOLLEKTIV_FRA
    utenfor = (opphold is not None and "kollektiv_beskyttelse" not in opphold) or (
        sluttmal is not None and "arbeid" not in sluttmal
    )
    if not p or utenfor or for_tidlig:
        return Arbeidsretting("gjelder_ikke", None, None, "integreringsloven § 14 a", hvorfor_ikke="for_2026")
    sikker = opphold == ("kollektiv_beskyttelse",) and sluttmal == ("arbeid",)
    status = _manedsstatus(maneder, 4) if sikker else "ukjent"
    mangler = tuple(f for f in ("oppholdsgrunnlag", "sluttmal", "programmaned") if f not in fakta.verdier)
    return Arbeidsretting(status, float(p[0].tall()), 4, p[0].hjemmel, mangler=mangler)


def under_25_hovedregel(fakta: Fakta) -> bool | None:
    """Whether the goal must as a rule be completed upper secondary (integreringsloven § 14 third paragraph): under 25
    without such education. None when it cannot be told."""
    alder = fakta.verdier.get("alder")
    svar = {
        int(a) < 25 and u not in MED_VIDEREGAENDE
        for a, u in product(alder or (20, 30), _utdanninger(fakta))
        if isinstance(a, int | float)
    }
    return svar.pop() if len(svar) == 1 else None
