"""When a rule text answers better than the capability the wording or the classifier chose.

The search knows what the rules are about and the classifier does not: a question that a rule surely answers is
answered by it, unless measures, a verdict for somebody described, or a measure itself is what is asked for.
"""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from actions.kontekst import Kontekst
from actions.melding import Melding
from actions.ordning import FOR_TILTAK
from actions.regel import beste, naermest, regnes_av
from actions.ruting import SIDER, beskriver_noen, er_definisjon
from actions.sporreform import HVA_GJELDER, SLIPPE
from bot.kunnskap.ord import termer
from bot.kunnskap.ordning import ALMINNELIGE
from bot.kunnskap.regelsok import GODT, SIKKERT, SVAKT
from bot.profil.fakta import FAKTA
from bot.profil.samtale import Samtale

# Measures are asked for, or whether one suits: never answered by a rule alone.
_OM_TILTAK = re.compile(
    r"\b(passer|passar|passende|aktuel\w*|egne[tr]|eignar|anbefal\w*|tilrå\w*|foreslå\w*|forslag|tips|"
    r"hva gjør (jeg|vi) med|"
    r"(hvilke|kva|ka|kæ|hva slags|hvilket|kva for|noen|andre) (nav-)?(tiltak|kurs)(?! (gir|gjev|får|er|har)\b)|"
    r"(hva|kva|ka|kæ) kan (vi|jeg|eg|me|man|æ) (bruk|gi|gje|gjør|gjer|tilby|by)\w*|"
    r"(hva|kva) (finnes|finst)|framlegg)\b",
    re.I,
)
# The level of Norwegian a measure asks for: its own page has it.
_NORSKKRAV = re.compile(
    r"\b(norsknivå\w*|norskkrav\w*|språkkrav\w*|(hvilket|kva) nivå|kreves det norsk|hvor mye norsk|kor mykje norsk)\b",
    re.I,
)
_PLIKT_FORST = re.compile(r"^\W*(og )?(må|skal|slipper|slepp|mister|mistar|teller|tel|regnes)\b", re.I)
# Whether something is paid, not who pays for the measure named.
_BETALES = re.compile(r"^\W*(og )?(betaler|betalar|dekker|dekkjer) (nav|kommunen)\b", re.I)
# Two measures side by side are compared; one in the other ("hvor lenge kan en lærling ha mentor") is a rule's matter.
_SIDE_OM_SIDE = re.compile(r"\b(og|eller|vs|mot|kontra)\b", re.I)
# A question without its mark: it begins with the verb.
_SPOR = re.compile(
    r"^\W*((og|men|hei) )?(kan|må|skal|får|har|er|blir|gjelder|gjeld|teller|tel|trenger|treng|plikter|slipper|slepp|"
    r"mister|mistar|bør|koster|kostar|regnes|kreves|krevst|dekker|dekkes|gir|gjev)\b",
    re.I,
)
# "hva får en på 24 i KVP?": an amount, however somebody is described
_HVA_FAAR = re.compile(r"^\W*(og )?(hva|kva|ka|hvor mye|kor mykje) (får|tjener|tener|lever)\b", re.I)
_OM_TILTAKET = re.compile(
    r"^\W*(forklar|fortell om|fortel om)\b"
    r"|\b(hvem|kven|kem) (er|kan|får|passer|omfattes|retter|gjelder|har rett)\b",
    re.I,
)
_GRUNN = re.compile(r"\b(hvorfor|kvifor|grunn\w*|årsak\w*|hindr\w*|uaktuel\w*|nei til|til for|endr\w*)\b", re.I)
_ELLER = re.compile(r"\b(eller|kontra|framfor|fremfor)\b", re.I)
# Somebody is spoken of by sex, not only as "hun".
_EN_MANN = re.compile(r"\b(en|ei) (\w+ )?(mann|kvinne|dame|jente|gutt)\b", re.I)
_SOKE = re.compile(r"\bsøk\w*", re.I)
_TIL_MEG = re.compile(r"\b(du|deg)\b", re.I)
_SMAPRAT = frozenset({"glem", "vis_profil", "hjelp", "takk", "hilsen"})
_SPOR_OM_ETT = frozenset({"spor_regel", "forklar_tiltak", "vurder_tiltak", "anbefal_tiltak"})
_TVILSOMT = 0.8
# How alike (0-100) a word must be to a part of a measure's name to be read as it.
_LIK = 75
_KORT = 9


