"""What a teacher, a class and a visitor do with a tour, without a glass."""

from __future__ import annotations

import subprocess
import sys

from screens.flow import Place
from screens.screen import Go, Toast
from screens.tour.model import TourScreen
from tests.screens.tour.samples import Shown, at_quiz, begun, press, screen

LOCKED = (Toast("services.locked", icon="lock"),)


def at(model: TourScreen) -> tuple[str, str]:
    """The page, and the stop."""
    return model.state.page, model.state.stop.id if model.state.run else ""


def later(model: TourScreen, now: float) -> TourScreen:
    model.tick(now)
    return model


def test_models_need_no_kivy() -> None:
    code = "import sys, screens.tour.model, screens.tour.view; assert 'kivy' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_teacher_sets_grade_length_and_teams_and_sets_off() -> None:
    model = screen("")
    press(model, "tour.pick.class", "tour.grade.primary", "tour.length.2", "tour.teams.more", "tour.teams.more")
    press(model, "tour.grade.senior", "tour.length.9", "tour.teams.less")  # neither grade nor length there is
    state = model.state
    assert (state.page, state.grade, state.length, state.teams) == ("set_up", "primary", 2, 5)
    press(model, "tour.go")
    assert at(model) == ("card", "look")
    assert model.state.left == 40
    question = model.state.question
    assert question is not None
    assert question.en == "Asked in primary"


def test_there_are_four_to_eight_teams() -> None:
    assert press_teams("less") == 4
    assert press_teams("more") == 8


def press_teams(way: str) -> int:
    model = screen()
    press(model, *[f"tour.teams.{way}"] * 9)
    return model.state.teams


def test_a_stop_begins_with_its_task_and_moves_on_when_its_time_is_up() -> None:
    model = begun()
    press(model, "tour.start", now=10)
    assert at(model) == ("stop", "look")
    assert model.state.inner == Shown("levels/steps")
    assert at(later(model, 6 * 60 - 1)) == ("stop", "look")
    assert at(later(model, 6 * 60)) == ("card", "vote")
    assert model.state.inner is None


def test_a_tour_reaches_its_end_to_the_second_and_shows_what_was_done() -> None:
    model = begun()
    assert at(later(model, 25 * 60 - 1))[0] == "card"
    assert at(later(model, 25 * 60))[0] == "over"
    assert not model.locks
    assert [one.id for one in model.state.sources] == ["law"]


def test_two_minutes_more_here_come_out_of_what_follows() -> None:
    model = begun()
    press(model, "tour.more")
    assert (model.state.left_here, model.state.left) == (8, 25)
    assert at(later(model, 7.9 * 60)) == ("card", "look")
    assert at(later(model, 25 * 60))[0] == "over"


def test_a_pause_stops_the_clock_and_the_quiz() -> None:
    model = at_quiz()
    press(model, "tour.pause", now=1)
    later(model, 300)
    assert model.state.quiz is not None
    assert model.state.quiz.phase == "read"
    press(model, "tour.pause", now=301)
    later(model, 320)
    assert model.state.quiz.phase == "answer"
    press(model, "tour.pause", now=321)
    press(model, "tour.quiz.choose.1.a", now=322)
    assert model.state.quiz.answers[0] == ""


def test_a_skipped_stop_gives_its_time_to_the_others() -> None:
    model = begun()
    press(model, "tour.skip", now=60)
    assert at(model) == ("card", "vote")
    assert model.state.left == 24


def test_the_exhibit_inside_takes_touches_and_keeps_its_other_blocks() -> None:
    model = begun()
    press(model, "tour.start", "steps.step.a", "steps.step.b", "go.exhibit:levels/ballot", "x")
    assert model.state.inner == Shown("levels/ballot", 1)
    press(model, "go.exhibit:levels/steps")
    assert model.state.inner == Shown("levels/steps", 2)
    press(model, "tour.task")
    assert at(model) == ("card", "look")
    press(model, "tour.start")
    assert model.state.inner == Shown("levels/steps", 2)


def test_back_goes_one_step_in_the_exhibit_then_to_the_task_then_asks() -> None:
    model = begun()
    press(model, "tour.start", "steps.step.a", "dock.back")
    assert at(model) == ("stop", "look")
    press(model, "dock.back")
    assert at(model) == ("card", "look")
    press(model, "dock.back")
    assert model.state.sheet == "end"
    press(model, "tour.end.no")
    assert (model.state.sheet, model.state.running) == ("", True)


