"""A listener acts by name through AT-SPI; without a listener the station loads and starts nothing for one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk import assistive

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DEBIAN_PYTHON = "/usr/bin/python3"


class Piped:
    """A process that answers a JSON line with a JSON line."""

    def __init__(self, command: list[str], environ: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            command, cwd=ROOT, env=environ, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def ask(self, **asked: Any) -> dict[str, Any]:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer

    def end(self) -> None:
        self._process.kill()
        self._process.wait(timeout=10)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()


def can_listen() -> bool:
    """Whether this machine has Debian's at-spi2-core, its introspection data and dbus-run-session."""
    try:
        probe = "import gi; gi.require_version('Atspi', '2.0')"
        return subprocess.run([DEBIAN_PYTHON, "-c", probe], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def scenario() -> None:
    """Runs inside the private session: a station and a listener; prints what came of it as JSON."""
    environ = {key: value for key, value in os.environ.items() if not key.startswith("KIOSK_")}
    station = Piped([sys.executable, "-m", "kiosk", "drive", "--size", "960x540"], environ)
    listener = Piped([DEBIAN_PYTHON, str(HERE / "listener.py")], environ)
    try:
        station.ask(do="tap", id="attract.begin")
        found: dict[str, Any] = {}
        found["home"] = _until(station, listener, lambda dump: any(one["name"] == "开始写信" for one in dump))
        listener.ask(act="开始写信")
        found["asked"] = _until(station, listener, lambda dump: bool(_beginning(dump, "没有，写信")))
        listener.ask(act=_beginning(found["asked"], "没有，写信"))
        found["topics"] = _until(station, listener, lambda dump: any(one["name"] == "电梯" for one in dump))
        listener.ask(act="电梯")
        found["places"] = _until(station, listener, lambda dump: any(one["name"] == "我住的楼" for one in dump))
        listener.ask(act="大字")
        found["large"] = _until(station, listener, lambda dump: _named(dump, "大字")["checked"])
        found["variant"] = station.ask(do="screen")["variant"]
        sys.stdout.write(json.dumps(found) + "\n")
    finally:
        listener.end()
        station.end()


def _until(station: Piped, listener: Piped, there: Callable[[list[dict[str, Any]]], bool]) -> list[dict[str, Any]]:
    """Frames go on until the listener finds it."""
    dump: list[dict[str, Any]] = []
    for _ in range(60):
        station.ask(do="wait", seconds=0.5)
        time.sleep(0.1)
        dump = listener.ask(dump=True).get("things", [])
        if dump and there(dump):
            return dump
    return dump


def _beginning(dump: list[dict[str, Any]], words: str) -> str:
    """The name that begins with these words; empty where there is none."""
    return next((one["name"] for one in dump if one["name"].startswith(words)), "")


def _named(dump: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return next((one for one in dump if one["name"] == name), {"checked": False})


@pytest.mark.glass
@pytest.mark.slow
@pytest.mark.skipif(not can_listen(), reason="needs at-spi2-core, gir1.2-atspi-2.0 and python3-gi of Debian")
def test_a_listener_finds_things_by_name_and_acts_on_them() -> None:
    program = "from tests.assistive.test_assistive_technology import scenario; scenario()"
    command = ["dbus-run-session", "--", "sh", str(HERE / "session.sh"), sys.executable, "-c", program]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=240, check=False)
    assert ended.returncode == 0, ended.stderr[-2000:]
    found = json.loads(ended.stdout.strip().splitlines()[-1])
    home = found["home"]
    assert _named(home, "开始写信")["role"] == "push button"
    assert _named(home, "开始写信")["actions"] == ["click"]
    assert [one["name"] for one in home if one["role"] == "heading"] == ["一件小事，怎样变成大家的决定？", "一号信箱"]
    names = [one["name"] for one in home]
    assert names.index("一号信箱") < names.index("开始写信") < names.index("帮助"), "in reading order"
    assert _named(found["topics"], "电梯")["role"] == "radio button"
    assert "我住的楼" in [one["name"] for one in found["places"]]
    assert found["variant"]["text"] == "large"


def test_without_a_bus_nothing_is_offered() -> None:
    assert not assistive.can_be_offered({})
    assert assistive.offer_when_wanted(None, {}) is None  # type: ignore[arg-type]


def test_a_station_at_which_nobody_listens_never_loads_the_adapter() -> None:
    """Ten seconds after its start, with a bus but no listener on it."""
    program = (
        "import sys, json\n"
        "from pathlib import Path\n"
        "from kiosk.glass import boot\n"
        "boot.prepare((480, 270), headless=True)\n"
        "from kiosk import commands, config\n"
        "import tempfile\n"
        "driver = commands._driver(config.Settings(home=Path(tempfile.mkdtemp())))\n"
        "driver.advance(10)\n"
        "driver.wait_real(lambda: False, 1.0)\n"
        "driver.stop()\n"
        "sys.exit('accesskit' in sys.modules)\n"
    )
    environ = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus"}
    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environ, capture_output=True, text=True, timeout=120, check=False
    )
    assert ended.returncode == 0, ended.stderr[-2000:]


def test_watching_ends_with_the_first_listener_and_with_the_station() -> None:
    heard: list[str] = []
    watch = assistive.Watch(lambda: heard.append("found"), lambda: True)
    watch.start()
    _wait(lambda: bool(heard))
    asked: list[int] = []
    silent = assistive.Watch(lambda: heard.append("never"), lambda: bool(asked.append(1)))
    silent.start()
    _wait(lambda: bool(asked))
    silent.end()
    time.sleep(0.1)
    assert (heard, len(asked)) == (["found"], 1)


def _wait(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)
