"""Conversations keep apart: what is said in one never shows in another, and a deleted one is gone."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from tests.e2e.stabel import Klient, ny_samtale

_VIS = "Hva vet du om deltakeren?"


def test_to_samtaler_om_hverandre(klient: Klient) -> None:
    a, b = ny_samtale(), ny_samtale()
    klient.svar(a, "Hvilke Nav-tiltak passer for en kvinne på 41 på A2 i måned 4?")
    klient.svar(b, "Hvilke tiltak passer for en mann på 19 i KVP?")
    klient.svar(a, "Hun har grunnskole")
    klient.svar(b, "Han har B1")
    profil_a = klient.svar(a, _VIS)["payload"]["profile"]
    profil_b = klient.svar(b, _VIS)["payload"]["profile"]
    assert profil_a == {
        "kjonn": "kvinne",
        "alder": 41,
        "norskniva": "A2",
        "programmaned": 4,
        "utdanning": "grunnskole",
    }
    assert profil_b == {"kjonn": "mann", "alder": 19, "ordning": "kvp", "norskniva": "B1"}


def test_mange_samtaler_samtidig(klient: Klient) -> None:
    """Twelve users at once, two messages each: everyone gets the answer to their own."""

    def en(nr: int) -> tuple[int, dict[str, object]]:
        samtale, alder = ny_samtale(), 20 + nr
        klient.svar(samtale, f"Hvilke Nav-tiltak passer for en på {alder} år?")
        profil: dict[str, object] = klient.svar(samtale, f"måned {nr + 1} i intro")["payload"]["profile"]
        return nr, profil

    with ThreadPoolExecutor(12) as tradene:
        for nr, profil in tradene.map(en, range(12)):
            assert (profil["alder"], profil["programmaned"]) == (20 + nr, nr + 1)


def test_en_samtale_svarer_i_rekkefolge(klient: Klient) -> None:
    """Messages of one conversation sent at once are worked in one at a time: no fact is lost."""
    samtale = ny_samtale()
    klient.svar(samtale, "Hvilke tiltak passer for en i intro?")
    fakta = ("A2", "hun er 33 år", "grunnskole", "måned 9")
    with ThreadPoolExecutor(len(fakta)) as tradene:
        list(tradene.map(lambda f: klient.svar(samtale, f), fakta))
    profil = klient.svar(samtale, _VIS)["payload"]["profile"]
    fasit = {"norskniva": "A2", "alder": 33, "utdanning": "grunnskole", "programmaned": 9}
    assert {navn: profil.get(navn) for navn in fasit} == fasit


def test_sletting_glemmer(klient: Klient) -> None:
    samtale = ny_samtale()
    klient.svar(samtale, "Hvilke Nav-tiltak passer for en på 33 år på A2 i måned 4?")
    assert klient.be("DELETE", f"/api/v1/conversations/{samtale}").status == 204
    assert klient.svar(samtale, _VIS)["payload"]["profile"] == {}
    svar = klient.svar(samtale, "og i måned 8?")
    assert set(svar["payload"]["profile"]) <= {"programmaned"}
    assert "33" not in svar["text"].split("**Kilder**")[0].split("\n\n")[0]


def test_sletting_gjelder_bare_den_ene(klient: Klient) -> None:
    a, b = ny_samtale(), ny_samtale()
    for s in (a, b):
        klient.svar(s, "Deltakeren er 33 år og har A2")
    assert klient.be("DELETE", f"/api/v1/conversations/{a}").status == 204
    assert klient.be("DELETE", f"/api/v1/conversations/{a}").status == 204
    assert klient.svar(b, _VIS)["payload"]["profile"] == {"alder": 33, "norskniva": "A2"}
