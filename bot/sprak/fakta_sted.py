"""Branch, municipality and county, from the lists in bransjer.yml and steder.yml."""

# ruff: noqa: E501 - patterns are read and compared a line each
from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from rapidfuzz.distance import OSA

from bot.sprak.normalisering import Normalisert
from bot.sprak.regel import Kandidat

_MAPPE = Path(__file__).parent
_KOMMA = r"(?:(?<=, )|(?<=,)|(?<=; )|(?<=/ )|(?<=^))"
_CUE = (
    r"(?:innen(?:for)?|innan(?:for)?|bransje(?:n)?:?|retning|(?:erfaring|erfaren|bakgrunn|kompetanse|utdanning|kurs|løp|opplæring|interesse|motivert|fagbrev|svennebrev|interessert)(?:\w*) (?:fra|frå|med|i|som|innen|innenfor|for|innan)|"
    r"(?:\w*jobb\w*(?: (?:annenhver|hver|noen|litt|fast|deltid|kveld|helg|helger|dager|om)){1,3}|\w*jobb\w*|arbeid\w*|praksis\w*|ansatt|ansett|tilsett|stilling\w*|plass|jobbtilbud|språkpraksis|arbeidstrening\w*|utplassert|lærling|hjelpepleier|hjelpepleiar|pleieassistent|assistent|medarbeider|medarbeidar|ekstrahjelp|tilkallingsvikar|deltid|ferievikar|vikar|begynne|starte|seg) (?:ved siden av |\d+(?:,\d+)? ?(?:timer|timar|t)(?: i uka| i veka| i uken|/uke)?,? |fulltid |deltid |litt |\d+ ?% |(?:i )?\d+ (?:prosent|pst\.?) |[a-zæøå]+ prosent )?(?:på|i|som|hos|ved|med|innen|innenfor|mot|for)|"
    r"(?:vil|ønsker) jobbe|(?:vil|skal|ønsker|ønskjer|ynskjer|drømmer om|ønske om)(?: \w+)? ?(?:bli|verte|verta|å bli|kjøre|køyre)|vikariat\w* (?:i|på|ved)|(?:tidligere|før) (?:vært|jobbet som)|(?:åpne|starte|starta|dr[eie]ve?[trn]?)(?: en| et| ein| eit| egen| eigen| sin egen| sin eigen)?|eide(?: en| egen)?|å bli|å verte|(?:gjerne|helst)(?= (?:i|på|innen|som|med) )(?: i| på| innen| som| med)|eller(?= (?:i|på|innen|som) )(?: i| på| innen| som)|fagbrev(?:et)?(?: (?:på|ved|som|i))?|mot|var|ble|blei|som)"
)
#: Words that say little after "som" or "mot".
_SVAKE = frozenset({"skolen", "skole", "mat", "sal", "data", "bud", "kasse", "service", "helse"})
#: A course or licence is not a branch to work in.
_KURS = re.compile(r"kurs|bevis|førerkort|sertifikat")
_MELLOM = r"(?:(?:en|ein|ei|et|eit|den|det|norsk|lokal|lokalt|privat|kommunal|kommunalt|stor|liten|i|på|som|bransjen|bransje) ){0,2}"


def _les(navn: str) -> Any:
    return yaml.safe_load((_MAPPE / navn).read_text(encoding="utf-8"))


#: Words that stand last in compounds: "fiskeoppdrett", "matbutikk".
_MED_FORLEDD = frozenset({"oppdrett*", "butikk*", "verksted*", "restaurant*", "sjåfør*", "mekaniker*"})


def _stamme(ord_: str) -> str:
    if ord_ in _MED_FORLEDD:
        return r"[a-zæøå]*" + re.escape(ord_[:-1]) + r"[a-zæøå]*"
    return re.escape(ord_[:-1]) + r"[a-zæøåé]*" if ord_.endswith("*") else re.escape(ord_)


