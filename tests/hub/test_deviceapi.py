"""The device API: who may speak, letters exactly once, receipts that hold, calm answers to everything else."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest
from django.test import Client

from hub.letters.models import Letter
from hub.publishing.builder import Publisher
from hub.stations.enrolment import issue_code
from hub.stations.heartbeat import ASKS, ask_again
from hub.stations.models import EnrolmentCode, Station
from sync.layout import PublicKey
from sync.messages import (
    BATCH_LIMIT,
    MAX_BODY_BYTES,
    PATH_HEALTH,
    PATH_LETTERS,
    BadSignature,
    EnrolAnswer,
    Finding,
    HeartbeatAnswer,
    LettersAnswer,
    verify_heartbeat_answer,
    verify_letters_answer,
)
from sync.seal import generate_seal_key, public_of
from tests.hub.conftest import NOW, Clock
from tests.hub.station import PHONE, WRITTEN, Device

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _the_time(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    monkeypatch.setattr("hub.deviceapi.api.timezone.now", clock)


@pytest.fixture
def device(publisher: Publisher) -> Device:
    """A station the hub knows."""
    made = Device()
    made.known()
    return made


def problem(answer: Any) -> tuple[int, str]:
    """Status and kind of a problem answer."""
    assert answer["Content-Type"] == "application/problem+json"
    said = json.loads(answer.content)
    assert said["status"] == answer.status_code
    return answer.status_code, said["type"].rpartition(":")[2]


# ---- enrolment ----


def test_a_station_joins_with_its_code_and_gets_the_root_of_trust(publisher: Publisher) -> None:
    device = Device()
    answer = EnrolAnswer.model_validate_json(device.enrol(issue_code("一号厅", NOW)).content)
    assert answer.name == "一号厅"
    assert answer.root == publisher.repository().first_root()
    assert answer.hub_keys == publisher.keys.announced()
    assert Station.objects.get().public_key == device.key.public_key().public_bytes_raw()


def test_a_code_may_be_typed_in_small_letters_and_without_its_dashes(publisher: Publisher) -> None:
    code = issue_code("一号厅", NOW)
    assert Device().enrol(code.replace("-", " ").lower()).status_code == 200


def test_the_same_code_with_the_same_key_gets_the_same_answer_again(publisher: Publisher) -> None:
    device, code = Device(), issue_code("一号厅", NOW)
    first, again = device.enrol(code), device.enrol(code)
    assert (first.content, again.status_code) == (again.content, 200)
    assert Station.objects.count() == 1


def test_a_used_code_is_worth_nothing_to_another_station(publisher: Publisher) -> None:
    code = issue_code("一号厅", NOW)
    Device().enrol(code)
    assert problem(Device().enrol(code)) == (403, "code-refused")


def test_a_code_dies_after_a_day(publisher: Publisher, clock: Clock) -> None:
    code = issue_code("一号厅", NOW)
    clock.forward(hours=24)
    assert problem(Device().enrol(code)) == (403, "code-refused")


def test_wrong_used_and_expired_codes_are_answered_alike(publisher: Publisher, clock: Clock) -> None:
    used, expired = issue_code("一", NOW), issue_code("二", NOW)
    Device().enrol(used)
    clock.forward(hours=25)
    answers = {Device().enrol(code).content for code in ("AAAA-BBBB-CCCC", used, expired)}
    assert len(answers) == 1


def test_a_revoked_station_cannot_come_back_with_its_old_code(publisher: Publisher) -> None:
    device, code = Device(), issue_code("一号厅", NOW)
    device.enrol(code)
    Station.objects.update(revoked=True)
    assert problem(device.enrol(code)) == (403, "code-refused")


def test_a_key_someone_else_proves_is_refused(publisher: Publisher) -> None:
    device, code = Device(), issue_code("一号厅", NOW)
    stolen = dataclasses.replace(device, key=Device().key)
    public = device.key.public_key().public_bytes_raw()
    from sync.messages import PATH_ENROL, EnrolRequest, enrol_message

    request = EnrolRequest(code=code, public_key=public, proof=stolen.key.sign(enrol_message(code, public)))
    answer = device.client.post(PATH_ENROL, request.to_bytes(), content_type="application/json")
    assert problem(answer) == (403, "code-refused")


def test_guessing_codes_is_stopped_after_ten_tries(publisher: Publisher) -> None:
    code = issue_code("一号厅", NOW)
    for _ in range(10):
        assert problem(Device().enrol("AAAA-BBBB-CCCC")) == (403, "code-refused")
    answer = Device().enrol(code)
    assert problem(answer) == (429, "too-many-attempts")
    assert answer["Retry-After"] == "60"


def test_a_code_is_not_kept_in_clear(db: None) -> None:
    code = issue_code("一号厅", NOW)
    row = EnrolmentCode.objects.get()
    assert code.replace("-", "") not in repr(vars(row))


# ---- letters ----


def test_a_letter_is_stored_once_and_its_receipt_holds(device: Device, publisher: Publisher) -> None:
    keys = publisher.keys.announced()
    item = device.sealed(keys)
    for _ in range(2):
        body, answer = device.send(item)
        said = LettersAnswer.model_validate_json(answer.content)
        verify_letters_answer(said, keys, device.id, body)
        assert (said.stored, said.refused) == ((item.id,), ())
    stored = Letter.objects.get()
    assert (bytes(stored.sealed), stored.created, stored.received) == (item.sealed, WRITTEN, NOW)


def test_a_receipt_does_not_fit_another_request(device: Device, publisher: Publisher) -> None:
    keys = publisher.keys.announced()
    _, answer = device.send(device.sealed(keys))
    with pytest.raises(BadSignature):
        verify_letters_answer(LettersAnswer.model_validate_json(answer.content), keys, device.id, b"another body")


def test_new_and_known_letters_of_one_batch_are_all_signed_for(device: Device, publisher: Publisher) -> None:
    items = [device.sealed(publisher.keys.announced(), f"第 {n} 封") for n in range(BATCH_LIMIT)]
    device.send(*items[:5])
    _, answer = device.send(*items)
    assert set(LettersAnswer.model_validate_json(answer.content).stored) == {item.id for item in items}
    assert Letter.objects.count() == BATCH_LIMIT


def test_a_letter_with_the_id_of_another_stations_letter_is_refused_and_hurts_nobody(
    device: Device, publisher: Publisher
) -> None:
    item = device.sealed(publisher.keys.announced())
    device.send(item)
    other = Device()
    other.known("二号厅")
    _, answer = other.send(other.sealed(publisher.keys.announced(), "别的信", item.id))
    assert LettersAnswer.model_validate_json(answer.content).refused == (item.id,)
    assert bytes(Letter.objects.get().sealed) == item.sealed


def test_a_letter_sealed_to_a_strange_key_is_refused_and_the_rest_is_stored(
    device: Device, publisher: Publisher
) -> None:
    good = device.sealed(publisher.keys.announced())
    strange: PublicKey = public_of(generate_seal_key())
    lost = device.sealed(strange)
    _, answer = device.send(good, lost)
    said = LettersAnswer.model_validate_json(answer.content)
    assert (said.stored, said.refused) == ((good.id,), (lost.id,))


def test_nothing_of_a_letter_lies_in_the_database_in_clear(device: Device, publisher: Publisher) -> None:
    device.send(device.sealed(publisher.keys.announced(), "三单元的电梯又停了。"))
    row = Letter.objects.values().get()
    kept = bytes(row.pop("sealed")) + repr(row).encode()
    assert "电梯".encode() not in kept
    assert PHONE.encode() not in kept
    assert b"lift" not in kept


def test_no_receipt_is_signed_when_the_commit_fails(
    device: Device, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hub.letters.ingest.Letter.objects.bulk_create", _disk_full)
    device.client.raise_request_exception = False
    _, answer = device.send(device.sealed(publisher.keys.announced()))
    assert answer.status_code == 500
    assert b"receipt" not in answer.content


def _disk_full(*_args: object, **_options: object) -> None:
    raise OSError("disk full")


# ---- who may speak ----


def test_a_stranger_is_not_heard(device: Device, publisher: Publisher) -> None:
    stranger = Device(id=device.id)
    _, answer = stranger.send(device.sealed(publisher.keys.announced()))
    assert problem(answer) == (401, "unknown-signature")
    assert not Letter.objects.exists()


def test_unknown_stations_and_wrong_signatures_are_answered_alike(device: Device, publisher: Publisher) -> None:
    nobody = Device(id="nobody")
    forged = Device(id=device.id)
    item = device.sealed(publisher.keys.announced())
    assert nobody.send(item)[1].content == forged.send(item)[1].content


def test_a_changed_body_is_not_taken(device: Device, publisher: Publisher) -> None:
    body, _ = device.send(device.sealed(publisher.keys.announced()))
    from sync.messages import sign_headers

    headers = sign_headers(device.key, device.id, "POST", PATH_LETTERS, body, WRITTEN)
    answer = device.client.post(PATH_LETTERS, body + b" ", content_type="application/json", headers=headers)
    assert problem(answer) == (401, "unknown-signature")


def test_a_revoked_station_is_refused(device: Device, publisher: Publisher) -> None:
    Station.objects.update(revoked=True)
    assert problem(device.send(device.sealed(publisher.keys.announced()))[1]) == (403, "revoked")


def test_a_station_cannot_speak_for_another(device: Device, publisher: Publisher) -> None:
    item = device.sealed(publisher.keys.announced())
    assert problem(device.send(item, station_id="someone-else")[1]) == (403, "wrong-station")


def test_too_much_is_refused_before_it_is_read(device: Device) -> None:
    assert problem(device.post(PATH_LETTERS, b" " * (MAX_BODY_BYTES + 1))) == (413, "too-large")


def test_what_is_no_letter_is_refused_as_malformed(device: Device) -> None:
    assert problem(device.post(PATH_LETTERS, b'{"station_id": 3}')) == (422, "malformed")


def test_a_get_is_no_way_to_send_letters(publisher: Publisher) -> None:
    assert Client().get(PATH_LETTERS).status_code == 405


# ---- heartbeat and health ----


def test_a_heartbeat_is_remembered_and_answered_with_a_signed_time(device: Device, publisher: Publisher) -> None:
    said = Finding(code="printer.paper", level="warning", text="No paper")
    body, answer = device.beat(release="2026-11-23.1", outbox_depth=3, findings=[said])
    heard = HeartbeatAnswer.model_validate_json(answer.content)
    verify_heartbeat_answer(heard, publisher.keys.announced(), device.id, body)
    station = Station.objects.get()
    assert (station.release, station.outbox_depth, station.last_seen) == ("2026-11-23.1", 3, NOW)
    assert station.findings == [{"code": "printer.paper", "level": "warning", "text": "No paper"}]
    assert station.clock_skew_s == -(NOW - WRITTEN).total_seconds()


def test_a_restored_hub_asks_again_a_few_times_and_then_stops(device: Device) -> None:
    ask_again(WRITTEN)
    asked = [HeartbeatAnswer.model_validate_json(device.beat()[1].content).resend_since for _ in range(ASKS + 1)]
    assert asked == [WRITTEN] * ASKS + [None]


def test_a_hub_in_order_says_so(publisher: Publisher, db: None) -> None:
    answer = Client().get(PATH_HEALTH)
    assert (answer.status_code, answer.json()["status"]) == (200, "ok")


def test_a_hub_without_its_keys_says_so(publisher: Publisher, home: Any) -> None:
    (home.keys_dir / "receipt.key").unlink()
    answer = Client().get(PATH_HEALTH)
    assert (answer.status_code, answer.json()["parts"]["keys"]) == (503, False)
