"""What a conversation table may expect of an answer, and the comparison. The tables are samtaler/*.yml."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.profil.fakta import FAKTA
from bot.svar.payload import MessageResponse

MAPPE = Path(__file__).parent / "samtaler"


@dataclass(frozen=True, slots=True)
class Tur:
    """One message and what its answer must hold; the keys of `venter` are those of SJEKKER."""

    si: str
    venter: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Samtaleprove:
    """One conversation of a table. `hvorfor` tells who reads a failure where the expectation is from."""

    fil: str
    navn: str
    hvorfor: str
    turer: tuple[Tur, ...]

    @property
    def id(self) -> str:
        return f"{self.fil}: {self.navn}"


class Tabellfeil(ValueError):
    """A table does not follow the form: an expectation nobody would have checked."""


@lru_cache(maxsize=1)
def les_tabeller() -> tuple[Samtaleprove, ...]:
    """All conversations. Raises Tabellfeil: unknown key, turn without expectations, name used twice."""
    ut: list[Samtaleprove] = []
    for fil in sorted(MAPPE.glob("*.yml")):
        for rad in yaml.load(fil.read_text(encoding="utf-8"), yaml.CSafeLoader):
            ut.append(_samtale(fil.stem, rad))
    navn = [s.id for s in ut]
    if doble := sorted({n for n in navn if navn.count(n) > 1}):
        raise Tabellfeil(f"samme navn to ganger: {', '.join(doble)}")
    return tuple(ut)


def _samtale(fil: str, rad: Mapping[str, Any]) -> Samtaleprove:
    if ukjent := set(rad) - {"navn", "hvorfor", "turer"}:
        raise Tabellfeil(f"{fil}: ukjente felt {sorted(ukjent)}")
    turer = []
    for tur in rad["turer"]:
        venter = {k: v for k, v in tur.items() if k != "si"}
        if not venter or set(venter) - set(SJEKKER):
            raise Tabellfeil(f"{fil}: {tur['si']!r} har {sorted(venter)}, lovlig er {sorted(SJEKKER)}")
        if ukjente := set(venter.get("profil", ())) - set(FAKTA):
            raise Tabellfeil(f"{fil}: {tur['si']!r} venter ukjente fakta {sorted(ukjente)}")
        turer.append(Tur(str(tur["si"]), venter))
    return Samtaleprove(fil, str(rad["navn"]), str(rad.get("hvorfor", "")), tuple(turer))


def flat(tekst: str) -> str:
    """Text for comparing: no markdown emphasis, one kind of space, lower case."""
    return re.sub(r"\s+", " ", re.sub(r"[*_`]", "", tekst)).casefold()


def avvik(tur: Tur, kropp: Mapping[str, Any], svar: Mapping[str, Any] | None = None) -> list[str]:
    """Everything in an answer that is not as the turn expects; empty when all is well.

    A remark about removed personal data may come first; the answer itself is the last reply, unless `svar` is given.
    """
    MessageResponse.model_validate(kropp)
    svar = svar or kropp["replies"][-1]
    funn = []
    for navn, ventet in tur.venter.items():
        funn += [f"{navn}: {f}" for f in SJEKKER[navn](ventet, svar, kropp)]
    return funn


def samlet(kropp: Mapping[str, Any]) -> dict[str, Any]:
    """All replies as one, for a message with several questions: the last one's payload with every text, measure and
    source, and `kinds` for the kind of each."""
    siste = kropp["replies"][-1]
    deler = kropp["replies"]
    return {
        **siste,
        "text": "\n\n".join(str(r["text"]).split("**Kilder**")[0] for r in deler),
        "payload": {
            **siste["payload"],
            "kinds": [r["payload"]["kind"] for r in deler],
            "measures": [m for r in deler for m in r["payload"]["measures"]],
            "sources": [k for r in deler for k in r["payload"]["sources"]],
        },
    }


def _tekst(reply: Mapping[str, Any]) -> str:
    """The text a person reads first: without the list of sources at its end."""
    return flat(str(reply["text"]).split("**Kilder**")[0])


def _liste(verdi: Any) -> list[Any]:
    return list(verdi) if isinstance(verdi, list) else [verdi]


def _kind(ventet: Any, reply: Mapping[str, Any], _kropp: Mapping[str, Any]) -> list[str]:
    har = reply["payload"].get("kinds", [reply["payload"]["kind"]])
    return [] if set(har) & set(_liste(ventet)) else [f"ventet {ventet}, fikk {', '.join(har)}"]


def _kinds(ventet: Any, _reply: Mapping[str, Any], kropp: Mapping[str, Any]) -> list[str]:
    alle = [r["payload"]["kind"] for r in kropp["replies"]]
    return [] if alle == ventet else [f"ventet {ventet}, fikk {alle}"]


def _profil(ventet: Any, reply: Mapping[str, Any], _kropp: Mapping[str, Any]) -> list[str]:
    profil = reply["payload"]["profile"]
    funn = []
    for navn, verdi in ventet.items():
        har = profil.get(navn)
        if verdi is None and har is not None:
            funn.append(f"{navn} skal ikke være kjent, er {har}")
        elif verdi is not None and json.loads(json.dumps(har)) != verdi:
            funn.append(f"{navn} skal være {verdi}, er {har}")
    return funn


def _tiltak(ventet: Any, reply: Mapping[str, Any], _kropp: Mapping[str, Any]) -> list[str]:
    verdikter = {m["id"]: m["verdict"] for m in reply["payload"]["measures"]}
    return [
        f"{navn} skal være {verdi}, er {verdikter.get(navn, 'ikke i svaret')}"
        for navn, verdi in ventet.items()
        if verdikter.get(navn) not in _liste(verdi)
    ]


def _ikke_tiltak(ventet: Any, reply: Mapping[str, Any], _kropp: Mapping[str, Any]) -> list[str]:
    har = {m["id"] for m in reply["payload"]["measures"]}
    return [f"{navn} skal ikke være i svaret" for navn in ventet if navn in har]


def _minst_tiltak(ventet: Any, reply: Mapping[str, Any], _kropp: Mapping[str, Any]) -> list[str]:
    med = [m for m in reply["payload"]["measures"] if m["reasons"]]
    return [] if len(med) >= ventet else [f"{len(med)} tiltak med begrunnelse, ventet minst {ventet}"]


def _grunn(ventet: Any, reply: Mapping[str, Any], _kropp: Mapping[str, Any]) -> list[str]:
    """A reason of a measure: {id: {tekst, status, type}}; a plain string is its text."""
    funn = []
    tiltak = {m["id"]: m for m in reply["payload"]["measures"]}
    for navn, krav in ventet.items():
        krav = krav if isinstance(krav, dict) else {"tekst": krav}
        grunner = tiltak.get(navn, {}).get("reasons", [])
        if not any(
            flat(str(krav.get("tekst", ""))) in flat(g["text"])
            and g["status"] == krav.get("status", g["status"])
            and g["type"] == krav.get("type", g["type"])
            for g in grunner
        ):
            vist = "; ".join(f"{g['text']} [{g['type']}, {g['status']}]" for g in grunner[:6])
            funn.append(f"{navn} mangler grunnen {krav}; har: {vist or 'ingen'}")
    return funn


def _avgjor(ventet: Any, reply: Mapping[str, Any], _kropp: Mapping[str, Any]) -> list[str]:
    """The decisive reason must be the measure's first or second."""
    tiltak = {m["id"]: m for m in reply["payload"]["measures"]}
    funn = []
    for navn, tekst in ventet.items():
        forste = [g["text"] for g in tiltak.get(navn, {}).get("reasons", [])[:2]]
        if not any(flat(t) in flat(g) for t in _liste(tekst) for g in forste):
            funn.append(f"{navn}: «{tekst}» skal stå først, der står {forste}")
    return funn


