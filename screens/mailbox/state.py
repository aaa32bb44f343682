"""Where a visitor is in the mailbox, as frozen values: all that the views need."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from content.schema import Deputy, Mailbox
from screens.inputs.drawings import Drawings
from screens.inputs.state import PanelState
from screens.mailbox.letters import Posted, Tracking
from screens.mailbox.voice import VoiceState

Stage = Literal[
    "urgent", "danger", "door", "topic", "place", "words", "reply", "age", "consent", "phone", "name", "check",
    "flight", "receipt", "track",
]  # fmt: skip
Asks = Literal["", "post"]

#: The stepper's point: the questions about an answer all belong to the fourth step.
STEP_OF: dict[Stage, int] = {
    "urgent": 0, "danger": 0, "door": 0, "topic": 0, "place": 1, "words": 2, "reply": 3, "age": 3, "consent": 3,
    "phone": 3, "name": 3, "check": 4, "flight": 4,
}  # fmt: skip

#: One step back; none where back leaves the mailbox.
BEFORE: dict[Stage, Stage] = {
    "danger": "urgent", "door": "urgent", "topic": "urgent", "place": "topic", "words": "place", "reply": "words",
    "age": "reply", "consent": "age", "phone": "reply", "name": "phone", "check": "reply",
}  # fmt: skip

PHONE_DIGITS = 11
PIN_DIGITS = 4
CODE_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Tracked:
    """The look-up: the code as typed, what was found, or why nothing is said."""

    code: str = ""
    asks: Literal["code", "pin"] = "code"
    ready: bool = False
    missing: bool = False
    locked_minutes: int = 0
    searching: bool = False
    found: Tracking | None = None


@dataclass(frozen=True, slots=True)
class MailboxState:
    """One letter on its way, or one look-up. `panel` is there while something is typed; `voicing` while something is
    said instead; `voice` where there is a microphone.

    `wants_reply` is the visitor's choice before they are asked their age; a phone number is only ever here after both
    the age and the consent were confirmed (PIPL art. 13, 14, 31).
    """

    content: Mailbox
    stage: Stage = "urgent"
    topic: str = ""
    place: str = ""
    words: str = ""
    drawings: Drawings = ()
    panel: PanelState | None = None
    phrases: bool = False
    voicing: bool = False
    voice: VoiceState | None = None
    page: int = 0
    deputy: Deputy | None = None
    to_deputy: bool = False
    wants_reply: bool = False
    adult: bool = False
    agreed: bool = False
    phone: str = ""
    name: str = ""
    notice: str = ""
    missing_digits: int = 0
    editing: bool = False
    asks: Asks = ""
    no_pinyin: bool = False
    receipt: Posted | None = None
    track: Tracked = field(default=Tracked())
