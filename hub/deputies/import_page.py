"""The page on which a clerk imports a file: try it, read the report, import it."""

from __future__ import annotations

import logging
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from content.civics.regions import districts
from hub.deputies import columns
from hub.deputies.files import Unreadable, joined
from hub.deputies.importing import Wish, bring_in
from hub.deputies.report import KINDS, MOST_SHOWN, Problem, Report
from hub.deputies.values import LEVELS
from hub.site.console import ConsolePage
from hub.site.shield import MAX_UPLOAD_BYTES

log = logging.getLogger("hub.deputies")


class ImportForm(forms.Form):
    """A file, and what it is about."""

    file = forms.FileField(
        label="名册文件",
        help_text=f"CSV、XLSX 或 Popolo JSON，不超过 {MAX_UPLOAD_BYTES >> 20} MB。列名怎样写，见 docs/deputies.md。",
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx,.json"}),
    )
    as_of = forms.DateField(
        label="名册的日期", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), required=False,
        help_text="空着就是今天。",
    )  # fmt: skip
    only = forms.ChoiceField(label="只更新", required=False, help_text="只更新一个区县时，别的区县都不动。")
    region = forms.ChoiceField(label="文件里没有区县时填", required=False)
    level = forms.ChoiceField(label="文件里没有层级时填", required=False)
    many_leave = forms.BooleanField(label="换届：名录里很多人会离任", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(one.name, one.name) for one in districts(timezone.localdate())]
        choices: dict[str, Any] = {
            "only": [("", "整份名录"), *names],
            "region": [("", "不填"), *names],
            "level": [("", "不填"), *((one, one) for one in LEVELS.values())],
        }
        for name, options in choices.items():
            field: Any = self.fields[name]
            field.choices = options

    def wish(self, *, dry_run: bool) -> Wish:
        said = self.cleaned_data
        fills = {columns.REGION: said["region"], columns.LEVELS: said["level"]}
        return Wish(
            said["as_of"] or timezone.localdate(), said["only"], {key: value for key, value in fills.items() if value},
            said["many_leave"], dry_run,
        )  # fmt: skip


class ImportPage(ConsolePage):
    """Imports deputies; the report stands above the form."""

    permission_required = "deputies.change_deputy"
    template_name = "deputies/import.html"
    page_title = "导入代表名册"
    header_icon = "upload"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {"form": ImportForm(), "report": None} | context

    def post(self, request: HttpRequest) -> HttpResponse:
        form, report = ImportForm(request.POST, request.FILES), None
        if form.is_valid():
            report = _imported(form, dry_run="try" in request.POST)
        context = self.get_context_data(form=form, report=report, **(_shown(report) if report else {}))
        return self.render_to_response(context)


def _imported(form: ImportForm, *, dry_run: bool) -> Report:
    upload = form.cleaned_data["file"]
    try:
        data = joined(upload.chunks())
    except Unreadable as error:
        return Report(upload.name, problems=(Problem(None, "", error.what, error.cure),), dry_run=dry_run)
    report = bring_in(data, upload.name, form.wish(dry_run=dry_run), timezone.now())
    if report.applied:
        log.info("deputies imported: %s changes, %s unchanged", len(report.changes), report.same)
    return report


def _shown(report: Report) -> dict[str, Any]:
    """The report in parts, each no longer than a page can be read."""
    return {
        "problems": report.problems[:MOST_SHOWN],
        "more_problems": max(0, len(report.problems) - MOST_SHOWN),
        "changes": [
            (word, count, [one for one in report.changes if one.kind == kind][:MOST_SHOWN])
            for (kind, word), count in zip(KINDS.items(), report.counts().values(), strict=True)
            if count
        ],
        "renamed": [(theirs, ours) for theirs, ours in report.mapping if theirs != ours],
    }
