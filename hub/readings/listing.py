"""Every text that is read aloud with who reads it: a person, the neural voice, nobody yet; and what reads old words.

Owns the rows of the pages. Leaves the recordings to `hub.publishing.narration`, the texts to `content.narration`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from content.aloud import PERSON
from content.narration import Reading, wanted
from content.schema import Exhibition
from hub.publishing.narration import Kept, Narration

State = Literal["person", "neural", "none"]
STATES: Final[dict[State, str]] = {"person": "真人", "neural": "合成", "none": "没有录音"}
LANGUAGES: Final = {"zh-Hans": "中文", "en": "英文"}


@dataclass(frozen=True)
class Row:
    """A text and who reads it."""

    reading: Reading
    state: State

    @property
    def name(self) -> str:
        """What the address of its page ends with: the name of a person's recording of it."""
        return name_of_path(self.reading.path(PERSON))

    @property
    def told(self) -> str:
        """Its state in words."""
        return STATES[self.state]

    @property
    def language(self) -> str:
        """Its language in words."""
        return LANGUAGES[self.reading.language]


@dataclass(frozen=True)
class Share:
    """How much of an exhibit is read by whom."""

    exhibit: str
    title: str
    person: int
    neural: int
    none: int
    stale: int


def rows(narration: Narration, exhibition: Exhibition, exhibit: str) -> tuple[Row, ...]:
    """The texts of an exhibit, in the order in which a visitor hears them."""
    return tuple(Row(one, narration.state(one)) for one in wanted(exhibition) if one.exhibit == exhibit)


def stale(narration: Narration, exhibition: Exhibition) -> tuple[Kept, ...]:
    """Persons' recordings of words that stand in no text any more: no station gets them."""
    current = {one.path(PERSON) for one in wanted(exhibition)}
    return tuple(one for one in narration.persons() if one.path not in current)


def shares(narration: Narration, exhibition: Exhibition) -> tuple[Share, ...]:
    """Every exhibit, counted."""
    counts = Counter((one.exhibit, narration.state(one)) for one in wanted(exhibition))
    old = Counter(one.exhibit for one in stale(narration, exhibition))
    return tuple(
        Share(
            one.id, one.title.zh_hans, counts[one.id, "person"], counts[one.id, "neural"], counts[one.id, "none"],
            old[one.id],
        )
        for one in exhibition.exhibits
    )  # fmt: skip


def shown(found: Iterable[Row], language: str, state: str) -> tuple[Row, ...]:
    """Those in a language and a state; an empty one means any."""
    return tuple(one for one in found if language in ("", one.reading.language) and state in ("", one.state))


def name_of_path(path: str) -> str:
    """The last part of a recording's path, without its ending."""
    return path.rpartition("/")[2].rpartition(".")[0]
