"""What of a page is read aloud, where the reading is, and the mark on the glass that follows it.

Owns which lines a page has, their spoken forms, what is read again when a page changes, and the mark: an edge beside
the paragraph with the clause on a ground of its own (design guide 9), or a frame around a control. Views know nothing
of it. Leaves to others: when to read (the director), the voice (`media.speech`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from content.aloud import written_part
from screens.look import Ruler
from screens.outside import Speaker
from screens.scene import Box, Drift, Fill, Group, Label, Layer, Node, Scene, Target

Aloud = Callable[[str, str], str]
"""The spoken form of what is written, in a language."""

_EDGE_W, _EDGE_GAP = 6.0, 14.0
_LINE_W = 4.0
_CLEAR = 0.14
_ON_PAPER = frozenset({
    "ink", "ink2", "ink3", "teal", "teal_deep", "vermilion", "vermilion_deep", "ochre_deep", "mail", "mail_deep",
})  # fmt: skip
_PALE = frozenset({"ink2", "ink3"})  # too pale for the mark's ground


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a page as it is written, and what on the page says it."""

    words: str
    node: Node


def lines(scene: Scene) -> tuple[Line, ...]:
    """What is read aloud: headings and texts in order, then what may be touched; of an overlay, that alone."""
    layer = _heard_layer(scene)
    first: dict[str, Line] = {}
    for line in sorted(_lines(layer.nodes), key=lambda one: isinstance(one.node, Target)):
        first.setdefault(line.words, line)
    return tuple(first.values())


def _heard_layer(scene: Scene) -> Layer:
    return next((one for one in reversed(scene.layers) if one.blocks), None) or scene.layers[1]


def _lines(nodes: tuple[Node, ...]) -> Iterator[Line]:
    for node in nodes:
        if isinstance(node, Group | Drift):
            yield from _lines(node.nodes)
            continue
        words = getattr(node, "spoken", "") or getattr(node, "full", "")
        if words and not getattr(node, "of", "") and getattr(node, "role", "") != "caption":
            yield Line(words.replace("\n", " "), node)


class Reading:
    """A visitor's listening: a `Speaker` that gives every line its spoken form and knows which one is being read."""

    def __init__(self, speaker: Speaker, aloud: Aloud = lambda written, _: written) -> None:
        self._speaker = speaker
        self._aloud = aloud
        self._written: tuple[str, ...] = ()
        self._said: tuple[str, ...] = ()
        self._reached = 0
        self._page: tuple[object, str] | None = None
        self._known: frozenset[str] = frozenset()

    # -- saying ----------------------------------------

    @property
    def busy(self) -> bool:
        """Whether something is being said."""
        return self._speaker.busy

    def say(self, text: str, language: str) -> None:
        """Interrupt what is being said and read `text`, a paragraph a line."""
        self._page = None
        self._read(tuple(text.split("\n")), language)

    def page(self, place: object, text: str, language: str) -> None:
        """Read a page. What stays of a page that changes under the visitor's finger is not read twice."""
        written = tuple(text.split("\n"))
        fresh = written
        if self._page == (place, language):
            ahead = self._unread()
            fresh = tuple(one for one in written if one not in self._known or one in ahead)
        self._page, self._known = (place, language), frozenset(written)
        if fresh:
            self._read(fresh, language)
        elif self.busy:
            self._speaker.stop()

    def slower(self, slow: bool) -> None:
        """How what follows is read."""
        self._speaker.slow = slow

    def stop(self) -> None:
        """Be quiet; the page is read from its beginning when it is read again."""
        self._page = None
        self._speaker.stop()

    def forget(self) -> None:
        """The visitor has left."""
        self._page, self._known, self._written, self._said = None, frozenset(), (), ()
        self._speaker.slow = False
        self._speaker.forget()

    def _read(self, written: tuple[str, ...], language: str) -> None:
        self._written, self._reached = written, 0
        self._said = tuple(self._aloud(one, language).replace("\n", " ") for one in written)
        self._speaker.say("\n".join(self._said), language)

    def _unread(self) -> frozenset[str]:
        """The lines that are yet to be read, the present one included; between two clauses the voice is nowhere."""
        self._now()
        return frozenset(self._written[self._reached :]) if self.busy else frozenset()

    def _now(self) -> tuple[int, int, int] | None:
        """Which line is being read, and from where to where of what is said of it."""
        at = self._speaker.at
        if at is None:
            return None
        start = 0
        for index, said in enumerate(self._said):
            if start <= at[0] <= start + len(said):
                self._reached = index
                return index, at[0] - start, at[1] - start
            start += len(said) + 1
        return None

    # -- the mark ----------------------------------------

    def marked(self, scene: Scene, ruler: Ruler) -> Scene:
        """The scene with the mark on the clause that is being read."""
        now = self._now()
        if now is None:
            return scene
        index, start, end = now
        written, said = self._written[index], self._said[index]
        layer = _heard_layer(scene)
        node = next((one.node for one in _lines(layer.nodes) if one.words == written), None)
        if isinstance(node, Label):
            part = written_part(node.full.replace("\n", " "), said, start, end)
            read: tuple[Node, ...] = tuple(_read(node, part, ruler))
        elif isinstance(node, Target):
            read = (node, Fill(node.box.inset(-_EDGE_W), None, node.radius + _EDGE_W, "teal", _EDGE_W))
        else:
            return scene
        layers = tuple(
            replace(one, nodes=_in_place(one.nodes, node, read)) if one is layer else one for one in scene.layers
        )
        return replace(scene, layers=layers)


