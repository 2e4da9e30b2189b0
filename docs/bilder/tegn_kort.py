"""Draws Adaptive Cards with Microsoft's own renderer, in Teams' colours, to be looked at.

`mkdir kort; KORT=kort .venv/app/bin/python -m pytest tests/e2e/test_teams.py -k opening`, then
`.venv/app/bin/python docs/bilder/tegn_kort.py kort/teams-1.json`; the picture comes beside the file.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

TEGNER = Path(__file__).parents[2] / "bot/web/node_modules/adaptivecards/dist/adaptivecards.min.js"
_RAMME = """<style>body{font:14px Arial;margin:12px;background:#f5f5f5}.k{background:#fff;border:1px solid #ddd;
border-radius:6px;margin-bottom:12px}
button{border:1px solid #d1d1d1;background:#fff;border-radius:4px;padding:5px 12px}</style>"""
_TEGN = r"""(kortene) => {
  const a = AdaptiveCards;
  const lenke = /\[([^\]]+)\]\(([^)]+)\)/g;
  a.AdaptiveCard.onProcessMarkdown = (t, r) => {
    r.outputHtml = t.replace(/\*\*(.+?)\*\*/g, '<b>$1</b>').replace(/\*(.+?)\*/g, '<i>$1</i>')
      .replace(lenke, '<a href="$2">$1</a>')
      .split(/\r|\n\n/).map((x) => `<div>${x.replace(/^- /, '• ')}</div>`).join('');
    r.didProcess = true;
  };
  const farge = (d) => ({ default: d, subtle: d });
  const farger = { default: { default: '#242424', subtle: '#616161' },
    good: farge('#237B4B'), warning: farge('#835B00'),
    attention: farge('#C4314B') };
  const oppsett = new a.HostConfig({ fontFamily: 'Arial',
    actions: { maxActions: 6, actionAlignment: 'left' },
    containerStyles: { default: { backgroundColor: '#FFFFFF', foregroundColors: farger } } });
  for (const kort of kortene) {
    const c = new a.AdaptiveCard(), ramme = document.createElement('div');
    c.hostConfig = oppsett;
    c.parse(kort);
    ramme.className = 'k';
    ramme.append(c.render());
    document.body.append(ramme);
  }
}"""


def tegn(fil: Path, bredde: int = 720) -> Path:
    """Draw the cards of a JSON file. Returns the picture."""
    bilde = fil.with_suffix(".png")
    with sync_playwright() as p:
        leser = p.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        side = leser.new_page(viewport={"width": bredde, "height": 900})
        side.set_content(_RAMME)
        side.add_script_tag(path=str(TEGNER))
        side.evaluate(_TEGN, json.loads(fil.read_text(encoding="utf-8")))
        side.screenshot(path=str(bilde), full_page=True)
        leser.close()
    return bilde


if __name__ == "__main__":
    for navn in sys.argv[1:]:
        print(tegn(Path(navn)))
