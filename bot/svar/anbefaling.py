"""The recommendation: what fits, what may fit and on what, what does not and why, and the one question to ask."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

from bot.profil.faktum import Profil
from bot.profil.samtale import Malform
from bot.regler.anbefaling import Anbefaling, Plassert
from bot.regler.forklaring import avgjorende
from bot.regler.utledning import Fakta
from bot.regler.vilkar import Utfall
from bot.svar.begrunnelse import grunn_med_sted, slagord
from bot.svar.gruppe import gruppe, innledning
from bot.svar.malform import felt, liste, stor, velg
from bot.svar.programsvar import arbeidsretting_avsnitt
from bot.svar.svar import Svarbygger
from bot.svar.tjeneste import Tjeneste
from bot.svar.verdier import oppsummer

# What the fifteen hours a week turn on (integreringsloven § 14 a third paragraph).
_OM_FEMTEN_TIMER = ("utdanning", "sluttmal", "programmaned")
_A2_I_PRAKSIS = SimpleNamespace(id="proba-2026", sted="kap. 5.1.4")


def _husk(bygger: Svarbygger, anbefaling: Anbefaling, eier: str | None, malform: Malform) -> list[str]:
    """Short reminders that follow from the facts, each with its source."""
    fakta = anbefaling.fakta.verdier
    ordninger = fakta.get("ordninger", ())
    i_intro = len(ordninger) == 1 and isinstance(ordninger[0], frozenset) and "intro" in ordninger[0]
    ut = []
    if "norskniva" in fakta and eier in (None, "nav"):
        bygger.kilde(bygger.tjeneste.kilder.henvisninger([_A2_I_PRAKSIS]))
        ut.append(
            velg(
                malform,
                "Forskriften har ingen norskgrense. «A2» er praksis hos Nav og arrangørene "
                "(praksis, Proba 2026-09 kap. 5.1.4).",
                "Forskrifta har inga norskgrense. «A2» er praksis hos Nav og arrangørane "
                "(praksis, Proba 2026-09 kap. 5.1.4).",
            )
        )
    if i_intro and eier in (None, "nav"):
        bygger.kilde_hjemmel("arbeidsmarkedsloven § 10; tiltakspengeforskriften § 7 tredje ledd")
        ut.append(
            velg(
                malform,
                "Deltakeren kan registrere seg som arbeidssøker (lov, arbeidsmarkedsloven § 10), beholder "
                "introduksjonsstønaden og får ikke tiltakspenger (lov, tiltakspengeforskriften § 7 tredje ledd).",
                "Deltakaren kan registrere seg som arbeidssøkjar (lov, arbeidsmarkedsloven § 10), beheld "
                "introduksjonsstønaden og får ikkje tiltakspengar (lov, tiltakspengeforskriften § 7 tredje ledd).",
            )
        )
    return ut


def _bare_skjonn(p: Plassert, fakta: Fakta) -> bool:
    """Whether something was checked, nothing of it speaks against, and only a judgement or a decision is left."""
    if p.understatus not in ("skjonn", "avgjorelse"):
        return False
    brutt = any(b.utfall is Utfall.IKKE_OPPFYLT for b in avgjorende(p.vurdering, fakta))
    return not brutt and bool(p.vurdering.med(Utfall.OPPFYLT, "krav"))


def _delt(a: Anbefaling) -> tuple[list[Plassert], list[Plassert]]:
    """The maybes: those where only a human's judgement or decision is left, and the others."""
    skjonn = [p for p in a.kan_passe if _bare_skjonn(p, a.fakta)]
    return skjonn, [p for p in a.kan_passe if p not in skjonn]


def _hvorfor(bygger: Svarbygger, p: Plassert, fakta: Fakta, malform: Malform) -> str:
    """Why a measure is among the first: the situation that speaks for it, then what it hangs on most."""
    tjeneste, deler = bygger.tjeneste, []
    if p.naerhet is not None:
        grunn = p.naerhet.grunn
        punkter = tjeneste.kilder.henvisninger(grunn.kilder)
        bygger.kilde(punkter)
        sted = f"({slagord(grunn.slag, malform)}, {tjeneste.kilder.kort(punkter[0])})"
        deler.append(f"{velg(malform, grunn.tekst, grunn.tekst_nn)} {sted}")
    if p.vurdering.verdikt == "conditional" and (forst := avgjorende(p.vurdering, fakta, 1)):
        tekst = grunn_med_sted(tjeneste, p.vurdering.tiltak_id, forst[0], fakta, malform)
        deler.append(f"{innledning(p, forst, malform)} {tekst}")
    return f" – {'. '.join(stor(d) if i else d for i, d in enumerate(deler))}" if deler else ""


def _se_forst(bygger: Svarbygger, a: Anbefaling, malform: Malform) -> str:
    """The few to think of first, each with why."""
    if not a.mest_aktuelle:
        return ""
    navn = [felt(bygger.tjeneste.tiltak[p.vurdering.tiltak_id], "navn", malform) for p in a.mest_aktuelle]
    hode = velg(malform, f"**Se først på {liste(navn, malform)}.**", f"**Sjå først på {liste(navn, malform)}.**")
    linjer = [
        f"{nr}. **{n}**{_hvorfor(bygger, p, a.fakta, malform)}."
        for nr, (n, p) in enumerate(zip(navn, a.mest_aktuelle, strict=True), 1)
    ]
    return "\n".join([hode, *linjer])


