"""The loaded catalogue, rules and sources as one object, and what the HTTP API and every answer build from it.

Made once per process from what the catalogue gives; immutable afterwards.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from bot.profil.faktum import Profil
from bot.profil.lesing import les_profil, til_json
from bot.profil.samtale import Malform
from bot.regler.anbefaling import Tiltaksopplysning
from bot.regler.forklaring import avgjorende, fra_nar, understatus
from bot.regler.situasjon import Situasjon
from bot.regler.utledning import Fakta, utled
from bot.regler.vilkar import Utfall
from bot.regler.vurdering import (
    Begrunnelse,
    Kildehenvisning,
    Regelsett,
    Tiltaksregler,
    Unntak,
    Vilkar,
    Vurdering,
    mangler,
)
from bot.svar.kilder import Kildeliste
from bot.svar.kravtekst import avgjor, krever
from bot.svar.malform import felt, liten, velg
from bot.svar.verdier import oppsummer

_ORDNING_FOR_TILTAK = {
    "introduksjonsprogrammet": "intro",
    "kvalifiseringsprogrammet": "kvp",
    "jobbsjansen": "jobbsjansen",
}
# Registering with Nav and having the need assessed open the door to the measures.
_GJORT_NAR = {"registrering-som-arbeidssoker": "arbeidssoker", "behovs-og-arbeidsevnevurdering": "innsatsgruppe"}


# What every programme holds (integreringsloven § 14 a first paragraph), decided by the Act and not by choice.
_I_PROGRAMMET = frozenset({"norskopplaering", "samfunnskunnskap", "livsmestringskurs", "foreldreveiledning"})


def tiltaksregler(tiltak: Any) -> Tiltaksregler:
    """A measure of the catalogue as the rules see it."""
    vilkar = tuple(
        Vilkar(
            v.id,
            v.tekst,
            v.slag,
            v.styrke,
            v.krav,
            v.hjemmel,
            tuple(Kildehenvisning(k.id, k.sted or "") for k in v.kilder),
            v.tekst_nn,
            v.gyldig_fra,
            v.gyldig_til,
            None if v.unntak is None else Unntak(v.unntak.tekst, v.unntak.krav, v.unntak.hjemmel, v.unntak.tekst_nn),
        )
        for v in tiltak.vilkar
    )
    return Tiltaksregler(tiltak.id, (*vilkar, *_uavklart(tiltak)), tiltak.gyldig.fra, tiltak.gyldig.til)


def _uavklart(tiltak: Any) -> tuple[Vilkar, ...]:
    """What a human must find out because the sources do not say: whether an example still exists, whether a local
    offer exists here, and what it asks for. Without these, silence in a report would read as a yes."""
    kilder = tuple(Kildehenvisning(k.id, k.sted or "") for k in tiltak.kilder)
    ut = []
    if tiltak.status.kode == "historisk":
        ut.append(
            (
                "finnes-det",
                "Tilbudet er i drift nå (eksemplet er fra fortiden)",
                "Tilbodet er i drift no (dømet er frå fortida)",
            )
        )
    elif not tiltak.sted.landsdekkende:
        ut.append(
            (
                "finnes-det-her",
                "Tilbudet er å få hos dere (kilden omtaler et annet sted)",
                "Tilbodet er å få hos dykk (kjelda omtaler ein annan stad)",
            )
        )
    if not any(v.styrke != "gjennomforing" for v in tiltak.vilkar):
        ut.append(
            (
                "vilkar-ikke-oppgitt",
                "Vilkårene er oppfylt (kildene oppgir ingen: spør den som har tilbudet)",
                "Vilkåra er oppfylte (kjeldene gir ingen: spør den som har tilbodet)",
            )
        )
    return tuple(Vilkar(i, nb, "praksis", "krav", None, None, kilder, nn) for i, nb, nn in ut)


def _opplysning(nummer: int, tiltak: Any, nasjonalt: bool) -> Tiltaksopplysning:
    return Tiltaksopplysning(
        tiltak.id,
        tiltak.eier.kategori,
        tiltak.type,
        frozenset(tiltak.nar.fase),
        nummer,
        _ORDNING_FOR_TILTAK.get(tiltak.id),
        nasjonalt,
        _GJORT_NAR.get(tiltak.id),
        tiltak.id in _I_PROGRAMMET,
    )


def _er_oppgitt(faktum: str, fakta: Fakta) -> bool:
    """Whether a fact is worth repeating: what was said, or what follows as one value."""
    verdier = fakta.verdier.get(faktum)
    return verdier is not None and (faktum not in fakta.utledet or len(verdier) == 1)


def _brutt(vilkar: Vilkar, tekst: str, malform: Malform) -> str:
    """A condition that is not met, as what it requires; an exception, as not applying."""
    if vilkar.id.endswith("-unntak"):
        return velg(malform, "Unntaket gjelder ikke: ", "Unntaket gjeld ikkje: ") + liten(tekst)
    return krever(tekst, vilkar.styrke, malform)


class Tjeneste:
    """Catalogue, rules and sources in memory, with the JSON of measures and reasons prepared as far as it can be."""

    def __init__(
        self,
        tiltak: Iterable[Any],
        regler: Iterable[Any],
        kilder: Mapping[str, Any],
        nasjonale: Collection[str] | None = None,
        situasjoner: Sequence[Situasjon] = (),
    ) -> None:
        """`nasjonale` are the ids of the national part; left out, every measure counts as national. `situasjoner` order
        recommendations."""
        self.tiltak: dict[str, Any] = {t.id: t for t in tiltak}
        self.regler: dict[str, Any] = {r.id: r for r in regler}
        self.kilder = Kildeliste(kilder)
        self.situasjoner = tuple(situasjoner)
        self.regelsett = Regelsett(tiltaksregler(t) for t in self.tiltak.values())
        ordnet = sorted(self.tiltak.values(), key=lambda t: (not t.sted.landsdekkende, t.domene_id or "Z"))
        self.opplysninger = {
            t.id: _opplysning(i, t, nasjonale is None or t.id in nasjonale) for i, t in enumerate(ordnet)
        }
        self.kontrollert: date = max(t.sist_kontrollert for t in self.tiltak.values())
        self._punkter_for: dict[int, tuple[str, ...]] = {}
        self._grunner: dict[tuple[str, str, int, str], dict[str, Any]] = {}

    def kildepunkter(self, begrunnelse: Begrunnelse) -> tuple[str, ...]:
        """The source points of a reason: the legal basis first, then the reports."""
        vilkar = begrunnelse.vilkar
        if vilkar.id.startswith("gyldig-"):  # made anew each time; the others once, at load, and kept by `regelsett`
            return self.kilder.samlet([vilkar.hjemmel], vilkar.kilder)
        punkter = self._punkter_for.get(id(vilkar))
        if punkter is None:
            punkter = self._punkter_for[id(vilkar)] = self.kilder.samlet([vilkar.hjemmel], vilkar.kilder)
        return punkter

    def grunn(self, tiltak_id: str, b: Begrunnelse, fakta: Fakta, malform: Malform = "nb") -> dict[str, Any]:
        """A reason as the API has it. An unmet one says what is required and what the participant has."""
        nokkel = (tiltak_id, b.vilkar.id, int(b.utfall), malform)
        ferdig = self._grunner.get(nokkel)
        if ferdig is None:
            punkter = self.kildepunkter(b)
            if not punkter:
                punkter = self.kilder.henvisninger(self.tiltak[tiltak_id].kilder)
            tekst = felt(b.vilkar, "tekst", malform)
            if b.utfall is Utfall.IKKE_OPPFYLT and b.vilkar.krav is not None:
                tekst = _brutt(b.vilkar, tekst, malform)
            ferdig = self._grunner[nokkel] = {
                "text": tekst,
                "status": b.utfall.status,
                "type": b.vilkar.slag,
                "source_ids": list(punkter),
            }
        if b.utfall is Utfall.IKKE_OPPFYLT and b.vilkar.krav is not None:
            har = [oppsummer({f: fakta.verdier[f]}, malform) for f in b.vilkar.krav.fakta() if _er_oppgitt(f, fakta)]
            if any(har):
                oppgitt = velg(malform, "oppgitt", "oppgitt")
                return {**ferdig, "text": f"{ferdig['text']}; {oppgitt}: {', '.join(h for h in har if h)}"}
        return ferdig

    def tiltak_json(
        self, v: Vurdering, fakta: Fakta, malform: Malform = "nb", profil: Profil | None = None
    ) -> dict[str, Any]:
        """An evaluated measure as the API has it, the decisive reasons first."""
        tiltak = self.tiltak[v.tiltak_id]
        forst = avgjorende(v, fakta)
        under = understatus(v, fakta)
        rekke = [*forst, *(b for b in v.begrunnelser if b not in forst)]
        grunner = [self.grunn(v.tiltak_id, b, fakta, malform) for b in rekke]
        return {
            "id": tiltak.id,
            "name": felt(tiltak, "navn", malform),
            "owner": felt(tiltak.eier, "tekst", malform),
            "verdict": v.verdikt,
            "reasons": grunner,
            "missing": mangler(v, fakta) if v.verdikt == "conditional" else [],
            "earliest_month": self._tidligst(v, fakta, under, profil),
            "substatus": under,
            "summary": self._avgjor(v, rekke[0], grunner[0]["text"], under, malform) if grunner else None,
        }

    @staticmethod
    def _avgjor(v: Vurdering, b: Begrunnelse, tekst: str, under: str | None, malform: Malform) -> str:
        return avgjor(tekst, b.utfall, under, malform) if v.verdikt == "conditional" else tekst

    def _tidligst(self, v: Vurdering, fakta: Fakta, under: str | None, profil: Profil | None) -> int | None:
        """The first programme month in which time alone makes an unsuitable measure possible."""
        maneder = fakta.verdier.get("programmaned")
        if under != "ikke_na" or profil is None or not maneder or len(maneder) != 1:
            return None
        om = fra_nar(self.regelsett, v.tiltak_id, profil, fakta.i_dag)
        return None if om is None or not isinstance(maneder[0], int) else maneder[0] + om

    def vurder_alle(self, profil: Mapping[str, object], as_of: date) -> dict[str, Any]:
        """The body of POST /api/v1/assess: every measure with verdict and reasons.

        Raises ProfilFeil naming the fact and what is allowed.
        """
        lest = les_profil(profil)
        fakta = utled(lest, as_of)
        tiltak = [self.tiltak_json(v, fakta, profil=lest) for v in self.regelsett.vurder_fakta(fakta)]
        punkter = [p for t in tiltak for g in t["reasons"] for p in g["source_ids"]]
        return {
            "as_of": as_of.isoformat(),
            "profile": til_json(lest),
            "measures": tiltak,
            "sources": self.kilder.som_json(punkter),
        }

    def tiltak_liste(
        self,
        *,
        eier: str | None = None,
        status: str | None = None,
        kommune: str | None = None,
        q: str | None = None,
    ) -> list[dict[str, Any]]:
        """Measures by filter: owner category, status, municipality (name or number) and words in name or synonyms."""
        ut = []
        sok = (q or "").casefold().strip()
        sted = (kommune or "").casefold().strip()
        for t in self.tiltak.values():
            navn = " ".join((t.navn, t.navn_nn or "", *t.synonymer)).casefold()
            if eier and t.eier.kategori != eier:
                continue
            if status and t.status.kode != status:
                continue
            if sok and sok not in navn:
                continue
            if sted and not (t.sted.landsdekkende or sted in t.sted.kommuner or sted in t.sted.tekst.casefold()):
                continue
            ut.append(self.kortform(t))
        return sorted(ut, key=lambda t: str(t["name"]))

    def kortform(self, tiltak: Any) -> dict[str, Any]:
        """A measure in a list."""
        return {
            "id": tiltak.id,
            "name": tiltak.navn,
            "owner": tiltak.eier.tekst,
            "status": tiltak.status.kode,
            "type": tiltak.type,
            "summary": tiltak.sammendrag,
            "place": tiltak.sted.tekst,
        }

    def tiltak_detaljer(self, tiltak_id: str) -> dict[str, Any] | None:
        """All the catalogue knows of one measure, with its sources; None when there is no such measure."""
        t = self.tiltak.get(tiltak_id)
        if t is None:
            return None
        punkter = list(self.kilder.henvisninger(t.kilder))
        for v in t.vilkar:
            punkter += [*self.kilder.hjemmel(v.hjemmel), *self.kilder.henvisninger(v.kilder)]
        return {**t.model_dump(mode="json"), **self.kortform(t), "sources": self.kilder.som_json(punkter)}
