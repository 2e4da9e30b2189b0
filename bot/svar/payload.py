"""The fixed HTTP API as models: the one place that says what goes in and what comes out.

The front checks requests with these models and generates `/api/v1/openapi.json` from them; the actions build
their answers with them. The field names are relied on by other programs. Fields with a default of None that
DESIGN.md does not name (`substatus`, `summary`, `next_question`, `language`, `redacted_text`, `question`, `entries`,
`table`, `parts`, `replaces`) are additions a client may ignore.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from bot.profil.samtale import MAKS_ANGRE

MAKS_TEGN = 2000
"""Longest text of one message, in characters."""

SAMTALE_MONSTER = r"^[A-Za-z0-9_][A-Za-z0-9._:@=+~\-]{0,127}$"
"""What a conversation id looks like."""

Kind = Literal[
    "recommendation",
    "eligibility",
    "measure",
    "comparison",
    "rule",
    "plan",
    "example",
    "organisation",
    "finding",
    "glossary",
    "lesson",
    "quiz",
    "clarification",
    "privacy",
    "out_of_scope",
    "smalltalk",
    "feedback",
]
Verdict = Literal["suitable", "conditional", "unsuitable"]
Status = Literal["met", "unmet", "unknown", "judgement"]
ReasonType = Literal["lov", "praksis", "egnethet"]
Substatus = Literal["ikke_na", "aldri", "mangler_opplysning", "skjonn", "avgjorelse"]
Language = Literal["nb", "nn"]
FeedbackReason = Literal["wrong", "missing", "mixed", "source", "unclear", "other"]
SourceStatus = Literal["current", "historical"]

ConversationId = Annotated[
    str,
    StringConstraints(pattern=SAMTALE_MONSTER),
    Field(description="1-128 tegn: bokstaver a-z, tall og ._:@=+~- . Velg en tilfeldig verdi per samtale."),
]


class _Ut(BaseModel):
    """Base of what we send: unknown fields are a mistake of ours."""

    model_config = ConfigDict(extra="forbid")


class _Inn(BaseModel):
    """Base of what we receive: unknown fields are ignored, types are never coerced."""

    model_config = ConfigDict(extra="ignore", strict=True)


class Reason(_Ut):
    """One condition of a measure and how it came out; `type` is law, practice or suitability."""

    text: str
    status: Status
    type: ReasonType
    source_ids: list[str] = []


class Measure(_Ut):
    """One measure with its verdict.

    `reasons` has the decisive ones first; `missing` names facts not yet known; `earliest_month` is the first
    programme month in which the verdict can become better, or None; `substatus` says why the verdict is not
    `suitable`; `summary` is the decisive reason as one sentence."""

    id: str
    name: str
    owner: str
    verdict: Verdict
    reasons: list[Reason] = []
    missing: list[str] = []
    earliest_month: int | None = None
    substatus: Substatus | None = None
    summary: str | None = None


class Source(_Ut):
    """Where something is taken from. `locator` is the chapter, paragraph or page."""

    id: str
    title: str
    locator: str | None = None
    year: int | None = None
    status: SourceStatus = "current"
    url: str | None = None


class NextQuestion(_Ut):
    """The question whose answer would settle most: the fact's name and the question in words."""

    fact: str
    text: str


class QuizOption(_Ut):
    """One alternative: `key` is what to send as the answer."""

    key: str
    text: str


class QuizQuestion(_Ut):
    """The question now asked; `number` counts from 1 in the round, `level` is 1 (easy) to 3."""

    id: str
    number: int
    text: str
    level: int
    options: list[QuizOption]


class QuizResult(_Ut):
    """What came of the question before; `chosen` is None when the user did not know."""

    question_id: str
    correct: bool
    chosen: str | None
    right: str
    explanation: str


class Quiz(_Ut):
    """Where a quiz or the end of a lesson stands; `question` is None when it is over."""

    answered: int
    correct: int
    total: int
    level: int
    question: QuizQuestion | None = None
    result: QuizResult | None = None


class Lesson(_Ut):
    """Which lesson of the course this is."""

    id: str
    number: int
    total: int
    title: str


class Entry(_Ut):
    """One entry of the knowledge base: a finding, an example, a model, a term. `years` as written: «2014–2016»."""

    id: str
    type: str
    title: str
    text: str
    places: list[str] = []
    years: str | None = None
    status: SourceStatus = "current"
    source_ids: list[str] = []


class TableRow(_Ut):
    """One row: a text for each column of its table."""

    name: str
    cells: list[str]


class Table(_Ut):
    """A comparison, a timeline or a list that was counted."""

    columns: list[str]
    rows: list[TableRow]


