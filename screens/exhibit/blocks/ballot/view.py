"""The simulation's picture: one view for each step of it."""

from __future__ import annotations

from collections.abc import Callable

from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.ballot.after_view import appraise_step, end_step
from screens.exhibit.blocks.ballot.count_view import count_step
from screens.exhibit.blocks.ballot.explain_view import collect_step
from screens.exhibit.blocks.ballot.implement_view import implement_step
from screens.exhibit.blocks.ballot.judge_view import debate_step, screen_step
from screens.exhibit.blocks.ballot.pieces import show
from screens.exhibit.blocks.ballot.rules_view import rules_step
from screens.exhibit.blocks.ballot.state import BallotState, Phase
from screens.exhibit.blocks.ballot.vote_view import confirm_step, vote_view
from screens.look import Look
from screens.parts.walked import Step
from screens.scene import Box

_STEPS: dict[Phase, Callable[[BallotState, Look], Step]] = {
    "rules": rules_step, "collect": collect_step, "screen": screen_step, "debate": debate_step,
    "confirm": confirm_step, "count": count_step, "implement": implement_step, "appraise": appraise_step,
    "end": end_step,
}  # fmt: skip


def view(state: BallotState, look: Look, box: Box) -> BlockView:
    """Asks for the heading's room: each step has its own question on top."""
    if state.phase == "vote":
        return vote_view(state, look, box)
    return show(state, look, box, _STEPS[state.phase](state, look))
