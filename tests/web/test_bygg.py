"""The built file: the same every time, small enough, from locked packages, and missing without harm."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from aiohttp import ClientSession

from bot.drift.nettchat import BYGD, finn_node, node_i_pakken
from bot.kanaler.endringer import FIL
from tests.kanaler.falske import verden
from tests.web.conftest import ROTMAPPE

WEB = ROTMAPPE / "bot" / "web"
GRENSE = 60_000


def bygg(til: Path) -> bytes:
    """The component built once more, from a copy of the source in another folder."""
    kopi = til / "bot" / "web"
    shutil.copytree(WEB, kopi, ignore=shutil.ignore_patterns("node_modules", "dist"))
    (til / "bot" / "kanaler").mkdir()
    shutil.copy(FIL, til / "bot" / "kanaler")
    (kopi / "node_modules").symlink_to(WEB / "node_modules")
    npm = finn_node({"PATH": "/usr/local/bin:/usr/bin:/bin"}) or node_i_pakken(ROTMAPPE / ".venv" / "node")
    assert npm is not None
    subprocess.run([*npm, "run", "build"], cwd=kopi, check=True, capture_output=True)
    return (kopi / "dist" / "tiltakslosen-chat.js").read_bytes()


def test_bygges_likt_hver_gang_og_er_liten_nok(tmp_path: Path, meld_tall: Callable[[str], None]) -> None:
    bygd = (ROTMAPPE / BYGD).read_bytes()
    assert bygg(tmp_path) == bygd
    storrelse = len(gzip.compress(bygd, 9, mtime=0))
    meld_tall(
        f"Nettchatten: {storrelse / 1000:.1f} kB gzip av høyst {GRENSE // 1000}, {len(bygd) / 1000:.0f} kB ukomprimert; "
        "bygges likt hver gang"
    )
    assert storrelse <= GRENSE


def test_den_bygde_fila_star_alene() -> None:
    """One classic script: no imports, nothing evaluated, no address but those of namespaces and licences."""
    kode = (ROTMAPPE / BYGD).read_text(encoding="utf-8")
    assert not re.search(r"\bimport\s*[({'\"]|\beval\(|new Function\(", kode)
    adresser = set(re.findall(r"https?://[\w.-]+", kode))
    assert adresser <= {"http://www.w3.org", "https://github.com"}, adresser


def test_pakkene_er_last_uten_registeradresse() -> None:
    laas = json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))
    pakker = {navn: p for navn, p in laas["packages"].items() if navn}
    assert pakker
    assert all(p["integrity"].startswith("sha512-") for p in pakker.values())
    assert not any("resolved" in p for p in pakker.values())
    oppskrift = json.loads((WEB / "package.json").read_text(encoding="utf-8"))
    for slag in ("dependencies", "devDependencies"):
        assert all(re.fullmatch(r"\d+\.\d+\.\d+", v) for v in oppskrift[slag].values())


async def test_fila_sendes_komprimert_og_bare_nar_den_er_ny() -> None:
    async with verden() as v, ClientSession(auto_decompress=False) as nett:
        sti = v.front.make_url("/tiltakslosen-chat.js")
        async with nett.get(sti, headers={"Accept-Encoding": "gzip"}) as svar:
            assert svar.status == 200
            assert svar.content_type == "text/javascript"
            assert svar.headers["Content-Encoding"] == "gzip"
            assert svar.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
            merke = svar.headers["ETag"]
        async with nett.get(sti, headers={"If-None-Match": merke}) as svar:
            assert svar.status == 304


async def test_siden_har_en_ny_nonce_hver_gang_og_lagres_derfor_ikke() -> None:
    async with verden() as v, ClientSession() as nett:
        sett = set()
        for _ in range(2):
            async with nett.get(v.front.make_url("/")) as svar:
                assert (svar.content_type, svar.headers["Cache-Control"]) == ("text/html", "no-store")
                html, csp = await svar.text(), svar.headers["Content-Security-Policy"]
            (nonce,) = re.findall(r"script-src 'nonce-([\w-]{22})';", csp)
            assert html.count("<script ") == html.count(f'<script nonce="{nonce}" ') == 1
            sett.add(nonce)
        assert len(sett) == 2


async def test_uten_den_bygde_fila_vises_en_enkel_side(tmp_path: Path) -> None:
    shutil.copytree(WEB / "side", tmp_path / "side")
    async with verden(web=tmp_path) as v, ClientSession() as nett:
        async with nett.get(v.front.make_url("/")) as svar:
            assert "enkle siden" in await svar.text()
        async with nett.get(v.front.make_url("/tiltakslosen-chat.js")) as svar:
            assert svar.status == 404
