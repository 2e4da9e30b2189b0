"""When the knowledge base answers: by wording that leaves no doubt, or because it is sure where the rules are not."""

from __future__ import annotations

import re

from actions.kontekst import Kontekst
from actions.kunnskapsfolge import er_folge
from actions.melding import Melding
from actions.sporreform import HVA_GJELDER
from actions.styrke import basen_vet, spor_hva_som_gjelder, spor_om_belop, spor_om_erfaring, spor_om_fortid
from bot.kunnskap.base import PROBLEM_SIKKERT, PROBLEM_SOM_SPORSMAL
from bot.kunnskap.kunnskapssok import GODT, SIKKERT, SVAKT
from bot.kunnskap.ordning import ordninger_i
from bot.kunnskap.regelsok import GODT as REGEL_GODT
from bot.kunnskap.regelsok import SIKKERT as REGEL_SIKKERT
from bot.kunnskap.regelsok import SVAKT as REGEL_SVAKT
from bot.kunnskap.telling import er_telling
from bot.profil.samtale import Samtale

KONTAKT = re.compile(
    r"\b(kontaktperson\w*|kontaktinfo\w*|kontakten i|telefonnummer\w*|e-?post\w*|mailadresse\w*|"
    r"hvem (kan|skal|bør) (jeg|vi) (ringe|kontakte|snakke med)|"
    r"kven (kan|skal|bør) (eg|vi|me) (ringje|ringe|kontakte))\b",
    re.I,
)
# What the privacy filter put in: the user told of an address, and did not ask for one.
_FJERNET = re.compile(r"\[[^\]]*\]")
_BETYR = re.compile(
    r"\b(betyr|betydningen av|betydninga av|tyder|står for|stend for|forkorting\w*|forkortelse\w*|vil det (si|seie)|"
    r"menes med|menast med|meiner dei med|definisjon\w*|definer|ordforklaring\w*)\b|"
    r"^\W*(hva|kva) er (en|ei|ein|et|eit) \w+\W*$",
    re.I,
)
_SJEKKLISTE = re.compile(r"\b(sjekkliste\w*|huskeliste\w*|hugseliste\w*|mal for (avtale|samtykke)\w*)\b", re.I)
_EKSEMPLER = re.compile(
    r"\b((noen|nokon|nokre|flere|har du|gi( meg)?|vis( meg)?) (gode )?(eksempel|eksempler|døme)|"
    r"eksempler (på|fra|frå)|døme på|"
    r"(noen|nokon) som har (løp|kurs|prøvd|laget|fått til|brukt|erfaring)|"
    r"(hvilke|kva for|kva) kommun(er|ar) har|"
    r"hvordan har andre|korleis har andre|hva har andre gjort|kva har andre gjort)\b",
    re.I,
)
# Asks for experience: what others do, what has been tried, what somebody found.
_ANDRES = re.compile(
    r"\b((hva|kva|ka) (gjør|gjer) (de |dei )?(andre|dere andre)|"
    r"(hvordan|korleis|åssen|kossen|korsen) (\w+ )?(de |dei )?andre|har (de |dei )?andre|"
    r"(hvem|kven|kem) har (prøvd|gjort|fått|testet|testa|brukt|løst|løyst|erfaring)|"
    r"(har|er det) (noen|nokon|nokre|noko|noen kommuner|nokon kommunar) (som |andre )?"
    r"(har |sender|bruker|brukar|gjør|gjer|kjøper|kjøper|prøvd|løst|løyst|klart|testet|testa|fått til|erfaring\w*)|"
    r"(bruker|brukar|kjøper|kjøper) (noen|nokon)|gjort (det|dette)\W*$|"
    r"(hva|kva|ka) (viser|sier|seier|fant|fann|skriver|skriv) (de|dei|forskning\w*|forsking\w*|rapport\w*|studi\w*)|"
    r"(finnes|finst|fins) det (\w+ )?(forskning|forsking|erfaring\w*|eksempl\w*|døme)|finnes det eksempler|"
    r"(hva|kva|ka) (er|var) erfaring\w*|erfaring\w* (med|fra|frå)|stortingsmelding\w*|"
    r"(hvordan|korleis) gikk det|korleis gjekk det)\b",
    re.I,
)
# "hva fikk Ringerike til ...?", "hva gjorde ...?": asked of what was, never of what somebody may have now
_HVA_BLE_GJORT = re.compile(
    r"\b(hva|kva|hvordan|korleis|hvor mange|kor mange) (\w+ )?"
    r"(fikk|fekk|gjorde|ble|blei|vart|var|hadde|skjedde|gikk|gjekk|lærte|satset|satsa|prøvde)\b",
    re.I,
)
_RAPPORT = re.compile(
    r"\b(rapporten|proba|østlandsforskning\w*|øf|fafo|riksrevisjon\w*|eksempelhåndbok\w*|håndbok\w*|handbok\w*|tromsømodell\w*|"
    r"helsehuset|pai|mjøsbyene|barrier\w*|drivere|drivarar|læringsverk\w*|puljeplan\w*|organisasjonsmodell\w*)\b",
    re.I,
)
_ERFARING = re.compile(
    r"\b(erfaring\w*|erfart|funn|studie\w*|undersøk\w*|forskning\w*|forsking\w*|andre kommun\w*|fungerer|fungert\w*|"
    r"lykkes|lyktes|lukkast|gikk det|svakhet\w*|styrke[rn]\w*|hindre[rt]?|hinder|utfordring\w*|problem\w*|anbefal\w*|"
    r"modell\w*|organiser\w*|samarbeid\w*|hvor stor andel|prosent av|resultat\w*|historisk\w*|19\d\d|20[01]\d)\b"
)
# "hvorfor er det så få som får lønnstilskudd?" asks how it has gone, not for a verdict
_HVORFOR_SA = re.compile(r"\bhvorfor\b[^.?!]{0,30}\b(så|såpass) (få|mange|lite|sjelden|ofte|ulikt|vanskelig)\b")
# "hvordan jobber andre med ...?", "har andre kommuner funnet løsninger på ...?"
_ANDRE = re.compile(
    r"\bhvordan (jobber|gjør|gjorde|løser|har|får|organiserer|bruker|arbeider) andre\b"
    r"|\b(har|hva gjør|hva har) andre (kommuner|steder|veiledere|kontor|funnet|løst|prøvd|fått)\b"
)
_KOMMUNER = ("gjøvik", "lillehammer", "ringsaker", "hamar")
_OG = re.compile(r"^\W*(og|enn|hva med|kva med|men)\b", re.I)
# These need a participant or a measure; with neither, a question the base surely answers goes there.
_UTEN_EMNE = frozenset({"anbefal_tiltak", "sammenlign_tiltak", "forklar_tiltak", "kombiner_tiltak"})
_DELTAKER = re.compile(
    r"\b(passer|passar|høver|hun|ho|han|henne|ham|for (en|ein|ei)|deltakeren|deltakaren|personen)\b", re.I
)
# From here a rule answers whatever the base has, unless the wording itself asks for findings or a word's meaning.
_REGEL_HELT_SIKKERT = 0.95
# "kan vi ...?" asks what the rules say
_KAN_VI = re.compile(r"^\W*(og )?(kan|får|må|skal|er det lov|har (vi|jeg|eg) lov)\b", re.I)
_VERB_FORST = re.compile(
    r"^\W*((og|men) )?(kan|får|må|skal|har|er|gir|gjev|blir|trenger|treng|mister|mistar|dekker|dekkjer|betaler|betalar|"
    r"gjelder|gjeld|teller|tel|finnes|finst)\b(?! (det )?(et|ein|en|eit) (ord|begrep|forkort))",
    re.I,
)
# How likely the base must be to know before it answers for the rules: where no rule is near, where one is, and where
# one is and what a rule settles is asked for.
_BASEN, _BASEN_KLART, _BASEN_HELT_KLART = 0.6, 0.8, 0.9
_KORT = 7
_RUNDT = frozenset({"spor_regel", "utenfor", "spor_kunnskap"})
# Somebody of one's own is told of, not those of a report.
_FORTELLER = re.compile(
    r"\b(hun|ho|han|henne|hennar|ham|hans|hennes|deltakeren|deltakaren|brukeren|brukaren)\b"
    r"|\b(en|ei|ein) (\w+ )?(mann|kvinne|dame|jente|gutt|\w+åring)\b",
    re.I,
)
# "hva skjer med dem som ...?", "hvorfor er ...?": of how it goes, whoever it goes so for
_OM_FLERE = re.compile(
    r"^\W*(og |men )?((hva|kva|ka) (skjer|hender) med (dem|de|dei|dæm|dei)\b|(hvorfor|kvifor)\b)", re.I
)
# From this certainty the classifier is believed when it says that a question is not ours.
_FREMMED = 0.6
_EGNE = ("spor_kunnskap", "spor_begrep", "spor_rad")


