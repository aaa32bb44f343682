"""The bundled exhibit D2 inside the exhibit's own frame, opened on a day between its targets."""

from __future__ import annotations

import random
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from content.schema import Exhibit, TimelineBlock, strictly
from screens.exhibit.blocks.timeline.model import TimelineModel
from screens.exhibit.model import ExhibitState
from screens.exhibit.view import view
from screens.look import Look
from screens.screen import View

_FILE = Path(__file__).parents[5] / "content/exhibition/exhibits/timeline/exhibit.yaml"
TODAY = date(2026, 11, 23)


@cache
def exhibit() -> Exhibit:
    """The exhibit as its author wrote it."""
    return strictly(Exhibit, yaml.safe_load(_FILE.read_text(encoding="utf-8")))


def block() -> TimelineBlock:
    """Its timeline."""
    return next(one for one in exhibit().blocks if isinstance(one, TimelineBlock))


def opened(*presses: str, seed: int = 1, today: date | None = TODAY) -> TimelineModel:
    """The model after some presses."""
    model = TimelineModel(block(), random.Random(seed))
    if today is not None:
        model.opened_on(today)
    for press in presses:
        model.press(press, 0.0)
    return model


def framed(model: TimelineModel, look: Look) -> View:
    """The block under its heading, with the exhibit's tabs."""
    return view(ExhibitState(exhibit(), "line", "timeline", model.state, ()), look)
