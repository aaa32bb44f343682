"""A letter's id says nothing; whoever holds receipt and PIN finds it all the same, and nobody else does."""

from __future__ import annotations

import contextlib
import hashlib
import random
import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from kiosk.late import Late
from kiosk.letterbox import Letterbox
from screens.mailbox import LetterDraft, Posted, PostRefused
from sync.messages import LetterItem
from sync.outbox import Outbox
from sync.receipt_key import mark_of, secret_of
from tests.sync.inbox import Inbox
from tests.sync.simulator import START, Clock

DRAFT = LetterDraft("lift", "三号楼", "三单元的电梯又停了。", "", "", "", "1", True, "zh-Hans")
STATION = "st-7f3a"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "outbox.sqlite"


class Post:
    """A letterbox over a file, and the hub's keys."""

    def __init__(self, file: Path, seed: int = 1) -> None:
        self.outbox = Late(lambda: Outbox(file))
        self.hub = Inbox(Clock(START))
        self.box = Letterbox(
            self.outbox, lambda: STATION, lambda: self.hub.keys, lambda: True, Clock(START), random.Random(seed),
            lambda: None,
        )  # fmt: skip

    def posted(self) -> tuple[str, Posted]:
        posted = self.box.post(DRAFT)
        return posted.code.replace(" ", ""), posted

    def close(self) -> None:
        self.box.close()
        self.outbox().close()


@pytest.fixture
def post(file: Path) -> Iterator[Post]:
    made = Post(file)
    yield made
    made.close()


def former_id(receipt: str, pin: str) -> UUID:
    """The recipe of older versions, told a second time."""
    secret = hashlib.scrypt(f"{receipt}|{pin}".encode(), salt=STATION.encode(), n=8192, r=8, p=1)
    return UUID(bytes=secret[:16], version=5)


def other_than(pin: str) -> str:
    return f"{(int(pin) + 1) % 10_000:04d}"


def test_receipt_and_pin_find_the_letter_and_nothing_else_does(post: Post) -> None:
    code, posted = post.posted()
    second, _ = post.posted()
    found = post.box.look_up(code, posted.pin).result()
    assert found is not None and found.created == START and not found.delivered
    assert second != code
    for wrong in ((code, other_than(posted.pin)), (second, posted.pin), ("ABCDEFG2", posted.pin)):
        assert post.box.look_up(*wrong).result() is None


def test_it_is_found_after_a_restart_and_as_delivered(post: Post, file: Path) -> None:
    code, posted = post.posted()
    (item,) = post.outbox().pending()
    post.outbox().mark_delivered([item.id], START)
    again = Post(file, seed=2)
    found = again.box.look_up(code, posted.pin).result()
    again.close()
    assert found is not None and found.delivered


def test_the_same_receipt_gives_another_id_each_time(tmp_path: Path) -> None:
    """With the dice of a test two stations give the same receipt; their letters' ids share nothing."""
    ids, codes = set(), set()
    for name in ("a", "b"):
        post = Post(tmp_path / name)
        code, posted = post.posted()
        (item,) = post.outbox().pending()
        ids.add(item.id)
        codes.add((code, posted.pin))
        assert item.id.version == 4
        assert item.id != former_id(code, posted.pin)
        post.close()
    assert len(codes) == 1 and len(ids) == 2


def test_the_file_holds_neither_receipt_nor_pin_nor_what_a_cheap_guess_would_meet(post: Post, file: Path) -> None:
    """What a thief with the disk and a photograph of the receipt would try: each cheap recipe for all PINs near it."""
    code, posted = post.posted()
    (item,) = post.outbox().pending()
    row = sqlite3.connect(file).execute("SELECT id, mark FROM outbox").fetchone()
    near = {posted.pin, other_than(posted.pin)}
    for pin in near:
        for plain in (f"{code}|{pin}", f"{code}{pin}", f"{STATION}|{code}|{pin}"):
            for digest in (hashlib.sha256, hashlib.md5, hashlib.blake2b):
                assert digest(plain.encode()).hexdigest()[:32] not in (row[0].replace("-", ""), row[1])
        assert str(former_id(code, pin)) != row[0]
    everything = b"".join(path.read_bytes() for path in file.parent.iterdir())
    assert code.encode() not in everything and posted.code.encode() not in everything
    assert str(item.id).encode() in everything, "the search would see what is there"


