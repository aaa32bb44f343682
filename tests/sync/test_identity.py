"""A station makes its own key, joins with a one-time code, and remembers."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import requests

from sync import identity
from sync.enrolment import Enrolment, load_enrolment
from sync.errors import Reason, SourceStatus, SyncRefused, SyncUnreachable
from sync.identity import (
    AlreadyEnrolled,
    CodeRefused,
    InsecureHub,
    enrol,
    fingerprint,
    load_key,
)
from sync.layout import HubKeys, key_id
from sync.messages import EnrolAnswer, EnrolRequest, enrol_message
from sync.seal import public_of
from tests.sync.inbox import STATION, listen
from tests.sync.simulator import Clock, Hub


@dataclass
class Desk:
    """A hub that enrols: one code, one station."""

    root: bytes
    keys: HubKeys
    used_by: bytes = b""
    lose_answer: bool = False
    changes: dict[str, object] = field(default_factory=dict)

    def answer(self, path: str, body: bytes, _headers: Mapping[str, str]) -> tuple[int, bytes]:
        request = EnrolRequest.model_validate_json(body)
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        Ed25519PublicKey.from_public_bytes(request.public_key).verify(
            request.proof, enrol_message(request.code, request.public_key)
        )
        if path != "/v1/enrol" or request.code != "GOOD-CODE" or self.used_by not in (b"", request.public_key):
            return 403, b""
        self.used_by = request.public_key
        if self.lose_answer:
            return 502, b""
        known = EnrolAnswer(
            station_id=STATION,
            name="民主村",
            channel="city",
            root=self.root,
            hub_keys=self.keys,
            mirrors=("http://m/r",),
        )
        return 200, known.model_copy(update=self.changes).to_bytes()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    hub = Hub(tmp_path / "repo", Clock())
    return Desk(hub.init(), hub.keys())


@pytest.fixture
def url(desk: Desk) -> Iterator[str]:
    with listen(desk.answer) as url:
        yield url


@pytest.fixture
def session() -> Iterator[requests.Session]:
    with requests.Session() as session:
        yield session


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def test_enrolment_is_remembered(desk: Desk, url: str, session: requests.Session, state: Path) -> None:
    record = enrol(url + "/", "GOOD-CODE", state, session)
    assert load_enrolment(state) == record
    assert (record.station_id, record.name, record.channel) == (STATION, "民主村", "city")
    assert record.root == desk.root
    assert record.base_urls == ("http://m/r", f"{url}/repo")
    key = load_key(state)
    assert key is not None
    assert public_of(key).public == desk.used_by


def test_an_absolute_repository_is_taken_as_it_is(desk: Desk, url: str, session: requests.Session, state: Path) -> None:
    desk.changes = {"repository": "https://files.example/repo"}
    assert enrol(url, "GOOD-CODE", state, session).repository == "https://files.example/repo"


def test_the_key_is_for_the_station_alone(url: str, session: requests.Session, state: Path) -> None:
    enrol(url, "GOOD-CODE", state, session)
    assert (state / "station.key").stat().st_mode & 0o777 == 0o600
    assert (state / "enrolment.json").stat().st_mode & 0o777 == 0o600


def test_a_lost_answer_does_not_waste_the_code(desk: Desk, url: str, session: requests.Session, state: Path) -> None:
    desk.lose_answer = True
    with pytest.raises(SourceStatus):
        enrol(url, "GOOD-CODE", state, session)
    assert load_enrolment(state) is None
    desk.lose_answer = False
    assert enrol(url, "GOOD-CODE", state, session).station_id == STATION


def test_a_wrong_or_used_code_enrols_nobody(url: str, session: requests.Session, state: Path, tmp_path: Path) -> None:
    with pytest.raises(CodeRefused):
        enrol(url, "BAD-CODE", state, session)
    enrol(url, "GOOD-CODE", state, session)
    with pytest.raises(CodeRefused):
        enrol(url, "GOOD-CODE", tmp_path / "other station", session)
    assert load_enrolment(tmp_path / "other station") is None


def test_an_enrolled_station_stays_with_its_hub_unless_told(
    desk: Desk, url: str, session: requests.Session, state: Path
) -> None:
    first = enrol(url, "GOOD-CODE", state, session)
    with pytest.raises(AlreadyEnrolled):
        enrol(url, "GOOD-CODE", state, session)
    desk.changes, desk.used_by = {"name": "新村"}, b""
    assert enrol(url, "GOOD-CODE", state, session, replace=True).name == "新村"
    assert first.name == "民主村"


def test_enrolling_anew_makes_a_new_key_and_keeps_the_old_one_until_the_hub_has_answered(
    desk: Desk, url: str, session: requests.Session, state: Path
) -> None:
    enrol(url, "GOOD-CODE", state, session)
    former, desk.used_by, desk.lose_answer = desk.used_by, b"", True
    with pytest.raises(SourceStatus):
        enrol(url, "GOOD-CODE", state, session, replace=True)
    assert _public(state) == former
    desk.lose_answer = False
    record = enrol(url, "GOOD-CODE", state, session, replace=True)
    assert desk.used_by != former
    assert _public(state) == desk.used_by
    assert record.key_id == key_id(desk.used_by)
    assert not (state / "station.key.next").exists()


def test_a_power_cut_after_the_new_record_leaves_the_new_key_in_force(
    desk: Desk, url: str, session: requests.Session, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    enrol(url, "GOOD-CODE", state, session)
    desk.used_by = b""
    with monkeypatch.context() as cut:
        cut.setattr(identity, "_settle_key", lambda *_: None)
        enrol(url, "GOOD-CODE", state, session, replace=True)
    assert (state / "station.key.next").exists()
    assert _public(state) == desk.used_by


def _public(state: Path) -> bytes:
    key = load_key(state)
    assert key is not None
    return public_of(key).public


def test_a_root_other_than_the_one_read_out_is_refused(
    desk: Desk, url: str, session: requests.Session, state: Path
) -> None:
    with pytest.raises(SyncRefused) as refusal:
        enrol(url, "GOOD-CODE", state, session, expected_root="0000 0000 0000 0000")
    assert refusal.value.reason is Reason.UNSIGNED
    assert load_enrolment(state) is None
    assert enrol(url, "GOOD-CODE", state, session, expected_root=fingerprint(desk.root).upper())


@pytest.mark.parametrize("root", [b"{}", b"not json"])
def test_a_root_that_is_none_is_refused(
    desk: Desk, url: str, session: requests.Session, state: Path, root: bytes
) -> None:
    desk.root = root
    with pytest.raises(SyncRefused):
        enrol(url, "GOOD-CODE", state, session)
    assert load_enrolment(state) is None


def test_a_root_with_changed_bytes_is_refused(desk: Desk, url: str, session: requests.Session, state: Path) -> None:
    document = json.loads(desk.root)
    document["signed"]["expires"] = "2999-01-01T00:00:00Z"
    desk.root = json.dumps(document).encode()
    with pytest.raises(SyncRefused):
        enrol(url, "GOOD-CODE", state, session)


def test_a_hub_that_is_not_there_is_unreachable(session: requests.Session, state: Path) -> None:
    for url in ("http://127.0.0.1:9", "hub", "ftp://hub", "http://["):
        with pytest.raises(SyncUnreachable):
            enrol(url, "GOOD-CODE", state, session)


def test_a_web_page_instead_of_an_answer_is_refused(session: requests.Session, state: Path) -> None:
    with listen(lambda *_: (200, b"<html>")) as url, pytest.raises(SyncRefused):
        enrol(url, "GOOD-CODE", state, session)


def test_a_station_that_never_enrolled_has_neither_key_nor_record(state: Path) -> None:
    assert load_key(state) is None
    assert load_enrolment(state) is None


def test_damaged_files_are_said_to_be_damaged(url: str, session: requests.Session, state: Path) -> None:
    enrol(url, "GOOD-CODE", state, session)
    for name, load in (("station.key", load_key), ("enrolment.json", load_enrolment)):
        (state / name).write_bytes(b"torn")
        with pytest.raises(SyncRefused):
            load(state)


def test_the_record_tolerates_what_newer_stations_add(url: str, session: requests.Session, state: Path) -> None:
    record = enrol(url, "GOOD-CODE", state, session)
    newer = record.to_bytes()[:-1] + b',"later":1}'
    assert Enrolment.model_validate_json(newer) == record


@pytest.mark.parametrize(
    "changes",
    [
        {"mirrors": ("mirror.example/repo",)},
        {"mirrors": ("file:///etc",)},
        {"mirrors": ("http://m/r", "javascript:alert(1)")},
        {"repository": "file:///etc"},
        {"repository": "http:no-host"},
    ],
)
def test_a_hub_that_names_no_proper_repository_is_refused_before_it_is_remembered(
    desk: Desk, url: str, session: requests.Session, state: Path, changes: dict[str, object]
) -> None:
    desk.changes = changes
    with pytest.raises(SyncRefused) as refused:
        enrol(url, "GOOD-CODE", state, session)
    assert refused.value.reason is Reason.MALFORMED
    assert load_enrolment(state) is None


def test_a_code_is_not_sent_in_clear_across_a_network(session: requests.Session, state: Path) -> None:
    with pytest.raises(InsecureHub):
        enrol("http://hub.invalid:8600", "GOOD-CODE", state, session)
    assert not state.exists(), "nothing was begun"
    with pytest.raises(SyncUnreachable):  # whoever has read the root off the hub's page may
        enrol("http://hub.invalid:8600", "GOOD-CODE", state, session, expected_root="0000 0000 0000 0000")


def test_a_code_is_not_carried_on_to_another_address(
    desk: Desk, url: str, session: requests.Session, state: Path
) -> None:
    with _moved_to(f"{url}/v1/enrol") as before, pytest.raises(SourceStatus):
        enrol(before, "GOOD-CODE", state, session)
    assert desk.used_by == b""


@contextmanager
def _moved_to(target: str) -> Iterator[str]:
    """A hub that answers every request with 307, which asks to send the same again elsewhere."""

    class Moved(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(307)
            self.send_header("Location", target)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Moved) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
