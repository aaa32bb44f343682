"""What is known of one deputy's page at a moment.

Voters elect county and township deputies directly, congresses the others (选举法 art. 3). To whom letters go is said by
the directory (`letters_to`): those two levels, unless the hub decides otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from content.schema import Deputy, DeputyStory, Level, Region, Words
from screens.deputies.names import ShownName

ELECTED_DIRECTLY: tuple[Level, ...] = ("county", "township")
Trouble = Literal["", "unknown", "term", "left", "unchecked"]
Tab = Literal["about", "reports", "pledges", "stories"]


@dataclass(frozen=True, slots=True)
class ProfileState:
    """A deputy in office, or why there is none to show: nobody has the id, or their term does not run today.

    `code` is the payload of the picture, empty for an id that can't be printed; `page` is any integer; `tabs` are those
    with something behind them; `stories` those whose consent still holds; `since` when a deputy left; `next` the next
    reception as far as its words tell; `direct` that letters go to just those whom voters elect.
    """

    trouble: Trouble = "unknown"
    deputy: Deputy | None = None
    name: ShownName | None = None
    region: Region | None = None
    topics: tuple[Words, ...] = ()
    code: str = ""
    may_write: bool = False
    direct: bool = True
    tabs: tuple[Tab, ...] = ("about",)
    tab: Tab = "about"
    stories: tuple[DeputyStory, ...] = ()
    since: date | None = None
    next: date | None = None
    page: int = 0
