"""Facts about a participant in a message: `finn_fakta`."""

# ruff: noqa: E501 - patterns are read and compared a line each
from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.sprak import sammenheng
from bot.sprak.fakta_arbeid import ARBEIDSREGLER
from bot.sprak.fakta_fortelling import fortalt, i_intro
from bot.sprak.fakta_norsk import finn_norsk
from bot.sprak.fakta_ordning import ORDNINGSREGLER
from bot.sprak.fakta_person import PERSONREGLER, finn_kjonn
from bot.sprak.fakta_sted import finn_bransje, finn_sted
from bot.sprak.fakta_utdanning import UTDANNINGSREGLER
from bot.sprak.funn import Funn, Verdi
from bot.sprak.hvem import om_andre
from bot.sprak.normalisering import Normalisert, normaliser
from bot.sprak.omskriving import omskriv
from bot.sprak.regel import Kandidat, Regelsett, kjor, velg
from bot.sprak.stikkord import finn_stikkord, som_rekke
from bot.sprak.tid import TIDSREGLER, ferdig_av

#: Facts that compete for the same words; a fact not named here competes only with itself.
_GRUPPER = {
    "utdanning": "utdanning", "sluttmal": "utdanning", "alder": "alder", "yngste_barn_alder": "alder", "alder_ved_tillatelse": "alder",
    "arbeid_timer_uke": "timer", "timer_tilgjengelig": "timer", "norsk_muntlig": "norsk_muntlig", "norsk_skriftlig": "norsk_skriftlig",
}  # fmt: skip
_REGLER = Regelsett(TIDSREGLER + PERSONREGLER + UTDANNINGSREGLER + ORDNINGSREGLER + ARBEIDSREGLER)
_DATOFAKTA = frozenset({"tilbud_om_oppstart", "bosatt_dato", "tillatelse_dato", "fodselsdato"})
#: From the lowest to the highest.
_UTDANNINGER: tuple[Verdi, ...] = ("ingen", "grunnskole", "deler_av_videregaende", "videregaende", "fagbrev", "hoyere")
#: Priority of the rules for a ground that is only hinted at.
_SVAKT_GRUNNLAG = 4
_DAG = re.compile(r"\d{1,2}\.? ?[a-z]{3}|\d{1,2}[./]\d{1,2}|\d{4}-\d\d-\d\d")
_SOM_EKSEMPEL = re.compile(
    r"\b(?:hvordan|korleis|andre kommuner|andre kommunar|erfaring\w*|modell\w*|eksempel|eksempler|gjør de|gjør dei|gjort i|organiser\w*)\b"
)
_BOR = re.compile(r"\b(?:bor|bodd|bosatt|flyttet|flyttet hit|hører til|hjemmehørende)(?: \w+){0,2} (?:i|på|til) $")
_PLURAL = re.compile(r"(?:(?<!ten)åringer|(?<!ten)åringar|ukrainere|ukrainerne|ukrainarar|ukrainarane)$")
#: What follows a plural that stands for the case in hand: "ukrainere med B1".
_BESKREVET = re.compile(r" (?:(?:med|uten|utan|under|over|som (?:er|har))\b|på (?:[abc][12]|nivå|under|\d))")
_INTRO = re.compile(r"\bintro")
_SENERE = re.compile(r"\b(?:når|etter at|etter)(?: \w+)? $")
_IKKE_FORST = re.compile(r"(?:ikke|ikkje|itj|uten|utan|mangler|manglar)\b")
#: "for å bli helsefagarbeider" in a question about a requirement names a trade, no branch of the participant.
_FOR_A_BLI = re.compile(r"\bfor å (?:bli|verte|kunne bli|jobbe|jobba|arbeide)(?: (?:som|i|en|ein))* $")
_IKKE_TETT = re.compile(r"(?:,| og| men|, og|, men) (?:ikke|ikkje|itj) (?:noen |noe |en |ein )?$")
_OG_IKKE = re.compile(r"\b(?:og|men|,) (?:ikke|ikkje|itj) $")
#: "fagbrev fra Polen" tells where the certificate is from.
_PAPIR_FRA = re.compile(
    r"\b(?:fagbrev|svennebrev|utdan\w*|skole\w*|skule\w*|vgs|videregående|vidaregåande|bachelor\w*|master\w*|vitnemål|erfaring|eksamen)(?: \w+){0,4} $"
)


