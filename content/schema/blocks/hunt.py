"""Finding what is wrong in a picture, and saying who should see to it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from content.schema.base import BlockBase, Published, Slug, Text, Words


class Actor(Published):
    """Somebody who may see to a problem."""

    id: Slug
    name: Words


class Spot(Published):
    """A place in the picture that can be touched. One with `acts` is a problem, one without is in order."""

    id: Slug
    name: Words = Field(description="What stands there, said before it is known whether something is wrong")
    from_left: int = Field(ge=0, le=1000, description="Thousandths of the picture's width")
    from_top: int = Field(ge=0, le=1000, description="Thousandths of the picture's height")
    wide: int = Field(gt=0, le=1000)
    high: int = Field(gt=0, le=1000)
    text: Text
    acts: Slug | None = Field(default=None, description="The actor that fits best; none where nothing is wrong")
    why: Text | None = Field(default=None, description="Why this actor")
    credit: int = Field(default=0, ge=0, le=20, description="Points in the made-up ledger")

    @model_validator(mode="after")
    def _a_problem_is_told_whole(self) -> Spot:
        if (self.acts is None) != (self.why is None) or (self.acts is None) != (self.credit == 0):
            raise ValueError(f"{self.id!r} needs acts, why and credit together if it is a problem, or none of them")
        if self.from_left + self.wide > 1000 or self.from_top + self.high > 1000:
            raise ValueError(f"{self.id!r} leaves the picture; keep from_left + wide and from_top + high within 1000")
        return self


class HuntBlock(BlockBase):
    """A picture, what is wrong in it, who acts, and the ledger of what was done."""

    kind: Literal["hunt"] = "hunt"
    picture: str
    shape_w: int = Field(gt=0, description="The picture's proportions: its width")
    shape_h: int = Field(gt=0, description="and its height")
    actors: tuple[Actor, ...] = Field(min_length=2, max_length=3)
    spots: tuple[Spot, ...] = Field(min_length=2, max_length=12)
    ledger: Text = Field(description="What is done with the points")
    disclaimer: Text

    @property
    def problems(self) -> tuple[Spot, ...]:
        """The places where something is wrong."""
        return tuple(one for one in self.spots if one.acts is not None)

    @model_validator(mode="after")
    def _spots_stand_apart_and_name_actors(self) -> HuntBlock:
        known = {one.id for one in self.actors}
        for spot in self.spots:
            if spot.acts is not None and spot.acts not in known:
                raise ValueError(f"{spot.id!r} is for {spot.acts!r}, who is no actor; use one of {', '.join(known)}")
        if not self.problems:
            raise ValueError("nothing is wrong in this picture; give one spot `acts`, `why` and `credit`")
        for i, one in enumerate(self.spots):
            for other in self.spots[i + 1 :]:
                if one.id == other.id:
                    raise ValueError(f"two spots share the id {one.id!r}; give each its own")
                if _overlap(one, other):
                    raise ValueError(f"{one.id!r} and {other.id!r} overlap; move or shrink one")
        return self


def _overlap(one: Spot, other: Spot) -> bool:
    across = min(one.from_left + one.wide, other.from_left + other.wide) > max(one.from_left, other.from_left)
    return across and min(one.from_top + one.high, other.from_top + other.high) > max(one.from_top, other.from_top)
