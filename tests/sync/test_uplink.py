"""Letters arrive exactly once, whatever happens between; only the hub's signature counts as arrival."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from datetime import timedelta
from random import Random

import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st

from sync.errors import Reason, SourceStatus, SyncRefused, SyncUnreachable
from sync.messages import (
    BATCH_LIMIT,
    Finding,
    LettersAnswer,
    LettersBatch,
    sign_heartbeat_answer,
    sign_letters_answer,
)
from sync.outbox import Outbox
from sync.schedule import BACKOFF_CAP_SECONDS, Schedule, backoff, phase
from sync.seal import generate_signing_key, seal_letter
from sync.uplink import StationStatus, Uplink, http_post
from tests.sync.inbox import PHONE, STATION, WORDS, Inbox, letter, listen, uplink_of
from tests.sync.simulator import START, Clock


def _write(outbox: Outbox, inbox: Inbox, count: int = 1) -> None:
    for at in range(count):
        outbox.put(seal_letter(letter(f"{WORDS} {at}", START + timedelta(seconds=at)), inbox.keys.seal_keys[0]))


def test_letters_arrive_in_batches_and_can_be_read_by_the_hub_alone(outbox: Outbox, inbox: Inbox, clock: Clock) -> None:
    _write(outbox, inbox, 2 * BATCH_LIMIT + 3)
    report = uplink_of(outbox, inbox, clock).flush()
    assert (report.delivered, report.refused, report.waiting) == (2 * BATCH_LIMIT + 3, 0, 0)
    assert inbox.requests == 3
    assert [document.words for document in inbox.read()] == [f"{WORDS} {at}" for at in range(2 * BATCH_LIMIT + 3)]


def test_an_empty_outbox_asks_nothing(outbox: Outbox, inbox: Inbox, clock: Clock) -> None:
    assert uplink_of(outbox, inbox, clock).flush().delivered == 0
    assert inbox.requests == 0


def test_lost_requests_and_lost_answers_lose_and_double_nothing(outbox: Outbox, inbox: Inbox, clock: Clock) -> None:
    rng = Random(1)

    def flaky(path: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, bytes]:
        fate = rng.random()
        if fate < 0.3:
            raise SyncUnreachable("never reached the hub")
        answer = inbox.post(path, body, headers)
        if fate < 0.6:
            raise SyncUnreachable("stored, and the answer was lost")
        return answer

    uplink = uplink_of(outbox, inbox, clock, flaky)
    sent = 0
    for _ in range(30):
        _write(outbox, inbox, 2)
        sent += 2
        _try(uplink)
    while outbox.depth():
        _try(uplink)
    assert len(inbox.stored) == sent
    assert set(inbox.stored) == {record.id for record in outbox.records()}


def _try(uplink: Uplink) -> None:
    with contextlib.suppress(SyncUnreachable):
        uplink.flush()


def _lie_with_zeros(inbox: Inbox, body: bytes) -> bytes:
    ids = tuple(item.id for item in LettersBatch.model_validate_json(body).items)
    key_id = inbox.keys.receipt_keys[0].key_id
    return LettersAnswer(server_time=START, stored=ids, key_id=key_id, receipt=bytes(64)).to_bytes()


def _lie_with_own_key(inbox: Inbox, body: bytes) -> bytes:
    ids = [item.id for item in LettersBatch.model_validate_json(body).items]
    return sign_letters_answer(generate_signing_key(), STATION, body, START, ids).to_bytes()


def _lie_with_the_id_of_the_key(inbox: Inbox, body: bytes) -> bytes:
    answer = LettersAnswer.model_validate_json(_lie_with_own_key(inbox, body))
    return answer.model_copy(update={"key_id": inbox.keys.receipt_keys[0].key_id}).to_bytes()


def _lie_with_a_refusal(inbox: Inbox, body: bytes) -> bytes:
    ids = [item.id for item in LettersBatch.model_validate_json(body).items]
    return sign_letters_answer(generate_signing_key(), STATION, body, START, [], ids).to_bytes()


@pytest.mark.parametrize(
    "lie",
    [
        _lie_with_zeros,
        _lie_with_own_key,
        _lie_with_the_id_of_the_key,
        _lie_with_a_refusal,
        lambda _inbox, _body: b"",
        lambda _inbox, _body: b"<html>please sign in to the Wi-Fi</html>",
        lambda _inbox, _body: b'{"stored":[]}',
    ],
)
def test_a_lying_proxy_cannot_eat_letters(
    outbox: Outbox, inbox: Inbox, clock: Clock, lie: Callable[[Inbox, bytes], bytes]
) -> None:
    _write(outbox, inbox)
    with pytest.raises(SyncRefused) as refusal:
        uplink_of(outbox, inbox, clock, lambda _path, body, _headers: (200, lie(inbox, body))).flush()
    assert refusal.value.reason is Reason.RECEIPT
    assert outbox.depth() == 1
    assert uplink_of(outbox, inbox, clock).flush().delivered == 1


def test_a_receipt_kept_from_before_does_not_serve_again(outbox: Outbox, inbox: Inbox, clock: Clock) -> None:
    answers: list[bytes] = []

    def recording(path: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, bytes]:
        status, answer = inbox.post(path, body, headers)
        answers.append(answer)
        return status, answer

    _write(outbox, inbox)
    uplink_of(outbox, inbox, clock, recording).flush()
    _write(outbox, inbox)
    with pytest.raises(SyncRefused):
        uplink_of(outbox, inbox, clock, lambda *_: (200, answers[0])).flush()
    assert outbox.depth() == 1


def test_a_signature_for_nothing_does_not_loop_for_ever(outbox: Outbox, inbox: Inbox, clock: Clock) -> None:
    _write(outbox, inbox)

    def shrug(_path: str, body: bytes, _headers: Mapping[str, str]) -> tuple[int, bytes]:
        return 200, sign_letters_answer(inbox.receipt_key, STATION, body, START, []).to_bytes()

    with pytest.raises(SyncRefused, match="none of the letters"):
        uplink_of(outbox, inbox, clock, shrug).flush()


def test_one_bad_letter_does_not_hold_up_the_others(outbox: Outbox, inbox: Inbox, clock: Clock) -> None:
    _write(outbox, inbox, 3)
    bad = outbox.pending()[0].id
    inbox.takes = lambda item: item.id != bad
    report = uplink_of(outbox, inbox, clock).flush()
    assert (report.delivered, report.refused, report.waiting) == (2, 1, 0)
    assert outbox.refused() == 1


def test_a_station_the_hub_does_not_know_keeps_its_letters(outbox: Outbox, inbox: Inbox, clock: Clock) -> None:
    _write(outbox, inbox)
    uplink = Uplink(outbox, generate_signing_key(), STATION, lambda: inbox.keys, inbox.post, clock)
    with pytest.raises(SourceStatus) as refusal:
        uplink.flush()
    assert refusal.value.status == 401
    assert outbox.depth() == 1


def test_a_hub_restored_from_a_backup_gets_its_letters_again(outbox: Outbox, inbox: Inbox, clock: Clock) -> None:
    uplink = uplink_of(outbox, inbox, clock)
    _write(outbox, inbox, 2)
    uplink.flush()
    backup, taken_at = dict(inbox.stored), clock()
    clock.forward(hours=5)
    _write(outbox, inbox, 3)
    uplink.flush()
    inbox.stored = backup
    inbox.resend_since = taken_at
    clock.forward(days=3)
    uplink.heartbeat(StationStatus("0.1"))
    assert outbox.depth() == 5
    uplink.flush()
    assert len(inbox.stored) == 5
    assert len({document.id for document in inbox.read()}) == 5


def test_a_station_with_a_wrong_clock_still_resends_and_erases_by_the_hubs(outbox: Outbox, inbox: Inbox) -> None:
    hub_clock, station_clock = inbox.clock, Clock(START.replace(year=1970))
    uplink = uplink_of(outbox, inbox, station_clock)
    _write(outbox, inbox)
    uplink.flush()
    station_clock.now = START + timedelta(days=400)
    uplink.heartbeat(StationStatus("0.1"))
    assert len(outbox.records()) == 1
    inbox.resend_since = START - timedelta(hours=1)
    uplink.heartbeat(StationStatus("0.1"))
    assert outbox.depth() == 1
    inbox.resend_since = None
    uplink.flush()
    hub_clock.forward(days=15)  # type: ignore[attr-defined]
    uplink.heartbeat(StationStatus("0.1"))
    assert outbox.records() == []


def test_letters_are_erased_in_time_even_while_the_hub_is_away(outbox: Outbox, inbox: Inbox, clock: Clock) -> None:
    _write(outbox, inbox)
    uplink_of(outbox, inbox, clock).flush()
    clock.forward(days=15)
    with pytest.raises(SourceStatus):
        uplink_of(outbox, inbox, clock, lambda *_: (502, b"")).heartbeat(StationStatus("0.1"))
    assert outbox.records() == []


def test_a_heartbeat_says_how_the_station_is_and_nothing_of_its_visitors(
    outbox: Outbox, inbox: Inbox, clock: Clock
) -> None:
    _write(outbox, inbox, 2)
    status = StationStatus("0.1", "spring", "ab" * 32, START, (Finding(code="disk.low", level="warning"),))
    answer = uplink_of(outbox, inbox, clock).heartbeat(status)
    assert answer.server_time == START
    (beat,) = inbox.heartbeats
    assert (beat.outbox_depth, beat.release, beat.findings[0].code) == (2, "spring", "disk.low")
    assert WORDS not in beat.model_dump_json()


def test_a_proxy_cannot_make_a_station_send_everything_again(outbox: Outbox, inbox: Inbox, clock: Clock) -> None:
    _write(outbox, inbox)
    uplink_of(outbox, inbox, clock).flush()

    def proxy(_path: str, body: bytes, _headers: Mapping[str, str]) -> tuple[int, bytes]:
        return 200, sign_heartbeat_answer(generate_signing_key(), STATION, body, START, START).to_bytes()

    with pytest.raises(SyncRefused):
        uplink_of(outbox, inbox, clock, proxy).heartbeat(StationStatus("0.1"))
    assert outbox.depth() == 0


def test_a_changed_receipt_key_is_used_as_soon_as_it_is_known(outbox: Outbox, inbox: Inbox, clock: Clock) -> None:
    keys = [inbox.keys]
    uplink = Uplink(outbox, inbox.station_key, STATION, lambda: keys[0], inbox.post, clock)
    inbox.receipt_key = generate_signing_key()
    _write(outbox, inbox)
    with pytest.raises(SyncRefused):
        uplink.flush()
    keys[0] = inbox.keys
    assert uplink.flush().delivered == 1


def test_letters_travel_over_a_real_socket_and_never_in_clear(outbox: Outbox, inbox: Inbox, clock: Clock) -> None:
    seen: list[bytes] = []

    def listening(path: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, bytes]:
        seen.append(body)
        return inbox.post(path, body, headers)

    _write(outbox, inbox, 3)
    with listen(listening) as url, requests.Session() as session:
        assert uplink_of(outbox, inbox, clock, http_post(session, url + "/")).flush().delivered == 3
    assert seen
    assert not any(secret.encode() in body for body in seen for secret in (WORDS, PHONE))


def test_a_hub_that_is_away_or_talks_without_end_is_unreachable(outbox: Outbox, inbox: Inbox, clock: Clock) -> None:
    _write(outbox, inbox)
    with requests.Session() as session:
        with listen(lambda *_: (200, b" " * (3 << 20))) as url, pytest.raises(SyncUnreachable):
            uplink_of(outbox, inbox, clock, http_post(session, url)).flush()
        with pytest.raises(SyncUnreachable):
            uplink_of(outbox, inbox, clock, http_post(session, url)).flush()
    assert outbox.depth() == 1


# ---- when ----


@given(st.integers(1, 10_000), st.integers())
def test_backing_off_never_takes_more_than_a_quarter_of_an_hour(attempt: int, seed: int) -> None:
    assert 1 <= backoff(attempt, Random(seed)) <= BACKOFF_CAP_SECONDS


def test_backing_off_grows_and_is_spread() -> None:
    means = [sum(backoff(attempt, Random(seed)) for seed in range(300)) / 300 for attempt in (1, 4, 8, 20)]
    assert means == sorted(means)
    assert means[-1] > 300
    assert len({backoff(8, Random(seed)) for seed in range(50)}) == 50


@given(st.text(min_size=1, max_size=20), st.integers())
def test_a_healthy_station_asks_about_once_an_interval(station: str, seed: int) -> None:
    wait = Schedule(station, interval=60).next_try(START, 0, Random(seed)) - START
    assert timedelta(seconds=50) < wait < timedelta(seconds=70)


def test_stations_that_wake_together_do_not_come_together() -> None:
    seconds = [(Schedule(f"st-{at}").first_try(START, Random(at)) - START).total_seconds() for at in range(11_000)]
    busiest = max(sum(1 for s in seconds if second <= s < second + 1) for second in range(60))
    assert max(seconds) < 60
    assert busiest < 300


def test_a_stations_phase_is_its_own_for_ever() -> None:
    assert phase("st-1") == phase("st-1") != phase("st-2")
