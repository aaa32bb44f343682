"""The bundled exhibit D8 inside the exhibit's own frame, with a sample directory behind it."""

from __future__ import annotations

import random
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from content.catalog import Catalog
from content.civics.regions import table
from content.samples import sample_directory
from content.schema import Exhibit, Exhibition, strictly
from screens.exhibit.blocks import BlockModel, kind_of
from screens.exhibit.model import ExhibitState
from screens.exhibit.view import view
from screens.look import Look
from screens.scene import Label, Node, targets
from screens.screen import View
from tests.screens.looks import labels

_FILE = Path(__file__).parents[4] / "content/exhibition/exhibits/map-and-data/exhibit.yaml"
IDS = {one.short: one.id for one in table().regions}


@cache
def exhibit() -> Exhibit:
    """The exhibit as its author wrote it."""
    return strictly(Exhibit, yaml.safe_load(_FILE.read_text(encoding="utf-8")))


@cache
def catalog() -> Catalog:
    """Nothing but the directory: 2000 sample deputies of 2026."""
    directory = sample_directory(random.Random(1), 2000, date(2026, 1, 15))
    whole: Any = {"exhibits": (exhibit(),), "sources": (), "glossary": (), "quiz": (), "mailbox": _Nothing()}
    return Catalog(Exhibition.model_construct(directory=directory, **whole))


class _Nothing:
    topics = places = ()


def block(kind: str) -> Any:
    """Its first block of a kind."""
    return next(one for one in exhibit().blocks if one.kind == kind)


def opened(kind: str, *presses: str, block_: Any = None) -> BlockModel[Any]:
    """The block's model after some presses."""
    model = kind_of(kind).open(block_ or block(kind), catalog(), random.Random(1))
    for press in presses:
        model.press(press, 0.0)
    return model


def shown(model: BlockModel[Any], look: Look) -> View:
    """The block under its heading, with the exhibit's tabs."""
    mine = model.state.block
    blocks = tuple(mine if one.id == mine.id else one for one in exhibit().blocks)
    whole = exhibit().model_copy(update={"blocks": blocks})
    return view(ExhibitState(whole, mine.id, mine.kind, model.state, ()), look)


def framed(model: BlockModel[Any], look: Look) -> tuple[Node, ...]:
    """What is drawn of it."""
    return shown(model, look).nodes


def said(nodes: tuple[Node, ...]) -> str:
    """Everything that is written, without line breaks and spaces."""
    return "".join("".join(one.lines) for one in labels(nodes) if isinstance(one, Label)).replace(" ", "")


def hidden(nodes: tuple[Node, ...]) -> list[str]:
    """Texts that lie under something to touch that they do not belong to."""
    pressable = targets(nodes)
    return [
        one.full
        for one in labels(nodes)
        for target in pressable
        if one.of != target.id and min(one.box.right, target.box.right) - max(one.box.x, target.box.x) > 1
        and min(one.box.bottom, target.box.bottom) - max(one.box.y, target.box.y) > 1
    ]  # fmt: skip
