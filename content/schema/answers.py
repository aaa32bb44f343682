"""You said, we did: letters that have been answered, as a station may show them to everybody.

Owns the card only. It is written anew by staff: nothing of a letter, and nobody who wrote one, is ever part of it.
"""

from __future__ import annotations

from datetime import date

from pydantic import Field

from content.schema.base import Published, Slug, Text, Words


class AnsweredLetter(Published):
    """What residents asked and what came of it, each in one sentence of the station's own."""

    id: Slug
    asked: Words = Field(description="What was asked, in the station's words, never the writer's")
    done: Text = Field(description="What was done about it")
    place: Words = Field(description="The district, town or community it was about; no address")
    answered: date
    station: Words = Field(description="The station that answered")
    is_sample: bool = Field(default=False, description="Made up; stations mark it so")