def _konklusjon(a: Anbefaling, malform: Malform, hva: str) -> str:
    skjonn, venter = _delt(a)
    # first steps are counted where they stand, as the cards of the web page count them
    forst = [p for p in a.forst if p.vurdering.verdikt == "suitable"]
    grupper = (
        ([*forst, *a.passer], ("passer", "passar")),
        (
            [*(p for p in a.forst if p not in forst), *skjonn],
            ("passer hvis du vurderer det slik", "passar om du vurderer det slik"),
        ),
        (venter, ("kan passe", "kan passe")),
        (a.ikke_na, ("passer ikke nå", "passar ikkje no")),
        (a.aldri, ("passer ikke", "passar ikkje")),
    )
    deler = [f"{len(g)} {velg(malform, *ord_)}" for g, ord_ in grupper if g]
    if not deler:
        return velg(malform, f"**Jeg finner ingen {hva}.**", f"**Eg finn ingen {hva}.**")
    return f"**{hva}: {liste(deler, malform)}.**"


def _lokale(lokale: Sequence[Any], sted: str, malform: Malform) -> str:
    """What the sources tell of one place, history marked as such and told last."""
    lokale = sorted(lokale, key=lambda t: t.status.kode == "historisk")
    if not lokale:
        return velg(
            malform,
            f"**{sted}:** Kildene mine har ingen lokale tiltak herfra. Spør flyktningtjenesten og Nav-kontoret.",
            f"**{sted}:** Kjeldene mine har ingen lokale tiltak herifrå. Spør flyktningtenesta og Nav-kontoret.",
        )
    if all(t.status.kode == "historisk" for t in lokale):
        hode = velg(
            malform,
            f"**Historiske eksempler fra {sted}** (avklar om de finnes nå)",
            f"**Historiske døme frå {sted}** (avklar om dei finst no)",
        )
    else:
        hode = velg(
            malform,
            f"**Lokale eksempler fra {sted}** (avklar om de finnes nå)",
            f"**Lokale døme frå {sted}** (avklar om dei finst no)",
        )
    linjer = [f"- **{felt(t, 'navn', malform)}** ({felt(t.status, 'tekst', malform)})" for t in lokale[:8]]
    rest = [f"- … {velg(malform, 'og', 'og')} {len(lokale) - 8} til"] if len(lokale) > 8 else []
    return "\n".join([hode, *linjer, *rest])


def anbefalingssvar(
    tjeneste: Tjeneste,
    a: Anbefaling,
    profil: Profil,
    malform: Malform,
    *,
    eier: str | None,
    hva: str,
    tenkt: bool,
    lokale: Sequence[Any] = (),
    sted: str | None = None,
    svart: str | None = None,
) -> dict[str, Any]:
    """The reply for a recommendation. `hva` names what was asked for ("Nav-tiltak"), `eier` limits it to an owner;
    `lokale` are measures and examples of the place `sted`. `svart` is the fact the adviser
    has just told when asked: only what comes first is told again, with how to get the rest."""
    bygger = Svarbygger(tjeneste, malform)
    om = oppsummer(profil, malform)
    if tenkt:
        bygger.avsnitt(velg(malform, f"*Tenkt tilfelle: {om}*", f"*Tenkt tilfelle: {om}*"))
    elif om:
        bygger.avsnitt(velg(malform, f"*Jeg regner med: {om}*", f"*Eg reknar med: {om}*"))
    bygger.avsnitt(_se_forst(bygger, a, malform))
    bygger.avsnitt(_konklusjon(a, malform, hva))
    femten_timer = a.arbeidsretting is not None and a.arbeidsretting.per_utdanning
    if a.arbeidsretting is not None and femten_timer and svart in (None, *_OM_FEMTEN_TIMER):
        arbeidsretting_avsnitt(bygger, a.arbeidsretting, a.fakta, malform)
    if svart is not None:
        hele = velg(malform, "Hvilke tiltak passer?", "Kva tiltak passar?")
        bygger.avsnitt(velg(malform, f"Hele lista får du med «{hele}»", f"Heile lista får du med «{hele}»"))
        bygger.tiltak([tjeneste.tiltak_json(p.vurdering, a.fakta, malform, profil) for p in a.alle], vis_kilder=0)
        bygger.neste_sporsmal(a.neste)
        bygger.valg(velg(malform, "Hele lista", "Heile lista"), hele)
        return bygger.ferdig("recommendation", profil, a.fakta.i_dag)
    skjonn, venter = _delt(a)
    gruppe(bygger, "forst", a.forst, 2, a.fakta, malform)
    gruppe(bygger, "passer", a.passer, 4, a.fakta, malform)
    gruppe(bygger, "skjonn", skjonn, 3, a.fakta, malform)
    gruppe(bygger, "venter", venter, 5, a.fakta, malform)
    gruppe(bygger, "ikke_na", a.ikke_na, 2, a.fakta, malform)
    gruppe(bygger, "aldri", a.aldri, 2, a.fakta, malform)
    if sted is not None:
        bygger.avsnitt(_lokale(lokale, sted, malform))
        for t in lokale[:8]:
            bygger.kilde(tjeneste.kilder.henvisninger(t.kilder)[:1])
    husk = _husk(bygger, a, eier, malform)
    if husk:
        bygger.avsnitt("\n".join([f"**{velg(malform, 'Husk', 'Hugs')}**", *(f"- {h}" for h in husk)]))
    bygger.tiltak(
        [tjeneste.tiltak_json(p.vurdering, a.fakta, malform, profil) for p in a.alle],
        vis_kilder=11,
    )
    bygger.neste_sporsmal(a.neste)
    return bygger.ferdig("recommendation", profil, a.fakta.i_dag)
