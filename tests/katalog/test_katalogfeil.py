"""A faulty file is refused whole with file, line, field and what is allowed; the database is as before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.katalog.feil import Katalogfeil
from bot.katalog.innlesing import ROT, les_alt
from bot.katalog.lager import hent_katalog, hent_regler
from bot.katalog.lasting import last

TILTAK = """\
id: prove
domene_id: T-001
navn: Prøvetiltak
synonymer: [PT]
type: program
eier: {kategori: nav, tekst: Nav}
betaler: {kategori: stat, tekst: stat}
malgruppe: alle
sammendrag: Et tiltak.
sammendrag_nn: Eit tiltak.
vilkar:
  - id: alder
    tekst: Fylt 18 år
    slag: lov
    styrke: krav
    krav: {faktum: alder, minst: 18}
    hjemmel: prøveloven § 1
    kilder:
      - {id: proveloven, sted: § 1}
norsk: {fasthet: ingen, tekst: ingen}
nar: {tekst: alltid, fase: [naar_som_helst]}
omfang: {tekst: fulltid, heltid: ja}
norskopplaering: {kan_kombineres: ja}
kombinasjon:
  kan:
    - {navn: Seg selv, tiltak: prove}
varighet:
  tekst: ett år
  grenser:
    - {tekst: Ett år, maks: 12, enhet: maneder, hjemmel: prøveloven § 2}
arbeidsrettet_14a: {teller: ja, hvorfor: Derfor.}
tiltakspenger: {gir: nei, hvorfor: Derfor.}
status: {kode: ordinaer, tekst: ordinær}
sted: {landsdekkende: true, tekst: hele landet}
kilder:
  - {id: proveloven}
gyldig: {fra: 2026-01-01}
sist_kontrollert: 2026-07-02
"""
REGEL = """\
regler:
  - id: R-001
    nokkel: prove
    tittel: Prøve
    tittel_nn: Prøve
    svar: Svar.
    svar_nn: Svar.
    tall:
      - {navn: alder, om: alder, operator: minst, verdi: 18, enhet: år}
    slag: lov
    status: gjeldende
    hjemler: ["prøveloven § 1"]
    kilder: [{id: proveloven}]
    sporsmal: [hvor gammel]
    stikkord: [alder]
    se_ogsa: []
    gjelder: [nav]
    sikkerhet: L
    sist_kontrollert: 2026-07-02
"""
KILDER = """\
kilder:
  - id: proveloven
    tittel: Prøveloven
    kortnavn: prøveloven
    utgiver: Lovdata
    slag: lov
    status: gjeldende
    hjemmelnavn: [prøveloven]
