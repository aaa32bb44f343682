"""Serving the hub: gunicorn with threads, and beside it what a running hub does by itself: it signs the timestamp again
and erases the contacts whose days are over.

One process: SQLite has one writer, and the attempts at enrolment are counted in its memory.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

from django.db import connection
from gunicorn.app.base import BaseApplication

from hub.config import HubSettings
from hub.publishing.builder import Publisher

log = logging.getLogger("hub.server")
_PURGE_HOURS = 12
_CATCH_UP_HOURS = 1


class _Server(BaseApplication):  # type: ignore[misc]
    """gunicorn, told what to do by us instead of by its command line."""

    def __init__(self, options: dict[str, Any]) -> None:
        self._options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from hub.site.wsgi import application

        return application


def serve(host: str, port: int, hub: HubSettings, publisher: Publisher) -> None:
    """Serve until told to stop (SIGTERM or SIGINT)."""
    options = {
        "bind": [f"[{host}]:{port}" if ":" in host else f"{host}:{port}"],
        "workers": 1,
        "worker_class": "gthread",
        "threads": hub.threads,
        "timeout": 60,
        "graceful_timeout": 10,
        "keepalive": 75,
        "accesslog": None,
        "loglevel": "warning",
        "forwarded_allow_ips": "127.0.0.1,::1",
        "control_socket_disable": True,
        "post_worker_init": lambda worker: _keep_fresh(hub, publisher),
    }
    _Server(options).run()


def _keep_fresh(hub: HubSettings, publisher: Publisher) -> None:
    _repeat("refresh", hub.refresh_hours, publisher.refresh)
    _repeat("purge", _PURGE_HOURS, lambda: purge_letters(hub))
    _repeat("letters", _CATCH_UP_HOURS, lambda: catch_up_letters(hub))


def purge_letters(hub: HubSettings) -> None:
    """Erase what is due; a letter that cannot be opened is told to the log, and tried again next time."""
    from django.utils import timezone

    from hub.letters.retention import purge
    from hub.publishing.keys import HubKeyring

    done = purge(HubKeyring(hub.keys_dir), timezone.now(), hub.contact_days)
    if done.erased:
        log.info("contacts of %d closed letters erased", done.erased)
    if done.shut:
        log.warning("%d closed letters cannot be opened; their contacts could not be erased", done.shut)


def catch_up_letters(hub: HubSettings) -> None:
    """Sort what is unsorted, and do what writers asked for and could not be done at once."""
    from django.utils import timezone

    from hub.letters.arrivals import catch_up
    from hub.publishing.keys import HubKeyring

    catch_up(HubKeyring(hub.keys_dir), timezone.now())


def _repeat(name: str, hours: float, work: Callable[[], object]) -> None:
    """Do it now and every so many hours; the hub goes on serving whatever happens, and `hub doctor` tells."""
    stop = threading.Event()

    def forever() -> None:
        while True:
            try:
                work()
            except Exception:
                log.exception("background work: %s", name)
            finally:
                connection.close()  # of this thread: none may stay open and idle for hours
            if stop.wait(hours * 3600):
                return

    threading.Thread(target=forever, name=name, daemon=True).start()
