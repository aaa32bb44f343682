"""What is known of one deputy's page at a moment.

Letters go to county and township deputies: those are the ones whom voters elect directly (选举法 art. 3), and the
municipal rules on deputy codes reach them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from content.schema import Deputy, Level, Region, Words
from screens.deputies.names import ShownName

WRITTEN_TO: tuple[Level, ...] = ("county", "township")
Trouble = Literal["", "unknown", "term"]


@dataclass(frozen=True, slots=True)
class ProfileState:
    """A deputy in office, or why there is none to show: nobody has the id, or their term does not run today.

    `code` is the payload of the picture, empty for an id that can't be printed; `page` is any integer.
    """

    trouble: Trouble = "unknown"
    deputy: Deputy | None = None
    name: ShownName | None = None
    region: Region | None = None
    topics: tuple[Words, ...] = ()
    code: str = ""
    may_write: bool = False
    page: int = 0
