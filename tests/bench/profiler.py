"""Random participants that could exist: every fact follows from one life, so no two of them disagree."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from bot.profil.fakta import INNSATSGRUPPER, NIVAER, OPPHOLDSGRUNNLAG, SLUTTMAL, UTDANNINGER
from bot.profil.faktum import Verdi
from bot.regler.datoer import alder_pa, hele_maneder, pluss_maneder

Fakta = dict[str, tuple[Verdi, ...]]
_FLYKTNING = frozenset(
    {
        "asyl",
        "overforingsflyktning",
        "kollektiv_beskyttelse",
        "humanitaert",
        "familie_til_flyktning",
        "familie_annet",
    }
)
_NEDSATT = frozenset(INNSATSGRUPPER[2:])
_SKJULES = 0.3


def tilfeldig_profil(rng: Random, i_dag: date) -> Fakta:
    """A full profile of somebody on the day `i_dag`. Facts without meaning for the person are left out."""
    p: dict[str, Verdi] = {}
    fodt = i_dag - timedelta(days=rng.randrange(15 * 365, 70 * 365))
    tillatelse = i_dag - timedelta(days=rng.randrange(30, min(9 * 365, (i_dag - fodt).days)))
    bosatt = min(i_dag, max(fodt, tillatelse + timedelta(days=rng.randrange(-90, 400))))
    opphold = rng.choice(OPPHOLDSGRUNNLAG)
    p["alder"] = alder_pa(fodt, i_dag)
    if rng.random() < 0.5:
        p["fodselsdato"] = fodt
    p["alder_ved_tillatelse"] = alder_pa(fodt, tillatelse)
    p["tillatelse_dato"], p["bosatt_dato"], p["oppholdsgrunnlag"] = tillatelse, bosatt, opphold
    if opphold.startswith("familie"):
        p["referanseperson_botid"] = rng.choice([0.5, 2, 4, 4.5, 5, 6, 12])
    kan_intro = opphold in _FLYKTNING and 18 <= alder_pa(fodt, tillatelse) <= 55
    _program(rng, p, max(bosatt, tillatelse), i_dag, kan_intro)
    _arbeid(rng, p)
    _familie(rng, p)
    if rng.random() < 0.6:
        p["norskniva"] = rng.choice(NIVAER)
    else:
        p["norsk_muntlig"], p["norsk_skriftlig"] = rng.choice(NIVAER), rng.choice(NIVAER)
    p["utdanning"], p["sluttmal"] = rng.choice(UTDANNINGER), rng.choice(SLUTTMAL)
    p["kjonn"] = rng.choice(["kvinne", "mann"])
    p["helse"] = rng.choice(["psykisk", "fysisk", "ingen_kjente", "ingen_kjente"])
    for navn, andel in (
        ("bosatt_etter_avtale", 0.8),
        ("rusproblem", 0.1),
        ("sammensatte_behov", 0.4),
        ("motivert_for_fulltid", 0.7),
        ("kan_lese_og_skrive_morsmal", 0.85),
        ("praksisplass", 0.4),
        ("arbeidsgiver_vil_ansette", 0.3),
    ):
        p[navn] = rng.random() < andel
    p["bransje"], p["kommune"], p["fylke"] = rng.choice(["renhold", "helse", "bygg"]), "Hamar", "Innlandet"
    return {navn: (verdi,) for navn, verdi in p.items()}


def _program(rng: Random, p: dict[str, Verdi], tidligst: date, i_dag: date, kan_intro: bool) -> None:
    """Schemes, the programme's dates and the benefit that goes with them."""
    alder = p["alder"]
    assert isinstance(alder, int)
    tilbud = min(i_dag, tidligst + timedelta(days=rng.randrange(0, 300)))
    siden_tilbud = hele_maneder(tilbud, i_dag)
    fase = rng.choice(["i", "etter", "aldri"]) if kan_intro else "aldri"
    if fase == "etter" and siden_tilbud < 3:
        fase = "i"
    if fase == "i" and siden_tilbud > 48:
        fase = "etter"
    ordninger: set[str] = set()
    if fase == "i":
        p["tilbud_om_oppstart"] = tilbud
        p["programmaned"] = siden_tilbud + 1
        p["program_ferdig"] = False
        ordninger.add("intro")
        if rng.random() < 0.3:
            ordninger.add("nav")
    else:
        if fase == "etter":
            p["tilbud_om_oppstart"] = tilbud
            slutt = pluss_maneder(tilbud, rng.randrange(3, min(siden_tilbud, 48) + 1))
            p["program_ferdig"] = True
            p["maneder_siden_program"] = hele_maneder(slutt, i_dag)
        mulige = ["nav", "ingen", "videregaende"] + (["kvp"] if 18 <= alder < 67 else [])
        ordninger.add(rng.choice([*mulige, "jobbsjansen"] if p["alder"] != 0 and alder >= 18 else mulige))
        if "ingen" not in ordninger and rng.random() < 0.2:
            ordninger.add("nav")
    if len(ordninger) == 1 and rng.random() < 0.5:
        p["ordning"] = next(iter(ordninger))
    else:
        p["ordninger"] = frozenset(ordninger)
    p["ytelse"] = (
        "introduksjonsstonad"
        if "intro" in ordninger
        else "kvalifiseringsstonad"
        if "kvp" in ordninger
        else rng.choice(["sosialhjelp", "dagpenger", "aap", "uforetrygd", "overgangsstonad", "tiltakspenger", "ingen"])
    )
    p["ytelse_full"] = rng.random() < 0.8


def _arbeid(rng: Random, p: dict[str, Verdi]) -> None:
    """Nav's assessment, work capacity, hours."""
    p["arbeidssoker"] = rng.random() < 0.6
    gruppe = rng.choice(INNSATSGRUPPER) if p["arbeidssoker"] or rng.random() < 0.5 else None
    nedsatt = gruppe in _NEDSATT or (gruppe is None and rng.random() < 0.2)
    nedsatt = nedsatt or p["ytelse"] in ("aap", "uforetrygd")
    if gruppe is not None:
        p["innsatsgruppe"] = rng.choice(INNSATSGRUPPER[2:]) if nedsatt else gruppe
    p["nedsatt_arbeidsevne"] = nedsatt
    p["varig_nedsatt_arbeidsevne"] = nedsatt and rng.random() < 0.5
    i_program = p["ytelse"] in ("introduksjonsstonad", "kvalifiseringsstonad")
    p["arbeid_timer_uke"] = rng.choice([0, 0, 0, 10, 18.75, 30, 37.5])
    p["hjemmevaerende"] = not i_program and p["arbeid_timer_uke"] == 0 and rng.random() < 0.4
    p["timer_tilgjengelig"] = rng.choice([10, 18.75, 25, 30, 37.5])


def _familie(rng: Random, p: dict[str, Verdi]) -> None:
    """Children; the youngest one's age only where there is one."""
    alder = p["alder"]
    assert isinstance(alder, int)
    barn = rng.choice([0, 0, 1, 2, 4]) if alder >= 18 else 0
    p["barn_under_18"] = barn
    if barn:
        p["yngste_barn_alder"] = rng.choice([0, 0.5, 1, 1.25, 3, 7, 12, 17])


def skjul(rng: Random, profil: Fakta, andel: float = _SKJULES) -> Fakta:
    """The profile with each fact left out with probability `andel`."""
    return {navn: verdier for navn, verdier in profil.items() if rng.random() >= andel}