def finn_fakta(tekst: str, i_dag: date) -> list[Funn]:
    """The facts `tekst` states, in the order they stand. `i_dag` turns "fra mars" and "født 1988" into numbers."""
    return finn_fakta_i(normaliser(tekst), i_dag)


def finn_fakta_i(norm: Normalisert, i_dag: date) -> list[Funn]:
    """As `finn_fakta`, for a message that is normalised already."""
    norm = omskriv(norm)
    t = som_rekke(norm.tekst)
    kandidater = kjor(_REGLER, t, i_dag)
    kandidater += finn_stikkord(t, i_dag)
    kandidater += finn_norsk(t)
    kandidater += finn_kjonn(t)
    kandidater += finn_bransje(t)
    kandidater += finn_sted(norm)
    kandidater += _nye(fortalt(t), kandidater)
    valgt = velg(kandidater, lambda f: _GRUPPER.get(f, f))
    valgt += ferdig_av(valgt)
    valgt += i_intro(valgt, t, i_dag)
    if any(k.faktum == "programmaned" for k in valgt):
        # "måned 10 ... hva er aktuelt når programmet er slutt?"
        valgt = [
            k
            for k in valgt
            if k.faktum != "program_ferdig" or not (_SENERE.search(t[: k.start]) or t.startswith("etter", k.start))
        ]
    valgt = _i_andre_ordninger(_sikreste_grunnlag(valgt, t), t)
    andre = om_andre(t, next((str(k.verdier[0]) for k in kandidater if k.faktum == "kjonn"), None))
    if andre:
        valgt = [k for k in valgt if not any(a <= k.start < b and k.faktum not in unntak for a, b, unntak in andre)]
    funn = [_vei(k, norm, sammenheng.setninger(t)) for k in valgt]
    funn = [
        f for k, f in zip(valgt, funn, strict=True)
        if not (f.faktum == "bransje" and f.usikker and _FOR_A_BLI.search(t[: k.start]))
        and not (f.faktum == "utdanning" and f.negert and _IKKE_TETT.search(t[: k.start]) and _gitt_foran(k, valgt))
    ]  # fmt: skip
    funn = _rett_par(_uten_motsatte(funn, t))
    funn = _onsket_bransje(_hoyeste_utdanning(_navngitt_helse(_bare_yngste(funn))), norm.original.lower())
    return _uten_gjentakelse(sorted(_fjern(funn, norm), key=lambda f: (f.start, f.slutt, f.faktum)))


def _nye(fortalt: list[Kandidat], andre: list[Kandidat]) -> list[Kandidat]:
    """What only the story tells: a weak find stands back where a rule has found the same fact."""
    funnet = {k.faktum for k in andre if k.verdier}
    return [k for k in fortalt if k.faktum not in funnet]


def _sikreste_grunnlag(valgt: list[Kandidat], tekst: str) -> list[Kandidat]:
    """A plain "flyktning" or "familiegjenforent" says nothing beside a named ground for the permit; a certificate from
    abroad says nothing of the ground at all."""
    valgt = [
        k
        for k in valgt
        if not (
            k.verdier == ("eos",) and k.faktum == "oppholdsgrunnlag" and tekst[k.start :].startswith(("fra", "frå"))
        )
        or not _PAPIR_FRA.search(tekst[max(0, k.start - 60) : k.start])
    ]
    navngitt = any(
        k.faktum == "oppholdsgrunnlag"
        and k.prioritet > _SVAKT_GRUNNLAG
        and not (k.nekt and sammenheng.er_nektet(tekst, k.start, k.slutt))
        for k in valgt
    )
    if not navngitt:
        return valgt
    return [k for k in valgt if k.faktum != "oppholdsgrunnlag" or k.prioritet > _SVAKT_GRUNNLAG]


