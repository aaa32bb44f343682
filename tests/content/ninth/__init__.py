"""An exhibition in YAML with one exhibit that uses every kind of block: what authors can do without a programmer."""

import random
from datetime import date
from pathlib import Path
from typing import get_args

from content.authoring import read_exhibition
from content.samples import sample_directory
from content.schema import Block, Exhibition

FOLDER = Path(__file__).parent
KINDS: tuple[str, ...] = tuple(one.model_fields["kind"].default for one in get_args(get_args(Block)[0]))


def read() -> Exhibition:
    """The fixture, read as authors' folders are read: strictly."""
    return read_exhibition(FOLDER, sample_directory(random.Random(1), 40, date(2026, 1, 15)))
