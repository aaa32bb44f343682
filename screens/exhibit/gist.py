"""The gist of an exhibit, as the first panel of what there is to read: half a minute for whoever reads nothing else."""

from __future__ import annotations

from content.schema import Block, Exhibit, Panel, PanelsBlock, Words
from screens import strings

GIST = "gist"


def with_gist(exhibit: Exhibit, block: Block) -> Block:
    """The block; the first block of panels begins with the gist, unless its author wrote a panel of that id."""
    first = next((one for one in exhibit.blocks if isinstance(one, PanelsBlock)), None)
    if block is not first or not isinstance(block, PanelsBlock) or any(one.id == GIST for one in block.panels):
        return block
    panel = Panel(id=GIST, heading=_heading(), text=exhibit.gist, art=exhibit.picture)
    return block.model_copy(update={"panels": (panel, *block.panels)})


def _heading() -> Words:
    return Words.model_validate(
        {language: strings.string("exhibit.gist", language) for language in ("zh-Hans", "zh-Hant", "en")}
    )
