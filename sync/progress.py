"""What a resident may learn of a letter, and what a resident may still say of it after posting it.

Owns two shapes. `Progress` is made by the hub (`hub.letters.progress`) and reaches a visitor at any station, encrypted
to the receipt's own key; how it is encrypted and carried is not this module's. `Rating` and `Withdrawal` come up from
any station: sealed to the hub's key, receipted as letters are (`sync.messages.LettersAnswer` with their ids), stored
once, whatever they say. A station learns nothing from the receipt but that they were stored: whether the PIN was right
is between the visitor and the hub. They may arrive before the letter they speak of; the hub keeps them until then.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final, Literal
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from pydantic import Field, TypeAdapter, ValidationError

from sync.layout import Base64, PublicKey, Published
from sync.messages import Instant, ReceiptCode, StationId
from sync.seal import CannotOpen, open_sealed, seal

PATH_FOLLOW_UPS: Final = "/v1/follow-ups"
FOLLOW_UPS_LIMIT: Final = 20
"""In one request."""
MAX_SEALED_FOLLOW_UP: Final = 8 << 10
MAX_REPLY: Final = 2000
"""Characters of a reply, as of the form in which staff write it."""
MAX_REASON: Final = 300

State = Literal[
    "received",
    "triaged",
    "answered",
    "transferred",
    "reported",
    "studied",
    "out_of_scope",
    "rated",
    "closed",
    "withdrawn",
]
"""`reported`: told to the congress as 情况反映. `studied`: looked at for a deputy's suggestion, which is no promise
of one (条例 art. 9). `out_of_scope`: another door is the right one, `office` names it. `queued` is known to the station
alone."""
Grade = Literal["satisfied", "mostly", "dissatisfied"]
Round = Literal[0, 1, 2]
"""0: nothing to rate. 1: the reply. 2: what became of what the reply promised."""


class Step(Published):
    """One stage a letter has been through, and the day it got there."""

    state: State
    on: date


class Progress(Published):
    """Where a letter stands, as of the hub's day. Days are those of China; no name of staff is in it."""

    state: State
    since: date
    """When it came into this state."""
    due: date | None = None
    """By when it is answered; None once it has been, and where no term runs."""
    extended: bool = False
    """The term was lengthened, for `reason`."""
    reason: Annotated[str, Field(max_length=MAX_REASON)] = ""
    """Of the extension, of the transfer, or why it does not belong here."""
    reply: Annotated[str, Field(max_length=MAX_REPLY)] = ""
    office: Annotated[str, Field(max_length=80)] = ""
    """Who answers, who it was passed to, or whose door is the right one; '' for the station itself."""
    rate_by: date | None = None
    """Until when `round` may be rated; None when there is no last day."""
    round: Round = 0
    """What may be rated now."""
    steps: tuple[Step, ...] = ()
    """The way so far, oldest first, this state last."""
    promised: date | None = None
    """By when what the reply promises is to be done; the second rating follows it."""


class FollowUp(Published):
    """What a visitor says with receipt and PIN. `id` is made before the first attempt and stays."""

    id: UUID
    station_id: StationId
    receipt: ReceiptCode
    pin: Annotated[str, Field(pattern=r"^[0-9]{4}$")]
    """In clear only in memory and under the seal; the hub compares it with `LetterDocument.pin_hash`."""
    created_at: Instant


class Rating(FollowUp):
    """How the answer was (round 1), or what became of its promise (round 2). The first of a round counts."""

    kind: Literal["rating"] = "rating"
    round: Literal[1, 2]
    grade: Grade
    may_tell: bool = False
    """The writer agrees that what came of the letter is told to everybody, without name or address (PIPL art. 25)."""


class Withdrawal(FollowUp):
    """`letter`: words, recording and contact go, and nothing more is done. `contact`: name, phone and recording go, the
    matter goes on."""

    kind: Literal["withdrawal"] = "withdrawal"
    scope: Literal["letter", "contact"] = "letter"


class FollowUpItem(Published):
    """A sealed rating or withdrawal; which of them it is can't be seen from outside."""

    id: UUID
    key_id: str
    created: Instant
    sealed: Annotated[Base64, Field(min_length=1, max_length=MAX_SEALED_FOLLOW_UP)]


class FollowUpsBatch(Published):
    station_id: StationId
    items: Annotated[tuple[FollowUpItem, ...], Field(min_length=1, max_length=FOLLOW_UPS_LIMIT)]


_EITHER: Final[TypeAdapter[Rating | Withdrawal]] = TypeAdapter(
    Annotated[Rating | Withdrawal, Field(discriminator="kind")]
)


def seal_follow_up(said: Rating | Withdrawal, recipient: PublicKey) -> FollowUpItem:
    """The only form in which it may touch a disk."""
    sealed = seal(said.to_bytes(), recipient, said.station_id, said.id)
    return FollowUpItem(id=said.id, key_id=recipient.key_id, created=said.created_at, sealed=sealed)


def open_follow_up(item: FollowUpItem, key: X25519PrivateKey, station_id: str) -> Rating | Withdrawal:
    """What a station sealed.

    Raises:
        CannotOpen: also when what is inside names another station or id than the envelope.
    """
    try:
        said = _EITHER.validate_json(open_sealed(item.sealed, key, station_id, item.id))
    except ValidationError as error:
        raise CannotOpen("what was sealed is neither a rating nor a withdrawal") from error
    if (said.id, said.station_id) != (item.id, station_id):
        raise CannotOpen("it does not belong in this envelope")
    return said
