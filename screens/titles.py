"""The Chinese title kept beside a foreign one (语言文字法 art. 13-14, rule C-32): on the strip, above the page's own.

Owns where it comes from: the same page laid out once for a reader of Chinese, whose first heading is the title. So no
view can forget it. A page that shows the Chinese words itself (home, the idle screen) gets no second ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from screens.look import Look
from screens.scene import Group, Label, Node
from screens.screen import View

_MOST = 64  # titles remembered: more than a long visit sees


class Titles:
    """Titles in Chinese, laid out once for each foreign one that a visit shows."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, str], str] = {}

    def beside(self, name: object, look: Look, view_of: Callable[[Look], View]) -> View:
        """The view, with its Chinese title where the visitor reads another language."""
        view = view_of(look)
        own = title_of(view, look) if look.english else None
        if own is None:
            return view
        key = (name, own.full)
        if key not in self._known:
            if len(self._known) >= _MOST:
                self._known.clear()
            plain = replace(look.variant, language="zh-Hans", text="normal")
            chinese = replace(look, variant=plain, canvas=None, docked=True)
            found = title_of(view_of(chinese), chinese)
            self._known[key] = found.full if found else ""
        title = self._known[key]
        shown = title and any(title in label.full for label in labels(view.nodes))
        return view if shown else replace(view, chinese=title)


def title_of(view: View, look: Look) -> Label | None:
    """The first heading of a page that is set as one: the step of a letter where one is stands in small type."""
    least = look.style("h3").size
    headings = [one for one in labels(view.nodes) if one.role == "heading" and one.full]
    return next((one for one in headings if one.style.size >= least), headings[0] if headings else None)


def labels(nodes: tuple[Node, ...]) -> Iterator[Label]:
    """Every label, those in groups included."""
    for node in nodes:
        if isinstance(node, Label):
            yield node
        elif isinstance(node, Group):
            yield from labels(node.nodes)
