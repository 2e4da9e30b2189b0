"""Training the model when there is none, or when what it is trained on has changed."""

from __future__ import annotations

from pathlib import Path
from typing import Mapping

from . import stempel
from .meldinger import Driftsfeil, Framdrift, sekunder
from .miljo import python_i, rent_miljo
from .steg import Stoppsignal, kjor_steg, slutten_av

MODELL = "models/tiltakslosen.tar.gz"
_STEMPEL = "models/tiltakslosen.hash"

GRUNNLAG = (
    "config.yml",
    "domain.yml",
    "data/nlu",
    "data/rules",
    "data/stories",
    # our component's code, and the names of measures it knows
    "bot/sprak",
    "data/katalog",
    # another Rasa or scikit-learn cannot be trusted to read the same model
    "requirements/rasa.lock",
)
"""What the model depends on; a change in any of it means training again."""

_TRENINGSDATA = ("data/nlu", "data/rules", "data/stories")

RASA_MILJO = {
    "RASA_TELEMETRY_ENABLED": "false",
    # TensorFlow and SQLAlchemy are past their end of life and say so at every start
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "CUDA_VISIBLE_DEVICES": "-1",
    "PYTHONWARNINGS": "ignore",
    "MPLBACKEND": "Agg",
    "PYTHONUNBUFFERED": "1",
}
"""Environment for everything that runs in Rasa's Python."""


def avtrykk(rot: Path) -> str:
    """The hash of everything the model depends on."""
    return stempel.avtrykk(rot, GRUNNLAG)


def maa_trene(rot: Path) -> bool:
    """True if there is no model, or it was trained on something else than what is here now."""
    return not (rot / MODELL).is_file() or avtrykk(rot) not in stempel.les(rot / _STEMPEL)


def tren(
    rot: Path, miljo: Mapping[str, str], framdrift: Framdrift, stopp: Stoppsignal, *, uansett: bool = False
) -> bool:
    """Train if needed (or `uansett`) and return True if a model was trained.

    Raises `Driftsfeil` if training fails; the model that was there stays.
    """
    if not uansett and not maa_trene(rot):
        return False
    for fil in ("config.yml", "domain.yml"):
        if not (rot / fil).is_file():
            raise Driftsfeil(f"Fant ikke {fil} i {rot}.", "Hent mappa på nytt fra versjonskontrollen.")
    grunnlag = avtrykk(rot)
    logg = rot / "logs" / "trening.log"
    data = [sti for sti in _TRENINGSDATA if (rot / sti).is_dir()]
    tekst = "Trener språkmodellen"
    for_ = framdrift.gaatt()
    kode = kjor_steg(
        tekst,
        # --force: Rasa's own cache does not see changes in the modules our component uses
        [str(python_i(rot, "rasa")), "-m", "rasa", "train", "--force", "--config", "config.yml"]
        + ["--domain", "domain.yml", "--data", *data]
        + ["--out", "models", "--fixed-model-name", "tiltakslosen"],
        logg,
        framdrift,
        stopp,
        rot=rot,
        miljo={**rent_miljo(miljo), **RASA_MILJO},
    )
    if kode != 0 or not (rot / MODELL).is_file():
        raise Driftsfeil("Treningen gikk ikke. Detaljer: logs/trening.log. Siste linjer:", *slutten_av(logg, 6))
    stempel.skriv(rot / _STEMPEL, [grunnlag])
    framdrift.si(f"{tekst}: ferdig ({sekunder(framdrift.gaatt() - for_)})")
    return True
