"""Which scheme a question is about, and that no other scheme's rule answers it."""

from __future__ import annotations

import pytest

from actions.kontekst import Kontekst
from actions.melding import Melding
from actions.ordning import Ordning, sporsmalets, velg
from actions.regel import svar
from bot.kunnskap.ordning import er_for_annen
from bot.profil.samtale import Opplysning, Samtale
from tests.actions.tolk import I_DAG


def _melding(tekst: str, **felt: object) -> Melding:
    return Melding(tekst, "spor_regel", 0.9, **felt)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("tekst", "hvilke", "navngitt"),
    [
        ("Får hun feriepenger av introstønaden?", {"intro"}, True),
        ("Hva er reglene for kvalifiseringsstønad?", {"kvp"}, True),
        ("Kan introduksjonsdeltakere få fri?", {"intro"}, True),
        ("Er KVP-deltakere forsikret?", {"kvp"}, True),
        ("Kan hun gå fra intro til Jobbsjansen?", {"intro", "jobbsjansen"}, True),
        ("Trekkes tiltakspengene ved sykdom?", {"tiltakspenger"}, True),
        ("Hun er gravid, når får hun permisjon?", {"intro"}, False),
    ],
)
def test_the_words_name_the_scheme(tekst: str, hvilke: set[str], navngitt: bool) -> None:
    assert sporsmalets(Samtale("s"), _melding(tekst), {}) == Ordning(frozenset(hvilke), navngitt)


def test_else_the_participants_scheme_or_the_measure_before() -> None:
    tekst = "Hvor mye ferie får deltakeren?"
    assert sporsmalets(Samtale("s"), _melding(tekst), {"ordning": ("kvp",)}) == Ordning(frozenset({"kvp"}), False)
    etter = Samtale("s", tema="forklaring", tiltak=["jobbsjansen"])
    assert sporsmalets(etter, _melding(tekst), {}).hvilke == {"jobbsjansen"}
    i_meldingen = _melding(tekst, opplysninger=(Opplysning("ordning", ("kvp",)),))
    assert sporsmalets(Samtale("s"), i_meldingen, {}) == Ordning(frozenset({"kvp"}), True)


def test_a_follow_up_keeps_the_scheme_of_the_rule_before() -> None:
    samtale = Samtale("s", tema="regel", regel="R-185", sporsmal="Hvor mye ferie er det i KVP?")
    assert sporsmalets(samtale, _melding("og når barnet er sykt?"), {}).hvilke == {"kvp"}


@pytest.mark.parametrize(
    ("ordning", "tekst"),
    [
        ("intro", "Hvor mye ferie får man i introduksjonsprogrammet?"),
        ("kvp", "Hvor mye ferie får man i KVP?"),
        ("intro", "Får introdeltakere trekk når de er borte uten grunn?"),
        ("kvp", "Får KVP-deltakere trekk når de er borte uten grunn?"),
        ("intro", "egenmelding i intro"),
        ("kvp", "egenmelding i kvalifiseringsprogrammet"),
    ],
)
def test_a_named_scheme_is_never_answered_by_anothers_rule(kontekst: Kontekst, ordning: str, tekst: str) -> None:
    samtale = Samtale("s")
    (ut,) = svar(kontekst, samtale, _melding(tekst), I_DAG)
    assert ordning in kontekst.tjeneste.regler[samtale.regel or ""].gjelder, ut["text"]
    valgt = velg(kontekst.regelsok, tekst, kontekst.regelsok.finn(tekst, antall=8), Ordning(frozenset({ordning}), True))
    assert not any(er_for_annen(t.regel, frozenset({ordning})) for t in valgt.treff)


@pytest.mark.parametrize(
    ("fakta", "forst", "ogsa"), [({}, "intro", "I KVP"), ({"ordning": ("kvp",)}, "kvp", "I intro")]
)
def test_unnamed_the_other_schemes_rule_is_told_in_a_line(
    kontekst: Kontekst, fakta: dict[str, tuple[str, ...]], forst: str, ogsa: str
) -> None:
    samtale = Samtale("s", profil=dict(fakta))
    (ut,) = svar(kontekst, samtale, _melding("Barnet er sykt, får deltakeren fri med stønad?"), I_DAG)
    assert forst in kontekst.tjeneste.regler[samtale.regel or ""].gjelder
    assert f"**{ogsa}" in ut["text"]


@pytest.mark.parametrize("tekst", ["Er det barnetillegg i introduksjonsstønaden?", "Har introdeltakere barnetillegg?"])
def test_where_the_scheme_has_no_rule_that_is_said(kontekst: Kontekst, tekst: str) -> None:
    (ut,) = svar(kontekst, Samtale("s"), _melding(tekst), I_DAG)
    assert ut["text"].startswith("**Jeg finner ingen regel om «barnetillegg» for introduksjonsprogrammet.**")
    assert "**I KVP:**" in ut["text"]
