import subprocess
import sys

import pytest

from screens.exhibit.blocks.levels.model import LevelsModel, bodies_of, entrance, inner_groups, relations_of, said
from tests.screens.exhibit.blocks.d1 import block, opened


def model(*presses):
    return opened("levels", *presses)


def text(one):
    return [words.zh_hans for words in said(one.state)]


def test_the_model_runs_without_kivy():
    code = "import sys, screens.exhibit.blocks.levels.model; sys.exit('kivy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_it_begins_at_the_highest_level_that_voters_elect():
    state = model().state
    assert state.level == "county"
    assert text(model()) == [state.current.summary.zh_hans]


def test_a_block_without_direct_elections_begins_at_its_lowest_level():
    levels = block("levels")
    indirect = levels.model_copy(update={"levels": tuple(one for one in levels.levels if one.election == "indirect")})
    assert LevelsModel(indirect).state.level == "city"


@pytest.mark.parametrize("level", ["township", "county", "city", "national"])
def test_a_hill_opens_its_level(level):
    assert model(f"levels.hill.{level}").state.level == level


def test_an_unknown_hill_or_organ_changes_nothing():
    before = model().state
    for wrong in ("levels.hill.moon", "levels.organ.moon", "levels.arrow.moon", "levels.aside.moon", "other.hill.city"):
        assert model(wrong).state == before


def test_an_organ_says_its_note():
    chosen = model("levels.organ.court")
    assert text(chosen) == [chosen.state.organ.note.zh_hans]


@pytest.mark.parametrize("level", [0, 1, 2, 3])
def test_every_arrow_says_its_own_sentence(level):
    shown = block("levels").levels[level]
    for arrow in shown.arrows:
        chosen = model(f"levels.hill.{shown.id}", f"levels.arrow.{arrow.id}")
        assert arrow.text.zh_hans in text(chosen)


@pytest.mark.parametrize("level", [0, 1, 2, 3])
def test_every_arrow_of_content_can_be_reached(level):
    shown = block("levels").levels[level]
    inside = {
        arrow.id for relation in relations_of(shown) for group in inner_groups(shown, relation) for arrow in group
    }
    outside = {one.id for one in shown.arrows if one.origin in ("voters", "below")}
    assert inside | outside == {one.id for one in shown.arrows}


def test_arrows_to_one_body_are_told_together():
    levels = block("levels")
    county = levels.levels[1]
    first = next(one for one in county.arrows if one.id == "standing-oversees-court")
    second = first.model_copy(update={"id": "congress-oversees-court", "origin": "congress"})
    both = county.model_copy(update={"arrows": (*county.arrows, second)})
    groups = inner_groups(both, "oversees")
    assert (first, second) in groups
    assert len(groups) == len(inner_groups(county, "oversees"))


def test_an_arrow_to_something_undrawn_is_told_with_the_organ():
    levels = block("levels")
    county = levels.levels[1]
    stray = county.arrows[1].model_copy(update={"id": "stray", "origin": "court", "target": "elsewhere"})
    changed = county.model_copy(update={"arrows": (*county.arrows, stray)})
    told = opened("levels", "levels.organ.court", block_=levels.model_copy(update={"levels": (changed,)}))
    assert stray.text in said(told.state)


def test_the_voters_tell_of_direct_election_even_from_an_indirect_level():
    state = model("levels.hill.national", "levels.voters").state
    assert state.current.election == "direct"
    assert state.arrow == entrance(state.current)


def test_the_arrow_up_a_hill_tells_who_elects_that_level():
    state = model("levels.climb.city").state
    assert (state.level, state.arrow.origin) == ("city", "below")


def test_a_relation_clears_what_was_chosen_and_stays_while_levels_change():
    state = model("levels.organ.court", "levels.relation.oversees", "levels.hill.national").state
    assert (state.relation, state.chosen) == ("oversees", "")


def test_the_township_has_no_standing_committee_court_or_procuratorate():
    township = block("levels").levels[0]
    assert [one.role for one in bodies_of(township)] == ["executive"]


class TestBack:
    def test_it_closes_the_aside_first(self):
        shown = model("levels.organ.court", "levels.aside.street", "levels.part.2")
        shown.press("dock.back", 0)
        assert (shown.state.aside, shown.state.part, shown.state.chosen) == ("", 0, "organ.court")

    def test_it_then_closes_the_words_and_the_level(self):
        shown = model("levels.open.national", "levels.organ.court")
        shown.press("dock.back", 0)
        assert (shown.state.chosen, shown.state.level) == ("", "national")
        shown.press("dock.back", 0)
        assert (shown.state.opened, shown.state.level) == (False, "county")

    def test_at_the_beginning_it_is_passed_on(self):
        shown = model()
        before = shown.state
        assert shown.press("dock.back", 0) == ()
        assert shown.state is before
