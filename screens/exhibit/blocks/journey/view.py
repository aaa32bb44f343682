"""The picture of a case: the choice of cases, a scene, what came of a decision, the end."""

from __future__ import annotations

from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.journey.cases_view import cases_view
from screens.exhibit.blocks.journey.end_view import end_view
from screens.exhibit.blocks.journey.play_view import play_view
from screens.exhibit.blocks.journey.state import JourneyState
from screens.look import Look
from screens.scene import Box


def view(state: JourneyState, look: Look, box: Box) -> BlockView:
    """Once a case has begun it takes the heading's room too."""
    if state.phase == "cases":
        return BlockView(tuple(cases_view(state, look, box)), sample=True)
    draw = end_view if state.phase == "end" else play_view
    return BlockView(tuple(draw(state, look, box)), hint=look.t("journey.hint"), sample=True, bare=True)
