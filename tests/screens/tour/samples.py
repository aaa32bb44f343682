"""A class tour, a quiz bank and an exhibit with a ballot, small enough to be walked through in a test."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import Any

from content.catalog import Catalog
from screens.flow import Place
from screens.look import Look
from screens.screen import Effects, Go, Screen, View
from screens.tour.hosted import Exhibits
from screens.tour.model import TourScreen
from tests.content.samples_of_content import ballot_block, exhibit, exhibition, question, steps_block, text, words


def stop(id: str, opens: str | None, minutes: list[int], plays: str = "exhibit", **more: Any) -> dict[str, Any]:
    return {
        "id": id, "title": words(f"站{id}", f"Stop {id}"), "opens": opens, "minutes": minutes, "plays": plays,
        "todo": text("看一看，点一点。", "Look, and tap."), **more,
    }  # fmt: skip


CLASS: dict[str, Any] = {
    "id": "class", "title": words("一个班", "A class"), "subtitle": words("走一趟", "On tour"), "audience": "class",
    "grades": ["junior", "primary"], "lengths": [15, 25, 40], "picture": "mini_school",
    "stops": [
        stop("look", "exhibit:levels/steps", [4, 6, 10], least=2,
             questions=[{"grade": "primary", "words": words("小学问", "Asked in primary")},
                        {"words": words("大家问", "Asked of all")}]),
        stop("vote", "exhibit:levels/ballot", [7, 12, 20], "vote", least=3),
        stop("quiz", None, [4, 7, 10], "quiz", least=3),
    ],
}  # fmt: skip
OWN: dict[str, Any] = {
    "id": "own", "title": words("自己走", "Alone"), "subtitle": words("慢慢走", "Slowly"), "audience": "visitor",
    "lengths": [10], "picture": "mini_people",
    "stops": [stop("one", "exhibit:levels/steps", [4]), stop("two", "exhibit:levels", [6])],
}  # fmt: skip


def catalog(**more: Any) -> Catalog:
    bank = [question(f"q{i}") for i in range(12)]
    shown = exhibit("levels", "D1", steps_block(), ballot_block())
    return Catalog(exhibition(**{"exhibits": [shown], "quiz": bank, "tours": [CLASS, OWN], **more}))


@dataclass(frozen=True)
class Shown:
    """What a pretended exhibit shows: where it is, and how often it was pressed."""

    about: str
    presses: int = 0


class PretendedExhibit(Screen[Shown]):
    """Counts presses, goes one step back, and leads to other places when asked."""

    def __init__(self, about: str) -> None:
        self.state = Shown(about)
        self.wiped = 0

    def press(self, id: str, now: float) -> Effects:
        if id.startswith("go."):
            screen, _, about = id.removeprefix("go.").partition(":")
            return (Go(Place(screen, about)),)
        step = -1 if id == "dock.back" else 1
        self.state = replace(self.state, presses=max(0, self.state.presses + step))
        return ()

    def wipe(self) -> None:
        self.wiped += 1
        self.state = replace(self.state, presses=0)


def draw(state: Shown, look: Look) -> View:
    return View((look.text(look.content.x, look.content.y, 900, state.about, "h2", role="heading"),))


EXHIBITS = Exhibits(PretendedExhibit, draw)


def screen(about: str = "class", seed: int = 1, **more: Any) -> TourScreen:
    """A tour at its page of choices, or at the first card of a visitor's tour."""
    return TourScreen(catalog(**more), random.Random(seed), EXHIBITS, about)


def begun(length: int = 1, teams: int = 4, now: float = 0.0, **more: Any) -> TourScreen:
    """The class at the card of the first stop."""
    model = screen(**more)
    press(model, f"tour.length.{length}", *["tour.teams.more"] * (teams - 4), "tour.go", now=now)
    return model


def press(model: TourScreen, *ids: str, now: float = 0.0) -> Effects:
    """Press one after another; the effects of the last."""
    effects: Effects = ()
    for id in ids:
        effects = model.press(id, now)
    return effects


def at_quiz(teams: int = 4, now: float = 0.0) -> TourScreen:
    """The class at the first question, all reading."""
    model = begun(teams=teams, now=now)
    press(model, "tour.skip", "tour.skip", "tour.start", now=now)
    return model