def _read(label: Label, part: tuple[int, int], ruler: Ruler) -> Iterator[Node]:
    """The label with its mark: the edge and the clause's ground beneath, a line over it; on dark ground only lines.

    The line is drawn last: whoever asks on what a text stands is told the ground.
    """
    paper = label.color in _ON_PAPER
    ink = "teal" if paper else label.color
    placed = list(_placed(label, part, ruler))
    left = min((box.x for box in _line_boxes(label, ruler)), default=label.box.x)
    yield Fill(Box(left - _EDGE_GAP - _EDGE_W, label.box.y, _EDGE_W, label.box.h), ink, _EDGE_W / 2)
    if paper:
        for box in placed:
            clear = box.h * _CLEAR  # a line above may reach into this one with its g and j
            yield Fill(Box(box.x - 4, box.y + clear, box.w + 8, box.h - clear), "teal_wash", 6)
    yield replace(label, color="ink") if label.color in _PALE else label
    for box in placed:
        yield Fill(Box(box.x - 4, box.bottom - _LINE_W, box.w + 8, _LINE_W), ink, _LINE_W / 2)


def _line_boxes(label: Label, ruler: Ruler) -> Iterator[Box]:
    """Where each line of a label stands."""
    high = label.style.line
    for index, line in enumerate(label.lines):
        wide = ruler(line, label.style)
        shift = {"left": 0.0, "center": (label.box.w - wide) / 2, "right": label.box.w - wide}[label.align]
        yield Box(label.box.x + shift, label.box.y + index * high, wide, high)


def _placed(label: Label, part: tuple[int, int], ruler: Ruler) -> Iterator[Box]:
    """The pieces of lines that a part of the text stands on; whole lines where they are not the text's own."""
    text, at = label.full.replace("\n", " "), 0
    for line, box in zip(label.lines, _line_boxes(label, ruler), strict=True):
        begin = text.find(line, at)
        if begin < 0:
            yield box
            continue
        at = begin + len(line)
        first, last = max(part[0], begin) - begin, min(part[1], at) - begin
        piece = line[max(0, first) : max(0, last)].rstrip() if first < last else ""
        if piece:
            yield Box(box.x + ruler(line[:first], label.style), box.y, ruler(piece, label.style), box.h)


def _in_place(nodes: tuple[Node, ...], one: Node, read: tuple[Node, ...]) -> tuple[Node, ...]:
    """The nodes with others in the place of one; groups on the way to it are made anew."""
    for index, node in enumerate(nodes):
        if node is one:
            return (*nodes[:index], *read, *nodes[index + 1 :])
        if isinstance(node, Group | Drift):
            inner = _in_place(node.nodes, one, read)
            if inner is not node.nodes:
                return (*nodes[:index], replace(node, nodes=inner), *nodes[index + 1 :])
    return nodes
