"""The calculator's state: which rule, how many people. The number of seats is worked out by content.civics.seats."""

from __future__ import annotations

from dataclasses import dataclass, replace

from content.civics.seats import RULES, SeatCount
from content.schema import SeatExample, SeatRule, SeatsBlock, Text
from screens.exhibit.blocks import BlockEffects, BlockModel

#: The larger step is this many times the smaller one: the first that crosses the range in at most 60 presses.
_FACTORS = (10, 40, 100, 400)
_MOST_PRESSES = 60


@dataclass(frozen=True, slots=True)
class SeatsState:
    """The rule and the population chosen; `example` while the population is that of a real place."""

    block: SeatsBlock
    rule_id: str
    population: int
    example_id: str = ""
    reading: bool = False
    part: int = 0

    @property
    def rule(self) -> SeatRule:
        """The rule chosen."""
        return next(one for one in self.block.rules if one.id == self.rule_id)

    @property
    def example(self) -> SeatExample | None:
        """The real place whose population is shown."""
        return next((one for one in self.rule.examples if one.id == self.example_id), None)

    @property
    def count(self) -> SeatCount:
        """What the law allows for this population."""
        return RULES[self.rule.rule](self.population)

    @property
    def steps(self) -> tuple[int, int]:
        """People a small and a large press change: the small one is what one more seat takes."""
        small = self.count.people_per_seat
        span = self.rule.population_max - self.rule.population_min
        factor = next((one for one in _FACTORS if span <= small * one * _MOST_PRESSES), _FACTORS[-1])
        return small, small * factor

    @property
    def texts(self) -> tuple[Text, ...]:
        """What explains the number: the rule, or where an example's figures come from."""
        example = self.example
        if example is None:
            return (self.rule.explanation,)
        return (example.population_note, *((example.actual_note,) if example.actual_note else ()))


class SeatsModel(BlockModel[SeatsState]):
    """Begins with the first rule at its own first population."""

    def __init__(self, block: SeatsBlock) -> None:
        rule = block.rules[0]
        self.state = SeatsState(block, rule.id, rule.population_start)

    def press(self, id: str, now: float) -> BlockEffects:
        if id == "dock.back":
            if self.state.reading:
                self.state = replace(self.state, reading=False, part=0)
            return ()
        verb, _, rest = id.removeprefix("seats.").partition(".")
        if not id.startswith("seats."):
            return ()
        if verb == "rule":
            self._rule(rest)
        elif verb in ("less", "more") and rest in ("small", "large"):
            step = self.state.steps[rest == "large"]
            self._people(self.state.population + (step if verb == "more" else -step))
        elif verb == "example":
            self._example(rest)
        elif verb == "why":
            self.state = replace(self.state, reading=True, part=0)
        elif verb == "part" and rest.isdecimal():
            self.state = replace(self.state, part=int(rest))
        return ()

    def _rule(self, wanted: str) -> None:
        rule = next((one for one in self.state.block.rules if one.id == wanted), None)
        if rule is not None and rule.id != self.state.rule_id:
            self.state = SeatsState(self.state.block, rule.id, rule.population_start)

    def _people(self, population: int) -> None:
        rule = self.state.rule
        held = min(max(population, rule.population_min), rule.population_max)
        self.state = replace(self.state, population=held, example_id="")

    def _example(self, wanted: str) -> None:
        example = next((one for one in self.state.rule.examples if one.id == wanted), None)
        if example is not None:
            self.state = replace(self.state, population=example.population, example_id=example.id)
