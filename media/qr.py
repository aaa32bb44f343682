"""QR codes as rows of modules, the same for the glass and for printed sheets.

Owns error correction M, which stands a scratch or a reflection, and the quiet zone of four modules (ISO/IEC 18004
art. 6.3.8). Leaves to others: what a code says (`content.civics.codes`), drawing it, reading it (`media.scanner`).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

QUIET_ZONE: Final = 4  # modules of white on every side
MAX_PAYLOAD: Final = 512  # bytes; a longer text has modules too small for a phone at arm's length

Rows = tuple[tuple[bool, ...], ...]


@lru_cache(maxsize=64)
def matrix(payload: str) -> Rows:
    """The code of `payload` as square rows from the top, True for a dark module, the quiet zone included.

    Raises: ValueError for an empty text or one of more than `MAX_PAYLOAD` bytes of UTF-8.
    """
    size = len(payload.encode())
    if not 0 < size <= MAX_PAYLOAD:
        raise ValueError(f"a code holds 1 to {MAX_PAYLOAD} bytes, not {size}")
    code = QRCode(error_correction=ERROR_CORRECT_M, border=QUIET_ZONE)
    code.add_data(payload)
    code.make(fit=True)
    return tuple(tuple(bool(cell) for cell in row) for row in code.get_matrix())
