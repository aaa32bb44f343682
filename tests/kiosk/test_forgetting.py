"""What was freed is overwritten, and only what was freed. Looked at from outside the process that forgets."""

import subprocess
import sys

import pytest

from kiosk.glass import heap
from tests.memory import as_bytes, count

WORDS = "只有这里有的话"
VISIT = """
import random, sys
from kiosk.glass import forgetting, heap

assert heap.be_frugal()
rng = random.Random(1)
words = "话的有里这有只"[::-1]

def visit():
    said = [words + "。" * rng.randrange(600) for _ in range(4_000)]
    kept = ["。" * len(one) for one in said[::5]]  # so that their places are not given back whole
    rng.shuffle(said)
    return kept

kept = visit()
held = (words + "！") * {held}
del words
print("said", flush=True)
sys.stdin.readline()
print(forgetting.overwrite_freed(), flush=True)
sys.stdin.readline()
assert all(set(one) <= {{"。"}} for one in kept), "what is still held is as it was"
assert held == ("话的有里这有只"[::-1] + "！") * {held}
"""

pytestmark = pytest.mark.skipif(heap._libc() is None, reason="another C library")


def times_in_memory(held: int) -> tuple[int, int]:
    """How often the words lie in a process before and after it forgets."""
    command = [sys.executable, "-c", VISIT.format(held=held)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1) as process:
        assert process.stdin is not None and process.stdout is not None
        assert process.stdout.readline() == "said\n"
        before = count(process.pid, {"words": as_bytes(WORDS)}).get("words", [])
        process.stdin.write("\n")
        assert process.stdout.readline() == "True\n"
        after = count(process.pid, {"words": as_bytes(WORDS)}).get("words", [])
        process.stdin.write("\n")
        process.stdin.close()
        assert process.wait(20) == 0
    return len(before), len(after)


def test_what_was_freed_is_found_before_and_not_after() -> None:
    before, after = times_in_memory(held=0)
    assert before > 100
    assert after == 0


def test_what_somebody_still_holds_is_found() -> None:
    _, after = times_in_memory(held=3)
    assert after == 3
