"""The fact dictionary: every fact a profile can hold, its values, how it is asked for and how it can change.

The names and values are fixed by the HTTP API. A fact is known (one value), one of several (a list), or unknown
(absent); unknown is never read as no.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

Verdi = str | int | float | bool | date | frozenset[str]
Profil = Mapping[str, tuple[Verdi, ...]]
Slag = Literal["valg", "ordnet", "tall", "dato", "ja_nei", "tekst", "mengde"]
Endring = Literal["fast", "tid", "innsats", "vedtak", "dokument", "valg"]

NIVAER = ("under_A1", "A1", "A2", "B1", "B2", "C1")
UTDANNINGER = ("ingen", "grunnskole", "deler_av_videregaende", "videregaende", "fagbrev", "hoyere")
SLUTTMAL = ("arbeid", "deler_av_videregaende", "videregaende", "fag_og_yrkesopplaering", "hoyere_utdanning")
OPPHOLDSGRUNNLAG = (
    "asyl",
    "overforingsflyktning",
    "kollektiv_beskyttelse",
    "humanitaert",
    "familie_til_flyktning",
    "familie_annet",
    "eos",
    "arbeid",
    "annet",
)
ORDNINGER = ("intro", "kvp", "jobbsjansen", "nav", "videregaende", "ingen")
INNSATSGRUPPER = (
    "gode_muligheter",
    "trenger_veiledning",
    "trenger_veiledning_nedsatt_arbeidsevne",
    "jobbe_delvis",
    "liten_mulighet",
)
YTELSER = (
    "introduksjonsstonad",
    "kvalifiseringsstonad",
    "sosialhjelp",
    "dagpenger",
    "aap",
    "uforetrygd",
    "overgangsstonad",
    "tiltakspenger",
    "ingen",
)


@dataclass(frozen=True, slots=True)
class Faktum:
    """One fact. `endring` says how the value can change in a person's life: `fast` never does, `tid` only grows
    by itself, `innsats` grows by effort, `vedtak` by somebody's decision, `dokument` by a paper, `valg` by choice.
    `sjelden` facts hold for few, so a measure that waits for one is seldom the first to think of.
    `utledet` facts are computed and cannot be sent in; `sporres_som` names the fact to ask for instead."""

    navn: str
    slag: Slag
    ledetekst: str
    sporsmal: str
    sporsmal_nn: str
    endring: Endring
    verdier: tuple[str, ...] = ()
    minst: float | None = None
    hoyst: float | None = None
    hele_tall: bool = False
    utledet: bool = False
    sporres_som: str | None = None
    typiske: tuple[Verdi, ...] = ()
    sjelden: bool = False

    def tillatt(self) -> str:
        """What the fact accepts, as a Norwegian phrase for an error message."""
        if self.slag in ("valg", "ordnet"):
            return "en av " + ", ".join(self.verdier)
        if self.slag == "mengde":
            return "en liste med " + ", ".join(self.verdier)
        if self.slag == "ja_nei":
            return "true eller false"
        if self.slag == "dato":
            return "en dato på formen ÅÅÅÅ-MM-DD"
        if self.slag == "tekst":
            return "en tekst på høyst 100 tegn"
        slag = "et helt tall" if self.hele_tall else "et tall"
        return f"{slag} fra {self.minst:g} til {self.hoyst:g}"


def _valg(navn: str, ledetekst: str, verdier: tuple[str, ...], sporsmal: str, nn: str, endring: Endring) -> Faktum:
    return Faktum(navn, "valg", ledetekst, sporsmal, nn, endring, verdier, typiske=verdier)


def _ordnet(navn: str, ledetekst: str, verdier: tuple[str, ...], sporsmal: str, nn: str) -> Faktum:
    return Faktum(navn, "ordnet", ledetekst, sporsmal, nn, "innsats", verdier, typiske=verdier)


def _tall(
    navn: str,
    ledetekst: str,
    minst: float,
    hoyst: float,
    sporsmal: str,
    nn: str,
    endring: Endring,
    typiske: tuple[Verdi, ...],
    hele: bool = True,
) -> Faktum:
    return Faktum(
        navn,
        "tall",
        ledetekst,
        sporsmal,
        nn,
        endring,
        minst=minst,
        hoyst=hoyst,
        hele_tall=hele,
        typiske=typiske,
    )


def _ja_nei(navn: str, ledetekst: str, sporsmal: str, nn: str, endring: Endring) -> Faktum:
    return Faktum(navn, "ja_nei", ledetekst, sporsmal, nn, endring, typiske=(True, False))


def _dato(navn: str, ledetekst: str, sporsmal: str, nn: str) -> Faktum:
    return Faktum(navn, "dato", ledetekst, sporsmal, nn, "fast")


def _tekst(navn: str, ledetekst: str, sporsmal: str, nn: str) -> Faktum:
    return Faktum(navn, "tekst", ledetekst, sporsmal, nn, "valg")


def _utledet(
    navn: str,
    slag: Slag,
    ledetekst: str,
    sporres_som: str,
    endring: Endring,
    minst: float = 0,
    hoyst: float = 1200,
) -> Faktum:
    return Faktum(
        navn,
        slag,
        ledetekst,
        "",
        "",
        endring,
        minst=minst,
        hoyst=hoyst,
        utledet=True,
        sporres_som=sporres_som,
    )


_ALLE = (
    _ordnet(
        "norskniva",
        "norsknivå",
        NIVAER,
        "Hvilket norsknivå har deltakeren (under A1, A1, A2, B1, B2 eller C1)?",
        "Kva norsknivå har deltakaren (under A1, A1, A2, B1, B2 eller C1)?",
    ),
    _ordnet(
        "norsk_muntlig",
        "norsk muntlig",
        NIVAER,
        "Hvilket nivå har deltakeren muntlig?",
        "Kva nivå har deltakaren munnleg?",
    ),
    _ordnet(
        "norsk_skriftlig",
        "norsk skriftlig",
        NIVAER,
        "Hvilket nivå har deltakeren skriftlig?",
        "Kva nivå har deltakaren skriftleg?",
    ),
    _tall(
        "programmaned",
        "måned i introduksjonsprogrammet",
        1,
        72,
        "Hvilken måned i introduksjonsprogrammet er deltakeren i?",
        "Kva månad i introduksjonsprogrammet er deltakaren i?",
        "tid",
        (2, 4, 7, 12, 20),
    ),
    _ja_nei(
        "program_ferdig",
        "ferdig med introduksjonsprogrammet",
        "Er deltakeren ferdig med introduksjonsprogrammet?",
        "Er deltakaren ferdig med introduksjonsprogrammet?",
        "tid",
    ),
    _tall(
        "maneder_siden_program",
        "måneder siden introduksjonsprogrammet",
        0,
        600,
        "Hvor mange måneder er det siden introduksjonsprogrammet var ferdig?",
        "Kor mange månader er det sidan introduksjonsprogrammet var ferdig?",
        "tid",
        (2, 12, 30),
        hele=False,
    ),
    _tall(
        "alder",
        "alder",
        0,
        110,
        "Hvor gammel er deltakeren?",
        "Kor gammal er deltakaren?",
        "tid",
        (17, 23, 34, 50, 60),
    ),
    _tall(
        "alder_ved_tillatelse",
        "alder da oppholdstillatelsen ble gitt",
        0,
        110,
        "Hvor gammel var deltakeren da oppholdstillatelsen ble gitt?",
        "Kor gammal var deltakaren då opphaldsløyvet blei gitt?",
        "fast",
        (17, 34, 60),
    ),
    _dato(
        "fodselsdato",
        "fødselsdato",
        "Hvilket år og hvilken måned er deltakeren født?",
        "Kva år og månad er deltakaren fødd?",
    ),
    _ordnet(
        "utdanning",
        "utdanning",
        UTDANNINGER,
        "Hvilken utdanning har deltakeren fullført (ingen, grunnskole, deler av videregående, videregående, fagbrev "
        "eller høyere)?",
        "Kva utdanning har deltakaren fullført (ingen, grunnskule, delar av vidaregåande, vidaregåande, fagbrev "
        "eller høgare)?",
    ),
    _valg(
        "sluttmal",
        "sluttmål",
        SLUTTMAL,
        "Hva er sluttmålet i integreringsplanen (arbeid, deler av videregående, videregående, fag- og "
        "yrkesopplæring eller høyere utdanning)?",
        "Kva er sluttmålet i integreringsplanen (arbeid, delar av vidaregåande, vidaregåande, fag- og "
        "yrkesopplæring eller høgare utdanning)?",
        "valg",
    ),
    _valg(
        "oppholdsgrunnlag",
        "oppholdsgrunnlag",
        OPPHOLDSGRUNNLAG,
        "Hvilket oppholdsgrunnlag har deltakeren (for eksempel asyl, kollektiv beskyttelse, familie til flyktning)?",
        "Kva opphaldsgrunnlag har deltakaren (til dømes asyl, kollektivt vern, familie til flyktning)?",
        "fast",
    ),
    _valg(
        "ordning",
        "ordning",
        ORDNINGER,
        "Hvilken ordning er personen i nå (introduksjonsprogram, KVP, Jobbsjansen, Nav eller ingen)?",
        "Kva ordning er personen i no (introduksjonsprogram, KVP, Jobbsjansen, Nav eller inga)?",
        "vedtak",
    ),
    Faktum(
        "ordninger",
        "mengde",
        "ordninger",
        "Hvilke ordninger er personen i nå?",
        "Kva ordningar er personen i no?",
        "vedtak",
        ORDNINGER,
        sporres_som="ordning",
        typiske=(frozenset({"intro"}), frozenset({"kvp"}), frozenset({"nav"}), frozenset({"ingen"})),
    ),
    _dato(
        "tilbud_om_oppstart",
        "dato for tilbud om oppstart",
        "Når fikk deltakeren tilbud om oppstart i programmet?",
        "Når fekk deltakaren tilbod om oppstart i programmet?",
    ),
    _dato("bosatt_dato", "bosettingsdato", "Når ble deltakeren bosatt?", "Når blei deltakaren busett?"),
    _dato(
        "tillatelse_dato",
        "dato for oppholdstillatelsen",
        "Når ble oppholdstillatelsen gitt?",
        "Når blei opphaldsløyvet gitt?",
    ),
    _ja_nei(
        "arbeidssoker",
        "registrert som arbeidssøker",
        "Er deltakeren registrert som arbeidssøker hos Nav?",
        "Er deltakaren registrert som arbeidssøkjar hos Nav?",
        "valg",
    ),
    _ja_nei(
        "nedsatt_arbeidsevne",
        "nedsatt arbeidsevne",
        "Har Nav vurdert at deltakeren har nedsatt arbeidsevne?",
        "Har Nav vurdert at deltakaren har nedsett arbeidsevne?",
        "vedtak",
    ),
    _ja_nei(
        "varig_nedsatt_arbeidsevne",
        "varig og vesentlig nedsatt arbeidsevne",
        "Er arbeidsevnen varig og vesentlig nedsatt?",
        "Er arbeidsevna varig og vesentleg nedsett?",
        "vedtak",
    ),
    _ja_nei(
        "bosatt_etter_avtale",
        "bosatt etter avtale",
        "Er deltakeren bosatt etter avtale mellom kommunen og IMDi?",
        "Er deltakaren busett etter avtale mellom kommunen og IMDi?",
        "fast",
    ),
    _ja_nei(
        "rusproblem",
        "rusproblem",
        "Har deltakeren et rusproblem under behandling?",
        "Har deltakaren eit rusproblem under behandling?",
        "tid",
    ),
    _ja_nei(
        "arbeidsgiver_vil_ansette",
        "arbeidsgiver vil ansette",
        "Finnes det en arbeidsgiver som vil ansette?",
        "Finst det ein arbeidsgivar som vil tilsetje?",
        "innsats",
    ),
    _ja_nei(
        "praksisplass",
        "praksisplass",
        "Er det funnet en praksisplass?",
        "Er det funne ein praksisplass?",
        "innsats",
    ),
    _ja_nei("hjemmevaerende", "hjemmeværende", "Er personen hjemmeværende?", "Er personen heimeverande?", "valg"),
    _ja_nei(
        "sammensatte_behov",
        "sammensatte behov",
        "Har personen sammensatte behov, altså flere hindre enn språk?",
        "Har personen samansette behov, altså fleire hinder enn språk?",
        "tid",
    ),
    _ja_nei(
        "motivert_for_fulltid",
        "motivert for fulltid",
        "Er personen motivert for et program på fulltid?",
        "Er personen motivert for eit program på fulltid?",
        "valg",
    ),
    _ja_nei(
        "kan_lese_og_skrive_morsmal",
        "kan lese og skrive på morsmålet",
        "Kan personen lese og skrive på morsmålet?",
        "Kan personen lese og skrive på morsmålet?",
        "innsats",
    ),
    Faktum(
        "innsatsgruppe",
        "ordnet",
        "innsatsgruppe",
        "Hvilken innsatsgruppe har Nav satt (gode muligheter, trenger veiledning, trenger veiledning – nedsatt "
        "arbeidsevne, jobbe delvis eller liten mulighet)?",
        "Kva innsatsgruppe har Nav sett (gode moglegheiter, treng rettleiing, treng rettleiing – nedsett "
        "arbeidsevne, jobbe delvis eller lita moglegheit)?",
        "vedtak",
        INNSATSGRUPPER,
        typiske=INNSATSGRUPPER,
    ),
    _valg(
        "kjonn",
        "kjønn",
        ("kvinne", "mann"),
        "Er personen kvinne eller mann?",
        "Er personen kvinne eller mann?",
        "fast",
    ),
    _tall(
        "barn_under_18",
        "barn under 18 år",
        0,
        15,
        "Hvor mange barn under 18 år har deltakeren?",
        "Kor mange barn under 18 år har deltakaren?",
        "tid",
        (0, 2),
    ),
    _tall(
        "yngste_barn_alder",
        "alderen på yngste barn",
        0,
        18,
        "Hvor gammelt er det yngste barnet?",
        "Kor gammalt er det yngste barnet?",
        "tid",
        (0, 3),
        hele=False,
    ),
    _tall(
        "referanseperson_botid",
        "referansepersonens botid i år",
        0,
        80,
        "Hvor mange år hadde referansepersonen bodd i en kommune da det ble søkt om familiegjenforening?",
        "Kor mange år hadde referansepersonen budd i ein kommune då det blei søkt om familieinnvandring?",
        "fast",
        (3, 6),
        hele=False,
    ),
    _valg(
        "ytelse",
        "ytelse",
        YTELSER,
        "Hvilken ytelse lever personen av nå (for eksempel introduksjonsstønad, sosialhjelp eller AAP)?",
        "Kva yting lever personen av no (til dømes introduksjonsstønad, sosialhjelp eller AAP)?",
        "vedtak",
    ),
    _ja_nei(
        "ytelse_full",
        "full ytelse",
        "Er ytelsen full (ikke gradert)?",
        "Er ytinga full (ikkje gradert)?",
        "vedtak",
    ),
    _tall(
        "arbeid_timer_uke",
        "arbeidstimer per uke",
        0,
        60,
        "Hvor mange timer i uka jobber personen?",
        "Kor mange timar i veka jobbar personen?",
        "valg",
        (0, 15, 37.5),
        hele=False,
    ),
    _tall(
        "timer_tilgjengelig",
        "timer til rådighet per uke",
        0,
        60,
        "Hvor mange timer i uka har personen til rådighet?",
        "Kor mange timar i veka har personen til rådvelde?",
        "valg",
        (15, 37.5),
        hele=False,
    ),
    _valg(
        "helse",
        "helse",
        ("psykisk", "fysisk", "ingen_kjente"),
        "Er det helseutfordringer som påvirker arbeid (psykiske, fysiske eller ingen kjente)?",
        "Er det helseutfordringar som påverkar arbeid (psykiske, fysiske eller ingen kjende)?",
        "tid",
    ),
    _tekst("bransje", "bransje", "Hvilken bransje sikter deltakeren mot?", "Kva bransje siktar deltakaren mot?"),
    _tekst("kommune", "kommune", "Hvilken kommune gjelder det?", "Kva kommune gjeld det?"),
    _tekst("fylke", "fylke", "Hvilket fylke gjelder det?", "Kva fylke gjeld det?"),
    _utledet("aldersar", "tall", "alderen personen fyller i år", "fodselsdato", "tid", 0, 110),
    _utledet(
        "skolearsalder",
        "tall",
        "alderen personen fylte eller fyller det året skoleåret tok til",
        "fodselsdato",
        "tid",
        0,
        110,
    ),
    _utledet("botid_ved_vedtak", "tall", "måneder bosatt da vedtaket treffes", "bosatt_dato", "tid"),
    _utledet(
        "barnet_innen_14_maneder",
        "ja_nei",
        "måneden yngste barn fyller 14 måneder er ikke over",
        "yngste_barn_alder",
        "tid",
    ),
    _utledet("innenfor_norskrett", "ja_nei", "innenfor retten til norskopplæring", "tilbud_om_oppstart", "tid"),
)

# Health and work capacity: what most participants do not have.
_SJELDNE = frozenset(
    {"nedsatt_arbeidsevne", "varig_nedsatt_arbeidsevne", "helse", "rusproblem", "sammensatte_behov", "ytelse"}
)
FAKTA: dict[str, Faktum] = {f.navn: replace(f, sjelden=f.navn in _SJELDNE) for f in _ALLE}


class ProfilFeil(ValueError):
    """A profile holds an unknown fact or a value the fact does not accept; `str()` is Norwegian, for the user."""

    def __init__(self, faktum: str, melding: str) -> None:
        super().__init__(melding)
        self.faktum = faktum


def les_verdi(faktum: Faktum, raa: object) -> Verdi:
    """One raw JSON value as the fact's own type. Raises ProfilFeil when the fact does not accept it."""
    if faktum.slag in ("valg", "ordnet"):
        if isinstance(raa, str) and raa in faktum.verdier:
            return raa
    elif faktum.slag == "ja_nei":
        if isinstance(raa, bool):
            return raa
    elif faktum.slag == "tall":
        if isinstance(raa, int | float) and not isinstance(raa, bool):
            innenfor = (faktum.minst or 0) <= raa <= (faktum.hoyst or 0)
            if innenfor and (not faktum.hele_tall or float(raa).is_integer()):
                return int(raa) if float(raa).is_integer() else float(raa)
    elif faktum.slag == "dato":
        if isinstance(raa, date):
            return raa
        if isinstance(raa, str):
            try:
                return date.fromisoformat(raa)
            except ValueError:
                pass
    elif faktum.slag == "tekst" and isinstance(raa, str) and 0 < len(raa.strip()) <= 100:
        return raa.strip()
    vist = "true" if raa is True else "false" if raa is False else str(raa)[:60]
    raise ProfilFeil(faktum.navn, f"«{vist}» er ikke en gyldig verdi for {faktum.navn}. Lovlig er {faktum.tillatt()}.")


