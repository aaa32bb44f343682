"""A made-up hillside town on a grid: what can be walked to in so many minutes, by whom, from where."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from content.schema.base import BlockBase, Published, Slug, Text, Words


class ReachPlace(Published):
    """A crossing, on the grid: `x` counts from the left, `y` from the top of the hill."""

    id: Slug
    x: int = Field(ge=0, le=7)
    y: int = Field(ge=0, le=3)


class ReachWay(Published):
    """A way between two neighbouring crossings, walked in both directions."""

    id: Slug
    a: Slug
    b: Slug
    metres: int = Field(gt=0, description="Made up")
    surface: Literal["street", "stairs", "ramp"] = "street"


class ReachWalker(Published):
    """Who walks, and how fast: metres a minute, made up or with their source in `basis`."""

    id: Slug
    name: Words = Field(description="At most 6 characters")
    icon: str
    level: int = Field(gt=0, description="Metres a minute on streets and ramps")
    stairs: int = Field(ge=0, description="Metres a minute on stairs; 0 where they can't be walked at all")
    basis: Text = Field(description="Where the speeds come from")


class ReachService(Published):
    """Something people walk to, and where it stands at first."""

    id: Slug
    name: Words = Field(description="At most 4 characters")
    icon: str
    stands: Slug = Field(description="A crossing")


class ReachWork(Published):
    """A lift that can be built beside a way; everybody may take it while it is switched on."""

    id: Slug
    name: Words = Field(description="At most 6 characters")
    icon: str
    way: Slug
    minutes: int = Field(default=2, gt=0, description="What the ride takes, waiting included; made up")


class ReachBlock(BlockBase):
    """Reach map: choose who walks, move home or a service, and see what lies within so many minutes."""

    kind: Literal["reach"] = "reach"
    minutes: int = Field(default=15, ge=5, le=20)
    places: tuple[ReachPlace, ...] = Field(min_length=4)
    ways: tuple[ReachWay, ...] = Field(min_length=3)
    walkers: tuple[ReachWalker, ...] = Field(min_length=2, max_length=3)
    home: Slug = Field(description="The crossing where home is at first")
    services: tuple[ReachService, ...] = Field(min_length=2, max_length=5)
    works: tuple[ReachWork, ...] = Field(default=(), max_length=1)
    disclaimer: Text = Field(description="What is made up: map, distances, speeds; at most 60 characters")

    @model_validator(mode="after")
    def _ways_lead_somewhere(self) -> ReachBlock:
        spots = {(one.x, one.y) for one in self.places}
        if len(spots) < len(self.places):
            raise ValueError("two crossings lie on the same spot of the grid; move one")
        places = {one.id: one for one in self.places}
        for way in self.ways:
            for end in (way.a, way.b):
                if end not in places:
                    raise ValueError(f"way {way.id!r} leads to {end!r}, which is no crossing; name one of `places`")
            a, b = places[way.a], places[way.b]
            if max(abs(a.x - b.x), abs(a.y - b.y)) != 1:
                raise ValueError(f"way {way.id!r} must join two neighbours on the grid; cut it at a crossing between")
        return self

    @model_validator(mode="after")
    def _everything_has_its_place(self) -> ReachBlock:
        places = {one.id for one in self.places}
        stands = [("home", self.home), *((one.id, one.stands) for one in self.services)]
        for name, place in stands:
            if place not in places:
                raise ValueError(f"{name!r} stands at {place!r}, which is no crossing; name one of `places`")
        taken = [place for _, place in stands]
        for name, place in stands:
            if taken.count(place) > 1:
                raise ValueError(f"{name!r} shares the crossing {place!r} with something else; give it its own")
        ways = {one.id for one in self.ways}
        for work in self.works:
            if work.way not in ways:
                raise ValueError(f"work {work.id!r} stands beside {work.way!r}, which is no way; name one of `ways`")
        return self
