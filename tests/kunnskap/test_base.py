"""Tables, timelines, problems, terms and counts come from the data the question names."""

from __future__ import annotations

import pytest

from bot.katalog.skjema_kunnskap import Sjekkliste
from bot.kunnskap.base import PROBLEM_SIKKERT, Kunnskapsbase
from bot.kunnskap.telling import er_telling, les_telling
from tests.kunnskap.kunnskapsmaling import innhold


@pytest.fixture(scope="module")
def base() -> Kunnskapsbase:
    return Kunnskapsbase(innhold().kunnskap, [p.tiltak for p in innhold().tiltak if p.omrade != "nasjonalt"])


@pytest.mark.parametrize(
    ("sporsmal", "tabell", "kolonner", "rader"),
    [
        ("lag en tabell over de fire kommunene", "mjosbyene", 4, 9),
        ("sammenlign Gjøvik og Hamar", "mjosbyene", 2, 9),
        ("hva er forskjellen på Lillehammer og Ringsaker?", "mjosbyene", 2, 9),
        ("hvilke svakheter har Gjøvik og Hamar?", "mjosbyene", 2, 1),
        ("korleis var resultata i dei fire kommunane?", "mjosbyene-resultater", 4, 3),
        ("vis puljeplanen i Tromsø", "puljeplan", 3, 9),
    ],
)
def test_tabellen_det_sporres_om(base: Kunnskapsbase, sporsmal: str, tabell: str, kolonner: int, rader: int) -> None:
    funnet = base.tabell(sporsmal)
    assert funnet is not None
    assert (funnet[0].id, len(funnet[1]), len(funnet[2])) == (tabell, kolonner, rader)


@pytest.mark.parametrize(
    "sporsmal", ["svakheter ved modellen i Hamar?", "hva er AFT?", "hvem skaffer praksis i Gjøvik?"]
)
def test_ingen_tabell_for_ett_sted(base: Kunnskapsbase, sporsmal: str) -> None:
    assert base.tabell(sporsmal) is None


@pytest.mark.parametrize(
    ("sporsmal", "id_"),
    [
        ("hvordan er PAI lagt opp?", "pai"),
        ("hva er stegene i Tromsømodellen?", "tromsomodellen"),
        ("Helsehuset, tidslinje", "helsehuset"),
        ("læringsverksted minutt for minutt", "laeringsverksted"),
        ("hvem arbeider på Helsehuset?", None),
    ],
)
def test_tidslinjen_det_sporres_om(base: Kunnskapsbase, sporsmal: str, id_: str | None) -> None:
    linje = base.tidslinje(sporsmal)
    assert (linje.id if linje else None) == id_


def test_verkstedet_gar_opp_i_85_minutter(base: Kunnskapsbase) -> None:
    linje = next(t for t in base.kunnskap.tidslinjer if t.id == "laeringsverksted")
    assert linje.steg[-1].nar.split()[0].split("–")[1] == "85"
    assert sum(t.verdi for t in base.oppslag["C-145"].tall if t.navn.startswith("totalt")) == 85


@pytest.mark.parametrize(
    ("sporsmal", "id_"),
    [
        ("vi har tiltaksstopp", "tiltaksstopp"),
        ("Nav sier de ikke kan registrere dem", "kan-ikke-registreres"),
        ("vi finner ikke praksisplasser", "praksisplasser"),
        ("informasjonen forsvinner i overgangen", "informasjonen-forsvinner"),
        ("Lag sjekkliste for overføringsmøte", "overforingsmote"),
        ("hva må samtykke inneholde", "samtykke"),
    ],
)
def test_problemet_det_fortelles_om(base: Kunnskapsbase, sporsmal: str, id_: str) -> None:
    funnet = base.problem(sporsmal)
    assert funnet is not None
    assert funnet[0].id == id_
    assert funnet[1] >= PROBLEM_SIKKERT


def test_den_som_ber_om_sjekkliste_far_en(base: Kunnskapsbase) -> None:
    for sporsmal in ("sjekkliste for praksis", "huskeliste for samtykke"):
        funnet = base.problem(sporsmal)
        assert funnet is not None
        assert isinstance(funnet[0], Sjekkliste)


@pytest.mark.parametrize("sporsmal", ["hvor lenge varer intro?", "hva er hovedstaden i Frankrike?", "hei"])
def test_noe_annet_er_ikke_et_problem(base: Kunnskapsbase, sporsmal: str) -> None:
    funnet = base.problem(sporsmal)
    assert funnet is None or funnet[1] < PROBLEM_SIKKERT


@pytest.mark.parametrize(
    ("sporsmal", "id_"),
    [("hva betyr FOV?", "D-031"), ("kva tyder NIR", "D-070"), ("hva er INSTA 800?", "D-046"), ("hva betyr XQZ?", None)],
)
def test_begrepet_det_sporres_om(base: Kunnskapsbase, sporsmal: str, id_: str | None) -> None:
    begrep = base.begrep(sporsmal)
    assert (begrep.id if begrep else None) == id_


def test_hvert_begrep_kan_slas_opp(base: Kunnskapsbase) -> None:
    feil = [o.navn for o in base.oppslag.values() if o.navn and base.begrep(f"Hva betyr {o.navn}?") is not o]
    assert len(feil) <= 6, feil


def test_slektninger_er_andre_begreper(base: Kunnskapsbase) -> None:
    naere = base.slektninger(base.oppslag["D-031"])
    assert 1 <= len(naere) <= 3
    assert all(o.navn and o.id != "D-031" for o in naere)


def test_telling_er_eksakt() -> None:
    alle = [p.tiltak for p in innhold().tiltak]
    nasjonale = frozenset(p.tiltak.id for p in innhold().tiltak if p.omrade == "nasjonalt")

    def tell(tekst: str, sted: str | None = None, der: tuple[object, ...] = ()) -> object:
        return les_telling(tekst, alle, nasjonale, sted, lambda: der)

    uten = tell("hvilke tiltak krever ikke norsknivå?")
    assert uten is not None
    assert {t.id for t in uten.tiltak} == {t.id for t in alle if t.id in nasjonale and t.norsk.fasthet == "ingen"}
    der = tell("hvor mange eksempler i Akershus?", "Akershus", tuple(alle[:7]))
    assert der is not None
    assert (der.slag, len(der.tiltak)) == ("sted", 7)
    helse = tell("hvilke kurs finnes innen helse?")
    assert helse is not None
    ider = {t.id for t in helse.tiltak}
    assert {"helseassistentkurs-for-innvandrere", "pai-helse", "pleie-og-omsorgskurs"} <= ider
    assert not {"livsmestringskurs", "pai-salg-og-service"} & ider
    assert tell("hva er AFT?") is None
    assert tell("hvor mange er i KVP?") is None


def test_hva_som_er_telling() -> None:
    assert er_telling("hvilke tiltak krever ikke norsk?")
    assert er_telling("Kva tiltak stiller ikkje krav til norsk?") or not er_telling("Hvilke tiltak passer uten norsk?")
    assert er_telling("hvor mange eksempler har dere fra Drammen?")
    assert not er_telling("hvilke tiltak passer for en på A2?")
