"""Rasa components: Norwegian tokens with lemmas, and facts and measure names as entities.

`FaktaOgTiltak` stands before the featurizers: it adds what the recognisers find as entities and replaces the lemmas of
the words found by placeholders, in training examples as well, so that the intent classifier sees
"hvilke tiltak passer for en __niva__ i __maned__" whatever the level and month.
"""

# ruff: noqa: E501 - patterns are read and compared a line each
from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import spacy
import yaml
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.sprak.dato import finn_datoer
from bot.sprak.fakta import finn_fakta_i
from bot.sprak.funn import Funn
from bot.sprak.kjerne import les
from bot.sprak.malform import finn_malform
from bot.sprak.sporsmalsord import finn_sporsmal_i
from bot.sprak.tall import TALLORD
from bot.sprak.tiltaksnavn import Navnefunn, Navneregister, lemma

_TOKENS = "text_tokens"
_TALL = re.compile(rf"\d+(?:[.,]\d+)?|{TALLORD}")
#: Number words that are too common as other words to become a placeholder.
_IKKE_TALL = frozenset({"en", "én", "ein", "ei", "ett", "et", "eit", "to", "null"})
#: Placeholder for the words of each fact; a fact not named here is a status of the person.
PLASSHOLDERE = {
    "norskniva": "__niva__", "norsk_muntlig": "__niva__", "norsk_skriftlig": "__niva__", "programmaned": "__maned__",
    "program_ferdig": "__ferdig__", "maneder_siden_program": "__ferdig__", "alder": "__alder__",
    "alder_ved_tillatelse": "__alder__", "fodselsdato": "__alder__", "utdanning": "__utdanning__",
    "sluttmal": "__sluttmal__", "oppholdsgrunnlag": "__opphold__", "ordning": "__ordning__", "ytelse": "__ytelse__",
    "ytelse_full": "__ytelse__", "tilbud_om_oppstart": "__dato__", "bosatt_dato": "__dato__", "tillatelse_dato": "__dato__",
    "innsatsgruppe": "__innsatsgruppe__", "barn_under_18": "__barn__", "yngste_barn_alder": "__barn__", "helse": "__helse__",
    "arbeid_timer_uke": "__timer__", "timer_tilgjengelig": "__timer__", "bransje": "__bransje__", "kommune": "__sted__",
    "fylke": "__sted__", "referanseperson_botid": "__tid__",
}  # fmt: skip
_STATUS, _TILTAK, _DATO, _TALLPLASS = "__status__", "__tiltak__", "__dato__", "__tall__"
#: Stands last when somebody is described in the story around the question.
_FORTALT = "__fortalt__"
#: Pronouns carry the intent of a sentence and stay as they are.
_BEHOLD = frozenset({"kjonn"})


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class NorskTokenizer(Tokenizer):  # type: ignore[misc]
    """Tokens from spaCy's blank Norwegian pipeline, each with its dictionary form (bokmål, then nynorsk)."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The settings every Rasa tokenizer has; intents are not split."""
        return {"intent_tokenization_flag": False, "intent_split_symbol": "_", "token_pattern": None}

    @staticmethod
    def required_packages() -> list[str]:
        """What must be installed."""
        return ["spacy", "simplemma"]

    def __init__(self, config: dict[str, Any]) -> None:
        super().__init__(config)
        self._nlp = spacy.blank("nb")

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> NorskTokenizer:
        """Make the component; nothing is stored."""
        return cls(config)

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """The tokens of what `attribute` asks, in bokmål, blanks left out; they stand where they were written."""
        lest = les(message.get(attribute))
        tokens = []
        for start, slutt in lest.kjerne:
            for t in self._nlp.make_doc(lest.bokmal.tekst[start:slutt]):
                if not t.is_space:
                    fra, til = lest.bokmal.spenn(start + t.idx, start + t.idx + len(t))
                    tokens.append(
                        Token(
                            t.text,
                            fra,
                            max(til, fra + 1),
                            lemma=lemma(t.text) if t.is_alpha or "-" in t.text else t.text,
                        )
                    )
        ut: list[Token] = self._apply_token_pattern(tokens)
        return ut


