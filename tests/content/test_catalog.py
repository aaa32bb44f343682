"""Questions over the content: by id, by region and level, by name, by day."""

from datetime import date

import pytest

from content.catalog import Catalog
from tests.content.samples_of_content import LAW, deputy, exhibit, exhibition, levels_block, question, steps_block, text

DAY = date(2025, 11, 6)
PEOPLE = [
    deputy("7K2MN0", "周新"),
    deputy("7K2MN1", "安平", levels=["county", "city"]),
    deputy("7K2MN2", "张伟", region="rold12"),
    deputy("7K2MN3", "章威", levels=["township"], term_to=date(2025, 11, 5), is_sample=True),
]
REGIONS = exhibition().directory.regions
CATALOG = Catalog(exhibition(directory={"as_of": DAY, "regions": REGIONS, "deputies": PEOPLE}))


def test_things_are_found_by_id() -> None:
    assert CATALOG.exhibit("levels").code == "D1"
    assert CATALOG.source("law").id == "law"
    assert CATALOG.term("deputy").pinyin == "dàibiǎo"
    assert CATALOG.question("age").right == "a"
    assert CATALOG.topic("lift").icon == "lift"
    assert CATALOG.place("here").id == "here"
    assert CATALOG.deputy("7K2MN2").name == "张伟"
    assert CATALOG.region_name("r9nzfy").zh_hans == "开州区"


@pytest.mark.parametrize("ask", ["exhibit", "source", "term", "question", "topic", "place", "deputy", "region"])
def test_an_unknown_id_is_a_key_error(ask: str) -> None:
    with pytest.raises(KeyError):
        getattr(CATALOG, ask)("nothing")


def test_questions_are_drawn_by_exhibit_and_link() -> None:
    bank = [question("a", about=["levels"]), question("b", about=["election"]), question("c", about=["oversight"])]
    catalog = Catalog(exhibition(quiz=bank))
    assert [one.id for one in catalog.questions("levels", "oversight")] == ["a", "c"]
    assert [one.id for one in catalog.questions()] == ["a", "b", "c"]


def test_sources_of_an_exhibit_come_in_order_of_citation_each_once() -> None:
    one = exhibit(gist=text("甲", "A", "c", "a"), subtitle=text("乙", "B", "c"))
    one["blocks"] = [steps_block(), levels_block()]
    sources = [{**LAW, "id": id} for id in ("a", "b", "c", "law")]
    catalog = Catalog(exhibition(exhibits=[one], sources=sources))
    assert [one.id for one in catalog.sources_of("levels")] == ["c", "a", "law"]


def test_deputies_are_listed_by_pinyin_and_narrowed_by_region_and_level() -> None:
    assert [one.name for one in CATALOG.deputies()] == ["安平", "张伟", "章威", "周新"]
    assert [one.name for one in CATALOG.deputies(region="r9nzfy", level="county")] == ["安平", "周新"]
    assert [one.name for one in CATALOG.deputies(level="city")] == ["安平"]
    assert CATALOG.deputies(region="nowhere") == ()


def test_a_deputy_is_found_while_the_name_is_typed() -> None:
    assert CATALOG.find("z", 2).total == 3
    assert len(CATALOG.find("z", 2).keys) == 2
    assert CATALOG.find("zhangw", 9, region="r9nzfy").keys == ("7K2MN3",)
    assert CATALOG.next_letters("", region="rold12") == {"z"}
    assert "a" in CATALOG.next_letters("")


def test_a_deputy_is_found_only_while_the_term_runs() -> None:
    assert CATALOG.find("章", 9, day=date(2025, 11, 5)).keys == ("7K2MN3",)
    assert CATALOG.find("章", 9, day=DAY).keys == ()
    assert CATALOG.find("", 9, level="county", day=date(2021, 12, 31)).total == 0
    assert CATALOG.deputy("7K2MN3").name == "章威"


def test_an_abolished_region_is_known_but_not_offered() -> None:
    assert [one.id for one in CATALOG.regions_on(date(2025, 11, 5))] == ["r9nzfy", "rold12"]
    assert [one.id for one in CATALOG.regions_on(DAY)] == ["r9nzfy"]
    assert CATALOG.region("rold12").name.zh_hans == "旧区"


def test_one_made_up_deputy_marks_the_directory_as_sample() -> None:
    assert CATALOG.is_sample
    assert not Catalog(exhibition()).is_sample
