"""Calling staff, by real processes: a chime in the room, a line at the hub, an answer on the glass, or nobody."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import requests

from tests.journeys.conftest import MakeStation
from tests.journeys.processes import PASSWORD, HubProcess, StationProcess, wait_until

WORDS = {
    "zh-Hans": ("已经告诉工作人员", "有人来了", "接着看", "暂时联系不上"),
    "en": ("Staff have been told", "Somebody is coming", "Go on", "We can't reach"),
}


class Desk:
    """Somebody at the hub's page, with a browser's cookies."""

    def __init__(self, hub: HubProcess) -> None:
        self._url = hub.url
        self._http = requests.Session()
        self._http.trust_env = False
        self._http.get(f"{hub.url}/admin/login/", timeout=20)
        said = {"username": "test-publisher", "password": PASSWORD, "next": "/admin/calls/"}
        self._send("/admin/login/", said)

    def _send(self, path: str, fields: dict[str, str]) -> str:
        token = self._http.cookies["csrftoken"]
        answer = self._http.post(
            f"{self._url}{path}", data={**fields, "csrfmiddlewaretoken": token}, headers={"Referer": self._url},
            timeout=20,
        )  # fmt: skip
        assert answer.status_code == 200, answer.status_code
        return answer.text

    def page(self) -> str:
        return self._http.get(f"{self._url}/admin/calls/", timeout=20).text

    def answer(self, what: str) -> str:
        id = re.search(r'name="call" value="([0-9a-f-]{36})"', self.page())
        assert id is not None, "nobody is called"
        return self._send("/admin/calls/", {"call": id[1], "act": what})


@pytest.fixture(params=WORDS)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def _visitor(hub: HubProcess, make_station: MakeStation, language: str) -> StationProcess:
    station = make_station()
    station.set(KIOSK_STAFF_PHONE="023-6000 0000", KIOSK_STAFF_HOURS="9:00-17:00")
    station.enrol(hub, "民主村展厅")
    station.start()
    station.tap("attract.begin")
    if language == "en":
        station.tap("dock.language")
    station.tap("home.levels")
    return station


def _chimes(station: StationProcess) -> int:
    return sum(one.get("sound") == "chime" for one in station.do("heard")["heard"])


def test_two_touches_bring_somebody(hub: HubProcess, make_station: MakeStation, language: str, tmp_path: Path) -> None:
    told, coming, _, _ = WORDS[language]
    station = _visitor(hub, make_station, language)
    station.do("heard")
    station.tap("dock.staff")
    station.do("shot", file=str(tmp_path / "ask.png"))
    station.tap("call.yes")
    assert station.shows(told)
    assert _chimes(station) == 1
    desk = Desk(hub)
    wait_until(lambda: "民主村展厅" in desk.page().split("calls-waiting")[-1], 20, "the desk sees the call")
    station.tap("call.yes")
    assert _chimes(station) == 0, "not twice in a minute"
    station.tap("call.on")
    assert station.do("screen")["screen"] == "exhibit"
    assert "我过去" in desk.page()
    assert "正在过去" in desk.answer("coming")
    wait_until(lambda: station.shows(coming), 20, "the glass says that somebody is coming")
    station.do("shot", file=str(tmp_path / "coming.png"))
    station.tap("dock.staff")
    station.do("shot", file=str(tmp_path / "page.png"))
    assert "call.over" in station.ids()
    station.do("wait", seconds=600)
    assert station.do("screen")["screen"] == "attract"
    wait_until(lambda: "现在没有人在等" in desk.page(), 20, "an answered call ends with the visit")
    station.tap("attract.begin")
    assert not station.shows(coming)


def test_where_nobody_answers_the_page_says_what_else_there_is(
    hub: HubProcess, make_station: MakeStation, language: str, tmp_path: Path
) -> None:
    *_, alone = WORDS[language]
    station = _visitor(hub, make_station, language)
    hub.stop()
    station.tap("dock.staff", "call.yes")
    assert _chimes(station) == 1, "the bell in the room needs no network"
    station.do("wait", seconds=12)
    wait_until(lambda: station.shows(alone), 20, "the page promises nothing")
    assert station.shows("023-6000 0000") and station.shows("9:00-17:00")
    station.do("shot", file=str(tmp_path / "alone.png"))
    station.tap("call.letter")
    assert station.do("screen")["screen"] == "mailbox"
    hub.start()
    desk = Desk(hub)
    wait_until(lambda: "民主村展厅" in desk.page(), 20, "once the hub is back it hears of the call")
    station.do("wait", seconds=900)
    station.tap("attract.begin")
    assert "我过去" in desk.page(), "an unanswered call outlives the visit"
