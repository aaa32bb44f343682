"""A station that dies on command. Run as a process; imports once, then forks for each job, so a death costs 10 ms.

One JSON job a line on stdin; two lines out for each: `{"pid": N}` at once, `{"status": N}` at its end (as waitpid
says). With `die_at` the child kills itself on entry of the n-th call that changes the disk; `mutant` breaks a
safeguard on purpose, to show that the tests would notice.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import requests

from sync import disk, outbox
from sync.client import SyncClient
from sync.outbox import Outbox
from sync.seal import seal_letter, signing_key_from_text
from sync.uplink import Uplink, http_post
from tests.sync.inbox import STATION, letter
from tests.sync.simulator import CHANNEL, START

CHANGES = ("replace", "rename", "fsync", "unlink", "remove", "symlink", "mkdir", "ftruncate")


def client(state: Path, url: str, root: Path, session: requests.Session) -> SyncClient:
    return SyncClient(state, [url], root.read_bytes(), CHANNEL, session, lambda: START, free=lambda _path: 1 << 40)


def sync(job: dict[str, Any]) -> None:
    """One poll."""
    with requests.Session() as session:
        client(Path(job["state"]), job["url"], Path(job["root"]), session).poll()


def post(job: dict[str, Any]) -> None:
    """Post letters; an id goes to the `acks` file only after `put` has returned, as the receipt on the glass does."""
    box = Outbox(Path(job["state"]) / "outbox.db")
    hub = _hub_keys(job)
    for at in range(job["letters"]):
        item = seal_letter(letter(f"words {at}"), hub.seal_keys[0])
        box.put(item)
        with Path(job["acks"]).open("a") as acks:
            acks.write(f"{item.id}\n")
        if job.get("hub") and at % 3 == 2:
            flush(box, job)


def flush(box: Outbox, job: dict[str, Any]) -> None:
    with requests.Session() as session:
        key = signing_key_from_text(job["key"])
        Uplink(box, key, STATION, lambda: _hub_keys(job), http_post(session, job["hub"]), lambda: START).flush()


def live(job: dict[str, Any]) -> None:
    """A short working day: sync, post, sync again."""
    sync(job)
    post(job)
    sync(job)


def _hub_keys(job: dict[str, Any]) -> Any:
    from sync.layout import HubKeys

    return HubKeys.model_validate_json(job["hub_keys"])


def _die_at(wanted: int) -> None:
    count = 0

    def deadly(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **named: Any) -> Any:
            nonlocal count
            count += 1
            if count == wanted:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*args, **named)

        return call

    for name in CHANGES:
        setattr(os, name, deadly(getattr(os, name)))
    disk._libc = type("Libc", (), {"syncfs": staticmethod(deadly(disk._libc.syncfs))})()  # type: ignore[assignment]


def _mutate(mutant: str) -> None:
    if mutant == "no-sync":
        os.fsync = lambda _descriptor: None  # type: ignore[assignment]
        disk._libc = type("Libc", (), {"syncfs": staticmethod(lambda _descriptor: 0)})()  # type: ignore[assignment]
    elif mutant == "lazy-outbox":
        outbox._PRAGMAS = ("journal_mode=WAL", "synchronous=OFF")  # type: ignore[misc]
    else:
        raise ValueError(mutant)


def _run(job: dict[str, Any]) -> int:
    if job.get("mutant"):
        _mutate(job["mutant"])
    if job.get("die_at"):
        _die_at(job["die_at"])
    try:
        {"sync": sync, "post": post, "live": live}[job["do"]](job)
    except Exception:
        traceback.print_exc()
        return 1
    return 0


def main() -> None:
    for line in sys.stdin:
        job = json.loads(line)
        child = os.fork()
        if child == 0:
            os.close(0)
            os.dup2(2, 1)
            os._exit(_run(job))
        print(json.dumps({"pid": child}), flush=True)  # noqa: T201
        print(json.dumps({"status": os.waitpid(child, 0)[1]}), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
