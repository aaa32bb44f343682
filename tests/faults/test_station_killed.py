"""kill -9 of a whole station, again and again, while it syncs with a real hub and takes letters.

After every death it starts, shows one release entire, and in the end the hub has each letter whose receipt was seen
on the glass, once. `test_killed.py` kills the road alone, at every change of the disk; this kills everything.
"""

from __future__ import annotations

import logging
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from tests.journeys.editions import mark_of, marked_edition, remark
from tests.journeys.processes import ROOT, HubProcess, StationEnded, StationProcess, wait_until
from tests.journeys.writing import Receipt, Written, write, write_another

log = logging.getLogger(__name__)

MARK = re.compile(r"（([甲乙丙丁戊己庚辛壬癸]{3})）")


@dataclass
class Town:
    """A hub that publishes edition after edition, a station that dies again and again, and what its visitors saw."""

    hub: HubProcess
    station: StationProcess
    edition: Path
    publisher: subprocess.Popen[str]
    number: int = 0
    receipts: dict[str, Receipt] = field(default_factory=dict)
    written: int = 0
    stale: int = 0
    """How often the first look after a death found the release before the last: the death came in time."""

    def publish(self) -> None:
        """The next edition, every sentence of it marked."""
        remark(self.edition, mark_of(self.number), mark_of(self.number + 1))
        assert self.publisher.stdin is not None
        assert self.publisher.stdout is not None
        self.publisher.stdin.write(f"{self.edition}\n")
        self.publisher.stdin.flush()
        assert self.publisher.stdout.readline() == "done\n"
        self.number += 1

    def post_letters(self) -> None:
        """From the home screen, write letter after letter, until the station dies."""
        post = write
        while True:
            self.written += 1
            words = f"letter {self.written}"
            self.receipts[words] = post(self.station, Written("other", "here", typed=words))
            self.station.tap("mailbox.again")
            post = write_another


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """A founded hub with the first marked edition, and a station that shows it."""
    hub = HubProcess(tmp_path / "hub")
    hub.found()
    command = [sys.executable, "-m", "tests.faults.publisher"]
    publisher = subprocess.Popen(
        command, cwd=ROOT, env=hub.environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )
    station = StationProcess(tmp_path / "station", poll_seconds=0.5, size="960x540")
    made = Town(hub, station, marked_edition(tmp_path / "edition", mark_of(0)), publisher)
    try:
        made.publish()
        hub.start()
        station.enrol(hub, "停电站")
        assert station.command("sync", "--once").returncode == 0
        yield made
    finally:
        station.kill()
        hub.stop()
        publisher.communicate()


def _marks(station: StationProcess, *way: str) -> set[str]:
    """The marks of the sentences on the page that these touches open."""
    station.tap("dock.home", *way)
    found = {mark for text in station.texts() for mark in MARK.findall(text)}
    assert found, f"{way}: nothing of an exhibit is shown"
    return found


def _shows_one_release_entire(town: Town) -> None:
    """Each page is of one release, and so are both exhibits, but for a switch between two looks."""
    station = town.station
    station.tap("attract.begin", "home.deputies")
    looks = [_marks(station, way) for way in ("home.levels", "home.steps", "home.levels")]
    assert all(len(look) == 1 for look in looks), f"a page of two releases: {looks}"
    known = {mark_of(town.number - 1)[1:-1], mark_of(town.number)[1:-1]}
    first, second, third = (look.pop() for look in looks)
    town.stale += first != mark_of(town.number)[1:-1]
    assert {first, second, third} <= known, f"shows {first} {second} {third}, published {known}"
    assert second == third or first == second, f"two exhibits of two releases: {first} {second} {third}"
    station.tap("dock.home")


def _die_while(town: Town, delay_s: float, *, booting: bool) -> None:
    """kill -9 after so many seconds of a visitor's letters, or of starting."""
    station = town.station
    if booting:
        station.spawn()
    timer = threading.Timer(delay_s, os.killpg, (station.pid, signal.SIGKILL))
    timer.start()
    try:
        if not booting:
            town.post_letters()
    except StationEnded:
        pass
    finally:
        timer.join()
        station.kill()


def _every_receipt_is_honoured(town: Town) -> None:
    town.station.start()
    _shows_one_release_entire(town)
    wait_until(lambda: town.station.do("sync")["result"] != "", 30, "the hub is reached")
    letters = town.hub.letters()
    ids = [letter["id"] for letter in letters]
    assert len(ids) == len(set(ids))
    arrived: dict[str, list[str]] = {}
    for letter in letters:
        arrived.setdefault(letter["words"], []).append(letter["receipt_code"])
    for words, receipt in town.receipts.items():
        assert arrived[words] == [receipt.code]
    assert all(len(codes) == 1 for codes in arrived.values()), "a letter without a receipt came twice"
    town.station.stop()
    assert "0 letters waiting" in town.station.command("sync", "--once").stdout


@pytest.mark.parametrize(
    "deaths", [pytest.param(10, marks=pytest.mark.slow), pytest.param(200, marks=[pytest.mark.slow, pytest.mark.long])]
)
def test_a_station_killed_at_any_moment_starts_entire_and_keeps_every_receipt(town: Town, deaths: int) -> None:
    rng = Random(deaths)
    for death in range(deaths):
        if death % 5 == 4:
            town.publish()
            _die_while(town, rng.uniform(0.005, 2.5), booting=True)
            continue
        town.station.start()
        _shows_one_release_entire(town)
        town.publish()
        # half of them soon after a release, when it is being fetched; half anywhere in the writing of letters
        _die_while(town, rng.uniform(0.005, 0.9 if death % 2 else 3.0), booting=False)
    _every_receipt_is_honoured(town)
    log.info("%d deaths: %d letters, %d receipts, %d stale", deaths, town.written, len(town.receipts), town.stale)
    assert len(town.receipts) >= deaths // 5, "too few visitors saw a receipt to prove anything"
    assert town.stale >= deaths // 10, "most deaths came too late to prove anything"
