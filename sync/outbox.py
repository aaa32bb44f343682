"""The station's outbox: sealed letters, kept until the hub has signed for them, and 14 days longer.

Owns one SQLite file. A letter comes in sealed, so nothing a visitor wrote ever touches the disk in clear; besides the
sealed bytes the station knows only a random id, time, state, and the mark by which receipt and PIN find it
(`sync.receipt_key`). `put` returns after the commit is on the disk, so a receipt
may be shown then. Delivered letters are kept sealed for RETENTION, so that a hub restored from a backup can ask
again; then they are erased (PIPL art. 19, 47). A letter's recording lies beside it in sealed parts, comes and goes with
it. Leaves sending to `sync.uplink`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Engine, LargeBinary, String, and_, create_engine, delete, event, func, or_, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from sync.errors import OutboxFull, OutboxUnusable
from sync.messages import BATCH_LIMIT, LetterItem
from sync.voice import PARTS_LIMIT, VoicePart

CAPACITY: Final = 2000
"""Letters that may wait. Beyond it new ones are turned away before they are written; none that waits is dropped."""
VOICES: Final = 200
"""Of these, letters whose recording may wait: some 50 MB."""
RETENTION: Final = timedelta(days=14)
_PRAGMAS: Final = ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=10000", "secure_delete=ON")


class LetterState(StrEnum):
    WAITING = "waiting"
    DELIVERED = "delivered"
    REFUSED = "refused"


@dataclass(frozen=True)
class LetterRecord:
    """All a station knows of a letter once it is sealed."""

    id: UUID
    created: datetime
    state: LetterState


class _Base(DeclarativeBase):
    pass


class _Letter(_Base):
    __tablename__ = "outbox"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    created: Mapped[float]
    key_id: Mapped[str] = mapped_column(String(32))
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    state: Mapped[str] = mapped_column(String(16), index=True)
    mark: Mapped[str | None] = mapped_column(String(32))
    """None for a letter taken by an older version, whose id was worked out of receipt and PIN."""
    settled: Mapped[float | None]
    """When the hub signed for it, by the hub's clock; seconds since 1970."""


class _Part(_Base):
    __tablename__ = "voice_parts"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    letter: Mapped[str] = mapped_column(String(36), index=True)
    number: Mapped[int]
    created: Mapped[float]
    key_id: Mapped[str] = mapped_column(String(32))
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    state: Mapped[str] = mapped_column(String(16), index=True)
    settled: Mapped[float | None]