def test_the_end_is_asked_for_once() -> None:
    model = begun()
    press(model, "tour.end", "tour.end.yes")
    assert at(model)[0] == "over"
    press(model, "tour.again")
    assert model.state.page == "set_up"


def test_pages_turn_on_the_card_and_at_the_end() -> None:
    model = begun()
    press(model, "tour.page.next")
    assert model.state.leaf == 1
    press(model, "tour.end", "tour.end.yes", "tour.page.next", "tour.page.next", "tour.page.prev")
    assert (model.state.page, model.state.leaf) == ("over", 1)


def test_services_are_locked_while_a_class_is_on() -> None:
    model = begun()
    press(model, "tour.start")
    assert press(model, "go.mailbox") == LOCKED
    assert press(model, "go.deputies:7K2MNP") == LOCKED
    assert model.scan("whatever", 5.0) == LOCKED
    assert (model.busy, model.locks) == (True, True)


def test_a_visitor_goes_at_their_own_pace_and_is_led_to_services_freely() -> None:
    model = screen("own")
    assert at(model) == ("card", "one")
    assert (model.busy, model.locks, model.next_due(0.0)) == (False, False, None)
    press(model, "tour.start")
    assert press(model, "go.mailbox") == (Go(Place("mailbox")),)
    later(model, 100_000)
    assert at(model) == ("stop", "one")
    press(model, "tour.skip", now=100_000)
    assert at(model) == ("card", "two")
    press(model, "tour.skip", now=100_001)
    assert at(model)[0] == "over"


def test_teams_vote_in_turn_and_the_count_stays_for_the_end() -> None:
    model = begun()
    press(model, "tour.skip", "tour.start")
    for _ in range(4):
        press(model, "tour.vote.come", "tour.vote.mark.p1", "tour.vote.mark.p2", "tour.vote.cast")
    vote = model.state.vote
    assert vote is not None
    assert vote.outcome.chosen == ("p1", "p2")
    press(model, "tour.next", "tour.end", "tour.end.yes")
    assert model.state.vote == vote


def test_a_vote_whose_time_is_up_is_counted_as_far_as_it_went() -> None:
    model = begun()
    press(model, "tour.skip", "tour.start")
    press(model, "tour.vote.come", "tour.vote.mark.p1", "tour.vote.cast", "tour.vote.come", "tour.vote.mark.p1")
    later(model, 25 * 60)
    assert model.state.vote is not None
    assert model.state.vote.outcome.state == "no_quorum"


def test_all_teams_answer_each_for_itself() -> None:
    model = at_quiz(8)
    later(model, 10)
    for team in range(1, 9):
        press(model, f"tour.quiz.choose.{team}.{'a' if team % 2 else 'b'}", now=11)
    later(model, 15)
    quiz = model.state.quiz
    assert quiz is not None
    assert (quiz.phase, quiz.right) == ("reveal", (1, 0) * 4)
    press(model, "tour.quiz.next", now=16)
    assert (model.state.quiz and model.state.quiz.at) == 1


def test_as_many_questions_are_drawn_as_there_is_time_for_and_none_twice() -> None:
    model = at_quiz()
    quiz = model.state.quiz
    assert quiz is not None
    ids = [one.id for one in quiz.questions]
    assert len(set(ids)) == len(ids)
    # 25 minutes are left for the quiz alone, about 70 seconds each, and the bank has 12
    assert len(ids) == 12


def test_without_questions_the_quiz_says_so_and_the_tour_goes_on() -> None:
    model = begun(quiz=[])
    press(model, "tour.skip", "tour.skip", "tour.start")
    assert (model.state.page, model.state.quiz) == ("stop", None)
    press(model, "tour.next")
    assert at(model)[0] == "over"


def test_the_screen_wakes_only_when_what_it_shows_changes() -> None:
    model = begun()
    wait = model.next_due(0.5)
    assert wait is not None
    assert 59 < wait < 60
    before = model.state.left
    later(model, 0.5 + wait)
    assert model.state.left == before - 1


def test_wiping_forgets_the_tour_and_what_was_done_in_it() -> None:
    model = begun(teams=7)
    press(model, "tour.start", "x")
    model.wipe()
    assert (model.state.page, model.state.run, model.state.teams, model.busy) == ("set_up", None, 4, False)
