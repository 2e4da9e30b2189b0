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
_ENTALL: dict[str, tuple[str, str]] = {
    "maneder_siden_program": ("1 måned siden intro", "1 månad sidan intro"),
    "arbeid_timer_uke": ("jobber 1 time i uka", "jobbar 1 time i veka"),
    "timer_tilgjengelig": ("1 time i uka til rådighet", "1 time i veka til rådvelde"),
}
_LEDETEKST_NN = {
    "norskniva": "norsknivå",
    "norsk_muntlig": "norsk munnleg",
    "norsk_skriftlig": "norsk skriftleg",
    "programmaned": "månad i introduksjonsprogrammet",
    "program_ferdig": "ferdig med introduksjonsprogrammet",
    "maneder_siden_program": "månader sidan introduksjonsprogrammet",
    "alder": "alder",
    "alder_ved_tillatelse": "alder då opphaldsløyvet blei gitt",
    "fodselsdato": "fødselsdato",
    "utdanning": "utdanning",
    "sluttmal": "sluttmål",
    "oppholdsgrunnlag": "opphaldsgrunnlag",
    "ordning": "ordning",
    "ordninger": "ordningar",
    "tilbud_om_oppstart": "dato for tilbod om oppstart",
    "bosatt_dato": "busetjingsdato",
    "tillatelse_dato": "dato for opphaldsløyvet",
    "arbeidssoker": "registrert som arbeidssøkjar",
    "nedsatt_arbeidsevne": "nedsett arbeidsevne",
    "varig_nedsatt_arbeidsevne": "varig og vesentleg nedsett arbeidsevne",
    "bosatt_etter_avtale": "busett etter avtale",
    "rusproblem": "rusproblem",
    "arbeidsgiver_vil_ansette": "arbeidsgivar som vil tilsetje",
    "praksisplass": "praksisplass",
    "hjemmevaerende": "heimeverande",
    "sammensatte_behov": "samansette behov",
    "motivert_for_fulltid": "motivert for fulltid",
    "kan_lese_og_skrive_morsmal": "kan lese og skrive på morsmålet",
    "innsatsgruppe": "innsatsgruppe",
    "kjonn": "kjønn",
    "barn_under_18": "barn under 18 år",
    "yngste_barn_alder": "alderen på yngste barnet",
    "referanseperson_botid": "butida til referansepersonen i år",
    "ytelse": "yting",
    "ytelse_full": "full yting",
    "arbeid_timer_uke": "arbeidstimar per veke",
    "timer_tilgjengelig": "timar til rådvelde per veke",
    "helse": "helse",
    "bransje": "bransje",
    "kommune": "kommune",
    "fylke": "fylke",
    "aldersar": "alderen personen fyller i år",
    "skolearsalder": "alderen personen fylte eller fyller det året skuleåret tok til",
    "botid_ved_vedtak": "månader busett då vedtaket blir gjort",
    "timer_med_arbeid": "timar per veke til rådvelde og i arbeid til saman",
    "barnet_innen_14_maneder": "månaden yngste barnet fyller 14 månader er ikkje over",
    "innenfor_norskrett": "innanfor retten til norskopplæring",
}
# A value that does not tell by itself which fact it is of.
_TRENGER_LEDETEKST = frozenset({"ingen", "arbeid", "annet", "nav"})
_SELVFORKLARENDE = frozenset({"oppholdsgrunnlag", "kjonn", "ordning", "ordninger"})
# How a yes-or-no fact is told: nb yes, nb no, nn yes, nn no. Others are the label, and the label with a "not" before.
_JA: dict[str, tuple[str, str, str, str]] = {
    "program_ferdig": (
        "ferdig med intro",
        "ikke ferdig med intro",
        "ferdig med intro",
        "ikkje ferdig med intro",
    ),
    "arbeidsgiver_vil_ansette": (
        "en arbeidsgiver vil ansette",
        "ingen arbeidsgiver vil ansette",
        "ein arbeidsgivar vil tilsetje",
        "ingen arbeidsgivar vil tilsetje",
    ),
    "kan_lese_og_skrive_morsmal": (
        "kan lese og skrive på morsmålet",
        "kan ikke lese og skrive på morsmålet",
        "kan lese og skrive på morsmålet",
        "kan ikkje lese og skrive på morsmålet",
    ),
}


