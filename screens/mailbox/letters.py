"""What the mailbox asks of the station and gets back: letters, receipts, tracking. No words are kept here."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import date, datetime

from content.catalog import Catalog
from media.dictaphone import Dictaphone, NoDictaphone
from screens.inputs.drawings import Drawings
from screens.inputs.engine import PinyinEngine
from screens.inputs.handwriting.reader import InkReader
from screens.mailbox.lock import TrackLock


@dataclass(frozen=True, slots=True)
class VoiceNote:
    """What a visitor said, as an Ogg Opus file, and the version of the consent they gave for it."""

    audio: bytes = field(repr=False)
    seconds: float
    consent_version: str


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """A letter as the visitor confirmed it. `consent_version` is empty and the contact blank when they left none.

    `voice` is what they said; `words` then say at least that there is a recording. `drawings` are characters as they
    were written, each standing in the words by its mark; `language` is the interface's while writing; `addressee` a
    deputy's id, None for whoever the station chooses.
    """

    topic: str
    place: str
    words: str
    addressee: str | None
    name: str
    phone: str
    consent_version: str
    age_confirmed: bool
    language: str
    drawings: Drawings = ()
    voice: VoiceNote | None = None


@dataclass(frozen=True, slots=True)
class Posted:
    """The receipt: `code` in two groups of four, the PIN, the text for the QR; `queued`: it waits for the network."""

    code: str
    pin: str
    payload: str
    queued: bool


class PostRefused(Exception):
    """The letter could not be kept. `key` names the calm sentence to show; the words stay with the visitor."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class Tracking:
    """What this station knows of a letter: when it was posted, whether the hub has confirmed it."""

    created: datetime
    delivered: bool


@dataclass(frozen=True, slots=True)
class MailboxServices:
    """What the mailbox may use. `post` raises PostRefused; `look_up` takes eight characters and a PIN, and answers
    later; without a `reader` nobody writes by hand, without a microphone nobody speaks."""

    catalog: Callable[[], Catalog]
    post: Callable[[LetterDraft], Posted]
    look_up: Callable[[str, str], Future[Tracking | None]]
    open_engine: Callable[[], PinyinEngine]
    today: Callable[[], date]
    reader: InkReader | None = None
    dictaphone: Dictaphone = field(default_factory=NoDictaphone)
    lock: TrackLock = field(default_factory=TrackLock)
