"""No sequence of touches leads any kind of block out of its possible states: whatever is pressed, in whatever order.

Here every kind of the bundled exhibition is walked by what it offers itself and by what it does not. What the states of
a kind may be is claimed in its own folder; of the kinds that are only read, here.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.civics.seats import RULES
from screens.exhibit.blocks import BlockModel, OpenBlock, names
from screens.exhibit.blocks.levels.model import ABOUT, RELATIONS
from screens.look import Look
from screens.scene import Label, Target, targets
from tests.screens.exhibit.blocks.bundled import exhibits_with, framed, opened
from tests.screens.looks import all_looks, look

_HERE = Path(__file__).parent
_CLAIMED_HERE = {"levels", "panels", "seats", "steps", "story"}
LOOKS = [one for one in all_looks() if one.variant.theme == "light"]
_STRANGE = ("dock.back", "", "x", ".", "levels.part.²", "story.to.²", "seats.part.٣", "panels.to..", "page.-1")
TOUCHES = st.lists(st.one_of(st.integers(0, 60), st.floats(0, 1), st.sampled_from(_STRANGE)), max_size=14)


def _offered(exhibit: Any, model: BlockModel[Any], one: Look) -> list[Target]:
    tabs = ("exhibit.", "dock.", "strip.")
    return [t for t in targets(framed(exhibit, model, one)) if not t.disabled and not t.id.startswith(tabs)]


@pytest.mark.parametrize("kind", names())
@settings(max_examples=12, deadline=None)
@given(touches=TOUCHES, at=st.integers(0, 9), where=st.integers(0, len(LOOKS) - 1), seed=st.integers(0, 99))
def test_whatever_is_touched_the_page_can_be_drawn_and_goes_on(
    kind: str, touches: list[int | float | str], at: int, where: int, seed: int
) -> None:
    found = exhibits_with(kind)
    exhibit, block = found[at % len(found)]
    model, one, now = opened(block, seed), LOOKS[where], 0.0
    known = {other.id for other in exhibit.blocks}
    for touch in touches:
        now += 0.7
        offered = _offered(exhibit, model, one)
        if not offered and kind != "panels":  # a single page to read, opened over the block
            before = model.state
            model.press("dock.back", now)
            assert model.state != before, "there is always a way on, or back"
            continue
        ids = [t.id for t in offered]
        assert len(set(ids)) == len(ids)
        effects: tuple[Any, ...] = ()
        if isinstance(touch, str):
            effects = model.press(touch, now)
        elif isinstance(touch, float):
            sliders = [t.id for t in offered if t.slides]
            effects = model.slide(sliders[0] if sliders else f"{kind}.none", touch, now)
        elif offered:
            effects = model.press(ids[touch % len(ids)], now)
        assert all(effect.block in known for effect in effects if isinstance(effect, OpenBlock))
        due = model.next_due(now)
        assert due is None or due >= 0
        model.tick(now + (due or 0.0))
    nodes = framed(exhibit, model, one)
    assert [n.full for n in nodes if isinstance(n, Label) and n.overflow] == []


def test_every_kind_has_a_claim_about_its_states_over_all_sequences_of_touches() -> None:
    """A new kind needs one: a property (`@given`) in its folder, or beside the others here."""
    folders = {
        kind: [*(_HERE / kind).glob("test_*.py"), *_HERE.glob(f"test_{kind}_*.py")]
        for kind in names()
        if kind not in _CLAIMED_HERE
    }
    lacking = [kind for kind, files in folders.items() if not any("@given" in one.read_text("utf-8") for one in files)]
    assert lacking == []


# ---- the kinds that are only read, and the calculator ----------------------------------------


def walked(kind: str, touches: list[int | float | str]) -> list[Any]:
    """The states of a walk through what is offered, and what is not."""
    exhibit, block = exhibits_with(kind)[0]
    model, states = opened(block), []
    for touch in touches:
        ids = [t.id for t in _offered(exhibit, model, look())]
        model.press(touch if isinstance(touch, str) else ids[int(touch * 60) % len(ids)] if ids else "x", 0.0)
        states.append(model.state)
    return states


@settings(max_examples=60, deadline=None)
@given(TOUCHES)
def test_what_is_chosen_of_the_levels_belongs_to_the_level_shown(touches: list[int | float | str]) -> None:
    for state in walked("levels", touches):
        assert state.relation in RELATIONS and state.level in {one.id for one in state.block.levels}
        assert (state.chosen in ("", ABOUT)) or (state.organ is not None) != (state.arrow is not None)
        assert not state.aside or state.opened_aside is not None
        assert state.part >= 0


@settings(max_examples=60, deadline=None)
@given(TOUCHES)
def test_seats_stay_within_the_law_and_people_within_the_range(touches: list[int | float | str]) -> None:
    for state in walked("seats", touches):
        rule = state.rule
        real = {one.population for one in rule.examples}
        assert rule.population_min <= state.population <= rule.population_max or state.population in real
        assert state.count == RULES[rule.rule](state.population)
        assert state.example is None or state.example.population == state.population
        fewer, more = RULES[rule.rule](rule.population_min), RULES[rule.rule](rule.population_max)
        assert state.population in real or fewer.total <= state.count.total <= more.total


@settings(max_examples=60, deadline=None)
@given(TOUCHES)
def test_a_step_or_a_page_of_a_story_is_one_that_exists(touches: list[int | float | str]) -> None:
    for state in walked("steps", touches):
        assert 0 <= state.open < len(state.block.steps) and state.step in state.block.steps
    stories = walked("story", touches)
    for state in stories:
        assert state.story in state.block.stories and state.open in state.story.pages and state.part >= 0
    for before, after in pairwise(stories):
        assert after.at == before.at or (after.page, after.part) == (0, 0), "another story begins at its beginning"


@settings(max_examples=60, deadline=None)
@given(TOUCHES)
def test_the_panel_read_is_one_of_the_panels(touches: list[int | float | str]) -> None:
    for state in walked("panels", touches):
        assert state.panel in {one.id for one in state.block.panels} and state.part >= 0
