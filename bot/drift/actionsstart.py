"""Starts the action server of rasa-sdk: one process, loopback, and errors that keep the conversation to
themselves.

`python -m rasa_sdk` would do, but answers an exception with the whole request body, the tracker included,
and starts a second process for its worker. Runs in `.venv/app`.
"""

from __future__ import annotations

import argparse
import importlib
import logging
import warnings
from typing import Any

from rasa_sdk import utils
from rasa_sdk.endpoint import create_app
from rasa_sdk.executor import ActionExecutor
from sanic import HTTPResponse, Request, Sanic
from sanic.exceptions import SanicException
from sanic.handlers import ErrorHandler
from sanic.response import json

logger = logging.getLogger("tiltakslosen.actions")


class Feilsvar(ErrorHandler):
    """Says that something failed and where, never what the conversation held."""

    def default(self, request: Request, exception: Exception) -> HTTPResponse:
        """One line in the log with the exception's type and place; 500 (or Sanic's own status) without
        details.
        """
        if isinstance(exception, SanicException) and exception.status_code < 500:
            return json({"error": str(exception)}, status=exception.status_code)
        spor = exception.__traceback__
        while spor is not None and spor.tb_next is not None:
            spor = spor.tb_next
        sted = f"{spor.tb_frame.f_code.co_filename}:{spor.tb_lineno}" if spor is not None else "ukjent sted"
        logger.error("%s i %s", type(exception).__name__, sted)
        return json({"error": "Handlingsserveren feilet."}, status=500)


def lag_app(pakke: str) -> Sanic[Any, Any]:
    """The action server's app with every action found in `pakke`. Raises `ImportError` if there is no such
    package.
    """
    importlib.import_module(pakke)
    utforer = ActionExecutor()
    utforer.register_package(pakke)
    app = create_app(utforer, cors_origins=None)
    app.error_handler = Feilsvar()
    return app


def main() -> None:
    """Serve until stopped."""
    tolk = argparse.ArgumentParser(prog="bot.drift.actionsstart")
    tolk.add_argument("--pakke", required=True)
    tolk.add_argument("--vert", default="127.0.0.1")
    tolk.add_argument("--port", type=int, required=True)
    valg = tolk.parse_args()

    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    utils.update_sanic_log_level()
    # Rasa 3.6 calls an SDK of 3.21: tried, and the protocol is the same. The SDK warns at the first call
    # all the same.
    warnings.filterwarnings("ignore", message="Your versions of rasa and rasa_sdk might not be compatible")
    app = lag_app(valg.pakke)
    app.prepare(host=valg.vert, port=valg.port, single_process=True, access_log=False, motd=False)
    Sanic.serve_single(primary=app)


if __name__ == "__main__":
    main()