def _tidligst(ventet: Any, reply: Mapping[str, Any], _kropp: Mapping[str, Any]) -> list[str]:
    tiltak = {m["id"]: m.get("earliest_month") for m in reply["payload"]["measures"]}
    return [
        f"{navn}: tidligst måned {v}, fikk {tiltak.get(navn)}" for navn, v in ventet.items() if tiltak.get(navn) != v
    ]


def _inneholder(ventet: Any, reply: Mapping[str, Any], _kropp: Mapping[str, Any]) -> list[str]:
    """Each entry must be in the text; an entry that is a list needs one of its phrases."""
    tekst = _tekst(reply)
    return [f"mangler {krav!r}" for krav in ventet if not any(flat(str(f)) in tekst for f in _liste(krav))]


def _inneholder_ikke(ventet: Any, reply: Mapping[str, Any], _kropp: Mapping[str, Any]) -> list[str]:
    tekst = _tekst(reply)
    return [f"skal ikke ha {frase!r}" for frase in ventet if flat(str(frase)) in tekst]


def _forst(ventet: Any, reply: Mapping[str, Any], _kropp: Mapping[str, Any]) -> list[str]:
    """The conclusion comes first: one of the phrases within the first 400 characters."""
    start = _tekst(reply)[:400]
    return [] if any(flat(str(f)) in start for f in _liste(ventet)) else [f"ventet {ventet} i: {start}"]


