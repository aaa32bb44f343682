"""Sums of money as they are read: content counts in 10,000 yuan (万元), English readers do not."""

from __future__ import annotations

from content.language import Language, is_chinese


def money(amount: int, language: Language) -> tuple[str, str]:
    """`amount` in 10,000 yuan as a figure and its unit: ("860", "万元") or ("8.6", "million yuan")."""
    if is_chinese(language):
        return (f"{amount}", "万元") if amount < 10_000 else (_trim(amount / 10_000), "亿元")
    if amount < 100:
        return f"{amount * 10_000:,}", "yuan"
    return (_trim(amount / 100), "million yuan") if amount < 100_000 else (_trim(amount / 100_000), "billion yuan")


def said(amount: int, language: Language) -> str:
    """The figure and its unit in one piece: "860 万元", "8.6 million yuan"."""
    return " ".join(money(amount, language))


def _trim(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