# Registered as a featurizer: Rasa 3.6.21 runs process_training_data for tokenizers and featurizers only.
@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class FaktaOgTiltak(GraphComponent):  # type: ignore[misc]
    """Adds entities `faktum`, `tiltak`, `sporsmal` and `malform`, and delexicalises the lemmas of what was found.

    Settings: katalog = folder with the catalogue's YAML, read when training; i_dag = ISO date for tests, else today.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The defaults."""
        return {"katalog": "data/katalog", "i_dag": None}

    @classmethod
    def required_components(cls) -> list[type]:
        """A tokenizer must stand before it."""
        return [Tokenizer]

    @staticmethod
    def required_packages() -> list[str]:
        """What must be installed."""
        return ["simplemma", "rapidfuzz"]

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Raise InvalidConfigException when a setting cannot be used."""
        katalog = config.get("katalog")
        if not isinstance(katalog, str) or not katalog:
            raise InvalidConfigException("FaktaOgTiltak: 'katalog' må være stien til mappen med tiltak.")
        if config.get("i_dag") is not None:
            try:
                date.fromisoformat(str(config["i_dag"]))
            except ValueError as feil:
                raise InvalidConfigException(
                    "FaktaOgTiltak: 'i_dag' må være en dato, for eksempel 2026-11-23."
                ) from feil

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Retrain when the catalogue or a recogniser has changed: Rasa sees neither of them by itself."""
        sum_ = hashlib.sha256()
        egne = sorted(p for p in Path(__file__).parent.iterdir() if p.suffix in (".py", ".yml"))
        for fil in [*egne, *sorted(Path(config.get("katalog", "")).rglob("*.yml"))]:
            sum_.update(fil.read_bytes())
        return sum_.hexdigest()

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        poster: list[tuple[str, list[str]]],
    ) -> None:
        self._config = {**self.get_default_config(), **config}
        self._lager = model_storage
        self._ressurs = resource
        self._bruk(poster)

    def _bruk(self, poster: list[tuple[str, list[str]]]) -> None:
        self._poster = poster
        self._navn = Navneregister(poster)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> FaktaOgTiltak:
        """A component without names yet; `train` reads them."""
        cls.validate_config({**cls.get_default_config(), **config})
        return cls(config, model_storage, resource, [])

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> FaktaOgTiltak:
        """A component with the names stored when the model was trained."""
        with model_storage.read_from(resource) as mappe:
            poster = json.loads((mappe / "tiltak.json").read_text(encoding="utf-8"))
        return cls(config, model_storage, resource, [(p["id"], p["navn"]) for p in poster])

    def train(self, training_data: TrainingData) -> Resource:
        """Read the names from the catalogue and store them in the model."""
        self._bruk(les_katalog(Path(self._config["katalog"])))
        with self._lager.write_to(self._ressurs) as mappe:
            innhold = [{"id": i, "navn": n} for i, n in self._poster]
            (mappe / "tiltak.json").write_text(json.dumps(innhold, ensure_ascii=False), encoding="utf-8")
        return self._ressurs

    def process(self, messages: list[Message]) -> list[Message]:
        """Add entities to each message and delexicalise its tokens."""
        for melding in messages:
            tekst = melding.get(TEXT)
            if not tekst:
                continue
            fakta, navn, entiteter = self._finn(tekst)
            self._delleksikaliser(melding, fakta, navn)
            melding.set(ENTITIES, melding.get(ENTITIES, []) + entiteter, add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Delexicalise the tokens of the training examples; they get no entities, so nothing learns to copy ours."""
        for melding in training_data.training_examples:
            tekst = melding.get(TEXT)
            if tekst:
                fakta, navn, _ = self._finn(tekst)
                self._delleksikaliser(melding, fakta, navn)
        return training_data

    def _finn(self, tekst: str) -> tuple[list[Funn], list[Navnefunn], list[dict[str, Any]]]:
        lest = les(tekst)
        norm = lest.norm
        fakta = finn_fakta_i(norm, self._i_dag())
        navn = self._navn.finn_i(norm)
        entiteter = [_entitet("faktum", _faktumverdi(f), f.start, f.slutt) for f in fakta]
        for n in navn:
            i_faktum = any(f.start <= n.start and n.slutt <= f.slutt for f in fakta)
            verdi = {
                "id": n.id, "score": n.score, "alternativer": list(n.alternativer), "i_faktum": i_faktum,
                "i_kjernen": lest.i_kjernen(n.start, n.slutt),
            }  # fmt: skip
            entiteter.append(_entitet("tiltak", verdi, n.start, n.slutt))
        tekst_i = lest.tekst(lest.kjerne)
        sporsmal = asdict(finn_sporsmal_i(norm, tekst_i.lower()))
        sporsmal["alle"] = list(sporsmal["alle"])
        sporsmal["tekst"] = tekst_i
        if lest.spor != lest.kjerne:
            sporsmal["spor"] = lest.tekst(lest.spor)
        entiteter.append(_entitet("sporsmal", sporsmal, 0, len(tekst)))
        malform = finn_malform(tekst)
        if malform is not None:
            entiteter.append(_entitet("malform", malform, 0, len(tekst)))
        return fakta, navn, entiteter

    def _i_dag(self) -> date:
        fast = self._config["i_dag"]
        return date.fromisoformat(str(fast)) if fast else date.today()  # noqa: DTZ011

    def _delleksikaliser(self, melding: Message, fakta: list[Funn], navn: list[Navnefunn]) -> None:
        tokens: list[Token] = melding.get(_TOKENS) or []
        lest = les(melding.get(TEXT))
        norm = lest.norm
        spenn = [
            (f.start, f.slutt, PLASSHOLDERE.get(f.faktum, _STATUS))
            for f in fakta
            if f.verdier and f.faktum not in _BEHOLD
        ]
        spenn += [(n.start, n.slutt, _TILTAK) for n in navn]
        spenn += [(*norm.spenn(d.start, d.slutt), _DATO) for d in finn_datoer(norm.tekst, self._i_dag())]
        brukt: set[int] = set()
        for token in tokens:
            treff = next((i for i, (a, b, _) in enumerate(spenn) if a < token.end and token.start < b), None)
            if treff is not None:
                token.lemma = "" if treff in brukt else spenn[treff][2]
                brukt.add(treff)
            elif token.lemma not in _IKKE_TALL and _TALL.fullmatch(token.lemma or ""):
                token.lemma = _TALLPLASS
        if any(f.verdier and f.faktum not in _BEHOLD and not lest.i_kjernen(f.start, f.slutt) for f in fakta):
            tokens.append(Token("", len(norm.original), len(norm.original), lemma=_FORTALT))


def les_katalog(mappe: Path) -> list[tuple[str, list[str]]]:
    """Ids with names and synonyms from every `*.yml` under `mappe`; the official name first.

    Raises InvalidConfigException when the folder is missing or a file has no id or name.
    """
    if not mappe.is_dir():
        raise InvalidConfigException(f"FaktaOgTiltak: finner ikke mappen med tiltak: {mappe}")
    poster = []
    for fil in sorted(mappe.rglob("*.yml")):
        innhold = yaml.safe_load(fil.read_text(encoding="utf-8"))
        if not isinstance(innhold, dict) or not innhold.get("id") or not innhold.get("navn"):
            raise InvalidConfigException(f"FaktaOgTiltak: {fil} mangler «id» eller «navn».")
        navn = [innhold["navn"], innhold.get("navn_nn"), *(innhold.get("synonymer") or [])]
        poster.append((str(innhold["id"]), [str(n) for n in dict.fromkeys(navn) if n]))
    return poster


def _faktumverdi(f: Funn) -> dict[str, Any]:
    return {
        "faktum": f.faktum,
        "verdier": list(f.verdier),
        "negert": f.negert,
        "fjern": f.fjern,
        "rettelse": f.rettelse,
        "usikker": f.usikker,
        "presisjon": f.presisjon,
        "tekst": f.tekst,
    }


def _entitet(navn: str, verdi: Any, start: int, slutt: int) -> dict[str, Any]:
    return {"entity": navn, "value": verdi, "start": start, "end": slutt, "extractor": "FaktaOgTiltak"}
