"""The schematic map: one tile a district or county, on the days that are compared."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from content.schema.base import BlockBase, Published, Slug, Text, Words


class MapDay(Published):
    """A day whose districts are shown; which there were then is known to content.civics.regions."""

    id: Slug
    day: date
    name: Words = Field(description="The month, such as: March 2025; the number of districts is added by itself")
    told: Text = Field(description="What a document of that day says")


class PlaceNote(Published):
    """What a source says of a district; its tile is coloured. Several notes may speak of the same district."""

    region: Slug = Field(description="Id in content/civics/data/regions.yaml")
    text: Text


class TilesBlock(BlockBase):
    """Tile map with a switch between days; two districts are chosen and stand side by side."""

    kind: Literal["tiles"] = "tiles"
    days: tuple[MapDay, ...] = Field(min_length=2, max_length=2)
    notes: tuple[PlaceNote, ...] = ()
    caveat: Text = Field(description="That the map is schematic and shows no borders")
    unknown: Text = Field(description="What is not compared, since no source has it by district")

    @model_validator(mode="after")
    def _days_run_forward(self) -> TilesBlock:
        if len({one.id for one in self.days}) < len(self.days):
            raise ValueError("two days share an id; give each its own")
        if list(self.days) != sorted(self.days, key=lambda one: one.day):
            raise ValueError("the days do not run forward; put the earlier day first")
        return self
