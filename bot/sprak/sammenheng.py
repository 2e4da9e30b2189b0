"""The words around a fact: negation, correction, removal, and questions about a requirement."""

# ruff: noqa: E501 - patterns are read and compared a line each
from __future__ import annotations

import re
from dataclasses import dataclass

_NEKTELSE = (
    r"(?:ikke|ikkje|ikkj|itj|ittj|ikke noe|ikkje noko|aldri|uten|utan|ingen|inga|mangler|manglar|verken|hverken|korkje)"
)
_FYLL = (
    r"(?:er|har|hatt|hadde|vært|vore|blitt|fått|en|ein|ei|et|eit|noen|noe|nokon|noko|nokre|på|i|som|enda|ennå|enno|lenger|lenger|lengre|"
    r"lengur|helt|heilt|å|være|vere|kjent|kjente|særlig|direkte|formelt|formell|at|registrert|lengst|nivå|norsknivå)"
)
_NEKTET = re.compile(rf"\b{_NEKTELSE}\s+(?:{_FYLL}\s+){{0,4}}$")
_NEKTET_INNI = re.compile(r"\b(?:ikke|ikkje|itj|ingen|aldri|verken|hverken|korkje)\b(?! bare| berre| minst| sant)")
_VERKEN_ELLER = re.compile(r"\b(?:verken|hverken|korkje) [^,.;?!]{1,30} eller (?:i |på |noe )?$")
_STEMMER_IKKE = re.compile(r"\b(?:stemmer|stemte|er|var) (?:ikke|ikkje|feil|itj) at [^,.;!?]{0,30}$")
_IKKE_NEKTET = re.compile(
    r"\b(?:hvorfor|kvifor|koffor|koffer|om|hvis|viss) (?:ikke|ikkje) (?:\w+ )?$|"
    r"\b(?:hvorfor|kvifor|koffor|koffer)\b[^.,;?]{0,25}\b(?:ikke|ikkje|itj) (?:en |ein |ei |noen |nokon )?$|"
    r"^\W*(?:kan|får|skal|bør|må) (?:ikke|ikkje|itj) (?:en|ein|ei) $|ikk(?:e|je) (?:bare|berre|minst|sant)\b"
)
_LEDDSKILLE = re.compile(r"[,;:.!?\n()]|\b(?:men|og at|fordi|siden hun|når|mens)\b")
_SETNING = re.compile(
    r"[!?\n;]+|\.(?=\s|$)(?<!\d\.)(?<!mnd\.)(?<!nr\.)(?<!ca\.)(?<!pr\.)|\.(?<=\d\.)(?=\s+[a-zæøå]{2,}\s+(?:har|er|vil|kan)\b)"
)

_KRAV = re.compile(
    r"\b(?:hvordan (?:vurderer|avgjør|vet|måler|finner|dokumenterer) (?:man|en|nav|de|vi|kommunen)|(?:hvem|hva|kva) (?:bestemmer|avgjør|vurderer|vil det si|betyr|tyder|innebærer|menes)|(?:kan|lar) (?:\w+ ){1,2}(?:kombineres|kombinere)|(?:hvor|kor) (?:mye|mykje|stor\w*|høy\w*|høg\w*) (?:er|blir|vert|utgjør)|vente (?:til|på)|krever|krev|requires?|kreves|krevst|krevjast|krava?|kravet|kravene|forutsetter|føreset|trengs|trengst|språkkrav\w*|sats\w*\b[^.?!]{0,40} for (?:dem|dei|de|alle|personer|personar) (?:som er )?(?:under|over|mellom)\b|"
    r"norskkrav\w*|alderskrav\w*|aldersgrense\w*|minstekrav\w*|vilkår\w*|"
    r"(?<!vi )(?<!jeg )(?<!hun )(?<!han )(?<!deltaker )(?<!deltakeren )(?<!bruker )(?<!brukeren )(?<!som )(?<!og )(?<!, )trenger (?:man|en|de)|"
    r"(?<!vi )(?<!me )(?<!eg )(?<!ho )(?<!han )(?<!deltakar )(?<!deltakaren )(?<!brukar )(?<!brukaren )(?<!som )(?<!og )treng (?:ein|dei)|må (?:man|en|ein|de|dei|det|alle|søker(?:en)?|søkjar(?:en)?|deltakere|deltakarar) |"
    r"(?:man|en|ein|de|dei|du) (?:må|skal|bør) (?:ha|være|vere|kunne|kunna|minst)\b|"
    r"må (?:hun|han|ho|deltaker(?:en)?|deltakar(?:en)?|bruker(?:en)?|brukar(?:en)?|innsatsgrupp(?:a|en)|arbeidsevn(?:a|en)|vi|ein|jeg) (?:ha|være|vere|kunne|gi)\b|"
    r"holder (?:det|a1|a2|b1|b2)|held det|nok med|godt nok|før norsknivå|hva slags nivå|hvilket nivå|"
    r"er (?:[a-c][12]|det [a-c][12]|fagbrev|videregående) (?:nok|eller noe)|må være (?:under|over|fylt|minst))"
)
_PERSON = re.compile(
    r"\b(?:hun|han|ho|henne|hennes|hennar|ham|deltakeren|deltakaren|brukeren|brukaren|"
    r"(?:en|ein|ei|deltaker|deltakar|bruker|brukar|mann|kvinne|dame|person|noen|nokon) (?:på|som er|som har|med|uten|utan|under|over)|"
    r"mann|kvinne|dame|har en|har ein)\b"
)
_MA_PERSON = re.compile(
    r"\bmå (?:hun|han|ho|deltaker(?:en)?|deltakar(?:en)?|bruker(?:en)?|brukar(?:en)?) (?:ha|være|vere|kunne)\b|"
    r"\b(?:ha|være|vere) (?:minst )?(?:[a-c][12]|registrert|under|over|fylt)"
)

