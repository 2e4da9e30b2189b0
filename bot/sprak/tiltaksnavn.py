"""Measure names in free text: inflected, abbreviated, split, misspelled."""

# ruff: noqa: E501 - patterns are read and compared a line each
from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import simplemma
import yaml
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.sprak.normalisering import Normalisert, normaliser, sammenlikningsform

_ORD = re.compile(r"[^\W_]+(?:'[a-z])?")
#: Whole-word abbreviations that the catalogue need not repeat: abbreviation -> name it stands for.
FORKORTELSER = {
    "lts": "midlertidig lønnstilskudd", "lt": "midlertidig lønnstilskudd", "mlt": "midlertidig lønnstilskudd",
    "vlt": "varig lønnstilskudd", "at": "arbeidstrening", "aft": "arbeidsforberedende trening", "kvp": "kvalifiseringsprogrammet",
    "amo": "arbeidsmarkedsopplæring", "ips": "individuell jobbstøtte", "arr": "arbeidsrettet rehabilitering",
    "vta": "varig tilrettelagt arbeid i forhåndsgodkjent virksomhet", "vtao": "varig tilrettelagt arbeid i ordinær virksomhet",
    "fov": "forberedende opplæring for voksne", "vov": "videregående opplæring for voksne", "js": "jobbsjansen",
    "rkv": "realkompetansevurdering", "icdp": "foreldreveiledning", "se": "arbeid med støtte",
}  # fmt: skip
#: Abbreviations that are also everyday words: taken only in capitals.
_BARE_STORE = frozenset({"at", "se", "ip", "js", "arr", "lt"})
#: Old and colloquial forms -> the name; the name must be in the catalogue to count.
_DAGLIGTALE = {
    "lønnstilskudd": "midlertidig lønnstilskudd", "lønstilskot": "midlertidig lønnstilskudd", "lønnstilskot": "midlertidig lønnstilskudd",
    "mentor": "mentortilskudd", "mentortilskot": "mentortilskudd", "mentorordning": "mentortilskudd",
    "inkluderingstilskot": "inkluderingstilskudd", "sommerjobb": "tilskudd til sommerjobb", "sumarjobb": "tilskudd til sommerjobb",
    "intro": "introduksjonsprogrammet", "introprogrammet": "introduksjonsprogrammet", "kvalifiseringsprogram": "kvalifiseringsprogrammet",
    "norskopplæring": "norskopplæring etter integreringsloven", "arbeidspraksis": "arbeidspraksis i introduksjonsprogrammet",
    "amo-kurs": "arbeidsmarkedsopplæring", "varig tilrettelagt arbeid": "varig tilrettelagt arbeid i forhåndsgodkjent virksomhet",
    "karriererettleiing": "karriereveiledning", "foreldrerettleiing": "foreldreveiledning", "språkkafe": "språkkafé", "språkkaffi": "språkkafé",
}  # fmt: skip
#: Words that can mean several measures: only the listed ones, and never a sure hit. Prefixes of names are compared.
_FLERTYDIG = {
    "praksis": ("arbeidstrening", "språkpraksis", "arbeidspraksis i introduksjonsprogrammet"),
    "praksisplass": ("arbeidstrening", "språkpraksis", "arbeidspraksis i introduksjonsprogrammet"),
    "enkeltplass": ("kjøp av enkeltplass", "enkeltplass norsk på voksenopplæringen", "enkeltplass digitalt norskkurs"),
    "norskkurs": ("norskopplæring etter integreringsloven", "yrkesrettet norskopplæring", "norskkurs uten krav til nivå"),
}  # fmt: skip
#: Catalogue synonyms too common to be a name in running text.
_HVERDAGSORD = frozenset({
    "modul", "moduler", "intervjutrening", "overgang", "norsk", "kurs", "workshop", "koordinator", "inntak",
    "lære", "læretid", "fadder", "truck", "samarbeidsavtale", "nettkurs", "garanti", "hospitering",
    "renhold", "ledermøte", "sosialhjelp", "oppfølging", "avklaring", "kartlegging", "praksis",
    "praksisplass", "prosjektteam", "livsmestring", "kick", "off", "overføring", "arbeidsrettet", "jobbsøk",
    "fagdag", "inntakssamtale", "hotellpraksis", "innsatsbehov", "jobbytte",
})  # fmt: skip
#: Of those, names of their own: found, but with a lower score.
_SVAKE_NAVN = frozenset({
    "oppfølging", "avklaring", "sosialhjelp", "livsmestring", "hospitering", "jobbsøk", "truck", "fadder",
    "praksis", "praksisplass", "hurtigspor",
})  # fmt: skip
#: Before one of them these tell how it is done, not which measure: "tett oppfølging".
_BESKRIVER = frozenset(
    [
        "tett",
        "tettere",
        "god",
        "bedre",
        "mer",
        "mye",
        "lite",
        "litt",
        "jevn",
        "jevnlig",
        "videre",
        "ekstra",
        "dårlig",
        "manglende",
        "slik",
        "all",
    ]
)
_GRENSE_NAERTREFF = 88
_MIN_NAERTREFF = 7
_MAKS_ORD = 8
#: Words that a name neither begins nor ends with, however close the letters.
_SMAORD = frozenset({
    "på", "i", "om", "til", "for", "med", "og", "av", "en", "ein", "et", "eit", "er", "som", "fra", "frå",
    "at", "å", "de", "den", "det", "vi", "nå", "no", "har", "kan", "eller", "ikke", "ikkje", "mot", "ved",
    "hun", "han", "via",
})  # fmt: skip
#: Ways to say that Nav pays or arranges; a name with one of them is found with the others as well.
_GJENNOM_NAV = re.compile(r"\b(?:via|gjennom|hos|fra|frå|i regi av) nav\b|\bsom nav tiltak\b")
_MELLOM_TO = frozenset({"og", "eller", "vs", "mot", "kontra", "versus"})
_TEGN_I_NAVN = re.compile(r"[,;.!?]")
_BOYNING = re.compile(r"(?:ene|ane|ene|et|en|a|ar|er|i|s|a)$")


