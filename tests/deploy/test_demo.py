"""What `make run` starts, it ends: whoever stops it, and whatever stopped first."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from deploy.demo.children import ChildEnded, Children, answers, free_port
from deploy.demo.screen import address, has_display, start_virtual_screen

ENVIRON = dict(os.environ)


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"


def test_children_end_with_their_parent_s_block(tmp_path: Path) -> None:
    with Children(tmp_path) as children:
        first = children.start("first", ["sleep", "60"], ENVIRON)
        second = children.start("second", ["sleep", "60"], ENVIRON)
        assert alive(first.pid)
        assert alive(second.pid)
    assert not alive(first.pid)
    assert not alive(second.pid)


def test_a_grandchild_ends_too(tmp_path: Path) -> None:
    with Children(tmp_path) as children:
        children.start("shell", ["sh", "-c", f"sleep 60 & echo $! > {tmp_path}/pid; wait"], ENVIRON)
        children.wait_until(lambda: bool((tmp_path / "pid").exists() and (tmp_path / "pid").read_text()), "the pid", 5)
        grandchild = int((tmp_path / "pid").read_text())
        assert alive(grandchild)
    assert not alive(grandchild)


def test_a_child_that_ends_early_is_named_with_its_code_and_its_log(tmp_path: Path) -> None:
    with Children(tmp_path) as children:
        children.start("brief", ["sh", "-c", "echo last words; exit 7"], ENVIRON)
        with pytest.raises(ChildEnded, match=r"brief ended with 7.*brief\.log"):
            children.wait_until(lambda: False, "never", 10)
    assert "last words" in (tmp_path / "brief.log").read_text()


def test_waiting_has_an_end(tmp_path: Path) -> None:
    with Children(tmp_path) as children, pytest.raises(TimeoutError, match="the moon did not come"):
        children.wait_until(lambda: False, "the moon", 0.2)


def test_a_taken_port_is_not_offered() -> None:
    import socket

    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        taken = holder.getsockname()[1]
        assert answers(taken)
        assert free_port(taken) != taken


@pytest.mark.parametrize(("variables", "expected"), [({}, False), ({"DISPLAY": ""}, False), ({"DISPLAY": ":0"}, True),
                                                      ({"WAYLAND_DISPLAY": "wayland-0"}, True)])  # fmt: skip
def test_a_display_is_recognised(variables: dict[str, str], expected: bool) -> None:
    assert has_display(variables) is expected


def test_a_virtual_screen_can_be_opened_in_a_browser_and_leaves_nothing_behind(tmp_path: Path) -> None:
    with Children(tmp_path) as children:
        display, url = start_virtual_screen(children, ENVIRON, (640, 480))
        assert display.startswith(":")
        assert url.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(url.split("?")[0], timeout=5) as page:
            assert b"noVNC" in page.read()
        processes = [process for _, process in children._running]
        assert len(processes) == 3
    assert not any(alive(process.pid) for process in processes)


def test_the_address_connects_by_itself_and_fits_the_window() -> None:
    assert address(6080).startswith("http://127.0.0.1:6080/vnc_lite.html?")
    assert "scale=true" in address(6080)


@pytest.mark.parametrize("word", [signal.SIGTERM, signal.SIGINT])
def test_a_demonstration_told_to_stop_ends_what_it_started(tmp_path: Path, word: signal.Signals) -> None:
    program = (
        "import signal, sys, time\nfrom pathlib import Path\nfrom deploy.demo import __main__ as demo\n"
        "from deploy.demo.children import Children\n"
        "for one in (signal.SIGTERM, signal.SIGINT): signal.signal(one, demo._leave)\n"
        f"with Children(Path({str(tmp_path)!r})) as children:\n"
        "    print(children.start('child', ['sleep', '60'], {'PATH': '/usr/bin:/bin'}).pid, flush=True)\n"
        "    time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as demo:
        assert demo.stdout is not None
        child = int(demo.stdout.readline())
        assert alive(child)
        demo.send_signal(word)
        assert demo.wait(10) == 0
    deadline = time.monotonic() + 5
    while alive(child) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not alive(child)
