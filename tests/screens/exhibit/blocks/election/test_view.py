"""Every page of the committee stands in every variant, whole and within reach."""

from dataclasses import replace
from functools import cache

import pytest

from screens.exhibit.blocks import kind_of
from screens.exhibit.blocks.election.road import road, road_height
from screens.scene import Box, Disc, Group, Icon, Shape, targets
from tests.screens.exhibit.blocks.d1 import measured
from tests.screens.exhibit.blocks.d3 import block, framed, looks, opened
from tests.screens.looks import complaints, labels, look

BLOCK = block("election")


@cache
def models():
    """A model for each page a visitor can see, by name."""
    found = {"day": opened("election"), "early": opened("election"), "late": opened("election")}
    found["early"].slide("election.slide", 0.0, 0.0)
    found["late"].slide("election.slide", 1.0, 0.0)
    for i in range(7):
        model = opened("election")
        model.press(f"election.due.{model.state.days[i][0]}", 0.0)
        found[f"due {i}"] = model
    model = opened("election", "election.set")
    while model.state.phase == "case":
        id = model.state.case.id
        found[f"case {id}"] = copy(model)
        for answer in ("election.refuse", "election.choose.6"):
            model.press(answer, 0.0)
        found[f"ruled {id}"] = copy(model)
        model.press("election.next", 0.0)
    found["end"] = model
    return found


def copy(model):
    other = opened("election")
    other.state = model.state
    return other


PAGES = [
    "day", "early", "late", *(f"due {i}" for i in range(7)), *(f"case {one.id}" for one in BLOCK.cases),
    *(f"ruled {one.id}" for one in BLOCK.cases), "end",
]  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_a_page_stands_in_every_variant_and_turned(name):
    model = models()[name]
    for here in looks():
        for page in range(2):
            turned = copy(model)
            turned.state = replace(model.state, page=page)
            assert complaints(framed(turned, here), here) == []


def words(model, here):
    return " ".join(label.full for label in labels(framed(model, here)))


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_every_page_of_a_day_tells_all_its_words_by_turning(language):
    for here in (measured(look(language=language, text="large")), measured(look(False, language, reach="low"))):
        for i in range(7):
            model = models()[f"due {i}"]
            said = ""
            for page in range(6):
                turned = copy(model)
                turned.state = replace(model.state, page=page)
                said += words(turned, here)
            due = model.state.days[i][1]
            for one in BLOCK.deadlines:
                if one.key in [due_.key for due_ in due]:
                    told = here.say(one.text)
                    assert all(part in said for part in told.split()) if here.english else told in said


def test_each_day_something_is_due_can_be_touched_and_no_other():
    model = models()["day"]
    here = measured(look())
    days = {one.id for one in targets(framed(model, here)) if one.id.startswith("election.due.")}
    assert days == {f"election.due.{day}" for day, _ in model.state.days}


def test_a_day_too_early_says_so_and_the_button_is_dead():
    here = measured(look())
    button = next(one for one in targets(framed(models()["early"], here)) if one.id == "election.set")
    assert button.disabled
    assert "3 月 6 日" in words(models()["early"], here)


def vermilion(nodes):
    """Marks: a ring with its point, or the point on the road, count as one."""
    flat = [inner for one in nodes for inner in (one.nodes if isinstance(one, Group) else (one,))]
    return [
        one for one in flat
        if (isinstance(one, Disc) and one.color == "vermilion") or (isinstance(one, Shape) and one.color == "vermilion")
    ]  # fmt: skip


def test_the_case_in_hand_is_the_one_vermilion_mark():
    for here in (measured(look()), measured(look(False))):
        assert len(vermilion(framed(models()["case list"], here))) == 2  # the point: a disc and its tip


def test_as_many_signs_as_voters_who_signed():
    here = measured(look())
    nodes = framed(models()["case nominate"], here)
    assert len([one for one in nodes if isinstance(one, Icon) and one.name == "person"]) == 9


def test_dates_of_a_case_follow_from_the_day_chosen():
    here = measured(look())
    model = opened("election", "election.more.day", "election.set", "election.allow", "election.next")
    assert "3 月 18 日" in words(model, here)  # four days after election day, 14 March
    other = opened("election", "election.set", "election.allow", "election.next")
    assert "3 月 17 日" in words(other, here)


def test_every_page_says_that_it_is_a_simulation():
    for name in ("day", "case list", "ruled list", "end"):
        shown = kind_of("election").view(models()[name].state, look(), look().content)
        assert shown.sample


def test_nothing_of_the_road_lies_under_what_stands_below_it():
    state = opened("election", "election.set").state
    for here in looks():
        box = Box(here.content.x, 300, here.content.w, road_height(here))
        assert all(one.box.bottom <= box.bottom for one in labels(road(state, here, box))), here.variant


def test_an_end_after_one_case_shows_the_day_that_was_set():
    model = opened("election", "election.set")
    for press in ("election.refuse", "election.skip"):
        model.press(press, 0.0)
    assert model.state.phase == "end"
    for here in looks():
        assert complaints(framed(model, here), here) == []
    tall = framed(model, measured(look(landscape=False)))
    assert sum(isinstance(one, Disc) for one in tall) >= len(model.state.days)
