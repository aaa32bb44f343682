"""Districts by date: 38 in S0 (2025-03-26), 37 since 2025-11-06 (trap T1)."""

import re
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.civics import regions
from content.civics.regions import NotCovered, UnknownRegion, districts, find, get, successors

MARCH = date(2025, 3, 26)
CHANGE = date(2025, 11, 6)


@pytest.mark.parametrize(
    ("on", "kinds"),
    [
        (MARCH, {"district": 26, "county": 8, "autonomous_county": 4}),
        (CHANGE - timedelta(days=1), {"district": 26, "county": 8, "autonomous_county": 4}),
        (CHANGE, {"district": 25, "county": 8, "autonomous_county": 4}),
        (date(2026, 11, 23), {"district": 25, "county": 8, "autonomous_county": 4}),
    ],
)
def test_thirty_eight_became_thirty_seven(on, kinds):
    assert Counter(region.kind for region in districts(on)) == kinds


def test_two_districts_went_and_one_came():
    before, after = ({region.name for region in districts(day)} for day in (CHANGE - timedelta(days=1), CHANGE))
    assert before - after == {"江北区", "渝北区"}
    assert after - before == {"两江新区"}


def test_what_was_jiangbei_is_liangjiang_now():
    jiangbei = find("江北", MARCH)
    assert jiangbei is not None
    assert [one.name for one in successors(jiangbei.id, MARCH)] == ["江北区"]
    assert [one.name for one in successors(jiangbei.id, CHANGE)] == ["两江新区"]


def test_yubei_went_to_two():
    yubei = find("渝北区", MARCH)
    assert yubei is not None
    assert [one.name for one in successors(yubei.id, CHANGE)] == ["两江新区", "北碚区"]


def test_a_name_is_found_on_the_days_it_was_valid_only():
    assert find("两江新区", MARCH) is None
    assert find("渝北区", CHANGE) is None
    for name in ("九龙坡区", "九龙坡", " jiulongpo district "):
        found = find(name, CHANGE)
        assert found is not None
        assert found.name == "九龙坡区"


def test_an_abolished_district_is_still_known_by_its_id():
    old = find("渝北区", MARCH)
    assert old is not None
    assert get(old.id).until == CHANGE


def test_ids_hold_no_administrative_code_and_no_order():
    ids = [region.id for region in regions.table().regions]
    assert len(set(ids)) == 39
    assert ids != sorted(ids)
    assert not [id for id in ids if re.search(r"50[0-2]?\d{3}", id) or not re.fullmatch(r"r[0-9a-z]{5}", id)]


@pytest.mark.parametrize("on", [MARCH, CHANGE])
def test_no_two_districts_stand_on_the_same_tile(on):
    cells = [
        (col + x, row + y)
        for col, row, width, height in (region.tile for region in districts(on))
        for x in range(width)
        for y in range(height)
    ]
    assert len(cells) == len(set(cells)) == 38


@pytest.mark.parametrize(
    ("short", "en"),
    [("南岸", "Nan'an District"), ("丰都", "Fengdu County"), ("忠县", "Zhong County"), ("綦江", "Qijiang District")],
)
def test_english_names_follow_the_readings_of_the_place(short, en):
    region = find(short, CHANGE)
    assert region is not None
    assert region.en == en


@given(st.dates(MARCH, date(2100, 1, 1)))
def test_every_region_has_a_successor_on_every_later_day(on):
    for region in regions.table().regions:
        if region.since is None or region.since <= on:
            assert all(heir.exists(on) for heir in successors(region.id, on))


def test_a_day_before_the_table_is_not_guessed():
    with pytest.raises(NotCovered):
        districts(MARCH - timedelta(days=1))


def test_an_unknown_id_is_refused():
    with pytest.raises(UnknownRegion):
        get("500107")


def test_the_table_says_where_it_is_from():
    table = regions.table()
    assert {source.as_of for source in table.sources} == {MARCH, CHANGE}
    assert table.as_of == CHANGE


@pytest.mark.parametrize("wrong", ["becomes: [r0000]", "id: raaaaa"])
def test_a_table_that_contradicts_itself_is_refused(wrong):
    one = "name: 甲, short: 甲, en: A, pinyin: a, kind: county, tile: [0, 0, 1, 1]"
    second = f"{{id: rbbbbb, {one}, {wrong}}}" if "becomes" in wrong else f"{{{wrong}, {one}}}"
    text = f"covers_from: 2025-01-01\nas_of: 2025-01-01\nsources: []\nregions: [{{id: raaaaa, {one}}}, {second}]"
    with pytest.raises(ValueError):
        regions.read(text)
