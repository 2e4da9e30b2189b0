"""Fact values as people say them, in bokmål and nynorsk."""

from __future__ import annotations

from datetime import date

from bot.profil.fakta import FAKTA
from bot.profil.faktum import Profil, Verdi
from bot.profil.samtale import Malform
from bot.svar.malform import dato, liste, tall, velg

_ORD: dict[str, tuple[str, str]] = {
    "under_A1": ("under A1", "under A1"),
    "ingen": ("ingen", "ingen"),
    "grunnskole": ("grunnskole", "grunnskule"),
    "deler_av_videregaende": ("deler av videregående", "delar av vidaregåande"),
    "videregaende": ("videregående", "vidaregåande"),
    "fagbrev": ("fagbrev", "fagbrev"),
    "hoyere": ("høyere utdanning", "høgare utdanning"),
    "arbeid": ("arbeid", "arbeid"),
    "fag_og_yrkesopplaering": ("fag- og yrkesopplæring", "fag- og yrkesopplæring"),
    "hoyere_utdanning": ("høyere utdanning", "høgare utdanning"),
    "asyl": ("asyl", "asyl"),
    "overforingsflyktning": ("overføringsflyktning", "overføringsflyktning"),
    "kollektiv_beskyttelse": ("kollektiv beskyttelse", "kollektivt vern"),
    "humanitaert": ("humanitært grunnlag", "humanitært grunnlag"),
    "familie_til_flyktning": ("familie til flyktning", "familie til flyktning"),
    "familie_annet": ("familie til andre", "familie til andre"),
    "eos": ("EØS", "EØS"),
    "annet": ("annet", "anna"),
    "intro": ("introduksjonsprogrammet", "introduksjonsprogrammet"),
    "kvp": ("kvalifiseringsprogrammet", "kvalifiseringsprogrammet"),
    "jobbsjansen": ("Jobbsjansen", "Jobbsjansen"),
    "nav": ("Nav", "Nav"),
    "gode_muligheter": ("gode muligheter", "gode moglegheiter"),
    "trenger_veiledning": ("trenger veiledning", "treng rettleiing"),
    "trenger_veiledning_nedsatt_arbeidsevne": (
        "trenger veiledning – nedsatt arbeidsevne",
        "treng rettleiing – nedsett arbeidsevne",
    ),
    "jobbe_delvis": ("jobbe delvis", "jobbe delvis"),
    "liten_mulighet": ("liten mulighet", "lita moglegheit"),
    "kvinne": ("kvinne", "kvinne"),
    "mann": ("mann", "mann"),
    "introduksjonsstonad": ("introduksjonsstønad", "introduksjonsstønad"),
    "kvalifiseringsstonad": ("kvalifiseringsstønad", "kvalifiseringsstønad"),
    "sosialhjelp": ("sosialhjelp", "sosialhjelp"),
    "dagpenger": ("dagpenger", "dagpengar"),
    "aap": ("AAP", "AAP"),
    "uforetrygd": ("uføretrygd", "uføretrygd"),
    "overgangsstonad": ("overgangsstønad", "overgangsstønad"),
    "tiltakspenger": ("tiltakspenger", "tiltakspengar"),
    "psykisk": ("psykisk", "psykisk"),
    "fysisk": ("fysisk", "fysisk"),
    "ingen_kjente": ("ingen kjente", "ingen kjende"),
}


def vis_verdi(verdi: Verdi, malform: Malform) -> str:
    """One value in words."""
    if isinstance(verdi, bool):
        return velg(malform, "ja", "ja") if verdi else velg(malform, "nei", "nei")
    if isinstance(verdi, date):
        return dato(verdi)
    if isinstance(verdi, int | float):
        return tall(verdi)
    if isinstance(verdi, frozenset):
        return liste(sorted(vis_verdi(v, malform) for v in verdi), malform)
    par = _ORD.get(verdi)
    return velg(malform, *par) if par else verdi


