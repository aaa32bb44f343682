"""What a screen looks like at one moment, as frozen values: the only thing a view produces.

A view is a function from a state and a `Look` to a tuple of these nodes; `screens.widgets` draws them with Kivy and
answers touches. Boxes are design pixels, origin top left, y down. Colours are token names.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from screens.pen import Samples
from screens.tokens import TextStyle

Role = Literal[
    "text", "heading", "button", "toggle", "tab", "option", "slider", "field", "image", "qr", "note", "status",
    "caption",
]  # fmt: skip
Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, width, height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of the bottom edge."""
        return self.y + self.h

    @property
    def center(self) -> tuple[float, float]:
        """The middle."""
        return self.x + self.w / 2, self.y + self.h / 2

    def inset(self, dx: float, dy: float | None = None) -> Box:
        """The box made smaller by dx left and right, dy top and bottom."""
        dy = dx if dy is None else dy
        return Box(self.x + dx, self.y + dy, self.w - 2 * dx, self.h - 2 * dy)

    def moved(self, dx: float, dy: float) -> Box:
        """The box shifted."""
        return Box(self.x + dx, self.y + dy, self.w, self.h)

    def contains(self, x: float, y: float, slop: float = 0.0) -> bool:
        """Whether a point lies inside, or within `slop` of it."""
        return self.x - slop <= x <= self.right + slop and self.y - slop <= y <= self.bottom + slop

    def columns(self, count: int, gap: float) -> list[Box]:
        """The box cut into equal columns."""
        wide = (self.w - gap * (count - 1)) / count
        return [Box(self.x + i * (wide + gap), self.y, wide, self.h) for i in range(count)]

    def rows(self, count: int, gap: float) -> list[Box]:
        """The box cut into equal rows."""
        high = (self.h - gap * (count - 1)) / count
        return [Box(self.x, self.y + i * (high + gap), self.w, high) for i in range(count)]


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled and / or outlined rectangle. The border is drawn inside the box."""

    box: Box
    color: str | None = None
    radius: float = 0.0
    border: str | None = None
    border_w: float = 0.0
    dashed: bool = False
    alpha: float = 1.0
    shadow: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """Text already broken into lines; each is `style.line` high. `overflow` says that the box was too small for it."""

    box: Box
    lines: tuple[str, ...]
    style: TextStyle
    color: str = "ink"
    align: Align = "left"
    id: str = ""
    role: Role = "text"
    full: str = ""
    spoken: str = ""
    overflow: bool = False
    of: str = ""


@dataclass(frozen=True, slots=True)
class Icon:
    """One of the line icons, tinted; seen in a mirror where it is to `flip`."""

    box: Box
    name: str
    color: str = "ink"
    flip: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing in its own colours, fitted into the box with its proportions kept (or filling it when `cover`)."""

    box: Box
    name: str
    cover: bool = False
    id: str = ""
    spoken: str = ""
    flip: bool = False


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture of the exhibition, by logical path, fitted into the box. `instead` is drawn until it has been read, and
    for good where it can't be: nodes without targets, inside the box.
    """

    box: Box
    path: str
    instead: tuple[Node, ...] = ()
    id: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Film:
    """A film of the exhibition, by logical path, fitted into the box. While it is `playing` it was at second `at` when
    the app's clock said `since`; otherwise it stands there. `instead` as in `Photo`. Top level of a layer only.
    """

    box: Box
    key: str
    path: str
    at: float
    since: float
    playing: bool
    seconds: float
    heard: bool = True
    instead: tuple[Node, ...] = ()
    id: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Stroke:
    """An open or closed line through points. `dash` > 0 draws strokes of that length with equal gaps."""

    points: tuple[tuple[float, float], ...]
    color: str
    width: float
    closed: bool = False
    dash: float = 0.0


@dataclass(frozen=True, slots=True)
class Ink:
    """A brush stroke written by a finger: places and how wide the line is there."""

    samples: Samples
    color: str = "ink"


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled polygon (not self-crossing), with an optional outline."""

    points: tuple[tuple[float, float], ...]
    color: str
    outline: str | None = None
    outline_w: float = 0.0


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle: filled, outlined, or both; `start` and `end`, degrees clockwise from the top, make an arc."""

    x: float
    y: float
    r: float
    color: str | None = None
    outline: str | None = None
    outline_w: float = 0.0
    start: float = 0.0
    end: float = 360.0


@dataclass(frozen=True, slots=True)
class Qr:
    """A QR code on its white plate, error correction M, four modules of quiet zone."""

    box: Box
    payload: str
    id: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """Something a visitor may touch. Releasing inside it sends `id` to the screen's model.

    `hold_ms` > 0 asks for a long press instead (staff entry only). `on` is the state of a toggle or choice.
    One that `slides` follows the finger instead, from where it touches to where it is lifted: each place is sent as a
    share of the box's width or height less `inset` (half a knob) at both ends. Buttons beside it step it too.
    `share` is where it stands; where the page is `turned` round it is counted from the right. On one with a `pen`
    fingers write, a line that wide; each stroke is sent at its end.
    `expanded` says of what opens something whether that is open.
    """

    box: Box
    id: str
    role: Role = "button"
    label: str = ""
    spoken: str = ""
    on: bool | None = None
    disabled: bool = False
    radius: float = 12.0
    dark: bool = False
    hold_ms: int = 0
    covers: bool = False
    slides: Literal["", "x", "y"] = ""
    inset: float = 0.0
    pen: float = 0.0
    share: float | None = None
    turned: bool = False
    expanded: bool | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes that move together. When dx or dy change between two scenes, the group travels there in `ms`.

    A `whole` one keeps its inner directions where a page is turned round: a map has its east.
    """

    key: str
    nodes: tuple[Node, ...]
    dx: float = 0.0
    dy: float = 0.0
    ms: int = 0
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Drift:
    """Nodes that wander along a path, over and over: the only thing that moves by itself. `points` are offsets."""

    key: str
    nodes: tuple[Node, ...]
    points: tuple[tuple[float, float], ...]
    period_ms: int


Node: TypeAlias = (
    Fill | Label | Icon | Picture | Photo | Film | Stroke | Ink | Shape | Disc | Qr | Target | Group | Drift
)


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything on the glass: `screen` names the place; later layers lie over earlier ones.

    A layer that `blocks` takes all touches; what lies beneath stays visible and can't be pressed. Where `many` fingers
    may press at once, each has its own target.
    """

    screen: str
    layers: tuple[Layer, ...]
    many: bool = False


@dataclass(frozen=True, slots=True)
class Layer:
    """One sheet of nodes with its own identity; an unchanged layer is not drawn anew."""

    name: str
    nodes: tuple[Node, ...] = field(default=())
    blocks: bool = False
    enters: bool = False


def targets(nodes: tuple[Node, ...]) -> list[Target]:
    """Every target in drawing order, those in groups included (at the group's resting place)."""
    found: list[Target] = []
    for node in nodes:
        if isinstance(node, Target):
            found.append(node)
        elif isinstance(node, Group):
            found.extend(_shift(one, node.dx, node.dy) for one in targets(node.nodes))
    return found


def _shift(target: Target, dx: float, dy: float) -> Target:
    return replace(target, box=target.box.moved(dx, dy))
