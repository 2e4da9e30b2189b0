"""Which scheme the participant is in, and the ground for the residence permit.

A scheme is a fact only where the sentence states that the person is in it ("er i KVP", "introdeltaker", "mens hun går
i intro"); where the scheme is what is asked about ("kan hun få KVP?", "hva er intro?") nothing is found.
"""

# ruff: noqa: E501 - patterns are read and compared a line each
from __future__ import annotations

import re
from datetime import date

from bot.sprak.dato import DATO, les_dato
from bot.sprak.funn import Verdi
from bot.sprak.regel import Regel, regel
from bot.sprak.tall import TALL, les_heltall

_INTRO = r"(?P<intro>intro(?:en|duksjonsprogram(?:met)?|duksjonsordning(?:en|a)?|program(?:met)?|løp(?:et)?)?)"
_KVP = r"(?P<kvp>kvp|kvalifiserings?[- ]?program(?:met)?|kvalprogram(?:met)?)"
_JS = r"(?P<jobbsjansen>jobbsjansen?|jobbsjansa|jobb ?sjansen|js)"
_ORDNING = rf"(?:{_INTRO}|{_KVP}|{_JS})"
_FYLL = (
    r"(?:(?: (?:nå|no|fortsatt|fortsett|fremdeles|framleis|ennå|enno|enda|allerede|alt|også|òg|jo|pt|p\.t\.|for tiden|for tida|i dag|hun|han|ho|hu|vedkommende|"
    r"deltakeren|deltakaren|brukeren|brukaren|bruker|deltaker|ikke|ikkje|itj|ikke lenger|ikkje lenger|midt|bare|berre|faktisk|altså|selv|med|inne|aktivt|som deltaker|deltaker|deltakar|lenger|heller)){0,4})"
)
_VERB = (
    r"(?:er|e|æ|går|gjeng|står|deltar|deltek|sitter|sit|befinner seg|har begynt|begynte|har starta|har startet|startet|starta|er tatt inn|er tatt opp|"
    r"er teken inn|er skrevet inn|er innskrevet|(?:ble|blei|vart|har blitt|er blitt|har vorte) (?:tatt|teken|teke|skrevet|skriven|innskrevet) ?(?:inn|opp)?|kom inn|har kommet inn|har kome inn|holder på|følger|følgjer|har vært|har vore|har plass|har gått|fikk plass|har fått plass|blir værende)"
)
_PERSON = (
    r"(?:deltaker(?:en)?|deltakar(?:en)?|bruker(?:en)?|brukar(?:en)?|person(?:en)?|kvinnen?|kvinna|mann(?:en)?|dame|dama|jente|gutt|hun|han|ho|hu|henne|ham|en|ein|ei|noen|nokon|"
    r"flyktning(?:en)?|ukrainer(?:en)?|ukrainar(?:en)?|mor|far|alenemor|år|åring|kandidat(?:en)?|innvandrer|elev(?:en)?|a1|a2|b1|b2|den som er|som)"
)
#: What describes a person, and the words that make "i KVP" a place to get to and not where the person is.
_HODE = r"(?:en|ein|ei|noen|nokon|jente|gutt|gut|klient|client|kar|fyr|mine|deltaker|deltakar|bruker|brukar|person|mann|kvinne|dame|mor|far|flyktning|ukrainer|ukrainar|\w*åring)"
_BESKRIVELSE = (
    r"(?:på|med|uten|utan|under|over|som (?:er|har)) (?:(?!(?:plass\w*|inn|begynn\w*|start\w*|kom\w*|kjem|søk\w*|rett|krav\w*|overgang\w*|få|får|"
    r"opptak\w*|være|vere|delta|gå|går|vil|skal|kan|må|bør|bli|blir|\w*kurs\w*|praksis\w*|tiltak\w*|undervisning\w*|pass\w+|timer|timar|fra|frå|til|eller|interess\w*|lyst|"
    r"ferdig\w*|slutt\w*|fullfør\w*|gjennomfør\w*|avslutt\w*|vært|vore|var|gikk|gjekk|deltok|hadde|tidligere|tidlegare|ute|motivert|aktuell\w*|ønske\w*|vurder\w*|tror|trur|ikke|ikkje)\b)"
    r"[\w%+-]+,? ){1,7}?"
)
_IKKE_SPORSMAL = (
    r"(?! (?:et|eit) (?:krav|vilkår|tiltak|alternativ))(?!-stønad)(?! (?:kan|må|skal|bør) (?:man|en|ein|vi)\b)"
)


