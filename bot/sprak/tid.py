"""Programme month, time since the programme, and the dates that pick a version of the law.

Decided: "4 mnd ut i intro", "etter 4 måneder i intro" and "har gått 4 måneder" all mean programme month 4 (as advisers
use the words); "startet i februar 2026" counts the first month, so in November 2026 it is month 10; "3 mnd igjen av et
ettårig program" is month 9.
"""

# ruff: noqa: E501 - patterns are read and compared a line each
from __future__ import annotations

import re
from datetime import date

from bot.sprak.dato import DATO, les_dato, maneder_mellom
from bot.sprak.funn import Verdi
from bot.sprak.regel import Kandidat, Regel, regel
from bot.sprak.tall import ORDEN, TALLORD, les_heltall, les_orden, varighet, varighet_maneder

INTRO = r"(?:intro(?:en|duksjonsprogram(?:met|mets)?|duksjonsordning(?:en|a)?|program(?:met)?|løp(?:et)?)?|i ?program(?:met)?|program(?:met)?|løpet)"
_INTRO_STRENG = (
    r"(?:intro(?:en|duksjonsprogram(?:met)?|duksjonsordning(?:en|a)?|program(?:met)?|løp(?:et)?)?|programmet|program)"
)
_MND = r"(?:program|intro)?(?:måned(?:en|ene|er)?|månad(?:en|ane|ar)?|mnd(?:en)?\.?|mnder|mndr|mån)"
_MAKS = 60


def _heltall(verdi: float | None) -> tuple[Verdi, ...] | None:
    if verdi is None or not 0.2 <= verdi <= _MAKS:
        return None
    return (max(1, int(verdi) if verdi == int(verdi) else int(verdi) + 1),)


