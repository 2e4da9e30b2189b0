"""Questions answered by counting: how many examples in a place, which measures ask for no Norwegian, which courses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

_ANTALL = re.compile(
    r"\b(hvor mange|kor mange|antall|antal|tell opp|hvilke|kva for|kva|"
    r"hva slags|list( opp)?|vis alle|alle)\b(?! (er|betyr)\b)"
)
_TILTAK = re.compile(r"\b(tiltak\w*|kurs\w*|tilbud\w*|tilbod\w*)\b")
_EKSEMPLER = re.compile(
    r"\b(eksempl\w+|eksempel|døme\w*|lokale (tiltak|tilbud|tilbod)|tiltak|tilbud|tilbod|prosjekt(er|ar)?)\b"
)
_NORSK = re.compile(
    r"\b(ikke|ikkje|uten|utan|ingen)\b( \w+){0,3} (norsk\w*|språk(krav|nivå)\w*)\b|"
    r"\b(norsk|språk)(krav|nivå)\w*\b.{0,20}\b(ikke|ikkje)\b"
)
_KREVER = re.compile(r"\b(krev\w*|krav\w*|still\w*|forutset\w*|føreset\w*|trenger ikke|treng ikkje)\b")
_NIVAKRAV = re.compile(r"\bkrev\w*\b.{0,20}\b(a1|a2|b1|b2)\b")
_KURS = re.compile(r"\b(kurs\w*|løp|fagløp|tilbud|tilbod|opplæringstilbud)\b")
BRANSJER: dict[str, str] = {
    "helse og omsorg": r"helse(?!hus)\w*|omsorg\w*|sykehjem\w*|sjukeheim\w*|pleie\w*|pleiar\w*",
    "barn og oppvekst": r"barnehage\w*|oppvekst\w*|barne- og ungdomsarbeider\w*|bua|sfo",
    "renhold": r"renhold\w*|reinhald\w*|vask\w*|insta",
    "transport og lager": r"buss\w*|transport\w*|lastebil\w*|sjåfør\w*|truck\w*|logistikk\w*|lager\w*",
    "bygg og anlegg": r"bygg\w*|anlegg\w*|stillas\w*",
    "industri": r"industri\w*|næringsmiddel\w*|sveis\w*|teknisk\w*",
    "handel og service": r"handel\w*|butikk\w*|service|salg",
    "hotell og mat": r"hotell\w*|kantine\w*|kokk\w*|kjøkken\w*|restaurant\w*|servering",
}
# In what a measure says of itself, the bare word can mean something else ("migrasjon, helse og mangfold").
INNHOLD = {
    "helse og omsorg": r"helse(fag|arbeid|assistent|utdanning|kurs|personell)\w*|omsorgsfag\w*|sykehjem\w*|"
    r"pleie- og omsorg\w*"
}
_KURSNAVN = re.compile(
    r"kurs|løp|opplæring|utdanning|fagbrev|praksis|pai|kimu|prepp|fag|assistent|trening|kompetansebevis", re.I
)


@dataclass(frozen=True, slots=True)
class Telling:
    """An exact answer: the measures, what was counted (`slag`: sted, uten_norskkrav, nivakrav, bransje) and by what."""

    slag: str
    verdi: str
    tiltak: tuple[Any, ...]
    ukjent: int = 0


def er_telling(sporsmal: str) -> bool:
    """Whether the wording asks to have measures or examples counted or listed, whoever they are for."""
    liten = sporsmal.lower()
    if _NORSK.search(liten) and _KREVER.search(liten) and _TILTAK.search(liten):
        return True
    return bool(re.search(r"\b(hvor mange|kor mange)\b", liten) and re.search(r"\b(eksempl\w+|døme\w*)\b", liten))


def les_telling(
    sporsmal: str,
    tiltak: Iterable[Any],
    nasjonale: frozenset[str],
    sted: str | None,
    i_sted: Callable[[], Sequence[Any]],
) -> Telling | None:
    """What a question asks to have counted or listed, or None when it asks for something else.

    `sted` is the place it names, `i_sted` looks up what the catalogue has from there. `nasjonale` are the ids of the
    national measures.
    """
    liten = sporsmal.lower()
    if not _ANTALL.search(liten):
        return None
    alle = list(tiltak)
    if _NORSK.search(liten) and _TILTAK.search(liten):
        uten = tuple(t for t in alle if t.norsk.fasthet == "ingen" and t.id in nasjonale)
        return Telling("uten_norskkrav", "", uten, sum(t.norsk.fasthet == "ukjent" and t.id in nasjonale for t in alle))
    if (niva := _NIVAKRAV.search(liten)) and _TILTAK.search(liten):
        krav = niva[1].upper()
        return Telling("nivakrav", krav, tuple(t for t in alle if t.norsk.niva == krav and t.norsk.fasthet != "ingen"))
    bransje = next((b for b, m in BRANSJER.items() if re.search(rf"\b({m})\b", liten)), None)
    if bransje is not None and _KURS.search(liten):
        return Telling("bransje", bransje, _i_bransjen(alle if sted is None else i_sted(), bransje))
    if sted is not None and bransje is None and _EKSEMPLER.search(liten):
        return Telling("sted", sted, tuple(i_sted()))
    return None


def _i_bransjen(tiltak: Iterable[Any], bransje: str) -> tuple[Any, ...]:
    navn = re.compile(rf"\b({BRANSJER[bransje]})\b", re.I)
    innhold = re.compile(rf"\b({INNHOLD.get(bransje, BRANSJER[bransje])})\b", re.I)
    return tuple(
        t
        for t in tiltak
        if _KURSNAVN.search(t.navn)
        and (navn.search(f"{t.navn} {' '.join(t.synonymer)}") or innhold.search(f"{t.sammendrag} {t.malgruppe}"))
    )
