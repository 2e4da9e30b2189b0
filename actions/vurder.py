"""Whether one measure fits the participant, and why not."""

from __future__ import annotations

from datetime import date
from typing import Any

from actions import regel
from actions.anbefal import lag_anbefaling
from actions.dialog import om_forrige
from actions.kontekst import Kontekst
from actions.melding import Melding
from bot.kunnskap.regelsok import GODT
from bot.profil.faktum import Profil
from bot.profil.samtale import Samtale
from bot.regler.neste_sporsmal import neste_sporsmal
from bot.svar.malform import felt
from bot.svar.samtalesvar import hvilket_tiltak
from bot.svar.tiltaksvar import hvorfor_ikke_svar, vurderingssvar

_HER = frozenset({"introduksjonsprogrammet"})


def _tiltak(k: Kontekst, samtale: Samtale, melding: Melding) -> str | None:
    if melding.tiltak:
        # "fra intro til Jobbsjansen", "AFT mens hun er i intro", "får en med sosialhjelp KVP?": the programme is where
        # she is and the benefit what she lives on, not what is asked for
        andre = [i for i in melding.tiltak if i not in _HER]
        egne = [i for i in andre if k.tjeneste.tiltak[i].type != "ytelse"]
        return (egne or andre or melding.tiltak)[0]
    return samtale.tiltak[0] if samtale.tiltak and not melding.tvil and om_forrige(melding) else None


def _neste(k: Kontekst, samtale: Samtale, i_dag: date, tiltak: str) -> str | None:
    utenom = samtale.spor_ikke_om
    return neste_sporsmal(k.tjeneste.regelsett, samtale.gjeldende, i_dag, [tiltak], utenom, nevn_program=False)


def svar(
    k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date, *, for_: Profil | None = None
) -> list[dict[str, Any]]:
    """The verdict of the measure named, or of the one talked about; `for_` is the profile to compare with."""
    tiltak = _tiltak(k, samtale, melding)
    if tiltak is None:
        if regel.beste(k, melding) is not None or not melding.tvil:
            return regel.svar(k, samtale, melding, i_dag)
        return [hvilket_tiltak(k.tjeneste, melding.tvil, samtale.gjeldende, i_dag, samtale.malform)]
    neste = _neste(k, samtale, i_dag, tiltak)
    a = lag_anbefaling(k, samtale.gjeldende, i_dag, None, frozenset())
    naere = (*a.mest_aktuelle, *a.passer, *a.kan_passe)
    andre = [i for i in dict.fromkeys(p.vurdering.tiltak_id for p in naere) if i != tiltak]
    samtale.tema, samtale.spurt_om, samtale.side = "vurdering", neste, None
    samtale.omtal(tiltak)
    funnet = regel.beste(k, melding, [tiltak], GODT) if melding.intent != "oppgi_fakta" else None
    kort = k.regelsok.kortsvar(melding.tekst, funnet) if funnet is not None else None
    return [
        vurderingssvar(
            k.tjeneste,
            tiltak,
            samtale.gjeldende,
            i_dag,
            samtale.malform,
            neste,
            andre[:3],
            funnet,
            for_=for_,
            kort=felt(kort, "svar", samtale.malform) if kort is not None else "",
            tenkt=samtale.tenkt is not None,
        )
    ]


def hvorfor_ikke(k: Kontekst, samtale: Samtale, melding: Melding, i_dag: date) -> list[dict[str, Any]]:
    """Why a measure is out, against the one that was put first instead."""
    tiltak = _tiltak(k, samtale, melding)
    if tiltak is None:
        return [hvilket_tiltak(k.tjeneste, melding.tvil, samtale.gjeldende, i_dag, samtale.malform)]
    a = lag_anbefaling(k, samtale.gjeldende, i_dag, samtale.bare_eier, frozenset())
    beste = next((p.vurdering.tiltak_id for p in a.mest_aktuelle), None)
    neste = _neste(k, samtale, i_dag, tiltak)
    samtale.tema, samtale.spurt_om, samtale.side = "vurdering", neste, None
    samtale.omtal(tiltak)
    return [hvorfor_ikke_svar(k.tjeneste, tiltak, samtale.gjeldende, i_dag, samtale.malform, beste, neste)]
