"""`make run`: a hub with the bundled exhibition published, and a station beside it.

Owns the order in which the two come up and go down; what they do is theirs, asked for through their command lines.
State lies in `var/` and is used again at the next start. Deleting `var/` starts afresh.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

from deploy.demo.children import ChildEnded, Children, answers
from deploy.demo.screen import has_display, start_virtual_screen

ROOT = Path(__file__).resolve().parents[2]
BIN = ROOT / ".venv" / "bin"
HUB, KIOSK = BIN / "hub", BIN / "kiosk"
EXHIBITION = ROOT / "content" / "exhibition"
VAR = ROOT / "var"
HUB_HOME, STATION_HOME = VAR / "hub", VAR / "station"
PORT = 8600
HUB_ADDRESS = f"http://127.0.0.1:{PORT}"
STATION = "demo"


class Refused(Exception):
    """The demonstration can't start; the message says why."""


def say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


def ask(environ: dict[str, str], *command: str | Path) -> str:
    """Run one command to its end. Returns what it printed. Raises: Refused with its last words."""
    words = [str(part) for part in command]
    ended = subprocess.run(words, env=environ, cwd=ROOT, capture_output=True, text=True, check=False)
    if ended.returncode:
        last = (ended.stderr or ended.stdout).strip()
        raise Refused(f"`{Path(words[0]).name} {' '.join(words[1:])}` ended with {ended.returncode}: {last}")
    return ended.stdout


def prepare_hub(environ: dict[str, str]) -> None:
    """Fill the hub the first time: the bundled exhibition and sample deputies, published."""
    done = HUB_HOME / "demo-published"
    if done.exists():
        return
    say("First start: the hub takes in the bundled exhibition and the sample deputies.")
    deputies = VAR / "sample-deputies.csv"
    ask(environ, sys.executable, "-m", "content.samples", deputies)
    if not (HUB_HOME / "keys").exists():
        ask(environ, HUB, "init", HUB_HOME)
    ask(environ, HUB, "import", "content", EXHIBITION)
    ask(environ, HUB, "import", "deputies", deputies)
    ask(environ, HUB, "publish")
    done.touch()


def enrol_station(environ: dict[str, str]) -> None:
    """Make the station one of this hub's, the first time."""
    done = HUB_HOME / "demo-enrolled"
    if done.exists() and STATION_HOME.exists():
        return
    code = ask(environ, HUB, "enrol", STATION).split()[-1]
    ask(environ, KIOSK, "enrol", "--hub", HUB_ADDRESS, "--code", code, "--replace")
    done.touch()


def demonstrate(children: Children, environ: dict[str, str], size: tuple[int, int]) -> None:
    """Bring up hub, screen and station, and stay until one of them ends.

    Raises:
        Refused, ChildEnded, TimeoutError: with the sentence to print.
    """
    if answers(PORT):
        raise Refused(f"something already listens on 127.0.0.1:{PORT}; is a hub running?")
    prepare_hub(environ)
    children.start("hub", [HUB, "run"], environ)
    children.wait_until(lambda: answers(PORT), "the hub", 60)
    say(f"The hub is at {HUB_ADDRESS}/ ")
    enrol_station(environ)
    address = None
    if not has_display(environ):
        display, address = start_virtual_screen(children, environ, size)
        # A bare X server has no window manager to make a window fill the screen: the station is told.
        environ = environ | {"DISPLAY": display, "KIOSK_BARE_X": "1"}
    children.start("station", [KIOSK, "run"], environ)
    if address:
        say(f"The station's screen is at {address}")
    say("Ctrl-C ends both.")
    while True:
        children.check()
        time.sleep(0.5)


def surroundings() -> dict[str, str]:
    """The environment of hub and station: ours, with the homes in `var/` and a quick poll."""
    return {
        "KIOSK_POLL_SECONDS": "5",
        **os.environ,
        "HUB_HOME": str(HUB_HOME),
        "KIOSK_HOME": str(STATION_HOME),
        "PYTHONUNBUFFERED": "1",
    }


def size_of(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{3,4})x(\d{3,4})", text)
    if not match:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 1920x1080")
    return int(match[1]), int(match[2])


def _leave(number: int, _: object) -> None:
    raise SystemExit(128 + number)


def main() -> int:
    parser = argparse.ArgumentParser(prog="make run", description="A hub and a station on this machine.")
    parser.add_argument("--size", type=size_of, default=(1920, 1080), help="of the virtual screen")
    size = parser.parse_args().size
    for ending in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(ending, _leave)
    try:
        with Children(VAR / "logs") as children:
            demonstrate(children, surroundings(), size)
    except (Refused, ChildEnded, TimeoutError) as error:
        sys.stderr.write(f"run: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
