"""Draws, out of sight, the pages a visitor is likely to open, so that the first to come waits no longer than the rest.

A station that has just started, or has just forgotten a visitor, has no line of type and no picture in its memory;
making them takes a tenth of a second a page. It makes them in slices shorter than half a frame, while nobody is there
or while the one who is there reads: a touch puts it off. Nothing of a visitor is drawn: pages are taken as they first
open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter

from kivy.clock import Clock

_AFTER_S = 3.0  # the first touch comes first
_UNTOUCHED_S = 0.6
_SLICE_S = 0.008  # of a frame's 16 ms
#: What is to be made, a piece at each step.
Work = Iterator[None]


class Rehearsal:
    """`work` begins anew what is to be made, `variant` says for which look (another one begins anew), `busy` that the
    glass has other things to do.
    """

    def __init__(self, work: Callable[[], Work], variant: Callable[[], object], busy: Callable[[], bool]) -> None:
        self._work = work
        self._variant = variant
        self._busy = busy
        self._left: Work | None = None
        self._made_for: object = None
        self._event = Clock.create_trigger(self._step, 0)
        self._later = Clock.create_trigger(self._step, _UNTOUCHED_S)
        self._first = Clock.create_trigger(self._begin, _AFTER_S)

    def begin(self) -> None:
        """Some seconds from now, begin with the first page; what was under way is given up."""
        self.end()
        self._first()

    def put_off(self) -> None:
        """Somebody touches the glass: go on once it is left alone."""
        if self.under_way:
            self._first.cancel()
            self._wait()

    def renew(self) -> None:
        """Begin anew if the look is another than the one that was made ready."""
        if self._made_for is not None and self._made_for != self._variant():
            self._left = None
            self._wait()

    def end(self) -> None:
        """Make no more."""
        self._first.cancel()
        self._event.cancel()
        self._later.cancel()
        self._left = self._made_for = None

    @property
    def under_way(self) -> bool:
        """Whether pages wait to be made."""
        return bool(self._first.is_triggered or self._event.is_triggered or self._later.is_triggered)

    def _wait(self) -> None:
        self._event.cancel()
        self._later.cancel()
        self._later()

    def _begin(self, _: float) -> None:
        self._left = None
        self._event()

    def _step(self, _: float) -> None:
        if self._busy():
            self._wait()
            return
        if self._left is None:
            self._left, self._made_for = self._work(), self._variant()
        until = perf_counter() + _SLICE_S
        for _piece in self._left:
            if perf_counter() > until:
                self._event()
                return
        self._left = None