class Outbox:
    """Safe to use from several threads: each call is one transaction."""

    def __init__(self, path: Path, capacity: int = CAPACITY) -> None:
        """Raises OutboxUnusable when the file cannot be opened."""
        self._capacity = capacity
        self._engine = _open(path)

    def put(self, item: LetterItem, parts: Sequence[VoicePart] = (), mark: str | None = None) -> None:
        """Take a sealed letter and its recording; on return both are on the disk. The same id again changes nothing.

        `mark`: what `find` will know it by.

        Raises OutboxFull, OutboxUnusable; then the letter was not taken and no receipt may be shown.
        """
        row = {
            "id": str(item.id),
            "created": item.created.timestamp(),
            "key_id": item.key_id,
            "sealed": item.sealed,
            "state": LetterState.WAITING.value,
            "mark": mark,
        }
        with _Transaction(self._engine) as session:
            if session.get(_Letter, row["id"]) is not None:
                return
            if _count(session, LetterState.WAITING) >= self._capacity:
                raise OutboxFull(f"{self._capacity} letters are waiting")
            if parts and _voices(session) >= VOICES:
                raise OutboxFull(f"{VOICES} recordings are waiting")
            session.execute(insert(_Letter).values(row).on_conflict_do_nothing())
            for part in parts:
                session.execute(insert(_Part).values(_part_row(part)).on_conflict_do_nothing())

    def pending(self, limit: int = BATCH_LIMIT) -> tuple[LetterItem, ...]:
        """Letters the hub has not signed for, oldest first."""
        query = select(_Letter).where(_Letter.state == LetterState.WAITING.value)
        with _Transaction(self._engine) as session:
            rows = session.scalars(query.order_by(_Letter.created, _Letter.id).limit(limit)).all()
            return tuple(_item(row) for row in rows)

    def pending_parts(self, limit: int = PARTS_LIMIT) -> tuple[VoicePart, ...]:
        """Parts of recordings that the hub has not signed for, of letters it has, oldest first."""
        known = select(_Letter.id).where(_Letter.state == LetterState.DELIVERED.value)
        query = select(_Part).where(_Part.state == LetterState.WAITING.value, _Part.letter.in_(known))
        with _Transaction(self._engine) as session:
            rows = session.scalars(query.order_by(_Part.created, _Part.letter, _Part.number).limit(limit)).all()
            return tuple(_voice_part(row) for row in rows)

    def settle_parts(self, ids: Iterable[UUID], state: LetterState, at: datetime) -> int:
        """Parts the hub has signed for, or signed that it will never take. Returns how many were waiting."""
        return self._settle(ids, state, at, _Part)

    def mark_delivered(self, ids: Iterable[UUID], at: datetime) -> int:
        """Settle letters the hub has signed for. `at`: the hub's signed time. Returns how many were waiting."""
        return self._settle(ids, LetterState.DELIVERED, at)

    def mark_refused(self, ids: Iterable[UUID], at: datetime) -> int:
        """Set aside letters the hub has signed it will never take. They are kept for staff to look into."""
        wanted = tuple(ids)
        refused = self._settle(wanted, LetterState.REFUSED, at)
        self._change(
            update(_Part)
            .where(_Part.letter.in_([str(item) for item in wanted]), _Part.state == LetterState.WAITING.value)
            .values(state=LetterState.REFUSED.value, settled=at.timestamp())
        )
        return refused

    def resend_since(self, since: datetime) -> int:
        """The hub was restored from a backup taken at `since` (its clock): all it signed for from then on waits again.

        Returns how many. What the backup still holds is recognised by its id.
        """
        stamp = since.timestamp()
        settled = (LetterState.DELIVERED.value, LetterState.REFUSED.value)
        for kept in (_Part, _Letter):
            count = self._change(
                update(kept)
                .where(kept.state.in_(settled), kept.settled >= stamp)
                .values(state=LetterState.WAITING.value, settled=None)
            )
        return count

    def purge(self, now: datetime) -> int:
        """Erase letters delivered more than RETENTION ago, from the file and from its journal. Returns how many."""
        limit = (now - RETENTION).timestamp()
        known = select(_Letter.id).where(_Letter.state == LetterState.DELIVERED.value)
        over = _Part.state != LetterState.WAITING.value
        parts = self._change(delete(_Part).where(over, _Part.settled < limit, _Part.letter.in_(known)))
        speaking = select(_Part.letter).where(_Part.state == LetterState.WAITING.value)
        gone = parts + self._change(
            delete(_Letter).where(
                _Letter.state == LetterState.DELIVERED.value, _Letter.settled < limit, _Letter.id.not_in(speaking)
            )
        )
        if gone:
            self._fold_journal()
        return gone

    def depth(self) -> int:
        """How many letters wait, those included of which only the recording does."""
        with _Transaction(self._engine) as session:
            known = select(_Letter.id).where(_Letter.state == LetterState.DELIVERED.value)
            half = select(func.count(_Part.letter.distinct())).where(
                _Part.state == LetterState.WAITING.value, _Part.letter.in_(known)
            )
            return _count(session, LetterState.WAITING) + (session.scalar(half) or 0)

    def refused(self) -> int:
        """How many letters the hub will not take."""
        return self._count(LetterState.REFUSED)

    def find(self, mark: str, former: UUID) -> LetterRecord | None:
        """The letter of this mark, or of this id where an older version took it. Both are asked in one query."""
        fits = or_(_Letter.mark == mark, and_(_Letter.mark.is_(None), _Letter.id == str(former)))
        query = select(_Letter.id, _Letter.created, _Letter.state).where(fits).order_by(_Letter.created).limit(1)
        with _Transaction(self._engine) as session:
            row = session.execute(query).first()
            return None if row is None else _record(row)

    def records(self) -> Sequence[LetterRecord]:
        """Every letter still kept, oldest first."""
        query = select(_Letter.id, _Letter.created, _Letter.state).order_by(_Letter.created, _Letter.id)
        with _Transaction(self._engine) as session:
            return [_record(row) for row in session.execute(query)]

    def close(self) -> None:
        """Let the file go; the last connection folds the journal back into it."""
        self._engine.dispose()

    def _fold_journal(self) -> None:
        """Erased bytes live on in the write-ahead log until it is folded into the file and cut to nothing."""
        connection = self._engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()

    def _settle(
        self, ids: Iterable[UUID], state: LetterState, at: datetime, kept: type[_Letter] | type[_Part] = _Letter
    ) -> int:
        wanted = [str(item) for item in ids]
        return self._change(
            update(kept)
            .where(kept.id.in_(wanted), kept.state == LetterState.WAITING.value)
            .values(state=state.value, settled=at.timestamp())
        )

    def _change(self, statement: Any) -> int:
        with _Transaction(self._engine) as session:
            return int(session.execute(statement).rowcount)  # type: ignore[attr-defined]

    def _count(self, state: LetterState) -> int:
        with _Transaction(self._engine) as session:
            return _count(session, state)


