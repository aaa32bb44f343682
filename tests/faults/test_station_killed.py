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
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from tests.journeys.editions import mark_of, marked_edition, remark
from tests.journeys.processes import ROOT, HubProcess, StationEnded, StationProcess
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
    """How often the look after a death found a release older than the newest: the death came in time."""
    shown: int = 0
    """The edition that was shown last: nothing older may be shown again."""

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
    """A founded hub with the first marked edition, and a station that shows it.

    It polls when told to, and when a letter is posted: so a look at it finds what the disk held when it died.
    """
    hub = HubProcess(tmp_path / "hub")
    hub.found()
    command = [sys.executable, "-m", "tests.faults.publisher"]
    publisher = subprocess.Popen(
        command, cwd=ROOT, env=hub.environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )
    station = StationProcess(tmp_path / "station", poll_seconds=86400.0, size="960x540")
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


def _marks(station: StationProcess, card: str) -> set[str]:
    """The marks of the sentences on the page that a card of the home screen opens."""
    station.tap(card)
    found = {mark for text in station.texts() for mark in MARK.findall(text)}
    assert found, f"{card}: nothing of an exhibit is shown"
    station.tap("dock.home")
    return found


def _shows_one_release_entire(town: Town) -> None:
    """Every sentence of both exhibits is of one release: the one shown before the death, or one that came since."""
    town.station.tap("attract.begin")
    looks = [_marks(town.station, way) for way in ("home.levels", "home.steps")]
    shown = looks[0] | looks[1]
    assert len(shown) == 1, f"sentences of several releases: {looks}"
    editions = [number for number in range(town.shown, town.number + 1) if mark_of(number)[1:-1] in shown]
    assert editions, f"shows {shown}, neither what was shown ({town.shown}) nor what came since ({town.number})"
    town.stale += editions[0] < town.number
    town.shown = editions[0]


def _die_while(town: Town, delay_s: float, busy_with: Callable[[], object]) -> None:
    """kill -9 after so many seconds of what keeps the station busy."""
    timer = threading.Timer(delay_s, os.killpg, (town.station.pid, signal.SIGKILL))
    timer.start()
    try:
        busy_with()
    except StationEnded:
        pass
    finally:
        timer.join()
        town.station.kill()


def _die_once(town: Town, death: int, rng: Random, sync_s: float) -> None:
    """Of five deaths two come while a release is fetched, two in the writing of letters, one while it starts."""
    if death % 5 == 4:
        town.publish()
        town.station.spawn()
        _die_while(town, rng.uniform(0.005, 2.5), lambda: None)
        return
    town.station.start()
    _shows_one_release_entire(town)
    town.publish()
    if death % 2:
        _die_while(town, rng.uniform(0.005, sync_s), lambda: town.station.do("sync"))
    else:
        _die_while(town, rng.uniform(0.005, 3.0), town.post_letters)


def _seconds_of_a_sync(town: Town) -> float:
    """How long a station takes to fetch, check and show a release."""
    town.publish()
    town.station.start()
    began = time.monotonic()
    assert town.station.do("sync")["result"] == "activated"
    took = time.monotonic() - began
    town.shown = town.number
    town.station.stop()
    return took


def _every_receipt_is_honoured(town: Town) -> None:
    town.station.start()
    _shows_one_release_entire(town)
    town.station.do("sync")
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
    rng, sync_s = Random(deaths), _seconds_of_a_sync(town)
    for death in range(deaths):
        _die_once(town, death, rng, sync_s)
    _every_receipt_is_honoured(town)
    log.info("%d deaths: %d letters, %d receipts, %d stale", deaths, town.written, len(town.receipts), town.stale)
    assert len(town.receipts) >= deaths // 10, "too few visitors saw a receipt to prove anything"
    assert town.stale >= deaths // 10, "most deaths came too late to prove anything"
