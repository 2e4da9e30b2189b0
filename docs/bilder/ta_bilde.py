"""Takes the picture in README: the web chat with the answer to the opening question.

`make run` in one window; `.venv/app/bin/python docs/bilder/ta_bilde.py http://localhost:8080` in another.
Needs the development environment (`make miljo-dev`) and Chromium (`--chromium` points to another one).
"""

from __future__ import annotations

import argparse
import struct
import sys
import zlib
from collections import Counter
from pathlib import Path

from playwright.sync_api import Error, Page, sync_playwright

SPORSMAL = "Hvilke Nav-tiltak passer for en deltaker på A2 i måned 4?"
BILDE = Path(__file__).with_name("nettside.png")
BREDDE, HOYDE = 1200, 1400
_SIGNATUR = b"\x89PNG\r\n\x1a\n"
_KANALER = {2: 3, 6: 4}


def spor(side: Page, adresse: str) -> None:
    """Ask the question as a user does, and stop at the top of the page."""
    side.goto(adresse)
    side.fill("#tekst", SPORSMAL)
    side.press("#tekst", "Enter")
    side.wait_for_selector(".samtale .kort", timeout=30_000)
    side.wait_for_load_state("networkidle")
    side.evaluate("document.activeElement?.blur()")
    side.locator(".rull").evaluate("e => e.scrollTo({top: 0, behavior: 'instant'})")
    side.wait_for_timeout(500)


def _rader(png: bytes) -> tuple[int, int, list[list[bytes]]]:
    """Width, height and the pixels (three bytes each, row by row) of an 8-bit RGB or RGBA PNG."""
    if png[:8] != _SIGNATUR:
        raise ValueError("not a PNG")
    sted, data = 8, b""
    bredde = hoyde = kanaler = 0
    while sted < len(png):
        lengde, slag = struct.unpack(">I4s", png[sted : sted + 8])
        innhold = png[sted + 8 : sted + 8 + lengde]
        if slag == b"IHDR":
            bredde, hoyde, biter, farge = struct.unpack(">IIBB", innhold[:10])
            if biter != 8 or farge not in _KANALER or innhold[12]:
                raise ValueError("unexpected kind of PNG")
            kanaler = _KANALER[farge]
        elif slag == b"IDAT":
            data += innhold
        sted += 12 + lengde
    raa, linje = zlib.decompress(data), bredde * kanaler
    forrige, rader = bytearray(linje), []
    for y in range(hoyde):
        start = y * (linje + 1)
        rad = _uten_filter(raa[start], bytearray(raa[start + 1 : start + 1 + linje]), forrige, kanaler)
        rader.append([bytes(rad[i : i + 3]) for i in range(0, linje, kanaler)])
        forrige = rad
    return bredde, hoyde, rader


def _uten_filter(filter_: int, rad: bytearray, forrige: bytearray, kanaler: int) -> bytearray:
    for i in range(len(rad)):
        a = rad[i - kanaler] if i >= kanaler else 0
        b, c = forrige[i], forrige[i - kanaler] if i >= kanaler else 0
        if filter_ == 1:
            rad[i] = (rad[i] + a) & 255
        elif filter_ == 2:
            rad[i] = (rad[i] + b) & 255
        elif filter_ == 3:
            rad[i] = (rad[i] + (a + b) // 2) & 255
        elif filter_ == 4:
            p = a + b - c
            rad[i] = (rad[i] + min((a, b, c), key=lambda v: abs(p - v))) & 255
    return rad


def med_palett(png: bytes) -> bytes:
    """The same picture with at most 256 colours: the most used, and the nearest of them for the rest."""
    bredde, hoyde, rader = _rader(png)
    antall = Counter(p for rad in rader for p in rad)
    palett = [farge for farge, _ in antall.most_common(256)]
    nummer = {farge: i for i, farge in enumerate(palett)}
    for r, g, b in antall:
        if bytes((r, g, b)) not in nummer:
            nummer[bytes((r, g, b))] = min(
                range(len(palett)),
                key=lambda i: (palett[i][0] - r) ** 2 + (palett[i][1] - g) ** 2 + (palett[i][2] - b) ** 2,
            )
    raa = b"".join(b"\0" + bytes(nummer[p] for p in rad) for rad in rader)
    deler = (
        (b"IHDR", struct.pack(">IIBBBBB", bredde, hoyde, 8, 3, 0, 0, 0)),
        (b"PLTE", b"".join(palett)),
        (b"IDAT", zlib.compress(raa, 9)),
        (b"IEND", b""),
    )
    return _SIGNATUR + b"".join(
        struct.pack(">I", len(d)) + slag + d + struct.pack(">I", zlib.crc32(slag + d)) for slag, d in deler
    )


def main() -> int:
    """Take the picture. Returns 1 with a message when there is no server or no Chromium."""
    tolk = argparse.ArgumentParser(description="Tar bildet i README.")
    tolk.add_argument("adresse", nargs="?", default="http://localhost:8080")
    tolk.add_argument("--chromium", default="/usr/bin/chromium")
    valg = tolk.parse_args()
    flagg = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-lcd-text", "--no-first-run"]
    try:
        with sync_playwright() as p:
            leser = p.chromium.launch(executable_path=valg.chromium, args=flagg)
            side = leser.new_page(viewport={"width": BREDDE, "height": HOYDE}, locale="nb-NO", color_scheme="light")
            spor(side, valg.adresse)
            raatt = side.screenshot()
            leser.close()
    except Error as feil:
        print(f"Fikk ikke tatt bildet: {feil.message.splitlines()[0]}", file=sys.stderr)
        return 1
    BILDE.write_bytes(min(raatt, med_palett(raatt), key=len))
    print(f"{BILDE.name}: {BILDE.stat().st_size // 1024} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