@lru_cache(maxsize=1)
def _bransjer() -> tuple[re.Pattern[str], re.Pattern[str], tuple[str, ...], tuple[str, ...]]:
    poster = _les("bransjer.yml")
    alle = [
        f"(?P<b{i}>{'|'.join(sorted(map(_stamme, p['ord']), key=len, reverse=True))})" for i, p in enumerate(poster)
    ]
    entydige = [f"(?P<b{i}>{'|'.join(map(re.escape, p['entydig']))})" for i, p in enumerate(poster) if p["entydig"]]
    stammer = tuple({o.rstrip("*").split()[0] for p in poster for o in p["ord"]})
    med_cue = re.compile(
        rf"(?<!\w){_CUE} {_MELLOM}(?:{'|'.join(alle)})(?:s?bransjen|yrket|sektoren|faget)?(?!\w)(?! via nav)"
    )
    alene = re.compile(
        rf"(?:(?:{_KOMMA}|(?<= er )|(?<=% )|(?<=[abc][12] )|(?<=sk )(?<!norsk )|(?<= \d\d )|(?<= år )|(?<=gammel )|(?<=stilling )|(?<=vikar )|(?<=assistent )|(?<=praksis )|(?<=jobb ))(?:{'|'.join(entydige)})"
        rf"(?= ?(?:,|;|$|/ |\.(?:$| )|\?$| \d{{1,3}} ?(?:%|prosent|pst|t\b|timer)| m/| \+| med | og (?:har|er|vil|bor|kan)\b| av yrke| fra | frå )))|"
        rf"(?<!\w)(?:(?P<stamme>[a-zæøå]+?)(?:s|e)?(?:bransjen?|jobb(?:en)?|yrket|næringen|sektoren))(?!\w)"
    )
    return med_cue, alene, tuple(p["navn"] for p in poster), stammer


@lru_cache(maxsize=512)
def _bransje_for_stamme(stamme: str) -> str | None:
    for post in _les("bransjer.yml"):
        for ord_ in post["ord"]:
            rot = ord_.rstrip("*")
            if stamme in (rot, rot + "e", rot + "s") or (
                ord_.endswith("*") and len(stamme) > 3 and rot.startswith(stamme)
            ):
                return str(post["navn"])
    return None


@lru_cache(maxsize=512)
def bransje_alene(ord_: str) -> str | None:
    """The branch that `ord_` means on its own ("elektriker"), or None."""
    return next((str(p["navn"]) for p in _les("bransjer.yml") if ord_ in p["entydig"]), None)


@lru_cache(maxsize=1)
def _yrker() -> tuple[re.Pattern[str], tuple[str, ...]]:
    poster = [p for p in _les("bransjer.yml") if not _FLERTYDIGE.issuperset(p["entydig"])]
    grupper = [
        f"(?P<b{i}>{'|'.join(re.escape(o) for o in p['entydig'] if o not in _FLERTYDIGE)})"
        for i, p in enumerate(poster)
    ]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(grupper)})(?![\w-])"), tuple(p["navn"] for p in poster)


#: Clear in a row of keywords, but not in a sentence.
_FLERTYDIGE = frozenset(
    (
        "barnehage",
        "kjøkken",
        "bygg",
        "transport",
        "buss",
        "kontor",
        "produksjon",
        "kafé",
        "restaurant",
        "hotell",
        "butikk",
        "maler",
        "baker",
        "logistikk",
        "industri",
        "administrasjon",
        "reiseliv",
        "lager",
        "sykepleier",
        "sjukepleiar",
    )
)


def entydige_yrker(tekst: str, fra: int, til: int) -> list[tuple[str, int, int]]:
    """The trades named in a stretch of text: (branch, start, end)."""
    monster, navn = _yrker()
    return [(navn[int(str(m.lastgroup)[1:])], *m.span()) for m in monster.finditer(tekst, fra, til)]


def finn_bransje(tekst: str) -> list[Kandidat]:
    """Branches in normalised text: after words such as "innen" and "jobbe i", as a compound, or alone between commas."""
    med_cue, alene, navn, stammer = _bransjer()
    ut: list[Kandidat] = []
    if any(s in tekst for s in stammer):
        for m in med_cue.finditer(tekst):
            gruppe = str(m.lastgroup)
            if _KURS.search(m[gruppe]) or (m[gruppe] in _SVAKE and m.group().startswith(("som", "mot", "var"))):
                continue
            ut.append(Kandidat("bransje", (navn[int(gruppe[1:])],), m.start(gruppe), m.end(gruppe), 1))
        for m in alene.finditer(tekst):
            treff = _bransje_for_stamme(m["stamme"]) if m["stamme"] else navn[int(str(m.lastgroup)[1:])]
            if treff is not None:
                ut.append(Kandidat("bransje", (treff,), m.start(), m.end()))
    return ut


