"""kill -9 at any moment: the station shows old or new content entire, and loses no letter it gave a receipt for."""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

import pytest

from sync.outbox import Outbox
from tests.faults import zygote
from tests.faults.conftest import Ground
from tests.sync.conftest import shown
from tests.sync.inbox import PHONE

RNG = Random(7)
COMMON = {f"a/b/{at}": RNG.randbytes(20_000) for at in range(3)}


def _files(release: int) -> dict[str, bytes]:
    return {**COMMON, "a/b/changes": Random(release).randbytes(30_000), f"c/d/{release}": b"only here"}


def test_dying_at_any_change_of_the_disk_leaves_old_or_new(ground: Ground) -> None:
    """Every call that changes the disk during one sync, one after the other."""
    old, new = _files(1), _files(2)
    points = 0
    for point in range(1, 200):
        state = ground.folder / f"station-{point}"
        ground.hub.publish(old)
        assert ground.station.run(ground.job("sync", state))
        ground.hub.publish(new)
        finished = ground.station.run(ground.job("sync", state, die_at=point))
        again = ground.client(state)
        after = shown(again.open_current())
        assert after in (old, new), f"torn at point {point}"
        again.poll()
        assert shown(ground.client(state).open_current()) == new
        if finished:
            assert after == new
            break
        points = point
    assert points > 20


@pytest.mark.parametrize("deaths", [30, pytest.param(200, marks=pytest.mark.slow)])
def test_killed_at_random_moments_a_station_always_starts_and_loses_nothing(ground: Ground, deaths: int) -> None:
    state = ground.folder / "station"
    rng = Random(deaths)
    releases = [_files(0)]
    ground.hub.publish(releases[0])
    job = ground.job("live", state, hub=ground.inbox_url)
    began = time.monotonic()
    assert ground.station.run(job)
    whole_day = time.monotonic() - began
    killed = 0
    for day in range(1, deaths + 1):
        releases.append(_files(day))
        ground.hub.publish(releases[-1])
        killed += not ground.station.run(job, kill_after=rng.uniform(0, whole_day))
        assert shown(ground.client(state).open_current()) in releases
    assert killed > deaths // 3, "most deaths came too late to prove anything"
    ground.client(state).poll()
    assert shown(ground.client(state).open_current()) == releases[-1]
    _every_receipt_is_honoured(ground, state)


def _every_receipt_is_honoured(ground: Ground, state: Path) -> None:
    box = Outbox(state / "outbox.db")
    zygote.flush(box, ground.job("post", state, hub=ground.inbox_url))
    assert box.depth() == 0
    box.close()
    arrived = {str(item) for item in ground.inbox.stored}
    assert ground.acks()
    assert ground.acks() <= arrived
    assert len(ground.inbox.read()) == len(arrived)
    assert not any(PHONE.encode() in path.read_bytes() for path in state.rglob("*") if path.is_file())
