"""The schema's own rules as sentences for staff: what a validator says, and how the hub says it.

A rule that has no entry shows as the schema words it.
"""

from __future__ import annotations

import re
from typing import Final

RULES: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"two blocks share the id '(.+?)'"), "有两个内容块用了同一个标识“{0}”，请各用各的。"),
    (re.compile(r"step '(.+?)' opens '(.+?)'"), "步骤“{0}”要打开“{1}”，但这个展项里没有这个内容块。"),
    (re.compile(r"card '(.+?)' goes to '(.+?)'"), "卡片“{0}”要放进“{1}”，但没有这个格子。"),
    (re.compile(r"no card goes to the bin '(.+?)'"), "没有卡片放进格子“{0}”，请添一张，或者去掉这个格子。"),
    (re.compile(r"two pairs say '(.+?)'"), "有两对写的都是“{0}”，请改掉一个，否则对错说不清。"),
    (re.compile(r"two answers share the id '(.+?)'"), "有两个选项用了同一个标识“{0}”，请各用各的。"),
    (re.compile(r"the right answer '(.+?)' is none"), "正确选项写的是“{0}”，但没有这个选项。"),
    (re.compile(r"deadline '(.+?)' is there"), "期限“{0}”要写、也只写一次。"),
    (re.compile(r"case '(.+?)'"), "“{0}”写得不完整：两种回答要齐，可选的数只用于差额比例，生日不能是选举日。"),
    (re.compile(r"paper (\d+): '(.+?)' is no candidate"), "第 {0} 张选票上的“{1}”不是候选人。"),
    (re.compile(r"the stop '(.+?)' opens nothing"), "“{0}”这一站没有写打开什么。"),
    (re.compile(r"the quiz '(.+?)' opens"), "“{0}”是答题，不打开展项。"),
    (re.compile(r"the stop '(.+?)' has (\d+) minutes"), "“{0}”这一站写了 {1} 分钟，比最少的还少；不停就写 0。"),
    (re.compile(r"two stops share the id '(.+?)'"), "有两站用了同一个标识“{0}”，请各用各的。"),
    (re.compile(r"stop '(.+?)' has (\d+) minutes for (\d+) lengths"), "“{0}”这一站写了 {1} 个分钟数，时长有 {2} 种。"),
    (re.compile(r"the stops take (\d+) minutes, not (\d+)"), "各站合计 {0} 分钟，不是 {1} 分钟。"),
    (re.compile(r"a class tour names its"), "班级导览要写年级，其他导览不写。"),
    (re.compile(r"teams vote and answer in a class tour only"), "只有班级导览能分组投票和答题。"),
    (re.compile(r"box '(.+?)': more took part"), "“{0}”这一箱：参加投票的人比选民还多，请改一个数。"),
    (re.compile(r"the days do not run forward"), "两个日期的先后反了，请把早的放在前面。"),
    (re.compile(r"two pictures share an id"), "有两幅图用了同一个标识，请各用各的。"),
    (re.compile(r"two days share an id"), "有两个日期用了同一个标识，请各用各的。"),
    (re.compile(r"'(.+?)' needs reached, reached_on"), "“{0}”做到多少、日期、依据要一起写，而且只有目标才写。"),
    (re.compile(r"'(.+?)' is due on"), "“{0}”的期限不对：只有目标有期限，而且要晚于来源的日期。"),
    (re.compile(r"'(.+?)' asks (?:nothing|actual|average); give"), "“{0}”的问题和答案要一起写，或者都不写。"),
    (re.compile(r"'(.+?)' needs `among`"), "“{0}”要平均，每一条都写除以几，并写平均的名称；不平均就都不写。"),
    (re.compile(r"'(.+?)' asks for an average"), "“{0}”问平均，每一条都要写除以几，并写平均的名称。"),
    (re.compile(r"there is no cell '(.+?)' / '(.+?)'"), "没有“{0}”行“{1}”列这一格。"),
    (re.compile(r"the cell '(.+?)' / '(.+?)' is filled twice"), "“{0}”行“{1}”列写了两次，请合成一段。"),
    (re.compile(r"two nodes share the id '(.+?)'"), "有两级用了同一个标识“{0}”，请各用各的。"),
    (re.compile(r"'(.+?)' stands under '(.+?)'"), "“{0}”的上一级“{1}”要写在它前面。"),
    (re.compile(r"'(.+?)' has no parent"), "“{0}”没有写上一级；最上面只能有一个。"),
    (re.compile(r"at most (\d+) tiers of at most (\d+) bodies"), "最多画 {0} 级、每级 {1} 个，请拆开。"),
    (re.compile(r"'(.+?)' can get (\d+) points"), "“{0}”最多能得 {1} 分，各项最好的办法加起来要正好 10 分。"),
    (re.compile(r"one proposal gives every side everything"), "有一个方案让每一方都得满分，总要有可让的东西。"),
    (
        re.compile(r"at '(.+?)' there are (\d+) agreements that '(.+?)' accepts"),
        "在会议“{0}”上，“{2}”能接受的方案只有 {1} 个，至少要两个。",
    ),
    (re.compile(r"at '(.+?)' all agree to what '(.+?)' wants"), "会议“{0}”上，“{1}”不用让步就能通过，请改分。"),
    (re.compile(r"no gathering brings half"), "没有一次会议到得了一半的人。"),
    (re.compile(r"'(.+?)' and '(.+?)' overlap"), "“{0}”和“{1}”重叠了，请挪开或缩小一处。"),
)
