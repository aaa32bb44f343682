"""The contract between the director and a screen: intents in, a frozen state out, effects asked for.

A screen is a folder with `model.py` (a `Screen` below) and `view.py` (a function from its state and a `Look` to a
`View`). Models are plain Python, are told the time, and ask for what lies outside them by returning effects.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeAlias, TypeVar

from screens.flow import Place
from screens.look import Look
from screens.parts.chrome import Action
from screens.parts.guide import Guide
from screens.parts.overlays import Sheet
from screens.pen import Samples
from screens.scene import Node
from screens.session import IdleKind
from screens.strings import Language

# ---- what a model may ask for ----------------------------------------


@dataclass(frozen=True, slots=True)
class Go:
    """Show another place."""

    place: Place


@dataclass(frozen=True, slots=True)
class Back:
    """Show the place before."""


@dataclass(frozen=True, slots=True)
class GoHome:
    """Show the home screen."""


@dataclass(frozen=True, slots=True)
class Toast:
    """Say one line for some seconds: an interface string and its values."""

    key: str
    values: tuple[tuple[str, object], ...] = ()
    icon: str = "info"


@dataclass(frozen=True, slots=True)
class EndVisit:
    """The visitor is done: forget them and rest."""


@dataclass(frozen=True, slots=True)
class ChooseLanguage:
    """The visitor chose a language on the screen itself."""

    language: str


@dataclass(frozen=True, slots=True)
class ToggleSound:
    """The visitor wants films without their sound, or with it again, until the visit ends."""


@dataclass(frozen=True, slots=True)
class Say:
    """Read a text aloud once, whether or not the visitor has reading aloud switched on."""

    text: str


Effect: TypeAlias = Go | Back | GoHome | Toast | EndVisit | ChooseLanguage | ToggleSound | Say
Effects: TypeAlias = tuple[Effect, ...]

S = TypeVar("S")


class Screen(Generic[S]):
    """Base of every model: a frozen `state` and answers to what the visitor does. Override what you need."""

    state: S
    idle: IdleKind = "browse"
    language: Language = "zh-Hans"  # the visitor's; the director sets it before it asks anything
    busy: bool = False  # its time runs even while nobody touches or another screen is shown: no idle question, no wipe
    plays: bool = False  # a film runs: nothing is read aloud meanwhile, and nobody is asked whether they are there
    awaits: bool = False  # an answer is on its way from elsewhere: whoever drives by a clock of their own waits for it
    locks: bool = False  # the services for single visitors wait meanwhile

    def press(self, id: str, now: float) -> Effects:
        """A target was touched and released. `now` is seconds on the app's clock."""
        return ()

    def slide(self, id: str, share: float, now: float) -> Effects:
        """The finger is at `share` (0 left or top, 1 right or bottom) of a target that slides."""
        return ()

    def draw(self, id: str, stroke: Samples, now: float) -> Effects:
        """A finger wrote a stroke on a target with a pen: from its top left corner, in parts of its height."""
        return ()

    def key(self, key: str, now: float) -> Effects:
        """A key of a hardware keyboard: one character, or `backspace`, `enter`, `left`, `right`."""
        return ()

    def scan(self, text: str, now: float) -> Effects | None:
        """A scanner read a code. None leaves it to the director (which opens deputies and receipts)."""
        return None

    def tick(self, now: float) -> Effects:
        """Time has passed; called no later than `next_due`."""
        return ()

    def next_due(self, now: float) -> float | None:
        """Seconds until `tick` matters; None while nothing is awaited."""
        return None

    def leave(self, now: float) -> None:
        """Another page is shown from now on, or something lies over this one: what plays here pauses."""

    def failed(self, id: str, now: float) -> None:
        """What a node of this id should show can't be shown."""

    def renew(self, content: Any) -> None:
        """New content arrived while this model is alive: take it, keeping the visitor's place."""

    def wipe(self) -> None:
        """Forget everything the visitor did or typed."""


@dataclass(frozen=True, slots=True)
class View:
    """What a screen puts on the glass, besides the strip and the dock."""

    nodes: tuple[Node, ...]
    hint: str = ""
    action: Action | None = None
    guide: Guide | None = None  # what leads a tour, in the dock
    sheet: Sheet | None = None
    sample: bool = False
    bare: bool = False  # no strip and no dock: the attract screen
    background: tuple[Node, ...] = field(default=())
    cites: bool = False  # it cites sources and has no place of its own to show them from: the dock offers it
    chinese: str = ""  # its title in Chinese, where the visitor reads another language (screens.titles)
    many: bool = False  # several fingers may press at once, each its own target (design guide 5)


@dataclass(frozen=True, slots=True)
class ScreenKind:
    """How the director makes and shows a screen: `open(about)` gives a model, `view(state, look)` its picture."""

    id: str
    open: Callable[[str], Screen[Any]]
    view: Callable[[Any, Look], View]
    warm: Callable[[], None] = lambda: None  # makes ready what takes long, behind the first page
    likely: Callable[[], tuple[str, ...]] = lambda: ()  # what it is most often opened about, to be drawn ahead
    opens_code: str = ""  # the code type (content.civics.codes) that a scanner opens here, `about` being its id
    service: bool = False  # for single visitors: not while a screen `locks`
