"""Which chart is shown, what was guessed of it, which bar is read, and whether totals or averages are drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from content.schema import Bar, BarChart, BarsBlock
from screens.exhibit.blocks import BlockEffects, BlockModel

#: The guess that none of the bars is it.
NONE = "none"


@dataclass(frozen=True, slots=True)
class BarsState:
    """`guesses` holds what was answered to each chart so far, by chart; `read` is the bar whose source is shown.

    `words`: where only one of them has room, the words are shown instead of the bars.
    """

    block: BarsBlock
    at: int = 0
    guesses: tuple[tuple[str, str], ...] = ()
    read: str = ""
    average: bool = False
    words: bool = False
    page: int = 0
    today: date | None = None

    @property
    def chart(self) -> BarChart:
        """The chart shown."""
        return self.block.charts[self.at]

    @property
    def guess(self) -> str:
        """What was answered to this chart; empty while nothing was."""
        return dict(self.guesses).get(self.chart.id, "")

    @property
    def told(self) -> bool:
        """Whether it is shown what the bars are: from the start where nothing is asked."""
        return bool(self.guess) or self.chart.asks == "nothing"

    @property
    def right(self) -> bool:
        """Whether the guess holds; that none of them is so holds where no bar answers the question."""
        return self.guess in self.chart.right if self.chart.right else self.guess == NONE

    @property
    def bar(self) -> Bar | None:
        """The bar being read."""
        return next((one for one in self.chart.bars if one.id == self.read), None)

    def height(self, bar: Bar) -> float:
        """What is drawn of a bar: its number, or its average."""
        return bar.value / (bar.among or 1) if self.average else float(bar.value)


class BarsModel(BlockModel[BarsState]):
    """Begins with the first chart's question. A chart answered once stays answered."""

    def __init__(self, block: BarsBlock) -> None:
        self.state = BarsState(block)

    def opened_on(self, today: date) -> None:
        """Today decides which targets are still to come."""
        self.state = replace(self.state, today=today)

    def press(self, id: str, now: float) -> BlockEffects:
        verb, _, rest = id.removeprefix("bars.").partition(".")
        if id == "dock.back":
            self._back()
        elif not id.startswith("bars."):
            return ()
        elif verb == "chart" and rest.isdecimal() and int(rest) < len(self.state.block.charts):
            self.state = replace(self.state, at=int(rest), read="", average=False, words=False, page=0)
        elif verb == "bar":
            self._touch(rest)
        elif verb == "by" and self.state.told and self.state.chart.average_name:
            self.state = replace(self.state, average=rest == "average", page=0)
        elif verb == "face":
            self.state = replace(self.state, words=not self.state.words, page=0)
        elif verb == "page" and rest.isdecimal():
            self.state = replace(self.state, page=int(rest))
        return ()

    def _touch(self, id: str) -> None:
        """The first touch answers, later ones read."""
        state = self.state
        known = any(one.id == id for one in state.chart.bars)
        if not state.told and (known or (id == NONE and state.chart.asks == "actual")):
            average = state.chart.asks == "average"
            self.state = replace(state, guesses=(*state.guesses, (state.chart.id, id)), average=average, page=0)
        elif state.told and known:
            self.state = replace(state, read="" if state.read == id else id, page=0)

    def _back(self) -> None:
        """One step back: the bar being read, then the chart before. At the beginning nothing changes."""
        if self.state.words:
            self.state = replace(self.state, words=False, page=0)
        elif self.state.read:
            self.state = replace(self.state, read="", page=0)
        elif self.state.at:
            self.state = replace(self.state, at=self.state.at - 1, average=False, page=0)
