"""A film in an exhibit that a tour shows: it pauses when the tour shows something else, and troubles are told."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

import pytest

from screens.screen import Effects, Screen
from screens.tour.hosted import Exhibits
from screens.tour.model import TourScreen
from tests.screens.tour.samples import catalog, draw, press


@dataclass(frozen=True)
class _Film:
    about: str
    playing: bool = False
    failed: str = ""


class _Showing(Screen[_Film]):
    """Plays when pressed."""

    def __init__(self, about: str) -> None:
        self.state = _Film(about)

    @property
    def plays(self) -> bool:  # type: ignore[override]
        return self.state.playing

    def press(self, id: str, now: float) -> Effects:
        if id == "film.play":
            self.state = replace(self.state, playing=True)
        return ()

    def leave(self, now: float) -> None:
        self.state = replace(self.state, playing=False)

    def failed(self, id: str, now: float) -> None:
        self.state = replace(self.state, failed=id, playing=False)


@pytest.fixture
def tour() -> TourScreen:
    """The class at a stop with a film that plays."""
    model = TourScreen(catalog(), random.Random(1), Exhibits(_Showing, draw), "class")  # type: ignore[arg-type]
    press(model, "tour.go", "tour.start", "film.play")
    assert model.plays
    return model


@pytest.mark.parametrize("way", ["tour.task", "dock.back", "tour.skip"])
def test_it_pauses_when_the_tour_shows_something_else(tour: TourScreen, way: str) -> None:
    shown = tour.state.inner
    press(tour, way)
    assert not tour.plays
    if way != "tour.skip":
        press(tour, "tour.start")
        assert tour.state.inner == replace(shown, playing=False), "and is where it was, standing"


def test_it_pauses_when_a_sheet_lies_over_it(tour: TourScreen) -> None:
    press(tour, "tour.end")
    tour.leave(1.0)  # as the director does when a layer blocks
    assert not tour.plays and not tour.state.inner.playing


def test_a_film_that_cannot_be_played_is_told_inside_the_tour(tour: TourScreen) -> None:
    tour.failed("film", 1.0)
    assert tour.state.inner.failed == "film" and not tour.plays