class _Transaction:
    """A session that commits, and whose database errors become ours."""

    def __init__(self, engine: Engine) -> None:
        self._session = Session(engine)

    def __enter__(self) -> Session:
        return self._session

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        try:
            if error is None:
                self._session.commit()
        except DatabaseError as failure:
            raise OutboxUnusable(_said(failure)) from failure
        finally:
            self._session.close()
        if isinstance(error, DatabaseError):
            raise OutboxUnusable(_said(error)) from error


def _open(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        # we say BEGIN IMMEDIATE ourselves: a reader that becomes a writer could otherwise be refused at once
        connection.isolation_level = None
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    try:
        # before SQLite opens it: its journal takes the mode that the file has then
        path.touch(mode=0o600)
        path.chmod(0o600)
        _Base.metadata.create_all(engine)
        _add_mark(engine)
    except DatabaseError as error:
        engine.dispose()
        raise OutboxUnusable(_said(error)) from error
    except OSError as error:
        raise OutboxUnusable(f"the outbox cannot be used: {error.strerror}") from error
    return engine


def _add_mark(engine: Engine) -> None:
    """The column an outbox of an older version lacks; its letters stay as they are until they are erased."""
    with engine.begin() as connection:
        known = {row[1] for row in connection.exec_driver_sql("PRAGMA table_info(outbox)")}
        if "mark" not in known:
            connection.exec_driver_sql("ALTER TABLE outbox ADD COLUMN mark VARCHAR(32)")
        connection.exec_driver_sql("CREATE INDEX IF NOT EXISTS outbox_mark ON outbox (mark)")


def _said(error: DatabaseError) -> str:
    # only the driver's own words: SQLAlchemy's text would repeat the statement's parameters in the log
    return f"the outbox cannot be used: {error.orig}"


def _count(session: Session, state: LetterState) -> int:
    return session.scalar(select(func.count()).select_from(_Letter).where(_Letter.state == state.value)) or 0


def _record(row: Any) -> LetterRecord:
    return LetterRecord(UUID(row.id), datetime.fromtimestamp(row.created, UTC), LetterState(row.state))


def _item(row: _Letter) -> LetterItem:
    created = datetime.fromtimestamp(row.created, UTC)
    return LetterItem(id=UUID(row.id), key_id=row.key_id, created=created, sealed=row.sealed)


def _voices(session: Session) -> int:
    waiting = select(func.count(_Part.letter.distinct())).where(_Part.state == LetterState.WAITING.value)
    return session.scalar(waiting) or 0


def _part_row(part: VoicePart) -> dict[str, Any]:
    return {
        "id": str(part.id),
        "letter": str(part.letter),
        "number": part.number,
        "created": part.created.timestamp(),
        "key_id": part.key_id,
        "sealed": part.sealed,
        "state": LetterState.WAITING.value,
    }


def _voice_part(row: _Part) -> VoicePart:
    created = datetime.fromtimestamp(row.created, UTC)
    return VoicePart(
        id=UUID(row.id), letter=UUID(row.letter), number=row.number, key_id=row.key_id, created=created,
        sealed=row.sealed,
    )  # fmt: skip
