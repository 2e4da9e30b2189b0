"""The fact dictionary: every fact a profile can hold.

The names and values are fixed by the HTTP API. A fact is known (one value), one of several (a list), or unknown
(absent); unknown is never read as no.
"""

from __future__ import annotations

from dataclasses import replace

from bot.profil.faktum import Faktum, dato, ja_nei, ordnet, tall, tekst, valg
from bot.profil.utledede import UTLEDEDE

NIVAER = ("under_A1", "A1", "A2", "B1", "B2", "C1")
UTDANNINGER = ("ingen", "grunnskole", "deler_av_videregaende", "videregaende", "fagbrev", "hoyere")
MED_VIDEREGAENDE = UTDANNINGER[3:]
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

_ALLE = (
    ordnet(
        "norskniva",
        "norsknivå",
        NIVAER,
        "Hvilket norsknivå har deltakeren (under A1, A1, A2, B1, B2 eller C1)?",
        "Kva norsknivå har deltakaren (under A1, A1, A2, B1, B2 eller C1)?",
    ),
    ordnet(
        "norsk_muntlig",
        "norsk muntlig",
        NIVAER,
        "Hvilket nivå har deltakeren muntlig?",
        "Kva nivå har deltakaren munnleg?",
    ),
    ordnet(
        "norsk_skriftlig",
        "norsk skriftlig",
        NIVAER,
        "Hvilket nivå har deltakeren skriftlig?",
        "Kva nivå har deltakaren skriftleg?",
    ),
    tall(
        "programmaned",
        "måned i introduksjonsprogrammet",
        1,
        72,
        "Hvilken måned i introduksjonsprogrammet er deltakeren i?",
        "Kva månad i introduksjonsprogrammet er deltakaren i?",
        "tid",
        (2, 4, 7, 12, 20),
    ),
    ja_nei(
        "program_ferdig",
        "ferdig med introduksjonsprogrammet",
        "Er deltakeren ferdig med introduksjonsprogrammet?",
        "Er deltakaren ferdig med introduksjonsprogrammet?",
        "tid",
    ),
    tall(
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
    tall(
        "alder",
        "alder",
        0,
        110,
        "Hvor gammel er deltakeren?",
        "Kor gammal er deltakaren?",
        "tid",
        (17, 23, 34, 50, 60),
    ),
    tall(
        "alder_ved_tillatelse",
        "alder da oppholdstillatelsen ble gitt",
        0,
        110,
        "Hvor gammel var deltakeren da oppholdstillatelsen ble gitt?",
        "Kor gammal var deltakaren då opphaldsløyvet blei gitt?",
        "fast",
        (17, 34, 60),
    ),
    dato(
        "fodselsdato",
        "fødselsdato",
        "Hvilket år og hvilken måned er deltakeren født?",
        "Kva år og månad er deltakaren fødd?",
    ),
    ordnet(
        "utdanning",
        "utdanning",
        UTDANNINGER,
        "Hvilken utdanning har deltakeren fullført (ingen, grunnskole, deler av videregående, videregående, fagbrev "
        "eller høyere)?",
        "Kva utdanning har deltakaren fullført (ingen, grunnskule, delar av vidaregåande, vidaregåande, fagbrev "
        "eller høgare)?",
    ),
    valg(
        "sluttmal",
        "sluttmål",
        SLUTTMAL,
        "Hva er sluttmålet i integreringsplanen (arbeid, deler av videregående, videregående, fag- og "
        "yrkesopplæring eller høyere utdanning)?",
        "Kva er sluttmålet i integreringsplanen (arbeid, delar av vidaregåande, vidaregåande, fag- og "
        "yrkesopplæring eller høgare utdanning)?",
        "valg",
    ),
    valg(
        "oppholdsgrunnlag",
        "oppholdsgrunnlag",
        OPPHOLDSGRUNNLAG,
        "Hvilket oppholdsgrunnlag har deltakeren (for eksempel asyl, kollektiv beskyttelse, familie til flyktning)?",
        "Kva opphaldsgrunnlag har deltakaren (til dømes asyl, kollektivt vern, familie til flyktning)?",
        "fast",
    ),
    valg(
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
        sporres_som=("ordning",),
        typiske=(frozenset({"intro"}), frozenset({"kvp"}), frozenset({"nav"}), frozenset({"ingen"})),
    ),
    dato(
        "tilbud_om_oppstart",
        "dato for tilbud om oppstart",
        "Når fikk deltakeren tilbud om oppstart i programmet?",
        "Når fekk deltakaren tilbod om oppstart i programmet?",
    ),
    dato("bosatt_dato", "bosettingsdato", "Når ble deltakeren bosatt?", "Når blei deltakaren busett?"),
    dato(
        "tillatelse_dato",
        "dato for oppholdstillatelsen",
        "Når ble oppholdstillatelsen gitt?",
        "Når blei opphaldsløyvet gitt?",
    ),
    ja_nei(
        "arbeidssoker",
        "registrert som arbeidssøker",
        "Er deltakeren registrert som arbeidssøker hos Nav?",
        "Er deltakaren registrert som arbeidssøkjar hos Nav?",
        "valg",
    ),
    ja_nei(
        "nedsatt_arbeidsevne",
        "nedsatt arbeidsevne",
        "Har Nav vurdert at deltakeren har nedsatt arbeidsevne?",
        "Har Nav vurdert at deltakaren har nedsett arbeidsevne?",
        "vedtak",
    ),
    ja_nei(
        "varig_nedsatt_arbeidsevne",
        "varig og vesentlig nedsatt arbeidsevne",
        "Er arbeidsevnen varig og vesentlig nedsatt?",
        "Er arbeidsevna varig og vesentleg nedsett?",
        "vedtak",
    ),
    ja_nei(
        "bosatt_etter_avtale",
        "bosatt etter avtale",
        "Er deltakeren bosatt etter avtale mellom kommunen og IMDi?",
        "Er deltakaren busett etter avtale mellom kommunen og IMDi?",
        "fast",
    ),
    ja_nei(
        "rusproblem",
        "rusproblem",
        "Har deltakeren et rusproblem under behandling?",
        "Har deltakaren eit rusproblem under behandling?",
        "tid",
    ),
    ja_nei(
        "arbeidsgiver_vil_ansette",
        "arbeidsgiver vil ansette",
        "Finnes det en arbeidsgiver som vil ansette?",
        "Finst det ein arbeidsgivar som vil tilsetje?",
        "innsats",
    ),
    ja_nei(
        "praksisplass",
        "praksisplass",
        "Er det funnet en praksisplass?",
        "Er det funne ein praksisplass?",
        "innsats",
    ),
    ja_nei("hjemmevaerende", "hjemmeværende", "Er personen hjemmeværende?", "Er personen heimeverande?", "valg"),
    ja_nei(
        "sammensatte_behov",
        "sammensatte behov",
        "Har personen sammensatte behov, altså flere hindre enn språk?",
        "Har personen samansette behov, altså fleire hinder enn språk?",
        "tid",
    ),
    ja_nei(
        "motivert_for_fulltid",
        "motivert for fulltid",
        "Er personen motivert for et program på fulltid?",
        "Er personen motivert for eit program på fulltid?",
        "valg",
    ),
    ja_nei(
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
    valg(
        "kjonn",
        "kjønn",
        ("kvinne", "mann"),
        "Er personen kvinne eller mann?",
        "Er personen kvinne eller mann?",
        "fast",
    ),
    tall(
        "barn_under_18",
        "barn under 18 år",
        0,
        15,
        "Hvor mange barn under 18 år har deltakeren?",
        "Kor mange barn under 18 år har deltakaren?",
        "tid",
        (0, 2),
    ),
    tall(
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
    tall(
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
    valg(
        "ytelse",
        "ytelse",
        YTELSER,
        "Hvilken ytelse lever personen av nå (for eksempel introduksjonsstønad, sosialhjelp eller AAP)?",
        "Kva yting lever personen av no (til dømes introduksjonsstønad, sosialhjelp eller AAP)?",
        "vedtak",
    ),
    ja_nei(
        "ytelse_full",
        "full ytelse",
        "Er ytelsen full (ikke gradert)?",
        "Er ytinga full (ikkje gradert)?",
        "vedtak",
    ),
    tall(
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
    tall(
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
    valg(
        "helse",
        "helse",
        ("psykisk", "fysisk", "ingen_kjente"),
        "Er det helseutfordringer som påvirker arbeid (psykiske, fysiske eller ingen kjente)?",
        "Er det helseutfordringar som påverkar arbeid (psykiske, fysiske eller ingen kjende)?",
        "tid",
    ),
    tekst("bransje", "bransje", "Hvilken bransje sikter deltakeren mot?", "Kva bransje siktar deltakaren mot?"),
    tekst("kommune", "kommune", "Hvilken kommune gjelder det?", "Kva kommune gjeld det?"),
    tekst("fylke", "fylke", "Hvilket fylke gjelder det?", "Kva fylke gjeld det?"),
    *UTLEDEDE,
)

# Health and work capacity: what most participants do not have.
_SJELDNE = frozenset(
    {"nedsatt_arbeidsevne", "varig_nedsatt_arbeidsevne", "helse", "rusproblem", "sammensatte_behov", "ytelse"}
)
# What a question supposes is asked for first.
_FORUTSETTER = {
    "programmaned": ("ordninger", "programmaned"),
    "maneder_siden_program": ("program_ferdig", "maneder_siden_program"),
}
FAKTA: dict[str, Faktum] = {
    f.navn: replace(f, sjelden=f.navn in _SJELDNE, sporres_som=_FORUTSETTER.get(f.navn, f.sporres_som)) for f in _ALLE
}
