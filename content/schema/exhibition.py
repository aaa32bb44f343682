"""The exhibition: exhibits, the home screen, the glossary, and everything together."""

from __future__ import annotations

from pydantic import Field, model_validator

from content.schema.answers import AnsweredLetter
from content.schema.base import SCHEMA_VERSION, Feature, Link, Power, Published, Slug, Source, Text, Words
from content.schema.blocks import Block
from content.schema.blocks.election import ElectionBlock
from content.schema.blocks.steps import StepsBlock
from content.schema.deputies import Directory
from content.schema.mailbox import Mailbox
from content.schema.quiz import Question
from content.schema.tours import Tour


class Exhibit(Published):
    """One exhibit: a gist of 30 seconds, something to do for 3 minutes, panels to dig into, its sources."""

    schema_version: int = SCHEMA_VERSION
    id: Slug
    code: str = Field(pattern=r"^D[1-9][0-9]?$", description="Its place in the plan, D1-D99")
    title: Words
    subtitle: Text
    gist: Text
    picture: str = Field(description="Name of a drawing in media/art, without theme")
    links: tuple[Link, ...] = ()
    powers: tuple[Power, ...] = Field(default=(), description="Powers of the people's congresses that it explains")
    features: tuple[Feature, ...] = ()
    minutes: int = Field(default=3, gt=0)
    blocks: tuple[Block, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _blocks_have_their_own_ids(self) -> Exhibit:
        ids = [block.id for block in self.blocks]
        doubled = sorted({one for one in ids if ids.count(one) > 1})
        if doubled:
            raise ValueError(f"two blocks share the id {doubled[0]!r}; give each its own")
        for block in self.blocks:
            if isinstance(block, StepsBlock):
                for step in block.steps:
                    if step.opens is not None and step.opens not in ids:
                        raise ValueError(f"step {step.id!r} opens {step.opens!r}, which is no block of this exhibit")
            if isinstance(block, ElectionBlock) and block.opens is not None and block.opens not in ids:
                raise ValueError(f"block {block.id!r} opens {block.opens!r}, which is no block of this exhibit")
        return self


class HomeCard(Published):
    """A card on the home screen; it opens an exhibit, one of the services, or the overview."""

    id: Slug
    opens: str = Field(pattern=r"^(exhibit:[a-z0-9_-]+(/[a-z0-9_-]+)?|deputies|mailbox|explore)$")
    title: Words
    subtitle: Words
    picture: str


class Home(Published):
    """The home and attract screens: the question, the cards in their order, and what else is asked of passers-by."""

    question: Words
    questions: tuple[Words, ...] = Field(default=(), description="Asked in turn with it while nobody is there")
    cards: tuple[HomeCard, ...] = Field(min_length=1, max_length=6)


class Term(Published):
    """A glossary entry: the term in both languages, its pinyin, what it means and where that is said."""

    id: Slug
    term: Words
    pinyin: str
    meaning: Text


class Exhibition(Published):
    """Everything a station shows."""

    schema_version: int = SCHEMA_VERSION
    home: Home
    exhibits: tuple[Exhibit, ...]
    sources: tuple[Source, ...]
    glossary: tuple[Term, ...] = ()
    quiz: tuple[Question, ...] = ()
    tours: tuple[Tour, ...] = ()
    answers: tuple[AnsweredLetter, ...] = ()
    mailbox: Mailbox
    directory: Directory


#: Logical paths inside a release (see sync.layout): what each file holds.
FILES: dict[str, type[Published]] = {
    "home.json": Home,
    "mailbox.json": Mailbox,
    "directory.json": Directory,
}
EXHIBIT_PATH = "exhibits/{id}/exhibit.json"
SOURCES_PATH = "sources.json"
GLOSSARY_PATH = "glossary.json"
QUIZ_PATH = "quiz.json"
TOURS_PATH = "tours.json"
ANSWERS_PATH = "answers.json"
