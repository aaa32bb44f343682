import subprocess
import sys

import pytest

from content.civics.seats import RULES
from content.schema import SeatExample
from screens.exhibit.blocks.seats.drawing import number, short
from screens.exhibit.blocks.seats.hall import hall, seats_per_dot
from screens.scene import Box, Disc, Label, targets
from tests.screens.exhibit.blocks.d1 import block, framed, layouts, opened
from tests.screens.looks import complaints, look, torn

REAL = SeatExample.model_validate(
    {
        "id": "sample",
        "name": {"zh-Hans": "示例县", "en": "Sample County"},
        "population": 612_345,
        "population_note": {
            "zh-Hans": "人口截至 2020 年 11 月 1 日。",
            "en": "As of 1 November 2020.",
            "sources": ["S0"],
        },
        "actual_seats": 255,
        "actual_note": {"zh-Hans": "名额截至 2021 年 11 月。", "en": "Seats as of November 2021.", "sources": ["S0"]},
    }
)


def with_example():
    seats = block("seats")
    rules = tuple(one.model_copy(update={"examples": (REAL,)}) for one in seats.rules)
    return seats.model_copy(update={"rules": rules})


def test_the_model_runs_without_kivy():
    code = "import sys, screens.exhibit.blocks.seats.model; sys.exit('kivy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# ---- the model ------------------------------------------------------------------------------------------------------


def test_a_small_press_is_what_one_more_seat_takes():
    model = opened("seats")
    before = model.state.count.total
    model.press("seats.more.small", 0)
    assert model.state.count.total == before + 1
    model.press("seats.less.small", 0)
    assert model.state.count.total == before


def test_a_large_press_changes_ten_times_as_much():
    model = opened("seats")
    before = model.state.count.total
    model.press("seats.more.large", 0)
    assert model.state.count.total == before + 10


@pytest.mark.parametrize("rule", [0, 1, 2])
def test_the_population_stays_in_its_range_and_crosses_it_in_sixty_presses(rule):
    chosen = block("seats").rules[rule]
    model = opened("seats", f"seats.rule.{chosen.id}", *["seats.less.large"] * 60)
    assert model.state.population == chosen.population_min
    for _ in range(60):
        model.press("seats.more.large", 0)
    assert model.state.population == chosen.population_max
    assert model.state.count == RULES[chosen.rule](chosen.population_max)


def test_an_example_sets_the_population_and_a_press_leaves_it():
    model = opened("seats", "seats.example.sample", block_=with_example())
    assert (model.state.population, model.state.example) == (612_345, REAL)
    model.press("seats.more.small", 0)
    assert model.state.example is None


def test_another_rule_begins_at_its_own_population():
    model = opened("seats", "seats.more.large", "seats.rule.township")
    assert model.state.population == block("seats").rules[1].population_start


def test_back_closes_the_explanation_and_is_otherwise_passed_on():
    model = opened("seats", "seats.why")
    assert model.state.reading
    model.press("dock.back", 0)
    assert not model.state.reading
    before = model.state
    assert model.press("dock.back", 0) == ()
    assert model.state is before


# ---- the hall -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("cap", [160, 450, 130, 200])
@pytest.mark.parametrize("box", [Box(0, 0, 892, 180), Box(0, 0, 904, 420), Box(10, 20, 500, 120)])
def test_the_hall_has_a_place_for_every_seat_inside_its_box(cap, box):
    places, radius = hall(cap, box)
    assert len(set(places)) == cap
    assert all(box.contains(x, y, radius) for x, y in places)


@pytest.mark.parametrize("cap", [160, 450])
def test_no_two_seats_touch(cap):
    places, radius = hall(cap, Box(0, 0, 904, 300))
    nearest = min(
        ((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5
        for i, (ax, ay) in enumerate(places)
        for bx, by in places[i + 1 :]
    )  # fmt: skip
    assert nearest > 2 * radius


def test_a_large_congress_is_drawn_five_to_a_dot():
    assert (seats_per_dot(450), seats_per_dot(1000)) == (1, 5)


# ---- the view -------------------------------------------------------------------------------------------------------


def scenes():
    for rule in ("county", "township", "municipality"):
        yield (f"seats.rule.{rule}",)
        yield (f"seats.rule.{rule}", *["seats.more.large"] * 60)
        yield (f"seats.rule.{rule}", *["seats.less.large"] * 60)
        yield (f"seats.rule.{rule}", "seats.why")
        yield (f"seats.rule.{rule}", "seats.example.sample")
        yield (f"seats.rule.{rule}", "seats.example.sample", "seats.why")


@pytest.mark.parametrize("presses", list(scenes()), ids=lambda one: " ".join(one[:3]))
@pytest.mark.parametrize("examples", [True, False])
def test_it_stands_in_every_look(presses, examples):
    model = opened("seats", *presses, block_=with_example() if examples else None)
    for one in layouts():
        nodes = framed(model, one)
        assert complaints(nodes, one) + torn(nodes) == [], (one.variant, one.landscape)


def said(nodes):
    return "".join("".join(node.lines) for node in nodes if isinstance(node, Label)).replace(" ", "")


@pytest.mark.parametrize("presses", [(), ("seats.why",), ("seats.rule.township",)])
def test_the_caveat_is_always_on_the_glass(presses):
    caveat = block("seats").caveat
    for one in layouts():
        assert one.say(caveat).replace(" ", "") in said(framed(opened("seats", *presses), one))


def test_the_formula_shows_base_added_and_total():
    shown = [node.lines[0] for node in framed(opened("seats"), look()) if isinstance(node, Label) and node.lines]
    assert {"140", "120", "260"} <= set(shown)


def test_a_sum_over_the_ceiling_says_so():
    nodes = framed(opened("seats", *["seats.more.large"] * 60), look())
    assert "加起来640名，超过上限，按450名算" in said(nodes)


def test_the_real_number_stands_beside_the_sum_with_its_date():
    shown = said(framed(opened("seats", "seats.example.sample", block_=with_example()), look()))
    assert "262" in shown
    assert "255" in shown
    assert "名额截至2021年11月。" in shown


def dots(presses):
    nodes = framed(opened("seats", *presses), look())
    return [node.color or node.outline for node in nodes if isinstance(node, Disc)][:450]


def test_the_hall_fills_one_dot_a_seat_and_the_last_one_is_marked():
    colors = dots(())
    assert (colors.count("ink"), colors.count("teal"), colors.count("vermilion")) == (140, 119, 1)
    assert dots(("seats.more.small",)).count("teal") == 120


def test_a_step_is_dead_at_the_end_of_the_range():
    found = {one.id: one for one in targets(framed(opened("seats", *["seats.less.large"] * 60), look()))}
    assert found["seats.less.small"].disabled
    assert not found["seats.more.small"].disabled


@pytest.mark.parametrize(
    ("value", "zh", "en"), [(1500, "1500", "1.5k"), (50_000, "5 万", "50k"), (1_000_000, "100 万", "1M")]
)
def test_steps_are_written_short(value, zh, en):
    assert short(value, look()) == zh
    assert short(value, look(language="en")) == en
    assert number(value) == f"{value:,}"
