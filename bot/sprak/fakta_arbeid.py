"""Work: jobseeker, work ability, innsatsgruppe, employer, hours, income, health and needs."""

# ruff: noqa: E501 - patterns are read and compared a line each
from __future__ import annotations

import re
from datetime import date

from bot.sprak.fakta_sted import bransje_alene
from bot.sprak.funn import Verdi
from bot.sprak.regel import Regel, regel
from bot.sprak.sammenheng import er_nektet
from bot.sprak.tall import TALL, les_tall

FULL_UKE = 37.5


def _prosent(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    tall = les_tall(m["n"])
    return None if tall is None or not 0 <= tall <= 100 else (round(tall * FULL_UKE / 100, 2),)


def _timer(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    tall = les_tall(m["n"])
    if tall is None or not 0 <= tall <= 60:
        return None
    til = les_tall(m["til"]) if m["til"] else None
    if til is not None and tall < til <= 60:
        return tuple(float(t) for t in range(int(tall), int(til) + 1))
    return (tall,)


def _nedsatt(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    """Not lastingly reduced is not the same as not reduced."""
    if "varig" in m.group() or "permanent" in m.group():
        return None if er_nektet(m.string, m.start(), m.end()) else (True,)
    return (True,)


_AS = r"(?:arbeidssøker(?:en)?|arbeidssøkjar(?:en)?|arbeidssøkar(?:en)?|arbeidsøker|arbeidsøkjar|arb\.?søker)"
_SOKER = (
    regel("arbeidssoker", rf"(?:er |står |blitt |ble |har |e |æ )?(?:registrert|registrerte|reg\.?|meldt|melda|innmeldt|innmelda)(?: seg| sæ| sei| inn)?(?: nå| allerede)? ?(?:som |hos nav som |i nav som |på nav som )?(?:aktiv )?(?:{_AS}|ledig|arbeidsledig|arbeidsledige|arbeidslaus|arbeidsløs|jobbsøker|jobbsøkar)|(?:arbeidssøker|jobbsøker)(?:,)? (?:reg\.?|registrert)(?= ?(?:,|;|$|/|\.))", True, "regist reg meld", 6),
    regel("arbeidssoker", r"(?:har meldt seg|meldte seg|meldt seg|er registrert|har registrert seg|registrert seg|står registrert|registrert) (?:hos|i|på|ved) nav", True, "nav", 4),
    regel("arbeidssoker", r"er (?:hun|han|ho|deltakeren|deltakaren|brukeren) (?:nå |no |også )?(?:registrert|innmeldt)(?=\W*$|[,.;])|(?:hun|han|ho|deltakeren) er (?:nå |no )?registrert(?=\W*$|[,.;])", True, "regist innm", 5),
    regel("arbeidssoker", r"(?:sender|leverer|fører|sendar|leverar)(?: inn)? meldekort", True, "meldekort", 4),
    regel("arbeidssoker", rf"(?:er|e) \d\d(?: år)?,? og (?:registrert )?{_AS}", True, "søk", 4),
    regel("arbeidssoker", r"(?:is |er |e |a |en |registrert )?job-?\s?seeker", True, "seeker", 4),
    regel("arbeidssoker", rf"(?:er|står|står som|e) (?:aktiv |reell |ikke |ikkje )?(?:som )?{_AS}", True, "søk", 4),
    regel("arbeidssoker", rf"(?:(?<=, )|(?<=,)|(?<=/ )|(?<=^)){_AS}(?= ?(?:,|;|$|/ ))|{_AS}: ?ja", True, "søk", 2),
    regel("arbeidssoker", rf"(?:ikke|ikkje|uregistrert)(?: lenger| lengre| lengur)? {_AS}|{_AS}: ?nei|ureg(?:istrert)?", False, "søk ureg", 5, nekt=False),
    regel("arbeidssoker", rf"(?:ikke|aldri|ennå ikke) (?:\w+ )?(?:registrert|reg\.?|meldt|innmeldt)(?: seg)?(?: (?:hos|i|nav|her|nå|ennå|enda))* (?:som |as )?(?:a |an )?(?:aktiv )?{_AS}|(?:ikke|aldri) (?:\w+ )?(?:registrert|reg\.?|meldt|innmeldt)(?: seg)? (?:hos|i|på|ved|til) nav|ikke reg\.? nav", False, "ikke aldri", 8, nekt=False),
    regel("arbeidssoker", r"(?:er |står |ble )?(?:meldt|innmeldt|meldt inn|registrert) (?:til|hos|i|på|ved) nav", True, "nav", 5),
    regel("varig_nedsatt_arbeidsevne", r"(?:varig|permanent|varig og vesentlig) (?:og \w+ )?(?:nedsatt|nedsett|redusert|svekket) (?:arbeidsevne|arbeidsevna|inntektsevne)|arbeidsevn\w+ (?:hennes |hans )?(?:(?:ikke|ikkje|er|e|var|nå|no|lenger) )*(?:varig|permanent) (?:og \w+ )?(?:nedsatt|nedsett|redusert|svekket)|arbeidsevn\w+[^.;!?]{0,25} (?:som |til )varig (?:og vesentlig )?nedsatt", True, "arbeidsevn inntektsevn", 6),
    regel("varig_nedsatt_arbeidsevne", r"(?:nedsatt|nedsett|redusert|svekket)(?: arbeidsevne)?,? men (?:(?:det|den) er )?(?P<f>ikk(?:e|je) (?:varig|permanent))", False, "varig permanent", 7, nekt=False),
    regel("nedsatt_arbeidsevne", r"arb\.? ?evnen?(?: er)?:? (?:nedsatt|nedsett|redusert)|(?:nedsatt|redusert) arb\.? ?evne", True, "arb", 5),
    regel("nedsatt_arbeidsevne", r"(?:varig |vesentlig |permanent )?(?:og \w+ )?(?:nedsatt|nedsett|redusert|svekket|svekka) (?:arbeids-? ?evne|arbeidsevna|arbeidsevnen|inntektsevne)|arbeidsevn\w+ (?:(?:hennes|hans|er|e|var|ble vurdert som|blir vurdert som|vert vurdert som|er vurdert som|vurdert som|blir|vert|som|til|til å være|å være|ikke|ikkje|nå|no|lenger) )*(?:varig )?(?:og \w+ )?(?:nedsatt|nedsett|redusert|svekket)", _nedsatt, "arbeidsevn arbeids_evn arbeids-evn inntektsevn", 5),
    regel("nedsatt_arbeidsevne", r"full arbeidsevne|(?:har )?ikke (?:påvist )?nedsatt arbeidsevne|ordinær arbeidsevne|arbeidsfør", False, "arbeidsevn arbeidsfør", 7, nekt=False),
)  # fmt: skip

_CUE = r"(?:innsatsgruppe(?:n)?:?|innsats:?|§ ?14 ?a(?:-vedtak(?:et)?|-vurdering(?:en)?)?:?|14a(?:-vedtak(?:et)?)?:?|vedtak(?:et)?(?: om)?:?|vurdert (?:til|som)|gruppe(?:n)?:?|har fått|havnet i|plassert i|i gruppa|i gruppen|oppfølgingsvedtak)(?: (?:er|var|i|på|om|til|med|vedtak|vedtaket|vedtaket er|sier|ble|innsatsgruppe|innsatsgruppen|om innsatsgruppe))*:? [\"']?"
_NAVSAK = re.compile(
    r"\b(?:nav-? ?(?:bruker|brukar|sak)\w*|(?:hos|ved|fra|frå|av|i) nav|nav (?:har |sier |seier |mener |meiner )|ifølge nav|iflg\.? nav|innsats\w*|14 ?a|vedtak\w*|"
    r"arbeidssøk\w*|behovsvurder\w*|arbeidsevnevurder\w*|vurdering\w*|vurdert)"
)


def _i_navsak(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    return ("trenger_veiledning",) if _NAVSAK.search(m.string) else None


_INN = r"(?:(?:standard|situasjonsbestemt|spesielt tilpasset|varig tilpasset|gradert varig)(?: ?innsats)?|gode muligheter|trenger veiledning|jobbe delvis|liten mulighet)"
_INNSATS = (
    regel("innsatsgruppe", rf"(?:fra|frå) {_INN}(?= til )|(?:forskjell\w*|skilnad\w*|skil\w*) (?:på|mellom|i) {_INN},? (?:og|fra) {_INN}|(?:hva|kva|ka) (?:er|e|betyr|tyder|ligger i|menes med) (?:innsatsgruppen? )?\W?{_INN}(?=\W*$)", (), "hva kva ka_ skil skj fra frå", 12),
    regel("innsatsgruppe", r"(?<!jeg )(?<!eg )(?<!vi )(?<!me )(?<!veileder )(?<!rettleiar )(?<!arbeidsgiver )(?P<f>trenger veiledning|treng rettleiing)(?= ?(?:$|[.,;:!?)/(\"»-]|(?:og|men|etter|ifølge|ifølgje|iflg|med|i følge|hos nav|i nav|fra nav|frå nav|på [abc][12]|[abc][12])\b))(?!-? (?:med (?:å|jobb|cv|søk|norsk)))(?![^.?!]{0,25}\bom å\b)", _i_navsak, "veiledning rettleiing", 3),
    regel("innsatsgruppe", r"trenger veiledning,? (?:og |m/? ?|med )?(?:har )?nedsatt arbeidsevne|treng rettleiing,? (?:og |med )?nedsett arbeidsevne|spesielt tilpass(?:et|a)(?: innsats)?|spes\.? ?tilp\w*\.?|spesiell tilpasset innsats|\bbatt", "trenger_veiledning_nedsatt_arbeidsevne", "veiledning rettleiing spes batt", 8),
    regel("innsatsgruppe", r"situasjons-?\s?bestemt(?: innsats)?|situasjonsbestemd?(?: innsats)?|situasjonsbetinga|sit\. ?best\w*\.?|sitbest\w*|\bbform", "trenger_veiledning", "situasjons sit bform", 6),
    regel("innsatsgruppe", _CUE + r"(?P<f>trenger veiledning|treng rettleiing)", "trenger_veiledning", "veiledning rettleiing", 5),
    regel("innsatsgruppe", r"standard ?innsats|innsatsgruppe(?:n)?:? (?:er )?standard|\bikval|" + _CUE + r"(?P<f>gode muligheter|gode moglegheiter|standard)", "gode_muligheter", "standard ikval gode_m", 6),
    regel("innsatsgruppe", r"(?:gradert|delvis) varig(?: tilpasset)?(?: innsats)?|" + _CUE + r"(?P<f>(?:kan )?jobbe delvis|jobbe delvis)", "jobbe_delvis", "varig delvis", 7),
    regel("innsatsgruppe", r"varig tilpass(?:et|a)(?: innsats)?|lit(?:en|e|a) (?:mulighet|moglegheit)(?:er)? (?:til|for) å (?:jobbe|arbeide|jobba)|" + _CUE + r"(?P<f>liten mulighet|lite moglegheit)", "liten_mulighet", "varig_tilpass lite lita", 6),
    regel("innsatsgruppe", r"nav (?:har |nå )?(?:vurder\w*|men\w*|si\w*|konkluder\w*|satt|kommet)[^.;!?]{0,30}(?P<f>jobbe delvis|gode muligheter|liten mulighet)", lambda m, d: ({"j": "jobbe_delvis", "g": "gode_muligheter", "l": "liten_mulighet"}[m["f"][0]],), "nav", 6),
    regel("innsatsgruppe", r"(?:(?<=, )|(?<=,)|(?<=/ )|(?<=^))(?P<f>gode muligheter|gode moglegheiter)(?= ?(?:,|;|$|/ ))", "gode_muligheter", "gode_m", 2),
    regel("innsatsgruppe", r"(?:(?<=, )|(?<=,)|(?<=/ )|(?<=^))(?P<f>trenger veiledning|treng rettleiing)(?= ?(?:,|;|$|/ ))", "trenger_veiledning", "veiledning rettleiing", 2),
    regel("innsatsgruppe", r"(?:(?<=, )|(?<=,)|(?<=/ )|(?<=^))(?P<f>(?:kan )?jobbe delvis)(?= ?(?:,|;|$|/ |\.$))", "jobbe_delvis", "jobbe_delvis", 2),
)  # fmt: skip

_AG = r"(?:arbeidsgjevar(?:en)?|arbeidsgiver(?:en)?|arbeidsgivar(?:en)?|bedrift(?:en|a)?|verksemda|sjefen|butikken|firma(?:et)?|restauranten|barnehagen|sykehjemmet|hotellet|kafeen|lageret|fabrikken|bakeriet|verkstedet|verkstaden|sjukeheimen|entreprenøren|lederen|leiaren|daglig leder|kommunen|butikksjefen|praksisplassen|praksisstedet)"
_ANSETTE = r"(?:ansett(?:er|[ea](?:'?n)?)?|ansetje|tilsett[ea]?(?:'?n)?|tilsetje|tilby (?:henne |ham |han |hun )?(?:en |ei )?(?:fast |ny |\d{1,3} ?%s?[- ]?)*(?:jobb|stilling)|ta (?:inn )?(?:henne|ham|han|ho|hun|deltakeren|deltakaren|vedkommende)(?: inn)?|gi (?:henne|ham|han|ho|hun|deltakeren)? ?(?:en |ei )?(?:fast )?(?:jobb|stilling|kontrakt)|ha (?:henne|ham|han|ho) (?:fast|i jobb|i arbeid|som ansatt)|gje (?:henne|han|ho) (?:fast )?(?:jobb|stilling))"
_FAST = re.compile(r"(?:ansette|beholde)|(?:fast|inn|jobb|ansatt|stilling)\b")


def _gir_jobb(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    """A job is given, not a chance or a course; who asks whether somebody will, states nothing."""
    resten = m.group() + m.string[m.end() : m.end() + 12]
    sporsmal = m.string.find("?", m.end(), m.end() + 60) >= 0
    return (True,) if _FAST.search(resten) and not sporsmal else None


_JOBB = (
    regel("arbeidsgiver_vil_ansette", rf"(?:en |ein |ei |har en |har ein )?{_AG}(?: som| hennes| hennar| hans| på \w+| der)? (?:vil|ønsker|ønskjer|ynskjer|er villig|er klar|gjerne|(?:sier|seier|har sagt|lover|lovar)(?: at)? (?:hun|han|ho|de|dei)(?: gjerne)?(?= (?:ansetter|tilset|tar|tek))|kan tenke seg|har lyst|kunne tenke seg|er interessert|er interessert i|har sagt (?:at )?(?:hun|han|de)? ?(?:ja til|vil)|sier (?:at )?(?:hun|han|de) vil|lover|vurderer)(?: (?:å|til|i|nå|no|gjerne|kanskje|også|ikke|ikkje))* {_ANSETTE}", True, "anset tilset tilby ta_ gi_ ha_ gje_", 7),
    regel("arbeidsgiver_vil_ansette", rf"{_AG}(?: (?:der|hennes|hans|hennar|på \w+))? (?:har |vil |vil gjerne )?(?:tilbudt|tilbydd|tilbød|tilbyr|tilbyd|tilby|lovet|lova|lovd|lover|lovar)(?: (?:ham|henne|han|ho|hun|deltakeren|deltakaren))? (?:en |ein |ei )?(?:fast |heltids|deltids|\d{1,3} ?(?:%|prosent)s?[- ]?)*(?:jobb|stilling|arbeid|ansettelse|arbeidskontrakt|kontrakt)", True, "tilb lov", 7),
    regel("arbeidsgiver_vil_ansette", rf"{_AG} (?:(?:der|hvor|som) )?(?:hun|han|deltakeren|brukeren) (?:\w+,? ){{1,4}}(?:vil|ønsker|er villig til|har lyst til)(?: å| gjerne| nå)* {_ANSETTE}", True, "hun han delta bruk", 7),
    regel("arbeidsgiver_vil_ansette", r"(?:har |er )?(?:blitt |ble |fått )?(?:tilbudt|lovet|forespeilet|fått tilsagn om)(?: henne| ham| han)?(?: en| ei)? (?:fast |heltids|deltids|\d{1,3} ?(?:%|prosent)s?[- ]?)*(?:jobb|stilling|ansettelse|arbeidskontrakt|kontrakt)", True, "tilbudt lovet forespeil tilsagn", 6),
    regel("arbeidsgiver_vil_ansette", rf"{_AG}(?: \w+)? (?:vil|ønsker å|kan)(?: gjerne)? (?:(?:ha|få|ta) (?:henne|ham|han|hun) (?:i |inn|fast|på)|(?:ha|få) (?:i )?\d{{1,3}} ?%)", True, "vil ønsker kan", 6),
    regel("arbeidsgiver_vil_ansette", r"(?<!\bhun )(?<!\bhan )(?:vil|ønsker|kan tenke seg|villig til|har sagt|sagt|spurt om|lovet|klar til|interessert i|har lyst til|gjerne)\b[^.;!?]{0,50}?\b(?:ansette|beholde|ta (?=henne|ham|han)|tilby (?=henne|ham|han)|gi (?=henne|ham|han)|ha (?=henne|ham|han)) ?(?:henne|ham|han|hun|deltakeren|vedkommende)\b(?: (?:fast|inn|jobb|som|i|stilling|en fast|en jobb|fast jobb|videre))?", _gir_jobb, "ansette beholde ta_ tilby gi_ ha_", 3),
    regel("arbeidsgiver_vil_ansette", r"(?:employer|arbeidsgiver(?:en)?|boss|sjefen) (?:who )?(?:wants|would like|is willing) to (?:hire|employ)", True, "hire employ", 7),
    regel("arbeidsgiver_vil_ansette", r"(?:vil|ønsker å|ønskjer å)(?: gjerne)? (?:beholde|behalde) (?:henne|ham|han|ho|deltakeren|deltakaren)", True, "behold behald", 6),
    regel("arbeidsgiver_vil_ansette", r"(?<!kan )(?<!om de )(?<!om dei )(?<!om han )(?<!om hun )(?<!om bedriften )(?:vil|ønsker å|ønskjer å|er villig til å|er klar til å)(?: gjerne| nå| ikke| ikkje)? (?:ansette|tilsette|ansetje|tilsetje) (?:henne|ham|han|ho|hun|deltakeren|deltakaren|brukeren|vedkommende|(?:en|ei|ein) av (?:våre|deltakerne|deltakarane|brukerne))", True, "anset tilset", 6),
    regel("arbeidsgiver_vil_ansette", r"(?:har |fått |fikk |fekk |med |et |eit )+(?:et |eit )?(?:konkret |muntlig |fast )?(?:jobbtilbud|jobb-?tilbod|tilbud om (?:fast )?(?:\d+ ?(?:%|prosent) )?(?:fast )?(?:jobb|stilling|ansettelse|arbeid)|tilbod om (?:fast )?(?:jobb|stilling|arbeid))", True, "jobbtilb jobb-tilb tilbud_om tilbod_om", 6),
    regel("arbeidsgiver_vil_ansette", rf"(?:har )?(?:en |ein |ei )?{_AG} (?:som er |er |som står |står |i |på )?(?:klar|klare|interessert|villig|i boks|på plass|bak seg|på hånda|på handa|i bakhånd)", True, "klar interessert villig boks plass bak hånd hand", 5),
    regel("arbeidsgiver_vil_ansette", r"(?:uten|utan|ingen|ikke noen|ikkje nokon|mangler|manglar|har ikke|har ikkje|verken|hverken|korkje)(?: en| ein| noen| nokon)? (?:arbeidsgiver|arbeidsgivar)(?: som vil (?:ansette|ta|tilsette)\w*| (?:har lovet|har lova|har tilbudt|vil ansette|vil tilsette|vil ha)\b)?", False, "arbeidsgiv", 6, nekt=False),
    regel("arbeidsgiver_vil_ansette", r"(?:har |fått |fikk )+(?:et |en )?arbeidsgiver(?:en)? som vil ha (?:henne|ham|han|ho)", True, "arbeidsgiver", 6),
    regel("praksisplass", r"(?:har |fått |fikk |fekk |funnet |funne |fant |skaffet |skaffa |ordnet |ordna |har nå )+(?:seg )?(?:en |ein |selv |sjøl )?(?:fast |god |ny |lovnad om )?(?:språk|arbeids)?praksisplass(?:en)?|(?:språk)?praksisplass(?:en)? (?:er |allerede )?(?:i boks|klar|avtalt|ordnet|ordna|på plass|funnet)|(?:er|går|står|har begynt|begynte|er ute|jobber)(?: (?:nå|no|allerede|ute))* i (?:(?:språk|arbeids)?praksis|arbeidstrening|språktrening|arbeidsutprøving)(?! (?:ikke|betyr|slik))|(?:er|går|har) (?:på |nå |i )?(?:en )?praksisplass(?:en)?|(?:der|hvor) (?:hun|han|deltakeren|brukeren) (?:nå |allerede )?(?:har|er i|er utplassert i|står i) (?:språk|arbeids)?praksis", True, "praksis trening utprøv", 5),
    regel("praksisplass", r"(?:hun|han|ho|hu|deltakeren|deltakaren|brukeren|brukaren|og|som) har (?:nå |no |allerede |hatt |fått )?(?:språk|arbeids)?praksis (?:på|ved|hos)", True, "praksis", 4),
    regel("praksisplass", r"(?:uten|utan|mangler|manglar|trenger|treng|finner ikke|finn ikkje|leter etter|leitar etter|får ikke|har ikke(?: noen)?|har ikkje|ikke fått|ingen|ikke funnet|søker)(?: \w+)? (?:språk|arbeids)?praksisplass(?:en)?", False, "praksisplass", 7, nekt=False),
    regel("praksisplass", r"(?:(?<=^)|(?<=, ))(?:språk|arbeids)?praksis(?:plass)? (?:(?:på|i|hos|ved) )?(?!når|for|eller|og|til|uten|ikke|som|først|kan)[\wæøå]+(?=,)|(?:hun|han) har (?:nå )?praksis (?:i|hos|på|ved)(?=[,.]| )", True, "praksis", 4),
    regel("praksisplass", r"(?:har|er) (?:hun|han|deltakeren|brukeren|vedkommende) (?:nå |allerede |fått |i )?(?:språk|arbeids)?praksis (?:på|ved|hos|i)", True, "praksis", 4),
    regel("motivert_for_fulltid", r"(?:vil|ønsker|kan|orker|klarer|makter) ikke (?:å )?(?:jobbe |gå |delta |være med |stå |et |program |tiltak )*(?:på |i )?(?:fulltid|heltid|full tid|fullt program|hele dager|full dag)|(?:ikke|lite) motivert for (?:fulltid|heltid|full)|ikke frisk nok til[^.;!?]{0,25}(?:fulltid|heltid)|bare motivert for deltid", False, "fulltid heltid full hele_dager deltid", 7, nekt=False),
    regel("hjemmevaerende", r"(?:har )?(?:stort sett|bare|alltid|mest|hovedsakelig|for det meste) (?:vært|gått|værende) hjemme|(?:og |er )?(?:hjemme|heime) med (?:dem|dei)(?= til nå|$|[,.;]| siden| hele)|(?:og|er) hjemme med (?:barn|barna|ungene|små|småbarn|de små)", True, "hjemme heime", 5),
    regel("hjemmevaerende", r"hjemme-?\s?(?:værende|verende|værande)|heimeverande|heimeværende|hjemmeværenede|hjemmevær\w*|husmor|(?:er|e|æ|går|vært|har vært|vore|har vore|vært mye|bare) (?:\w+ )?(?:hjemme|heime)(?: \w+)? (?:med|me|m/|hos) (?:\w+ )?(?:barn|barna|ungene|ungane|små|småbarn|born\w*|baby\w*)|(?:er|går|har vært|har vore|vært|sitter) (?:hjemme|heime) (?:på dagtid|om dagen|på dagen|hele dagen|heile dagen)", True, "hjemme heime husmor", 5),
    regel("sammensatte_behov", r"flere (?:hindre|hinder|barrierer|utfordringer|hindringer) enn (?:bare )?(?:språk\w*|norsk\w*)|sammensatte? (?:\w+ )?(?:behov|utfordringer|problemer|vansker|hjelpebehov|bistandsbehov)|sammensatt problematikk|samansette? (?:behov|utfordringar|problem|vanskar)|komplekse (?:behov|utfordringer)|store og sammensatte \w+", True, "sammensatt samansett komplekse flere_", 5),
    regel("motivert_for_fulltid", r"(?:motivert|klar|innstilt|villig|lysten)(?: \w+)? (?:for|på|til)(?: (?:et |eit )?program på)?(?: \w+)? (?:full tid|fulltid|heltid|full dag|fulle dager|å (?:jobbe|delta|gå|stå på) (?:\w+ )?(?:fulltid|heltid|full tid|fullt))(?:sprogram\w*|s)?|(?:vil|ønsker|ønskjer|ynskjer|kan|orker|klarer)(?: gjerne| å| også)? (?:delta på |delta |gå på |gå |være med |ha |jobbe |stille |stille på )?(?:på )?(?:fulltid|heltid|full tid)|(?:ikke|ikkje) motivert for fulltid", True, "fulltid heltid full_tid full_dag fulle_dager fullt", 5),
    regel("rusproblem", r"rus (?:og|\+|/|samt) psyk\w*|psyk\w*(?: \w+)? ?(?:og|\+|/|samt) rus(?!s)", True, "rus", 5),
    regel("rusproblem", r"rus-?\s?(?:problem(?:er|atikk|et|)?|avhengig(?:het)?|lidelse|misbruk(?:er)?|utfordring(?:er)?|vansker|plager|historikk|omsorg(?:en)?)|(?:ruser|rusar) seg|i rus|alkoholproblem(?:er)?|alkoholmisbruk|alkoholiker|rusa", True, "rus alkohol", 5),
    regel("rusproblem", r"rusfri|rusfritt|(?:ruser|rusar|drikker|drikk) (?:seg )?(?:ikke|ikkje|itj|aldri)(?: lenger| lengre)?", False, "rus drikk", 6, nekt=False),
)  # fmt: skip

_PSYK = r"(?:(?:plages|sliter|strever|plaget) (?:med|av) (?:nerver|nervene|tankene|minner|uro)|(?:går|gikk|gjekk|time|timer|oppfølging|samtaler|behandling) (?:til|hos|av|med|ved) psykolog\w*|psykisk[e]?(?: (?:helse\w*|lidelse[r]?|liding|plager|uhelse|utfordringer|utfordringar|problem(?:er)?|syk|sjuk|vansker|belastning(?:er)?))?|psykiatri\w*|psykose|depresjon(?:er)?|deprimert|ptsd|(?:krigs|flukt|barndoms)?traum(?:er|e|a|ar|atisert|atisk\w*)|mareritt|panikkanfall|panikkangst|utbrent|bipolar|schizofreni|spiseforstyrrelse\w*|angst|psyk-?problemer)"
_FYS = r"(?:(?:syk|sjuk|dårlig|svak|skada|skadet|slitt|operert|vond) i (?:ryggen|kneet|knærne|hofta|hoften|skulderen|skuldrene|nakken|armen|beinet|foten|hendene|hånda|kroppen|leddene)|hodeskade|hjerneskade|hjernerystelse|hjernehinne\w*|lungesykdom\w*|lungeproblem\w*|(?:rygg|kne|hofte|skulder|hjerte|nakke|fot|hånd)?operasjon(?:er|en)?(?= (?:i|og|har|siden|etter)|[,.])|(?:på grunn av|pga\.?|grunnet) (?:hjertet|ryggen|kneet|knærne|skulderen|nakken|hoften|hofta|lungene|synet|hørselen)|(?:rygg\w*|kne\w*|skulder\w*|skuldr\w+|hoft\w+|nakke\w*|kroppen|hjertet|hørsel\w*|synet) (?:hans |hennes )?(?:er|har blitt|ble) (?:\w+ )?(?:dårlig|dårlige|ødelagt|vond|vondt|vonde|slitt|skadet|svekket|svak|nedsatt)|(?:ryggen|kneet|nakken|skulderen|hoften|hofta) plager (?:henne|ham|han)|(?:dårlig|dårleg|skadd|skadet|skada) (?:hofte|rygg|kne|knær|skulder|nakke|arm|hånd|hand|fot|føtter|hjerte|syn|hørsel)|(?:store|kroniske|mye|mykje|sterke) smerter|blind|døv|tunghørt|(?:brukket|brekt|brukke|operert|amputert) (?:\w+ )?(?:arm\w*|bein\w*|fot\w*|rygg\w*|hofte\w*|kne\w*|hånd\w*|skulder\w*|hand\w*)|(?:vondt|smerter) i (?:begge |venstre |høyre |høgre )?(?:kn\w+|skuldr\w+|hoft\w+|armene|armane|magen|hodet|hovudet|leddene|ledda|hendene|ryggen|kroppen|foten|beinet|hoften|hofta|armen|brystet)|(?:hofte|mage|ledd|hode|bekken|hånd|fot|bein)(?:smerter|plager|problemer|skade)|sukkersyke|hjertefeil|nedsatt (?:hørsel|syn)|redusert syn|astma|kols|epilepsi|fibromyalgi|artrose|gikt|hepatitt|multippel sklerose|hjerneslag|slag(?:et)? med lammelse|hjerteproblem\w*|hjarteproblem\w*|nyre(?:svikt|sykdom|sjukdom)|stoffskifte\w*|(?:slitte|slitne|vonde|dårlige|dårlege) (?:kne|knær|hofter|ledd|skuldre|hender)|høyt blodtrykk|høgt blodtrykk|(?:sliter|strever|plages|plagast|strevar|slit|problemer|vondt|trøbbel|skade|smerter) (?:med|i|av) (?:ryggen|rygg|nakken|nakke|skuldr\w*|skulder\w*|kne\w*|hofta|hoften|armen|beina|foten|hjertet)|fysisk[e]? (?:helse\w*|plager|plagar|begrensning(?:er)?|sykdom|funksjonsnedsettelse|helseplager|utfordringer|helseutfordringer|helseproblem(?:er)?|lidelse)|kronisk[e]? (?:smerter|sykdom|sjukdom|syk)|rygg(?:plager|problemer?|smerter|prolaps|vondt|skade)|prolaps|vond(?:t|e)? (?:i )?(?:ryggen|rygg|kne|kneet|skulder|skuldra|nakken)|funksjonsnedsettelse|funksjonsnedsetjing|funksjonshemm\w+|rullestol|diabetes|hørselshemm\w+|hørselsnedsettelse|svaksynt|synshemm\w+|leddgikt|muskel(?:- og |plager|smerter)\w*|skulderplager|kneplager|kreft|krigsskade\w*|fysiske?(?= og psykisk)|hjertesyk\w*|migrene|slitasje)"
_HELSE = (
    regel("helse", _PSYK, "psykisk", "nerve tanke minne uro psyk depr ptsd traum angst mareritt panikk utbrent bipolar schizo spisef", 5),
    regel("helse", _FYS, "fysisk", "fysisk syk sjuk svak slitt operert lunge hjern operasjon rygg kne nakk kropp syn hørsel bruk brekt operert amput magen plager problem skade sukkers nedsatt redusert_syn dårl smert skad blind døv tunghør blodtr skul nakk hoft arm bein fot hjert kronisk rygg prolaps vond funksjons rullestol diabetes hørsels svaksynt synsh leddgikt muskel skulder kne kreft krigssk hjert hjart migrene slitasje astma kols epilep fibro artrose gikt hepatitt sklerose slag nyre stoffsk slit vond", 5),
    regel("helse", r"(?:store |diverse |noen |en del |uavklarte? |har )?(?:helseplager|helseutfordring(?:er|ar)|helseproblem(?:er|a)?|helsevansker|dårlig helse|dårleg helse|svak helse|helsemessige (?:utfordringer|plager|årsaker)|sykmeldt|sjukmeld\w*|uavklart helse\w*)", ("psykisk", "fysisk"), "helse sykmeldt sjukmeld", 4),
    regel("helse", r"(?:ingen|uten|utan|ikke|ikkje|har ingen|har ikke|verken|hverken|korkje)(?: \w+)? (?:helseplager|helseutfordring\w*|helseproblem\w*|helsevansker|helseplagar|sykdom|kjente helse\w*|helsemessige \w+)|(?:er |helt |heilt |god |ellers |og )*(?:(?<!ikke )frisk(?: som en fisk)?(?! nok)|god helse|god fysisk og psykisk helse|har god helse|ved god helse)(?! (?:arbeids|bris))|(?:ikke|ikkje|ingen|itj) (?:noe |noko |noen )?(?:problem(?:er)?|plager|trøbbel) med helsa|helsa (?:er|e) (?:god|bra|fin|grei|i orden)|(?:er|e) (?:verken |hverken |korkje |ikke |ikkje |itj )(?:syk|sjuk)", "ingen_kjente", "hels sykdom frisk syk sjuk", 7, nekt=False),
)  # fmt: skip

#: Pattern for the benefits, a group for each.
YTELSER = (
    r"(?:(?P<aap>aap|arbeidsavklaringspenger|arbeidsavklaringspengar)|(?P<dagpenger>dagpenger|dagpenga|dagpengar|dagpeng)|"
    r"(?P<sosialhjelp>sos\.? ?hj(?:elp|\.)|(?:økonomisk )?sosialhjelp(?:a|en)?|øk\.? ?sosialhjelp|økonomisk stønad|sosialstønad|sosialstøtte|sosialen|sosial)|"
    r"(?P<uforetrygd>uføretrygd(?:en)?|uføretrygda|uføreytelse|ufør(?:e)?|uføremelding)|(?P<overgangsstonad>overgangsstønad(?:en)?)|"
    r"(?P<introduksjonsstonad>intro(?:duksjons)?stønad(?:en)?|introlønn|introstøtte|introstønaden|introduksjonsstøtte|intropenger)|"
    r"(?P<kvalifiseringsstonad>kvalifiseringsstønad(?:en)?|kvp-?\s?stønad(?:en)?)|(?P<tiltakspenger>tiltakspenger|tiltakspengar))"
)
YTELSESNAVN = (
    "aap",
    "dagpenger",
    "sosialhjelp",
    "uforetrygd",
    "overgangsstonad",
    "introduksjonsstonad",
    "kvalifiseringsstonad",
    "tiltakspenger",
)
_FULL = r"(?:full|fulle|100 ?%|hel|heil|ordinær|full økonomisk)"
_GRADERT = r"(?:graderte|gradert|delvis|halv|redusert|supplerende|supplerande|suppleringsvis|avkortet|avkorta|\d\d ?%|\d\d prosent|litt)"
_FAR = (
    r"(?:(?:går|lever|levde|er|gikk|gjeng|står|har vært|har gått|havnet|fortsatt|nå|no) (?:nå |no |fortsatt |framleis |fremdeles |bare |også |i dag |for tiden )*(?:på|av|med)|tek imot|tar imot|mottar|mottek|mottok|(?:hun|han|ho|deltakeren|deltakaren|brukeren|brukaren|som|bruker|vedkommende|og|,|familien|mens \w+|hu) (?:fortsatt |fremdeles |framleis |nå |no |da |også )?(?:får|fær|har|har fått|har søkt og fått|fikk|lever av|tar ut)|"
    r"(?:(?<=^)|(?<=[a-zæøå]\. ))(?:får|fikk|mottar|har)|(?<=, )(?:mottar|lever av)|innvilget|bevilget|har fått innvilget|har fått innvilga|(?<!skjer )(?<!stønad )(?<!tiltak )(?<!kombineres )(?<!kombinere )(?<!kombinert )(?<!venter )(?<!ventar )(?<!vente )(?<!avslag )(?<!rett )(?<!krav )(?<!søknad )(?<!svar )(?:med|på)|fortsatt får|framleis får|fremdeles får|beholder|søkt om og fått)"
)


_ANDEL = r"(?:,| på| med| som er| er| gradert| gradert til|:| \()* ?(?P<andel>\d{2,3}) ?(?:%|prosent|pst)"

_IKKE_SOKT = r"(?<!få )(?<!søke )(?<!søkje )(?<!søker )(?<!søkt )(?<!om )(?<!får hun )(?<!får han )(?<!får ho )"


def _ytelse(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    return next(((n,) for n in YTELSESNAVN if m[n]), None)


_ER_SPORSMAL = re.compile(
    r"\b(?:hva|kva|forskjell\w*|skilnad\w*|kan|får|mellom|kombin\w*|samtidig|hvordan|korleis|om|eller)\b|\?"
)


_HAR = re.compile(r"\b(?:har|hadde|fikk|fekk|mottar|mottek|lever|på|med|går|gjeng)\b")


def _ytelse_til_slutt(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    """ "har A2 og AAP." states it; "forskjellen på dagpenger og AAP" does not."""
    setning = re.split(r"(?<=[.!?]) ", m.string[: m.end() + 1])[-1]
    stadfester = _HAR.search(setning) and not _ER_SPORSMAL.search(setning)
    return _ytelse(m, i_dag) if stadfester else None


_SAGT = re.compile(r"\b(?:får|har|mottar|lever|går|feil|rettelse|nei|beklager|mente)\b")
_OM_ALLE = re.compile(r"\b(?:(?:den|de|dem) som|man)\b|\?")


def _ytelse_om_en(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    """ "Den som bor i institusjon, får ikke tiltakspenger" tells of nobody."""
    setning = re.split(r"(?<=[.!?]) ", m.string[: m.end() + 1])[-1]
    return None if _OM_ALLE.search(setning) or m.string.startswith("?", m.end()) else _ytelse(m, i_dag)


_STY = "aap arbeidsavkl dagpeng sos økonomisk_st ufør overgangsst introst introdu introl intropeng kvalifiseringsst kvp tiltakspeng"
_YTELSE = (
    regel("ytelse", rf"{_FAR}(?: (?:full|fulle|gradert|graderte|delvis|halv|supplerende|supplerande|både|litt|økonomisk|ordinær|bare|kun|redusert|noe|hel|ikke|ikkje|itj|ikke lenger|ikkje lenger|lenger|lengre|\d\d ?%|\d\d prosent))* (?P<f>{YTELSER})(?! (?:gir|er|kan|utgjør|når|fra nav)\b)", _ytelse, _STY, 5),
    regel("ytelse", rf"(?:(?<=, )|(?<=,)|(?<=; )|(?<=: )|(?<=/ )|(?<=^))(?:{_FULL} |{_GRADERT} )?{YTELSER}(?= ?(?:,|;|$|/ |\.$|og ))", _ytelse, _STY, 4),
    regel("ytelse", rf"(?:(?:hun|han|deltakeren|brukeren|som|og|vedkommende) |(?<=^))(?:får|har|mottar|lever av|går på)\b[^.;?!]{{1,50}}? (?:ved siden av|i tillegg til) (?P<f>{YTELSER})", _ytelse, "siden tillegg", 4),
    regel("ytelse", rf"{YTELSER} (?:er|som) (?:\w+ )?(?:eneste |einaste |hovedinntekt|inntekt)(?:inntekt|inntekta|inntekten)?", _ytelse, _STY, 4),
    regel("ytelse", rf"(?<= og ){YTELSER}(?= ?(?:$|[,;]|\.(?:$| )))", _ytelse_til_slutt, _STY, 2),
    regel("ytelse", rf"(?:en|et|ei|kvinne|mann|deltaker|bruker)(?: på \d\d)?(?: år)? med [^.;?!]{{1,40}} og (?P<f>{YTELSER})(?= (?:få|ha|gå|delta|søke|være|bli|ta|begynne|starte|kvalifisere)\b)", _ytelse, _STY, 4),
    regel("ytelse", rf"{_IKKE_SOKT}(?:{_FULL}|{_GRADERT}) (?P<f>{YTELSER})(?= ?(?:,|;|$|/|\.|og|nå|no|i|fra|med|mens|\)))", _ytelse, _STY, 3),
    regel("ytelse", rf"(?:lever|levde|går|gikk)(?: (?!ikke|om|ut)\w+){{1,2}} (?:av|på) (?P<f>{YTELSER})", _ytelse, _STY, 4),
    regel("ytelse", rf"(?<=, )(?:får|har|mottar|nå på|på) (?:nå |bare |også |full |delvis )?(?P<f>{YTELSER})(?! (?:gir|er|kan)\b)", _ytelse_om_en, _STY, 4),
    regel("ytelse", rf"(?:nå|derfor|fortsatt|da|dessuten|i dag|for tiden|siden|i tillegg|ellers|foreløpig|i stedet|for øvrig) (?:får|mottar|har|lever|går) (?:hun|han|deltakeren|brukeren)(?: (?:nå|bare|fortsatt|også|fremdeles|på|av|full|delvis|litt))* (?P<f>{YTELSER})(?=[.,]| og|$)(?!\W*\?)", _ytelse_om_en, _STY, 4),
    regel("ytelse", rf"(?<=, )(?:og )?ikke (?P<f>{YTELSER})(?=\W*$|[,.;])", lambda m, d: _ytelse(m, d) if _SAGT.search(m.string, 0, m.start()) else None, _STY, 4),
    regel("ytelse", rf"(?:verken|hverken|korkje) {YTELSER}", _ytelse, _STY, 4),
    regel("ytelse", rf"(?:verken|hverken|korkje) [^.;,?!]{{1,30}} eller (?P<f>{YTELSER})", _ytelse, "verken korkje", 4),
    regel("ytelse", r"(?:aap|dagpenge|sosialhjelps?|overgangsstønads?|uføre)-?(?P<m>mottaker(?:en)?|mottakar(?:en)?|bruker)|(?:er|(?<=^)|(?<=,)) ?(?:\d\d ?% |delvis |gradert |helt |hundre prosent )?(?P<u>ufør(?:e|etrygdet|etrygda)?)", lambda m, d: ("uforetrygd",) if m["u"] or m.group().startswith("uf") else ({"a": "aap", "d": "dagpenger", "s": "sosialhjelp", "o": "overgangsstonad"}[m.group()[0]],), "aap dagpenge sosialhjelp overgangsst uføre ufør", 5),
    regel("ytelse", r"(?:ingen|uten|utan|inga|har ikke noen|mottar ingen|har ingen) (?:egen |eigen |fast |annen |egne )?(?:ytelse(?:r)?|yting(?:ar)?|inntekt|stønad(?:er)?|økonomisk støtte|rett til ytelser)", "ingen", "ytels yting inntekt stønad støtte", 6, nekt=False),
    regel("ytelse_full", rf"{_FULL} {YTELSER}|{YTELSER.replace('(?P<', '(?P<x')},? (?:full|100 ?%|fullt ut|ugradert|ikke gradert)(?= ?(?:,|;|$|/|\.))", True, _STY, 5),
    regel("ytelse", rf"{_IKKE_SOKT}(?P<f>{YTELSER}){_ANDEL}", _ytelse, _STY, 5),
    regel("ytelse_full", rf"{_IKKE_SOKT}{YTELSER}{_ANDEL}", lambda m, d: (m["andel"] == "100",), _STY, 6),
    regel("ytelse_full", rf"{_IKKE_SOKT}{_GRADERT} {YTELSER}|{YTELSER.replace('(?P<', '(?P<x')} (?:gradert|supp\.?|supplerende)|er (?:\d\d ?%|\d\d prosent|delvis|gradert) ufør|uføretrygdet \d\d ?(?:%|prosent)", False, _STY, 5),
)  # fmt: skip

_I_UKA = r"(?: ?(?:i|per|pr\.?|/|kvar|hver|pr) ?(?:uka|uken|uke|veka|veke|u)| ukentlig| i snitt i uka|/u)"
_T = r"(?:timer|timar|tima|t|timers|timars)"
_N = rf"(?P<n>\d{{1,3}}(?:[.,]\d+)?|{TALL})(?: ?(?:-|til|eller) ?(?P<til>\d{{1,2}}))?"
_JOBBER = r"(?:(?<!deltakere )(?<!deltakerne )(?<!deltakarar )(?<!alle )(?<!folk )(?:jobber|jobbar|jobba|jobbet|arbeider|arbeidar)|jobbe|arbeide|jobb|jobben|arbeid|deltidsjobb|deltidsjobben|part[ -]?time(?: job| jobb)?|stilling|ansatt|tilsett|småjobb|ekstrajobb|ringevikar|vikar|lønnet arbeid)"
_MELL = r"(?: (?:om lag|fast|ca\.?|cirka|omtrent|rundt|nå|no|bare|berre|kun|i|på|som|en|ein|ei|et|eit|med|deltid|til|allerede|fortsatt|også|over|under|inntil|ved siden av|\w+assistent|renholder|kokk|butikk|barnehage|lager|kafe|hotell|kiwi|rema|sykehjem|sykehjemmet|sjukeheim|skole|sfo|restaurant|kantine|kjøkken|renhold)){0,5}"


def _dager(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    dager, timer = les_tall(m["d"]), les_tall(m["n"])
    return None if dager is None or timer is None or dager > 7 or dager * timer > 60 else (dager * timer,)


_TIMER = (
    regel("arbeid_timer_uke", rf"{_JOBBER}{_MELL} (?P<d>\d|{TALL}) (?:dager|dagar){_I_UKA},?(?: og)?(?: ca\.?| med| på| à)? (?P<n>\d{{1,2}}(?:[.,]\d+)?|{TALL}) (?:timer|timar)(?: (?:hver dag|kvar dag|per dag|om dagen|dagen|hver gang|daglig|dagleg))", _dager, "dager dagar", 8),
    regel("arbeid_timer_uke", rf"{_JOBBER}{_MELL} (?P<n>\d{{1,3}}(?:[.,]\d+)?|{TALL}) ?(?:%|prosent|pst\.?)", _prosent, "% prosent pst", 5),
    regel("arbeid_timer_uke", r"(?:ansette|tilsette|ansetje) (?:henne|ham|han|ho|hun|deltakeren|deltakaren|brukeren|vedkommende) (?:fast )?(?:i |på )(?:en |ein |ei )?(?P<n>\d{1,3}(?:[.,]\d+)?) ?(?:%|prosent|pst\.?)", _prosent, "anset tilset", 6),
    regel("arbeid_timer_uke", r"(?:renhold|butikk|lager|barnehage|helsefag|skole|kjøkken|kantine|pleie)?(?:renholder|reinhaldar|assistent|medarbeider|medarbeidar|hjelpepleier|sjåfør|kokk|servitør|selger|vaktmester|fagarbeider|helsefagarbeider) (?P<n>\d{1,3}) ?(?:%|prosent|pst\.?)(?! (?:ufør|sykmeld|sjukmeld|lønn|tilskudd|stønad))", _prosent, "% prosent pst", 4),
    regel("arbeid_timer_uke", r"(?:(?<=^)|(?<=, )|(?<=,)|(?<=/ ))(?P<o>[\wæøå-]+) (?P<n>\d{1,3}) ?(?:%|prosent|pst)(?= ?(?:,|;|$|/|\.))", lambda m, d: _prosent(m, d) if bransje_alene(m["o"]) else None, "% prosent pst", 4),
    regel("arbeid_timer_uke", r"(?:i |har |ansatt i |en |ein |ei |med )*(?P<n>\d{1,3}(?:[.,]\d+)?) ?(?:%|prosent|pst\.?)s?-? ?(?:fast |midlertidig )?(?:stilling|jobb|deltid)(?! (?:søkes|ledig|er ledig))", _prosent, "% prosent pst", 6),
    regel("arbeid_timer_uke", rf"(?:jobber|jobbar|arbeider) (?:hver|kvar) (?:mandag|tirsdag|tysdag|onsdag|torsdag|fredag|lørdag|laurdag|søndag|helg),? (?:på |med |ca\.? )?(?P<n>\d{{1,2}}(?:[.,]5)?|{TALL}) (?:timer|timar)(?P<til>$^)?", _timer, "hver kvar", 6),
    regel("arbeid_timer_uke", rf"(?:har|får|fekk|fikk) (?:fast|faste) {_N} ?{_T}{_I_UKA}", _timer, "fast", 6),
    regel("arbeid_timer_uke", rf"{_N} ?{_T}{_I_UKA} (?:jobb|i jobb|arbeid|i arbeid|lønnet arbeid|stilling)", _timer, "jobb arbeid stilling", 6),
    regel("arbeid_timer_uke", rf"{_JOBBER}{_MELL} {_N} ?{_T}{_I_UKA}?", _timer, "t", 5),
    regel("arbeid_timer_uke", rf"(?:{_JOBBER}{_MELL}(?: litt)?|deltid) ?[,:(-] ?(?:det er |altså |ca\.? |bare |berre |kun |omtrent |rundt )*{_N} ?{_T}{_I_UKA}", _timer, "t", 5),
    regel("arbeid_timer_uke", r"(?:jobber|jobbar|arbeider|arbeidar|er i|og i|har|ansatt i|jobb i) (?:nå |no |i |på |en |ein |fast )*(?:full jobb|fulltid(?:sjobb|sstilling)?|full time|heltid(?:sjobb|sstilling)?|full tid|full stilling|hel stilling|heil stilling|full jobb)", FULL_UKE, "full hel heil", 5),
    regel("arbeid_timer_uke", r"(?:jobber|jobbar|arbeider|er i|har|ansatt i|i) (?:nå |no |i |på |en |ein |fast )*(?:halv stilling|halvtid|halv tid|halv jobb|femti prosent)", FULL_UKE / 2, "halv femti", 5),
    regel("arbeid_timer_uke", r"(?:er |står |ikke |ikkje |itj )*(?:(?:ikke|ikkje|itj) (?:\w+ )?i (?:jobb|arbeid)|uten (?:jobb|arbeid)|utan (?:jobb|arbeid)|arbeidsledig|arbeidsløs|arbeidslaus|no job|(?:jobb|arbeid) har (?:hun|han|de) (?:fortsatt |ennå )?ikke|har (?:hun|han|deltakeren) (?:ikke noen|ingen|ikke) (?:jobb|arbeid)|ikke (?:har|har noen|er i|har fått) (?:jobb|arbeid)(?! (?:i praksis|med))|(?:har|hatt|er) (?:ikke|ikkje|itj|ingen)(?: noe| noen| hatt| fått)? (?:jobb|arbeid|lønnet arbeid|inntektsgivende arbeid)(?! (?:i praksis|med))|(?:(?<=, )|(?<=,)|(?<=^)|(?<=og ))ingen jobb|uten (?:å (?:være|ha vært|ha|ha hatt) (?:i )?(?:jobb|arbeid|lønnet arbeid)|lønnet arbeid)|(?:jobber|jobbar|arbeider) (?:ikke|ikkje)(?= ?(?:$|[.,;]|nå|no|i dag))|jobbløs)(?! (?:i praksis|nok))", 0.0, "job arbeid uten", 4, nekt=False),
    regel("arbeid_timer_uke", rf"(?:jobber|arbeider|(?:har|fått|i) (?:\w+ )?(?:jobb|arbeid|vikariat|vakter|ekstravakter)|vikar|tilkallingsvikar|tilkallingsjobb|ringevikar|deltid|deltidsjobb|\w*vikarjobb\w*|\w*(?:ekstra|små|helge|sommer|deltids)jobb\w*)\b[^.;!?\d%]{{0,45}}?(?<!minst)(?<!over)(?<!under)[, ](?:ca\.? |cirka |omtrent |kanskje |rundt |om lag |typisk |til sammen |totalt |gjennomsnittlig |altså |det er )*{_N} ?{_T}{_I_UKA}(?! (?:norsk|norskopplæring|undervisning|skole|kurs|i programmet|intro))", _timer, "jobb arbeid ansatt vikar tilkalling deltid vakter", 4),
    regel("arbeid_timer_uke", rf"(?:jobb\w*|arbeid\w*|renhold\w*|vask\w*|\w+assistent|\w+medarbeider|kokk|ansatt|stilling|praksis(?P<til>$^)|selger|sjåfør)(?: \w+){{0,3}},? (?P<n>\d{{1,2}}(?:[.,]5)?|{TALL}) ?(?:t|timer|time) ?(?:/|per |om |hver |i |pr\.? ?)? ?(?:dag(?:en)?|dg|daglig),?(?: og|,| x| i|/)? ?(?P<d>[1-7]|{TALL}) ?(?:dager|d|dgr)(?:{_I_UKA})?", _dager, "dag dg", 8),
    regel("timer_tilgjengelig", rf"(?:kan|klarer|orker|makter|har mulighet til|tåler|greier)\b[^.;!?\d]{{0,40}}? (?P<n>\d{{1,2}}|{TALL}) ?(?:timer|t|time) ?(?:om dagen|hver dag|per dag|pr\.? dag|daglig|i dag|/dag),?(?: og| i|,| x)? ?(?P<d>[1-7]|{TALL}) (?:dager|d|dgr)(?:{_I_UKA})?", _dager, "dag", 9),
    regel("arbeid_timer_uke", r"registrert (?:som )?(?:arbeidsledig|arbeidslaus|ledig|arbeidssøk\w*)", (), "ledig laus søk", 8),
    regel("timer_tilgjengelig", rf"(?:kan(?: stå i (?:arbeid|jobb))?|klarer|klarar|orker|orkar|makter|har mulighet til|har kapasitet til|har høve til|tåler|greier)(?: (?:bare|berre|kun|maks|maksimalt|bruke|delta|å|stille|være med|vere med|jobbe|gå|delta på|delta i|maximum|på|ca\.?|inntil|opptil|ikke mer enn|ikkje meir enn|(?:ikke|ikkje|itj)(?: jobbe| arbeide| jobba| delta| stå i arbeid| stå i jobb)*(?: mer| meir) enn|arbeide|arbeida|høyst|i|ha|omtrent|rundt|cirka|om lag|bidra|med|jobba|få til))* {_N} ?{_T}{_I_UKA}?(?! (?:norsk|opplæring|praksis|undervisning|på skolen|språk))", _timer, "t", 7, nekt=False),
    regel("timer_tilgjengelig", rf"(?:(?<=, )|(?<=^)|(?<=,)){_N} ?{_T}{_I_UKA} (?:ok|går (?:greit|fint|bra)|er (?:greit|ok|mulig)|mulig|maks)", _timer, "ok går er mulig maks", 7),
    regel("timer_tilgjengelig", rf"(?:fulltid|heltid|full tid)(?: ?[,;:-]| men)+ ?(?:men |bare |berre |kun |høyst |maks |maksimalt |ca\.? )+{_N} ?{_T}{_I_UKA}", _timer, "tid", 7),
    regel("timer_tilgjengelig", r"(?:kan|klarer|klarar|orker|orkar|tåler)(?: (?:ikke|ikkje|bare|berre|maks|jobbe|jobba|arbeide|stå i arbeid|stå i jobb|å|inntil|opptil|høyst|mer|meir|enn|ca\.?|rundt|omtrent))* (?P<n>\d{2,3}|femti) ?(?:%|prosent|pst\.?)(?! (?:lønnstil|tilskudd|av))", _prosent, "% prosent pst", 8, nekt=False),
    regel("timer_tilgjengelig", rf"(?:har )?(?:bare |kun |berre |ca\.? )?{_N} ?{_T}{_I_UKA}? (?:til rådighet|til rådvelde|tilgjengelig|tilgjengeleg|ledig|ledige|disponibelt|disponible|til overs|å bruke|til tiltak)", _timer, "rådighet rådvelde tilgjenge ledig dispon overs bruke tiltak", 8),
    regel("timer_tilgjengelig", rf"(?:tilgjengelig|tilgjengeleg|ledig|disponibel|kapasitet|har tid)(?: (?:i|på|for|til|bare))*:? {_N} ?{_T}{_I_UKA}?", _timer, "tilgjenge ledig dispon kapasitet tid", 7),
)  # fmt: skip

ARBEIDSREGLER: tuple[Regel, ...] = _SOKER + _INNSATS + _JOBB + _HELSE + _YTELSE + _TIMER
