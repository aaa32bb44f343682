"""No library of a station carries a reporter to its maker: letters are written in these processes."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest


@pytest.mark.parametrize("package", ["onnxruntime", "numpy"])
def test_the_locked_library_holds_no_address_to_report_to(package: str) -> None:
    spec = find_spec(package)
    assert spec is not None and spec.origin is not None
    libraries = list(Path(spec.origin).parent.rglob("*.so*"))
    assert libraries
    telling = [one.name for one in libraries if b"events.data.microsoft" in one.read_bytes()]
    assert telling == [], f"{package}: choose a version that does not report, see pyproject.toml"
