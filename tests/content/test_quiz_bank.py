"""The question bank and the glossary: enough of both, balanced, sourced, and true to the plan's traps."""

from __future__ import annotations

import random
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from pypinyin import Style, load_phrases_dict, pinyin
from pypinyin.phrases_dict import phrases_dict

from content.authoring import read_exhibition
from content.samples import sample_directory
from content.schema import Exhibition, Question

FOLDER = Path(__file__).parents[2] / "content" / "exhibition"
TONES = re.compile(r"[^a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]")
#: What must not be learnt wrongly (domain guide, section 0): a question each, and what its right answer says.
TRAPS = {
    "thirty-seven": "37",
    "contact-points": "3 个，市级 40",
    "target-date": "2027",
    "two-apps": "没有说",
    "jue-xuan": "票决",
    "assembly-names": "较早",
    "yuli": "1031",
    "reply-months": "三个月",
    "township-months": "两个月",
    "letter-not": "不是",
    "scan-levels": "县乡",
    "intro-stops": "停止",
    "pilot-2026": "试点",
    "street-congress": "没有",
}


@pytest.fixture(scope="module")
def bundled() -> Exhibition:
    return read_exhibition(FOLDER, sample_directory(random.Random(1), 10, date(2026, 1, 15)))


def right(question: Question) -> str:
    return next(one.words.zh_hans for one in question.answers if one.id == question.right)


def test_there_are_as_many_questions_and_terms_as_the_plan_asks_for(bundled: Exhibition) -> None:
    assert len(bundled.quiz) >= 60
    assert len(bundled.glossary) >= 80


def test_no_exhibit_and_no_source_carries_the_bank_alone(bundled: Exhibition) -> None:
    subjects = Counter(about for one in bundled.quiz for about in one.about)
    assert all(subjects[one.id] >= 5 for one in bundled.exhibits), subjects
    cited = Counter(source for one in bundled.quiz for source in one.explanation.sources)
    assert len(cited) >= 12
    assert max(cited.values()) <= len(bundled.quiz) / 4


def test_the_right_answer_is_not_to_be_guessed_from_its_place(bundled: Exhibition) -> None:
    places = Counter([one.id for one in question.answers].index(question.right) for question in bundled.quiz)
    assert max(places.values()) <= len(bundled.quiz) / 2
    assert min(places[place] for place in (0, 1, 2)) >= len(bundled.quiz) / 5


def test_no_two_questions_or_answers_say_the_same(bundled: Exhibition) -> None:
    assert len({one.question.zh_hans for one in bundled.quiz}) == len(bundled.quiz)
    for question in bundled.quiz:
        for language in ("zh_hans", "en"):
            said = [getattr(one.words, language) for one in question.answers]
            assert len(set(said)) == len(said), question.id


@pytest.mark.parametrize(("id", "answer"), TRAPS.items(), ids=TRAPS)
def test_each_trap_is_asked_about_and_answered_right(bundled: Exhibition, id: str, answer: str) -> None:
    (question,) = [one for one in bundled.quiz if one.id == id]
    assert answer in right(question)
    assert sum(answer in one.words.zh_hans for one in question.answers) == 1


def test_the_english_of_bank_and_glossary_holds_no_chinese(bundled: Exhibition) -> None:
    texts = [one.question.en for one in bundled.quiz] + [one.explanation.en for one in bundled.quiz]
    texts += [answer.words.en for one in bundled.quiz for answer in one.answers]
    texts += [one.term.en for one in bundled.glossary] + [one.meaning.en for one in bundled.glossary]
    assert [one for one in texts if not one or re.search("[一-鿿]", one)] == []


def test_the_pinyin_of_every_term_is_that_of_its_characters(bundled: Exhibition) -> None:
    load_phrases_dict(phrases_dict)  # searching does without them, and may have been tested before this
    for one in bundled.glossary:
        name = re.sub(r"（[^）]*）", "", one.term.zh_hans)
        if re.search("[0-9]", name):
            continue  # digits are read by custom: yāo sì yāo
        read = "".join(syllable[0] for syllable in pinyin(re.sub("[^一-鿿]", "", name), style=Style.TONE))
        assert TONES.sub("", one.pinyin.lower()) == TONES.sub("", read), one.term.zh_hans
