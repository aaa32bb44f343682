"""The sleeping loop knows when to wake. Runs in a process of its own, since Kivy has one clock a process."""

import subprocess
import sys

PROGRAM = """
from kiosk.glass import boot
boot.prepare((320, 240), headless=True)
from kivy.clock import Clock
from kiosk.glass.loop import next_due_s
now = Clock.time()
for event in list(Clock.get_events()):
    event.cancel()
assert next_due_s(now) is None, "nothing is scheduled"
late = Clock.schedule_once(lambda dt: None, 30)
soon = Clock.schedule_once(lambda dt: None, 2)
left = next_due_s(Clock.time())
assert 1.5 < left <= 2.1, left
soon.cancel()
left = next_due_s(Clock.time())
assert 28 < left <= 30.1, left
Clock.schedule_interval(lambda dt: None, 0)
assert next_due_s(Clock.time()) <= 0.001
print("well")
"""


def test_kivys_clock_still_tells_when_its_next_callback_is_due() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.strip().endswith("well"), done.stderr
