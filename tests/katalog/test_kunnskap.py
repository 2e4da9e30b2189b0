"""The knowledge base: every entry of the source is there once, in order, without people's names, and found again."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select

from bot.katalog.feil import Katalogfeil
from bot.katalog.innlesing import Innhold, les_alt
from bot.katalog.kunnskapsrader import hent_kunnskap, oppslag_med, tiltak_fra
from bot.katalog.lasting import last
from bot.katalog.modell import KunnskapMerke, KunnskapRad, KunnskapTall

FUNN = [f"C-{n:03}" for n in range(1, 487)]
BEGREPER = [f"D-{n:03}" for n in range(1, 193)]
_EPOST = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
_TELEFON = re.compile(r"(?<![\d,.])(?:\+47\s?)?(?:\d{8}|\d{2} \d{2} \d{2} \d{2}|\d{3} \d{2} \d{3})(?![\d,.])")
# a first name and a surname; organisations have neither
_NAVN = re.compile(
    r"\b(Anne|Anna|Kari|Inger|Ingrid|Liv|Marit|Berit|Astrid|Hilde|Heidi|Nina|Elin|Tone|Hege|Silje|Ida|Camilla|Linda|Mette|Trine|"
    r"Per|Jan|Bjørn|Ole|Lars|Kjell|Knut|Svein|Arne|Thomas|Hans|Geir|Tor|Morten|Terje|Odd|Erik|Martin|Andreas|Ahmed|Mohammed|"
    r"Fatima|Ali|Hassan)( [A-ZÆØÅ]\.?)? [A-ZÆØÅ][a-zæøå]+(sen|berg|dal|stad|vik|rud|haug|nes|land|ås|lie|moen|[a-zæøå]{3,})\b"
)


@pytest.fixture(scope="module")
def innhold() -> Innhold:
    return les_alt()


def test_hvert_oppslag_finnes_en_gang(innhold: Innhold) -> None:
    ider = Counter(o.id for o in innhold.kunnskap.oppslag)
    assert sorted(ider) == FUNN + BEGREPER
    assert set(ider.values()) == {1}


def test_hvert_begrep_har_ord_og_hvert_funn_et_sporsmal(innhold: Innhold) -> None:
    for o in innhold.kunnskap.oppslag:
        assert bool(o.navn) == (o.id in BEGREPER), o.id
        assert bool(o.sporsmal) == (o.id in FUNN), o.id


def test_to_oppslag_har_ikke_samme_tittel(innhold: Innhold) -> None:
    titler = Counter(o.tittel.lower() for o in innhold.kunnskap.oppslag)
    assert [t for t, n in titler.items() if n > 1] == []


def test_ingen_navn_telefon_eller_epost(innhold: Innhold) -> None:
    for sti in sorted((Path(__file__).parents[2] / "data" / "kunnskap").glob("*.yml")):
        tekst = sti.read_text(encoding="utf-8")
        for monster in (_EPOST, _TELEFON, _NAVN):
            assert monster.search(tekst) is None, (sti.name, monster.search(tekst))


def test_monstrene_ville_funnet_dem() -> None:
    assert _EPOST.search("skriv til noen@kommune.no")
    assert _TELEFON.search("ring 99 88 77 66 i dag")
    assert _NAVN.search("kontakt Kari Nordmann")


def test_eksempler_med_tall_har_arstall(innhold: Innhold) -> None:
    uten = [o.id for o in innhold.kunnskap.oppslag for t in o.tall if t.ar is None]
    assert uten == []


def test_eldre_rapporter_er_merket_historisk(innhold: Innhold) -> None:
    gamle = {"of-2016", "imdi-handbok-2018"}
    feil = [
        o.id
        for o in innhold.kunnskap.oppslag
        if o.status == "gjeldende" and o.kilder and not o.hjemler and {k.id for k in o.kilder} <= gamle and o.id in FUNN
    ]
    assert feil == []


def test_hvert_eksempel_fra_handboken_peker_til_katalogen(innhold: Innhold) -> None:
    uten = [
        o.id
        for o in innhold.kunnskap.oppslag
        if o.type == "eksempel" and any(k.id == "imdi-handbok-2018" for k in o.kilder) and not o.tiltak
    ]
    assert uten == []


def test_databasen_har_det_samme(motor: Engine, innhold: Innhold) -> None:
    last(motor)
    assert hent_kunnskap(motor) == innhold.kunnskap
    with motor.connect() as f:
        antall = sum(len(getattr(innhold.kunnskap, n)) for n in type(innhold.kunnskap).model_fields)
        assert f.scalar(select(func.count()).select_from(KunnskapRad)) == antall
        tall = sum(len(o.tall) for o in innhold.kunnskap.oppslag)
        assert f.scalar(select(func.count()).select_from(KunnskapTall)) == tall
        i_tromso = select(func.count()).select_from(KunnskapMerke).where(KunnskapMerke.verdi == "Tromsø")
        assert f.scalar(i_tromso) == sum("Tromsø" in o.sted for o in innhold.kunnskap.oppslag) > 0
    eksempler = oppslag_med(motor, "fylke", "akershus", "eksempel")
    assert {o.id for o in eksempler} >= {"C-225", "C-226", "C-228"}
    assert oppslag_med(motor, "sted", "Atlantis") == ()


def test_tiltak_fra_et_sted(motor: Engine, innhold: Innhold) -> None:
    last(motor)
    i_akershus = {
        p.tiltak.id
        for p in innhold.tiltak
        if "32" in p.tiltak.sted.fylker or any(k.startswith("32") for k in p.tiltak.sted.kommuner)
    }
    assert {t.id for t in tiltak_fra(motor, fylkesnummer="32")} == i_akershus
    assert {t.id for t in tiltak_fra(motor, kommune="Lørenskog")} < i_akershus
    assert tiltak_fra(motor, kommune="Atlantis") == ()


FIL = """\
oppslag:
- id: C-001
  type: funn
  sporsmal: [Er det vanlig?]
  tekst: Nei.
  emner: [vanlig]
  hjemler: [prøveloven § 1]
  status: gjeldende