def vis_verdier(faktum: str, verdier: tuple[Verdi, ...], malform: Malform) -> str:
    """The possible values of a fact in words; a long run of numbers as its ends."""
    if len(verdier) > 3 and FAKTA[faktum].slag == "tall":
        tallene = sorted(v for v in verdier if isinstance(v, int | float))
        return f"{tall(tallene[0])}–{tall(tallene[-1])}"
    return liste([vis_verdi(v, malform) for v in verdier], malform, "eller")


_SETNING: dict[str, tuple[str, str]] = {
    "norskniva": ("norsk {}", "norsk {}"),
    "norsk_muntlig": ("muntlig {}", "munnleg {}"),
    "norsk_skriftlig": ("skriftlig {}", "skriftleg {}"),
    "programmaned": ("måned {} i intro", "månad {} i intro"),
    "alder": ("{} år", "{} år"),
    "utdanning": ("utdanning: {}", "utdanning: {}"),
    "sluttmal": ("sluttmål {}", "sluttmål {}"),
    "maneder_siden_program": ("{} måneder siden intro", "{} månader sidan intro"),
    "barn_under_18": ("{} barn", "{} barn"),
    "arbeid_timer_uke": ("jobber {} timer i uka", "jobbar {} timar i veka"),
    "timer_tilgjengelig": ("{} timer i uka til rådighet", "{} timar i veka til rådvelde"),
}
_JA: dict[str, tuple[str, str, str, str]] = {
    "program_ferdig": (
        "ferdig med intro",
        "ikke ferdig med intro",
        "ferdig med intro",
        "ikkje ferdig med intro",
    ),
}


def oppsummer(profil: Profil, malform: Malform) -> str:
    """The profile in one line, as it is shown back to the adviser; empty when nothing is known."""
    deler = []
    for navn, verdier in profil.items():
        faktum = FAKTA[navn]
        vist = vis_verdier(navn, verdier, malform)
        if navn in _SETNING:
            deler.append(velg(malform, *_SETNING[navn]).format(vist))
        elif navn in _JA and len(verdier) == 1:
            nb_ja, nb_nei, nn_ja, nn_nei = _JA[navn]
            deler.append(velg(malform, nb_ja, nn_ja) if verdier[0] is True else velg(malform, nb_nei, nn_nei))
        elif faktum.slag == "ja_nei" and len(verdier) == 1:
            deler.append(
                faktum.ledetekst if verdier[0] is True else velg(malform, "ikke ", "ikkje ") + faktum.ledetekst
            )
        elif faktum.utledet:
            deler.append(f"{faktum.ledetekst}: {vist}")
        elif faktum.slag in ("valg", "mengde") and navn in (
            "oppholdsgrunnlag",
            "kjonn",
            "ordning",
            "ordninger",
        ):
            deler.append(vist)
        else:
            deler.append(f"{faktum.ledetekst}: {vist}")
    return " · ".join(deler)


def endret(for_: Profil, etter: Profil, malform: Malform) -> str:
    """Which facts the supposed case changes, before → after."""
    deler = []
    for navn in dict.fromkeys([*etter, *for_]):
        if for_.get(navn) == etter.get(navn):
            continue
        gammel = oppsummer({navn: for_[navn]}, malform) if navn in for_ else velg(malform, "ukjent", "ukjent")
        borte = velg(malform, "gjelder ikke", "gjeld ikkje")
        ny = oppsummer({navn: etter[navn]}, malform) if navn in etter else borte
        deler.append(f"{gammel} → {ny}")
    return f"*{velg(malform, 'Tenkt tilfelle', 'Tenkt tilfelle')}: {'; '.join(deler)}*"


_VERDIKTORD = {
    "suitable": ("passer", "passar"),
    "conditional": ("kan passe", "kan passe"),
    "unsuitable": ("passer ikke", "passar ikkje"),
}


def verdiktord(verdikt: str, malform: Malform) -> str:
    """A verdict in words."""
    return velg(malform, *_VERDIKTORD[verdikt])
