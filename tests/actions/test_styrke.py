"""Which search knows: the surer one, moved by whether practice or a rule is asked for."""

from __future__ import annotations

import pytest

from actions.styrke import basen_vet, spor_hva_som_gjelder, spor_om_belop, spor_om_erfaring
from tests.actions.tolk import Rasa


def test_den_sikreste_svarer() -> None:
    assert basen_vet("barnehage", 0.9, 0.1) > 0.9
    assert basen_vet("barnehage", 0.1, 0.99) < 0.1
    assert basen_vet("barnehage", 0.6, 0.6) < basen_vet("barnehage", 0.9, 0.6)
    assert basen_vet("barnehage", 0.6, 0.9) < basen_vet("barnehage", 0.6, 0.6)


def test_helt_sikker_og_helt_usikker_gir_tall() -> None:
    assert 0.0 < basen_vet("", 0.0, 1.0) < basen_vet("", 1.0, 0.0) < 1.0


def test_ordlyden_flytter_vekten() -> None:
    like = (0.8, 0.8)
    erfaring, plikt = "hvor mange går på KVP på landsbasis", "må kommunen gi KVP"
    assert spor_om_erfaring(erfaring)
    assert not spor_om_erfaring(plikt)
    assert spor_hva_som_gjelder(plikt)
    assert basen_vet(erfaring, *like) > 0.8
    assert basen_vet(plikt, *like) < 0.4


@pytest.mark.parametrize(
    "tekst", ["hvor mye er introduksjonsstønaden", "kor mykje får dei i stønad", "hva er satsen i KVP"]
)
def test_belop_er_reglenes(tekst: str, rasa: Rasa) -> None:
    assert spor_om_belop(tekst)
    assert rasa.si(f"{tekst}?", "spor_regel")["payload"]["kind"] in ("rule", "clarification")


@pytest.mark.parametrize("tekst", ["hvor mye av arbeidet gjøres i team", "hvor mange er med", "hva er portvaktrollen"])
def test_annet_enn_belop(tekst: str) -> None:
    assert not spor_om_belop(tekst)


@pytest.mark.parametrize("intent", ["spor_regel", "utenfor", "spor_kunnskap"])
def test_erfaring_gar_til_basen_og_loven_star_etter(rasa: Rasa, intent: str) -> None:
    svar = rasa.si("kan ukrainere få KVP, hva fant Proba?", intent)
    assert svar["payload"]["entries"], svar["text"]
    assert "**Etter loven:**" in svar["text"]


def test_vet_ikke_viser_det_naermeste_av_begge_slag(rasa: Rasa) -> None:
    svar = rasa.si("hva sier rapporten om blåbærprosjektet?", "spor_kunnskap")
    k = rasa.kontekst
    regler = {r.tittel for r in k.tjeneste.regler.values()}
    titler = [v["text"] for v in svar["choices"]]
    assert len(titler) <= 3
    assert set(titler) & regler
    assert set(titler) - regler