def les_profil(data: Mapping[str, object]) -> dict[str, tuple[Verdi, ...]]:
    """A JSON profile as facts with possible values.

    A list means "one of these", except for `ordninger`, where it means all of them at once. `null` is unknown.
    Raises ProfilFeil naming the fact and what is allowed.
    """
    profil: dict[str, tuple[Verdi, ...]] = {}
    for navn, raa in data.items():
        faktum = FAKTA.get(navn)
        if faktum is None or faktum.utledet:
            kjente = ", ".join(f.navn for f in _ALLE if not f.utledet)
            raise ProfilFeil(navn, f"«{navn[:60]}» er ikke et kjent faktum. Lovlig er {kjente}.")
        if raa is None:
            continue
        if faktum.slag == "mengde":
            liste = raa if isinstance(raa, list) else [raa]
            if not liste or any(v not in faktum.verdier for v in liste):
                raise ProfilFeil(navn, f"«{raa}» er ikke gyldig for {navn}. Lovlig er {faktum.tillatt()}.")
            profil[navn] = (frozenset(str(v) for v in liste),)
            continue
        verdier = raa if isinstance(raa, list) else [raa]
        if not verdier:
            raise ProfilFeil(navn, f"{navn} har en tom liste. Lovlig er {faktum.tillatt()}, eller utelat faktumet.")
        profil[navn] = tuple(dict.fromkeys(les_verdi(faktum, v) for v in verdier))
    return profil


def til_json(profil: Profil) -> dict[str, object]:
    """The profile as JSON values, the reverse of `les_profil`; derived facts are left out."""
    ut: dict[str, object] = {}
    for navn, verdier in profil.items():
        if FAKTA[navn].utledet:
            continue
        enkle: list[object] = []
        for v in verdier:
            enkle.append(v.isoformat() if isinstance(v, date) else sorted(v) if isinstance(v, frozenset) else v)
        ut[navn] = enkle[0] if len(enkle) == 1 else enkle
    return ut
