import json
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.catalog import Catalog
from content.civics.regions import get, table
from content.schema import TilesBlock, strictly
from screens.exhibit.blocks.tiles.grid import CHANGJIANG, JIALING, ZONES, beside, halves, zone_of
from screens.exhibit.blocks.tiles.model import TilesModel, people_of, traditional_of
from screens.exhibit.blocks.tiles.rows import name_of, rows, short_of
from tests.screens.exhibit.blocks.d8 import IDS, block, catalog, opened
from tests.screens.looks import look

DRAWN = json.loads((Path(__file__).parents[5] / "media/art/tilemap.json").read_text(encoding="utf-8"))


def pressed(*names, day="march"):
    return opened("tiles", f"tiles.day.{day}", *(f"tiles.tile.{IDS[one]}" for one in names)).state


def test_two_are_chosen_and_a_third_takes_the_seconds_place():
    assert [get(one).short for one in pressed("渝中", "秀山", "开州").chosen] == ["渝中", "开州"]


def test_touching_a_chosen_tile_again_lets_it_go():
    assert pressed("渝中", "秀山", "渝中").chosen == (IDS["秀山"],)


def test_a_district_can_only_be_chosen_on_a_day_it_exists():
    assert pressed("渝北", day="november").chosen == ()
    assert pressed("两江新区", day="march").chosen == ()


def test_one_chosen_before_stays_for_comparison_after_it_was_dissolved():
    model = opened("tiles", f"tiles.tile.{IDS['渝北']}", "tiles.day.november", f"tiles.tile.{IDS['两江新区']}")
    assert model.state.chosen == (IDS["渝北"], IDS["两江新区"])
    values = [one.values for one in rows(model.state, look())]
    assert ("2025-11-06 起不再有，划入两江新区、北碚区", "2025-11-06 起设立") in values
    assert any(one[0] == "这一天图上没有它" for one in values)


def test_back_takes_one_step_at_a_time_and_stops_at_the_beginning():
    model = opened("tiles", f"tiles.tile.{IDS['渝中']}", f"tiles.tile.{IDS['秀山']}", "tiles.about")
    seen = []
    for _ in range(4):
        model.press("dock.back", 0.0)
        seen.append((model.state.about, len(model.state.chosen)))
    assert seen == [(False, 2), (False, 1), (False, 0), (False, 0)]


def test_deputies_are_counted_from_the_directory_and_said_to_be_made_up():
    state = pressed("渝中", "秀山")
    wanted = [
        [len(catalog().deputies(region=IDS[name], level=level)) for level in ("township", "county", "city", "national")]
        for name in ("渝中", "秀山")
    ]
    found = [[n for _, n in state.people.of(IDS[name])] for name in ("渝中", "秀山")]
    assert found == wanted
    assert found[0][0] == 0, "渝中 has no townships"
    assert any("示例，不是真实人数" in one.label for one in rows(state, look()))


def test_what_no_source_has_is_said_and_not_compared():
    last = rows(pressed("渝中", "秀山"), look())[-1]
    assert last.values == (block("tiles").unknown.zh_hans,)


def test_every_tile_of_both_days_lies_in_exactly_one_cut():
    for region in table().regions:
        col, row, wide, high = region.tile
        holding = [
            id
            for id, (x, y, w, h) in ZONES.items()
            if x <= col and y <= row and col + wide <= x + w and row + high <= y + h
        ]
        assert holding == [zone_of(region)], region.short


def test_tiles_and_rivers_are_those_that_were_drawn():
    drawn = {(one["name"], one["col"], one["row"]) for one in DRAWN["as_of_2025_03_38"] + DRAWN["as_of_2025_11_37"]}
    assert {(one.short, *one.tile[:2]) for one in table().regions} == drawn
    assert [[list(p) for p in course] for course in (JIALING, CHANGJIANG)] == [DRAWN["jialing"], DRAWN["changjiang"]]


@pytest.mark.parametrize(
    ("name", "day", "found"),
    [
        ("渝中", "march", {"江北", "九龙坡", "南岸", "巴南"}),
        ("渝中", "november", {"两江新区", "九龙坡", "南岸", "巴南"}),
        ("两江新区", "november", {"北碚", "长寿", "沙坪坝", "涪陵", "渝中"}),
        ("城口", "march", {"巫溪", "云阳"}),
    ],
)
def test_tiles_beside_each_other_share_an_edge_on_the_day_shown(name, day, found):
    state = pressed(day=day)
    assert {one.short for one in beside(get(IDS[name]), state.regions)} == found


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        ("沙坪坝", ("沙坪", "坝"), ("Sha-", "pingba")),
        ("南岸", ("南", "岸"), ("Nan'", "an")),
        ("长寿", ("长", "寿"), ("Chang-", "shou")),
        ("两江新区", ("两江", "新区"), ("Liang-", "jiang", "New", "Area")),
    ],
)
def test_long_names_part_between_syllables(name, zh, en):
    assert halves(get(IDS[name]), False) == zh
    assert halves(get(IDS[name]), True) == en


def test_names_are_written_in_the_visitors_characters_those_of_dissolved_districts_too():
    traditional = (("万", "萬"), ("区", "區"))
    state = TilesModel(block("tiles"), people_of(catalog()), traditional).state
    hant, hans = look(language="zh-Hant"), look()
    assert name_of(state, hant, get(IDS["渝北"])) == "渝北區"
    assert (short_of(state, hant, get(IDS["万州"])), short_of(state, hans, get(IDS["万州"]))) == ("萬州", "万州")


def test_the_directory_says_how_characters_are_written():
    directory = catalog().exhibition.directory
    kaizhou = next(one for one in directory.regions if one.id == IDS["开州"])
    written = kaizhou.model_copy(update={"name": kaizhou.name.model_copy(update={"zh_hant": "開州區"})})
    known = Catalog(
        catalog().exhibition.model_copy(update={"directory": directory.model_copy(update={"regions": (written,)})})
    )
    assert traditional_of(known) == (("区", "區"), ("开", "開"))
    assert traditional_of(catalog()) == ()


def test_no_half_is_longer_than_a_tile_holds():
    assert max(len(half) for one in table().regions for half in halves(one, True)) <= 6


def test_every_note_speaks_of_a_district_there_is():
    known = {one.id for one in table().regions}
    assert {one.region for one in block("tiles").notes} <= known


def test_days_must_run_forward():
    data = block("tiles").model_dump(by_alias=True)
    data["days"] = data["days"][::-1]
    with pytest.raises(ValueError, match="put the earlier day first"):
        strictly(TilesBlock, data)


PRESSES = [
    *(f"tiles.tile.{one.id}" for one in table().regions), "tiles.tile.nowhere", "tiles.day.march", "tiles.day.november",
    "tiles.day.never", "tiles.clear", "tiles.about", "tiles.zone.top", "tiles.zone.x", "tiles.page.2", "dock.back",
]  # fmt: skip


@given(st.lists(st.sampled_from(PRESSES), max_size=20))
def test_no_way_of_touching_leads_astray(presses):
    state = opened("tiles", *presses).state
    assert len(set(state.chosen)) == len(state.chosen) <= 2
    assert state.zone in ZONES
    for one, english in product(state.pair, ("zh-Hans", "en")):
        assert one.exists(state.block.days[0].day) or one.exists(state.block.days[1].day)
        assert all(value for row in rows(state, look(language=english)) for value in row.values)