def test_the_one_recipe_that_fits_is_dear(post: Post) -> None:
    code, posted = post.posted()
    seen: list[dict[str, int]] = []
    real = hashlib.scrypt

    def watched(password: bytes, **said: int) -> bytes:
        seen.append(said)
        return real(password, **said)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hashlib, "scrypt", watched)
        mark = mark_of(secret_of(code, posted.pin), STATION)
    assert post.outbox().find(mark, UUID(int=0)) is not None
    assert seen[0]["n"] * seen[0]["r"] * 128 >= 64 << 20 and seen[0]["p"] >= 2


def test_without_the_memory_for_a_mark_nothing_is_lost_and_the_next_try_is_a_new_one(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> bytes:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(hashlib, "scrypt", refused)
        with pytest.raises(PostRefused):
            post.posted()
        assert post.box.look_up("ABCDEFG2", "4711").result() is None
        assert post.outbox().depth() == 0
    with contextlib.suppress(PostRefused):
        post.posted()  # the one begun while there was no memory
    code, posted = post.posted()
    assert post.box.look_up(code, posted.pin).result() is not None


def test_marks_of_one_receipt_differ_by_station() -> None:
    secret = secret_of("ABCDEFG2", "4711")
    assert mark_of(secret, "st-1") != mark_of(secret, "st-2")


def test_wrong_and_missing_cost_the_same_work(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    code, posted = post.posted()
    post.box.look_up(code, posted.pin).result()  # what was begun ahead is over
    done: list[tuple[int, int]] = []
    real = hashlib.scrypt

    def counted(password: bytes, **said: int) -> bytes:
        done.append((said["n"], said["p"]))
        return real(password, **said)  # type: ignore[arg-type]

    monkeypatch.setattr(hashlib, "scrypt", counted)
    spent = []
    for pair in ((code, posted.pin), (code, other_than(posted.pin)), ("ABCDEFG2", "0000")):
        done.clear()
        post.box.look_up(*pair).result()
        spent.append(tuple(done))
    assert len(set(spent)) == 1 and len(spent[0]) == 2


def old_outbox(file: Path, id: UUID) -> None:
    """An outbox as the version before made it, with one letter."""
    connection = sqlite3.connect(file)
    connection.execute(
        "CREATE TABLE outbox (id VARCHAR(36) NOT NULL, created FLOAT NOT NULL, key_id VARCHAR(32) NOT NULL,"
        " sealed BLOB NOT NULL, state VARCHAR(16) NOT NULL, settled FLOAT, PRIMARY KEY (id))"
    )
    connection.execute(
        "INSERT INTO outbox VALUES (?, ?, 'key', ?, 'waiting', NULL)", (str(id), START.timestamp(), b"sealed")
    )
    connection.commit()
    connection.close()


def test_a_letter_taken_by_an_older_version_is_kept_sent_and_found(file: Path) -> None:
    id = former_id("ABCDEFG2", "4711")
    old_outbox(file, id)
    post = Post(file)
    assert [item.id for item in post.outbox().pending()] == [id]
    assert post.box.look_up("ABCDEFG2", "4711").result() is not None
    assert post.box.look_up("ABCDEFG2", "4712").result() is None
    code, posted = post.posted()
    assert post.box.look_up(code, posted.pin).result() is not None
    post.close()
    twice = Outbox(file)
    assert twice.depth() == 2
    twice.close()


def test_a_mark_is_not_found_by_the_id_of_a_letter_that_has_one(file: Path) -> None:
    outbox = Outbox(file)
    item = LetterItem(id=former_id("ABCDEFG2", "4711"), key_id="key", created=START + timedelta(1), sealed=b"sealed")
    outbox.put(item, mark="00" * 16)
    assert outbox.find("11" * 16, item.id) is None
    outbox.close()
