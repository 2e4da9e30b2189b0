"""The short replies of a conversation: greeting, help, thanks, limits, what is known, forgetting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.profil.faktum import Profil
from bot.profil.samtale import Malform
from bot.svar.malform import felt, velg
from bot.svar.svar import Svarbygger
from bot.svar.tjeneste import Tjeneste
from bot.svar.verdier import oppsummer

_EKSEMPLER = (
    (
        "Hvilke Nav-tiltak passer for en deltaker på A2 i måned 4?",
        "Kva Nav-tiltak passar for ein deltakar på A2 i månad 4?",
    ),
    (
        "Hva er forskjellen på midlertidig lønnstilskudd og mentortilskudd?",
        "Kva er skilnaden på midlertidig lønstilskot og mentortilskot?",
    ),
    ("Hvor lenge kan en uten videregående gå i intro?", "Kor lenge kan ein utan vidaregåande gå i intro?"),
    ("Kan en mann på 36 være med i Jobbsjansen?", "Kan ein mann på 36 vere med i Jobbsjansen?"),
)


def med_eksempler(bygger: Svarbygger, malform: Malform) -> None:
    """Offer the questions everybody may start with."""
    for nb, nn in _EKSEMPLER:
        tekst = velg(malform, nb, nn)
        bygger.valg(tekst, tekst)


def hilsen(tjeneste: Tjeneste, profil: Profil, i_dag: date, malform: Malform) -> dict[str, Any]:
    """A greeting that says what the assistant does."""
    bygger = Svarbygger(tjeneste, malform)
    bygger.avsnitt(
        velg(
            malform,
            "Hei! Jeg hjelper deg med å finne tiltak for en deltaker og svarer på hva reglene sier, med kilder. "
            "Fortell litt om deltakeren, eller spør om en regel. Ikke skriv navn eller fødselsnummer.",
            "Hei! Eg hjelper deg med å finne tiltak for ein deltakar og svarar på kva reglane seier, med kjelder. "
            "Fortel litt om deltakaren, eller spør om ein regel. Ikkje skriv namn eller fødselsnummer.",
        )
    )
    med_eksempler(bygger, malform)
    return bygger.ferdig("smalltalk", profil, i_dag)


def hjelp(tjeneste: Tjeneste, profil: Profil, i_dag: date, malform: Malform) -> dict[str, Any]:
    """What the assistant can do, by example."""
    bygger = Svarbygger(tjeneste, malform)
    antall, regler = len(tjeneste.tiltak), len(tjeneste.regler)
    bygger.avsnitt(
        velg(
            malform,
            f"**Jeg kan {antall} tiltak og {regler} regler, og sier alltid hvor jeg har det fra.**",
            f"**Eg kan {antall} tiltak og {regler} reglar, og seier alltid kvar eg har det frå.**",
        )
    )
    punkter = (
        (
            "**Foreslå tiltak:** fortell om norsknivå, måned, alder, utdanning og ordning.",
            "**Foreslå tiltak:** fortel om norsknivå, månad, alder, utdanning og ordning.",
        ),
        (
            "**Vurdere ett tiltak:** «Passer AFT?», «Hvorfor ikke KVP?»",
            "**Vurdere eitt tiltak:** «Passar AFT?», «Kvifor ikkje KVP?»",
        ),
        (
            "**Prøve et tenkt tilfelle:** «Hva om hun hadde B1?»",
            "**Prøve eit tenkt tilfelle:** «Kva om ho hadde B1?»",
        ),
        (
            "**Forklare og sammenligne:** «Hva er mentortilskudd?», «FOV eller VOV?»",
            "**Forklare og samanlikne:** «Kva er mentortilskot?», «FOV eller VOV?»",
        ),
        (
            "**Slå opp regler og tall:** «Hvor lenge varer retten til norsk?»",
            "**Slå opp reglar og tal:** «Kor lenge varer retten til norsk?»",
        ),
        (
            "**Lære deg opp:** «Start kurset», «Quiz meg om KVP», «Hvordan ligger jeg an?»",
            "**Lære deg opp:** «Start kurset», «Quiz meg om KVP», «Korleis ligg eg an?»",
        ),
        (
            "**Holde styr på deltakeren:** «Hva vet du nå?», «Ny deltaker».",
            "**Halde styr på deltakaren:** «Kva veit du no?», «Ny deltakar».",
        ),
    )
    bygger.avsnitt("\n".join(f"- {velg(malform, *p)}" for p in punkter))
    bygger.avsnitt(
        velg(
            malform,
            "Jeg fatter ikke vedtak. Kontroller mot Lovdata før du bruker svaret i en sak.",
            "Eg gjer ikkje vedtak. Kontroller mot Lovdata før du bruker svaret i ei sak.",
        )
    )
    med_eksempler(bygger, malform)
    return bygger.ferdig("smalltalk", profil, i_dag)


def takk(tjeneste: Tjeneste, profil: Profil, i_dag: date, malform: Malform) -> dict[str, Any]:
    """Thanks received."""
    bygger = Svarbygger(tjeneste, malform)
    bygger.avsnitt(velg(malform, "Bare hyggelig. Spør gjerne om mer.", "Berre hyggeleg. Spør gjerne om meir."))
    return bygger.ferdig("smalltalk", profil, i_dag)


def ingenting_spurt(tjeneste: Tjeneste, profil: Profil, i_dag: date, malform: Malform) -> dict[str, Any]:
    """A yes or a no to nothing."""
    bygger = Svarbygger(tjeneste, malform)
    bygger.avsnitt(
        velg(
            malform,
            "**Jeg venter ikke på noe svar.** Spør om et tiltak eller en regel, eller fortell mer om deltakeren.",
            "**Eg ventar ikkje på noko svar.** Spør om eit tiltak eller ein regel, eller fortel meir om deltakaren.",
        )
    )
    return bygger.ferdig("smalltalk", profil, i_dag)


def utenfor(tjeneste: Tjeneste, profil: Profil, i_dag: date, malform: Malform) -> dict[str, Any]:
    """Outside what the assistant is for: say so briefly, and what it can do."""
    bygger = Svarbygger(tjeneste, malform)
    bygger.avsnitt(
        velg(
            malform,
            "**Det kan jeg ikke hjelpe med.** Jeg kan tiltak og regler for innvandrere i introduksjonsprogram, KVP, "
            "Jobbsjansen og hos Nav. Prøv for eksempel:",
            "**Det kan eg ikkje hjelpe med.** Eg kan tiltak og reglar for innvandrarar i introduksjonsprogram, KVP, "
            "Jobbsjansen og hos Nav. Prøv til dømes:",
        )
    )
    med_eksempler(bygger, malform)
    return bygger.ferdig("out_of_scope", profil, i_dag)


def vis_profil(
    tjeneste: Tjeneste,
    profil: Profil,
    i_dag: date,
    malform: Malform,
    hvem: str | None = None,
    andre: Sequence[str] = (),
    neste: str | None = None,
) -> dict[str, Any]:
    """What is known of the one spoken of (`hvem`, else the participant), and a line for each of the others; `neste` is
    the fact that would settle most, when that was asked for."""
    hvem = hvem or velg(malform, "deltakeren", "deltakaren")
    bygger = Svarbygger(tjeneste, malform)
    om = oppsummer(profil, malform)
    if om:
        bygger.avsnitt(velg(malform, f"**Dette vet jeg om {hvem}:**", f"**Dette veit eg om {hvem}:**"))
        bygger.avsnitt("\n".join(f"- {del_}" for del_ in om.split(" · ")))
        bygger.avsnitt(
            velg(
                malform,
                "Noe galt? Skriv det som er riktig, eller «glem alderen».",
                "Noko gale? Skriv det som er rett, eller «gløym alderen».",
            )
        )
        bygger.valg(velg(malform, "Ny deltaker", "Ny deltakar"), velg(malform, "Ny deltaker", "Ny deltakar"))
        hvilke = velg(malform, "Hvilke tiltak passer?", "Kva tiltak passar?")
        bygger.valg(hvilke, hvilke)
    else:
        bygger.avsnitt(
            velg(
                malform,
                f"**Jeg vet ingenting om {hvem} ennå.** Fortell for eksempel om norsknivå, alder og utdanning.",
                f"**Eg veit ingenting om {hvem} enno.** Fortel til dømes om norsknivå, alder og utdanning.",
            )
        )
    if andre:
        hode = velg(malform, "Andre i samtalen", "Andre i samtalen")
        bygger.avsnitt("\n".join([f"**{hode}**", *(f"- {linje}" for linje in andre)]))
    bygger.neste_sporsmal(neste)
    return bygger.ferdig("smalltalk", profil, i_dag)


def glemt(tjeneste: Tjeneste, i_dag: date, malform: Malform) -> dict[str, Any]:
    """Everything about the participant is forgotten."""
    bygger = Svarbygger(tjeneste, malform)
    bygger.avsnitt(
        velg(
            malform,
            "**Alt om deltakeren er glemt.** Fortell om den neste.",
            "**Alt om deltakaren er gløymt.** Fortel om den neste.",
        )
    )
    return bygger.ferdig("smalltalk", {}, i_dag)


def hva_er_annerledes(tjeneste: Tjeneste, profil: Profil, i_dag: date, malform: Malform) -> dict[str, Any]:
    """A supposed case in which nothing that is known of the participant was said to be different."""
    bygger = Svarbygger(tjeneste, malform)
    bygger.avsnitt(
        velg(
            malform,
            "**Jeg forstår ikke hva som skal være annerledes.** Skriv for eksempel «Hva om hun hadde B1?» eller "
            "«Hva om hun er i måned 7?»",
            "**Eg forstår ikkje kva som skal vere annleis.** Skriv til dømes «Kva om ho hadde B1?» eller "
            "«Kva om ho er i månad 7?»",
        )
    )
    return bygger.ferdig("clarification", profil, i_dag)


def hvilket_tiltak(
    tjeneste: Tjeneste, ider: Sequence[str], profil: Profil, i_dag: date, malform: Malform
) -> dict[str, Any]:
    """A measure was meant but not which: ask, with the nearest as choices."""
    bygger = Svarbygger(tjeneste, malform)
    if ider:
        bygger.avsnitt(velg(malform, "**Hvilket tiltak mener du?**", "**Kva tiltak meiner du?**"))
        for i in ider[:5]:
            navn = felt(tjeneste.tiltak[i], "navn", malform)
            bygger.valg(navn, navn)
        bygger.avsnitt("\n".join(f"- {felt(tjeneste.tiltak[i], 'navn', malform)}" for i in ider[:5]))
    else:
        bygger.avsnitt(
            velg(
                malform,
                "**Hvilket tiltak gjelder det?** Skriv navnet, for eksempel «AFT» eller «mentortilskudd».",
                "**Kva tiltak gjeld det?** Skriv namnet, til dømes «AFT» eller «mentortilskot».",
            )
        )
    return bygger.ferdig("clarification", profil, i_dag)
