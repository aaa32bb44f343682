"""Five wrong receipts or PINs shut the look-up, and switching the station off and on does not open it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.tries import FILE, open_lock
from screens.mailbox.lock import LOCK_S, TRIES, TrackLock

START = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@dataclass
class Station:
    """One that is switched off and on; its own seconds begin anew each time, the wall's go on."""

    folder: Path
    wall: datetime = START
    now: float = 500.0

    def __post_init__(self) -> None:
        self.lock = self._open()

    def _open(self) -> TrackLock:
        return open_lock(self.folder, lambda: self.now, lambda: self.wall)

    def pass_(self, seconds: float) -> None:
        self.now += seconds
        self.wall += timedelta(seconds=seconds)

    def restart(self, took: float = 30.0) -> None:
        self.wall += timedelta(seconds=took)
        self.now = 3.0
        self.lock = self._open()

    def miss(self, times: int = 1) -> None:
        for _ in range(times):
            self.lock.missed(self.now)

    @property
    def minutes(self) -> int:
        return self.lock.minutes_left(self.now)


@pytest.fixture
def station(tmp_path: Path) -> Station:
    return Station(tmp_path)


def test_a_lock_survives_a_restart_and_ends_when_it_would_have(station: Station) -> None:
    station.miss(TRIES)
    assert station.minutes == 15
    station.restart(60.0)
    assert station.minutes == 14
    station.pass_(LOCK_S - 60.0)
    assert station.minutes == 0


def test_tries_before_a_restart_count_after_it(station: Station) -> None:
    for done in range(TRIES):
        assert station.minutes == 0, f"{done} tries are not too many"
        station.miss()
        station.restart(5.0)
    assert station.minutes == 15


def test_a_right_one_is_remembered_too(station: Station) -> None:
    station.miss(TRIES - 1)
    station.lock.hit()
    station.restart()
    station.miss(TRIES - 1)
    assert station.minutes == 0


def test_a_clock_that_was_put_back_locks_nobody_out_for_longer(station: Station) -> None:
    station.miss(TRIES)
    station.wall = datetime(1970, 1, 1, tzinfo=UTC)
    station.restart(0.0)
    assert station.minutes == 15


@pytest.mark.parametrize(
    "damage", [b"", b"not json", b"[]", b"null", b'{"wrong": "x", "until": 0}', b'{"wrong": 1, "until": NaN}', b"\xff"]
)
def test_a_damaged_file_opens_nothing_and_is_mended(station: Station, damage: bytes) -> None:
    (station.folder / FILE).write_bytes(damage)
    station.restart()
    assert station.minutes == 15
    station.pass_(LOCK_S)
    station.miss()
    station.restart()
    assert station.minutes == 0 and station.lock.wrong == 1


def test_a_count_no_station_wrote_is_cut_to_one_that_it_may(station: Station) -> None:
    (station.folder / FILE).write_bytes(b'{"wrong": -1000, "until": 0}')
    station.restart()
    station.miss(TRIES)
    assert station.minutes == 15


def test_what_is_kept_is_a_count_and_a_time(station: Station) -> None:
    station.miss(2)
    assert (station.folder / FILE).read_bytes() == b'{"wrong": 2, "until": 0.0}'
    assert (station.folder / FILE).stat().st_mode & 0o077 == 0


def test_a_disk_that_takes_nothing_leaves_the_lock_in_memory(station: Station) -> None:
    (station.folder / FILE).mkdir()
    station.miss(TRIES)
    assert station.minutes == 15
