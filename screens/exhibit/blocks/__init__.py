"""Interactive blocks by name. A kind is a folder here: model.py, view.py, and `KIND` in its __init__.

Adding one needs no change anywhere else: a variant in content.schema, a folder here.
"""

from __future__ import annotations

import importlib
import pkgutil
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Generic, TypeAlias, TypeVar

from content.catalog import Catalog
from screens.look import Look
from screens.scene import Box, Node
from screens.screen import Effect

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class OpenBlock:
    """A block asks for another block of its exhibit."""

    block: str


BlockEffects: TypeAlias = "tuple[Effect | OpenBlock, ...]"


class BlockModel(Generic[S]):
    """Base of a block's model: a frozen `state`, changed by `press`. Plain Python, told the time."""

    state: S
    plays: bool = False  # a film runs

    def press(self, id: str, now: float) -> BlockEffects:
        """A target was pressed. `dock.back` asks for one step back; leave the state alone to pass it on."""
        return ()

    def slide(self, id: str, share: float, now: float) -> BlockEffects:
        """The finger is at `share` (0 left or top, 1 right or bottom) of a target that slides."""
        return ()

    def opened_on(self, today: date) -> None:
        """The day on which the block was opened; told once, before anything is touched."""

    def stands_at(self, tier: str) -> None:
        """The tier of this station (`town`, `village`...), where its installer has said so; told once, at opening."""

    def begin_at(self, part: str) -> None:
        """A search led to this part of the block; told once, at opening. One that it doesn't have changes nothing."""

    def tick(self, now: float) -> BlockEffects:
        """Time has passed; called no later than `next_due`."""
        return ()

    def next_due(self, now: float) -> float | None:
        """Seconds until `tick` matters."""
        return None

    def leave(self, now: float) -> None:
        """Another page is shown from now on, or something lies over this one: what plays here pauses."""

    def failed(self, id: str, now: float) -> None:
        """What a node of this id should show can't be shown."""


@dataclass(frozen=True, slots=True)
class BlockView:
    """What a block draws in its box; `title` replaces the exhibit's heading, `hint` the dock's line.

    One that is `bare` draws its own heading in the heading's room; the exhibit's tabs then stand in `tabs`, if it
    leaves a place for them.
    """

    nodes: tuple[Node, ...]
    title: str = ""
    subtitle: str = ""
    hint: str = ""
    sample: bool = False
    bare: bool = False
    tabs: Box | None = None


@dataclass(frozen=True, slots=True)
class BlockKind:
    """How one kind is run: `open(block, catalog, rng)` makes its model, `view(state, look, box)` draws it."""

    kind: str
    open: Callable[[Any, Catalog, random.Random], BlockModel[Any]]
    view: Callable[[Any, Look, Box], BlockView]


@lru_cache
def kind_of(name: str) -> BlockKind:
    """The kind of this name, read from its folder when it is first asked for. Raises: LookupError."""
    if name not in names():
        raise LookupError(f"no kind of block is called {name!r}; there are {', '.join(names())}")
    found: BlockKind = importlib.import_module(f"{__name__}.{name}").KIND
    return found


@lru_cache(maxsize=1)
def names() -> tuple[str, ...]:
    """Every kind of block in this folder."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if module.ispkg))
