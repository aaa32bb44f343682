"""A scene read as named things: names, states, order, what hides what, what lies under a finger."""

from screens import tokens
from screens.access.tree import Tree, tree_of
from screens.access.words import Words
from screens.scene import Box, Group, Label, Layer, Node, Picture, Scene, Target
from tests.screens.looks import look

STYLE = tokens.load().style("body")
H1 = tokens.load().style("h1")


def text(words: str, y: float, *, role: str = "text", id: str = "", of: str = "", style: object = STYLE) -> Label:
    return Label(Box(100, y, 400, 50), (words,), style, id=id, role=role, full=words, of=of)  # type: ignore[arg-type]


def scene(*nodes: Node, over: Layer | None = None) -> Scene:
    layers = (Layer("ground"), Layer("home:", nodes), Layer("chrome", (text("10:24", 10),)), *((over,) if over else ()))
    return Scene("home", layers)


def names(tree: Tree) -> list[str]:
    return [one.name for one in tree.items]


def test_words_on_a_button_belong_to_it() -> None:
    button = Target(Box(100, 200, 400, 100), "a", label="写信", spoken="写信")
    tree = tree_of(scene(text("写信", 225, of="a"), text("写信", 226), button, text("别的", 400)))
    assert names(tree) == ["写信", "别的", "10:24"]
    assert tree.items[0].actions == ("press",)


def test_words_on_a_button_that_it_does_not_say_are_still_heard() -> None:
    tree = tree_of(scene(Target(Box(100, 200, 400, 100), "a", spoken="写信"), text("给代表", 225)))
    assert names(tree)[:2] == ["写信", "给代表"]


def test_behind_a_question_nothing_is_there() -> None:
    ask = Layer(
        "sheet",
        (text("投出去？", 500, role="heading", style=H1), Target(Box(0, 600, 99, 99), "yes", spoken="投")),
        True,
    )
    tree = tree_of(scene(Target(Box(0, 0, 99, 99), "home", spoken="首页"), over=ask))
    assert (tree.modal, names(tree), tree.title) == ("sheet", ["投出去？", "投"], "投出去？")


def test_what_moves_is_where_it_comes_to_rest() -> None:
    tree = tree_of(scene(Group("g", (Target(Box(0, 0, 100, 100), "a", spoken="甲"),), 300, 50)))
    assert tree.at(350, 100) is tree.find("a")
    assert tree.at(50, 20) is None


def test_staff_holds_are_no_thing_of_a_visitors() -> None:
    assert names(tree_of(scene(Target(Box(0, 0, 99, 99), "strip.staff", spoken="工作人员", hold_ms=3000)))) == ["10:24"]


def test_under_a_finger_the_topmost_target_comes_first_and_a_page_wide_one_last() -> None:
    page = Target(Box(0, 0, 1920, 1080), "begin", spoken="开始", covers=True)
    tree = tree_of(scene(page, text("话", 300), Target(Box(0, 700, 200, 200), "a", spoken="甲")))
    assert [tree.at(*spot).name for spot in ((50, 750), (120, 320), (1500, 900))] == ["甲", "话", "开始"]  # type: ignore[union-attr]


def test_states_are_said_in_both_languages() -> None:
    nodes = (
        Target(Box(0, 0, 99, 99), "t", "toggle", "大字", "大字", True),
        Target(Box(0, 100, 99, 99), "o", "option", "电梯", "电梯", False),
        Target(Box(0, 200, 99, 99), "d", "button", "下一步", "下一步", None, True),
        Target(Box(0, 300, 400, 99), "s", "slider", "年份", "1978 年", slides="x", share=0.4),
        Target(Box(0, 400, 99, 99), "e", "button", "更多", "更多", expanded=False),
        Target(Box(0, 500, 99, 99), "keys.a", "button", "a", "a"),
        Picture(Box(0, 600, 99, 99), "mailbox", spoken="一号信箱的画"),
    )
    items = tree_of(scene(*nodes)).items[:-1]
    assert [Words("zh-Hans").item(one) for one in items] == [
        "大字，开关，已打开", "电梯，选项，未选", "下一步，按钮，现在不能用", "年份，滑块，1978 年，上下轻扫可以调",
        "更多，按钮，已收起", "a", "一号信箱的画，图",
    ]  # fmt: skip
    assert Words("en").item(items[0]) == "大字, switch, on"
    assert Words("en").item(items[2]) == "下一步, button, not available now"


def test_of_characters_that_sound_alike_it_is_said_which_is_meant() -> None:
    assert Words("zh-Hans").explained("电") == "电，电梯的电"
    assert Words("zh-Hans").explained("lift") == "lift"
    assert Words("zh-Hans").explained("电梯坏了很久") == "电梯坏了很久", "a long word is known from itself"


def test_the_title_is_the_highest_heading() -> None:
    step = text("第 1 步", 100, role="heading")
    assert tree_of(scene(step, text("想说什么事？", 200, role="heading", style=H1))).title == "想说什么事？"
    assert tree_of(scene(step, text("别的", 200))).title == "第 1 步"


def test_a_label_made_by_a_look_is_read_whole() -> None:
    here = look()
    long = "一件小事，" * 30
    assert tree_of(scene(here.text(100, 200, 300, long, "body"))).items[0].name == long
