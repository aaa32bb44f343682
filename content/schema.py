"""The published bundle: what an exhibition is made of, as frozen values.

Owns the shape of everything that travels from hub to station and its version. Leaves to others: reading YAML with file
and line (`content.authoring`), questions over the content (`content.catalog`), wording and sources (`content.checks`).
Two readings of the same models: authors are strict (an unknown field is refused), stations tolerant (an unknown field
of a newer hub is ignored); see `strictly` and `tolerantly`.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

SCHEMA_VERSION = 1

Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$")]
SourceId = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
Link = Literal["election", "consultation", "decision", "management", "oversight"]
Level = Literal["national", "city", "county", "township"]
Relation = Literal["elects", "reports", "oversees"]


class Published(BaseModel):
    """Base of everything published: frozen; unknown fields are dropped unless read `strictly`."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)


class Words(Published):
    """A short text in several languages: a name, a button, a caption. `zh-Hans` is required, `en` to publish."""

    zh_hans: str = Field(alias="zh-Hans", min_length=1)
    en: str | None = None
    zh_hant: str | None = Field(default=None, alias="zh-Hant")
    spoken: dict[str, str] | None = Field(default=None, description="How it is read aloud, where that differs")


class Text(Words):
    """Running text: each says where it comes from. A panel holds at most 120 characters of zh-Hans."""

    sources: tuple[SourceId, ...] = Field(min_length=1)


class Source(Published):
    """A document that texts cite. `figures` are the numbers it states, as written there, for the checks."""

    id: SourceId
    title: Words
    publisher: Words
    dated: date | None = Field(default=None, description="Day of adoption or publication; none if it bears none")
    url: str | None = None
    note: Words | None = None
    figures: tuple[str, ...] = ()


class Fact(Published):
    """One line of a label-and-value list, such as "who does it: deputies of this level"."""

    label: Words
    value: Text


# ---- blocks: one variant a kind; each has its folder under screens/exhibit/blocks ------------------------------------


class Organ(Published):
    """A body drawn in the levels diagram."""

    id: Slug
    name: Words
    note: Text
    role: Literal["congress", "standing", "executive", "supervisory", "court", "procuratorate", "presidium"]


class Arrow(Published):
    """A relation between two organs of one level, or from the voters (`voters`) or the level below (`below`)."""

    id: Slug
    origin: Slug
    target: Slug
    relation: Relation
    text: Text


class CongressLevel(Published):
    """One of the four levels: who elects it, what it consists of."""

    id: Level
    name: Words
    full_name: Words
    election: Literal["direct", "indirect"]
    summary: Text
    organs: tuple[Organ, ...] = Field(min_length=2)
    arrows: tuple[Arrow, ...] = Field(min_length=1)


class Aside(Published):
    """A question with its answer in panels: "And the subdistricts?"."""

    id: Slug
    question: Words
    teaser: Text
    panels: tuple[Text, ...] = Field(min_length=1)


class BlockBase(Published):
    """What every block has."""

    id: Slug
    title: Words
    tab: Words | None = Field(default=None, description="Its short name on the exhibit's tabs, 2-5 characters")
    subtitle: Text | None = None
    hint: Words | None = Field(default=None, description="One line in the dock: what to do first")


class LevelsBlock(BlockBase):
    """Drill-down through the four levels; arrows say who elects, reports to, oversees whom."""

    kind: Literal["levels"] = "levels"
    levels: tuple[CongressLevel, ...] = Field(min_length=2, description="From the township upwards")
    asides: tuple[Aside, ...] = ()


class SeatExample(Published):
    """A real place to try: population as of a date, and the number of seats really set, where a source states it."""

    id: Slug
    name: Words
    population: int = Field(gt=0)
    population_note: Text
    actual_seats: int | None = None
    actual_note: Text | None = None


class SeatRule(Published):
    """One rule the calculator offers; `rule` names a function of content.civics.seats."""

    id: Slug
    rule: Literal["provincial", "city", "county", "township"]
    name: Words
    explanation: Text
    population_min: int = Field(gt=0)
    population_max: int = Field(gt=0)
    population_start: int = Field(gt=0)
    examples: tuple[SeatExample, ...] = ()


class SeatsBlock(BlockBase):
    """Seat calculator: population in, number of deputies out, with the formula drawn."""

    kind: Literal["seats"] = "seats"
    rules: tuple[SeatRule, ...] = Field(min_length=1)
    caveat: Text


class Step(Published):
    """One step of a procedure."""

    id: Slug
    name: Words
    text: Text
    facts: tuple[Fact, ...] = ()
    art: str | None = Field(default=None, description="Name of a drawing in media/art")
    opens: Slug | None = Field(default=None, description="Block of this exhibit that lets the visitor try this step")
    opens_label: Words | None = None


class StepsBlock(BlockBase):
    """A procedure as a flight of stairs: one step open at a time."""

    kind: Literal["steps"] = "steps"
    steps: tuple[Step, ...] = Field(min_length=2, max_length=6)


