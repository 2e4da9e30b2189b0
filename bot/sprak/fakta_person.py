"""Facts about the person and the family: age, sex, children."""

# ruff: noqa: E501 - patterns are read and compared a line each
from __future__ import annotations

import re
from datetime import date

from bot.sprak.dato import DATO, les_dato
from bot.sprak.funn import Verdi
from bot.sprak.regel import Kandidat, Regel, regel
from bot.sprak.tall import TALL, TALLORD, les_heltall

_PERSONORD = (
    r"(?:mann|mannen|kvinne|kvinna|kvinnen|dame|dama|damen|gutt|gutten|jente|jenta|person|personen|deltaker|deltakeren|deltakar|"
    r"deltakaren|bruker|brukeren|brukar|brukaren|introdeltaker|programdeltaker|kandidat|flyktning|ukrainer|ukrainar|syrer|eritreer|somalier|afghaner|fyr|kar|tenåring|pensjonist|ungdom|student|arbeidssøker|arbeidssøkar|innvandrer|innvandrar|asylsøker|asylsøkar|elev|borger|borgar|"
    r"mor|alenemor|far|alenefar|husmor|en|ein|ei|hun|han|ho|hva med hun|som|vedkommende|enslig mor)"
)
_IKKE_ALDER = (
    r"(?! ?(?:%|prosent|timer|timar|time|t/|uker|veker|mnd|måned|månad|kr|000|min|dager|dagar|stk|plasser|deltakere|stilling|studiepoeng|"
    r"ganger|gonger|personer|barn|born|poeng|år(?:et|s|a|ene)?(?: ?-| (?:med|i norge|i noreg|igjen|att|siden|sidan|botid|som|med skole|erfaring|skole|skule|i landet|i intro|på|lang|til)\b)|[.,:]\d|/\d|-?tallet))"
)
_TALL2 = rf"(?:\d\d|{TALLORD})"


def _alder(tekst: str | None) -> int | None:
    tall = les_heltall(tekst) if tekst else None
    return tall if tall is not None and 15 <= tall <= 80 else None


