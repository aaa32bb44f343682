"""Every page of a tour stands in every look: nothing cut off, everything in reach, words enough for one language."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from content.authoring import read_exhibition
from content.bundled import FOLDER
from content.catalog import Catalog
from content.schema import Directory, Question
from screens.scene import targets
from screens.tour.model import TourScreen
from screens.tour.over_view import take_along
from screens.tour.quiz import begin
from screens.tour.state import TourState
from screens.tour.view import view
from tests.screens.looks import all_looks, complaints, labels, look
from tests.screens.tour.samples import EXHIBITS, press

NOBODY = Directory.model_validate({"as_of": "2025-11-06", "regions": [], "deputies": []})


@cache
def bundled() -> Catalog:
    """The exhibition that is shipped: its words are as long as they are."""
    return Catalog(read_exhibition(FOLDER, NOBODY))


def walked(*ids: str, teams: int = 4, length: int = 2, about: str = "grade-8", until: float = 0.0) -> TourState:
    """The shipped class tour after these presses, and at a time."""
    model = TourScreen(bundled(), random.Random(3), EXHIBITS, about)
    if about == "grade-8":
        press(model, f"tour.length.{length}", *["tour.teams.more"] * (teams - 4), "tour.go")
    press(model, *ids)
    model.tick(until)
    return model.state


def to_stop(plays: str) -> list[str]:
    """Skips until the first stop of that kind."""
    kinds: list[str] = [one.plays for one in bundled().tour("grade-8").stops]
    return ["tour.skip"] * kinds.index(plays)


def set_up(teams: int = 4) -> TourState:
    model = TourScreen(bundled(), random.Random(3), EXHIBITS, "grade-8")
    press(model, *["tour.teams.more"] * (teams - 4))
    return model.state


BALLOT = ["tour.vote.come", "tour.vote.mark.lift", "tour.vote.mark.crossing"]


def ballot(*marks: str) -> list[str]:
    """One team's turn."""
    return ["tour.vote.come", *(f"tour.vote.mark.{one}" for one in marks), "tour.vote.cast"]


def longest() -> Question:
    """The question of the bank with most to say, in both languages together."""
    bank = bundled().questions()
    return max(bank, key=lambda one: len(one.question.zh_hans) * 2 + len(one.question.en or "")
               + sum(len(a.words.zh_hans) * 2 + len(a.words.en or "") for a in one.answers))  # fmt: skip


def quizzed(teams: int, *ids: str, until: float = 0.0) -> TourState:
    """At the longest question, after four that were answered."""
    state = walked(*to_stop("quiz"), "tour.start", teams=teams)
    assert state.quiz is not None
    others = tuple(one for one in bundled().questions() if one != longest())[:4]
    quiz = begin((*others, longest()), teams, state.grade, 0, "zh-Hans")
    quiz = replace(quiz, at=4, right=(4, 2, 0, 1, 3, 4, 2, 1)[:teams])
    model = TourScreen(bundled(), random.Random(3), EXHIBITS, "grade-8")
    model.state = replace(state, quiz=quiz, sources=bundled().sources_in(*quiz.questions), clock_s=17)
    model.tick(31.0)
    press(model, *ids, now=31.0)
    model.tick(until)
    return model.state


def answered(teams: int) -> list[str]:
    return [f"tour.quiz.choose.{i + 1}.{longest().answers[i % 2].id}" for i in range(0, teams, 2)]


