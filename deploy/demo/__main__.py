"""`make run`: a hub with the bundled exhibition published, and a station beside it.

Owns the order in which the two come up and go down; what they do is theirs, asked for through their command lines.
State lies in `var/` and is used again at the next start. Deleting `var/` starts afresh.
"""

from __future__ import annotations

import argparse
import os
import re
import secrets
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from deploy.demo.children import ChildEnded, Children, answers
from deploy.demo.screen import has_display, start_virtual_screen

ROOT = Path(__file__).resolve().parents[2]
BIN = ROOT / ".venv" / "bin"
HUB, KIOSK = BIN / "hub", BIN / "kiosk"
EXHIBITION = ROOT / "content" / "exhibition"
STATION = "示例站"
PERSON = "demo"


class Refused(Exception):
    """The demonstration can't start; the message says why."""


@dataclass(frozen=True)
class Place:
    """Where the demonstration keeps its state, and where its hub listens."""

    var: Path
    port: int

    @property
    def hub_home(self) -> Path:
        return self.var / "hub"

    @property
    def station_home(self) -> Path:
        return self.var / "station"

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def environ(self) -> dict[str, str]:
        """The environment of hub and station: ours, with their homes and a quick poll."""
        return {
            "KIOSK_POLL_SECONDS": "5",
            **os.environ,
            "HUB_HOME": str(self.hub_home),
            "HUB_BASE_URL": self.address,
            "KIOSK_HOME": str(self.station_home),
            "PYTHONUNBUFFERED": "1",
        }


def say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


def ask(environ: dict[str, str], *command: str | Path, told: str = "") -> str:
    """Run one command to its end. Returns what it printed. Raises: Refused with its last words."""
    words = [str(part) for part in command]
    ended = subprocess.run(words, env=environ, cwd=ROOT, input=told, capture_output=True, text=True, check=False)
    if ended.returncode:
        last = "\n".join((ended.stderr or ended.stdout).strip().splitlines()[-8:])
        raise Refused(f"`{Path(words[0]).name} {' '.join(words[1:])}` ended with {ended.returncode}: {last}")
    return ended.stdout


def prepare_hub(place: Place) -> None:
    """Fill the hub the first time: sample deputies and the bundled exhibition, published; a person who may sign in."""
    done, environ = place.hub_home / "demo-published", place.environ()
    if done.exists():
        return
    say("First start, under a minute:")
    deputies = place.var / "sample-deputies.csv"
    for what, command in (
        ("makes sample deputies", (sys.executable, "-m", "content.samples", deputies)),
        ("makes the hub's database and keys", (HUB, "init", place.hub_home)),
        ("takes in the deputies", (HUB, "import", "deputies", deputies)),
        ("takes in the bundled exhibition", (HUB, "import", "content", EXHIBITION)),
        ("publishes both", (HUB, "publish")),
    ):
        say(f"  {what}")
        ask(environ, *command)
    password = secrets.token_urlsafe(9)
    ask(environ, HUB, "user", "add", PERSON, "--admin", "--password-stdin", told=password + "\n")
    secret = place.hub_home / "demo-password"
    secret.touch(mode=0o600)
    secret.write_text(password)
    done.touch()


def enrol_station(place: Place) -> None:
    """Make the station one of this hub's, the first time."""
    done, environ = place.hub_home / "demo-enrolled", place.environ()
    if done.exists() and place.station_home.exists():
        return
    code = ask(environ, HUB, "enrol", STATION).split()[-1]
    ask(environ, KIOSK, "enrol", "--hub", place.address, "--code", code, "--replace")
    done.touch()


def demonstrate(children: Children, place: Place, size: tuple[int, int]) -> None:
    """Bring up hub, screen and station, and stay until one of them ends.

    Raises:
        Refused, ChildEnded, TimeoutError: with the sentence to print.
    """
    if answers(place.port):
        raise Refused(f"something already listens on 127.0.0.1:{place.port}; is a hub running?")
    prepare_hub(place)
    environ = place.environ()
    children.start("hub", [HUB, "run", "--port", str(place.port)], environ)
    children.wait_until(lambda: answers(place.port), "the hub", 60)
    enrol_station(place)
    screen = None
    if not has_display(environ):
        display, screen = start_virtual_screen(children, environ, size)
        # A bare X server has no window manager to make a window fill the screen: the station is told.
        environ = environ | {"DISPLAY": display, "KIOSK_BARE_X": "1"}
    children.start("station", [KIOSK, "run"], environ)
    say(f"The hub:      {place.address}/ (sign in as {PERSON}, {(place.hub_home / 'demo-password').read_text()})")
    say(f"The station:  {screen or 'on this display'}")
    say("Ctrl-C ends both.")
    while True:
        children.check()
        time.sleep(0.5)


def size_of(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{3,4})x(\d{3,4})", text)
    if not match:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 1920x1080")
    return int(match[1]), int(match[2])


def _leave(*_: object) -> None:
    raise SystemExit(0)  # being told to stop is how a demonstration ends


def main() -> int:
    parser = argparse.ArgumentParser(prog="make run", description="A hub and a station on this machine.")
    parser.add_argument("--size", type=size_of, default=(1920, 1080), help="of the virtual screen")
    parser.add_argument("--var", type=Path, default=ROOT / "var", help="folder of the state of both")
    parser.add_argument("--port", type=int, default=8600, help="of the hub")
    asked = parser.parse_args()
    place = Place(asked.var.absolute(), asked.port)
    for ending in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(ending, _leave)
    try:
        with Children(place.var / "logs") as children:
            demonstrate(children, place, asked.size)
    except (Refused, ChildEnded, TimeoutError) as error:
        sys.stderr.write(f"run: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