#: What holds of participants in general, and is not asked about a measure for them.
_GRUPPE = re.compile(
    r"\b(?:flere|mange|noen|de fleste|halvparten) av (?:dem|de|\w+(?:ene|ane))\b|\b(?:våre|alle|mange|flere|de fleste|andre|noen) (?:av )?(?:\w+ )?(?:deltakere|deltakerne|brukere|brukerne|flyktninger|introdeltakere|ukrainere)\b|"
    r"\b(?:de fleste|flertallet|majoriteten|halvparten|mange av dem)\b|\b(?:deltakerne|brukerne|flyktningene) (?:våre|hos oss|i kommunen)\b|\b(?:vanlig|normalt|typisk|standard)\b[^.?!]*\b(?:for|at|med)\b|^(?:de|dem|folk|deltakere) som\b"
)
_TILTAK_TIL = re.compile(
    r"\b(?:hvilke|hva (?:slags|passer|finnes|har|gjør|kan)|passer|passende|tiltak\w*|aktuel\w+|tiltak|tilbud|tilby)\b"
)
_RETTELSE = re.compile(
    r"^(?:nei|neida|neidå|nope|niks|feil|oi|ops|oops|sorry|beklager|beklagar|unnskyld|orsak)\b|"
    r"\b(?:jeg|eg|æ|e|æg) (?:mente|meinte|skrev feil|skreiv feil|tok feil|husket feil)\b|^(?:mente|meinte)\b|"
    r"\b(?:rettelse|retting|rettar|retter|korrigering|korrigerer|korreksjon|skulle stå|skulle vært|skulle vere|skal stå|"
    r"det skal være|det skal vere|stemmer ikke|stemmer ikkje|stemte ikke|var feil|er feil|ble feil|blei feil|vart feil)\b"
)
_RETTER_TETT = re.compile(
    r"\b(?:nei|vent|rettelse|korreksjon|oi|feil),? (?:vent,? |forresten,? |på )?(?:skal være )?$|\b(?:egentlig|eigentleg|faktisk|likevel)\s+(?:\w+\s+){0,2}$"
)

