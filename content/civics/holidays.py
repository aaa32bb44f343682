"""The days off and the worked weekends of 2025 and 2026, as the General Office of the State Council announced them.

Owns these days. Leaves counting to `content.civics.working_days`. Beyond what the notices cover only weekends
are known, and the calendar says so.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from content.civics.working_days import WorkCalendar, spans

NOTICES: Final = (
    "国务院办公厅关于2025年部分节假日安排的通知（2024-11-12）",
    "国务院办公厅关于2026年部分节假日安排的通知（2025-11-04）",
)

_OFF: Final = (
    (date(2025, 1, 1), date(2025, 1, 1)),  # 元旦
    (date(2025, 1, 28), date(2025, 2, 4)),  # 春节
    (date(2025, 4, 4), date(2025, 4, 6)),  # 清明节
    (date(2025, 5, 1), date(2025, 5, 5)),  # 劳动节
    (date(2025, 5, 31), date(2025, 6, 2)),  # 端午节
    (date(2025, 10, 1), date(2025, 10, 8)),  # 国庆节、中秋节
    (date(2026, 1, 1), date(2026, 1, 3)),
    (date(2026, 2, 15), date(2026, 2, 23)),
    (date(2026, 4, 4), date(2026, 4, 6)),
    (date(2026, 5, 1), date(2026, 5, 5)),
    (date(2026, 6, 19), date(2026, 6, 21)),
    (date(2026, 9, 25), date(2026, 9, 27)),  # 中秋节
    (date(2026, 10, 1), date(2026, 10, 7)),  # 国庆节
)
_WORKED: Final = (
    date(2025, 1, 26), date(2025, 2, 8), date(2025, 4, 27), date(2025, 9, 28), date(2025, 10, 11),
    date(2026, 1, 4), date(2026, 2, 14), date(2026, 2, 28), date(2026, 5, 9), date(2026, 9, 20), date(2026, 10, 10),
)  # fmt: skip

CALENDAR: Final = WorkCalendar(spans(_OFF), frozenset(_WORKED), (date(2025, 1, 1), date(2026, 12, 31)))
