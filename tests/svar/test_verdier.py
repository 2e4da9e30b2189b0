"""Facts in words: every value of every fact, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from bot.profil.fakta import FAKTA, NIVAER
from bot.profil.faktum import Faktum, Verdi
from bot.profil.lesing import les_profil
from bot.svar.verdier import endret, ledetekst, oppsummer, verdiktord, vis_verdi, vis_verdier

VALG = [(f, v) for f in FAKTA.values() for v in f.verdier]
# names that are the same word as the value itself, in both languages
_EGNE = {"asyl", "arbeid", "ingen", "fagbrev", "kvinne", "mann", "sosialhjelp", "psykisk", "fysisk"}


@pytest.mark.parametrize(("faktum", "verdi"), VALG, ids=[f"{f.navn}={v}" for f, v in VALG])
@pytest.mark.parametrize("malform", ["nb", "nn"])
def test_hver_verdi_har_ord(faktum: Faktum, verdi: str, malform: str) -> None:
    vist = vis_verdi(verdi, malform)  # type: ignore[arg-type]
    assert "_" not in vist
    if vis_verdi(verdi, "nb") == vis_verdi(verdi, "nn") == verdi:
        assert verdi in (*NIVAER, *_EGNE), "verdien vises som sitt eget kodeord"
    assert vist in oppsummer({faktum.navn: (frozenset({verdi}) if faktum.slag == "mengde" else verdi,)}, malform)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("verdi", "nb", "nn"),
    [
        ("kollektiv_beskyttelse", "kollektiv beskyttelse", "kollektivt vern"),
        ("hoyere", "høyere utdanning", "høgare utdanning"),
        ("dagpenger", "dagpenger", "dagpengar"),
        ("liten_mulighet", "liten mulighet", "lita moglegheit"),
        (True, "ja", "ja"),
        (False, "nei", "nei"),
        (37.5, "37,5", "37,5"),
        (34, "34", "34"),
        (date(2026, 1, 1), "1. januar 2026", "1. januar 2026"),
        (frozenset({"nav", "intro"}), "Nav og introduksjonsprogrammet", "Nav og introduksjonsprogrammet"),
    ],
)
def test_vis_verdi(verdi: Verdi, nb: str, nn: str) -> None:
    assert (vis_verdi(verdi, "nb"), vis_verdi(verdi, "nn")) == (nb, nn)


def test_flere_mulige_verdier() -> None:
    assert vis_verdier("norskniva", ("A1", "A2"), "nb") == "A1 eller A2"
    assert vis_verdier("alder", (34, 35, 36), "nb") == "34, 35 eller 36"
    assert vis_verdier("alder", (37, 34, 35, 36), "nb") == "34–37"


@pytest.mark.parametrize(
    "faktum", [f for f in FAKTA.values() if f.slag == "ja_nei" and not f.utledet], ids=lambda f: f.navn
)
def test_ja_og_nei_sies_ulikt(faktum: Faktum) -> None:
    for malform, ikke in (("nb", "ikke "), ("nn", "ikkje ")):
        ja, nei = (oppsummer({faktum.navn: (v,)}, malform) for v in (True, False))  # type: ignore[arg-type]
        assert nei in (ikke + ja, ja.replace("kan ", f"kan {ikke}")) or nei.startswith("ingen "), nei
    begge = oppsummer({faktum.navn: (True, False)}, "nb")
    assert begge.endswith(": ja eller nei")


def test_en_profil_i_en_linje() -> None:
    profil = les_profil(
        {"norskniva": "A2", "programmaned": 4, "alder": 34, "utdanning": "grunnskole", "arbeid_timer_uke": 7.5}
    )
    assert (
        oppsummer(profil, "nb") == "norsk A2 · måned 4 i intro · 34 år · utdanning: grunnskole · jobber 7,5 timer i uka"
    )
    assert (
        oppsummer(profil, "nn")
        == "norsk A2 · månad 4 i intro · 34 år · utdanning: grunnskule · jobbar 7,5 timar i veka"
    )
    assert oppsummer({}, "nb") == ""


def test_alt_i_profilen_er_med_i_linjen() -> None:
    profil = les_profil(
        {
            f.navn: (f.typiske[0] if f.typiske else "2025-01-31" if f.slag == "dato" else "Hamar")
            for f in FAKTA.values()
            if not f.utledet and f.slag != "mengde" and f.navn != "ordning"
        }
    )
    assert len(oppsummer(profil, "nb").split(" · ")) == len(profil)


def test_ordningen_sies_ikke_to_ganger() -> None:
    """A month in the programme tells the scheme; another scheme is told besides it."""
    assert oppsummer(les_profil({"programmaned": 4, "ordning": "intro"}), "nb") == "måned 4 i intro"
    assert "Nav" in oppsummer(les_profil({"programmaned": 4, "ordninger": ["intro", "nav"]}), "nb")


def test_en_er_entall() -> None:
    profil = les_profil({"maneder_siden_program": 1, "arbeid_timer_uke": 1})
    assert oppsummer(profil, "nb") == "1 måned siden intro · jobber 1 time i uka"
    assert oppsummer(profil, "nn") == "1 månad sidan intro · jobbar 1 time i veka"


def test_endret_viser_for_og_etter() -> None:
    for_, etter = (
        les_profil({"norskniva": "A2", "alder": 34, "kjonn": "mann"}),
        les_profil({"norskniva": "B1", "alder": 34, "praksisplass": True}),
    )
    assert (
        endret(for_, etter, "nb") == "*Tenkt tilfelle: norsk A2 → norsk B1; ukjent → praksisplass; mann → gjelder ikke*"
    )
    assert endret(for_, etter, "nn").endswith("mann → gjeld ikkje*")


def test_a_bli_ferdig_med_programmet_er_en_endring() -> None:
    for_, etter = les_profil({"alder": 30, "programmaned": 4}), les_profil({"alder": 30, "program_ferdig": True})
    assert endret(for_, etter, "nb") == "*Tenkt tilfelle: måned 4 i intro → ferdig med intro*"
    assert endret(etter, for_, "nb") == "*Tenkt tilfelle: ferdig med intro → måned 4 i intro*"


def test_ingen_endring_sier_ingenting() -> None:
    profil = les_profil({"alder": 30})
    assert endret(profil, profil, "nb") == ""


@pytest.mark.parametrize("verdikt", ["suitable", "conditional", "unsuitable"])
def test_verdiktord(verdikt: str) -> None:
    assert verdiktord(verdikt, "nb").replace("passer ikke", "passar ikkje").replace("passer", "passar") == verdiktord(
        verdikt, "nn"
    )


# words of the fact dictionary's own labels that nynorsk writes otherwise
_BOKMAL = (
    "hjemme",
    "skriftlig",
    "muntlig",
    "arbeidssøker",
    "oppholds",
    "måned",
    "timer",
    "vesentlig",
    "bosatt",
    "bosetting",
    "nedsatt",
    "sammensatt",
    "ytelse",
    "botid",
    "tilbud",
    "siden",
    "arbeidsgiver",
    "innenfor",
    " uke",
)


@pytest.mark.parametrize("navn", FAKTA)
def test_hvert_faktum_har_ledetekst_pa_nynorsk(navn: str) -> None:
    assert ledetekst(navn, "nb") == FAKTA[navn].ledetekst
    assert [o for o in _BOKMAL if o in ledetekst(navn, "nn")] == []


def test_profilen_pa_nynorsk_er_nynorsk() -> None:
    profil = les_profil(
        {
            f.navn: True if f.slag == "ja_nei" else "2025-01-31"
            for f in FAKTA.values()
            if f.slag in ("ja_nei", "dato") and not f.utledet
        }
    )
    for linje in (oppsummer(profil, "nn"), oppsummer(dict.fromkeys(profil, (False,)), "nn")):
        assert [o for o in _BOKMAL if o in linje] == []


def test_ordning_og_oppholdsgrunnlag_kan_forstas_alene() -> None:
    assert oppsummer(les_profil({"ordning": "ingen"}), "nb") == "ordning: ingen"
    assert oppsummer(les_profil({"oppholdsgrunnlag": "arbeid"}), "nb") == "oppholdsgrunnlag: arbeid"
    assert oppsummer(les_profil({"ordning": "kvp", "kjonn": "mann"}), "nb") == "kvalifiseringsprogrammet · mann"
