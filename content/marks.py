"""A YAML file with its line numbers: the plain data, and the line of anything in it.

Owns parsing (safe: no tags that build objects) and the refusal of doubled keys, which YAML itself would let pass.
Leaves to others what the data mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml
from yaml.constructor import SafeConstructor

from content.walk import Way

# a station reads the bundled exhibition when it starts: libyaml is ten times as fast
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class YamlProblem(ValueError):
    """The text is no YAML, or a key stands twice. `line` counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class Marked:
    """Data of a YAML file; `line` finds where a part of it stands."""

    data: Any
    _root: yaml.Node | None

    def line(self, way: Way) -> int:
        """The line (from 1) of the part at `way`, or of the nearest part around it that exists."""
        node, line = self._root, 1
        for step in way:
            found = _child(node, step)
            if found is None:
                break
            mark, node = found
            line = mark.start_mark.line + 1
        return line


def parse(text: str) -> Marked:
    """Read YAML.

    Raises: YamlProblem.
    """
    try:
        root = yaml.compose(text, Loader=_LOADER)
        if root is None:
            return Marked(None, None)
        _refuse_doubles(root)
        return Marked(SafeConstructor().construct_document(root), root)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlProblem(mark.line + 1 if mark else 1, f"not YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise YamlProblem(1, f"not YAML: {error}") from error


def _refuse_doubles(node: yaml.Node) -> None:
    if isinstance(node, yaml.SequenceNode):
        for one in node.value:
            _refuse_doubles(one)
    elif isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if str(key.value) in seen:
                raise YamlProblem(key.start_mark.line + 1, f"{key.value!r} stands twice; remove one of the two")
            seen.add(str(key.value))
            _refuse_doubles(value)


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    """The node whose line is meant (the key of a mapping, the item of a list), and the value."""
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None
