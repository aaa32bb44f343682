"""What a visitor who listens is told after the glass has changed: a new page, what was pressed, what is new on it.

Compares two trees. One sentence or a few, never the whole page: that is explored.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from screens.access.tree import Item, Tree
from screens.access.words import Words, is_candidate

_MOST = 240  # characters of what is new; the rest is found by exploring
_PRIVATE = ("mailbox.pin",)  # others in the room hear the loudspeaker: it is said to who asks for it
_WIPE_PAD = "pad.clear"  # alive while ink stands on the pad
_DIGITS = re.compile(r"\d+")


def arrival(tree: Tree, words: Words) -> str:
    """A page or a question one has come to."""
    if tree.modal:
        body = " ".join(one.name for one in tree.items if not one.target and one.name != tree.title)
        choices = words.t("choices", names=words.listed([one.name for one in tree.pressable()]))
        said = words.t("question", title=tree.title, body=body, choices=choices)
        return f"{said}\n{words.t('stays')}" if tree.modal == "idle" else said
    page = words.t("page", title=tree.title, n=sum(1 for one in tree.pressable() if one.actions))
    told = [one.name for one in tree.items if one.live and not _is_chrome(one) and not _is_toast(one)]
    return "\n".join([*_toasts(tree.items), page, *told])


def news(before: Tree, after: Tree, acted: str, words: Words) -> str:
    """What has changed between two moments; empty where nothing worth saying has.

    `acted` is the id of what the visitor pressed, empty where time alone has passed: numbers that run are no news then.
    """
    if (before.place, before.modal) != (after.place, after.modal):
        return arrival(after, words)
    if before.title != after.title and (acted or _shape(before.title) != _shape(after.title)):
        return _next_step(before, after, words)
    parts = [_written(before, after, words), *_offered(before, after, words)]
    item, old = after.find(acted), before.find(acted)
    if item is not None and old is not None and not is_candidate(item) and words.state(item) != words.state(old):
        parts.append(words.state(item))
    fresh = [one for one in _fresh(before, after) if not (_only_counts(one, before) and (one.live or not acted))]
    if any(parts):
        fresh = [one for one in fresh if one.live]
    return words.t("comma").join(dict.fromkeys(one for one in (*_within(fresh), *parts) if one))


def _next_step(before: Tree, after: Tree, words: Words) -> str:
    """The same page asks something else: the new question, what stands with it, how much there is to press."""
    fresh = [one for one in _fresh(before, after) if one.name != after.title]
    page = words.t("page", title=after.title, n=sum(1 for one in after.pressable() if one.actions))
    return "\n".join([*_toasts(fresh), page, *_within([one for one in fresh if not _is_toast(one)])])


def _is_toast(item: Item) -> bool:
    return item.id.startswith("toast.")


def _toasts(items: Iterable[Item]) -> list[str]:
    """What answers the visitor for some seconds comes before where they are now."""
    return [one.name for one in items if _is_toast(one)]


def _is_chrome(item: Item) -> bool:
    return item.id.startswith("chrome.")


def _fresh(before: Tree, after: Tree) -> list[Item]:
    """What is read now and wasn't there before. The strip's clock and what is being written are told otherwise."""
    known = {one.name for one in before.items}
    return [
        one
        for one in after.items
        if not one.target
        and one.name not in known
        and one.id != "preedit"
        and one.role != "field"
        and one.id not in _PRIVATE
        and (one.live or not _is_chrome(one))
    ]


def _only_counts(item: Item, before: Tree) -> bool:
    """Whether only a number in it has changed, such as how many characters are written."""
    shape = _shape(item.name)
    return shape != item.name and any(_shape(one.name) == shape for one in before.items)


def _shape(text: str) -> str:
    """A text whatever its numbers are."""
    return _DIGITS.sub("#", text)


def _within(fresh: list[Item]) -> list[str]:
    """The first of it, as much as one listens to without asking."""
    said: list[str] = []
    left = _MOST
    for one in fresh:
        if said and len(one.name) > left:
            break
        said.append(one.name)
        left -= len(one.name)
    return said


def _written(before: Tree, after: Tree, words: Words) -> str:
    """What a field gained or lost."""
    fields = {one.id: one.name for one in before.items if one.role == "field"}
    for one in after.items:
        if one.role == "field" and fields.get(one.id, "") != one.name:
            return _difference(fields.get(one.id, ""), one.name, words)
    gone = [name for id, name in fields.items() if after.find(id) is None]
    return words.t("erased", text=gone[0]) if gone and before.place == after.place else ""


def _difference(old: str, new: str, words: Words) -> str:
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    came, went = new[start : len(new) - end], old[start : len(old) - end]
    if came:
        return words.t("written", text=came)
    return words.t("erased", text=went) if went else ""


def _inked(tree: Tree) -> bool:
    """Whether something stands on a pad."""
    return any(one.id == _WIPE_PAD and not one.disabled for one in tree.items)


def _reads_ink(first: Item, before: Tree, after: Tree) -> bool:
    """Whether the first choice is a reading of what stands on the pad, and no longer the one that was told."""
    old = next((one for one in before.items if is_candidate(one)), None)
    return _inked(after) and (old is None or old.name != first.name or not _inked(before))


def _offered(before: Tree, after: Tree, words: Words) -> list[str]:
    """What is being composed, and the first word offered for it."""
    composed = after.find("preedit")
    first = next((one for one in after.items if is_candidate(one)), None)
    old = next((one for one in before.items if is_candidate(one)), None)
    if first is None or (composed is None and not _reads_ink(first, before, after)):
        return []
    if composed is None:
        return [words.t("first", word=words.explained(first.name))]
    if before.find("preedit") == composed and old is not None and (old.id, old.name) == (first.id, first.name):
        return []
    return [composed.name, words.t("first", word=words.explained(first.name))]
