"""The design system's components as functions that return scene nodes: buttons, cards, chips, sheets, the dock.

They place nothing by themselves beyond the box they are given. Pictures of all: design guide 9.
"""

from screens.parts.buttons import (
    ButtonKind,
    button,
    button_height,
    chip,
    icon_button,
    list_row,
    segmented,
)
from screens.parts.column import Column
from screens.parts.panels import facts, note, panel, qr_panel, sample_tag, stepper, tag

__all__ = [
    "ButtonKind",
    "Column",
    "button",
    "button_height",
    "chip",
    "facts",
    "icon_button",
    "list_row",
    "note",
    "panel",
    "qr_panel",
    "sample_tag",
    "segmented",
    "stepper",
    "tag",
]
