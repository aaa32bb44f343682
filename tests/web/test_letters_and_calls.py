"""A person at the hub with a browser: hears a letter under the strict headers it comes with, and answers a call."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
import requests
from playwright.sync_api import Page, expect

from sync.calls import PATH_CALLS, CallAnswer, CallRequest, verify_call_answer
from sync.identity import enrol, load_key
from sync.layout import Published
from sync.messages import LetterDocument, hash_pin, sign_headers
from sync.outbox import Outbox
from sync.seal import seal_letter
from sync.uplink import Uplink, http_post
from sync.voice import cut, describe
from tests.web.conftest import Running, sign_in

pytestmark = [pytest.mark.web, pytest.mark.slow]


class Station:
    """The station's own road, without its glass."""

    def __init__(self, hub: Running, home: Path) -> None:
        code = hub.command("enrol", "民主村展厅").split()[-1]
        self._home = home
        with requests.Session() as session:
            self.record = enrol(hub.url, code, home, session)
        key = load_key(home)
        assert key is not None
        self._key = key
        self._session = requests.Session()
        self.post = http_post(self._session, hub.url)

    def send(self, path: str, document: Published) -> bytes:
        body = document.to_bytes()
        headers = sign_headers(self._key, self.record.station_id, "POST", path, body, datetime.now(UTC))
        status, answer = self.post(path, body, headers)
        assert status == 200
        return answer

    def say(self, opus: bytes, seconds: float) -> None:
        """Send a letter with a recording, as a station does."""
        now, to = datetime.now(UTC), self.record.hub_keys.seal_keys[0]
        letter = LetterDocument(
            id=uuid4(), receipt_code="ABCDEFGH", pin_hash=hash_pin("4711"), station_id=self.record.station_id,
            topic="lift", place="here", words="（只有录音，没有写字）", consent_version="", age_confirmed=False,
            language="zh-Hans", created_at=now, voice=describe(opus, seconds, "voice-1"),
        )  # fmt: skip
        outbox = Outbox(self._home / "outbox.sqlite")
        outbox.put(seal_letter(letter, to), cut(opus, letter.id, letter.station_id, to, now))
        Uplink(outbox, self._key, letter.station_id, lambda: self.record.hub_keys, self.post).flush()
        assert outbox.depth() == 0
        outbox.close()

    def close(self) -> None:
        self._session.close()


@pytest.fixture
def station(hub: Running, tmp_path: Path) -> Station:
    return Station(hub, tmp_path / "station")


def _tone(seconds: int) -> bytes:
    command = (
        "ffmpeg", "-v", "error", "-f", "lavfi", "-i", f"sine=frequency=330:duration={seconds}", "-c:a", "libopus",
        "-b:a", "20k", "-f", "ogg", "pipe:1",
    )  # fmt: skip
    return subprocess.run(command, capture_output=True, check=True).stdout


def test_a_letter_is_heard_in_the_browser_and_the_hearing_is_on_its_page(
    page: Page, hub: Running, station: Station
) -> None:
    station.say(_tone(4), 4)
    station.close()
    sign_in(page, hub, "letters")
    page.goto("/admin/letters/")
    page.locator("table.listing tbody tr a").first.click()
    expect(page.locator("#letter-voice")).to_contain_text("4 秒")
    page.locator("audio").evaluate("one => { one.muted = true; return one.play(); }")
    for _ in range(20):
        page.wait_for_timeout(500)
        if page.locator("audio").evaluate("one => one.ended"):
            break
    assert page.locator("audio").evaluate("one => one.currentTime") == pytest.approx(4, abs=0.2), "heard to its end"
    page.reload()
    expect(page.get_by_text("听录音", exact=False).last).to_contain_text("test-letters，听录音")


def test_a_call_comes_up_by_itself_and_is_answered(page: Page, hub: Running, station: Station) -> None:
    sign_in(page, hub, "letters")
    page.goto("/admin/calls/")
    expect(page.locator("#calls-none")).to_be_visible()
    request = CallRequest(station_id=station.record.station_id, id=uuid4(), language="zh-Hans")
    station.send(PATH_CALLS, request)
    expect(page.locator("#calls-waiting")).to_contain_text("民主村展厅")  # the page looks again by itself
    page.get_by_role("button", name="我过去").click()
    expect(page.locator("#calls-waiting")).to_contain_text("test-letters 正在过去")
    said = CallAnswer.model_validate_json(station.send(PATH_CALLS, request))
    verify_call_answer(said, station.record.hub_keys, station.record.station_id, request.to_bytes())
    assert said.state == "coming"
    page.get_by_role("button", name="办好了").click()
    expect(page.locator("#calls-none")).to_be_visible()
    station.close()
