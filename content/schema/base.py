"""What every part of the published bundle is made of: words in several languages, texts with their sources, facts.

Two readings of the same models: authors are strict (an unknown field is refused), stations tolerant (an unknown field
of a newer hub is ignored); see `strictly` and `tolerantly`.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

SCHEMA_VERSION = 2

Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$")]
SourceId = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
Link = Literal["election", "consultation", "decision", "management", "oversight"]
Power = Literal["legislation_power", "oversight_power", "decision_power", "appointment_power"]
Level = Literal["national", "city", "county", "township"]
Relation = Literal["elects", "reports", "oversees"]
Feature = Annotated[str, Field(pattern=r"^F[0-9]{2}$")]


class Made:
    """Marks a field that nobody writes: it is made when content is read or published."""


class Published(BaseModel):
    """Base of everything published: frozen; unknown fields are dropped unless read `strictly`."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)


class Words(Published):
    """A short text in several languages: a name, a button, a caption. `zh-Hans` is required, `en` to publish."""

    zh_hans: str = Field(alias="zh-Hans", min_length=1)
    en: str | None = None
    zh_hant: str | None = Field(default=None, alias="zh-Hant")
    spoken: dict[str, str] | None = Field(default=None, description="How it is read aloud, where that differs")

    def __hash__(self) -> int:
        """Of what is read: models keep words in states that are looked up, and a dict has no hash."""
        return hash((self.zh_hans, self.en, self.zh_hant))


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


class BlockBase(Published):
    """What every block has."""

    id: Slug
    title: Words
    tab: Words | None = Field(default=None, description="Its short name on the exhibit's tabs, 2-5 characters")
    subtitle: Text | None = None
    hint: Words | None = Field(default=None, description="One line in the dock: what to do first")
    features: tuple[Feature, ...] = Field(default=(), description="Features of the plan that it explains: F01-F99")


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
