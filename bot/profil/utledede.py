"""The facts nobody is asked for: they follow from others (`bot.regler.utledning`), which are asked for instead."""

from __future__ import annotations

from bot.profil.faktum import Faktum, utledet

UTLEDEDE: tuple[Faktum, ...] = (
    utledet("aldersar", "tall", "alderen personen fyller i år", ("fodselsdato",), "tid", 0, 110),
    utledet(
        "skolearsalder",
        "tall",
        "alderen personen fylte eller fyller det året skoleåret tok til",
        ("fodselsdato",),
        "tid",
        0,
        110,
    ),
    utledet(
        "botid_ved_vedtak",
        "tall",
        "måneder bosatt da vedtaket treffes",
        ("bosatt_dato", "ordninger", "tilbud_om_oppstart", "tillatelse_dato"),
        "tid",
    ),
    utledet(
        "timer_med_arbeid",
        "tall",
        "timer per uke til rådighet og i arbeid til sammen",
        ("timer_tilgjengelig", "arbeid_timer_uke"),
        "valg",
        0,
        120,
    ),
    utledet(
        "barnet_innen_14_maneder",
        "ja_nei",
        "måneden yngste barn fyller 14 måneder er ikke over",
        ("yngste_barn_alder",),
        "tid",
    ),
    utledet(
        "innenfor_norskrett",
        "ja_nei",
        "innenfor retten til norskopplæring",
        ("tilbud_om_oppstart", "tillatelse_dato", "utdanning"),
        "tid",
    ),
)
