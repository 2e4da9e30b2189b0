"""Whom each part of a message speaks of: the participant, a relative ("mannen hennes har B2, men hun A1") or the adviser.

A message is read clause by clause. A clause that begins with a relative, with the pronoun of the other sex, or with "jeg"
is about somebody else until the participant is taken up again or the sentence ends.
"""

# ruff: noqa: E501 - patterns are read and compared a line each
from __future__ import annotations

import re

from bot.sprak.personer import finn_person

_MENN = r"mannen|ektemannen|broren|bror(?= (?:hennes|hans))|faren|far(?= (?:hennes|hans|til))|sønnen|sønn(?= (?:hennes|hans))|svigerfaren|onkelen|kjæresten|mann(?= (?:hennes|sin|i jobb|jobber|aap|arbeider|i arbeid|er|har|\d\d|ufør\w*))"
_KVINNER = r"kona|kone(?= hans)|søsteren|søstera|moren|mor(?= (?:hennes|hans|til))|datteren|dattera|svigermoren|svigermora|tanta|venninna|venninnen|hustruen"
_ANDRE = r"ektefellen|samboeren|partneren|foreldrene|søsknene|vennen|naboen|kameraten|broren og søsteren"
_DELTAKER = r"deltakeren|brukeren|vedkommende|selv|personen"
#: A new clause begins here.
_GRENSE = r"(?:^\W*|[.!?;:,(\n]\s*|\s- |\b(?:og|men|mens|medan|for|fordi|siden|at|som om|når|hvis|dersom|der|så|da|mens|imens) )"
_SUBJEKT = re.compile(
    rf"(?P<grense>{_GRENSE})(?P<inn>(?:(?!(?:og|men|mens|som|at)\b)[\wæøå]+ ){{0,3}}?)"
    rf"(?<!med )(?<!til )(?<!av )(?<!hos )(?<!for )(?<!fra )(?<!på )(?<!hun og )(?<!han og )(?<!deltakeren og )(?<!gjelder )(?<!hennes )(?<!hans )(?<!ved )(?<!om )(?<!mot )(?<!enn )"
    rf"(?:(?P<m>{_MENN})|(?P<k>{_KVINNER})|(?P<a>{_ANDRE})|(?P<d>{_DELTAKER})|(?P<hun>hun)|(?P<han>han)|"
    r"(?P<jeg>(?:jeg|vi) (?:er|bor|jobber|arbeider|har (?:selv )?(?:jobbet|arbeidet|vært)|har selv|har (?:en )?\d+ ?(?:%|prosent)|jobbet|begynte|startet|studerer)(?! (?:\w+ )?(?:med|for|på saken|usikker|litt|nå med|ferdig med å|på utkikk)\b)))\b"
)
#: A relative within a clause about the participant: "gift med en kvinne på 38 som har B1".
_MEDFOLGE = re.compile(
    r"\b(?:gift|samboer|gjenforent|familiegjenforent|bor|lever|sammen|forlovet|flyttet)(?: (?:her|nå|hit|inn|sammen))* (?:med|hos) "
    r"(?P<hvem>(?:sin |en |ei |et )?(?:eldre |yngre |voksen |voksne )?(?:mann|kvinne|dame|kone|ektefelle|mannen|kona|moren|faren|mor|far|søster|bror|søsteren|broren|foreldrene|samboer|samboeren|kjæreste|kjæresten|partner|partneren|forloveden|venn|venninne|ukrainer|syrer|svigerforeldre\w*|onkel\w*|tante\w*|sønnen|datteren)\b"
    r"(?: (?:sin|si|hennes|hans))?(?:,? som (?:(?!,? (?:og|men|mens) (?:hun|han|selv|deltakeren)\b)[^.;!?,\n])*| på \d\d[^.;!?,\n]*?)?)(?=$|[.;!?\n]|,(?! som)| (?:og|men|mens) (?:hun|han|selv|har|er|går|jobber|deltakeren|bor|vil|ønsker|snakker)\b)"
)
#: "Mannen jobber" beside a woman is her husband.
_KVINNEORD = re.compile(
    r"\b(?:hun|henne|hennes|kvinne|kvinna|kvinnen|dame|dama|damen|jente|jenta|mor|alenemor|ei på|k \d\d|kv)\b"
)
#: "deler omsorgen med faren, som bor i Larvik"
_SOM = re.compile(
    rf"\b(?:med|til|hos|fra|av|for) (?P<hvem>(?:{_MENN}|{_KVINNER}|{_ANDRE})(?: sin| hennes| hans)?,? som (?:(?!,? (?:og|men|mens) (?:hun|han|selv|deltakeren)\b)[^.;!?,\n])*)"
)
_SLUTT = re.compile(r"[.!?;\n](?=\s|$)")
_VERB = r"(?:er|har|går|jobber|arbeider|bor|snakker|skriver|får|mottar|kom|fikk|var|kan|vil|skal|må|trenger|ble|tjener|driver|studerer|lever|ligger|ønsker|mangler)"
_MED_VERB = re.compile(rf"\b{_VERB}\b")
_SPOR_OM_ANNEN = re.compile(r"\b(?:hva|ka) (?:med|om|så med)\b|^\s*(?:og|enn)\b")
#: "kona til deltakeren går i intro" tells of her.
_TIL_DELTAKEREN = re.compile(
    r"\b(?:mannen|kona|ektefellen|samboeren|sønnen|datteren|broren|søsteren|faren|moren|mora) til (?:deltakeren|brukeren|henne|ham)\b [^.!?;\n]*"
)
_SLEKT = re.compile(rf"\b(?:{_MENN}|{_KVINNER}|{_ANDRE}|med en|hos)\b")


