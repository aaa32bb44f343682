"""The neural voice: what it makes of words, how it takes jobs, and that a station does without it."""

from __future__ import annotations

import io
import json
import os
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from content.polyphones import PHRASES, unsure
from media import neural
from media._jobs import Clause, Lines, answer
from media._sink import NoSink
from media._worker import Engine, EngineNarrator
from media.neural.english import phonemes as english
from media.speech import Passage

SAID = [
    ("写明了意见", "xie3 ming2 le5 yi4 jian4"),  # not 明了 míngliǎo
    ("得票多的当选", "de2 piao4 duo1 de5 dang1 xuan3"),
    ("差额选举", "cha1 e2 xuan2 ju3"),
    ("没过半的", "mei2 guo4 ban4 de5"),
    ("多少人参加", "duo1 shao3 ren2 can1 jia1"),
    ("落实得怎样", "luo4 shi2 de5 zen3 yang4"),
    ("得由代表提出", "dei3 you2 dai4 biao3 ti2 chu1"),
    ("有计划地组织", "you3 ji4 hua4 de5 zu3 zhi1"),
    ("每季调一次", "mei3 ji4 tiao2 yi2 ci4"),
    ("可以重来", "ke2 yi3 chong2 lai2"),
    ("一张票一个代表", "yi4 zhang1 piao4 yi2 ge4 dai4 biao3"),
    ("一号信箱", "yi1 hao4 xin4 xiang1"),
    ("二零二一年", "er4 ling2 er4 yi1 nian2"),
    ("这不对", "zhe4 bu2 dui4"),
    ("重庆市渝中区", "chong2 qing4 shi4 yu2 zhong1 qu1"),
]


@pytest.mark.parametrize(("text", "pinyin"), SAID)
def test_mandarin_is_read_word_by_word_as_it_is_spoken(text: str, pinyin: str) -> None:
    pytest.importorskip("jieba", reason="comes with `make voices`")
    from media.neural.mandarin import syllables

    assert " ".join(one for _, parts in syllables(text) for one in parts) == pinyin


def test_mandarin_is_read_alike_where_a_search_came_first() -> None:
    pytest.importorskip("jieba", reason="comes with `make voices`")
    asked = (
        "from content.readings import readings; assert readings('重庆')\n"
        "from pypinyin.constants import PHRASES_DICT; assert not PHRASES_DICT\n"
        "from media.neural.mandarin import syllables\n"
        "print(*(one for _, parts in syllables('多少人参加') for one in parts))"
    )
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, timeout=60)
    assert said.stdout.split() == ["duo1", "shao3", "ren2", "can1", "jia1"]


def test_every_phrase_of_the_table_has_a_syllable_a_character() -> None:
    for word, said in PHRASES.items():
        assert len(word) == len(said), word


def test_numbers_and_letters_in_mandarin_have_a_sound() -> None:
    pytest.importorskip("jieba", reason="comes with `make voices`")
    from media.neural.mandarin import phonemes

    assert phonemes("38个") == phonemes("三十八个")
    assert "kjˈu" in phonemes("QR码")
    assert phonemes("。") == "."


def test_an_unsure_reading_is_found_unless_a_phrase_settles_it() -> None:
    assert unsure("请重读一遍")
    assert not unsure("可以重来") and not unsure("重庆的重点")


def test_english_is_spelled_as_the_model_was_trained() -> None:
    said = english("Voters elect deputies, and the letter waits (today).")
    assert said.startswith("vˈOTəɹz")
    assert "," in said and said.endswith(").")
    assert not set("ːɚeoɾ") & set(said)


def test_a_job_is_left_when_another_line_comes() -> None:
    read, write = os.pipe()
    said: list[str] = []
    job = {"text": "一二三", "language": "zh-Hans", "clauses": [[0, 1], [1, 2], [2, 3]], "first": 0, "slow": False}

    def say(clause: Clause) -> tuple[int, bytes]:
        said.append(clause.text)
        if len(said) == 2:
            os.write(write, b"\n")
        if len(said) == 5:
            os.close(write)
        return 8000, b"\0\0"

    os.write(write, json.dumps(job).encode() + b"\n")
    out = io.BytesIO()
    thread = threading.Thread(target=answer, args=(say, out, read))
    thread.start()
    while len(said) < 2:
        pass
    os.write(write, json.dumps({**job, "text": "四五六"}).encode() + b"\n")
    thread.join(5)
    os.close(read)
    assert said == ["一", "二", "四", "五", "六"]
    frames = [struct.unpack_from("<iii", out.getvalue(), at)[0] for at in _frames(out.getvalue())]
    assert frames[:4] == [0, 1, -1, 0] and frames[-1] == -1


def _frames(data: bytes) -> Iterator[int]:
    at = 0
    while at < len(data):
        yield at
        at += 12 + struct.unpack_from("<iii", data, at)[2]


def test_lines_come_whole_however_they_are_written() -> None:
    read, write = os.pipe()
    os.write(write, b"one\ntw")
    lines = Lines(read)
    assert lines.next() == b"one" and lines.waits()
    os.write(write, b"o\n")
    assert lines.next() == b"two" and not lines.waits()
    os.close(write)
    assert lines.next() is None
    os.close(read)


def test_without_its_model_the_voice_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(neural, "MODEL", tmp_path / "none.onnx")
    assert not neural.installed()


@pytest.mark.skipif(not neural.installed(), reason="comes with `make voices`")
@pytest.mark.parametrize(("language", "text"), [("zh-Hans", "人大代表由选举产生。"), ("en", "Voters elect deputies.")])
def test_the_real_voice_speaks_in_its_own_process(language: str, text: str) -> None:
    one = EngineNarrator(
        "neural", lambda: Engine((sys.executable, "-m", "media.neural.worker")), lambda _: NoSink(), 60.0
    )
    heard: list[int] = []
    try:
        assert one.speak(Passage.of(text, language), 0, threading.Event(), heard.append) == 1
        engine = one._engine
        assert engine is not None and os.getpriority(os.PRIO_PROCESS, engine._process.pid) >= 10
    finally:
        one.close()
    assert heard == [0]
