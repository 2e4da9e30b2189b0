"""The one question whose answer would settle most of what is still open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.profil.fakta import FAKTA
from bot.profil.faktum import Endring, Faktum, Profil, Verdi
from bot.regler.datoer import pluss_maneder
from bot.regler.program import arbeidsretting
from bot.regler.utledning import Fakta, utled
from bot.regler.vilkar import Utfall
from bot.regler.vurdering import Regelsett, Vurdering, mangler

_KANDIDATER = 12
# How much an answer tells of what the person can have. What they only have to choose or find, they can choose or find
# when the rest is in place; what is fixed or decided by others stands.
_TYNGDE: dict[Endring, float] = {"fast": 1, "vedtak": 1, "tid": 1, "dokument": 0.5, "innsats": 0.5, "valg": 0.1}
_KRAV, _VANLIG = 4, 1
# Whoever does not know the first of these does not know the second.
_FINERE = {
    "fodselsdato": "alder",
    "ytelse_full": "ytelse",
    "norsk_muntlig": "norskniva",
    "norsk_skriftlig": "norskniva",
    "yngste_barn_alder": "barn_under_18",
}
_MANEDER_SIDEN = (3, 18, 36, 60)
_REKKEFOLGE = {navn: i for i, navn in enumerate(FAKTA)}


def _typiske(faktum: Faktum, fakta: Fakta) -> tuple[Verdi, ...]:
    """Answers the question commonly gets, of those still possible; for a date, some time ago."""
    if faktum.slag == "dato":
        siden = (a * 12 for a in FAKTA["alder"].typiske if isinstance(a, int))
        maneder = siden if faktum.navn == "fodselsdato" else _MANEDER_SIDEN
        return tuple(pluss_maneder(fakta.i_dag, -m) for m in maneder)
    if faktum.navn == "ordning":
        ordninger = fakta.verdier.get("ordninger", ())
        return tuple(o for o in faktum.verdier if frozenset({o}) in ordninger) or faktum.typiske
    mulige = fakta.verdier.get(faktum.navn, ())
    return tuple(v for v in faktum.typiske if v in mulige) or mulige or faktum.typiske


def _apent(vurdering: Vurdering) -> int:
    """How much of a measure hangs on unknown facts."""
    if vurdering.verdikt != "conditional":
        return 0
    return sum(
        _KRAV if b.vilkar.styrke == "krav" else _VANLIG
        for b in vurdering.begrunnelser
        if b.utfall is Utfall.UKJENT and b.vilkar.styrke != "gjennomforing"
    )


def _meningslos(faktum: str, fakta: Fakta) -> bool:
    """Questions whose answer the scheme already gives, or that suppose a scheme the person is not known to be in."""
    ordninger = [o for o in fakta.verdier.get("ordninger", ()) if isinstance(o, frozenset)]
    if faktum in ("ytelse", "ytelse_full"):
        return bool(ordninger) and all(o & {"intro", "kvp"} for o in ordninger)
    i_intro = bool(ordninger) and all("intro" in o for o in ordninger)
    if faktum == "programmaned":
        return not i_intro
    if faktum == "maneder_siden_program":
        return fakta.verdier.get("program_ferdig") != (True,)
    return faktum == "program_ferdig" and i_intro


def neste_sporsmal(
    regelsett: Regelsett,
    profil: Profil,
    i_dag: date,
    bare: Sequence[str] | None = None,
    utenom: frozenset[str] = frozenset(),
    nevn_program: bool = True,
) -> str | None:
    """The fact to ask for next, or None when no answer would settle anything.

    What the Act makes the whole programme turn on (integreringsloven § 14 a third paragraph) comes first, unless the
    question is about other things (`nevn_program` False). Otherwise a one-step look-ahead over the common answers: the
    share of what hangs on unknown facts that an answer settles, hard conditions before usual ones, summed over the
    measures. What is coarser is asked before what is finer (the age before the date of birth). Facts in `utenom` are
    never asked.
    """
    utenom |= {finere for finere, grovere in _FINERE.items() if grovere in utenom}
    fakta = utled(profil, i_dag)
    krav = arbeidsretting(fakta)
    i_intro = any(isinstance(o, frozenset) and "intro" in o for o in fakta.verdier.get("ordninger", ()))
    if nevn_program and i_intro and krav.status == "ukjent":
        for navn in ("utdanning", "sluttmal"):
            if navn in krav.mangler and navn not in utenom:
                return navn
    apne = [(v, apent) for v in regelsett.vurder_fakta(fakta, bare) if (apent := _apent(v))]
    telling: dict[str, int] = {}
    for v, _ in apne:
        for navn in mangler(v, fakta):
            if navn not in utenom and not _meningslos(navn, fakta):
                telling[navn] = telling.get(navn, 0) + 1
    kandidater = sorted(telling, key=lambda navn: (-telling[navn], _REKKEFOLGE[navn]))[:_KANDIDATER]
    best, storst = None, -1.0
    for navn in kandidater:
        # An answer settles at most all of every measure that lacks it.
        if storst < 0 or _TYNGDE[FAKTA[navn].endring] * telling[navn] > storst:
            nytte = _nytte(regelsett, fakta, profil, apne, FAKTA[navn])
            if nytte > storst:
                best, storst = navn, nytte
    grovere = _FINERE.get(best or "")
    return grovere if grovere is not None and grovere not in fakta.verdier else best


def _nytte(
    regelsett: Regelsett, fakta: Fakta, profil: Profil, apne: Sequence[tuple[Vurdering, int]], faktum: Faktum
) -> float:
    """What knowing the fact settles, on average over its common answers. `apne`: measures, with how much is open."""
    typiske = _typiske(faktum, fakta)
    vurdert = [v for v, _ in apne]
    avgjort = 0.0
    for verdi in typiske:
        ny = utled({**profil, faktum.navn: (verdi,)}, fakta.i_dag)
        for (for_, apent), etter in zip(apne, regelsett.vurder_videre(fakta, vurdert, ny), strict=True):
            if for_ is not etter:
                avgjort += max(0.0, 1 - _apent(etter) / apent)
    return _TYNGDE[faktum.endring] * avgjort / max(len(typiske), 1)
