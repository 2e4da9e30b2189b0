"""How a message is worked into the conversation before anything is answered."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.melding import Melding
from bot.profil.fakta import FAKTA
from bot.profil.faktum import Verdi
from bot.profil.samtale import Opplysning, Samtale, flett

# "en mann på 36", "ein på A1", "en deltaker som ..." speaks of somebody; "og en på B1?" varies the one before.
_NY_PERSON = re.compile(
    r"\b(en|ein|ei|et)\s+(\w+\s+)?"
    r"(mann|kvinne|dame|jente|gutt|kar|person|deltak\w+|bruker|brukar|kandidat|flyktning|ukrain\w+|innvandrer\w*|ungdom|"
    r"(eøs-|nordisk )?borg[ae]r|"
    r"\d+\s?-?\s?åring|på|med|som|uten|utan|under|over)\b",
    re.I,
)
_HVEM = re.compile(
    r"\b(en|ein|ei)\s+(\w+\s+)?(mann|kvinne|dame|person|deltak\w+|bruker|brukar|kandidat|flyktning)\b", re.I
)
_VARIASJON = re.compile(r"^\W*(og|enn|hva med|kva med|hva om|kva om|hvis|viss|dersom|tenk|men)\b", re.I)
_JA = re.compile(r"^\W*(ja|jepp|japp|jo|stemmer|yes|det stemmer|ja det\b.*)\W*$", re.I)
_NEI = re.compile(r"^\W*(nei|neppe|nope|ikke|ikkje|no|nei det\b.*)\W*$", re.I)
_TILBAKE = re.compile(r"\b(det|den|dette|denne|disse|desse|tiltaket|ordning(en|a))\b", re.I)
_OM_FORRIGE = frozenset({"hvor_lenge", "hvor_mye", "hvem_betaler", "hvem_eier", "hvordan_soke", "nar", "hva_om"})
_TALL = re.compile(r"^\D{0,12}(\d{1,3}(?:[.,]\d+)?)\D{0,14}$")
_VET_IKKE = re.compile(
    r"\b(vet ikke|veit ikkje|usikker|aner ikke|ukjent|hopp over|vet ikkje|vet jeg ikke|veit eg ikkje)\b", re.I
)


def er_ny_person(melding: Melding) -> bool:
    """Whether the message speaks of somebody new rather than of the participant before."""
    if melding.ny_person:
        return True
    if not melding.opplysninger or not _NY_PERSON.search(melding.tekst):
        return False
    if _VARIASJON.match(melding.tekst):
        # "hva med en deltaker på B1 i måned 10?" describes somebody; "enn en mann?" changes one thing
        return len(melding.opplysninger) > 1 and bool(_HVEM.search(melding.tekst))
    return True


def om_forrige(melding: Melding) -> bool:
    """Whether a message that names no measure is about the one before: "passer det?", "hvem betaler?", an answer to our
    question. "Passer blåbærprogrammet?" names one we do not know, and must not be answered with another."""
    return (
        melding.ord <= 1
        or melding.intent in ("oppgi_fakta", "hva_om", "hvorfor_ikke", "hvorfor")
        or melding.sporsmal in _OM_FORRIGE
        or bool(_TILBAKE.search(melding.tekst))
    )


def tolk_svar(faktum_navn: str, tekst: str) -> tuple[Verdi, ...] | None:
    """A short answer to a question about one fact, as possible values; None when it is no answer to it."""
    faktum = FAKTA[faktum_navn]
    if faktum.slag == "ja_nei":
        if _JA.match(tekst):
            return (True,)
        return (False,) if _NEI.match(tekst) else None
    if faktum.slag == "tall" and (treff := _TALL.match(tekst.strip())):
        tall = float(treff.group(1).replace(",", "."))
        return (int(tall) if tall.is_integer() else tall,)
    if faktum.slag in ("valg", "ordnet"):
        rent = tekst.casefold().replace("å", "a").replace("ø", "o").replace("æ", "ae").strip(" .!?")
        for verdi in faktum.verdier:
            if rent in (
                verdi.casefold(),
                verdi.casefold().replace("_", " "),
                verdi.casefold().replace("_", "-"),
            ):
                return (verdi,)
    return None


def bare_ja_nei(melding: Melding) -> bool:
    """Whether a message is a yes or a no and nothing more."""
    return not melding.opplysninger and bool(_JA.match(melding.tekst) or _NEI.match(melding.tekst))


def vet_ikke(samtale: Samtale, melding: Melding) -> bool:
    """Whether the user says the asked-for fact is not known: in words, or with a yes or no that is no value of it."""
    if samtale.spurt_om is None or melding.ord > 6:
        return False
    return bool(_VET_IKKE.search(melding.tekst)) or (bare_ja_nei(melding) and FAKTA[samtale.spurt_om].slag != "ja_nei")


def med_kort_svar(samtale: Samtale, melding: Melding) -> Melding:
    """The message with a short answer to our last question read as the fact it gives."""
    if samtale.spurt_om is None or melding.ord > 6:
        return melding
    if any(o.faktum == samtale.spurt_om for o in melding.opplysninger):
        return replace(melding, intent="oppgi_fakta", sikkerhet=1.0)
    if any(o.faktum != "kjonn" for o in melding.opplysninger) or melding.sporsmal is not None:
        return melding  # it tells another fact, or asks
    verdier = tolk_svar(samtale.spurt_om, melding.tekst)
    if verdier is None:
        return melding
    return replace(melding, intent="oppgi_fakta", sikkerhet=1.0, opplysninger=(Opplysning(samtale.spurt_om, verdier),))


_NESTE_MANED = re.compile(r"\b(neste|om en|om ein)\s+(måned|månad|mnd)\b", re.I)


def med_neste_maned(samtale: Samtale, melding: Melding) -> Melding:
    """«Hva med neste måned?» supposes the programme month after the one known."""
    maned = samtale.gjeldende.get("programmaned")
    if maned is None or len(maned) != 1 or not isinstance(maned[0], int) or not _NESTE_MANED.search(melding.tekst):
        return melding
    if any(o.faktum == "programmaned" for o in melding.opplysninger):
        return melding
    ny = Opplysning("programmaned", (maned[0] + 1,))
    return replace(melding, intent="hva_om", sporsmal="hva_om", opplysninger=(*melding.opplysninger, ny))


_SOM_DET_ER = re.compile(
    r"\b(tilbake|attende) til (det |den )?"
    r"(vanlig\w*|virkelig\w*|verkeleg\w*|utgangspunktet|slik (det|hun|han|ho) (er|var))\b"
    r"|^\W*(nei,? )?(men )?(slik|sånn|som) (det|hun|han|ho) (faktisk |egentlig |eigentleg )?er( nå| no)?\W*$"
    r"|\b(glem|gløym|dropp|se bort fra|sjå bort frå) (det )?(hva om|kva om|tenkte|tenkt)\b",
    re.I,
)


def legger_bort_tenkt(samtale: Samtale, melding: Melding) -> bool:
    """Whether the message leaves a supposed case and goes back to the participant as they are."""
    return samtale.tenkt is not None and bool(_SOM_DET_ER.search(melding.tekst))


def ta_inn_fakta(samtale: Samtale, melding: Melding) -> None:
    """Work the facts of a statement into the profile. Somebody new starts an empty one; a supposed case ends."""
    if not melding.opplysninger:
        return
    if er_ny_person(melding):
        samtale.bytt_person()
    samtale.tenkt = None
    samtale.profil = flett(samtale.profil, melding.opplysninger)


def midlertidig(samtale: Samtale, melding: Melding) -> dict[str, tuple[Verdi, ...]]:
    """The profile a general question is answered for: the participant's, with what the question itself supposes. A
    question about "en som ..." stands alone."""
    grunn = {} if er_ny_person(melding) else samtale.gjeldende
    return flett(grunn, melding.opplysninger)
