from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.schema import BarChart, BarsBlock, strictly
from screens.exhibit.blocks.bars.drawing import nature, written
from tests.screens.exhibit.blocks.d8 import block, opened
from tests.screens.looks import look

CHARTS = {one.id: at for at, one in enumerate(block("bars").charts)}


def at(chart, *presses):
    model = opened("bars", *(f"bars.chart.{n}" for n in range(1, CHARTS[chart] + 1)), *presses)
    model.opened_on(date(2026, 1, 15))
    return model.state


def test_nothing_is_told_before_the_question_is_answered():
    assert not at("stations").told
    assert at("stations", "bars.bar.dec25").told
    assert at("rules").told, "this chart asks nothing"


@pytest.mark.parametrize(
    ("chart", "guess", "right"),
    [
        ("stations", "none", True),
        ("stations", "apr25", False),
        ("homes", "there", True),
        ("homes", "none", False),
        ("points", "law", True),
        ("points", "watch", False),
        ("projects", "district", True),
        ("projects", "town", False),
        ("deputies", "city", True),
        ("deputies", "town", False),
    ],
)
def test_a_guess_is_judged_by_what_the_bars_are(chart, guess, right):
    assert at(chart, f"bars.bar.{guess}").right is right


def test_a_chart_answered_once_stays_answered_and_later_touches_read():
    state = at("homes", "bars.bar.homes", "bars.bar.there", "bars.chart.0", "bars.chart.1")
    assert (state.guess, state.read) == ("homes", "")
    assert at("homes", "bars.bar.homes", "bars.bar.there").read == "there"
    assert at("homes", "bars.bar.homes", "bars.bar.there", "bars.bar.there").read == ""


def test_averages_are_the_sources_numbers_divided():
    state = at("projects", "bars.bar.street")
    assert state.average
    assert [written(state, look(), one) for one in state.chart.bars] == ["12.1", "7.9", "7.0"]
    state = at("deputies", "bars.bar.city")
    assert [written(state, look(), one) for one in state.chart.bars] == ["870", "323", "63.8"]


def test_totals_and_averages_rank_the_levels_in_opposite_order():
    total, average = at("deputies", "bars.bar.city", "bars.by.total"), at("deputies", "bars.bar.city")
    heights = [[state.height(one) for one in state.chart.bars] for state in (total, average)]
    assert heights[0] == sorted(heights[0])
    assert heights[1] == sorted(heights[1], reverse=True)


def test_every_bar_says_its_day_and_whether_it_is_a_target():
    texts = [nature(at("stations", "bars.bar.none"), look(), one) for one in block("bars").charts[0].bars]
    assert texts == [
        "目标，到 2025 年 4 月，期限已过；做到多少，来源没写",
        "目标，到 2025 年 12 月，期限已过；做到多少，来源没写",
        "目标，到 2027 年 12 月，还有 715 天；做到多少，来源没写",
    ]
    for chart in block("bars").charts:
        for one in chart.bars:
            said = nature(at(chart.id, "bars.bar.none", f"bars.bar.{chart.bars[0].id}"), look(text="large"), one)
            assert "20" in said, (chart.id, one.id)


def test_what_was_reached_is_said_with_its_day_once_it_is_known():
    state = at("stations", "bars.bar.none")
    known = {"reached": 4, "reached_on": date(2025, 5, 1), "reached_text": block("bars").charts[0].bars[0].text}
    bar = block("bars").charts[0].bars[0].model_copy(update=known)
    assert nature(state, look(), bar) == "目标，到 2025 年 4 月，期限已过；2025-05-01 做到 4"


def changed(change, chart=0):
    data = block("bars").charts[chart].model_dump(by_alias=True, exclude_none=True)
    change(data)
    return data


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda d: d.pop("answer"), "give question and answer together"),
        (lambda d: d.update(asks="average"), "give every bar `among`"),
        (lambda d: d["bars"][0].update(among=3), "needs `among` on every bar"),
        (lambda d: d["bars"][0].update(reached=3), "reached, reached_on and reached_text together"),
        (lambda d: d["bars"][0].update(due=date(2020, 1, 1)), "only a target is due, and after"),
    ],
)
def test_a_chart_that_does_not_hold_together_is_refused(change, message):
    with pytest.raises(ValueError, match=message):
        strictly(BarChart, changed(change))


PRESSES = [
    *(f"bars.bar.{bar.id}" for chart in block("bars").charts for bar in chart.bars), "bars.bar.none", "bars.by.total",
    "bars.by.average", "bars.face", "bars.page.3", "dock.back", *(f"bars.chart.{n}" for n in range(-1, 8)),
]  # fmt: skip


@given(st.lists(st.sampled_from(PRESSES), max_size=25))
def test_no_way_of_touching_leads_astray(presses):
    state = opened("bars", *presses).state
    assert isinstance(state.block, BarsBlock)
    assert len(dict(state.guesses)) == len(state.guesses)
    known = {one.id for one in state.chart.bars}
    assert state.read in known | {""}
    assert state.guess in known | {"", "none"}
    assert not (state.average and not state.chart.average_name)
    assert not (state.read and not state.told)
    assert all(state.height(one) > 0 for one in state.chart.bars)
