"""What the Act asks of the introduction programme, in words: the fifteen hours of § 14 a."""

from __future__ import annotations

from bot.profil.samtale import Malform
from bot.regler.program import Arbeidsretting
from bot.regler.utledning import Fakta
from bot.svar.malform import tall, velg
from bot.svar.svar import Svarbygger

_HJEMMEL = "integreringsloven § 14 a tredje ledd"
_KILDE = f"(lov, {_HJEMMEL})"
_SOM_TELLER = "integreringsloven § 14 a fjerde ledd"


def _utdanning(navn: str, malform: Malform) -> str:
    if navn == "med_videregaende":
        return velg(malform, "med videregående eller høyere", "med vidaregåande eller høgare")
    return velg(malform, "uten fullført videregående", "utan fullført vidaregåande")


def arbeidsretting_avsnitt(bygger: Svarbygger, krav: Arbeidsretting, fakta: Fakta, malform: Malform) -> None:
    """What integreringsloven § 14 a asks of the programme now, told for every education still possible."""
    bygger.avsnitt(_tekst(krav, fakta, malform))
    bygger.kilde_hjemmel(f"{_HJEMMEL}; {_SOM_TELLER}" if _gjelder_noen(krav) else _HJEMMEL)


def arbeidsretting_faller_bort(bygger: Svarbygger, krav: Arbeidsretting, malform: Malform) -> None:
    """That `krav`, which held before, does not hold outside the introduction programme."""
    timer = tall(krav.timer_uke or 0)
    bygger.avsnitt(
        velg(
            malform,
            f"Kravet om {timer} timer arbeidsrettet innhold gjelder bare i introduksjonsprogrammet, og faller da bort "
            f"{_KILDE}.",
            f"Kravet om {timer} timar arbeidsretta innhald gjeld berre i introduksjonsprogrammet, og fell då bort "
            f"{_KILDE}.",
        )
    )
    bygger.kilde_hjemmel(_HJEMMEL)


def _gjelder_noen(krav: Arbeidsretting) -> bool:
    return any(status == "gjelder" for status, _ in krav.per_utdanning.values())


def _tekst(krav: Arbeidsretting, fakta: Fakta, malform: Malform) -> str:
    timer = tall(krav.timer_uke or 0)
    maned = fakta.verdier.get("programmaned", (None,))[0]
    statuser = {status for status, _ in krav.per_utdanning.values()}
    deler = [
        f"{_utdanning(u, malform)}: {velg(malform, 'fra måned', 'frå månad')} {fra}"
        + (f" ({_na(status, malform)})" if maned and len(statuser) > 1 else "")
        for u, (status, fra) in krav.per_utdanning.items()
    ]
    grense = "; ".join(deler)
    if statuser == {"gjelder"}:
        hode = velg(
            malform,
            f"**Måned {maned}: programmet skal nå ha minst {timer} timer arbeidsrettet innhold i uka i snitt** "
            f"{_KILDE}.",
            f"**Månad {maned}: programmet skal no ha minst {timer} timar arbeidsretta innhald i veka i snitt** "
            f"{_KILDE}.",
        )
        grunn = velg(malform, f"Kravet gjelder {grense}.", f"Kravet gjeld {grense}.")
    elif statuser == {"ikke_enna"}:
        hode = velg(
            malform,
            f"**Kravet om {timer} timer arbeidsrettet innhold i uka i snitt gjelder ikke ennå** {_KILDE}.",
            f"**Kravet om {timer} timar arbeidsretta innhald i veka i snitt gjeld ikkje enno** {_KILDE}.",
        )
        grunn = velg(malform, f"Det gjelder {grense}.", f"Det gjeld {grense}.")
    else:
        hode = velg(
            malform,
            f"**{timer} timer arbeidsrettet innhold i uka i snitt: det kommer an på utdanningen** {_KILDE}.",
            f"**{timer} timar arbeidsretta innhald i veka i snitt: det kjem an på utdanninga** {_KILDE}.",
        )
        grunn = velg(malform, f"Kravet gjelder {grense}.", f"Kravet gjeld {grense}.")
    bare = velg(
        malform,
        "Det gjelder bare program som skal kvalifisere for arbeid.",
        "Det gjeld berre program som skal kvalifisere for arbeid.",
    )
    teller = velg(
        malform,
        "Praksis, deltidsjobb, korte bransjekurs og Nav-tiltak teller med (§ 14 a fjerde ledd).",
        "Praksis, deltidsjobb, korte bransjekurs og Nav-tiltak tel med (§ 14 a fjerde ledd).",
    )
    return " ".join((hode, grunn, bare, teller) if _gjelder_noen(krav) else (hode, grunn, bare))


def _na(status: str, malform: Malform) -> str:
    if status == "gjelder":
        return velg(malform, "altså nå", "altså no")
    return velg(malform, "ikke ennå", "ikkje enno")
