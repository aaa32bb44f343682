"""Engines: what they read, what they forget, and which one is chosen."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from screens.inputs import engine as port
from screens.inputs._deferred import DeferredEngine
from screens.inputs._letters import LettersEngine
from screens.inputs._libime import LibimeEngine, find_model
from screens.inputs._rime import DATA as RIME_DATA
from screens.inputs._rime import RimeEngine
from screens.inputs.engine import EngineUnavailableError, PinyinEngine, open_engine, read_lexicon
from tests.inputs.conftest import BUILD

ROOT = Path(__file__).parents[2]

SENTENCES = """
women xiaoqu de dianti jingchang huai|我们小区的电梯经常坏
loudao li de deng huai le meiyou ren xiu|楼道里的灯坏了没有人修
xiayutian laoren zou bu wen|下雨天老人走不稳
xiwang jia yi duan fushou|希望加一段扶手
tingchewei buneng manzu jumin de xuqiu|停车位不能满足居民的需求
wanshang guangchangwu de shengyin tai da|晚上广场舞的声音太大
qing jinkuai jiejue zhege wenti|请尽快解决这个问题
lajitong meiyou jishi qingli|垃圾桶没有及时清理
xiaofang tongdao bei qiche zhanyong|消防通道被汽车占用
yezhu weiyuanhui yijing tongyi weixiu dianti|业主委员会已经同意维修电梯
laonianren kanbing bu fangbian|老年人看病不方便
qing daibiao bangmang fanying yixia|请代表帮忙反映一下
"""
SOUTHERN = """
zege wenti zenme jiejue|这个问题怎么解决
women sequ meiyou tincewei|我们社区没有停车位
"""


def pairs(block: str) -> list[tuple[str, str]]:
    return [(line.split("|")[0].replace(" ", ""), line.split("|")[1]) for line in block.split("\n") if line]


@pytest.mark.parametrize(("pinyin", "sentence"), pairs(SENTENCES))
def test_a_whole_sentence_is_the_first_candidate(engine: PinyinEngine, pinyin: str, sentence: str) -> None:
    assert engine.type(pinyin)
    assert engine.candidates(1) == (sentence,)


@pytest.mark.parametrize(("pinyin", "sentence"), pairs(SOUTHERN))
def test_southern_initials_are_understood(engine: PinyinEngine, pinyin: str, sentence: str) -> None:
    engine.type(pinyin)
    assert engine.candidates(1) == (sentence,)


@pytest.mark.parametrize(("pinyin", "word"), read_lexicon(), ids=lambda value: value)
def test_civic_words_are_offered_first_or_second(engine: PinyinEngine, pinyin: str, word: str) -> None:
    engine.type(pinyin.replace("'", ""))
    assert word in engine.candidates(2)


def test_the_lexicon_does_not_push_common_words_aside(engine: PinyinEngine) -> None:
    for pinyin, word in (("shengyi", "生意"), ("zhongxin", "中心"), ("xiaoqu", "小区"), ("yiwei", "以为")):
        engine.clear()
        engine.type(pinyin)
        assert word in engine.candidates(2)


def test_the_lexicon_names_every_district_old_and_new() -> None:
    words = {word for _, word in read_lexicon()}
    assert len(words) >= 150
    assert len([word for word in words if word[-1] in "区县" and 2 <= len(word) <= 4]) >= 39
    assert {"两江新区", "江北区", "渝北区", "酉阳土家族苗族自治县"} <= words


def test_a_lexicon_line_of_another_shape_is_refused_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "words.tsv"
    file.write_text("# fine\nni'hao\t你好\nni hao 你好\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"words\.tsv:3"):
        read_lexicon(file)


def test_a_chosen_word_keeps_the_rest_composing(engine: PinyinEngine) -> None:
    engine.type("womenxiaoqu")
    assert engine.choose(engine.candidates(20).index("我们")) == ""
    assert engine.preedit() == "我们xiao qu"
    assert engine.letters() == "我们xiaoqu"
    assert engine.choose(engine.candidates(20).index("小区")) == "我们小区"
    assert engine.preedit() == ""


def test_backspace_takes_letters_then_the_last_choice(engine: PinyinEngine) -> None:
    engine.type("womenx")
    engine.choose(engine.candidates(20).index("我们"))
    assert engine.backspace()
    assert engine.letters() == "women"
    for _ in "women":
        assert engine.backspace()
    assert not engine.backspace()


def test_what_follows_is_suggested_until_the_sentence_breaks_off(engine: PinyinEngine) -> None:
    assert engine.suggest(5) == ()
    engine.type("xiwang")
    engine.choose(engine.candidates(9).index("希望"))
    assert engine.suggest(5)
    engine.break_off()
    assert engine.suggest(5) == ()
    engine.follow("希望")
    assert engine.suggest(5)
    engine.new_visitor()
    assert engine.suggest(5) == ()


def test_a_missing_candidate_is_an_index_error(engine: PinyinEngine) -> None:
    engine.type("ni")
    with pytest.raises(IndexError):
        engine.choose(100_000)


def test_no_more_letters_than_a_long_sentence_needs(engine: PinyinEngine) -> None:
    assert engine.type("a" * port.LONGEST_PINYIN)
    assert not engine.type("a")
    assert len(engine.letters()) == port.LONGEST_PINYIN


def test_choices_change_no_later_ranking(engine: PinyinEngine) -> None:
    engine.type("zhangwei")
    before = engine.candidates(20)
    rare = len(before) - 1
    for _ in range(5):
        while not engine.choose(rare if engine.letters() == "zhangwei" else 0):
            pass
        engine.type("zhangwei")
    assert engine.candidates(20) == before


def test_what_a_visitor_types_reaches_no_file(shim: Path, tmp_path: Path) -> None:
    home, work = tmp_path / "home", tmp_path / "work"
    home.mkdir()
    work.mkdir()
    program = f"""
