from datetime import date

import pytest

from screens.scene import Fill, targets
from tests.screens.exhibit.blocks.d1 import layouts
from tests.screens.exhibit.blocks.d8 import block, framed, hidden, opened, said
from tests.screens.looks import complaints, look

CHARTS = block("bars").charts


def way(n):
    return tuple(f"bars.chart.{i}" for i in range(1, n + 1))


def scenes():
    for n, chart in enumerate(CHARTS):
        first = chart.bars[0].id
        yield way(n)
        yield (*way(n), f"bars.bar.{first}")
        yield (*way(n), f"bars.bar.{first}", f"bars.bar.{first}")
        yield (*way(n), f"bars.bar.{first}", "bars.face")
        if chart.average_name:
            yield (*way(n), f"bars.bar.{first}", "bars.by.total")
    yield ("bars.bar.none", "bars.face", "bars.page.1")


@pytest.mark.parametrize("presses", list(scenes()), ids=" ".join)
def test_it_stands_in_every_look(presses):
    model = opened("bars", *presses)
    model.opened_on(date(2026, 1, 15))
    for one in layouts():
        nodes = framed(model, one)
        assert complaints(nodes, one) + hidden(nodes) == [], one.variant


def test_every_bar_can_be_touched_in_every_look():
    for n, chart in enumerate(CHARTS):
        for one in layouts():
            found = {t.id for t in targets(framed(opened("bars", *way(n)), one))}
            assert {f"bars.bar.{bar.id}" for bar in chart.bars} <= found
            assert ("bars.bar.none" in found) == (chart.asks == "actual")


def colours(*presses):
    fills = [one for one in framed(opened("bars", *presses), look()) if isinstance(one, Fill)]
    return [(one.color, one.dashed) for one in fills if one.color in ("ochre", "teal", "teal_wash") and one.box.x < 200]


def test_before_the_answer_all_bars_look_alike_and_after_it_targets_are_hollow():
    assert set(colours("bars.chart.1")) == {("ochre", False)}
    told = colours("bars.chart.1", "bars.bar.there")
    assert ("teal", False) in told
    assert ("teal_wash", True) in told


def test_the_answer_is_on_the_glass_in_every_look():
    for one in layouts():
        presses = ("bars.bar.none", *(("bars.face",) if one.large and not one.landscape else ()))
        text = one.say(CHARTS[0].answer).replace(" ", "")[:14]
        assert text in said(framed(opened("bars", *presses), one)), one.variant
