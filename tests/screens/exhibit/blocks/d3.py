"""The bundled exhibit D3 inside the exhibit's own frame: what the election and count views are tested with."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from content.schema import Exhibit, strictly
from screens.exhibit.blocks import BlockModel, kind_of
from screens.exhibit.model import ExhibitState
from screens.exhibit.view import view
from screens.look import Look
from screens.scene import Node
from tests.screens.exhibit.blocks.d1 import measured
from tests.screens.looks import all_looks

_FILE = Path(__file__).parents[4] / "content/exhibition/exhibits/election-day/exhibit.yaml"


@cache
def exhibit() -> Exhibit:
    """The exhibit as its author wrote it."""
    return strictly(Exhibit, yaml.safe_load(_FILE.read_text(encoding="utf-8")))


def block(kind: str) -> Any:
    """Its block of a kind."""
    return next(one for one in exhibit().blocks if one.kind == kind)


def looks() -> Iterator[Look]:
    """Every variant, with the shipped fonts' widths."""
    yield from (measured(one) for one in all_looks())


def opened(kind: str, *presses: str, seed: int = 1) -> BlockModel[Any]:
    """The block's model after some presses."""
    model = kind_of(kind).open(block(kind), None, random.Random(seed))  # type: ignore[arg-type]
    for press in presses:
        model.press(press, 0.0)
    return model


def framed(model: BlockModel[Any], look: Look) -> tuple[Node, ...]:
    """The block drawn with the exhibit's heading and tabs, unless it brings its own."""
    shown = model.state.block
    return view(ExhibitState(exhibit(), shown.id, shown.kind, model.state, ()), look).nodes
