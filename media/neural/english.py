"""What English sounds like, in the model's phonemes: espeak-ng's, spelled as the model was trained with them.

Owns the respelling (that of misaki's fallback, Apache-2.0). espeak-ng runs as a process and must be installed.
"""

from __future__ import annotations

import re
import subprocess

_SECONDS = 10.0
_PIECES = re.compile(r"([,.;:!?—…\"“”()]+(?=\s|$)|(?<=\s)[—(\"“]|^[(\"“])")
# longest first; the model has one sign for each diphthong
_RESPELLED = (
    ("tʃ", "ʧ"), ("dʒ", "ʤ"), ("eɪ", "A"), ("aɪ", "I"), ("aʊ", "W"), ("ɔɪ", "Y"), ("oʊ", "O"), ("əl", "ᵊl"),
    ("ɜːɹ", "ɜɹ"), ("ɜː", "ɜɹ"), ("ɪə", "iə"), ("ɚɹ", "əɹ"), ("ɚ", "əɹ"), ("ɐ", "ə"), ("ɾ", "T"), ("ʔ", "t"),
    ("r", "ɹ"), ("x", "k"), ("ç", "k"), ("ɬ", "l"), ("e", "A"), ("o", "ɔ"), ("ː", ""), ("ʲ", ""), ("\u0303", ""),
    ("_", ""), ("-", ""),
)  # fmt: skip


class NoEspeak(RuntimeError):
    """espeak-ng is not there or said nothing."""


def phonemes(text: str) -> str:
    """A clause as phonemes. Raises NoEspeak."""
    pieces = [one.strip() for one in _PIECES.split(text.replace("\n", " "))]
    words = [one for one in pieces if one and re.search(r"\w", one)]
    said = iter(_espeak(words)) if words else iter(())
    out = [next(said, "") if re.search(r"\w", one) else one for one in pieces if one]
    return re.sub(r"\s+([,.;:!?…)”])", r"\1", " ".join(out)).strip()


def _espeak(pieces: list[str]) -> list[str]:
    said = []
    for piece in pieces:
        try:
            ended = subprocess.run(
                ("espeak-ng", "-q", "--ipa", "-v", "en-us", "--stdin"), input=piece, capture_output=True, text=True,
                timeout=_SECONDS, check=True,
            )  # fmt: skip
        except (OSError, subprocess.SubprocessError) as error:
            raise NoEspeak(type(error).__name__) from None  # the error itself would repeat the words
        said.append(_respelled(" ".join(ended.stdout.split())))
    return said


def _respelled(ipa: str) -> str:
    for old, new in _RESPELLED:
        ipa = ipa.replace(old, new)
    return ipa
