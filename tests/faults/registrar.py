"""Staff who enrol stations all morning: run as a process with the hub's environment; one code for each name told."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Print `hub enrol`'s answer for each argument, without starting Python anew for them."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "hub.site.settings"
    import django

    django.setup()
    from hub import commands

    for name in sys.argv[1:]:
        commands.enrol(name)


if __name__ == "__main__":
    main()
