"""Traditional characters: right where a table of characters alone would be wrong, and drawn by every face."""

from datetime import date
from pathlib import Path

import pytest

from content import bundled
from content.language import say
from content.schema import Directory, Words
from content.traditional import fill, opencc, reviewed
from content.walk import models
from media.fonts import FACES, missing

TODAY = date(2026, 11, 23)
CONVERT = opencc()


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("渝里乡商在群众里开始", "渝里鄉商在群眾裡開始"),
        ("干部制度的发展", "幹部制度的發展"),
        ("征集意见后采纳", "徵集意見後採納"),
        ("面对面联系", "面對面聯繫"),
        ("恢复、复议、回复", "恢復、複議、回覆"),
        ("制定条例", "制定條例"),
        ("公里与邻里", "公里與鄰里"),
        ("一只、只有、只能", "一隻、只有、只能"),
        ("头发与发言", "頭髮與發言"),
        ("余额与多余", "餘額與多餘"),
        ("代表云上通", "代表雲上通"),
        ("准备与批准", "準備與批准"),
        ("志愿者", "志願者"),
        ("綦江区、涪陵区、石柱土家族自治县", "綦江區、涪陵區、石柱土家族自治縣"),
        ("边界和面积、扩面点", "邊界和面積、擴面點"),
        ("别只给几天，不是只为少数人", "別只給幾天，不是只為少數人"),
        ("都写明了期限", "都寫明了期限"),
        ("报道里说，楼里老人多", "報道裡說，樓裡老人多"),
        ("四合院里弄", "四合院里弄"),
    ],
)
def test_ambiguous_characters_are_right(simplified: str, traditional: str) -> None:
    assert CONVERT is not None
    assert CONVERT(simplified) == traditional


def test_what_an_author_wrote_stays() -> None:
    words = Words.model_validate({"zh-Hans": "里", "zh-Hant": "裏"})
    assert fill(words, reviewed(lambda text: "裡")).zh_hant == "裏"


def test_the_whole_exhibition_can_be_read_in_traditional_characters() -> None:
    assert CONVERT is not None
    nobody = Directory(as_of=TODAY, regions=(), deputies=())
    exhibition = fill(bundled._made(TODAY).model_copy(update={"directory": nobody}), CONVERT)
    shown = {c for _, one in models(exhibition) if isinstance(one, Words) for c in say(one, "zh-Hant")}
    assert not set("国东车门马见话语说请让认议论读书长么发边设计划") & shown, "left in Simplified"
    for face in FACES.values():
        assert missing(face, "".join(shown)) == set()


def test_the_packed_exhibition_holds_them(tmp_path: Path) -> None:
    file = tmp_path / "packed.json"
    bundled.pack(TODAY, file)
    question = bundled.read(TODAY, file).home.question
    assert say(question, "zh-Hant") == "一件小事，怎樣變成大家的決定？"
