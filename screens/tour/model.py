"""Leads a tour: chooses and sets it up, keeps its run, and shows exhibits, votes and quizzes inside it.

The clock is `screens.tour.run`'s, the teams' games are `vote` and `quiz`; here they meet the exhibit that is shown.
Exhibits come from outside (`Exhibits`), so that this screen knows no other.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from content.catalog import Catalog
from content.schema import BallotBlock, Tour
from screens.screen import Back, Effect, Effects, EndVisit, Go, GoHome, Screen, Toast
from screens.tour import quiz as team_quiz
from screens.tour import vote as team_vote
from screens.tour.hosted import Exhibits, Hosted
from screens.tour.run import Command, End, More, Pause, Resume, Skip, obey, tell
from screens.tour.state import AUDIENCES, TourState, minutes_up, run_of, stops_of
from screens.tour.teams import FEWEST, MOST

_COMMANDS: dict[str, Callable[[TourState], Command]] = {
    "pause": lambda state: Resume() if state.run and state.run.paused else Pause(),
    "skip": lambda state: Skip(),
    "next": lambda state: Skip(),
    "more": lambda state: More(),
    "end.yes": lambda state: End(),
}
_SECOND_MS = 1000


class TourScreen(Screen[TourState]):
    """`about` is a tour's id, or empty for the choice of tours."""

    def __init__(self, catalog: Catalog, rng: random.Random, exhibits: Exhibits, about: str = "") -> None:
        self._catalog = catalog
        self._rng = rng
        self._hosted = Hosted(exhibits.open)
        self._about = about
        self.state = TourState(catalog.exhibition.tours)
        self.wipe()

    # -- intents ----------------------------------------

    def press(self, id: str, now: float) -> Effects:
        before = self._inner
        effects = self._pressed(id, now)
        if before is not None and before is not self._inner:  # the card, another exhibit: what played there pauses
            before.leave(now)
            if self._hosted.shown is before:
                self._put(replace(self.state, inner=before.state))
        return effects

    def _pressed(self, id: str, now: float) -> Effects:
        self._tell(now)
        if id == "dock.back":
            return self._back(now)
        if not id.startswith("tour."):
            return self._inside(lambda inner: inner.press(id, now))
        name = id.removeprefix("tour.")
        if self.state.running and name in _COMMANDS:
            self._command(_COMMANDS[name](self.state), now)
        else:
            self._page(name, now)
        return ()

    def slide(self, id: str, share: float, now: float) -> Effects:
        return self._inside(lambda inner: inner.slide(id, share, now))

    def key(self, key: str, now: float) -> Effects:
        return self._inside(lambda inner: inner.key(key, now))

    def scan(self, text: str, now: float) -> Effects | None:
        return (Toast("services.locked", icon="lock"),) if self.locks else None

    def tick(self, now: float) -> Effects:
        self._tell(now)
        return self._inside(lambda inner: inner.tick(now))

    def next_due(self, now: float) -> float | None:
        inner = self._inner
        due = [] if inner is None else [inner.next_due(now)]
        run = self.state.run
        if run is not None and not (run.over or run.paused or run.own_pace):
            run = tell(run, now)
            waits = [run.left_here_ms, (run.left_here_ms % 60_000) or 60_000, (run.left_ms % 60_000) or 60_000]
            if self.state.page == "stop" and self.state.quiz is not None and self.state.quiz.due is not None:
                waits.append((self.state.quiz.due - run.elapsed_ms) % _SECOND_MS or _SECOND_MS)
            due.append(max(0, min(waits)) / 1000 + 0.001)
        return min((one for one in due if one is not None), default=None)

    @property
    def plays(self) -> bool:  # type: ignore[override]
        return self._inner is not None and self._inner.plays

    def leave(self, now: float) -> None:
        self._told(lambda inner: inner.leave(now))

    def failed(self, id: str, now: float) -> None:
        self._told(lambda inner: inner.failed(id, now))

    def renew(self, content: Catalog) -> None:
        """New content waits for the next tour: a class is not interrupted."""
        self._catalog = content
        if self.state.run is None:
            self.wipe()

    def wipe(self) -> None:
        self._hosted.close()
        tours = tuple(sorted(self._catalog.exhibition.tours, key=lambda one: AUDIENCES.index(one.audience)))
        self._put(TourState(tours))
        chosen = next((one for one in tours if one.id == self._about), None)
        if chosen is not None:
            self._choose(chosen, 0.0)

    # -- before and after ----------------------------------------

    def _page(self, name: str, now: float) -> None:
        state = self.state
        word, _, value = name.partition(".")
        if word == "pick":
            chosen = next((one for one in state.tours if one.id == value), None)
            if chosen is not None and state.page == "choose":
                self._choose(chosen, now)
        elif state.page == "set_up":
            self._set_up(word, value, now)
        elif word == "page" and value in ("prev", "next"):
            self._put(replace(state, leaf=state.leaf + (1 if value == "next" else -1)))
        elif word == "again" and state.page == "over":
            self.wipe()
        elif state.running:
            self._lead(name, now)

    def _choose(self, tour: Tour, now: float) -> None:
        length = len(tour.lengths) // 2
        grade = tour.grades[0] if tour.grades else ""
        self._put(replace(self.state, tour=tour, grade=grade, length=length, page="set_up"))
        if not self.state.led:
            self._begin(now)

    def _set_up(self, word: str, value: str, now: float) -> None:
        state, tour = self.state, self.state.tour
        if tour is None:
            return
        if word == "grade" and value in tour.grades:
            self._put(replace(state, grade=value))
        elif word == "length" and value in {str(i) for i in range(len(tour.lengths))}:
            self._put(replace(state, length=int(value)))
        elif word == "teams":
            step = {"more": 1, "less": -1}.get(value, 0)
            self._put(replace(state, teams=min(MOST, max(FEWEST, state.teams + step))))
        elif word == "go":
            self._begin(now)

    def _begin(self, now: float) -> None:
        tour = self.state.tour
        assert tour is not None
        self._hosted.close()
        self._put(
            replace(
                self.state, page="card", run=run_of(tour, self.state.length, now), vote=None, quiz=None, sheet="",
                stops=stops_of(tour, self.state.length), exhibits=self._catalog.exhibition.exhibits,
            )
        )  # fmt: skip
        self._tell(now)

    # -- under way ----------------------------------------

    def _command(self, command: Command, now: float) -> None:
        run = self.state.run
        assert run is not None
        self._moved(replace(self.state, run=obey(run, command, now), sheet=""))

    def _tell(self, now: float) -> None:
        run = self.state.run
        if run is None or run.over:
            return
        state = replace(self.state, run=tell(run, now))
        if state.quiz is not None and state.page == "stop" and state.run is not None:
            state = replace(state, quiz=team_quiz.tell(state.quiz, state.run.elapsed_ms))
        self._moved(state)

    def _moved(self, state: TourState) -> None:
        """The run is told or led on: another stop begins with its card, the end with what was done."""
        before, run = self.state.run, state.run
        assert run is not None
        if before is None or run.at != before.at or run.over:
            state = self._left(state, run.over)
        ends = state.quiz.due if state.quiz is not None and state.page == "stop" else None
        clock = 0 if ends is None else max(0, -(-(ends - run.elapsed_ms) // _SECOND_MS))
        here, left = minutes_up(run.left_here_ms), minutes_up(run.left_ms)
        self._put(replace(state, left_here=here, left=left, clock_s=clock))

    def _left(self, state: TourState, over: bool) -> TourState:
        """A stop was left: what was open there is closed, a vote counted as far as it went."""
        self._hosted.close()
        vote = team_vote.closed(state.vote) if state.vote is not None else None
        state = replace(state, page="over" if over else "card", inner=None, vote=vote, sheet="", leaf=0)
        return replace(state, sources=self._sources(state)) if over else state

    def _sources(self, state: TourState) -> Any:
        quiz = state.quiz
        shown = [one for one in map(state.exhibit_of, state.stops) if one is not None]
        asked = quiz.questions[: quiz.asked] if quiz is not None else ()
        return self._catalog.sources_in(*state.stops, *asked, *shown)

    def _lead(self, name: str, now: float) -> None:
        state = self.state
        word, _, value = name.partition(".")
        if name == "start" and state.page == "card":
            self._start()
        elif name == "task":
            self._put(replace(state, page="card", leaf=0, sheet=""))
        elif name in ("end", "controls"):
            self._put(replace(state, sheet=name))  # type: ignore[arg-type]
        elif name in ("end.no", "close"):
            self._put(replace(state, sheet=""))
        elif state.page == "stop" and word == "vote" and state.vote is not None:
            self._put(replace(state, vote=team_vote.answer(state.vote, value), leaf=0))
        elif state.page == "stop" and word == "quiz" and state.quiz is not None:
            self._answer(state.quiz, value)

    def _start(self) -> None:
        """From the card to what it announces; where something is open already, back to it."""
        state = replace(self.state, page="stop", leaf=0)
        stop, run = state.stop, state.run
        assert run is not None
        if stop.plays == "vote" and (state.vote is None or state.vote.closed):
            exhibit, _, block = (stop.opens or "").removeprefix("exhibit:").partition("/")
            held = next(one for one in self._catalog.exhibit(exhibit).blocks if one.id == block)
            if isinstance(held, BallotBlock):
                state = replace(state, vote=team_vote.TeamVote(held, state.teams))
        elif stop.plays == "quiz" and state.quiz is None:
            quiz = self._quiz(state)
            state = replace(state, quiz=quiz, sources=self._catalog.sources_in(*(quiz.questions if quiz else ())))
        elif stop.plays == "exhibit":
            again = state.inner if self._hosted.shown else None
            state = replace(state, inner=again or self._hosted.show((stop.opens or "").removeprefix("exhibit:")))
        self._moved(state)

    def _quiz(self, state: TourState) -> team_quiz.TeamQuiz | None:
        bank = list(self._catalog.questions(*state.stop.about))
        run = state.run
        if not bank or run is None:
            return None
        count = min(team_quiz.MOST, max(1, run.left_here_ms // team_quiz.QUESTION_MS))
        drawn = self._rng.sample(bank, min(count, len(bank)))
        return team_quiz.begin(drawn, state.teams, state.grade, run.elapsed_ms, self.language)

    def _answer(self, quiz: team_quiz.TeamQuiz, name: str) -> None:
        run = self.state.run
        assert run is not None
        word, _, rest = name.partition(".")
        team, _, answer = rest.partition(".")
        if word == "next":
            quiz = team_quiz.go_on(quiz, run.elapsed_ms, self.language)
        elif run.paused or not team.isdecimal():
            return
        elif word == "choose":
            quiz = team_quiz.choose(quiz, int(team) - 1, answer, run.elapsed_ms)
        elif word == "change":
            quiz = team_quiz.reopen(quiz, int(team) - 1, run.elapsed_ms)
        self._moved(replace(self.state, quiz=team_quiz.tell(quiz, run.elapsed_ms), leaf=0))

    def _back(self, now: float) -> Effects:
        """One step back inside what is shown, then the card, then the question whether to end."""
        state = self.state
        if state.sheet:
            self._put(replace(state, sheet=""))
        elif state.page == "set_up":
            self.wipe() if not self._about else None
        elif state.page == "stop":
            before = state.inner
            effects = self._inside(lambda inner: inner.press("dock.back", now))
            if self.state.inner == before:
                self._put(replace(self.state, page="card", leaf=0))
            return effects
        elif state.page == "card" and state.led and state.running:
            self._put(replace(state, sheet="end"))
        return ()

    # -- the exhibit inside ----------------------------------------

    @property
    def _inner(self) -> Screen[Any] | None:
        on = self.state.page == "stop" and self.state.running and self.state.stop.plays == "exhibit"
        return self._hosted.shown if on else None

    def _inside(self, ask: Callable[[Screen[Any]], Effects | None]) -> Effects:
        """Ask the exhibit shown, if there is one, and answer for what lies outside it."""
        inner = self._inner
        if inner is None:
            return ()
        effects = self._hosted.ask(ask, self.language)
        if inner.state != self.state.inner:
            self._put(replace(self.state, inner=inner.state))
        return tuple(one for effect in effects for one in self._outside(effect))

    def _told(self, tell: Callable[[Screen[Any]], None]) -> None:
        """Tell the exhibit shown, if there is one, what it has no answer to."""
        if self._inner is not None:
            tell(self._inner)
            self._put(replace(self.state, inner=self._inner.state))

    def _outside(self, effect: Effect) -> Effects:
        if isinstance(effect, Go) and effect.place.screen == "exhibit":
            self._put(replace(self.state, inner=self._hosted.show(effect.place.about)))
            return ()
        if isinstance(effect, Back | GoHome | EndVisit):
            self._put(replace(self.state, page="card", leaf=0))
            return ()
        if isinstance(effect, Go) and self.state.led:
            return (Toast("services.locked", icon="lock"),)
        return (effect,)

    def _put(self, state: TourState) -> None:
        self.state = state
        self.busy = self.locks = state.led and state.running
        self.idle = "tour" if state.run is not None else "browse"
