"""`python -m bot.kanaler.terminal`: a chat in the terminal, over the same HTTP API as the web page."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import re
import shutil
import sys
import textwrap
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

HJELP = "Skriv et spørsmål, eller nummeret på et forslag. /ny, /kilder, /hjelp og /avslutt er kommandoer."
_KOMMANDOER = """\
/ny        begynn en ny samtale (den gamle slettes)
/kilder    vis kildene til det siste svaret
/hjelp     vis dette
/avslutt   gå ut (også Ctrl-D)"""
_TIDSGRENSE = 20.0
_LISTE = re.compile(r"^(\s*)([-*•]|\d{1,3}[.)])\s+")
_TEGN = {"suitable": "✓", "conditional": "?", "unsuitable": "✗"}


class TjenesteBorte(Exception):
    """No answer from the service; `str()` is Norwegian and says what to do."""


@dataclass
class Klient:
    """The HTTP API on this machine, one connection a request."""

    port: int
    vert: str = "127.0.0.1"

    def spor(self, samtale_id: str, tekst: str) -> list[dict[str, Any]]:
        """The replies to a message. Raises TjenesteBorte with what the service says when there are none."""
        data = self._be("POST", "/api/v1/messages", {"conversation_id": samtale_id, "text": tekst})
        svar: list[dict[str, Any]] = data["replies"]
        return svar

    def slett(self, samtale_id: str) -> None:
        """Delete a conversation. Raises TjenesteBorte."""
        self._be("DELETE", f"/api/v1/conversations/{samtale_id}")

    def _be(self, metode: str, sti: str, kropp: object = None) -> Any:
        kobling = http.client.HTTPConnection(self.vert, self.port, timeout=_TIDSGRENSE)
        try:
            raa = json.dumps(kropp).encode() if kropp is not None else None
            kobling.request(metode, sti, body=raa, headers={"Content-Type": "application/json"} if raa else {})
            svar = kobling.getresponse()
            tekst = svar.read()
            data = json.loads(tekst) if tekst else {}
        except TimeoutError as feil:
            raise TjenesteBorte("Svaret lot vente på seg for lenge. Prøv igjen om litt.") from feil
        except (OSError, http.client.HTTPException, ValueError) as feil:
            raise TjenesteBorte(
                f"Får ikke kontakt med Tiltakslosen på port {self.port}. Start den med «make run» i et annet vindu."
            ) from feil
        finally:
            kobling.close()
        if svar.status >= 400:
            raise TjenesteBorte(str(data.get("error", {}).get("message", "Tjenesten svarte med en feil.")))
        return data


@dataclass
class Skriver:
    """Turns answers into lines for a terminal of a width, with or without bold."""

    bredde: int
    farger: bool = False

    def svar(self, reply: Mapping[str, Any]) -> str:
        """One reply: its text, then its choices as numbers."""
        deler = [self.markdown(str(reply.get("text", "")))]
        valg = reply.get("choices") or []
        if valg:
            deler.append("\n".join(f"  [{i}] {v['title']}" for i, v in enumerate(valg, 1)))
        return "\n\n".join(deler)

    def kilder(self, svarene: list[dict[str, Any]]) -> str:
        """The sources of some replies, each once."""
        linjer: dict[str, None] = {}
        for kilde in (k for s in svarene for k in (s.get("payload") or {}).get("sources", [])):
            navn = ", ".join(str(v) for v in (kilde.get("title"), kilde.get("locator"), kilde.get("year")) if v)
            historisk = " (historisk)" if kilde.get("status") == "historical" else ""
            adresse = f"\n    {kilde['url']}" if kilde.get("url") else ""
            linjer[f"  - {navn}{historisk}{adresse}"] = None
        return "Kilder:\n" + "\n".join(linjer) if linjer else "Det siste svaret har ingen kilder."

    def markdown(self, tekst: str) -> str:
        """Markdown as plain lines: bold kept where the terminal can, links with their address after."""
        return "\n".join(self._linje(rad) for rad in tekst.splitlines())

    def _linje(self, rad: str) -> str:
        if re.fullmatch(r"\s*\|?[\s:|-]*-{2,}[\s:|-]*", rad):
            return ""
        if rad.lstrip().startswith("|"):
            rad = "  " + " · ".join(c.strip() for c in rad.strip().strip("|").split("|"))
        overskrift = re.match(r"^#{1,6}\s+(.*)$", rad)
        if overskrift:
            return self._fet(self._inni(overskrift.group(1)))
        rad = re.sub(r"\[([^\]]+)\]\((https?://[^\s)]+)\)", r"\1 (\2)", rad).replace("§ ", "§\u00a0")
        punkt = _LISTE.match(rad)
        innrykk = " " * (len(punkt.group(0)) if punkt else len(rad) - len(rad.lstrip()))
        return self._inni(
            textwrap.fill(rad, self.bredde, subsequent_indent=innrykk, break_long_words=False, break_on_hyphens=False)
        )

    def _inni(self, tekst: str) -> str:
        tekst = re.sub(r"\*\*(.+?)\*\*", lambda m: self._fet(m.group(1)), tekst, flags=re.DOTALL)
        return re.sub(r"(?<![\w*])\*([^*\s][^*]*)\*(?![\w*])", r"\1", tekst)

    def _fet(self, tekst: str) -> str:
        return f"\x1b[1m{tekst}\x1b[0m" if self.farger else tekst


@dataclass
class Samtale:
    """One chat: reads lines, says answers, until the end."""

    klient: Klient
    skriver: Skriver
    les: Callable[[str], str]
    si: Callable[[str], None]
    id: str = field(default_factory=lambda: f"terminal-{uuid.uuid4()}")
    siste: list[dict[str, Any]] = field(default_factory=list)

    def kjor(self) -> None:
        """Chat until /avslutt, Ctrl-C or end of input."""
        self.si("Tiltakslosen. Gir råd med kilder, fatter ikke vedtak.\nIkke skriv navn eller fødselsnummer.")
        self.si(HJELP)
        try:
            while True:
                linje = self.les("\nDu: ").strip()
                if linje.lower() in ("/avslutt", "/slutt", "/quit", "/exit"):
                    break
                if linje:
                    self._behandle(linje)
        except (EOFError, KeyboardInterrupt):
            self.si("")
        with contextlib.suppress(TjenesteBorte, KeyboardInterrupt):
            self.klient.slett(self.id)
        self.si("Ha det! Samtalen er slettet.")

    def _behandle(self, linje: str) -> None:
        kommando = linje.lower()
        if kommando == "/kilder":
            self.si(self.skriver.kilder(self.siste))
        elif kommando == "/ny":
            self._ny()
        elif kommando.startswith("/"):
            self.si(_KOMMANDOER)
        else:
            self._spor(self._valgt(linje))

    def _valgt(self, linje: str) -> str:
        """The text of the choice with this number, or the line itself."""
        valg = [v for s in self.siste for v in s.get("choices") or []]
        if linje.isdecimal() and 1 <= int(linje) <= len(valg):
            tekst = str(valg[int(linje) - 1]["text"])
            self.si(f"> {tekst}")
            return tekst
        return linje

    def _spor(self, tekst: str) -> None:
        try:
            self.siste = self.klient.spor(self.id, tekst)
        except TjenesteBorte as feil:
            self.si(f"\n{feil}")
            return
        for svar in self.siste:
            self.si("\n" + self.skriver.svar(svar))

    def _ny(self) -> None:
        try:
            self.klient.slett(self.id)
        except TjenesteBorte as feil:
            self.si(str(feil))
            return
        self.id = f"terminal-{uuid.uuid4()}"
        self.siste = []
        self.si("Ny samtale. Det du skrev før, er slettet.")


def main() -> int:
    """Chat on standard input and output. Returns 1 when the service is not running."""
    port = os.environ.get("TILTAKSLOSEN_PORT", "").strip() or "8080"
    if not port.isdecimal():
        print(f"TILTAKSLOSEN_PORT er «{port}», men må være et portnummer.", file=sys.stderr)
        return 1
    klient = Klient(int(port))
    samtale = Samtale(klient, Skriver(min(shutil.get_terminal_size().columns, 100), sys.stdout.isatty()), input, print)
    try:
        # Deleting a conversation that does not exist tells whether the service is there, and costs nothing.
        klient.slett(samtale.id)
    except TjenesteBorte as feil:
        print(feil, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 1
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401  (arrow keys and history in input())
    samtale.kjor()
    return 0


if __name__ == "__main__":
    sys.exit(main())
