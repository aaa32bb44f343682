"""Serving the repository: ranges and conditions as RFC 9110 has them, and nothing but what is published."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from hub.publishing.builder import Publisher
from hub.publishing.files import Span, Unsatisfiable, span_of
from sync.layout import TIMESTAMP_URL, Blob, blob_url

pytestmark = pytest.mark.django_db
DATA = bytes(range(256)) * 4


@pytest.fixture
def blob(publisher: Publisher) -> str:
    """The path of a blob that holds DATA."""
    return "/repo/" + blob_url(publisher.repository().put_blob(DATA).sha256)


def body(answer: Any) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_a_blob_is_served_whole_and_may_be_kept_for_ever(blob: str) -> None:
    answer = Client().get(blob)
    assert (answer.status_code, body(answer)) == (200, DATA)
    assert "immutable" in answer["Cache-Control"]
    assert answer["Content-Length"] == str(len(DATA))


@pytest.mark.parametrize(
    ("asked", "content_range", "expected"),
    [
        ("bytes=0-9", "bytes 0-9/1024", DATA[:10]),
        ("bytes=1000-", "bytes 1000-1023/1024", DATA[1000:]),
        ("bytes=-24", "bytes 1000-1023/1024", DATA[-24:]),
        ("bytes=1020-9999", "bytes 1020-1023/1024", DATA[1020:]),
    ],
)
def test_a_range_is_served(blob: str, asked: str, content_range: str, expected: bytes) -> None:
    answer = Client().get(blob, headers={"Range": asked})
    assert (answer.status_code, answer["Content-Range"], body(answer)) == (206, content_range, expected)
    assert answer["Content-Length"] == str(len(expected))


def test_a_range_beyond_the_end_is_said_to_be_none(blob: str) -> None:
    answer = Client().get(blob, headers={"Range": "bytes=1024-"})
    assert (answer.status_code, answer["Content-Range"]) == (416, "bytes */1024")


@pytest.mark.parametrize("asked", ["bytes=5-2", "bytes=-", "lines=1-2", "bytes=0-1,5-6", "nonsense"])
def test_a_range_nobody_can_serve_gives_the_whole(blob: str, asked: str) -> None:
    answer = Client().get(blob, headers={"Range": asked})
    assert (answer.status_code, body(answer)) == (200, DATA)


def test_a_range_of_something_newer_gives_the_whole(blob: str) -> None:
    answer = Client().get(blob, headers={"Range": "bytes=5-", "If-Range": '"older"'})
    assert (answer.status_code, len(body(answer))) == (200, len(DATA))


@given(header=st.from_regex(r"bytes=[0-9]{0,4}-[0-9]{0,4}", fullmatch=True), size=st.integers(0, 2000))
def test_a_span_always_lies_within_the_file(header: str, size: int) -> None:
    try:
        span = span_of(header, size)
    except Unsatisfiable:
        return
    assert span is None or 0 <= span.first <= span.last < size


def test_a_suffix_longer_than_the_file_is_the_file() -> None:
    assert span_of("bytes=-5000", 1024) == Span(0, 1023)


def test_an_unchanged_timestamp_costs_no_body_and_a_changed_one_comes_whole(publisher: Publisher) -> None:
    first = Client().get(f"/repo/{TIMESTAMP_URL}")
    first.close()
    same = Client().get(f"/repo/{TIMESTAMP_URL}", headers={"If-None-Match": first["ETag"]})
    assert (same.status_code, same.content, same["ETag"]) == (304, b"", first["ETag"])
    assert first["Cache-Control"] == "no-cache"
    publisher.refresh()
    new = Client().get(f"/repo/{TIMESTAMP_URL}", headers={"If-None-Match": first["ETag"]})
    assert new.status_code == 200
    assert body(new) == (publisher.repo_dir / TIMESTAMP_URL).read_bytes()


@pytest.mark.parametrize(
    "path",
    [
        "/repo/../keys/root.pem",
        "/repo/metadata/../../keys/root.pem",
        "/repo/keys/root.pem",
        "/repo/.lock",
        "/repo/metadata/99.root.json",
        "/repo/metadata/",
        "/repo/blobs/..",
    ],
)
def test_nothing_but_the_repository_is_served(publisher: Publisher, path: str) -> None:
    assert Client().get(path).status_code == 404


def test_a_link_out_of_the_repository_is_not_followed(publisher: Publisher) -> None:
    (publisher.repo_dir / "metadata" / "9.root.json").symlink_to(publisher.repo_dir.parent / "keys" / "root.pem")
    assert Client().get("/repo/metadata/9.root.json").status_code == 404


def test_a_missing_root_is_forgotten_by_caches_within_a_minute(publisher: Publisher) -> None:
    assert Client().get("/repo/metadata/2.root.json")["Cache-Control"] == "max-age=60"


def test_nothing_can_be_written(blob: str) -> None:
    assert Client().put(blob).status_code == 405


def test_only_the_asked_bytes_of_a_big_blob_are_sent(publisher: Publisher) -> None:
    big = bytes(3 << 20)
    publisher.repository().put_blob(big)
    answer = Client().get("/repo/" + blob_url(Blob.of(big).sha256), headers={"Range": f"bytes={(3 << 20) - 5}-"})
    assert body(answer) == big[-5:]
