"""English that was not changed with its Chinese is found, and nothing else is."""

from pathlib import Path

from content.checks import Stock, check_exhibition, translations
from content.schema import Exhibition
from tests.content.samples_of_content import exhibition, mailbox, text


def telling(zh: str, en: str) -> Exhibition:
    return exhibition(mailbox=mailbox(who_reads=text(zh, en)))


def stale(now: Exhibition, confirmed: Exhibition) -> list[str]:
    stock = Stock(translated=translations.pairs(confirmed))
    return [one.message for one in check_exhibition(now, stock=stock) if one.check == "english_is_current"]


def test_chinese_changed_alone_is_found() -> None:
    assert stale(telling("信交给代表。", "The clerk reads it."), telling("信由书记员看。", "The clerk reads it.")) == [
        "the Chinese was changed, the English was not"
    ]


def test_both_changed_is_right() -> None:
    assert stale(telling("信交给代表。", "A deputy reads it."), telling("信由书记员看。", "The clerk reads it.")) == []


def test_english_alone_may_be_bettered() -> None:
    assert stale(telling("信交给代表。", "A deputy reads it."), telling("信交给代表。", "The deputy reads it.")) == []


def test_what_is_new_is_nobody_s_stale_translation() -> None:
    assert stale(telling("信交给代表。", "A deputy reads it."), exhibition()) == []


def test_without_a_record_nothing_is_claimed() -> None:
    found = check_exhibition(telling("信交给代表。", "A deputy reads it."), stock=Stock(translated=None))
    assert not [one for one in found if one.check == "english_is_current"]


def test_what_is_confirmed_is_read_again(tmp_path: Path) -> None:
    assert translations.read(tmp_path) is None
    translations.confirm(tmp_path, telling("信交给代表。", "A deputy reads it."))
    assert translations.read(tmp_path) == translations.pairs(telling("信交给代表。", "A deputy reads it."))
