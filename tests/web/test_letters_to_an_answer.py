"""A clerk answers two letters about one lift in a real browser, on a desk and on a phone; who oversees sees who read.

With `BAYU_PICTURES` naming a folder, each page is also kept as a picture, to be looked at.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from sync.messages import Contact, LetterDocument, LettersAnswer, LettersBatch, hash_pin
from sync.progress import PATH_FOLLOW_UPS, FollowUpsBatch, Rating, seal_follow_up
from sync.seal import seal_letter
from tests.web.conftest import Running, run, sign_in
from tests.web.test_letters_and_calls import Station

pytestmark = [pytest.mark.web, pytest.mark.slow]
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1400, "height": 900}
LIFT = "三单元的电梯又停了，我妈妈八十岁，下不了十六楼。物业说等零件，已经等了两个星期。"
SAME = "三单元的电梯又停了两个星期，物业说等零件，孩子上学要走十六楼。"


_SETTLED = """() => {  // the menu takes its time to fold
  const left = document.querySelector(".bayu-page").getBoundingClientRect().left;
  const same = left === window.wasLeft; window.wasLeft = left;
  return same && left < (window.innerWidth < 800 ? 60 : 400);
}"""
_STICKS_OUT = """[...document.querySelectorAll(".bayu-page *")].filter(one => {
  const frame = one.parentElement.closest(".bayu-card") || document.documentElement;
  return one.checkVisibility() && one.getBoundingClientRect().right > frame.getBoundingClientRect().right + 1;
}).map(one => one.outerHTML.slice(0, 90))"""


@pytest.fixture
def station(hub: Running, tmp_path: Path) -> Station:
    return Station(hub, tmp_path / "station")


def post(station: Station, words: str, receipt: str) -> None:
    now, own = datetime.now(UTC), station.record
    letter = LetterDocument(
        id=uuid4(), receipt_code=receipt, pin_hash=hash_pin("4711"), station_id=own.station_id, topic="lift",
        place="building", words=words, contact=Contact(name="王示例", phone="138 0000 1234"), consent_version="v2",
        age_confirmed=True, language="zh-Hans", created_at=now - timedelta(minutes=5),
    )  # fmt: skip
    item = seal_letter(letter, own.hub_keys.seal_keys[0])
    station.send("/v1/letters", LettersBatch(station_id=own.station_id, items=(item,)))


def rate(station: Station, receipt: str) -> None:
    said = Rating(
        id=uuid4(), station_id=station.record.station_id, receipt=receipt, pin="4711", created_at=datetime.now(UTC),
        round=1, grade="satisfied", may_tell=True,
    )  # fmt: skip
    item = seal_follow_up(said, station.record.hub_keys.seal_keys[0])
    answer = station.send(PATH_FOLLOW_UPS, FollowUpsBatch(station_id=station.record.station_id, items=(item,)))
    assert LettersAnswer.model_validate_json(answer).stored == (said.id,)


def keep(page: Page, name: str) -> None:
    """Nothing may stick out sideways, on a desk or on a phone; the page as a picture where a folder is named."""
    folder = os.environ.get("BAYU_PICTURES", "")
    for size, word in ((DESK, "desk"), (PHONE, "phone")):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.wait_for_function(_SETTLED)
        assert page.evaluate(_STICKS_OUT) == [], (name, word)
        if folder:
            page.set_viewport_size(size | {"height": 2200})  # type: ignore[arg-type]
            page.screenshot(path=f"{folder}/{name}-{word}.png")
    page.set_viewport_size(DESK)  # type: ignore[arg-type]
    page.wait_for_function(_SETTLED)


def test_two_letters_about_one_lift_are_answered_together_and_rated(page: Page, hub: Running, station: Station) -> None:
    district = hub.command(
        "user", "add", "test-clerk", "--role", "letters", "--district", "九龙坡区", "--password-stdin",
        told=hub.password + "\n",
    )  # fmt: skip
    assert "九龙坡区" in district
    run(hub.environ, "user", "add", "test-boss", "--admin", "--password-stdin", told=hub.password + "\n")
    run(hub.environ, "user", "add", "test-watch", "--role", "overseer", "--password-stdin", told=hub.password + "\n")
    post(station, LIFT, "JKMNPQRS")
    post(station, SAME, "SRQPNMKJ")

    sign_in(page, hub, "clerk")
    page.goto("/admin/letters/")
    expect(page.get_by_text("还没有信")).to_be_visible()  # the station stands nowhere yet
    page.context.clear_cookies()
    sign_in(page, hub, "boss")
    page.goto("/admin/letters/areas/")
    own = page.locator(f"input[name=station][value='{station.record.station_id}']")
    row = page.locator("#area-stations li").filter(has=own)
    row.locator("select").select_option(label="九龙坡区")
    row.locator("input[name=township]").fill("谢家湾街道")
    row.get_by_role("button", name="保存").click()
    expect(page.get_by_text("在：九龙坡区谢家湾街道")).to_be_visible()
    keep(page, "areas")
    page.context.clear_cookies()

    sign_in(page, hub, "clerk")
    page.goto("/admin/letters/?topic=lift")
    expect(page.locator("table.listing tbody tr")).to_have_count(2)
    keep(page, "inbox")
    page.locator("table.listing tbody tr a").last.click()
    expect(page.locator("#letter-alike")).to_contain_text("相同")
    page.on("dialog", lambda dialog: dialog.accept())
    keep(page, "letter")
    page.get_by_role("button", name="并到那一封").click()
    expect(page.get_by_text("已合并")).to_be_visible()

    page.locator("table.listing tbody tr", has_text="合并了 1 封").locator("a").click()
    page.locator("#step-transfer summary").click()
    page.fill("#transfer-office", "区住房城乡建委")
    page.fill("#transfer-why", "电梯归它管")
    keep(page, "transfer")
    page.locator("#step-transfer button").click()
    expect(page.get_by_text("已转办，合并的信一起，共 2 封。")).to_be_visible()

    page.locator("table.listing tbody tr", has_text="合并了 1 封").locator("a").click()
    page.locator("#step-answer summary").click()
    page.fill("#answer-reply", "零件已经到了，11 月 20 日换好，特检合格。物业每月检查一次，结果贴在一楼。")
    page.locator("#step-answer button").click()
    expect(page.get_by_text("共 2 封")).to_be_visible()
    rate(station, "JKMNPQRS")
    rate(station, "SRQPNMKJ")
    station.close()
    page.goto("/admin/letters/?stage=rated")
    expect(page.locator("table.listing tbody tr")).to_have_count(2)
    page.locator("table.listing tbody tr a").first.click()
    expect(page.locator("#letter-moves")).to_contain_text("写信人，评价：第 1 次，满意")
    keep(page, "rated")

    page.goto("/admin/letters/digest/")
    expect(page.locator(".bayu-counts")).to_contain_text("2")
    keep(page, "digest")
    if folder := os.environ.get("BAYU_PICTURES", ""):
        page.emulate_media(media="print")
        page.screenshot(path=f"{folder}/digest-print.png", full_page=True)
        page.emulate_media(media="screen")
    page.context.clear_cookies()

    sign_in(page, hub, "watch")
    page.goto("/admin/letters/log/")
    expect(page.locator("#reading-log")).to_contain_text("test-clerk")
    expect(page.locator("body")).not_to_contain_text("电梯又停了")
    keep(page, "log")