@dataclass(frozen=True)
class Navnefunn:
    """A measure named in the text. `alternativer` are other ids the same words can mean, best first."""

    id: str
    start: int
    slutt: int
    tekst: str
    score: float
    alternativer: tuple[str, ...] = ()


@lru_cache(maxsize=20_000)
def lemma(ord_: str) -> str:
    """The dictionary form of a word (lower case): bokmål first, then nynorsk."""
    nb = simplemma.lemmatize(ord_, lang="nb")
    return (nb if nb != ord_ else simplemma.lemmatize(ord_, lang="nn")).lower()


@lru_cache(maxsize=20_000)
def _stamme(ord_: str) -> str:
    """A key that the inflected forms of a name share: lemma, with common endings of long compounds cut."""
    if len(ord_) < 5:
        return ord_
    grunn = lemma(ord_)
    if grunn == ord_ and len(ord_) > 7:
        kort = _BOYNING.sub("", ord_)
        grunn = kort if len(kort) > 5 else ord_
    for nn, nb in (
        ("tilskot", "tilskudd"),
        ("rettleiing", "veiledning"),
        ("opplæringi", "opplæring"),
        ("mellombels", "midlertidig"),
        ("lønstil", "lønnstil"),
    ):
        grunn = grunn.replace(nn, nb)
    return grunn


def _nokkel(ord_: Iterable[str]) -> str:
    return "".join(_stamme(o) for o in ord_)


