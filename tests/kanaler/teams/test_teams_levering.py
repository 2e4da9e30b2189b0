"""Deliveries from Teams through the whole front: who is let in, what is answered, and what is sent back."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator

import pytest

from tests.kanaler.falske import Verden, verden
from tests.kanaler.teams.skyen import (
    APP_ID,
    OPPSETT,
    Konnektor,
    aktivitet,
    koble_fra_nettet,
    konnektor,
    lever,
    token,
)
from tests.personvern.numre import ett

ANBEFALING: dict[str, object] = {
    "text": "**Nav-tiltak: 12 kan passe.**",
    "choices": [{"title": "Grunnskole", "text": "grunnskole"}],
    "payload": {
        "kind": "recommendation",
        "as_of": "2026-11-23",
        "language": "nb",
        "profile": {"norskniva": "A2", "programmaned": 4},
        "measures": [
            {"id": f"tiltak-{n}", "name": f"Tiltak {n}", "owner": "Nav", "verdict": "conditional"} for n in range(12)
        ],
    },
}


@pytest.fixture
async def sky(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[Konnektor, str]]:
    koble_fra_nettet(monkeypatch)
    async with konnektor() as par:
        yield par


@pytest.fixture
async def v(sky: tuple[Konnektor, str]) -> AsyncIterator[Verden]:
    async with verden(teams=OPPSETT) as v:
        yield v


async def _si(v: Verden, url: str, tekst: str | None, **mer: object) -> int:
    return (await lever(v.front, aktivitet(url, tekst, **mer), token(url)))[0]


async def test_a_question_is_answered_with_a_card(v: Verden, sky: tuple[Konnektor, str]) -> None:
    mottaker, url = sky
    assert await _si(v, url, "Hva er mentortilskudd?") == 202
    [kortet] = mottaker.kort()
    assert kortet["version"] == "1.5"
    assert "Du spurte: Hva er mentortilskudd?" in kortet["body"][0]["text"]
    [(metode, sti, kropp)] = mottaker.kall
    assert (metode, sti) == ("POST", "/v3/conversations/samtale-1/activities/aktivitet-1")
    assert kropp["summary"] == "Du spurte: Hva er mentortilskudd?"


async def test_expected_replies_come_in_the_response(v: Verden, sky: tuple[Konnektor, str]) -> None:
    mottaker, url = sky
    status, svar = await lever(v.front, aktivitet(url, "hei", deliveryMode="expectReplies"), token(url))
    assert status == 200
    assert "Du spurte: hei" in svar["activities"][0]["attachments"][0]["content"]["body"][0]["text"]
    assert mottaker.kall == []


UGYLDIGE = {
    "annen mottaker": {"aud": "0a1b2c3d-0000-4000-8000-00000000cccc"},
    "annen utsteder": {"iss": "https://onde.example"},
    "utsteder fra en annen leietaker": {"iss": "https://sts.windows.net/0a1b2c3d-0000-4000-8000-00000000dddd/"},
    "utløpt": {"exp": int(time.time()) - 900},
    "ikke gyldig ennå": {"nbf": int(time.time()) + 900},
    "uten mottaker": {"aud": None},
    "ukjent nøkkel-id": {"kid": "annen"},
    "annen nøkkel": {"fremmed": True},
}


@pytest.mark.parametrize("endret", UGYLDIGE.values(), ids=UGYLDIGE)
async def test_a_token_that_is_not_right_is_refused(
    v: Verden, sky: tuple[Konnektor, str], endret: dict[str, object]
) -> None:
    mottaker, url = sky
    status, svar = await lever(v.front, aktivitet(url, "hei"), token(url, **endret))  # type: ignore[arg-type]
    assert (status, svar["error"]["code"]) == (401, "unauthorized")
    assert (mottaker.kall, v.rasa.mottatt) == ([], [])


@pytest.mark.parametrize("merke", [None, "", "søppel", "a.b.c", "eyJhbGciOiJub25lIn0.e30."])
async def test_no_token_or_garbage_is_refused(v: Verden, sky: tuple[Konnektor, str], merke: str | None) -> None:
    status, svar = await lever(v.front, aktivitet(sky[1], "hei"), merke and merke.encode().decode("latin-1"))
    assert status == 401
    assert "Traceback" not in str(svar)


async def test_another_tenant_is_refused(v: Verden, sky: tuple[Konnektor, str]) -> None:
    mottaker, url = sky
    annen = {"id": "samtale-1", "tenantId": "0a1b2c3d-0000-4000-8000-00000000eeee"}
    assert await _si(v, url, "hei", conversation=annen) == 403
    assert mottaker.kall == []


@pytest.mark.parametrize(
    "kropp", [[], "hei", None, {}, {"type": "message"}, {"type": "message", "conversation": {"id": 3}}]
)
async def test_what_is_no_activity_is_refused(v: Verden, sky: tuple[Konnektor, str], kropp: object) -> None:
    status, svar = await lever(v.front, kropp, token(sky[1]))
    assert (status, svar["error"]["code"]) == (400, "bad_activity")


async def test_answers_go_only_to_microsoft(monkeypatch: pytest.MonkeyPatch) -> None:
    koble_fra_nettet(monkeypatch, apen=False)
    async with konnektor() as (mottaker, url), verden(teams=OPPSETT) as v:
        for adresse in (url, "https://onde.example/", "https://smba.trafficmanager.net.onde.example/"):
            assert await _si(v, adresse, "hei") == 401
        assert (mottaker.kall, v.rasa.mottatt) == ([], [])


async def test_the_service_url_must_be_the_tokens(monkeypatch: pytest.MonkeyPatch) -> None:
    koble_fra_nettet(monkeypatch, apen=False)
    async with verden(teams=OPPSETT) as v:
        kropp = aktivitet("https://smba.trafficmanager.net/emea/", "hei")
        assert (await lever(v.front, kropp, token("https://europe.botframework.com/")))[0] == 401
        assert v.rasa.mottatt == []


async def test_a_delivery_that_comes_twice_is_answered_once(v: Verden, sky: tuple[Konnektor, str]) -> None:
    mottaker, url = sky
    await asyncio.gather(*(_si(v, url, "hei") for _ in range(3)))
    assert len(mottaker.kort()) == 1
    await _si(v, url, "hei", id="aktivitet-2")
    assert len(mottaker.kort()) == 2


async def test_group_private_and_users_never_mix(v: Verden, sky: tuple[Konnektor, str]) -> None:
    _, url = sky
    samtaler = [
        aktivitet(url, "hei"),
        aktivitet(url, "hei", **{"from": {"id": "29:to", "aadObjectId": "bruker-2"}}),
        aktivitet(
            url, "hei", conversation={"id": "19:gruppe", "conversationType": "groupChat", "tenantId": OPPSETT.leietaker}
        ),
        aktivitet(
            url,
            "hei",
            conversation={"id": "19:kanal;messageid=1", "conversationType": "channel", "tenantId": OPPSETT.leietaker},
        ),
        aktivitet(
            url,
            "hei",
            conversation={"id": "19:kanal;messageid=2", "conversationType": "channel", "tenantId": OPPSETT.leietaker},
        ),
    ]
    for nr, kropp in enumerate(samtaler):
        await lever(v.front, {**kropp, "id": f"aktivitet-{nr}"}, token(url))
    nokler = [samtale for samtale, _ in v.rasa.mottatt]
    assert len(set(nokler)) == len(samtaler)
    assert not any("bruker" in n or "gruppe" in n for n in nokler)


async def test_the_mention_is_taken_out(v: Verden, sky: tuple[Konnektor, str]) -> None:
    gruppe = {"id": "19:gruppe", "conversationType": "groupChat", "tenantId": OPPSETT.leietaker}
    await _si(v, sky[1], "<at>Tiltakslosen</at>&nbsp;Hva er <b>AFT</b>?\n", conversation=gruppe)
    assert [tekst for _, tekst in v.rasa.mottatt] == ["Hva er AFT?"]


async def test_shortcuts_only_in_a_private_chat(v: Verden, sky: tuple[Konnektor, str]) -> None:
    mottaker, url = sky
    await _si(v, url, "hei")
    gruppe = {"id": "19:gruppe", "conversationType": "groupChat", "tenantId": OPPSETT.leietaker}
    await _si(v, url, "hei", conversation=gruppe)
    privat, felles = mottaker.sendt()
    assert [a["value"] for a in privat["suggestedActions"]["actions"]] == [
        "Ny deltaker",
        "Hva vet du om deltakeren?",
        "Hjelp",
    ]
    assert "suggestedActions" not in felles


async def test_a_mention_alone_gets_the_welcome(v: Verden, sky: tuple[Konnektor, str]) -> None:
    await _si(v, sky[1], "<at>Tiltakslosen</at>")
    assert "Jeg er Tiltakslosen" in str(sky[0].kort()[0])
    assert v.rasa.mottatt == []


async def test_welcome_when_added_in_the_users_language(v: Verden, sky: tuple[Konnektor, str]) -> None:
    mottaker, url = sky
    lagt_til = {"type": "conversationUpdate", "membersAdded": [{"id": "28:bot"}, {"id": "29:en"}]}
    await _si(v, url, None, **lagt_til, locale="nn-NO")
    await _si(v, url, None, type="conversationUpdate", membersAdded=[{"id": "29:to"}], id="aktivitet-2")
    [kortet] = mottaker.kort()
    assert "Eg er Tiltakslosen" in str(kortet)
    assert [a["data"]["msteams"]["type"] for a in kortet["actions"]] == ["imBack"] * 3


async def test_a_message_that_is_too_long_gets_a_text(v: Verden, sky: tuple[Konnektor, str]) -> None:
    assert await _si(v, sky[1], "å" * 20_000) == 202
    assert sky[0].tekster() == ["Meldingen er for lang. Skriv høyst 2 000 tegn."]


async def test_rasa_away_is_told_in_our_own_words(v: Verden, sky: tuple[Konnektor, str]) -> None:
    v.rasa.oppforsel = "feil"
    assert await _si(v, sky[1], "hei") == 202
    [tekst] = sky[0].tekster()
    assert "hemmelig" not in tekst
    assert "Prøv igjen" in tekst


async def test_the_connector_failing_leaks_nothing(
    v: Verden, sky: tuple[Konnektor, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    v.lager.faste["hei"] = [{"text": "x", "payload": {"kind": "noe som ikke finnes"}}]
    await _si(v, sky[1], "hei")
    assert sky[0].tekster() == [
        "Noe gikk galt hos meg, og du fikk ikke svar. Prøv igjen om litt. Det du har fortalt, er ikke borte."
    ]


async def test_typing_is_shown_when_it_takes_a_moment(v: Verden, sky: tuple[Konnektor, str]) -> None:
    v.rasa.forsinkelse = 0.2
    await _si(v, sky[1], "hei")
    assert [kropp["type"] for _, _, kropp in sky[0].kall] == ["typing", "message"]


async def test_a_late_answer_comes_afterwards(sky: tuple[Konnektor, str]) -> None:
    mottaker, url = sky
    async with verden(teams=OPPSETT, rasa_tidsgrense=5) as v:
        v.rasa.forsinkelse = 1.0
        start = time.monotonic()
        assert await _si(v, url, "hei") == 202
        assert time.monotonic() - start < 0.9
        assert mottaker.tekster() == ["Dette tar litt tid. Svaret kommer her så snart det er klart."]
        for _ in range(40):
            await asyncio.sleep(0.05)
            if mottaker.kort():
                break
        assert "Du spurte: hei" in str(mottaker.kort()[0])


async def test_the_rest_of_the_measures_when_asked_for(v: Verden, sky: tuple[Konnektor, str]) -> None:
    mottaker, url = sky
    v.lager.faste["hva passer"] = [ANBEFALING]
    await _si(v, url, "hva passer")
    [knapp] = [a for a in mottaker.kort()[0]["actions"] if a.get("data", {}).get("tiltakslosen") == "flere"]
    await _si(v, url, None, id="aktivitet-2", value=knapp["data"])
    forst, resten = (str(k) for k in mottaker.kort())
    for n in range(12):
        assert (f"**Tiltak {n}**" in forst) != (f"**Tiltak {n}**" in resten)


async def test_more_measures_of_an_answer_nobody_remembers(v: Verden, sky: tuple[Konnektor, str]) -> None:
    await _si(v, sky[1], None, value={"tiltakslosen": "flere", "fra": 8})
    assert "Still spørsmålet på nytt" in sky[0].tekster()[0]


ENDRE = {
    "tiltakslosen": "endre",
    "for_norskniva": "A2",
    "faktum_norskniva": "A1",
    "for_programmaned": "4",
    "faktum_programmaned": "4",
}


async def test_a_changed_fact_puts_the_new_card_in_the_place_of_the_old(v: Verden, sky: tuple[Konnektor, str]) -> None:
    mottaker, url = sky
    await _si(v, url, None, value=ENDRE, replyToId="kort-7")
    assert [t for _, t in v.rasa.mottatt] == ["Nei, A1"]
    [(metode, sti, _)] = mottaker.kall
    assert (metode, sti) == ("PUT", "/v3/conversations/samtale-1/activities/kort-7")


REDIGERT = {"type": "messageUpdate", "channelData": {"eventType": "editMessage"}}


async def test_an_edited_question_takes_the_place_of_the_old(v: Verden, sky: tuple[Konnektor, str]) -> None:
    _, url = sky
    await _si(v, url, "hun er på A2")
    await _si(v, url, None, value=ENDRE, replyToId="kort-7", id="aktivitet-2")
    for tekst in ("hun er på B1", "hun er på B1", "hun er på B2"):
        await _si(v, url, tekst, **REDIGERT)
    assert [t for _, t in v.rasa.mottatt] == ["hun er på A2", "Nei, A1", "hun er på B1", "hun er på B2"]
    assert [(hva, antall) for hva, _, antall in v.lager.endringer] == [("angre", 2), ("angre", 1)]


async def test_an_older_edited_message_is_a_new_one(v: Verden, sky: tuple[Konnektor, str]) -> None:
    _, url = sky
    await _si(v, url, "en")
    await _si(v, url, "to", id="aktivitet-2")
    await _si(v, url, "en, endret", **REDIGERT)
    await _si(v, url, "slettet og hentet fram", type="messageUpdate", channelData={"eventType": "undeleteMessage"})
    assert [t for _, t in v.rasa.mottatt] == ["en", "to", "en, endret"]
    assert v.lager.endringer == []


async def test_an_edited_message_that_got_no_answer_replaces_nothing(v: Verden, sky: tuple[Konnektor, str]) -> None:
    _, url = sky
    v.rasa.oppforsel = "feil"
    await _si(v, url, "en")
    v.rasa.oppforsel = "svar"
    await _si(v, url, "to", **REDIGERT)
    assert v.lager.endringer == []


async def test_a_card_that_cannot_be_replaced_is_sent_anew(v: Verden, sky: tuple[Konnektor, str]) -> None:
    mottaker, url = sky
    mottaker.nekter_bytte = True
    await _si(v, url, None, value=ENDRE, replyToId="kort-7")
    assert [metode for metode, _, _ in mottaker.kall] == ["PUT", "POST"]
    assert "hemmelig" not in str([k for _, _, k in mottaker.kall])


async def test_a_form_without_changes(v: Verden, sky: tuple[Konnektor, str]) -> None:
    await _si(v, sky[1], None, value={**ENDRE, "faktum_norskniva": "A2"}, replyToId="kort-7")
    assert "Ingenting var endret" in sky[0].tekster()[0]


async def test_what_an_answer_was_worth_is_stored_without_personal_data(v: Verden, sky: tuple[Konnektor, str]) -> None:
    mottaker, url = sky
    v.lager.faste["hva passer"] = [ANBEFALING]
    await _si(v, url, "hva passer")
    [form] = [a for a in mottaker.kort()[0]["actions"] if a["title"] == "Var svaret nyttig?"]
    data = form["card"]["actions"][1]["data"]
    svar = {**data, "grunner": "wrong,source", "kommentar": f"Gjelder {ett()}, helt feil"}
    await _si(v, url, None, id="aktivitet-2", value=svar)
    [(samtale, innhold)] = v.lager.tilbakemeldinger
    assert (samtale, innhold["rating"], innhold["reasons"]) == (v.rasa.mottatt[0][0], "down", ["source", "wrong"])
    assert innhold["comment"] == "Gjelder [fødselsnummer], helt feil"
    assert mottaker.tekster() == ["Takk. Det hjelper oss å bli bedre."]


async def test_a_rating_that_is_not_ours_is_an_error_in_our_words(v: Verden, sky: tuple[Konnektor, str]) -> None:
    await _si(v, sky[1], None, value={"tiltakslosen": "tilbakemelding", "nytte": "kanskje"})
    assert v.lager.tilbakemeldinger == []
    assert sky[0].tekster()[0].startswith("Noe gikk galt hos meg")


async def test_without_set_up_there_is_no_endpoint() -> None:
    async with verden() as v:
        status, svar = await lever(v.front, aktivitet("https://smba.trafficmanager.net/", "hei"), "x")
        assert (status, svar["error"]["code"]) == (404, "not_found")


def test_the_secret_is_not_shown() -> None:
    assert OPPSETT.hemmelighet not in repr(OPPSETT)
    assert APP_ID in repr(OPPSETT)
