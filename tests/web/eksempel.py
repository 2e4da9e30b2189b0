"""A recommendation as the page gets it, long enough to fold: what the browser tests show."""

from __future__ import annotations

from bot.svar.payload import Choice, Measure, NextQuestion, Payload, Reason, Reply, Source

SPORSMAL = "Hvilke Nav-tiltak passer for en deltaker på A2 i måned 4?"

KILDER = [
    Source(
        id="integreringsloven/14a",
        title="integreringsloven",
        locator="§ 14 a tredje ledd",
        year=2020,
        url="https://lovdata.no/lov/2020-11-06-127/§14a",
    ),
    Source(
        id="tiltaksforskriften/3-1",
        title="tiltaksforskriften",
        locator="§ 3-1",
        year=2015,
        url="https://lovdata.no/forskrift/2015-12-11-1598/§3-1",
    ),
    Source(
        id="tiltaksforskriften/9-2",
        title="tiltaksforskriften",
        locator="§ 9-2",
        year=2015,
        url="https://lovdata.no/forskrift/2015-12-11-1598/§9-2",
    ),
    Source(
        id="proba-2026/4-1-1",
        title="Arbeidsretting i introduksjonsprogrammet",
        locator="kap. 4.1.1",
        year=2026,
        url="https://example.org/proba.pdf",
    ),
    Source(
        id="of-2016/5",
        title="Arbeidsrettede tiltak for innvandrere",
        locator="kap. 5",
        year=2016,
        status="historical",
        url="https://example.org/of.pdf",
    ),
    Source(id="nav-no", title="Nav.no", locator="Arbeidstrening", url="https://www.nav.no/arbeidstrening"),
    Source(id="farlig", title="Kilde med farlig adresse", url="javascript:alert(1)"),
    Source(id="uten", title="Kilde uten adresse"),
]


def _grunn(tekst: str, status: str, slag: str, *kilder: str) -> Reason:
    return Reason.model_validate({"text": tekst, "status": status, "type": slag, "source_ids": list(kilder)})


PASSER = [
    Measure(
        id="arbeidstrening",
        name="Arbeidstrening",
        owner="Nav",
        verdict="suitable",
        summary="Nav kan gi arbeidstrening ved siden av introduksjonsprogrammet, og A2 er nok i praksis.",
        reasons=[
            _grunn(
                "Deltakeren trenger å prøve ut mulighetene sine i arbeidslivet.", "judgement", "lov",
                "tiltaksforskriften/3-1",
            ),
            _grunn("Deltakeren er over 16 år.", "met", "lov", "tiltaksforskriften/3-1"),
            _grunn("Arbeidsgivere godtar ofte A2.", "met", "egnethet", "proba-2026/4-1-1"),
            _grunn(
                "Nav bruker tiltaket for deltakere som har kommet i gang med norsk.", "met", "praksis",
                "proba-2026/4-1-1", "nav-no",
            ),
        ],
    ),
    Measure(
        id="sprakpraksis",
        name="Språkpraksis i ordinær virksomhet",
        owner="Kommunen",
        verdict="suitable",
        reasons=[_grunn("Kan brukes fra første måned.", "met", "praksis", "proba-2026/4-1-1")],
    ),
]  # fmt: skip
KANSKJE = [
    Measure(
        id=f"kanskje-{i}",
        name=navn,
        owner="Nav",
        verdict="conditional",
        substatus="mangler_opplysning",
        summary=f"Avhenger av: {grunn}",
        reasons=[
            _grunn(grunn, "unknown", "lov", "tiltaksforskriften/9-2"),
            _grunn("Deltakeren er over 16 år.", "met", "lov", "tiltaksforskriften/9-2"),
        ],
        missing=["utdanning", "arbeidssoker"],
    )
    for i, (navn, grunn) in enumerate(
        [
            (
                "Midlertidig lønnstilskudd",
                "Deltakeren må ha problemer med å komme i arbeid på vanlige vilkår.",
            ),
            ("Mentortilskudd", "Deltakeren må delta i et annet tiltak eller ha en jobb med oppfølging."),
            ("Arbeidsmarkedsopplæring (AMO)", "Deltakeren må være registrert som arbeidssøker."),
            ("Inkluderingstilskudd", "Arbeidsgiveren må ha merutgifter ved å ta imot deltakeren."),
            ("Opplæring i bransjeprogram", "Bransjen må ha et program som tar imot deltakere på A2."),
            ("Oppfølging", "Nav må vurdere behovet for bistand."),
        ]
    )
]
PASSER_IKKE = [
    Measure(
        id=f"nei-{i}",
        name=navn,
        owner="Nav",
        verdict="unsuitable",
        substatus="ikke_na",
        summary=grunn,
        reasons=[_grunn(grunn, "unmet", "lov", "tiltaksforskriften/9-2")],
        earliest_month=8 if i == 0 else None,
    )
    for i, (navn, grunn) in enumerate(
        [("Fag- og yrkesopplæring", "Krever at deltakeren har kommet lenger med norsk."), *[
            (f"Lokalt tiltak nummer {n}", "Tiltaket finnes bare i en annen kommune.") for n in range(2, 35)
        ]]
    )
]  # fmt: skip