def _kilder(ventet: Any, reply: Mapping[str, Any], _kropp: Mapping[str, Any]) -> list[str]:
    """Each entry is a part of some source's title and place; an entry that is a list needs one of them."""
    har = [flat(f"{k['title']} {k.get('locator') or ''}") for k in reply["payload"]["sources"]]
    return [
        f"mangler {krav!r} blant {har[:12]}"
        for krav in ventet
        if not any(_kildetreff(flat(str(k)), kilde) for k in _liste(krav) for kilde in har)
    ]


def _kildetreff(krav: str, kilde: str) -> bool:
    # "§ 9-4" is not "§ 9-45", but "§ 9-4 annet ledd" is in it.
    return bool(re.search(re.escape(krav).replace(r"§\ ", r"(§|§§.*?)\ ") + r"(?![\w-])", kilde))


def _mangler(ventet: Any, reply: Mapping[str, Any], _kropp: Mapping[str, Any]) -> list[str]:
    tiltak = {m["id"]: m["missing"] for m in reply["payload"]["measures"]}
    return [
        f"{navn} skal mangle {faktum}, mangler {tiltak.get(navn)}"
        for navn, fakta in ventet.items()
        for faktum in _liste(fakta)
        if faktum not in (tiltak.get(navn) or ())
    ]


def _neste(ventet: Any, reply: Mapping[str, Any], _kropp: Mapping[str, Any]) -> list[str]:
    neste = (reply["payload"].get("next_question") or {}).get("fact")
    if ventet is True:
        return [] if neste else ["ventet et neste spørsmål"]
    return [] if neste in _liste(ventet) else [f"ventet {ventet}, fikk {neste}"]


def _ikke_neste(ventet: Any, reply: Mapping[str, Any], _kropp: Mapping[str, Any]) -> list[str]:
    neste = (reply["payload"].get("next_question") or {}).get("fact")
    return [f"skal ikke spørre om {neste}"] if neste in _liste(ventet) else []


def _sammenlignes(ventet: Any, reply: Mapping[str, Any], _kropp: Mapping[str, Any]) -> list[str]:
    har = [m["id"] for m in reply["payload"]["measures"]]
    return [] if sorted(har) == sorted(ventet) else [f"ventet {ventet}, fikk {har}"]


def _sprak(ventet: Any, reply: Mapping[str, Any], _kropp: Mapping[str, Any]) -> list[str]:
    har = reply["payload"].get("language")
    return [] if har == ventet else [f"ventet {ventet}, fikk {har}"]


def _valg(ventet: Any, reply: Mapping[str, Any], _kropp: Mapping[str, Any]) -> list[str]:
    titler = [flat(v["title"]) for v in reply["choices"]]
    if ventet is True:
        return [] if titler else ["ventet valg"]
    return [f"mangler valget {v!r} i {titler}" for v in ventet if not any(flat(v) in t for t in titler)]


def _personvern(ventet: Any, _reply: Mapping[str, Any], kropp: Mapping[str, Any]) -> list[str]:
    """True: something was removed and the user is told; False: nothing was."""
    fjernet = any(r["payload"]["kind"] == "privacy" for r in kropp["replies"])
    return [] if fjernet == ventet else [f"skal {'' if ventet else 'ikke '}ta bort noe"]


SJEKKER = {
    "personvern": _personvern,
    "kind": _kind,
    "kinds": _kinds,
    "profil": _profil,
    "tiltak": _tiltak,
    "ikke_tiltak": _ikke_tiltak,
    "minst_tiltak": _minst_tiltak,
    "grunn": _grunn,
    "avgjor": _avgjor,
    "tidligst": _tidligst,
    "skal_inneholde": _inneholder,
    "skal_ikke_inneholde": _inneholder_ikke,
    "forst": _forst,
    "kilder": _kilder,
    "mangler": _mangler,
    "neste_sporsmal": _neste,
    "ikke_neste_sporsmal": _ikke_neste,
    "sammenlignes": _sammenlignes,
    "sprak": _sprak,
    "valg": _valg,
}
"""Expectation by name: (what the table says, the last reply, the whole answer) -> what is wrong."""


def gjengi(sagt: Sequence[tuple[str, Mapping[str, Any]]]) -> str:
    """The conversation as a person would read it, for a failing test."""
    deler = []
    for si, kropp in sagt:
        deler.append(f"DU: {si}")
        for r in kropp["replies"]:
            p = r["payload"]
            neste = (p.get("next_question") or {}).get("fact")
            deler.append(f"LOS [{p['kind']}, profil {p['profile']}, spør om {neste}]: {r['text'][:1500]}")
            if p["measures"]:
                deler.append("    " + ", ".join(f"{m['id']}={m['verdict']}" for m in p["measures"][:40]))
    return "\n".join(deler)
