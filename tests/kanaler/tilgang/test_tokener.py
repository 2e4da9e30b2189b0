"""Our own tokens: what is forged, changed, expired, of another kind or signed out is refused."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from typing import Any

import jwt
import pytest

from bot.kanaler.tilgang.tokener import Adgang, Nokkelring, TokenFeil, pseudonym

NOKLER = {"ny": b"n" * 32, "gammel": b"g" * 32}
ANNE = Adgang("a" * 32, "okt-1", 1000)


class Klokke:
    na = 1_000_000.0

    def __call__(self) -> float:
        return self.na


@pytest.fixture
def klokke() -> Klokke:
    return Klokke()


@pytest.fixture
def ring(klokke: Klokke) -> Nokkelring:
    return Nokkelring(NOKLER, klokke)


def test_det_som_ble_skrevet_leses(ring: Nokkelring) -> None:
    adgang = replace(ANNE, samtale="abc", opphav="https://a.no")
    lest = ring.les(ring.utsted("samtale", adgang, 60), "samtale")
    assert lest == replace(adgang, utloper=1_000_060)


def test_utlop(ring: Nokkelring, klokke: Klokke) -> None:
    token = ring.utsted("okt", ANNE, 60)
    klokke.na += 59
    assert ring.les(token, "okt").bruker == ANNE.bruker
    klokke.na += 1
    with pytest.raises(TokenFeil, match="utlopt"):
        ring.les(token, "okt")


@pytest.mark.parametrize("slag", ["okt", "bruker", "samtale"])
def test_ett_slag_er_ikke_et_annet(ring: Nokkelring, slag: Any) -> None:
    adgang = replace(ANNE, samtale="abc") if slag == "samtale" else ANNE
    token = ring.utsted(slag, adgang, 60)
    for annet in {"okt", "bruker", "samtale"} - {slag}:
        with pytest.raises(TokenFeil):
            ring.les(token, annet)  # type: ignore[arg-type]


def test_nokler_byttes_uten_at_noen_logges_ut(klokke: Klokke) -> None:
    gammelt = Nokkelring({"gammel": NOKLER["gammel"]}, klokke).utsted("okt", ANNE, 60)
    ring = Nokkelring(NOKLER, klokke)
    assert ring.les(gammelt, "okt").bruker == ANNE.bruker
    assert jwt.get_unverified_header(ring.utsted("okt", ANNE, 60))["kid"] == "ny"
    with pytest.raises(TokenFeil, match="ukjent_nokkel"):
        Nokkelring({"ny": NOKLER["ny"]}, klokke).les(gammelt, "okt")


def test_etter_utlogging_gjelder_ingen_token_fra_den_innloggingen(ring: Nokkelring) -> None:
    okt, samtale = ring.utsted("okt", ANNE, 60), ring.utsted("samtale", replace(ANNE, samtale="abc"), 60)
    annen = ring.utsted("okt", replace(ANNE, okt="okt-2"), 60)
    ring.avslutt(ANNE, 3600)
    for token in (okt, samtale):
        with pytest.raises(TokenFeil, match="logget_ut"):
            ring.les(token, "okt", "samtale")
    assert ring.les(annen, "okt").okt == "okt-2"


def test_utlogginger_glemmes_nar_ingen_token_kan_gjelde_lenger(ring: Nokkelring, klokke: Klokke) -> None:
    for n in range(5):
        ring.avslutt(replace(ANNE, okt=f"okt-{n}"), 100)
        klokke.na += 60
    assert len(ring._avsluttet) == 2


def _kod(data: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(data).encode()).rstrip(b"=").decode()


def _forfalskede() -> dict[str, str]:
    """Every token here would say that its holder is somebody else."""
    ring = Nokkelring(NOKLER, lambda: 1_000_000.0)
    ekte = ring.utsted("samtale", replace(ANNE, samtale="abc"), 60)
    hode, kropp, signatur = ekte.split(".")
    krav = json.loads(base64.urlsafe_b64decode(kropp + "==="))
    annen = _kod({**krav, "sub": "b" * 32})
    ingen = {"alg": "none", "typ": "JWT"}

    def signert(endret: dict[str, object], nokkel: bytes = NOKLER["ny"], **hoder: object) -> str:
        nye = {n: v for n, v in {**krav, **endret}.items() if v is not None}
        return jwt.encode(nye, nokkel, algorithm=str(hoder.pop("alg", "HS256")), headers={"kid": "ny", **hoder})

    return {
        "endret kropp": f"{hode}.{annen}.{signatur}",
        "endret signatur": f"{hode}.{kropp}.{signatur[:-4]}AAAA",
        "uten signatur": f"{hode}.{kropp}.",
        "alg none": f"{_kod({**ingen, 'kid': 'ny'})}.{annen}.",
        "alg none uten kid": f"{_kod(ingen)}.{annen}.",
        "annen nøkkel": signert({}, b"x" * 32),
        "gammelt navn, ny nøkkel": signert({}, kid="gammel"),
        "ukjent navn": signert({}, kid="finnes-ikke"),
        "navn er tall": f"{_kod({'alg': 'HS256', 'kid': 1})}.{kropp}.{signatur}",
        "HS512": signert({}, NOKLER["ny"] * 2, alg="HS512"),
        "annen utsteder": signert({"iss": "noen andre"}),
        "uten utløp": signert({"exp": None}),
        "uten bruker": signert({"sub": None}),
        "uten økt": signert({"sid": None}),
        "uten samtale": signert({"samtale": None}),
        "samtale er liste": signert({"samtale": ["abc"]}),
        "slag er liste": signert({"aud": ["samtale", "okt"]}),
        "søppel": "a.b.c",
        "tom": "",
        "bare punktum": "..",
        "ikke ascii": "æ.ø.å",
        "dypt hode": f"{base64.urlsafe_b64encode(b'[' * 20000).decode()}.{kropp}.{signatur}",
    }


FORFALSKEDE = _forfalskede()


@pytest.mark.parametrize("navn", FORFALSKEDE)
def test_forfalskede_avvises(ring: Nokkelring, navn: str) -> None:
    with pytest.raises(TokenFeil):
        ring.les(FORFALSKEDE[navn], "samtale")


def test_nokkelen_til_en_samtale_kan_ikke_treffe_en_annens() -> None:
    anne, bo = (pseudonym("https://u", "leietaker", n) for n in ("anne", "bo"))
    nokler = {replace(ANNE, bruker=b, samtale=s).nokkel for b in (anne, bo) for s in ("abc", "abd", f"web-{anne}-abc")}
    assert len(nokler) == 6
    assert pseudonym("https://u", "leietaker", "anne") == anne
    assert len({anne, bo, pseudonym("https://u", "annen", "anne"), pseudonym("https://v", "leietaker", "anne")}) == 4
    assert "anne" not in anne
