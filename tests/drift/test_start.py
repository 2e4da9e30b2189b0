"""The two launchers: TensorFlow left out only where that is safe, and errors that keep conversations to
themselves.
"""

import io
import json
import subprocess
import sys
import tarfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiohttp import ClientSession, ClientTimeout

from bot.drift import uten_tensorflow
from bot.drift.prosesser import svarer

ROT = Path(__file__).resolve().parents[2]


def _modell(sti: Path, *komponenter: str) -> Path:
    graf = {"predict_schema": {"nodes": {str(n): {"uses": navn} for n, navn in enumerate(komponenter)}}}
    innhold = json.dumps(graf).encode()
    with tarfile.open(sti, "w:gz") as arkiv:
        oppforing = tarfile.TarInfo("metadata.json")
        oppforing.size = len(innhold)
        arkiv.addfile(oppforing, io.BytesIO(innhold))
    return sti


LETT = (
    "rasa.nlu.classifiers.logistic_regression_classifier.LogisticRegressionClassifier",
    "rasa.core.policies.rule_policy.RulePolicy",
    "bot.sprak.komponent.Fakta",
)


def test_tensorflow_is_left_out_for_a_model_of_known_light_components(tmp_path: Path) -> None:
    assert uten_tensorflow.kan_utelates(_modell(tmp_path / "m.tar.gz", *LETT))


@pytest.mark.parametrize(
    "tung",
    [
        "rasa.nlu.classifiers.diet_classifier.DIETClassifier",
        "rasa.core.policies.ted_policy.TEDPolicy",
        "rasa.nlu.selectors.response_selector.ResponseSelector",
        "rasa.nlu.featurizers.dense_featurizer.lm_featurizer.LanguageModelFeaturizer",
        "noe.helt.ukjent.Komponent",
    ],
)
def test_one_other_component_keeps_the_real_tensorflow(tmp_path: Path, tung: str) -> None:
    assert not uten_tensorflow.kan_utelates(_modell(tmp_path / "m.tar.gz", *LETT, tung))


def test_a_file_that_is_no_model_is_an_error(tmp_path: Path) -> None:
    fil = tmp_path / "m.tar.gz"
    fil.write_bytes(b"ikke en modell")
    with pytest.raises(tarfile.TarError):
        uten_tensorflow.kan_utelates(fil)


def test_the_stand_in_can_be_inherited_from_but_not_used() -> None:
    kode = (
        "from bot.drift import uten_tensorflow\n"
        "uten_tensorflow.utelat()\n"
        "import tensorflow as tf\nfrom tensorflow.keras.utils import Sequence\n"
        "class Modell(tf.keras.Model): pass\n"
        "try:\n    import tensorflow.experimental.dlpack\nexcept ImportError: print('ikke der')\n"
        "try:\n    Modell()\nexcept RuntimeError as feil: print(feil)\n"
    )
    svar = subprocess.run([sys.executable, "-c", kode], cwd=ROT, capture_output=True, text=True, timeout=30)
    assert svar.returncode == 0, svar.stderr
    assert svar.stdout.splitlines()[0] == "ikke der"
    assert "TensorFlow er utelatt" in svar.stdout.splitlines()[1]


_PAKKE = """
from rasa_sdk import Action

class Svarer(Action):
    def name(self):
        return "action_svarer"

    async def run(self, dispatcher, tracker, domain):
        dispatcher.utter_message(text="svar")
        return []

class Feiler(Action):
    def name(self):
        return "action_feiler"

    async def run(self, dispatcher, tracker, domain):
        raise ValueError("hemmelig i feilen")
"""


def _kall(handling: str) -> dict[str, object]:
    return {
        "next_action": handling,
        "sender_id": "s",
        "version": "3.6.21",
        "domain": {"slots": {}, "responses": {}},
        "tracker": {
            "sender_id": "s",
            "slots": {},
            "latest_message": {"text": "hemmelig i samtalen"},
            "events": [],
            "paused": False,
            "active_loop": {},
            "latest_action_name": None,
        },
    }


@pytest.fixture
def tjener(tmp_path: Path, unused_tcp_port: int) -> Iterator[str]:
    """A running action server with two actions; its address. What it writes is in `logg`."""
    (tmp_path / "provehandlinger.py").write_text(_PAKKE, encoding="utf-8")
    kommando = [sys.executable, "-m", "bot.drift.actionsstart", "--pakke", "provehandlinger"]
    with (tmp_path / "logg").open("wb") as logg:
        prosess = subprocess.Popen(
            [*kommando, "--port", str(unused_tcp_port)],
            cwd=ROT,
            env={"PYTHONPATH": str(tmp_path), "PATH": ""},
            stdout=logg,
            stderr=subprocess.STDOUT,
        )
        try:
            while not svarer(f"http://127.0.0.1:{unused_tcp_port}/health"):
                assert prosess.poll() is None, (tmp_path / "logg").read_text()
                time.sleep(0.05)
            yield f"http://127.0.0.1:{unused_tcp_port}"
        finally:
            prosess.terminate()
            prosess.wait(10)


async def test_action_server_answers_rasa_3_6_and_keeps_the_conversation_out_of_errors_and_log(
    tjener: str, tmp_path: Path
) -> None:
    async with ClientSession(timeout=ClientTimeout(10)) as nett:
        async with nett.post(tjener + "/webhook", json=_kall("action_svarer")) as svar:
            assert svar.status == 200
            assert (await svar.json())["responses"][0]["text"] == "svar"
        async with nett.post(tjener + "/webhook", json=_kall("action_feiler")) as svar:
            assert svar.status == 500
            assert "hemmelig" not in await svar.text()
        async with nett.get(tjener + "/finnes/ikke") as svar:
            assert svar.status == 404
    skrevet = (tmp_path / "logg").read_text()
    assert "hemmelig" not in skrevet
    assert "ValueError i" in skrevet
    assert "provehandlinger.py" in skrevet
    assert "might not be compatible" not in skrevet
