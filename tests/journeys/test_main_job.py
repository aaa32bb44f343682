"""The main job, by two real processes over loopback: explain, look up, listen, sync, with and without a network."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sync.outbox import Outbox
from tests.journeys.conftest import MakeStation
from tests.journeys.editions import sentence
from tests.journeys.processes import HubProcess, StationProcess, wait_until
from tests.journeys.writing import Receipt, Written, write, write_another
from tests.web.conftest import browser, sign_in  # noqa: F401
from tests.web.test_publish_a_sentence import open_d1, send

pytestmark = [pytest.mark.web, pytest.mark.slow]

POLL_S = 3.0
SLACK_S = 4.0  # fetching, checking and drawing on a busy machine
SUMMARY = "[name=content-blocks-0-value-levels-1-value-summary-zh_hans]"
CHANGED = "区县人大代表由选民直接选举，每届任期五年，对选民负责。"
CHANGED_EN = "Voters elect a county's deputies directly, for five years."
LETTERS = (
    Written("light", "here", (("ludenghuminghuan", "路灯忽明忽暗"), ("qingxiuyixiu", "请修一修"))),
    Written("lift", "building", (("diantilaoshiting", "电梯老是停"),), phone="13800138001"),
    Written("noise", "street", (("yewanhenchao", "夜晚很吵"),), typed=" 22:30"),
)


@pytest.fixture
def page(hub: HubProcess, browser: Browser) -> Iterator[Page]:  # noqa: F811
    """A page of this journey's hub, as wide as an editor's. What its scripts complain of is for tests/web."""
    context = browser.new_context(base_url=hub.url, locale="zh-CN", viewport={"width": 1400, "height": 900})
    context.set_default_timeout(120_000)
    yield context.new_page()
    context.close()


def test_the_main_job(hub: HubProcess, make_station: MakeStation, page: Page) -> None:
    station = make_station(poll_seconds=POLL_S)
    station.enrol(hub, "一号站")
    station.start()
    station.do("sync")
    _a_sentence_changed_in_the_browser_reaches_the_running_station(hub, station, page)
    hub.stop()
    station.kill()
    station.start()
    _everything_shows(station)
    _nothing_in_clear(station.home)  # else the words below would prove nothing: the exhibition has them too
    receipts = [write(station, LETTERS[0])]
    for letter in LETTERS[1:]:
        station.tap("mailbox.again")
        receipts.append(write_another(station, letter))
    station.tap("mailbox.done")
    assert len(set(receipts)) == 3
    _nothing_in_clear(station.home)
    hub.start()
    _exactly_these_arrive(hub, receipts)
    _nothing_in_clear(station.home)
    station.stop()
    assert "0 letters waiting" in station.command("sync", "--once").stdout
    _sending_them_again_adds_none(hub, station, receipts)
    _nothing_in_clear(station.home)


def _a_sentence_changed_in_the_browser_reaches_the_running_station(
    hub: HubProcess,
    station: StationProcess,
    page: Page,
) -> None:
    station.tap("attract.begin", "home.levels")
    assert station.shows(sentence())
    station.tap("dock.language")
    assert station.shows(sentence("en"))
    station.tap("dock.language")
    assert not station.shows(sentence()), "in Traditional characters it is written otherwise"
    station.tap("dock.language")
    assert station.shows(sentence())
    sign_in(page, hub, "publisher")
    open_d1(page)
    page.fill(SUMMARY, CHANGED)
    page.fill(SUMMARY.replace("zh_hans", "en"), CHANGED_EN)
    send(page)
    published = time.monotonic()
    expect(page.locator("body")).to_contain_text("已发布")
    wait_until(lambda: station.shows(CHANGED), POLL_S + SLACK_S, "the running station shows the changed sentence")
    assert time.monotonic() - published <= POLL_S + SLACK_S
    assert not station.shows(sentence())
    station.tap("dock.language")
    assert station.shows(CHANGED_EN)
    assert not station.shows(sentence("en"))
    station.tap("dock.language", "dock.language", "dock.home")


def _everything_shows(station: StationProcess) -> None:
    """Home, both exhibits, the directory and a profile, with no hub to ask."""
    station.tap("attract.begin")
    assert station.do("screen")["screen"] == "home"
    assert station.shows("离线")
    station.tap("home.levels")
    assert station.shows(CHANGED)
    station.tap("dock.home", "home.steps")
    assert {"exhibit.tab.ballot", "exhibit.tab.sources"} <= set(station.ids())
    station.tap("dock.home", "home.deputies")
    row = next(one for one in station.targets() if one["id"] == "deputies.row.0")
    station.tap("deputies.row.0")
    assert station.shows(row["text"])
    assert any(one["text"].startswith("BY1.D.") for one in station.widgets()), "the profile shows its code"
    station.tap("dock.home")


def _exactly_these_arrive(hub: HubProcess, receipts: list[Receipt]) -> None:
    wait_until(lambda: len(hub.letters()) >= len(LETTERS), 60, "the letters arrive once the hub is back")
    arrived = {letter["receipt_code"]: letter for letter in hub.letters()}
    assert len(hub.letters()) == len(LETTERS)
    for written, receipt in zip(LETTERS, receipts, strict=True):
        letter = arrived[receipt.code]
        assert (letter["topic"], letter["place"], letter["words"]) == (written.topic, written.place, written.words)
        phone = letter["contact"]["phone"] if letter["contact"] else ""
        assert phone == written.phone
        assert letter["age_confirmed"] is bool(written.phone)
        assert bool(letter["consent_version"]) is bool(written.phone)


def _sending_them_again_adds_none(hub: HubProcess, station: StationProcess, receipts: list[Receipt]) -> None:
    """A lost receipt makes a station send what the hub has; here all of it is sent again."""
    outbox = Outbox(station.home / "outbox.sqlite")
    first = min(record.created for record in outbox.records())
    assert outbox.resend_since(first) == len(LETTERS)
    outbox.close()
    assert "0 letters waiting" in station.command("sync", "--once").stdout
    assert sorted(letter["receipt_code"] for letter in hub.letters()) == sorted(one.code for one in receipts)


def _nothing_in_clear(home: Path) -> None:
    """No file of the station holds what a visitor wrote, in any encoding that it might have been written in."""
    files = [one for one in home.rglob("*") if one.is_file()]
    assert any(one.name.startswith("outbox") for one in files)
    for letter in LETTERS:
        for secret in filter(None, (*(meant for _, meant in letter.spelled), letter.phone)):
            for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
                found = [one for one in files if secret.encode(encoding) in one.read_bytes()]
                assert not found, f"{secret} in {found} as {encoding}"
