"""Which capability answers: Rasa's intent, corrected where the wording leaves no doubt."""

from __future__ import annotations

import re

from actions.melding import Melding
from bot.profil.samtale import Samtale

_SMAPRAT = frozenset({"hilsen", "takk", "hjelp", "vis_profil", "glem"})
_TVIL = 0.35
_MOT_HVERANDRE = re.compile(r"\b(vs\.?|versus|kontra|eller|forskjell\w*|skilnad\w*|ulikt|mot)\b", re.I)
_SAMTIDIG = re.compile(
    r"\b(mens|samtidig|sammen med|saman med|ved siden av|ved sida av|kombiner\w*|i tillegg til|parallelt|på toppen)\b",
    re.I,
)
_SIDER = frozenset({"hvor_lenge", "hvor_mye", "hvem_betaler", "hvem_eier", "hvordan_soke", "nar", "naar_gjaldt"})
_BARE_HVORFOR = re.compile(r"^\W*(hvorfor|kvifor|begrunn|hvorfor det|kvifor det)\W*$", re.I)


def velg_evne(samtale: Samtale, melding: Melding) -> str:
    """The name of the capability that answers this message in this conversation."""
    intent = melding.intent
    saklig = bool(melding.opplysninger or melding.tiltak)
    if melding.glem_alt:
        return "glem"
    if intent in _SMAPRAT and not (intent in ("hilsen", "takk", "hjelp") and saklig and melding.ord > 4):
        return intent
    if _BARE_HVORFOR.match(melding.tekst):
        return "hvorfor"
    if melding.sporsmal == "hvorfor_ikke":
        return "hvorfor_ikke"
    if len(melding.tiltak) >= 2 and (melding.sporsmal == "forskjell" or intent == "sammenlign_tiltak"):
        return "sammenlign_tiltak"
    if len(melding.tiltak) >= 2 and melding.ord <= 6 and _MOT_HVERANDRE.search(melding.tekst):
        return "sammenlign_tiltak"
    if melding.sporsmal == "hva_om" and (melding.opplysninger or intent == "hva_om"):
        return "hva_om"
    if (
        melding.tiltak
        and _SAMTIDIG.search(melding.tekst)
        and intent in ("vurder_tiltak", "spor_regel", "forklar_tiltak")
    ):
        return "kombiner_tiltak"
    if melding.sporsmal in _SIDER and intent in ("anbefal_tiltak", "vurder_tiltak"):
        return "forklar_tiltak" if melding.tiltak else "spor_regel"
    if intent in ("hvorfor_ikke", "hvorfor", "hva_om", "oppgi_fakta") and melding.sikkerhet >= _TVIL:
        return intent
    if melding.sikkerhet < _TVIL:
        return _ved_tvil(samtale, melding)
    if intent == "utenfor" and saklig:
        return _ved_tvil(samtale, melding)
    return "spor_regel" if intent in _SMAPRAT else intent


def _ved_tvil(samtale: Samtale, melding: Melding) -> str:
    if melding.tiltak:
        if melding.sporsmal in ("kan_jeg", None) and (melding.opplysninger or samtale.gjeldende):
            return "vurder_tiltak"
        return "forklar_tiltak"
    if melding.sporsmal in ("hvilke", "liste") and melding.opplysninger:
        return "anbefal_tiltak"
    if melding.opplysninger and melding.sporsmal is None:
        return "oppgi_fakta"
    return "spor_regel"