def _i_andre_ordninger(valgt: list[Kandidat], tekst: str) -> list[Kandidat]:
    """ "mnd 10 i KVP" counts months of KVP: it is no month of the introduction programme."""
    maneder = [k for k in valgt if k.faktum == "programmaned"]
    if not maneder:
        return valgt
    ordninger = [
        k for k in valgt if k.faktum == "ordning" and not (k.nekt and sammenheng.er_nektet(tekst, k.start, k.slutt))
    ]
    bort = []
    for s in sammenheng.setninger(tekst):
        her = {v for k in ordninger if s.start <= k.start < s.slutt for v in k.verdier}
        if her & {"kvp", "jobbsjansen"} and not _INTRO.search(tekst, s.start, s.slutt):
            bort += [k for k in maneder if s.start <= k.start < s.slutt]
    return [k for k in valgt if k not in bort]


def _vei(k: Kandidat, norm: Normalisert, setninger: list[sammenheng.Setning]) -> Funn:
    """Weigh the words around a candidate."""
    verdier: tuple[Verdi, ...] = k.verdier
    negert = k.nekt and sammenheng.er_nektet(norm.tekst, k.start, k.slutt)
    if negert and len(verdier) == 1 and isinstance(verdier[0], bool):
        verdier, negert = (not verdier[0],), False
    setning = next((s for s in setninger if s.start <= k.start < s.slutt), None)
    fra, til = norm.spenn(k.start, k.slutt)
    ord_ = norm.tekst[k.start : k.slutt]
    om_alle = bool(_PLURAL.search(ord_)) and not _BESKREVET.match(norm.tekst, k.slutt)
    usikker = (
        bool(setning and (setning.usikker or (setning.gruppe and k.faktum not in ("kommune", "fylke")))) or om_alle
    )
    if k.faktum in ("kommune", "fylke") and not _BOR.search(norm.tekst, 0, k.start):
        her = norm.tekst[setning.start : setning.slutt] if setning else norm.tekst
        usikker = usikker or bool(_SOM_EKSEMPEL.search(her))
    presisjon = k.presisjon
    if k.faktum in _DATOFAKTA:
        presisjon = "dag" if _DAG.search(ord_) else "maned"
    rettelse = bool(setning and setning.rettelse) or sammenheng.retter_tett(norm.tekst, k.start)
    return Funn(
        k.faktum, verdier, fra, til, norm.original[fra:til], negert=negert, rettelse=rettelse and k.faktum != "kjonn",
        usikker=usikker, presisjon=presisjon,
    )  # fmt: skip


def _gitt_foran(k: Kandidat, valgt: list[Kandidat]) -> bool:
    """ "fagbrev, ikke bachelor": the same fact is given just before what is denied."""
    return any(g.faktum == k.faktum and 0 < k.start - g.slutt <= 16 for g in valgt)


def _rett_par(funn: list[Funn]) -> list[Funn]:
    """ "A1, ikke A2": one value denied and another given is a correction."""
    nektet = {f.faktum for f in funn if f.negert}
    gitt = {f.faktum for f in funn if not f.negert}
    par = (nektet & gitt) - {"ordning", "helse", "ytelse", "bransje"}
    return [_med(f, rettelse=True) if f.faktum in par else f for f in funn]


def _uten_motsatte(funn: list[Funn], tekst: str) -> list[Funn]:
    """ "fagbrev, ikke videregående" and "36, ikkje 39": what is denied right after is not a fact of its own."""
    aldre = [f for f in funn if f.faktum == "alder"]
    ut = [f for f in funn if f not in aldre[1:] or not (f.negert and _OG_IKKE.search(tekst[: f.start]))]
    for f in list(ut):
        if (
            f.faktum == "norskniva"
            and f.negert
            and any(g.faktum in ("norsk_muntlig", "norsk_skriftlig") and 0 <= f.start - g.slutt <= 20 for g in funn)
        ):
            ut.remove(f)
        if f.faktum == "utdanning" and _IKKE_FORST.match(f.tekst.lower()):
            foran = [g for g in funn if g.faktum == f.faktum and g is not f and 0 <= f.start - g.slutt <= 6]
            if foran and not _IKKE_FORST.match(foran[0].tekst.lower()):
                ut.remove(f)
    return ut


