"""The focus of a keypad: every control once round, groups for a keyboard, never lost."""

from hypothesis import given
from hypothesis import strategies as st

from screens.access.steps import LEAVE, Focus, moved, pressed, standing, steps_of
from screens.access.tree import Item, Tree
from screens.scene import Box

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def button(id: str, x: float = 0, y: float = 0, **state: object) -> Item:
    return Item(id, "button", id, Box(x, y, 96, 96), id, **state)  # type: ignore[arg-type]


def words(name: str) -> Item:
    return Item(f"text.{name}", "text", name, Box(0, 0, 300, 50))


KEYBOARD = tuple(
    button(f"keys.{letter}", 100 * i, 500 + 110 * row)
    for row, letters in enumerate(ROWS)
    for i, letter in enumerate(letters)
)
PAGE = Tree(
    "p",
    "",
    (
        words("题目"),
        button("mode.pinyin"),
        *KEYBOARD,
        button("next"),
        button("dead", disabled=True),
        button("dock.home"),
    ),
)


def test_who_sees_steps_over_controls_only_and_who_listens_over_everything() -> None:
    assert [one.id for one in steps_of(PAGE, False)] == [
        "mode.pinyin", "group.keys.500", "group.keys.610", "group.keys.720", "next", "dock.home"
    ]  # fmt: skip
    assert steps_of(PAGE, True)[0].id == "text.题目"
    assert "dead" in [one.id for one in steps_of(PAGE, True)], "that it can't be used now is told"


def test_it_goes_round_both_ways() -> None:
    focus, seen = Focus(), []
    for _ in range(7):
        focus = moved(focus, PAGE, False, 1)
        seen.append(focus.at)
    assert seen[0] == seen[6] == "mode.pinyin"
    assert moved(Focus("mode.pinyin"), PAGE, False, -1).at == "dock.home"


def test_a_press_goes_into_a_row_types_and_leads_out_again() -> None:
    focus, item = pressed(Focus("group.keys.610"), PAGE, False)
    assert (focus, item) == (Focus("keys.a", "group.keys.610"), None)
    for _ in range(2):
        focus = moved(focus, PAGE, False, 1)
    focus, item = pressed(focus, PAGE, False)
    assert item is not None and item.id == "keys.d"
    assert focus == Focus("group.keys.610")


def test_the_last_step_of_a_group_leads_out_of_it() -> None:
    focus = moved(Focus("keys.a", "group.keys.610"), PAGE, False, -1)
    assert focus == Focus(LEAVE, "group.keys.610")
    assert pressed(focus, PAGE, False) == (Focus("group.keys.610"), None)


def test_a_long_run_of_like_things_is_stepped_over_row_by_row() -> None:
    tiles = tuple(button(f"tiles.tile.{n}", 100 * (n % 8), 100 * (n // 8)) for n in range(38))
    steps = steps_of(Tree("p", "", tiles), False)
    assert [len(one.items) for one in steps] == [8, 8, 8, 8, 6]


def test_a_few_like_things_are_not_grouped() -> None:
    topics = tuple(button(f"mailbox.topic.{n}", 100 * (n % 6), 100 * (n // 6)) for n in range(12))
    assert [one.kind for one in steps_of(Tree("p", "", topics), False)] == ["item"] * 12


IDS = [f"keys.{n}" for n in range(9)] + [f"row.{n}" for n in range(20)] + ["next", "dock.home"]
PLACES = st.integers(0, 9).map(lambda n: n * 100.0)
PAGES = st.lists(
    st.builds(button, st.sampled_from(IDS), PLACES, PLACES), max_size=30, unique_by=lambda one: one.id
)  # fmt: skip


@given(PAGES, PAGES, st.lists(st.sampled_from(["next", "previous", "press", "change"]), max_size=40), st.booleans())
def test_the_focus_is_never_lost_whatever_comes_and_goes(
    before: list[Item], after: list[Item], keys: list[str], hearing: bool
) -> None:
    trees = [Tree("p", "", tuple(before)), Tree("p", "", tuple(after))]
    focus, tree = Focus(), trees[0]
    for key in keys:
        if key == "change":
            trees.reverse()
            tree = trees[0]
        elif key == "press":
            focus, item = pressed(focus, tree, hearing)
            assert item is None or item in tree.items
        else:
            focus = moved(focus, tree, hearing, 1 if key == "next" else -1)
            steps, at = standing(focus, tree, hearing)
            assert at >= 0 or not steps


@given(PAGES)
def test_every_control_can_be_reached(items: list[Item]) -> None:
    tree = Tree("p", "", tuple(items))
    met: set[str] = set()
    for step in steps_of(tree, False):
        met |= {one.id for one in step.items}
    assert met == {one.id for one in items}
