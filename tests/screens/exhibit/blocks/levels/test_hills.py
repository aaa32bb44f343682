from itertools import pairwise

import pytest

from screens.exhibit.blocks.levels import hills
from screens.scene import Box

SHEETS = [Box(72, 236, 840, 604), Box(60, 244, 960, 484), Box(60, 244, 960, 664)]


@pytest.mark.parametrize(("lower", "upper"), list(pairwise(hills.HILLS)))
def test_a_higher_level_stands_higher(lower, upper):
    assert upper.surface(upper.x) < lower.surface(lower.x)
    assert lower.surface(lower.x) - upper.surface(upper.x) >= hills.LEAST_APART


@pytest.mark.parametrize("hill", hills.HILLS)
def test_a_hill_is_highest_at_its_top_and_never_below_the_ground(hill):
    ys = [hill.surface(x) for x in range(0, 1011, 10)]
    assert hill.surface(hill.x) <= min(ys)
    assert max(ys) <= hills.SHEET_H


@pytest.mark.parametrize("hill", hills.HILLS)
def test_the_room_inside_a_hill_ends_at_its_surface(hill):
    y = hill.surface(hill.x) + 40
    for x in hill.room(y):
        assert hill.surface(x) == pytest.approx(y, abs=0.01)


@pytest.mark.parametrize("sheet", SHEETS)
def test_names_stand_on_their_own_hill_and_nowhere_else(sheet):
    for i, hill in enumerate(hills.HILLS):
        box = hills.name_box(hill, sheet, 96)
        top_of_own = hills.place(sheet, (0, hill.surface(hill.x)))[1]
        assert box.y >= top_of_own - 2
        if i:
            below = hills.HILLS[i - 1]
            assert box.bottom <= hills.place(sheet, (0, below.surface(below.x)))[1] + 8


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_arrow_starts_below_its_hill_and_ends_on_it(sheet):
    for i, (hill, climb) in enumerate(zip(hills.HILLS, hills.CLIMBS, strict=True)):
        assert hill.surface(climb.head[0]) < climb.head[1]
        foot = hills.SHEET_H if i < 2 else hills.HILLS[i - 1].surface(climb.tail[0])
        assert climb.tail[1] >= foot - 5


@pytest.mark.parametrize("sheet", SHEETS)
def test_what_is_touched_on_the_hills_does_not_overlap(sheet):
    boxes = [hills.name_box(one, sheet, 100) for one in hills.HILLS]
    boxes += [hills.touch_box(one, sheet, 96) for one in hills.CLIMBS]
    boxes.append(Box(sheet.x, sheet.bottom, sheet.w, 96))
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            wide = min(a.right, b.right) - max(a.x, b.x)
            high = min(a.bottom, b.bottom) - max(a.y, b.y)
            assert wide <= 0 or high <= 0, (a, b)


def test_an_arrowhead_points_where_the_line_goes():
    left, tip, right = hills.barbs(((0, 0), (0, -50)), 10)
    assert tip == (0, -50)
    assert left[1] == right[1] == -40
    assert left[0] == -right[0] != 0