def velg(k: Kontekst, samtale: Samtale, melding: Melding, evne: str) -> str:
    """`evne`, or "spor_regel" where a rule surely answers the question and `evne` would answer something else."""
    if evne in _KAN_VAERE_EN_SIDE and _bare_en_side(k, melding):
        return evne if evne == "spor_regel" and beste(k, melding) is not None else "forklar_tiltak"
    if evne == "spor_regel" and _tenker_seg_deltakeren(k, samtale, melding):
        return "hva_om"
    om_norsk = len(melding.tiltak) == 1 and not beskriver_noen(melding) and _NORSKKRAV.search(melding.tekst)
    if om_norsk and evne in _SPOR_OM_ETT:
        return "spor_regel" if melding.tiltak[0] in FOR_TILTAK else "forklar_tiltak"
    spor = "?" in melding.tekst or melding.sporsmal is not None or bool(_SPOR.match(melding.tekst))
    if evne == "oppgi_fakta" and melding.ord > 3 and not beskriver_noen(melding) and not melding.glem_alt:
        return "spor_regel" if spor or _noe_om(k, samtale, melding) else evne
    if evne == "spor_regel" or not spor or melding.glem_alt or _for_kort(melding) or _bare_definisjon(k, melding):
        return evne
    minst = _grense(k, samtale, melding, evne)
    if minst is None:
        return evne
    funnet = naermest(k, melding)
    return "spor_regel" if funnet is not None and funnet.poeng >= minst else evne


def _grense(k: Kontekst, samtale: Samtale, melding: Melding, evne: str) -> float | None:
    """How sure the search must be to take over from `evne`; None when it never does."""
    tekst = melding.tekst
    om_tiltak = bool(_OM_TILTAK.search(tekst))
    if evne in _SMAPRAT:
        return None if _TIL_MEG.search(tekst) else SIKKERT
    if evne == "utenfor":
        return SIKKERT if melding.sikkerhet < _TVILSOMT else None
    if evne == "anbefal_tiltak" and len({o.faktum for o in melding.opplysninger} - {"kjonn"}) > 1:
        return None  # somebody is described
    if evne == "oppgi_fakta" and beskriver_noen(melding) and "?" not in tekst:
        return None  # told, not asked
    if evne in ("anbefal_tiltak", "oppgi_fakta", "hva_om"):
        gjelder = HVA_GJELDER.search(tekst) or (evne == "oppgi_fakta" and _SPOR.match(tekst))
        forblir = om_tiltak or not gjelder or (evne == "hva_om" and beskriver_noen(melding))
        return None if forblir else SIKKERT
    if _PLIKT_FORST.match(tekst) and not om_tiltak and len(melding.tiltak) < 2:
        return GODT
    if evne == "forklar_tiltak" and _BETALES.match(tekst) and melding.tiltak:
        return SIKKERT
    if evne == "vurder_tiltak" and not om_tiltak and (SLIPPE.search(tekst) or _HVA_FAAR.match(tekst)):
        return SIKKERT
    if evne == "vurder_tiltak":
        kjent = set(samtale.gjeldende) - {"kjonn"}
        om_noen = beskriver_noen(melding) or _EN_MANN.search(tekst)
        return None if om_tiltak or kjent or om_noen or not _eget_emne(k, melding) else SIKKERT
    if evne == "hvorfor_ikke" and not (melding.tiltak or samtale.tiltak):
        return SIKKERT
    if evne == "hvorfor_ikke" and (_GRUNN.search(tekst) or melding.sporsmal == "hva_skal_til"):
        return None
    i_et_annet = len(melding.tiltak) == 2 and melding.sporsmal in SIDER and not _SIDE_OM_SIDE.search(tekst)
    if evne == "forklar_tiltak" and i_et_annet:
        return SIKKERT
    if evne in ("forklar_tiltak", "sammenlign_tiltak", "hvorfor_ikke"):
        if melding.tvil and not melding.tiltak:
            return GODT  # rather a rule than a question of which measure is meant
        side = melding.sporsmal in SIDER | {"hvorfor_ikke", "forskjell"}
        forblir = side or bool(_OM_TILTAKET.search(tekst) or _SOKE.search(tekst)) or _om_flere(melding)
        if forblir or not _eget_emne(k, melding):
            return None
        return SIKKERT
    if evne == "kombiner_tiltak":
        ytelse = any(o.faktum in ("ordning", "ytelse") for o in melding.opplysninger)
        return None if len(melding.tiltak) + ytelse > 1 else SIKKERT
    return None


_DELTAKEREN = re.compile(r"\b(hun|han|ho|hu|deltak\w+|bruker\w*|brukar\w*)\b", re.I)


