"""More answers for the page to draw: a comparison, a timeline, a quiz with its lesson, and a long text."""

from __future__ import annotations

from bot.svar.payload import Choice, Payload, Reply

SAMMENLIGNING = Reply(
    text=(
        "- **Arbeidstrening**: prøve seg på en arbeidsplass.\n- **Mentortilskudd**: en kollega hjelper.\n\n"
        "| | Arbeidstrening | Mentortilskudd |\n|---|---|---|\n"
        "| Hvem har ansvaret | Nav | Nav |\n| Hvem betaler | Nav | staten |\n| Varighet | inntil 12 måneder | inntil seks måneder, inntil tre år ved "
        "nedsatt arbeidsevne |\n| Norsk | ingen krav i forskriften | følger tiltaket mentoren hører til |"
    ),
    payload=Payload(kind="comparison", language="nb"),
)
PLAN = Reply(
    text=(
        "**Slik kan de første månedene se ut.**\n\n"
        "| Når | Hva | Ansvar |\n|---|---|---|\n| Måned 1–3 | Norsk på dagtid | Kommunen |\n"
        "| Måned 2 | Kartlegging | Nav |\n| Måned 4–9 | Språkpraksis | Kommunen |\n| Måned 7–12 | Arbeidstrening | Nav |"
    ),
    payload=Payload(kind="plan", language="nb"),
)


def _steg(*steg: tuple[str, str]) -> Reply:
    liste = "\n".join(f"{n}. **{nar}:** {hva}" for n, (nar, hva) in enumerate(steg, 1))
    table = {"columns": ["nar", "hva"], "rows": [{"name": nar, "cells": [hva]} for nar, hva in steg]}
    payload = Payload.model_validate({"kind": "organisation", "language": "nb", "table": table})
    return Reply(text=f"**Modellen: {len(steg)} steg.**\n\n{liste}", payload=payload)


STEG = _steg(("Steg 1", "Oppstart."), ("Steg 2", "Praksis."), ("Videre", "Fagbrev."))
MINUTTER = _steg(("0–3 (3 min)", "Åpning."), ("3–33 (30 min)", "Prosjektet."), ("33–60", "Samtale."))
QUIZ = {
    "text": (
        "**Ikke helt.** Riktig svar er **B: Nav**.\n\n**Spørsmål 3 av 10** · lett\n\nHvem har ansvaret for AFT?\n\n"
        "- **A:** Kommunen\n- **B:** Nav\n- **C:** Fylkeskommunen"
    ),
    "choices": [
        {"title": "A: Kommunen", "text": "A"},
        {"title": "B: Nav", "text": "B"},
        {"title": "C: Fylkeskommunen", "text": "C"},
        {"title": "Hopp over", "text": "hopp over"},
    ],
    "payload": {
        "kind": "quiz",
        "language": "nb",
        "quiz": {
            "answered": 2,
            "correct": 1,
            "total": 10,
            "level": 1,
            "question": {
                "id": "q3",
                "number": 3,
                "text": "Hvem har ansvaret for AFT?",
                "level": 1,
                "options": [
                    {"key": "A", "text": "Kommunen"},
                    {"key": "B", "text": "Nav"},
                    {"key": "C", "text": "Fylkeskommunen"},
                ],
            },
            "result": {"question_id": "q2", "correct": False, "chosen": "A", "right": "B", "explanation": "Nav."},
        },
    },
}
LEKSJON = {
    "text": "### Hvem gjør hva\n\nKommunen har introduksjonsprogrammet.\n\n**Ta med deg:** Nav kjøper tiltak.",
    "choices": [Choice(title="Neste leksjon", text="neste leksjon").model_dump()],
    "payload": {
        "kind": "lesson",
        "language": "nb",
        "lesson": {"id": "aktorene", "number": 1, "total": 9, "title": "Hvem gjør hva"},
    },
}
LANGT = Reply(
    text="**Konklusjonen står først.**\n\n"
    + "\n\n".join(f"Avsnitt {n}. " + "Mer om det samme. " * 25 for n in range(8)),
    payload=Payload(kind="rule", language="nb"),
)
ALLE: dict[str, dict[str, object]] = {
    "sammenlign": SAMMENLIGNING.model_dump(mode="json", exclude_none=True),
    "plan": PLAN.model_dump(mode="json", exclude_none=True),
    "steg": STEG.model_dump(mode="json", exclude_none=True),
    "minutter": MINUTTER.model_dump(mode="json", exclude_none=True),
    "quiz": QUIZ,
    "leksjon": LEKSJON,
    "langt": LANGT.model_dump(mode="json", exclude_none=True),
}