class Parts(_Ut):
    """The text apart, for a client that draws the measures, the next question and the sources from the data: `lead` is
    the conclusion, `body` the rest. `basis` tells in words which facts it rests on, `checked` when the rules were."""

    lead: str
    body: str = ""
    basis: str | None = None
    checked: str | None = None


class Payload(_Ut):
    """The answer as data. `profile` holds the facts it was made from, or else what is known of the participant; `as_of`
    is the date of the rules."""

    kind: Kind
    as_of: date | None = None
    profile: dict[str, object] = {}
    measures: list[Measure] = []
    sources: list[Source] = []
    entries: list[Entry] = []
    table: Table | None = None
    next_question: NextQuestion | None = None
    language: Language | None = None
    quiz: Quiz | None = None
    lesson: Lesson | None = None
    parts: Parts | None = None
    redacted_text: str | None = Field(
        default=None,
        description="Bare ved kind «privacy»: meldingen slik den ble behandlet, uten personopplysninger.",
    )
    question: str | None = Field(
        default=None, description="Bare når meldingen hadde flere spørsmål: det spørsmålet dette svarer på."
    )


class Choice(_Ut):
    """A suggested next message: `title` on the button, `text` is what to send."""

    title: str
    text: str


class Reply(_Ut):
    """One answer. `text` is markdown and a full answer alone; `payload` is the same answer as data."""

    text: str
    choices: list[Choice] = []
    payload: Payload | None = None


class MessageRequest(_Inn):
    """One message from the user."""

    conversation_id: ConversationId
    text: str = Field(min_length=1, max_length=MAKS_TEGN, description="Spørsmålet, 1-2000 tegn.")
    replaces: int = Field(
        default=0,
        ge=0,
        le=MAKS_ANGRE,
        description="Hvor mange av de siste meldingene i samtalen denne erstatter. Det de fortalte, blir glemt.",
    )


class MessageResponse(_Ut):
    """The replies to one message, in the order they are to be shown."""

    conversation_id: str
    replies: list[Reply]


class ConversationRequest(_Inn):
    """Whose conversation is to be opened: one of the user's own, by the id the client has for it, or a new one."""

    conversation_id: ConversationId | None = None


class ConversationResponse(_Ut):
    """A token for one conversation of the one who is signed in."""

    conversation_id: str
    token: str = Field(description="Sendes som «Authorization: Bearer …» sammen med alt som gjelder samtalen.")
    expires_in: int = Field(description="Sekunder tokenet gjelder. Be om et nytt når det er gått ut.")


class FeedbackRequest(_Inn):
    """What an answer was worth to the user. The texts are cleaned of personal data before they are stored."""

    conversation_id: ConversationId
    rating: Literal["up", "down"]
    reasons: list[FeedbackReason] = Field(
        default=[],
        max_length=6,
        description="Hva som var galt: feil, mangler noe vesentlig, blander ordninger, kilden sier det ikke, "
        "vanskelig å lese, annet.",
    )
    comment: str = Field(default="", max_length=1000, description="Fritekst. Personopplysninger blir tatt bort.")
    question: str = Field(default="", max_length=MAKS_TEGN, description="Spørsmålet, når brukeren vil sende det med.")
    answer: str = Field(default="", max_length=4000, description="Svaret, når brukeren vil sende det med.")


class AssessRequest(_Inn):
    """A profile to assess, in the names and values of the fact dictionary; `as_of` is today if left out."""

    profile: dict[str, object] = Field(
        description="Fakta om deltakeren. En liste betyr «én av disse». Alle fakta kan utelates."
    )
    as_of: date | None = Field(default=None, strict=False, description="Datoen reglene skal gjelde for. Ellers i dag.")


class AssessResponse(_Ut):
    """Verdict and reasons for every measure of the catalogue."""

    as_of: date
    profile: dict[str, object]
    measures: list[Measure]
    sources: list[Source] = []


class MeasureSummary(BaseModel):
    """A measure in a list. More fields of the catalogue may follow."""

    model_config = ConfigDict(extra="allow")

    id: str
    name: str
    owner: str
    status: str


class MeasureList(_Ut):
    """The measures that match the filters, by name."""

    count: int
    measures: list[MeasureSummary]


class MeasureDetail(MeasureSummary):
    """All the catalogue knows about one measure."""

    sources: list[Source] = []


class HealthProcess(_Ut):
    """One process: `melding` says in Norwegian what is wrong."""

    status: Literal["ok", "feil"]
    melding: str | None = None


class Health(_Ut):
    """`feil` when one of the processes is not working; the HTTP status is 503 then."""

    status: Literal["ok", "feil"]
    prosesser: dict[str, HealthProcess]


class ErrorDetail(_Ut):
    """`code` is for programs, `message` is Norwegian and for people."""

    code: str
    message: str


class ErrorBody(_Ut):
    """The body of every answer that is not 2xx."""

    error: ErrorDetail