def om_kontakt(tekst: str) -> bool:
    """Whether the text asks whom to contact."""
    return bool(KONTAKT.search(_FJERNET.sub(" ", tekst)))


def forteller_om_noen(melding: Melding) -> bool:
    """Whether the message tells something of somebody; a place or a branch is about an example as often."""
    return any(o.faktum not in ("kommune", "fylke", "bransje") for o in melding.opplysninger)


def entydig_kunnskap(samtale: Samtale, melding: Melding) -> str | None:
    """The capability when the wording itself asks for examples, findings, a term, a checklist or a contact."""
    tekst = melding.tekst.lower()
    om_person = forteller_om_noen(melding)
    if er_folge(samtale, melding):
        return "spor_kunnskap"
    if om_kontakt(tekst) and not om_person:
        return "spor_kunnskap"
    if _SJEKKLISTE.search(tekst):
        return "spor_rad"
    if not om_person and er_telling(tekst):
        return "spor_kunnskap"
    if _BETYR.search(tekst) and melding.ord <= 9 and not melding.opplysninger and len(melding.tiltak) <= 1:
        ja = melding.intent in (*_EGNE, "forklar_tiltak", "spor_regel", "utenfor")
        if ja and not (melding.tiltak and not re.search(r"\b(betyr|tyder|står for|stend for|forkort)", tekst)):
            return "spor_begrep"
    if sum(bool(re.search(rf"\b{k}\b", tekst)) for k in _KOMMUNER) >= 2 and melding.intent != "anbefal_tiltak":
        return "spor_kunnskap"
    if _ANDRE.search(tekst) and not melding.tiltak:
        return "spor_kunnskap"
    if om_person and melding.intent not in _EGNE:
        return None
    if _HVORFOR_SA.search(tekst) and melding.sporsmal != "hvorfor_ikke":
        return "spor_kunnskap"
    if (_EKSEMPLER.search(tekst) or _RAPPORT.search(tekst)) and melding.intent not in ("spor_begrep", "spor_rad"):
        return "spor_kunnskap"
    if samtale.tema == "kunnskap" and melding.ord <= 6 and _OG.match(tekst) and not melding.tiltak and not om_person:
        return "spor_kunnskap"
    return None


