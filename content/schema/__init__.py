"""The published bundle: what an exhibition is made of, as frozen values.

Owns the shape of everything that travels from hub to station and its version. Leaves to others: reading YAML with file
and line (`content.authoring`), questions over the content (`content.catalog`), wording and sources (`content.checks`).
Import names from here; the kinds of blocks come from `content.schema.blocks`, which this module offers as its own.
"""

from content.schema.answers import AnsweredLetter
from content.schema.base import (
    SCHEMA_VERSION,
    BlockBase,
    Fact,
    Level,
    Link,
    Made,
    Power,
    Published,
    Relation,
    Slug,
    Source,
    SourceId,
    Text,
    Words,
    strictly,
    tolerantly,
)
from content.schema.blocks import *  # noqa: F403
from content.schema.blocks import __all__ as _blocks
from content.schema.deputies import (
    PORTRAIT_PATH,
    Deputy,
    DeputyStory,
    Directory,
    Pledge,
    Region,
    Retired,
    YearlyReport,
)
from content.schema.exhibition import (
    ANSWERS_PATH,
    EXHIBIT_PATH,
    FILES,
    GLOSSARY_PATH,
    QUIZ_PATH,
    SOURCES_PATH,
    TOURS_PATH,
    Exhibit,
    Exhibition,
    Home,
    HomeCard,
    Term,
)
from content.schema.mailbox import Consent, Mailbox, Place, Topic
from content.schema.quiz import Answer, Question
from content.schema.tours import GroupQuestion, Tour, TourStop

__all__ = [
    "ANSWERS_PATH",
    "EXHIBIT_PATH",
    "FILES",
    "GLOSSARY_PATH",
    "PORTRAIT_PATH",
    "QUIZ_PATH",
    "SCHEMA_VERSION",
    "SOURCES_PATH",
    "TOURS_PATH",
    "Answer",
    "AnsweredLetter",
    "BlockBase",
    "Consent",
    "Deputy",
    "DeputyStory",
    "Directory",
    "Exhibit",
    "Exhibition",
    "Fact",
    "GroupQuestion",
    "Home",
    "HomeCard",
    "Level",
    "Link",
    "Made",
    "Mailbox",
    "Place",
    "Pledge",
    "Power",
    "Published",
    "Question",
    "Region",
    "Relation",
    "Retired",
    "Slug",
    "Source",
    "SourceId",
    "Term",
    "Text",
    "Topic",
    "Tour",
    "TourStop",
    "Words",
    "YearlyReport",
    "strictly",
    "tolerantly",
    *_blocks,
]
