"""The vote simulation, step by step: rules, collecting, screening, debate, vote, count, carrying out, appraisal.

Plain values: `answer` takes a state and a pressed id and returns the next state; the model only keeps the way back.
Marks and pages are not steps back, places in the procedure are.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from content.schema import BallotBlock
from screens.exhibit.blocks import BlockEffects
from screens.exhibit.blocks.ballot.count import GRADES
from screens.exhibit.blocks.ballot.state import REACTIONS, BallotState, Phase, offered
from screens.exhibit.trail import TrailModel

#: The ring is drawn like a stroke of the pen (design guide 10): its length and the pause between two pictures, seconds.
RING_S = 0.24
_FRAME_S = 0.04


def answer(state: BallotState, id: str) -> BallotState:
    """The state after `id` was pressed; the same state when it means nothing here."""
    name = id.removeprefix("ballot.")
    if name in ("page.next", "page.prev"):
        return replace(state, page=state.page + (1 if name == "page.next" else -1))
    if name in ("leaf.page.next", "leaf.page.prev"):
        return replace(state, leaf=state.leaf + (1 if name == "leaf.page.next" else -1))
    return _ANSWERS[state.phase](state, name)


def _go(state: BallotState, phase: Phase) -> BallotState:
    return replace(state, phase=phase, page=0, item=0, open="", ink=1.0)


def _in_rules(state: BallotState, name: str) -> BallotState:
    if name in {f"rule.{one.id}" for one in state.block.rule_sets}:
        return replace(state, rule=name.removeprefix("rule."), page=0)
    if name == "skip":  # who knows how a project comes about goes straight to the vote
        return _go(state, "vote")
    return _go(state, "collect") if name == "next" else state


def _in_collect(state: BallotState, name: str) -> BallotState:
    if name == "next":
        return _go(state, "screen")
    if name == "close":
        return replace(state, open="")
    if name in {f"item.{one.id}" for one in state.block.proposals}:
        return replace(state, open=name.removeprefix("item."), leaf=0)
    return state


def _in_screen(state: BallotState, name: str) -> BallotState:
    here = state.screened.id
    if name in ("keep", "drop") and state.verdict(here) is None:
        return replace(state, verdicts=(*state.verdicts, (here, name == "keep")), page=0)
    if name == "next" and state.verdict(here) is not None:
        last = state.item + 1 == len(state.block.proposals)
        return _go(state, "debate") if last else replace(state, item=state.item + 1, page=0)
    return _go(state, "debate") if name == "skip" else state


def _in_debate(state: BallotState, name: str) -> BallotState:
    if name == "next" and state.item + 1 < len(state.listed):
        return replace(state, item=state.item + 1, page=0)
    return _go(state, "vote") if name in ("next", "skip") else state


def _in_vote(state: BallotState, name: str) -> BallotState:
    if name == "cast":
        return _go(state, "confirm")
    if name == "undo":
        return replace(state, marks=state.marks[:-1], ink=1.0)
    option = name.removeprefix("item.")
    if not name.startswith("item.") or option not in state.paper.options:
        return state
    if option in state.marks:
        return replace(state, marks=tuple(one for one in state.marks if one != option), ink=1.0)
    if state.paper.takes(state.marks, option):
        return replace(state, marks=(*state.marks, option), ink=0.0)
    return state


def _in_confirm(state: BallotState, name: str) -> BallotState:
    if name == "cast.yes":
        return replace(_go(state, "count"), rounds=(*state.rounds, state.marks), marks=())
    return _go(state, "vote") if name == "cast.wait" else state


def _in_count(state: BallotState, name: str) -> BallotState:
    if name == "revote" and state.counted.revote:
        return _go(state, "vote")
    if name == "next" and not state.counted.revote:
        return _after_count(state)
    return state


def _after_count(state: BallotState) -> BallotState:
    if not state.projects:
        return _go(state, "end")
    return _go(state, "implement" if state.surprised else "appraise")


def _in_implement(state: BallotState, name: str) -> BallotState:
    here = state.surprised[state.item]
    for reaction in REACTIONS:
        if name == f"react.{reaction}" and reaction in offered(state, here):
            others = tuple(one for one in state.reactions if one[0] != here.id)
            return replace(state, reactions=(*others, (here.id, reaction)))
    if name == "next" and state.reaction(here.id):
        last = state.item + 1 == len(state.surprised)
        return _go(state, "appraise") if last else replace(state, item=state.item + 1, page=0)
    return state


def _in_appraise(state: BallotState, name: str) -> BallotState:
    here = state.projects[state.item]
    for grade in GRADES:
        if name == f"grade.{grade}" and state.grade(here.id) is None:
            return replace(state, appraisals=(*state.appraisals, (here.id, grade)), page=0)
    if name == "next" and state.grade(here.id):
        last = state.item + 1 == len(state.projects)
        return _go(state, "end") if last else replace(state, item=state.item + 1, page=0)
    return state


def _in_end(state: BallotState, name: str) -> BallotState:
    again = BallotState(state.block, state.seed + 1, state.rule)
    if name == "again":
        return again
    if name == "other" and state.other:
        return replace(again, rule=state.other.id)
    return state


_ANSWERS: dict[Phase, Callable[[BallotState, str], BallotState]] = {
    "rules": _in_rules, "collect": _in_collect, "screen": _in_screen, "debate": _in_debate, "vote": _in_vote,
    "confirm": _in_confirm, "count": _in_count, "implement": _in_implement, "appraise": _in_appraise, "end": _in_end,
}  # fmt: skip


class BallotModel(TrailModel[BallotState]):
    """One visitor's run through the simulation. `rng` decides only the seed."""

    def __init__(self, block: BallotBlock, rng: random.Random) -> None:
        super().__init__(BallotState(block, rng.getrandbits(32), block.rule_sets[0].id))
        self._inked_at = 0.0

    def answered(self, id: str) -> BallotState:
        return answer(self.state, id)

    def place(self, state: BallotState) -> object:
        return state.phase, state.item, bool(state.open), state.seed, state.rounds, state.verdicts, state.appraisals

    def kept(self, state: BallotState) -> BallotState:
        return replace(state, ink=1.0)

    def press(self, id: str, now: float) -> BlockEffects:
        before = self.state.marks
        effects = super().press(id, now)
        if self.state.ink == 0.0 and self.state.marks != before:
            self._inked_at = now
        return effects

    def tick(self, now: float) -> BlockEffects:
        if self.state.ink < 1.0:
            part = (now - self._inked_at) / RING_S
            frames = round(RING_S / _FRAME_S)
            self.state = replace(self.state, ink=min(1.0, max(0.0, int(part * frames + 1e-6) / frames)))
        return ()

    def next_due(self, now: float) -> float | None:
        return _FRAME_S if self.state.ink < 1.0 else None
