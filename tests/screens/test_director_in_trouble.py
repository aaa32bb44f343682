"""A model in trouble takes nothing else with it: not another visitor's wipe, not new content, not the way home."""

from dataclasses import replace

import pytest

from screens import tokens
from screens.director import Director
from screens.flow import Place
from screens.outside import StationFacts
from screens.screen import Effects, Go, Screen, ScreenKind, View
from screens.session import Variant
from tests.screens.looks import ruler
from tests.screens.test_director import Clock, Note, Voice


class Fragile(Screen[Note]):
    """Breaks in the ways its place says; otherwise keeps a word and wipes it."""

    def __init__(self, about: str) -> None:
        self.about = about
        self.state = Note("字")
        self.wiped = False

    def press(self, id: str, now: float) -> Effects:
        return (Go(Place("page", id)),)

    def renew(self, content: object) -> None:
        if "renew" in self.about:
            raise KeyError(content)
        self.state = replace(self.state, words=str(content))

    def wipe(self) -> None:
        self.wiped = True
        if "wipe" in self.about:
            raise RuntimeError("words")

    def tick(self, now: float) -> Effects:
        if "tick" in self.about:
            raise RuntimeError("words")
        return ()


def view(state: Note, look: object) -> View:
    if state.words == "view":
        raise RuntimeError("words")
    return View(())


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def voice() -> Voice:
    return Voice()


@pytest.fixture
def opened() -> list[Fragile]:
    return []


@pytest.fixture
def director(clock: Clock, voice: Voice, opened: list[Fragile]) -> Director:
    def make(about: str) -> Fragile:
        opened.append(Fragile(about))
        return opened[-1]

    kinds = {
        "attract": ScreenKind("attract", make, lambda s, look: View((), bare=True)),
        "home": ScreenKind("home", make, lambda s, look: View(())),
        "page": ScreenKind("page", make, view),
    }
    facts = StationFacts(lambda language: "示例站", lambda: None, True)
    return Director(kinds, Variant(), facts, tokens.load(), clock.now, clock.wall, lambda text: None, voice)


def visit(director: Director, *abouts: str) -> None:
    for about in abouts:
        director.press(about)
        assert director.model.state == Note("字")


def test_a_model_that_can_not_be_wiped_keeps_no_other_from_it(director: Director, opened: list[Fragile]) -> None:
    visit(director, "wipe", "other")
    director.end_visit()
    assert director.flow.here == Place("attract")
    assert not director.session.awake
    assert [one.wiped for one in opened if one.about] == [True, True]
    visit(director, "wipe")
    assert [one.about for one in opened].count("wipe") == 2  # the broken one is not kept for the next visitor


def test_a_model_that_can_not_take_new_content_is_opened_anew(director: Director, opened: list[Fragile]) -> None:
    visit(director, "renew", "other")
    director.renew("new")
    assert director.model.state == Note("new")
    visit(director, "renew")
    assert [one.about for one in opened].count("renew") == 2


def test_a_model_that_breaks_as_time_passes_leads_home(director: Director) -> None:
    visit(director, "tick")
    with pytest.raises(RuntimeError):
        director.tick()
    director.recover()
    director.tick()
    assert director.flow.here == Place("home")


def test_trouble_on_the_attract_screen_wakes_nobody(director: Director) -> None:
    director.session = director.session.touched(0.0)
    director.recover()
    assert not director.session.awake
    assert director.scene(True, ruler).screen == "attract"


def test_a_visitor_who_listened_is_not_asked_the_moment_the_reading_ends(
    director: Director, clock: Clock, voice: Voice
) -> None:
    visit(director, "other")
    voice.busy = True
    for _ in range(60):
        clock.seconds += director.next_due()
        director.tick()
    voice.busy = False
    director.tick()
    assert [layer.name for layer in director.scene(True, ruler).layers][-1] != "idle"
    assert director.next_due() <= 60


def test_each_end_of_a_visit_is_counted_for_whoever_keeps_pictures(director: Director) -> None:
    before = director.forgotten
    director.end_visit()
    assert director.forgotten == before + 1
