"""Education and the goal of the programme (sluttmål), which are easily mixed up: "fagbrev" is either."""

# ruff: noqa: E501 - patterns are read and compared a line each
from __future__ import annotations

import re
from datetime import date

from bot.sprak.funn import Verdi
from bot.sprak.regel import Regel, regel
from bot.sprak.sammenheng import er_nektet
from bot.sprak.tall import TALL, les_tall

_VGS = r"(?:vg[so]|vgå|vgopplæring|v\.g\.s\.?|videregående(?: skole| opplæring| utdanning)?|vidaregåande(?: skule| opplæring| utdanning)?|videregåande|viderg[åa]ende|gymnas(?:et)?|artium|studiekompetanse|high school)"
_FULLFORT = r"(?:fullført|fullførte|fullfør|fullførd|bestått|tatt|teke|tok|gjort ferdig|ferdig med|ferdig|gått ut av|avsluttet|har gått|gjennomført)"
_UTEN_VGS: tuple[Verdi, ...] = ("ingen", "grunnskole", "deler_av_videregaende")
_VGS_PLUSS: tuple[Verdi, ...] = ("videregaende", "fagbrev", "hoyere")
_FRA = r"(?:fra|frå) (?!oss|nav|intro|kvp|norge|noreg|i )\w+"
_KOMMA_FOR, _KOMMA_ETTER = (
    r"(?:(?<=, )|(?<=,)|(?<=; )|(?<=/ )|(?<=^)|(?<=[abc][12] og )|(?<=muntlig og )|(?<=skriftlig og )|(?<=munnleg og )|(?<=skriftleg og )|(?<=\d år og ))",
    r"(?= ?(?:,|;|$|/ |\.$|\?$|\. [a-zæøå]))",
)
_HOYERE = (
    r"(?:bachelor\w*|mastergrad\w*|master(?: i \w+)?|masterutdanning|høyskole\w*|høgskole\w*|høgskule\w*|universitets?\w*|doktorgrad\w*|ph\.?d|\w*ingeniør\w*|sivilingeniør\w*|siviløkonom|"
    r"(?:høyere|høgare|høy|høg) utdan\w+|høyt utdan\w+|høgt utdan\w+|fagskole(?:utdanning)?|akademiker\w*|akademikar|professor|(?:utdannet|utdanna|utd\.?) (?:som )?(?:lege|lærer|lærar|sykepleier|sjukepleiar|jurist|advokat|økonom|"
    r"tannlege|farmasøyt|arkitekt|\w+lærer|\w+lærar|journalist|veterinær|psykolog|regnskapsfører|agronom|biolog|kjemiker|fysiker|geolog|pedagog|sosionom|vernepleier|fysioterapeut|jordmor|radiograf|revisor|statsviter|historiker|bibliotekar|programmerer|\w+(?:lege|økonom|terapeut|sykepleier)|it-?\w*)|(?:er|som|var) (?:lege|lærer|lærar|sykepleier|sjukepleiar|jurist|advokat|økonom|tannlege|farmasøyt|arkitekt|psykolog|veterinær|journalist|fysioterapeut|agronom|\w+lærer) (?:fra|frå|i) (?!norge)\w+|"
    r"(?:lege|lærer|sykepleier|jurist|advokat|økonom|tannlege|farmasøyt|arkitekt)(?:utdanning|utdannet|utdanna))"
)
_HUYRKE = r"(?:lege|lærer|lærar|sykepleier|sjukepleiar|ingeniør|tannlege|jurist|advokat|farmasøyt|barnehagelær(?:er|ar)|vernepleier|vernepleiar|sosionom|psykolog|arkitekt|fysioterapeut|økonom|veterinær|journalist|bioingeniør)"


