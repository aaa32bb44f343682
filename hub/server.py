"""Serving the hub: gunicorn with threads, and one thread that signs the timestamp again while the hub runs.

One process: SQLite has one writer, and the attempts at enrolment are counted in its memory.
"""

from __future__ import annotations

import logging
import threading
from typing import Any

from gunicorn.app.base import BaseApplication

from hub.config import HubSettings
from hub.publishing.builder import Publisher

log = logging.getLogger("hub.server")


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
    stop = threading.Event()

    def work() -> None:
        while True:
            try:
                publisher.refresh()
            except Exception:  # the hub goes on serving; `hub doctor` tells when it matters
                log.exception("signing again")
            if stop.wait(hub.refresh_hours * 3600):
                return

    threading.Thread(target=work, name="refresh", daemon=True).start()
