"""A clerk with a browser: a workbook is tried, put right, imported, and seen in the list; the same again is nothing."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import Page, expect

from tests.web.conftest import Running, sign_in

pytestmark = [pytest.mark.web, pytest.mark.slow]
HEAD = ("姓 名", "层级", "区县", "镇街", "选区", "任期起", "任期止")
GOOD = ("单禾宁", "乡镇", "秀山土家族苗族自治县", "清溪场镇", "第 3 选区", "2026年1月", 47848)
BAD = ("江澄宁", "省", "九龙坡区", "谢家湾街道", "第 12 选区", "2026/1/1", "2030.12.31")


def workbook(folder: Path, *rows: tuple[object, ...]) -> str:
    book = Workbook()
    assert book.active is not None
    for one in (("代表名册",), HEAD, *rows):
        book.active.append(list(one))
    out = io.BytesIO()
    book.save(out)
    file = folder / "名册.xlsx"
    file.write_bytes(out.getvalue())
    return str(file)


def send(page: Page, file: str, button: str) -> None:
    page.set_input_files("[name=file]", file)
    page.select_option("[name=only]", label="秀山土家族苗族自治县")
    page.check("[name=many_leave]")
    page.click(f"#{button}")


def test_a_clerk_imports_a_workbook(hub: Running, page: Page, tmp_path: Path) -> None:
    sign_in(page, hub, "publisher")
    page.goto("/admin/deputies/")
    page.click("#import-deputies")
    report = page.locator("#import-report")
    send(page, workbook(tmp_path, GOOD, BAD), "do-import")
    expect(report).to_contain_text("没有导入：1 处要改")
    expect(report.get_by_role("row").filter(has_text="层级")).to_contain_text("第 4 行")
    send(page, workbook(tmp_path, GOOD), "try-import")
    expect(report).to_contain_text("试导入，什么也没有改")
    expect(report).to_contain_text("“镇街”作“乡镇街道”")
    send(page, workbook(tmp_path, GOOD), "do-import")
    expect(report).to_contain_text("已导入：新增 1 位")
    expect(report).to_contain_text("单禾宁")
    page.screenshot(path=str(tmp_path / "imported.png"), full_page=True)
    send(page, workbook(tmp_path, GOOD), "do-import")
    expect(report).to_contain_text("什么也没有改")
    page.goto("/admin/deputies/?q=shan+he+ning")
    expect(page.locator(".listing tbody tr.deputy")).to_have_count(1)
    page.get_by_role("link", name="单禾宁").click()
    expect(page.locator("dl")).to_contain_text("2030-12-31")
