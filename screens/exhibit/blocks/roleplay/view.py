"""The talk's picture: one view for each step of it."""

from __future__ import annotations

from collections.abc import Callable

from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.roleplay.agree_view import oral_step, sign_step, vote_step
from screens.exhibit.blocks.roleplay.begin_view import role_step, scenes_view
from screens.exhibit.blocks.roleplay.end_view import end_step
from screens.exhibit.blocks.roleplay.listen_view import listen_step, why_step
from screens.exhibit.blocks.roleplay.meet_view import meet_step
from screens.exhibit.blocks.roleplay.pieces import show
from screens.exhibit.blocks.roleplay.propose_view import propose_step
from screens.exhibit.blocks.roleplay.state import Phase, TalkState
from screens.look import Look
from screens.parts.walked import Step
from screens.scene import Box

_STEPS: dict[Phase, Callable[[TalkState, Look], Step]] = {
    "role": role_step, "meet": meet_step, "listen": listen_step, "propose": propose_step, "why": why_step,
    "vote": vote_step, "sign": sign_step, "oral": oral_step, "end": end_step,
}  # fmt: skip


def view(state: TalkState, look: Look, box: Box) -> BlockView:
    """The choice of a matter keeps the exhibit's own heading and tabs; each later step has its own question."""
    if state.phase == "scenes":
        return scenes_view(state, look, box)
    return show(state, look, box, _STEPS[state.phase](state, look))
