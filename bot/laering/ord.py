"""What a user says to the teacher: the words that mean the same whatever the classifier thought."""

from __future__ import annotations

import re

_JEG = r"(?:jeg|eg|æ|vi)"
_HVORDAN = r"(?:hvordan|korleis|kordan|åssen|hvor bra|hvor godt|kor bra|kor godt)"
_HVORFOR = r"(?:hvorfor|kvifor|koffor|åffer)"
_HVOR = r"(?:hvor|kvar|kor)"
_ETTER = r"(?: (?:med |til |på )?(?:quiz\w*|kviss\w*|kurs\w*|leksjon\w*|spørsmål\w*))?"


def _en_av(*monstre: str) -> re.Pattern[str]:
    """Any of the patterns, anywhere in a message."""
    return re.compile("|".join(monstre), re.I)


def _hele(*monstre: str) -> re.Pattern[str]:
    """Any of the patterns as the whole message."""
    return re.compile(rf"^\W*(?:{'|'.join(monstre)})\W*$", re.I)


QUIZ = _en_av(
    r"^\W*(?:ti|fem|\d+) (?:nye )?spørsmål (?:om|til)\b",
    r"\b(?:quiz|kviss|kvizz|quizz)\w*",
    r"\b(?:test|spør|hør|høyr) (?:meg|me|mæ)\b",
    r"\b(?:gi|gje|still|lag) (?:meg|oss) (?:(?:et|eit|ett|noen|nokre|flere|fleire|\d+) )?(?:nye |nytt )?"
    r"(?:spørsmål|oppgave|oppgåve)",
)
LEKSJON = _en_av(
    r"\b(?:neste|forrige|førre|første|fyrste|siste) leksjon\b",
    r"\bleksjon(?:en|a)? (?:\d+|om)\b",
    r"^\W*leksjon(?:er|ar|ene|ane)?\W*$",
    r"\b(?:start|begynn|byrj|ta|vis|fortsett) (?:på |med )?(?:kurset|leksjon\w*)\b",
)
OVERSIKT = _en_av(
    r"\b(?:hvilke|kva|hva slags|kva slags|vis|list\w*|alle|oversikt\w*(?: over)?|innhold\w* i|innhald\w* i)\b"
    r"[^.?!]{0,20}\b(?:leksjon(?:er|ar|ene|ane)|kurset)\b",
    r"\bkursoversikt\w*",
    r"^\W*leksjon(?:er|ar|ene|ane)\W*$",
)
FRAMGANG = _en_av(
    rf"\b{_HVORDAN} (?:ligger|ligg) (?:jeg|eg|æ) an\b(?! (?:med|til) )",
    rf"\b{_HVORDAN} (?:går|gjekk|gikk|har) (?:det|eg|jeg)(?: gått| gjort det)? (?:med |på |i )?"
    r"(?:quiz|kviss|kurs|leksjon)\w*",
    r"\b(?:hvor langt|kor langt) (?:har|er) (?:jeg|eg|æ) (?:kommet|komme|komen|nådd|i kurset)\b",
    r"\b(?:vis|se|sjå|få se) (?:min |meg )?(?:fram|frem)(?:gang|drift)\w*",
    r"\b(?:fram|frem)gangen min\b|\bmin (?:fram|frem)gang\b|^\W*(?:fram|frem)(?:gang|drift)\w*\W*$",
    r"^\W*(?:resultat|poeng|score|skår)\w*(?: mine?| så langt)?\W*$",
    r"\b(?:hvor|kor) mange (?:riktige|rette|poeng) (?:har|fikk|fekk)\b|\bhvor mange har jeg (?:riktig|rett)",
    r"\bhar (?:jeg|eg) (?:bestått|greidd|klart) (?:kurset|quizen|leksjonen)",
    rf"\b(?:hva|kva) (?:kan|bør|må) {_JEG} (?:øve|repetere)\b",
)
NULLSTILL = _en_av(r"\b(?:nullstill|slett|fjern|glem|gløym) (?:\w+ )?(?:(?:fram|frem)gang|resultat)\w*")
FEILENE = _en_av(
    r"\b(?:feilene|feila|feil mine)\b",
    rf"\bdet {_JEG} (?:bommet|bomma|feilet|feila|svarte feil|svara feil) på\b",
    r"\b(?:ta|øv på|repeter) feil\w*",
)
NESTE = _hele(
    r"(?:(?:ok|okei|ja|greit),? )?(?:neste|videre|vidare|gå videre|gå vidare|neste spørsmål|nytt spørsmål|kjør)",
    rf"(?:{_JEG} er )?klar",
    r"mer|meir|flere|fleire|start",
)
HOPP = _hele(
    rf"(?:kan {_JEG} )?(?:hoppe?(?: over)?|skip|stå over|pass|neste(?: spørsmål)?|ta et annet|ta eit anna)"
    r"(?: (?:den|det|denne|dette|spørsmålet))?",
)
VET_IKKE = _hele(
    rf"(?:nei,? |hm+,? )?(?:{_JEG} )?(?:vet|veit|aner|husker|hugsar)(?: det)? ?(?:ikke|ikkje|da|då)?"
    rf"(?: {_JEG})?(?: det)?(?: ikke| ikkje)?",
    r"(?:har )?(?:ikke peiling|ikkje peiling|ingen anelse|inga aning|ingen aning)",
    rf"(?:{_JEG} er )?(?:usikker|blank)|(?:{_JEG} )?(?:vet|veit) (?:ikke|ikkje) helt",
    r"(?:hva|kva) er (?:det )?(?:riktige?|rette?) svar(?:et)?|(?:si|vis|gi meg) (?:svaret|fasiten)|fasit(?:en)?",
)
HINT = _en_av(
    r"\bhint\w*\b", r"^\W*(?:kan du )?(?:hjelp|hjelpe) meg(?: litt)?\W*$", r"\b(?:gi|gje) meg (?:et|eit) tips\b"
)
MENTE = _en_av(rf"\b{_JEG} (?:mente|meinte|skulle (?:ha )?(?:svart|svara|trykket))\b", r"\b(?:angre|ombestem)\w*")
BARE_LYD = _hele(r"ok|okei|ja|jo|nei|hm+|tja|greit|fint|ehh?|øh|nja|hæ|he")
VANSKELIGERE = _en_av(
    r"\b(?:vanskelig(?:e)?re|vanskeleg(?:a)?re|vanskelige|vanskelege|tøffere|tøffare|hardere|hardare)\b",
    r"\bfor (?:lett|lette|enkelt|enkle)\b",
    r"\b(?:høyere|høgare) nivå\b|\bmer utfordring\b",
)
LETTERE = _en_av(
    r"\b(?:lettere|lettare|enklere|enklare)\b",
    r"\bfor (?:vanskelig|vanskeleg|vanskelige|vanskelege|tøft|hardt)\b",
    r"\b(?:lavere|lågare) nivå\b|\b(?:lette|enkle) spørsmål\b",
)
HVORFOR = _en_av(
    rf"^\W*{_HVORFOR} (?:er|var|blir|ble|blei) (?:ikke |ikkje )?(?:det|dette|den|svaret|svaret mitt|[a-d]) "
    r"(?:ikke |ikkje )?(?:da |då |egentlig |eigentleg )?(?:feil|galt|gale|riktig|rett|sånn|slik)\b",
    r"\bforklare? .{0,30}\b(?:annen måte|anna måte|bedre|betre|enklere|enklare|nærmere|meir|mer)\b",
    rf"^\W*{_HVORFOR}(?: det| ikke| ikkje| ikke det| ikkje det| (?:ikke |ikkje )?[a-d])?\W*$",
    rf"^\W*{_HVORFOR}\b[^?]{{0,60}}\b(?:feil|galt|gale|riktig|riktig svar|rett svar)\W*$",
    r"^\W*(?:kan du |forstår ikke,? |skjønner ikke,? )?forklare?(?: det| dette| svaret| hvorfor| kvifor)?\W*$",
    rf"^\W*(?:{_JEG} )?(?:skjønner|skjønar|forstår|fatter) (?:ikke|ikkje)(?: det| dette)?\W*$",
    r"^\W*(?:hva|kva) er (?:feil|gale|galt)\b|^\W*er det feil\b",
)
KILDE = _en_av(
    rf"^\W*(?:og )?{_HVOR} (?:har|får|tok|tar|veit|vet) (?:du|dere|de) (?:det|dette) (?:fra|frå)\b",
    rf"^\W*(?:og )?{_HVOR} (?:står|stend) (?:det|dette)\W*$",
    r"^\W*(?:hva er |kva er )?(?:kilde(?:n|r|ne)?|kjelde(?:r|ne)?|kjelda|hjemmel(?:en)?|heimel(?:en)?)(?: på det)?\W*$",
    r"^\W*(?:hvilken|kva for(?: ein)?|kva) (?:paragraf|lov|regel|kilde|kjelde)(?: er det| står det i)?\W*$",
    r"^\W*(?:hvem|kven) (?:sier|seier|har sagt) det\W*$",
)
SLUTT = _hele(
    rf"(?:{_JEG} vil |nå |no |la oss |kan {_JEG} )?(?:slutte?|stoppe?|avslutte?|avbryte?|ferdig|nok|exit|quit"
    r"|det holder|det held|ikke mer|ikkje meir|takk for nå|takk for no"
    rf"|(?:{_JEG} )?(?:gir|gjev) (?:meg|opp|mæ))(?: (?:nå|no|her|for i dag|med))*" + _ETTER,
)
FORTSETT = _hele(
    rf"(?:(?:ja|ok|takk),? )?(?:fortsett|fortset|hald fram|hold fram|tilbake|vi fortsetter|gå tilbake"
    rf"|kan {_JEG} fortsette|la oss fortsette|gjenta|hva var spørsmålet|kva var spørsmålet|(?:kan du )?gjenta"
    rf"|(?:kan {_JEG} |vi )?(?:gå|går|ta) (?:videre|vidare)"
    r"|(?:hvor|kor) mange spørsmål (?:er )?(?:igjen|att|gjenstår))" + _ETTER,
)
VIDERE = _en_av(r"\b(?:neste?|videre|vidare|fortsett|fortset)\b", r"^\W*(?:mer|meir|flere|fleire|klar)\W*$")
FORRIGE = _en_av(r"\b(?:forrige|førre) leksjon\b", r"\bgå tilbake en leksjon\b")
FORFRA = _en_av(r"\b(?:første|fyrste) leksjon\b", r"\b(?:på nytt|forfra|fra starten|frå starten|fra begynnelsen)\b")
BOKSTAV = re.compile(r"\b([A-D])\b|\b(?:svar|alternativ|ikke|ikkje) ([a-d])\b")
_TALLORD = ("en", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti")
_LEKSJONSNUMMER = re.compile(
    rf"\bleksjon(?:en|a)?\s+(?:nr\.?\s*|nummer\s+)?(?:(\d{{1,2}})|({'|'.join(_TALLORD)}))\b", re.I
)
NIVA = re.compile(r"\bnivå\s*([123])\b", re.I)
_OM = r"\b.*?\b(?:om|i|på|innen|innanfor|innenfor)\s+(.{2,60}?)\W*$"
OM_NOE = re.compile(
    r"\b(?:quiz\w*|kviss\w*|qui?s|spørsmål|test|oppg[aå]ver?|hør|høyr|spør|øve?|lære?|leksjon\w*|undervis\w*|innføring\w*"
    r"|kurs|gjennomgang\w*)" + _OM,
    re.I,
)
# What shows that it is the user who is to learn or be asked. Without it, «norskkurset» is something else.
_ELEV = _en_av(
    r"\b(?:lære?|kurse) (?:meg|me|mæ|oss)\b|\bå lære (?:dette|det)\b|\bgjennom .{0,25}\bmed (?:meg|oss)\b",
    r"\b(?:settes?|setje|set) (?:meg |oss )?inn i\b|\bder vi slapp\b",
    r"\b(?:langt|minst) (?:har|kan|om)\b|\bkan jeg minst",
    rf"\b{_JEG} (?:vil|ønsker|ønskjer|må|bør|skal|trenger|treng) .{{0,20}}\b(?:lær|opplæring|innføring)",
    r"\ble[kg]?[sj]\w*on\w*|\blekj\w*on\w*|\blekse\w*|\bopplærings\w*|\bonboarding|\bundervis\w*|\b(?:intro|lyn|grunn)?kurs(?:et|oversikt)?\b|\bførsteukekurs",
    r"\binnføring\b|\bgjennomgang\b|\bopplæring(?:a|en)?\b(?! (?:for|av|i|til) (?:deltak|bruk|flykt|innvandr))",
    rf"\bny(?:ansatt\w*|tilsett\w*)?\b|\bfersk\b|\b{_JEG} (?:begynte|starta|startet)\b|\bførste (?:dag|uke|veke)",
    r"\b(?:gå|ta|set|sett) (?:meg|oss) (?:gjennom|inn i)|\b(?:fram|frem)(?:gang|drift|skritt|over)\w*|\blærer(?:en)?\b",
    r"\b(?:dette|det) (?:fra bunnen|grunnleggende)|\bstart\w* læring|\b(?:abc|for dummies)\b|\bhar jeg (?:lært|blitt)",
    r"\bhva (?:bør|må|kan) jeg (?:lære|øve|kunne)|\bsvak på\b|\bdu (?:ikke )?lære?\b",
)
_SPORRER_MEG = _en_av(
    r"\b(?:test|sjekk|utfordr|kontroller)\w* (?:meg|mæ|oss|hva|kva|om|at|kunnskap)",
    r"\b(?:spør\w*|høre?|høyre?|prøv|stille?|gi|gje|lag|te[ts]+) (?:meg|mæ|oss)\b|\btil meg\b",
    r"\b(?:øve?|øving|trene?|repeter\w*|repetisjon)\b|\b(?:runde|flervalg\w*|kontrollspørsmål|kunnskapstest|spørrerunde)",
    r"\b(?:ti|fem|\d+|flere|fleire|nye) (?:nye )?(?:spørsmål|oppgaver|oppgåver)",
    r"\bcase\w*|\boppg[aå]ve|\bspørrelek|\bq[iu]{1,2}[sz]\w*|\bkvi[sz]\w*|\bprøv (?:meg|deg)|\bgjette\b|\bleksa\b",
    r"\b(?:ta|prøve|løse) .{0,20}(?:prøve|sak|oppg|spørsmål|feil)|\bprøve (?:å svare|jeg kan|eg kan)|\bsak der jeg\b",
)
_EGET_SPORSMAL = _en_av(
    r"\b(?:jeg|eg|æ|vi) (?:har|vil stille|lurer)\b.{0,12}\bspørsmål",
    r"\b(?:kan|får|må) (?:jeg|eg|æ|vi) (?:stille|spørre|få stille)\b(?!.{0,12}(?:meg|oss)\b)",
)
# Somebody else is to learn or be tested.
_OM_ANDRE = _en_av(
    r"\b(?:hun|han|ho|ham|henne|hennes|deltak[ea]r\w*|bruk[ea]r(?:en|ne)?|kandidat\w*|flyktning(?:en|er|ar|ene|ane)?|innvandr[ea]r\w*|barn\w*)\b",
    r"\ben (?:på|med|som)\b",
)
_MEG = re.compile(r"\b(?:meg|me|mæ|oss)\b", re.I)
SAK = _en_av(r"\bcase\w*\b", r"\b(?:sak|saker|saka|ei sak|en sak)\b")
VANSKELIG = _en_av(r"\b(?:vanskelig|vanskeleg|tøff|hard|utfordrende)\w*\b")
LETT = _en_av(r"\b(?:lett|enkel|enkle)\w*\b")


def leksjonsnummer(tekst: str) -> int | None:
    """The number of the lesson a message names."""
    treff = _LEKSJONSNUMMER.search(tekst)
    if treff is None:
        return None
    return int(treff[1]) if treff[1] else _TALLORD.index(treff[2].lower()) + 1


def eleven_selv(tekst: str, quiz: bool) -> bool:
    """Whether a message that was taken for a wish to learn (or to be asked, `quiz`) is one by its words."""
    if QUIZ.search(tekst) or LEKSJON.search(tekst) or FRAMGANG.search(tekst):
        return True
    if _EGET_SPORSMAL.search(tekst) or (
        _OM_ANDRE.search(tekst) and not re.search(r"\b(?:meg|me|mæ|oss)\b", tekst, re.I)
    ):
        return False
    return (_SPORRER_MEG if quiz else _ELEV).search(tekst) is not None
