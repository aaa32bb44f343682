"""Making a vague suggestion concrete, sentence by sentence."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from content.schema.base import BlockBase, Published, Slug, Text, Words

Flaw = Literal["vague", "second_matter", "own_matter", "unfounded"]


class Wording(Published):
    """One way to put it; `flaw` says what is wrong with it, if anything."""

    id: Slug
    words: Text = Field(description="A whole sentence: the finished page is made of them")
    flaw: Flaw | None = None
    why: Text = Field(description="Said once it is chosen")


class Slot(Published):
    """One thing that a suggestion says: where, what, why, what is proposed."""

    id: Slug
    name: Words
    question: Words
    wordings: tuple[Wording, ...] = Field(min_length=2, max_length=4)

    @model_validator(mode="after")
    def _can_be_answered_well(self) -> Slot:
        ids = [one.id for one in self.wordings]
        if len(set(ids)) != len(ids):
            raise ValueError(f"two wordings of {self.id!r} share an id; give each its own")
        if all(one.flaw for one in self.wordings):
            raise ValueError(f"every wording of {self.id!r} has a flaw; leave one without")
        return self


class SharpenBlock(BlockBase):
    """A vague sentence and the questions that make it concrete; the rubric is computed from what was chosen."""

    kind: Literal["sharpen"] = "sharpen"
    vague: Text
    slots: tuple[Slot, ...] = Field(min_length=2, max_length=5)
    rule: Text = Field(description="What the law asks of a suggestion")
    disclaimer: Text

    @model_validator(mode="after")
    def _slots_have_their_own_ids(self) -> SharpenBlock:
        ids = [one.id for one in self.slots]
        if len(set(ids)) != len(ids):
            raise ValueError("two slots share an id; give each its own")
        return self