_FJERN = re.compile(
    r"(?<!ikke )(?<!ikkje )\b(?:stryke?|slette?|fjerne?|glemm?e?|gløyme?|droppe?|kutt(?: ut)?|ta bort|ta vekk|se bort fra|sjå bort frå|sjå vekk frå|ignorer|nullstill)\s+"
    r"(?!ikke\b|ikkje\b)(?P<rest>[^.,!?\n;:]{1,80}?)(?=$|[.,!?\n;:]| men | for (?:hun|han|ho)\b)"
)
_VAR_FEIL = re.compile(
    r"\bdet (?P<rest>(?:med|om|der med)(?: at)? [^.,!?;\n]{1,50}?) (?:var|er|ble) (?:feil|galt|ikke riktig|ikke sant|bare tull)\b"
)
_NAVN_PA_FAKTA = re.compile(
    r"\b(?:(?P<norskniva>(?:norsk|språk)?nivået|norsknivå|språknivå|norsken)|(?P<programmaned>(?:program)?måned(?:en)?|månad(?:en)?)|"
    r"(?P<alder>alder(?:en)?)|(?P<utdanning>fagbrevet|utdanning(?:en|a)?|utdannelsen|skolegang(?:en)?|skulegang(?:en)?|skolebakgrunn(?:en)?)|"
    r"(?P<sluttmal>(?:slutt)?mål(?:et)?)|(?P<oppholdsgrunnlag>opphold(?:et|sgrunnlag(?:et)?)?|opphald(?:et|sgrunnlag(?:et)?)?|ukraina)|"
    r"(?P<ordning>ordning(?:en|a)?|program(?:met)?|kvp|intro|jobbsjansen)|(?P<barn_under_18>barn(?:a|et|ene)?|borna?|ungene|ungane)|"
    r"(?P<bransje>bransje(?:n)?)|(?P<kommune>kommune(?:n)?)|(?P<fylke>fylke(?:t)?)|(?P<helse>helse(?:n|a|plagene)?)|"
    r"(?P<arbeid_timer_uke>jobb(?:en)?|stilling(?:en|a)?)|(?P<ytelse>ytelse(?:n)?|yting(?:a)?|aap|sosialhjelp(?:en|a)?)|"
    r"(?P<innsatsgruppe>innsatsgruppe(?:n|a)?)|(?P<arbeidssoker>arbeidssøker(?:en)?)|(?P<kjonn>kjønn(?:et)?)|"
    r"(?P<arbeidsgiver_vil_ansette>arbeidsgiver(?:en)?|arbeidsgivar(?:en)?)|(?P<praksisplass>praksisplass(?:en)?))\b"
)


@dataclass(frozen=True)
class Setning:
    """One sentence of the message with what it means for the facts in it. gruppe: it speaks of participants in general."""

    start: int
    slutt: int
    usikker: bool
    rettelse: bool
    gruppe: bool = False


def setninger(tekst: str) -> list[Setning]:
    """Split a normalised message; a correction said in one sentence holds for the short ones after it."""
    ut: list[Setning] = []
    grenser = [m.end() for m in _SETNING.finditer(tekst)]
    rettet = False
    om_tiltak = bool(_TILTAK_TIL.search(tekst))
    fra = 0
    for til in [*grenser, len(tekst)]:
        if til <= fra:
            continue
        del_ = tekst[fra:til].strip()
        if del_:
            rettet = bool(_RETTELSE.search(del_)) or (rettet and len(del_) < 60)
            usikker = bool(_KRAV.search(del_)) and (not _PERSON.search(del_) or bool(_MA_PERSON.search(del_)))
            gruppe = not om_tiltak and bool(_GRUPPE.search(del_)) and not _PERSON.search(del_)
            ut.append(Setning(fra, til, usikker, rettet, gruppe))
        fra = til
    return ut


def er_nektet(tekst: str, start: int, slutt: int) -> bool:
    """True when the span is denied: "ikke A2", "er ikke i KVP", "verken intro eller KVP"."""
    venstre = tekst[max(0, start - 60) : start]
    skiller = [m.end() for m in _LEDDSKILLE.finditer(venstre)]
    ledd = venstre[skiller[-1] :] if skiller else venstre
    if _VERKEN_ELLER.search(venstre) or _STEMMER_IKKE.search(venstre):
        return True
    if _NEKTET.search(ledd) and not _IKKE_NEKTET.search(ledd):
        return True
    return bool(_NEKTET_INNI.search(tekst, start, slutt))


def retter_tett(tekst: str, start: int) -> bool:
    """True for "egentlig A1", "faktisk 41"."""
    return bool(_RETTER_TETT.search(tekst[max(0, start - 40) : start]))


def fjernet(tekst: str) -> list[tuple[int, int, list[tuple[str, int, int]]]]:
    """Requests to forget: the span they reach over, and the facts named by their noun with the noun's span."""
    ut = []
    for m in (*_FJERN.finditer(tekst), *_VAR_FEIL.finditer(tekst)):
        start, slutt = m.span("rest")
        navn = [(str(n.lastgroup), n.start(), n.end()) for n in _NAVN_PA_FAKTA.finditer(tekst, start, slutt)]
        ut.append((start, slutt, navn))
    return ut
