"""Which capability answers: Rasa's intent, corrected where the wording or the conversation leaves no doubt."""

from __future__ import annotations

import re

from actions.dialog import er_ny_person
from actions.kunnskapsruting import entydig_kunnskap
from actions.melding import Melding
from bot.profil.samtale import Samtale

_SMAPRAT = frozenset({"hilsen", "takk", "hjelp", "vis_profil", "glem"})
_TVIL = 0.35
_SIKKER = 0.5
_KORT = 7
SIDER = frozenset({"hvor_lenge", "hvor_mye", "hvem_betaler", "hvem_eier", "hvordan_soke", "nar"})
_MOT_HVERANDRE = re.compile(r"\b(vs\.?|versus|kontra|eller|forskjell\w*|skilnad\w*|ulikt|mot)\b", re.I)
_SAMTIDIG = re.compile(
    r"\b(mens|samtidig|sammen med|saman med|ved siden av|ved sida av|kombiner\w*|i tillegg til|parallelt|på toppen)\b",
    re.I,
)
_BARE_HVORFOR = re.compile(r"^\W*(hvorfor|kvifor|begrunn|hvorfor det|kvifor det)\W*$", re.I)
FORTSETTER = re.compile(r"^\W*(og|enn|hva med|kva med|hva om|kva om|hvis|viss|dersom|men)\b", re.I)
_HVILKEN = re.compile(r"^\W*(og )?(hvilke[nt]?|kva for|kven av|hvem av|hva av)\b", re.I)
_SPOR_VIDERE = re.compile(r"^\W*(og |men )?(hvor|kor|hvem|kven|når|hvordan|korleis)\b", re.I)
# "når trer den i kraft?", "hvor står det?": about the rule just given, not about a subject of its own
OM_REGELEN = re.compile(
    r"^\W*(og )?((fra )?når (trer|trår|gjelder|gjeld|begynner|starter) (den|det|dette|regelen|endringen|endringa)\b"
    r"|(hvor|kvar) (står|stend) (det|dette|den)\b|(hvilken|kva for) paragraf\b)",
    re.I,
)
_BOKSTAV = re.compile(r"[a-zæøå]", re.I)


def velg_evne(samtale: Samtale, melding: Melding) -> str:
    """The name of the capability that answers this message in this conversation."""
    intent = melding.intent
    if not _BOKSTAV.search(melding.tekst) and not melding.opplysninger:
        return "utenfor"
    if melding.glem_alt:
        return "glem"
    if intent == "glem" and any(o.fjern for o in melding.opplysninger):
        return "oppgi_fakta"
    if intent == "glem" and melding.sikkerhet < _SIKKER:
        return "spor_regel"
    saklig = bool(melding.opplysninger or melding.tiltak)
    if intent in _SMAPRAT and not (intent in ("hilsen", "takk", "hjelp") and saklig and melding.ord > 4):
        return intent
    if _BARE_HVORFOR.match(melding.tekst):
        return "spor_regel" if samtale.tema == "regel" else "hvorfor"
    kunnskap = entydig_kunnskap(samtale, melding)
    if kunnskap is not None:
        return kunnskap
    fortsettelse = _fortsettelse(samtale, melding)
    if fortsettelse is not None:
        return fortsettelse
    entydig = _entydig(melding)
    if entydig is not None:
        return entydig
    if melding.sikkerhet < _TVIL or (intent == "utenfor" and saklig):
        return _ved_tvil(samtale, melding)
    return "spor_regel" if intent in _SMAPRAT else intent


def _fortsettelse(samtale: Samtale, melding: Melding) -> str | None:
    """A short message that goes on from the last answer: another side of the measure, another case of the rule."""
    if melding.tiltak or melding.ord > _KORT:
        return None
    if samtale.tema == "sammenligning" and _HVILKEN.match(melding.tekst):
        return "sammenlign_tiltak"
    om_tiltak = samtale.tema in ("forklaring", "vurdering") and bool(samtale.tiltak) and not melding.opplysninger
    fremmed = melding.intent == "utenfor" and melding.sikkerhet >= _SIKKER
    if om_tiltak and not fremmed and _SPOR_VIDERE.match(melding.tekst):
        return "forklar_tiltak"
    if samtale.tema == "regel" and OM_REGELEN.match(melding.tekst):
        return "spor_regel"
    if melding.sporsmal in SIDER:
        if samtale.tema in ("forklaring", "vurdering") and samtale.tiltak:
            return "forklar_tiltak"
        if samtale.tema == "regel" and melding.ord <= 4:
            return "spor_regel"
    if samtale.tema == "regel" and FORTSETTER.match(melding.tekst) and melding.sporsmal not in ("hvilke", "liste"):
        return "spor_regel"
    return None


def _entydig(melding: Melding) -> str | None:
    """What the wording settles by itself, whatever the classifier thought."""
    intent = melding.intent
    if melding.sporsmal == "hvorfor_ikke":
        return "hvorfor_ikke"
    if melding.sporsmal == "hva_skal_til" and melding.tiltak:
        return "vurder_tiltak" if melding.opplysninger else "forklar_tiltak"
    if len(melding.tiltak) >= 2 and (melding.sporsmal == "forskjell" or intent == "sammenlign_tiltak"):
        return "sammenlign_tiltak"
    if len(melding.tiltak) >= 2 and melding.ord <= 6 and _MOT_HVERANDRE.search(melding.tekst):
        return "sammenlign_tiltak"
    if melding.sporsmal == "hva_om" and not melding.tiltak and er_ny_person(melding):
        return "anbefal_tiltak"
    if melding.sporsmal == "hva_om" and (melding.opplysninger or intent == "hva_om"):
        return "hva_om"
    if (
        melding.tiltak
        and _SAMTIDIG.search(melding.tekst)
        and intent in ("vurder_tiltak", "spor_regel", "forklar_tiltak")
    ):
        return "kombiner_tiltak"
    om_noen = melding.sporsmal == "kan_jeg" and melding.tiltak and melding.opplysninger
    if om_noen and intent in ("spor_regel", "forklar_tiltak", "anbefal_tiltak"):
        return "vurder_tiltak"
    if melding.sporsmal in SIDER | {"naar_gjaldt"} and intent in ("anbefal_tiltak", "vurder_tiltak"):
        return "forklar_tiltak" if melding.tiltak else "spor_regel"
    return None


def _ved_tvil(samtale: Samtale, melding: Melding) -> str:
    if melding.tiltak:
        if melding.sporsmal in ("kan_jeg", "hva_skal_til", None) and (melding.opplysninger or samtale.gjeldende):
            return "vurder_tiltak"
        return "forklar_tiltak"
    if melding.sporsmal in ("hvilke", "liste") and melding.opplysninger:
        return "anbefal_tiltak"
    if melding.opplysninger and melding.sporsmal is None:
        return "oppgi_fakta"
    return "spor_regel"