class Navneregister:
    """Finds measures by the names and synonyms of the catalogue.

    poster: pairs of id and names, the official name first. Nothing is looked up outside `poster`.
    """

    def __init__(self, poster: Sequence[tuple[str, Sequence[str]]]) -> None:
        self._eksakt: dict[str, list[str]] = {}
        self._nokler: dict[str, list[str]] = {}
        self._navn: dict[str, str] = {}
        self._hovednokler: dict[str, str] = {}
        self._maks_ord = 1
        self._med_tegn: set[str] = set()
        for tiltak, navn in poster:
            if navn:
                self._navn[sammenlikningsform(navn[0])] = tiltak
                self._hovednokler.setdefault(_nokkel(_navneord(navn[0])), tiltak)
        for tiltak, navn in poster:
            for i, n in enumerate(navn):
                for form in self._former(n):
                    self._legg_til(form, tiltak, i == 0 and form == n)
        for kort, fullt in [*FORKORTELSER.items(), *_DAGLIGTALE.items()]:
            funnet = self._id_for(fullt)
            if funnet is not None:
                self._legg_til(kort, funnet, True)
        self._flertydig: dict[str, tuple[str, ...]] = {}
        for ord_, mulige in _FLERTYDIG.items():
            ider = tuple(i for i in map(self._id_for, mulige) if i is not None)
            if ider:
                self._flertydig[ord_] = ider
                self._eksakt.setdefault(ord_, list(ider))
                self._nokler.setdefault(_nokkel([ord_]), list(ider))
        self._fuzzy = sorted(k for k in self._nokler if len(k) >= _MIN_NAERTREFF)
        self._fuzzy_etter_bokstav: dict[str, list[str]] = {}
        for k in self._fuzzy:
            self._fuzzy_etter_bokstav.setdefault(k[0], []).append(k)
        self._siste: dict[str, tuple[str, float] | None] = {}

    @staticmethod
    def _former(navn: str) -> Iterable[str]:
        """The name, without its bracket, and what stands before a dash, colon or comma when that is a name of its own."""
        yield navn
        uten = re.sub(r"\s*\([^)]*\)", "", navn).strip()
        if uten and uten != navn:
            yield uten
        for skille in (" – ", ": ", ", "):
            forst = uten.split(skille)[0].strip()
            if skille in uten and len(forst) > 8 and len(forst.split()) <= 4 and _er_eget_navn(forst, skille):
                yield forst

    def _legg_til(self, navn: str, tiltak: str, hovednavn: bool) -> None:
        ord_ = _navneord(navn)
        if not ord_ or (len(ord_) == 1 and (len(ord_[0]) < 2 or ord_[0].isdigit())):
            return
        if len(ord_) == 1 and not hovednavn and ord_[0] in _HVERDAGSORD - _SVAKE_NAVN:
            return
        self._maks_ord = min(max(self._maks_ord, len(ord_) + 1), _MAKS_ORD)
        if _TEGN_I_NAVN.search(navn):
            self._med_tegn.add(" ".join(ord_))
        for tabell, nokkel in ((self._eksakt, " ".join(ord_)), (self._nokler, _nokkel(ord_))):
            ider = tabell.setdefault(nokkel, [])
            if tiltak not in ider:
                ider.insert(0, tiltak) if hovednavn else ider.append(tiltak)

    def _id_for(self, navn: str) -> str | None:
        form = sammenlikningsform(navn)
        if form in self._navn:
            return self._navn[form]
        return next((i for n, i in sorted(self._navn.items(), key=lambda p: len(p[0])) if n.startswith(form)), None)

    def finn(self, tekst: str) -> list[Navnefunn]:
        """Measures named in `tekst`, longest match first where names overlap, in the order they stand."""
        return self.finn_i(normaliser(tekst))

    def finn_i(self, norm: Normalisert) -> list[Navnefunn]:
        """As `finn`, for a message that is normalised already."""
        ord_ = _ordene(norm.tekst)
        ut: list[Navnefunn] = []
        i = 0
        while i < len(ord_):
            for n in range(min(self._maks_ord, len(ord_) - i), 0, -1):
                treff = self._slaa_opp(ord_[i : i + n], norm)
                if treff is not None:
                    beskrevet = n == 1 and i and ord_[i][0] in _SVAKE_NAVN and ord_[i - 1][0] in _BESKRIVER
                    if not beskrevet and not self._bare_halve(treff, ord_[i + n : i + n + 2], norm):
                        ut.extend(self._delt_hode(ord_[: i + n], n, norm))
                        ut.append(treff)
                    i += n
                    break
            else:
                i += 1
        return ut

    def _delt_hode(self, ord_: list[tuple[str, int, int]], n: int, norm: Normalisert) -> Iterable[Navnefunn]:
        """The first of two names that share their last word: "midlertidig" in "midlertidig og varig lønnstilskudd".
        `ord_` ends with the second name, of `n` words."""
        if n < 2 or len(ord_) < n + 2 or ord_[-n - 1][0] not in _MELLOM_TO:
            return
        felles, (hode, *_) = ord_[-n - 2], ord_[-1]
        ider = self._eksakt.get(f"{felles[0]} {hode}")
        if ider:
            fra, til = norm.spenn(felles[1], felles[2])
            yield Navnefunn(ider[0], fra, til, norm.original[fra:til], 0.95, tuple(ider[1:]))

    def _bare_halve(self, treff: Navnefunn, etter: list[tuple[str, int, int]], norm: Normalisert) -> bool:
        """True when an everyday word goes on to a name the measure does not have: "hurtigsporet til Mars"."""
        if treff.score > 0.6 or treff.alternativer or len(etter) < 2 or etter[0][0] != "til":
            return False
        ord_, start, slutt = etter[1]
        fra, til = norm.spenn(start, slutt)
        kjent = ord_ in self._eksakt or sammenlikningsform(ord_) in _stedsnavn()
        return norm.original[fra:til].istitle() and not kjent

    def _slaa_opp(self, del_: list[tuple[str, int, int]], norm: Normalisert) -> Navnefunn | None:
        start, slutt = del_[0][1], del_[-1][2]
        former = [d[0] for d in del_]
        flat = " ".join(former)
        if len(del_) > 1 and flat not in self._med_tegn and re.search(r"[,;.!?\n]", norm.tekst[start:slutt]):
            return None
        utkant = len(del_) > 1 and (former[0] in _SMAORD or former[-1] in _SMAORD)
        fra, til = norm.spenn(start, slutt)
        original = norm.original[fra:til]
        if flat in _BARE_STORE and not original.isupper():
            return None
        ider, score = self._eksakt.get(flat), 1.0
        if ider is None and not utkant and (len(del_) > 1 or len(flat) >= 4):
            ider, score = self._nokler.get(_nokkel(former)), 0.95
            if ider is None and len(del_) > 1:
                ider, score = self._nokler.get(_stamme("".join(former))), 0.9
        if ider is None and not utkant and len(flat) >= _MIN_NAERTREFF and len(del_) <= 2:
            naer = self._naertreff(flat, len(del_))
            if naer is not None and not self._er_annet_navn(former, naer[0]):
                ider, score = self._nokler[naer[0]], naer[1]
        if not ider:
            return None
        grunnform = _nokkel(former)
        flertydig = next(
            (f for f in (flat, grunnform, lemma(flat) if len(del_) == 1 else flat) if self._flertydig.get(f)),
            None,
        )
        if flertydig:
            valg = self._flertydig[flertydig]
            ider = [*valg, *(i for i in ider if i not in valg)]
            score = min(
                score,
                0.6 if flertydig.startswith("praksis") or flertydig in ("enkeltplass", "norskkurs") else 0.85,
            )
        elif grunnform in self._hovednokler:
            ider = [self._hovednokler[grunnform]]
        if flat in _SVAKE_NAVN or grunnform in _SVAKE_NAVN:
            score = min(score, 0.6)
        return Navnefunn(ider[0], fra, til, original, score, tuple(ider[1:]))

    def _er_annet_navn(self, former: list[str], naer: str) -> bool:
        """True when one of two words is a name by itself and the other is not the rest of `naer`.

        "språkpraksis tre" is språkpraksis and a number, not a slip for "språkpraksisteam".
        """
        if len(former) != 2:
            return False
        forst, sist = _stamme(former[0]), _stamme(former[1])
        if (former[0] in self._eksakt or forst in self._nokler) and naer.startswith(forst):
            rest, skrevet = naer[len(forst) :], sist
        elif (former[1] in self._eksakt or sist in self._nokler) and naer.endswith(sist):
            rest, skrevet = naer[: -len(sist)], forst
        else:
            return False
        return OSA.distance(rest, skrevet) > len(rest) // 5

    def _naertreff(self, flat: str, antall: int) -> tuple[str, float] | None:
        """The one name at most a slip or two away, or None; an everyday word is no slip, and two of them hold one at most."""
        if flat not in self._siste:
            if len(self._siste) > 5_000:
                self._siste.clear()
            self._siste[flat] = self._regn_naertreff(flat, antall)
        return self._siste[flat]

    def _regn_naertreff(self, flat: str, antall: int) -> tuple[str, float] | None:
        kjente = all(map(_kjent_ord, flat.split()))
        if kjente and (antall == 1 or min(map(len, flat.split())) < 4):
            return None
        sok = _stamme(flat.replace(" ", ""))
        kandidater = self._fuzzy_etter_bokstav.get(sok[0], [])
        funnet = process.extractOne(sok, kandidater, scorer=fuzz.ratio, score_cutoff=_GRENSE_NAERTREFF)
        if funnet is None:
            return None
        navn, ratio = funnet[0], funnet[1]
        tillatt = 1 if len(navn) < 9 or kjente else 2 if len(navn) < 14 else 3
        if OSA.distance(sok, navn) > tillatt or abs(len(sok) - len(navn)) > tillatt:
            return None
        return navn, round(0.85 * ratio / 100, 2)

    def naermeste(self, tekst: str, n: int = 3) -> list[tuple[str, float]]:
        """The `n` measures whose names are most like `tekst`, as (id, likeness 0-1), best first."""
        sok = sammenlikningsform(tekst)
        beste: dict[str, float] = {}
        for navn, ider in self._eksakt.items():
            poeng = (0.6 * fuzz.ratio(sok, navn) + 0.4 * fuzz.token_set_ratio(sok, navn)) / 100
            if poeng > beste.get(ider[0], 0.0):
                beste[ider[0]] = poeng
        return sorted(beste.items(), key=lambda p: -p[1])[:n]