@lru_cache(maxsize=1)
def _steder() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]], frozenset[str], dict[str, str]]:
    kommuner: dict[str, list[str]] = {}
    tvetydige: set[str] = set()
    fylker: dict[str, str] = {}
    for fylke in _les("steder.yml")["fylker"]:
        if fylke["navn"] != "Oslo":
            fylker[fylke["navn"].lower()] = fylke["navn"]
        for k in fylke["kommuner"]:
            for n in [k["navn"], *k.get("andre", [])]:
                if "(" not in n:
                    kommuner.setdefault(n.lower(), []).append(k["navn"])
                    if k.get("tvetydig"):
                        tvetydige.add(n.lower())
    for fylke, navn in (
        ("finnmark", "Finnmark"),
        ("finnmárku", "Finnmark"),
        ("trøndelag", "Trøndelag"),
        ("trööndelage", "Trøndelag"),
    ):
        fylker[fylke] = navn
    ord_ = sorted([*kommuner, *fylker], key=len, reverse=True)
    monster = re.compile(
        rf"(?<![\w-])(?P<n>{'|'.join(map(re.escape, ord_))})s?(?P<k>(?: |-)(?:kommune|fylke(?:skommune)?)\w*)?(?![\w-])"
    )
    return monster, {n: tuple(v) for n, v in kommuner.items()}, frozenset(tvetydige), fylker


_IKKE_DER = re.compile(r"\b(?:bor|bur|er|kommer|budd|bodd) (?:ikke|ikkje|itj) (?:lenger )?(?:i|på) $")
#: Where somebody moved from is not where they live.
_FLYTTET_FRA = re.compile(r"\bflytt\w* [^.,;]{0,30}\b(?:fra|frå) $")
_BOR_I = re.compile(r"\b(?:bor|bosatt|bur) (?:i|på) (?P<n>[a-zæøå]+)(?![\w-])(?! kommune)")
_BODDE = re.compile(r"\bbodde (?:først |tidligere |da |før |lenge )*(?:i|på) $")
_FOR_STED = re.compile(r"\b(?:i|fra|frå|til|på|bor|kommune:?|ved|her i|nav)\s$")


def finn_sted(norm: Normalisert) -> list[Kandidat]:
    """Municipalities and counties. Capitals in the message count; names that are ordinary words need more."""
    tekst = norm.tekst
    monster, kommuner, tvetydige, fylker = _steder()
    ut: list[Kandidat] = []
    for m in monster.finditer(tekst):
        navn = m["n"]
        if _FLYTTET_FRA.search(tekst, 0, m.start()) or _BODDE.search(tekst, 0, m.start()):
            continue
        stor = norm.original[norm.spenn(m.start(), m.end())[0]].isupper()
        etter_i = bool(_FOR_STED.search(tekst[max(0, m.start() - 12) : m.start()]))
        if not m["k"]:
            if navn in tvetydige and not (stor and etter_i):
                continue
            if not (stor or etter_i or re.search(r"(?:^|, ?)$", tekst[: m.start()])):
                continue
        if navn in fylker and not (navn in kommuner and m["k"] and "kommune" in m["k"] and "fylke" not in m["k"]):
            ut.append(Kandidat("fylke", (fylker[navn],), m.start(), m.end(), nekt=False))
        else:
            ut.append(
                Kandidat(
                    "kommune", kommuner[navn], m.start(), m.end(), nekt=bool(_IKKE_DER.search(tekst, 0, m.start()))
                )
            )
    if not any(k.faktum == "kommune" for k in ut):
        ut += _feilskrevet_sted(tekst, kommuner)
    return ut


def _feilskrevet_sted(tekst: str, kommuner: dict[str, tuple[str, ...]]) -> list[Kandidat]:
    """ "bor i Kristiansannd": a place nearly spelt, where one lives."""
    m = _BOR_I.search(tekst)
    if m is None or len(m["n"]) < 5 or m["n"] in kommuner:
        return []
    avstand, navn = min((OSA.distance(m["n"], n, score_cutoff=1), n) for n in kommuner if n[0] == m["n"][0])
    return [Kandidat("kommune", kommuner[navn], m.start("n"), m.end("n"))] if avstand <= 1 and len(navn) >= 5 else []


@lru_cache(maxsize=64)
def fylkesnummer(navn: str) -> str | None:
    """The number of a county by its name («Akershus» -> '32'), whatever the case; None when there is no such county."""
    return next((str(f["nummer"]) for f in _les("steder.yml")["fylker"] if f["navn"].lower() == navn.lower()), None)
