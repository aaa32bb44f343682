"""The dock's hint takes one line, or two that break where a speaker would pause."""

import re

import pytest

from screens.look import Look
from screens.parts.chrome import dock
from screens.scene import Label
from tests.screens.looks import all_looks

WIDE = [one for one in all_looks() if one.landscape]


def hint(look: Look, text: str) -> Label | None:
    nodes = dock(look, at_home=False, hint=text)
    return next((one for one in nodes if isinstance(one, Label) and one.full == text), None)


def test_a_long_hint_breaks_at_a_pause_where_its_halves_fit() -> None:
    broken = 0
    for look in WIDE:
        for text in ("点一条意见，看它说的是哪几个字", "拖动或点加减改选举日；点日历上有边的日子看说明"):
            label = hint(look, text)
            if label is None or len(label.lines) < 2:
                continue
            assert "".join(label.lines) == text
            if all(look.width(one, "meta") + 40 < label.box.w for one in re.split("[，；]", text)):
                assert label.lines[0][-1] in "，；", (look.variant, label.lines)
                broken += 1
    assert broken


@pytest.mark.parametrize("look", WIDE, ids=lambda one: str(one.variant))
def test_a_hint_without_a_pause_has_two_lines_alike(look: Look) -> None:
    label = hint(look, "编号和口令不会留在屏幕上也不会留在别处")
    if label is not None and len(label.lines) == 2:
        first, second = (look.width(one, "meta") for one in label.lines)
        assert second > 0.5 * first
