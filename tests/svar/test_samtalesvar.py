"""The short replies: what the assistant does and does not do, what is known, and forgetting."""

from __future__ import annotations

from datetime import date

from bot.profil.lesing import les_profil
from bot.svar.samtalesvar import glemt, hilsen, hjelp, hvilket_tiltak, takk, utenfor, vis_profil
from bot.svar.tjeneste import Tjeneste

DAG = date(2026, 11, 23)


def test_hilsenen_ber_om_a_ikke_skrive_navn(tjeneste: Tjeneste) -> None:
    assert "Ikke skriv navn eller fødselsnummer." in hilsen(tjeneste, {}, DAG, "nb")["text"]
    assert "Ikkje skriv namn eller fødselsnummer." in hilsen(tjeneste, {}, DAG, "nn")["text"]


def test_eksemplene_er_valg_pa_samtalens_malform(tjeneste: Tjeneste) -> None:
    for lag in (hilsen, hjelp, utenfor):
        nb, nn = ([v["text"] for v in lag(tjeneste, {}, DAG, m)["choices"]] for m in ("nb", "nn"))  # type: ignore[arg-type]
        assert nb[0] == "Hvilke Nav-tiltak passer for en deltaker på A2 i måned 4?"
        assert nn[0] == "Kva Nav-tiltak passar for ein deltakar på A2 i månad 4?"
        assert len(nb) == len(nn) == 4


def test_hjelpen_teller_det_som_er_lastet(tjeneste: Tjeneste) -> None:
    tekst = hjelp(tjeneste, {}, DAG, "nb")["text"]
    assert f"{len(tjeneste.tiltak)} tiltak og {len(tjeneste.regler)} regler" in tekst
    assert "Jeg fatter ikke vedtak." in tekst


def test_takk_er_kort(tjeneste: Tjeneste) -> None:
    assert takk(tjeneste, {}, DAG, "nb")["text"] == "Bare hyggelig. Spør gjerne om mer."


def test_utenfor_sier_hva_den_kan(tjeneste: Tjeneste) -> None:
    svar = utenfor(tjeneste, {}, DAG, "nb")
    assert svar["text"].startswith("**Det kan jeg ikke hjelpe med.**")
    assert svar["payload"]["kind"] == "out_of_scope"


def test_profilen_vises_faktum_for_faktum(tjeneste: Tjeneste) -> None:
    profil = les_profil({"norskniva": ["A1", "A2"], "alder": 34, "arbeidssoker": False})
    svar = vis_profil(tjeneste, profil, DAG, "nb")
    linjer = [li for li in svar["text"].splitlines() if li.startswith("- ")]
    assert linjer == ["- norsk A1 eller A2", "- 34 år", "- ikke registrert som arbeidssøker"]
    assert svar["payload"]["profile"] == {"norskniva": ["A1", "A2"], "alder": 34, "arbeidssoker": False}
    assert [v["text"] for v in svar["choices"]] == ["Ny deltaker", "Hvilke tiltak passer?"]


def test_uten_profil_vet_den_ingenting(tjeneste: Tjeneste) -> None:
    svar = vis_profil(tjeneste, {}, DAG, "nb")
    assert svar["text"].startswith("**Jeg vet ingenting om deltakeren ennå.**")
    assert svar["choices"] == []


def test_glemt_har_tom_profil(tjeneste: Tjeneste) -> None:
    svar = glemt(tjeneste, DAG, "nb")
    assert svar["payload"]["profile"] == {}
    assert svar["text"].startswith("**Alt om deltakeren er glemt.**")


def test_hvilket_tiltak_gir_de_fem_naermeste(tjeneste: Tjeneste) -> None:
    ider = sorted(tjeneste.tiltak)[:7]
    navn = [tjeneste.tiltak[i].navn for i in ider[:5]]
    svar = hvilket_tiltak(tjeneste, ider, {}, DAG, "nb")
    assert [v["text"] for v in svar["choices"]] == navn
    assert [li[2:] for li in svar["text"].splitlines() if li.startswith("- ")] == navn
    assert "for eksempel «AFT»" in hvilket_tiltak(tjeneste, [], {}, DAG, "nb")["text"]
