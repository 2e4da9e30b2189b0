"""Facts that follow from other facts, each remembering where it came from.

A derived fact never replaces one that was given, and is only made where the statute or plain arithmetic gives it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from bot.profil.fakta import ORDNINGER
from bot.profil.faktum import Profil, Verdi
from bot.regler.datoer import alder_pa, hele_maneder, pluss_maneder
from bot.regler.norskrett import innenfor

_NEDSATT_GRUPPER = frozenset({"trenger_veiledning_nedsatt_arbeidsevne", "jobbe_delvis", "liten_mulighet"})
_SKOLESTART = 8  # the school year begins in August
_UTEN_INTRO = tuple(frozenset({o}) for o in ORDNINGER if o != "intro")


@dataclass(frozen=True, slots=True)
class Utledning:
    """Where a derived fact came from: the facts it rests on and why it follows (Norwegian, with legal source)."""

    fra: tuple[str, ...]
    grunn: str


@dataclass(frozen=True, slots=True)
class Fakta:
    """Given and derived facts on one date, ready for evaluation."""

    verdier: Mapping[str, tuple[Verdi, ...]]
    utledet: Mapping[str, Utledning]
    i_dag: date


def _en(verdier: Mapping[str, tuple[Verdi, ...]], navn: str) -> Verdi | None:
    mulige = verdier.get(navn)
    return mulige[0] if mulige is not None and len(mulige) == 1 else None


def utled(profil: Profil, i_dag: date) -> Fakta:
    """All facts that follow from `profil` on the day `i_dag`.

    In: the profile as possible values, and the day the question is asked for. Out: given facts unchanged plus
    derived ones. Raises nothing; what does not follow stays unknown.
    """
    v: dict[str, tuple[Verdi, ...]] = dict(profil)
    u: dict[str, Utledning] = {}

    def sett(navn: str, mulige: tuple[Verdi, ...], fra: tuple[str, ...], grunn: str) -> None:
        if navn not in v and mulige:
            v[navn] = tuple(dict.fromkeys(mulige))
            u[navn] = Utledning(fra, grunn)

    _utled_ordninger(v, sett)
    _utled_norsk(v, sett)
    _utled_alder(v, sett, i_dag)
    _utled_tid(v, sett, i_dag)
    _utled_timer(v, sett)
    _utled_arbeidsevne(v, sett)
    _utled_voksen(v, sett)
    return Fakta(v, u, i_dag)


_Sett = Callable[[str, tuple[Verdi, ...], tuple[str, ...], str], None]
_V = Mapping[str, tuple[Verdi, ...]]


def _utled_ordninger(v: _V, sett: _Sett) -> None:
    """The schemes a person is in. A programme month puts them in the introduction programme whatever else is said;
    a finished programme takes them out of it."""
    i_intro = "programmaned" in v
    if "ordning" in v:
        mulige = tuple(frozenset({str(o), "intro"}) if i_intro else frozenset({str(o)}) for o in v["ordning"])
        sett(
            "ordninger",
            mulige,
            ("ordning", "programmaned") if i_intro else ("ordning",),
            "ordningen som er oppgitt",
        )
    elif i_intro:
        sett(
            "ordninger",
            (frozenset({"intro"}),),
            ("programmaned",),
            "en programmåned betyr at personen er i intro",
        )
    elif "maneder_siden_program" in v or _en(v, "program_ferdig") is True:
        fra = "maneder_siden_program" if "maneder_siden_program" in v else "program_ferdig"
        sett("ordninger", _UTEN_INTRO, (fra,), "introduksjonsprogrammet er avsluttet")
    if "maneder_siden_program" in v:
        sett("program_ferdig", (True,), ("maneder_siden_program",), "tid etter programmet er oppgitt")


def _utled_norsk(v: _V, sett: _Sett) -> None:
    if "norsk_muntlig" in v and "norsk_skriftlig" in v:
        begge = tuple(dict.fromkeys((*v["norsk_muntlig"], *v["norsk_skriftlig"])))
        sett("norskniva", begge, ("norsk_muntlig", "norsk_skriftlig"), "ulikt nivå muntlig og skriftlig")
    elif "norskniva" in v:
        sett("norsk_muntlig", v["norskniva"], ("norskniva",), "norsknivået som er oppgitt")
        sett("norsk_skriftlig", v["norskniva"], ("norskniva",), "norsknivået som er oppgitt")


def _utled_alder(v: _V, sett: _Sett, i_dag: date) -> None:
    fodt = _en(v, "fodselsdato")
    tillatelse = _en(v, "tillatelse_dato")
    if isinstance(fodt, date):
        sett("alder", (alder_pa(fodt, i_dag),), ("fodselsdato",), "regnet fra fødselsdatoen")
        sett("aldersar", (i_dag.year - fodt.year,), ("fodselsdato",), "alderen personen fyller i år")
        skolestart = i_dag.year if i_dag.month >= _SKOLESTART else i_dag.year - 1
        sett("skolearsalder", (skolestart - fodt.year,), ("fodselsdato",), "alderen det året skoleåret tok til")
        if isinstance(tillatelse, date):
            sett(
                "alder_ved_tillatelse",
                (alder_pa(fodt, tillatelse),),
                ("fodselsdato", "tillatelse_dato"),
                "alderen da tillatelsen ble gitt (integreringsloven § 8 første ledd annet punktum)",
            )
    aldre = v.get("alder")
    if not aldre:
        return
    heltall = [int(a) for a in aldre if isinstance(a, int | float)]
    # On the last day of the year every birthday of the year has been.
    i_ar = (0,) if (i_dag.month, i_dag.day) == (12, 31) else (0, 1)
    sett(
        "aldersar",
        tuple(a + d for a, d in product(heltall, i_ar)),
        ("alder",),
        "alderen personen fyller i år",
    )
    siden_skolestart = i_ar if i_dag.month >= _SKOLESTART else (-1, 0)
    grunn = "alderen det året skoleåret tok til"
    sett("skolearsalder", tuple(a + d for a, d in product(heltall, siden_skolestart)), ("alder",), grunn)
    if isinstance(tillatelse, date) and tillatelse <= i_dag:
        ar = hele_maneder(tillatelse, i_dag) // 12
        mulige = tuple(a - d for a, d in product(heltall, (ar, ar + 1)) if a - d >= 0)
        hele = hele_maneder(tillatelse, i_dag) % 12 == 0 and tillatelse.day == i_dag.day
        mulige = tuple(a - ar for a in heltall if a >= ar) if hele else mulige
        grunn = "alderen minus tiden siden tillatelsen (integreringsloven § 8 første ledd annet punktum)"
        sett("alder_ved_tillatelse", mulige, ("alder", "tillatelse_dato"), grunn)
    elif max(heltall) < 18:
        grunn = "alderen da tillatelsen ble gitt kan ikke være høyere enn alderen i dag"
        sett("alder_ved_tillatelse", tuple(range(max(heltall) + 1)), ("alder",), grunn)


def _utled_tid(v: _V, sett: _Sett, i_dag: date) -> None:
    bosatt = _en(v, "bosatt_dato")
    if isinstance(bosatt, date):
        maneder = sorted({m for fra, til in _botider(v, bosatt, i_dag) for m in range(fra, til + 1)})
        grunn = "botid med slik tillatelse da vedtaket treffes (integreringsloven § 8 første ledd tredje punktum)"
        sett("botid_ved_vedtak", tuple(maneder), _kjente(v, *_BOTID), grunn)
    _utled_barn(v, sett, i_dag)
    grunn = "tiden retten har vart (integreringsloven §§ 32 og 37 d, integreringsforskriften § 74)"
    sett("innenfor_norskrett", innenfor(v, i_dag), _kjente(v, *_NORSKRETT), grunn)


_BOTID = (
    "bosatt_dato",
    "tillatelse_dato",
    "bosatt_etter_avtale",
    "tilbud_om_oppstart",
    "programmaned",
    "program_ferdig",
    "ordninger",
)
_NORSKRETT = ("oppholdsgrunnlag", "tillatelse_dato", "tilbud_om_oppstart", "utdanning", "bosatt_dato")


def _kjente(v: _V, *navn: str) -> tuple[str, ...]:
    return tuple(n for n in navn if n in v)


def _botider(v: _V, bosatt: date, i_dag: date) -> list[tuple[int, int]]:
    """The spans of whole months that may have been lived in a municipality with a permit that counts, on the day of
    the decision."""

    def maneder(fra: date, til: date) -> int:
        return max(hele_maneder(fra, til), 0)

    tillatelse = _en(v, "tillatelse_dato")
    ut = []
    for tidligst, senest in _vedtaksdager(v, bosatt, i_dag):
        lengst = maneder(bosatt, senest)
        if _en(v, "bosatt_etter_avtale") is True or (isinstance(tillatelse, date) and tillatelse <= bosatt):
            ut.append((maneder(bosatt, tidligst), lengst))  # settled with a permit (integreringsloven §§ 6 and 8)
        elif isinstance(tillatelse, date):  # an earlier permit may or may not have counted
            ut.append((maneder(tillatelse, tidligst), lengst))
        else:
            ut.append((0, lengst))
    return ut


def _vedtaksdager(v: _V, bosatt: date, i_dag: date) -> list[tuple[date, date]]:
    """The days a decision on the programme may be or have been made, as spans.

    Somebody in the programme got the decision before it started, and whoever has finished it, or is in no
    programme, would need a new one today."""
    tilbud, ferdig = _en(v, "tilbud_om_oppstart"), _en(v, "program_ferdig")
    if ferdig is True:
        return [(i_dag, i_dag)]
    i_intro = {"intro" in o for o in v.get("ordninger", ()) if isinstance(o, frozenset)} or {True, False}
    if isinstance(tilbud, date):
        na = [] if i_intro == {True} or ferdig is False else [(i_dag, i_dag)]
        return [(tilbud, tilbud), *na]
    if i_intro == {False}:
        return [(i_dag, i_dag)]
    fullfort = [int(m) - 1 for m in v.get("programmaned", ()) if isinstance(m, int | float)]
    senest = pluss_maneder(i_dag, -min(fullfort)) if fullfort and i_intro == {True} else i_dag
    return [(bosatt, max(senest, bosatt))]


_STONADSMANEDER = 14


def _utled_barn(v: _V, sett: _Sett, i_dag: date) -> None:
    """Whether the month the youngest child turns 14 months is over (folketrygdloven § 15-5 second paragraph, from
    1 July 2026). A whole number of years may be any month of that year; a child of 14 months turned so this month or
    the month before."""
    mulige: set[bool] = set()
    siste_dag = pluss_maneder(i_dag.replace(day=1), 1) == i_dag + timedelta(days=1)
    for alder in v.get("yngste_barn_alder", ()):
        if isinstance(alder, int):
            maneder = range(alder * 12, alder * 12 + 12)
        elif isinstance(alder, float):
            maneder = range(round(alder * 12), round(alder * 12) + 1)
        else:
            continue
        for m in maneder:
            mulige |= {m < _STONADSMANEDER} if m != _STONADSMANEDER else {True} if siste_dag else {True, False}
    svar = tuple(sorted(mulige, reverse=True))
    sett(
        "barnet_innen_14_maneder",
        svar,
        ("yngste_barn_alder",),
        "barnets alder (folketrygdloven § 15-5 annet ledd)",
    )


def _utled_timer(v: _V, sett: _Sett) -> None:
    timer, arbeid = v.get("timer_tilgjengelig", ()), v.get("arbeid_timer_uke", ())
    summer = [a + b for a, b in product(timer, arbeid) if isinstance(a, int | float) and isinstance(b, int | float)]
    grunn = "tid til program og tid i arbeid lagt sammen (sosialtjenesteloven § 30 annet ledd)"
    sett("timer_med_arbeid", tuple(summer), ("timer_tilgjengelig", "arbeid_timer_uke"), grunn)


def _utled_arbeidsevne(v: _V, sett: _Sett) -> None:
    if _en(v, "varig_nedsatt_arbeidsevne") is True:
        grunn = "varig nedsatt arbeidsevne er også nedsatt arbeidsevne"
        sett("nedsatt_arbeidsevne", (True,), ("varig_nedsatt_arbeidsevne",), grunn)
    if "innsatsgruppe" in v and _NEDSATT_GRUPPER.issuperset(v["innsatsgruppe"]):
        sett("nedsatt_arbeidsevne", (True,), ("innsatsgruppe",), "følger av innsatsgruppen Nav har satt")
    if _en(v, "nedsatt_arbeidsevne") is False:
        grunn = "uten nedsatt arbeidsevne er den heller ikke varig nedsatt"
        sett("varig_nedsatt_arbeidsevne", (False,), ("nedsatt_arbeidsevne",), grunn)
    if "barn_under_18" in v and v["barn_under_18"] == (0,):
        return
    if "yngste_barn_alder" in v and all(isinstance(a, int | float) and a < 18 for a in v["yngste_barn_alder"]):
        sett("barn_under_18", tuple(range(1, 8)), ("yngste_barn_alder",), "personen har barn under 18 år")


def _utled_voksen(v: _V, sett: _Sett) -> None:
    """Somebody in the introduction programme or in KVP is an adult: 18 when the permit was granted
    (integreringsloven § 8 first paragraph), 18 to 66 (sosialtjenesteloven § 29 first paragraph)."""
    if "aldersar" in v:
        return
    ordninger = _en(v, "ordninger")
    i_kvp = isinstance(ordninger, frozenset) and "kvp" in ordninger
    if _en(v, "program_ferdig") is True and not i_kvp:
        grunn = "tidligere deltakere i intro er minst 18 år (integreringsloven § 8)"
        sett("alder", tuple(range(18, 80)), ("program_ferdig",), grunn)
    if not isinstance(ordninger, frozenset):
        return
    if "kvp" in ordninger:
        sett(
            "alder",
            tuple(range(18, 67)),
            ("ordninger",),
            "deltakere i KVP er 18–66 år (sosialtjenesteloven § 29)",
        )
    elif "intro" in ordninger:
        sett(
            "alder",
            tuple(range(18, 80)),
            ("ordninger",),
            "deltakere i intro er minst 18 år (integreringsloven § 8)",
        )
