"""The database on SQLite and PostgreSQL: migrations, loading, queries, and many local measures."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, event, func, insert, inspect, select, text
from sqlalchemy.exc import IntegrityError

from bot.katalog import motor as motormodul
from bot.katalog.innlesing import Innhold, Plassert, les_alt
from bot.katalog.lager import (
    finn_etter_navn,
    hent_katalog,
    hent_parametre,
    hent_regler,
    hent_tiltak,
    kilder,
    lokale_tiltak,
)
from bot.katalog.lasting import last, skriv
from bot.katalog.migrasjoner import migrer, nedgrader
from bot.katalog.modell import Base, RegelTall, Samtale, Svar, TiltakRad, VilkarRad
from bot.katalog.motor import lag_motor
from bot.katalog.skjema import Sted


@pytest.fixture(scope="module")
def innhold() -> Innhold:
    return les_alt()


def test_migrasjonene_gir_tabellene_i_modellen(motor: Engine) -> None:
    migrer(motor)
    with motor.connect() as forbindelse:
        assert compare_metadata(MigrationContext.configure(forbindelse), Base.metadata) == []
    migrer(motor)
    nedgrader(motor, "base")
    assert set(inspect(motor).get_table_names()) <= {"alembic_version"}


def test_alt_kan_lastes_og_hentes(motor: Engine, innhold: Innhold) -> None:
    resultat = last(motor)
    assert (resultat.endret, resultat.antall_tiltak, resultat.antall_regler) == (True, 244, len(innhold.regler))
    assert not last(motor).endret
    with motor.connect() as forbindelse:
        assert forbindelse.scalar(select(func.count()).select_from(TiltakRad)) == 244
        vilkar = sum(len(p.tiltak.vilkar) for p in innhold.tiltak)
        assert forbindelse.scalar(select(func.count()).select_from(VilkarRad)) == vilkar
        tall = sum(len(r.tall) for r in innhold.regler)
        assert forbindelse.scalar(select(func.count()).select_from(RegelTall)) == tall
    fra_fil = {p.tiltak.id: p for p in innhold.tiltak}
    katalog = hent_katalog(motor)
    assert {t.id for t in katalog.tiltak} == {i for i, p in fra_fil.items() if p.omrade in ("nasjonalt", "lokalt")}
    assert all(fra_fil[t.id].tiltak == t for t in katalog.tiltak)
    assert katalog.etter_id["arbeidstrening"].navn == "Arbeidstrening"
    assert katalog.kilder["tiltaksforskriften"].slag == "forskrift"
    assert sorted(innhold.regler, key=lambda r: r.id) == list(hent_regler(motor))
    assert sorted(innhold.parametre, key=lambda p: p.id) == list(hent_parametre(motor))
    assert innhold.kilder == list(kilder(motor))


def test_sporringene(motor: Engine, innhold: Innhold) -> None:
    last(motor)
    lokalt = next(p for p in innhold.tiltak if p.omrade == "kommune" and p.nummer == "3405")
    assert hent_tiltak(motor, lokalt.tiltak.id) == lokalt.tiltak
    assert hent_tiltak(motor, "finnes-ikke") is None
    i_kommunen = lokale_tiltak(motor, kommune="3405")
    assert lokalt.tiltak in i_kommunen
    assert lokale_tiltak(motor, kommune="Lillehammer") == i_kommunen
    assert lokale_tiltak(motor, kommune="østre toten") == lokale_tiltak(motor, kommune="3442") != ()
    assert {t.id for t in i_kommunen} < {t.id for t in lokale_tiltak(motor, fylke="34")}
    i_hele_fylket = [t.id for t in lokale_tiltak(motor, fylke="Innlandet") if not t.sted.kommuner]
    assert i_hele_fylket
    assert set(i_hele_fylket) < {t.id for t in i_kommunen}
    assert lokale_tiltak(motor, kommune="Atlantis") == lokale_tiltak(motor, fylke="3405") == ()
    assert finn_etter_navn(motor, "  kvp ") == ("kvalifiseringsprogrammet",)
    assert finn_etter_navn(motor, "Arbeidstrening") == ("arbeidstrening",)
    with pytest.raises(ValueError, match="enten kommune eller fylke"):
        lokale_tiltak(motor)


def test_uten_lasting_sier_lageret_fra(motor: Engine) -> None:
    migrer(motor)
    with pytest.raises(LookupError):
        hent_katalog(motor)


def test_svar_forsvinner_med_samtalen(motor: Engine) -> None:
    migrer(motor)
    naa = datetime(2026, 11, 23, tzinfo=UTC)
    with motor.begin() as f:
        f.execute(insert(Samtale).values(id="s", tilstand={"profil": {"alder": [34]}}, endret=naa))
        f.execute(insert(Svar).values(id="a", samtale_id="s", innhold={"kind": "rule"}, laget=naa))
        assert f.scalar(select(Samtale.tilstand)) == {"profil": {"alder": [34]}}
        f.execute(text("DELETE FROM samtale WHERE id = 's'"))
        assert f.scalar(select(func.count()).select_from(Svar)) == 0
    with pytest.raises(IntegrityError), motor.begin() as f:
        f.execute(insert(Svar).values(id="b", samtale_id="ukjent", innhold={}, laget=naa))


def test_lasting_rorer_ikke_samtalene(motor: Engine) -> None:
    migrer(motor)
    with motor.begin() as f:
        f.execute(insert(Samtale).values(id="s", tilstand={}, endret=datetime(2026, 11, 23, tzinfo=UTC)))
    last(motor)
    with motor.connect() as f:
        assert f.scalar(select(func.count()).select_from(Samtale)) == 1


def test_sqlite_er_satt_opp_for_flere_prosesser(tmp_path: Path) -> None:
    with lag_motor(f"sqlite:///{tmp_path / 'ny' / 'a.db'}").connect() as f:
        assert f.scalar(text("PRAGMA journal_mode")) == "wal"
        assert f.scalar(text("PRAGMA busy_timeout")) == 5000
        assert f.scalar(text("PRAGMA foreign_keys")) == 1


def test_adressen_kommer_fra_miljoet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://bruker@vert/base")
    assert lag_motor().url.drivername == "postgresql+psycopg"
    monkeypatch.delenv("DATABASE_URL")
    monkeypatch.setattr(motormodul, "STANDARD", tmp_path / "var" / "tiltakslosen.db")
    assert lag_motor().url.database == str(tmp_path / "var" / "tiltakslosen.db")


def _fyll(motor: Engine, mal: Plassert, antall: int) -> None:
    """`antall` local measures, 20 in each of the made-up municipalities of 20 counties."""
    mange = Innhold()
    for i in range(antall):
        kommune = i % (antall // 20)
        nummer = f"{60 + kommune % 20}{kommune // 20:02}"
        sted = Sted(landsdekkende=False, kommuner=(nummer,), fylker=(nummer[:2],), tekst="prøve")
        tiltak = mal.tiltak.model_copy(update={"id": f"lokalt-{i}", "domene_id": None, "sted": sted})
        mange.tiltak.append(Plassert(tiltak, "kommune", nummer, f"sted-{nummer}"))
    with motor.begin() as forbindelse:
        skriv(forbindelse, mange)


def _beste(arbeid: Callable[[], object]) -> float:
    tider = []
    for _ in range(5):
        start = time.perf_counter()
        arbeid()
        tider.append(time.perf_counter() - start)
    return min(tider)


def test_mange_lokale_tiltak_gjor_ikke_de_nasjonale_tregere(tmp_path: Path, innhold: Innhold) -> None:
    mal = next(p for p in innhold.tiltak if p.omrade == "kommune")
    tider = {}
    for antall in (400, 20_000):
        motor = lag_motor(f"sqlite:///{tmp_path / f'{antall}.db'}")
        last(motor)
        _fyll(motor, mal, antall)
        assert len(lokale_tiltak(motor, kommune="6000")) == 20
        assert hent_tiltak(motor, f"lokalt-{antall - 1}") is not None
        tider[antall] = {
            "alle": _beste(lambda m=motor: hent_katalog(m)),
            "en kommune": _beste(lambda m=motor: lokale_tiltak(m, kommune="6000")),
            "navn": _beste(lambda m=motor: finn_etter_navn(m, "kvp")),
        }
        if antall == 20_000:
            _ingen_full_gjennomgang(motor)
        motor.dispose()
    print({n: {k: f"{v * 1000:.1f} ms" for k, v in t.items()} for n, t in tider.items()})
    assert tider[20_000]["alle"] < 1.5
    for hva, tid in tider[20_000].items():
        assert tid < 5 * tider[400][hva] + 0.005, hva


def _ingen_full_gjennomgang(motor: Engine) -> None:
    sporringer: list[tuple[str, tuple[object, ...]]] = []
    event.listen(motor, "before_cursor_execute", lambda c, p, sql, verdier, x, m: sporringer.append((sql, verdier)))
    hent_katalog(motor)
    lokale_tiltak(motor, kommune="6000")
    lokale_tiltak(motor, kommune="sted-6000")
    finn_etter_navn(motor, "kvp")
    assert len(sporringer) >= 6
    with motor.connect() as forbindelse:
        for sql, verdier in list(sporringer):
            for linje in forbindelse.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", verdier):
                for tabell in ("tiltak", "tiltak_navn", "tiltak_sted"):
                    assert not linje.detail.startswith(f"SCAN {tabell}"), (sql, linje.detail)
