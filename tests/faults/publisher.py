"""A hub's staff who publish all day: run as a process with the hub's environment, one folder a line, one answer each.

Owns nothing of its own: each line is `hub import content` and `hub publish`, without starting Python anew for them.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from pathlib import Path


def main() -> None:
    """Publish each folder named on stdin; print `done` when stations can fetch it."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "hub.site.settings"
    import django

    django.setup()
    from hub import commands

    for line in sys.stdin:
        with contextlib.redirect_stdout(io.StringIO()):
            commands.import_content(Path(line.strip()), overwrite=True)
            commands.publish(False)
        sys.stdout.write("done\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