def _navneord(navn: str) -> list[str]:
    return _ORD.findall(_GJENNOM_NAV.sub("via nav", sammenlikningsform(navn)))


def _ordene(tekst: str) -> list[tuple[str, int, int]]:
    """The words of a message with their places; "gjennom Nav" and the like are read as the names are, "via nav"."""
    ord_ = [(m.group(), m.start(), m.end()) for m in _ORD.finditer(tekst)]
    if " nav" not in tekst:
        return ord_
    for m in reversed(list(_GJENNOM_NAV.finditer(tekst.replace("-", " ")))):
        inni = [i for i, (_, a, b) in enumerate(ord_) if m.start() <= a and b <= m.end()]
        (_, a, b), (_, c, d) = ord_[inni[0]], ord_[inni[-1]]
        ord_[inni[0] : inni[-1] + 1] = [("via", a, b), ("nav", c, d)]
    return ord_


@lru_cache(maxsize=1)
def _stedsnavn() -> frozenset[str]:
    """Municipalities and counties in the form names are compared in."""
    fylker = yaml.safe_load((Path(__file__).parent / "steder.yml").read_text(encoding="utf-8"))["fylker"]
    kommuner = [k for f in fylker for k in f["kommuner"]]
    navn = [*(f["navn"] for f in fylker), *(n for k in kommuner for n in (k["navn"], *k.get("andre", [])))]
    return frozenset(map(sammenlikningsform, navn))


def _er_eget_navn(del_: str, skille: str) -> bool:
    """False for a place or an everyday word before a colon or comma: "Larvik: norsk på nett", "Buss, grunnkurs"."""
    ord_ = sammenlikningsform(del_)
    if ord_ in _stedsnavn():
        return False
    return skille == " – " or " " in ord_ or not (_kjent_ord(ord_) or ord_ in _HVERDAGSORD)


@lru_cache(maxsize=20_000)
def _kjent_ord(ord_: str) -> bool:
    """True for words the dictionaries know as they stand: a real word is not a misspelling."""
    return bool(simplemma.is_known(ord_, lang="nb") or simplemma.is_known(ord_, lang="nn"))
