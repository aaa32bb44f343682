"""Posting a letter: receipt, PIN, seal, outbox. The words exist here in memory only, until they are sealed.

A letter's id is derived from its receipt code and PIN, so that whoever holds both can ask this station about it, and
the station need keep neither.
"""

from __future__ import annotations

import contextlib
import hashlib
import random
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

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
        code, pin = codes.new_code(codes.CodeType.RECEIPT, self._rng), codes.new_pin(self._rng)
        receipt = code.id + code.check
        said = draft.voice
        try:
            document = LetterDocument(
                id=self._id(receipt, pin),
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
            self._outbox().put(seal_letter(document, to), parts)
        except OutboxFull as error:
            raise PostRefused("mailbox.refused.full") from error
        except OutboxError as error:
            raise PostRefused("mailbox.refused.disk") from error
        self._posted()
        return Posted(codes.format_receipt(code), pin, str(code), not self._online())

    def look_up(self, code: str, pin: str) -> Tracking | None:
        """What this station knows of a letter; None for a wrong code, a wrong PIN and a letter from elsewhere alike."""
        from sync.outbox import LetterState

        wanted = self._id(code, pin)
        try:
            records = self._outbox().records()
        except OutboxError:
            return None
        for record in records:
            if record.id == wanted:
                return Tracking(record.created, record.state is LetterState.DELIVERED)
        return None

    def warm(self) -> None:
        """Make ready what the first letter needs, before anybody writes it. Trouble waits until then."""
        import sync.messages
        import sync.seal
        import sync.voice  # noqa: F401

        self._keys()
        with contextlib.suppress(OutboxError):
            self._outbox()

    def _id(self, receipt: str, pin: str) -> UUID:
        """16 bytes of scrypt: guessing a receipt from an id takes 2.7e14 tries of some 30 ms."""
        secret = hashlib.scrypt(f"{receipt}|{pin}".encode(), salt=self._station_id().encode(), n=2**13, r=8, p=1)
        return UUID(bytes=secret[:16], version=5)
