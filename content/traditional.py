"""Traditional characters for readers from elsewhere: made from the Simplified text when content is published.

Owns the conversion (OpenCC's, with names that a table of characters gets wrong put right by hand) and filling it in.
What an author has written in Traditional stays. A station only reads what was made: it needs no OpenCC. Regional words
are left alone: the texts quote the documents of one place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from content.schema import Published, Words

#: Reviewed by hand: Simplified, and what OpenCC would not make of it. In the first five 里 is a neighbourhood, in the
#: next four it is an inside; 只 is "only", 了 ends a verb, 面 is a surface, 复 an answer.
REVIEWED = {
    "渝里乡商": "渝里鄉商", "渝里": "渝里", "乡里": "鄉里", "邻里": "鄰里", "里弄": "里弄",
    "报道里": "報道裡", "楼道里": "樓道裡", "楼里": "樓裡", "院里": "院裡",
    "只为": "只為", "只给": "只給", "写明了": "寫明了", "面积": "面積", "扩面": "擴面", "回复": "回覆",
}  # fmt: skip
_CONFIG = "s2tw"  # 裡 and 群, which readers in Hong Kong know too; OpenCC's own standard would write 裏 and 羣

Convert = Callable[[str], str]
_M = TypeVar("_M", bound=Published)


def opencc() -> Convert | None:
    """OpenCC with the reviewed names, where it is installed."""
    try:
        from opencc import OpenCC
    except ImportError:
        return None
    return reviewed(OpenCC(_CONFIG).convert)


def reviewed(convert: Convert) -> Convert:
    """A conversion that leaves the reviewed names as they were reviewed."""

    def around(text: str, names: tuple[str, ...]) -> str:
        if not names:
            return convert(text)
        first, *rest = names
        return REVIEWED[first].join(around(part, tuple(rest)) if part else "" for part in text.split(first))

    order = tuple(sorted(REVIEWED, key=len, reverse=True))
    return lambda text: around(text, tuple(name for name in order if name in text))


def fill(published: _M, convert: Convert) -> _M:
    """The same with Traditional words wherever nobody has written them."""
    filled: _M = _filled(published, convert)
    return filled


def _filled(value: Any, convert: Convert) -> Any:
    if isinstance(value, Published):
        changed = {}
        for name in type(value).model_fields:
            before = getattr(value, name)
            after = _filled(before, convert)
            if after is not before:
                changed[name] = after
        if isinstance(value, Words) and value.zh_hant is None:
            made = convert(value.zh_hans)
            if made != value.zh_hans:  # else the Simplified text is shown, which is the same
                changed["zh_hant"] = made
        return value.model_copy(update=changed) if changed else value
    if isinstance(value, tuple):
        members = tuple(_filled(one, convert) for one in value)
        return members if any(a is not b for a, b in zip(members, value, strict=True)) else value
    if isinstance(value, dict):
        return {key: _filled(one, convert) for key, one in value.items()}
    return value
