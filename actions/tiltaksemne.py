"""Measures asked for by what they are about, not by a participant: «finnes det noe på kveldstid?»."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from actions.dialog import er_ny_person
from actions.kontekst import Kontekst
from actions.kunnskap import telling
from actions.kunnskapsruting import entydig_kunnskap
from actions.melding import Melding
from actions.regel import naermest
from bot.katalog.kunnskapsrader import tiltak_fra
from bot.kunnskap.regelsok import GODT
from bot.kunnskap.tiltaksemne import Emne, Grunn, Treff
from bot.profil.faktum import Profil
from bot.profil.samtale import Samtale, flett
from bot.regler.situasjon import naerhet
from bot.regler.utledning import utled
from bot.sprak.fakta_sted import fylkesnummer
from bot.svar.emnesvar import Utvalg, emnesvar
from bot.svar.malform import velg

EVNE = "finn_tiltak"
_TILTAK = (
    r"(nav-?)?(tiltak\w*|tilbud\w*|tilbod\w*|\w*kurs\w*|program(mer|met)?|ordninger|ordningar|opplegg\w*|(fag)?løp|"
    r"(lønns)?tilskudd|tilskot|virkemid\w+|verkemid\w+|prosjekt\w*|aktivitet\w*|\w*grupper?|muligheter|moglegheiter)"
)
# Measures are asked for by that name: «hvilke tiltak …», «tilbud til …», «korte kurs?»
_ETTERLYSER = re.compile(
    rf"\b(hvilke[nt]?|hva slags|kva for|kva slags|noen|noe|nokon|nokre|noko|andre|flere|alle|kva|"
    rf"ka)( av)?( \w+){{0,2}}? {_TILTAK}\b"
    rf"|^\W*(og |men |hei )?((korte|gode|lokale|kommunale|aktuelle) )?{_TILTAK}( \w+)? (for|til|innen|innenfor|"
    rf"innan|med|i|på|som|mot|rettet|uten|utan|der)\b"
    rf"|\b(list\w*( opp)?|vis( meg)?|gi( meg)?|oversikt over)( \w+)? {_TILTAK}\b"
    rf"|\b(finnes|finst|fins|har (vi|dere|de|du|dykk)|er det) [^.?!]{{0,40}}{_TILTAK}\b|"
    rf"\b{_TILTAK}( \w+){{0,4}}[,?] (har|finnes|finst)\b",
    re.I,
)
# ... or only that something is there: «finnes det noe for …», «hva har vi for …»
_FINNES = re.compile(
    r"\b(hva|kva|ka) (finnes|finst|fins|har|tilbyr|driver|betaler)\b|\b(hva|kva|ka) (har (vi|dere|du|dykk|me)|"
    r"tilbyr (vi|dere|nav|kommunen)|"
    r"er det( som)?( finnes)?( av)?)\b"
    r"|\b(finnes|finst|fins|er|e)( det| d)? (noe|noen|noko|nokon|nokka|no)\b|\bfinnes (det )?\w+"
    r"|\bhar (vi|dere|du|kommunen|nav|dykk|me)( også)? (noe|noen|noko|nokon)\b"
    r"|^\W*(noe|noko|noen|nokon) (for|til|som|med|på|om|innen)\b|\bhar vi (det|noe)\W*$|\b(å tilby|tilbyr)\b"
    r"|^\W*(hvor|kor) kan (de|dei|deltakerne|deltakarane|folk|flyktning\w+)\b",
    re.I,
)
# One person is spoken of, or what holds is asked: another capability's question.
_EN_PERSON = re.compile(
    r"\b(hun|han|ho|hu|henne|ham|hans|hennes|hennar|vedkommende|"
    r"min bruker|(en|ein|ei) (\w+ )?(mann|kvinne|dame|gutt|jente|deltak[ea]r|bruk[ea]r|person|flyktning|mor|far|"
    r"ungdom|ukrain\w+|"
    r"innvandr[ea]r|analfabet|\d+-?åring|som|på|med|uten|utan))\b"
    r"|\b(for|til) (en|ein|ei)\b(?! (gruppe|bedrift|kommune|klasse|arbeidsgiv\w+))",
    re.I,
)
# The participant, where one is known; else any.
_DELTAKEREN = re.compile(r"\b(deltakeren|deltakaren|brukeren|brukaren|kandidaten|personen)\b", re.I)
_ANNET = re.compile(
    r"\b(rett|plikt\w*|krav\w*|krev\w*|lov|lovlig\w*|regel\w*|regler|unntak\w*|vilkår\w*|kombiner\w*|"
    r"sammen med|saman med|samtidig\w*|barriere\w*|"
    r"hindr?e?r?|hindring\w*|erfaring(er|ar)|eksempl\w+|eksempel|døme|andre kommun\w+|forskjell\w*|skilnad\w*|"
    r"sats\w*|beløp\w*|rapport\w*|"
    r"forskning\w*|proba|ytelser|ytingar|stønader|teller|tel|regnes|frist\w*|statistikk|hvor mange|kor mange|"
    r"antall|kontakt\w*|"
    r"hvorfor|kvifor|hvordan|korleis|paragraf\w*|§|må(?! (\w+ ){1,2}(betale|dekke))|fravær\w*|straff|"
    r"sanksjon\w*|trekk\w*|rekkefølge\w*|"
    r"samarbeid\w*|"
    r"utfordring\w*|problem\w*|anbefaling\w*|funn|modell\w*|organiser\w*|betyr|tyder|ikke nok|unngå|norskprøv\w*|"
    r"dokumentasjon)\b",
    re.I,
)
_ANDRE_SPORSMAL = frozenset(
    {
        "hva_om",
        "hvorfor_ikke",
        "hvorfor",
        "forskjell",
        "hvor_lenge",
        "hvor_mye",
        "hvordan_soke",
        "hva_skal_til",
        "naar_gjaldt",
    }
)
_FRA = frozenset(
    {"anbefal_tiltak", "spor_kunnskap", "spor_regel", "utenfor", "laer", "oppgi_fakta", "forklar_tiltak"}
    | {"vurder_tiltak", "sammenlign_tiltak", "hjelp"}
)
_STED = ("kommune", "fylke")
_NOYTRALE = frozenset({"kjonn", "kommune", "fylke", "alder", "bransje"})
# What is only said of a participant, and how many other facts may be said of a group.
_OM_EN_DELTAKER = frozenset({"norskniva", "ordning", "programmaned", "innsatsgruppe", "programtid_igjen"})
_HOYST = 3
# A situation of the recommendation says most plainly that a measure is for somebody.
_SITUASJON = 4


def rettet(k: Kontekst, samtale: Samtale, melding: Melding, evne: str, i_dag: date) -> str:
    """`evne`, or "finn_tiltak" where the message asks for measures by a property that is no fact of one participant."""
    if (evne not in _FRA and evne != "spor_rad") or not _spor_om_emne(samtale, melding, evne):
        return evne
    emner = _emner(k, melding)
    if emner is None:
        return evne
    fast = any(e.alene and not e.apent for e in emner)
    navngitt = bool(_ETTERLYSER.search(melding.tekst))
    sted = _sted(melding) is not None
    if len(melding.tiltak) > 1 or (melding.tiltak and not fast):
        return evne
    if evne == "spor_rad":
        return EVNE if fast and navngitt else evne
    if evne == "anbefal_tiltak":
        bare_sted = sted and {o.faktum for o in melding.opplysninger} <= set(_STED)
        om_noen = set(samtale.gjeldende) - {"kjonn"}
        nye = [e for e in emner if e.alene and not (om_noen and e.apent)]
        return EVNE if nye or (bare_sted and not emner) else evne
    if evne == "spor_regel":
        funnet = naermest(k, melding)
        regelen = funnet is not None and funnet.poeng >= GODT
        return EVNE if fast or sted or (any(e.alene for e in emner) and not regelen) else evne
    if evne == "spor_kunnskap" and telling(k, melding.tekst, i_dag) is not None:
        return evne
    return EVNE if fast or (sted and not emner and navngitt) else evne


def _spor_om_emne(samtale: Samtale, melding: Melding, evne: str) -> bool:
    """Whether the wording asks what there is, of no person and of no rule; the classifier may have seen that too."""
    tekst = melding.tekst
    if melding.person is not None or melding.ny_person or er_ny_person(melding) or melding.sporsmal in _ANDRE_SPORSMAL:
        return False
    omtalt = bool(samtale.gjeldende) and _DELTAKEREN.search(tekst)
    if omtalt or _EN_PERSON.search(tekst) or _ANNET.search(tekst) or entydig_kunnskap(samtale, melding) is not None:
        return False
    sett = evne == "anbefal_tiltak" and not melding.opplysninger
    return sett or bool(_ETTERLYSER.search(tekst) or _FINNES.search(tekst))


def _emner(k: Kontekst, melding: Melding) -> list[Emne] | None:
    """The topics of a message; None when it tells what is told of a participant."""
    emner = k.tiltakssok.emner(melding.tekst)
    sagt = {o.faktum for o in melding.opplysninger} - _NOYTRALE
    fast = any(e.alene and not e.apent for e in emner)
    if sagt & _OM_EN_DELTAKER or len(sagt) > _HOYST or (sagt and not fast):
        return None
    steder = {ord_ for s in _sted_ord(melding) for ord_ in s.lower().split()}
    emner = [e for e in emner if not (e.apent and e.id.removeprefix("ord-") in steder)]
    bransjer = [str(v) for o in melding.opplysninger if o.faktum == "bransje" for v in o.verdier]
    if bransjer and not any("bransje" in e.faktum for e in emner):
        navn = bransjer[0]
        emner.append(Emne("bransje", f"innen {navn}", f"innan {navn}", lambda _t: None, faktum=frozenset({"bransje"})))
    return emner


def _sted_ord(melding: Melding) -> Iterable[str]:
    return (str(v) for o in melding.opplysninger if o.faktum in _STED for v in o.verdier)


def _sted(melding: Melding) -> tuple[str, str] | None:
    funn = [(o.faktum, str(o.verdier[0])) for o in melding.opplysninger if o.faktum in _STED and len(o.verdier) == 1]
    return funn[0] if funn else None


def svar(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> list[dict[str, Any]]:
    """The measures about the topics of a message, weighed for the participant when one is known.

    What the message says of a group («unge», «hjemmeværende») is no fact of the participant and is not kept."""
    emner = _emner(k, melding) or []
    fast = [e for e in emner if e.alene and not e.apent]
    # beside a topic, a word only narrows it down when it names an offer nobody has
    ukjent = [e for e in emner if e.apent and not any(e.finn(t) for t in k.tiltakssok.tiltak)]
    begrensende = [e for e in emner if not e.apent]
    emner = [*begrensende, *ukjent] if fast else [e for e in emner if e.alene] or emner
    kjent = bool(set(samtale.gjeldende) - {"kjonn"})
    samtale.profil = flett(samtale.profil, [o for o in melding.opplysninger if o.faktum in _STED])
    om_gruppen = frozenset({"alder", "kjonn"}).union(*(e.faktum for e in emner))
    gruppe = flett({}, [o for o in melding.opplysninger if o.faktum in om_gruppen])
    sted = _sted(melding)
    utvalg = _finn(k, melding, emner, gruppe, sted, i_dag, samtale)
    samtale.tema, samtale.spurt_om = "anbefaling", None
    samtale.tiltak = [t.tiltak.id for t in (utvalg.fulle or utvalg.naere)[:3]]
    profil = samtale.gjeldende if kjent else gruppe
    return [emnesvar(k.tjeneste, utvalg, profil, i_dag, samtale.malform, kjent=kjent)]


def _finn(
    k: Kontekst,
    melding: Melding,
    emner: list[Emne],
    gruppe: Profil,
    sted: tuple[str, str] | None,
    i_dag: date,
    samtale: Samtale,
) -> Utvalg:
    fakta = utled(gruppe, i_dag)
    umulige = {v.tiltak_id for v in k.tjeneste.regelsett.vurder_fakta(fakta) if gruppe and v.verdikt == "unsuitable"}
    emner = [_med_situasjon(e, k, gruppe, i_dag, samtale) for e in emner]
    her = None if sted is None else {t.id for t in _fra_stedet(k, sted)}
    if her is not None and not emner:
        fra = [t for t in k.tiltakssok.tiltak if t.id in her]
        fra.sort(key=lambda t: t.status.kode == "historisk")
        return Utvalg((), [Treff(t, {"sted": Grunn("sammendrag", "", 1)}) for t in fra], (), sted[1] if sted else None)
    treff = k.tiltakssok.finn(
        emner, melding.tekst, lambda t: t.id not in umulige and (her is None or t.id in her or t.sted.landsdekkende)
    )
    alle = [t for t in treff if len(t.grunner) == len(emner)]
    en_av = not alle and len(emner) > 1 and bool(re.search(r"\beller\b", melding.tekst, re.I))
    fulle = treff if en_av else alle
    if her is None:
        return Utvalg(emner, fulle, _naere(treff, fulle), None, en_av)
    lokale = [t for t in fulle if t.tiltak.id in her]
    return Utvalg(emner, lokale, [] if lokale else fulle, sted[1] if sted else None, en_av)


def _naere(treff: list[Treff], fulle: list[Treff]) -> list[Treff]:
    """Those about some of it that are about as much as the best of them."""
    rest = [t for t in treff if t not in fulle]
    return [t for t in rest if len(t.grunner) == len(rest[0].grunner)]


def _fra_stedet(k: Kontekst, sted: tuple[str, str]) -> tuple[Any, ...]:
    slag, navn = sted
    if slag == "fylke":
        return tiltak_fra(k.motor, fylkesnummer=fylkesnummer(navn) or "-")
    return tiltak_fra(k.motor, kommune=navn)


def _med_situasjon(emne: Emne, k: Kontekst, gruppe: Profil, i_dag: date, samtale: Samtale) -> Emne:
    """The topic, with the measures that the situations of the recommendation have for the group it names."""
    om = {f: v for f, v in gruppe.items() if f in emne.faktum}
    naere = naerhet(k.tjeneste.situasjoner, utled(om, i_dag)) if om else {}
    if not naere:
        return emne

    def finn(t: Any) -> Grunn | None:
        egen = emne.finn(t)
        n = naere.get(t.id)
        if n is None:
            return egen
        if egen is not None:
            return replace(egen, vekt=egen.vekt + _SITUASJON)
        return Grunn("situasjon", velg(samtale.malform, n.grunn.tekst, n.grunn.tekst_nn), _SITUASJON)

    return replace(emne, finn=finn)
