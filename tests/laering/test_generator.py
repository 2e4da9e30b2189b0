"""Properties every generated question must have, whatever the data are; checked on all there are."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest

from bot.laering.bank import Bank, lag_bank
from bot.laering.generator import lag_oppgaver
from bot.laering.generator.lengde import dager, mulige_lengder
from bot.laering.generator.mengde import Mengde, tallene_i
from bot.laering.generator.regeltall import mengder
from bot.laering.laerer import Laerer
from bot.laering.oppgave import NIVAER, Grunnlag, Oppgave
from bot.profil.lesing import les_profil
from bot.regler.norskrett import norskrett
from bot.regler.program import arbeidsretting, programtid
from bot.regler.utledning import utled
from bot.regler.vilkar import Utfall
from bot.svar.quizsvar import kildepunkter
from bot.svar.tjeneste import Tjeneste
from bot.svar.utfylling import fyll

I_DAG = date(2026, 11, 23)


@pytest.fixture(scope="module")
def oppgaver(bank: Bank) -> list[Oppgave]:
    return [o for o in bank.oppgaver.values() if o.slag != "skrevet"]


def _av(oppgaver: list[Oppgave], slag: str) -> list[Oppgave]:
    ut = [o for o in oppgaver if o.slag == slag]
    assert ut, f"no question of kind {slag}"
    return ut


def _mengde(tekst: str) -> tuple[float, str]:
    _, tall, enhet = tekst.strip("{}").split(":")
    return float(tall), enhet


def test_there_are_many_of_every_kind_and_every_level(bank: Bank) -> None:
    antall = Counter(o.slag for o in bank.oppgaver.values())
    assert len(bank.oppgaver) >= 500
    for slag in ("varighet", "eier", "betaler", "alder", "norsk", "tall", "hjemmel", "sak", "hva", "skrevet"):
        assert antall[slag] >= 15, (slag, antall)
    assert set(Counter(o.niva for o in bank.oppgaver.values())) == set(NIVAER)


def test_ids_are_unique_and_the_same_on_every_run(grunnlag: Grunnlag) -> None:
    en, to = (lag_oppgaver(grunnlag, I_DAG) for _ in range(2))
    assert [o.id for o in en] == [o.id for o in to]
    assert [o.alternativer for o in en] == [o.alternativer for o in to]
    assert len({o.id for o in en}) == len(en)


def test_alternatives_differ_in_both_languages(bank: Bank) -> None:
    for o in bank.oppgaver.values():
        assert 2 <= len(o.alternativer) <= 4, o.id
        for malform in ("nb", "nn"):
            vist = [fyll(a.tekst, bank.oppslag, malform).casefold() for a in o.alternativer]  # type: ignore[arg-type]
            assert len(set(vist)) == len(vist), (o.id, vist)


def test_every_question_has_a_source_and_an_explanation(bank: Bank, tjeneste: Tjeneste) -> None:
    for o in bank.oppgaver.values():
        assert kildepunkter(tjeneste, o), o.id
        assert len(o.forklaring.nb.split()) >= 2, o.id


def test_the_question_does_not_tell_the_answer(bank: Bank) -> None:
    """A gap stays a gap: the number is not left elsewhere in the sentence or title."""
    for o in bank.oppgaver.values():
        if o.slag != "tall":
            continue
        for sporsmal, riktig in zip(o.sporsmal, o.riktig.tekst, strict=True):
            tall, enhet = _mengde(riktig)
            assert "[?]" in sporsmal, o.id
            assert not Mengde(tall, enhet).monster().search(sporsmal), (o.id, sporsmal)


def test_no_wrong_length_is_one_the_measure_can_have(oppgaver: list[Oppgave], grunnlag: Grunnlag) -> None:
    enhet = {"måneder": "maneder", "uker": "uker", "år": "ar"}
    for o in _av(oppgaver, "varighet"):
        (tiltak,) = o.tiltak
        lovlige = mulige_lengder(grunnlag.tiltak[tiltak])
        rett, rett_enhet = _mengde(o.riktig.tekst.nb)
        assert any(abs(dager(rett, enhet[rett_enhet]) - d) < 1 for d in lovlige), o.id
        for galt in o.gale:
            tall, e = _mengde(galt.tekst.nb)
            avstand = min(max(dager(tall, enhet[e]), d) / min(dager(tall, enhet[e]), d) for d in lovlige)
            assert avstand > 1.1, (o.id, galt.tekst.nb)
            assert not Mengde(tall, e).monster().search(grunnlag.tiltak[tiltak].varighet.tekst), o.id


def test_no_wrong_number_is_named_by_the_rule(oppgaver: list[Oppgave], grunnlag: Grunnlag) -> None:
    for o in _av(oppgaver, "tall"):
        regel = grunnlag.regler[o.regler[0]]
        egne = {m.tall for t in regel.tall for m in mengder(t)} | tallene_i(regel.svar)
        rett, _ = _mengde(o.riktig.tekst.nb)
        assert rett in egne, o.id
        for galt in o.gale:
            assert _mengde(galt.tekst.nb)[0] not in egne, (o.id, galt.tekst.nb)


def test_no_wrong_party_is_named_by_the_catalogue(oppgaver: list[Oppgave], grunnlag: Grunnlag) -> None:
    stamme = {
        "Nav": r"\bnav",
        "Kommunen": r"(?<!fylkes)kommun",
        "Fylkeskommunen": r"fylkeskommun",
        "Arbeidsgiveren": r"arbeidsgiv",
        "Staten": r"\bstat",
        "Deltakeren selv": r"deltaker",
    }
    for slag, felt in (("eier", "eier"), ("betaler", "betaler")):
        for o in _av(oppgaver, slag):
            tekst = getattr(grunnlag.tiltak[o.tiltak[0]], felt).tekst
            for galt in o.gale:
                assert not re.search(stamme[galt.tekst.nb], tekst, re.I), (o.id, galt.tekst.nb, tekst)


def test_no_wrong_law_is_cited_by_the_rule(oppgaver: list[Oppgave], grunnlag: Grunnlag) -> None:
    for o in _av(oppgaver, "hjemmel"):
        if not o.regler:
            continue
        regel = grunnlag.regler[o.regler[0]]
        sitert = " ".join([*regel.hjemler, *(k.id for k in regel.kilder)]).lower()
        assert o.riktig.tekst.nb.lower() in sitert, o.id
        for galt in o.gale:
            assert galt.tekst.nb.lower() not in sitert, (o.id, galt.tekst.nb)


def test_a_case_has_exactly_one_right_measure_by_the_rules(oppgaver: list[Oppgave], grunnlag: Grunnlag) -> None:
    navn = {t.navn: t.id for t in grunnlag.tiltak.values()}
    sett = 0
    for o in _av(oppgaver, "sak"):
        if not o.id.startswith("sak:"):
            continue
        sett += 1
        assert o.profil is not None
        vurdert = grunnlag.regelsett.vurder(o.profil, I_DAG, [navn[a.tekst.nb] for a in o.alternativer])
        ute = [v.verdikt == "unsuitable" for v in vurdert]
        omvendt = "utelukket" in o.sporsmal.nb
        assert ute == [omvendt] + [not omvendt] * len(o.gale), o.id
        apne = [v for v, er_ute in zip(vurdert, ute, strict=True) if not er_ute]
        assert not any(v.med(Utfall.IKKE_OPPFYLT, "krav", "vanlig") for v in apne), o.id
    assert sett >= 30


def test_computed_cases_are_what_the_rules_compute(oppgaver: list[Oppgave]) -> None:
    sett: Counter[str] = Counter()
    for o in _av(oppgaver, "sak"):
        slag = o.id.split(":")[0]
        if slag == "sak" or o.profil is None:
            continue
        fakta = utled(o.profil, I_DAG)
        sett[slag] += 1
        if slag == "programtid":
            (tid,) = programtid(fakta).mulige
            assert _mengde(o.riktig.tekst.nb) == (tid.maks_mnd, "måneder")
            assert tid.maks_mnd + tid.forlengelse_mnd not in [_mengde(g.tekst.nb)[0] for g in o.gale]
        elif slag == "norskrett":
            assert norskrett(fakta.verdier, I_DAG).mulige_mnd == (_mengde(o.riktig.tekst.nb)[0],)
        else:
            krav = arbeidsretting(fakta)
            ventet = {"gjelder": "Ja, nå", "ikke_enna": f"Nei, først fra måned {krav.fra_maned}"}
            assert o.riktig.tekst.nb == ventet.get(krav.status, "Nei, kravet gjelder ikke dette sluttmålet")
    assert min(sett[s] for s in ("programtid", "norskrett", "timekrav")) >= 3


def test_two_measures_in_one_what_is_this_question_are_not_alike(oppgaver: list[Oppgave], grunnlag: Grunnlag) -> None:
    navn = {t.navn: t for t in grunnlag.tiltak.values()}
    for o in _av(oppgaver, "hva"):
        assert o.riktig.tekst.nb.casefold() not in o.sporsmal.nb.casefold(), o.id
        ord_ = [set(re.findall(r"[a-zæøå]{5,}", navn[x.tekst.nb].sammendrag.lower())) for x in o.alternativer]
        for andre in ord_[1:]:
            assert len(ord_[0] & andre) / len(ord_[0] | andre) < 0.35, o.id


def test_wrong_answers_say_what_they_are(oppgaver: list[Oppgave]) -> None:
    """A wrong number is the right one of something else, and the explanation names it."""
    for slag in ("varighet", "tall"):
        for o in _av(oppgaver, slag):
            assert all(g.hvorfor is not None and len(g.hvorfor.nb) > 15 for g in o.gale), o.id


def test_every_lesson_has_questions_beyond_its_own(bank: Bank) -> None:
    for leksjon in bank.leksjoner:
        assert len(bank.om_tema(leksjon.id)) >= 10, leksjon.id


def test_questions_follow_the_day(laerer: Laerer) -> None:
    """A gap in a rule is asked from the day the rule is in force."""

    def om_timekravet(dag: date) -> list[str]:
        return [i for i in lag_bank(laerer.grunnlag, laerer.kilder, dag).oppgaver if i.startswith("tall:R-082")]

    assert om_timekravet(date(2026, 1, 1))
    assert om_timekravet(date(2025, 12, 31)) == []


def test_questions_change_when_the_catalogue_does(grunnlag: Grunnlag) -> None:
    gammel = grunnlag.tiltak["arbeidstrening"]
    grense = gammel.varighet.grenser[0].model_copy(update={"maks": 9})
    varighet = gammel.varighet.model_copy(update={"grenser": (grense, *gammel.varighet.grenser[1:])})
    ny = gammel.model_copy(update={"varighet": varighet})
    endret = Grunnlag(
        {**grunnlag.tiltak, "arbeidstrening": ny}, grunnlag.regler, grunnlag.regelsett, grunnlag.opplysninger
    )
    svar = {o.id: o.riktig.tekst.nb for o in lag_oppgaver(endret, I_DAG)}
    assert svar["varighet:arbeidstrening"] == "{m:9:måneder}"
    assert {o.id: o.riktig.tekst.nb for o in lag_oppgaver(grunnlag, I_DAG)}[
        "varighet:arbeidstrening"
    ] == "{m:12:måneder}"


def test_cases_read_as_a_participant(bank: Bank) -> None:
    for o in bank.oppgaver.values():
        if o.profil is not None:
            assert les_profil({k: list(v) for k, v in o.profil.items() if k not in ("ordninger",)}), o.id
