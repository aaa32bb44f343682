"""A small directory for tests, made by hand: names that share letters, rare characters, terms that do not run."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from random import Random

from content.catalog import Catalog
from content.civics.codes import CodeType, new_code
from content.schema import (
    Consent,
    Deputy,
    Directory,
    Exhibition,
    Home,
    HomeCard,
    Mailbox,
    Place,
    Region,
    Text,
    Topic,
    Words,
)

TODAY = date(2026, 11, 23)
REGIONS = ("九龙坡区", "渝中区", "秀山土家族苗族自治县")
_ENGLISH = ("Jiulongpo District", "Yuzhong District", "Xiushan Tujia and Miao Autonomous County")
_RNG = Random(7)


def words(zh: str, en: str = "") -> Words:
    """A text in both languages."""
    return Words.model_validate({"zh-Hans": zh, "en": en or zh})


def text(zh: str) -> Text:
    """A text that cites its source."""
    return Text.model_validate({"zh-Hans": zh, "en": zh, "sources": ["s"]})


def deputy(name: str, pinyin: str, levels: tuple[str, ...] = ("county",), **more: object) -> Deputy:
    """A sample deputy in office; `more` changes fields."""
    fields: dict[str, object] = {
        "id": new_code(CodeType.DEPUTY, _RNG).id,
        "name": name,
        "name_pinyin": pinyin,
        "name_en": "".join(one.capitalize() + " " for one in pinyin.split()).strip(),
        "levels": levels,
        "region": "r0",
        "township": words("谢家湾街道", "Xiejiawan Subdistrict"),
        "unit": words("第 12 选区", "Constituency 12"),
        "term_from": date(2026, 1, 1),
        "term_to": date(2030, 12, 31),
        "concerns": ("elderly", "lift"),
        "reception": words(
            "每月第一个周三 9:00–11:30 · 谢家湾街道代表之家", "First Wednesday of each month, 9:00-11:30"
        ),
        "group": words("第 2 代表小组", "Deputies' group 2"),
        "is_sample": True,
    }
    return Deputy.model_validate(fields | more)


def catalog(deputies: Iterable[Deputy], **more: object) -> Catalog:
    """A catalogue of these deputies and little else; `more` are fields of the directory."""
    regions = tuple(
        Region(id=f"r{i}", name=words(zh, en)) for i, (zh, en) in enumerate(zip(REGIONS, _ENGLISH, strict=True))
    )
    card = HomeCard(id="find", opens="deputies", title=words("找代表"), subtitle=words("谁"), picture="mini_people")
    topics = (
        Topic(id="elderly", name=words("养老", "Care for the elderly"), icon="care"),
        Topic(id="lift", name=words("电梯", "Lifts"), icon="lift"),
    )
    mailbox = Mailbox(
        topics=topics, places=(Place(id="here", name=words("本社区")),), who_reads=text("站里"),
        consent=Consent(version="1", text=text("同意")),
    )  # fmt: skip
    return Catalog(
        Exhibition(
            home=Home(question=words("问"), cards=(card,)), exhibits=(), sources=(), mailbox=mailbox,
            directory=Directory.model_validate(
                {"as_of": TODAY, "regions": regions, "deputies": tuple(deputies)} | more
            ),
        )
    )  # fmt: skip


PEOPLE = (
    deputy("江澄", "jiang cheng"),
    deputy("简宁", "jian ning", ("township",), township=words("甲镇", "Jia Town")),
    deputy("金一帆", "jin yi fan", ("city",), township=None, unit=words("九龙坡区人民代表大会", "Jiulongpo Congress")),
    deputy("蒋禾", "jiang he", region="r1"),
    deputy("贾舟", "jia zhou", ("city", "county")),
    deputy("靳川", "jin chuan"),
    deputy("焦叶", "jiao ye"),
    deputy(
        "欧阳若澜",
        "ou yang ruo lan",
        ("national",),
        township=None,
        unit=words("重庆市人民代表大会", "Chongqing Congress"),
    ),
    deputy("周䶮", "zhou yan", region="r2"),
    deputy("艾力·热合曼", "ai li re he man", ("township",)),
)
PAST = deputy("季往", "ji wang", term_from=date(2021, 1, 1), term_to=date(2025, 12, 31))
COMING = deputy("纪来", "ji lai", term_from=date(2027, 1, 1), term_to=date(2031, 12, 31))
TOLD = deputy(
    "任晴", "ren qing", station=words("谢家湾街道代表之家", "Xiejiawan Deputies' Home"),
    community=words("红岭社区", "Hongling Community"), groups=(words("养老服务组", "Elderly care group"),),
    reports=(
        {"year": 2025, "approved": TODAY, "text": words("走访二百户。" * 20, "Two hundred households visited. " * 12)},
        {"year": 2024, "approved": TODAY, "text": words("提出建议三件。", "Three suggestions made.")},
    ),
    pledges=(
        {"state": "going", "as_of": TODAY, "approved": TODAY, "text": words("走遍每个小区。", "Walk every block.")},
    ),
    stories=(
        {"consented": TODAY, "until": date(2026, 12, 31), "approved": TODAY, "title": words("楼道的灯", "The lamps"),
         "text": words("数清坏了几盏。", "Counted the dark ones.")},
    ),
)  # fmt: skip
