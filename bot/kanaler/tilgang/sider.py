"""The small pages around the sign-in, in the browser's written form of Norwegian."""

from __future__ import annotations

import secrets
from html import escape
from typing import Literal

from aiohttp import web

from bot.svar.payload import Language

NONCE = web.ResponseKey("nonce", str)
"""The nonce of a page's scripts, for its CSP."""

Tekst = Literal["utlogget", "avvist", "avbrutt", "borte", "for_mange", "opphav", "innlogget"]
_TEKSTER: dict[Tekst, dict[Language, tuple[str, str]]] = {
    "utlogget": {
        "nb": ("Du er logget ut", "Samtalene er fjernet fra denne nettleseren."),
        "nn": ("Du er logga ut", "Samtalane er fjerna frå denne nettlesaren."),
    },
    "avvist": {
        "nb": ("Innloggingen gikk ikke", "Den kan ha tatt for lang tid. Prøv igjen."),
        "nn": ("Innlogginga gjekk ikkje", "Ho kan ha teke for lang tid. Prøv igjen."),
    },
    "avbrutt": {
        "nb": ("Du er ikke logget inn", "Innloggingen ble avbrutt, eller du har ikke tilgang til Tiltakslosen."),
        "nn": ("Du er ikkje logga inn", "Innlogginga vart avbroten, eller du har ikkje tilgang til Tiltakslosen."),
    },
    "borte": {
        "nb": ("Innloggingen virker ikke nå", "Får ikke kontakt med innloggingstjenesten. Prøv igjen om litt."),
        "nn": ("Innlogginga verkar ikkje no", "Får ikkje kontakt med innloggingstenesta. Prøv igjen om litt."),
    },
    "for_mange": {
        "nb": ("Vent litt", "Det kom for mange forsøk på kort tid. Prøv igjen om litt."),
        "nn": ("Vent litt", "Det kom for mange forsøk på kort tid. Prøv igjen om litt."),
    },
    "opphav": {
        "nb": ("Nettstedet har ikke tilgang", "Siden du kom fra, har ikke lov til å bruke Tiltakslosen."),
        "nn": ("Nettstaden har ikkje tilgang", "Sida du kom frå, har ikkje lov til å bruke Tiltakslosen."),
    },
    "innlogget": {
        "nb": ("Du er logget inn", "Lukk dette vinduet, og trykk «Prøv igjen» i samtalen."),
        "nn": ("Du er logga inn", "Lukk dette vindauget, og trykk «Prøv igjen» i samtalen."),
    },
}
_LENKER: dict[str, dict[Language, str]] = {
    "inn": {"nb": "Logg inn", "nn": "Logg inn"},
    "ut_ogsa": {"nb": "Logg ut av kontoen også", "nn": "Logg ut av kontoen òg"},
}


def malform(request: web.Request) -> Language:
    """The browser's first wish among bokmål and nynorsk."""
    onsker = request.headers.get("Accept-Language", "").lower().split(",")
    forst = next((o.strip()[:2] for o in onsker if o.strip()[:2] in ("nb", "no", "nn")), "nb")
    return "nn" if forst == "nn" else "nb"


def side(
    request: web.Request,
    hva: Tekst,
    status: int = 200,
    *,
    lenker: dict[str, str] | None = None,
    skript: str = "",
    data: dict[str, str] | None = None,
) -> web.Response:
    """A page that says one thing. `lenker` maps "inn" and "ut_ogsa" to addresses; `skript` is a file of ours under
    /web, which gets `data` as its data attributes."""
    spraket = malform(request)
    tittel, tekst = _TEKSTER[hva][spraket]
    nonce = secrets.token_urlsafe(16)
    ekstra = "".join(
        f'<p><a href="{escape(til)}">{_LENKER[navn][spraket]}</a></p>' for navn, til in (lenker or {}).items()
    )
    attributter = "".join(f' data-{navn}="{escape(verdi)}"' for navn, verdi in (data or {}).items())
    kode = f'<script nonce="{nonce}" src="/web/{skript}"{attributter}></script>' if skript else ""
    svar = web.Response(
        status=status,
        content_type="text/html",
        charset="utf-8",
        headers={"Cache-Control": "no-store"},
        text=f'<!doctype html><html lang="{spraket}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{tittel} – Tiltakslosen</title><link rel="icon" href="/web/ikon.svg" type="image/svg+xml">'
        '<link rel="stylesheet" href="/web/side.css"></head>'
        f'<body class="enkel"><main><h1>{tittel}</h1><p>{tekst}</p>{ekstra}</main>{kode}</body></html>',
    )
    svar[NONCE] = nonce
    return svar
