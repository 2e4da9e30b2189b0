"""Leaving TensorFlow out of Rasa when the model does not use it.

Rasa imports TensorFlow at start whatever the pipeline. Ours has no TensorFlow component, and the import
costs 5 s and 350 MB (measured), so a stand-in is put in its place: its names can be imported and inherited
from, but not used. A model with any component not known to do without gets the real TensorFlow.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import json
import sys
import tarfile
import types
from collections.abc import Sequence
from pathlib import Path

_PAKKER = {"tensorflow", "tensorflow_addons", "tensorflow_hub", "tensorflow_text", "keras"}

_KLARER_SEG_UTEN = (
    "bot.sprak.",
    "rasa.graph_components.",
    "rasa.nlu.tokenizers.",
    "rasa.nlu.featurizers.sparse_featurizer.",
    "rasa.nlu.classifiers.logistic_regression_classifier.",
    "rasa.nlu.classifiers.fallback_classifier.",
    "rasa.nlu.classifiers.keyword_intent_classifier.",
    "rasa.nlu.classifiers.regex_message_handler.",
    "rasa.nlu.extractors.regex_entity_extractor.",
    "rasa.nlu.extractors.entity_synonyms.",
    "rasa.nlu.extractors.crf_entity_extractor.",
    "rasa.core.policies.rule_policy.",
    "rasa.core.policies.memoization.",
    "rasa.core.policies.ensemble.",
)


class _Klassetype(type):
    def __getattr__(cls, navn: str) -> type:
        if navn.startswith("__"):
            raise AttributeError(navn)
        return _Stedfortreder


class _Stedfortreder(metaclass=_Klassetype):
    """Stands in for any name of TensorFlow; using it is an error that says so."""

    def __init__(self, *_args: object, **_navngitte: object) -> None:
        raise RuntimeError("TensorFlow er utelatt for denne modellen (bot.drift.uten_tensorflow).")


class _Modul(types.ModuleType):
    def __getattr__(self, navn: str) -> type:
        if navn.startswith("__"):
            raise AttributeError(navn)
        return _Stedfortreder


class _Finner(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: types.ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        del path, target
        if fullname.partition(".")[0] not in _PAKKER:
            return None
        # What other libraries probe for to see whether TensorFlow is there: it is not.
        if fullname.startswith("tensorflow.experimental"):
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)
        return importlib.machinery.ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> types.ModuleType:
        return _Modul(spec.name)

    def exec_module(self, module: types.ModuleType) -> None:
        del module


def komponenter(modell: Path) -> list[str]:
    """The classes a trained model's prediction graph is made of, by dotted path.

    Raises `OSError`, `tarfile.TarError`, `KeyError` or `ValueError` for a file that is no Rasa model.
    """
    with tarfile.open(modell) as arkiv:
        fil = arkiv.extractfile("metadata.json")
        if fil is None:
            raise KeyError("metadata.json")
        innhold = json.load(fil)
    return [str(node["uses"]) for node in innhold["predict_schema"]["nodes"].values()]


def kan_utelates(modell: Path) -> bool:
    """True if every component of the model is known to do without TensorFlow."""
    return all(navn.startswith(_KLARER_SEG_UTEN) for navn in komponenter(modell))


def utelat() -> None:
    """Put the stand-in in place. Call before anything of Rasa is imported."""
    sys.meta_path.insert(0, _Finner())
