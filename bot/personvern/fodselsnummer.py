"""The Norwegian 11-digit identity numbers, and the account numbers that look alike.

A fødselsnummer is a date of birth (ddmmyy), three individual digits and two check digits, both modulo 11.
D-numbers add 4 to the first digit, H-numbers 4 to the third; synthetic numbers add 40, 65 or 80 to the month.
From 2032 the first check digit may leave the remainders 0-3 instead of 0 only.
"""

from __future__ import annotations

from collections.abc import Sequence

_VEKT_1 = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_VEKT_2 = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_RESTER_FRA_2032 = (0, 1, 2, 3)
_MANEDSTILLEGG = (0, 40, 65, 80)
_DAGSTILLEGG = (0, 40)
_DAGER = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _sum(sifre: Sequence[int], vekter: Sequence[int]) -> int:
    return sum(s * v for s, v in zip(sifre, vekter, strict=False))


def kontrollsifre_stemmer(sifre: Sequence[int]) -> bool:
    """True when both check digits of 11 digits are valid, by the present rule or the one from 2032."""
    return _sum(sifre, _VEKT_2) % 11 == 0 and _sum(sifre, _VEKT_1) % 11 in _RESTER_FRA_2032


def har_dato(sifre: Sequence[int]) -> bool:
    """True when the first six digits are a day and month that exist, with any of the additions in use."""
    dag = sifre[0] * 10 + sifre[1]
    maned = sifre[2] * 10 + sifre[3]
    return any(
        1 <= maned - m <= 12 and 1 <= dag - d <= _DAGER[maned - m - 1] for m in _MANEDSTILLEGG for d in _DAGSTILLEGG
    )


def er_hjelpenummer(sifre: Sequence[int]) -> bool:
    """True for a joint help number of the hospitals (FH): starts with 8 or 9, no date, valid check digits."""
    return sifre[0] in (8, 9) and kontrollsifre_stemmer(sifre)


def er_gyldig(sifre: Sequence[int]) -> bool:
    """True when 11 digits are an identity number of a kind in use."""
    return (har_dato(sifre) and kontrollsifre_stemmer(sifre)) or er_hjelpenummer(sifre)


def er_kontonummer(sifre: Sequence[int]) -> bool:
    """True when 11 digits have the check digit of a Norwegian account number (modulo 11)."""
    return _sum(sifre, _VEKT_2) % 11 == 0
