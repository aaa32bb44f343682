"""What was freed goes back to the system."""

import subprocess
import sys

import pytest

from kiosk.glass import heap

CHURN = """
import random
from kiosk.glass import heap

def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096 / 2**20

if {frugal}:
    assert heap.be_frugal()
rng = random.Random(1)
kept = [bytes(rng.randrange(60_000, 3_000_000)) for _ in range(30)]
before = resident()
for _ in range(600):
    kept[rng.randrange(30)] = bytes(rng.randrange(60_000, 3_000_000))
    small = [bytes(rng.randrange(200, 9_000)) for _ in range(3_000)]
del small
if {frugal}:
    heap.give_back()
held = sum(map(len, kept)) / 2**20
print(resident() - held)
"""


def air(frugal: bool) -> float:
    """MiB that a process holds beyond what it uses, after much coming and going."""
    done = subprocess.run(
        [sys.executable, "-c", CHURN.format(frugal=frugal)], capture_output=True, text=True, check=True
    )
    return float(done.stdout)


@pytest.mark.skipif(heap._libc() is None, reason="another C library")
def test_a_frugal_heap_holds_less_air() -> None:
    assert air(frugal=True) < air(frugal=False)


def test_giving_back_is_harmless_at_any_time() -> None:
    heap.give_back()
    heap.give_back()
