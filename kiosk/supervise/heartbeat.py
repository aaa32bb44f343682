"""systemd's watchdog protocol: one datagram now and then from the UI loop itself, so that a hung loop is restarted."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from typing import Any

Repeat = Callable[[Callable[[Any], Any], float], Any]
"""Call something every so many seconds, on the loop that is to be watched."""


def notify(state: str) -> bool:
    """Tell the service manager something; False when there is none, or it is too busy to listen."""
    address = os.environ.get("NOTIFY_SOCKET")
    if not address:
        return False
    if address.startswith("@"):
        address = "\0" + address[1:]
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as sender:
        try:
            sender.sendto(state.encode(), socket.MSG_DONTWAIT, address)  # a full socket must never block the glass
        except OSError:
            return False
    return True


class Heartbeat:
    """Says READY at the first frame and WATCHDOG at half the interval asked for."""

    def start(self, repeat: Repeat) -> None:
        """Begin; does nothing outside a service manager. `repeat` is the UI loop's own clock."""
        notify("READY=1")
        interval_us = int(os.environ.get("WATCHDOG_USEC", "0"))
        if interval_us:
            repeat(lambda _: notify("WATCHDOG=1"), interval_us / 2e6)
