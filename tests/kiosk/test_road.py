"""The road goes on whatever it meets, and the station shows something whatever lies on its disk."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from kiosk.bootstrap import Clocks, build
from kiosk.config import Settings
from kiosk.late import Late
from kiosk.road import Road
from kiosk.shelf import Shelf, bundled
from kiosk.supervise.trace import trace
from media.speech import SilentVoice
from screens.inputs._letters import LettersEngine
from screens.mailbox.model import LetterDraft, PostRefused
from sync.enrolment import Enrolment
from sync.errors import OutboxUnusable, SyncError
from sync.outbox import Outbox
from tests.sync.inbox import Inbox
from tests.sync.simulator import START, Clock

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def no_pinyin(_: object) -> LettersEngine:
    return LettersEngine()


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return Road(Settings(home=tmp_path), Late(lambda: Outbox(tmp_path / "outbox.sqlite")), lambda: NOW)


def test_an_error_nobody_foresaw_does_not_end_the_thread(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(road, "turn", full)
    assert road._turn(lambda release: None, hurried=False) is False
    assert road.trouble == "OSError"


def test_news_that_break_on_arrival_are_trouble_and_no_end(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(release: object) -> None:
        raise ValueError("three unreadable exhibits")

    result = SimpleNamespace(outcome="activated", release=SimpleNamespace(label="7"))
    monkeypatch.setattr(road, "turn", lambda: (result, None))
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
        Road(Settings(home=tmp_path), Late(lambda: Outbox(tmp_path / "other.sqlite")), lambda: NOW)
    rng = random.Random(1)
    station = build(
        Settings(home=tmp_path), Clocks(lambda: 0.0, lambda: NOW), rng, rng, SilentVoice(), no_pinyin, lambda: None
    )
    assert station.shelf.catalog.exhibition.exhibits
    assert "enrolment" in station.road.trouble
    station.close()


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


def test_a_damaged_outbox_darkens_no_glass_and_takes_no_letter(tmp_path: Path) -> None:
    (tmp_path / "outbox.sqlite").write_bytes(b"this is no database" * 1000)
    rng = random.Random(1)
    station = build(
        Settings(home=tmp_path), Clocks(lambda: 0.0, lambda: NOW), rng, rng, SilentVoice(), no_pinyin, lambda: None
    )
    station.letterbox.warm()
    station.road.enrolment = Enrolment(
        station_id="st-1", name="示例站", hub_url="https://hub.example", repository="https://hub.example",
        channel="all", root=b"root", hub_keys=Inbox(Clock(START)).keys,
    )  # fmt: skip
    draft = LetterDraft("lift", "here", "words", "", "", "", "", False, "en")
    with pytest.raises(PostRefused) as refused:
        station.letterbox.post(draft)
    assert refused.value.args == ("mailbox.refused.disk",)
    assert station.letterbox.look_up("ABCDEFG2", "1234").result() is None
    status = station.road.status(station.shelf)
    assert status.waiting is None
    assert "outbox" in status.trouble
    station.close()


def test_what_was_fetched_is_shown_though_nothing_can_be_sent(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    release = SimpleNamespace(label="7")
    result = SimpleNamespace(outcome="activated", release=release)
    monkeypatch.setattr(road, "turn", lambda: (result, OutboxUnusable("the outbox cannot be used")))
    shown: list[object] = []
    assert road._turn(shown.append, hurried=False) is False
    assert shown == [release]
    assert "outbox" in road.trouble
