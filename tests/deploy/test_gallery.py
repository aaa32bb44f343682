"""The pictures of galleries are made from drawings, once a theme."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from content.bundled import FOLDER
from deploy.setup.gallery import contrasted, render
from screens import tokens

DRAWINGS = sorted(FOLDER.glob("exhibits/*/drawings/*.svg"))


def test_every_token_changes_its_theme_and_nothing_else_changes() -> None:
    colors = tokens.load()
    names = ("ink", "raised", "ochre_wash", "vermilion")
    light = " ".join(colors.color("light", name) for name in names)
    assert contrasted(f"{light} #123456") == " ".join(colors.color("contrast", name) for name in names) + " #123456"


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda one: one.stem)
def test_a_drawing_uses_colours_of_tokens_only(drawing: Path) -> None:
    colors = tokens.load()
    known = {colors.color("light", name).upper() for name in tokens_of_drawings()}
    svg = drawing.read_text("utf-8")
    assert {part[:7].upper() for part in svg.split('"') if part.startswith("#")} <= known


def tokens_of_drawings() -> tuple[str, ...]:
    return ("ink", "paper", "raised", "sunk", "teal_wash", "ochre_wash", "mail_wash", "vermilion", "fill_4", "line")


@pytest.mark.parametrize("drawing", DRAWINGS[:1], ids=lambda one: one.stem)
def test_what_is_kept_is_what_the_drawing_gives(drawing: Path, tmp_path: Path) -> None:
    for name, svg in (
        (drawing.stem, drawing.read_text("utf-8")),
        (f"{drawing.stem}-contrast", contrasted(drawing.read_text("utf-8"))),
    ):
        made = tmp_path / f"{name}.webp"
        render(svg, made)
        with Image.open(made) as new, Image.open(drawing.parents[1] / "media" / made.name) as kept:
            assert new.size == kept.size
            small = (60, 40)
            pairs = zip(
                new.convert("L").resize(small).tobytes(), kept.convert("L").resize(small).tobytes(), strict=True
            )
            assert max(abs(a - b) for a, b in pairs) < 12
