"""The question bank: what quizzes draw from."""

from __future__ import annotations

from pydantic import Field, model_validator

from content.schema.base import Published, Slug, Text, Words


class Answer(Published):
    """One of the answers to choose from."""

    id: Slug
    words: Words


class Question(Published):
    """A question of the bank. `about` names the exhibits and the links (election...) it belongs to."""

    id: Slug
    question: Words
    answers: tuple[Answer, ...] = Field(min_length=2, max_length=4)
    right: Slug = Field(description="The answer that is right")
    explanation: Text = Field(description="Said after every answer, right or not, with its source")
    about: tuple[Slug, ...] = Field(min_length=1, description="Ids of exhibits, or links such as election")

    @model_validator(mode="after")
    def _one_answer_is_right(self) -> Question:
        ids = [one.id for one in self.answers]
        doubled = sorted({one for one in ids if ids.count(one) > 1})
        if doubled:
            raise ValueError(f"two answers share the id {doubled[0]!r}; give each its own")
        if self.right not in ids:
            raise ValueError(f"the right answer {self.right!r} is none of the answers; use one of {', '.join(ids)}")
        return self
