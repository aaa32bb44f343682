import pytest

from screens.scene import Disc, Fill, Group, Target, targets
from tests.screens.exhibit.blocks.d1 import layouts
from tests.screens.exhibit.blocks.d8 import IDS, block, framed, hidden, opened, said, shown
from tests.screens.looks import all_looks, complaints, look

JIULONGPO, YUBEI, PENGSHUI, LIANGJIANG = (IDS[one] for one in ("九龙坡", "渝北", "彭水", "两江新区"))
SCENES = [
    (),
    ("tiles.about",),
    ("tiles.day.november",),
    *[(f"tiles.zone.{zone}",) for zone in ("left", "right", "top", "bottom")],
    (f"tiles.tile.{JIULONGPO}",),
    (f"tiles.tile.{JIULONGPO}", f"tiles.tile.{YUBEI}"),
    *[(f"tiles.tile.{YUBEI}", f"tiles.tile.{PENGSHUI}", f"tiles.page.{n}") for n in (1, 2, 9)],
    ("tiles.day.november", f"tiles.tile.{LIANGJIANG}", f"tiles.tile.{PENGSHUI}"),
    (f"tiles.tile.{YUBEI}", f"tiles.tile.{PENGSHUI}", "tiles.day.november"),
]


@pytest.mark.parametrize("presses", SCENES, ids=" ".join)
def test_it_stands_in_every_look(presses):
    model = opened("tiles", *presses)
    for one in layouts():
        nodes = framed(model, one)
        assert complaints(nodes, one) + hidden(nodes) == [], one.variant


def tiles(nodes):
    return {one.id.removeprefix("tiles.tile.") for one in targets(nodes) if one.id.startswith("tiles.tile.")}


@pytest.mark.parametrize(("day", "count"), [("march", 38), ("november", 37)])
def test_every_district_of_the_day_can_be_touched_in_every_look(day, count):
    for one in layouts():
        found = set()
        for zone in ("left", "middle", "right", "top", "bottom"):
            found |= tiles(framed(opened("tiles", f"tiles.day.{day}", f"tiles.zone.{zone}"), one))
        assert len(found) == count, one.variant


def test_the_whole_map_is_touched_at_once_where_its_names_fit():
    assert len(tiles(framed(opened("tiles"), look()))) == 38
    assert len(tiles(framed(opened("tiles"), look(text="large")))) < 38


def test_it_says_in_every_look_that_it_is_schematic():
    for one in layouts():
        model = opened("tiles", *(() if one.landscape and not one.large else ("tiles.about",)))
        texts = said(framed(model, one))
        if "tiles.page.1" in {t.id for t in targets(framed(model, one))}:
            for page in range(1, 6):
                model.press(f"tiles.page.{page}", 0.0)
                texts += said(framed(model, one))
        assert one.say(block("tiles").caveat).replace(" ", "")[:12] in texts, one.variant


def test_a_tile_that_a_source_names_is_coloured_and_a_chosen_one_is_ink():
    nodes = framed(opened("tiles", f"tiles.tile.{YUBEI}"), look())
    places = {one.id: one.box for one in nodes if isinstance(one, Target)}
    fills = {one.box: one.color for one in nodes if isinstance(one, Fill)}
    assert fills[places[f"tiles.tile.{YUBEI}"]] == "ink"
    assert fills[places[f"tiles.tile.{JIULONGPO}"]] == "teal_wash"
    assert fills[places[f"tiles.tile.{PENGSHUI}"]] == "raised"


def test_one_vermilion_mark_follows_the_tile_chosen_last():
    for presses, count in (((), 0), ((f"tiles.tile.{JIULONGPO}",), 1)):
        nodes = leaves(framed(opened("tiles", *presses), look()))
        marks = [n for n in nodes if isinstance(n, Disc) and n.color == "vermilion"]
        assert len(marks) == count


def test_what_counts_made_up_deputies_is_tagged():
    assert not shown(opened("tiles"), look()).sample
    for one in all_looks():
        assert shown(opened("tiles", f"tiles.tile.{JIULONGPO}", f"tiles.tile.{YUBEI}"), one).sample


def test_the_exhibits_tabs_stay_beside_the_whole_map():
    found = {one.id for one in targets(framed(opened("tiles"), look()))}
    assert {"exhibit.tab.map", "exhibit.tab.data", "exhibit.tab.sources"} <= found


def test_two_districts_stand_side_by_side_on_one_or_two_pages_in_every_look():
    for one in all_looks():
        nodes = framed(opened("tiles", f"tiles.tile.{JIULONGPO}", f"tiles.tile.{YUBEI}"), one)
        ids = [node.id for node in nodes if isinstance(node, Target)]
        pages = {id for id in ids if id.startswith("tiles.page.")}
        assert "tiles.clear" in ids
        assert not [id for id in ids if id.startswith("tiles.tile.")]
        assert pages <= {"tiles.page.0", "tiles.page.1"}, (one.variant, pages)


def leaves(nodes):
    """Every node, those in groups instead of the groups."""
    for node in nodes:
        yield from leaves(node.nodes) if isinstance(node, Group) else (node,)