def _bare_yngste(funn: list[Funn]) -> list[Funn]:
    """Several children with their ages: the youngest is the youngest of them all."""
    yngste = [f for f in funn if f.faktum == "yngste_barn_alder" and not f.fjern and len(f.verdier) == 1]
    if len(yngste) < 2:
        return funn
    beholdt = min(yngste, key=lambda f: float(f.verdier[0]))
    return [f for f in funn if f not in yngste or f is beholdt]


def _navngitt_helse(funn: list[Funn]) -> list[Funn]:
    """ "brukket armen og sykmeldt": a complaint that is named says which kind the other is."""
    plager = [f for f in funn if f.faktum == "helse" and f.verdier in (("psykisk",), ("fysisk",)) and not f.negert]
    return [f for f in funn if f.faktum != "helse" or f in plager or f.negert] if plager else funn


def _hoyeste_utdanning(funn: list[Funn]) -> list[Funn]:
    """ "grunnskole for voksne og har begynt på vg1": the highest of what is told is the education."""
    alle = [
        f
        for f in funn
        if f.faktum == "utdanning" and len(f.verdier) == 1 and not (f.negert or f.fjern or f.usikker or f.rettelse)
    ]
    flere = [
        f
        for f in funn
        if f.faktum == "utdanning"
        and len(f.verdier) > 1
        and f.verdier[0] == "ingen"
        and any(set(a.verdier) < set(f.verdier) for a in alle)
    ]
    funn = [f for f in funn if f not in flere]
    if len(alle) < 2:
        return funn
    hoyest = max(alle, key=lambda f: _UTDANNINGER.index(f.verdier[0]))
    return [f for f in funn if f not in alle or f is hoyest]


_ONSKE = re.compile(
    r"\b(?:vil|ønsk\w*|ynskj\w*|drøm\w*|lyst|interess\w*|motivert|mål\w*|håper|tenkt seg|sikter)\b[^.;!?]{0,40}$"
)


def _onsket_bransje(funn: list[Funn], tekst: str) -> list[Funn]:
    """What the participant wants to work with goes before what they have done."""
    alle = [f for f in funn if f.faktum == "bransje" and not f.negert and not f.fjern]
    onsket = [f for f in alle if _ONSKE.search(tekst[: f.start])]
    return [f for f in funn if f not in alle or f in onsket] if onsket else funn


def _uten_gjentakelse(funn: list[Funn]) -> list[Funn]:
    """Each fact said once: "alenemor med baby" tells of children twice, "alenemor med to barn" also how many."""
    sagt = set()
    ut = []
    for f in funn:
        nokkel = (f.faktum, f.verdier, f.negert, f.fjern, f.rettelse, f.usikker)
        upresis = f.faktum == "barn_under_18" and any(
            b.faktum == f.faktum and b.fjern == f.fjern and set(b.verdier) < set(f.verdier) for b in funn
        )
        if nokkel not in sagt and not upresis:
            ut.append(f)
        sagt.add(nokkel)
    return ut


def _fjern(funn: list[Funn], norm: Normalisert) -> list[Funn]:
    """Turn "stryk det med Ukraina" and "glem alderen" into finds with `fjern`."""
    for start, slutt, navn in sammenheng.fjernet(norm.tekst):
        fra, til = norm.spenn(start, slutt)
        inni = [f for f in funn if fra <= f.start and f.slutt <= til and f.faktum != "kjonn"]
        funn = [_med(f, fjern=True, negert=False) if f in inni else f for f in funn]
        kjente = {f.faktum for f in inni}
        for faktum, a, b in navn:
            if faktum not in kjente:
                x, y = norm.spenn(a, b)
                funn.append(Funn(faktum, (), x, y, norm.original[x:y], fjern=True))
    return funn


def _med(f: Funn, **endring: bool) -> Funn:
    return replace(f, **endring)  # type: ignore[arg-type]
