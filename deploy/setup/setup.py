"""`make setup`: bring a bare Debian 12 to the point where everything here runs, and do nothing the second time.

Owns the order of the steps and when one may be skipped: each keeps a stamp with the hash of what it was made from, and
is repeated when that or its result changes. Runs on Debian's own python3 with the standard library alone, since it is
what makes everything else.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
STAMPS = ROOT / "build" / "setup"
PACKAGES = ROOT / "deploy" / "debian" / "packages.txt"
LOCK = ROOT / "requirements" / "dev.txt"
SHIM = ROOT / "screens" / "inputs" / "native"
PIP_SETTINGS = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore"}


class Refused(Exception):
    """Set-up cannot go on; the message says what a person can do about it."""


@dataclass(frozen=True)
class Step:
    """One thing to make: from which files, into which files, and how."""

    name: str
    sources: tuple[Path, ...]
    results: tuple[Path, ...]
    make: Callable[[], None]
    stamps: Path = STAMPS

    @property
    def stamp(self) -> Path:
        return self.stamps / f"{self.name.replace(' ', '-')}.stamp"

    def fingerprint(self) -> str:
        """SHA-256 over the names and contents of the sources, in order."""
        digest = hashlib.sha256(f"{sys.version_info[:2]}".encode())
        for source in self.sources:
            digest.update(source.name.encode() + b"\0" + source.read_bytes() + b"\0")
        return digest.hexdigest()

    def is_done(self) -> bool:
        if not (self.stamp.is_file() and all(result.exists() for result in self.results)):
            return False
        return self.stamp.read_text() == self.fingerprint()

    def run(self) -> None:
        if self.is_done():
            return
        say(self.name)
        began = time.monotonic()
        self.make()
        self.stamp.parent.mkdir(parents=True, exist_ok=True)
        self.stamp.write_text(self.fingerprint())
        say(f"{self.name}: done in {time.monotonic() - began:.0f} s")


def say(sentence: str) -> None:
    print(f"setup: {sentence}", flush=True)  # noqa: T201


def call(*command: str | Path, log: Path | None = None) -> None:
    """Run a command in the tree; what it says goes to `log` where one is given.

    Raises:
        Refused: it ended with anything but 0. The message ends with the last lines of the log.
    """
    words = [str(part) for part in command]
    with (log or Path(os.devnull)).open("ab") as kept:
        out = kept if log else None
        ended = subprocess.run(words, cwd=ROOT, env={**os.environ, **PIP_SETTINGS}, stdout=out, stderr=out, check=False)
    if ended.returncode:
        last = "\n".join(log.read_text(errors="replace").splitlines()[-15:]) if log else ""
        raise Refused(f"this command ended with {ended.returncode}: {' '.join(words)}\n{last}".rstrip())


def wanted_packages(listing: str) -> list[str]:
    """The package names of `packages.txt`: one a line, comments and blank lines left out."""
    return [line.strip() for line in listing.splitlines() if line.strip() and not line.startswith("#")]


def missing_packages(wanted: list[str]) -> list[str]:
    """Those of `wanted` that dpkg does not count as installed."""
    form = "${Package} ${db:Status-Abbrev}\n"
    query = subprocess.run(
        ["dpkg-query", "--show", f"--showformat={form}", *wanted], capture_output=True, text=True, check=False
    )
    installed = {line.split()[0] for line in query.stdout.splitlines() if line.split()[1:] == ["ii"]}
    return [name for name in wanted if name not in installed]


def install_debian_packages() -> None:
    missing = missing_packages(wanted_packages(PACKAGES.read_text()))
    if not missing:
        return
    as_root = [] if os.geteuid() == 0 else ["sudo"]
    if as_root and not shutil.which("sudo"):
        raise Refused(f"as root, please install these Debian packages: {' '.join(missing)}")
    began = time.monotonic()
    say(f"installing {len(missing)} Debian packages: {' '.join(missing)}")
    apt = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    log = STAMPS / "debian.log"
    call(*apt, "update", log=log)
    call(*apt, "install", "--yes", "--no-install-recommends", *missing, log=log)
    say(f"Debian packages: done in {time.monotonic() - began:.0f} s")


def make_environment() -> None:
    if not (VENV / "bin" / "python").exists():
        call(sys.executable, "-m", "venv", VENV)
    call(pip(), "install", "--quiet", "--no-deps", "--require-hashes", "--requirement", LOCK)


def install_commands() -> None:
    call(pip(), "install", "--quiet", "--no-deps", "--no-build-isolation", "--editable", ROOT)


def pip() -> Path:
    return VENV / "bin" / "pip"


def module(name: str) -> Callable[[], None]:
    return lambda: call(VENV / "bin" / "python", "-m", name)


def files(folder: Path, *patterns: str) -> tuple[Path, ...]:
    return tuple(sorted(found for pattern in patterns for found in folder.glob(pattern)))


def steps() -> Iterable[Step]:
    """What comes after Debian's packages, in order. Listed late: a step's sources may be an earlier step's result."""
    setup, media = ROOT / "deploy" / "setup", ROOT / "media"
    yield Step("Python packages", (LOCK,), (VENV / "bin" / "python",), make_environment, stamps=VENV)
    commands = tuple(VENV / "bin" / name for name in ("kiosk", "hub"))
    yield Step("commands", (ROOT / "pyproject.toml",), commands, install_commands, stamps=VENV)
    cuts = (setup / "fonts.py", media / "fonts" / "__init__.py")
    faces = tuple(
        media / "fonts" / f"Noto{face}.{kind}"
        for kind in ("otf", "chars")
        for face in (
            "SansCJKsc-Regular",
            "SansCJKsc-Medium",
            "SansCJKsc-Bold",
            "SerifCJKsc-SemiBold",
            "SerifCJKsc-Bold",
        )
    )
    yield Step("faces", cuts, faces, module("deploy.setup.fonts"))
    hours = (ROOT / "screens" / "tokens.py", ROOT / "screens" / "tokens.json")
    drawn = files(media / "art", "*.json", "icons/*.svg", "scenes/*.svg")
    art = (setup / "art.py", media / "images.py", *hours, *drawn)
    yield Step("pictures", art, (media / "art" / "rendered" / "done",), module("deploy.setup.art"))
    content, screens = ROOT / "content", ROOT / "screens"
    strings = (setup / "traditional.py", content / "traditional.py", *files(screens, "**/strings.json"))
    yield Step("strings", strings, (screens / "traditional.json",), module("deploy.setup.traditional"))
    written = files(
        content,
        "exhibition/**/*.yaml",
        "exhibition/**/*.vtt",
        "samples/*.py",
        "schema/**/*.py",
        "civics/data/*",
        "*.py",
    )
    yield Step("exhibition", written, (content / "packed.json",), module("content.bundled"))
    if (SHIM / "build.sh").exists():
        shim = files(SHIM, "*.sh", "*.cpp", "*.h", "*.txt")
        yield Step("pinyin engine", shim, (SHIM / "libimeshim.so",), lambda: call("sh", SHIM / "build.sh"))
    inputs = screens / "inputs"
    orders = (setup / "strokes.py", inputs / "strokes" / "table.py", inputs / "characters.py", inputs / "names.txt")
    yield Step("stroke table", orders, (inputs / "strokes" / "table.txt",), module("deploy.setup.strokes"))
    ends = (setup / "following.py", inputs / "following.py", inputs / "characters.py", inputs / "lexicon.tsv")
    yield Step("ends of words", ends, (inputs / "following.txt",), module("deploy.setup.following"))
    model = (setup / "handwriting.py", ROOT / "requirements" / "models" / "handwriting.txt")
    yield Step("handwriting model", model, (inputs / "handwriting" / "model.onnx",), module("deploy.setup.handwriting"))


def main() -> int:
    STAMPS.mkdir(parents=True, exist_ok=True)
    with (STAMPS / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            install_debian_packages()
            for step in steps():
                step.run()
        except Refused as refusal:
            print(f"setup: {refusal}", file=sys.stderr)  # noqa: T201
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
