"""The fact dictionary: every fact can be asked for, and its common answers are answers to it."""

from __future__ import annotations

from bot.profil.fakta import FAKTA
from bot.profil.lesing import les_profil

GITTE = [f for f in FAKTA.values() if not f.utledet]


def test_alle_som_sporres_om_har_sporsmal_pa_begge_malformer() -> None:
    for f in GITTE:
        assert f.sporsmal.endswith("?"), f.navn
        assert f.sporsmal_nn.endswith("?"), f.navn
    for f in FAKTA.values():
        assert not any(FAKTA[navn].utledet for navn in f.sporres_som), f.navn


def test_typiske_verdier_er_gyldige() -> None:
    for f in GITTE:
        for verdi in f.typiske:
            json_verdi = sorted(verdi) if isinstance(verdi, frozenset) else verdi
            assert les_profil({f.navn: json_verdi}) == {f.navn: (verdi,)}