def _skolear(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    ar = les_tall(m["n"])
    if ar is None or ar > 20:
        return None
    if ar == 0:
        return ("ingen",)
    if ar < 7:
        return ("ingen", "grunnskole")
    if ar <= 10:
        return ("grunnskole",)
    if ar <= 11:
        return ("grunnskole", "deler_av_videregaende")
    if ar <= 13:
        return ("deler_av_videregaende", "videregaende")
    return ("videregaende", "hoyere")


def _analfabet(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    """Not being illiterate tells nothing of schooling."""
    return None if er_nektet(m.string, m.start(), m.end()) else ("ingen",)


def _kan_ikke_lese(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...]:
    return (m.group().startswith(("analf", "illitt")) and er_nektet(m.string, m.start(), m.end()),)


_UTDANNING = (
    regel("utdanning", rf"(?:uten|utan|mangler|manglar|manglende|har ikke|har ikkje|ha ikkje|har itj|ikke|ikkje|itj|aldri)(?: \w+)?? (?:{_FULLFORT} )?(?:noen |noe |noko )?{_VGS}(?! (?:som mål|via))", _UTEN_VGS, "vg videreg vidareg viderg v.g gymnas artium studiekomp", 8, nekt=False),
    regel("utdanning", rf"(?:ikke|ikkje|aldri|itj) (?:\w+ )?(?:fullført|fullførd|bestått|ferdig med|gjennomført) (?:hele |heile )?{_VGS}|{_VGS} (?:er )?(?:ikke|ikkje) (?:fullført|bestått)", _UTEN_VGS, "vg videreg vidareg viderg", 9, nekt=False),
    regel("utdanning", rf"(?:deler av|delar av|del av|noe|noko|litt|halv|påbegynt|ufullført|avbrutt|avbrote|droppet ut av|droppa ut av|slutte[tr]? på|slutte[tr]? i|slutta på|slutta i|hoppet av|hoppa av|falt ut av|(?:har )?begynt(?:e)? på|et år på|ett år på|to år på|et år|ett år|to år(?: av)?) {_VGS}|vg[12](?:\b| fra)|vg[12] og vg2|{_VGS} (?:delvis|påbegynt)", "deler_av_videregaende", "vg videreg vidareg viderg", 9),
    regel("utdanning", rf"vg[os] ?\+|minst {_VGS}|{_VGS} (?:eller|og) (?:mer|meir|høyere|høgare|oppover)(?: utdanning)?", _VGS_PLUSS, "vg videreg vidareg", 9),
    regel("utdanning", rf"(?:har |med |hatt )?(?:{_FULLFORT}) (?:hele |heile |full |treårig |norsk |allerede )?{_VGS}(?: skole)?(?: {_FRA})?", "videregaende", "vg videreg vidareg viderg gymnas artium studiekomp", 7),
    regel("utdanning", rf"{_VGS}(?: er)? (?:fullført|bestått|ferdig)|{_VGS} {_FRA}|(?:har|har bare|har kun|hun har|(?<!måneder )(?<!månader )(?<!mnd )med|hadde) (?:generell |tilsvarende |treårig |full )?{_VGS}(?! (?:som|via|på|å|opplæringstiltak))(?! i nav)|utdanning(?:en)?(?: er)?:? ?(?:på )?{_VGS}(?:nivå)?|{_VGS}-?nivå", "videregaende", "vg videreg vidareg viderg gymnas artium studiekomp high", 6),
    regel("utdanning", rf"(?:ikke|ikkje|itj) (?:\w+ )?\w+,? men (?P<f>(?:har |fullført )?(?:(?P<g>grunnskole|grunnskule)|(?P<v>{_VGS})|(?P<b>fagbrev)|(?P<h>{_HOYERE})))", lambda m, d: ("grunnskole" if m["g"] else "videregaende" if m["v"] else "fagbrev" if m["b"] else "hoyere",), "men", 10, nekt=False),
    regel("utdanning", rf"(?:ikke|ikkje|itj) (?:{_VGS}|{_HOYERE}|fagbrev|grunnskole|grunnskule)(?=,? men (?:\w+ )?(?:grunnskole|grunnskule|{_VGS}|fagbrev|svennebrev|{_HOYERE}))", (), "men", 10),
    regel("utdanning", rf"(?:verken|hverken|korkje) (?:[\wæøå]+ (?:eller|og) )?{_VGS}", _UTEN_VGS, "verken korkje", 9, nekt=False),
    regel("utdanning", rf"(?:begynte|begynt|starta|startet|byrja|gikk|gjekk|gått|påbegynt|påbegynte)(?: \w+)?? (?:på )?(?:et |eit |en |ein )?{_HOYERE}(?:,? (?:men|og))? (?:(?:hun|han|ho) )?(?:(?:ble|vart|har) )?(?:(?:fullførte|gjennomførte) (?:ikke|ikkje|aldri)|(?:ikke|ikkje|aldri) (?:fullført|ferdig|gjennomført)|måtte (?:flykte|avbryte|slutte|reise|dra)|avbrøt|avbrutt|sluttet|slutta|hoppet av|hoppa av)", "videregaende", "begyn start byrja gikk gjekk gått", 9, nekt=False),
    regel("utdanning", rf"{_KOMMA_FOR}{_VGS}{_KOMMA_ETTER}", "videregaende", "vg videreg vidareg", 3),
    regel("utdanning", r"(?:har |med |et |eit |tatt |fullført |sitt )*(?:svennebrev|fagutdannet|fagutdanna|fagbrev(?! på jobb| mens)(?: (?:som|i|innen|innan|fra|frå)))(?: \w+)?|(?:har|hadde|med|tatt|fullført|bestått|avlagt)(?: norsk| et| eit| sitt)? fagbrev(?:et)?(?! på jobb| mens)", "fagbrev", "fagbrev svenne fagutd", 5),
    regel("utdanning", r"(?:er |utdannet |utdanna )fagarbeider|(?<!flest )(?<!flere )(?<!folk )(?:uten|utan) fagbrev", "fagbrev", "fagarbeider fagbrev", 5),
    regel("utdanning", r"(?:fagbrev|svennebrev) (?:hjemmefra|heimefrå|heimanfrå)", "fagbrev", "brev", 5),
    regel("utdanning", r"(?:har|hadde) (?:ikke|ikkje|itj) (?:noe |noko |tatt )?(?:fagbrev|svennebrev)(?:et)?(?!,? men)", "fagbrev", "brev", 7),
    regel("utdanning", rf"{_KOMMA_FOR}(?:lege|lærer|lærar|sykepleier|sjukepleiar|jurist|advokat|økonom|tannlege|farmasøyt|arkitekt|psykolog|veterinær|\w+lærer) {_FRA}", "hoyere", "fra frå", 4),
    regel("utdanning", rf"{_KOMMA_FOR}fagbrev{_KOMMA_ETTER}", "fagbrev", "fagbrev", 3),
    regel("utdanning", r"yrkesskole|yrkesskule|(?:har |tatt |tok |fullført )+yrkesfag(?! som)|yrkesfag(?:lig utdanning)? (?:fra|frå) \w+|yrkesutdanning (?:fra|frå) \w+", ("videregaende", "fagbrev"), "yrkes", 4),
    regel("utdanning", rf"(?:har |med |en |ein |fullført |tatt )*{_HOYERE}(?: {_FRA})?(?! via nav)", "hoyere", "bachelor master høyskole høgsk univers doktor phd ph.d ingeniør siv utdan utd. fagskole akadem lege lære lærar sykepl sjukepl jurist advokat økonom tannlege farmas arkitekt professor psykolog veterin journalist terapeut agronom", 5),
    regel("utdanning", r"(?:analfabet(?:en|er)?|illitterat)(?: fra \w+)?", _analfabet, "analfabet illitterat", 6),
    regel("utdanning", r"(?:bare |kun |har )*(?:gått |gått på |gikk |gikk på )?koranskole\w*|(?:bare|kun) (?:litt|noe|noen (?:få )?(?:år|måneder)) (?:på )?(?:skole|skolegang|barneskole)|(?:gikk|gått|gikk bare|har gått) (?:bare |kun )?(?:litt|noen få år|et par år|noen år) på (?:skole|skolen|barneskole\w*)", ("ingen", "grunnskole"), "koran skole", 7),
    regel("utdanning", rf"(?:ukr\.?|ukrainsk|syrisk|eritreisk|afghansk|tyrkisk|iransk|russisk|somalisk|etiopisk) (?:utdannet )?{_HUYRKE}|(?:ped\.? ?utd\w*\.?|pedagogisk utdanning|pedagogutdanning|\w*lærerutdanning|sykepleie\w*utdanning|ingeniørutdanning|legeutdanning|juridisk utdanning|økonomiutdanning|medisinsk utdanning)(?: {_FRA})?", "hoyere", "ukr syrisk eritr afgh tyrk iran russ somal etiop ped utdanning", 5),
    regel("utdanning", rf"(?:påbegynt|ufullført|ikke fullført|avbrutt|påbegynte|halv) (?:en |et )?{_HOYERE}", (), "begynt fullført avbrutt halv", 9),
    regel("utdanning", r"(?:har|hadde) (?:\w+ )?ikke (?:noe |tatt |lenger )?(?:fagbrev|svennebrev)(?:et)?(?!,? men)", "fagbrev", "brev", 7),
    regel("utdanning", rf"(?:har tatt|tatt|tok|har|gått|fullført|med) (?:et|ett|to|\d) år (?:på|av|med) (?:yrkesfag\w*|{_VGS})|(?:halve|halvparten av|første delen av) {_VGS}", "deler_av_videregaende", "år halv del", 10),
    regel("utdanning", rf"{_KOMMA_FOR}(?:lege|tannlege|jurist|advokat|økonom|farmasøyt|arkitekt|sykepleier|lærer|psykolog|veterinær|agronom|\w+lærer){_KOMMA_ETTER}", "hoyere", "lege jurist advokat økonom farmas arkitekt sykepl lærer psykolog veterin agronom", 2),
    regel("utdanning", r"(?:skolegangen|skolen) stoppet etter (?:ett|to|tre|fire|fem|seks|\d) år|(?:skolegang|skole|utdanning) har (?:hun|han) (?:svært |nesten )?(?:lite|ingen|ikke noe)(?: av)?", ("ingen", "grunnskole"), "har_ stoppet", 6),
    regel("utdanning", rf"(?:to|tre|fire|\d)[- ]?(?:års?|årig) {_VGS}", "videregaende", "vg videreg", 7),
    regel("utdanning", r"(?:jurist|økonom|lege|tannlege|lærer|ingeniør|arkitekt|farmasøyt|psykolog|sykepleier|journalist|agronom|veterinær|advokat|revisor|statsviter) (?:av (?:utdanning|yrke)|i (?:bunn|utdanning))|(?:har|med|tok|tatt|fullført|en|ett|to|tre|fire|\d)[- ]?(?:årig )?(?:høyskole|høgskole|universitets)(?:utdanning|utdannelse|grad)", "hoyere", "utdanning yrke bunn høyskole høgskole univers", 6),
    regel("utdanning", r"(?:ingen|inga|uten|utan|null|no(?= educ)|mangler|manglar|har ikke|ikke har|har ikkje|ha itj|ikke noe|ikkje noko|ikke noen|ikkje nokon)(?: formell| noe| noen| som helst| noko| egentlig)* (?:utdanning|utdannelse|skolegang|skulegang|skolebakgrunn|skulebakgrunn|skole|skule|skolering|education)(?! (?:utover|ut over|etter|fra norge))", "ingen", "utdan skole skule educ", 8, nekt=False),
    regel("utdanning", r"(?:aldri|ikke|ikkje|itj) (?:\w+ )?(?:gått|fått gå|fekk gå|fikk gå) (?:\w+ )?(?:på )?(?:skole|skolen|skola|skule|skulen|skula)", "ingen", "gått gå_", 8, nekt=False),
    regel("utdanning", r"aldri (?:vært|vore|satt sine bein|gått) (?:på|i) (?:en |noen |ein )?(?:skole|skolen|skola|skule|skulen|skula)", "ingen", "aldri", 8, nekt=False),
    regel("utdanning", rf"(?:ingen|ikke|uten|ikkje|inga) (?:noe |formell |videre )?(?:utdanning|skole|skolegang|skulegang) (?:ut ?over|etter) (?P<v>grunnskole\w*|grunnskule\w*|{_VGS})", lambda m, d: ("grunnskole" if m["v"].startswith("grunn") else "videregaende",), "utdan skole skule", 9, nekt=False),
    regel("utdanning", r"(?:noen få års?|nokre få års?|bare noen års?|lite|lita|svært lite|lav|låg|kort|svak|mangelfull|sparsom) (?:formell )?(?:utdanning|skolegang|skulegang|skolebakgrunn|skulebakgrunn|skole|skule|utdannelse)", ("ingen", "grunnskole"), "utdan skole skule", 5),
    regel("utdanning", rf"(?:utdanning|utdannelse|skolegang|skulegang|skole|skule): ?(?P<n>{TALL}) ?år", _skolear, "skole skule utdan skulegang", 7),
    regel("utdanning", rf"(?P<n>{TALL}|null) ?(?:års?|åra) (?:på |med |grunn|barne)*(?:skolegang|skulegang|skole|skule|skolen|skola|skulen|skula|utdanning)(?! (?:på|i) norsk)", _skolear, "skole skule utdan", 7),
    regel("utdanning", rf"(?:gikk|gjekk|gått|gå) (?:på )?(?:skole|skolen|skola|skule|skulen|skula) (?:i )?(?P<n>{TALL}) år", _skolear, "skole skule", 7),
    regel("utdanning", r"(?:fullført|eksamen fra|gikk ut|gått ut|vitnemål fra|til og med|ut) (?:av )?(?:10|tiende|9|niende)\.? (?:klasse|trinn)", "grunnskole", "klasse trinn", 6),
    regel("utdanning", r"(?:har |hadde )studert (?!norsk\b)\w+|studerte (?!norsk\b)\w+ (?:i|på|ved) \w+", "hoyere", "studer", 4),
    regel("utdanning", r"(?:gikk|gjekk|gått) (?P<n>" + TALL + r") år på skole\w*|(?:gikk|gjekk) på skolen? i (?P<n2>$^)?", lambda m, d: _skolear(m, d) if m["n"] else None, "gikk gjekk gått", 7),
    regel("utdanning", r"(?:uten|utan|ikke fullført|ikkje fullført|mangler|manglar|manglende|manglande|har ikke|har ikkje|har itj|ikke|ikkje|itj) (?:fullført |fullførd |tatt |gjort ferdig )?(?:hele |heile )?(?:grunnskole\w*|grunnskule\w*|ungdomsskole\w*)", "ingen", "grunnsk ungdomssk", 8, nekt=False),
    regel("utdanning", r"(?:(?:bare|berre|bære|bærre|bærra|kun|har|med|fullført|tatt|tilsvarende|har fullført|utdanning:?|ferdig med) )+(?:norsk )?(?:grunnskole|grunnskule|ungdomsskole|ungdomsskule|barneskole)(?:n|en|nivå|eksamen)?|(?:grunnskole|grunnskule|ungdomsskole|ungdomsskule|barneskole) (?:fra|frå) \w+|grunnskole (?:er )?fullført", "grunnskole", "grunnsk ungdomssk barnesk", 5),
    regel("utdanning", r"(?:(?<=[abc][12] og )|(?<=[abc][12], )|(?<=only )|(?<=just ))(?:grunnskole|grunnskule)(?! (?:for|via))", "grunnskole", "grunnsk", 4),
    regel("utdanning", rf"{_KOMMA_FOR}(?:grunnskole|grunnskule){_KOMMA_ETTER}", "grunnskole", "grunnsk", 3),
    regel("utdanning", rf"(?:vært|vore|var|jobb\w+ som|arbeid\w+ som) (?:en |ein )?{_HUYRKE}(?= (?:i|fra|frå) (?!norge|noreg|praksis))", "hoyere", "lege lær pleier pleiar ing jur adv farm øk psyk ark fys vet sosio", 3),
    regel("kan_lese_og_skrive_morsmal", r"analfabet(?:en|er)?|illitterat|skriveufør|(?:ikke|ikkje) kan (?:lese|skrive)(?: (?:og|eller) (?:lese|skrive))?(?! på norsk| norsk)|(?:ikke|ikkje|ikke er) alfabetisert|lærte (?:seg )?(?:aldri|ikke) å (?:lese|skrive)(?: (?:og|eller) (?:lese|skrive))?|(?:aldri|ikke) (?:lært|lærte)(?: seg)? å (?:lese|skrive)(?: (?:og|eller) (?:lese|skrive))?|(?:kan|kunne) (?:ikke|ikkje|verken|korkje|hverken|itj) (?:lese|lesa)(?: (?:og|eller)? ?skrive)?(?! på norsk| norsk)", _kan_ikke_lese, "analf illitt skriveuf alfab lese lesa", 6, nekt=False),
    regel("kan_lese_og_skrive_morsmal", r"(?:leser|les) (?:og|eller) skriv(?:er)? (?:ikke|ikkje|itj)(?! (?:norsk|på norsk|godt|bra|så))", False, "les", 7, nekt=False),
    regel("kan_lese_og_skrive_morsmal", r"(?:leser|les)(?: og skriv(?:er)?)? (?:\w+ )?(?:på )?(?:morsmålet|morsmål|eget språk|eige språk|arabisk|tigrinja|dari|somali|ukrainsk|farsi|swahili)", True, "les", 5),
    regel("kan_lese_og_skrive_morsmal", r"(?:kan|både|kan både) (?:lese|lesa) og skrive(?! på norsk| norsk)(?: på (?:eget språk|eige språk|morsmålet|morsmål|arabisk|tigrinja|dari|somali|eget morsmål))?|alfabetisert(?: på (?:morsmålet|morsmål|eget språk))?", True, "lese lesa alfab", 5),
)  # fmt: skip

_MAL = (
    r"(?:slutt ?mål(?:et|a)?|hovedmål(?:et)?|drømmen|planen på sikt|målsetting(?:en|a)?|mål(?:et)?)(?: (?:for henne|for ham|hennes|hans|sitt|hennar|i planen|i integreringsplanen))?"
    r"(?:\s?(?::|=|-)|\s(?:er|om|på|mot|til|som|å|om å|er å|satt til|blir|vert|å få|å komme i|å kome i|ut i|komme i|ordinært|lønnet|ordinær|fast|få))*\s?"
)
_VIL = (
    r"(?<!vi )(?<!jeg )(?<!eg )(?<!arbeidsgiver )(?<!arbeidsgiveren )(?<!bedriften )(?<!kommunen )(?<!nav )"
    r"(?:vil(?: hun| han| ho)?|ønsker(?: hun| han)?|ønskjer|ynskjer|ønske|skal|kunne tenkt seg|kunne tenke seg|kan tenke seg|kunne tenkje seg|ser for seg|motivert for|interessert i|har lyst til|har lyst|planlegger|planlegg|drømmer om|drøymer om|satser på|satsar på|tenker|håper|har mål om|har som mål)"
    r"(?: (?:bare|berre|gjerne|helst|kun|å|til|nå|no|rett|raskt|fort|seg|at han skal|at hun skal|at ho skal|heller|også|begynne|byrje|starte|egentlig|primært))* "
)
_VERB_TA = r"(?:ta|tek|fullføre|få|ha|gå|begynne på|starte på|komme inn på)(?: (?:et|eit|en|ordinær|norsk|på))*"
_JOBB = r"(?:(?:jobb|arbeid)(?=[.!?]*$)|jobbe|jobba|arbeide|arbeida|i jobb|i arbeid|ut i jobb|ut i arbeid|ha jobb|få jobb|få seg jobb|i lønnet arbeid|i ordinært arbeid|komme i arbeid|komme i jobb|kome i arbeid|kome i jobb|komme seg i jobb)"
_FAG = r"(?:fagbrev(?! på jobb)|fag- og yrkesopplæring\w*|fag og yrkesopplæring\w*|yrkesfag(?:lig)?(?: (?:utdanning|opplæring))?|fagutdanning|fagopplæring|svennebrev|lærling|lærlingplass)"
_FAGYRKE = r"(?:fagarbeider|elektriker|helsefagarbeider|helsefagarbeidar|tømrer|snekker|kokk|rørlegger|frisør|barnepleier|murer|murar|maler|baker|bakar|servitør|vaktmester|yrkessjåfør|gartner|anleggsgartner|maskinfører|logistikkoperatør|renholdsoperatør|barne- og ungdomsarbeider|bilmekaniker|mekaniker|sveiser|lærling|betongfagarbeider|industrimekaniker)"
_HU = r"(?:uni\b|(?:høyere|høgare) (?:yrkesfaglig )?utdanning|studier|studere|universitet\w*|høyskole\w*|høgskole\w*|høgskule\w*|bachelor\w*|master\w*|fagskole|vernepleie|sykepleie|medisin|lærerutdanning|ingeniørfag|barnehagelærerutdanning|jus|informatikk)"

_SLUTTMAL = (
    regel("sluttmal", _MAL + r"(?:deler av|delar av|noen fag fra|noen fag på|enkeltfag (?:på|i|fra)) " + _VGS, "deler_av_videregaende", "mål drømmen planen", 12),
    regel("sluttmal", _MAL + rf"(?:fullføre |fullført |ta |bestå |hele )?{_VGS}", "videregaende", "mål drømmen planen", 11),
    regel("sluttmal", _MAL + rf"(?:ta |et |bli |å ta |eit )?(?:{_FAG}|{_FAGYRKE})", "fag_og_yrkesopplaering", "mål drømmen planen", 11),
    regel("sluttmal", _MAL + rf"(?:ta |en |å ta |bli )?(?:{_HU}|{_HUYRKE})", "hoyere_utdanning", "mål drømmen planen", 11),
    regel("sluttmal", _MAL + r"(?:arbeid|arbeide|jobb|jobbe|lønnsarbeid|fulltidsjobb|heltidsjobb|i arbeid|i jobb|få jobb)", "arbeid", "mål drømmen planen", 10),
    regel("sluttmal", rf"(?:deler av|delar av) {_VGS} som (?:slutt)?mål(?:et)?", "deler_av_videregaende", "som_mål som_sluttmål", 12),
    regel("sluttmal", rf"(?P<f>(?:fullført |fullføre )?{_VGS} som (?:slutt)?mål(?:et)?)", "videregaende", "som_mål som_sluttmål", 11),
    regel("sluttmal", rf"{_FAG} som (?:slutt)?mål(?:et)?", "fag_og_yrkesopplaering", "som_mål som_sluttmål", 11),
    regel("sluttmal", rf"{_HU} som (?:slutt)?mål(?:et)?", "hoyere_utdanning", "som_mål som_sluttmål", 11),
    regel("sluttmal", r"(?:arbeid|jobb|å jobbe) som (?:slutt)?mål(?:et)?", "arbeid", "som_mål som_sluttmål", 11),
    regel("sluttmal", _VIL + rf"{_VERB_TA} (?:deler av|delar av) {_VGS}", "deler_av_videregaende", "vil ønsk ynsk skal lyst planl drøm drøy satse satsa tenker håper", 12),
    regel("sluttmal", _VIL + rf"{_VERB_TA} (?:på )?{_VGS}", "videregaende", "vg videreg vidareg viderg studiekomp", 10),
    regel("sluttmal", _VIL + rf"(?:(?:{_VERB_TA}|bli|et|eit) )?(?:{_FAG}|(?:bli|verte|verta|blive|utdanne seg til|utdanne seg som|utdanna seg til) (?:en |ein )?{_FAGYRKE})", "fag_og_yrkesopplaering", "fag lærling svenne bli vert utdan", 10),
    regel("sluttmal", _VIL + rf"(?:(?:{_VERB_TA}) )?(?:{_HU}|(?:bli|verte|verta|utdanne seg til|utdanne seg som|utdanna seg til) (?:en |ein )?{_HUYRKE})", "hoyere_utdanning", "stud univers høy høg bachelor master fagskole bli vert utdan pleie medisin lærer ing jus inform", 10),
    regel("sluttmal", _VIL + _JOBB + r"(?! (?:fullt|full|heltid|med|\d+|halv|deltid|fulltid|mer|mindre|femti|seksti))", "arbeid", "jobb arbei", 9),
    regel("sluttmal", r"(?<!employer )(?<!we )wants (?:a job|to (?:work|get a job))(?! (?:part|full))", "arbeid", "wants", 9),
    regel("sluttmal", rf"(?:på vei|på veg|sikter|siktar|siktet|retta) (?:mot|seg mot) (?P<v>{_FAG}|{_HU}|{_VGS}|arbeid|jobb)", lambda m, d: (_mal_av(m["v"]),), "mot", 9),
)  # fmt: skip


def _mal_av(tekst: str) -> str:
    if re.fullmatch(_FAG, tekst):
        return "fag_og_yrkesopplaering"
    if re.fullmatch(_HU, tekst):
        return "hoyere_utdanning"
    return "videregaende" if re.fullmatch(_VGS, tekst) else "arbeid"


#: "skal ta fagbrev på jobb" and questions about the exam itself are neither; they block the weaker rules.
_SPERRER = (
    regel("utdanning", rf"(?:forskjell\w*|skilnad\w*) (?:på|mellom) (?:fagbrev|svennebrev|{_VGS}|{_HOYERE}|grunnskole)(?: og (?:fagbrev|svennebrev|{_VGS}|{_HOYERE}|grunnskole))?|(?:dekk\w*|betal\w*|finansier\w*|innvilg\w*) (?:\w+ )?(?:{_HOYERE}|{_VGS}|fagbrev|grunnskole)", (), "dekk betal finans innvilg forskjell skilnad", 7),
    regel("utdanning", rf"(?:krever|krev|kreves|krav (?:til|på|for|ved)) (?:\w+ )?{_HOYERE}|(?:begynne|starte|byrje|komme inn|kome inn|søke(?: seg)?(?: inn)?|opptak) (?:på|til|ved) (?:en |ein |et |eit )?{_HOYERE}", (), "begynn start byrj kom søk opptak krev krav", 6),
    regel("utdanning", _VIL + rf"[^.,;?!]{{1,25}} og (?:{_VGS}|fagbrev|grunnskole|grunnskule)", (), "_og_", 5),
    regel("utdanning", rf"(?:kan|få|får|gi|om|søke|søker|støtte til|rett til|tilbud om) (?:\w+ ){{0,3}}?(?:ta |få |fullføre )?(?:{_VGS}|fagbrev|grunnskole\w*)(?! fra)", (), "kan få gi om søk støtte rett tilbud", 4),
    regel("utdanning", rf"(?:{_HOYERE}|{_VGS}|(?:ta |fullføre |fullført |har )?(?:fagbrev|svennebrev)|grunnskole\w*|grunnskule\w*) (?:via|gjennom|hos|som) nav\b|grunnskole via|(?:mot|til|krever|inn på|om) (?:høyere utdanning|{_VGS}|fagbrev)", (), "via mot til krever inn_på om", 6),
)  # fmt: skip

UTDANNINGSREGLER: tuple[Regel, ...] = _UTDANNING + _SLUTTMAL + _SPERRER
