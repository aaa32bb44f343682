"""The bundled exhibit D7 inside the exhibit's own frame: what the views of clauses and reach are tested with."""

from __future__ import annotations

import random
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

_FILE = Path(__file__).parents[4] / "content/exhibition/exhibits/law-workshop/exhibit.yaml"


@cache
def exhibit() -> Exhibit:
    """The exhibit as its author wrote it."""
    return strictly(Exhibit, yaml.safe_load(_FILE.read_text(encoding="utf-8")))


def block(kind: str) -> Any:
    """Its block of a kind."""
    return next(one for one in exhibit().blocks if one.kind == kind)


def opened(kind: str, *presses: str) -> BlockModel[Any]:
    """The block's model after some presses."""
    model = kind_of(kind).open(block(kind), None, random.Random(1))  # type: ignore[arg-type]
    for press in presses:
        model.press(press, 0.0)
    return model


def framed(model: BlockModel[Any], look: Look) -> tuple[Node, ...]:
    """The block drawn under its heading, with the exhibit's tabs."""
    shown = model.state.block
    state = ExhibitState(exhibit(), shown.id, shown.kind, model.state, ())
    return view(state, look).nodes
