"""The timeline: a slider along events on lanes, rounds of putting in order, pairs of then and now."""

from __future__ import annotations

from screens.exhibit.blocks import BlockKind
from screens.exhibit.blocks.timeline.model import TimelineModel
from screens.exhibit.blocks.timeline.view import view

KIND = BlockKind("timeline", lambda block, _catalog, rng: TimelineModel(block, rng), view)
