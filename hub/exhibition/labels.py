"""The Chinese words of the forms: names of fields, records, kinds and choices, and of the schema's own rules.

Owns wording only. What has no entry shows its English name, so a new field of the schema is editable the day it is
added; a test lists what still lacks a name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from pydantic import BaseModel

RECORDS: Final[Mapping[str, str]] = {
    "Words": "文字",
    "Text": "正文",
    "Source": "出处文件",
    "Fact": "要点",
    "Organ": "机构",
    "Arrow": "关系",
    "CongressLevel": "层级",
    "Aside": "追问",
    "LevelsBlock": "四级关系图",
    "SeatExample": "实例",
    "SeatRule": "名额规则",
    "SeatsBlock": "名额计算",
    "Step": "步骤",
    "StepsBlock": "步骤台阶",
    "Proposal": "候选项目",
    "Voters": "模拟代表",
    "RuleSet": "规则",
    "BallotBlock": "票决模拟",
    "PanelsBlock": "展板",
    "SortBin": "格子",
    "SortCard": "卡片",
    "SortBlock": "卡片归类",
    "MatchPair": "一对",
    "MatchBlock": "配对",
    "QuizBlock": "问答",
    "Question": "题目",
    "Answer": "选项",
    "Panel": "展板页",
    "Exhibit": "展项",
    "HomeCard": "首页卡片",
    "Home": "首页",
    "Term": "术语",
    "Topic": "话题",
    "Place": "地点",
    "Consent": "同意书",
    "Mailbox": "一号信箱",
}

FIELDS: Final[Mapping[str, str]] = {
    "zh_hans": "简体中文",
    "zh_hant": "繁体中文",
    "en": "英文",
    "spoken": "朗读时的说法",
    "sources": "出处",
    "id": "标识",
    "title": "标题",
    "publisher": "发布机关",
    "dated": "日期",
    "url": "网址",
    "note": "说明",
    "figures": "文件里的数字",
    "label": "名目",
    "value": "内容",
    "name": "名称",
    "role": "类别",
    "origin": "从",
    "target": "到",
    "relation": "关系",
    "text": "正文",
    "full_name": "全称",
    "election": "选举方式",
    "summary": "概要",
    "organs": "机构",
    "arrows": "关系",
    "question": "问题",
    "teaser": "引子",
    "panels": "展板",
    "subtitle": "副标题",
    "tab": "标签短名",
    "hint": "操作提示",
    "levels": "层级",
    "asides": "追问",
    "population": "人口",
    "population_note": "人口的出处",
    "actual_seats": "实际名额",
    "actual_note": "实际名额的说明",
    "rule": "计算规则",
    "explanation": "解释",
    "population_min": "人口下限",
    "population_max": "人口上限",
    "population_start": "起始人口",
    "examples": "实例",
    "rules": "规则",
    "caveat": "注意",
    "facts": "要点",
    "art": "插图",
    "opens": "打开",
    "opens_label": "打开按钮的字",
    "steps": "步骤",
    "icon": "图标",
    "cost": "费用（万元）",
    "serves": "惠及居民（%）",
    "public": "面向公众",
    "within_year": "当年能办成",
    "within_powers": "在本级权限内",
    "why_not": "落选原因",
    "surprise": "办理中的意外",
    "surprise_cost": "意外增加的费用（万元）",
    "argument_for": "赞成的理由",
    "argument_against": "反对的理由",
    "count": "人数",
    "prefers": "看重的项目，从先到后",
    "voters_name": "投票人的称呼",
    "effect": "结果的效力",
    "groups": "分组",
    "rule_sets": "规则",
    "proposals": "候选项目",
    "places": "名额",
    "budget": "预算（万元）",
    "ballot_size": "选票上的项目数",
    "disclaimer": "模拟声明",
    "comparison": "真实结果对照",
    "heading": "小标题",
    "code": "编号",
    "gist": "三十秒要点",
    "picture": "插图",
    "links": "全过程环节",
    "features": "涉及的功能",
    "minutes": "体验时长（分钟）",
    "blocks": "内容块",
    "cards": "卡片",
    "term": "术语",
    "pinyin": "拼音",
    "meaning": "含义",
    "version": "版本",
    "topics": "话题",
    "phrases": "常用句",
    "consent": "同意书",
    "who_reads": "谁来读信",
    "bins": "格子",
    "goes": "应放的格子",
    "reason": "理由",
    "outcome": "结束语",
    "pairs": "配对",
    "left": "左边的名称",
    "right": "右边的内容",
    "left_name": "左列的名称",
    "right_name": "右列的名称",
    "answers": "选项",
    "about": "相关的展项或环节",
    "words": "文字",
}

IN_RECORD: Final[Mapping[tuple[str, str], str]] = {
    ("Mailbox", "places"): "地点",
    ("RuleSet", "id"): "适用范围",
    ("CongressLevel", "id"): "级别",
    ("SeatRule", "rule"): "适用的级别",
    ("Question", "right"): "正确选项",
    ("QuizBlock", "count"): "题数",
}

CHOICES: Final[Mapping[str, str]] = {
    "election": "民主选举",
    "consultation": "民主协商",
    "decision": "民主决策",
    "management": "民主管理",
    "oversight": "民主监督",
    "national": "国家级",
    "provincial": "省级",
    "city": "市级",
    "county": "区县级",
    "township": "乡镇级",
    "elects": "选举产生",
    "reports": "对其负责、报告工作",
    "oversees": "监督",
    "congress": "人民代表大会",
    "standing": "常务委员会",
    "executive": "人民政府",
    "supervisory": "监察委员会",
    "court": "人民法院",
    "procuratorate": "人民检察院",
    "presidium": "主席团",
    "direct": "直接选举",
    "indirect": "间接选举",
    "town": "镇（票决）",
    "street": "街道（票选）",
}

HELP: Final[Mapping[str, str]] = {
    "How it is read aloud, where that differs": "朗读与字面不同时才填。语言写 zh-Hans 或 en",
    "Day of adoption or publication; none if it bears none": "通过或发布的日期；文件没写就空着",
    "One line in the dock: what to do first": "屏幕下方的一行字：先做什么",
    "From the township upwards": "从乡镇级往上排",
    "Name of a drawing in media/art": "media/art 里插图的名字",
    "Name of a drawing in media/art, without theme": "media/art 里插图的名字，不带主题后缀",
    "Its short name on the exhibit's tabs, 2-5 characters": "展项标签上的短名，2 至 5 个字",
    "Block of this exhibit that lets the visitor try this step": "同一展项里、可以动手试这一步的内容块的标识",
    "10,000 yuan, made up": "单位万元，虚拟数字",
    "Share of residents served, per cent, made up": "惠及居民的百分比，虚拟数字",
    "Serves the public, not a few": "为大家办，不是为少数人办",
    "Can be done within the year": "当年能够办完",
    "Lies within the powers of this level": "在本级的职权范围内",
    "Said when the screening turns it down": "初筛没有通过时说的话",
    "What happens while it is carried out": "办理过程中发生的事",
    "Extra cost of the surprise, 10,000 yuan": "单位万元",
    "Proposals from most to least wanted": "填候选项目的标识，最想要的排最前",
    "How many projects are to be chosen": "一共选出几项",
    "How many screened proposals stand on the ballot": "通过初筛后列上选票的项目数",
    "What deputies really chose, with date and source": "代表们真实的选择，写明日期和出处",
    "Its place in the plan, D1-D99": "在展项规划里的编号，D1 至 D99",
    "What stands on the card, at most 60 characters": "卡片上的字，最多 60 个字",
    "The bin it belongs in": "填格子的标识",
    "Why it belongs there, said after every answer": "每次作答之后都会说",
    "Said at the end, above the cards: what this sorting shows": "结束时写在卡片上方：归类之后看得出什么",
    "What is made up here, and what is not": "这里什么是虚构的，什么不是",
    "A name, at most 12 characters": "名称，最多 12 个字",
    "What belongs to it, at most 40 characters; must not give the name away": "最多 40 个字，不要写出左边的名称",
    "Why they belong together, said after every answer": "每次作答之后都会说",
    "What stands on the left, such as: power": "左边是什么，例如：职权",
    "What stands on the right, such as: example": "右边是什么，例如：例子",
    "Said at the end: what the pairs show together": "结束时说：合起来看得出什么",
    "The answer that is right": "填正确选项的标识",
    "Said after every answer, right or not, with its source": "每次作答之后都会说，要有出处",
    "Ids of exhibits, or links such as election": "填展项的标识，或者环节，例如 election",
    "How many questions are drawn": "每次抽几道题",
    "Only questions about these exhibits or links; all of the bank without any": "只抽与这些有关的题；空着就从整个题库里抽",
}

_RULES: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"two blocks share the id '(.+?)'"), "有两个内容块用了同一个标识“{0}”，请各用各的。"),
    (re.compile(r"step '(.+?)' opens '(.+?)'"), "步骤“{0}”要打开“{1}”，但这个展项里没有这个内容块。"),
    (re.compile(r"card '(.+?)' goes to '(.+?)'"), "卡片“{0}”要放进“{1}”，但没有这个格子。"),
    (re.compile(r"no card goes to the bin '(.+?)'"), "没有卡片放进格子“{0}”，请添一张，或者去掉这个格子。"),
    (re.compile(r"two pairs say '(.+?)'"), "有两对写的都是“{0}”，请改掉一个，否则对错说不清。"),
    (re.compile(r"two answers share the id '(.+?)'"), "有两个选项用了同一个标识“{0}”，请各用各的。"),
    (re.compile(r"the right answer '(.+?)' is none"), "正确选项写的是“{0}”，但没有这个选项。"),
)


def label_of(model: type[BaseModel], field: str) -> str:
    """The Chinese name of a field; its own name with spaces when it has none yet."""
    return IN_RECORD.get((model.__name__, field)) or FIELDS.get(field) or field.replace("_", " ")


def name_of(model: type[BaseModel]) -> str:
    """The Chinese name of a record; its class name when it has none yet."""
    return RECORDS.get(model.__name__, model.__name__)


def choice_of(value: str) -> str:
    """The Chinese name of a choice; the value itself when it has none yet."""
    return CHOICES.get(value, value)


def help_of(description: str) -> str:
    """The Chinese form of a field's description; the description itself when it has none yet."""
    return HELP.get(description, description)


def sentence_of_rule(message: str) -> str:
    """The Chinese form of a rule the schema states in code."""
    for pattern, sentence in _RULES:
        if found := pattern.search(message):
            return sentence.format(*found.groups())
    return f"内容不合要求：{message}"
