"""Releases: what is live goes out signed, only when something changed, and a station's own client takes it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tuf.api.exceptions import UnsignedMetadataError

from content import schema
from content.bundle import from_files
from content.traditional import fill, opencc
from hub.config import HubSettings
from hub.exhibition import live, pictures
from hub.exhibition.models import Exhibit, Sources
from hub.publishing.builder import Publisher, Refused
from hub.publishing.keys import KeyMissing, create_keys, readable_by_others
from hub.publishing.models import Release
from sync.layout import ROLE_TIMESTAMP, TIMESTAMP_URL, blob_url, manifest_target, parse_section
from tests.hub.conftest import Clock
from tests.hub.station import polled

pytestmark = pytest.mark.django_db


_PLAIN = str.maketrans("，。", ",.")


def change_a_sentence(to: str) -> None:
    """Put another first sentence of D1 live."""
    record = Exhibit.objects.get(code="D1")
    record.content["gist"] |= {"zh-Hans": to, "en": f"In English: {to}".translate(_PLAIN)}
    record.save_revision().publish()


def published_exhibit(publisher: Publisher, slug: str) -> dict[str, Any]:
    """The exhibit as the newest release has it, straight from the blobs."""
    found = publisher.repository().current(publisher.channel)
    assert found is not None
    files = {}
    for section in found[1].sections.values():
        files |= parse_section((publisher.repo_dir / blob_url(section.sha256)).read_bytes())
    data = (publisher.repo_dir / blob_url(files[f"exhibits/{slug}/exhibit.json"].sha256)).read_bytes()
    exhibit: dict[str, Any] = json.loads(data)
    return exhibit


def test_a_station_takes_the_release_and_reads_the_same_exhibition(
    publisher: Publisher, filled: schema.Exhibition, clock: Clock, tmp_path: Path
) -> None:
    publisher.publish()
    station = polled(publisher, clock, tmp_path)
    release = station.open_current()
    assert release is not None
    convert = opencc()
    assert convert is not None
    assert from_files(release.read, release.paths()) == fill(filled, convert)
    assert station.hub_keys() == publisher.keys.announced()


def test_publishing_the_same_content_again_changes_nothing(publisher: Publisher, filled: Any, clock: Clock) -> None:
    first = publisher.publish()
    before = {path: path.read_bytes() for path in publisher.repo_dir.rglob("*") if path.is_file()}
    clock.forward(hours=1)
    again = publisher.publish()
    assert (first.is_new, again.is_new, again.label) == (True, False, first.label)
    assert {path: path.read_bytes() for path in publisher.repo_dir.rglob("*") if path.is_file()} == before
    assert Release.objects.count() == 1


def test_one_changed_sentence_changes_one_file_of_the_release(publisher: Publisher, filled: Any, clock: Clock) -> None:
    publisher.publish()
    change_a_sentence("选民选出代表。")
    outcome = publisher.publish()
    slug = Exhibit.objects.get(code="D1").slug
    assert outcome.changes == (f"exhibits/{slug}/exhibit.json",)
    assert published_exhibit(publisher, slug)["gist"]["zh-Hans"] == "选民选出代表。"


def test_a_draft_is_not_sent(publisher: Publisher, filled: Any) -> None:
    publisher.publish()
    record = Exhibit.objects.get(code="D1")
    record.content["gist"]["zh-Hans"] = "还没想好"
    record.save_revision()
    assert publisher.publish().changes == ()


def test_what_the_schema_refuses_is_not_sent_whoever_published_it(publisher: Publisher, filled: Any) -> None:
    record = Exhibit.objects.get(code="D1")
    del record.content["gist"]["zh-Hans"]
    record.save()
    with pytest.raises(Refused) as raised:
        publisher.publish()
    assert raised.value.sentences == (f"展项 {record}：三十秒要点 › 简体中文：这一项要填写。",)
    assert publisher.repository().current(publisher.channel) is None


def test_a_text_that_cites_a_source_nobody_has_is_not_sent(publisher: Publisher, filled: Any) -> None:
    record = Exhibit.objects.get(code="D1")
    record.content["gist"]["sources"] = ["no-such-law"]
    record.save()
    with pytest.raises(Refused, match="三十秒要点"):
        publisher.publish()


def test_an_empty_hub_says_what_is_missing(publisher: Publisher, db: None) -> None:
    with pytest.raises(Refused) as raised:
        publisher.publish()
    assert "首页还没有发布。" in raised.value.sentences


def test_a_clock_set_back_does_not_make_a_release_older(publisher: Publisher, filled: Any, clock: Clock) -> None:
    publisher.publish()
    first = publisher.repository().current(publisher.channel)
    clock.forward(days=-2)
    change_a_sentence("选民选出代表。")
    publisher.publish()
    second = publisher.repository().current(publisher.channel)
    assert first is not None
    assert second is not None
    assert second[1].published_at > first[1].published_at


def test_old_releases_go_and_the_newest_stay_whole(publisher: Publisher, filled: Any, clock: Clock) -> None:
    for number in range(6):
        change_a_sentence(f"选民选出代表，第{'一二三四五六'[number]}稿。")
        publisher.publish()
        clock.forward(hours=1)
    folder = publisher.repo_dir / "targets" / "channels"
    assert len(list(folder.glob("*.manifest.json"))) == publisher.keep_releases
    blobs = [path.read_bytes() for path in (publisher.repo_dir / "blobs").glob("??/*")]
    kept = ["一二三四五六"[n] for n in range(6) if any(f"第{'一二三四五六'[n]}稿".encode() in blob for blob in blobs)]
    assert kept == ["四", "五", "六"]


def test_a_publication_cut_short_before_the_timestamp_is_finished_by_the_next(
    publisher: Publisher, filled: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher.publish()
    change_a_sentence("选民选出代表。")
    with monkeypatch.context() as patch:
        patch.setattr("hub.publishing.repository.SignedRepository.do_snapshot", _power_cut)
        with pytest.raises(KeyboardInterrupt):
            publisher.publish()
    publisher.publish()
    repository = publisher.repository()
    listed = repository.snapshot().meta["content.json"].version
    assert listed == repository.targets("content").version
    assert repository.timestamp().snapshot_meta.version == repository.snapshot().version


def _power_cut(*_args: object, **_options: object) -> None:
    raise KeyboardInterrupt


def test_refreshing_signs_a_longer_life_and_nothing_else(publisher: Publisher, filled: Any, clock: Clock) -> None:
    publisher.publish()
    before = publisher.repository().expires(ROLE_TIMESTAMP)
    clock.forward(days=1)
    publisher.refresh()
    repository = publisher.repository()
    assert (repository.expires(ROLE_TIMESTAMP) - before).days == 1
    assert repository.snapshot().version == 2
    clock.forward(days=60)
    publisher.refresh()
    assert all((repository.expires(role) - clock.now).days >= 7 for role in ("snapshot", "content", "timestamp"))


def test_publishing_needs_neither_the_root_nor_the_targets_key(
    publisher: Publisher, filled: Any, home: HubSettings
) -> None:
    (home.keys_dir / "root.pem").unlink()
    (home.keys_dir / "targets.pem").unlink()
    assert publisher.publish().is_new
    (home.keys_dir / "letters.key").rename(home.keys_dir / "letters-2026.key")
    create_keys(home.keys_dir)
    (home.keys_dir / "targets.pem").unlink()
    with pytest.raises(KeyMissing):
        publisher.publish()


def test_the_content_key_alone_cannot_announce_other_keys_for_letters(publisher: Publisher, home: HubSettings) -> None:
    (home.keys_dir / "targets.pem").write_bytes((home.keys_dir / "content.pem").read_bytes())
    (home.keys_dir / "letters.key").unlink()
    create_keys(home.keys_dir)
    with pytest.raises(UnsignedMetadataError):
        publisher.repository().announce(publisher.keys.announced())


def test_the_manifest_lies_where_the_layout_says(publisher: Publisher, filled: Any) -> None:
    publisher.publish()
    found = publisher.repository().targets("content").targets
    assert list(found) == [manifest_target(publisher.channel)]
    assert (publisher.repo_dir / TIMESTAMP_URL).is_file()


def test_keys_are_made_once_and_only_their_owner_reads_them(tmp_path: Path) -> None:
    made = create_keys(tmp_path / "keys")
    before = {path: path.read_bytes() for path in (tmp_path / "keys").iterdir()}
    assert len(made) == 8
    assert create_keys(tmp_path / "keys") == ()
    assert {path: path.read_bytes() for path in (tmp_path / "keys").iterdir()} == before
    assert readable_by_others(tmp_path / "keys") == ()
    (tmp_path / "keys" / "root.pem").chmod(0o644)
    assert readable_by_others(tmp_path / "keys") == ("root.pem",)


def test_importing_the_same_folder_twice_makes_no_revision(filled: schema.Exhibition) -> None:
    revisions = Exhibit.objects.get(code="D1").revisions.count()
    done = live.store(filled)
    assert (done.new, done.changed) == (0, 0)
    assert Exhibit.objects.get(code="D1").revisions.count() == revisions


def test_an_import_does_not_bury_a_draft_unless_told_to(filled: schema.Exhibition) -> None:
    record = Sources.objects.get()
    record.content = record.content[:-1]
    record.save_revision()
    with pytest.raises(live.DraftsInTheWay, match="出处"):
        live.store(filled)
    assert live.store(filled, overwrite=True).changed == 1
    assert pictures.captioned(live.assemble()) == (filled, ())
