"""What an import found and did, as text for people and as JSON for programs."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal

MOST_SHOWN = 50
MOST_KEPT = 10_000

Kind = Literal["new", "changed", "moved", "renamed", "returned", "left"]
KINDS: dict[Kind, str] = {
    "new": "新增", "changed": "更新", "moved": "调动", "renamed": "改名", "returned": "重新列入", "left": "离任",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong in one place, and what to do about it. `row` is None for the file as a whole."""

    row: int | None
    column: str
    what: str
    cure: str
    row_word: str = "行"

    def __str__(self) -> str:
        where = f"第 {self.row} {self.row_word}" if self.row is not None else ""
        where += f"“{self.column}”" if self.column else ""
        return f"{where}：{self.what}。{self.cure}。" if where else f"{self.what}。{self.cure}。"


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one deputy."""

    kind: Kind
    id: str
    name: str
    detail: str = ""

    def __str__(self) -> str:
        said = f"{self.name}（{self.id}）" if self.id else self.name
        return f"{said}：{self.detail}" if self.detail else said


@dataclass(frozen=True, slots=True)
class Report:
    """The whole of an import. `applied` says that the directory is now as the file says."""

    file: str
    kind: str = ""
    heading_row: int = 0
    mapping: tuple[tuple[str, str], ...] = ()
    ignored: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    people: int = 0
    problems: tuple[Problem, ...] = ()
    changes: tuple[Change, ...] = field(default=())
    same: int = 0
    dry_run: bool = False
    applied: bool = False

    @property
    def refused(self) -> bool:
        return bool(self.problems)

    @property
    def sentence(self) -> str:
        """The outcome in one sentence."""
        if self.problems:
            return f"没有导入：{len(self.problems)} 处要改，名录和原来一样。"
        if not self.changes:
            return f"文件里的 {self.people} 位代表和现有名录一样，什么也没有改。"
        counted = "，".join(f"{KINDS[kind]} {n} 位" for kind, n in self.counts().items() if n)
        what = "试导入，什么也没有改。真的导入会" if self.dry_run else "已导入"
        return f"{what}：{counted}；不变 {self.same} 位。"

    def counts(self) -> dict[Kind, int]:
        return {kind: sum(one.kind == kind for one in self.changes) for kind in KINDS}

    def text(self) -> str:
        """The report as lines."""
        lines = [self.sentence, *map(str, self.problems[:MOST_SHOWN])]
        if len(self.problems) > MOST_SHOWN:
            lines.append(f"另有 {len(self.problems) - MOST_SHOWN} 处问题没有列出；加 --json 可看到全部。")
        if self.kind:
            heading = f"，表头在第 {self.heading_row} 行" if self.heading_row else ""
            lines.append(f"{self.file}：{self.kind}{heading}。")
        renamed = [f"“{theirs}”作“{ours}”" for theirs, ours in self.mapping if theirs != ours]
        if renamed:
            lines.append(f"列名：{'，'.join(renamed)}。")
        if self.ignored:
            lines.append(f"没有用到的列：{'、'.join(self.ignored[:20])}。")
        lines += self.notes
        for kind, word in KINDS.items():
            lines += self._listed(kind, word)
        return "\n".join(lines)

    def _listed(self, kind: Kind, word: str) -> list[str]:
        of_kind = [one for one in self.changes if one.kind == kind]
        if not of_kind:
            return []
        more = f"，另有 {len(of_kind) - MOST_SHOWN} 位" if len(of_kind) > MOST_SHOWN else ""
        shown = [f"  {one}" for one in of_kind[: MOST_SHOWN if kind != "new" else 5]]
        if kind == "new":
            more = f"，另有 {len(of_kind) - 5} 位" if len(of_kind) > 5 else ""
        return [
            f"{word} {len(of_kind)} 位{'：' if shown else ''}",
            *shown,
            *([f"  ……{more.lstrip('，')}"] if more else []),
        ]

    def as_json(self) -> str:
        """Everything, for programs; `format` names this form."""
        kept = replace(self, problems=self.problems[:MOST_KEPT])
        plain: dict[str, Any] = asdict(kept) | {
            "format": "bayu-import-report-1", "sentence": self.sentence, "counts": self.counts(),
            "problem_count": len(self.problems), "refused": self.refused,
            "mapping": [{"file": theirs, "column": ours} for theirs, ours in self.mapping],
        }  # fmt: skip
        return json.dumps(plain, ensure_ascii=False, indent=1)
