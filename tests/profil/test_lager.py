"""The store of conversations, on SQLite with the catalogue's own migrations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from bot.katalog.migrasjoner import migrer
from bot.katalog.motor import lag_motor
from bot.laering.lager import Laeringslager
from bot.profil.lager import Samtalelager
from bot.profil.lesing import les_profil
from bot.profil.samtale import MAKS_ANGRE, Samtale

SVAR: list[dict[str, object]] = [{"text": "Nei – §\u00a08 æøå", "payload": {"kind": "rule", "profile": {"alder": 34}}}]


@pytest.fixture(scope="module")
def motor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    ny = lag_motor(f"sqlite:///{Path(tmp_path_factory.mktemp('lager')) / 'test.db'}")
    migrer(ny)
    yield ny
    ny.dispose()


@pytest.fixture
def lager(motor: Engine) -> Samtalelager:
    with motor.begin() as kobling:
        kobling.execute(text("DELETE FROM svar"))
        kobling.execute(text("DELETE FROM samtale"))
    return Samtalelager(motor)


def _antall(motor: Engine, tabell: str) -> int:
    with motor.connect() as kobling:
        return int(kobling.execute(text(f"SELECT count(*) FROM {tabell}")).scalar_one())


def _samtale(id: str, alder: int) -> Samtale:
    return Samtale(id, profil=les_profil({"alder": alder, "ordninger": ["intro", "nav"], "bosatt_dato": "2025-01-31"}))


def test_en_ny_samtale_er_tom(lager: Samtalelager, motor: Engine) -> None:
    assert lager.hent("s1") == Samtale("s1")
    assert _antall(motor, "samtale") == 0, "å hente skal ikke lagre"


def test_det_som_lagres_kan_hentes(lager: Samtalelager) -> None:
    samtale = _samtale("s1", 34)
    svar_id = lager.lagre(samtale, SVAR)
    assert lager.hent("s1") == samtale
    assert lager.hent_svar(svar_id) == SVAR


def test_en_annen_prosess_ser_det_samme(lager: Samtalelager, motor: Engine) -> None:
    svar_id = lager.lagre(_samtale("s1", 34), SVAR)
    annen = Samtalelager(lag_motor(str(motor.url)))
    assert annen.hent("s1") == _samtale("s1", 34)
    assert annen.hent_svar(svar_id) == SVAR


def test_to_samtaler_blandes_ikke(lager: Samtalelager) -> None:
    a = lager.lagre(_samtale("a", 34), SVAR)
    b = lager.lagre(_samtale("b", 50), [{"text": "b"}])
    assert lager.hent("a").profil["alder"] == (34,)
    assert lager.hent("b").profil["alder"] == (50,)
    lager.lagre(_samtale("b", 51), [{"text": "b2"}])
    assert lager.hent("a").profil["alder"] == (34,)
    assert lager.hent_svar(a) == SVAR
    with pytest.raises(KeyError):
        lager.hent_svar(b)


def test_bare_det_nyeste_svaret_beholdes(lager: Samtalelager, motor: Engine) -> None:
    gamle = [lager.lagre(_samtale("s1", alder), [{"text": str(alder)}]) for alder in (30, 31, 32)]
    assert len(set(gamle)) == 3
    assert lager.hent_svar(gamle[-1]) == [{"text": "32"}]
    assert lager.hent("s1").profil["alder"] == (32,)
    assert (_antall(motor, "samtale"), _antall(motor, "svar")) == (1, 1)
    for gammel in gamle[:-1]:
        with pytest.raises(KeyError):
            lager.hent_svar(gammel)


def test_et_svar_som_ikke_finnes(lager: Samtalelager) -> None:
    with pytest.raises(KeyError, match="finnes-ikke"):
        lager.hent_svar("finnes-ikke")


def test_slett_fjerner_samtalen_og_svaret(lager: Samtalelager, motor: Engine) -> None:
    svar_id = lager.lagre(_samtale("s1", 34), SVAR)
    lager.lagre(_samtale("s2", 50), SVAR)
    assert lager.slett("s1")
    assert not lager.slett("s1")
    assert lager.hent("s1") == Samtale("s1")
    with pytest.raises(KeyError):
        lager.hent_svar(svar_id)
    assert (_antall(motor, "samtale"), _antall(motor, "svar")) == (1, 1)


def test_rydd_tar_bare_det_gamle(lager: Samtalelager, motor: Engine) -> None:
    for id in ("gammel", "ny"):
        lager.lagre(_samtale(id, 34), SVAR)
    for_lenge_siden = datetime.now(UTC) - timedelta(days=8)
    with motor.begin() as kobling:
        kobling.execute(
            text("UPDATE samtale SET endret = :da WHERE id = 'gammel'"), {"da": for_lenge_siden.isoformat(" ")}
        )
    assert lager.rydd(timedelta(days=9)) == 0
    assert lager.rydd(timedelta(days=7)) == 1
    assert lager.hent("gammel") == Samtale("gammel")
    assert lager.hent("ny").profil["alder"] == (34,)
    assert (_antall(motor, "samtale"), _antall(motor, "svar")) == (1, 1)


ANNE, BO = "web-" + "a" * 32, "web-" + "b" * 32


def _larte(motor: Engine) -> set[str]:
    with motor.connect() as kobling:
        return {rad.bruker for rad in kobling.execute(text("SELECT bruker FROM laering_leksjon"))}


def test_det_en_innlogget_laerer_folger_brukeren_til_siste_samtale_er_borte(lager: Samtalelager, motor: Engine) -> None:
    na = datetime.now(UTC)
    samtaler = [f"{hvem}-{n * 32}" for hvem in (ANNE, BO) for n in "12"]
    assert {Samtale(s).bruker for s in samtaler} == {ANNE, BO}
    assert Samtale("en-apen-samtale").bruker == "en-apen-samtale"
    laering = Laeringslager(motor)
    for s in (*samtaler, "apen", ANNE + "x"):
        lager.lagre(Samtale(s), SVAR)
        laering.fullfor(Samtale(s).bruker, "l1", na)
    assert _larte(motor) == {ANNE, BO, "apen", ANNE + "x"}
    lager.slett("apen")
    lager.slett(samtaler[0])
    assert _larte(motor) == {ANNE, BO, ANNE + "x"}
    lager.slett(samtaler[1])
    assert _larte(motor) == {BO, ANNE + "x"}
    with motor.begin() as kobling:
        kobling.execute(
            text("UPDATE samtale SET endret = :da WHERE id = :id"), {"da": na - timedelta(days=31), "id": samtaler[2]}
        )
    assert lager.rydd(timedelta(days=30)) == 1
    assert _larte(motor) == {BO, ANNE + "x"}
    with motor.begin() as kobling:
        kobling.execute(text("UPDATE samtale SET endret = :da"), {"da": na - timedelta(days=31)})
    assert lager.rydd(timedelta(days=30)) == 2
    assert _larte(motor) == set()


def test_en_samtale_med_rusk_i_lageret_begynner_tom(lager: Samtalelager, motor: Engine) -> None:
    lager.lagre(_samtale("s1", 34), SVAR)
    with motor.begin() as kobling:
        kobling.execute(text("UPDATE samtale SET tilstand = '[1, 2]'"))
    assert lager.hent("s1") == Samtale("s1")


def test_tilbakemelding_hoerer_til_samtalen_og_slettes_med_den(lager: Samtalelager, motor: Engine) -> None:
    assert not lager.lagre_tilbakemelding("s1", {"rating": "up"})
    lager.lagre(Samtale("s1"), [{"text": "svar"}])
    lager.lagre(Samtale("s2"), [{"text": "svar"}])
    for samtale in ("s1", "s1", "s2"):
        assert lager.lagre_tilbakemelding(samtale, {"rating": "down", "reasons": ["wrong"]})
    with motor.connect() as kobling:
        antall = text("SELECT count(*) FROM tilbakemelding")
        assert kobling.execute(antall).scalar() == 3
        lager.slett("s1")
        assert kobling.execute(antall).scalar() == 1


def _si(lager: Samtalelager, alder: int) -> None:
    samtale = lager.hent("s1")
    samtale.profil = les_profil({"alder": alder})
    lager.lagre(samtale, SVAR)


def _alder(lager: Samtalelager) -> object:
    return lager.hent("s1").profil.get("alder")


@pytest.mark.parametrize(("antall", "igjen"), [(1, (2,)), (2, (1,)), (3, None), (9, None)])
def test_de_siste_meldingene_kan_tas_tilbake(lager: Samtalelager, antall: int, igjen: object) -> None:
    for alder in (1, 2, 3):
        _si(lager, alder)
    for_ = lager.hent("s1")
    kvittering = lager.angre("s1", antall)
    assert _alder(lager) == igjen
    assert kvittering is not None
    lager.gjenopprett("s1", kvittering)
    assert (lager.hent("s1"), lager.hent("s1").tidligere) == (for_, for_.tidligere)


def test_a_ta_tilbake_noe_som_ikke_finnes(lager: Samtalelager) -> None:
    assert lager.angre("s1", 1) is None
    _si(lager, 1)
    lager.angre("s1", 1)
    assert lager.angre("s1", 1) is None


def test_flere_runder_kan_tas_tilbake_som_en_melding(lager: Samtalelager) -> None:
    for alder in (1, 2, 3, 4):
        _si(lager, alder)
    lager.som_en("s1", 3)
    lager.angre("s1", 1)
    assert _alder(lager) == (1,)


def test_bare_de_siste_huskes(lager: Samtalelager) -> None:
    for alder in range(1, 30):
        _si(lager, alder)
    assert len(lager.hent("s1").til_dict()["tidligere"]) == MAKS_ANGRE  # type: ignore[arg-type]
