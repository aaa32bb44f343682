"""Exactly once under fire: many stations, a network that drops, cuts, delays, doubles and replays, and everybody dies.

Whatever happens between, in the end the hub has each letter whose receipt was seen, once, with its recording; no
letter twice; and no station has anything left to send.
"""

from __future__ import annotations

import base64
import json
import logging
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random

import pytest
import requests

from sync.errors import SourceStatus
from sync.identity import enrol
from sync.outbox import Outbox
from tests.faults.crowd import SOUND, VOICE_EVERY, acks_of
from tests.faults.proxy import ACTS, BadNetwork, bad_network
from tests.journeys.processes import ROOT, HubProcess, free_port, wait_until

log = logging.getLogger(__name__)

ENDING_S = 120.0
"""Once all is calm, so long may it take until nothing waits."""


@dataclass
class Crowd:
    """Stations that are killed and switched on again."""

    each: int
    process: subprocess.Popen[str]
    alive: dict[Path, int] = field(default_factory=dict)
    deaths: int = 0

    def switch_on(self, home: Path) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({"home": str(home), "letters": self.each}) + "\n")
        self.process.stdin.flush()
        self.alive[home] = json.loads(self.process.stdout.readline())["pid"]

    def kill(self, home: Path) -> None:
        """kill -9. Fails the test when the station had ended by itself."""
        os.kill(self.alive.pop(home), signal.SIGKILL)
        self.deaths += 1

    def waiting(self) -> int:
        """Letters that some station still has to send, or to post."""
        return sum(_depth(home) + self.each - len(acks_of(home)) for home in self.alive)

    def end(self) -> str:
        """Switch everything off. What the stations complained of."""
        for pid in self.alive.values():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        _, errors = self.process.communicate()
        return errors


def _depth(home: Path) -> int:
    box = Outbox(home / "outbox.sqlite")
    try:
        return box.depth()
    finally:
        box.close()


def _enrol(hub: HubProcess, homes: list[Path]) -> None:
    names = [home.name for home in homes]
    command = [sys.executable, "-m", "tests.faults.registrar", *names]
    codes = subprocess.run(command, cwd=ROOT, env=hub.environ, check=True, capture_output=True, text=True).stdout
    with requests.Session() as session:
        session.trust_env = False
        for home, code in zip(homes, codes.split(), strict=True):
            wait_until(partial(_joins, hub, home, code, session), 120, "the hub takes another")


def _joins(hub: HubProcess, home: Path, code: str, session: requests.Session) -> bool:
    """Whether the hub let it in; it takes no more than ten a minute from one address."""
    try:
        enrol(hub.url, code, home, session)
    except SourceStatus as error:
        if error.status != 429:
            raise
        time.sleep(2)
        return False
    return True


@dataclass
class Field:
    """Where it happens."""

    hub: HubProcess
    network: BadNetwork
    crowd: Crowd
    homes: list[Path]


@pytest.fixture
def battle(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Field]:
    """A hub behind a bad network, and stations that joined while all was well; none is switched on yet."""
    stations, each = request.param
    hub = HubProcess(tmp_path / "hub")
    seen_at = free_port()
    hub.environ["HUB_BASE_URL"] = f"http://127.0.0.1:{seen_at}"
    hub.home.parent.mkdir(parents=True, exist_ok=True)
    hub.command("init", str(hub.home))
    homes = [tmp_path / f"station-{number}" for number in range(stations)]
    with ExitStack() as stack:
        stack.callback(hub.kill)
        network = stack.enter_context(bad_network(seen_at, hub.port, seed=stations))
        hub.start()
        network.calm, calm_hub = True, hub.url
        hub.url = f"http://127.0.0.1:{seen_at}"  # what a station is told
        _enrol(hub, homes)
        network.calm, hub.url = False, calm_hub
        network.met.clear()
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.crowd"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        crowd = Crowd(each, process)
        stack.callback(crowd.end)
        yield Field(hub, network, crowd, homes)


def _fire(battle: Field, rng: Random, deaths: int, hub_deaths: int) -> None:
    """Kill stations, and now and then the hub, at random moments, until so many have died."""
    crowd = battle.crowd
    for home in battle.homes:
        crowd.switch_on(home)
    hub_dies_at = set(rng.sample(range(deaths), hub_deaths))
    for death in range(deaths):
        time.sleep(rng.uniform(0.02, 0.6))
        home = rng.choice(battle.homes)
        crowd.kill(home)
        crowd.switch_on(home)
        if death in hub_dies_at:
            battle.hub.kill()
            time.sleep(rng.uniform(0.0, 2.0))
            battle.hub.start()


def _every_receipt_is_honoured_once(battle: Field) -> int:
    """How many letters nobody had seen the receipt of, and which came all the same."""
    letters = battle.hub.letters()
    arrived = {letter["words"]: letter for letter in letters}
    twice = {key: [one for one, times in Counter(letter[key] for letter in letters).items() if times > 1]
             for key in ("id", "receipt_code", "words")}  # fmt: skip
    assert twice == {"id": [], "receipt_code": [], "words": []}
    seen = 0
    for home in battle.homes:
        for number, (words, code, _pin) in enumerate(acks_of(home)):
            letter = arrived.get(words)
            assert letter is not None, f"lost: {words}"
            assert letter["receipt_code"] == code
            assert bool(letter["voice"]) == (number % VOICE_EVERY == 0)
            if letter["voice"]:
                audio = letter["voice"]["audio"]
                assert audio and base64.b64decode(audio).startswith(SOUND), f"no recording: {words}"
            seen += 1
    assert seen == len(battle.homes) * battle.crowd.each
    return len(letters) - seen


@pytest.mark.parametrize(
    ("battle", "deaths", "hub_deaths"),
    [
        pytest.param((4, 5), 8, 1, marks=pytest.mark.slow),
        pytest.param((20, 25), 200, 12, marks=[pytest.mark.slow, pytest.mark.long]),
    ],
    indirect=["battle"],
)
def test_each_receipt_reaches_the_hub_exactly_once(battle: Field, deaths: int, hub_deaths: int) -> None:
    _fire(battle, Random(deaths), deaths, hub_deaths)
    under_fire = battle.crowd.waiting()
    battle.network.calm = True
    wait_until(lambda: battle.crowd.waiting() == 0, ENDING_S, "nothing waits at any station")
    battle.network.settle()
    unseen = _every_receipt_is_honoured_once(battle)
    for home in battle.homes:
        battle.crowd.kill(home)
    assert battle.crowd.end() == ""
    met = battle.network.met
    log.info("%d deaths, %d of the hub; %d waited when it ended; %d letters without a receipt; met %s",
             deaths, hub_deaths, under_fire, unseen, dict(met))  # fmt: skip
    if deaths >= 100:
        assert all(met[act] >= 10 for act in (*ACTS, "replayed")), f"too calm to prove anything: {met}"
    assert sum(met.values()) - met["pass"] >= deaths // 2, f"too calm to prove anything: {met}"
