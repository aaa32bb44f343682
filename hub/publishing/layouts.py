"""Does every text fit on a station? Asked of `kiosk fits`, a process of its own: the hub has neither screens nor fonts.

Owns which parts are still to be looked at, the process, and keeping its answers by the digest of the words. What the
package brings along was looked at when the package was made. Leaves wording to `checks`, and when to do it to `builder`
and the pages.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import logging
import shlex
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from django.db import connection
from django.utils import timezone

from content import bundled, schema
from content.bundle import to_files
from hub.publishing.models import Layout

log = logging.getLogger("hub.layouts")

_PARTS = ("home", "answers", "glossary", "quiz", "tours", "mailbox", "directory")
_SECONDS_A_PART = 120
_busy = threading.Lock()
_KEPT = 400


class NotLookedAt(Exception):
    """The station's program did not answer; the message says why."""


@dataclass(frozen=True)
class Layouts:
    """Looks at an exhibition with a program. `program` is empty where there is none: nothing is looked at then."""

    program: tuple[str, ...]
    known: Mapping[str, str] = field(default_factory=dict)

    def outstanding(self, exhibition: schema.Exhibition) -> tuple[str, ...]:
        """Parts that nobody has looked at since their words changed; none without a program."""
        if not self.program:
            return ()
        digests = digests_of(exhibition)
        seen = set(Layout.objects.filter(digest__in=digests.values()).values_list("digest", flat=True))
        return tuple(part for part, one in digests.items() if one not in seen and self.known.get(part) != one)

    def unfit(self, exhibition: schema.Exhibition) -> tuple[dict[str, Any], ...]:
        """What was found in these very words."""
        found = Layout.objects.filter(digest__in=digests_of(exhibition).values()).order_by("part")
        return tuple(one for layout in found for one in layout.unfit)

    def look(self, exhibition: schema.Exhibition) -> tuple[str, ...]:
        """Look at what is outstanding; one process at a time. Returns the parts looked at. Raises NotLookedAt."""
        with _busy:
            parts = self.outstanding(exhibition)
            if parts:
                self._keep(exhibition, parts, _answer(self.program, exhibition, parts))
        return parts

    def look_later(self, exhibition: schema.Exhibition) -> tuple[str, ...]:
        """The same on a thread, unless it is being done. The parts that are outstanding."""
        parts = self.outstanding(exhibition)
        if parts and not _busy.locked():
            threading.Thread(target=self._behind, args=(exhibition,), name="layouts", daemon=True).start()
        return parts

    def _behind(self, exhibition: schema.Exhibition) -> None:
        try:
            self.look(exhibition)
        except NotLookedAt as error:
            log.warning("layouts: %s", error)
        finally:
            connection.close()

    def _keep(self, exhibition: schema.Exhibition, parts: Iterable[str], unfit: list[dict[str, Any]]) -> None:
        digests = digests_of(exhibition)
        for part in parts:
            own = [one for one in unfit if one["part"] == part]
            Layout.objects.update_or_create(
                digest=digests[part], defaults={"part": part, "unfit": own, "at": timezone.now()}
            )
        old = Layout.objects.order_by("-at").values_list("digest", flat=True)[_KEPT:]
        Layout.objects.filter(digest__in=list(old)).delete()


NO_LAYOUTS = Layouts(())
"""Where nothing lays texts out."""


def layouts(program: str) -> Layouts:
    """By the setting `layout_program`: `auto`, `off`, or a command that answers as `kiosk` does."""
    if program == "off":
        return NO_LAYOUTS
    if program != "auto":
        return Layouts(tuple(shlex.split(program)), _bundled())
    installed = all(importlib.util.find_spec(name) is not None for name in ("kiosk", "kivy"))
    return Layouts((sys.executable, "-m", "kiosk"), _bundled()) if installed else NO_LAYOUTS


def digests_of(exhibition: schema.Exhibition) -> dict[str, str]:
    """Part -> digest of its words, in the order in which they are looked at."""
    files = to_files(exhibition)
    names = {one.id: f"exhibits/{one.id}/exhibit.json" for one in exhibition.exhibits}
    names |= {part: f"{part}.json" for part in _PARTS}
    return {part: hashlib.sha256(files[path]).hexdigest() for part, path in names.items()}


@cache
def _bundled() -> Mapping[str, str]:
    """Digests of what is in the package. Traditional Chinese is left out: it is made when a release is."""
    from content.authoring import AuthoringError, read_exhibition

    nobody = schema.Directory(as_of=timezone.localdate(), regions=(), deputies=())
    try:
        return digests_of(read_exhibition(bundled.FOLDER, nobody))
    except (AuthoringError, OSError):
        return {}


def _answer(program: tuple[str, ...], exhibition: schema.Exhibition, parts: tuple[str, ...]) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory(prefix="hub-layouts-") as name:
        folder = Path(name)
        for path, data in to_files(exhibition).items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        only = [word for part in parts for word in ("--only", part)]
        try:
            done = subprocess.run(
                [*program, "fits", name, "--json", *only],
                capture_output=True, text=True, check=False, timeout=_SECONDS_A_PART * len(parts),
            )  # fmt: skip
            found: list[dict[str, Any]] = json.loads(done.stdout)["unfit"]
        except (OSError, subprocess.SubprocessError) as error:
            raise NotLookedAt(f"{program[0]}: {type(error).__name__}") from error
        except (ValueError, KeyError) as error:
            last = (done.stderr.strip().splitlines() or ["no answer"])[-1]
            raise NotLookedAt(f"{program[0]} ended with {done.returncode}: {last}") from error
    return found
