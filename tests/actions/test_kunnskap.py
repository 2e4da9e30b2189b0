"""What the reports found and others have done, through the actions: the right kind, the right facts, history marked."""

from __future__ import annotations

import re

import pytest

from bot.svar.payload import Reply
from tests.actions.tolk import Rasa, Svar

# question, kind, what the text holds, whether history is said
SPORSMAL: list[tuple[str, str, str, bool]] = [
    ("Noen eksempler på bussjåfør?", "example", "Bærum", True),
    ("hvilke kommuner har fagbrev på jobb?", "example", "Lørenskog", True),
    ("svakheter ved modellen i Hamar?", "finding", "Rambøll", True),
    ("lag en tabell over de fire kommunene", "organisation", "| **Organisering** |", True),
    ("hvordan er PAI lagt opp?", "example", "35 timer i uka", True),
    ("hva er stegene i Tromsømodellen?", "organisation", "Kick-off", False),
    ("hvor lang tid tar gruppesamtalene på verkstedet?", "organisation", "10 minutter", False),
    ("hva anbefaler Proba tjenestene?", "finding", "overføringsmøter", False),
    ("hvilke tre former for samarbeid finnes?", "finding", "Tre former", False),
    ("hva hindrer samarbeid med næringslivet?", "finding", "Tretten barrierer", True),
    ("hvor mange gikk ut i arbeid i Tromsø i 2023?", "finding", "2023: 71 prosent", False),
    ("korleis var resultata i dei fire kommunane?", "organisation", "28,6 %", True),
    ("hvor mange eksempler i Akershus?", "example", "IMDis eksempelhåndbok 2018: 7", False),
    ("hvor mange eksempler i Stavanger?", "example", "0 lokale tiltak", False),
    ("hvilke kurs finnes innen helse?", "example", "Helseassistentkurs", False),
    ("hvilke tiltak krever ikke norsknivå?", "finding", "ikke noe fastsatt krav", False),
]


def _sjekk(svar: Svar, kind: str) -> str:
    Reply.model_validate(svar)
    assert svar["payload"]["kind"] == kind, svar["text"][:300]
    return str(svar["text"])


@pytest.mark.parametrize(("sporsmal", "kind", "tekst", "historisk"), SPORSMAL)
def test_svaret_pa_sporsmalet(rasa: Rasa, sporsmal: str, kind: str, tekst: str, historisk: bool) -> None:
    svar = rasa.si(sporsmal, "spor_kunnskap")
    assert tekst in _sjekk(svar, kind)
    assert ("istorisk" in svar["text"]) == historisk or svar["payload"]["table"] is not None or kind == "example"
    if "0 lokale" not in tekst:
        assert svar["payload"]["sources"]
    for oppslag in svar["payload"]["entries"]:
        assert set(oppslag["source_ids"]) <= {k["id"] for k in svar["payload"]["sources"]}


def test_kontaktperson_gir_enhet_og_ingen_navn(rasa: Rasa) -> None:
    tekst = _sjekk(rasa.si("hvem er kontaktperson for kombinasjonsklassene i Østfold?", "spor_regel"), "example")
    assert "Østfold fylkeskommune" in tekst
    assert "2018" in tekst
    assert "nettsidene" in tekst
    assert re.search(r"\d{8}|@", tekst) is None


def test_kontaktperson_uten_sak_spor_hva_det_gjelder(rasa: Rasa) -> None:
    svar = rasa.si("hvem er kontaktperson?", "spor_kunnskap")
    assert svar["payload"]["kind"] in ("clarification", "example")
    assert "navn" in svar["text"]


@pytest.mark.parametrize(
    ("problem", "tekst"),
    [
        ("vi har tiltaksstopp", "høsten 2025"),
        ("Nav sier de ikke kan registrere dem", "Introduksjonsdeltakere kan registrere seg"),
        ("vi finner ikke praksisplasser", "Arbeidstrening"),
        ("informasjonen forsvinner i overgangen", "samtykke"),
    ],
)
@pytest.mark.parametrize("intent", ["spor_rad", "spor_regel", "utenfor"])
def test_fra_problem_til_handling(rasa: Rasa, problem: str, tekst: str, intent: str) -> None:
    svar = rasa.si(problem, intent)
    assert tekst in _sjekk(svar, "finding")
    assert "Dette kan hjelpe" in svar["text"]
    assert svar["payload"]["sources"]


def test_sjekkliste_har_kilde_pa_hvert_punkt(rasa: Rasa) -> None:
    for sporsmal in ("Lag sjekkliste for overføringsmøte", "hva må samtykke inneholde"):
        tekst = _sjekk(rasa.si(sporsmal, "spor_rad"), "finding")
        punkter = [linje for linje in tekst.splitlines() if linje.startswith("- [ ]")]
        assert len(punkter) >= 5
        assert all(linje.endswith(")") for linje in punkter), punkter


def test_begrep_pa_en_linje_med_slektninger(rasa: Rasa) -> None:
    svar = rasa.si("hva betyr FOV?", "spor_begrep")
    tekst = _sjekk(svar, "glossary")
    assert tekst.startswith("**FOV:** Forberedende opplæring for voksne")
    assert "Nært i slekt:" in tekst
    assert svar["choices"]


def test_hva_er_aft_forklarer_fortsatt_tiltaket(rasa: Rasa) -> None:
    assert rasa.si("hva er AFT?", "forklar_tiltak")["payload"]["kind"] == "measure"


def test_det_vi_ikke_vet_sies_med_det_naermeste(rasa: Rasa) -> None:
    svar = rasa.si("hva sier rapporten om blåbærprosjektet?", "spor_kunnskap")
    assert _sjekk(svar, "clarification").startswith("**Det vet jeg ikke.**")
    assert svar["choices"]


def test_nynorsk_far_nynorsk_ramme(rasa: Rasa) -> None:
    tekst = rasa.si("Kva seier rapporten om blåbærprosjektet, eg veit ikkje meir?", "spor_kunnskap")["text"]
    assert tekst.startswith("**Det veit eg ikkje.**")


def test_oppfolging_gjelder_det_forrige(rasa: Rasa) -> None:
    rasa.si("svakheter ved modellen i Hamar?", "spor_kunnskap")
    tekst = rasa.si("og styrkene i Gjøvik?", "utenfor")["text"]
    assert "Gjøvik" in tekst or "Nav" in tekst


def test_valget_gir_oppslaget_det_viser_til(rasa: Rasa) -> None:
    valg = rasa.si("svakheter ved modellen i Hamar?", "spor_kunnskap")["choices"]
    assert valg
    svar = rasa.si(valg[0]["text"], "spor_kunnskap")
    assert valg[0]["text"] in {o["title"] for o in svar["payload"]["entries"]} | {
        svar["payload"]["entries"][0]["title"]
    }


def test_regler_svares_fortsatt_av_reglene(rasa: Rasa) -> None:
    for sporsmal in ("Hvor lenge kan introduksjonsprogrammet vare?", "Hvem betaler for norskopplæringen?"):
        assert rasa.si(sporsmal, "spor_regel")["payload"]["kind"] == "rule"
