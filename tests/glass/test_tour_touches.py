"""Several pupils touch the quiz at once, through Kivy's own input."""

from __future__ import annotations

import pytest
import zxingcpp
from kivy.base import EventLoop
from kivy.core.window import Window

from kiosk.glass.driver import Driver, Touch
from screens.flow import Place
from screens.session import Variant
from screens.tour.quiz import TeamQuiz
from tests.glass.test_touches import home

pytestmark = pytest.mark.glass


def finger(driver: Driver, id: str) -> Touch:
    x, y = driver.center_of(id)
    return Touch(x, Window.height - y)


def to_quiz(driver: Driver, teams: int = 8) -> None:
    """The class tour at its first question, panels open."""
    director = driver.app.station.director
    director.visit(Place("tour", "grade-8"), Variant())
    driver.shell.refresh()
    for _ in range(teams - 4):
        driver.tap(*driver.center_of("tour.teams.more"))
    driver.tap(*driver.center_of("tour.go"))
    while director.model.state.stop.plays != "quiz":
        driver.tap(*driver.center_of("tour.skip"))
    driver.tap(*driver.center_of("tour.start"))
    while quiz(driver).phase == "read":
        driver.advance(0.5)


def quiz(driver: Driver) -> TeamQuiz:
    found = driver.app.station.director.model.state.quiz
    assert isinstance(found, TeamQuiz)
    return found


def keys(driver: Driver, which: int = 0) -> list[str]:
    """One answer of every team."""
    answer = quiz(driver).question.answers[which].id
    return [f"tour.quiz.choose.{i + 1}.{answer}" for i in range(len(quiz(driver).answers))]


def test_eight_fingers_at_once_are_eight_answers(fresh: Driver) -> None:
    to_quiz(fresh)
    fingers = [finger(fresh, id) for id in keys(fresh)]
    for one in fingers:
        EventLoop.post_dispatch_input("begin", one)
    fresh.frame()
    assert quiz(fresh).answers == ("",) * 8  # nothing counts before a finger is lifted
    for one in reversed(fingers):
        EventLoop.post_dispatch_input("end", one)
    fresh.frame()
    assert quiz(fresh).answers == (quiz(fresh).question.answers[0].id,) * 8


def test_a_team_that_leans_on_its_panel_keeps_nobody_from_answering(fresh: Driver) -> None:
    to_quiz(fresh)
    first, second = finger(fresh, keys(fresh)[0]), finger(fresh, keys(fresh, 1)[6])
    EventLoop.post_dispatch_input("begin", first)
    fresh.frame()
    EventLoop.post_dispatch_input("begin", second)
    EventLoop.post_dispatch_input("end", second)
    fresh.frame()
    assert quiz(fresh).answers[6] == quiz(fresh).question.answers[1].id
    assert quiz(fresh).answers[0] == ""
    EventLoop.post_dispatch_input("end", first)
    fresh.frame()
    assert quiz(fresh).answers[0] == quiz(fresh).question.answers[0].id


def test_a_second_finger_that_slips_off_its_key_answers_nothing(fresh: Driver) -> None:
    to_quiz(fresh)
    first, second = finger(fresh, keys(fresh)[0]), finger(fresh, keys(fresh)[3])
    for one in (first, second):
        EventLoop.post_dispatch_input("begin", one)
    second.move({"x": second.sx, "y": min(1.0, second.sy + 0.5)})
    EventLoop.post_dispatch_input("update", second)
    for one in (second, first):
        EventLoop.post_dispatch_input("end", one)
    fresh.frame()
    assert quiz(fresh).answers[3] == ""
    assert quiz(fresh).answers[0] != ""


def test_a_trembling_finger_neither_answers_twice_nor_takes_it_back(fresh: Driver) -> None:
    to_quiz(fresh, 4)
    id = keys(fresh)[1]
    at = fresh.center_of(id)
    for _ in range(2):
        touch = Touch(at[0], Window.height - at[1])
        EventLoop.post_dispatch_input("begin", touch)
        fresh.frame()
        EventLoop.post_dispatch_input("end", touch)
        fresh.frame()
    assert quiz(fresh).answers[1] == quiz(fresh).question.answers[0].id


def test_panels_are_deaf_while_all_read(fresh: Driver) -> None:
    to_quiz(fresh, 4)
    director = fresh.app.station.director
    while quiz(fresh).phase == "answer":
        fresh.advance(1.0)
    fresh.tap(*fresh.center_of("tour.quiz.next"))
    assert quiz(fresh).phase == "read"
    touch = finger(fresh, keys(fresh)[2])
    EventLoop.post_dispatch_input("begin", touch)
    EventLoop.post_dispatch_input("end", touch)
    fresh.frame()
    assert quiz(fresh).answers == ("",) * 4
    assert director.model.state.page == "stop"


def test_elsewhere_a_second_finger_is_still_ignored(fresh: Driver) -> None:
    home(fresh)
    first, second = finger(fresh, "home.deputies"), finger(fresh, "home.mailbox")
    for event, one in (("begin", first), ("begin", second), ("end", second)):
        EventLoop.post_dispatch_input(event, one)
    fresh.settle()
    assert fresh.app.station.director.flow.here == Place("home")
    EventLoop.post_dispatch_input("end", first)
    fresh.settle()
    assert fresh.app.station.director.flow.here == Place("deputies")


def test_the_code_at_the_end_is_read_from_the_glass(fresh: Driver) -> None:
    director = fresh.app.station.director
    director.visit(Place("tour", "grade-8"), Variant())
    fresh.shell.refresh()
    for id in ("tour.go", "tour.end", "tour.end.yes"):
        fresh.tap(*fresh.center_of(id))
    (code,) = zxingcpp.read_barcodes(fresh.picture(), formats=zxingcpp.BarcodeFormat.QRCode)
    state = director.model.state
    assert code.text.splitlines()[0] == state.tour.title.zh_hans
    assert all(one.title.zh_hans in code.text for one in state.stops)
    assert state.sources[0].title.zh_hans in code.text
