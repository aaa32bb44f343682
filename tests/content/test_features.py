"""Every feature that the plan calls an explainer is explained: named by an exhibit, and by the block that does it."""

import importlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from content.authoring import read_exhibition
from content.schema import Directory, Exhibition

FOLDER = Path(__file__).parents[2] / "content" / "exhibition"

#: What an exhibition has to explain (class i of the plan, also where it is a service or a matter for staff as well).
EXPLAINED = {
    "F01": "全过程人民民主 / 五个民主环节",
    "F02": "基层单元 / 基层单元矩阵体系",
    "F03": "巴渝实践站（集成式标志性）",
    "F04": "代表家站点（代表之家、代表活动/联络站、点）",
    "F05": "三级架构",
    "F08": "“四合一”平台",
    "F09": "实体展览室、数字展示厅（民主展示窗口）",
    "F10": "三阶段里程碑",
    "F11": "制度机制清单（7/12/16项）",
    "F12": "工作格局 / 推进原则",
    "F13": "“四个机关”、“三支队伍”",
    "F14": "人大四权（立法、监督、决定、任免）",
    "F15": "知情权、参与权、表达权、监督权",
    "F16": "四项原则",
    "F17": "人大街道工委",
    "F18": "“141”基层智治体系",
    "F20": "数智立法、预算联网监督、数字人大",
    "F21": "人大数据平台（六场景）",
    "F22": "人大代表选举（直接/间接）",
    "F26": "居（村）民委员会选举",
    "F27": "职工代表大会",
    "F28": "一舱两码",
    "F34": "联系数量要求",
    "F36": "“六化”标准",
    "F37": "五大作用",
    "F38": "联、商、督、促、智",
    "F39": "家站点迭代升级“三步”（较早计划）",
    "F41": "主任接待日、局长·代表面对面、代表有约、旁听庭审",
    "F42": "“两个联系”",
    "F45": "履职报告 / 述职 / 选民评议",
    "F46": "代表小组、专业小组、混合编组",
    "F48": "代表督事、双岗建功、带着课题去…",
    "F49": "导师帮带、学习培训、履职端/工作端",
    "F50": "代表典型事迹 / 代表风采",
    "F54": "议案与建议",
    "F56": "代表建议办理",
    "F57": "“两次评价”",
    "F58": "重点督办、专项检查、领衔办理、“回头看”",
    "F59": "内容高质量、办理高质量",
    "F61": "人大信访",
    "F62": "民情分析会、协商座谈会、跟踪督办会",
    "F65": "向人民云报告 / 向人民报告",
    "F66": "人民听证、码上视察、云监督",
    "F69": "乡镇（街道）邀请列席",
    "F70": "规范性文件审查建议",
    "F71": "民生实事项目人大代表票决制",
    "F73": "街道议事代表会议",
    "F74": "街道居民议事会",
    "F75": "年中会议制、季会制",
    "F76": "职工合理化建议、职工代表提案“双延伸” + 闭环",
    "F77": "共建共治共享有序参与",
    "F78": "参与式预算监督、预算联网监督",
    "F79": "大会问政、联组审议",
    "F80": "“渝里乡商”",
    "F81": "三方议事、院落说事议事理事",
    "F82": "“渝工议事”",
    "F83": "“院落微治理” + “小院家”",
    "F84": "法治观测点、法治观察员",
    "F85": "3+40立法联系点； 立法信息员",
    "F87": "民主恳谈、村里的事情大家商量着办、后陈经验",
    "F88": "专项工作评议、执法检查、专题询问、专题调研、备案审查、质询",
    "F89": "财经监督、司法监督联系点",
    "F90": "闭环式审议监督",
    "F92": "超大城市治理立法清单",
    "F93": "监督重点清单； 15分钟高品质生活服务圈； “四类管线”数字孪生； 三级治理中心",
    "F99": "民族地区（秀山等）",
}

#: What a visitor does rather than reads about: the screen that does it, opened by a card or door of home.
SERVICES = {"F29": "deputies", "F43": "deputies", "F52": "mailbox", "F55": "mailbox"}


@pytest.fixture(scope="module")
def bundled() -> Exhibition:
    return read_exhibition(FOLDER, Directory(as_of=date.min, regions=(), deputies=()))


def by_exhibits(bundled: Exhibition) -> set[str]:
    return {feature for one in bundled.exhibits for feature in one.features}


def by_blocks(bundled: Exhibition) -> set[str]:
    return {feature for one in bundled.exhibits for block in one.blocks for feature in block.features}


@pytest.mark.parametrize("feature", EXPLAINED, ids=str)
def test_an_exhibit_and_one_of_its_blocks_explain_it(bundled: Exhibition, feature: str) -> None:
    assert feature in by_exhibits(bundled), EXPLAINED[feature]
    assert feature in by_blocks(bundled), EXPLAINED[feature]


def test_an_exhibit_promises_what_its_blocks_keep(bundled: Exhibition) -> None:
    promised = {one.id: set(one.features) for one in bundled.exhibits}
    kept = {one.id: {feature for block in one.blocks for feature in block.features} for one in bundled.exhibits}
    assert promised == kept


def test_what_is_done_and_not_read_has_its_screen(bundled: Exhibition) -> None:
    assert set(doors(bundled)) >= set(SERVICES.values())
    for screen in SERVICES.values():
        assert callable(importlib.import_module(f"screens.{screen}").kind)


def doors(bundled: Exhibition) -> Iterator[str]:
    """The screens that home opens: what its cards name, and the mailbox, which always has its door there."""
    yield "mailbox"
    yield from (card.opens.partition(":")[0] for card in bundled.home.cards)