PAGES: dict[str, Callable[[], TourState]] = {
    "choose": lambda: TourScreen(bundled(), random.Random(3), EXHIBITS).state,
    "set_up": set_up,
    "set_up for eight": lambda: set_up(8),
    **{f"card {i}": lambda i=i: walked(*["tour.skip"] * i) for i in range(5)},  # type: ignore[misc]
    "card of a visitor": lambda: walked(about="ten-minutes"),
    "card of a family": lambda: walked(about="family"),
    "end?": lambda: walked("tour.end"),
    "controls": lambda: walked("tour.controls"),
    "turn": lambda: walked(*to_stop("vote"), "tour.start"),
    "turn of the last of eight": lambda: walked(
        *to_stop("vote"), "tour.start", *["tour.vote.come", "tour.vote.cast"] * 7, teams=8
    ),
    "paper": lambda: walked(*to_stop("vote"), "tour.start", *BALLOT),
    "count": lambda: walked(*to_stop("vote"), "tour.start", *[*BALLOT, "tour.vote.cast"] * 4),
    "no quorum": lambda: walked(*to_stop("vote"), "tour.start", *BALLOT, "tour.vote.cast", until=1200.0),
    "tie": lambda: walked(
        *to_stop("vote"), "tour.start",
        *[*ballot("lift", "crossing", "library")] * 3, *[*ballot("parking", "canteen", "water")] * 3,
        teams=6,
    ),
    **{f"reading, {n} teams": lambda n=n: quizzed(n, "tour.pause") for n in (4, 5, 6, 7, 8)},  # type: ignore[misc]
    **{f"answering, {n} teams": lambda n=n: quizzed(n, *answered(n)) for n in (4, 6, 8)},  # type: ignore[misc]
    **{f"reveal, {n} teams": lambda n=n: quizzed(n, *answered(n), until=90.0) for n in (4, 8)},  # type: ignore[misc]
    "scores": lambda: quizzed(8, *answered(8), until=90.0),
    "over": lambda: walked(
        *to_stop("vote"), "tour.start", *[*BALLOT, "tour.vote.cast"] * 8, "tour.next", "tour.end", "tour.end.yes",
        teams=8,
    ),
    "over for a visitor": lambda: walked(*["tour.skip"] * 8, about="ten-minutes"),
}  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_every_page_stands_in_every_look(page: str) -> None:
    state = PAGES[page]()
    for one in all_looks():
        shown = view(state, one, EXHIBITS)
        found = complaints(shown.nodes, one)
        assert found == [], (one.landscape, one.variant, found)
        leaves = {label.full for label in labels(shown.nodes)}
        assert leaves


def test_pages_of_a_quiz_are_what_they_are_called() -> None:
    phases = {}
    for name, make in PAGES.items():
        state = make()
        if state.quiz is not None and "teams" in name:
            phases[name.partition(",")[0]] = state.quiz.phase
    assert phases == {"reading": "answer", "answering": "answer", "reveal": "reveal"}


def test_no_team_is_a_colour_alone() -> None:
    for one in all_looks():
        words = {label.full for label in labels(view(quizzed(8), one, EXHIBITS).nodes)}
        for number in range(1, 9):
            assert any(said.startswith(f"{number} ") for said in words)


def test_what_was_answered_stays_hidden_until_all_is_shown() -> None:
    state = quizzed(4, "tour.quiz.choose.1.a")
    ids = [one.id for one in targets(view(state, look(), EXHIBITS).nodes)]
    assert "tour.quiz.change.1" in ids
    assert not any(one.startswith("tour.quiz.choose.1.") for one in ids)


def test_the_code_holds_route_and_sources_and_no_more_than_a_phone_reads() -> None:
    for language in ("zh-Hans", "en"):
        state = PAGES["over"]()
        said = take_along(state, look(language=language))
        assert len(said.encode()) <= 400
        assert all(look(language=language).say(stop.title) in said for stop in state.stops)
        assert any(look(language=language).say(one.title) in said for one in state.sources)


def test_an_address_is_in_the_code_only_if_content_gives_one() -> None:
    state = PAGES["over"]()
    assert state.tour is not None
    with_address = replace(state, tour=state.tour.model_copy(update={"address": "https://example.org/tour"}))
    assert "https://" not in take_along(state, look())
    assert take_along(with_address, look()) == "https://example.org/tour"