def _en(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    a = _alder(m["n"])
    return None if a is None else (a,)


def _voksen(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    a = _alder(m["n"])
    return None if a is None or a < 18 else (a,)


def _ved_tillatelse(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    a = les_heltall(m["n"])
    return (a,) if a is not None and 0 < a <= 80 else None


def _retning(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    a = _alder(m["n"])
    if a is None:
        return None
    if m["lavere"]:
        return tuple(range(18 if a > 18 else 15, a))
    if m["minst"]:
        return tuple(range(a, 71))
    if m["ca"]:
        return tuple(range(a - 2, a + 3))
    if m["nesten"]:
        return (a - 1,)
    return tuple(range(a + 1, 71))


def _fylt(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    a = _alder(m["n"])
    return None if a is None or a < 16 else tuple(range(a, 71))


def _spenn(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    a, b = _alder(m["n"]), _alder(m["n2"])
    return None if a is None or b is None or b <= a else tuple(range(a, b + 1))


_TIAR = {"tjue": 20, "tyve": 20, "tretti": 30, "tredve": 30, "førti": 40, "femti": 50, "seksti": 60}


def _tiar(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...]:
    base = _TIAR.get(m["ti"]) or int(m["ti"])
    del_ = m["del"] or ""
    if re.match(r"slutt|sein|sen|sist", del_):
        return tuple(range(base + 7, base + 10))
    if re.match(r"mid", del_):
        return tuple(range(base + 4, base + 7))
    if del_:
        return tuple(range(base, base + 4))
    return tuple(range(base, base + 10))


def _fodt(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    ar = m["y"] or m["y2"]
    tall = int(ar)
    if tall < 100:
        tall += 1900 if tall > i_dag.year % 100 - 14 else 2000
    alder = i_dag.year - tall
    return (alder - 1, alder) if 15 <= alder <= 81 else None


def _alder_pa_dato(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    d = les_dato(m, i_dag)
    if d is None or d.presisjon == "ar":
        return None
    if d.presisjon == "maned" and (d.dato.month, d.dato.year) == (i_dag.month, i_dag.year):
        return None
    hadde_dag = (i_dag.month, i_dag.day) >= (d.dato.month, d.dato.day)
    alder = i_dag.year - d.dato.year - (not hadde_dag)
    if d.presisjon == "maned" and d.dato.month == i_dag.month:
        return (i_dag.year - d.dato.year - 1, i_dag.year - d.dato.year)
    return (alder,) if 15 <= alder <= 80 else None


def _fodselsdato(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    d = les_dato(m, i_dag)
    return (d.dato.isoformat(),) if d is not None and d.presisjon == "dag" and d.dato.year < i_dag.year - 14 else None


_N = rf"(?P<n>{_TALL2})"
_RETN = (
    r"(?:(?P<lavere>under|yngre enn|ikke fylt|ikkje fylt)|(?P<minst>har fylt|minst|fylt|fra fylte)|(?P<ca>rundt|ca\.?|cirka|omtrent|omkring|kring)|"
    r"(?P<nesten>nesten|snart|fyller snart|straks|nærmer seg|nærmar seg)|over|eldre enn|mer enn|meir enn|eldre en)"
)
_SPERR = r"(?<!botid på )(?<!program på )(?<!periode på )"

_FODT = r"(?:årgang|født|fødd|fødselsdato|fødselsår|fødselsåret|f\.|f)"

_ALDER = (
    regel("alder", rf"{_N}[- ]?(?:åring|åringen|årig|årige)(?! (?:program|løp|utdanning|botid|periode|avtale|kurs))", _en, "årin årig", 6),
    regel("alder", rf"{_N} ?(?:års?|åra?|ar|pr|r)[ -](?:old|gammel|gamal|gamle|gamalt|gml|g\.|gamel)", _en, "gam gml g. old", 7),
    regel("alder", rf"{_SPERR}(?<!i )(?<!på )(?<!etter )(?<!for )(?<!siste )(?<!om ){_N} ?(?:år|åra){_IKKE_ALDER.replace('(?!', '(?! ?-?(?:igjen|att|siden|sidan|botid|i norge|i noreg|i landet|med|erfaring|som|lang|i intro|i kvp|her)|', 1)}", _en, "år"),
    regel("alder", rf"{_PERSONORD}(?: (?:fra |i )?\w+)? på (?:ca\.? )?(?P<f>{_N}(?: ?år)?){_IKKE_ALDER}", _en, "på", 3),
    regel("alder", rf"{_PERSONORD}(?:,| \(|:)? ?(?P<f>{_N}(?: ?år)?){_IKKE_ALDER}(?=$|[ ,.;:!?)])(?! [a-zæøå]*(?:ere|er|ar|ene)\b)(?! (?:av|mnd|til)\b)", lambda m, d: _en(m, d) if m["n"].isdigit() else None, "0 1 2 3 4 5 6 7 8 9", 1),
    regel("alder", rf"(?:hun|han|ho|hu|deltaker|bruker|deltakeren|deltakaren|brukeren|brukaren|som|so|og|å|men|dama|damen|mannen|kvinnen|kvinna|gutten|guten|jenta|personen|vedkommende|selv|kona|ektefellen|samboeren|he|sønnen|datteren|dattera|min|hennes|hennar|hans|(?<=,))\s(?:er|e|æ|var|is)\s(?:bare |berre |nå |no |jo |altså |egentlig |faktisk |visst |visstnok |vel |blitt |snart |rundt )?(?P<f>{_N}(?: ?år)?){_IKKE_ALDER}(?=$|[ ,.;:!?)])(?! av\b)", _en, "_er_ _e_ _æ_ _var_ _is_", 1),
    regel("alder", rf"^\W*(?:(?:og|men) )?(?:enn|hva med|kva med|ka med|hva om|kva om|ka om|og|men|hvis|viss|dersom)(?: (?:for|om|det er|det var|hvis|viss))*(?: (?:en|ein|ei|noen|nokon))?(?: (?:på|er|var))? (?P<f>{_N}(?: ?år)?)(?=[ ?!.]*$|, )", _voksen, "0 1 2 3 4 5 6 7 8 9 ti tj tr fø fe se sy", 2),
    regel("alder", rf"alder(?:en)?(?: er| på|:| =)? ?(?:til )?(?P<f>{_N}(?: ?år)?){_IKKE_ALDER}", _en, "alder", 4),
    regel("alder", r"(?:(?<=^)|(?<=, )|(?<=; )|(?<=/ )|(?<=,)|(?<=\n))(?P<n>\d\d)(?= ?(?:,|;|$|\.$|\?$|/ ))", _en, "0 1 2 3 4 5 6 7 8 9"),
    regel("alder", rf"(?P<f>{_RETN} {_N} ?(?:års?|åra|åringer|åringar)){_IKKE_ALDER.replace('(?!', '(?! (?:siden|sidan|igjen|i|botid|med|lang|erfaring|som)|', 1)}", _retning, "under over yngre eldre fyl rundt ca cirka omtrent omkring nesten snart minst mer meir kring straks", 5),
    regel("alder", rf"(?:{_PERSONORD}|folk|personer|personar|ukrainere|ukrainarar|flyktninger|flyktningar|innvandrere|innvandrarar|kvinner|menn|ungdom\w*|de|dei|dem|er|deltakere|deltakarar) (?P<f>{_RETN} {_N}(?:-?åringer|-?åringar)?){_IKKE_ALDER}", _retning, "under over yngre eldre fyl rundt ca cirka omtrent omkring nesten snart kring", 5),
    regel("alder", rf"{_PERSONORD}(?: \w+)? på (?P<f>{_RETN} {_N}(?: ?år)?){_IKKE_ALDER}", _retning, "under over yngre eldre rundt ca cirka omtrent nesten snart kring godt", 6),
    regel("alder", rf"(?:(?:hun|han|ho|hu|deltakeren|deltakaren|brukeren|brukaren) |(?<=^)|(?<=, ))(?P<f>{_RETN} {_N}(?: ?år)?)(?= ?(?:$|[,.;?!]|og\b))", _retning, "nærm rundt ca cirka omtrent nesten snart kring", 5),
    regel("alder", r"(?:(?<=^)|(?<=, )|(?<=,)|(?<=/ ))(?P<f>(?P<lavere>under) (?P<n>\d\d)(?: år)?)(?P<minst>$^)?(?P<ca>$^)?(?P<nesten>$^)?(?= ?(?:,|;|$|/ |\.))", _retning, "under", 5),
    regel("alder", rf"(?:deltakeren|brukeren|deltaker|bruker|kvinne|kvinnen|mann|mannen|dame|dama|hun|han|person|personen|jente|gutt|datteren|sønnen)(?: \w+)?? ?\((?P<f>{_N}(?: ?år)?)(?=[,)])", _en, "(", 4),
    regel("alder", rf"(?:er|e|på|var) (?:ikke|ikkje) {_TALL2}(?: år)?,? men (?P<f>{_N}(?: ?år)?)(?=$|[ ,.;:!?)])", _en, "men", 7),
    regel("alder", rf"(?:eldste|barna|ungene|begge|yngste|resten|minste|tvillingene)(?: \w+)? (?:er|har fylt|e|ble|blir) (?:over |under |fylt |snart |nesten )?{_N}", (), "eldst barn ung begge resten minst tvilling", 8),
    regel("alder", rf"(?:nettopp|akkurat|nylig|så vidt|nyss) (?:har )?(?:fylt|fylte|blitt|ble) (?P<f>{_N}(?: år)?)", _en, "nettopp akkurat nylig vidt nyss", 8),
    regel("alder", rf"(?P<f>{_RETN} {_N}-(?:åringer|åringar|åring)){_IKKE_ALDER}", _retning, "åring", 8),
    regel("alder", rf"(?:fylte|fylde) (?P<f>{_N}(?: år)?)(?= (?:i forrige|forrige|i går|nå|no|nettopp|nylig|denne|i dag|for \w+ (?:dager|dagar|uker|veker)|i sommer|i høst|i haust|i vår|i år)\b)(?! i fjor)", _en, "fylte fylde", 7),
    regel("alder", r"(?:født|fødd) på (?P<f>(?P<t>[4-9]0)-?tallet)", lambda m, d: tuple(range(d.year - 1900 - int(m["t"]) - 10, d.year - 1900 - int(m["t"]) + 1)), "tallet", 7),
    regel("alder", rf"{_N} ?(?:\+|pluss\b)(?! ?(?:\d|%))", _fylt, "+ pluss", 6),
    regel("alder", rf"(?:er|e|på|var) {_TALL2}(?: år)?,? (?:og |men )?(?:ikke|ikkje|itj) (?P<f>{_N}(?: ?år)?){_IKKE_ALDER}(?=$|[ ,.;:!?)])", _en, "ikk itj", 7),
    regel("alder", rf"(?:mellom )?{_N}(?: og | til | ?- ?)(?P<n2>{_TALL2}) ?(?:år|åringer|åringar)", _spenn, "år", 8),
    regel("alder", r"(?:i )?(?P<f>(?:(?P<del>slutten|begynnelsen|byrjinga|starten|midten|midt|tidlig|tidleg|sent|seint|sist|først) (?:av|i|på) )?(?P<ti>tjue|tyve|tretti|tredve|førti|femti|seksti|20|30|40|50|60)[- ]?(?:åra|årene|åri))", _tiar, "åra årene åri", 6),
    regel("alder", rf"{_FODT}(?: i)? ?(?:['-]?(?P<y>(?:19|20)\d\d|\d\d)|(?P<y2>$^))(?!\.?\d|/)", _fodt, "fød f. f årgang", 7),
    regel("alder", r"(?:(?:mann|kvinne|dame|gutt|jente|kv|k|m)\.? ?|(?<=, )|(?<=^))['-](?P<y>[4-9]\d|0\d)(?P<y2>$^)?(?= ?(?:,|;|$|/ | |\.$))", _fodt, "- '", 7),
    regel("alder", r"(?:brukeren|brukaren|deltakeren|deltakaren|kvinna|kvinnen|mannen|dama|damen)(?: (?!(?:mann|kona|kone|barn|bror|søster|sønn|datter)\w*|(?:mor|moren|mora|far|faren|som|er|e|og|men|at)\b)[\w-]+){1,5} (?:er|e) (?P<f>(?P<n>\d\d)(?: år)?)(?=,| og|\.|$)", _en, "bruk delt kvinn mann dam", 4),
    regel("alder", r"(?P<y>(?:19)?\d\d)[- ]?modell(?P<y2>$^)?", _fodt, "modell", 7),
    regel("alder", rf"{_FODT}(?: den)?(?: i|:)? {DATO}", _alder_pa_dato, "fød f.", 8),
    regel("fodselsdato", rf"{_FODT}(?: den)?(?: i|:)? (?P<f>{DATO})", _fodselsdato, "fød f.", 8),
    regel("alder", rf"(?:blir|fyller|vert) (?P<n>{_TALL2})(?: år)?(?= (?:i|til|om|snart|neste|på)\b)", lambda m, d: (a - 1,) if (a := _alder(m["n"])) else None, "blir fyller vert", 6),
    regel("alder", rf"(?:når|etter at|da|hvis|viss) (?:hun|han|ho|deltakeren|deltakaren|brukeren) (?:fyller|blir|har fylt|vert) (?P<f>{_N}(?: ?år)?)(?! ?(?:måned|mnd))", _en, "fyl blir vert", 9),
    regel("alder", rf"^\W*(?:unnskyld|beklager|beklagar|orsak|nei|feil|oi|sorry)[,.:!]? (?:det er |det skal være |jeg mente )?(?P<f>{_N}(?: ?år)?)(?= (?:skulle|skal|mente|er det)\b|\W*$)", _voksen, "unnsk bekla orsak nei feil oi sorry", 3),
    regel("alder_ved_tillatelse", rf"(?:(?:var|er|vart) )?{_N}(?: år(?: gammel| gamal)?)? (?:da|når|då|ved) (?:\w+ ){{0,3}}?(?:fekk|fikk|fått|tillatelse\w*|opphold\w*|opphald\w*|vedtak\w*|innvilget|innvilga)(?: \w+){{0,2}}?", _ved_tillatelse, "fikk fekk fått tillat opph vedtak innvilg", 9),
    regel("alder_ved_tillatelse", rf"(?:fikk|fekk) (?:innvilget |innvilga )?(?:oppholdstillatelse|opphold|opphaldsløyve|opphald|tillatelse)\w* (?:som|da (?:hun|han|ho) var|då (?:ho|han) var) (?P<f>{_N}(?:-?åring| år)?)", _ved_tillatelse, "fikk fekk", 9),
    regel("alder_ved_tillatelse", rf"(?:fikk|fekk) (?:\w+ )?(?:opphold\w*|tillatelse\w*|asyl|beskyttelse)\b[^.;!?]{{0,30}} (?:da|når) (?:hun|han) (?:bare )?var (?P<f>{_N}(?: år)?)", _ved_tillatelse, "fikk fekk", 10),
    regel("alder", rf"(?:var )?{_N}(?: år(?: gammel| gamal)?)? (?:da|når|då) (?:hun|han|ho|de|dei) (?:kom|ankom|flykta|flyktet|flyttet|flytta)|kom (?:hit |til norge |til noreg |til landet |hit til landet |til kommunen )?som {_N.replace('n>', 'n9>')}[- ]?åring", (), "kom flyk flyt", 9),
    regel("alder", rf"(?:kom|ankom|flyktet|reiste|begynte|startet|giftet)\b[^.;!?]{{0,50}} som (?:bare )?{_N}[- ]?åring", (), "åring", 9),
    regel("alder", r"(?:barn|barna|unger|ungene|gutter|jenter) (?:mellom|i alderen|fra) \d{1,2}(?: og | til | ?- ?)(?P<f>\d{1,2}(?: år)?)", (), "mellom alderen fra", 9),
    regel("alder", rf"(?:kom|flyktet|flyttet|ankom|reiste|begynte|startet|sluttet|giftet|mistet|jobbet|gikk)\b[^.;!?]{{0,60}} (?:da|fra) (?:(?:hun|han|de) )?(?:bare )?var (?:bare )?(?P<f>{_N}(?: ?år)?)", (), "_da _fra", 9),
)  # fmt: skip

_BARNORD = r"(?:tenåringer|tenåringar|tenåringsbarn|skolebarn|barnehagebarn|barn|barna|born|borna|unger|ungar|ungene|ungane|småbarn|smårollinger|sønner|døtre)"
_BARNTALL = rf"(?P<n>\d|1[0-2]|{TALLORD})"
_HALVANNET = r"(?:halvannet|halvanna|halvtanna|et og et halvt|ett og et halvt|eitt og eit halvt|1,5|1 1/2)"
_BARNET = rf"(?:{_BARNORD}|yngste(?: barnet| barn)?|minste(?: barnet| barn)?|minsten|babyen?|sønn(?:en)?|datter(?:en|a)?|dotter(?:a)?|gutt(?:en)?|jenta|jente|son(?:en)?|unge)"
_MINST_ETT: tuple[Verdi, ...] = (1, 2, 3, 4, 5, 6)
_FORELDER = r"(?:mor|mora|moren|alenemor|aleinemor|far|faren|alenefar|aleinefar|enslig mor|einsleg mor|enslig far|mamma|pappa|forelder|eneforsørger|aleineforsørger|enslig forsørger)"


def _antall(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    n = les_heltall(m["n"])
    return (n,) if n is not None and 0 <= n <= 12 else None


def _har_barnet(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    """A child by its age; "en gutt på 18" is no child."""
    alder = les_heltall(m["n"])
    voksen = 18 if re.search(r"sønn|son|datter|dotter", m.group()) else 15
    return None if alder is not None and alder >= voksen else _MINST_ETT


def _barn_mnd(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    n = les_heltall(m["n"])
    if n is None:
        return None
    return (0 if "uke" in m.group() or "veke" in m.group() else n // 12,)


def _yngste(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    aldre = [
        les_heltall(t) for t in re.findall(rf"\d+|{TALLORD}", re.sub(r"\bog\b|,|/", " ", m["f"]).replace("1/2", ""))
    ]
    kjente = [a for a in aldre if a is not None]
    return (min(kjente),) if kjente and min(kjente) <= 17 else None


def _antall_aldre(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    """ "barn på 2 og 4 år" are two."""
    aldre = re.findall(rf"\d+|{TALLORD}", re.sub(r"\bog\b|,|/", " ", m["f"]))
    return (len(aldre),) if len(aldre) > 1 else None


def _unntatt_eldste(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    """ "tre barn, de to eldste er over 18" leaves one."""
    alle, eldste = les_heltall(m["n"]), les_heltall(m["o"])
    return None if alle is None or eldste is None or eldste > alle else (alle - eldste,)


def _yngste_hvis_barn(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    """As `_yngste`; "jente på 16" is the participant."""
    verdier = _yngste(m, i_dag)
    ung = m["hvem"].startswith(("gutt", "jent"))
    return None if verdier and ung and int(verdier[0]) >= 15 else verdier


def _yngste_under(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    n = les_heltall(m["n"])
    return tuple(range(n)) if n is not None and 0 < n < 18 else None


def _nyfodt(m: re.Match[str], i_dag: date) -> tuple[Verdi, ...] | None:
    d = les_dato(m, i_dag)
    if d is None:
        return None
    yngst = i_dag.year - d.siste().year - ((i_dag.month, i_dag.day) < (d.siste().month, d.siste().day))
    eldst = i_dag.year - d.dato.year - ((i_dag.month, i_dag.day) < (d.dato.month, d.dato.day))
    return tuple(range(max(yngst, 0), eldst + 1)) if eldst >= 0 else None


_TALL_IKKE_EN = rf"(?:\d{{1,2}}|(?!(?:en|ein|ei|et|eit|ett)\b){TALLORD})"
_ALDRE_FLERE = r"\d{1,2}(?:(?:, ?| og | ?/ ?| ?\+ ?)\d{1,2})+(?!\d|[.,]\d| ?(?:%|mnd))"
_ALDRE = rf"(?:\d{{1,2}}|{TALLORD})(?: ?(?:,|og|/) ?{_TALL_IKKE_EN})*"
_BARN = (
    regel("barn_under_18", rf"{_BARNTALL} ?(?:små |mindreårige |mindreårig |felles |egne |friske |store |hjemmeboende )?{_BARNORD}(?! over)", _antall, "barn born ung sønner døtre smår tenår", 5),
    regel("barn_under_18", rf"(?:ingen|ikke|ikkje|itj|uten|utan|har ikke|har ikkje|null) (?:noen |egne |nokon )?{_BARNORD}|(?<![\wæøå] )no barn|(?:ingen|uten|utan|ikke|ikkje) (?:omsorgsansvar|forsørgeransvar|forsørgaransvar|omsorg for barn)|barnløs|barnlaus", 0, "barn born ung ansvar", 6, nekt=False),
    regel("barn_under_18", rf"(?<!ikke )(?<!ingen )(?<!voksne )(?<!som )(?<!jobbe )(?<!jobber )(?<!arbeide )(?<!arbeid )(?<!jobb )(?<!jobba )(?<!jobbet )(?<!erfaring )(?<!arbeidet )(?:har|med|til|hjemme me|heime me|hjemme med|heime med|forsørger) (?:små |mindreårige |sine )?{_BARNORD}(?! (?:over|i barnehage som))", _MINST_ETT, "barn born ung", 2),
    regel("barn_under_18", rf"(?:alenemor|alenefar|enslig|enslig mor|enslig far|eneforsørger|mor|far) (?:til|av|of|med|med barn,?|m/) {_BARNTALL}(?: (?:små|barn|stk))*(?= ?(?:$|[,.;/!?]|og |som |på |i |med |under ))(?! år)", _antall, "mor far enslig forsørger", 7),
    regel("barn_under_18", rf"(?:(?<=, )|(?<=,)|(?<=^)|(?<=/ )){_BARNTALL} b(?=[,;./]|$| )", _antall, "b", 4),
    regel("barn_under_18", rf"{_BARNTALL} (?:barn )?(?:under|u\.) (?:skolealder|18|skolepliktig)", _antall, "under", 6),
    regel("barn_under_18", rf"(?P<n>\d|{TALLORD}) barn,?(?: der| hvor| og| men)?(?: de)? (?P<o>\d|{TALLORD}) (?:eldste|av dem|største)(?: er| har| e)* (?:over 18|voksne|myndige|fylt 18)", _unntatt_eldste, "eldste av_dem største", 10),
    regel("barn_under_18", rf"ikke (?:\d|{TALLORD}) (?:barn|unger),? men {_BARNTALL}(?: barn)?(?!\w)", _antall, "men", 9, nekt=False),
    regel("barn_under_18", rf"(?:sønnen|datteren|babyen|minsten|barnet|gutten|jenta)(?: hennes| hans| sin)? (?:er|på) (?:\d{{1,2}}|{TALLORD}|et halvt|halvannet) (?:mnd|måneder|uker|år)", lambda m, d: None if re.search(r'\b(?:1[89]|[2-9]\d) år', m.group()) else _MINST_ETT, "sønn datter baby minst barnet gutt jenta", 2),
    regel("yngste_barn_alder", r"(?:barn|unger|gutter|jenter) \((?P<n>\d{1,2}) (?:mnd|måneder|uker)", _barn_mnd, "(", 10),
    regel("barn_under_18", rf"har {_BARNTALL}(?: barn| unger)? (?:til sammen|totalt|i alt)", lambda m, d: _antall(m, d) if re.search(r"barn|unger|ungene", m.string) else None, "sammen totalt i_alt", 6),
    regel("barn_under_18", rf"(?:barna|ungene|barn)(?: (?:hennes|hans|sine))? (?:er|e|på) (?P<f>{_ALDRE_FLERE})(?: år)?", _antall_aldre, "barn ung", 6),
    regel("yngste_barn_alder", rf"(?:barna|ungene|barn)(?: (?:hennes|hans|sine))? (?:er|e) (?P<f>{_ALDRE_FLERE})(?: år)?", _yngste, "barn ung", 9),
    regel("yngste_barn_alder", rf"{_BARNTALL.replace('P<n>', ':')} (?:barn|gutter|jenter|unger),? (?P<f>{_ALDRE_FLERE})(?: år)?(?! ?(?:%|timer|mnd))", _yngste, "barn gutter jenter unger", 9),
    regel("barn_under_18", r"(?P<b>to|tre|fire|fem|seks|sju)barns(?:mor|far|mora|faren)", lambda m, d: (les_heltall(m["b"]) or 0,), "barns", 6),
    regel("barn_under_18", rf"{_FORELDER} (?:til|te|med|for) (?!(?:en|ein|ei|et|eit) )(?:(?!(?:en|ein|ei)\b){_BARNTALL})(?! år)(?: barn| born| små| mindreårige)*", _antall, "mor far mamma pappa forelder forsørger", 6),
    regel("barn_under_18", r"alene?mor|aleinemor(?:a)?|alenemora|alenefar(?:en)?|aleinefar|enslig(?:e)? mor|single mo(?:m|r|ther)|single (?:dad|father|far)|einsleg mor|enslig(?:e)? far|eneforsørgere?|aleineforsørger|aleineforsørgar|eineforsørgar|enslig forsørger|einsleg forsørgar|småbarns(?:mor|far|mora|foreldre)|alene med (?:barn|barna|ungene)", _MINST_ETT, "mor far forsørg alene småbarns aleine single", 3),
    regel("barn_under_18", rf"(?:alene|aleine) med {_BARNTALL}(?: barn| born| små)?", _antall, "alene aleine", 6),
    regel("barn_under_18", r"(?:har |med |fått |et |en |ein |eit )(?:\w+ )?(?:baby|spedbarn|nyfødt|nyfødd)(?: \w+)?|(?:fikk|fekk|fødte) (?:nettopp |nylig )?(?:et |eit )?barn", _MINST_ETT, "baby sped nyfød barn", 3),
    regel("barn_under_18", r"(?:antall )?(?:barn|born): ?(?P<n>\d)(?!\d| ?år)", _antall, "barn: born:", 6),
    regel("barn_under_18", r"(?:til|med) (?P<n>to|tre|fire|fem|seks|sju)barn", _antall, "barn", 6),
    regel("barn_under_18", r"(?:verken|hverken|korkje) [^.;!?]{1,40} eller (?P<f>barn|born)", 0, "barn born", 8, nekt=False),
    regel("barn_under_18", rf"(?:{_BARNTALL} )?{_BARNORD},? (?:som )?(?:er )?(?:(?:alle|begge|er nå|er no|er blitt|er|e) )+(?:over 18|voksne|vaksne|myndige|fylt 18)(?: år)?", 0, "over_18 voksne vaksne myndige fylt", 9, nekt=False),
    regel("barn_under_18", r"(?:alene|aleine|bor) med (?:sønnen|datteren|dattera|dottera|sonen|gutten|jenta|barnet)(?: (?:sin|si))?(?: på (?:\d|1[0-7])(?: år)?)?", _MINST_ETT, "alene aleine bor", 3),
    regel("barn_under_18", rf"(?:en|ein|ei|et|eit|har) (?:liten |lita |stor |vesle )?(?:sønn|datter|gutt|jente|guttunge|dotter|son) (?:på|i) (?P<n>{TALL}|{_HALVANNET})(?: år| mnd| måneder| månader)?", _har_barnet, "sønn datter gutt jente dotter son", 3),
    regel("barn_under_18", rf"(?:sønnen|sonen|datteren|dattera|dottera|barnet|ungen)(?: (?:hennes|hennar|hans|sin|si|deres))? (?:er|e|på) (?P<n>\d{{1,2}}|{TALLORD})(?= år|,|\.|$| og| går| er| har| som)", _har_barnet, "sønn son datter dotter barnet ungen", 3),
    regel("yngste_barn_alder", rf"(?P<hvem>sønnen|sonen|datteren|dattera|dottera|barnet|ungen)(?: (?:hennes|hennar|hans|sin|si|deres))? (?:er|e) (?P<f>\d{{1,2}}|{TALLORD})(?= år|,|\.|$| og)", _yngste_hvis_barn, "sønn son datter dotter barnet ungen", 9),
    regel("barn_under_18", rf"(?:har|hadde|og) (?P<f>{_BARNTALL}(?: {_BARNORD})? (?:fra|frå) før)(?: av)?", lambda m, d: _antall(m, d) if re.search(r"barn|born|gravid|termin", m.string) else None, "før", 6),
    regel("barn_under_18", rf"(?:med|m/|har) ?{_BARNTALL} små(?=\W*$| ?[,.;])", _antall, "små", 5),
    regel("barn_under_18", r"(?:har|med) (?:flere|fler|fleire|mange) (?:barn|born|unger|ungar)", _MINST_ETT, "barn born ung", 4),
    regel("barn_under_18", rf"(?:barn|born|unger|ungar) (?:på|i alderen) (?P<f>{_ALDRE})(?: år)?", _antall_aldre, "barn born ung", 4),
    regel("yngste_barn_alder", rf"{_BARNORD},? (?:mellom|i alderen|fra|frå) (?P<f>\d{{1,2}}|{TALLORD})(?: og | til | ?- ?)(?:\d{{1,2}}|{TALLORD})(?: år)?", _yngste, "mellom alderen fra frå", 9),
    regel("barn_under_18", r"har (?:en|ein|ei) (?:ett|to|tre|fire|fem|seks|sju|åtte|\d)-?åring", _MINST_ETT, "åring", 3),
    regel("yngste_barn_alder", rf"(?P<hvem>{_BARNORD}|sønn(?:en)?|datter(?:en|a)?|dotter(?:a)?|unge|son(?:en)?|gutt(?:en)?|jent[ea]) (?:på|i alderen) (?P<f>{_ALDRE})(?: år| mnd)?", _yngste_hvis_barn, "på i_alderen", 9),
    regel("yngste_barn_alder", rf"{_BARNORD} \((?P<f>{_ALDRE})(?: år)?\)|(?:{_BARNORD}|gutter|gutar|jenter|tvillinger|tvillingar)(?:,|:| -| som er) (?P<f2>\d{{1,2}}(?: ?,| og) ?\d[^.;]{{0,12}}) år", lambda m, d: _yngste(m, d) if m["f"] else (min(map(int, re.findall(r"\d+", m["f2"]))),), "barn born ung sønner døtre småb gut jenter tvilling tenår", 9),
    regel("yngste_barn_alder", rf"(?:yngste|minste|yngst|minsten|yngstemann|minstemann|yngstejenta|minstejenta)(?: barnet| barn| barna| jenta| gutten| ungen| ungene)?(?: er| e| på|:)? (?P<f>{_TALL2}|\d)(?: år)?", _yngste, "yngst minst", 9),
    regel("yngste_barn_alder", rf"(?:1|et|ett|en) barn,? (?:\()?(?P<f>\d{{1,2}}|{TALLORD})(?: år| åra)?(?=$|[,.;)/]| og )", _yngste, "barn", 8),
    regel("yngste_barn_alder", r"(?:har|med|til|en|ein|ei) (?:en |ein |ei )?(?P<f>(?:\d|1[0-4]|ett|to|tre|fire|fem|seks|sju|åtte))-?(?:åring|årig(?:e|)? (?:sønn|datter|dotter|son|barn|gutt|jente))", _yngste, "åring årig", 9),
    regel("yngste_barn_alder", rf"{_BARNET}(?: er| e| på|:)? (?P<n>\d{{1,2}}|{TALLORD}) ?(?:mnd|måneder|måned|månader|månad|uker|veker)(?:er)?(?: gammel\w*| gamal\w*| gml)?", _barn_mnd, "mnd mån uker veker", 10),
    regel("barn_under_18", rf"{_BARNTALL} (?:gutter|gutar|jenter|tvillinger|tvillingar) (?:på|i alderen) (?:\d|1[0-4])\b", _antall, "gut jenter tvilling", 7),
    regel("yngste_barn_alder", rf"(?:gutter|gutar|jenter|tvillinger|tvillingar) (?:på|i alderen) (?P<f>{_ALDRE})(?: år)?", _yngste, "gut jenter tvilling", 9),
    regel("yngste_barn_alder", rf"{_BARNET}(?: er| e| på|:)? {_HALVANNET}(?: år)?", 1, "halvan og_et_halvt 1,5", 10),
    regel("yngste_barn_alder", rf"{_BARNORD} (?:under |u/ ?)(?P<n>\d|1[0-7]|{TALLORD})(?: år)?", _yngste_under, "under u/", 9),
    regel("yngste_barn_alder", rf"(?:fikk|fekk|fødte) (?:\w+ )?barn i {DATO}", _nyfodt, "barn", 9),
    regel("yngste_barn_alder", r"nyfødt\w*|nyfødd\w*|baby|babyen|spedbarn|nettopp fått barn|akkurat fått barn", 0, "nyfød baby sped fått_barn", 8),
    regel("yngste_barn_alder", r"(?:barn|barna|unger|ungene|små|\d|to|tre|fire)(?: er| e)? under (?:skolealder|skulealder|skolepliktig alder)|barn(?:a)?(?: er)? i barnehagealder|småbarn under skolealder", (0, 1, 2, 3, 4, 5), "skolealder skulealder skoleplikt barnehage", 7),
)  # fmt: skip

PERSONREGLER: tuple[Regel, ...] = _ALDER + _BARN

_KJONN = re.compile(
    r"(?<![\w-])(?:(?P<kvinne>hun|ho|hu|henne|hennes|hennar|kvinne|kvinna|kvinnen|dame|dama|damen|jente|jenta|(?:alene|aleine|tobarns|"
    r"trebarns|firebarns|fembarns|småbarns|hus)?mor(?:a|en)?|mamma|gravid|enke|ei(?= (?:på|som)\b)|søster)|"
    r"(?P<mann>han|ham|hans|honom|mann|mannen|gutt|gutten|kar|karen|fyr|fyren|(?:alene|aleine|tobarns|trebarns|småbarns)?far|pappa|enkemann))(?![\w-])"
)
_SLEKT_ETTER = re.compile(r"^ (?:hennes|hennar|sin|hans|til)\b")
_SLEKT_FOR = re.compile(
    r"(?:gift med|samboer med|med|har|hans|hennes|gjenforent med|kone|datter|sønn|en|ei)(?: en| ein| ei| sin)? $"
)
_BARN_FOR = re.compile(r"(?:har|med|en|ei|ein) (?:en |ei |ein )?$")
_SPOR_OM = re.compile(r"(?:hva|kva|ka) (?:med|om) $|^og $")


def finn_kjonn(tekst: str) -> list[Kandidat]:
    """Sex from nouns and pronouns about the participant; the first that is not about a relative decides."""
    for m in _KJONN.finditer(tekst):
        ord_ = m.group()
        for_, etter = tekst[: m.start()], tekst[m.end() : m.end() + 10]
        if ord_ in ("mannen", "mann", "kar", "far", "faren", "mor", "mora", "moren", "søster"):
            if _SLEKT_ETTER.match(etter) and not (etter.startswith(" til") or _SPOR_OM.search(for_)):
                continue
            if re.search(r"(?:gift|samboer|sambuar|gjenforent|bor|lever|sammen) med (?:en |ein )?(?:\w+ )?$", for_):
                continue
        if ord_ == "mannen" and re.search(r"\bhun\b", tekst):
            continue
        if ord_ in ("gutt", "jente", "gutten", "jenta") and re.match(
            r" (?:på|i) (?:[0-9](?!\d)|1[0-4]|to|tre|fire|fem|seks|sju|åtte|ni|ti)\b", etter
        ):
            continue
        if ord_ in ("hun", "henne", "kvinne", "dame", "jente") and re.search(r"gift med (?:en |ei )?$", for_):
            continue
        return [Kandidat("kjonn", ("kvinne" if m["kvinne"] else "mann",), m.start(), m.end(), nekt=False)]
    return []
