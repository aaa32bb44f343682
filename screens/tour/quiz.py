"""A quiz of teams: all answer at once, each on its own panel, after time to read; then the answer and why.

Plain values against the clock of the run (milliseconds), so that a pause of the tour stops the quiz too. Nothing is
kept of a team but how many it had right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from content.language import is_chinese
from content.schema import Question, Words

Phase = Literal["read", "answer", "reveal", "done"]
ANSWER_MS = 30_000
#: When every team has answered, there is still so long to change one's mind.
SETTLE_MS = 3_000
#: A second tap of a trembling hand must not take an answer back at once.
STEADY_MS = 600
#: About how long a question takes, told to pupils too: read, answer, talk about it.
QUESTION_MS = 70_000
MOST = 12
_LEAST_READ_MS, _MOST_READ_MS = 5_000, 30_000
# characters a second, Chinese and Latin, read by the slower ones of a class (an exhibit rule, longer than adults need)
_PACE: dict[str, tuple[float, float]] = {"primary": (3.5, 10.0), "junior": (4.5, 13.0), "senior": (6.0, 16.0)}


@dataclass(frozen=True, slots=True)
class TeamQuiz:
    """`answers` holds an answer's id for each team ("" for none), `since` when it was given, `right` what was right.

    `ends` is the time of the clock at which reading or answering ends by itself.
    """

    questions: tuple[Question, ...]
    grade: str
    answers: tuple[str, ...]
    since: tuple[int, ...]
    right: tuple[int, ...]
    at: int = 0
    phase: Phase = "read"
    ends: int = 0
    page: int = 0

    @property
    def question(self) -> Question:
        """The question of this moment."""
        return self.questions[self.at]

    @property
    def asked(self) -> int:
        """How many questions have been answered and explained."""
        return self.at + (self.phase in ("reveal", "done"))

    @property
    def due(self) -> int | None:
        """When something changes by itself, on the clock of the run."""
        if self.phase == "answer" and all(self.answers):
            return min(self.ends, max(self.since) + SETTLE_MS)
        return self.ends if self.phase in ("read", "answer") else None


def begin(questions: Sequence[Question], teams: int, grade: str, clock_ms: int, language: str) -> TeamQuiz:
    """The quiz at its first question. Raises: ValueError without a question or a team."""
    if not questions or teams < 1:
        raise ValueError("a quiz needs questions and teams")
    nobody = ("",) * teams
    fresh = TeamQuiz(tuple(questions), grade, nobody, (0,) * teams, (0,) * teams)
    return replace(fresh, ends=clock_ms + reading_ms(questions[0], grade, language))


def reading_ms(question: Question, grade: str, language: str) -> int:
    """How long panels stay closed: time to read the question and its answers aloud."""
    latin = not is_chinese(language)
    pace = _PACE.get(grade, _PACE["junior"])[latin]
    read = [question.question, *(one.words for one in question.answers)]
    wanted = sum(len(_said(words, latin)) for words in read) / pace * 1000
    return int(min(_MOST_READ_MS, max(_LEAST_READ_MS, wanted)))


def _said(words: Words, latin: bool) -> str:
    return (words.en if latin else None) or words.zh_hans


def tell(quiz: TeamQuiz, clock_ms: int) -> TeamQuiz:
    """The quiz at this time of the clock: panels open when all could read, and close when the time is up."""
    if quiz.phase == "read" and clock_ms >= quiz.ends:
        quiz = replace(quiz, phase="answer", ends=quiz.ends + ANSWER_MS)
    due = quiz.due
    if quiz.phase == "answer" and due is not None and clock_ms >= due:
        won = tuple(n + (one == quiz.question.right) for n, one in zip(quiz.right, quiz.answers, strict=True))
        quiz = replace(quiz, phase="reveal", right=won, page=0)
    return quiz


def choose(quiz: TeamQuiz, team: int, answer: str, clock_ms: int) -> TeamQuiz:
    """A team's answer; nothing before the panels are open, nor after."""
    known = answer in {one.id for one in quiz.question.answers}
    if quiz.phase != "answer" or not known or not 0 <= team < len(quiz.answers) or quiz.answers[team]:
        return quiz
    return _put(quiz, team, answer, clock_ms)


def reopen(quiz: TeamQuiz, team: int, clock_ms: int) -> TeamQuiz:
    """A team takes its answer back, to give another."""
    if quiz.phase != "answer" or not 0 <= team < len(quiz.answers) or not quiz.answers[team]:
        return quiz
    return quiz if clock_ms - quiz.since[team] < STEADY_MS else _put(quiz, team, "", clock_ms)


def go_on(quiz: TeamQuiz, clock_ms: int, language: str) -> TeamQuiz:
    """After the explanation: the next question, or the end."""
    if quiz.phase != "reveal":
        return quiz
    if quiz.at + 1 == len(quiz.questions):
        return replace(quiz, phase="done")
    ends = clock_ms + reading_ms(quiz.questions[quiz.at + 1], quiz.grade, language)
    nobody = ("",) * len(quiz.answers)
    return replace(quiz, at=quiz.at + 1, phase="read", answers=nobody, since=(0,) * len(nobody), ends=ends, page=0)


def _put(quiz: TeamQuiz, team: int, answer: str, clock_ms: int) -> TeamQuiz:
    answers = tuple(answer if i == team else one for i, one in enumerate(quiz.answers))
    since = tuple(clock_ms if i == team else one for i, one in enumerate(quiz.since))
    return replace(quiz, answers=answers, since=since)
