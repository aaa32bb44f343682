"""Recordings at the hub: once and whole, heard by few and noted each time, gone when they are to be gone."""

from __future__ import annotations

import base64
import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from hub import commands
from hub.letters.models import Letter, Reading, VoicePart
from hub.letters.retention import purge
from hub.publishing.builder import Publisher
from sync.messages import LetterItem, LettersAnswer, verify_letters_answer
from sync.seal import generate_seal_key, public_of, seal_letter
from sync.voice import PATH_VOICES, VoicesBatch, cut, describe
from sync.voice import VoicePart as Part
from tests.hub.conftest import Clock
from tests.hub.station import WRITTEN, Device, letter

pytestmark = pytest.mark.django_db
OPUS = b"OggS" + bytes(24) + b"OpusHead" + bytes(range(256)) * 400
SECONDS = 41


@pytest.fixture(autouse=True)
def _the_time(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    for where in ("hub.letters.views", "hub.deviceapi.api", "hub.commands"):
        monkeypatch.setattr(f"{where}.timezone.now", clock)


@pytest.fixture
def device(publisher: Publisher) -> Device:
    made = Device()
    made.known()
    return made


def spoken(device: Device, publisher: Publisher, audio: bytes = OPUS) -> tuple[LetterItem, tuple[Part, ...]]:
    """A letter with a recording, sealed as a station seals it."""
    to = publisher.keys.announced().seal_keys[0]
    document = letter(device.id).model_copy(update={"voice": describe(audio, SECONDS, "voice-1")})
    return seal_letter(document, to), cut(audio, document.id, device.id, to, WRITTEN)


def send(device: Device, *parts: Part, station_id: str = "") -> tuple[bytes, Any]:
    body = VoicesBatch(station_id=station_id or device.id, parts=parts).to_bytes()
    return body, device.post(PATH_VOICES, body)


@pytest.fixture
def sent(device: Device, publisher: Publisher) -> LetterItem:
    """A letter whose recording has come."""
    item, parts = spoken(device, publisher)
    device.send(item)
    send(device, *parts)
    return item


@pytest.fixture
def staff(person: Any) -> Client:
    return signed_in(person("letters"))


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def hear(client: Client, item: LetterItem) -> Any:
    return client.get(reverse("letter_voice", args=[item.id]))


def page_of(client: Client, item: LetterItem) -> str:
    return str(client.get(reverse("letter", args=[item.id])).content.decode())


def hearings() -> list[tuple[str, str]]:
    return [(one.who, one.channel) for one in Reading.objects.filter(action=Reading.Action.LISTEN).order_by("id")]


# ---- the way in ----------------------------------------


def test_parts_are_stored_once_and_signed_for(device: Device, publisher: Publisher) -> None:
    item, parts = spoken(device, publisher)
    device.send(item)
    for _ in range(2):
        body, answer = send(device, *parts)
        assert answer.status_code == 200
        said = LettersAnswer.model_validate_json(answer.content)
        verify_letters_answer(said, publisher.keys.announced(), device.id, body)
        assert set(said.stored) == {part.id for part in parts}
    assert VoicePart.objects.count() == len(parts) == 3


def test_a_part_without_its_letter_waits_at_the_station(device: Device, publisher: Publisher) -> None:
    _, parts = spoken(device, publisher)
    said = LettersAnswer.model_validate_json(send(device, *parts)[1].content)
    assert (said.stored, said.refused) == ((), ())


def test_another_stations_letter_takes_no_parts(device: Device, publisher: Publisher) -> None:
    item, parts = spoken(device, publisher)
    device.send(item)
    other = Device()
    other.known("二号厅")
    said = LettersAnswer.model_validate_json(send(other, *parts)[1].content)
    assert set(said.refused) == {part.id for part in parts}
    assert send(other, *parts, station_id=device.id)[1].status_code == 403
    assert VoicePart.objects.count() == 0


def test_a_part_sealed_to_nobody_here_is_refused(device: Device, publisher: Publisher) -> None:
    item, _ = spoken(device, publisher)
    device.send(item)
    parts = cut(OPUS, item.id, device.id, public_of(generate_seal_key()), WRITTEN)
    said = LettersAnswer.model_validate_json(send(device, *parts)[1].content)
    assert set(said.refused) == {part.id for part in parts}


def test_a_part_under_a_wrong_name_is_no_document(device: Device, publisher: Publisher) -> None:
    _, parts = spoken(device, publisher)
    body = VoicesBatch(station_id=device.id, parts=parts[:1]).to_bytes()
    assert device.post(PATH_VOICES, body.replace(str(parts[0].id).encode(), str(uuid4()).encode())).status_code == 422


# ---- hearing ----------------------------------------


def test_a_recording_is_heard_as_it_was_said_and_each_hearing_is_noted(sent: LetterItem, staff: Client) -> None:
    page = page_of(staff, sent)
    assert "<audio" in page and 'preload="none"' in page and "41 秒" in page
    assert hearings() == [], "opening the page is a reading, not a hearing"
    for count in (1, 2):
        answer = hear(staff, sent)
        assert (answer.status_code, answer.content) == (200, OPUS)
        assert hearings() == [("letters", "console")] * count
    assert "听录音" in page_of(staff, sent)


def test_a_recording_stays_where_it_is_shown(sent: LetterItem, staff: Client) -> None:
    headers = hear(staff, sent).headers
    assert headers["Content-Type"] == "audio/ogg"
    assert "no-store" in headers["Cache-Control"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; sandbox")


def test_only_who_may_read_letters_may_hear_them(sent: LetterItem, person: Any) -> None:
    for who in (signed_in(person("editor")), Client()):
        answer = hear(who, sent)
        assert answer.status_code in (302, 403)
        assert b"OggS" not in answer.content
    assert hearings() == []


def test_half_a_recording_is_said_to_be_on_its_way(device: Device, publisher: Publisher, staff: Client) -> None:
    item, parts = spoken(device, publisher)
    device.send(item)
    send(device, parts[0], parts[2])
    page = page_of(staff, item)
    assert "还在路上，到了 2 段，共 3 段" in page and "<audio" not in page
    assert hear(staff, item).status_code == 404
    assert hearings() == []
    send(device, parts[1])
    assert hear(staff, item).content == OPUS


def test_what_is_no_sound_is_not_handed_to_a_browser(device: Device, publisher: Publisher, staff: Client) -> None:
    item, parts = spoken(device, publisher, b"<script>alert(1)</script>")
    device.send(item)
    send(device, *parts)
    assert hear(staff, item).status_code == 404


def test_another_letters_recording_is_not_heard_for_this_one(
    device: Device, publisher: Publisher, staff: Client
) -> None:
    item, parts = spoken(device, publisher)
    other, others = spoken(device, publisher, OPUS + b"x")
    device.send(item, other)
    send(device, *parts)
    send(device, *others)
    row = VoicePart.objects.get(id=parts[0].id)
    row.sealed = others[0].sealed
    row.save()
    assert hear(staff, item).status_code == 404


def test_a_letter_without_a_recording_has_none(device: Device, publisher: Publisher, staff: Client) -> None:
    item = device.sealed(publisher.keys.announced())
    device.send(item)
    assert "letter-voice" not in page_of(staff, item)
    assert hear(staff, item).status_code == 404


def test_the_export_has_the_sound_and_says_so(sent: LetterItem, capsys: pytest.CaptureFixture[str]) -> None:
    commands.export_letters()
    (line,) = capsys.readouterr().out.splitlines()
    assert base64.b64decode(json.loads(line)["voice"]["audio"]) == OPUS
    assert hearings() == [("命令行导出", "export")]


# ---- going ----------------------------------------


def test_the_recording_alone_can_be_taken_away(sent: LetterItem, staff: Client, device: Device) -> None:
    staff.post(reverse("letter", args=[sent.id]), {"act": "mute"})
    assert VoicePart.objects.count() == 0
    page = page_of(staff, sent)
    assert "已删除" in page and "三单元的电梯又停了" in page and "<audio" not in page
    assert hear(staff, sent).status_code == 404
    assert Reading.objects.filter(action=Reading.Action.MUTE).count() == 1


def test_a_withdrawn_letter_takes_its_recording_along_for_good(
    device: Device, publisher: Publisher, staff: Client
) -> None:
    item, parts = spoken(device, publisher)
    device.send(item)
    send(device, *parts[:2])
    staff.post(reverse("letter", args=[item.id]), {"act": "withdraw"})
    assert VoicePart.objects.count() == 0
    said = LettersAnswer.model_validate_json(send(device, *parts)[1].content)
    assert set(said.stored) == {part.id for part in parts}, "the station may forget them"
    assert VoicePart.objects.count() == 0


def test_after_the_days_of_the_contact_the_recording_is_gone(
    sent: LetterItem, staff: Client, publisher: Publisher, clock: Clock
) -> None:
    staff.post(reverse("letter", args=[sent.id]), {"act": "erase"})
    staff.post(reverse("letter", args=[sent.id]), {"act": "close", "why": "已当面答复"})
    purge(publisher.keys, clock.now + timedelta(days=88), 90)
    assert VoicePart.objects.count() == 3
    purge(publisher.keys, clock.now + timedelta(days=89), 90)
    assert VoicePart.objects.count() == 0
    assert [one.who for one in Reading.objects.filter(action=Reading.Action.MUTE)] == ["到期自动"]
    assert Letter.objects.get().voice_erased_at is not None


def test_moving_about_in_a_recording_is_one_hearing_and_a_part_alone_is_one_too(
    staff: Client, person: Any, sent: LetterItem
) -> None:
    address = reverse("letter_voice", args=[sent.id])
    part = staff.get(address, headers={"range": "bytes=100-199"})
    assert (part.status_code, part.content) == (206, OPUS[100:200]) and len(hearings()) == 1
    for asked in ("bytes=200-", "bytes=50-60", "bytes=-10"):
        staff.get(address, headers={"range": asked})
    assert len(hearings()) == 1 + 1, "from the end is counted as a hearing of its own; elsewhere it goes on"
    staff.get(address)
    assert len(hearings()) == 3
