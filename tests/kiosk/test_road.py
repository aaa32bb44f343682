"""The road goes on whatever it meets, and the station shows something whatever lies on its disk."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from kiosk.bootstrap import Clocks, build
from kiosk.config import Settings
from kiosk.road import Road
from kiosk.shelf import Shelf, bundled
from kiosk.supervise.trace import trace
from media.speech import SilentVoice
from screens.inputs.engine import open_engine
from sync.errors import SyncError
from sync.outbox import Outbox
from tests.sync.simulator import START

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return Road(Settings(home=tmp_path), Outbox(tmp_path / "outbox.sqlite"), lambda: NOW)


def test_an_error_nobody_foresaw_does_not_end_the_thread(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(road, "sync_once", full)
    assert road._turn(lambda release: None, hurried=False) is False
    assert road.trouble == "OSError"


def test_news_that_break_on_arrival_are_trouble_and_no_end(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(release: object) -> None:
        raise ValueError("three unreadable exhibits")

    result = SimpleNamespace(outcome="activated", release=SimpleNamespace(label="7"))
    monkeypatch.setattr(road, "sync_once", lambda: result)
    assert road._turn(broken, hurried=False) is False
    assert road.trouble == "ValueError"


def test_a_clock_put_back_by_a_day_is_no_contact(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(road, "_contact", NOW + timedelta(days=1))
    assert not road.online()
    monkeypatch.setattr(road, "_contact", NOW - timedelta(seconds=30))
    assert road.online()


def test_a_release_that_can_not_be_shown_leaves_the_bundled_one_on_show() -> None:
    def read(path: str) -> bytes:
        return b"{}"

    release: Any = SimpleNamespace(label="7", read=read, paths=lambda: ("exhibition.json",))
    shelf = Shelf(release, START.date())
    assert shelf.catalog is bundled(START.date())
    assert shelf.label == ""


def test_an_unreadable_enrolment_darkens_no_glass(tmp_path: Path) -> None:
    (tmp_path / "enrolment.json").write_bytes(b"\0" * 300)
    with pytest.raises(SyncError):
        Road(Settings(home=tmp_path), Outbox(tmp_path / "other.sqlite"), lambda: NOW)
    rng = random.Random(1)
    station = build(
        Settings(home=tmp_path), Clocks(lambda: 0.0, lambda: NOW), rng, rng, SilentVoice(), open_engine, lambda: None
    )
    assert station.shelf.catalog.exhibition.exhibits
    assert "enrolment" in station.road.trouble
    station.outbox.close()


def test_a_trace_says_where_and_never_what() -> None:
    def inner(words: str) -> None:
        raise KeyError(words)

    def outer() -> None:
        try:
            inner("leaking pipes")
        except KeyError as error:
            raise ValueError("leaking pipes") from error

    with pytest.raises(ValueError) as caught:
        outer()
    told = trace(caught.value)
    assert "leaking" not in told
    assert told.startswith("ValueError at ")
    assert "KeyError" in told
    assert "inner" in told
