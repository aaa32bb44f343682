"""The next reception day, from the words in which it is published."""

from datetime import date, timedelta

import pytest

from content.civics.receptions import next_reception


@pytest.mark.parametrize(
    ("rule", "on", "day"),
    [
        ("每月第一个周三 9:00–11:30 · 甲镇代表之家", date(2026, 11, 23), date(2026, 12, 2)),
        ("每月第一个周三", date(2026, 12, 2), date(2026, 12, 2)),
        ("每月第一个周三", date(2026, 12, 3), date(2027, 1, 6)),
        ("每月第 2 个星期五下午", date(2026, 11, 1), date(2026, 11, 13)),
        ("每月最后一个周五", date(2026, 2, 1), date(2026, 2, 27)),
        ("每月最后一个周五", date(2026, 2, 28), date(2026, 3, 27)),
        ("每周二上午", date(2026, 11, 23), date(2026, 11, 24)),
        ("每星期日", date(2026, 11, 23), date(2026, 11, 29)),
        ("每月15日", date(2026, 12, 16), date(2027, 1, 15)),
        ("每月 5 号", date(2026, 12, 5), date(2026, 12, 5)),
        ("接待时间请问站里的工作人员", date(2026, 11, 23), None),
        ("每月第一个周三、第三个周五", date(2026, 11, 23), None),
        ("每月 31 日", date(2026, 11, 23), None),
        ("每季度一次", date(2026, 11, 23), None),
        ("", date(2026, 11, 23), None),
    ],
)
def test_the_next_day_is_the_one_the_words_name(rule: str, on: date, day: date | None) -> None:
    assert next_reception(rule, on) == day


def test_the_next_day_is_never_past_and_never_far() -> None:
    for back in range(800):
        on = date(2026, 12, 31) - timedelta(days=back)
        for rule in ("每月第四个周六", "每月最后一个周一", "每周四", "每月28日"):
            found = next_reception(rule, on)
            assert found is not None
            assert on <= found <= on + timedelta(days=62)
