"""Hypothesis strategies: whole profiles that do not contradict themselves, and profiles with facts hidden."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from bot.profil.fakta import FAKTA, INNSATSGRUPPER, NIVAER, OPPHOLDSGRUNNLAG, SLUTTMAL, UTDANNINGER, YTELSER

_NEDSATT = INNSATSGRUPPER[2:]


@st.composite
def hele_profiler(draw: Any) -> dict[str, Any]:
    """A profile with nearly every fact known, in which no fact speaks against another."""
    ordning = draw(st.sampled_from(["intro", "kvp", "jobbsjansen", "nav", "ingen"]))
    innsats = draw(st.sampled_from(INNSATSGRUPPER))
    niva = draw(st.sampled_from(NIVAER))
    # whoever is in the introduction programme or KVP is an adult, as the statutes say
    alder = draw(st.integers(18 if ordning in ("intro", "kvp") else 14, 66))
    profil: dict[str, Any] = {
        "norskniva": niva,
        "norsk_muntlig": niva,
        "norsk_skriftlig": niva,
        "alder": alder,
        "alder_ved_tillatelse": max(alder - draw(st.integers(0, 4)), 0),
        "utdanning": draw(st.sampled_from(UTDANNINGER)),
        "oppholdsgrunnlag": draw(st.sampled_from(OPPHOLDSGRUNNLAG)),
        "ordning": ordning,
        "arbeidssoker": draw(st.booleans()),
        "innsatsgruppe": innsats,
        "nedsatt_arbeidsevne": innsats in _NEDSATT,
        "varig_nedsatt_arbeidsevne": innsats in _NEDSATT and draw(st.booleans()),
        "kjonn": draw(st.sampled_from(["kvinne", "mann"])),
        "ytelse": draw(st.sampled_from(YTELSER)),
        "ytelse_full": draw(st.booleans()),
        "arbeid_timer_uke": draw(st.sampled_from([0, 10, 18.75, 30, 37.5])),
        "timer_tilgjengelig": draw(st.sampled_from([10, 20, 37.5])),
        "barn_under_18": draw(st.integers(0, 4)),
        "helse": draw(st.sampled_from(["psykisk", "fysisk", "ingen_kjente"])),
        "referanseperson_botid": draw(st.integers(0, 10)),
        "bransje": draw(st.sampled_from(["helse", "renhold"])),
        "kommune": draw(st.sampled_from(["Gjøvik", "Tromsø"])),
    }
    for navn in (
        "bosatt_etter_avtale",
        "rusproblem",
        "arbeidsgiver_vil_ansette",
        "praksisplass",
        "hjemmevaerende",
    ):
        profil[navn] = draw(st.booleans())
    for navn in ("sammensatte_behov", "motivert_for_fulltid", "kan_lese_og_skrive_morsmal"):
        profil[navn] = draw(st.booleans())
    if ordning == "intro":
        profil["programmaned"] = draw(st.integers(1, 36))
        profil["sluttmal"] = draw(st.sampled_from(SLUTTMAL))
    elif alder >= 18:  # nobody finishes the introduction programme before that
        profil["program_ferdig"] = True
        profil["maneder_siden_program"] = draw(st.integers(0, 60))
    return profil


@st.composite
def delvise(draw: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """A whole profile and the same with about a third of the facts hidden."""
    hel = draw(hele_profiler())
    skjult = draw(st.sets(st.sampled_from(sorted(hel)), max_size=len(hel) // 2))
    return hel, {k: v for k, v in hel.items() if k not in skjult}


KJENTE_FAKTA = frozenset(f for f in FAKTA if not FAKTA[f].utledet)
