"""Rate limits: a token bucket per key, in memory."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from bot.kanaler.innstillinger import Grense

_RYDD_VED = 10_000


class Bottelager:
    """Token buckets by key. Full buckets are thrown away, so memory follows the keys in use."""

    def __init__(self, grense: Grense, klokke: Callable[[], float] = time.monotonic) -> None:
        self._per_sekund = grense.per_minutt / 60
        self._samlet = grense.samlet
        self._klokke = klokke
        self._botter: dict[str, tuple[float, float]] = {}

    def ta(self, nokkel: str) -> int:
        """Take one token. Returns 0 when there was one, else whole seconds until there is."""
        if self._per_sekund == 0:
            return 0
        na = self._klokke()
        if len(self._botter) >= _RYDD_VED:
            self._rydd(na)
        igjen, sist = self._botter.get(nokkel, (self._samlet, na))
        igjen = min(self._samlet, igjen + (na - sist) * self._per_sekund)
        if igjen < 1:
            self._botter[nokkel] = (igjen, na)
            return max(1, math.ceil((1 - igjen) / self._per_sekund))
        self._botter[nokkel] = (igjen - 1, na)
        return 0

    def _rydd(self, na: float) -> None:
        self._botter = {
            n: (igjen, sist)
            for n, (igjen, sist) in self._botter.items()
            if igjen + (na - sist) * self._per_sekund < self._samlet
        }
