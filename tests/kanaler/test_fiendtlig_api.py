"""The hostile inputs at the API: an answer or a plain refusal, never an error of ours, never a command."""

from __future__ import annotations

import unicodedata

import aiohttp
import pytest

from tests.kanaler.falske import verden
from tests.kanaler.fiendtlig import TEKSTER, dyp_json, dypt_objekt


@pytest.mark.parametrize("navn", TEKSTER)
async def test_teksten_gir_svar_eller_avslag_og_blir_aldri_en_kommando(navn: str) -> None:
    async with verden(rasa_tidsgrense=2.0) as v, aiohttp.ClientSession() as nett:
        kropp = {"conversation_id": "f", "text": TEKSTER[navn]}
        async with nett.post(v.front.make_url("/api/v1/messages"), json=kropp) as svar:
            data = await svar.json()
            assert svar.status in (200, 400), data
            assert svar.content_type == "application/json"
            assert "Set-Cookie" not in svar.headers
        assert all(samtale == "f" for samtale, _ in v.rasa.mottatt)
        for _, tekst in v.rasa.mottatt:
            assert not tekst.startswith("/")
            assert not any(unicodedata.category(c) in ("Cc", "Cf") for c in tekst if c not in "\n\t")
        assert v.lager.slettet == []


@pytest.mark.parametrize("navn", TEKSTER)
async def test_som_fritekst_i_tilbakemelding_og_som_samtale_id(navn: str) -> None:
    async with verden() as v, aiohttp.ClientSession() as nett:
        url = v.front.make_url("/api/v1/feedback")
        async with nett.post(
            v.front.make_url("/api/v1/messages"), json={"conversation_id": "f", "text": "hei"}
        ) as svar:
            assert svar.status == 200
        tekst = TEKSTER[navn][:1000]
        async with nett.post(url, json={"conversation_id": "f", "rating": "down", "comment": tekst}) as svar:
            assert svar.status == 204
        ((_, innhold),) = v.lager.tilbakemeldinger
        assert not any(unicodedata.category(c) in ("Cc", "Cf") for c in str(innhold["comment"]) if c not in "\n\t")
        for metode, sti, kropp in (
            ("POST", "/api/v1/messages", {"conversation_id": TEKSTER[navn], "text": "hei"}),
            ("POST", "/api/v1/feedback", {"conversation_id": TEKSTER[navn], "rating": "up"}),
        ):
            async with nett.request(metode, v.front.make_url(sti), json=kropp) as svar:
                assert svar.status == 400
                feil = (await svar.json())["error"]
                assert feil["code"] == "bad_conversation_id"
                assert TEKSTER[navn] not in feil["message"]


@pytest.mark.parametrize("kropp", [dyp_json(20), dyp_json(5000), dypt_objekt(2000), b"[" * 16000, b'{"a":' * 3000])
async def test_dyp_json(kropp: bytes) -> None:
    async with verden() as v, aiohttp.ClientSession() as nett:
        async with nett.post(v.front.make_url("/api/v1/messages"), data=kropp) as svar:
            assert svar.status in (200, 400)
            assert "error" in await svar.json() or svar.status == 200
        async with nett.post(
            v.front.make_url("/api/v1/messages"), json={"conversation_id": "e", "text": "hei"}
        ) as svar:
            assert svar.status == 200, "the front must live on"


@pytest.mark.parametrize("navn", TEKSTER)
async def test_som_profil_filter_og_adresse(navn: str) -> None:
    """The endpoints without a conversation, and the id in a path: refused or answered in our own words."""
    tekst = TEKSTER[navn]
    async with verden() as v, aiohttp.ClientSession() as nett:
        rot = v.front.make_url("/")
        for profil in ({"norskniva": tekst}, {tekst: "A2"}, {"bransje": [tekst]}, {"fodselsdato": tekst}):
            async with nett.post(rot / "api/v1/assess", json={"profile": profil}) as svar:
                assert svar.status in (200, 400)
                assert svar.content_type == "application/json"
        async with nett.post(rot / "api/v1/assess", json={"profile": {}, "as_of": tekst}) as svar:
            assert svar.status == 400
        for filter_ in ({"q": tekst}, {tekst[:50] + "x": "a"}):
            # a header line of ours takes no more than 8 kB, which is aiohttp's own 400
            async with nett.get((rot / "api/v1/measures").with_query(filter_)) as svar:
                assert svar.status in (200, 400)
        for metode, sti in (("DELETE", "conversations"), ("GET", "measures")):
            async with nett.request(metode, rot / "api/v1" / sti / tekst.replace("/", "_")[:200]) as svar:
                # what is a plain word is an id like any other, which nobody has
                assert svar.status in (204, 400, 404)
                assert "Set-Cookie" not in svar.headers
        assert all(slettet.isascii() and slettet.isprintable() for slettet in v.lager.slettet)


@pytest.mark.parametrize("sti", ["/api/v1/assess", "/api/v1/feedback"])
@pytest.mark.parametrize("kropp", [dyp_json(5000), dypt_objekt(2000), b"[" * 16000, b'{"profile":' * 2500])
async def test_dyp_json_de_andre_stedene(sti: str, kropp: bytes) -> None:
    async with verden() as v, aiohttp.ClientSession() as nett, nett.post(v.front.make_url(sti), data=kropp) as svar:
        assert svar.status == 400
        assert set((await svar.json())["error"]) == {"code", "message"}
