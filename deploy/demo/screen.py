"""A screen for a machine that has none: Xvfb, and noVNC to see and touch it in a browser.

Owns the three programs (all Debian's) and how they find each other. Everything listens on 127.0.0.1 only.
"""

from __future__ import annotations

import os
import select
from collections.abc import Mapping
from pathlib import Path

from deploy.demo.children import Children, answers, free_port

NOVNC = Path("/usr/share/novnc")
BROWSER_PORT = 6080


def has_display(environ: Mapping[str, str]) -> bool:
    """Whether a window can be opened where these variables hold."""
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def address(port: int) -> str:
    """Where a browser opens the screen: connected at once, scaled to the browser's window."""
    return f"http://127.0.0.1:{port}/vnc_lite.html?autoconnect=true&scale=true&path=websockify"


def start_virtual_screen(children: Children, environ: Mapping[str, str], size: tuple[int, int]) -> tuple[str, str]:
    """Start the screen and its way into a browser. Returns its display name and the address to open.

    Raises:
        ChildEnded: one of the programs did not start.
        TimeoutError: one of them did not answer.
    """
    display = _start_x(children, environ, size)
    vnc, web = free_port(), free_port(BROWSER_PORT)
    x11vnc = ["x11vnc", "-display", display, "-rfbport", str(vnc), "-localhost", "-forever", "-shared", "-nopw"]
    children.start("x11vnc", [*x11vnc, "-quiet", "-noxrecord", "-cursor", "arrow"], environ)
    children.wait_until(lambda: answers(vnc), "the virtual screen's VNC server", 20)
    children.start("novnc", ["websockify", "--web", NOVNC, f"127.0.0.1:{web}", f"127.0.0.1:{vnc}"], environ)
    children.wait_until(lambda: answers(web), "the virtual screen's web page", 20)
    return display, address(web)


def _start_x(children: Children, environ: Mapping[str, str], size: tuple[int, int]) -> str:
    """Start Xvfb on a display of its own choosing; it writes the number once it is ready."""
    read, write = os.pipe()
    try:
        screen = f"{size[0]}x{size[1]}x24"
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", screen, "-nolisten", "tcp", "-noreset"]
        children.start("xvfb", command, environ, keep_fds=(write,))
        children.wait_until(lambda: bool(select.select([read], [], [], 0)[0]), "the virtual screen", 20)
        return f":{os.read(read, 16).decode().strip()}"
    finally:
        os.close(read)
        os.close(write)