#: Facts that hold of the participant even when the clause is about a relative.
_FAMILIEN = frozenset({"referanseperson_botid", "barn_under_18", "yngste_barn_alder", "kjonn"})
_STEDET = frozenset({"kommune", "fylke"})
_SAMME_STED = _FAMILIEN | _STEDET

Spenn = tuple[int, int, frozenset[str]]


def om_andre(tekst: str, kjonn: str | None) -> list[Spenn]:
    """Spans of a message in plain bokmål that tell of somebody else than the participant, whose sex is `kjonn`, each with
    the facts that are the participant's all the same."""
    if _SPOR_OM_ANNEN.search(tekst[:40]) or finn_person(tekst):
        return []
    ut: list[Spenn] = [(*m.span(), _FAMILIEN) for m in _TIL_DELTAKEREN.finditer(tekst)]
    ut += [(*m.span("hvem"), _SAMME_STED) for m in _MEDFOLGE.finditer(tekst)]
    ut += [(*m.span("hvem"), _FAMILIEN) for m in _SOM.finditer(tekst)]
    return ut + _ledd(tekst, kjonn)


def _ledd(tekst: str, kjonn: str | None) -> list[Spenn]:
    """The clauses about somebody else, from the subject to where the participant is taken up or the sentence ends."""
    treff = [m for m in _SUBJEKT.finditer(tekst) if not _er_deltaker_selv(m, tekst)]
    ut: list[Spenn] = []
    for i, m in enumerate(treff):
        if not _er_annen(m, kjonn, treff[:i]):
            continue
        start = m.start() + len(m["grense"])
        slutt = treff[i + 1].start() if i + 1 < len(treff) else len(tekst)
        punktum = _SLUTT.search(tekst, m.end(), slutt)
        slutt = punktum.start() if punktum else slutt
        if m["jeg"]:
            komma = re.search(r",| og (?:har|lurer|sitter)\b", tekst[m.end() : slutt])
            slutt = m.end() + komma.start() if komma else slutt
        elif _er_stikkord(tekst[:start]) or not (_forst(tekst[:start]) or _MED_VERB.search(tekst, m.end(), slutt)):
            neste = tekst.find(",", m.end(), slutt)
            slutt = neste if neste >= 0 else slutt
        ut.append((start, slutt, _STEDET if m["jeg"] else _FAMILIEN))
    return ut


def _forst(foran: str) -> bool:
    """Whether a sentence begins here."""
    return not foran.strip() or foran.rstrip()[-1] in ".!?;"


def _er_stikkord(foran: str) -> bool:
    """Whether the sentence so far is keywords: after "kvinne, 39, mannen jobber," they go on about her."""
    setning = _SLUTT.split(foran)[-1].strip()
    return setning.endswith(",") and not _MED_VERB.search(setning)


def _er_deltaker_selv(m: re.Match[str], tekst: str) -> bool:
    """ "Mannen er 57 år" with no woman beside him is the participant."""
    return m["m"] in ("mannen", "mann") and not (
        _KVINNEORD.search(tekst, 0, m.start())
        or (m["m"] == "mannen" and re.search(r"\bhun\b|^ hennes\b", tekst[m.end() :]))
    )


def _er_annen(m: re.Match[str], kjonn: str | None, foran: list[re.Match[str]]) -> bool:
    if m["d"]:
        return False
    if m["hun"]:
        return kjonn == "mann" and bool(foran)
    if m["han"]:
        return kjonn == "kvinne" and bool(foran)
    return True
