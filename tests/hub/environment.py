"""Django for tests: the hub's own settings, in memory unless HUB_DATABASE_URL names a server."""

from __future__ import annotations

import os
import tempfile
import warnings


def set_up() -> None:
    """Set Django up once for this process. The hub's home is set by each test; here it only must not be a real one."""
    os.environ.setdefault("HUB_DATABASE_URL", "sqlite:///:memory:")
    os.environ.setdefault("HUB_HOME", tempfile.gettempdir() + "/no-hub-here")
    os.environ["DJANGO_SETTINGS_MODULE"] = "hub.site.settings"
    import django

    with warnings.catch_warnings():
        # Django and Wagtail name what their next versions drop; that is theirs to mend
        warnings.simplefilter("default", DeprecationWarning)
        warnings.simplefilter("default", PendingDeprecationWarning)
        django.setup()
