"""Which capability answers: Rasa's intent, corrected where the wording or the conversation leaves no doubt."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.dialog import bare_ja_nei, er_ny_person
from actions.kunnskapsruting import entydig_kunnskap
from actions.melding import Melding
from actions.sporreform import FORTELLER, HVILKE_TILTAK, PASSER, TILTAK_SIST
from bot.laering.ord import eleven_selv
from bot.profil.samtale import Samtale

_SMAPRAT = frozenset({"hilsen", "takk", "hjelp", "vis_profil", "glem"})
_LAERER = frozenset({"laer", "quiz"})
_TVIL = 0.35
# An intent less likely than this is no second guess.
_NESTE = 0.1
_SIKKER = 0.5
_KORT = 7
_ANTATT = 12
PEKER = re.compile(r"\b(det|den|dette|denne|disse|desse|da|då|kravet|regelen|fristen|grensa|grensen)\b", re.I)
SIDER = frozenset({"hvor_lenge", "hvor_mye", "hvem_betaler", "hvem_eier", "hvordan_soke", "nar"})
_MOT_HVERANDRE = re.compile(r"\b(vs\.?|versus|kontra|eller|forskjell\w*|skilnad\w*|ulikt|mot)\b", re.I)
_SAMTIDIG = re.compile(
    r"\b(mens|samtidig|sammen med|saman med|ved siden av|ved sida av|kombiner\w*|i tillegg til|parallelt|på toppen)\b",
    re.I,
)
_HVA_ER = re.compile(
    r"^\W*(og )?(hva|kva|ka|kæ|ke) (er|e|betyr|tyder|menes med|vil det si|innebærer|inneber|går)\b"
    r"|^\W*(og )?(hvordan|korleis) (fungerer|virker) (?!(det|dette) (for|med|når|hvis)\b)"
    r"|\b(hva|kva|ka) (er|e) (det|dette|d)( for noe| for noko)?\W*$",
    re.I,
)
_EN_SIDE = re.compile(
    r"\b(krav|regel|regl|\w*sats|frist|\w*beløp|alder|maks|minst|lengd|varighe|omfang|vilkår|målgrupp|forskjell|"
    r"skilnad|grens|formål|kost|pris|ansvar|forhold|vits|verdi|utfall)",
    re.I,
)
_BARE_HVORFOR = re.compile(r"^\W*(hvorfor|kvifor|begrunn|hvorfor det|kvifor det)\W*$", re.I)
FORTSETTER = re.compile(r"^\W*(og|enn|hva med|kva med|hva om|kva om|hvis|viss|dersom|men)\b", re.I)
_HVILKEN = re.compile(r"^\W*(og )?(hvilke[nt]?|kva for|kven av|hvem av|hva av)\b", re.I)
# "passer det for en med psykiske plager?": whether the measure talked about suits somebody
_PASSER_DET = re.compile(
    r"^\W*(og |men |å )?(pass[ea]r|egn[ea]r|eignar|funker|fungerer|er) (det|den|dette|tiltaket|ordning(en|a))\b"
    r"( ikke| ikkje| seg)?( (noe|noko|bra|aktuel\w*|passende|egnet|eigna))? (for|til)\b",
    re.I,
)
# "er det for våre deltakere?", "gjelder det alle?": whom the measure talked about is for
FOR_DISSE = re.compile(
    r"^\W*(og |men )?(er|gjelder|gjeld|passer|passar) (det|den|dette|tiltaket)( for)? "
    r"(våre?|alle|innvandrer\w*|innvandrar\w*|flyktning\w*|ukrain\w*|deltak\w*|intro\w*)\b",
    re.I,
)
# "og mentor?", "å AFT?", "enn Jobbsjansen da?": a measure's name and nothing else asked
_OG_NAVN = re.compile(r"^\W*(og|å|enn|men|eller|hva med|kva med|ka med)\b", re.I)
# "hva passer best av de to?", "hvilken av dem ville du valgt?": a choice between those just compared
HVILKEN_AV = re.compile(
    r"\b(best|bedre|betre|velge|vel[jg]e|foretrekk\w*|først)\b.{0,40}\b(av|blant) (de|dei|dem|disse|desse)\b"
    r"|\b(hvilke[nt]?|kva for (ein|ei|eit)|hvem|kven) av (de|dei|dem|disse|desse)\b.{0,30}"
    r"\b(best|passer|passar|velge|først)\b",
    re.I,
)
# "er det det samme?", "hva er forskjellen på dem?": the two measures spoken of last
_DET_SAMME = re.compile(
    r"^\W*(og |men )?(er|e) (det|de|dei|dette)( to| ikke| ikkje| egentlig)?( (det|den))? (samme|same)\b"
    r"|\b(forskjell\w*|skilnad\w*)( er)?( det)?( (på|mellom) (de|dei|dem|disse|desse)( to)?)?\W*$",
    re.I,
)
# "hva passer?", "hva er best for ham?", "hva bør vi gjøre?": measures, when somebody is known
_HVA_PASSER = re.compile(
    r"\b(hva|kva|ka|ke|kæ|hvilke[nt]?|kva for)( \w+)? (passer|passar|anbefal\w*|tilrår|foreslår|finnes|finst|"
    r"er (det )?(best|beste|lurest|lurt|mest (aktuel\w*|nærliggende))|"
    r"(er|blir|vert) (det )?neste (steg|skritt)|"
    r"(bør|kan|skal|burde) (vi|jeg|eg|me|man|ein|en)( \w+)? "
    r"(gjøre|gjere|tilby|by|bruke|velge|prøve|sette|starte|begynne))\b",
    re.I,
)
# "kan hun få KVP etterpå?": whether a measure is for the participant who is known
_KAN_HUN_FA = re.compile(
    r"^\W*(og |men |så |okei |ok )*(kan|får|fær) (hun|han|ho|hu|deltak\w+|bruker\w*|brukar\w*)( \w+)? "
    r"(få|bli med|være med|vere med|delta|gå|begynne|byrje|starte|komme|kome)\b",
    re.I,
)
_SPOR_VIDERE = re.compile(r"^\W*(og |men )?(hvor|kor|hvem|kven|når|hvordan|korleis)\b", re.I)
# "når trer den i kraft?", "hvor står det?": about the rule just given, not about a subject of its own
OM_REGELEN = re.compile(
    r"^\W*(og )?((fra )?når (trer|trår|gjelder|gjeld|begynner|starter) (den|det|dette|regelen|endringen|endringa)\b"
    r"|(hvor|kvar) (står|stend) (det|dette|den)\b|(hvilken|kva for) paragraf\b)",
    re.I,
)
# "hvilke finnes?", "hvem bestemmer det?", "kan det endres?": about the subject just told of
_OM_EMNET = re.compile(
    r"^\W*(og |men )?((hvilke|kva for nokre|hva slags) (finnes|finst|er det|har vi)|"
    r"(hvem|kven) (bestemmer|avgjør|avgjer|setter|set|vedtar|vedtek) (det|den|dette)|"
    r"(kan|må|skal) (det|den) (endres|endrast|forlenges|forlengast|utvides|søkes|søkjast)|"
    r"(er|blir) (det|den) (gratis|obligatorisk|frivillig|lovpålagt))\W*$",
    re.I,
)
# "hva er blåbærprogrammet?": called as measures are called, so a measure we do not know rather than something else
ET_TILTAK = re.compile(
    r"^\W*(og |men )?(hva|kva|ka) (er|e) "
    r"\w*(program\w*|tiltak\w*|kurs(et)?|ordning\w*|tilskudd\w*|tilskot\w*|stønad\w*|"
    r"praksis\w*|trening\w*|opplæring\w*)\W*$",
    re.I,
)
NAR_REGELEN = re.compile(r"^\W*(og )?(fra |frå )?(når|nar)\b", re.I)
_SPORREORD = re.compile(
    r"(^|[,.:;–-] ?)\W*(og |men |hei |så )*((fra|frå|i|på|til|av|med|for|hos|innen|innan|etter) )?"
    r"(hva|kva|ka|hvem|kven|kem|hvor|kor|hvordan|korleis|hvilke[nt]?|hvorfor|kvifor|når)\b",
    re.I,
)
# What is known of somebody is only thrown away when the words say so.
_GLEM = re.compile(
    r"\b(glem\w*|gløym\w*|slett\w*|nullstill\w*|fjern\w*|tøm\w*|stryk\w*|ny\w*|neste|anna|annan|annen|start\w*|"
    r"begynn\w*|"
    r"byrj\w*|ferdig med|over til|viske?r?|kast\w*|drop\w*|reset|clear|forget|new)\b",
    re.I,
)
# "glem ryggen": one thing, and not one we know; the rest must stay
_GLEM_NOE = re.compile(
    r"^\W*(glem|gløym|stryk|slett|fjern|dropp)\w* (det )?(med |om |at )?"
    r"(?!(det|dette|alt|alle|samtalen|samtalene|profilen|"
    r"hun|han|ho|henne|ham|deltak\w*|personen|bruker\w*|brukar\w*|opplysning\w*|historien|historikken|den|denne|siste|"
    r"jeg|eg|meg|vi|som|nå|no|mannen|kona|sist|forrige|førre|de|dei|hele|heile|dem)\b)\w+",
    re.I,
)
_BOKSTAV = re.compile(r"[a-zæøå]", re.I)


def er_ja_nei(tekst: str) -> bool:
    """Whether the question may be answered with yes or no: it does not ask who, what, how long, when."""
    return not _SPORREORD.search(tekst)


def fortsetter_regel(samtale: Samtale, melding: Melding) -> bool:
    """Whether a message goes on from the rule answered before rather than asking anew: another case of it, another side
    of it, or words that point back. A short question with a subject of its own is a new one."""
    if samtale.tema != "regel" or samtale.sporsmal is None or melding.tiltak:
        return False
    if FORTSETTER.match(melding.tekst):
        return melding.ord <= _KORT or (melding.ord <= _ANTATT and melding.sporsmal == "hva_om" and _antar(melding))
    peker = melding.ord <= 4 or bool(PEKER.search(melding.tekst)) or bool(OM_REGELEN.match(melding.tekst))
    return melding.ord <= _KORT and peker


def _antar(melding: Melding) -> bool:
    """Whether the message supposes something of the one asked about, not of somebody new."""
    return bool(melding.opplysninger) and not er_ny_person(melding)


def beskriver_noen(melding: Melding) -> bool:
    """Whether the message states something of somebody. "Hun" alone tells the sex of whoever is asked about."""
    return any(o.faktum != "kjonn" for o in melding.opplysninger)


def er_definisjon(melding: Melding) -> bool:
    """Whether the message asks what one measure is ("hva er AFT", "KVP hva er det"), not for a side of it."""
    om_ett = len(melding.tiltak) == 1 and melding.ord <= 7 and not melding.opplysninger
    return om_ett and bool(_HVA_ER.search(melding.tekst)) and not _EN_SIDE.search(melding.tekst)


def mulig(samtale: Samtale, melding: Melding) -> Melding:
    """`melding` with the likeliest intent there is something for: no other case is supposed, and nothing explained or
    weighed, where none has been spoken of."""
    emne = bool(melding.tiltak or melding.tvil or samtale.tiltak)
    uten = set()
    if not emne and not PASSER.match(melding.tekst):
        uten |= {"vurder_tiltak", "forklar_tiltak", "sammenlign_tiltak", "hvorfor_ikke"}
    if samtale.tema is None and not set(samtale.gjeldende) - {"kjonn"}:
        uten |= {"hva_om", "hvorfor"} - ({"hva_om"} if melding.sporsmal == "hva_om" else set())
    if melding.intent not in uten:
        return melding
    for intent, sikkerhet in melding.rangering:
        if intent not in uten and sikkerhet >= _NESTE:
            return replace(melding, intent=intent, sikkerhet=max(sikkerhet, _TVIL))
    return melding


def velg_evne(samtale: Samtale, melding: Melding) -> str:
    """The name of the capability that answers this message in this conversation."""
    melding = mulig(samtale, melding)
    intent = melding.intent
    if not _BOKSTAV.search(melding.tekst) and not melding.opplysninger:
        return "utenfor"
    if melding.glem_alt:
        return "glem"
    if samtale.spurt_om is None and bare_ja_nei(melding):
        return "takk"
    if intent == "glem" and any(o.fjern for o in melding.opplysninger):
        return "oppgi_fakta"
    if intent == "glem" and _GLEM_NOE.search(melding.tekst):
        return "vis_profil"
    if intent == "glem" and (melding.sikkerhet < _SIKKER or not _GLEM.search(melding.tekst)):
        return "oppgi_fakta" if melding.tilbake else "spor_regel"
    saklig = bool(melding.opplysninger or melding.tiltak)
    if intent in _SMAPRAT and not (intent in ("hilsen", "takk", "hjelp") and saklig and melding.ord > 4):
        return intent
    if _BARE_HVORFOR.match(melding.tekst):
        return "spor_regel" if samtale.tema == "regel" else "hvorfor"
    if intent in _LAERER:
        ment = melding.sikkerhet >= _SIKKER and eleven_selv(melding.tekst, intent == "quiz")
        return _entydig(samtale, melding) or (
            intent if ment else _fortsettelse(samtale, melding) or _ved_tvil(samtale, melding)
        )
    if _side_av_forslaget(samtale, melding):
        return "forklar_tiltak"
    kunnskap = entydig_kunnskap(samtale, melding)
    if kunnskap is not None:
        return kunnskap
    fortsettelse = _fortsettelse(samtale, melding)
    if fortsettelse is not None:
        return fortsettelse
    entydig = _entydig(samtale, melding)
    if entydig is not None:
        return entydig
    if melding.sikkerhet < _TVIL or (intent == "utenfor" and (saklig or ET_TILTAK.match(melding.tekst))):
        return _ved_tvil(samtale, melding)
    return "spor_regel" if intent in _SMAPRAT else intent


def _fortsettelse(samtale: Samtale, melding: Melding) -> str | None:
    """A short message that goes on from the last answer: another side of the measure, another case of the rule."""
    if melding.ord > _KORT and fortsetter_regel(samtale, melding):
        return "spor_regel"
    if samtale.tema == "sammenligning" and not melding.tiltak and HVILKEN_AV.search(melding.tekst):
        return "sammenlign_tiltak"
    if len(samtale.tiltak) > 1 and melding.ord <= _KORT and not melding.tiltak and _DET_SAMME.search(melding.tekst):
        return "sammenlign_tiltak"
    if _bare_navn(samtale, melding):
        kjent = bool(set(samtale.gjeldende) - {"kjonn"})
        samme_side = samtale.tema == "forklaring" and (samtale.side in SIDER or not kjent)
        return "forklar_tiltak" if samme_side else "vurder_tiltak"
    if _hva_passer(samtale, melding):
        return "anbefal_tiltak"
    if _om_noen_annen(samtale, melding):
        return "vurder_tiltak"
    om_tiltaket = samtale.tema in ("forklaring", "vurdering") and bool(samtale.tiltak) and not melding.tiltak
    if om_tiltaket and melding.ord <= _KORT and not beskriver_noen(melding) and FOR_DISSE.search(melding.tekst):
        return "forklar_tiltak"
    if melding.tiltak or melding.ord > _KORT:
        return None
    if samtale.tema == "sammenligning" and (_HVILKEN.match(melding.tekst) or melding.sporsmal in SIDER - {"nar"}):
        return "sammenlign_tiltak"
    om_tiltak = samtale.tema in ("forklaring", "vurdering") and bool(samtale.tiltak) and not melding.opplysninger
    fremmed = melding.intent == "utenfor" and melding.sikkerhet >= _SIKKER
    if om_tiltak and not fremmed and _SPOR_VIDERE.match(melding.tekst):
        return "forklar_tiltak"
    kort = melding.ord <= 4 and not melding.opplysninger and PEKER.search(melding.tekst)
    om_regelen = bool(OM_REGELEN.match(melding.tekst) or _OM_EMNET.match(melding.tekst) or kort)
    if samtale.tema == "regel" and om_regelen:
        return "spor_regel"
    if melding.sporsmal in SIDER:
        if samtale.tema in ("forklaring", "vurdering") and samtale.tiltak:
            return "forklar_tiltak"
        if samtale.tema == "regel" and melding.ord <= 4:
            return "spor_regel"
    if samtale.tema == "regel" and FORTSETTER.match(melding.tekst) and melding.sporsmal not in ("hvilke", "liste"):
        return "spor_regel"
    return None


def _bare_navn(samtale: Samtale, melding: Melding) -> bool:
    """Whether the message only names another measure: for the participant who has been assessed, or after another
    measure was told of."""
    kjent = bool(set(samtale.gjeldende) - {"kjonn"}) and samtale.tema in ("anbefaling", "vurdering")
    kjent = kjent or samtale.tema == "forklaring"
    bare = len(melding.tiltak) == 1 and melding.ord <= 4 and not melding.opplysninger
    sammen = bool(_SAMTIDIG.search(melding.tekst))
    return (
        kjent and bare and not sammen and melding.sporsmal in (None, "hva_om") and bool(_OG_NAVN.match(melding.tekst))
    )


_OM_FORSLAGET = frozenset({"hvor_lenge", "hvor_mye", "hvem_betaler", "hvem_eier", "hvordan_soke"})


def _side_av_forslaget(samtale: Samtale, melding: Melding) -> bool:
    """Whether a short question right after a recommendation asks for a side of what it put first."""
    nettopp = samtale.tema == "anbefaling" and bool(samtale.tiltak)
    bare = not melding.tiltak and not melding.tvil and not beskriver_noen(melding)
    return nettopp and bare and melding.ord <= 4 and melding.sporsmal in _OM_FORSLAGET


def _hva_passer(samtale: Samtale, melding: Melding) -> bool:
    """Whether the message only asks what suits the participant who is known."""
    kjent = bool(set(samtale.gjeldende) - {"kjonn"})
    bare = melding.ord <= _KORT and not melding.tiltak and not beskriver_noen(melding)
    return kjent and bare and bool(_HVA_PASSER.search(melding.tekst))


def _om_noen_annen(samtale: Samtale, melding: Melding) -> bool:
    """Whether the message asks if the measure talked about suits somebody it describes."""
    omtalt = samtale.tema in ("forklaring", "vurdering") and bool(samtale.tiltak) and not melding.tiltak
    return omtalt and beskriver_noen(melding) and bool(_PASSER_DET.match(melding.tekst))


def _entydig(samtale: Samtale, melding: Melding) -> str | None:
    """What the wording settles by itself, whatever the classifier thought."""
    intent = melding.intent
    if melding.sporsmal == "hvorfor_ikke":
        return (
            "spor_regel" if samtale.tema == "regel" and melding.ord <= _KORT and not melding.tiltak else "hvorfor_ikke"
        )
    if _forteller(melding):
        return "oppgi_fakta"
    om_en = sum(o.faktum != "kjonn" for o in melding.opplysninger) > 1 and not melding.tiltak
    if om_en and (TILTAK_SIST.search(melding.tekst) or HVILKE_TILTAK.search(melding.tekst)):
        return "anbefal_tiltak"
    if er_definisjon(melding):
        return "forklar_tiltak"
    if melding.sporsmal == "hva_skal_til" and melding.tiltak:
        return "vurder_tiltak" if melding.opplysninger else "forklar_tiltak"
    if len(melding.tiltak) >= 2 and (melding.sporsmal == "forskjell" or intent == "sammenlign_tiltak"):
        return "sammenlign_tiltak"
    if len(melding.tiltak) >= 2 and melding.ord <= 6 and _MOT_HVERANDRE.search(melding.tekst):
        return "sammenlign_tiltak"
    if melding.sporsmal == "hva_om" and not melding.tiltak and er_ny_person(melding):
        return "anbefal_tiltak"
    if melding.sporsmal == "hva_om" and (melding.opplysninger or intent == "hva_om"):
        return "hva_om"
    if (
        melding.tiltak
        and _SAMTIDIG.search(melding.tekst)
        and intent in ("vurder_tiltak", "spor_regel", "forklar_tiltak")
    ):
        return "kombiner_tiltak"
    if intent == "kombiner_tiltak" and melding.sporsmal == "kan_jeg" and len(melding.tiltak) == 1:
        bare_ett = not _SAMTIDIG.search(melding.tekst) and not beskriver_noen(melding)
        return "vurder_tiltak" if bare_ett and melding.ord <= _KORT else None
    kjent = bool(set(samtale.gjeldende) - {"kjonn"})
    if kjent and len(melding.tiltak) == 1 and _KAN_HUN_FA.search(melding.tekst) and intent == "spor_regel":
        return "vurder_tiltak"
    om_noen = melding.sporsmal == "kan_jeg" and melding.tiltak and beskriver_noen(melding)
    om_noen = om_noen and not (intent == "kombiner_tiltak" and _SAMTIDIG.search(melding.tekst))
    if om_noen and intent in ("spor_regel", "forklar_tiltak", "anbefal_tiltak", "spor_rad", "kombiner_tiltak"):
        return "vurder_tiltak"
    tvilsom = intent == "oppgi_fakta" and melding.sikkerhet < _SIKKER and bool(melding.tiltak)
    if melding.sporsmal in SIDER | {"naar_gjaldt"} and (tvilsom or intent in ("anbefal_tiltak", "vurder_tiltak")):
        return "forklar_tiltak" if melding.tiltak else "spor_regel"
    return None


def _forteller(melding: Melding) -> bool:
    """Whether the message only tells of somebody, whatever the classifier thought."""
    sagt = beskriver_noen(melding) and not melding.tiltak and "?" not in melding.tekst and melding.sporsmal is None
    return sagt and melding.intent != "spor_rad" and bool(FORTELLER.match(melding.tekst))


def _ved_tvil(samtale: Samtale, melding: Melding) -> str:
    if melding.tiltak:
        if melding.sporsmal in ("kan_jeg", "hva_skal_til", None) and (melding.opplysninger or samtale.gjeldende):
            return "vurder_tiltak"
        return "forklar_tiltak"
    if melding.sporsmal in ("hvilke", "liste") and melding.opplysninger:
        return "anbefal_tiltak"
    if melding.opplysninger and melding.sporsmal is None:
        return "oppgi_fakta"
    return "spor_regel"
