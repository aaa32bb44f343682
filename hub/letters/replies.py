"""What staff answered, sealed to the hub's own key as letters are: a reply may speak of who wrote.

Owns the parts of a reply (the answer, and later what became of its promise) and how they are sealed.
"""

from __future__ import annotations

from datetime import date
from typing import Final
from uuid import uuid5

from pydantic import TypeAdapter, ValidationError

from hub.letters.models import Letter
from hub.publishing.keys import HubKeyring
from sync.layout import Published
from sync.progress import MAX_REPLY
from sync.seal import CannotOpen, open_sealed, seal


class Part(Published):
    """One thing that was told."""

    on: date
    text: str


_PARTS: Final[TypeAdapter[tuple[Part, ...]]] = TypeAdapter(tuple[Part, ...])


def told(letter: Letter, keys: HubKeyring) -> tuple[Part, ...]:
    """What the writer was told, oldest first. Raises CannotOpen."""
    if not letter.reply:
        return ()
    key = keys.seal_key(letter.reply_key_id)
    if key is None:
        raise CannotOpen("the key this reply was sealed to is not on this hub")
    try:
        return _PARTS.validate_json(open_sealed(bytes(letter.reply), key, letter.station_id, uuid5(letter.id, "reply")))
    except ValidationError as error:
        raise CannotOpen("what was sealed is no reply") from error


def joined(parts: tuple[Part, ...]) -> str:
    """As the writer reads it: one part alone, or each with its day."""
    if len(parts) == 1:
        return parts[0].text
    return "\n\n".join(f"{one.on.year} 年 {one.on.month} 月 {one.on.day} 日\n{one.text}" for one in parts)


def put(letter: Letter, parts: tuple[Part, ...], keys: HubKeyring) -> None:
    """Set the reply on the row, unsaved. Raises ValueError when it is longer than a station shows."""
    if len(joined(parts)) > MAX_REPLY:
        raise ValueError(f"答复连同以前告知的内容，最多 {MAX_REPLY} 个字。")
    to = keys.announced().seal_keys[0]
    letter.reply = seal(_PARTS.dump_json(parts), to, letter.station_id, uuid5(letter.id, "reply"))
    letter.reply_key_id = to.key_id
