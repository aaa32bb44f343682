"""How much of what a mode offers is on show: a bar of words, or a page of the grid over the keys."""

from __future__ import annotations

from screens.inputs.mode import Mode

BAR_WORDS = 24
GRID_WORDS = 22  # 4 x 6 cells, the last two turn pages


class Paging:
    """The bar, or the grid when it is `expanded`, from the word numbered `first`."""

    def __init__(self) -> None:
        self.first = 0
        self.expanded = False

    def fold(self) -> None:
        """Back to the bar."""
        self.first, self.expanded = 0, False

    def toggle(self, mode: Mode) -> None:
        """Open the grid where there is anything to show, or close it."""
        self.first, self.expanded = 0, not self.expanded and bool(mode.offers(1))

    def turn(self, step: int, mode: Mode) -> None:
        """The next page of the grid, or the one before, if there is one."""
        if step < 0:
            self.first = max(0, self.first - GRID_WORDS)
        elif self.expanded and self.of(mode)[1]:
            self.first += GRID_WORDS

    def of(self, mode: Mode) -> tuple[tuple[str, ...], bool]:
        """The words on show, and whether there are more."""
        page = GRID_WORDS if self.expanded else BAR_WORDS
        offered = mode.offers(self.first + page + 1)
        return offered[self.first : self.first + page], len(offered) > self.first + page
