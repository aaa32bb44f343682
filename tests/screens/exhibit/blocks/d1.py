"""The bundled exhibit D1 inside the exhibit's own frame: what the levels, seats and panels views are tested with."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml
from PIL import ImageFont

from content.schema import Exhibit, strictly
from screens.exhibit.blocks import BlockModel, kind_of
from screens.exhibit.model import ExhibitState
from screens.exhibit.view import view
from screens.look import Look
from screens.scene import Node
from screens.tokens import TextStyle
from tests.screens.looks import all_looks

_FONTS = Path(__file__).parents[4] / "media/fonts"
_FILE = Path(__file__).parents[4] / "content/exhibition/exhibits/who-elects-whom/exhibit.yaml"


@cache
def _font(face: str, size: float) -> ImageFont.FreeTypeFont:
    family, weight = face.split("-")
    return ImageFont.truetype(_FONTS / f"Noto{family.capitalize()}CJKsc-{weight}.otf", round(size))


@lru_cache(maxsize=100_000)
def ruler(text: str, style: TextStyle) -> float:
    """The width in the fonts that are shipped."""
    return _font(style.face, style.size).getlength(text)


def measured(look: Look) -> Look:
    """The look with the shipped fonts' widths."""
    return replace(look, ruler=ruler)


def layouts() -> Iterator[Look]:
    """Every look that is laid out differently, and high contrast once: themes change colours, never places."""
    for one in all_looks():
        if one.variant.theme == "light" or (one.variant.reach == "normal" and one.variant.text == "normal"):
            yield measured(one)


@cache
def exhibit() -> Exhibit:
    """The exhibit as its author wrote it."""
    return strictly(Exhibit, yaml.safe_load(_FILE.read_text(encoding="utf-8")))


def block(kind: str) -> Any:
    """Its first block of a kind."""
    return next(one for one in exhibit().blocks if one.kind == kind)


def opened(kind: str, *presses: str, block_: Any = None) -> BlockModel[Any]:
    """The block's model after some presses."""
    model = kind_of(kind).open(block_ or block(kind), None, random.Random(1))  # type: ignore[arg-type]
    for press in presses:
        model.press(press, 0.0)
    return model


def framed(model: BlockModel[Any], look: Look) -> tuple[Node, ...]:
    """The block drawn under its heading, with the exhibit's tabs."""
    whole = exhibit()
    shown = model.state.block
    blocks = tuple(shown if one.id == shown.id else one for one in whole.blocks)
    state = ExhibitState(whole.model_copy(update={"blocks": blocks}), shown.id, shown.kind, model.state, ())
    return view(state, look).nodes
