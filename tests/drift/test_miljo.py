"""Setting up: which Python, which locks, and what the user is told when something is missing."""

import ast
import os
import re
import stat
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from bot.drift import finn_python, miljo, stempel
from bot.drift.meldinger import Driftsfeil, Framdrift
from bot.drift.steg import Stoppsignal

ROT = Path(__file__).resolve().parents[2]
HER = f"{sys.version_info.major}.{sys.version_info.minor}"
I_MILJOENE = {
    "kortkall.py",
    "ingenminne.py",
    "svarkontroll.py",
    "rasastart.py",
    "actionsstart.py",
    "uten_tensorflow.py",
}


def _program(sti: Path, versjon: str | None) -> Path:
    """A stand-in for a Python that says it is `versjon`; None: one that fails like a shim without a
    version.
    """
    sti.parent.mkdir(parents=True, exist_ok=True)
    sti.write_text("#!/bin/sh\n" + (f"echo {versjon}\n" if versjon else "exit 127\n"), encoding="utf-8")
    sti.chmod(sti.stat().st_mode | stat.S_IXUSR)
    return sti


def test_finds_python_on_path(tmp_path: Path) -> None:
    program = _program(tmp_path / "med mellomrom" / "python3.10", "3.10")
    omgivelser = {"PATH": str(program.parent), "PYENV_ROOT": str(tmp_path / "ingen")}
    assert finn_python.finn_python("3.10", omgivelser) == str(program)


def test_passes_over_a_shim_that_does_not_run_and_takes_the_newest_of_pyenv(tmp_path: Path) -> None:
    skall = _program(tmp_path / "shims" / "python3.10", None)
    versjoner = tmp_path / "pyenv" / "versions"
    for delversjon in ("3.10.2", "3.10.13", "3.10.9", "3.11.1"):
        _program(versjoner / delversjon / "bin" / "python", delversjon.rsplit(".", 1)[0])
    omgivelser = {"PATH": str(skall.parent), "PYENV_ROOT": str(tmp_path / "pyenv")}
    assert finn_python.finn_python("3.10", omgivelser) == str(versjoner / "3.10.13" / "bin" / "python")


def test_a_python_pointed_out_goes_first_but_only_if_it_is_the_right_version(tmp_path: Path) -> None:
    valgt = _program(tmp_path / "valgt", "3.10")
    paa_path = _program(tmp_path / "bin" / "python3.10", "3.10")
    omgivelser = {"PATH": str(paa_path.parent), "PYENV_ROOT": "/", "TILTAKSLOSEN_PYTHON310": str(valgt)}
    assert finn_python.finn_python("3.10", omgivelser) == str(valgt)
    _program(valgt, "3.11")
    assert finn_python.finn_python("3.10", omgivelser) == str(paa_path)


def test_no_python_is_none(tmp_path: Path) -> None:
    omgivelser = {"PATH": str(tmp_path), "PYENV_ROOT": str(tmp_path)}
    assert finn_python.finn_python("3.10", omgivelser) is None


def test_versions_are_the_ones_of_the_python_version_file() -> None:
    assert set(miljo.PYTHON.values()) == set((ROT / ".python-version").read_text().split())


class _Oppsett(miljo.Miljo):
    """Set-up whose commands are recorded instead of run; `svar` gives the exit code of a command by a word
    in it.
    """

    def __init__(self, rot: Path, svar: dict[str, int] | None = None) -> None:
        super().__init__(rot, {"PATH": str(rot), "PYENV_ROOT": str(rot)}, Framdrift(StringIO()), Stoppsignal())
        self.kjort: list[list[str]] = []
        self._svar = svar or {}

    def _forsok(self, tekst: str, kommando: list[str]) -> int:
        self.kjort.append(kommando)
        for ord_, kode in self._svar.items():
            if ord_ in kommando:
                return kode
        if kommando[1:3] == ["-m", "venv"]:
            _program(Path(kommando[-1]) / "bin" / "python", HER)
            _program(Path(kommando[-1]) / "bin" / "uv", None)
        elif "venv" in kommando:
            _program(Path(kommando[-1]) / "bin" / "python", kommando[3])
        return 0

    def synket(self) -> list[str]:
        return [Path(kommando[-1]).name for kommando in self.kjort if "sync" in kommando]


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    rot = tmp_path / "mappe med mellomrom"
    (rot / "requirements").mkdir(parents=True)
    for laas in ("uv.lock", "rasa.lock", "rasa-dev.lock", "app.lock", "dev.lock"):
        (rot / "requirements" / laas).write_text(laas, encoding="utf-8")
    return rot


def test_first_start_makes_everything_with_hashes_and_the_second_does_nothing(rot: Path) -> None:
    forste = _Oppsett(rot)
    forste.sikre()
    assert forste.synket() == ["rasa.lock", "app.lock"]
    henter = [kommando for kommando in forste.kjort if "pip" in kommando]
    assert len(henter) == 3
    assert all("--require-hashes" in kommando for kommando in henter)
    andre = _Oppsett(rot)
    andre.sikre()
    assert andre.kjort == []


def test_a_changed_lock_syncs_that_environment_only(rot: Path) -> None:
    _Oppsett(rot).sikre()
    (rot / "requirements" / "app.lock").write_text("nytt", encoding="utf-8")
    igjen = _Oppsett(rot)
    igjen.sikre()
    assert igjen.synket() == ["app.lock"]