def ledetekst(navn: str, malform: Malform) -> str:
    """What a fact is called. Raises KeyError for an unknown fact."""
    return velg(malform, FAKTA[navn].ledetekst, _LEDETEKST_NN[navn])


def _vis_faktum(navn: str, verdier: tuple[Verdi, ...], malform: Malform) -> str:
    faktum = FAKTA[navn]
    vist = vis_verdier(navn, verdier, malform)
    if navn in _ENTALL and verdier == (1,):
        return velg(malform, *_ENTALL[navn])
    if navn == "arbeid_timer_uke" and verdier == (0,):
        return velg(malform, "ikke i arbeid", "ikkje i arbeid")
    if navn in _SETNING:
        return velg(malform, *_SETNING[navn]).format(vist)
    if faktum.slag == "ja_nei" and len(verdier) == 1:
        ja = verdier[0] is True
        if navn in _JA:
            nb_ja, nb_nei, nn_ja, nn_nei = _JA[navn]
            return velg(malform, nb_ja, nn_ja) if ja else velg(malform, nb_nei, nn_nei)
        return ("" if ja else velg(malform, "ikke ", "ikkje ")) + ledetekst(navn, malform)
    enkeltvis = {v for verdi in verdier for v in (verdi if isinstance(verdi, frozenset) else (verdi,))}
    if navn in _SELVFORKLARENDE and not enkeltvis & _TRENGER_LEDETEKST:
        return vist
    return f"{ledetekst(navn, malform)}: {vist}"


def oppsummer(profil: Profil, malform: Malform) -> str:
    """The profile in one line, as it is shown back to the adviser; empty when nothing is known."""
    gjelder = [navn for navn in profil if not (navn in ("ordning", "ordninger") and _sagt_for(navn, profil))]
    return " · ".join(_vis_faktum(navn, profil[navn], malform) for navn in gjelder)


def _sagt_for(navn: str, profil: Profil) -> bool:
    """Whether the scheme follows from another fact that is shown: a month in the programme tells it."""
    return "programmaned" in profil and profil[navn] in (("intro",), (frozenset({"intro"}),))


_OM_PROGRAMMET = ("programmaned", "program_ferdig", "maneder_siden_program", "ordning", "ordninger")


def endret(for_: Profil, etter: Profil, malform: Malform) -> str:
    """Which facts the supposed case changes, before → after; empty when it changes none."""
    deler = []
    gamle, nye = (
        {n: side[n] for n in _OM_PROGRAMMET if n in side and for_.get(n) != etter.get(n)} for side in (for_, etter)
    )
    samlet = bool(gamle and nye)  # "måned 4 i intro → ferdig med intro" is one change
    if samlet:
        deler.append(f"{oppsummer(gamle, malform)} → {oppsummer(nye, malform)}")
    for navn in dict.fromkeys([*etter, *for_]):
        if for_.get(navn) == etter.get(navn) or (samlet and navn in _OM_PROGRAMMET):
            continue
        gammel = oppsummer({navn: for_[navn]}, malform) if navn in for_ else velg(malform, "ukjent", "ukjent")
        borte = velg(malform, "gjelder ikke", "gjeld ikkje")
        ny = oppsummer({navn: etter[navn]}, malform) if navn in etter else borte
        deler.append(f"{gammel} → {ny}")
    return f"*{velg(malform, 'Tenkt tilfelle', 'Tenkt tilfelle')}: {'; '.join(deler)}*" if deler else ""


_VERDIKTORD = {
    "suitable": ("passer", "passar"),
    "conditional": ("kan passe", "kan passe"),
    "unsuitable": ("passer ikke", "passar ikkje"),
}


def verdiktord(verdikt: str, malform: Malform) -> str:
    """A verdict in words."""
    return velg(malform, *_VERDIKTORD[verdikt])
