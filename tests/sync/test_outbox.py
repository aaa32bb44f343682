"""The outbox keeps every letter it took, once, sealed, and no longer than it must."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from sync.errors import OutboxFull, OutboxUnusable
from sync.messages import LetterItem
from sync.outbox import RETENTION, LetterState, Outbox
from sync.seal import generate_seal_key, public_of, seal_letter
from tests.sync.inbox import PHONE, WORDS, letter
from tests.sync.simulator import START

KEY = public_of(generate_seal_key())


def _item(minutes: int = 0) -> LetterItem:
    return LetterItem(id=uuid4(), key_id=KEY.key_id, created=START + timedelta(minutes=minutes), sealed=b"sealed bytes")


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[Outbox]:
    box = Outbox(tmp_path / "outbox.db", capacity=5)
    yield box
    box.close()


def test_letters_wait_oldest_first(outbox: Outbox) -> None:
    late, early = _item(9), _item(1)
    outbox.put(late)
    outbox.put(early)
    assert outbox.pending() == (early, late)
    assert outbox.pending(1) == (early,)
    assert outbox.depth() == 2


def test_letters_survive_a_restart(tmp_path: Path, outbox: Outbox) -> None:
    item = _item()
    outbox.put(item)
    again = Outbox(tmp_path / "outbox.db")
    assert again.pending() == (item,)
    again.close()


def test_the_same_letter_twice_is_one_letter(outbox: Outbox) -> None:
    item = _item()
    outbox.put(item)
    outbox.put(item)
    assert outbox.depth() == 1
    outbox.mark_delivered([item.id], START)
    outbox.put(item)
    assert outbox.depth() == 0


def test_a_full_outbox_turns_new_letters_away_and_keeps_the_old(outbox: Outbox) -> None:
    items = [_item(at) for at in range(5)]
    for item in items:
        outbox.put(item)
    with pytest.raises(OutboxFull):
        outbox.put(_item(9))
    outbox.put(items[0])
    assert outbox.pending() == tuple(items)
    outbox.mark_delivered([items[0].id], START)
    outbox.put(_item(9))
    assert outbox.depth() == 5


def test_delivered_letters_are_erased_after_fourteen_days(outbox: Outbox) -> None:
    item, waiting = _item(), _item()
    outbox.put(item)
    outbox.put(waiting)
    assert outbox.mark_delivered([item.id], START) == 1
    assert outbox.purge(START + RETENTION) == 0
    assert outbox.purge(START + RETENTION + timedelta(seconds=1)) == 1
    assert [record.id for record in outbox.records()] == [waiting.id]
    assert outbox.purge(START + timedelta(days=4000)) == 0


def test_what_is_erased_is_gone_from_the_files(tmp_path: Path, outbox: Outbox) -> None:
    item = _item().model_copy(update={"sealed": b"ERASE-ME" * 900})
    outbox.put(item)
    assert _on_disk(tmp_path, b"ERASE-ME")
    outbox.mark_delivered([item.id], START)
    outbox.purge(START + timedelta(days=15))
    assert not _on_disk(tmp_path, b"ERASE-ME")


def test_nothing_a_visitor_wrote_is_on_the_disk_in_clear(tmp_path: Path, outbox: Outbox) -> None:
    outbox.put(seal_letter(letter(), KEY))
    for secret in (WORDS, PHONE, "王阿姨", "三号楼", "ABCDEFGH"):
        assert not _on_disk(tmp_path, secret.encode())
        assert not _on_disk(tmp_path, secret.encode("utf-16-le"))
    assert _on_disk(tmp_path, KEY.key_id.encode())


def test_the_files_are_for_the_station_alone(tmp_path: Path, outbox: Outbox) -> None:
    outbox.put(seal_letter(letter(), KEY))
    modes = {path.name: path.stat().st_mode & 0o077 for path in tmp_path.glob("outbox.db*")}
    assert modes == {"outbox.db": 0, "outbox.db-wal": 0, "outbox.db-shm": 0}


def test_every_commit_reaches_the_disk(tmp_path: Path, outbox: Outbox) -> None:
    """Durability rests on these settings; the power-cut tests show what happens without."""
    with outbox._engine.connect() as connection:
        values = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in _SETTINGS}
    assert values == _SETTINGS


_SETTINGS = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1}


def test_a_restored_hub_gets_everything_since_its_backup_again(outbox: Outbox) -> None:
    before, after, refused = _item(1), _item(2), _item(3)
    for item in (before, after, refused):
        outbox.put(item)
    outbox.mark_delivered([before.id], START)
    outbox.mark_delivered([after.id], START + timedelta(hours=2))
    outbox.mark_refused([refused.id], START + timedelta(hours=2))
    assert outbox.refused() == 1
    assert outbox.resend_since(START + timedelta(hours=1)) == 2
    assert [item.id for item in outbox.pending()] == [after.id, refused.id]


def test_a_refused_letter_waits_no_more_and_is_kept(outbox: Outbox) -> None:
    item = _item()
    outbox.put(item)
    assert outbox.mark_refused([item.id], START) == 1
    assert outbox.depth() == 0
    assert outbox.purge(START + timedelta(days=4000)) == 0
    assert [record.state for record in outbox.records()] == [LetterState.REFUSED]


def test_settling_twice_settles_once(outbox: Outbox) -> None:
    item = _item()
    outbox.put(item)
    assert outbox.mark_delivered([item.id, uuid4()], START) == 1
    assert outbox.mark_refused([item.id], START) == 0
    assert outbox.records()[0].state is LetterState.DELIVERED


def test_a_damaged_file_is_said_to_be_unusable(tmp_path: Path) -> None:
    path = tmp_path / "outbox.db"
    path.write_bytes(b"this is no database" * 1000)
    with pytest.raises(OutboxUnusable):
        Outbox(path)


def test_a_full_disk_is_said_before_any_thanks(tmp_path: Path, outbox: Outbox) -> None:
    with outbox._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        connection.rollback()
    with pytest.raises(OutboxUnusable) as trouble:
        outbox.put(_item().model_copy(update={"sealed": b"PRIVATE" * 9000}))
    assert "PRIVATE" not in str(trouble.value)
    assert outbox.depth() == 0


def _on_disk(folder: Path, needle: bytes) -> bool:
    return any(needle in path.read_bytes() for path in folder.iterdir())


class OutboxMachine(RuleBasedStateMachine):
    """Any order of events: what was taken is waiting, settled or lawfully erased, and never anything else."""

    @initialize()
    def start(self) -> None:
        self.path = Path(_scratch()) / "outbox.db"
        self.box = Outbox(self.path, capacity=4)
        self.model: dict[UUID, tuple[LetterState, datetime | None]] = {}
        self.now = START

    @rule()
    def post(self) -> None:
        item = _item(len(self.model))
        waiting = sum(state is LetterState.WAITING for state, _ in self.model.values())
        if waiting >= 4:
            with pytest.raises(OutboxFull):
                self.box.put(item)
        else:
            self.box.put(item)
            self.model[item.id] = (LetterState.WAITING, None)

    @rule(data=st.data(), refuse=st.booleans())
    @precondition(lambda self: self.model)
    def settle(self, data: st.DataObject, refuse: bool) -> None:
        chosen = data.draw(st.sampled_from(list(self.model)))
        (self.box.mark_refused if refuse else self.box.mark_delivered)([chosen], self.now)
        if self.model[chosen][0] is LetterState.WAITING:
            self.model[chosen] = (LetterState.REFUSED if refuse else LetterState.DELIVERED, self.now)

    @rule(days=st.integers(1, 20))
    def time_passes(self, days: int) -> None:
        self.now += timedelta(days=days)
        self.box.purge(self.now)
        self.model = {
            id_: (state, at)
            for id_, (state, at) in self.model.items()
            if state is not LetterState.DELIVERED or (at is not None and at >= self.now - RETENTION)
        }

    @rule(days=st.integers(0, 30))
    def hub_restored(self, days: int) -> None:
        since = self.now - timedelta(days=days)
        self.box.resend_since(since)
        for id_, (_, at) in list(self.model.items()):
            if at is not None and at >= since:
                self.model[id_] = (LetterState.WAITING, None)

    @rule()
    def restart(self) -> None:
        self.box.close()
        self.box = Outbox(self.path, capacity=4)

    @invariant()
    def nothing_is_lost_or_invented(self) -> None:
        assert {record.id: record.state for record in self.box.records()} == {
            id_: state for id_, (state, _) in self.model.items()
        }

    def teardown(self) -> None:
        self.box.close()
        connection = sqlite3.connect(self.path)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.close()
        for path in self.path.parent.iterdir():
            path.unlink()
        self.path.parent.rmdir()


def _scratch() -> str:
    import tempfile

    return tempfile.mkdtemp()


OutboxMachine.TestCase.settings = settings(max_examples=15, stateful_step_count=15, deadline=None)
TestOutboxMachine = OutboxMachine.TestCase


def test_letters_keep_their_time_of_writing(outbox: Outbox) -> None:
    item = _item().model_copy(update={"created": datetime(2026, 11, 23, 1, 2, 3, 456789, tzinfo=UTC)})
    outbox.put(item)
    assert outbox.pending() == (item,)
