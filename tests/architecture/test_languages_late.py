"""A station without language packs pays nothing for them: neither Babel nor FriBidi is loaded."""

import subprocess
import sys

_ASK = """
import sys
from datetime import date
import kiosk.bootstrap
from kiosk.shelf import Shelf
from screens.strings import names, string
Shelf(None, date(2026, 11, 23), None)
assert len(names()) == 3
string("idle.body", "en", n=3)
print(sorted({"babel", "fontTools"} & set(sys.modules)))
"""


def test_a_station_without_packs_never_imports_babel() -> None:
    ended = subprocess.run([sys.executable, "-c", _ASK], capture_output=True, text=True, check=True)
    assert ended.stdout.strip().splitlines()[-1] == "[]"
