"""Settings from the environment, and the rate limits made from them."""

from __future__ import annotations

import pytest

from bot.kanaler.grense import Bottelager
from bot.kanaler.innstillinger import Grense, Innstillinger, InnstillingsFeil


def test_standard() -> None:
    i = Innstillinger.fra_miljo({})
    assert (i.vert, i.port, i.rasa_url, i.actions_url) == (
        "127.0.0.1",
        8080,
        "http://127.0.0.1:5005",
        "http://127.0.0.1:5055",
    )
    assert i == Innstillinger()


def test_alt_kan_settes() -> None:
    i = Innstillinger.fra_miljo(
        {
            "TILTAKSLOSEN_VERT": "0.0.0.0",
            "TILTAKSLOSEN_PORT": "9000",
            "TILTAKSLOSEN_RASA_PORT": "9005",
            "TILTAKSLOSEN_ACTIONS_PORT": "9055",
            "TILTAKSLOSEN_GRENSE_ADRESSE": "60",
            "TILTAKSLOSEN_GRENSE_SAMTALE": "0",
            "TILTAKSLOSEN_BAK_PROXY": "1",
            "TILTAKSLOSEN_RAMMER": "https://a.no https://b.no",
        }
    )
    assert (i.vert, i.port, i.rasa_url[-4:], i.actions_url[-4:]) == ("0.0.0.0", 9000, "9005", "9055")
    assert (i.per_adresse, i.per_samtale, i.bak_proxy) == (Grense(60, 10), Grense(0, 1), True)
    assert i.rammer == "https://a.no https://b.no"


@pytest.mark.parametrize(
    ("navn", "verdi"),
    [
        ("TILTAKSLOSEN_PORT", "åtti"),
        ("TILTAKSLOSEN_RASA_PORT", "70000"),
        ("TILTAKSLOSEN_GRENSE_ADRESSE", "-1"),
        ("TILTAKSLOSEN_RAMMER", "https://a.no; script-src *"),
        ("TILTAKSLOSEN_RAMMER", "*"),
    ],
)
def test_ubrukelig_verdi_nevner_variabelen(navn: str, verdi: str) -> None:
    with pytest.raises(InnstillingsFeil, match=navn):
        Innstillinger.fra_miljo({navn: verdi})


class Klokke:
    na = 0.0

    def __call__(self) -> float:
        return self.na


def test_botta_tommes_og_fylles() -> None:
    klokke = Klokke()
    botter = Bottelager(Grense(60, 3), klokke)
    assert [botter.ta("a") for _ in range(4)] == [0, 0, 0, 1]
    assert botter.ta("b") == 0
    klokke.na = 0.9
    assert botter.ta("a") == 1
    klokke.na = 1.0
    assert [botter.ta("a"), botter.ta("a")] == [0, 1]
    klokke.na = 1000.0
    assert [botter.ta("a") for _ in range(4)] == [0, 0, 0, 1]


def test_ventetiden_stemmer() -> None:
    klokke = Klokke()
    botter = Bottelager(Grense(6, 1), klokke)
    assert botter.ta("a") == 0
    vent = botter.ta("a")
    assert vent == 10
    klokke.na = vent - 0.1
    assert botter.ta("a") == 1
    klokke.na = float(vent)
    assert botter.ta("a") == 0


def test_ingen_grense() -> None:
    botter = Bottelager(Grense(0, 1))
    assert not any(botter.ta("a") for _ in range(1000))


def test_fulle_botter_ryddes() -> None:
    klokke = Klokke()
    botter = Bottelager(Grense(60, 1), klokke)
    for n in range(10_000):
        botter.ta(str(n))
    klokke.na = 10.0
    botter.ta("ny")
    assert len(botter._botter) == 1
