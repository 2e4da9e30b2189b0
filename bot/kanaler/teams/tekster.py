"""The fixed texts of the Teams channel, in bokmål and nynorsk."""

from __future__ import annotations

from typing import Final

from bot.svar.payload import Language

_TEKSTER: Final[dict[str, tuple[str, str]]] = {
    "suitable": ("✓ Passer", "✓ Passar"),
    "conditional": ("? Kan passe", "? Kan passe"),
    "unsuitable": ("✗ Passer ikke", "✗ Passar ikkje"),
    "ikke_na": ("✗ Passer ikke nå", "✗ Passar ikkje no"),
    "lov": ("Lov og forskrift", "Lov og forskrift"),
    "praksis": ("Praksis", "Praksis"),
    "egnethet": ("Egnethet", "Kor eigna det er"),
    "met": ("oppfylt", "oppfylt"),
    "unmet": ("ikke oppfylt", "ikkje oppfylt"),
    "unknown": ("mangler opplysning", "manglar opplysning"),
    "judgement": ("må vurderes", "må vurderast"),
    "hvorfor": ("Hvorfor?", "Kvifor?"),
    "fra_maned": ("Tidligst fra måned {}", "Tidlegast frå månad {}"),
    "endre": ("Endre opplysningene", "Endre opplysningane"),
    "oppdater": ("Oppdater svaret", "Oppdater svaret"),
    "fjern": ("– ta bort –", "– ta bort –"),
    "kilder": ("Kilder ({})", "Kjelder ({})"),
    "historisk": ("historisk", "historisk"),
    "regler": ("Regler per {}", "Reglar per {}"),
    "neste": ("Neste spørsmål", "Neste spørsmål"),
    "flere": ("Vis {} tiltak til", "Vis {} tiltak til"),
    "flere_borte": (
        "Jeg har ikke det svaret lenger. Still spørsmålet på nytt, så får du hele lista.",
        "Eg har ikkje det svaret lenger. Still spørsmålet på nytt, så får du heile lista.",
    ),
    "ikke_endret": (
        "Ingenting var endret. Velg en ny verdi, og trykk «Oppdater svaret».",
        "Ingenting var endra. Vel ein ny verdi, og trykk «Oppdater svaret».",
    ),
    "velkommen": ("Hei! Jeg er Tiltakslosen.", "Hei! Eg er Tiltakslosen."),
    "velkommen_hva": (
        "Spør meg hvilke tiltak som passer for en flyktning eller innvandrer, hva en regel sier, eller hva som "
        "skiller to tiltak. Jeg svarer med begrunnelse og kilde, og sier fra når jeg ikke vet.",
        "Spør meg kva tiltak som passar for ein flyktning eller innvandrar, kva ein regel seier, eller kva som "
        "skil to tiltak. Eg svarar med grunngiving og kjelde, og seier frå når eg ikkje veit.",
    ),
    "velkommen_personvern": (
        "Ikke skriv navn, fødselsnummer eller andre personopplysninger. Alder, norsknivå og situasjon er nok.",
        "Ikkje skriv namn, fødselsnummer eller andre personopplysningar. Alder, norsknivå og situasjon er nok.",
    ),
    "velkommen_gruppe": (
        "I en gruppe eller kanal må du skrive @Tiltakslosen først. Jeg holder hver enkelts opplysninger for seg.",
        "I ei gruppe eller ein kanal må du skrive @Tiltakslosen først. Eg held opplysningane frå kvar for seg.",
    ),
    "forslag_1": (
        "Hvilke Nav-tiltak passer for en deltaker på A2 i måned 4?",
        "Kva Nav-tiltak passar for ein deltakar på A2 i månad 4?",
    ),
    "forslag_2": ("Kan en mann på 36 være med i Jobbsjansen?", "Kan ein mann på 36 vere med i Jobbsjansen?"),
    "forslag_3": (
        "Hva er forskjellen på lønnstilskudd og mentortilskudd?",
        "Kva er skilnaden på lønstilskot og mentortilskot?",
    ),
    "for_lang": (
        "Meldingen er for lang. Skriv høyst 2 000 tegn.",
        "Meldinga er for lang. Skriv høgst 2 000 teikn.",
    ),
    "feil": (
        "Noe gikk galt hos meg, og du fikk ikke svar. Prøv igjen om litt. Det du har fortalt, er ikke borte.",
        "Noko gjekk gale hos meg, og du fekk ikkje svar. Prøv igjen om litt. Det du har fortalt, er ikkje borte.",
    ),
    "senere": (
        "Dette tar litt tid. Svaret kommer her så snart det er klart.",
        "Dette tek litt tid. Svaret kjem her så snart det er klart.",
    ),
    "nytte": ("Var svaret nyttig?", "Var svaret nyttig?"),
    "nytte_grunner": ("Er noe galt med svaret?", "Er noko gale med svaret?"),
    "nytte_kommentar": (
        "Fortell gjerne mer. Ikke skriv personopplysninger.",
        "Fortel gjerne meir. Ikkje skriv personopplysningar.",
    ),
    "nytte_wrong": ("Det er feil", "Det er feil"),
    "nytte_missing": ("Det mangler noe vesentlig", "Det manglar noko vesentleg"),
    "nytte_mixed": ("Det blander ordninger", "Det blandar ordningar"),
    "nytte_source": ("Kilden sier ikke det", "Kjelda seier ikkje det"),
    "nytte_unclear": ("Det er vanskelig å lese", "Det er vanskeleg å lese"),
    "nytte_other": ("Noe annet", "Noko anna"),
    "nytte_up": ("Ja, nyttig", "Ja, nyttig"),
    "nytte_down": ("Nei, ikke nyttig", "Nei, ikkje nyttig"),
    "nytte_takk": ("Takk. Det hjelper oss å bli bedre.", "Takk. Det hjelper oss å bli betre."),
    "snarvei_1": ("Ny deltaker", "Ny deltakar"),
    "snarvei_2": ("Hva vet du om deltakeren?", "Kva veit du om deltakaren?"),
    "snarvei_3": ("Hjelp", "Hjelp"),
}


def tekst(navn: str, malform: Language, *verdier: object) -> str:
    """A fixed text with its values filled in. Raises KeyError for an unknown name."""
    par = _TEKSTER[navn]
    return (par[1] if malform == "nn" else par[0]).format(*verdier)


def navn() -> tuple[str, ...]:
    """The names of all texts; the tests check that both languages are there."""
    return tuple(_TEKSTER)
