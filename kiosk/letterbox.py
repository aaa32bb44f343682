"""Posting a letter: receipt, PIN, seal, outbox. The words exist here in memory only, until they are sealed.

A letter's id is random and says nothing. Beside it the outbox keeps a mark, worked out of receipt code and PIN, so that
whoever holds both can ask this station about the letter, and the station need keep neither. Working a mark out takes a
third of a second on purpose, and is done on a thread: for the next letter ahead, for a look-up when it is asked for.
"""

from __future__ import annotations

import contextlib
import hashlib
import random
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from content.civics import codes
from kiosk.late import Late
from screens.mailbox.model import LetterDraft, Posted, PostRefused, Tracking
from sync.errors import OutboxError, OutboxFull
from sync.layout import HubKeys

if TYPE_CHECKING:
    from sync.outbox import Outbox


class Letterbox:
    """Takes drafts, gives receipts. `keys` answers None while this station belongs to no hub."""

    def __init__(
        self,
        outbox: Late[Outbox],
        station_id: Callable[[], str],
        keys: Callable[[], HubKeys | None],
        online: Callable[[], bool],
        now: Callable[[], datetime],
        rng: random.Random,
        posted: Callable[[], None],
    ) -> None:
        self._outbox = outbox
        self._station_id = station_id
        self._keys = keys
        self._online = online
        self._now = now
        self._rng = rng
        self._posted = posted
        self._work = Late(lambda: ThreadPoolExecutor(1, "receipts"))
        self._lock = threading.Lock()
        self._ahead: Future[_Receipt] | None = None

    def post(self, draft: LetterDraft) -> Posted:
        """Seal and keep a letter; when this returns, it is on the disk for good.

        Raises: PostRefused naming the calm sentence to show; nothing is lost, the words stay with the visitor.
        """
        from kiosk.drawn import sent
        from sync import voice
        from sync.messages import Contact, LetterDocument, hash_pin
        from sync.seal import seal_letter

        keys = self._keys()
        if keys is None:
            raise PostRefused("mailbox.refused.unenrolled")
        try:
            next_ = self._next()
        except (ValueError, MemoryError, RuntimeError) as error:  # no room for its 64 MiB, or the station is ending
            raise PostRefused("mailbox.refused.disk") from error
        code, pin, receipt = next_.code, next_.pin, next_.text
        said = draft.voice
        try:
            document = LetterDocument(
                id=uuid4(),
                receipt_code=receipt,
                pin_hash=hash_pin(pin),
                station_id=self._station_id(),
                topic=draft.topic,
                place=draft.place,
                words=draft.words,
                addressee=draft.addressee,
                contact=Contact(name=draft.name, phone=draft.phone) if draft.phone or draft.name else None,
                consent_version=draft.consent_version,
                age_confirmed=draft.age_confirmed,
                language=draft.language,
                created_at=self._now(),
                drawings=sent(draft.drawings),
                voice=voice.describe(said.audio, said.seconds, said.consent_version) if said else None,
            )
            to = keys.seal_keys[0]
            parts = voice.cut(said.audio, document.id, document.station_id, to, document.created_at) if said else ()
        except ValueError as error:  # the words stay on the paper; nothing that they hold is written to a log
            raise PostRefused("mailbox.refused.disk") from error
        try:
            self._outbox().put(seal_letter(document, to), parts, next_.mark)
        except OutboxFull as error:
            raise PostRefused("mailbox.refused.full") from error
        except OutboxError as error:
            raise PostRefused("mailbox.refused.disk") from error
        self._posted()
        return Posted(codes.format_receipt(code), pin, str(code), not self._online())

    def look_up(self, code: str, pin: str) -> Future[Tracking | None]:
        """What this station knows of a letter; None for a wrong code, a wrong PIN and a letter from elsewhere alike,
        after the same work."""
        return self._work().submit(self._find, code, pin, self._station_id())

    def close(self) -> None:
        """No more letters and look-ups; one that is being worked at ends first."""
        if self._work.made is not None:
            self._work.made.shutdown(cancel_futures=True)

    def warm(self) -> None:
        """Make ready what the first letter needs, before anybody writes it. Trouble waits until then."""
        import sync.messages
        import sync.seal
        import sync.voice  # noqa: F401

        with contextlib.suppress(OutboxError):
            self._outbox()
        if self._keys() is not None:
            self._prepare()

    def _next(self) -> _Receipt:
        """A receipt nobody has had; the one after it is begun. Raises what working it out raised; the next try is a
        new one."""
        ahead = self._prepare()
        try:
            return ahead.result()
        finally:
            with self._lock:
                self._ahead = None
            self._prepare()

    def _prepare(self) -> Future[_Receipt]:
        with self._lock:
            if self._ahead is None:
                code, pin = codes.new_code(codes.CodeType.RECEIPT, self._rng), codes.new_pin(self._rng)
                self._ahead = self._work().submit(_made, code, pin, self._station_id())
            return self._ahead

    def _find(self, code: str, pin: str, station_id: str) -> Tracking | None:
        from sync.outbox import LetterState
        from sync.receipt_key import mark_of, secret_of

        try:
            mark, former = mark_of(secret_of(code, pin), station_id), _former_id(code, pin, station_id)
            record = self._outbox().find(mark, former)
        except (OutboxError, ValueError, MemoryError):  # scrypt says either when its 64 MiB are not to be had
            return None
        return None if record is None else Tracking(record.created, record.state is LetterState.DELIVERED)


@dataclass(frozen=True, slots=True)
class _Receipt:
    """A receipt, its PIN, and the mark of both at this station."""

    code: codes.Code
    pin: str
    mark: str

    @property
    def text(self) -> str:
        return self.code.id + self.code.check


def _made(code: codes.Code, pin: str, station_id: str) -> _Receipt:
    from sync.receipt_key import mark_of, secret_of

    return _Receipt(code, pin, mark_of(secret_of(code.id + code.check, pin), station_id))


def _former_id(receipt: str, pin: str, station_id: str) -> UUID:
    """The id that older versions gave a letter; such letters lie in outboxes until they were sent and erased."""
    secret = hashlib.scrypt(f"{receipt}|{pin}".encode(), salt=station_id.encode(), n=2**13, r=8, p=1)
    return UUID(bytes=secret[:16], version=5)
