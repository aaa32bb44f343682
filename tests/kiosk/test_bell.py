"""The station's bell: told to the hub until answered, quiet in between, no visitor's any more once they have left."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from kiosk.bell import AGAIN_S, StationBell
from screens.call import CallStatus
from sync.calls import EXPIRES, CallRequest, CallState


class Hub:
    """A line to a hub in memory, which may be cut."""

    def __init__(self) -> None:
        self.heard: list[CallRequest] = []
        self.answer: CallState = "waiting"
        self.cut = False
        self._lock = threading.Lock()

    def __call__(self, request: CallRequest) -> CallState:
        with self._lock:
            if self.cut:
                raise OSError("no hub")
            self.heard.append(request)
            return self.answer if request.wish == "come" else "done"


class Station:
    """A bell with its clock in the test's hand."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.hub = Hub()
        self.chimes = 0
        self.changes = 0
        self.bell = StationBell(lambda: self.now, lambda: "st-1", self.hub, self._chime, pause_s=0.01)
        self.bell.on_change = self._changed

    def _chime(self) -> None:
        self.chimes += 1

    def _changed(self) -> None:
        self.changes += 1


@pytest.fixture
def station() -> Iterator[Station]:
    made = Station()
    yield made
    made.bell.close()


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < end, "it did not come to that"
        time.sleep(0.005)


def test_a_call_chimes_once_and_is_told_at_once(station: Station) -> None:
    assert station.bell.status() == CallStatus()
    assert station.bell.ring("en")
    until(lambda: station.bell.status().reached)
    assert station.chimes == 1
    first = station.hub.heard[0]
    assert (first.station_id, first.wish, first.rings, first.language) == ("st-1", "come", 1, "en")
    assert set(first.model_dump()) == {"station_id", "id", "wish", "rings", "age_s", "language"}, "and of nobody"


def test_it_does_not_chime_again_for_a_minute(station: Station) -> None:
    station.bell.ring("en")
    for _ in range(20):
        station.now += 2
        assert not station.bell.ring("en")
    assert station.chimes == 1
    station.now += AGAIN_S
    assert station.bell.ring("en")
    assert station.chimes == 2
    until(lambda: bool(station.hub.heard) and station.hub.heard[-1].rings == 2)
    assert len({one.id for one in station.hub.heard}) == 1, "it is one call"


def test_an_answer_arrives_and_is_told(station: Station) -> None:
    station.bell.ring("en")
    until(lambda: station.bell.status().reached)
    before = station.changes
    station.hub.answer = "coming"
    until(lambda: station.bell.status().stage == "coming")
    until(lambda: station.changes == before + 1)
    station.hub.answer = "done"
    until(lambda: station.bell.status() == CallStatus())


def test_without_the_hub_the_bell_still_sounds_and_it_goes_on_trying(station: Station) -> None:
    station.hub.cut = True
    assert station.bell.ring("en")
    station.now += 30
    time.sleep(0.05)
    assert station.bell.status() == CallStatus("waiting", False, 30)
    station.hub.cut = False
    until(lambda: station.bell.status().reached)
    assert station.hub.heard[0].age_s == 30, "the hub learns since when, whatever either clock shows"


def test_an_unanswered_call_outlives_the_visit_and_is_not_the_next_visitors(station: Station) -> None:
    station.bell.ring("en")
    until(lambda: station.bell.status().reached)
    station.bell.left()
    assert station.bell.status() == CallStatus()
    assert station.bell.waited_min() == 0, "staff still see it"
    count = len(station.hub.heard)
    until(lambda: len(station.hub.heard) > count)
    assert all(one.wish == "come" for one in station.hub.heard)
    station.hub.answer = "coming"
    time.sleep(0.05)
    assert station.bell.status() == CallStatus()


def test_an_answered_call_ends_with_the_visit(station: Station) -> None:
    station.hub.answer = "coming"
    station.bell.ring("en")
    until(lambda: station.bell.status().stage == "coming")
    station.bell.left()
    until(lambda: station.hub.heard[-1].wish == "over")
    assert station.bell.waited_min() is None


@pytest.mark.parametrize(("end", "wish"), [("take_back", "over"), ("met", "met")])
def test_a_call_is_ended_at_the_station(station: Station, end: str, wish: str) -> None:
    station.bell.ring("en")
    until(lambda: station.bell.status().reached)
    getattr(station.bell, end)()
    assert station.bell.status() == CallStatus()
    until(lambda: station.hub.heard[-1].wish == wish)
    count = len(station.hub.heard)
    time.sleep(0.1)
    assert len(station.hub.heard) == count, "and then the line is quiet"


def test_the_end_of_a_call_reaches_a_hub_that_was_away(station: Station) -> None:
    station.bell.ring("en")
    until(lambda: station.bell.status().reached)
    station.hub.cut = True
    station.bell.take_back()
    time.sleep(0.05)
    station.now += AGAIN_S
    station.bell.ring("zh-Hans")
    station.hub.cut = False
    until(lambda: station.bell.status().reached)
    wishes = {one.id: one.wish for one in station.hub.heard}
    assert sorted(wishes.values()) == ["come", "over"], "the first is over, the second waits"


def test_nobody_is_called_for_ever(station: Station) -> None:
    station.bell.ring("en")
    station.now += EXPIRES.total_seconds() + 1
    assert station.bell.status() == CallStatus()
    assert station.bell.waited_min() is None
    until(lambda: station.bell._thread is None)
