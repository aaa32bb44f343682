"""The box, paper by paper and round by round: what the visitor says is kept, what is so is computed."""

import random
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from content.civics.ballot_box import WRITE_IN, judge, tally
from content.civics.elections import candidates
from content.schema import CountBlock, strictly
from screens.exhibit.blocks.count.model import CountModel, CountState
from screens.exhibit.blocks.count.rounds import MOST_ROUNDS, papers_of, rounds_of, validity_of
from tests.screens.exhibit.blocks.count.boxes import BLOCK, BOXES, RULED, at_box, press, to_round, to_turnout

IDS = [one.id for one in BLOCK.candidates]


def box(id):
    return next(one for one in BLOCK.boxes if one.id == id)


def test_the_model_runs_without_kivy():
    code = "import sys, screens.exhibit.blocks.count.model; sys.exit('kivy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_as_many_trees_stand_as_the_law_allows_for_the_seats():
    # 选举法 art. 31 para. 2
    assert candidates(BLOCK.seats, "direct").allows(len(BLOCK.candidates))


def test_every_box_holds_twelve_papers_valid_and_void():
    for one in BLOCK.boxes:
        rulings = [judge(paper, BLOCK.seats).valid for paper in papers_of(one)]
        assert len(rulings) == 12
        assert set(rulings) == {True, False}


@pytest.mark.parametrize(
    ("id", "kinds"),
    [("clear", ["first"]), ("tie", ["first", "again"]), ("few", ["first", "run_off"]), ("none", ["first", "run_off"])],
)
def test_each_designed_box_leads_where_it_is_meant_to(id, kinds):
    for seed in range(20):
        assert [one.kind for one in rounds_of(BLOCK, id, seed)][: len(kinds)] == kinds


def test_half_of_the_voters_and_a_paper_too_many_make_no_election():
    # art. 45 para. 1; art. 44 para. 1
    assert (validity_of(box("half")).enough, validity_of(box("half")).matches) == (False, True)
    assert (validity_of(box("extra")).enough, validity_of(box("extra")).matches) == (True, False)
    assert rounds_of(BLOCK, "half", 1) == rounds_of(BLOCK, "extra", 1) == ()


def test_every_box_can_be_drawn_first():
    assert {CountModel(BLOCK, random.Random(seed)).state.box.id for seed in range(80)} == set(BOXES)


def test_a_tie_and_a_run_off_come_within_a_visit():
    # whoever goes on opening boxes meets every one of them
    model = CountModel(BLOCK, random.Random(5))
    kinds = set()
    for _ in BOXES:
        kinds |= {one.kind for one in model.state.rounds} or {"none"}
        finish(model)
        press(model, "again")
    assert kinds == {"first", "again", "run_off", "none"}


def finish(model):
    press(model, "open", "valid", "rest", "stands", "next")
    while model.state.phase == "elect":
        press(model, "announce", "next")
    return model.state


@pytest.mark.parametrize("id", RULED)
def test_the_same_seed_draws_the_same_rounds_and_another_one_others(id):
    assert rounds_of(BLOCK, id, 4) == rounds_of(BLOCK, id, 4)
    drawn = {tuple(one.papers for one in rounds_of(BLOCK, id, seed)[1:]) for seed in range(10)}
    assert (len(drawn) == 1) == (id == "clear")  # a box that is decided at once has no later round


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("id", RULED)
def test_later_papers_name_only_who_stands_and_never_too_many(id, seed):
    rounds = rounds_of(BLOCK, id, seed)
    assert len(rounds) <= MOST_ROUNDS
    for before, one in pairwise(rounds):
        assert set(one.standing) <= set(before.standing)
        assert len(one.papers) == 12
        assert all(set(paper.chosen) <= set(one.standing) for paper in one.papers)
        assert one.void == 0
        assert one.seats == before.count.open_seats
    assert sum(len(one.count.elected) for one in rounds) + rounds[-1].count.open_seats == BLOCK.seats


@pytest.mark.parametrize("seed", range(30))
def test_a_voter_who_chose_somebody_standing_chooses_among_those_again(seed):
    first, again, *_ = rounds_of(BLOCK, "tie", seed)
    for before, after in zip(first.papers, again.papers, strict=True):
        kept = set(before.chosen) & set(again.standing)
        assert not kept or (set(after.chosen) <= kept and after.chosen)


def test_a_paper_is_judged_once_and_the_board_counts_it_as_the_law_does():
    model = at_box("clear")
    state = press(model, "open", "void", "valid")
    assert state.judged == (False,)
    assert state.right == 0
    votes, void = tally(state.counted, IDS, BLOCK.seats)
    assert (votes["fig"], votes["camphor"], void) == (1, 1, 0)


def test_the_board_is_empty_until_the_first_paper_is_judged():
    assert press(at_box("clear"), "open").counted == ()


