"""Every page of the count stands in every variant; what it shows is what was counted."""

from dataclasses import replace

import pytest

from screens.exhibit.blocks import kind_of
from screens.exhibit.blocks.count.board import marks
from screens.scene import Disc, Fill, Stroke, targets
from tests.screens.exhibit.blocks.count.boxes import BLOCK, BOXES, RULED, at_box, press, to_round, to_turnout
from tests.screens.exhibit.blocks.d1 import measured
from tests.screens.exhibit.blocks.d3 import framed, looks
from tests.screens.looks import complaints, labels, look


def stands(model):
    for here in looks():
        for page in range(2):
            before = model.state
            model.state = replace(before, page=page)
            assert complaints(framed(model, here), here) == []
            model.state = before


def words(model, here=None):
    here = here or measured(look())
    return " ".join(label.full for label in labels(framed(model, here)))


def test_the_closed_box_stands_in_every_variant():
    stands(at_box("clear"))


@pytest.mark.parametrize("number", range(12))
def test_every_paper_stands_before_and_after_it_is_judged(number):
    for judged in ("valid", "void"):
        model = at_box("few")
        press(model, "open", *["valid", "next"] * number)
        stands(model)
        press(model, judged)
        stands(model)


@pytest.mark.parametrize("id", BOXES)
def test_turnout_and_ruling_stand_in_every_variant(id):
    model = to_turnout(id)
    stands(model)
    press(model, "falls")
    stands(model)


@pytest.mark.parametrize("id", RULED)
def test_every_round_and_the_end_stand_in_every_variant(id):
    model = to_round(id)
    while model.state.phase == "elect":
        press(model, f"name.{model.state.here.standing[0]}")
        stands(model)
        press(model, "announce")
        stands(model)
        press(model, "next")
    stands(model)


@pytest.mark.parametrize("id", ["half", "extra"])
def test_an_election_that_does_not_stand_ends_in_every_variant(id):
    model = to_turnout(id)
    press(model, "stands", "next")
    stands(model)
    assert "没有人当选" in words(model)


def test_a_round_that_stays_open_says_so_in_every_variant():
    # five rounds without a winner: as the model would be if votes stayed equal
    model = to_round("tie", 0, seed=next(seed for seed in range(3000) if len(rounds(seed)) > 2))
    while model.state.phase == "elect":
        stands(model)
        press(model, "announce", "next")
    stands(model)


def rounds(seed):
    return to_turnout("tie", seed).state.rounds


@pytest.mark.parametrize(("votes", "strokes"), [(0, 0), (1, 1), (5, 5), (12, 12)])
def test_each_vote_is_one_stroke(votes, strokes):
    drawn = marks(0, 0, 40, votes)
    assert len([one for one in drawn if isinstance(one, Stroke)]) == strokes


def test_rings_and_crosses_are_those_of_the_paper():
    model = at_box("clear")
    press(model, "open", "valid", "next")
    paper = model.state.paper
    assert (len(paper.chosen), len(paper.against)) == (2, 1)
    nodes = framed(model, measured(look()))
    rings = [one for one in nodes if isinstance(one, Disc) and one.outline == "ink" and one.color is None]
    crosses = [one for one in nodes if isinstance(one, Stroke) and one.color == "ink" and one.width == 7.0]
    assert (len(rings), len(crosses)) == (2, 2)


def test_the_reason_comes_after_the_judgement_with_its_article():
    model = at_box("clear")
    press(model, "open", "valid", "next", "valid", "next")
    before = words(model)
    assert "44" not in before
    press(model, "valid")
    assert "再数数" in words(model)
    assert "选举法第 44 条第 2 款" in words(model)


def test_the_line_stands_at_the_votes_needed():
    model = to_round("few")
    nodes = framed(model, measured(look()))
    bars = [one.box for one in nodes if isinstance(one, Fill) and one.color == "sunk"]
    lines = [one.points[0][0] for one in nodes if isinstance(one, Stroke) and one.color == "ink" and one.width == 4]
    here = model.state.here
    assert len(bars) == len(lines) == len(BLOCK.candidates)
    for bar, line in zip(bars, lines, strict=True):
        assert line == pytest.approx(bar.x + bar.w * here.count.votes_needed / here.base)


def test_a_vote_again_draws_no_line_since_the_law_draws_none():
    nodes = framed(to_round("tie", 1), measured(look()))
    assert not [one for one in nodes if isinstance(one, Stroke) and one.width == 4]


def test_the_rows_can_be_touched_until_the_result_is_out():
    model = to_round("clear")
    here = measured(look())
    assert len([one for one in targets(framed(model, here)) if one.id.startswith("count.name.")]) == 4
    press(model, "announce")
    assert not [one for one in targets(framed(model, here)) if one.id.startswith("count.name.")]


def test_the_board_keeps_to_its_panel_on_the_last_page_too():
    model = to_round("tie")
    while model.state.phase == "elect":
        press(model, "announce", "next")
    for here in looks():
        nodes = framed(model, here)
        line = next(one for one in labels(nodes) if one.id == "count.rest.line")
        assert len(line.lines) == 1
        assert here.t("count.board.first", void=1, other=0) == line.full


def test_the_number_to_draw_it_again_is_on_the_last_page():
    model = to_round("clear", 0, seed=77)
    press(model, "announce", "next")
    assert "模拟编号 77" in words(model)


@pytest.mark.parametrize("phase", ["open", "paper", "turnout", "elect", "end"])
def test_every_page_says_that_it_is_a_simulation(phase):
    model = to_round("clear")
    press(model, "announce", "next")
    shown = kind_of("count").view(replace(model.state, phase=phase), look(), look().content)
    assert shown.sample
    assert "模拟体验" in shown.hint
