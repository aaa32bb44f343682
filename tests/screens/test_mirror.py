"""A page turned round for readers from the right: what changes sides, and what keeps its own direction."""

from screens.mirror import Mirror, turned
from screens.scene import Box, Disc, Drift, Fill, Group, Icon, Ink, Label, Layer, Picture, Qr, Scene, Stroke, Target
from screens.tokens import TextStyle

WIDE = 1920.0
STYLE = TextStyle("body", "sans-Regular", 32, 50)


def one(node):  # type: ignore[no-untyped-def]
    (found,) = turned((node,), WIDE)
    return found


def test_what_stands_left_stands_right_and_begins_there() -> None:
    label = one(Label(Box(72, 100, 400, 50), ("نص",), STYLE))
    assert label.box == Box(1448, 100, 400, 50) and label.align == "right"
    assert one(Label(Box(72, 100, 400, 50), ("x",), STYLE, align="center")).align == "center"
    assert one(Fill(Box(0, 0, 10, 10))).box.right == WIDE


def test_turned_twice_everything_is_where_it_was() -> None:
    nodes = (
        Fill(Box(10, 20, 30, 40)),
        Label(Box(72, 100, 400, 50), ("x",), STYLE),
        Stroke(((1.0, 2.0), (30.0, 4.0)), "ink", 3),
        Disc(100, 100, 20, None, "ink", 3, 0, 90),
        Group("g", (Fill(Box(5, 5, 5, 5)),), dx=40.0),
        Drift("d", (Fill(Box(5, 5, 5, 5)),), ((0.0, 0.0), (9.0, 1.0)), 100),
        Target(Box(10, 10, 96, 96), "a"),
        Qr(Box(700, 10, 96, 96), "x"),
    )
    assert turned(turned(nodes, WIDE), WIDE) == nodes


def test_arrows_point_the_other_way_and_signs_do_not() -> None:
    assert [one(Icon(Box(0, 0, 44, 44), name)).flip for name in ("back", "next", "chev", "undo")] == [True] * 4
    assert [one(Icon(Box(0, 0, 44, 44), name)).flip for name in ("check", "clock", "qr", "search")] == [False] * 4


def test_a_ring_drains_from_the_other_side() -> None:
    ring = one(Disc(100, 100, 20, None, "ink", 3, 0, 90))
    assert (ring.start, ring.end) == (270, 360)


def test_a_slider_grows_from_the_right() -> None:
    assert one(Target(Box(100, 10, 400, 96), "budget.a", "slider", slides="x")).turned
    assert not one(Target(Box(100, 10, 96, 400), "b", "slider", slides="y")).turned


def test_a_keyboard_is_not_turned_round() -> None:
    keys = tuple(Target(Box(784 + 104 * at, 700, 96, 96), f"keys.{c}") for at, c in enumerate("qwert"))
    letters = tuple(
        Label(Box(784 + 104 * at, 720, 96, 40), (c,), STYLE, of=f"keys.{c}") for at, c in enumerate("qwert")
    )
    found = turned((*keys, *letters), WIDE)
    assert [node.box.x for node in found[:5]] == sorted(node.box.x for node in found[:5])
    left = 784.0 + 104 * 4 + 96
    assert found[0].box.x == WIDE - left and found[5].align == "left"


def test_a_map_keeps_its_east() -> None:
    tiles = (Fill(Box(100, 100, 50, 50), "teal"), Fill(Box(160, 100, 50, 50)))
    group = one(Group("tiles.overview", tiles, whole=True))
    west, east = group.nodes
    assert west.box.x < east.box.x and east.box.right == WIDE - 100


def test_handwriting_is_not_turned_round() -> None:
    pad = Target(Box(800, 500, 400, 400), "pad", pen=8)
    stroke = Ink(((820.0, 520.0, 8.0), (900.0, 700.0, 8.0)))
    found_pad, found = turned((pad, stroke), WIDE)
    moved = found_pad.box.x - 800
    assert [sample[0] for sample in found.samples] == [820 + moved, 900 + moved]


def test_writing_outside_a_pad_keeps_its_shape_too() -> None:
    found = one(Ink(((100.0, 0.0, 8.0), (180.0, 0.0, 8.0))))
    assert [sample[0] for sample in found.samples] == [WIDE - 180, WIDE - 100]


def test_pictures_keep_their_sides_unless_words_lie_over_them() -> None:
    assert not one(Picture(Box(0, 0, 100, 100), "mailbox")).flip
    assert not one(Picture(Box(0, 0, 60, 52), "logo")).flip
    assert one(Picture(Box(0, 0, 1920, 1080), "scene_home")).flip


def test_an_unchanged_scene_is_turned_once() -> None:
    mirror = Mirror()
    scene = Scene("home", (Layer("ground", (Fill(Box(0, 0, 10, 10)),)),))
    assert mirror.of(scene, True) is mirror.of(scene, True)
    assert mirror.of(scene, True).layers[0].nodes[0].box.x == 1910  # type: ignore[union-attr]
