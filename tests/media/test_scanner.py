"""Scanners and hands type into the same keyboard; speed tells them apart."""

from hypothesis import given
from hypothesis import strategies as st

from media.scanner import WedgeReader


def scan(reader: WedgeReader, text: str, now: float = 10.0, gap: float = 0.004) -> list[tuple[str, str]]:
    out = []
    for key in [*text, "enter"]:
        now += gap
        out += reader.feed(key, now)
    return out


def test_a_burst_ended_by_enter_is_a_scan() -> None:
    assert scan(WedgeReader(), "BY1.D.ABC123DEF.4") == [("scan", "BY1.D.ABC123DEF.4")]


def test_a_burst_ended_by_tab_is_a_scan_too_and_a_tab_alone_is_a_step() -> None:
    reader = WedgeReader()
    for place, key in enumerate("BY1.D.ABC"):
        assert reader.feed(key, 10 + place * 0.004) == []
    assert reader.feed("tab", 10.04) == [("scan", "BY1.D.ABC")]
    assert reader.feed("tab", 12.0) == [("key", "tab")]


def test_slow_keys_are_typing() -> None:
    out = scan(WedgeReader(), "wang", gap=0.15)
    assert out == [("key", "w"), ("key", "a"), ("key", "n"), ("key", "g"), ("key", "enter")]


def test_a_key_typed_alone_is_given_back_after_a_moment() -> None:
    reader = WedgeReader()
    assert reader.feed("a", 1.0) == []
    wait = reader.waits_s(1.0)
    assert wait is not None
    assert wait < 0.05
    assert reader.flush(1.05) == [("key", "a")]
    assert reader.waits_s(1.05) is None


def test_a_scan_after_typing_is_whole() -> None:
    reader = WedgeReader()
    typed = reader.feed("x", 1.0)
    assert [*typed, *scan(reader, "BY1.S.12345678", now=2.0)] == [("key", "x"), ("scan", "BY1.S.12345678")]


def test_named_keys_pass_at_once() -> None:
    assert WedgeReader().feed("backspace", 1.0) == [("key", "backspace")]


@given(st.text(alphabet="ABC123.", min_size=6, max_size=2000))
def test_an_endless_scan_is_cut(text: str) -> None:
    out = scan(WedgeReader(), text)
    assert [kind for kind, _ in out] == ["scan"]
    assert len(out[0][1]) <= 512
