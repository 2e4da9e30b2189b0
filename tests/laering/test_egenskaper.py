"""What must hold of the generator on catalogues we have not got: parts of ours, with other numbers in them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.laering.generator import lag_oppgaver
from bot.laering.generator.lengde import dager, mulige_lengder
from bot.laering.generator.utvalg import naermest, trekk
from bot.laering.oppgave import Grunnlag
from bot.laering.svarlesing import BOKSTAVER, les_svar

I_DAG = date(2026, 11, 23)
_ENHET = {"måneder": "maneder", "uker": "uker", "år": "ar"}


def _med_andre_grenser(tiltak: Any, tallene: list[int]) -> Any:
    """The measure with other lengths in its limits."""
    grenser = tuple(
        g.model_copy(update={"maks": float(tallene[i % len(tallene)])}) if g.maks else g
        for i, g in enumerate(tiltak.varighet.grenser)
    )
    return tiltak.model_copy(update={"varighet": tiltak.varighet.model_copy(update={"grenser": grenser})})


@pytest.mark.treg
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fro=st.integers(0, 10_000), tallene=st.lists(st.integers(1, 60), min_size=3, max_size=9))
def test_any_part_of_the_catalogue_gives_sound_questions(grunnlag: Grunnlag, fro: int, tallene: list[int]) -> None:
    ider = set(trekk(grunnlag.opplysninger, str(fro), len(grunnlag.opplysninger) * 2 // 3))
    regler = {i: grunnlag.regler[i] for i in trekk(grunnlag.regler, str(fro), len(grunnlag.regler) // 2)}
    tiltak = {i: _med_andre_grenser(t, tallene[n % 3 :] or tallene) for n, (i, t) in enumerate(grunnlag.tiltak.items())}
    opplysninger = {i: o for i, o in grunnlag.opplysninger.items() if i in ider}
    oppgaver = lag_oppgaver(Grunnlag(tiltak, regler, grunnlag.regelsett, opplysninger), I_DAG)
    assert len({o.id for o in oppgaver}) == len(oppgaver)
    for o in oppgaver:
        for malform in (0, 1):
            vist = [a.tekst[malform].casefold() for a in o.alternativer]
            assert len(set(vist)) == len(vist), o.id
        assert set(o.regler) <= set(regler) or o.id.startswith("timekrav"), o.id
        if o.slag == "varighet":
            mulige = mulige_lengder(tiltak[o.tiltak[0]])
            for galt in o.gale:
                _, tall, enhet = galt.tekst.nb.strip("{}").split(":")
                assert all(abs(dager(float(tall), _ENHET[enhet]) - d) > 0.05 * d for d in mulige), o.id


@given(tall=st.floats(0.1, 1e6), pool=st.lists(st.floats(0.1, 1e6), max_size=12))
def test_the_nearest_are_of_the_pool_and_never_the_number_itself(tall: float, pool: list[float]) -> None:
    valgt = naermest(tall, [p for p in pool if p != tall])
    assert set(valgt) <= set(pool) - {tall}
    assert len(valgt) == len(set(valgt)) == min(3, len(set(pool) - {tall}))


@given(rekke=st.permutations(["Nav", "Kommunen", "Fylkeskommunen", "Staten"]), plass=st.integers(0, 3))
def test_letters_and_words_point_to_the_same_alternative_in_any_order(rekke: list[str], plass: int) -> None:
    former = [(r, r) for r in rekke]
    assert les_svar(BOKSTAVER[plass], former) == (plass,)
    assert les_svar(rekke[plass].lower(), former) == (plass,)
    assert les_svar(f"jeg tror det er {rekke[plass]}", former) == (plass,)


@given(st.text(max_size=60))
def test_no_text_makes_reading_fail(tekst: str) -> None:
    assert all(0 <= i < 2 for i in les_svar(tekst, [("Ja", "Ja"), ("Nei", "Nei")]))
