"""The colours keep the contrast that the design promises, in both themes."""

import pytest

from screens.tokens import contrast, load

TOKENS = load()
THEMES = ("light", "contrast")
RUNNING = [
    ("ink", "paper"),
    ("ink", "raised"),
    ("ink2", "paper"),
    ("ink2", "raised"),
    ("on_ink", "ink"),
    ("ink", "sunk"),
]
OTHER = [
    ("on_mail", "mail"), ("mail_deep", "mail_wash"), ("ochre_deep", "ochre_wash"), ("teal_deep", "teal_wash"),
    ("vermilion_deep", "paper"), ("disabled_text", "disabled_fill"), ("teal", "raised"), ("on_teal", "teal"),
    ("ochre_deep", "paper"),
]  # fmt: skip
MARKS = [("control", "paper"), ("control", "raised"), ("vermilion", "paper"), ("focus", "paper"), ("ochre", "paper")]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("pairs", "least"), [(RUNNING, 7.0), (OTHER, 4.5), (MARKS, 3.0)])
def test_pairs_keep_their_contrast(theme: str, pairs: list[tuple[str, str]], least: float) -> None:
    for fg, bg in pairs:
        ratio = contrast(TOKENS.color(theme, fg), TOKENS.color(theme, bg))  # type: ignore[arg-type]
        assert ratio >= least, f"{fg} on {bg} in {theme}: {ratio:.2f}"


def test_the_ratios_agree_with_the_design_guide() -> None:
    for theme, key in (("light", "light"), ("contrast", "high_contrast")):
        for row in TOKENS.raw["contrast"][key]["text"]:
            ratio = contrast(TOKENS.color(theme, row["fg"]), TOKENS.color(theme, row["bg"]))  # type: ignore[arg-type]
            assert abs(ratio - row["ratio"]) < 0.02, row


def test_nothing_a_visitor_must_read_is_smaller_than_28_pixels() -> None:
    small = {name for name, entry in TOKENS.raw["type"].items() if entry["size"] < 28}
    assert small == {"dock", "micro"}


def test_large_text_is_1_4_times_as_large() -> None:
    for name, entry in TOKENS.raw["type"].items():
        if entry["size"] <= 44:
            assert entry["large_size"] >= 1.35 * entry["size"], name


@pytest.mark.parametrize("hour", ["day", "dawn", "dusk", "night"])
def test_words_over_the_city_can_be_read_at_every_hour(hour: str) -> None:
    """Sky and the two farthest ridges lie behind the question and its second line."""
    at = TOKENS.hour(hour)
    for ink in (at.ink, at.ink2):
        for ground in ("paper", "fill_1", "fill_2"):
            behind = at.colors.get(ground, TOKENS.color("light", ground))
            ratio = contrast(TOKENS.color("light", ink), behind)
            assert ratio >= 7.0, f"{ink} on {ground} at {hour}: {ratio:.2f}"
