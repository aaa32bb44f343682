"""A button that adds or takes away so many of something: the number, and below it of what."""

from __future__ import annotations

from screens.look import Look
from screens.parts.buttons import button
from screens.scene import Box, Label, Node

_OVERLAP = 6.0  # the lines of two styles have air enough to stand closer


def counted(
    look: Look, box: Box, id: str, number: str, unit: str, spoken: str, *, disabled: bool = False
) -> list[Node]:
    """A secondary button with `number` over `unit`."""
    ground = button(look, box, id, f"{number} {unit}", "secondary", disabled=disabled, spoken=spoken)
    frame = [one for one in ground if not isinstance(one, Label)]
    ink = "disabled_text" if disabled else "ink"
    style = "h3" if look.style("h3").line + look.style("dock").line - _OVERLAP <= box.h - 8 else "label"
    upper, lower = look.style(style).line, look.style("dock").line
    top = box.y + (box.h - upper - lower + _OVERLAP) / 2
    return [
        frame[0],
        look.text(box.x, top, box.w, number, style, color=ink, align="center", of=id),
        look.text(
            box.x, top + upper - _OVERLAP, box.w, unit, "dock", color=ink, align="center", of=id,
            max_h=box.bottom - top - upper + _OVERLAP,
        ),
        *frame[1:],
    ]  # fmt: skip
