"""The No. 1 mailbox: what a letter may be about, and what a writer agrees to."""

from __future__ import annotations

from pydantic import Field

from content.schema.base import Published, Slug, Text, Words


class Topic(Published):
    """What a letter may be about: the pictures of the first step of the mailbox."""

    id: Slug
    name: Words
    icon: str


class Place(Published):
    """A place a letter may be about, offered by this station: the community, a building, elsewhere."""

    id: Slug
    name: Words


class Consent(Published):
    """What a writer agrees to who leaves a way to answer; the version travels with the letter."""

    version: str
    text: Text


class Mailbox(Published):
    """The No. 1 mailbox: topics, places, ready phrases and the consent text in force."""

    topics: tuple[Topic, ...] = Field(min_length=1, max_length=12)
    places: tuple[Place, ...] = Field(min_length=1)
    phrases: dict[Slug, tuple[Words, ...]] = Field(default_factory=dict)
    consent: Consent
    who_reads: Text
