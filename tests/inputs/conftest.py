"""The engines under test: libime's shim is compiled once a run, into the run's own folder."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from screens.inputs._libime import SHIM, LibimeEngine
from screens.inputs.engine import PinyinEngine, read_lexicon

BUILD = SHIM.with_name("build.sh")


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("native") / "libimeshim.so"
    built = subprocess.run([BUILD, output], capture_output=True, text=True, check=False)
    if built.returncode and "install the Debian package" in built.stderr:
        pytest.skip(built.stderr.strip())
    assert built.returncode == 0, built.stderr
    assert "warning" not in built.stderr
    return output


@pytest.fixture(scope="session")
def loaded(shim: Path) -> Iterator[PinyinEngine]:
    engine = LibimeEngine(read_lexicon(), shim)
    yield engine
    engine.close()


@pytest.fixture
def engine(loaded: PinyinEngine) -> PinyinEngine:
    loaded.new_visitor()
    return loaded
