"""Cards of answered letters and the questions of the idle screen: checked for people's sake, and they travel."""

from __future__ import annotations

from typing import Any

import pytest

from content import bundled
from content.authoring import ANSWERS, AuthoringError, read_exhibition
from content.bundle import from_files, to_files
from content.checks import check_exhibition
from content.schema import AnsweredLetter
from tests.content.samples_of_content import exhibition, text, words
from tests.content.test_tours import EMPTY, write


def letter(id: str = "bench", **more: Any) -> dict[str, Any]:
    return {
        "id": id, "asked": words("能放张长椅吗？"), "done": text("装好了长椅。"), "place": words("甲街道"),
        "answered": "2026-10-16", "station": words("甲站"), **more,
    }  # fmt: skip


WRONG: list[tuple[dict[str, Any], str]] = [
    (letter(asked=words("长" * 31)), "31 characters, at most 30 are read in passing"),
    (letter(done=text("长" * 49)), "49 characters, at most 48 are read in passing"),
    (letter(done=text(en="so " * 60)), "180 characters, at most 130 are read in passing"),
    (letter(asked=words("请打 13812345678。")), "'13812345678' may lead to a person"),
    (letter(done=text("请打 023-67891234。")), "'023-67891234' may lead to a person"),
    (letter(place=words("甲街道", "Jia, li.si@example.cn")), "'li.si@example.cn' may lead to a person"),
    (letter(done=text("走 99 步")), "'99' is no figure of law"),
]


@pytest.mark.parametrize(("wrong", "message"), WRONG, ids=[message for _, message in WRONG])
def test_a_card_that_must_not_be_shown_is_found(wrong: dict[str, Any], message: str) -> None:
    found = [one for one in check_exhibition(exhibition(answers=[wrong])) if message in one.message]
    assert [one.file for one in found] == ["answers.json"]


def test_a_card_that_may_be_shown_is_not() -> None:
    found = check_exhibition(exhibition(answers=[letter()]))
    assert not [one for one in found if one.file == "answers.json"]


def test_a_long_question_is_found() -> None:
    home = exhibition().home.model_copy(update={"questions": (AnsweredLetter(**letter(asked=words("长" * 19))).asked,)})
    full = exhibition().model_copy(update={"home": home})
    (found,) = [one for one in check_exhibition(full) if one.check == "answers"]
    assert (found.file, found.way) == ("home.json", ("questions", 0, "zh-Hans"))


def test_cards_travel_and_a_release_of_before_them_is_still_read() -> None:
    full = exhibition(answers=[letter()])
    files = to_files(full)
    assert from_files(files.__getitem__, files).answers == full.answers
    del files["answers.json"]
    assert from_files(files.__getitem__, files).answers == ()


def test_authors_write_cards_in_a_file_of_their_own(tmp_path: Any) -> None:
    folder = write(tmp_path, ANSWERS, [letter()])
    assert [one.id for one in read_exhibition(folder, EMPTY).answers] == ["bench"]
    (folder / ANSWERS).unlink()
    assert read_exhibition(folder, EMPTY).answers == ()
    write(tmp_path, ANSWERS, [letter(), letter()])
    with pytest.raises(AuthoringError, match=r"answers\.yaml:1: the id 'bench' is used twice"):
        read_exhibition(folder, EMPTY)


def test_the_cards_in_the_package_say_that_they_are_made_up() -> None:
    exhibition = read_exhibition(bundled.FOLDER, EMPTY)
    assert len(exhibition.answers) == 2
    assert all(one.is_sample for one in exhibition.answers)
    assert {source for one in exhibition.answers for source in one.done.sources} == {"station-answers-sample"}


def test_at_least_eight_questions_are_asked_in_both_languages() -> None:
    home = read_exhibition(bundled.FOLDER, EMPTY).home
    assert len({one.zh_hans for one in (home.question, *home.questions)}) >= 9
    assert all(one.en for one in home.questions)
