"""Errors of the API: an answer that is not 2xx is `{"error": {"code", "message"}}`, message in Norwegian."""

from __future__ import annotations

import json
from collections.abc import Mapping

from aiohttp import web

from bot.svar.payload import ErrorBody, ErrorDetail


class ApiFeil(Exception):
    """An error to tell the client about. `melding` is Norwegian, for people, and holds nothing internal."""

    def __init__(self, status: int, kode: str, melding: str, hoder: Mapping[str, str] | None = None) -> None:
        super().__init__(kode)
        self.status = status
        self.kode = kode
        self.melding = melding
        self.hoder = dict(hoder or {})

    def svar(self) -> web.Response:
        """The error as an HTTP response."""
        kropp = ErrorBody(error=ErrorDetail(code=self.kode, message=self.melding))
        return json_svar(kropp.model_dump(), status=self.status, hoder=self.hoder)


def json_svar(data: object, status: int = 200, hoder: Mapping[str, str] | None = None) -> web.Response:
    """A JSON response that no cache keeps."""
    return web.Response(
        body=json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(),
        status=status,
        content_type="application/json",
        charset="utf-8",
        headers={"Cache-Control": "no-store", **(hoder or {})},
    )


def utilgjengelig(fordi: str) -> ApiFeil:
    """503 when an answer could not be made; `fordi` completes «Svaret kom ikke fram fordi …»."""
    return ApiFeil(
        503,
        "unavailable",
        f"Svaret kom ikke fram fordi {fordi}. Prøv igjen om litt; det du har skrevet om deltakeren, er ikke mistet.",
        {"Retry-After": "5"},
    )


def for_mange(sekunder: int) -> ApiFeil:
    """429 with the number of seconds to wait."""
    enhet = "sekund" if sekunder == 1 else "sekunder"
    return ApiFeil(
        429,
        "rate_limited",
        f"Det kom for mange meldinger på kort tid. Vent {sekunder} {enhet} og prøv igjen.",
        {"Retry-After": str(sekunder)},
    )


def fra_aiohttp(feil: web.HTTPException) -> ApiFeil:
    """aiohttp's own errors (404, 405, 413 …) in our words."""
    if isinstance(feil, web.HTTPMethodNotAllowed):
        lovlige = ", ".join(sorted(feil.allowed_methods))
        return ApiFeil(
            405,
            "method_not_allowed",
            f"Adressen støtter ikke {feil.method[:20]}. Lovlig er {lovlige}.",
            {"Allow": lovlige},
        )
    if feil.status == 404:
        return ApiFeil(404, "not_found", "Fant ikke det du spurte etter.")
    if feil.status == 413:
        return for_stor()
    if feil.status < 500:
        return ApiFeil(feil.status, "bad_request", "Forespørselen kunne ikke leses.")
    return intern()


def for_stor() -> ApiFeil:
    """413 for a body over the limit."""
    return ApiFeil(413, "too_large", "Meldingen er for stor. Send høyst 32 kB om gangen.")


def intern() -> ApiFeil:
    """500: a fault of ours. The log has the place in the code, the client gets none of it."""
    return ApiFeil(500, "internal", "Noe gikk galt hos oss. Prøv igjen om litt.")