def spor_ja_nei(tekst: str) -> bool:
    """Whether the text asks if something is so, verb first; never what a word means."""
    return bool(_VERB_FORST.match(tekst))


def _spor_om_regel(tekst: str) -> bool:
    """Whether the text asks what holds today, and not what reports found or others have done."""
    lav = tekst.lower()
    erfaring = any(m.search(lav) for m in (_EKSEMPLER, _RAPPORT, _ERFARING, _SJEKKLISTE)) or er_telling(lav)
    return bool(HVA_GJELDER.search(lav)) and not erfaring and not om_kontakt(lav)


def rettet(k: Kontekst, samtale: Samtale, melding: Melding, evne: str) -> str:
    """The capability chosen, or the one whose texts are surer: rules for rules, the base for what reports found."""
    sagt = melding.tiltak or melding.opplysninger  # "A2" is an answer, or somebody's level
    if not sagt and evne != "spor_begrep" and k.kunnskap.er_bare_begrep(melding.tekst):
        return "spor_begrep"
    if (
        evne != "spor_begrep"
        and _ber_om_erfaring(melding)
        and _erfart(k, melding)
        and not _bare_regelen_vet(k, melding)
    ):
        return "spor_kunnskap"
    if _basen_vet_best(k, samtale, melding, evne):
        return "spor_kunnskap"
    if forteller_om_noen(melding) and evne not in _EGNE:
        return evne
    if evne == "spor_regel" and melding.sporsmal == "naar_gjaldt":
        return evne  # rules have dates; the reports are of their own year
    if evne == "spor_begrep" and spor_ja_nei(melding.tekst) and _regelpoeng(k, melding) >= REGEL_GODT:
        return "spor_regel"
    if evne == "spor_kunnskap" and _EKSEMPLER.search(melding.tekst.lower()) and _bare_regelen_vet(k, melding):
        return "spor_regel"
    if evne != "utenfor" and _spor_om_regel(melding.tekst):
        if evne not in _EGNE or melding.intent not in _EGNE:
            return evne
        return "spor_regel" if _regelpoeng(k, melding) >= REGEL_GODT else evne
    if evne in ("spor_regel", "utenfor", "spor_kunnskap") and not om_kontakt(melding.tekst):
        regel_svarer = "?" in melding.tekst and _regelpoeng(k, melding) >= REGEL_SIKKERT
        om_lov = evne == "spor_regel" and (regel_svarer or _KAN_VI.match(melding.tekst))
        if _klart_problem(k, melding) and not melding.tiltak and not om_lov:
            return "spor_rad"
    if evne in ("spor_regel", "utenfor"):
        if samtale.tema == "regel" and melding.ord <= 7:
            return evne
        treff = k.kunnskap.finn(melding.tekst, 1)
        poeng = treff[0].poeng if treff else 0.0
        minst = SIKKERT if evne == "utenfor" and melding.sikkerhet >= _FREMMED else GODT
        if evne == "spor_regel" and _regelpoeng(k, melding) < min(poeng, REGEL_GODT):
            minst = SVAKT  # neither is sure, and the base less unsure: its nearest, said to be no more than that
        # outside our field by the classifier: any text of ours that surely answers is better
        tak = max(REGEL_GODT, poeng) if evne == "utenfor" else REGEL_GODT
        if poeng >= minst and _regelpoeng(k, melding) < tak:
            return "spor_kunnskap"
    alene = not (melding.opplysninger or melding.tiltak or melding.tvil or (samtale.tiltak and melding.ord <= 7))
    if evne in _UTEN_EMNE and alene and not _DELTAKER.search(melding.tekst):
        treff = k.kunnskap.finn(melding.tekst, 1)
        if treff and treff[0].poeng >= SIKKERT and _regelpoeng(k, melding) < REGEL_SIKKERT:
            return "spor_kunnskap"
    gjettet = evne in ("spor_kunnskap", "spor_begrep") and entydig_kunnskap(samtale, melding) is None
    if gjettet and (regelpoeng := _regelpoeng(k, melding)) >= REGEL_SIKKERT:
        treff = k.kunnskap.finn(melding.tekst, 1)
        if regelpoeng >= _REGEL_HELT_SIKKERT or (treff[0].poeng if treff else 0.0) < SIKKERT:
            return "spor_regel"
    return evne


