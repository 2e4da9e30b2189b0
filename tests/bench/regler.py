"""Evaluation, timeline and next question on the real catalogue."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from datetime import date

from bot.profil.faktum import Profil
from bot.regler.forklaring import tidslinje
from bot.regler.neste_sporsmal import neste_sporsmal
from bot.regler.vurdering import Regelsett
from tests.bench import ja_nei
from tests.bench.tabell import Rad, tall, vekselvis

VURDERING_US = 200.0
TIDSLINJE_MS = 10.0
NESTE_MS = 15.0
_MANEDER = 48
PROFILER: tuple[Profil, ...] = (
    {"norskniva": ("A2",), "programmaned": (4,)},
    {"norskniva": ("A1", "A2"), "programmaned": (7,), "alder": (34,), "utdanning": ("grunnskole",)},
    {
        "alder": (36,),
        "kjonn": ("mann",),
        "hjemmevaerende": (True,),
        "program_ferdig": (True,),
        "maneder_siden_program": (30,),
    },
    {"ordning": ("nav",), "innsatsgruppe": ("jobbe_delvis",), "alder": (51,), "arbeidssoker": (True,)},
    {
        "norskniva": ("B1",),
        "fodselsdato": (date(1999, 5, 17),),
        "tillatelse_dato": (date(2024, 2, 1),),
        "bosatt_dato": (date(2024, 6, 1),),
        "tilbud_om_oppstart": (date(2024, 8, 1),),
        "programmaned": (28,),
        "oppholdsgrunnlag": ("kollektiv_beskyttelse",),
        "utdanning": ("hoyere",),
        "sluttmal": ("arbeid",),
    },
)


def vurdering_us(regelsett: Regelsett, i_dag: date) -> float:
    """Microseconds to evaluate every measure of `regelsett` for one profile, deriving facts included; the
    median over the profiles."""
    tider = vekselvis(*(lambda p=p: regelsett.vurder(p, i_dag) for p in PROFILER), blokker=9)
    return statistics.median(tider) * 1e6


def tidslinje_ms(regelsett: Regelsett, i_dag: date) -> tuple[float, float]:
    """Milliseconds for the timeline of 48 months, and for the evaluator called 48 times, each the
    median over the profiles."""
    ut: list[tuple[float, float]] = []

    def en_for_en(profil: Profil) -> None:
        for _ in range(_MANEDER):
            regelsett.vurder(profil, i_dag)

    for p in PROFILER:
        linje, ganger = vekselvis(
            lambda p=p: tidslinje(regelsett, p, i_dag, _MANEDER),  # type: ignore[misc]
            lambda p=p: en_for_en(p),  # type: ignore[misc]
            blokker=7,
        )
        ut.append((linje * 1e3, ganger * 1e3))
    return statistics.median(x[0] for x in ut), statistics.median(x[1] for x in ut)


def neste_ms(regelsett: Regelsett, i_dag: date, bare: Sequence[str] | None = None) -> float:
    """Milliseconds to find the next question; the slowest of the profiles."""
    return (
        max(
            vekselvis(
                *(lambda p=p: neste_sporsmal(regelsett, p, i_dag, bare) for p in PROFILER),
                blokker=7,
            )
        )
        * 1e3
    )


def mal_vurdering(alle: Regelsett, nasjonale: Regelsett, i_dag: date) -> list[Rad]:
    """The lines for evaluation: the real catalogue, and 60 × 8 conditions beside plain booleans."""
    us = vurdering_us(nasjonale, i_dag)
    per_60 = us / len(nasjonale.tiltak) * 60
    hele = vurdering_us(alle, i_dag)
    regler, enkle = ja_nei.lag()
    syntetisk = Regelsett(regler)
    enkle_fakta = {navn: verdier[0] for navn, verdier in ja_nei.PROFIL.items()}
    vare, deres = vekselvis(
        lambda: syntetisk.vurder(ja_nei.PROFIL, i_dag), lambda: ja_nei.vurder_enkelt(enkle, enkle_fakta)
    )
    enige = [v.verdikt == "suitable" for v in syntetisk.vurder(ja_nei.PROFIL, i_dag)] == ja_nei.vurder_enkelt(
        enkle, enkle_fakta
    )
    antall = sum(len(t.vilkar) for t in nasjonale.tiltak.values())
    return [
        Rad(
            "vurdering av katalogen, alle grunner, per 60 tiltak",
            tall(per_60, "µs"),
            "se neste linje",
            "",
            "≤ 200 µs",
            per_60 <= VURDERING_US,
            (
                f"de {len(nasjonale.tiltak)} nasjonale tiltakene ({antall} vilkår): {tall(us, 'µs')}; "
                f"hele katalogen ({len(alle.tiltak)} tiltak): {tall(hele, 'µs')}. Utledning av fakta er med.",
            ),
        ),
        Rad(
            "60 tiltak × 8 vilkår, alle grunner",
            tall(vare * 1e6, "µs"),
            f"{tall(deres * 1e6, 'µs')} (ja/nei uten grunner)",
            tall(vare / deres),
            "≤ 200 µs",
            enige and vare * 1e6 <= VURDERING_US,
            ("de samme svarene på alle 60" if enige else "FEIL: vurderingen og ja/nei er ikke enige",),
        ),
    ]


def mal_tidslinje(alle: Regelsett, i_dag: date) -> Rad:
    """The line for the timeline of the whole catalogue."""
    linje, ganger = tidslinje_ms(alle, i_dag)
    return Rad(
        "tidslinje, 48 måneder, hele katalogen",
        tall(linje, "ms"),
        f"{tall(ganger, 'ms')} (vurdering 48 ganger)",
        tall(linje / ganger),
        "≤ 10 ms",
        linje <= TIDSLINJE_MS,
    )


def mal_neste(nasjonale: Regelsett, i_dag: date) -> Rad:
    """The line for the next question, over the measures a recommendation is made from."""
    ms = neste_ms(nasjonale, i_dag)
    return Rad(
        "neste spørsmål (tregeste av 5 profiler)",
        tall(ms, "ms"),
        "7,4 ms (RULES.md)",
        tall(ms / 7.4),
        "≤ 15 ms",
        ms <= NESTE_MS,
    )