"""


@pytest.mark.parametrize(
    ("for_", "etter", "linje", "felt", "melding"),
    [
        ("type: funn", "type: fund", 3, "oppslag[0].type", "«fund» er ikke lovlig. Lovlig er funn"),
        ("id: C-001", "id: X-1", 2, "oppslag[0].id", "Lovlig er C- eller D- og tre siffer"),
        ("  tekst: Nei.\n", "", 2, "oppslag[0].tekst", "feltet mangler"),
        ("status: gjeldende", "status: gammel", 8, "oppslag[0].status", "«gammel» er ikke lovlig"),
        ("emner: [vanlig]", "emner: []", 6, "oppslag[0].emner", "listen er for kort"),
        (
            "hjemler: [prøveloven § 1]",
            "hjemler: [ukjentloven § 1]",
            7,
            "oppslag[0].hjemler[0]",
            "nevner ingen kjent lov",
        ),
        ("status:", "tiltak: [finnes-ikke]\n  status:", 8, "oppslag[0].tiltak[0]", "finnes ikke i katalogen"),
        ("emner:", "farge: rød\n  emner:", 6, "oppslag[0].farge", "er et ukjent felt"),
    ],
)
def test_feil_fil_avvises_pa_norsk(tmp_path: Path, for_: str, etter: str, linje: int, felt: str, melding: str) -> None:
    sti = tmp_path / "data" / "kunnskap" / "prove.yml"
    sti.parent.mkdir(parents=True)
    assert for_ in FIL
    sti.write_text(FIL.replace(for_, etter, 1), encoding="utf-8")
    (tmp_path / "data" / "kilder.yml").write_text(
        "kilder:\n- {id: proveloven, tittel: Prøveloven, kortnavn: prøveloven, utgiver: Lovdata, slag: lov, "
        "status: gjeldende, hjemmelnavn: [prøveloven]}\n",
        encoding="utf-8",
    )
    with pytest.raises(Katalogfeil) as feil:
        les_alt(tmp_path)
    forste = feil.value.feil[0]
    assert (forste.fil, forste.linje, forste.felt) == ("data/kunnskap/prove.yml", linje, felt)
    assert melding in forste.melding
