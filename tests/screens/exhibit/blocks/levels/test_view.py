import pytest

from screens.exhibit.blocks.levels.model import entrance
from screens.scene import Label, Shape, Stroke, targets
from tests.screens.exhibit.blocks.d1 import block, framed, layouts, opened
from tests.screens.looks import complaints, look

LEVELS = ("township", "county", "city", "national")


def scenes():
    yield ()
    for level in LEVELS:
        for verb in ("hill", "open"):
            for relation in ("elects", "reports", "oversees"):
                yield (f"levels.{verb}.{level}", f"levels.relation.{relation}")
            yield (f"levels.{verb}.{level}", "levels.organ.government")
            yield (f"levels.{verb}.{level}", "levels.relation.reports", "levels.arrow.government-reports-congress")
        yield (f"levels.open.{level}", "levels.about")
        yield (f"levels.climb.{level}",)
    yield ("levels.voters",)
    yield ("levels.aside.street",)
    yield ("levels.aside.street", "levels.part.3")


@pytest.mark.parametrize("presses", list(scenes()), ids=" ".join)
def test_it_stands_in_every_look(presses):
    model = opened("levels", *presses)
    for one in layouts():
        assert complaints(framed(model, one), one) == [], one.variant


def ids(nodes):
    return {one.id for one in targets(nodes)}


@pytest.mark.parametrize("landscape", [True, False])
def test_all_hills_their_arrows_and_the_voters_can_be_touched(landscape):
    found = ids(framed(opened("levels"), look(landscape)))
    wanted = {f"levels.hill.{one}" for one in LEVELS} | {f"levels.climb.{one}" for one in LEVELS} | {"levels.voters"}
    assert wanted <= found


@pytest.mark.parametrize("level", [0, 1, 2, 3])
def test_every_organ_and_every_arrow_of_a_relation_can_be_touched(level):
    shown = block("levels").levels[level]
    for variant in layouts():
        for relation in {one.relation for one in shown.arrows}:
            presses = (f"levels.open.{shown.id}", f"levels.relation.{relation}")
            found = ids(framed(opened("levels", *presses), variant))
            assert {f"levels.organ.{one.id}" for one in shown.organs} <= found
            inner = {one.id for one in shown.arrows if one.relation == relation and one != entrance(shown)}
            assert {f"levels.arrow.{one}" for one in inner} <= found


def widths(presses):
    nodes = framed(opened("levels", *presses), look())
    return sorted(node.width for node in nodes if isinstance(node, Stroke))


def test_the_arrow_being_read_is_drawn_strongly():
    assert 8.0 not in widths(())
    assert widths(("levels.arrow.congress-elects-court",)).count(8.0) == 2


def test_direct_election_is_a_solid_arrow_and_indirect_a_dashed_one():
    strokes = [one for one in framed(opened("levels"), look()) if isinstance(one, Stroke) and len(one.points) == 17]
    inked = [one for one in strokes if one.color == "ink"]
    assert sorted(one.dash > 0 for one in inked) == [False, False, True, True]


def test_one_person_is_vermilion_on_the_ground_and_one_in_the_legend():
    shapes = [one for one in framed(opened("levels"), look()) if isinstance(one, Shape) and one.color == "vermilion"]
    assert len(shapes) == 2


def test_high_contrast_fills_hills_with_black():
    shapes = [one for one in framed(opened("levels"), look(theme="contrast")) if isinstance(one, Shape)]
    assert [one.color for one in shapes if len(one.points) > 50] == ["raised", "raised", "teal_wash", "raised"]


def test_the_sentence_of_an_arrow_is_on_the_glass_in_every_look():
    arrow = next(one for one in block("levels").levels[1].arrows if one.id == "congress-elects-court")
    model = opened("levels", "levels.open.county", "levels.arrow.congress-elects-court")
    for variant in layouts():
        shown = "".join(
            "".join(node.lines) for node in framed(model, variant) if isinstance(node, Label)
        )  # fmt: skip
        assert variant.say(arrow.text)[:12].replace(" ", "") in shown.replace(" ", "")


def test_all_voters_but_you_share_one_outline():
    shapes = [one for one in framed(opened("levels"), look()) if isinstance(one, Shape) and len(one.points) == 13]
    outlines = {
        tuple((x - one.points[0][0], y - one.points[0][1]) for x, y in one.points)
        for one in shapes
        if one.color == "ink"
    }
    assert len(shapes) > 20
    assert len(outlines) == 1
