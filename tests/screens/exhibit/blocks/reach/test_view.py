"""The map and its controls stand in every look; where the map can't be touched, arrows do what a touch would."""

from itertools import pairwise

import pytest

from screens.exhibit.blocks.reach.view import view
from screens.exhibit.blocks.reach.ways import first_part, line
from screens.scene import Box, Fill, Icon, Stroke, targets
from tests.screens.exhibit.blocks.d1 import layouts, measured
from tests.screens.exhibit.blocks.d7 import block, framed, opened
from tests.screens.looks import complaints, labels, look

STATES = [
    (),
    ("reach.walker.wheels", "reach.build.lift"),
    ("reach.walker.stick", "reach.hold.bus", "reach.at.b2", "reach.less"),
    ("reach.at.a1",),
]


def ids(nodes):
    return [one.id for one in targets(nodes) if not one.disabled]


@pytest.mark.parametrize("presses", STATES, ids=len)
@pytest.mark.parametrize("variant", list(layouts()), ids=lambda one: f"{one.landscape} {one.variant}")
def test_it_stands_in_every_look(variant, presses):
    nodes = framed(opened("reach", *presses), variant)
    assert complaints(nodes, variant) == []
    found = ids(nodes)
    assert [one for one in found if one.startswith("reach.walker.")]
    assert len([one for one in found if one.startswith("reach.hold.")]) == 6
    touched = [one for one in found if one.startswith("reach.at.")]
    moved = [one for one in found if one.startswith("reach.move.")]
    ground = next(one for one in nodes if isinstance(one, Fill) and one.radius == 0 and one.box.w > 800)
    assert ground.box.h >= 260, "the map is the picture; words make room for it"
    assert (len(touched) == len(block("reach").places)) != bool(moved)


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_it_says_that_the_town_is_made_up(language):
    variant = measured(look(language=language))
    said = " ".join(one.full for one in labels(framed(opened("reach"), variant)))
    assert {"zh-Hans": "编出来的山城", "en": "Made up: the town"}[language] in said
    assert variant.say(block("reach").walkers[0].basis) in said


def test_stairs_that_wheels_cannot_pass_are_crossed_out():
    variant = measured(look())

    def crosses(*presses):
        model = opened("reach", *presses)
        nodes = view(model.state, variant, Box(72, 240, 1776, 690)).nodes
        left = [one for one in nodes if isinstance(one, Icon) and one.name == "close" and one.box.x < 1200]
        return len(left)

    stairs = sum(one.surface == "stairs" for one in block("reach").ways)
    assert crosses() == crosses("reach.walker.stick") == 0
    assert crosses("reach.walker.wheels") == stairs


def test_a_longer_walk_is_drawn_longer():
    variant = measured(look())

    def thick(minutes):
        model = opened("reach", "reach.walker.stick")
        model.slide("reach.minutes", (minutes - 5) / 15, 0.0)
        nodes = view(model.state, variant, Box(72, 240, 1776, 690)).nodes
        reached = [one for one in nodes if isinstance(one, Stroke) and one.color == "teal"]
        return sum(abs(b[0] - a[0]) + abs(b[1] - a[1]) for one in reached for a, b in pairwise(one.points))

    assert thick(5) < thick(10) < thick(15) < thick(20)


@pytest.mark.parametrize("surface", ["street", "stairs", "ramp", "lift"])
def test_every_way_joins_its_crossings_and_can_be_cut_anywhere(surface):
    points = line(surface, (100.0, 200.0), (100.0, 330.0))
    assert points[0] == pytest.approx((100, 200))
    assert points[-1] == pytest.approx((100, 330))
    assert first_part(points, 1.0) == points
    assert len(first_part(points, 0.4)) <= len(points)
    assert first_part(points, 0.4)[0] == points[0]


def test_the_town_can_be_arranged_so_that_everyone_reaches_everything():
    """The question in the dock has an answer: everything on the street where home is, or a ramp away."""
    model = opened("reach")
    for thing, place in (("market", "b2"), ("clinic", "b4"), ("park", "b5"), ("bus", "b1")):
        model.press(f"reach.hold.{thing}", 0.0)
        model.press(f"reach.at.{place}", 0.0)
    variant = measured(look())
    said = [one.full for one in labels(framed(model, variant))]
    assert variant.t("reach.all", n=15, all=5) in said
    assert variant.t("reach.all", n=15, all=5) not in [one.full for one in labels(framed(opened("reach"), variant))]
