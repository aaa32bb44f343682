"""What is read of a page, what is read again when it changes, and the mark that follows the reading."""

from __future__ import annotations

import pytest

from content.aloud import clauses
from screens.look import Look
from screens.reading import Reading, lines
from screens.scene import Box, Fill, Group, Label, Layer, Node, Scene, Target
from screens.session import Variant
from screens.tokens import contrast, load
from tests.screens.looks import ruler

TEXT = "全国人大代表由选举产生，每届任期五年。区县人大代表由选民直接选举。"


class Speaker:
    """A voice whose reading stands where a test puts it."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.busy = False
        self.slow = False
        self.at: tuple[int, int] | None = None

    def say(self, text: str, language: str) -> None:
        self.said.append(text)
        self.busy = True

    def stop(self) -> None:
        self.busy, self.at = False, None

    def forget(self) -> None:
        self.stop()

    def reads(self, line: str, clause: int) -> None:
        """The reading has come to a clause of a line."""
        start = self.said[-1].index(line)
        a, b = clauses(line)[clause]
        self.at = (start + a, start + b)


def look(**variant: object) -> Look:
    return Look(load(), Variant(**variant), True, ruler)  # type: ignore[arg-type]


def page(*nodes: Node) -> Scene:
    return Scene("page", (Layer("ground", ()), Layer("page", nodes)))


def fills(nodes: tuple[Node, ...]) -> list[Fill]:
    return [one for one in nodes if isinstance(one, Fill)]


@pytest.mark.parametrize("clause", range(3))
@pytest.mark.parametrize("text", ["normal", "large"])
def test_the_clause_being_read_is_marked_where_it_stands(clause: int, text: str) -> None:
    own = look(text=text)
    label = own.text(100, 200, 420, TEXT)
    speaker = Speaker()
    reading = Reading(speaker)
    reading.page("page", TEXT, "zh-Hans")
    speaker.reads(TEXT, clause)
    nodes = reading.marked(page(label), ruler).layers[1].nodes
    assert label in nodes
    edge, *rest = fills(nodes)
    assert edge.box.right <= label.box.x and (edge.box.y, edge.box.h) == (label.box.y, label.box.h)
    grounds = [one for one in rest if one.color == "teal_wash"]
    width = sum(one.box.w - 8 for one in grounds)
    start, end = clauses(TEXT)[clause]
    assert width == pytest.approx(ruler(TEXT[start:end], label.style), abs=2)
    for one in grounds:
        assert one.box.x + 4 >= label.box.x and one.box.right - 4 <= label.box.right + 1
        assert label.box.y <= one.box.y and one.box.bottom <= label.box.bottom + 0.1


def test_every_clause_is_marked_somewhere_else() -> None:
    label = look().text(100, 200, 420, TEXT)
    speaker = Speaker()
    reading = Reading(speaker)
    reading.page("page", TEXT, "zh-Hans")
    marks = []
    for clause in range(3):
        speaker.reads(TEXT, clause)
        nodes = reading.marked(page(label), ruler).layers[1].nodes
        marks.append({(one.box.x, one.box.y) for one in fills(nodes)[1:]})
    assert not marks[0] & marks[1] and not marks[1] & marks[2]


@pytest.mark.parametrize("align", ["center", "right"])
def test_the_mark_follows_the_alignment(align: str) -> None:
    label = look().text(100, 200, 800, "短句在此。", align=align)  # type: ignore[arg-type]
    speaker = Speaker()
    reading = Reading(speaker)
    reading.page("page", "短句在此。", "zh-Hans")
    speaker.reads("短句在此。", 0)
    edge, ground, _ = fills(reading.marked(page(label), ruler).layers[1].nodes)
    wide = ruler("短句在此。", label.style)
    left = 100 + (800 - wide) / (2 if align == "center" else 1)
    assert ground.box.x == pytest.approx(left - 4)
    assert edge.box.right < left


def test_on_dark_ground_only_lines_are_drawn_so_that_the_text_stays_legible() -> None:
    label = look().text(100, 200, 400, "短句在此。", color="on_ink")
    speaker = Speaker()
    reading = Reading(speaker)
    reading.page("page", "短句在此。", "zh-Hans")
    speaker.reads("短句在此。", 0)
    assert {one.color for one in fills(reading.marked(page(label), ruler).layers[1].nodes)} == {"on_ink"}


def test_text_on_the_mark_stays_legible_in_both_themes() -> None:
    for theme in ("light", "contrast"):
        assert contrast(load().color(theme, "ink"), load().color(theme, "teal_wash")) >= 7  # type: ignore[arg-type]
        for ink in ("teal", "vermilion_deep", "ochre_deep", "mail_deep"):
            assert contrast(load().color(theme, ink), load().color(theme, "teal_wash")) >= 4.5  # type: ignore[arg-type]


def test_a_mark_reaches_into_groups_and_leaves_all_else_as_it_was() -> None:
    inner = look().text(0, 0, 400, "组里的话。")
    other = look().text(0, 300, 400, "别的话。")
    speaker = Speaker()
    reading = Reading(speaker)
    reading.page("page", "别的话。\n组里的话。", "zh-Hans")
    speaker.reads("组里的话。", 0)
    scene = page(other, Group("g", (inner,), dx=50))
    after = reading.marked(scene, ruler).layers[1].nodes
    assert after[0] is other
    assert isinstance(after[1], Group) and inner in after[1].nodes and len(after[1].nodes) > 1


def test_a_control_that_is_read_is_framed() -> None:
    target = Target(Box(100, 100, 300, 96), "page.open", label="打开", spoken="打开这一页。")
    speaker = Speaker()
    reading = Reading(speaker)
    reading.page("page", "打开这一页。", "zh-Hans")
    speaker.reads("打开这一页。", 0)
    kept, frame = reading.marked(page(target), ruler).layers[1].nodes
    assert kept is target
    assert isinstance(frame, Fill) and frame.color is None and frame.border == "teal"
    assert frame.box.x < 100 and frame.box.right > 400


def test_a_spoken_form_is_heard_and_the_written_clause_is_marked() -> None:
    written, said = "到2025-11为止，有38个。", "到二零二五年十一月为止，共有三十八个。"
    label = look().text(100, 200, 900, written)
    speaker = Speaker()
    reading = Reading(speaker, lambda one, _: said if one == written else one)
    reading.page("page", written, "zh-Hans")
    assert speaker.said == [said]
    speaker.reads(said, 1)
    _, ground, _ = fills(reading.marked(page(label), ruler).layers[1].nodes)
    assert ground.box.x == pytest.approx(100 + ruler("到2025-11为止，", label.style) - 4)


def test_pale_text_is_inked_while_it_is_read() -> None:
    label = look().text(100, 200, 400, "短句在此。", color="ink2")
    speaker = Speaker()
    reading = Reading(speaker)
    reading.page("page", "短句在此。", "zh-Hans")
    speaker.reads("短句在此。", 0)
    nodes = reading.marked(page(label), ruler).layers[1].nodes
    (shown,) = [one for one in nodes if isinstance(one, Label)]
    assert (shown.color, shown.lines) == ("ink", label.lines)


def test_a_spoken_form_of_other_clauses_marks_the_whole_paragraph() -> None:
    label = look().text(100, 200, 900, "第一句话在这里，第二句话在这里。")
    speaker = Speaker()
    reading = Reading(speaker, lambda *_: "只有一句话而已。")
    reading.page("page", label.full, "zh-Hans")
    speaker.at = (0, 8)
    _, ground, _ = fills(reading.marked(page(label), ruler).layers[1].nodes)
    assert ground.box.w == pytest.approx(ruler(label.full, label.style) + 8)


def test_without_a_reading_the_scene_is_the_very_same() -> None:
    scene = page(look().text(100, 200, 900, TEXT))
    assert Reading(Speaker()).marked(scene, ruler) is scene


def test_what_stays_of_a_page_is_not_read_twice() -> None:
    speaker = Speaker()
    reading = Reading(speaker)
    reading.page("page", "标题在此。\n说明在此。", "zh-Hans")
    speaker.stop()  # it came to its end
    reading.page("page", "标题在此。\n说明在此。\n新的一行。", "zh-Hans")
    assert speaker.said[-1] == "新的一行。"


def test_what_was_not_yet_read_is_not_lost_when_the_page_changes() -> None:
    speaker = Speaker()
    reading = Reading(speaker)
    reading.page("page", "标题在此。\n说明在此。\n最后一行。", "zh-Hans")
    speaker.reads("说明在此。", 0)
    reading.page("page", "标题在此。\n说明在此。\n最后一行。\n新的一行。", "zh-Hans")
    assert speaker.said[-1] == "说明在此。\n最后一行。\n新的一行。"


def test_a_page_that_changes_before_its_first_word_is_read_whole() -> None:
    speaker = Speaker()
    reading = Reading(speaker)
    reading.page("page", "标题在此。\n说明在此。", "zh-Hans")
    reading.page("page", "标题在此。\n说明在此。\n新的一行。", "zh-Hans")
    assert speaker.said[-1] == "标题在此。\n说明在此。\n新的一行。"


def test_between_two_lines_the_reading_goes_on_from_where_it_was() -> None:
    speaker = Speaker()
    reading = Reading(speaker)
    reading.page("page", "标题在此。\n说明在此。\n最后一行。", "zh-Hans")
    speaker.reads("说明在此。", 0)
    reading.marked(page(), ruler)
    speaker.at = None
    reading.page("page", "标题在此。\n说明在此。\n最后一行。\n新的一行。", "zh-Hans")
    assert speaker.said[-1] == "说明在此。\n最后一行。\n新的一行。"


def test_another_page_or_language_is_read_whole() -> None:
    speaker = Speaker()
    reading = Reading(speaker)
    reading.page("one", "标题在此。", "zh-Hans")
    reading.page("two", "标题在此。", "zh-Hans")
    reading.page("two", "标题在此。", "en")
    assert speaker.said == ["标题在此。"] * 3


def test_what_stands_there_is_read_before_what_may_be_touched() -> None:
    target = Target(Box(0, 0, 96, 96), "page.open", label="打开", spoken="打开这一页")
    scene = page(target, look().text(0, 100, 400, "标题"), look().text(0, 200, 400, "说明"))
    assert [one.words for one in lines(scene)] == ["标题", "说明", "打开这一页"]


def test_a_paragraph_of_two_lines_is_one_line_of_the_reading() -> None:
    label = look().text(0, 0, 400, "上一段。\n下一段。")
    assert isinstance(label, Label)
    assert [one.words for one in lines(page(label))] == ["上一段。 下一段。"]


def test_after_a_visit_nothing_of_it_is_kept() -> None:
    speaker = Speaker()
    reading = Reading(speaker)
    reading.slower(True)
    reading.page("page", "我家的电梯坏了。", "zh-Hans")
    reading.forget()
    assert "电梯" not in repr(vars(reading)) and not speaker.slow