"""
T = "data/katalog/nasjonalt/prove.yml"
R = "data/regelverk/prove/prove.yml"
K = "data/kilder.yml"


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    for navn, tekst in ((T, TILTAK), (R, REGEL), (K, KILDER)):
        sti = tmp_path / navn
        sti.parent.mkdir(parents=True, exist_ok=True)
        sti.write_text(tekst, encoding="utf-8")
    return tmp_path


# name, file, what is there, what is put there, line, field, what the message says
FEIL: list[tuple[str, str, str, str, int, str, str]] = [
    (
        "ukjent-faktum",
        T,
        "faktum: alder",
        "faktum: aldr",
        16,
        "vilkar[0].krav.faktum",
        "«aldr» er ikke et kjent faktum. Lovlig er norskniva",
    ),
    (
        "gal-faktumverdi",
        T,
        "minst: 18}",
        "minst: hei}",
        16,
        "vilkar[0].krav.minst",
        "«hei» er ikke en gyldig verdi for alder. Lovlig er et helt tall",
    ),
    ("to-operatorer", T, "minst: 18}", "minst: 18, hoyst: 20}", 16, "vilkar[0].krav", "nøyaktig én av"),
    (
        "operator-passer-ikke",
        T,
        "minst: 18}",
        "er: true}",
        16,
        "vilkar[0].krav.er",
        "«er» passer ikke til alder. Lovlig er minst",
    ),
    (
        "ukjent-type",
        T,
        "type: program",
        "type: kurs",
        5,
        "type",
        "«kurs» er ikke lovlig. Lovlig er program, ytelse",
    ),
    (
        "ukjent-styrke",
        T,
        "styrke: krav",
        "styrke: hard",
        15,
        "vilkar[0].styrke",
        "Lovlig er krav, vanlig, gjennomforing",
    ),
    (
        "ukjent-felt",
        T,
        "malgruppe: alle",
        "malgruppe: alle\nmalgrupe: alle",
        9,
        "malgrupe",
        "«malgrupe» er et ukjent felt. Lovlig er id, domene_id",
    ),
    (
        "ukjent-felt-i-vilkar",
        T,
        "tekst: Fylt 18 år",
        "tekst: Fylt 18 år\n    tekts: x",
        14,
        "vilkar[0].tekts",
        "Lovlig er id, tekst, tekst_nn, slag",
    ),
    ("felt-mangler", T, "sammendrag: Et tiltak.\n", "", 1, "sammendrag", "feltet mangler"),
    ("felt-mangler-i-vilkar", T, "    styrke: krav\n", "", 12, "vilkar[0].styrke", "feltet mangler"),
    ("lov-uten-hjemmel", T, "    hjemmel: prøveloven § 1\n", "", 12, "vilkar[0]", "må ha hjemmel"),
    (
        "ukjent-lov",
        T,
        "hjemmel: prøveloven § 1",
        "hjemmel: tulleloven § 1",
        17,
        "vilkar[0].hjemmel",
        "Lovlige navn er hjemmelnavn i data/kilder.yml",
    ),
    (
        "ukjent-kilde",
        T,
        "{id: proveloven, sted",
        "{id: tulleloven, sted",
        19,
        "vilkar[0].kilder[0].id",
        "kilden «tulleloven» står ikke i data/kilder.yml",
    ),
    (
        "ukjent-tiltak",
        T,
        "tiltak: prove}",
        "tiltak: annet}",
        26,
        "kombinasjon.kan[0].tiltak",
        "tiltaket «annet» finnes ikke",
    ),
    ("dobbelt-felt", T, "navn: Prøvetiltak", "navn: Prøvetiltak\nnavn: Igjen", 4, "navn", "står to ganger"),
    ("gal-id", T, "id: prove\n", "id: Prøve\n", 1, "id", "Lovlig er små bokstaver a–z"),
    ("id-og-filnavn", T, "id: prove\n", "id: annen\n", 1, "id", "Lovlig er prove"),
    ("gal-dato", T, "fra: 2026-01-01", "fra: 1.1.2026", 37, "gyldig.fra", "ÅÅÅÅ-MM-DD"),
    (
        "omvendt-periode",
        T,
        "fra: 2026-01-01",
        "fra: 2026-01-01, til: 2025-01-01",
        37,
        "gyldig",
        "sluttdatoen er før",
    ),
    (
        "maks-uten-enhet",
        T,
        "maks: 12, enhet: maneder,",
        "maks: 12,",
        30,
        "varighet.grenser[0].maks",
        "må stå sammen",
    ),
    ("ikke-tall", T, "maks: 12", "maks: mange", 30, "varighet.grenser[0].maks", "skal være et tall"),
    ("for-lite-tall", T, "maks: 12", "maks: -1", 30, "varighet.grenser[0].maks", "skal være over 0"),
    (
        "ikke-ja-nei",
        T,
        "landsdekkende: true",
        "landsdekkende: kanskje",
        34,
        "sted.landsdekkende",
        "true eller false",
    ),
    ("tom-liste", T, "fase: [naar_som_helst]", "fase: []", 21, "nar.fase", "minst 1"),
    ("ikke-liste", T, "synonymer: [PT]", "synonymer: PT", 4, "synonymer", "skal være en liste"),
    ("ikke-tekst", T, "synonymer: [PT]", "synonymer: [2026]", 4, "synonymer[0]", "skal være tekst"),
    (
        "ikke-underfelt",
        T,
        "status: {kode: ordinaer, tekst: ordinær}",
        "status: ordinær",
        33,
        "status",
        "skal ha underfelt",
    ),
    ("tom-tekst", T, "malgruppe: alle", "malgruppe: ''", 8, "malgruppe", "teksten er tom"),
    ("ikke-yaml", T, "malgruppe: alle", "malgruppe: alle: her", 8, "", "kan ikke leses som YAML"),
    ("tom-fil", T, TILTAK, "", 1, "", "filen er tom"),
    ("ikke-felt", T, TILTAK, "- bare en liste\n", 1, "", "felt med navn og verdi"),
    (
        "regel-operator",
        R,
        "operator: minst",
        "operator: ca",
        9,
        "regler[0].tall[0].operator",
        "Lovlig er minst, hoyst, lik",
    ),
    (
        "regel-henvisning",
        R,
        "se_ogsa: []",
        "se_ogsa: [R-999]",
        16,
        "regler[0].se_ogsa[0]",
        "regelen «R-999» finnes ikke",
    ),
    ("regel-id", R, "id: R-001", "id: R1", 2, "regler[0].id", "Lovlig er R- og tre siffer"),
    (
        "regel-uten-grunnlag",
        R,
        'hjemler: ["prøveloven § 1"]\n    kilder: [{id: proveloven}]\n',
        "hjemler: []\n",
        2,
        "regler[0]",
        "minst én hjemmel eller én kilde",
    ),
    ("kilde-slag", K, "slag: lov", "slag: bok", 6, "kilder[0].slag", "Lovlig er lov, forskrift"),
]


def test_grunnlaget_er_feilfritt(rot: Path) -> None:
    assert [p.tiltak.id for p in les_alt(rot).tiltak] == ["prove"]


@pytest.mark.parametrize(
    ("fil", "gammelt", "nytt", "linje", "felt", "melding"), [f[1:] for f in FEIL], ids=[f[0] for f in FEIL]
)
def test_feilen_sier_hvor_og_hva_som_er_lov(
    rot: Path, fil: str, gammelt: str, nytt: str, linje: int, felt: str, melding: str
) -> None:
    tekst = (rot / fil).read_text(encoding="utf-8")
    assert tekst.count(gammelt) == 1
    (rot / fil).write_text(tekst.replace(gammelt, nytt), encoding="utf-8")
    with pytest.raises(Katalogfeil) as fanget:
        les_alt(rot)
    (feil,) = fanget.value.feil
    assert (feil.fil, feil.linje, feil.felt) == (fil, linje, felt)
    assert melding in feil.melding
    foran = f"{fil}, linje {linje}, felt {felt}: " if felt else f"{fil}, linje {linje}: "
    assert str(fanget.value).startswith(foran)


def test_alle_feil_kommer_med(rot: Path) -> None:
    (rot / T).write_text(TILTAK.replace("type: program", "type: kurs").replace("gir: nei", "gir: kanskje"), "utf-8")
    (rot / K).write_text(KILDER.replace("status: gjeldende", "status: ny"), "utf-8")
    with pytest.raises(Katalogfeil) as fanget:
        les_alt(rot)
    assert [(f.fil, f.felt) for f in fanget.value.feil] == [
        (T, "type"),
        (T, "tiltakspenger.gir"),
        (K, "kilder[0].status"),
    ]


def test_samme_id_og_navn_i_to_filer_avvises(rot: Path) -> None:
    to = rot / "data/katalog/lokalt/prove.yml"
    to.parent.mkdir()
    to.write_text(TILTAK, encoding="utf-8")
    with pytest.raises(Katalogfeil) as fanget:
        les_alt(rot)
    assert [f.felt for f in fanget.value.feil] == ["id", "domene_id", "navn"]
    assert "data/katalog/lokalt/prove.yml, linje 1" in fanget.value.feil[0].melding


def test_synonym_som_er_navnet_pa_et_annet_tiltak_ma_sta_begge_steder(rot: Path) -> None:
    annet = (
        TILTAK.replace("id: prove\n", "id: annet\n")
        .replace("navn: Prøvetiltak", "navn: Annet")
        .replace("domene_id: T-001\n", "")
        .replace("[PT]", "[PRØVETILTAK]")
    )
    (rot / "data/katalog/nasjonalt/annet.yml").write_text(annet, encoding="utf-8")
    with pytest.raises(Katalogfeil, match="felt synonymer\\[0\\]: «PRØVETILTAK» er navnet på prove"):
        les_alt(rot)
    (rot / T).write_text(TILTAK.replace("[PT]", "[PT, Prøvetiltak]"), encoding="utf-8")
    assert len(les_alt(rot).tiltak) == 2


def test_filen_ma_ligge_i_en_kjent_mappe_og_i_sin_kommune(rot: Path) -> None:
    (rot / "data/katalog/kommune/3405-lillehammer").mkdir(parents=True)
    (rot / T).rename(rot / "data/katalog/kommune/3405-lillehammer/prove.yml")
    with pytest.raises(Katalogfeil, match=r"felt sted\.kommuner: kommunen fra mappenavnet, '3405', mangler"):
        les_alt(rot)
    (rot / "data/katalog/hist").mkdir()
    (rot / "data/katalog/kommune/3405-lillehammer/prove.yml").rename(rot / "data/katalog/hist/prove.yml")
    with pytest.raises(Katalogfeil, match=r"ukjent mappe\. Lovlig er nasjonalt, lokalt, fylke/"):
        les_alt(rot)


def test_fil_i_feil_tegnsett_avvises_med_linje(rot: Path) -> None:
    (rot / T).write_bytes(TILTAK.encode("latin-1"))
    with pytest.raises(Katalogfeil, match=r"prove\.yml, linje 3: filen er ikke lagret som UTF-8"):
        les_alt(rot)


def test_databasen_beholder_det_den_hadde(rot: Path, motor: Engine) -> None:
    assert last(motor, rot).endret
    for_ = hent_katalog(motor)
    (rot / T).write_text(TILTAK.replace("type: program", "type: kurs"), encoding="utf-8")
    with pytest.raises(Katalogfeil):
        last(motor, rot)
    assert hent_katalog(motor) == for_
    assert [r.id for r in hent_regler(motor)] == ["R-001"]
    (rot / T).write_text(TILTAK.replace("type: program", "type: ytelse"), encoding="utf-8")
    assert last(motor, rot).endret
    assert hent_katalog(motor).tiltak[0].type == "ytelse"


def test_kommandoen_sier_hva_den_gjorde(tmp_path: Path) -> None:
    def kjor() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "bot.katalog"],
            cwd=ROT,
            env={
                "DATABASE_URL": f"sqlite:///{tmp_path / 'k.db'}",
                "PYTHONPATH": str(ROT),
                "LC_ALL": "C.UTF-8",
            },
            capture_output=True,
            text=True,
            timeout=60,
        )

    innhold = les_alt()
    antall = f"{len(innhold.tiltak)} tiltak og {len(innhold.regler)} regler"
    forst, igjen = kjor(), kjor()
    assert (forst.returncode, forst.stdout) == (0, f"Katalogen er lastet inn: {antall}.\n")
    assert (igjen.returncode, igjen.stdout) == (0, f"Katalogen er uendret: {antall}.\n")


def test_kommandoen_lister_feilene_og_gir_1(
    rot: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import bot.katalog.__main__ as kommando

    (rot / T).write_text(TILTAK.replace("type: program", "type: kurs"), encoding="utf-8")
    monkeypatch.setattr(kommando, "last", lambda motor: last(motor, rot))
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'f.db'}")
    assert kommando.main() == 1
    ut = capsys.readouterr().err.splitlines()
    assert ut[0] == "Katalogen er avvist med 1 feil. Databasen er som før."
    assert ut[1].startswith("data/katalog/nasjonalt/prove.yml, linje 5, felt type: «kurs» er ikke lovlig.")
