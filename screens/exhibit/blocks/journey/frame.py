"""What every page of a case has: its heading with the tag of a simulation, whom one plays, and the cable of stages."""

from __future__ import annotations

from typing import get_args

from content.schema.blocks.journey import Stage
from screens.exhibit.blocks.journey.clock import shown_day
from screens.exhibit.blocks.journey.state import JourneyState
from screens.exhibit.blocks.journey.wording import clock_line
from screens.look import Look
from screens.parts import button, tag
from screens.parts.cable import cable, names_height
from screens.scene import Box, Node

STAGES: tuple[Stage, ...] = get_args(Stage)
GAP = 20.0
_PYLON = 118.0
_TITLE_SHARE = 0.46


def heading(state: JourneyState, look: Look, box: Box, title: str, second: str) -> tuple[list[Node], float]:
    """Title, tag and second line; the cable beside it, or below in portrait. Returns the nodes and the free y."""
    beside = look.landscape and not look.large
    room = box.w * _TITLE_SHARE if beside else box.w
    button_w = _button_width(look) if look.large and look.landscape and state.phase != "end" else 0.0
    nodes, bottom = _words(look, Box(box.x, box.y, room - (button_w + GAP if button_w else 0), 0), title, second)
    if button_w:
        at = Box(box.right - button_w, box.y + 12, button_w, 120.0)
        nodes += calendar_button(state, look, at)
        bottom = max(bottom, at.bottom)
    if look.large:
        line = clock_line(state, look, shown_day(state, look))
        label = look.text(box.x, bottom + 4, box.w, line, "meta", color="teal_deep")
        return [*nodes, label], label.box.bottom + 16
    names = [look.t(f"journey.stage.{one}") for one in STAGES]
    at_stage = STAGES.index(state.scene.stage)
    if beside:
        place = Box(box.x + room + 24, box.y + 16, box.w - room - 24, 0)
        high = _PYLON + names_height(look, names, place.w)
        nodes += cable(look, Box(place.x, place.y, place.w, high), "journey.car", names, at_stage)
        return nodes, max(bottom, place.y + high) + 18
    high = _PYLON + names_height(look, names, box.w)
    nodes += cable(look, Box(box.x, bottom + 16, box.w, high), "journey.car", names, at_stage)
    return nodes, bottom + 16 + high + 18


def _words(look: Look, box: Box, title: str, second: str) -> tuple[list[Node], float]:
    word = look.t("journey.sim")
    tag_w = look.width(word, "micro") + 24
    style = look.headline_style(title, ("h1", "h2"), box.w, 2 * look.style("h2").line + 4)
    y = box.y + 12
    head = look.text(box.x, y, box.w, title, style, role="heading", id="journey.title")
    tagged, _ = tag(look, box.x, head.box.bottom + 8, word)
    below = look.text(box.x + tag_w + 16, head.box.bottom + 6, box.w - tag_w - 16, second, "meta", color="ink2")
    return [head, *tagged, below], max(below.box.bottom, head.box.bottom + 8 + look.style("micro").line + 4)


def _button_width(look: Look) -> float:
    words = (look.t("journey.calendar.open"), look.t("journey.calendar.close"))
    return max(look.width(one, "label") for one in words) + 116


def calendar_button(state: JourneyState, look: Look, box: Box) -> list[Node]:
    """Opens calendar and terms where large letters leave no room for them."""
    text = look.t("journey.calendar.close" if state.calendar_open else "journey.calendar.open")
    return button(
        look,
        box,
        "journey.calendar",
        text,
        "secondary",
        style="label",
        icon="cal",
        role="toggle",
        on=state.calendar_open,
    )
