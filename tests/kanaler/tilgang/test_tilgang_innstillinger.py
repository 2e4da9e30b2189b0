"""Who may reach an open service, and settings of the sign-in that cannot be used."""

from __future__ import annotations

import base64
import os
import subprocess
import sys

import pytest

from bot.kanaler.innstillinger import Grense, InnstillingsFeil
from bot.kanaler.tilgang.innstillinger import TilgangsInnstillinger

NOKKEL = base64.b64encode(b"x" * 32).decode()
MILJO = {
    "TILTAKSLOSEN_OIDC_UTSTEDER": "https://login.microsoftonline.com/0a1b2c3d-0000-4000-8000-00000000cccc/v2.0",
    "TILTAKSLOSEN_OIDC_KLIENT": "klient",
    "TILTAKSLOSEN_OIDC_HEMMELIGHET": "svært hemmelig",
    "TILTAKSLOSEN_NETTSTED": "https://tiltakslosen.kommune.no",
    "TILTAKSLOSEN_NOKLER": f"2026:{NOKKEL}",
}


@pytest.mark.parametrize("vert", ["127.0.0.1", "localhost", "::1", "[::1]", "127.1.2.3"])
def test_apen_pa_denne_maskinen(vert: str) -> None:
    assert TilgangsInnstillinger.fra_miljo({}, vert) is None


@pytest.mark.parametrize(
    "vert", ["0.0.0.0", "::", "10.0.0.4", "tiltakslosen.kommune.no", "192.168.1.2", "localhost.evil.test"]
)
def test_apen_for_andre_maskiner_starter_ikke(vert: str) -> None:
    with pytest.raises(InnstillingsFeil, match=r"starter ikke.*innlogging.*TILTAKSLOSEN_APEN=1"):
        TilgangsInnstillinger.fra_miljo({}, vert)
    with pytest.raises(InnstillingsFeil, match="starter ikke"):
        TilgangsInnstillinger.fra_miljo({"TILTAKSLOSEN_APEN": "0"}, vert)
    assert TilgangsInnstillinger.fra_miljo({"TILTAKSLOSEN_APEN": "1"}, vert) is None
    assert TilgangsInnstillinger.fra_miljo(MILJO, vert) is not None


def test_programmet_starter_ikke_apent_for_andre() -> None:
    miljo = {n: v for n, v in os.environ.items() if not n.startswith("TILTAKSLOSEN_")}
    ferdig = subprocess.run(
        [sys.executable, "-m", "bot.kanaler"],
        env={**miljo, "TILTAKSLOSEN_VERT": "0.0.0.0"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ferdig.returncode == 2
    assert ferdig.stderr.startswith("Tiltakslosen starter ikke")
    assert "Traceback" not in ferdig.stderr


def test_alt_er_satt_opp() -> None:
    i = TilgangsInnstillinger.fra_miljo({**MILJO, "TILTAKSLOSEN_GRENSE_BRUKER": "60"}, "0.0.0.0")
    assert i is not None
    assert i.sikker
    assert i.nokler == {"2026": b"x" * 32}
    assert i.per_bruker == Grense(60, 10)
    assert "hemmelig" not in repr(i)
    assert "xxxx" not in repr(i)


@pytest.mark.parametrize("navn", MILJO)
def test_delvis_oppsett_sier_hva_som_mangler_ogsa_pa_denne_maskinen(navn: str) -> None:
    with pytest.raises(InnstillingsFeil, match=f"delvis.*{navn}"):
        TilgangsInnstillinger.fra_miljo({**MILJO, navn: " "}, "127.0.0.1")


@pytest.mark.parametrize(
    ("navn", "verdi"),
    [
        ("TILTAKSLOSEN_OIDC_UTSTEDER", "http://login.microsoftonline.com/x/v2.0"),
        ("TILTAKSLOSEN_OIDC_UTSTEDER", "https://login.microsoftonline.com/common/v2.0"),
        ("TILTAKSLOSEN_OIDC_UTSTEDER", "https://login.microsoftonline.com/organizations/v2.0"),
        ("TILTAKSLOSEN_OIDC_UTSTEDER", "login.microsoftonline.com"),
        ("TILTAKSLOSEN_NETTSTED", "http://tiltakslosen.kommune.no"),
        ("TILTAKSLOSEN_NETTSTED", "https://tiltakslosen.kommune.no/sti"),
        ("TILTAKSLOSEN_NOKLER", NOKKEL),
        ("TILTAKSLOSEN_NOKLER", "a:kort"),
        ("TILTAKSLOSEN_NOKLER", f"a:{base64.b64encode(b'x' * 31).decode()}"),
        ("TILTAKSLOSEN_NOKLER", f"a:{NOKKEL} a:{NOKKEL}"),
        ("TILTAKSLOSEN_NOKLER", f"../a:{NOKKEL}"),
        ("TILTAKSLOSEN_GRENSE_BRUKER", "mange"),
    ],
)
def test_ubrukelig_verdi_nevner_variabelen_og_aldri_nokkelen(navn: str, verdi: str) -> None:
    with pytest.raises(InnstillingsFeil, match=navn) as feil:
        TilgangsInnstillinger.fra_miljo({**MILJO, navn: verdi}, "127.0.0.1")
    assert NOKKEL not in str(feil.value)


def test_apen_ma_vaere_en_eller_null() -> None:
    with pytest.raises(InnstillingsFeil, match="TILTAKSLOSEN_APEN"):
        TilgangsInnstillinger.fra_miljo({"TILTAKSLOSEN_APEN": "ja"}, "127.0.0.1")
