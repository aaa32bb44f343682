"""A fresh virtual X screen whose pixels can be read without asking X, and a finger on it.

Xvfb keeps its picture in a file (-fbdir), so watching for the first changed pixel costs the X server nothing. Touches
are XTEST events, as a touch panel's driver would send them. Coordinates are pixels, origin top left.
"""

from __future__ import annotations

import ctypes
import mmap
import os
import struct
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

Area = tuple[int, int, int, int]
Pixel = tuple[int, int, int]

_ROWS = 24  # rows of an area that are looked at: enough for any real change, few enough to look often
_LOOK_S = 0.0004


class ScreenError(Exception):
    """The virtual screen did not start or cannot be touched; the message says what is missing."""


class XScreen:
    """One Xvfb. Use as a context: leaving it ends the server."""

    def __init__(self, width: int = 1920, height: int = 1080) -> None:
        self.size = (width, height)

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory(prefix="bench-x-")
        read, write = os.pipe()
        screen = f"{self.size[0]}x{self.size[1]}x24"
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", screen, "-nolisten", "tcp", "-noreset"]
        self._server = subprocess.Popen(
            [*command, "-fbdir", self._folder.name], pass_fds=[write], stderr=subprocess.DEVNULL
        )
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise ScreenError("Xvfb did not start")
        self.display = f":{number}"
        self._map()
        self._open_finger()
        return self

    def __exit__(self, *_: object) -> None:
        self._x11.XCloseDisplay(self._connection)
        self._picture.close()
        self._server.terminate()
        self._server.wait()
        self._folder.cleanup()

    @property
    def pid(self) -> int:
        """Process of the X server."""
        return self._server.pid

    # -- looking ----------------------------------------

    def _map(self) -> None:
        with (Path(self._folder.name) / "Xvfb_screen0").open("rb") as file:
            self._picture = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        header = struct.unpack(">25I", self._picture[:100])
        self._start = header[0] + header[19] * 12
        self._stride = header[12]
        if header[11] != 32:
            raise ScreenError(f"expected 32 bits a pixel, found {header[11]}")

    def pixel(self, x: int, y: int) -> Pixel:
        """Red, green, blue."""
        at = self._start + y * self._stride + 4 * x
        blue, green, red = self._picture[at : at + 3]
        return red, green, blue

    def look(self, area: Area) -> bytes:
        """Some rows of an area, to compare with another look."""
        x, y, w, h = area
        step = max(1, h // _ROWS)
        starts = (self._start + row * self._stride + 4 * x for row in range(y, y + h, step))
        return b"".join(self._picture[at : at + 4 * w] for at in starts)

    def wait_for(self, condition: Callable[[], bool], seconds: float) -> float:
        """When the condition first held, by time.perf_counter. Raises: TimeoutError."""
        end = time.perf_counter() + seconds
        while (now := time.perf_counter()) < end:
            if condition():
                return now
            time.sleep(_LOOK_S)
        raise TimeoutError("nothing changed on the screen")

    def wait_still(self, area: Area, seconds: float = 5.0, quiet_s: float = 0.12) -> bytes:
        """What an area shows once it has stopped changing. Raises: TimeoutError."""
        end = time.perf_counter() + seconds
        seen, since = self.look(area), time.perf_counter()
        while (now := time.perf_counter()) < end:
            time.sleep(0.01)
            shown = self.look(area)
            if shown != seen:
                seen, since = shown, now
            elif now - since > quiet_s:
                return seen
        raise TimeoutError("the screen does not come to rest")

    # -- touching ----------------------------------------

    def _open_finger(self) -> None:
        try:
            self._x11, self._test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        except OSError as error:
            raise ScreenError(f"touching needs Debian's libxtst6: {error}") from error
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._connection = ctypes.c_void_p(self._x11.XOpenDisplay(self.display.encode()))
        if not self._connection:
            raise ScreenError(f"no connection to {self.display}")

    def move(self, x: float, y: float) -> None:
        """The finger is above this point (a mouse-emulating panel says so just before the touch)."""
        self._test.XTestFakeMotionEvent(self._connection, -1, round(x), round(y), ctypes.c_ulong(0))
        self._x11.XSync(self._connection, 0)

    def press(self, down: bool) -> float:
        """Touch or let go; returns when, by time.perf_counter."""
        at = time.perf_counter()
        self._test.XTestFakeButtonEvent(self._connection, 1, int(down), ctypes.c_ulong(0))
        self._x11.XFlush(self._connection)
        return at
