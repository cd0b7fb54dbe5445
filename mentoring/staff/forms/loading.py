"""The file of a list, its columns by hand, the decisions on doubtful rows."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict

from mentoring.core.spreadsheets.refusals import EMPTY, LARGE_ADVICE
from mentoring.staff.imports.decisions import GONE
from mentoring.staff.imports.fields import FIELD_LABELS, Field, Role
from mentoring.staff.imports.stored import ColumnJson, StoredPlan
from mentoring.ui.fields import UploadField

COLUMN = "column:"
ROW = "row:"
NOT_READ = "-"
UNCHANGED = ""


class UploadForm(forms.Form):
    """A spreadsheet; its kind is told by its content, not by its name."""

    file = UploadField(
        label="Файл со списком",
        kinds="Excel (xlsx, xls), LibreOffice (ods) или csv",
        accept=".xlsx,.xls,.ods,.csv",
        advice=LARGE_ADVICE,
        error_messages={"empty": EMPTY},
    )


class ColumnsForm(forms.Form):
    """What each column holds; one select a column."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, columns: list[ColumnJson], **options: Any) -> None:
        super().__init__(*args, **options)
        self.columns = [column for column in columns if column["role"] != Role.REFUSED]
        for number, column in enumerate(self.columns):
            self.fields[f"{COLUMN}{number}"] = forms.ChoiceField(
                label=column["header"] or "без заголовка",
                required=False,
                choices=[(NOT_READ, "не загружать"), *FIELD_LABELS.items()],
                initial=column["field"] or NOT_READ,
            )

    def lines(self) -> list[tuple[ColumnJson, forms.BoundField]]:
        """Columns that may be read, each with its select."""
        return [(column, self[f"{COLUMN}{number}"]) for number, column in enumerate(self.columns)]

    def mapping(self) -> dict[tuple[str, int], Field | None]:
        """Columns whose meaning the person changed, by sheet and place."""
        found: dict[tuple[str, int], Field | None] = {}
        for number, column in enumerate(self.columns):
            told = self.cleaned_data.get(f"{COLUMN}{number}") or NOT_READ
            if told != (column["field"] or NOT_READ):
                found[column["sheet"], column["index"]] = None if told == NOT_READ else Field(told)
        return found


def choices_in(data: QueryDict, plan: StoredPlan) -> Mapping[str, str]:
    """Decisions that came from the page, by the row they are about."""
    known = {row["id"] for row in plan["rows"]}
    rows = {name.removeprefix(ROW): str(value) for name, value in data.items() if name.startswith(ROW)}
    told = {row: value for row, value in rows.items() if row in known}
    return told | ({GONE: str(data[GONE])} if GONE in data else {})


def version_in(data: QueryDict) -> int:
    """The version of the plan that the person looked at; 0 when the form is not ours."""
    text = str(data.get("version", ""))
    return int(text) if text.isdigit() and len(text) < 10 else 0