ANBEFALING = Reply(
    text=(
        "*Jeg regner med: norsk A2 · måned 4 i intro*\n\n"
        "**I måned 4 passer to tiltak nå, og seks kan passe.** Det som avgjør mest, er om "
        "deltakeren har fullført "
        "videregående opplæring.\n\n"
        "### Hva utdanningen betyr\n\n"
        "- **Med videregående:** Kravet om 15 timer arbeidsrettet innhold i uka gjelder fra måned 4 "
        "([integreringsloven § 14 a](https://lovdata.no/lov/2020-11-06-127/§14a)).\n"
        "- **Uten videregående:** Kravet gjelder fra måned 7.\n\n"
        "### Tiltakene\n\n"
        "| Tiltak | Passer | Hvorfor |\n|---|---|---|\n"
        "| Arbeidstrening | Ja | A2 er nok i praksis |\n"
        "| Mentortilskudd | Kanskje | Trenger et annet tiltak ved siden av |\n\n"
        "**Kilder**\n"
        "- [integreringsloven § 14 a tredje ledd](https://lovdata.no/lov/2020-11-06-127/§14a)\n"
        "- [tiltaksforskriften § 3-1](https://lovdata.no/forskrift/2015-12-11-1598/§3-1)"
    ),
    choices=[
        Choice(title="Ja, videregående", text="Hun har fullført videregående"),
        Choice(title="Nei", text="Hun har ikke fullført videregående"),
        Choice(title="Måned 8", text="Og i måned 8?"),
    ],
    payload=Payload.model_validate(
        {
            "kind": "recommendation",
            "as_of": "2026-11-23",
            "profile": {"norskniva": "A2", "programmaned": 4, "arbeidssoker": False},
            "measures": [m.model_dump() for m in [*PASSER, *KANSKJE, *PASSER_IKKE]],
            "sources": [k.model_dump() for k in KILDER],
            "next_question": NextQuestion(
                fact="utdanning", text="Har deltakeren fullført videregående opplæring?"
            ).model_dump(),
            "language": "nb",
        }
    ),
)

FARLIG = Reply(
    text=(
        "<img src=x onerror=alert(1)> <script>alert(1)</script> [klikk](javascript:alert(1)) "
        "[ok](https://nav.no/a_(b)) "
        "**fet *og* skrå** `kode` 2*3*4 https://nav.no/side.\n\n"
        "1. en\n   - under\n2. to\n\n> sitat\n\n***\n\n# Stor"
    ),
    payload=Payload.model_validate(
        {
            "kind": "eligibility",
            "language": "nn",
            "measures": [
                {
                    "id": "x", "name": "<b>x</b>", "owner": "<i>", "verdict": "suitable",
                    "summary": "<img src=x onerror=alert(1)>",
                    "reasons": [{"text": "<img src=x onerror=alert(1)>", "status": "met", "type": "lov"}],
                }
            ],
        }
    ),
)  # fmt: skip
