"""A visitor is asked before being forgotten, and forgotten whole."""

from itertools import product

from screens.session import Presence, Session, Variant, countdown_s, grace_s, presence
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
    assert presence(session, "browse", 100 + grace + 30, TOKENS)[0] is Presence.GONE


def test_the_warning_is_never_shorter_than_thirty_seconds() -> None:
    """Rule C-11, in every variant."""
    for text, hearing in product(("normal", "large"), (False, True)):
        assert countdown_s(Variant(text=text, hearing=hearing), TOKENS) >= 30  # type: ignore[arg-type]


def test_a_touch_extends_without_limit() -> None:
    session = Session.asleep(REST, 0)
    for i in range(50):
        session = session.touched(i * 80.0)
        assert presence(session, "browse", i * 80.0 + 79, TOKENS)[0] is Presence.ACTIVE


def test_readers_of_large_text_and_those_who_listen_have_three_times_as_long() -> None:
    for unhurried in (Variant(text="large"), Variant(hearing=True)):
        assert grace_s("form", unhurried, TOKENS) == 3 * grace_s("form", REST, TOKENS)
        assert countdown_s(unhurried, TOKENS) == 3 * countdown_s(REST, TOKENS)


def test_the_clock_can_stand_but_never_runs_ahead() -> None:
    session = Session.asleep(REST, 0).touched(100)
    assert session.held(20, 200).touched_at == 120
    assert session.held(500, 200).touched_at == 200


def test_the_station_gets_its_own_settings_back() -> None:
    session = Session.asleep(REST, 0).choose(1, language="en", theme="contrast", text="large", reach="low")
    assert session.variant.language == "en"
    assert session.wiped(2).variant == REST
    assert not session.wiped(2).awake
