"""When rubbish is cleared away: while nothing happens, never between a touch and its answer.

Python looks through everything it holds whenever enough has been made: a tenth of a second at a station, in the
middle of somebody's touch. So nothing is looked through while the station starts; what is there when it has settled is
set aside as lasting (it is looked through again only when another release replaces it), and the little that came
since is gone through at rest.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

from kiosk.glass import heap

_EVERY_S = 20.0


def hold() -> None:
    """The station starts: whatever is made now is made to last."""
    gc.disable()


class Tidying:
    """`rest` is called when nothing happens, however often; `renewed` when what lasts was replaced; `left` when a
    visitor has left."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._last: float | None = None
        self._settled = False
        self._early = False  # what was set aside as lasting may be a visitor's

    def rest(self, alone: bool = True) -> None:
        """Clear away what nobody holds, unless that was done just now. `alone`: no visitor is there."""
        now = self._now()
        if self._last is not None and now - self._last < _EVERY_S:
            return
        self._last = now
        gc.collect()
        heap.give_back()
        if not self._settled:
            gc.freeze()
            gc.enable()
            self._settled, self._early = True, not alone

    def left(self) -> None:
        """A visitor has left: nothing of theirs is to last."""
        if self._early:
            self.renewed()

    def renewed(self) -> None:
        """Another release is on show: what the old one held may go at the next rest."""
        gc.unfreeze()
        self._settled = self._early = False
        self._last = None
