"""The API's description in OpenAPI 3.1, made from the routes and the models that check requests."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from bot.kanaler.ruter import FILTRE, Rute
from bot.kanaler.tilgang.vakt import Niva
from bot.svar.payload import SAMTALE_MONSTER, ErrorBody

_FEIL = {
    400: "Forespørselen er ugyldig",
    401: "Ikke innlogget, eller tokenet er gått ut",
    403: "Nettstedet har ikke lov til å bruke API-et fra en nettleser, eller tokenet gjelder noe annet",
    404: "Finnes ikke",
    405: "Metoden støttes ikke",
    413: "Kroppen er over 32 kB",
    429: "For mange forespørsler; se Retry-After",
    500: "Feil hos oss",
    503: "Svaret kan ikke lages nå; se Retry-After",
}
_REF = "#/components/schemas/{model}"
_JSON = "application/json"

Json = dict[str, object]


_SIKKERHET: dict[str, Json] = {
    "samtaletoken": {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "JWT",
        "description": "Gjelder én samtale; fås fra POST /api/v1/conversations.",
    },
    "innbyggingstoken": {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "JWT",
        "description": "Får en side med chatten fra /logg-inn/vindu.",
    },
    "okt": {"type": "apiKey", "in": "cookie", "description": "Økten etter innlogging på /logg-inn."},
}
_KRAV: dict[Niva, list[Json]] = {
    "samtale": [{"samtaletoken": []}],
    "utstedelse": [{"okt": []}, {"innbyggingstoken": []}],
    "innlogget": [{"okt": []}, {"innbyggingstoken": []}, {"samtaletoken": []}],
}


def beskrivelse(ruter: Iterable[Rute], kjeks: str | None = None) -> Json:
    """The whole OpenAPI document as JSON-ready data. `kjeks` is the session's cookie where sign-in is on."""
    ruter = tuple(ruter)
    retninger: dict[tuple[type[BaseModel], Literal["validation", "serialization"]], None] = {
        (ErrorBody, "serialization"): None
    }
    for rute in ruter:
        if rute.inn:
            retninger[(rute.inn, "validation")] = None
        if rute.ut:
            retninger[(rute.ut, "serialization")] = None
    _, skjemaer = models_json_schema(list(retninger), ref_template=_REF)
    stier: dict[str, Json] = {}
    for rute in ruter:
        stier.setdefault(rute.sti, {})[rute.metode.lower()] = _operasjon(rute, innlogging=kjeks is not None)
    komponenter: Json = {"schemas": skjemaer.get("$defs", {})}
    if kjeks is not None:
        komponenter["securitySchemes"] = {**_SIKKERHET, "okt": {**_SIKKERHET["okt"], "name": kjeks}}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Tiltakslosen",
            "version": "1",
            "description": "Råd om tiltak for flyktninger og innvandrere, med begrunnelser og kilder. "
            "Tjenesten gir råd og fatter ikke vedtak.",
        },
        "paths": stier,
        "components": komponenter,
    }


def _operasjon(rute: Rute, *, innlogging: bool) -> Json:
    vakt = innlogging and rute.tilgang in _KRAV
    koder = sorted({*rute.feil, *((401, 403, 429) if vakt else ())})
    ut: Json = {
        "summary": rute.oppsummering,
        "operationId": rute.behandler.__name__,
        "responses": {str(rute.status): _svar(rute), **{str(k): _feil(k) for k in koder}},
    }
    if rute.ut is not None and rute.sti == "/healthz":
        ut["responses"] = {"200": _svar(rute), "503": _svar(rute), "405": _feil(405)}
    parametre = [_sporring(navn) for navn in rute.sporring]
    if "{id}" in rute.sti:
        parametre.append(_sti_id(samtale=rute.metode == "DELETE"))
    if parametre:
        ut["parameters"] = parametre
    if vakt:
        ut["security"] = _KRAV[rute.tilgang]
    if rute.inn is not None:
        ut["requestBody"] = {"required": True, "content": {_JSON: {"schema": _ref(rute.inn)}}}
    return ut


def _svar(rute: Rute) -> Json:
    if rute.ut is None:
        return {"description": "Utført"}
    return {"description": (rute.ut.__doc__ or "").strip(), "content": {_JSON: {"schema": _ref(rute.ut)}}}


def _feil(status: int) -> Json:
    svar: Json = {"description": _FEIL[status], "content": {_JSON: {"schema": _ref(ErrorBody)}}}
    if status in (429, 503):
        svar["headers"] = {"Retry-After": {"description": "Sekunder å vente", "schema": {"type": "integer"}}}
    return svar


def _sporring(navn: str) -> Json:
    return {
        "name": navn,
        "in": "query",
        "required": False,
        "description": FILTRE[navn],
        "schema": {"type": "string", "maxLength": 100},
    }


def _sti_id(*, samtale: bool) -> Json:
    skjema: Json = {"type": "string", "pattern": SAMTALE_MONSTER} if samtale else {"type": "string"}
    return {"name": "id", "in": "path", "required": True, "schema": skjema}


def _ref(modell: type[BaseModel]) -> Json:
    return {"$ref": _REF.format(model=modell.__name__)}
