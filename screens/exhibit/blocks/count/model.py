"""The visitor's way through a box: paper by paper, the two questions at its end, the rounds that follow.

Owns what touches do. Nothing of the result is kept: a judgement is what the visitor said, whether it is right and what
follows is computed from the papers each time.
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from content.civics.ballot_box import Paper, PaperRuling, Round, Validity, judge, next_round
from content.schema import BallotBox, BallotPaper, CountBlock
from screens.exhibit.blocks import BlockEffects, BlockModel
from screens.exhibit.blocks.count.rounds import elected_by, paper_of, papers_of, rounds_of, validity_of

Phase = Literal["open", "paper", "turnout", "elect", "end"]


@dataclass(frozen=True, slots=True)
class CountState:
    """Where the visitor is. `order` are the boxes as this visit draws them, `turn` the one in hand.

    `judged` is what was said of each paper so far (valid or not); `stands` of the election; `named` who was touched as
    elected in this round, `told` whether the round's result is out.
    """

    block: CountBlock
    seed: int
    order: tuple[str, ...]
    turn: int = 0
    phase: Phase = "open"
    page: int = 0
    judged: tuple[bool, ...] = ()
    at: int = 0
    stands: bool | None = None
    round: int = 0
    named: tuple[str, ...] = ()
    told: bool = False

    @property
    def box(self) -> BallotBox:
        """The box in hand."""
        id = self.order[self.turn % len(self.order)]
        return next(one for one in self.block.boxes if one.id == id)

    @property
    def draw(self) -> int:
        """The seed of later rounds: another one each time a box is opened."""
        return self.seed + self.turn

    @property
    def paper(self) -> BallotPaper:
        """The paper in hand."""
        return self.box.papers[self.at]

    @property
    def ruling(self) -> PaperRuling:
        """Whether it counts."""
        return judge(paper_of(self.paper), self.block.seats)

    @property
    def verdict(self) -> bool | None:
        """What the visitor said of the paper in hand; None before."""
        return self.judged[self.at] if self.at < len(self.judged) else None

    @property
    def counted(self) -> tuple[Paper, ...]:
        """The papers whose votes are on the board."""
        done = len(self.judged) if self.phase == "paper" else len(self.box.papers)
        return papers_of(self.box)[:done]

    @property
    def validity(self) -> Validity:
        """Whether the election stands."""
        return validity_of(self.box)

    @property
    def rounds(self) -> tuple[Round, ...]:
        """Every round of this box."""
        return rounds_of(self.block, self.box.id, self.draw)

    @property
    def here(self) -> Round:
        """The round in hand. Only where the election stands."""
        return self.rounds[self.round]

    @property
    def elected(self) -> tuple[str, ...]:
        """Elected in the rounds whose result is out."""
        upto = self.round if self.told or self.phase == "end" else self.round - 1
        return elected_by(self.rounds, upto)

    @property
    def follows(self) -> bool:
        """Whether there is another round to play."""
        return self.round + 1 < len(self.rounds)

    @property
    def open_seats(self) -> int:
        """Seats nobody was elected to when the rounds ended."""
        return self.rounds[-1].count.open_seats if self.rounds else self.block.seats

    @property
    def still_tied(self) -> bool:
        """Whether the last round played left votes equal."""
        following = next_round(self.rounds[-1]) if self.rounds else None
        return following is not None and following[0] == "again"

    @property
    def right(self) -> int:
        """How many papers the visitor judged as the law does."""
        papers = papers_of(self.box)
        return sum(
            said == judge(one, self.block.seats).valid for said, one in zip(self.judged, papers, strict=False)
        )  # fmt: skip


def answer(state: CountState, id: str) -> CountState:
    """The state after `id` was pressed; the same state when it means nothing here."""
    name = id.removeprefix("count.")
    if name in ("page.next", "page.prev"):
        return replace(state, page=max(0, state.page + (1 if name == "page.next" else -1)))
    return _ANSWERS[state.phase](state, name)


def _in_open(state: CountState, name: str) -> CountState:
    return replace(state, phase="paper", page=0) if name == "open" else state


def _in_paper(state: CountState, name: str) -> CountState:
    if name in ("valid", "void") and state.verdict is None:
        return replace(state, judged=(*state.judged, name == "valid"), page=0)
    if name == "next" and state.verdict is not None:
        if state.at + 1 < len(state.box.papers):
            return replace(state, at=state.at + 1, page=0)
        return replace(state, phase="turnout", page=0)
    if name == "rest" and state.judged:
        return replace(state, phase="turnout", page=0)
    return state


def _in_turnout(state: CountState, name: str) -> CountState:
    if name in ("stands", "falls") and state.stands is None:
        return replace(state, stands=name == "stands", page=0)
    if name == "next" and state.stands is not None:
        return replace(state, phase="elect" if state.validity.valid else "end", page=0)
    return state


def _in_elect(state: CountState, name: str) -> CountState:
    who = name.removeprefix("name.")
    if name.startswith("name.") and not state.told and who in state.here.standing:
        if who in state.named:
            return replace(state, named=tuple(one for one in state.named if one != who))
        return replace(state, named=(*state.named, who)) if len(state.named) < state.here.seats else state
    if name == "announce" and not state.told:
        return replace(state, told=True, page=0)
    if name == "next" and state.told:
        if state.follows:
            return replace(state, round=state.round + 1, named=(), told=False, page=0)
        return replace(state, phase="end", page=0)
    return state


def _in_end(state: CountState, name: str) -> CountState:
    return CountState(state.block, state.seed, state.order, state.turn + 1) if name == "again" else state


_ANSWERS: dict[Phase, Callable[[CountState, str], CountState]] = {
    "open": _in_open, "paper": _in_paper, "turnout": _in_turnout, "elect": _in_elect, "end": _in_end,
}  # fmt: skip


def _place(state: CountState) -> tuple[object, ...]:
    """What "back" goes back to."""
    return state.turn, state.phase, state.at, len(state.judged), state.stands is None, state.round, state.told


class CountModel(BlockModel[CountState]):
    """One visitor at the boxes. `rng` decides their order and the seed of later rounds."""

    def __init__(self, block: CountBlock, rng: random.Random) -> None:
        order = [one.id for one in block.boxes]
        rng.shuffle(order)
        self.state = CountState(block, rng.randrange(10_000), tuple(order))
        self._trail: deque[CountState] = deque(maxlen=200)

    def press(self, id: str, now: float) -> BlockEffects:
        if id == "dock.back":
            if self._trail:
                self.state = self._trail.pop()
            return ()
        after = answer(self.state, id)
        if _place(after) != _place(self.state):
            self._trail.append(self.state)
        self.state = after
        return ()