from pathlib import Path
from screens.inputs._libime import LibimeEngine
engine = LibimeEngine((), Path({str(shim)!r}))
for _ in range(5):
    engine.type("zhangwei")
    while not engine.choose(len(engine.candidates(9)) - 1):
        pass
engine.suggest(5)
engine.close()
"""
    places = {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "TMPDIR"}
    env = {**os.environ, **dict.fromkeys(places, str(home)), "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-c", program], cwd=work, env=env, check=True)
    assert not list(home.rglob("*"))
    assert not list(work.rglob("*"))


def test_a_key_is_answered_within_a_frame(engine: PinyinEngine) -> None:
    spent: list[float] = []
    for letter in "womenxiaoqudediantijingchanghuai":
        start = time.thread_time()
        engine.type(letter)
        engine.candidates(25)
        engine.preedit()
        spent.append(time.thread_time() - start)
    assert sorted(spent)[len(spent) // 2] < 0.006


def test_the_language_model_is_found_on_any_architecture(tmp_path: Path) -> None:
    with pytest.raises(EngineUnavailableError, match="libime-data"):
        find_model(tmp_path, "")
    for folder in ("aarch64-linux-gnu", "riscv64-linux-gnu"):
        file = tmp_path / "lib" / folder / "libime" / "zh_CN.lm"
        file.parent.mkdir(parents=True)
        file.touch()
    assert "aarch64" in str(find_model(tmp_path, ""))
    assert "riscv64" in str(find_model(tmp_path, "riscv64-linux-gnu"))


def test_the_best_engine_present_is_opened_and_the_reason_kept(shim: Path, tmp_path: Path) -> None:
    best = open_engine((), shim)
    assert (best.kind, best.reason) == ("libime", "")
    best.close()
    last = open_engine((), tmp_path / "none.so", tmp_path)
    assert last.kind == "letters"
    assert "build.sh" in last.reason
    assert "rime-data-luna-pinyin" in last.reason


def test_a_library_that_is_no_shim_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "libimeshim.so"
    broken.write_bytes(b"not a library")
    with pytest.raises(EngineUnavailableError, match="does not fit"):
        LibimeEngine((), broken)


@pytest.mark.parametrize(
    ("change", "package"), [({"CXX": "no-such-compiler"}, "g++"), ({"LIBIME_PREFIX": "/nowhere"}, "libimecore-dev")]
)
def test_the_build_names_the_missing_package(tmp_path: Path, change: dict[str, str], package: str) -> None:
    output = tmp_path / "libimeshim.so"
    built = subprocess.run([BUILD, output], env={**os.environ, **change}, capture_output=True, text=True, check=False)
    assert built.returncode == 1
    assert f"install the Debian package {package}" in built.stderr
    assert not list(tmp_path.iterdir())


def test_without_an_engine_letters_pass_as_they_are() -> None:
    letters = LettersEngine("nothing else here")
    assert letters.type("ni")
    assert letters.candidates(5) == ("ni",)
    assert letters.backspace()
    assert letters.choose(0) == "n"
    assert letters.kind == "letters"
    assert letters.suggest(5) == ()


def test_librime_composes_forgets_and_leaves_no_folder(tmp_path: Path) -> None:
    data = Path(os.environ.get("KIOSK_TEST_RIME_DATA", RIME_DATA))
    try:
        rime = RimeEngine(data=data, memory=tmp_path)
    except EngineUnavailableError as error:
        pytest.skip(str(error))
    rime.type("womenxiaoqu")
    assert rime.candidates(1) == ("我们小区",)
    assert rime.choose(rime.candidates(20).index("我们")) == ""
    assert rime.choose(rime.candidates(20).index("小区")) == "我们小区"
    rime.type("zhangwei")
    before = rime.candidates(20)
    for _ in range(5):
        while not rime.choose(len(rime.candidates(20)) - 1):
            pass
        rime.type("zhangwei")
    assert rime.candidates(20) == before
    assert not list(tmp_path.rglob("*userdb*"))
    with pytest.raises(EngineUnavailableError, match="once in a process"):
        RimeEngine(data=data, memory=tmp_path)
    rime.close()
    assert not list(tmp_path.iterdir())


def test_loading_does_not_hold_up_the_first_screen() -> None:
    gate = threading.Event()

    def slow() -> PinyinEngine:
        gate.wait(10)
        return LettersEngine("loaded")

    deferred = DeferredEngine(slow, patience_s=0.0)
    deferred.start()
    assert "loading" in deferred.reason
    assert deferred.type("n")
    gate.set()
    assert deferred.wait(10)
    assert "loading" in deferred.reason  # half a syllable stays where it was begun
    assert deferred.choose(0) == "n"
    assert deferred.reason == "loaded"
    deferred.close()


def test_an_early_visitor_waits_for_the_engine_and_loses_no_letter() -> None:
    gate = threading.Event()
    threading.Timer(0.05, gate.set).start()

    def slow() -> PinyinEngine:
        gate.wait(10)
        return LettersEngine("loaded")

    deferred = DeferredEngine(slow, patience_s=10.0)
    deferred.start()
    assert deferred.type("n")
    assert deferred.reason == "loaded"
    deferred.close()
