"""A person with a browser: sign in, change one sentence of D1, send it to the stations."""

from __future__ import annotations

import json
import urllib.request
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from sync.layout import ROLE_CONTENT, Manifest, blob_url, manifest_target, parse_section, target_url
from tests.web.conftest import Running, sign_in

pytestmark = [pytest.mark.web, pytest.mark.slow]
EXHIBITS = "/admin/snippets/exhibition/exhibit/"


def fetched(hub: Running, path: str) -> bytes:
    """A file of the repository, as a station fetches it."""
    with urllib.request.urlopen(f"{hub.url}/repo/{path}", timeout=10) as answer:
        data: bytes = answer.read()
        return data


def signed(hub: Running, path: str) -> Any:
    return json.loads(fetched(hub, path))["signed"]


def shown_to_stations(hub: Running, path: str) -> Any:
    """A file of the newest release, found the way a station finds it: from the timestamp down."""
    snapshot = signed(hub, "metadata/timestamp.json")["meta"]["snapshot.json"]["version"]
    version = signed(hub, f"metadata/{snapshot}.snapshot.json")["meta"][f"{ROLE_CONTENT}.json"]["version"]
    target = manifest_target("main")
    sha256 = signed(hub, f"metadata/{version}.{ROLE_CONTENT}.json")["targets"][target]["hashes"]["sha256"]
    manifest = Manifest.model_validate_json(fetched(hub, target_url(target, sha256)))
    files = {}
    for section in manifest.sections.values():
        files |= parse_section(fetched(hub, blob_url(section.sha256)))
    return json.loads(fetched(hub, blob_url(files[path].sha256)))


def open_d1(page: Page) -> None:
    page.goto(EXHIBITS)
    page.get_by_role("row").filter(has_text="D1").get_by_role("link").first.click()
    expect(page.locator("[name=content-code]")).to_have_value("D1")


def send(page: Page) -> None:
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    page.get_by_role("button", name="发布到展台").click()
    page.wait_for_url("**/admin/release/")


def test_one_changed_sentence_is_in_the_next_release(hub: Running, page: Page) -> None:
    sign_in(page, hub, "publisher")
    open_d1(page)
    page.fill("[name=content-gist-zh_hans]", "选民投票选出代表，代表向选民报告工作。")
    page.fill("[name=content-gist-en]", "Voters elect deputies, who report to them.")
    send(page)
    expect(page.locator("body")).to_contain_text("已发布，展台下次更新时就会换上")
    exhibit = shown_to_stations(hub, "exhibits/who-elects-whom/exhibit.json")
    assert exhibit["gist"]["zh-Hans"] == "选民投票选出代表，代表向选民报告工作。"
    assert "Nothing has changed" in hub.command("publish")


def test_a_source_is_added_and_dropped_by_its_title(hub: Running, page: Page) -> None:
    sign_in(page, hub, "publisher")
    open_d1(page)
    value = page.locator("[name=content-gist-sources]")
    chips = page.locator("[data-bayu-sources]", has=value).locator(".bayu-chips")
    expect(chips.locator("select")).to_be_visible()
    before = value.input_value()
    chosen = chips.locator("select option").nth(1)
    title = chosen.inner_text()
    chips.locator("select").select_option(index=1)
    expect(chips).to_contain_text(title)
    assert value.input_value() != before
    page.get_by_role("button", name=f"去掉 {title}").first.click()
    assert value.input_value() == before


def test_an_empty_sentence_is_asked_for_where_it_is_missing(hub: Running, page: Page) -> None:
    sign_in(page, hub, "publisher")
    open_d1(page)
    page.fill("[name=content-gist-zh_hans]", "")
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    page.get_by_role("button", name="发布到展台").click()
    gist = page.locator("[data-contentpath=gist]")
    expect(gist).to_contain_text("这一项要填写。")
    assert page.get_by_text("这一项要填写。").count() == 1


@pytest.mark.parametrize("kind", ["home", "mailbox", "sources", "glossary", "quiz", "tours", "answers"])
def test_every_kind_of_content_opens_in_its_form(hub: Running, page: Page, kind: str) -> None:
    sign_in(page, hub, "publisher")
    page.goto(f"/admin/snippets/exhibition/{kind}/")
    page.locator("tbody a[href*=edit]").first.click()
    expect(page.locator("[name^=content-]").first).to_be_attached()
    expect(page.locator("label, h3", has_text="简体中文").first).to_be_attached()


def test_letters_are_closed_to_who_publishes(hub: Running, page: Page) -> None:
    sign_in(page, hub, "publisher")
    expect(page.get_by_role("link", name="展台", exact=True)).to_be_visible()
    assert page.get_by_role("link", name="信件", exact=True).count() == 0
