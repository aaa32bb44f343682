"""The committee's pages: the day, the cases, what came of them."""

from __future__ import annotations

from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.election.case_view import case_view
from screens.exhibit.blocks.election.day_view import day_view
from screens.exhibit.blocks.election.end_view import end_view
from screens.exhibit.blocks.election.model import ElectionState
from screens.look import Look
from screens.scene import Box


def view(state: ElectionState, look: Look, box: Box) -> BlockView:
    """The first page stands under the exhibit's tabs; the others bring their own question and lead out by "back"."""
    hint = look.t(f"election.hint.{state.phase}")
    if state.phase == "day":
        return BlockView(tuple(day_view(state, look, box)), hint=hint, sample=True)
    draw = case_view if state.phase == "case" else end_view
    return BlockView(tuple(draw(state, look, box)), hint=hint, sample=True, bare=True)
