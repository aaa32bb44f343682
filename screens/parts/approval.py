"""The number under which a map was approved for the public, beside the map itself (地图管理条例 art. 15)."""

from __future__ import annotations

from screens.look import Look
from screens.scene import Box, Label


def map_number(look: Look, box: Box, number: str | None) -> Label | None:
    """A line at the foot of the box, or nothing where no map is shown."""
    if number is None:
        return None
    written = look.t("map.approval", number=number)
    high = look.height(written, "meta", box.w)
    return look.text(box.x, box.bottom - high, box.w, written, "meta", color="ink2")
