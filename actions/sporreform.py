"""What the form of a question says it asks for, whatever it is about."""

from __future__ import annotations

import re

# Asks what holds: an obligation, a right, an amount, a time, who - not which measure.
HVA_GJELDER = re.compile(
    r"\b(må|skal|slipper|slepp|mister|mistar|gjelder|gjeld|teller|tel|regnes|trekkes|kreves|krevst|"
    r"kan (vi|jeg|eg|man|det|kommunen|nav)|"
    r"rett\b(?! (ut|i|fra|frå|over)\b)|krev\w*|\w*krav\w*|\w*plikt\w*|lov|regel\w*|regler|"
    r"dekt|dekket|dekkes|dekka|dekkjast|"
    r"hvor (lenge|mye|mange|ofte|fort)|kor (lenge|mykje|mange|ofte)|"
    r"innsatsgruppe\w*|hvem|kven|når|hvilket nivå|kva nivå)\b",
    re.I,
)
# To be let off, put off, refused or charged: what a rule says, also when somebody is described.
SLIPPE = re.compile(
    r"\b(slippe|slipper|sleppe|slepp|fritak\w*|fritas|fritatt|friteken|fritatte|utsatt|utsett|utsette|utsetje|"
    r"(si|sier|seie|seier) nei|avslå\w*|nekte\w*|gratis|permisjon\w*)\b",
    re.I,
)
# "passer arbeidsraketten for henne?": a measure we do not know
PASSER = re.compile(r"^\W*(og |men |hva med |er )?(passer|egner|funker|fungerer)\b", re.I)
# Told of somebody, in a whole sentence or as a description: "hun er ferdig med programmet", "en kvinne i trettiåra"
FORTELLER = re.compile(
    r"^\W*(og |men |ja |nei |da |nå |det gjelder |det er )*"
    r"(hun|han|de|deltaker(en|n)?|bruker(en|n)?|personen|vedkommende|kvinnen|mannen|jenta|gutten|kona|ektefellen)\b"
    r"( \w+){0,2}? "
    r"(er|var|har|hadde|går|gikk|bor|bodde|kom|ble|blir|fikk|får|fullførte|avsluttet|sluttet|begynte|startet|jobber|jobbet|"
    r"mottar|snakker|vil|ønsker|kan|mangler|trenger|tok|tar)\b"
    r"|^\W*((det gjelder|det er) )?(en|ei) ([a-zæøå]+ )?(kvinne|mann|dame|jente|gutt|deltaker|bruker|\d+-?åring)\b",
    re.I,
)
# "alenemor, tre barn. Tiltak?": a description, and what is wanted last
TILTAK_SIST = re.compile(
    r"(^|[.,;:–-] ?)((hvilke |noen |aktuelle |gode )?(tiltak|forslag|muligheter)|hva (nå|da)"
    r"|hva (rekker|gjør|prøver|foreslår|anbefaler|tilbyr) (vi|jeg|du)( nå| da)?)\W*$",
    re.I,
)
HVILKE_TILTAK = re.compile(
    r"\b(hvilke|hvilket|noen|hva slags|flere|andre) (nav-?)?(tiltak|kurs)\b(?! (gir|har|er)\b)", re.I
)