def test_the_rest_is_counted_only_after_one_paper():
    assert press(at_box("clear"), "open", "rest").phase == "paper"
    state = press(at_box("clear"), "open", "valid", "rest")
    assert (state.phase, len(state.counted)) == ("turnout", 12)


def test_all_twelve_lead_to_the_question_of_turnout():
    model = at_box("few")
    press(model, "open", *["valid", "next"] * 12)
    assert model.state.phase == "turnout"
    assert model.state.right == sum(judge(one, BLOCK.seats).valid for one in papers_of(box("few")))


@pytest.mark.parametrize("said", ["stands", "falls"])
@pytest.mark.parametrize("id", BOXES)
def test_whatever_is_said_of_the_turnout_the_law_decides_what_follows(id, said):
    state = press(to_turnout(id), said, "next")
    assert state.phase == ("elect" if id in RULED else "end")


def test_nobody_is_elected_where_the_election_does_not_stand():
    state = press(to_turnout("half"), "stands", "next")
    assert (state.elected, state.open_seats, state.still_tied) == ((), 2, False)


def test_as_many_may_be_named_as_there_are_seats_and_taken_back():
    model = to_round("clear")
    assert press(model, "name.fig", "name.ginkgo", "name.cypress").named == ("fig", "ginkgo")
    assert press(model, "name.fig").named == ("ginkgo",)
    assert press(model, "name.oak").named == ("ginkgo",)


def test_what_is_named_changes_nothing_about_who_is_elected():
    model = to_round("clear")
    state = press(model, "name.cypress", "announce")
    assert state.elected == ("fig", "camphor")
    assert press(model, "name.fig").named == ("cypress",)  # too late


def test_a_tie_is_voted_on_again_between_the_tied_alone():
    model = to_round("tie", 1)
    assert set(model.state.here.standing) == {"camphor", "ginkgo"}
    assert model.state.elected == ("fig",)
    assert press(model, "name.fig").named == ()


def test_half_of_the_votes_is_short_of_the_majority_and_goes_to_a_run_off():
    here = to_round("few").state.here
    assert here.votes["camphor"] == 6  # of twelve
    assert here.count.elected == ("fig",)
    assert to_round("few", 1).state.here.count.votes_needed == 4  # a third of twelve


def test_another_box_follows_and_the_seed_goes_on():
    model = CountModel(BLOCK, random.Random(2))
    first = model.state
    finish(model)
    state = press(model, "again")
    assert (state.phase, state.draw, state.judged) == ("open", first.draw + 1, ())
    assert state.box.id != first.box.id


def test_back_leads_to_the_closed_box():
    model = to_round("tie", 1)
    while model.state.phase != "open":
        before = model.state
        model.press("dock.back", 0.0)
        assert model.state != before
    before = model.state
    model.press("dock.back", 0.0)
    assert model.state == before


_NAMES = [
    "open", "valid", "void", "next", "rest", "stands", "falls", "announce", "again", "page.next", "page.prev",
    *(f"name.{id}" for id in IDS),
]  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from([*_NAMES, "back"]), max_size=90), st.integers(0, 50))
def test_no_sequence_of_touches_reaches_an_impossible_count(names, seed):
    model = CountModel(BLOCK, random.Random(seed))
    for name in names:
        model.press("dock.back" if name == "back" else f"count.{name}", 0.0)
        state: CountState = model.state
        assert state.at <= len(state.judged) <= state.at + 1 <= 12
        votes, void = tally(state.counted, [*IDS, WRITE_IN], BLOCK.seats)
        valid = [one for one in state.counted if judge(one, BLOCK.seats).valid]
        assert void + len(valid) == len(state.counted)
        assert sum(votes.values()) == sum(len(one.chosen) for one in valid)
        assert len(state.elected) <= BLOCK.seats
        assert len(set(state.elected)) == len(state.elected)
        if state.phase == "elect":
            assert state.validity.valid
            assert len(state.named) <= state.here.seats
            assert set(state.named) <= set(state.here.standing)
        if state.phase == "end":
            assert len(state.elected) + state.open_seats == BLOCK.seats


# ---- what authors can get wrong ----------------------------------------


def with_box(**changes):
    first, *rest = BLOCK.model_dump(by_alias=True)["boxes"]
    return strictly(CountBlock, {**BLOCK.model_dump(by_alias=True), "boxes": [{**first, **changes}, *rest]})


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"papers": [{"chosen": ["oak"]}]}, "'oak' is no candidate"),
        ({"papers": [{"chosen": ["fig"], "against": ["fig"]}]}, "for and against"),
        ({"voters": 11}, "more took part than there are voters"),
    ],
)
def test_mistakes_are_refused_with_their_cure(changes, said):
    with pytest.raises(ValidationError, match=said):
        with_box(**changes)
