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
    r"\b(?:hvor|kor) mange (?:riktige|rette|poeng) (?:har|fikk|fekk)\b",
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
    rf"(?:{_JEG} er )?(?:usikker|blank)",
)
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
    r"|det holder|det held|ikke mer|ikkje meir|takk for nå|takk for no)(?: (?:nå|no|her|for i dag|med))*" + _ETTER,
)
FORTSETT = _hele(
    rf"(?:(?:ja|ok|takk),? )?(?:fortsett|fortset|hald fram|hold fram|tilbake|vi fortsetter|gå tilbake"
    rf"|kan {_JEG} fortsette|la oss fortsette|gjenta|hva var spørsmålet|kva var spørsmålet)" + _ETTER,
)
VIDERE = _en_av(r"\b(?:neste?|videre|vidare|fortsett|fortset)\b", r"^\W*(?:mer|meir|flere|fleire|klar)\W*$")
FORRIGE = _en_av(r"\b(?:forrige|førre) leksjon\b", r"\bgå tilbake en leksjon\b")
FORFRA = _en_av(r"\b(?:første|fyrste) leksjon\b", r"\b(?:på nytt|forfra|fra starten|frå starten|fra begynnelsen)\b")
BOKSTAV = re.compile(r"\b([A-D])\b|\b(?:svar|alternativ|ikke|ikkje) ([a-d])\b")
LEKSJONSNUMMER = re.compile(r"\bleksjon(?:en|a)?\s*(?:nr\.?|nummer)?\s*(\d{1,2})\b", re.I)
NIVA = re.compile(r"\bnivå\s*([123])\b", re.I)
OM_NOE = re.compile(r"\b(?:om|i|på|innen|innanfor|innenfor)\s+(.{2,60}?)\W*$", re.I)
