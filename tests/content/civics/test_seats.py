"""选举法 (2020) art. 12 and 13, clause by clause."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.civics.seats import RULES, city, county, provincial, township

MILLION = 1_000_000


@pytest.mark.parametrize(
    ("rule", "population", "added", "total", "capped"),
    [
        # art. 12 para. 1 (1), 直辖市: one for every 25,000, at most 1000
        ("provincial", 0, 0, 350, False),
        ("provincial", 24_999, 0, 350, False),
        ("provincial", 25_000, 1, 351, False),
        ("provincial", 16_250_000, 650, 1000, False),
        ("provincial", 16_275_000, 651, 1000, True),
        ("provincial", 32 * MILLION, 1280, 1000, True),
        # art. 12 para. 1 (2), 设区的市: one for every 25,000; over ten million at most 650
        ("city", 25_000, 1, 241, False),
        ("city", 10 * MILLION, 400, 640, False),
        ("city", 10_250_000, 410, 650, False),
        ("city", 10_275_000, 411, 650, True),
        # art. 12 para. 1 (3), county level: one for every 5,000; over 1,550,000 at most 450
        ("county", 4_999, 0, 140, False),
        ("county", 5_000, 1, 141, False),
        ("county", 600_000, 120, 260, False),
        ("county", 1_550_000, 310, 450, False),
        ("county", 1_555_000, 311, 450, True),
        # art. 12 para. 1 (4), township level: one for every 1,500, at most 160
        ("township", 1_499, 0, 45, False),
        ("township", 1_500, 1, 46, False),
        ("township", 30_000, 20, 65, False),
        ("township", 172_500, 115, 160, False),
        ("township", 174_000, 116, 160, True),
    ],
)
def test_the_table_of_article_12(rule, population, added, total, capped):
    count = RULES[rule](population)
    assert (count.added, count.total, count.cap_applied) == (added, total, capped)


def test_a_province_adds_one_for_every_150_000():
    assert provincial(60 * MILLION, kind="province").total == 750
    assert provincial(149_999, kind="province").total == 350


@pytest.mark.parametrize(
    ("rule", "limit"),
    [("county", 50_000), ("township", 2_000)],  # art. 12 para. 1 (3) and (4), last half-sentences
)
def test_very_small_places_may_have_fewer(rule, limit):
    assert RULES[rule](limit - 1).may_be_fewer
    assert not RULES[rule](limit).may_be_fewer


def test_five_per_cent_more_needs_a_decision():
    # art. 12 para. 3
    count = county(300_000, extra_five_percent=True)
    assert (count.total, count.extra, count.needs_special_approval) == (210, 10, True)
    assert "第三款" in count.article
    assert township(30_000, extra_five_percent=True).total == 68
    assert provincial(30 * MILLION, kind="province", extra_five_percent=True).total == 577
    assert not county(300_000).needs_special_approval


def test_a_municipality_gets_no_five_per_cent():
    # art. 12 para. 3 names autonomous regions and provinces only
    with pytest.raises(ValueError, match="municipality"):
        provincial(MILLION, extra_five_percent=True)


@pytest.mark.parametrize(
    ("count", "who"),
    [
        (provincial(MILLION), "全国人民代表大会常务委员会"),
        (city(MILLION), "省、自治区、直辖市的人民代表大会常务委员会"),
        (county(MILLION), "省、自治区、直辖市的人民代表大会常务委员会"),
        (township(20_000), "县级的人民代表大会常务委员会"),
    ],
)
def test_a_standing_committee_sets_the_real_number(count, who):
    # art. 13
    assert count.set_by == who
    assert count.set_by_article.endswith("第十三条")


@pytest.mark.parametrize(
    ("rule", "item"), [("provincial", "第一项"), ("city", "第二项"), ("county", "第三项"), ("township", "第四项")]
)
def test_each_count_cites_its_item(rule, item):
    assert RULES[rule](100_000).article == f"选举法(2020-10-17)第十二条第一款{item}"


@given(st.sampled_from(sorted(RULES)), st.integers(0, 50 * MILLION))
def test_the_parts_add_up_to_the_total(rule, population):
    count = RULES[rule](population)
    assert count.total == (count.cap if count.cap_applied else count.base + count.added + count.extra)
    assert count.base <= count.total <= count.cap
    assert RULES[rule](population + count.people_per_seat).total >= count.total


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_negative_population_is_refused(rule):
    with pytest.raises(ValueError, match="negative"):
        RULES[rule](-1)
