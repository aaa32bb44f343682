"""Which questions are drawn, which one is asked, what was answered.

Nothing is counted against anybody: every answer is followed by its explanation, and the end lists what holds. Another
round brings questions that have not been asked yet, as long as there are any.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import Literal

from content.catalog import Catalog
from content.schema import Answer, Question, QuizBlock, Source
from content.walk import cited
from screens.exhibit.trail import TrailModel

Phase = Literal["ask", "told", "end", "empty"]


@dataclass(frozen=True, slots=True)
class QuizState:
    """`answers`: the answer chosen for each of `questions` so far. `fresh`: whether another round brings new ones."""

    block: QuizBlock
    sources: tuple[Source, ...]
    questions: tuple[Question, ...]
    fresh: bool = False
    answers: tuple[str, ...] = ()
    phase: Phase = "ask"
    page: int = 0

    @property
    def at(self) -> int:
        """Index of the question that is asked or explained."""
        return len(self.answers) - (self.phase == "told")

    @property
    def question(self) -> Question:
        """The question that is asked or explained."""
        return self.questions[self.at]

    def chosen(self, index: int) -> Answer:
        """What the visitor answered to a question."""
        return option(self.questions[index], self.answers[index])


def option(question: Question, id: str) -> Answer:
    """One of its answers by id."""
    return next(one for one in question.answers if one.id == id)


def fitting(questions: tuple[Question, ...], block: QuizBlock) -> tuple[Question, ...]:
    """The questions of the bank that this quiz may ask."""
    wanted = set(block.about)
    return tuple(one for one in questions if not wanted or wanted & set(one.about))


def answer(state: QuizState, id: str) -> QuizState:
    """The state after `id` was pressed; the same state when it means nothing here."""
    name = id.removeprefix("quiz.")
    if name in ("page.next", "page.prev"):
        return replace(state, page=state.page + (1 if name == "page.next" else -1))
    if state.phase == "ask" and name in {f"answer.{one.id}" for one in state.question.answers}:
        return replace(state, answers=(*state.answers, name.removeprefix("answer.")), phase="told", page=0)
    if state.phase == "told" and name == "next":
        done = len(state.answers) == len(state.questions)
        return replace(state, phase="end" if done else "ask", page=0)
    return state


class QuizModel(TrailModel[QuizState]):
    """One visitor's quiz. `rng` decides which questions come, and in which order."""

    def __init__(
        self, block: QuizBlock, bank: tuple[Question, ...], sources: tuple[Source, ...], rng: random.Random
    ) -> None:
        self._rng = rng
        self._bank = fitting(bank, block)
        self._sources = sources
        self._deck: list[Question] = []
        super().__init__(self._drawn(block))

    def answered(self, id: str) -> QuizState:
        return answer(self.state, id)

    def place(self, state: QuizState) -> object:
        return state.phase

    def anew(self, id: str) -> QuizState | None:
        return self._drawn(self.state.block) if id == "quiz.again" and self.state.phase == "end" else None

    def _drawn(self, block: QuizBlock) -> QuizState:
        """The next questions of the shuffled bank; the last few are filled up with others, then all comes anew."""
        if not self._deck:
            self._deck = list(self._bank)
            self._rng.shuffle(self._deck)
        drawn, self._deck = self._deck[: block.count], self._deck[block.count :]
        if len(drawn) < block.count:
            others = [one for one in self._bank if one not in drawn]
            drawn += self._rng.sample(others, min(block.count - len(drawn), len(others)))
        named = set(cited(tuple(drawn)))
        sources = tuple(one for one in self._sources if one.id in named)
        phase: Phase = "ask" if drawn else "empty"
        return QuizState(block, sources, tuple(drawn), bool(self._deck), phase=phase)


def open_quiz(block: QuizBlock, catalog: Catalog | None, rng: random.Random) -> QuizModel:
    """The block with the exhibition's question bank."""
    if catalog is None:
        return QuizModel(block, (), (), rng)
    return QuizModel(block, catalog.exhibition.quiz, catalog.exhibition.sources, rng)
