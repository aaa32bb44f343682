"""Write the interface's words in Traditional characters: python -m deploy.setup.traditional

What a `strings.json` says in zh-Hant itself stays. Made at set-up, because a station has no OpenCC.
"""

from __future__ import annotations

import json
import sys

from content.traditional import opencc
from screens.strings import TRADITIONAL, table


def main() -> int:
    """Write it, whole or not at all."""
    convert = opencc()
    if convert is None:
        sys.stderr.write("OpenCC is not installed\n")
        return 1
    made = {key: convert(words["zh-Hans"]) for key, words in table().items() if "zh-Hant" not in words}
    aside = TRADITIONAL.with_suffix(".part")
    aside.write_text(json.dumps(made, ensure_ascii=False, indent=0), "utf-8")
    aside.replace(TRADITIONAL)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
