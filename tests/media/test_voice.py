"""The voice is quick to be quiet, never blocks, and gives up calmly."""

import sys
import time

from media._pyttsx3 import PlatformVoice

SLEEPER = (sys.executable, "-c", "import sys, time; sys.stdin.readline(); time.sleep(30)")
BROKEN = (sys.executable, "-c", "import sys; sys.stdin.readline(); sys.exit(3)")
QUICK = (sys.executable, "-c", "import sys; sys.stdin.readline()")


def settle(voice: PlatformVoice, seconds: float = 5.0) -> None:
    end = time.monotonic() + seconds
    while voice.busy and time.monotonic() < end:
        time.sleep(0.01)


def test_it_is_quiet_within_200_ms() -> None:
    voice = PlatformVoice(command=SLEEPER)
    voice.say("您好", "zh-Hans")
    assert voice.busy
    started = time.monotonic()
    voice.stop()
    assert time.monotonic() - started < 0.2
    assert not voice.busy
    voice.close()


def test_a_new_text_interrupts_the_old_one() -> None:
    voice = PlatformVoice(command=SLEEPER)
    voice.say("一", "zh-Hans")
    first = voice._speaking
    voice.say("二", "zh-Hans")
    assert first is not None
    assert first.poll() is not None
    assert voice.busy
    voice.close()


def test_it_gives_up_after_repeated_trouble_and_stays_calm() -> None:
    voice = PlatformVoice(command=BROKEN)
    for _ in range(3):
        voice.say("您好", "zh-Hans")
        settle(voice)
    assert voice.failed
    voice.say("您好", "zh-Hans")
    assert not voice.busy
    voice.close()


def test_one_success_forgives_earlier_trouble() -> None:
    voice = PlatformVoice(command=BROKEN)
    voice.say("您好", "zh-Hans")
    settle(voice)
    voice.close()
    voice._command = QUICK
    voice.say("您好", "zh-Hans")
    settle(voice)
    assert not voice.failed
    voice.close()


def test_an_engine_that_is_not_there_is_only_silence() -> None:
    voice = PlatformVoice(command=("/nonexistent/engine",))
    voice.say("您好", "zh-Hans")
    assert not voice.busy
    voice.close()
