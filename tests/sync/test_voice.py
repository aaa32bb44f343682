"""A recording arrives whole and once, sealed from the first byte on the disk, whatever happens on its way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from random import Random
from uuid import uuid4

import pytest

from sync.errors import OutboxFull, SyncUnreachable
from sync.messages import MAX_BODY_BYTES, MAX_VOICE_BYTES, LetterDocument, LetterVoice
from sync.outbox import RETENTION, LetterState, Outbox
from sync.seal import CannotOpen, open_sealed, seal_letter
from sync.voice import PARTS_LIMIT, PATH_VOICES, VoicePart, VoicesBatch, cut, describe, join, part_id
from tests.sync.inbox import STATION, Inbox, letter, uplink_of
from tests.sync.simulator import START, Clock

MARKER = b"what the visitor said "


def audio(size: int = MAX_VOICE_BYTES) -> bytes:
    return (MARKER * (size // len(MARKER) + 1))[:size]


def spoken(sound: bytes, seconds: float = 90.0) -> LetterDocument:
    return letter().model_copy(update={"voice": describe(sound, seconds, "voice-1")})


def put(outbox: Outbox, inbox: Inbox, sound: bytes) -> tuple[LetterDocument, tuple[VoicePart, ...]]:
    document = spoken(sound)
    key = inbox.keys.seal_keys[0]
    parts = cut(sound, document.id, STATION, key, START)
    outbox.put(seal_letter(document, key), parts)
    return document, parts


def heard(inbox: Inbox, document: LetterDocument) -> bytes:
    assert document.voice is not None
    mine = {part.number: part for part in inbox.parts.values() if part.letter == document.id}
    return join(
        document.voice,
        {
            number: lambda part=part: open_sealed(part.sealed, inbox.seal_key, STATION, part.id)  # type: ignore[misc]
            for number, part in mine.items()
        },
    )


@pytest.mark.parametrize("size", [1, 40 << 10, (40 << 10) + 1, 123_456, MAX_VOICE_BYTES])
def test_a_recording_arrives_as_it_was(outbox: Outbox, inbox: Inbox, clock: Clock, size: int) -> None:
    sound = Random(size).randbytes(size)
    document, _ = put(outbox, inbox, sound)
    assert outbox.depth() == 1
    uplink_of(outbox, inbox, clock).flush()
    assert outbox.depth() == 0
    (arrived,) = inbox.read()
    assert arrived == document
    assert heard(inbox, arrived) == sound


def test_the_largest_batch_is_a_request_the_hub_takes() -> None:
    inbox = Inbox(Clock())
    parts = cut(audio(), uuid4(), STATION, inbox.keys.seal_keys[0], START)
    other = cut(audio(), uuid4(), STATION, inbox.keys.seal_keys[0], START)
    body = VoicesBatch(station_id=STATION, parts=(*parts, *other)[:PARTS_LIMIT]).to_bytes()
    assert len(body) < MAX_BODY_BYTES / 2


def test_a_broken_line_does_not_carry_the_same_part_twice(outbox: Outbox, inbox: Inbox, clock: Clock) -> None:
    sent: list[str] = []

    def post(path: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, bytes]:
        if path == PATH_VOICES:
            if sent:
                raise SyncUnreachable("the line broke")
            sent.extend(str(part.id) for part in VoicesBatch.model_validate_json(body).parts)
        return inbox.post(path, body, headers)

    first, _ = put(outbox, inbox, Random(1).randbytes(MAX_VOICE_BYTES))
    put(outbox, inbox, Random(2).randbytes(MAX_VOICE_BYTES))
    with pytest.raises(SyncUnreachable):
        uplink_of(outbox, inbox, clock, post).flush()
    assert len(sent) == PARTS_LIMIT
    assert outbox.depth() in (1, 2)
    left = {str(part.id) for part in outbox.pending_parts(99)}
    assert not left & set(sent)
    uplink_of(outbox, inbox, clock).flush()
    assert outbox.depth() == 0
    assert len(inbox.parts) == 14
    assert heard(inbox, first) == Random(1).randbytes(MAX_VOICE_BYTES)


def test_a_lost_answer_adds_no_part(outbox: Outbox, inbox: Inbox, clock: Clock) -> None:
    lost = iter([True])

    def post(path: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, bytes]:
        answer = inbox.post(path, body, headers)
        if path == PATH_VOICES and next(lost, False):
            raise SyncUnreachable("after it was stored")
        return answer

    document, parts = put(outbox, inbox, audio())
    way = uplink_of(outbox, inbox, clock, post)
    with pytest.raises(SyncUnreachable):
        way.flush()
    way.flush()
    assert len(inbox.parts) == len(parts)
    assert heard(inbox, document) == audio()


def test_an_older_hub_gets_the_letter_and_the_recording_waits(outbox: Outbox, inbox: Inbox, clock: Clock) -> None:
    def post(path: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, bytes]:
        return (404, b"") if path == PATH_VOICES else inbox.post(path, body, headers)

    put(outbox, inbox, audio())
    with pytest.raises(SyncUnreachable):
        uplink_of(outbox, inbox, clock, post).flush()
    assert len(inbox.stored) == 1
    assert outbox.depth() == 1, "its recording waits"
    uplink_of(outbox, inbox, clock).flush()
    assert outbox.depth() == 0


def test_nothing_of_a_recording_is_on_the_disk_in_clear(outbox: Outbox, inbox: Inbox, tmp_path: Path) -> None:
    put(outbox, inbox, audio())
    files = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert sum(one.stat().st_size for one in files) > MAX_VOICE_BYTES
    assert not [one for one in files if MARKER in one.read_bytes()]


def test_a_recording_goes_with_its_letter_after_fourteen_days(outbox: Outbox, inbox: Inbox, clock: Clock) -> None:
    put(outbox, inbox, audio())
    uplink_of(outbox, inbox, clock).flush()
    assert outbox.purge(clock() + RETENTION - timedelta(seconds=1)) == 0
    assert outbox.purge(clock() + RETENTION + timedelta(seconds=1)) == 8
    assert list(outbox.records()) == []


def test_a_letter_stays_while_its_recording_waits(outbox: Outbox, inbox: Inbox, clock: Clock) -> None:
    document, parts = put(outbox, inbox, audio())
    outbox.mark_delivered([document.id], clock())
    outbox.settle_parts([parts[0].id], LetterState.DELIVERED, clock())
    outbox.purge(clock() + 2 * RETENTION)
    assert [record.id for record in outbox.records()] == [document.id]
    assert len(outbox.pending_parts(99)) == len(parts) - 1


def test_a_restored_hub_gets_the_recording_again(outbox: Outbox, inbox: Inbox, clock: Clock) -> None:
    document, _ = put(outbox, inbox, audio())
    uplink_of(outbox, inbox, clock).flush()
    inbox.stored.clear()
    inbox.parts.clear()
    assert outbox.resend_since(clock()) == 1
    uplink_of(outbox, inbox, clock).flush()
    assert heard(inbox, document) == audio()


def test_a_refused_letter_takes_its_recording_aside(outbox: Outbox, inbox: Inbox, clock: Clock) -> None:
    inbox.takes = lambda _item: False
    put(outbox, inbox, audio())
    uplink_of(outbox, inbox, clock).flush()
    assert outbox.depth() == 0
    assert inbox.parts == {}


def test_too_many_recordings_are_turned_away_and_letters_are_not(
    outbox: Outbox, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync.outbox.VOICES", 1)
    put(outbox, inbox, audio(10))
    with pytest.raises(OutboxFull):
        put(outbox, inbox, audio(10))
    outbox.put(seal_letter(letter(), inbox.keys.seal_keys[0]))
    assert outbox.depth() == 2


def test_a_part_fits_no_other_place(inbox: Inbox) -> None:
    mine, parts = uuid4(), ()
    parts = cut(audio(), mine, STATION, inbox.keys.seal_keys[0], START)
    for wrong in (part_id(mine, 1), part_id(uuid4(), 0)):
        with pytest.raises(CannotOpen):
            open_sealed(parts[0].sealed, inbox.seal_key, STATION, wrong)
    with pytest.raises(CannotOpen):
        open_sealed(parts[0].sealed, inbox.seal_key, "st-other", parts[0].id)


def test_another_recording_is_not_taken_for_this_one() -> None:
    voice = describe(b"a" * 100, 3.2, "voice-1")
    assert voice.seconds == 3
    with pytest.raises(CannotOpen, match="not the one"):
        join(voice, {0: lambda: b"b" * 100})
    with pytest.raises(CannotOpen, match="not come"):
        join(voice, {})


def test_a_recording_has_bounds() -> None:
    with pytest.raises(ValueError):
        describe(b"x" * (MAX_VOICE_BYTES + 1), 10, "voice-1")
    with pytest.raises(ValueError):
        LetterVoice(seconds=91, size=1, sha256="0" * 64, parts=1, consent_version="1")
    with pytest.raises(ValueError, match="250000"):
        cut(b"", uuid4(), STATION, Inbox(Clock()).keys.seal_keys[0], START)


def test_a_letter_without_a_recording_reads_as_before() -> None:
    plain = letter()
    old = plain.to_bytes().replace(b',"voice":null', b"")
    assert b"voice" not in old
    assert LetterDocument.model_validate_json(old) == plain
