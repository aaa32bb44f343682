"""Blocks of the bundled exhibition inside their exhibit's own frame, in the shipped fonts' widths."""

from __future__ import annotations

import random
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from content.authoring import read_exhibition
from content.catalog import Catalog
from content.samples import sample_directory
from content.schema import Exhibit
from screens.exhibit.blocks import BlockModel, kind_of
from screens.exhibit.model import ExhibitState
from screens.exhibit.view import view
from screens.look import Look
from screens.scene import Node

_FOLDER = Path(__file__).parents[4] / "content" / "exhibition"


@cache
def catalog() -> Catalog:
    """The bundled exhibition with a few made-up deputies."""
    return Catalog(read_exhibition(_FOLDER, sample_directory(random.Random(1), 40, date(2026, 1, 15))))


def exhibits_with(kind: str) -> list[tuple[Exhibit, Any]]:
    """Every block of a kind, with its exhibit."""
    return [(one, block) for one in catalog().exhibition.exhibits for block in one.blocks if block.kind == kind]


def opened(block: Any, seed: int = 1) -> BlockModel[Any]:
    """A block as a visitor finds it."""
    return kind_of(block.kind).open(block, catalog(), random.Random(seed))


def framed(exhibit: Exhibit, model: BlockModel[Any], look: Look) -> tuple[Node, ...]:
    """The block drawn under its heading, with the exhibit's tabs."""
    block = model.state.block
    return view(ExhibitState(exhibit, block.id, block.kind, model.state, ()), look).nodes
