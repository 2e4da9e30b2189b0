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
