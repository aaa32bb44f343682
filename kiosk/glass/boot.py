"""What must happen before the first import of Kivy: environment and window settings. Import this module first.

Kivy reads argv, a config file in the home folder and the log mode at import; a kiosk wants none of them.
"""

from __future__ import annotations

import logging
import os
import tempfile
from pathlib import Path

_ENVIRONMENT = {
    "KIVY_NO_ARGS": "1",  # else Kivy takes our command line
    "KIVY_NO_CONFIG": "1",  # every machine starts alike
    "KIVY_NO_FILELOG": "1",  # logs must not fill the disk
    "KIVY_LOG_MODE": "PYTHON",  # else tracebacks vanish with the console log
    "KIVY_IMAGE": "sdl2,pil",  # ffpyplayer costs 25 MB when it is merely installed
    "KIVY_WINDOW": "sdl2",
    "KIVY_TEXT": "sdl2",
    "KIVY_GL_BACKEND": "sdl2",
    "SDL_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR": "0",
}


def prepare(size: tuple[int, int], *, headless: bool, fullscreen: bool = False, touch: str = "mouse") -> None:
    """Set the environment and Kivy's configuration. Must run before anything imports Kivy's window."""
    for name, value in _ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    if headless:
        os.environ["SDL_VIDEODRIVER"] = "offscreen"
    home = Path(os.environ.setdefault("KIVY_HOME", str(Path(tempfile.gettempdir()) / f"bayu-kivy-{os.getuid()}")))
    home.mkdir(parents=True, exist_ok=True)
    logging.getLogger("kivy").setLevel(logging.WARNING)
    from kivy.config import Config

    graphics: dict[str, object] = {
        "width": size[0],
        "height": size[1],
        "borderless": 1,
        "resizable": 0,
        "show_cursor": 0 if fullscreen else 1,
        "fullscreen": "auto" if fullscreen and _has_window_manager() else 0,
        "multisamples": 0,  # costs a software rasteriser two thirds of its frames; edges are smoothed by textures
        "maxfps": 60,
        "vsync": 0,
        "allow_screensaver": 0,
        "position": "custom",
        "left": 0,
        "top": 0,
    }
    general: dict[str, object] = {
        "exit_on_escape": 0,
        "pause_on_minimize": 0,
        "keyboard_mode": "",
        "log_level": "warning",
    }
    for section, values in (("graphics", graphics), ("kivy", general)):
        for key, setting in values.items():
            Config.set(section, key, str(setting))
    for section in ("input", "modules"):
        for key in list(Config.options(section)):
            Config.remove_option(section, key)
    if headless:
        return
    if touch == "mtdev":  # never two providers at once: each would report the same tap (kivy issue 3801)
        Config.set("input", "mtdev_%(name)s", "probesysfs,provider=mtdev")
    else:
        Config.set("input", "mouse", "mouse,disable_multitouch")


def _has_window_manager() -> bool:
    """On a bare X server a full-screen window stays small while Kivy believes it large (measured)."""
    return os.environ.get("KIOSK_BARE_X") != "1"


def screen_size() -> tuple[int, int] | None:
    """Size of the X screen, asked of `xrandr`-free X itself; None when it can't be known."""
    import ctypes
    import ctypes.util

    name = ctypes.util.find_library("X11")
    if not name or "DISPLAY" not in os.environ:
        return None
    x11 = ctypes.CDLL(name)
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultScreen.argtypes = [ctypes.c_void_p]
    x11.XDisplayWidth.argtypes = x11.XDisplayHeight.argtypes = [ctypes.c_void_p, ctypes.c_int]
    x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
    display = x11.XOpenDisplay(None)
    if not display:
        return None
    screen = x11.XDefaultScreen(display)
    size = x11.XDisplayWidth(display, screen), x11.XDisplayHeight(display, screen)
    x11.XCloseDisplay(display)
    return size
