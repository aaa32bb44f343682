"""Power cuts on a real file system: what was not flushed is gone, and still nothing is torn and no receipt is broken.

Needs the right to mount loop devices; models a lost page cache, not a drive that lies about flushing.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from random import Random

import pytest

from sync.errors import SyncError
from tests.faults.conftest import Disk, Ground, journal_commit
from tests.sync.conftest import shown

pytestmark = pytest.mark.slow
OLD = {f"a/b/{at}": Random(at).randbytes(20_000) for at in range(4)}
NEW = {**OLD, "a/b/1": Random(11).randbytes(20_000), "a/b/4": Random(12).randbytes(30_000)}


def _cut_at_every_point(ground: Ground, blank: Disk, mutant: str = "") -> tuple[int, list[str]]:
    """How many points there were, and what was wrong after which."""
    ground.hub.publish(OLD)
    template = blank.copy("template")
    with template.mounted() as folder:
        assert ground.station.run(ground.job("sync", folder / "s"))
    ground.hub.publish(NEW)
    wrong: list[str] = []
    for point in range(1, 200):
        running = template.copy("running")
        with running.mounted() as folder:
            finished = ground.station.run(ground.job("sync", folder / "s", die_at=point, mutant=mutant))
            journal_commit(folder)
            after = running.copy("after")
        with after.mounted() as folder:
            wrong += [f"point {point}: {what}" for what in _faults(ground, folder / "s")]
        if finished:
            return point - 1, wrong
    raise AssertionError("the sync never came to its end")


def _faults(ground: Ground, state: Path) -> list[str]:
    """Damage is what the station's own check at start finds in the release that is current."""
    found = []
    client = ground.client(state)
    named = client._store.current_name()
    release = client.open_current()
    if release is None:
        found.append("nothing to show")
    elif release.sha256 != named:
        found.append("the current release is damaged")
    elif shown(release) not in (OLD, NEW):
        found.append("neither old nor new")
    try:
        client.poll()
        if shown(ground.client(state).open_current()) != NEW:
            found.append("did not recover")
    except SyncError as error:
        found.append(f"did not recover: {error}")
    return found


def test_a_power_cut_at_any_point_leaves_old_or_new(ground: Ground, blank_disk: Disk) -> None:
    points, wrong = _cut_at_every_point(ground, blank_disk)
    assert wrong == []
    assert points > 20


def test_without_flushing_the_same_cuts_do_harm(ground: Ground, blank_disk: Disk) -> None:
    """The test above can fail: a station that flushes nothing has torn releases."""
    _, wrong = _cut_at_every_point(ground, blank_disk, mutant="no-sync")
    assert wrong != []


def _receipts_broken(ground: Ground, blank: Disk, cuts: int, mutant: str = "") -> int:
    rng, broken = Random(3), 0
    for _ in range(cuts):
        running = blank.copy("running")
        acks = ground.folder / "acks"
        acks.unlink(missing_ok=True)
        with running.mounted() as folder:
            job = ground.job("post", folder, letters=2000, mutant=mutant)
            assert not ground.station.run(job, kill_after=rng.uniform(0.05, 0.4))
            after = running.copy("after")
        with after.mounted() as folder:
            broken += len(ground.acks() - _kept(folder / "outbox.db"))
    return broken


def _kept(path: Path) -> set[str]:
    if not path.exists():
        return set()
    connection = sqlite3.connect(path)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'outbox'").fetchone():
            return set()
        return {row[0] for row in connection.execute("SELECT id FROM outbox")}
    finally:
        connection.close()


def test_a_letter_with_a_receipt_survives_a_power_cut(ground: Ground, blank_disk: Disk) -> None:
    assert _receipts_broken(ground, blank_disk, cuts=20) == 0


def test_a_lazy_outbox_would_break_its_receipts(ground: Ground, blank_disk: Disk) -> None:
    """The test above can fail: without a flush for each commit, letters with a receipt are gone."""
    assert _receipts_broken(ground, blank_disk, cuts=5, mutant="lazy-outbox") > 0