#: An offer to start is no start.
_TILBUD_OM = re.compile(r"\b(?:tilbud|tilbod)(?: om)? (?:\w+ )?$")


def _ordning(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    if _TILBUD_OM.search(m.string, 0, m.start()):
        return None
    for navn in ("intro", "kvp", "jobbsjansen"):
        if m[navn]:
            return (navn,)
    return None


_ANNET_PROGRAM = re.compile(r"\b(?:kvp|kvalifisering\w*|jobbsjans\w*|bransjeprogram\w*)\b")


def _programmet(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    return None if _ANNET_PROGRAM.search(m.string) else ("intro",)


def _ordning_fra(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    d = les_dato(m, i_dag)
    return _ordning(m, i_dag) if d is not None and d.dato <= i_dag else None


def _alt_startet(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    d = None if _TILBUD_OM.search(m.string, 0, m.start()) else les_dato(m, i_dag)
    return ("intro",) if d is not None and d.dato <= i_dag else None


_K = r"(?:(?<=, )|(?<=,)|(?<=; )|(?<=/ )|(?<=^))"
_STIKK = "intro kvp kval jobbsj jobb_sj js"
_ORDNINGER = (
    regel("ordning", rf"(?<!hva )(?<!kva )(?<!hvem )(?<!kven )(?<!hvor )(?<!hva som )(?<!man ){_VERB}{_FYLL} (?:i|på|med i|inn i|inne i|del av|igang med|i gang med) {_ORDNING}{_IKKE_SPORSMAL}", _ordning, _STIKK, 5),
    regel("ordning", rf"(?:hun|han|ho|hu|deltakeren|deltakaren|deltaker|brukeren|brukaren|bruker|som|vedkommende|mens \w+|og|når hun|når han) (?:har|har fått|har fått innvilget|har fått innvilga|fikk|fekk|fikk innvilget|er innvilget|er innvilga|har innvilget|har vedtak om|tar|følger){_FYLL} {_ORDNING}(?!-)(?!\w)", _ordning, _STIKK, 5),
    regel("ordning", rf"(?<!tidligere )(?<!tidlegare )(?<!eks-)(?<!eks ){_ORDNING}[- ]?(?:deltaker(?:en|e|ne|n)?|deltakar(?:en|ar|ane)?|bruker(?:en|e|ne)?|brukar(?:en|ar)?|kandidat(?:en)?|elev(?:en)?)", _ordning, _STIKK, 6),
    regel("ordning", r"(?:har gått|har vært) (?:nå )?i programmet(?= i (?:\d|\w+ (?:måneder|mnd|år|uker))| siden )", _programmet, "programmet", 1),
    regel("ordning", rf"(?:{_K}|(?<= i ))(?P<f>{_ORDNING}),? (?:i |på )?(?:\d{{1,2}}\.|første|andre|tredje|fjerde|femte|sjette|sjuende|åttende|niende|tiende|ellevte|tolvte) (?:måned|mnd)\w*", _ordning, _STIKK, 4),
    regel("ordning", rf"(?:ikke|aldri) [^.;!?]{{0,25}},? men (?:i|på|hos|går i|er i) (?P<f>{_ORDNING})(?!\?)", _ordning, _STIKK, 7, nekt=False),
    regel("ordning", rf"{_K}(?:ikke|ikke i|uten|ingen) program(?= ?(?:,|;|$|/|\.))", "ingen", "program", 5, nekt=False),
    regel("ordning", rf"begge (?:to )?(?:går|er|deltar) (?:nå )?(?:i|på) {_ORDNING}(?!\?)", _ordning, _STIKK, 4),
    regel("ordning", rf"{_K}(?P<f>{_ORDNING}) (?:snart|nesten|straks) ferdig", _ordning, _STIKK, 4),
    regel("ordning", rf"(?<=nei, )(?:ikke|og ikke) (?:i )?(?P<f>{_ORDNING})(?=,| men)", _ordning, _STIKK, 6),
    regel("ordning", rf"(?:nå|for tiden|fortsatt|fremdeles) (?:i|på) {_ORDNING}(?=\W*$|[,.;])(?!\W*\?)", _ordning, _STIKK, 2),
    regel("ordning", rf"{_K}(?P<f>{_ORDNING}) (?:mnd\.? ?)?\d{{1,2}} ?(?:/|av) ?\d{{1,2}}(?![./])", _ordning, _STIKK, 4),
    regel("ordning", rf"{_K}(?P<f>{_ORDNING}) (?:siden|sidan|fra|frå|f\.o\.m\.?|fom) {DATO}", _ordning_fra, _STIKK, 4),
    regel("ordning", rf"(?:midtveis|halvveis|midt|helt i starten|i starten|i begynnelsen|i slutten|på slutten|(?<!hva )(?:er|har|var|fått) (?:\w+ )?(?:i |på |ute i )?(?:permisjon|fødselspermisjon|foreldrepermisjon)|(?:mnd\.?|måneder|måned|år)(?: (?:ut|inn|igjen|att|ute|inne|tilbake))(?= (?:i|av) )) (?:i|av|fra) (?:et |ett |sitt |det )?(?:\w+årig |\d-årig |\w+ års |\d+ mnd |ordinært )?{_ORDNING}(?! (?:kan|må|skal|bør))", _ordning, _STIKK, 2),
    regel("ordning", rf"(?:hos oss|her hos oss|her) i {_ORDNING}{_IKKE_SPORSMAL}", _ordning, _STIKK, 4),
    regel("ordning", rf"(?:oppstart|programstart|startdato|start)(?: i| på)? (?P<f>{_INTRO}) (?:\w+ )?{DATO}", _alt_startet, "oppstart start", 4),
    regel("ordning", rf"(?:en|ein|ei|to|tre|noen) av (?:mine|våre|dem|de)(?: \w+)? i {_ORDNING}(?!-)", _ordning, " av ", 4),
    regel("ordning", rf"(?:for|til) (?P<f>{_ORDNING})(?=,? (?:på )?[abc][12]\b)", _ordning, _STIKK, 3),
    regel("ordning", rf"(?:hvorfor|kvifor) (?:ikke|ikkje) \w+ (?P<f>i {_ORDNING})(?=\W*$)", _ordning, _STIKK, 3, nekt=False),
    regel("ordning", r"programdeltaker(?:en|e|ne)?|programdeltakar(?:en|ar|ane)?", "intro", "programdelta", 6),
    regel("ordning", rf"(?<!om )(?<!passer for en )(?:deltaker|deltakar|deltar|(?:deltakeren|deltakaren|brukeren|brukaren)(?: min| vår)?) (?:i|på) {_ORDNING}", _ordning, _STIKK, 4),
    regel("ordning", rf"{_PERSON},? (?:som )?(?:nå |no |fortsatt |fremdeles |framleis |midt |inne |aktiv |er )?(?:i|på) {_ORDNING}{_IKKE_SPORSMAL}(?! (?:eller|rett|til) )", _ordning, _STIKK, 3),
    regel("ordning", rf"(?<!kan )(?<!må )(?<!skal )(?<!bør )(?<!får )(?<!vil )(?<!plass til )(?<!plass for ){_HODE} {_BESKRIVELSE}(?P<f>(?:nå |no |midt )?(?:i|på) {_ORDNING}){_IKKE_SPORSMAL}(?! (?:eller|rett|til)\b)(?!-)", _ordning, _STIKK, 3),
    regel("ordning", rf"(?:kan|må|skal|bør|får|vil) {_HODE} {_BESKRIVELSE}(?P<f>(?:nå |no |midt )?i {_ORDNING}){_IKKE_SPORSMAL}(?! (?:eller|rett|til)\b)(?= \w)", _ordning, _STIKK, 3),
    regel("ordning", rf"(?:mnd\.?|måned|månad)(?: nr\.?)? ?\d{{1,2}}(?: |, ?)(?P<f>{_ORDNING})(?= ?(?:$|[,;/)]|og |med |[abc][12]\b))", _ordning, _STIKK, 3),
    regel("ordning", rf"(?:mnd\.?|måned|månad)(?: nr\.?)? ?\d{{1,2}} (?P<f>{_ORDNING})(?= ?[?.!])", _ordning, _STIKK, 3),
    regel("ordning", rf"(?:(?<=, )|(?<=,)|(?<=; )|(?<=/ )|(?<=^)|(?<=\. ))(?:nå |no |fortsatt )?(?:i|på) {_ORDNING}(?= ?(?:,|;|$|\.|:|/|og |med |siden |sidan |fra |frå |nå\b))(?! ?\?)", _ordning, _STIKK, 2),
    regel("ordning", rf"(?:(?<=, )|(?<=,)|(?<=/ )|(?<=^)){_ORDNING}(?= ?(?:, ?(?:[abc][12]|\d|mnd|måned|under|uten|mann|kvinne|dame)|/ ?(?:[abc][12]|mnd)|:? ?(?:mnd|måned|månad) ?\d))", _ordning, _STIKK, 2),
    regel("ordning", rf"(?:mnd\.?|måned|månad|måneder|månader|måneden|månaden|uker|veker|år|halvår|\d)(?: \d{{1,2}})? (?:ut |uti |inn |inne |ute )?(?:i|av) {_ORDNING}", _ordning, _STIKK, 2),
    regel("ordning", rf"(?:så lenge|mens|når|medan|imens|samtidig som|hvis|dersom|viss|om|at) (?:hun|han|ho|de|dei|vedkommende|deltakeren|brukeren|deltakaren|en deltaker|noen|personen|vi har noen) (?:\w+ )?(?:er|går|var|står|deltar|deltek|gikk|gjekk)(?: \w+)? (?:i|på) {_ORDNING}", _ordning, _STIKK, 6),
    regel("ordning", r"(?:hører|høyrer|hørar) (?:nå |no )?til (?:hos )?nav|(?:blir |blei |ble |vert |er )?(?:fulgt|følgt) opp (?:av|hos|på|i) nav|nav følge[rn]* (?:henne|ham|han|ho) opp|(?:er |ble |blitt )(?:nå |no )?(?:overført|overført nå|overført over) til nav|(?:har|har fått) (?:egen |fast |en )?(?:oppfølging|veileder|kontaktperson|sak) (?:fra|hos|på|i|ved) nav|(?:er |følges opp |oppfølging |bruker |brukeren |hører til )(?:nå |no |fortsatt )?(?:hos|av|i|ved|på) nav(?! (?:har|kan|må))|nav-?\s?(?:bruker|brukar)(?:en|e|ne|ar)?|(?:bruker|brukeren|brukar|brukaren|kvinne|kvinna|mann|dame|person)(?: (?:vår|min|mi|oss|som|hos|er))* (?P<f>(?:på|ved|hos) nav(?:-?kontoret)?)(?= (?:er|e|har|som|på|med)\b|[,.]|$)|ordinær nav-?bruker", "nav", "nav", 4),
    regel("ordning", r"(?:(?:går|gjeng|er elev|elev|tar|tek|begynte)(?: (?:nå|no|allerede|fortsatt|første|andre|tredje|siste|året|året på|år))* (?:på |i )?|er (?:nå |no )?(?:på |i ))(?:vgs|vgo|videregående(?: skole)?|vidaregåande(?: skule)?|vg1|vg2|vg3)(?! (?:fra|frå))(?! i (?:syria|eritrea|ukraina|somalia|afghanistan|tyrkia))", "videregaende", "vg videreg vidareg", 9),
    regel("ordning", r"(?:ikke|ikkje)(?: lenger| lengre)?(?: er| går)? (?:i|på|med i) (?:noe|noko|et|eit|noen|nokon|nokor) (?:program|tiltak|ordning)|ingen ordning|inga ordning|(?:har|står) (?:ikke|ikkje|itj) (?:noe|noko|i noe) program|utenfor alle (?:program|ordninger)\w*|uten (?:noe )?program|ikke i program|utan program", "ingen", "program ordning tiltak", 5, nekt=False),
    regel("ordning", r"(?:verken|hverken|korkje) (?:i |på )?" + _INTRO + r"(?P<kvp>$^)?(?P<jobbsjansen>$^)?", _ordning, "verken korkje", 6),
    regel("ordning", r"(?:verken|hverken|korkje) (?:i |på )?[\wæøå]+ (?:eller|og|eller i) (?P<f>(?P<kvp>kvp)|(?P<jobbsjansen>jobbsjansen))(?P<intro>$^)?", _ordning, "verken korkje", 6),
)  # fmt: skip

_UKR = r"(?:ukrainer(?:en)?|ukrainar(?:en)?)"
_FLY = r"(?:en |ein |ei )?(?:mann |kvinne |ektefelle )?(?:som er )?(?:overføringsflyktning|kvoteflyktning|flyktning(?:en)?|person med flyktningstatus|syrer|eritreer|afghaner|ukrainer|somalier)"
_NORSK = r"(?:en |ein |ei )?(?:nordmann|norsk(?:e)?(?: (?:mann|kvinne|dame|statsborger|borger|statsborgar|ektemann|ektefelle))?|svenske|eøs-borger|arbeidsinnvandrer|polakk|dansk\w*|etnisk norsk)"
_MED = r"(?:med|m/|me|m|til)"
_FAM = r"(?:familie ?innvandr\w+|familiegjenforen\w+|familiegj\.?|fam\.? ?gjenf\w*\.?|fam\.? ?gj\.?|familieinnvandr\w+|familieetabler\w+|familiesameina|familiesameining|gjenforent|gjenforeint|sameina)"
_ADJ_PERSON = r"(?:mann|mannen|kvinne|kvinna|kvinnen|dame|dama|damen|statsborger\w*|statsborgar\w*|borger|deltaker\w*|deltakar\w*|bruker\w*|brukar\w*|flyktning\w*|familie\w*|gutt|jente|mor|far|alenemor|person|par|ektepar|ingeniør\w*|lege|lærer|sykepleier|lastebilsjåfør|sveiser|snekker|tømrer|elektriker|kokk|renholder|rørlegger|mekaniker|håndverker|bygningsarbeider|bakgrunn)"
_EOS_ADJ = r"(?:polsk|litauisk|latvisk|estisk|rumensk|bulgarsk|svensk|dansk|tysk|spansk|portugisisk|gresk|italiensk|fransk|ungarsk|slovakisk|kroatisk|finsk|islandsk|nederlandsk|tsjekkisk)"
_EOS_SUB = r"(?:polakk(?:en)?|litauer(?:en)?|litauar|latvier|ester|rumener(?:en)?|rumenar|bulgarer|nederlender(?:en)?|franskmann|tysker(?:en)?|danske(?:n)?(?= (?:på|som|og)\b)|finne(?:n)?(?= (?:på|som)\b)|islending(?:en)?|svenske(?=n| som| på)|dansken|spanjol|portugiser|greker|italiener|ungarer)"
_EOS_LAND = r"(?:polen|litauen|latvia|estland|romania|bulgaria|sverige|danmark|tyskland|spania|portugal|hellas|italia|ungarn|slovakia|kroatia|island|finland|nederland|frankrike|irland|tsjekkia)"
_KE = r"(?= ?(?:,|;|$|/ |\.$|\?$))"

_GRUNNLAG = (
    regel("oppholdsgrunnlag", r"ukr\.|(?<=\d )ukr(?=[ ,;]|$)", "kollektiv_beskyttelse", "ukr", 5),
    regel("oppholdsgrunnlag", rf"{_UKR}|(?:fra|frå|ifra) ukraina|ukrainsk(?:e|)? {_ADJ_PERSON}|{_K}ukrainsk{_KE}|(?:er|en|ei|ein) ukrainsk(?! (?:tolk|lærer|veileder|veilder|språk|nav|kurs))", "kollektiv_beskyttelse", "ukrain", 5),
    regel("oppholdsgrunnlag", r"(?:midlertidig |mellombels )?kollektiv[te]? (?:beskyttelse|vern|tillatelse|beskytting)|kollektivt vern|§ ?34(?:-?\w*)?|(?:mid\.? ?)?koll(?:ektiv)?\.? ?besk\w*\.?|på kollektiv", "kollektiv_beskyttelse", "koll 34", 6),
    regel("oppholdsgrunnlag", r"ukrainere|ukrainerne|ukrainarar|ukrainarane|ukrainske flyktninger|ukrainske flyktningar", "kollektiv_beskyttelse", "ukrain", 7),
    regel("oppholdsgrunnlag", r"overføringsflyktning(?:en|er|ar|ene|ane)?|kvoteflyktning(?:en|er|ar|ene|ane)?|fn-?flyktning(?:en)?|overføringsflykting", "overforingsflyktning", "flyktning flykting", 7),
    regel("oppholdsgrunnlag", r"(?<!gift med )(?<!med )(?<!-)(?:flyktning(?:en)?(?! (?:som mål))|flykting(?:en)?|flyktningstatus|asyl(?! søk)|innvilget asyl|innvilga asyl|politisk asyl)", "asyl", "flyktning flykting asyl", 3),
    regel("oppholdsgrunnlag", r"humanitær[te]? (?:grunnlag|opphold|opphald|grunner|grunn)|(?:sterke )?menneskelige hensyn|opphold på humanitært|humanitært", "humanitaert", "humanit menneskelige_hens", 5),
    regel("oppholdsgrunnlag", rf"{_FAM}(?: \w+)? {_MED} (?:sin )?{_FLY}|gift {_MED} {_FLY}|(?:kone|ektefelle|mann|ektemann|kona|samboer)(?:n|en)? til {_FLY}|familie(?:medlem)? til flyktning", "familie_til_flyktning", "gjenf sameina fam gift kone ekte mann til_flyktning kona samboer", 8),
    regel("oppholdsgrunnlag", rf"(?:{_FAM}(?: \w+)? {_MED}|gift {_MED}|kom hit til) (?:sin |si )?(?:en mann|mannen|kona|ektefellen|ektefelle|mann|kone|far|faren|mor|moren|sønn|sønnen|foreldre\w*|familien?)(?: sin| si)?,? som (?:er|var|har|kom som) (?:\w+ )?(?:flyktning(?:status)?|asyl|overføringsflyktning)", "familie_til_flyktning", "som_", 9),
    regel("oppholdsgrunnlag", rf"(?:{_FAM}(?: \w+)? {_MED}|gift {_MED}|kom hit til) (?:sin |si )?(?:en mann|mannen|kona|ektefellen|ektefelle|mann|kone|far|faren|mor|moren|mora)(?: sin| si| hennes| hans)?,? som (?:er|var|kom som|har) (?:\w+ )?{_NORSK}", "familie_annet", "som_", 9),
    regel("oppholdsgrunnlag", rf"{_FAM}\b[^.;!?]{{0,25}}[,(] ?(?:og )?(?:mannen|kona|ektefellen|samboeren)(?: hennes| hans)? (?:er|var) {_NORSK}|gifte seg {_MED} {_NORSK}", "familie_annet", "gjenf sameina fam gift", 9),
    regel("oppholdsgrunnlag", rf"{_FAM}\b[^.;!?]{{0,25}}[,(] ?(?:mannen|kona|ektefellen|faren|moren|sønnen|samboeren)(?: hennes| hans)? (?:er|var|kom som|har status som) {_FLY}", "familie_til_flyktning", "gjenf sameina fam", 9),
    regel("oppholdsgrunnlag", rf"{_FAM} {_NORSK}|{_FAM}(?: \w+)? {_MED} {_NORSK}|gift {_MED} {_NORSK}|(?:kone|ektefelle|mann|ektemann) til {_NORSK}", "familie_annet", "gjenf sameina fam gift kone ekte mann", 8),
    regel("oppholdsgrunnlag", rf"{_FAM}(?! {_MED} )", ("familie_til_flyktning", "familie_annet"), "gjenf sameina fam", 4),
    regel("oppholdsgrunnlag", rf"eøs-?(?:borger(?:en)?|borgar(?:en)?|arbeider|arbeidstaker|innvandrer|bakgrunn|opphold)|eu-?borger(?:en)?|eu/eøs-?\w*|(?:fra|frå) {_EOS_LAND}|{_EOS_ADJ}e? {_ADJ_PERSON}|{_K}{_EOS_ADJ}{_KE}|{_EOS_SUB}|{_K}(?:eøs|eu){_KE}", "eos", "eøs eu- eu/ eu polen litau latv est roman rumen bulgar sver sven dan tysk spa portug hell gresk itali ungar tysker islend franskm danske finne slovak kroat isl finl finsk neder frank fransk irland tsjekk polsk polakk", 5),
    regel("oppholdsgrunnlag", r"arbeidsinnvandrer(?:en)?|arbeidsinnvandrar(?:en)?|arbeidstillatelse|arbeidsløyve|opphold(?:stillatelse)? som (?:faglært|arbeidstaker|fagarbeider)|faglært arbeidstaker|fagarbeidertillatelse", "arbeid", "arbeids faglært fagarbeidert opphold", 4),
    regel("oppholdsgrunnlag", r"gift med (?:en |ein |ei )?(?:ukrainsk|syrisk|eritreisk|somalisk|afghansk) (?:mann|kvinne|dame|flyktning)|ukrainsk(?:talende|språklig)\w*|(?:snakker|prater|på|lærer|til) ukrainsk\w*|(?:flyktning|asyl)(?:tjeneste|konsulent|mottak|søker)\w*", (), "ukrain gift flyktning asyl", 9),
)  # fmt: skip

_AVTALE = (
    regel("bosatt_etter_avtale", r"(?:bosatt|busett) (?:etter|gjennom|via|av|ved) (?:avtale|imdi|avtale med \w+|kommunen etter avtale)(?: (?:mellom|med) \w+)?|avtale om bosetting|avtalt bosett\w*|avtalebosatt|bosettingsavtale|bosatt av (?:imdi|kommunen)|kom [^.;,]{0,40}etter avtale med imdi|etter avtale (?:mellom|med) imdi|(?:bosatt|busett) (?:[^.;,]|(?<=\d)\.){0,45}(?<!uten )(?<!utan )(?:etter|gjennom) avtale", True, "bosatt busett avtal boset", 5),
    regel("bosatt_etter_avtale", r"selvbosatt|selvbosetter|selvbosatte seg|sjølvbusett|sjølbosatt|bosatte seg (?:selv|sjøl|på egen hånd|på eget initiativ)|(?:flyttet|flytta) (?:hit )?(?:selv|på egen hånd|på eiga hand|uten avtale|utan avtale)|bosatt (?:uten avtale|på egen hånd|utenom avtale)|(?:bosatt|busett) [^.;,]{0,45}(?:uten|utan|utenom) avtale", False, "bosatt boset busett flytt", 7, nekt=False),
)  # fmt: skip


def _ar(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    n = les_heltall(m["n"])
    return (n,) if n is not None and n <= 60 else None


_EKTE_BESTEMT = (
    r"(?:mannen|ektemannen|ektefellen|kona|samboeren|sambuaren|referansepersonen|herboende|faren|moren|mora)"
)
_EKTE = r"(?:mannen|ektemannen|ektefellen|kona|samboeren|sambuaren|referansepersonen|referanseperson|herboende|ektefelle|mannen hennes|mannen hennar|kona hans|faren|moren|mora|mann)"
_BOTID = (
    regel("referanseperson_botid", rf"{_EKTE}(?: (?:hennes|hennar|hans|som|sin))? (?:har |hadde |er |har nå |har hatt )?(?:bodd|budd|vært|vore|botid|bor|bosatt|opphold|opphald)(?: (?:her|i norge|i noreg|i landet|i kommunen|lovlig|nå|no|på|i))* (?P<n>{TALL}) års?", _ar, "bodd budd vært vore botid bor bosatt opp", 6),
    regel("referanseperson_botid", rf"{_EKTE_BESTEMT}(?: (?:hennes|hennar|hans|som|sin))? [^.;!?,]{{1,40}} (?:har|og) (?:bodd|budd|vært|vore)(?: (?:her|i norge|i noreg|i landet|lovlig|nå|no|på|i))* (?P<n>{TALL}) års?", _ar, "bodd budd vært vore", 5),
    regel("referanseperson_botid", rf"(?:gift|samboer|sambuar) med [^.;?!,]{{1,40}}(?:,? som|, (?:han|hun|ho)) har (?:bodd|budd|vært|vore|hatt opphold)(?: (?:her|i norge|i noreg|i landet|lovlig|nå|no|på|i))* (?P<n>{TALL}) års?", _ar, "gift sambo sambu", 6),
    regel("referanseperson_botid", rf"(?:{_EKTE}|referanseperson)(?: (?:hennes|hennar|hans))? (?:har|med) (?P<n>{TALL}) års? (?:botid|i norge|i noreg)", _ar, "botid norge noreg", 6),
    regel("referanseperson_botid", rf"{_EKTE}(?: (?:hennes|hennar|hans))? (?:kom|flyttet|flytta|ble bosatt) (?:\w+ ){{0,2}}?for (?P<n>{TALL}) år (?:siden|sidan)", _ar, "siden sidan", 6),
)  # fmt: skip

ORDNINGSREGLER: tuple[Regel, ...] = _ORDNINGER + _GRUNNLAG + _AVTALE + _BOTID
