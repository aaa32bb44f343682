"""The quiz of teams: everybody has time to read, everybody answers at once, nobody is known."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from content.schema import Question
from screens.tour.quiz import (
    ANSWER_MS,
    SETTLE_MS,
    STEADY_MS,
    TeamQuiz,
    begin,
    choose,
    go_on,
    reading_ms,
    reopen,
    tell,
)
from tests.content.samples_of_content import question, words

BANK = tuple(Question.model_validate(question(f"q{i}")) for i in range(3))


def fresh(teams: int = 4) -> TeamQuiz:
    return begin(BANK, teams, "junior", 0, "zh-Hans")


def opened(teams: int = 4) -> TeamQuiz:
    quiz = fresh(teams)
    return tell(quiz, quiz.ends)


def test_panels_take_nothing_before_everybody_could_read() -> None:
    quiz = fresh()
    early = choose(quiz, 0, "a", quiz.ends - 1)
    assert early == quiz
    assert tell(quiz, quiz.ends - 1).phase == "read"
    assert tell(quiz, quiz.ends).phase == "answer"


def test_longer_questions_and_younger_readers_get_longer() -> None:
    long = Question.model_validate(question("long", question=words("字" * 60, "word " * 30)))
    for language in ("zh-Hans", "en"):
        times = [reading_ms(long, grade, language) for grade in ("primary", "junior", "senior")]
        assert times == sorted(times, reverse=True)
        assert reading_ms(long, "junior", language) > reading_ms(BANK[0], "junior", language)
    assert reading_ms(BANK[0], "senior", "en") >= 5_000
    assert reading_ms(Question.model_validate(question("l", question=words("字" * 999))), "primary", "zh") <= 30_000


def test_answers_show_together_when_the_time_is_up() -> None:
    quiz = choose(choose(opened(), 0, "a", 6_000), 3, "b", 6_500)
    until = opened().ends
    assert tell(quiz, until - 1).phase == "answer"
    quiz = tell(quiz, until)
    assert (quiz.phase, quiz.right, quiz.answers) == ("reveal", (1, 0, 0, 0), ("a", "", "", "b"))
    assert opened().ends - fresh().ends == ANSWER_MS


def test_when_all_have_answered_there_is_still_a_moment_to_change() -> None:
    quiz = opened()
    for team in range(4):
        quiz = choose(quiz, team, "b", 7_000)
    assert tell(quiz, 7_000 + SETTLE_MS - 1).phase == "answer"
    changed = reopen(quiz, 2, 7_000 + STEADY_MS)
    assert tell(changed, 7_000 + SETTLE_MS).phase == "answer"
    assert tell(quiz, 7_000 + SETTLE_MS).phase == "reveal"


def test_a_trembling_second_tap_takes_no_answer_back() -> None:
    quiz = choose(opened(), 1, "a", 7_000)
    assert reopen(quiz, 1, 7_000 + STEADY_MS - 1) == quiz
    assert choose(quiz, 1, "b", 8_000) == quiz
    assert choose(reopen(quiz, 1, 7_000 + STEADY_MS), 1, "b", 8_000).answers[1] == "b"


def test_the_next_question_begins_with_reading_again() -> None:
    quiz = tell(choose(opened(), 0, "a", 6_000), opened().ends)
    quiz = go_on(quiz, 90_000, "zh-Hans")
    assert (quiz.at, quiz.phase, quiz.answers) == (1, "read", ("",) * 4)
    assert quiz.ends == 90_000 + reading_ms(BANK[1], "junior", "zh-Hans")
    assert go_on(quiz, 90_001, "zh-Hans") == quiz


a_touch = st.one_of(
    st.tuples(st.just("choose"), st.integers(-1, 9), st.sampled_from(["a", "b", "z"])),
    st.tuples(st.just("reopen"), st.integers(-1, 9), st.just("")),
    st.tuples(st.just("on"), st.just(0), st.just("")),
    st.tuples(st.just("wait"), st.integers(0, 40_000), st.just("")),
)


@given(st.integers(4, 8), st.lists(a_touch, max_size=80))
def test_no_sequence_of_touches_reaches_an_impossible_score(teams: int, touches: list[tuple[str, int, str]]) -> None:
    quiz, clock = fresh(teams), 0
    for what, value, name in touches:
        if what == "wait":
            clock += value
            quiz = tell(quiz, clock)
        elif what == "choose":
            quiz = choose(quiz, value, name, clock)
        elif what == "reopen":
            quiz = reopen(quiz, value, clock)
        else:
            quiz = go_on(quiz, clock, "en")
        assert len(quiz.answers) == len(quiz.right) == teams
        assert all(0 <= right <= quiz.asked <= len(BANK) for right in quiz.right)
        assert set(quiz.answers) <= {"", "a", "b"}
        assert quiz.phase != "read" or quiz.answers == ("",) * teams
