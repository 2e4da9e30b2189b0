"""Inputs meant to do harm, shared by the tests of every channel."""

from __future__ import annotations

NULLBREDDE = "\u200b\u200c\u200d\u2060\ufeff"
HOYRE_TIL_VENSTRE = "\u202e\u202d\u2066\u2067\u2068\u202b"

TEKSTER: dict[str, str] = {
    "skråstrek": "/restart",
    "intensjon": '/anbefal_tiltak{"norskniva": "C1"}',
    "mange skråstreker": "/" * 500 + "restart",
    "skråstrek etter mellomrom": " \n\t /restart",
    "skråstrek etter nullbredde": NULLBREDDE + "/restart",
    "kontrolltegn": "".join(chr(n) for n in range(1, 32)) + "\x7f\x85 hei",
    "null": "hei\x00der",
    "html": "<img src=x onerror=alert(1)><script>alert(1)</script><svg/onload=alert(1)>",
    "attributt": '"><iframe srcdoc="<script>alert(1)</script>">',
    "mal": "${alert(1)} {{7*7}} {% raw %} #{7*7} <%= 7*7 %>",
    "lenke": "[klikk](javascript:alert(1)) ![x](data:text/html,<script>alert(1)</script>)",
    "sitatbombe": ">" * 1900 + " hei",
    "listebombe": "- " * 900 + "hei",
    "klammebombe": "[" * 950 + "]" * 950,
    "stjernebombe": "*" * 1900 + "hei",
    "tabellbombe": "|" * 900 + "\n" + "|-" * 450 + "|",
    "overskriftsbombe": "# a\n" * 499,
    "lenkebombe": "[a](" * 450,
    "nullbredde": NULLBREDDE * 300 + "hei",
    "bare nullbredde": NULLBREDDE * 100,
    "høyre til venstre": HOYRE_TIL_VENSTRE * 50 + "hei" + HOYRE_TIL_VENSTRE,
    "emoji": "😀" * 2000,
    "sammensatte emoji": "👩‍👩‍👧‍👦" * 280,
    "kombinerende": "a" + "\u0301" * 1900,
    "sql": "'; DROP TABLE samtale; --",
    "sti": "../../../../etc/passwd",
    "hode": "hei\r\nSet-Cookie: a=b\r\n\r\n<html>",
    "json": '{"conversation_id": "en annen", "text": "hei"}',
    "langt ord": "å" * 2000,
}
"""What a person can paste, by what it tries."""


def dyp_json(dybde: int) -> bytes:
    """A valid message whose extra field is nested `dybde` deep."""
    return b'{"conversation_id":"dyp","text":"hei","x":' + b"[" * dybde + b"]" * dybde + b"}"


def dypt_objekt(dybde: int) -> bytes:
    """The same with objects."""
    return b'{"conversation_id":"dyp","text":"hei","x":' + b'{"a":' * dybde + b"1" + b"}" * dybde + b"}"
