"""Which panel is read. How many fit on a page is the view's matter, so the place is a panel and a part of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from content.schema import PanelsBlock
from screens.exhibit.blocks import BlockEffects, BlockModel

TO = "panels.to."


@dataclass(frozen=True, slots=True)
class PanelsState:
    """The panel being read and, where a panel needs several pages, which part of it."""

    block: PanelsBlock
    panel: str
    part: int = 0


class PanelsModel(BlockModel[PanelsState]):
    """Targets say where they lead (`panels.to.<panel>.<part>`): a change of text size keeps the reader's place."""

    def __init__(self, block: PanelsBlock) -> None:
        self.state = PanelsState(block, block.panels[0].id)

    def press(self, id: str, now: float) -> BlockEffects:
        if id.startswith(TO):
            panel, _, part = id.removeprefix(TO).rpartition(".")
            if part.isdecimal():
                self._turn(panel, int(part))
        return ()

    def begin_at(self, part: str) -> None:
        self._turn(part, 0)

    def _turn(self, panel: str, part: int) -> None:
        if any(one.id == panel for one in self.state.block.panels):
            self.state = replace(self.state, panel=panel, part=part)


def target(panel: str, part: int) -> str:
    """The id of a target that leads to a part of a panel."""
    return f"{TO}{panel}.{part}"
