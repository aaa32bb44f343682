"""Many stations without a glass. Run as a process; imports once and forks each of them, so that a death costs 10 ms.

A station here is the real letterbox, outbox and road; instead of visitors it has a number of letters to post, and it
notes a receipt in its `acks` file when `post` has returned, as the glass shows it then. One JSON line in for each
life, `{"home": "...", "letters": N}`; one out, `{"pid": N}`. Whoever asked kills them.
"""

from __future__ import annotations

import json
import logging
import os
import random
import signal
import sys
import time
import traceback
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from kiosk.config import Settings
from kiosk.late import Late
from kiosk.letterbox import Letterbox
from kiosk.road import Road
from screens.mailbox.letters import LetterDraft, VoiceNote
from sync import client, identity, messages, seal, uplink, voice
from sync.outbox import Outbox

POLL_S = 0.4
VOICE_EVERY = 5
"""One letter in so many is spoken."""
SOUND = b"OggS" + bytes(24) + b"OpusHead"
"""How a recording begins; what follows is nothing that could be heard."""
_ONCE = (client, identity, messages, seal, uplink, voice)
"""What the road and the letterbox would import anew in each life."""


def acks_of(home: Path) -> list[list[str]]:
    """Words, receipt code and PIN of each receipt that somebody saw at this station."""
    return [json.loads(line) for line in _whole_lines(home)]


def _whole_lines(home: Path) -> list[bytes]:
    path = home / "acks"
    # the last line may be torn: then nobody saw that receipt
    return [line for line in path.read_bytes().splitlines(True) if line.endswith(b"\n")] if path.exists() else []


def live(home: Path, letters: int) -> None:
    """Post what is missing, and send, until somebody kills it."""
    rng = random.SystemRandom()
    settings = Settings(home=home, poll_seconds=POLL_S)

    def wall() -> datetime:
        return datetime.now(UTC)

    outbox = Late(lambda: Outbox(home / "outbox.sqlite"))
    road = Road(settings, outbox, wall)
    box = Letterbox(outbox, road.station_id, road.hub_keys, road.online, wall, rng, road.hurry)
    road.start(lambda _release: None)
    with (home / "acks").open("ab") as acks:
        acks.truncate(sum(len(line) for line in _whole_lines(home)))
        for number in range(len(acks_of(home)), letters):
            # a letter whose receipt nobody saw may have been kept: this one must not be taken for it
            words = f"letter {number} of {home.name}, {uuid4()}"
            posted = box.post(_draft(words, SOUND + rng.randbytes(60_000) if number % VOICE_EVERY == 0 else b""))
            acks.write(json.dumps([words, posted.code.replace(" ", ""), posted.pin]).encode() + b"\n")
            acks.flush()
            os.fsync(acks.fileno())
            time.sleep(rng.uniform(0.0, 0.3))
    while True:
        time.sleep(60)


def _draft(words: str, sound: bytes) -> LetterDraft:
    return LetterDraft(
        topic="other", place="here", words=words, addressee=None, name="", phone="", consent_version="",
        age_confirmed=False, language="en", voice=VoiceNote(sound, 3.0, "voice-1") if sound else None,
    )  # fmt: skip


def main() -> None:
    """Fork a life for each line of stdin."""
    logging.basicConfig(level=logging.ERROR)  # that the hub is out of reach is no news here; that something broke is
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the dead
    for line in sys.stdin:
        job = json.loads(line)
        child = os.fork()
        if child == 0:
            os.close(0)
            os.dup2(2, 1)
            try:
                live(Path(job["home"]), job["letters"])
            except BaseException:
                traceback.print_exc()
            os._exit(1)
        sys.stdout.write(json.dumps({"pid": child}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
