"""Every measure of the real catalogue is found by its own name, whatever stands beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.sprak.tiltaksnavn import Navneregister

_KATALOG = Path(__file__).parents[2] / "data" / "katalog"
_SETNINGER = (
    "{a}",
    "{a} eller {b}?",
    "{a} – hva er forskjellen?",
    "Hva er forskjellen på {a} og {b}?",
    "{b} vs {a}",
    "passer {a} tre dager i uka?",
    "hvor lenge kan {a} vare?",
    "{a} når arbeidsgiver vil ansette",
    "Kan hun få {a} i Bodø?",
    "{a} må vare",
)


def _poster() -> list[tuple[str, list[str]]]:
    ut = []
    for fil in sorted(_KATALOG.rglob("*.yml")):
        t = yaml.safe_load(fil.read_text(encoding="utf-8"))
        navn = [t["navn"], t.get("navn_nn"), *(t.get("synonymer") or [])]
        ut.append((t["id"], [str(n) for n in dict.fromkeys(navn) if n]))
    return ut


POSTER = _poster()


@pytest.fixture(scope="module")
def register() -> Navneregister:
    return Navneregister(POSTER)


@pytest.mark.parametrize("setning", _SETNINGER)
def test_hvert_navn_finnes_som_sitt_eget_tiltak(register: Navneregister, setning: str) -> None:
    feil = []
    for nr, (tiltak, navn) in enumerate(POSTER):
        annet, annet_navn = POSTER[(nr * 7 + 3) % len(POSTER)]
        tekst = setning.format(a=navn[0], b=annet_navn[0])
        venter = {tiltak, annet} if "{b}" in setning else {tiltak}
        funnet = {f.id for f in register.finn(tekst)}
        if not venter <= funnet:
            feil.append((tekst, venter - funnet, funnet))
    assert not feil


def test_katalogen_er_lest() -> None:
    assert len(POSTER) > 200


def test_navn_med_komma_finnes_i_hele_sin_lengde(register: Navneregister) -> None:
    for tiltak, navn in POSTER:
        if "," in navn[0]:
            (f,) = register.finn(f"Hva er {navn[0]}?")
            assert f.id == tiltak
            assert f.tekst.startswith(navn[0].split(" (")[0])


def test_sted_eller_hverdagsord_foran_kolon_og_komma_er_ikke_et_navn() -> None:
    r = Navneregister(
        [
            ("a", ["Fredrikstad: norsk på nett"]),
            ("b", ["Kompetanse, arbeid og norsk"]),
            ("c", ["Krasjkurs: migrasjonshelse"]),
            ("d", ["Sør-Varanger, norsk i båt"]),
            ("e", ["Ferdigheter for livet, del to"]),
        ]
    )
    assert r.finn("hun bor i Fredrikstad og har kompetanse") == []
    assert r.finn("kursene er i Sør-Varanger") == []
    assert [f.id for f in r.finn("fredrikstad: norsk på nett")] == ["a"]
    assert [f.id for f in r.finn("hva er krasjkurs?")] == ["c"]
    assert [f.id for f in r.finn("vi har Kompetanse, arbeid og norsk")] == ["b"]
    assert [f.id for f in r.finn("ferdigheter for livet")] == ["e"]


def test_komma_mellom_andre_ord_skiller_navn(register: Navneregister) -> None:
    assert [f.id for f in register.finn("midlertidig, lønnstilskudd")] == ["midlertidig-lonnstilskudd"]
    assert register.finn("varig, lønnstilskudd")[0].id == "midlertidig-lonnstilskudd"


def test_et_hurtigspor_er_et_vanlig_ord_og_ikke_et_sikkert_treff(register: Navneregister) -> None:
    (f,) = register.finn("finnes det et hurtigspor for ukrainere?")
    assert f.score < 0.7
