"""A mailbox in memory: bundled content, a box that keeps what is posted, a clock in the hand."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from random import Random

import content
from content.authoring import read_exhibition
from content.catalog import Catalog
from content.samples import sample_directory
from media.dictaphone import LONGEST_S, Take
from screens.inputs._letters import LettersEngine
from screens.mailbox.letters import LetterDraft, MailboxServices, Posted, PostRefused, Tracking
from screens.mailbox.lock import TrackLock
from screens.mailbox.model import Letter
from screens.mailbox.tracking import LookUp

RECEIPT = "K7M429P"
PIN = "7305"


@lru_cache(maxsize=1)
def catalog() -> Catalog:
    """What every station is shipped with."""
    folder = Path(content.__file__).parent / "exhibition"
    return Catalog(read_exhibition(folder, sample_directory(Random(1), 40, date(2026, 11, 23))))


@dataclass
class Tape:
    """A dictaphone in memory: somebody speaks into it with `hear`."""

    present: bool = True
    now: Take = field(default_factory=Take)
    audio: bytes = b"OggS what was said"
    wiped: int = 0
    trouble: bool = False

    def record(self) -> None:
        if self.trouble:
            self.now = replace(self.now, trouble="absent")
        elif self.now.seconds < LONGEST_S:
            self.now = replace(self.now, doing="recording")

    def hear(self, seconds: float, level: float = 0.6) -> None:
        """Somebody speaks."""
        assert self.now.doing == "recording"
        self.now = replace(self.now, seconds=min(LONGEST_S, self.now.seconds + seconds), level=level)
        if self.now.seconds >= LONGEST_S:
            self.stop()

    def stop(self) -> None:
        self.now = replace(self.now, doing="", level=0.0, at=0.0)

    def play(self) -> None:
        if self.now.seconds:
            self.now = replace(self.now, doing="playing")

    def look(self) -> Take:
        return self.now

    def taken(self, patience_s: float) -> bytes | None:
        return self.audio if self.now.seconds and self.audio else None

    def wipe(self) -> None:
        self.now, self.wiped = Take(), self.wiped + 1


@dataclass
class Box:
    """Keeps drafts; refuses with `refuses`; knows the letters in `known`."""

    drafts: list[LetterDraft] = field(default_factory=list)
    refuses: str = ""
    queued: bool = True
    known: dict[tuple[str, str], Tracking] = field(default_factory=dict)
    asked: int = 0
    slow: list[Future[Tracking | None]] | None = None
    """Look-ups that wait for their answer, when there is a list for them."""
    tape: Tape = field(default_factory=lambda: Tape(present=False))

    def post(self, draft: LetterDraft) -> Posted:
        if self.refuses:
            raise PostRefused(self.refuses)
        self.drafts.append(draft)
        return Posted("K7M4 29PX", PIN, "BY1.R.K7M429P.X", self.queued)

    def look_up(self, code: str, pin: str) -> Future[Tracking | None]:
        self.asked += 1
        answer: Future[Tracking | None] = Future()
        if self.slow is not None:
            self.slow.append(answer)
        else:
            answer.set_result(self.known.get((code, pin)))
        return answer

    def services(self) -> MailboxServices:
        day = date(2026, 11, 23)
        return MailboxServices(
            catalog, self.post, self.look_up, LettersEngine, lambda: day, dictaphone=self.tape
        )  # fmt: skip


def letter(box: Box, deputy: str = "") -> Letter:
    """A new letter on the table: nobody is in danger."""
    return at(asked(box, deputy), "mailbox.urgent.no")


def asked(box: Box, deputy: str = "") -> Letter:
    """A letter at the question that comes before it."""
    return Letter(box.services(), LettersEngine(), deputy)


def look_up(box: Box, lock: TrackLock | None = None, id: str = "") -> LookUp:
    """A new look-up."""
    return LookUp(box.services(), LettersEngine(), lock or TrackLock(), id)


def write(model: Letter, words: str) -> None:
    """Type with a keyboard of wires; the engine in memory leaves letters as they are."""
    for char in words:
        model.key(char, 0.0)


def at(model: Letter, *presses: str) -> Letter:
    """Touch targets one after the other."""
    for id in presses:
        model.press(id, 0.0)
    return model


CREATED = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
