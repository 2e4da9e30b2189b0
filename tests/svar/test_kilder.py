"""Sources: reading a legal basis, linking to the paragraph, and citing each law once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from pydantic import BaseModel

from bot.katalog.skjema import Kildehenvisning, Tiltak
from bot.katalog.skjema_regelverk import Kilde, Regel
from bot.svar.kilder import Kildeliste


@pytest.fixture
def liste(kilder: Mapping[str, Kilde]) -> Kildeliste:
    return Kildeliste(kilder)


@pytest.mark.parametrize(
    ("tekst", "punkter"),
    [
        ("integreringsloven § 14 a tredje ledd", ["integreringsloven/14-a-tredje-ledd"]),
        ("Integreringsloven § 8", ["integreringsloven/8"]),
        (
            "integreringsloven § 13; integreringsforskriften § 75",
            ["integreringsloven/13", "integreringsforskriften/75"],
        ),
        ("integreringsloven § 13; jf. Nav-loven § 14 a", ["integreringsloven/13", "nav-loven/14-a"]),
        ("arbeids- og velferdsforvaltningsloven § 14 a", ["nav-loven/14-a"]),
        ("integreringsloven § 13; integreringsloven § 13", ["integreringsloven/13"]),
        ("integreringsloven §§ 27 og 28", ["integreringsloven/27-og-28"]),
        ("trylleloven § 3", []),
        ("trylleloven § 3; integreringsloven § 8", ["integreringsloven/8"]),
        ("§ 14 a", []),
        ("", []),
        (None, []),
    ],
)
def test_hjemmel_leses_lov_for_lov_og_ukjente_lover_utelates(
    liste: Kildeliste, tekst: str | None, punkter: list[str]
) -> None:
    assert list(liste.hjemmel(tekst)) == punkter
    assert list(liste.hjemmel(tekst)) == punkter, "andre gang kommer svaret fra mellomlageret"


@pytest.mark.parametrize(
    ("tekst", "ende"),
    [
        ("integreringsloven § 14 a tredje ledd", "/§14a"),
        ("integreringsloven § 8 første ledd bokstav a", "/§8"),
        ("integreringsloven §§ 27 og 28", "/§27"),
        ("integreringsloven § 37 d annet ledd", "/§37d"),
        ("tiltaksforskriften § 3-5 annet ledd", "/§3-5"),
        ("integreringsforskriften § 43h slik den lød før 1. januar 2026", "/§43h"),
        ("integreringsloven kapittel 6A", "/KAPITTEL_6A"),
        ("integreringsloven", ""),
    ],
)
def test_lenken_gar_til_paragrafen(liste: Kildeliste, kilder: Mapping[str, Kilde], tekst: str, ende: str) -> None:
    (punkt,) = liste.hjemmel(tekst)
    (kilde,) = liste.som_json([punkt])
    url = kilder[punkt.split("/", 1)[0]].url
    assert url is not None
    assert kilde["url"] == url + ende


def test_en_rapport_lenkes_uten_sted_og_hele_kilden_nevnes_nar_stedet_mangler(liste: Kildeliste) -> None:
    med, uten = (
        liste.som_json(liste.henvisninger([Kildehenvisning(id="proba-2026", sted=s)]))[0] for s in ("kap. 4.1.1", None)
    )
    assert med["url"] == uten["url"]
    assert (med["locator"], uten["locator"]) == ("kap. 4.1.1", "hele rapporten")
    assert (med["id"], uten["id"]) == ("proba-2026/kap-4-1-1", "proba-2026/hele-rapporten")


def test_en_ukjent_kilde_utelates(liste: Kildeliste) -> None:
    assert liste.henvisninger([Kildehenvisning(id="finnes-ikke", sted="s. 1")]) == ()


def test_samlet_har_hjemlene_forst_og_nevner_ikke_loven_en_gang_til(liste: Kildeliste) -> None:
    kilder = [
        Kildehenvisning(id="integreringsloven", sted="§ 8"),
        Kildehenvisning(id="proba-2026", sted="kap. 3"),
        Kildehenvisning(id="proba-2026", sted="kap. 3"),
    ]
    assert liste.samlet(["integreringsloven § 13", None, "Nav-loven § 14 a"], kilder) == (
        "integreringsloven/13",
        "nav-loven/14-a",
        "proba-2026/kap-3",
    )
    assert liste.samlet([None], kilder) == ("integreringsloven/8", "proba-2026/kap-3")


def test_historiske_kilder_er_merket(liste: Kildeliste) -> None:
    gammel, ny = liste.hjemmel("introduksjonsloven § 2")[0], liste.hjemmel("integreringsloven § 8")[0]
    assert [k["status"] for k in liste.som_json([gammel, ny])] == ["historical", "current"]
    linjer = liste.markdown([gammel, ny, gammel]).splitlines()
    assert [linje.endswith("(historisk)") for linje in linjer] == [True, False]
    assert linjer[1].startswith(f"- [{liste.kort(ny)}](https://")


def test_som_json_har_hver_kilde_en_gang_i_rekkefolge(liste: Kildeliste) -> None:
    a, b = liste.hjemmel("integreringsloven § 8; integreringsloven § 13")
    assert [k["id"] for k in liste.som_json([b, a, b])] == [b, a]


def _hjemler(ting: Any) -> Iterator[str]:
    """Every legal basis in a measure or rule, whatever field it stands in."""
    for navn in type(ting).model_fields:
        verdi = getattr(ting, navn)
        if navn in ("hjemmel", "overgang") and verdi:
            yield verdi
        elif navn == "hjemler":
            yield from verdi
        for del_ in verdi if isinstance(verdi, tuple) else (verdi,):
            if isinstance(del_, BaseModel):
                yield from _hjemler(del_)


def _alle_hjemler(tiltak: Mapping[str, Tiltak], regler: Mapping[str, Regel]) -> list[str]:
    alle = list(dict.fromkeys(h for ting in (*tiltak.values(), *regler.values()) for h in _hjemler(ting)))
    assert len(alle) > 300
    return alle


def test_hver_lenke_til_en_paragraf_er_en_som_star_i_hjemmelen(
    liste: Kildeliste, tiltak: Mapping[str, Tiltak], regler: Mapping[str, Regel]
) -> None:
    for hjemmel in _alle_hjemler(tiltak, regler):
        uten_mellomrom = hjemmel.replace(" ", "").replace("\xa0", "")
        for kilde in liste.som_json(liste.hjemmel(hjemmel)):
            lenke = str(kilde["url"] or "")
            if "/§" in lenke:
                assert f"§{lenke.rsplit('/§', 1)[1]}" in uten_mellomrom.replace("§§", "§"), (hjemmel, lenke)


def test_hver_henvisning_beholder_sitt_eget_sted(
    liste: Kildeliste, tiltak: Mapping[str, Tiltak], regler: Mapping[str, Regel]
) -> None:
    """Two places must not share an id: then the second would be shown as the first."""

    def rent(sted: str) -> str:
        return "".join(c for c in sted.lower() if c.isalnum())

    for ting in (*tiltak.values(), *regler.values()):
        for henvisning in ting.kilder:
            if henvisning.sted:
                (kilde,) = liste.som_json(liste.henvisninger([henvisning]))
                assert rent(str(kilde["locator"])) == rent(henvisning.sted)


def test_ingen_hjemmel_i_katalogen_faller_bort(
    liste: Kildeliste, tiltak: Mapping[str, Tiltak], regler: Mapping[str, Regel]
) -> None:
    tapt = [h for h in _alle_hjemler(tiltak, regler) if not liste.hjemmel(h)]
    assert tapt == []
