"""The intent of a message: logistic regression on n-grams of lemmas and of characters.

Takes the place of Rasa's two CountVectorsFeaturizer and its LogisticRegressionClassifier: an n-gram is looked up and
its row of weights added, where Rasa builds sparse matrices for every token and joins them, and n-grams weigh by how
rare they are (tf-idf). Both are measured beside Rasa's in docs/nlu.md.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

_TALL = re.compile(r"\b\d+\b")
_TALLPLASS = "__tall__"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Hensiktsleser(IntentClassifier, GraphComponent):  # type: ignore[misc]
    """Sets `intent` and `intent_ranking` of each message; a message without text gets neither.

    Settings: ord and tegn = longest n-gram of lemmas, shortest and longest of characters; minst = examples an n-gram
    must stand in; lengde = length of a message's vector, which sets how strongly the weights are held back; rangering =
    how many intents are ranked.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The defaults."""
        return {"ord": 3, "tegn": [2, 4], "lengde": 16.0, "minst": 2, "max_iter": 300, "rangering": 10}

    @classmethod
    def required_components(cls) -> list[type]:
        """A tokenizer must stand before it."""
        return [Tokenizer]

    @staticmethod
    def required_packages() -> list[str]:
        """What must be installed."""
        return ["sklearn"]

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
    ) -> None:
        self._config = {**self.get_default_config(), **config}
        self._lager = model_storage
        self._ressurs = resource
        self._trekk: dict[str, int] = {}
        self._idf = np.zeros(0)
        self._vekter = np.zeros((0, 0))
        self._grunn = np.zeros(0)
        self._navn: list[str] = []

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Hensiktsleser:
        """An untrained component."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Hensiktsleser:
        """The component as it was trained. Raises ValueError when the model has never seen an example."""
        leser = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as mappe:
            innhold = json.loads((mappe / "trekk.json").read_text(encoding="utf-8"))
            with np.load(mappe / "vekter.npz", allow_pickle=False) as filer:
                leser._idf, leser._vekter, leser._grunn = filer["idf"], filer["vekter"], filer["grunn"]
        leser._navn = innhold["hensikter"]
        leser._trekk = {trekk: nr for nr, trekk in enumerate(innhold["trekk"])}
        return leser

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the weights of all examples with an intent and store them. Raises ValueError without two intents."""
        from scipy.sparse import csr_matrix
        from sklearn.linear_model import LogisticRegression

        eksempler = [m for m in training_data.intent_examples if m.get(INTENT) and m.get(TEXT)]
        talt = [self._tell(m) for m in eksempler]
        ganger = Counter(navn for trekk in talt for navn in trekk)
        ganger = Counter({navn: antall for navn, antall in ganger.items() if antall >= self._config["minst"]})
        self._trekk = {navn: nr for nr, navn in enumerate(ganger)}
        self._idf = np.log((1 + len(talt)) / (1 + np.fromiter(ganger.values(), float))) + 1
        rader = [self._vektor(trekk) for trekk in talt]
        matrise = csr_matrix(
            (
                np.concatenate([verdier for _, verdier in rader]),
                np.concatenate([numre for numre, _ in rader]),
                np.cumsum([0, *(len(numre) for numre, _ in rader)]),
            ),
            shape=(len(rader), len(self._trekk)),
        )
        modell = LogisticRegression(max_iter=self._config["max_iter"], class_weight="balanced", random_state=42)
        modell.fit(matrise, [m.get(INTENT) for m in eksempler])
        self._navn = [str(n) for n in modell.classes_]
        self._vekter, self._grunn = np.ascontiguousarray(modell.coef_.T), modell.intercept_
        with self._lager.write_to(self._ressurs) as mappe:
            innhold = {"hensikter": self._navn, "trekk": list(self._trekk)}
            (mappe / "trekk.json").write_text(json.dumps(innhold, ensure_ascii=False), encoding="utf-8")
            np.savez(mappe / "vekter.npz", idf=self._idf, vekter=self._vekter, grunn=self._grunn)
        return self._ressurs

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the intent and the ranking to each message."""
        for melding in messages:
            if not melding.get(TEXT):
                continue
            rekke = self._ranger(self._tell(melding))
            melding.set("intent", rekke[0], add_to_output=True)
            melding.set("intent_ranking", rekke[: self._config["rangering"]], add_to_output=True)
        return messages

    def _vektor(self, trekk: Counter[str]) -> tuple[np.ndarray, np.ndarray]:
        """The numbers of the n-grams known, and their weights in a vector of the length set."""
        kjente = [(self._trekk[navn], antall) for navn, antall in trekk.items() if navn in self._trekk]
        numre = np.array([nr for nr, _ in kjente], dtype=int)
        verdier = (1 + np.log([antall for _, antall in kjente])) * self._idf[numre]
        return numre, verdier * (self._config["lengde"] / max(np.linalg.norm(verdier), 1e-9))

    def _ranger(self, trekk: Counter[str]) -> list[dict[str, Any]]:
        numre, verdier = self._vektor(trekk)
        poeng = self._grunn + verdier @ self._vekter[numre]
        odds = np.exp(poeng - poeng.max())
        par = sorted(zip(self._navn, (odds / odds.sum()).tolist(), strict=True), key=lambda p: -p[1])
        return [{"name": navn, "confidence": sikkerhet} for navn, sikkerhet in par]

    def _tell(self, melding: Message) -> Counter[str]:
        tokens = melding.get("text_tokens") or []
        lemmaer = [_TALL.sub(_TALLPLASS, t.lemma.lower()) for t in tokens if t.lemma]
        ord_ = [_TALL.sub(_TALLPLASS, t.text.lower()) for t in tokens]
        kort, lang = self._config["tegn"]
        return Counter([*ordrekker(["<", *lemmaer, ">"], self._config["ord"]), *tegnrekker(ord_, kort, lang)])


def ordrekker(ord_: list[str], lengst: int) -> Iterable[str]:
    """Every run of 1 to `lengst` words, joined by a blank, marked as words."""
    for n in range(1, lengst + 1):
        for i in range(len(ord_) - n + 1):
            yield "o " + " ".join(ord_[i : i + n])


def tegnrekker(ord_: Iterable[str], kort: int, lang: int) -> Iterable[str]:
    """Every run of `kort` to `lang` characters of each word with a blank at both ends; a shorter word once."""
    for et_ord in ord_:
        med_kant = f" {et_ord} "
        for n in range(kort, lang + 1):
            if n >= len(med_kant):
                yield "t" + med_kant
                break
            for i in range(len(med_kant) - n + 1):
                yield "t" + med_kant[i : i + n]
