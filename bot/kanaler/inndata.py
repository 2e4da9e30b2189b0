"""Reading requests with the models of the API, and what a client is told when they do not fit."""

from __future__ import annotations

from aiohttp import web
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.kanaler.feil import ApiFeil
from bot.svar.payload import MAKS_TEGN

_TYPER = {
    "string_type": "en tekst",
    "dict_type": "et objekt med fakta",
    "model_type": "et JSON-objekt",
    "date_type": "en dato på formen ÅÅÅÅ-MM-DD",
}


async def les[M: BaseModel](request: web.Request, modell: type[M]) -> M:
    """The request's body as a model. Raises ApiFeil 400, and aiohttp's 413 for a body over the limit."""
    kropp = await request.read()
    try:
        return modell.model_validate_json(kropp)
    except ValidationError as feil:
        raise _som_400(feil.errors(include_url=False, include_input=False)[0]) from None


def _som_400(feil: ErrorDetails) -> ApiFeil:
    """The first thing that is wrong, in Norwegian. The value sent is never repeated."""
    slag, sted = feil["type"], feil["loc"]
    felt = str(sted[0]) if sted else ""
    if slag == "json_invalid":
        return ApiFeil(400, "invalid_json", "Forespørselen er ikke gyldig JSON i UTF-8.")
    if slag == "missing":
        return ApiFeil(400, "missing_field", f"Feltet «{felt}» mangler.")
    if slag == "string_too_short":
        return ApiFeil(400, "empty_text", "Meldingen er tom. Skriv et spørsmål.")
    if slag == "string_too_long":
        return ApiFeil(400, "text_too_long", f"Meldingen er for lang. Den kan ha høyst {MAKS_TEGN} tegn.")
    if felt == "conversation_id" and slag == "string_pattern_mismatch":
        return ugyldig_samtale()
    if not felt:
        return ApiFeil(400, "wrong_type", "Forespørselen må være et JSON-objekt.")
    if slag.startswith("date"):
        return ApiFeil(400, "wrong_type", f"Feltet «{felt}» må være {_TYPER['date_type']}.")
    if slag in _TYPER:
        return ApiFeil(400, "wrong_type", f"Feltet «{felt}» må være {_TYPER[slag]}.")
    return ApiFeil(400, "invalid_value", f"Feltet «{felt}» har en verdi som ikke kan brukes.")


def ugyldig_samtale() -> ApiFeil:
    """400 for a conversation id that is not one."""
    return ApiFeil(
        400,
        "bad_conversation_id",
        "conversation_id må ha 1-128 tegn: bokstavene a-z, tall og ._:@=+~- . Den kan ikke være et fødselsnummer.",
    )
