"""Rubbish is cleared at rest. Each claim in a process of its own: the collector belongs to the whole process."""

import subprocess
import sys

BEFORE = """
import gc, weakref
from kiosk.glass import tidying

class Knot:
    def __init__(self):
        self.me = self

def knot():
    return weakref.ref(Knot())

now = 0.0
tidying.hold()
assert not gc.isenabled()
lasting = [Knot() for _ in range(1000)]
one = tidying.Tidying(lambda: now)
"""


def claim(program: str) -> None:
    done = subprocess.run([sys.executable, "-c", BEFORE + program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_nothing_is_looked_through_before_the_first_rest() -> None:
    claim("left = knot(); assert left() is not None; one.rest(); assert left() is None; assert gc.isenabled()")


def test_what_was_there_when_the_station_settled_is_not_looked_through_again() -> None:
    claim("one.rest(); assert gc.get_freeze_count() > 1000; assert len(gc.get_objects()) < 200")


def test_what_a_visitor_left_is_not_set_aside_for_good() -> None:
    claim(
        "theirs = Knot(); left = weakref.ref(theirs); one.rest(alone=False); del theirs; gc.collect()\n"
        "assert left(), 'set aside'\n"
        "one.left(); gc.collect(); assert left() is None"
    )
    claim("one.rest(alone=True); one.left(); assert gc.get_freeze_count() > 1000, 'nobody was there: it lasts'")


def test_between_two_rests_lie_twenty_seconds() -> None:
    claim("one.rest(); left = knot(); now = 19.9; one.rest(); assert left(); now = 20.0; one.rest(); assert not left()")


def test_a_replaced_exhibition_goes_at_the_next_rest() -> None:
    claim(
        "old = Knot(); left = weakref.ref(old); one.rest(); del old; now = 30.0; one.rest()\n"
        "assert left(), 'set aside'\n"
        "one.renewed(); one.rest(); assert left() is None; assert gc.get_freeze_count() > 1000"
    )
