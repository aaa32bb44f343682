"""How sums of 10,000 yuan are written: 万元 in Chinese, thousands and millions in English."""

from __future__ import annotations

from screens.look import Look

_THOUSANDS, _MILLION = 10, 100


def short(look: Look, sum_: int) -> str:
    """The bare sum: 50; 500k or 1.5m in English."""
    if not look.english:
        return str(sum_)
    return f"{sum_ / _MILLION:g}m" if sum_ >= _MILLION else f"{sum_ * _THOUSANDS}k" if sum_ else "0"


def money(look: Look, sum_: int) -> str:
    """The sum with its unit."""
    return look.t("budget.money", n=short(look, sum_))
