"""Sample deputies: complete, plausible, never taken for real; and the table they travel in."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml

from content.civics.codes import BASE32, Code, CodeType
from content.civics.regions import districts, get
from content.samples.__main__ import main
from content.samples.deputies import TOPICS, generate
from content.samples.names import RARE, in_letters
from content.samples.table import COLUMNS, BadRow, from_row, read_csv, to_row, write_csv
from content.schema import Deputy, strictly

ON = date(2026, 3, 1)
DEPUTIES = generate(1, 2000, ON)


def test_every_one_is_a_deputy_of_the_published_bundle():
    for one in DEPUTIES:
        assert strictly(Deputy, one).is_sample


def test_there_are_as_many_as_asked_for_and_no_two_are_alike():
    assert len(DEPUTIES) == 2000
    assert len({one["id"] for one in DEPUTIES}) == len({one["name"] for one in DEPUTIES}) == 2000


def test_the_same_seed_gives_the_same_people_and_another_gives_others():
    assert generate(1, 200, ON) == generate(1, 200, ON)
    assert generate(1, 200, ON) != generate(2, 200, ON)


def test_every_district_has_every_level_it_can_have():
    seen = {(one["region"], level) for one in DEPUTIES for level in one["levels"]}
    for region in districts(ON):
        for level in ("national", "city", "county", "township"):
            assert ((region.id, level) in seen) is not (level == "township" and region.name == "渝中区")


def test_districts_are_those_of_the_day():
    before = {get(one["region"]).name for one in generate(1, 2000, date(2025, 4, 1))}
    assert {"江北区", "渝北区"} <= before
    assert "两江新区" in {get(one["region"]).name for one in DEPUTIES}
    assert not {"江北区", "渝北区"} & {get(one["region"]).name for one in DEPUTIES}


def test_nobody_is_a_deputy_of_a_street():
    # a street has no congress (S2); county deputies may be at home in one
    at_home = {
        level: Counter(one["township"]["zh-Hans"][1:] for one in DEPUTIES if level in one["levels"] and one["township"])
        for level in ("county", "township")
    }
    assert set(at_home["township"]) == {"镇", "乡"}
    assert set(at_home["county"]) == {"镇", "乡", "街道"}


def test_the_upper_levels_are_elected_by_congresses_and_the_lower_by_constituencies():
    # 选举法 (2020) art. 3
    for one in DEPUTIES:
        unit = one["unit"]["zh-Hans"]
        assert ("选区" in unit) == bool({"county", "township"} & set(one["levels"]))
        assert (f"{get(one['region']).name}人民代表大会" in unit) == ("city" in one["levels"])
        assert ("重庆市人民代表大会" in unit) == ("national" in one["levels"])


def test_terms_last_five_years_and_hold_the_day():
    # 代表法 (2025) art. 2
    assert {(one["term_from"], one["term_to"]) for one in DEPUTIES} == {(date(2026, 1, 1), date(2030, 12, 31))}


def test_concerns_are_topics_of_the_mailbox():
    mailbox = yaml.safe_load(Path("content/exhibition/mailbox.yaml").read_text(encoding="utf-8"))
    assert set(TOPICS) == {topic["id"] for topic in mailbox["topics"]} - {"other"}
    assert {len(one["concerns"]) for one in DEPUTIES} == {2, 3}
    assert {topic for one in DEPUTIES for topic in one["concerns"]} == set(TOPICS)


def test_ids_can_be_printed_and_say_nothing():
    for one in DEPUTIES:
        assert Code(CodeType.DEPUTY, one["id"]).check in BASE32


def test_some_names_are_hard():
    names = {one["name"] for one in DEPUTIES}
    assert set(RARE) <= names
    assert sum("·" in name for name in names) >= 5


def test_some_sit_in_two_congresses():
    both = [one for one in DEPUTIES if len(one["levels"]) == 2]
    assert both
    assert all(one["unit"]["en"].count(";") == 1 for one in both)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("江澄", "Jiang Cheng"),
        ("金一帆", "Jin Yifan"),
        ("欧阳溪安", "Ouyang Xi'an"),
        ("单禾", "Shan He"),
        ("吕舟", "Lü Zhou"),
        ("达瓦·卓玛", "Dawa Zhuoma"),
    ],
)
def test_names_in_english_texts(name, letters):
    assert in_letters(name) == letters


def test_the_table_gives_back_what_was_written(tmp_path):
    file = tmp_path / "deputies.csv"
    write_csv(file, DEPUTIES)
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    assert list(read_csv(file, ON)) == DEPUTIES


def test_the_command_writes_such_a_table(tmp_path):
    file = tmp_path / "deputies.csv"
    main([str(file), "--count", "60", "--on", "2025-04-01"])
    assert len(list(read_csv(file, date(2025, 4, 1)))) == 60


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("编号", "500107"),
        ("编号", "7K2M9QX4I"),
        ("姓名", ""),
        ("层级", "街道"),
        ("区县", "渝北区"),
        ("任期开始", "2026年1月"),
        ("选区或选举单位", ""),
        ("接待", ""),
    ],
)
def test_a_row_that_cannot_be_is_refused_by_the_name_of_its_column(column, text):
    row = to_row(DEPUTIES[0]) | {column: text}
    with pytest.raises(BadRow, match=column):
        from_row(row, ON)


def test_the_line_of_a_bad_row_is_named(tmp_path):
    file = tmp_path / "deputies.csv"
    write_csv(file, DEPUTIES[:3])
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    lines[2] = lines[2].replace("2026-01-01", "soon")
    file.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(BadRow, match="第 3 行"):
        list(read_csv(file, ON))


def test_a_missing_column_is_named(tmp_path):
    file = tmp_path / "deputies.csv"
    file.write_text(",".join(COLUMNS[1:]) + "\n", encoding="utf-8")
    with pytest.raises(BadRow, match="编号"):
        list(read_csv(file, ON))
