"""Somebody reads a text aloud at the hub with the browser's microphone, hears it, moves about in it, removes it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import Running, sign_in

pytestmark = [pytest.mark.web, pytest.mark.slow]


def test_a_text_is_read_into_the_browser_heard_replaced_and_removed(page: Page, hub: Running) -> None:
    sign_in(page, hub, "editor")
    page.get_by_role("link", name="朗读").first.click()
    page.locator("#readings").get_by_role("link", name="四级人大").click()
    page.get_by_label("录音").select_option("none")
    page.get_by_role("button", name="筛选").click()
    page.locator("#readings-texts td.title a").first.click()
    words = page.locator("#reading-words").inner_text()
    address = page.url
    expect(page.locator("#reading-state")).to_have_text("没有录音")
    _read(page)
    expect(page.locator("#reading-state")).to_have_text("真人")
    assert page.locator("#reading-words").inner_text() == words
    player = page.locator("#reading-person")
    player.evaluate("one => { one.muted = true; return one.play(); }")
    lasts = player.evaluate("one => one.duration")
    assert 1.0 < lasts < 10.0
    at = player.evaluate(
        "one => new Promise(go => { one.onseeked = () => go(one.currentTime); one.currentTime = one.duration / 2; })"
    )
    assert at == pytest.approx(lasts / 2, abs=0.2), "a place in it can be gone to"
    _read(page)
    expect(page.locator("#reading-state")).to_have_text("真人")
    page.on("dialog", lambda one: one.accept())
    page.get_by_role("button", name="删除").click()
    page.wait_for_url("**/admin/readings/who-elects-whom/")
    page.goto(address)
    expect(page.locator("#reading-state")).to_have_text("没有录音")


def _read(page: Page) -> None:
    page.get_by_role("button", name="开始录音").click()
    expect(page.locator("[data-time]")).to_have_text("2 秒")
    page.get_by_role("button", name="停止").click()
    expect(page.locator("[data-heard]")).to_be_visible()
    page.get_by_role("button", name="留下这段录音").click()
    expect(page.locator("#reading-person")).to_be_visible()
