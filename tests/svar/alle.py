"""Every kind of answer, built from a Tjeneste as the actions build them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from bot.kunnskap.tiltaksemne import Tiltakssok
from bot.profil.faktum import Profil
from bot.profil.lesing import les_profil
from bot.profil.samtale import Malform
from bot.regler.anbefaling import Anbefaling, anbefal, sammenlign_profiler
from bot.svar import samtalesvar
from bot.svar.anbefaling import anbefalingssvar
from bot.svar.emnesvar import Utvalg, emnesvar
from bot.svar.forklaring import forklaringssvar
from bot.svar.forskjell import forskjellssvar
from bot.svar.regelsvar import endringssvar, flere_regler_svar, regelsvar, vet_ikke_svar
from bot.svar.sammenligning import kombinasjonssvar, sammenligningssvar
from bot.svar.sammenligningsside import sidesvar
from bot.svar.tiltaksvar import hvorfor_ikke_svar, vurderingssvar
from bot.svar.tjeneste import Tjeneste

DAG = date(2026, 11, 23)
A2_MANED_4: dict[str, Any] = {"norskniva": "A2", "programmaned": 4}
FULL: dict[str, Any] = {"norskniva": "B1", "programmaned": 8, "alder": 34, "utdanning": "fagbrev", "sluttmal": "arbeid"}
KVP: dict[str, Any] = {"ordninger": ["kvp"], "alder": 45, "norskniva": "A1"}
Svar = dict[str, Any]


def anbefaling(t: Tjeneste, profil: Profil, eier: str | None = "nav") -> Anbefaling:
    """The national measures of one owner, as the action asks for them."""
    return anbefal(
        t.regelsett,
        t.opplysninger,
        profil,
        DAG,
        lambda o: o.nasjonalt and (eier is None or o.eier == eier),
        situasjoner=t.situasjoner,
    )


def _anbefalingssvar(t: Tjeneste, m: Malform, profil: Mapping[str, Any], eier: str | None = "nav", **felt: Any) -> Svar:
    lest = les_profil(profil)
    valg: dict[str, Any] = {"eier": eier, "hva": "Nav-tiltak" if eier else "Tiltak", "tenkt": False, **felt}
    return anbefalingssvar(t, anbefaling(t, lest, eier), lest, m, **valg)


def _forskjell(t: Tjeneste, m: Malform, for_: Mapping[str, Any], etter: Mapping[str, Any], **felt: Any) -> Svar:
    a, b = les_profil(for_), les_profil(etter)
    ider = [o.id for o in t.opplysninger.values() if o.eier == "nav" and o.nasjonalt]
    funn = sammenlign_profiler(t.regelsett, a, b, DAG, ider)
    return forskjellssvar(t, funn, a, b, anbefaling(t, b), anbefaling(t, a).arbeidsretting, m, **felt)


def _vurdering(t: Tjeneste, m: Malform, tiltak: str, profil: Mapping[str, Any], *rest: Any, **felt: Any) -> Svar:
    return vurderingssvar(t, tiltak, les_profil(profil), DAG, m, *(rest or (None,)), **felt)


def _hvorfor(t: Tjeneste, m: Malform, tiltak: str, profil: Mapping[str, Any], foreslatt: str | None = None) -> Svar:
    return hvorfor_ikke_svar(t, tiltak, les_profil(profil), DAG, m, foreslatt, "utdanning")


def _forklaring(t: Tjeneste, m: Malform, tiltak: str, sporsmal: str | None = None, regel: Any = None) -> Svar:
    return forklaringssvar(t, tiltak, {}, DAG, m, sporsmal, regel)


def _regel(t: Tjeneste, m: Malform, profil: Mapping[str, Any], *ider: str) -> Svar:
    return regelsvar(t, [t.regler[i] for i in ider], les_profil(profil), DAG, m)


def _endring(t: Tjeneste, m: Malform) -> Svar:
    dag = date(2026, 1, 1)
    sluttet = [r for r in t.regler.values() if r.gyldig_til and (dag - r.gyldig_til).days == 1]
    begynte = [r for r in t.regler.values() if r.gyldig_fra == dag]
    return endringssvar(t, dag, sluttet, begynte, {}, DAG, m)


def _emne(t: Tjeneste, m: Malform, sporsmal: str, profil: Mapping[str, Any] | None = None) -> Svar:
    sok = Tiltakssok(t.tiltak.values())
    emner = sok.emner(sporsmal)
    treff = sok.finn(emner, sporsmal, lambda _t: True)
    fulle = [x for x in treff if len(x.grunner) == len(emner)]
    utvalg = Utvalg(emner, fulle, [x for x in treff if x not in fulle])
    return emnesvar(t, utvalg, les_profil(profil or {}), DAG, m, kjent=profil is not None)


# name: (kind, builder)
SVAR: dict[str, tuple[str, Callable[[Tjeneste, Malform], Svar]]] = {
    "anbefaling": ("recommendation", lambda t, m: _anbefalingssvar(t, m, A2_MANED_4)),
    "anbefaling full": ("recommendation", lambda t, m: _anbefalingssvar(t, m, FULL, None)),
    "anbefaling tom": ("recommendation", lambda t, m: _anbefalingssvar(t, m, {}, "arbeidsgiver", hva="tiltak")),
    "anbefaling lokal": (
        "recommendation",
        lambda t, m: _anbefalingssvar(
            t, m, KVP, lokale=[x for x in t.tiltak.values() if "3405" in x.sted.kommuner], sted="Lillehammer"
        ),
    ),
    "anbefaling uten lokale": ("recommendation", lambda t, m: _anbefalingssvar(t, m, KVP, tenkt=True, sted="Røst")),
    "emne": ("recommendation", lambda t, m: _emne(t, m, "hvilke tiltak gir fagbrev?")),
    "emne, få": ("recommendation", lambda t, m: _emne(t, m, "noe for kvinner uten skolegang?")),
    "emne, ingen": ("recommendation", lambda t, m: _emne(t, m, "finnes det tiltak med barnepass?")),
    "emne, nærmest": ("recommendation", lambda t, m: _emne(t, m, "finnes det svømmekurs for foreldre?")),
    "emne, kjent": ("recommendation", lambda t, m: _emne(t, m, "noe for unge på nett?", A2_MANED_4)),
    "hva om norsk": ("recommendation", lambda t, m: _forskjell(t, m, A2_MANED_4, {**A2_MANED_4, "norskniva": "B1"})),
    "hva om ordning": ("recommendation", lambda t, m: _forskjell(t, m, FULL, KVP, i_fokus="kvalifiseringsprogrammet")),
    "hva om ingenting": ("recommendation", lambda t, m: _forskjell(t, m, FULL, {**FULL, "kommune": "Hamar"})),
    "passer": ("eligibility", lambda t, m: _vurdering(t, m, "arbeidstrening", FULL, "innsatsgruppe")),
    "passer ikke": (
        "eligibility",
        lambda t, m: _vurdering(
            t, m, "jobbsjansen", {**FULL, "kjonn": "mann", "alder": 60}, None, ["mentortilskudd", "arbeidstrening"]
        ),
    ),
    "passer, tenkt": (
        "eligibility",
        lambda t, m: _vurdering(
            t, m, "kvalifiseringsprogrammet", KVP, for_=les_profil(A2_MANED_4), regel=t.regler["R-060"]
        ),
    ),
    "hvorfor ikke": (
        "eligibility",
        lambda t, m: _hvorfor(t, m, "jobbsjansen", {**A2_MANED_4, "alder": 60}, "arbeidstrening"),
    ),
    "hvorfor ikke, men passer": ("eligibility", lambda t, m: _hvorfor(t, m, "introduksjonsprogrammet", A2_MANED_4)),
    "forklaring": ("measure", lambda t, m: _forklaring(t, m, "arbeidstrening")),
    "forklaring med regel": (
        "measure",
        lambda t, m: _forklaring(t, m, "kvalifiseringsprogrammet", None, t.regler["R-002"]),
    ),
    "forklaring, avhenger": ("measure", lambda t, m: _forklaring(t, m, "kombinasjonslop-fov-vov")),
    "hvor lenge": ("measure", lambda t, m: _forklaring(t, m, "midlertidig-lonnstilskudd", "hvor_lenge")),
    "hvor mye": ("measure", lambda t, m: _forklaring(t, m, "arbeidstrening", "hvor_mye")),
    "hvem betaler": ("measure", lambda t, m: _forklaring(t, m, "mentortilskudd", "hvem_betaler")),
    "hvordan søke": ("measure", lambda t, m: _forklaring(t, m, "jobbsjansen", "hvordan_soke")),
    "sammenligning": (
        "comparison",
        lambda t, m: sammenligningssvar(t, ["arbeidstrening", "mentortilskudd"], les_profil(A2_MANED_4), DAG, m),
    ),
    "sammenligning, side": (
        "comparison",
        lambda t, m: sidesvar(t, ["arbeidstrening", "varig-lonnstilskudd"], "varighet", {}, DAG, m),
    ),
    "kombinasjon": (
        "rule",
        lambda t, m: kombinasjonssvar(
            t, ["introduksjonsprogrammet", "arbeidstrening"], [t.regler["R-008"]], {}, DAG, m
        ),
    ),
    "kombinasjon ukjent": (
        "rule",
        lambda t, m: kombinasjonssvar(t, ["jobbsjansen", "varig-tilrettelagt-arbeid-skjermet"], [], {}, DAG, m),
    ),
    "programtid": ("rule", lambda t, m: _regel(t, m, {}, "R-060", "R-061")),
    "programtid kjent": ("rule", lambda t, m: _regel(t, m, FULL, "R-060")),
    "programtid åpen dag": (
        "rule",
        lambda t, m: _regel(t, m, {"utdanning": "fagbrev", "tilbud_om_oppstart": "2026-01-01"}, "R-060"),
    ),
    "arbeidsretting": ("rule", lambda t, m: _regel(t, m, {"programmaned": 5}, "R-082", "R-083")),
    "norskrett": ("rule", lambda t, m: _regel(t, m, {"oppholdsgrunnlag": "asyl", "utdanning": "ingen"}, "R-121")),
    "flere regler": ("rule", lambda t, m: flere_regler_svar(t, [t.regler["R-001"], t.regler["R-002"]], {}, DAG, m)),
    "endring": ("rule", _endring),
    "vet ikke": (
        "clarification",
        lambda t, m: vet_ikke_svar(t, [t.regler["R-004"]], "hva er kvarksjansen", {}, DAG, m),
    ),
    "hilsen": ("smalltalk", lambda t, m: samtalesvar.hilsen(t, {}, DAG, m)),
    "hjelp": ("smalltalk", lambda t, m: samtalesvar.hjelp(t, {}, DAG, m)),
    "takk": ("smalltalk", lambda t, m: samtalesvar.takk(t, les_profil(FULL), DAG, m)),
    "utenfor": ("out_of_scope", lambda t, m: samtalesvar.utenfor(t, {}, DAG, m)),
    "profil": ("smalltalk", lambda t, m: samtalesvar.vis_profil(t, les_profil(FULL), DAG, m)),
    "profil tom": ("smalltalk", lambda t, m: samtalesvar.vis_profil(t, {}, DAG, m)),
    "glemt": ("smalltalk", lambda t, m: samtalesvar.glemt(t, DAG, m)),
    "hva er annerledes": ("clarification", lambda t, m: samtalesvar.hva_er_annerledes(t, {}, DAG, m)),
    "hvilket tiltak": (
        "clarification",
        lambda t, m: samtalesvar.hvilket_tiltak(t, ["mentortilskudd", "arbeidstrening"], {}, DAG, m),
    ),
    "hvilket tiltak, ukjent": ("clarification", lambda t, m: samtalesvar.hvilket_tiltak(t, [], {}, DAG, m)),
}
