"""When to ask a question again: the FSRS algorithm, with the clock given from outside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from fsrs import Card, Rating, Scheduler

# A wrong answer comes back the same day; a right one first after days. No fuzz: the same answers give the same plan.
_PLAN = Scheduler(
    learning_steps=(timedelta(minutes=10),), relearning_steps=(timedelta(minutes=10),), enable_fuzzing=False
)


@dataclass(frozen=True, slots=True)
class Kort:
    """What is known of one user and one question. `tilstand` is the algorithm's own and only read by it."""

    oppgave: str
    tilstand: Mapping[str, Any]
    forfall: datetime
    riktige: int
    gale: int
    sist_riktig: bool

    def forfalt(self, na: datetime) -> bool:
        """Whether it is time to ask again."""
        return self.forfall <= na


def svart(oppgave: str, kort: Kort | None, riktig: bool, na: datetime) -> Kort:
    """The card after one more answer at the time `na` (with a time zone)."""
    na = na.astimezone(UTC)
    # a given id: without one the package waits a millisecond for each card
    for_ = Card(card_id=1, due=na) if kort is None else Card.from_dict(dict(kort.tilstand))  # type: ignore[arg-type]
    etter, _ = _PLAN.review_card(for_, Rating.Good if riktig else Rating.Again, na)
    return Kort(
        oppgave,
        dict(etter.to_dict()),
        etter.due,
        (kort.riktige if kort else 0) + riktig,
        (kort.gale if kort else 0) + (not riktig),
        riktig,
    )
