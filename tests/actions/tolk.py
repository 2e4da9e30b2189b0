"""Messages as Rasa's tracker hands them to an action, made with the recognisers themselves and a given intent."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from actions.evner import besvar
from actions.kontekst import Kontekst
from actions.melding import les_melding
from bot.profil.lesing import til_json
from bot.profil.samtale import Samtale
from bot.sprak.fakta import finn_fakta
from bot.sprak.malform import finn_malform
from bot.sprak.sporsmalsord import finn_sporsmal
from bot.sprak.tiltaksnavn import Navneregister

I_DAG = date(2026, 11, 23)
ROT = Path(__file__).resolve().parents[2]
Svar = dict[str, Any]


def navneregister() -> Navneregister:
    """The names of the whole catalogue, official name first."""
    poster = []
    for fil in sorted((ROT / "data" / "katalog").rglob("*.yml")):
        t = yaml.load(fil.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        navn = [t["navn"], t.get("navn_nn"), *(t.get("synonymer") or [])]
        poster.append((t["id"], [str(n) for n in dict.fromkeys(navn) if n]))
    return Navneregister(poster)


def rasa_melding(register: Navneregister, tekst: str, intent: str, sikkerhet: float) -> dict[str, Any]:
    """`tracker.latest_message` for `tekst`, had the classifier said `intent` with that confidence."""
    fakta = finn_fakta(tekst, I_DAG)
    entiteter: list[dict[str, Any]] = [
        {"entity": "faktum", "value": {**asdict(f), "verdier": list(f.verdier)}, "start": f.start, "end": f.slutt}
        for f in fakta
    ]
    for n in register.finn(tekst):
        i_faktum = any(f.start <= n.start and n.slutt <= f.slutt for f in fakta)
        verdi = {"id": n.id, "score": n.score, "alternativer": list(n.alternativer), "i_faktum": i_faktum}
        entiteter.append({"entity": "tiltak", "value": verdi, "start": n.start, "end": n.slutt})
    entiteter.append({"entity": "sporsmal", "value": asdict(finn_sporsmal(tekst)), "start": 0, "end": len(tekst)})
    malform = finn_malform(tekst)
    if malform is not None:
        entiteter.append({"entity": "malform", "value": malform, "start": 0, "end": len(tekst)})
    return {"text": tekst, "intent": {"name": intent, "confidence": sikkerhet}, "entities": entiteter}


class Rasa:
    """Answers the messages of one conversation as the actions do: read from the store, answered, stored again."""

    def __init__(self, kontekst: Kontekst, register: Navneregister, samtale_id: str) -> None:
        self.kontekst = kontekst
        self._register = register
        self._id = samtale_id

    @property
    def samtale(self) -> Samtale:
        """The conversation as it is stored."""
        return self.kontekst.lager.hent(self._id)

    @property
    def fakta(self) -> dict[str, object]:
        """What is stored of the participant."""
        return til_json(self.samtale.profil)

    def si(self, tekst: str, intent: str, sikkerhet: float = 0.9) -> Svar:
        """The one reply to a message."""
        melding = les_melding(rasa_melding(self._register, tekst, intent, sikkerhet))
        samtale = self.samtale
        svar = besvar(self.kontekst, samtale, melding, I_DAG)
        svar_id = self.kontekst.lager.lagre(samtale, svar)
        (ett,) = self.kontekst.lager.hent_svar(svar_id)
        return ett


def tiltak(svar: Svar) -> dict[str, str]:
    """The measures of a reply: id to verdict."""
    return {t["id"]: t["verdict"] for t in svar["payload"].get("measures", [])}
