"""Draws, out of sight, the pages a visitor is likely to open, so that the first to come waits no longer than the rest.

A station that has just started, or has just forgotten a visitor, has no line of type and no picture in its memory;
making them takes a tenth of a second a page. While nobody is there it makes one page after another, and stops at once
when somebody comes. Nothing of a visitor is drawn: there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kivy.clock import Clock

from screens.scene import Node

_AFTER_S = 3.0  # the first touch comes first
_BETWEEN_S = 0.25  # a touch waits for the page being drawn, not for all of them
#: The pages still to be drawn, each a call that gives its nodes.
Pages = Iterator[Callable[[], tuple[Node, ...]]]


class Rehearsal:
    """`pages` begins anew what is to be drawn, `draw` makes what nodes need, `resting` says that nobody is there."""

    def __init__(
        self, pages: Callable[[], Pages], draw: Callable[[tuple[Node, ...]], None], resting: Callable[[], bool]
    ) -> None:
        self._pages = pages
        self._draw = draw
        self._resting = resting
        self._left: Pages | None = None
        self._event = Clock.create_trigger(self._step, _BETWEEN_S)
        self._first = Clock.create_trigger(self._begin, _AFTER_S)

    def begin(self) -> None:
        """Some seconds from now, begin with the first page; what was under way is given up."""
        self.end()
        self._first()

    def end(self) -> None:
        """Draw no more."""
        self._first.cancel()
        self._event.cancel()

    @property
    def under_way(self) -> bool:
        """Whether pages wait to be drawn."""
        return bool(self._first.is_triggered or self._event.is_triggered)

    def _begin(self, _: float) -> None:
        self._left = self._pages()
        self._event()

    def _step(self, _: float) -> None:
        page = next(self._left, None) if self._left is not None and self._resting() else None
        if page is not None:
            self._draw(page())
            self._event()
