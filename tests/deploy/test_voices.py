"""The neural voice's model is put together from four packages, whole and as it was measured, or not at all."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest

from deploy.setup.voices import PARTS, VOCABULARY, WrongModel, put_together

WHOLE = b"one two three four "


@pytest.fixture
def wheels(tmp_path: Path) -> tuple[Path, ...]:
    made = []
    for index, name in enumerate((*PARTS, VOCABULARY)):
        made.append(tmp_path / f"{index}.whl")
        with zipfile.ZipFile(made[-1], "w") as packed:
            packed.writestr(name, b"{}" if name == VOCABULARY else WHOLE.split()[index] + b" ")
    return tuple(reversed(made))  # a folder lists them in any order


def sha256() -> str:
    return hashlib.sha256(WHOLE).hexdigest()


def test_the_parts_are_put_together_in_order(wheels: tuple[Path, ...], tmp_path: Path) -> None:
    put_together(wheels, tmp_path / "model.onnx", tmp_path / "vocab.json", sha256())
    assert (tmp_path / "model.onnx").read_bytes() == WHOLE
    assert (tmp_path / "vocab.json").read_bytes() == b"{}"
    assert not list(tmp_path.glob("*.part"))


def test_another_model_is_refused(wheels: tuple[Path, ...], tmp_path: Path) -> None:
    with pytest.raises(WrongModel, match="hash"):
        put_together(wheels, tmp_path / "model.onnx", tmp_path / "vocab.json", "0" * 64)
    assert not (tmp_path / "model.onnx").exists()


def test_a_missing_part_is_named(wheels: tuple[Path, ...], tmp_path: Path) -> None:
    with pytest.raises(WrongModel, match="model_4"):
        put_together(tuple(one for one in wheels if one.name != "3.whl"), tmp_path / "m.onnx", tmp_path / "v", sha256())