_KAN_VAERE_EN_SIDE = frozenset({"forklar_tiltak", "spor_regel", "spor_kunnskap", "spor_rad", "utenfor"})
_OM_SIDEN = frozenset({"hvor_lenge", "hvor_mye", "hvem_betaler", "hvordan_soke"})
_SPORSMALENE = (("hvem", "betaler"), ("hvor", "lenge", "varer"), ("hvor", "mye", "dekker"), ("hvordan", "søker", "vi"))
_SMAORD = ("vare", "søke", "man", "får", "kan", "koster", "varighet")
_SIDEORD = frozenset(t for ord_ in (*_SPORSMALENE, _SMAORD) for t in (*termer(" ".join(ord_)), *ord_))
_SKREVET_NESTEN_LIKT = 85


def _bare_en_side(k: Kontekst, melding: Melding) -> bool:
    """Whether the message asks for one side of one measure and nothing more: its own page answers."""
    if len(melding.tiltak) != 1 or melding.sporsmal not in _OM_SIDEN or melding.opplysninger:
        return False
    t = k.tjeneste.tiltak[melding.tiltak[0]]
    if t.id in FOR_TILTAK and melding.sporsmal != "hvem_betaler":
        return False  # a programme's length and benefit are rules of their own
    if t.type == "ytelse" and melding.sporsmal == "hvor_mye":
        return False  # so is the amount of a benefit
    navn = set(termer(" ".join([t.navn, t.navn_nn or "", *t.synonymer])))
    rest = set(termer(melding.tekst)) - navn - _SIDEORD
    return all(any(fuzz.ratio(ord_, n) >= _SKREVET_NESTEN_LIKT for n in navn) for ord_ in rest)


def _tenker_seg_deltakeren(k: Kontekst, samtale: Samtale, melding: Melding) -> bool:
    """Whether "hva om hun hadde B2?" after a rule supposes something of the participant that the rule says nothing of:
    it is then the measures recommended that may change."""
    regelen = k.tjeneste.regler.get(samtale.regel or "") if samtale.tema == "regel" else None
    antatt = {o.faktum for o in melding.opplysninger} - {"kjonn"}
    if regelen is None or not samtale.anbefalt or not antatt or melding.sporsmal != "hva_om" or melding.tiltak:
        return False
    if melding.ord > _KORT or not _DELTAKEREN.search(melding.tekst) or samtale.tenkt is not None:
        return False
    i_regelen = set(termer(f"{regelen.tittel} {regelen.svar} {' '.join(regelen.stikkord)}"))
    om_alder = "alder" in antatt and any(tall.enhet == "alder" for tall in regelen.tall)
    regnes = bool(antatt & regnes_av(regelen.id))
    return not om_alder and not regnes and not any(set(termer(FAKTA[f].ledetekst)) & i_regelen for f in antatt)


def _noe_om(k: Kontekst, samtale: Samtale, melding: Melding) -> bool:
    """Whether a statement without a fact ("hun har mye fravær") is one the rules say something of; more surely so when
    there is a participant to go on with."""
    funnet = naermest(k, melding)
    minst = GODT if set(samtale.gjeldende) - {"kjonn"} else SVAKT
    return funnet is not None and funnet.poeng >= minst


def _bare_definisjon(k: Kontekst, melding: Melding) -> bool:
    """Whether the message asks what a measure is, and not what something of it is ("barnetillegget for ...")."""
    if not er_definisjon(melding):
        return False
    t = k.tjeneste.tiltak[melding.tiltak[0]]
    navn = " ".join([t.navn, t.navn_nn or "", *t.synonymer]).lower()
    # a name written apart or misspelt is still the name
    return all(fuzz.partial_ratio(o, navn) >= _LIK for o in set(termer(melding.tekst)) - ALMINNELIGE)


def _for_kort(melding: Melding) -> bool:
    """Whether the message is too short to be a question of its own; "får VTA-deltakere lønn?" is one."""
    return melding.ord <= 3 and not (_SPOR.match(melding.tekst) and "?" in melding.tekst)


def _om_flere(melding: Melding) -> bool:
    """Whether several measures are what is asked about; "gir mentor tiltakspenger?" asks what holds between them."""
    return len(melding.tiltak) > 1 and not (_SPOR.match(melding.tekst) and not _ELLER.search(melding.tekst))


def _eget_emne(k: Kontekst, melding: Melding) -> bool:
    """Whether the message is about more than the first measure it names and whether one may have it."""
    if not melding.tiltak:
        return True
    t = k.tjeneste.tiltak[melding.tiltak[0]]
    navn = set(termer(" ".join([t.navn, t.navn_nn or "", *t.synonymer])))
    return bool(set(termer(melding.tekst)) - navn - ALMINNELIGE)