def test_the_development_environment_is_good_enough_to_run_but_not_the_other_way(rot: Path) -> None:
    _Oppsett(rot).sikre(utvikling=True)
    kjoring = _Oppsett(rot)
    kjoring.sikre()
    assert kjoring.kjort == []
    (rot / ".venv" / "app" / "tiltakslosen.stempel").unlink()
    kjoring.sikre()
    utvikling = _Oppsett(rot)
    utvikling.sikre(utvikling=True)
    assert utvikling.synket() == ["dev.lock"]
    (rot / ".venv" / "rasa" / "tiltakslosen.stempel").unlink()
    kjoring.sikre()
    utvikling.kjort.clear()
    utvikling.sikre(utvikling=True)
    assert utvikling.synket() == ["rasa-dev.lock"]


def test_an_environment_whose_python_is_gone_is_made_again(rot: Path) -> None:
    _Oppsett(rot).sikre()
    (rot / ".venv" / "rasa" / "bin" / "python").unlink()
    igjen = _Oppsett(rot)
    igjen.sikre()
    assert igjen.synket() == ["rasa.lock"]


def test_a_failed_sync_leaves_no_stamp(rot: Path) -> None:
    with pytest.raises(Driftsfeil):
        _Oppsett(rot, {"sync": 2}).sikre()
    assert stempel.les(rot / ".venv" / "rasa" / "tiltakslosen.stempel") == set()
    igjen = _Oppsett(rot)
    igjen.sikre()
    assert igjen.synket() == ["rasa.lock", "app.lock"]


def test_missing_python_says_which_and_what_to_do(rot: Path) -> None:
    with pytest.raises(Driftsfeil) as feil:
        _Oppsett(rot, {"find": 2, "--no-bin": 2}).sikre()
    melding = str(feil.value)
    assert "Fant ikke Python 3.10" in melding
    assert "TILTAKSLOSEN_PYTHON310" in melding
    assert "make run" in melding


def test_missing_venv_module_says_what_to_install(rot: Path) -> None:
    with pytest.raises(Driftsfeil, match="python3-venv"):
        _Oppsett(rot, {"-m": 1}).sikre()


@pytest.mark.parametrize(
    ("linje", "ventet"),
    [
        ("error sending request for url", "fikk ikke kontakt med pakkeregisteret"),
        ("Temporary failure in name resolution", "fikk ikke kontakt med pakkeregisteret"),
        ("OSError: [Errno 28] No space left on device", "disken er full"),
        ("Hash mismatch for `rasa==3.6.21`", "Hash mismatch"),
    ],
)
def test_a_failed_install_is_explained(tmp_path: Path, linje: str, ventet: str) -> None:
    logg = tmp_path / "oppsett.log"
    logg.write_text("noe annet\n" + linje + "\n", encoding="utf-8")
    assert ventet in str(miljo.feil_fra_logg("Henter pakkene gikk ikke", logg))


def test_other_machines_are_told_what_the_lock_is_for(rot: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(miljo.platform, "system", lambda: "Darwin")
    with pytest.raises(Driftsfeil, match="Linux på x86-64"):
        _Oppsett(rot).sikre()


def _moduler() -> list[Path]:
    return [fil for fil in sorted((ROT / "bot" / "drift").glob("*.py")) if fil.name not in I_MILJOENE]


@pytest.mark.parametrize("fil", [*_moduler(), ROT / "bot" / "__init__.py"], ids=lambda fil: fil.stem)
def test_runs_on_python_3_8_with_the_standard_library_only(fil: Path) -> None:
    tre = ast.parse(fil.read_text(encoding="utf-8"), feature_version=(3, 8))
    for node in ast.walk(tre):
        if isinstance(node, ast.Import):
            navn = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                assert node.level == 1, f"{fil.name}:{node.lineno} leaves bot.drift"
                moduler = [node.module] if node.module else [alias.name for alias in node.names]
                assert not {f"{modul}.py" for modul in moduler} & I_MILJOENE, f"{fil.name}:{node.lineno}"
                continue
            navn = [node.module or ""]
        else:
            continue
        for modul in navn:
            assert modul.partition(".")[0] in sys.stdlib_module_names, f"{fil.name}:{node.lineno} {modul}"


@pytest.mark.parametrize("laas", ["uv", "rasa", "rasa-dev", "app", "dev", "node"])
def test_locks_have_hashes_and_name_no_registry_or_folder(laas: str) -> None:
    tekst = (ROT / "requirements" / f"{laas}.lock").read_text(encoding="utf-8")
    pakker = re.findall(r"^[a-z0-9].*==.*?(?=^[a-z0-9]|\Z)", tekst, re.MULTILINE | re.DOTALL)
    assert pakker
    assert all("--hash=sha256:" in pakke for pakke in pakker)
    assert not re.search(r"https?://|file:|--(extra-)?index|--find-links|(^|\s)/\w+/", tekst.replace("--no-emit-", ""))


@pytest.mark.parametrize(("kjoring", "utvikling"), [("app.lock", "dev.lock"), ("rasa.lock", "rasa-dev.lock")])
def test_development_holds_the_same_versions(kjoring: str, utvikling: str) -> None:
    def versjoner(laas: str) -> dict[str, str]:
        tekst = (ROT / "requirements" / laas).read_text(encoding="utf-8")
        return dict(re.findall(r"^([a-z0-9-]+(?:\[.*\])?)==(\S+)", tekst, re.MULTILINE))

    assert versjoner(kjoring).items() <= versjoner(utvikling).items()


def test_the_command_answers_a_wrong_port_without_a_stack_trace() -> None:
    svar = subprocess.run(
        [sys.executable, "-m", "bot.drift", "kjor"],
        cwd=ROT,
        env={**os.environ, "TILTAKSLOSEN_PORT": "åtti", "LC_ALL": "C"},
        capture_output=True,
        timeout=30,
        check=False,
    )
    utskrift = (svar.stdout + svar.stderr).decode()
    assert svar.returncode == 1
    assert "TILTAKSLOSEN_PORT er «åtti»" in utskrift
    assert "Traceback" not in utskrift