class Proposal(Published):
    """A made-up idea of the simulation. The three tests of the screening step are disclosed."""

    id: Slug
    name: Words
    icon: str
    cost: int = Field(gt=0, description="10,000 yuan, made up")
    serves: int = Field(gt=0, description="Share of residents served, per cent, made up")
    public: bool = Field(description="Serves the public, not a few")
    within_year: bool = Field(description="Can be done within the year")
    within_powers: bool = Field(description="Lies within the powers of this level")
    why_not: Text | None = Field(default=None, description="Said when the screening turns it down")
    surprise: Text | None = Field(default=None, description="What happens while it is carried out")
    surprise_cost: int = Field(default=0, ge=0, description="Extra cost of the surprise, 10,000 yuan")
    argument_for: Text
    argument_against: Text


class Voters(Published):
    """A group of simulated deputies and what they care about, disclosed to the visitor."""

    id: Slug
    name: Words
    count: int = Field(gt=0)
    prefers: tuple[Slug, ...] = Field(min_length=1, description="Proposals from most to least wanted")


class RuleSet(Published):
    """Town 票决 or street 票选: who votes and what the result is (traps T2, T6)."""

    id: Literal["town", "street"]
    name: Words
    voters_name: Words
    explanation: Text
    effect: Text
    groups: tuple[Voters, ...] = Field(min_length=1)


class BallotBlock(BlockBase):
    """The vote simulation: collect, screen, debate, vote in secret, carry out, appraise."""

    kind: Literal["ballot"] = "ballot"
    rule_sets: tuple[RuleSet, ...] = Field(min_length=1)
    proposals: tuple[Proposal, ...] = Field(min_length=4, max_length=12)
    places: int = Field(gt=0, description="How many projects are to be chosen")
    budget: int = Field(gt=0, description="10,000 yuan, made up")
    ballot_size: int = Field(default=8, ge=2, le=8, description="How many screened proposals stand on the ballot")
    disclaimer: Text
    comparison: Text = Field(description="What deputies really chose, with date and source")


class PanelsBlock(BlockBase):
    """Text to dig into: short panels with pictures, paged."""

    kind: Literal["panels"] = "panels"
    panels: tuple[Panel, ...] = Field(min_length=1)


class Panel(Published):
    """One panel: a heading, at most 120 characters, facts, a drawing."""

    id: Slug
    heading: Words
    text: Text
    facts: tuple[Fact, ...] = ()
    art: str | None = None


Block = Annotated[
    LevelsBlock | SeatsBlock | StepsBlock | BallotBlock | PanelsBlock,
    Field(discriminator="kind"),
]


# ---- the exhibition ----------------------------------------


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
    features: tuple[str, ...] = ()
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
        return self


class HomeCard(Published):
    """A card on the home screen; it opens an exhibit or one of the services."""

    id: Slug
    opens: str = Field(pattern=r"^(exhibit:[a-z0-9_-]+(/[a-z0-9_-]+)?|deputies|mailbox)$")
    title: Words
    subtitle: Words
    picture: str


class Home(Published):
    """The home and attract screens: the question, and the cards in their order."""

    question: Words
    cards: tuple[HomeCard, ...] = Field(min_length=1, max_length=6)


class Term(Published):
    """A glossary entry: the term in both languages, its pinyin, what it means and where that is said."""

    id: Slug
    term: Words
    pinyin: str
    meaning: Text


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


class Deputy(Published):
    """A deputy as the directory shows them. `id` is opaque: no region, date or sequence in it."""

    id: str = Field(pattern=r"^[0-9A-HJKMNP-TV-Z]{6,12}$")
    name: str
    name_pinyin: str
    name_en: str | None = None
    levels: tuple[Level, ...] = Field(min_length=1)
    region: Slug
    township: Words | None = None
    unit: Words
    term_from: date
    term_to: date
    concerns: tuple[Slug, ...] = ()
    reception: Words
    group: Words | None = None
    is_sample: bool = False


class Region(Published):
    """A district or county with its dates; `until` is the first day it no longer exists."""

    id: Slug
    name: Words
    since: date | None = None
    until: date | None = None


class Directory(Published):
    """The deputies and the regions they belong to."""

    as_of: date
    regions: tuple[Region, ...]
    deputies: tuple[Deputy, ...]


class Exhibition(Published):
    """Everything a station shows."""

    schema_version: int = SCHEMA_VERSION
    home: Home
    exhibits: tuple[Exhibit, ...]
    sources: tuple[Source, ...]
    glossary: tuple[Term, ...] = ()
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

_M = TypeVar("_M", bound=BaseModel)


def tolerantly(model: type[_M], data: Any) -> _M:
    """Read what a hub published: fields this station does not know are ignored.

    Raises: pydantic.ValidationError where a field it does know is wrong.
    """
    return model.model_validate(data)


def strictly(model: type[_M], data: Any) -> _M:
    """Read what an author wrote: an unknown field is refused.

    Raises: pydantic.ValidationError naming each wrong or unknown field.
    """
    return TypeAdapter(model).validate_python(data, extra="forbid")
