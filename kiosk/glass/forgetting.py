"""When a visitor has left: what they wrote is overwritten in the memory that was freed, too.

A freed string stays where it was until something else happens to need its place, so a memory that nobody uses any
more would tell the next hours what a visitor wrote. glibc overwrites what it frees (`heap.be_frugal`); here the rest
is done: what it keeps aside for each thread, and Python's own small blocks, which it never gives to glibc. All of
these are taken once, written over, and freed again. Leaves to others: letting go of every object that holds a word.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from pathlib import Path

from kiosk.glass import heap

_SIZES = range(16, 513, 16)  # Objects/obmalloc.c: blocks of 16 to 512 bytes, in pools of 16 KiB
_POOL = 16 << 10
_FILLING = 480  # blocks of this size leave 16 bytes of a pool, at an end that only blocks of 16 bytes reach
_ARENA_PAGES = 256  # 1 MiB
_HEAD = 33  # bytes that an empty `bytes` takes
_NEEDED = 48 * _POOL  # of the new arena: a pool for each size, carved off from its beginning
_MOST_POOLS = 8192  # 128 MiB: there is never so much, so something is not as we think
_SHEET = 4096


def overwrite_freed() -> bool:
    """Write over everything that was freed. Takes some hundredths of a second; False where it could not be finished."""
    gc.collect()
    done = os.environ.get("PYTHONMALLOC", "pymalloc") == "pymalloc" and _overwrite_small_blocks()
    heap.overwrite_kept_aside()
    heap.give_back()
    return done


class _Holder:
    """Keeps blocks taken until all are taken. Its own lists are too large to lie among them."""

    def __init__(self) -> None:
        self._sheets: list[list[object]] = []
        self._next = _SHEET

    def add(self, block: object) -> None:
        if self._next == _SHEET:
            self._sheets.append([None] * _SHEET)
            self._next = 0
        self._sheets[-1][self._next] = block
        self._next += 1


def _overwrite_small_blocks() -> bool:
    """Take blocks of one size until Python needs new memory: then no pool is free any more. Then blocks of the other
    sizes until they come from that new memory: then no block is free any more."""
    holder = _Holder()
    fresh = _take_free_pools(holder)
    if not fresh:
        return False
    taken = [_take_free_blocks(holder, size, fresh) for size in _SIZES if size != _FILLING]
    return all(taken)


def _take_free_pools(holder: _Holder) -> range:
    """Where new memory begins; an empty range where it never came."""
    make, count = _maker(_FILLING), _POOL // _FILLING
    before = _pages()
    for _ in range(_MOST_POOLS):
        block: object = None
        for _ in range(count):
            block = make()
            holder.add(block)
        now = _pages()
        if now - before >= _ARENA_PAGES:
            start = id(block) & ~(_POOL - 1)
            return range(start, start + _NEEDED)  # its end is not known: what lies behind may be old
        before = now
    return range(0)


def _take_free_blocks(holder: _Holder, size: int, fresh: range) -> bool:
    make, count = _maker(size), max(1, _POOL // size // 4)
    for _ in range(_MOST_POOLS * 4):
        block: object = None
        for _ in range(count):
            block = make()
            holder.add(block)
        if id(block) in fresh:
            return True
    return False


def _maker(size: int) -> Callable[[], object]:
    """Makes something that fills a block of exactly this size."""
    if size == 16:
        return object
    if size == 32:
        return complex
    room = size - _HEAD
    return lambda: bytes(room)


def _pages() -> int:
    """Pages of memory that this process has been given."""
    return int(Path("/proc/self/statm").read_bytes().split()[0])
