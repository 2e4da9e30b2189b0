"""Sources as an answer shows them: which report, law or page, and where in it, with a link to the paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

_PARAGRAF = re.compile(r"§+\s*(\d+[A-Z]?(?:-\d+)?(?:\s?(?!i\s[a-zæøå])[a-zæøå](?![a-zæøå]))?)")
_KAPITTEL = re.compile(r"kap(?:ittel|\.)\s*(\d+\s?[A-Z]?)")

# What a reference without a place points to.
_HELE = {
    "lov": "hele loven",
    "forskrift": "hele forskriften",
    "rapport": "hele rapporten",
    "handbok": "hele håndboka",
    "presentasjon": "hele presentasjonen",
    "nettside": "nettsiden",
    "kildekode": "kildekoden",
}


class Kildeliste:
    """The source register, able to read a legal basis as it stands in the catalogue."""

    def __init__(self, kilder: Mapping[str, Any]) -> None:
        self._kilder = kilder
        navn = [(n.lower(), k.id) for k in kilder.values() for n in (*k.hjemmelnavn, k.lovdata_id or k.id)]
        self._navn = sorted(navn, key=lambda par: -len(par[0]))
        self._mellomlager: dict[str, tuple[str, ...]] = {}
        self._punkter: dict[str, dict[str, object]] = {}

    @property
    def ider(self) -> frozenset[str]:
        """The ids of the register."""
        return frozenset(self._kilder)

    def _punkt(self, kilde_id: str, sted: str | None) -> str:
        """The id of one place in one source, registered the first time it is used."""
        sted = (sted or "").strip(" ,.;") or None
        if sted is None and kilde_id in self._kilder:
            sted = _HELE[self._kilder[kilde_id].slag]
        nokkel = kilde_id if sted is None else f"{kilde_id}/{_slug(sted)}"
        if nokkel not in self._punkter:
            kilde = self._kilder[kilde_id]
            self._punkter[nokkel] = {
                "id": nokkel,
                "title": kilde.kortnavn if kilde.slag in ("lov", "forskrift") else kilde.tittel,
                "locator": sted,
                "year": kilde.ar,
                "status": "historical" if kilde.status == "historisk" else "current",
                "url": _lenke(kilde, sted),
            }
        return nokkel

    def hjemmel(self, tekst: str | None) -> tuple[str, ...]:
        """The source points of a legal basis such as «integreringsloven § 14 a tredje ledd; Nav-loven § 14 a».

        Parts that name no known law are left out: a wrong link is worse than none."""
        if not tekst:
            return ()
        ferdig = self._mellomlager.get(tekst)
        if ferdig is None:
            punkter = []
            for del_ in tekst.split(";"):
                rent = re.sub(r"^\s*(jf\.?|og|endret ved)\s+", "", del_.strip(), flags=re.I)
                for navn, kilde_id in self._navn:
                    if rent.lower().startswith(navn):
                        punkter.append(self._punkt(kilde_id, rent[len(navn) :]))
                        break
            ferdig = self._mellomlager[tekst] = tuple(dict.fromkeys(punkter))
        return ferdig

    def henvisninger(self, kilder: Iterable[Any]) -> tuple[str, ...]:
        """The source points of references with `id` and `sted`; unknown sources are left out."""
        return tuple(dict.fromkeys(self._punkt(k.id, k.sted) for k in kilder if k.id in self._kilder))

    def samlet(self, hjemler: Iterable[str | None], kilder: Iterable[Any]) -> tuple[str, ...]:
        """The source points of legal bases, then of references; a law already cited to its paragraph is not named
        again."""
        fra_hjemler = [p for h in hjemler for p in self.hjemmel(h)]
        nevnt = {p.split("/", 1)[0] for p in fra_hjemler}
        andre = [p for p in self.henvisninger(kilder) if p.split("/", 1)[0] not in nevnt]
        return tuple(dict.fromkeys([*fra_hjemler, *andre]))

    def som_json(self, punkter: Iterable[str]) -> list[dict[str, object]]:
        """The points as the API's sources, in the order given, without repeats."""
        return [self._punkter[p] for p in dict.fromkeys(punkter)]

    def kort(self, punkt: str) -> str:
        """A point as a short phrase in running text: «tiltaksforskriften § 3-5», «Proba 2026 kap. 4.1.1»."""
        kilde = self._kilder[punkt.split("/", 1)[0]]
        sted = self._punkter[punkt]["locator"]
        if kilde.slag == "kildekode" or sted == _HELE[kilde.slag]:
            return str(kilde.kortnavn)
        return f"{kilde.kortnavn} {sted}" if sted else str(kilde.kortnavn)

    def slag(self, punkt: str) -> str:
        """What kind of ground a point is: `lov` for an act or a regulation, `praksis` for anything else."""
        return "lov" if self._kilder[punkt.split("/", 1)[0]].slag in ("lov", "forskrift") else "praksis"

    def markdown(self, punkter: Iterable[str]) -> str:
        """A list of links, one per point."""
        linjer = []
        for p in dict.fromkeys(punkter):
            kilde, punkt = self._kilder[p.split("/", 1)[0]], self._punkter[p]
            navn = self.kort(p)
            merke = " (historisk)" if kilde.status == "historisk" else ""
            linjer.append(f"- [{navn}]({punkt['url']}){merke}" if punkt["url"] else f"- {navn}{merke}")
        return "\n".join(linjer)


def _slug(tekst: str) -> str:
    byttet = tekst.lower().replace("§", "").replace("æ", "ae").replace("ø", "o").replace("å", "a")
    return re.sub(r"[^a-z0-9]+", "-", byttet).strip("-")[:60]


def _lenke(kilde: Any, sted: str | None) -> str | None:
    url: str | None = kilde.url
    if url is None or kilde.slag not in ("lov", "forskrift") or not sted:
        return url
    treff = _PARAGRAF.search(sted)
    if treff:
        return f"{url}/§{treff.group(1).replace(' ', '')}"
    kapittel = _KAPITTEL.search(sted)
    return f"{url}/KAPITTEL_{kapittel.group(1).replace(' ', '')}" if kapittel else url
