"""A visitor is asked before being forgotten, and forgotten whole."""

from screens.session import Presence, Session, Variant, grace_s, presence
from screens.tokens import load

TOKENS = load()
REST = Variant()


def test_nobody_is_there_before_the_first_touch() -> None:
    session = Session.asleep(REST, 0)
    assert presence(session, "browse", 10_000, TOKENS)[0] is Presence.GONE


def test_the_question_comes_after_the_grace_and_lasts_the_countdown() -> None:
    session = Session.asleep(REST, 0).touched(100)
    grace = grace_s("browse", REST, TOKENS)
    assert presence(session, "browse", 100 + grace - 0.1, TOKENS)[0] is Presence.ACTIVE
    state, left = presence(session, "browse", 100 + grace + 5, TOKENS)
    assert state is Presence.ASKING
    assert left == TOKENS.idle_s("countdown") - 5
    assert presence(session, "browse", 100 + grace + 20, TOKENS)[0] is Presence.GONE


def test_a_touch_extends_without_limit() -> None:
    session = Session.asleep(REST, 0)
    for i in range(50):
        session = session.touched(i * 80.0)
        assert presence(session, "browse", i * 80.0 + 79, TOKENS)[0] is Presence.ACTIVE


def test_readers_of_large_text_have_three_times_as_long() -> None:
    large = Variant(text="large")
    assert grace_s("form", large, TOKENS) == 3 * grace_s("form", REST, TOKENS)


def test_the_clock_stands_while_something_is_read_aloud() -> None:
    session = Session.asleep(REST, 0).touched(0)
    assert presence(session, "browse", 10_000, TOKENS, busy=True)[0] is Presence.ACTIVE


def test_the_station_gets_its_own_settings_back() -> None:
    session = Session.asleep(REST, 0).choose(1, language="en", theme="contrast", text="large", reach="low")
    assert session.variant.language == "en"
    assert session.wiped(2).variant == REST
    assert not session.wiped(2).awake