def _klart_problem(k: Kontekst, melding: Melding) -> bool:
    """Whether the message tells of a problem that the base has advice on."""
    problem = k.kunnskap.problem(melding.tekst)
    return problem is not None and problem[1] >= (PROBLEM_SOM_SPORSMAL if "?" in melding.tekst else PROBLEM_SIKKERT)


def _basen_vet_best(k: Kontekst, samtale: Samtale, melding: Melding, evne: str) -> bool:
    """Whether the best entry answers a question of its own better than the rules do. What is no longer so only where
    the past, a place or a report is asked about or no rule is near; a word's definition never."""
    minst = _minst_sikker(samtale, melding, evne)
    treff = k.kunnskap.finn(melding.tekst, 1) if minst is not None else []
    if minst is None or not treff or treff[0].poeng < minst or treff[0].dokument.navn or _klart_problem(k, melding):
        return False
    dokument, tekst, regel = treff[0].dokument, melding.tekst, _regelpoeng(k, melding)
    onske, erfaring = k.kunnskap.sok.onske(tekst), spor_om_erfaring(tekst)
    sagt = onske.steder or onske.kilder or erfaring or spor_om_fortid(tekst)
    begrep = bool(dokument.navn) and not dokument.er_tiltak
    if regel >= REGEL_SVAKT and (begrep or (dokument.historisk and not sagt)):
        return False
    if evne in _RUNDT and erfaring:
        return True
    om_regel = regel >= REGEL_SVAKT and spor_hva_som_gjelder(tekst) and not erfaring
    minst = _BASEN_HELT_KLART if om_regel else _BASEN if regel < REGEL_GODT else _BASEN_KLART
    return basen_vet(tekst, treff[0].poeng, regel) >= minst


