"""`python -m bot.kanaler.teams.pakke`: the app package that a Teams administrator uploads."""

from __future__ import annotations

import json
import os
import re
import sys
import uuid
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bot.kanaler.innstillinger import InnstillingsFeil

SKJEMA = "1.25"
VERSJON = "1.0.0"
IKONER = Path(__file__).parent / "ikoner"
_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)
_TEKSTER = {
    "nb": {
        "kort": "Hvilke tiltak passer, hva sier regelen, og hvor står det?",
        "lang": "Tiltakslosen svarer programrådgivere, Nav-veiledere og KVP-veiledere på norsk: hvilke tiltak som "
        "passer for en flyktning eller innvandrer, om en regel tillater noe, og hva som skiller to tiltak. Svaret har "
        "begrunnelse og kilde. Skriv ikke navn eller fødselsnummer; det du skriver av slikt, blir tatt bort.",
        "kommandoer": [
            ("Hvilke tiltak passer?", "Beskriv deltakeren: norsknivå, måned i programmet, alder, utdanning."),
            ("Ny deltaker", "Glem opplysningene, og begynn på nytt."),
            ("Hva vet du om deltakeren?", "Vis opplysningene svarene bygger på."),
            ("Hjelp", "Hva du kan spørre om."),
        ],
    },
    "nn": {
        "kort": "Kva tiltak passar, kva seier regelen, og kvar står det?",
        "lang": "Tiltakslosen svarar programrådgivarar, Nav-rettleiarar og KVP-rettleiarar på norsk: kva tiltak som "
        "passar for ein flyktning eller innvandrar, om ein regel tillèt noko, og kva som skil to tiltak. Svaret har "
        "grunngiving og kjelde. Skriv ikkje namn eller fødselsnummer; det du skriv av slikt, blir teke bort.",
        "kommandoer": [
            ("Kva tiltak passar?", "Skildre deltakaren: norsknivå, månad i programmet, alder, utdanning."),
            ("Ny deltakar", "Gløym opplysningane, og byrja på nytt."),
            ("Kva veit du om deltakaren?", "Vis opplysningane svara byggjer på."),
            ("Hjelp", "Kva du kan spørje om."),
        ],
    },
}


@dataclass(frozen=True, slots=True)
class Pakkevalg:
    """What the package needs to know: the bot's app id, the address of the web page, and who offers it."""

    app_id: str
    nettsted: str
    utvikler: str = "Tiltakslosen"

    @classmethod
    def fra_miljo(cls, miljo: Mapping[str, str]) -> Pakkevalg:
        """From TILTAKSLOSEN_TEAMS_APP_ID, _NETTSTED and _UTVIKLER. Raises InnstillingsFeil."""
        app_id = miljo.get("TILTAKSLOSEN_TEAMS_APP_ID", "").strip().lower()
        if not _GUID.fullmatch(app_id):
            raise InnstillingsFeil("Sett TILTAKSLOSEN_TEAMS_APP_ID til app-ID-en (GUID) fra Azure.")
        nettsted = miljo.get("TILTAKSLOSEN_TEAMS_NETTSTED", "").strip().rstrip("/")
        if urlsplit(nettsted).scheme != "https" or not urlsplit(nettsted).hostname:
            raise InnstillingsFeil(
                "Sett TILTAKSLOSEN_TEAMS_NETTSTED til https-adressen der Tiltakslosen ligger, "
                "for eksempel https://tiltakslosen.kommunen.no."
            )
        return cls(app_id, nettsted, miljo.get("TILTAKSLOSEN_TEAMS_UTVIKLER", "").strip()[:32] or "Tiltakslosen")


def manifest(valg: Pakkevalg) -> dict[str, Any]:
    """The manifest, in bokmål; nynorsk is in the file `tillegg` makes."""
    nb = _TEKSTER["nb"]
    kommandoer = [{"title": t, "description": b} for t, b in nb["kommandoer"]]
    return {
        "$schema": f"https://developer.microsoft.com/json-schemas/teams/v{SKJEMA}/MicrosoftTeams.schema.json",
        "manifestVersion": SKJEMA,
        "version": VERSJON,
        "id": str(uuid.uuid5(uuid.UUID(valg.app_id), "tiltakslosen")),
        "developer": {
            "name": valg.utvikler,
            "websiteUrl": valg.nettsted,
            "privacyUrl": f"{valg.nettsted}/#personvern",
            "termsOfUseUrl": f"{valg.nettsted}/#om",
        },
        "name": {"short": "Tiltakslosen", "full": "Tiltakslosen – tiltak for flyktninger og innvandrere"},
        "description": {"short": nb["kort"], "full": nb["lang"]},
        "icons": {"color": "farge.png", "outline": "omriss.png"},
        "accentColor": "#0B4A8F",
        "localizationInfo": {
            "defaultLanguageTag": "nb-no",
            "additionalLanguages": [{"languageTag": "nn-no", "file": "nn-no.json"}],
        },
        "bots": [
            {
                "botId": valg.app_id,
                "scopes": ["personal", "groupChat", "team"],
                "isNotificationOnly": False,
                "supportsFiles": False,
                "commandLists": [{"scopes": ["personal", "groupChat", "team"], "commands": kommandoer}],
            }
        ],
        "validDomains": [urlsplit(valg.nettsted).hostname],
        "permissions": ["identity", "messageTeamMembers"],
    }


def tillegg() -> dict[str, str]:
    """The nynorsk texts, by their place in the manifest."""
    nn = _TEKSTER["nn"]
    ut = {"name.short": "Tiltakslosen", "name.full": "Tiltakslosen – tiltak for flyktningar og innvandrarar"}
    ut |= {"description.short": str(nn["kort"]), "description.full": str(nn["lang"])}
    for nr, (tittel, beskrivelse) in enumerate(nn["kommandoer"]):
        sted = f"bots[0].commandLists[0].commands[{nr}]"
        ut[f"{sted}.title"], ut[f"{sted}.description"] = tittel, beskrivelse
    return ut


def lag(valg: Pakkevalg, fil: Path) -> None:
    """Write the package. The same choices give the same bytes."""
    fil.parent.mkdir(parents=True, exist_ok=True)
    innhold = {
        "manifest.json": json.dumps(manifest(valg), ensure_ascii=False, indent=2).encode(),
        "nn-no.json": json.dumps(_med_skjema(tillegg()), ensure_ascii=False, indent=2).encode(),
        "farge.png": (IKONER / "farge.png").read_bytes(),
        "omriss.png": (IKONER / "omriss.png").read_bytes(),
    }
    with zipfile.ZipFile(fil, "w", zipfile.ZIP_DEFLATED) as pakke:
        for navn, data in innhold.items():
            pakke.writestr(zipfile.ZipInfo(navn), data)


def _med_skjema(tekster: Mapping[str, str]) -> dict[str, str]:
    skjema = f"https://developer.microsoft.com/json-schemas/teams/v{SKJEMA}/MicrosoftTeams.Localization.schema.json"
    return {"$schema": skjema, **tekster}


def main() -> int:
    """Write `var/tiltakslosen-teams.zip`; 2 when something is not set."""
    try:
        valg = Pakkevalg.fra_miljo(os.environ)
    except InnstillingsFeil as feil:
        print(f"Feil: {feil}", file=sys.stderr)
        return 2
    fil = Path("var/tiltakslosen-teams.zip")
    lag(valg, fil)
    print(f"Laget {fil}. Last den opp i administrasjonssenteret for Teams (se docs/teams.md).")
    return 0


if __name__ == "__main__":
    sys.exit(main())
