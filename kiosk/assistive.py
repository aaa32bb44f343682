"""The same things offered to assistive technology (a screen reader, a switch) through AT-SPI, by AccessKit.

An optional package, and only where a desktop session's D-Bus says that somebody listens: without the package, without
the bus or without a listener nothing is loaded and nothing runs. Leaves to others: what the things are
(`screens.access.tree`), what a press does (the director, through the shell).
"""

from __future__ import annotations

import logging
import subprocess
import threading
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from kiosk.ui_thread import run_on_ui
from screens.access.tree import Item, Tree

if TYPE_CHECKING:
    from screens.widgets.assistance import Assistance

log = logging.getLogger(__name__)

_LOOK_EVERY_S = 30.0
_ASK = (
    "dbus-send", "--session", "--print-reply=literal", "--reply-timeout=1000", "--dest=org.a11y.Bus", "/org/a11y/bus",
    "org.freedesktop.DBus.Properties.Get", "string:org.a11y.Status",
)  # fmt: skip
_ROLES = {
    "heading": "HEADING", "text": "LABEL", "note": "LABEL", "caption": "LABEL", "status": "STATUS", "image": "IMAGE",
    "qr": "IMAGE", "button": "BUTTON", "toggle": "SWITCH", "tab": "TAB", "option": "RADIO_BUTTON", "slider": "SLIDER",
    "field": "TEXT_INPUT",
}  # fmt: skip
_ACTIONS = {"press": "CLICK", "focus": "FOCUS", "more": "INCREMENT", "less": "DECREMENT"}
ROOT = 1


def can_be_offered(environ: Mapping[str, str]) -> bool:
    """Whether there is a bus to offer it on, and the package to do so. Loads neither."""
    return "DBUS_SESSION_BUS_ADDRESS" in environ and find_spec("accesskit") is not None


def somebody_listens() -> bool:
    """Whether assistive technology runs in this session. Starts nothing on a bus that has none."""
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        try:
            ended = subprocess.run([*_ASK, f"string:{name}"], capture_output=True, text=True, timeout=3, check=False)
        except (OSError, subprocess.SubprocessError):
            return False
        if ended.returncode == 0 and "true" in ended.stdout:
            return True
    return False


class Watch:
    """Looks every half minute whether somebody listens, and then makes the offer once. `end` ends it."""

    def __init__(self, found: Callable[[], None], listens: Callable[[], bool] = somebody_listens) -> None:
        self._found = found
        self._listens = listens
        self._ended = threading.Event()

    def start(self) -> None:
        """Begin to look, on a thread of its own."""
        threading.Thread(target=self._look, name="assistive", daemon=True).start()

    def end(self) -> None:
        """Look no more."""
        self._ended.set()

    def _look(self) -> None:
        while not self._ended.is_set():
            if self._listens():
                self._found()
                return
            self._ended.wait(_LOOK_EVERY_S)


class Offer:
    """The adapter. `do(action, id)` is called on AccessKit's own thread; `scale` maps design pixels to the window's."""

    def __init__(self, name: str, do: Callable[[str, str], None]) -> None:
        import accesskit

        self._ak = accesskit
        self._name = name
        self._do = do
        self._numbers: dict[str, int] = {}
        self._shown: tuple[Tree, str, float] = (Tree("", "", ()), "", 1.0)
        self._lock = threading.Lock()
        self._adapter = accesskit.unix.Adapter(self._update, self._asked, lambda: None)

    def show(self, tree: Tree, focus: str, scale: float) -> None:
        """What is on the glass now."""
        shown = (tree, focus, scale)
        if shown != self._shown:
            self._shown = shown
            self._adapter.update_if_active(self._update)

    def focused(self, focused: bool) -> None:
        """Whether the window has the keyboard."""
        self._adapter.update_window_focus_state(focused)

    def _update(self) -> Any:
        ak = self._ak
        with self._lock:
            tree, focus, scale = self._shown
            nodes = [(self._number(one.id), self._node(one, scale)) for one in tree.items]
            root = ak.Node(ak.Role.WINDOW)
            root.set_label(tree.title or self._name)
            root.set_children([number for number, _ in nodes])
            known = {self._number(one.id) for one in tree.items}
            at = self._number(focus) if focus else ROOT
            update = ak.TreeUpdate(at if at in known else ROOT)
            update.tree = ak.Tree(ROOT)
            update.nodes = [(ROOT, root), *nodes]
            return update

    def _node(self, item: Item, scale: float) -> Any:
        ak = self._ak
        node = ak.Node(getattr(ak.Role, _ROLES[item.role]))
        if item.role in ("text", "note", "caption", "status", "field"):
            node.set_value(item.name)
        node.set_label(item.name)
        box = item.box
        node.set_bounds(ak.Rect(box.x * scale, box.y * scale, box.right * scale, box.bottom * scale))
        self._state(node, item)
        if item.actions:
            node.add_action(ak.Action.FOCUS)
            for action in item.actions:
                node.add_action(getattr(ak.Action, _ACTIONS[action]))
        return node

    def _state(self, node: Any, item: Item) -> None:
        ak = self._ak
        if item.checked is not None:
            node.set_toggled(ak.Toggled.TRUE if item.checked else ak.Toggled.FALSE)
        if item.selected is not None:
            node.set_selected(item.selected)
            if item.role == "option":
                node.set_toggled(ak.Toggled.TRUE if item.selected else ak.Toggled.FALSE)
        if item.expanded is not None:
            node.set_expanded(item.expanded)
        if item.disabled:
            node.set_disabled()
        if item.level:
            node.set_level(item.level)
        if item.value:
            node.set_value(item.value)
        if item.share is not None:
            node.set_numeric_value(item.share)
            node.set_min_numeric_value(0.0)
            node.set_max_numeric_value(1.0)
        if item.live:
            node.set_live(ak.Live.ASSERTIVE if item.live == "urgent" else ak.Live.POLITE)

    def _number(self, id: str) -> int:
        return self._numbers.setdefault(id, len(self._numbers) + ROOT + 1)

    def _asked(self, request: Any) -> None:
        """A listener asks for something. Which is answered later, on the glass's own thread."""
        ak = self._ak
        number = getattr(request, "target", None) or getattr(request, "target_node", None)
        id = next((id for id, one in self._numbers.items() if one == number), "")
        action = next((ours for ours, theirs in _ACTIONS.items() if request.action == getattr(ak.Action, theirs)), "")
        if id and action:
            self._do(action, id)


def offer_when_wanted(
    assist: Assistance, environ: Mapping[str, str], listens: Callable[[], bool] = somebody_listens
) -> Watch | None:
    """Offer what `assist` sees once somebody listens; None where that can never be."""
    if not can_be_offered(environ):
        return None

    def offer() -> None:
        made = Offer("Bayu Practice Station", lambda action, id: run_on_ui(lambda: assist.asked(action, id)))
        assist.tell(made.show)
        made.focused(True)

    watch = Watch(lambda: run_on_ui(offer), listens)
    watch.start()
    return watch