def _minst_sikker(samtale: Samtale, melding: Melding, evne: str) -> float | None:
    """How sure the base must be of an entry before it answers instead of `evne`; None when it never does."""
    erfaring = spor_om_erfaring(melding.tekst)
    videre = bool(samtale.tema) and melding.ord <= _KORT
    if videre or _FORTELLER.search(melding.tekst) or (spor_om_belop(melding.tekst) and not erfaring):
        return None
    if evne == "utenfor":
        return SIKKERT if melding.sikkerhet >= _FREMMED else GODT
    if evne in _RUNDT:
        return SVAKT
    om_flere = erfaring or bool(_OM_FLERE.match(melding.tekst))
    om_noen = bool(samtale.gjeldende or melding.tiltak) or not om_flere
    return None if evne not in (_UTEN_EMNE | {"oppgi_fakta", "hva_om"}) or om_noen else SIKKERT


def _ber_om_erfaring(melding: Melding) -> bool:
    """Whether the wording asks what others have done or found, and nobody but a place is told of."""
    if _ANDRES.search(melding.tekst):
        return True
    sted = any(o.faktum in ("kommune", "fylke") for o in melding.opplysninger)
    return sted and bool(_HVA_BLE_GJORT.search(melding.tekst))


def _erfart(k: Kontekst, melding: Melding) -> bool:
    """Whether the base has more on it than the rules, or neither has anything: then it is the base that has not."""
    treff = k.kunnskap.finn(melding.tekst, 1)
    poeng, regel = treff[0].poeng if treff else 0.0, _regelpoeng(k, melding)
    return poeng >= GODT or (regel < REGEL_SIKKERT and poeng >= SVAKT) or regel < REGEL_GODT


def _bare_regelen_vet(k: Kontekst, melding: Melding) -> bool:
    """Whether a rule surely tells of what examples are asked for, and the base has none that surely is one."""
    treff = k.kunnskap.finn(melding.tekst, 1)
    return (treff[0].poeng if treff else 0.0) < SIKKERT and _regelpoeng(k, melding) >= REGEL_SIKKERT


def _regelpoeng(k: Kontekst, melding: Melding) -> float:
    ekstra = [k.tjeneste.tiltak[i].navn for i in melding.tiltak]
    treff = k.regelsok.finn(melding.tekst, antall=1, ekstra=ekstra)
    treff += k.regelsok.finn(melding.tekst, antall=1, gjelder=ordninger_i(melding.tekst))
    return max((t.poeng for t in treff), default=0.0)
