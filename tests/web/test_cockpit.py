"""Somebody who answers letters looks at the cockpit in a real browser, on a desk and on a phone; takes its table."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import Running, run, sign_in
from tests.web.test_letters_and_calls import Station
from tests.web.test_letters_to_an_answer import LIFT, SAME, keep, post

pytestmark = [pytest.mark.web, pytest.mark.slow]


def test_the_cockpit_counts_what_came_and_asks_for_nothing(page: Page, hub: Running, tmp_path: Path) -> None:
    station = Station(hub, tmp_path / "station")
    run(hub.environ, "user", "add", "test-numbers", "--admin", "--password-stdin", told=hub.password + "\n")
    post(station, LIFT, "MNPQRSJK")
    post(station, SAME, "KJSRQPNM")
    sign_in(page, hub, "numbers")
    page.get_by_role("link", name="数据管理舱").click()
    expect(page.locator(".bayu-page h1")).to_have_text("数据管理舱")
    expect(page.locator(".bayu-plot").first).to_be_visible()
    page.locator("summary").first.click()
    expect(page.locator(".bayu-plot__table table").first).to_be_visible()
    assert page.locator(".bayu-page :is(textarea, input:not([type=hidden]))").count() == 0
    keep(page, "cockpit")
    with page.expect_download() as coming:
        page.get_by_role("button", name="下载表格").click()
    table = tmp_path / "cockpit.csv"
    coming.value.save_as(table)
    rows = table.read_text(encoding="utf-8-sig").splitlines()
    assert any("电梯" in row for row in rows), rows
