"""The question bank in the hub: stored, assembled, and not missed where a hub of before has none."""

from __future__ import annotations

import pytest

from content import schema
from hub.exhibition import live
from hub.exhibition.models import Quiz


@pytest.mark.django_db
def test_the_bank_comes_back_from_the_database_question_by_question(filled: schema.Exhibition) -> None:
    back = live.assemble().quiz
    assert [one.id for one in back] == [one.id for one in filled.quiz]
    assert [one.right for one in back] == [one.right for one in filled.quiz]
    assert len(back) >= 60


@pytest.mark.django_db
def test_content_of_before_there_was_a_bank_is_still_published(filled: schema.Exhibition) -> None:
    Quiz.objects.all().delete()
    assembled = live.assemble()
    assert assembled.quiz == ()
    assert [one.id for one in assembled.exhibits] == [one.id for one in filled.exhibits]


@pytest.mark.django_db
def test_a_question_without_a_right_answer_is_not_published(filled: schema.Exhibition) -> None:
    record = Quiz.objects.get()
    record.content[0]["right"] = "nobody"
    record.save()
    with pytest.raises(live.Unfit) as refused:
        live.assemble()
    assert any("题库" in one and "nobody" in one for one in refused.value.sentences)
