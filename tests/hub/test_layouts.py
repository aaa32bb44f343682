"""Texts are laid out by the station's program before a release; what it finds is said, and silence holds nothing up."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from content import schema
from content.authoring import read_exhibition
from hub.exhibition.models import Exhibit
from hub.publishing import layouts
from hub.publishing.builder import Publisher, Refused
from hub.publishing.layouts import NO_LAYOUTS, Layouts, digests_of
from hub.publishing.models import Layout
from tests.hub.conftest import BUNDLED

pytestmark = pytest.mark.django_db
UNFIT = {
    "part": "who-elects-whom", "file": "exhibits/who-elects-whom", "way": ["blocks", 0, "tab", "zh-Hans"],
    "language": "zh-Hans", "text": "很长很长的名字", "reason": "does not fit its place", "room": "x", "touches": [],
    "looks": ["landscape", "portrait, large text, low reach"], "excess": 3,
}  # fmt: skip
ANSWERS = """
import json, sys
with open({log!r}, "a") as log:
    log.write(" ".join(sys.argv[1:2] + [two for one, two in zip(sys.argv, sys.argv[1:]) if one == "--only"]) + "\\n")
print(json.dumps({{"unfit": {unfit}}}))
"""


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "asked"


def answering(log: Path, *unfit: dict[str, Any], known: dict[str, str] | None = None) -> Layouts:
    """A program that writes down what it was asked and answers so."""
    program = log.with_name("program.py")
    program.write_text(ANSWERS.format(log=str(log), unfit=json.dumps(list(unfit))), "utf-8")
    return Layouts((sys.executable, str(program)), known or {})


def asked(log: Path) -> list[str]:
    return log.read_text().splitlines() if log.exists() else []


def change_d1() -> None:
    record = Exhibit.objects.get(code="D1")
    record.content["gist"] |= {"zh-Hans": "选民选出代表。", "en": "Voters elect deputies."}
    record.save_revision().publish()


def test_what_does_not_fit_keeps_the_release_back_and_is_said_in_chinese(
    publisher: Publisher, filled: schema.Exhibition, log: Path
) -> None:
    with pytest.raises(Refused) as refused:
        replace(publisher, layouts=answering(log, UNFIT)).publish()
    (sentence,) = refused.value.sentences
    assert sentence.startswith("展项“")
    assert sentence.endswith("（版面）：“很长很长的名字”在横屏、竖屏大字低位操作里放不下，请缩短 3 个字符。")


def test_only_what_changed_is_looked_at_again(publisher: Publisher, filled: schema.Exhibition, log: Path) -> None:
    press = replace(publisher, layouts=answering(log))
    press.publish()
    change_d1()
    press.publish()
    press.publish()
    first, second = asked(log)
    assert first.split()[0] == "fits"
    assert {one.id for one in filled.exhibits} < set(first.split())
    assert second == "fits who-elects-whom"


def test_what_the_package_brings_along_was_looked_at_before(
    publisher: Publisher, filled: schema.Exhibition, log: Path
) -> None:
    press = replace(publisher, layouts=answering(log, known=digests_of(filled)))
    press.publish()
    assert asked(log) == []
    change_d1()
    press.publish()
    assert asked(log) == ["fits who-elects-whom"]


def test_the_package_knows_its_own_exhibits() -> None:
    exhibits = read_exhibition(BUNDLED, schema.Directory(as_of="2026-01-01", regions=(), deputies=()))
    known = layouts._bundled()
    assert {part: known[part] for part in digests_of(exhibits) if part != "directory"} == {
        part: digest for part, digest in digests_of(exhibits).items() if part != "directory"
    }


@pytest.mark.parametrize("broken", ["import sys; sys.exit('no display')", "print('hello')", "raise SystemExit(3)"])
def test_a_program_that_fails_holds_nothing_up_and_is_told_of(
    publisher: Publisher, filled: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture, broken: str
) -> None:
    program = tmp_path / "broken.py"
    program.write_text(broken)
    assert replace(publisher, layouts=Layouts((sys.executable, str(program)))).publish().is_new
    assert "texts were not laid out" in caplog.text
    assert not Layout.objects.exists()


def test_without_a_program_the_page_says_calmly_that_nothing_was_looked_at(
    publisher: Publisher, filled: Any, person: Any
) -> None:
    client = Client()
    client.force_login(person("publisher"))
    page = client.get(reverse("release")).content.decode()
    assert "没有量过版面" in page
    assert 'id="send-release"' in page


def test_the_page_says_what_is_being_looked_at(
    publisher: Publisher, filled: Any, person: Any, monkeypatch: pytest.MonkeyPatch, log: Path
) -> None:
    press = replace(publisher, layouts=answering(log))
    monkeypatch.setattr("hub.publishing.views.publisher", lambda: press)
    monkeypatch.setattr(Layouts, "_behind", lambda self, exhibition: None)
    client = Client()
    client.force_login(person("publisher"))
    page = client.get(reverse("release")).content.decode()
    assert "正在按展台的样子量版面" in page
    assert "data-bayu-reload" in page
    press.publish()
    assert "data-bayu-reload" not in client.get(reverse("release")).content.decode()


@pytest.mark.parametrize(("setting", "program"), [("off", ()), ("ssh station kiosk", ("ssh", "station", "kiosk"))])
def test_the_setting_names_the_program(setting: str, program: tuple[str, ...]) -> None:
    assert layouts.layouts(setting).program == program


def test_a_hub_without_the_stations_program_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert layouts.layouts("auto").program[-1] == "kiosk"
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "kivy" else object())
    assert layouts.layouts("auto") == NO_LAYOUTS


@pytest.mark.slow
def test_the_real_program_answers(publisher: Publisher, filled: schema.Exhibition) -> None:
    found = layouts.layouts("auto").look(filled.model_copy(update={"exhibits": filled.exhibits[:1]}))
    assert "directory" in found, "other people than those of the package"
    assert Layout.objects.count() == len(found)
