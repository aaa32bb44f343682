"""Rules of the house that a reader of the code could forget, checked on its text."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
GLASS = [*(ROOT / "screens").rglob("*.py"), *(ROOT / "kiosk").rglob("*.py")]


def _lines(pattern: str, files: list[Path]) -> list[str]:
    found = []
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if re.search(pattern, line):
                found.append(f"{file.relative_to(ROOT)}:{number}: {line.strip()}")
    return found


def test_no_fade_or_wipe_transitions() -> None:
    assert _lines("FadeTransition|WipeTransition|ScreenManager", GLASS) == []


def test_multisampling_is_off() -> None:
    boot = (ROOT / "kiosk" / "glass" / "boot.py").read_text(encoding="utf-8")
    assert '"multisamples": 0' in boot


def test_no_text_is_wrapped_by_kivy() -> None:
    assert _lines(r"text_size\s*=", GLASS) == []


def test_no_colour_is_written_outside_the_tokens() -> None:
    views = [file for file in GLASS if file.name != "tokens.py"]
    assert _lines(r"[\"']#[0-9A-Fa-f]{6}[\"']", views) == []


def test_views_and_models_do_not_import_kivy() -> None:
    plain = [f for f in (ROOT / "screens").rglob("*.py") if "widgets" not in f.parts and f.name != "shell.py"]
    assert _lines(r"^\s*(from|import) kivy", plain) == []


def test_no_network_address_but_loopback_is_in_the_code() -> None:
    code = [f for top in ("kiosk", "screens", "media", "sync", "hub") for f in (ROOT / top).rglob("*.py")]
    found = [
        one
        for one in _lines(r"https?://\w", code)
        if not re.search(r"127\.0\.0\.1|localhost|example|www\.w3\.org", one)
    ]
    assert found == []


def test_nothing_is_printed_by_libraries() -> None:
    code = [f for top in ("screens", "media", "sync", "content") for f in (ROOT / top).rglob("*.py")]
    assert _lines(r"^\s*print\(", code) == []
