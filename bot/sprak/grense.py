"""What lies at or outside the edge of the assistant's field, by the wording: acute danger, medical advice, other countries,
decisions in a case, insults, tricks, gibberish, a choice of language.

The patterns ask for the whole turn of phrase: "går på medisiner" and "jobbet i Sverige" are facts of a participant.
"""

# ruff: noqa: E501 - patterns are read and compared a line each
from __future__ import annotations

import re

_LAND = (
    r"(?:sverige|danmark|finland|island|tyskland|england|storbritannia|frankrike|spania|italia|nederland|usa|amerika|canada|polen|ukraina|syria|"
    r"tyrkia|australia|andre land|utlandet|eu|norden)"
)
_JEG = r"(?:jeg|eg|æ|vi|me|man|ein|en|kommunen|nav)"
_AVGJOR = (
    r"(?:innvilg\w*|avslå\w*|avvis\w*|godkjenn\w*|stans\w*|stopp\w*|trekk\w*|fatt\w* vedtak|gjer\w* vedtak|gjøre vedtak|vedta|bestemm\w*|avgjør\w*|avgjer\w*|"
    r"si (?:ja|nei)|(?:gi|gje|gi[rv]) (?:\w+ )?(?:avslag|medhold|permisjon|plass|forlengelse)|opphev\w*|omgjør\w*)"
)
_TYPER: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (navn, re.compile(m))
    for navn, m in (
        ("fare", r"\bselvmord\w*|\bsjølvmord\w*|\bta(?:r)? (?:sitt eget liv|livet (?:sitt|av seg))|\bdrepe seg\b|\bslår (?:henne|kona|barna|ungene)\b|\b(?:truer|trugar) (?:med å|henne på livet|meg)\b|\bblir (?:slått|mishandlet|banka)\b|\btvangsgift\w*|\bkjønnslemlest\w*|\bakutt fare\b"),
        ("vedtak", rf"\b(?:skal|bør|burde) {_JEG} (?:nå |da |heller |no |då )?(?:\w+ )?{_AVGJOR}\b|\b(?:kan|vil|skal|må) (?:du|dere|de) (?:\w+ )?{_AVGJOR}\b|\ber det (?:rett|riktig|greit|ok) (?:av meg )?(?:å|at jeg|at vi) {_AVGJOR}\b|\b(?:hva|kva) (?:ville|vil) du (?:ha )?(?:bestemt|vedtatt|innvilget)\b"),
        ("skriv", r"\b(?:kan|vil|skal) (?:du|dere) (?:\w+ )?(?:skrive?|lage?|utforme?) (?:et |eit |en |ein |ei )?(?:\w+ )?(?:vedtak\w*|avslag\w*|søknad\w*|klage\w*|brev\w*|e-?post|rapport|referat|cv)|^\W*(?:skriv|lag|utform|formuler) (?:et |eit |en |ein |ei )?(?:\w+ )?(?:vedtak\w*|avslag\w*|klage\w*|søknad\w*|brev\w*|e-?post|cv)\b"),
        ("lureri", r"\b(?:ignorer|glem|overse|se bort fra|sjå bort frå|forget|ignore|disregard)\b[^.?!]{0,30}\b(?:instruks\w*|instruct\w*|regle(?:ne|r) dine|reglane dine|prompt\w*|rules)\b|\bsystem-?\s?prompt\w*|\b(?:vis|skriv ut|gjenta|avslør|print)\b[^.?!]{0,20}\b(?:instruks\w*|prompt\w*|kildekode\w*|passord\w*|api-?nøkk\w*)|\bdu er (?:nå|no) (?:en|ein|ei) (?!menneske)\w+|\b(?:lat som|later som) (?:du er|om du)\b|\bjailbreak\b|\bdan mode\b|\bact as\b|\byou are now\b|\bdeveloper mode\b|<\s*/?\s*(?:script|img|iframe|svg|body|style)\b|\b(?:drop|delete|truncate|insert|update|select)\b (?:table|from|into|\*)|\bunion select\b|\bor 1 ?= ?1\b|\$\{|\{\{|\bonerror ?="),
        ("fornermelse", r"\b(?:idiot\w*|dum(?:t|me|ming|bot)?(?= bot\b| du\b|\W*$)|du er (?:så |helt |heilt |jævlig |veldig )?(?:dum|ubrukelig|ubrukeleg|udugelig|teit|elendig|håpløs|håplaus|idiotisk|stygg|dårlig|verdiløs|fjern)|dra til helvete|hold kjeft|hald kjeft|drit og dra|kødd\w*|fuck\w*|faen|fy faen|helvete|jævla?\w*|hore|taper|rasshøl|stupid|ræva|suger)\b|\b(?:dette|det|du|boten) (?:funker|fungerer|virker|verkar) ikk(?:e|je)\b"),
        ("medisin", r"\b(?:hvilke[nt]?|hva slags|kva slags|kva for|kva|hva|ka|hvor mye|hvor mange|kor mykje|kor mange)\b[^.?!]{0,20}\b(?:medisin\w*|tabletter|tablettar|antidepressiva|paracet\w*|ibux|dose\w*|mg)\b|\b(?:bør|skal|kan|må) (?:hun|han|ho|jeg|eg|deltakeren|brukeren) (?:ta|slutte med|få|bruke) (?:\w+ )?(?:medisin\w*|antidepressiva|tabletter|paracet\w*|sovemedisin|vaksine\w*)|\b(?:hva|kva) (?:er|betyr) (?:symptom\w*|diagnosen)\b|\bhvordan behandle[rs]?\b|\bkorleis behandl\w+\b|\bhar (?:jeg|eg|hun|han) (?:kreft|korona|influensa|angst|depresjon)\?"),
        ("land", rf"\b(?:tiltak|regler|reglar|ordninger|ordningar|tilbud|tilbod|rettigheter) har {_LAND}\b|\b(?:regle(?:ne|r)|reglane|lov(?:en|a)?|ordning\w*|introduksjonsprogram\w*|introprogram\w*|system\w*|rettigheter|rettar|integrering\w*|tiltak\w*)\b[^.?!]{{0,40}}\bi {_LAND}\b(?=[^.?!]*\?)|^\W*(?:og )?(?:har|hvordan gjør|korleis gjer|hva gjør|hvordan er det i|korleis er det i|hvordan fungerer det i) (?:de i |dei i )?{_LAND}\b"),
        ("utlendingssak", r"\b(?:hvordan|korleis|kan|når|får|vil|skal|hvor|kor|hva|kva)\b[^.?!]{0,40}\b(?:statsborgerskap|statsborgar\w*|søk\w*(?: hun| han| ho| man| de| ein| deltakeren| deltakaren| brukeren)?(?: om)? (?:asyl|familiegjenforening|familiesameining|oppholdstillatelse|opphaldsløyve|visum|beskyttelse)|få (?:familiegjenforening|familiesameining|visum|reisebevis)|fornye (?:oppholds\w*|opphaldsl\w*|tillatelsen)|reisebevis|utlendingspass|visum)\b"),
        ("hvem", r"^\W*(?:hvem|kven|kem) (?:er|e) du\b|^\W*(?:hva|kva|ka) (?:er|e) du(?: for|\W*$)|\ber du (?:et |eit |en |ein )?(?:ekte |virkelig )?(?:menneske|person|robot|bot|ki|ai|kunstig\w*|chatgpt|maskin|datamaskin|språkmodell)\b|\bbruker du (?:ki|ai|chatgpt|kunstig\w*)|\b(?:hvem|kven) (?:har )?laget deg\b"),
        ("annet", r"\b(?:hva|kva|ka|ke|hvordan|korleis)\b[^.?!]{0,12}\bv(?:æ|e)re?t?\b(?= (?:i|på|til)\b| blir|\W*$)|\bværmelding\w*|\bregner det\b|\bfotballkamp\w*|\boppskrift(?:en)? på\b|\b(?:skille meg|skilje meg|skilsmissen? min)\b|\bnabo(?:en|ane|ene)? (?:min|mi|vår)|\bhoroskop\w*|\blotto\w*|\baksje\w*|\bbitcoin\b|\bhovedstad(?:en)? i\b|\bhovudstad\w*|\bstatsminister\w*|\b(?:fortell|fortel|kan du) (?:en|ein|meg en) vits|\bskriv (?:et|eit) dikt|\bgod bok\b|\b(?:anbefale|tilrå) (?:en|ei|ein|et|eit) (?:god )?(?:bok|film|serie|restaurant)"),
        ("prat", r"^\W*(?:hm+|ja ?ja|tja|nja|lol|ha(?:ha)+|he(?:he)+|aha|mhm|test(?:er|ing)?|bla(?: bla)*|er du der|hallo+ ?\?+|morsomt|kult|wow|oi)\W*$"),
    )
)  # fmt: skip
_MAL = r"(?:bokmål|nynorsk)"
_BYTT = re.compile(
    rf"\b(?:svar\w*|skriv\w*|snakk\w*|bytt\w*|bruk\w*|prat\w*|heller|helst)\b(?: (?:du|meg|heller|helst|no|nå|gjerne|over|bare|berre|alltid|kan|språk|målform))*(?: på| til)? {_MAL}\b"
    rf"|^\W*(?:på )?{_MAL}(?:,? (?:takk|er du snill|helst))?\W*$"
)
_ENGELSK = re.compile(
    r"\b(?:the|you|is|are|what|how|can|my|of|help|please|your|which|who|when|where|why|and|have|tell|about|does|do|available|refugees?|this|that|with|he|she|they|need|should|would|english)\b"
)
_NORSK = re.compile(r"[æøå]|\b(?:og|er|på|som|for en|hva|kan hun|tiltak|jeg|eg|hun|han|ikke|ikkje)\b")
_ORD = re.compile(r"[a-zæøå]+")
_VOKAL = re.compile(r"[aeiouyæøå]")
_RAD = re.compile(r"qwert|asdf|zxcv|sdfg|dfgh|fghj|ghjk|hjkl|jkl[øæ]|qwe\b|zxc\b|123456")


def finn_grense(tekst: str) -> str | None:
    """The kind of limit a normalised message runs into: fare, vedtak, skriv, lureri, fornermelse, medisin, land,
    utlendingssak, hvem, annet, prat, engelsk, tull or None."""
    for navn, monster in _TYPER:
        if monster.search(tekst):
            return navn
    if len(_ENGELSK.findall(tekst)) >= 2 and not _NORSK.search(tekst):
        return "engelsk"
    return "tull" if _er_tull(tekst) else None


def finn_malvalg(tekst: str) -> str | None:
    """ "nb" or "nn" when the message asks to be answered in it."""
    m = _BYTT.search(tekst)
    if m is None:
        return None
    return "nn" if "nynorsk" in m.group() else "nb"


def _er_tull(tekst: str) -> bool:
    """Rows of the keyboard, and words nobody can pronounce."""
    ord_ = _ORD.findall(tekst)
    if not ord_:
        return False
    rare = [
        o
        for o in ord_
        if len(o) > 3 and (_RAD.search(o) or (len(o) > 5 and not _VOKAL.search(o)) or re.search(r"[^aeiouyæøå]{6}", o))
    ]
    return len(rare) * 2 > len([o for o in ord_ if len(o) > 2]) and not re.search(r"\d", tekst)
