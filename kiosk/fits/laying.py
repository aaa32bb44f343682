"""Laying a state out as the glass would: the variants there are, and what of a scene is clipped in one of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from kiosk.fits.walk import Way, labels
from screens import tokens
from screens.look import Broken, Look, Ruler
from screens.scene import Label, Layer, Scene
from screens.session import Variant

#: Theme changes no size; where controls must be low changes something in portrait only.
_LANDSCAPES = ((True, "normal"), (False, "normal"), (False, "low"))
#: Twice as large, a page is moved to where hands are: its reach changes nothing.
_HUGE = (("huge", (True, "normal")), ("huge", (False, "normal")))
_BROKEN: Broken = {}  # a hundred states are drawn of the same words
_EDGE = 2.0  # design pixels a glyph may reach over


@dataclass(frozen=True)
class Clip:
    """A text that does not fit, where, on the way to which state, in which variant."""

    room: str
    way: Way
    look: str
    language: str
    text: str
    reason: str


def ruler() -> Ruler:
    """The real one. Kivy measures without a window."""
    from kiosk.glass import boot

    boot.prepare((1920, 1080), headless=True)
    from screens.widgets.glyphs import Glyphs

    return Glyphs(1.0).ruler


def looks(measure: Ruler, language: str) -> list[Look]:
    """Every variant in which texts may break differently; the first is the one a walk begins in."""
    return [
        Look(tokens.load(), Variant(language, "light", size, reach), wide, measure, _BROKEN)  # type: ignore[arg-type]
        for size, (wide, reach) in (*product(("normal", "large"), _LANDSCAPES), *_HUGE)
    ]


def name_of(look: Look) -> str:
    """`portrait, large text, low reach`."""
    parts = ["landscape" if look.landscape else "portrait"]
    parts += [f"{look.variant.text} text"] if look.large else []
    parts += ["low reach"] if look.low else []
    return ", ".join(parts)


def clipped(scene: Scene, look: Look) -> Iterator[tuple[Label, str]]:
    """Labels that do not fit their place, lie below the dock's edge, or leave the glass."""
    for layer in scene.layers:
        for label in labels(layer.nodes):
            if not "".join(label.lines).strip():
                continue
            if label.overflow:
                yield label, "does not fit its place"
            elif _leaves(label, layer, look):
                yield label, "leaves the page"


def _leaves(label: Label, layer: Layer, look: Look) -> bool:
    if look.huge:  # laid out on a canvas of its own, and moved through: it was found to hold all of it
        return False
    width, height = look.size
    bare = layer.name.startswith("attract")
    bottom = height if bare or layer.name in ("chrome", "sheet", "toast", "idle") else height - look.dock_h
    box = label.box
    return box.x < -_EDGE or box.y < -_EDGE or box.right > width + _EDGE or box.bottom > bottom + _EDGE
