"""The bundled exhibit D4 inside the exhibit's own frame: what the journey, sharpen and story views are tested with."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from content.schema import Exhibit, strictly
from screens.exhibit.blocks import BlockModel
from screens.exhibit.model import ExhibitState
from screens.exhibit.view import view
from screens.look import Look
from screens.scene import Node

_FILE = Path(__file__).parents[4] / "content/exhibition/exhibits/suggestion-journey/exhibit.yaml"


@cache
def exhibit() -> Exhibit:
    """The exhibit as its author wrote it."""
    return strictly(Exhibit, yaml.safe_load(_FILE.read_text(encoding="utf-8")))


def block(kind: str) -> Any:
    """Its block of a kind."""
    return next(one for one in exhibit().blocks if one.kind == kind)


def framed(model: BlockModel[Any], look: Look) -> tuple[Node, ...]:
    """The block drawn under its heading, with the exhibit's tabs."""
    shown = model.state.block
    return view(ExhibitState(exhibit(), shown.id, shown.kind, model.state, ()), look).nodes
