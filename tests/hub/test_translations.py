"""English that is older than its Chinese is found before a release, and waits for somebody to look at it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from content import schema
from content.checks.translations import pair_of
from hub import commands
from hub.exhibition import live, translations
from hub.exhibition.models import Exhibit, Translation
from hub.publishing.builder import Publisher
from tests.hub.conftest import BUNDLED
from tests.hub.test_console import edit_url, form_of

pytestmark = pytest.mark.django_db
NEW = "选民选出代表，代表向选民报告。"


def change(language: str, to: str) -> Exhibit:
    """Other words in the gist of D1, live."""
    record = Exhibit.objects.get(code="D1")
    record.content["gist"][language] = to
    record.save_revision().publish()
    return record


def waiting(publisher: Publisher) -> tuple[str, ...]:
    """A sentence for each text that somebody must look at. It is the same after the release, which goes out."""
    found = tuple(one.sentence for one in publisher.stale())
    assert publisher.publish().is_new
    assert tuple(one.sentence for one in publisher.stale()) == found
    return found


@pytest.fixture
def released(publisher: Publisher, filled: schema.Exhibition) -> Publisher:
    publisher.publish()
    return publisher


def test_chinese_changed_alone_waits_to_be_looked_at_and_names_the_place(released: Publisher) -> None:
    before = change("zh-Hans", NEW)
    (sentence,) = waiting(released)
    assert sentence.startswith(f"展项“{before.title}” › 三十秒要点")
    assert "中文改了，英文没有改" in sentence


def test_changing_the_english_too_is_the_cure(released: Publisher) -> None:
    change("zh-Hans", NEW)
    change("en", "Voters elect deputies, who report to them.")
    assert released.publish().is_new


def test_whoever_publishes_a_change_of_both_has_read_them_together(released: Publisher) -> None:
    change("en", "Voters elect deputies, who report to them.")
    change("zh-Hans", NEW)  # alone, after the English went live beside other words
    assert len(waiting(released)) == 1


def test_english_alone_may_be_put_better(released: Publisher) -> None:
    change("en", "Voters elect deputies, who report to them.")
    assert released.publish().is_new


def test_the_page_shows_both_and_takes_that_the_english_still_holds(released: Publisher, person: Any) -> None:
    record = change("zh-Hans", NEW)
    english = record.content["gist"]["en"]
    client = Client()
    client.force_login(person("publisher"))
    page = client.get(reverse("release")).content.decode()
    assert NEW in page
    assert 'name="still_right"' in page
    assert "英文仍然对" in page
    client.post(reverse("release"), {"still_right": english})
    assert 'name="still_right"' not in client.get(reverse("release")).content.decode()
    assert released.publish().is_new
    assert released.stale() == ()


def test_who_may_not_publish_cannot_say_so(released: Publisher, person: Any) -> None:
    english = change("zh-Hans", NEW).content["gist"]["en"]
    client = Client()
    client.force_login(person("editor"))
    assert client.post(reverse("release"), {"still_right": english}).url == "/admin/"
    assert len(waiting(released)) == 1


def test_a_text_that_was_taken_away_is_forgotten_at_the_next_release(released: Publisher) -> None:
    change("en", "Once here.")
    change("en", "Voters elect deputies, who report to them.")
    change("zh-Hans", NEW)
    change("en", "Voters elect those who report to them.")
    released.publish()
    known = translations.confirmed()
    assert known is not None
    assert translations.pairs(live.assemble()) <= known
    gone = schema.Words.model_validate({"zh-Hans": NEW, "en": "Voters elect deputies, who report to them."})
    assert not {pair_of(gone)[1]} & {english for _, english in known}


# ---- authors' folders ----


def imported(folder: Path) -> None:
    commands.import_content(folder, overwrite=False)


@pytest.fixture
def authors(tmp_path: Path) -> Path:
    """An authors' folder in which the Chinese of D1's gist is other than what the English was confirmed for."""
    folder = shutil.copytree(BUNDLED, tmp_path / "authors")
    file = folder / "exhibits" / "who-elects-whom" / "exhibit.yaml"
    text = file.read_text("utf-8")
    gist = Exhibit.objects.get(code="D1").content["gist"]["zh-Hans"]
    assert gist in text
    file.write_text(text.replace(gist, NEW), "utf-8")
    return folder


def test_what_authors_did_not_confirm_is_found_at_the_hub(released: Publisher, authors: Path) -> None:
    imported(authors)
    assert len(waiting(released)) == 1


def test_what_authors_confirmed_holds_at_the_hub(released: Publisher, authors: Path, capsys: Any) -> None:
    from content.checks.__main__ import main

    main(["--confirm", str(authors)])
    imported(authors)
    assert released.publish().is_new


def test_a_folder_that_keeps_no_list_is_taken_as_it_stands(released: Publisher, authors: Path) -> None:
    (authors / "translations.txt").unlink()
    imported(authors)
    assert released.publish().is_new


def test_a_hub_of_before_the_list_finds_changes_after_its_next_release(
    publisher: Publisher, filled: schema.Exhibition
) -> None:
    Translation.objects.all().delete()
    assert publisher.publish().is_new
    change("zh-Hans", NEW)
    assert len(waiting(publisher)) == 1


# ---- before review ----


def saved(client: Client, record: Exhibit, **changed: str) -> str:
    """What the editor's page says after a save by hand."""
    sent = form_of(record) | {f"content-gist-{name}": words for name, words in changed.items()}
    return str(client.post(edit_url(record), sent, follow=True).content.decode())


def test_whoever_saves_a_draft_is_told_at_once(released: Publisher, person: Any) -> None:
    client = Client()
    client.force_login(person("editor"))
    record = Exhibit.objects.get(code="D1")
    assert "中文改了，英文没有改" not in saved(client, record)
    assert "中文改了，英文没有改" in saved(client, record, zh_hans=NEW)
    assert "数字 99 不在出处" in saved(client, record, zh_hans="共有 99 级。", en="There are 99.")
    assert released.publish().changes == (), "a draft"
