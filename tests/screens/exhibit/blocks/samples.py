"""A ballot block as long-worded as authors may write it: eight candidates, four ideas that fail a test."""

from __future__ import annotations

from typing import Any

from content.schema import BallotBlock

_FILL_ZH = (
    "居民多次提到这件事，附近的老人和孩子每天都要经过，早一点办好，大家出门就安心一些，维护的费用也有着落，"
    "物业愿意配合，施工避开上下学的时间。"
)
_FILL_EN = (
    "Residents have raised it again and again. Old people and children pass here every day; done "
    "early, everybody walks more safely, and its upkeep is provided for."
)


def words(zh: str, en: str) -> dict[str, Any]:
    """A short text in both languages."""
    return {"zh-Hans": zh, "en": en}


def text(zh: str, en: str) -> dict[str, Any]:
    """Running text with its source."""
    return {"zh-Hans": zh, "en": en, "sources": ["S2"]}


_PROPOSALS: tuple[tuple[str, str, str, str, int, int, str], ...] = (
    ("lift", "老旧小区加装电梯", "Lifts in older buildings", "lift", 860, 22, "yyy"),
    ("canteen", "社区老年食堂 6 处", "Six canteens for older residents", "bowl", 540, 18, "yyy"),
    ("rail", "街边梯坎加装扶手", "Handrails on street stairs", "rail", 320, 35, "yyy"),
    ("water", "农村饮水管网改造", "New rural water pipes", "drop", 720, 15, "yyy"),
    ("crossing", "学校门口路口改造", "Safer crossings at schools", "lane", 410, 30, "yyy"),
    ("care", "公园母婴室与厕所", "Nursing rooms and toilets in parks", "care", 260, 25, "yyy"),
    ("parking", "新增停车位 400 个", "400 more parking spaces", "car", 680, 20, "yyy"),
    ("books", "社区书屋与自习室", "Neighbourhood reading rooms", "book", 190, 12, "yyy"),
    ("garden", "把楼顶花园包给一户人家", "Give a roof garden to one household", "tree", 60, 1, "nyy"),
    ("bridge", "修一座跨江大桥", "Build a bridge across the river", "bridge", 2300, 60, "ynn"),
    ("rail-line", "轨道线路改道", "Move a metro line", "bus", 2000, 40, "yyn"),
    ("lamps", "背街小巷路灯", "Lamps in back lanes", "lamp", 150, 28, "yyy"),
)  # fmt: skip


def proposal(id: str, zh: str, en: str, icon: str, cost: int, serves: int, tests: str) -> dict[str, Any]:
    """One idea; `tests` says y or n to public, within the year, within powers."""
    public, year, powers = (one == "y" for one in tests)
    made: dict[str, Any] = {
        "id": id, "name": words(zh, en), "icon": icon, "cost": cost, "serves": serves, "public": public,
        "within_year": year, "within_powers": powers, "argument_for": text(_FILL_ZH, _FILL_EN),
        "argument_against": text("也有人担心：" + _FILL_ZH[:60], "Others worry. " + _FILL_EN),
    }  # fmt: skip
    if "n" in tests:
        made["why_not"] = text(
            "这件事不归本级管，或者一年之内办不完，可以转给有关方面研究。",
            "It is beyond this level, or takes longer than a year.",
        )
    if id in ("rail", "crossing"):
        made["surprise"] = text(
            "开工后发现地下有一条旧管线，要先迁走，工期和费用都要增加。",
            "Once digging began, an old pipe came to light that has to be moved first.",
        )
        made["surprise_cost"] = 90
    if id in ("books", "care", "canteen"):
        made["surprise"] = text(
            "选好的房子手续还没有办完，要再等三个月。",
            "The papers for the chosen building will take another three months.",
        )
    return made


def ballot(**changes: Any) -> BallotBlock:
    """The block, with parts replaced."""
    order = ["rail", "crossing", "books", "care", "lamps", "canteen", "lift", "water", "parking"]
    groups = [
        {"id": f"g{i}", "name": words(zh, en), "count": 5, "prefers": order[i:] + order[:i]}
        for i, (zh, en) in enumerate((
            ("住在老街上的代表", "Deputies from the old streets"),
            ("带孩子的代表", "Deputies with young children"),
            ("山上几个村的代表", "Deputies from the hill villages"),
            ("开店办厂的代表", "Deputies who run shops and workshops"),
        ))
    ]  # fmt: skip
    rule_sets = [
        {
            "id": id, "name": words(zh, en), "voters_name": words(who, who_en), "groups": groups,
            "explanation": text(
                "乡镇设人民代表大会。代表在人代会会议上，从候选项目里投票决定当年要办的民生实事，需要全体代表的过半数赞成才能通过，"
                "票数相同的再投一次。",
                "A town has a people's congress. In its session, deputies decide by vote which of the shortlisted "
                "projects are carried out this year; a project needs more than half of all deputies.",
            ),
            "effect": text(
                "结果由人代会确定，交乡镇人民政府组织实施，年底由代表评议办得怎么样，评议的结果向居民公开。",
                "The congress decides; the town government carries it out, and deputies appraise the result "
                "at the end of the year in public.",
            ),
        }
        for id, zh, en, who, who_en in (
            ("town", "乡镇：人大代表票决", "Town: deputies decide", "乡镇人大代表", "town deputies"),
            ("street", "街道：议事代表票选", "Subdistrict: a meeting chooses", "街道议事代表", "subdistrict delegates"),
        )
    ]  # fmt: skip
    data: dict[str, Any] = {
        "id": "vote", "kind": "ballot", "title": words("换你来投票", "Your turn to vote"), "rule_sets": rule_sets,
        "proposals": [proposal(*one) for one in _PROPOSALS], "places": 5, "budget": 2400,
        "disclaimer": text("这是模拟体验：项目、金额和投票的人都是编的。", "This is a simulation: projects, "
        "sums and voters are made up."),
        "comparison": text(
            "2024 年，全市 38 个区县票决区县级民生实事项目 459 件，770 个乡镇票决 6047 件，221 个街道票选 1546 件。",
            "In 2024, deputies in 38 districts and counties decided on 459 projects, in 770 towns on 6,047; "
            "221 subdistricts chose 1,546.",
        ),
    }  # fmt: skip
    return BallotBlock.model_validate({**data, **changes})
