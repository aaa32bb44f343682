"""A visitor's way through a box of one's choice."""

from __future__ import annotations

import random

from screens.exhibit.blocks.count.model import CountModel, CountState
from tests.screens.exhibit.blocks.d3 import block

BLOCK = block("count")
BOXES = [one.id for one in BLOCK.boxes]
RULED = ["clear", "tie", "few", "none"]  # boxes whose election stands


def at_box(box: str, seed: int = 1) -> CountModel:
    """The model with that box closed before it."""
    model = CountModel(BLOCK, random.Random(seed))
    model.state = CountState(BLOCK, seed, (box,))
    return model


def press(model: CountModel, *names: str) -> CountState:
    """Touches; the state after them."""
    for name in names:
        model.press(f"count.{name}", 0.0)
    return model.state


def to_turnout(box: str, seed: int = 1) -> CountModel:
    """The box open and counted, the first question on the glass."""
    model = at_box(box, seed)
    press(model, "open", "valid", "rest")
    return model


def to_round(box: str, number: int = 0, seed: int = 1) -> CountModel:
    """The election stands, the round `number` is to be announced."""
    model = to_turnout(box, seed)
    press(model, "stands", "next")
    for _ in range(number):
        press(model, "announce", "next")
    return model
