"""Keeps the C heap from growing with what was freed long ago: pictures and lines of type come and go for months; and
has it overwrite what is freed, words of visitors among it.

glibc learns from the first large buffers it frees to keep such buffers, and gives little back by itself: after some
hundred changes of screen a twelfth of the station's memory was air. Elsewhere than on glibc nothing is done.
"""

from __future__ import annotations

import ctypes
from functools import lru_cache
from typing import Any

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _PERTURB, _ARENA_MAX = -1, -3, -6, -8  # malloc.h
_SETTINGS = ((_MMAP_THRESHOLD, 64 << 10), (_TRIM_THRESHOLD, 128 << 10), (_ARENA_MAX, 2), (_PERTURB, 0xA5))
_ASIDE = range(24, 1033, 16)  # the sizes of which a thread keeps some that were freed, and does not overwrite those
_MOST_ASIDE = 8


def be_frugal() -> bool:
    """From now on large buffers go straight back to the system. Whether this C library knows how."""
    libc = _libc()
    return libc is not None and all(libc.mallopt(name, value) == 1 for name, value in _SETTINGS)


def give_back() -> None:
    """Give back what is free, in some milliseconds: for moments at rest."""
    libc = _libc()
    if libc is not None:
        libc.malloc_trim(0)


def overwrite_kept_aside() -> None:
    """What this thread keeps of what it freed, to have it at hand: take it, write over it, free it."""
    libc = _libc()
    if libc is None:
        return
    for size in _ASIDE:
        taken = [libc.malloc(size) for _ in range(_MOST_ASIDE)]
        for place in taken:
            libc.memset(place, 0, size)
        for place in taken:
            libc.free(place)


@lru_cache(maxsize=1)
def _libc() -> Any:
    """glibc; None where the C library is another."""
    try:
        libc = ctypes.CDLL("libc.so.6")
        _ = libc.mallopt, libc.malloc_trim
        libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
        libc.memset.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t]
        libc.free.argtypes = [ctypes.c_void_p]
    except (OSError, AttributeError):
        return None
    return libc