def _n(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    n = les_heltall(m["n"])
    if n is None or not 1 <= n <= _MAKS:
        return None
    til = les_heltall(m["til"]) if m["til"] else None
    return tuple(range(n, til + 1)) if til is not None and n < til <= _MAKS else (n,)


#: "bruker på Nav-kontoret og har vært der siden mai" is no start of the programme.
_VED_NAV = re.compile(r"\bnav\b")
_SVANGER = re.compile(r"(?:gravid|svanger|på veg med|termin)[^.;,]{0,20}$")


def _o(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    n = les_orden(m["o"])
    if _SVANGER.search(m.string[max(0, m.start() - 30) : m.start()]):
        return None
    return None if n is None or not 1 <= n <= _MAKS else (n,)


def _i_aret(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    n = les_orden(m["o"])
    return None if n is None else tuple(range(12 * n - 11, 12 * n + 1))


def _lengde(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    v = varighet_maneder(m, "v")
    if v is not None and m["over"]:
        return _heltall(v + 1)
    return _heltall(v)


def _startet(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    d = les_dato(m, i_dag)
    if d is None or d.dato > i_dag or ("vært der" in m.group() and _VED_NAV.search(m.string, 0, m.start())):
        return None
    if d.presisjon == "ar":
        fra, til = maneder_mellom(min(d.siste(), i_dag), i_dag) + 1, maneder_mellom(d.dato, i_dag) + 1
        return tuple(range(fra, til + 1)) if til <= _MAKS else None
    n = maneder_mellom(d.dato, i_dag) + 1
    return (n,) if n <= _MAKS else None


_ANNET_SIDEN = re.compile(r"\b(?:jobb|arbeid|bodd|bodde|bosatt|gift|praksis|skole|kurs|nav|syk|kvp)")


def _startet_i_stikkord(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    """ "har jobbet deltid som sjåfør, siden i sommer" is no programme."""
    setning = re.split(r"[.!?\n] ", m.string[: m.start()])[-1]
    return None if _ANNET_SIDEN.search(setning) else _startet(m, i_dag)


def _siden_dato(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    d = les_dato(m, i_dag)
    if d is None or d.dato > i_dag:
        return None
    if d.presisjon == "ar":
        return tuple(range(max(maneder_mellom(d.siste(), i_dag), 0), maneder_mellom(d.dato, i_dag) + 1))
    return (maneder_mellom(d.dato, i_dag),)


def _siden_lengde(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    v = varighet_maneder(m, "v")
    return None if v is None else (round(v),)


def _dato(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    d = les_dato(m, i_dag)
    samme = m.string.startswith((" samme år", " same år", " året etter"), m.end())
    return None if d is None or samme or d.presisjon == "ar" else (d.dato.isoformat(),)


def _oppstart(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    """ "tilbud om oppstart 15. januar" names a day to come as often as one that was: the nearest."""
    d = les_dato(m, i_dag)
    if d is None or d.presisjon == "ar":
        return None
    if m["iso"] or m["y1"] or m["d2"] or m["y3"] or m["m4"] or "oppstart" not in m.group():
        return (d.dato.isoformat(),)
    neste = date(d.dato.year + 1, d.dato.month, min(d.dato.day, 28) if d.dato.month == 2 else d.dato.day)
    return (min(d.dato, neste, key=lambda x: abs((x - i_dag).days)).isoformat(),)


def _startet_for(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    v = varighet_maneder(m, "v")
    return None if v is None or v < 1 else _heltall(int(v) + 1)


_V = varighet("v")
_V_INGEN_N = r"(?:(?P<over>over|mer enn|meir enn|vel|drøyt) )?"
_SNART = r"(?:snart |nesten |ca\.? |cirka |omtrent |rundt |allerede |bare |berre |nå |no |straks |litt over )?"


def _arig(p: str) -> str:
    return (
        rf"(?:(?:av |i |på )?(?:et |eit |ett |det |sitt |hennes |hans )*(?P<{p}a>\d{{1,2}}|ett|eitt|et|to|tre|fire)[- ]?(?P<{p}e>årig(?:e|s)?|års?|måneders|mnds|månaders|mnd)"
        rf"[ -]?(?:intro|program|løp|introduksjonsprogram|introprogram|introløp|periode)(?:met|et)?|"
        rf"(?:av |i )?(?:et |eit |ett |det )?(?:{INTRO}) (?:på|som er|er på|varer|som varer) (?:i )?(?P<{p}b>\d{{1,2}}|ett|eitt|et|to|tre|fire) (?P<{p}f>år|måneder|månader|mnd))"
    )


def _arig_maneder(m: re.Match[str], p: str) -> float | None:
    n = les_heltall(m[f"{p}a"] or m[f"{p}b"])
    enhet = m[f"{p}e"] or m[f"{p}f"]
    return None if n is None else float(n * 12 if enhet.startswith("å") else n)


def _halvveis_arig(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    helt = _arig_maneder(m, "p")
    return None if helt is None else _heltall(helt / 2)


def _igjen_arig(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    helt, rest = _arig_maneder(m, "p"), varighet_maneder(m, "v")
    return None if helt is None or rest is None or rest >= helt else _heltall(helt - rest)


def _siste_maned(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    return _heltall(_arig_maneder(m, "p"))


_START = (
    r"(?:startet|starta|begynte|begynt|byrja|starta opp|oppstart|påbegynte|påbegynt|start|startdato|programstart|introstart|"
    r"startmåned|vært (?:der|med)|gått|i gang|med)(?: (?:opp|i|på|med|intro|introen|introprogrammet|introduksjonsprogrammet|programmet|program|nå|no|der|var|ble|dato|den|siden|sidan|fra|frå))*:?"
)
_SIDEN_START = r"(?<!ute av )(?<!ut av )(?<!ferdig med )(?<!ferdig i )(?<!ferdig )(?:deltaker|deltakar|deltatt|intro|introduksjonsprogram(?:met)?|program(?:met)?|har gått|har vært)(?: (?:der|med|i|intro|program(?:met)?))* (?:siden|sidan|fra|frå)"
_IKKE_PROGRAM = r"(?<!jobb )(?<!jobben )(?<!arbeid )(?<!praksis )(?<!kurs )(?<!skole )(?<!vgs )(?<!norsk )(?<!kvp )(?<!jobbsjansen )"

_MANED = (
    regel("programmaned", rf"(?<!hver )(?<!per )(?<!pr )(?<!kr )(?:i |på )?{_MND}[ -]?(?:nr\.?|nummer|no\.?|#|:|er)? ?(?P<n>\d{{1,2}}|(?<=[ :])(?!(?:en|ein|ei|et|eit|ett)\b){TALLORD})(?: ?(?:-|til|eller|og|/) ?(?P<til>\d{{1,2}}|elleve|tolv|ti|to|tre|fire|fem|seks|sju|åtte|ni))?(?! ?(?:%|timer|timar|prosent|kr|år|dager|000|ganger|uker|veker))(?![.,]\d)", _n, "mån mnd", 4),
    regel("programmaned", rf"(?P<f>{_INTRO_STRENG}(?: mnd\.?| måned)? ?(?P<n>\d{{1,2}}) ?(?:/|av) ?(?:6|9|12|18|24|30|36|48))(?P<til>$^)?(?!\d|[./%]| ?(?:timer|%))", _n, "/ av", 8),
    regel("programmaned", rf"(?:i|med) {INTRO} (?:i|for) {_SNART}{_V_INGEN_N}{_V}(?! siden)", _lengde, "program intro", 7),
    regel("programmaned", rf"{INTRO}[^.;!?]{{0,12}}, (?:sånn |cirka |ca\.? |omtrent |rundt |nå |snart )*(?P<over>$^)?{_V} (?:inn|ut|uti)\b", _lengde, "inn ut", 6),
    regel("programmaned", r"m ?(?P<n>\d{1,2})(?P<til>$^)?(?![.,]\d)(?! ?(?:²|2\b))", _n, "m1 m2 m3 m4 m5 m6 m7 m8 m9", 1),
    regel("programmaned", r"(?:måned |månad |mnd\.? )?(?P<n>\d{1,2})(?P<til>$^)? av (?:\d{1,2}) (?:måneder|månader|mnd)\b(?! norsk)", _n, "av", 7),
    regel("programmaned", rf"(?:vært|vore) (?:deltaker|deltakar|introdeltaker) i {_SNART}{_V_INGEN_N}{_V}", _lengde, "delta", 6),
    regel("programmaned", rf"(?<!hver )(?<!hvert )(?<!kvar )(?<!dei )(?<!de )(?:i |på |inne i |i sin |i den |den )*(?P<o>{ORDEN}) ?{_MND}(?! (?:i uka|betaler|halveres|får))", _o, "mån mnd", 5),
    regel("programmaned", r"(?<!de )(?<!dei )(?<!hver )(?P<o>\d{1,2}) (?:programmåneden|måneden|månaden)(?! (?:i uka|betaler))", _o, "mån", 4),
    regel("programmaned", rf"(?:startet|starta|begynte|byrja) (?:i |på |med )?(?:{INTRO} )?for {_V} (?:siden|sidan)(?! (?:i|på) (?:jobb|praksis|kurs|arbeid|skole))", _startet_for, "siden sidan", 7),
    regel("programmaned", rf"{_SNART}{_V_INGEN_N}{_V} (?:ut i|uti|inn i|inni|inne i|på vei i|på veg i|i|av|ute i|med) (?:et |eit |sitt |dette )?{INTRO}", _lengde, "intro program løp", 6),
    regel("programmaned", rf"(?:ut i|inn i|inne i|i|med) {INTRO}(?:,| i|:| siden| har vært| på)? {_SNART}{_V_INGEN_N}{_V}(?! (?:igjen|att|siden|sidan|til|lengre|lenger|max|maks))", _lengde, "intro program løp", 5),
    regel("programmaned", rf"(?:har |er |vært |vore )?(?:gått|går|vært|vore|holdt på|deltatt)(?: (?:i|nå|no|her|med|på|der|intro|allerede|ca))* {_SNART}{_V_INGEN_N}{_V}(?: (?:i|av|på|ut i) {INTRO})?(?! (?:på skole|i norge|i noreg|siden|sidan|skole|her i landet|i landet|igjen|i jobb|i arbeid|i praksis|i kvp|på kurs))", lambda m, d: _lengde(m, d) if m["venhet"] is None or m["venhet"].startswith("m") or "intro" in m.group() else None, "gått går vært vore holdt deltatt", 3),
    regel("programmaned", rf"{_V_INGEN_N}{_V} (?:uti|ut i det|ute i det|inn i det|uti det|på vei)(?! (?:jobb|arbeid|praksis))", _lengde, "uti ut_i ute_i inn_i på_vei", 4),
    regel("programmaned", rf"etter {_V_INGEN_N}{_V}(?= (?:i|med|av|på) {INTRO}| ute i)", _lengde, "etter", 4),
    regel("programmaned", rf"^(?:og|enn|hva med|kva med|hva om det er|men) (?:etter|i|om) {_V_INGEN_N}{_V}(?= ?\??$)", _lengde, "etter", 4),
    regel("programmaned", rf"(?:i |på )?(?:(?:sitt|det|hennes|hans) )?(?P<o>første|fyrste|andre|tredje) år(?:et)? (?:(?:sitt|hennes|hans) )?(?:i|av|på) {INTRO}", _i_aret, "år", 7),
    regel("programmaned", rf"(?:halvveis|halvvegs|midtveis|midt)(?: \w+)? i {_arig('p')}", _halvveis_arig, "halvv midt", 8),
    regel("programmaned", rf"(?:halvveis|halvvegs|midtveis)(?: (?:ut|inn))? {_arig('p')}", _halvveis_arig, "halvv midt", 7),
    regel("programmaned", rf"(?:har )?{_V} (?:igjen|att|til|gjenstår|står igjen)(?: (?:av|i|på))? {_arig('p')}", _igjen_arig, "igjen att gjenst til", 9),
    regel("programmaned", rf"siste (?:måned|månad|mnd)\w* (?:i|av) {_arig('p')}", _siste_maned, "siste", 9),
    regel("programmaned", rf"{_IKKE_PROGRAM}(?<!ferdig )(?<!slutta )(?<!sluttet )(?<!tilbud om )(?<!tilbod om )(?<!tilbudt ){_START} {DATO}(?! (?:i|på) (?:jobb|praksis|kurs|arbeid|skole))", _startet, "start begyn byrja oppstart gått vært gang", 6),
    regel("programmaned", rf"(?:i )?{_SIDEN_START} {DATO}", _startet, "intro program delta har", 7),
    regel("programmaned", rf"(?:^|(?<=, )|(?<=,)|(?<=intro )|(?<=program ))(?:fra|frå|siden|sidan|f\.o\.m\.?|fom) {DATO}(?=$|[,.;?!]| i intro)", _startet_i_stikkord, "fra frå siden sidan fom f.o.m", 5),
    regel("programmaned", r"(?:helt i starten|helt i begynnelsen|nettopp startet|akkurat startet|nettopp begynt|nyss starta|nettopp starta|akkurat begynt|har så vidt begynt) (?:av|i|på|med) " + _INTRO_STRENG, (1,), "start begyn starta", 5),
)  # fmt: skip

_FERDIG = r"(?:ferdig(?:e)?(?: med| me| i| m/?)?|(?:gikk|gjekk|kom) ut(?: av)?|fullført|fullførte|gjennomført|gjennomførte|avsluttet|avslutta|sluttet i|slutta i|slutta med|gått ut av|gått ferdig|ute av|kommet ut av|vært gjennom)"
_FERDIG_INTRO = rf"{_FERDIG} (?:hele |heile |et |sitt |på )?{_INTRO_STRENG}"
_INTRO_FERDIG = rf"{_INTRO_STRENG}(?: hennes| hans)? (?:er |var |ble |blei |vart )?(?:hun |han )?(?:nå |nettopp |akkurat )?(?:ferdig(?: med)?|over(?! \\d)|slutt|fullført|avsluttet|avslutta)"

_ETTER = (
    regel("program_ferdig", rf"(?:ikke|ikkje|ikke helt|itj|snart|nesten|straks|blir|er i ferd med å bli|vert|nærmer seg|ikke enda|ikke ennå|ikkje enno)(?: \w+)? {_FERDIG_INTRO}|{_FERDIG_INTRO} (?:(?:i |til )?neste\b|om (?:\d|et|eit|ett|ei|en|ein|to|tre|fire|fem|seks|noen|nokre|kort)\b|i løpet av|til (?:sommeren|sumaren|høsten|hausten|våren|jul)\b|snart\b)|neste (?:\w+ )(?:er|blir|vert) (?:\w+ )?{_FERDIG_INTRO}", False, "ferdig fullfør gjenn avslut slutt gått", 9, nekt=False),
    regel("program_ferdig", rf"(?<!hva skjer når )(?:er |var |har |blitt |nettopp |akkurat |nylig |nyss |allerede |helt )*{_FERDIG_INTRO}|{_INTRO_FERDIG}", True, "ferdig fullfør gjenn avslut slutt gått gikk gjekk ute over kom ut_av", 6),
    regel("program_ferdig", rf"(?:før|innen|inntil|fram til|frem til) (?:\w+ )?{_INTRO_FERDIG}|(?:før|innen|inntil) (?:hun|han|ho|deltakeren) (?:er |blir |vert )?{_FERDIG_INTRO}", (), "før innen inntil", 10),
    regel("program_ferdig", rf"(?:hva|kva|hvilke[nt]?) [^.?!;]{{0,60}}når {_INTRO_FERDIG}", (), "når", 9),
    regel("program_ferdig", rf"(?:skal|vil|må|kan|bør|planen er) [^.?!;]{{0,40}}når {_INTRO_FERDIG}", (), "når", 8),
    regel("program_ferdig", rf"(?<!rett )etter (?:endt |fullført |avsluttet |ferdig |gjennomført |at )?{_INTRO_STRENG}(?:stid(?:en)?|perioden)?(?! (?:er|startet|har|skal|kan|begynte))|(?:endt|tidligere|tidlegare|eks) ?-?(?:intro(?:deltaker(?:en)?|deltakar)?|programdeltaker)|(?:rett|like|umiddelbart|direkte) etter {_INTRO_STRENG}", True, "etter endt tidligere tidlegare eks", 5),
    regel("program_ferdig", rf"(?:var|gikk|gjekk|deltok) (?:i|på) (?:intro|introduksjonsprogrammet|introprogrammet) (?:i {DATO}|for {_V} siden|før|tidligere)", True, "intro", 5),
    regel("maneder_siden_program", rf"{_V} (?:siden|sidan|etter) (?:at )?(?:hun|han|ho|vedkommende|deltakeren|brukeren|hu|dei|de)? ?(?:var|ble|blei|vart|er|han|avsluttet|sluttet|fullførte|gikk ut av|slutta|gjekk ut av) ?(?:ferdig(?: med| i)? |ut av |i |med )*{_INTRO_STRENG}", _siden_lengde, "siden sidan etter", 8, nekt=False),
    regel("maneder_siden_program", rf"(?:{_FERDIG_INTRO}|{_INTRO_FERDIG}) (?:for )?{_V} (?:siden|sidan)", _siden_lengde, "siden sidan", 8, nekt=False),
    regel("maneder_siden_program", rf"(?:vært|vore) {_FERDIG_INTRO} i {_V}", _siden_lengde, "ferdig fullfør", 8, nekt=False),
    regel("programmaned", rf"(?:vært|vore) {_FERDIG_INTRO} i {_V}", (), "ferdig fullfør", 9),
    regel("maneder_siden_program", rf"{_V} (?:siden|sidan|etter) {_INTRO_STRENG}", _siden_lengde, "siden sidan etter", 7, nekt=False),
    regel("maneder_siden_program", rf"(?:{_FERDIG_INTRO}|{_INTRO_FERDIG}) (?:i |nå i |den |allerede i |tilbake i |siden |sidan )?{DATO}", _siden_dato, "ferdig fullfør gjenn avslut slutt gått gikk gjekk kom ute over", 7, nekt=False),
    regel("maneder_siden_program", rf"{_INTRO_STRENG}[^.;!?]{{0,40}}?(?:,| og| men) (?:(?:hun|han|de) )?(?:var|ble|er|gikk ut|sluttet|fullførte) (?:ferdig )?(?:i |den |der i )?{DATO}", _siden_dato, "ferdig gikk_ut sluttet fullførte", 7, nekt=False),
    regel("maneder_siden_program", rf"(?:siste dag(?:en)?|siste dato|sluttdato(?:en)?|programslutt)(?: (?:i|av|for|på))?(?: {INTRO})?(?: (?:var|den|er))*:? {DATO}", _siden_dato, "siste slutt", 7, nekt=False),
    regel("maneder_siden_program", rf"^\W*(?:og |men |enn )?(?:hva om|kva om|ka om|hvis|viss|dersom|om|enn|og|men) (?:det )?(?:er |var |har gått |er gått |gått )*(?:mer enn |meir enn |over |ca\.? )?(?P<f>{_V} (?:siden|sidan))(?=\W*$)", _siden_lengde, "siden sidan", 6, nekt=False),
    regel("maneder_siden_program", rf"for {_V} (?:siden|sidan) (?:var |ble |blei )?(?:hun |han |ho |deltakeren )?{_FERDIG_INTRO}", _siden_lengde, "siden sidan", 8, nekt=False),
)  # fmt: skip

_MELLOM = r"(?: (?:om|i|på|den|fra|frå|til|med|plass|oppstart|intro|introen|programmet|program|introduksjonsprogram|introduksjonsprogrammet|ble|blei|vart|gitt|datert|her|dit|av|kommunen|kommune|norge|noreg|her|hos|oss|siden|sidan|var|som|flyktning|imdi|og|kom|hit|i [a-zæøå-]+(?= (?:i|den|siden|sidan|fra|frå|\d))|\w+ kommune))*:? "
_DATOER = (
    regel("tilbud_om_oppstart", rf"(?:tilbud(?:et)?|tilbod(?:et)?|tilbudt|tilbydd|oppstartstilbud|oppstartstilbudet|vedtak om intro\w*|vedtak om program|introvedtak){_MELLOM}(?P<f>{DATO})", _oppstart, "tilbud tilbod tilbydd vedtak", 9, nekt=False),
    regel("bosatt_dato", rf"(?:bosatt|busett|bosatte|bosettes|bosetting|bosettingsdato|busetjing|bosettingsdatoen|kom til kommunen){_MELLOM}(?P<f>{DATO})", _dato, "bosatt busett boset buset kom", 8, nekt=False),
    regel("bosatt_dato", rf"(?:bosatt|busett) (?!og |men |å |etter |før |innen )[a-zæøå-]+ (?P<f>{DATO})", _dato, "bosatt busett", 7, nekt=False),
    regel("tillatelse_dato", rf"(?:(?:fikk|fekk|fått|hatt|innvilget|innvilga|innvilget seg|ble innvilget|gitt|har) (?:\w+ )?(?:opphold|oppholdstillatelse|oppholdstillatelsen|opphald|opphaldsløyve|tillatelse|kollektiv beskyttelse|kollektivt vern|asyl|vedtak|positivt vedtak|beskyttelse|kollektiv)(?: på humanitært grunnlag| som flyktning)?|oppholdstillatelse(?:n)?|opphaldsløyve|tillatelse(?:n)?|positivt vedtak|opphold)(?: (?:ble|blei|vart|gitt|innvilget|fra|frå|siden|sidan|i|den|dato|datert|er))*:? (?P<f>{DATO})", _dato, "opph tillat vedtak asyl beskyttelse vern kollektiv", 8, nekt=False),
)  # fmt: skip

TIDSREGLER: tuple[Regel, ...] = _MANED + _ETTER + _DATOER


def ferdig_av(kandidater: list[Kandidat]) -> list[Kandidat]:
    """Time since the programme implies that it is over: add program_ferdig where only the time was found."""
    if any(k.faktum == "program_ferdig" for k in kandidater):
        return []
    return [
        Kandidat("program_ferdig", (True,), k.start, k.slutt, k.prioritet, nekt=False)
        for k in kandidater
        if k.faktum == "maneder_siden_program"
    ]
