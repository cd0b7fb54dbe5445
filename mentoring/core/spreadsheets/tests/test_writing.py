"""What is written comes back as it was, and text never becomes anything else."""

import io
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.core.spreadsheets.model import CellError
from mentoring.core.spreadsheets.reader import read_workbook
from mentoring.core.spreadsheets.tests import files
from mentoring.core.spreadsheets.writer import Column, Kind, Table, Value, sheet_name, write_workbook


def cells(*values: Value, kind: Kind = Kind.TEXT) -> list[openpyxl.cell.Cell]:
    content = write_workbook([Table("Лист", [Column(f"c{index}", kind) for index in range(len(values))], [values])])
    return list(openpyxl.load_workbook(io.BytesIO(content)).worksheets[0][2])


@pytest.mark.parametrize(
    "text", ["=1+1", "+7 913", "-5", "@SUM(A1)", "http://example.org", "007", "#N/A", "mailto:a@b"]
)
def test_text_stays_text(text: str) -> None:
    (cell,) = cells(text)

    assert cell.value == text
    assert cell.data_type == "s"
    assert cell.hyperlink is None


def test_text_like_a_formula_stays_text_after_editing() -> None:
    formula, plain = cells("=cmd|' /C calc'!A0", "Иванова")

    assert formula.quotePrefix
    assert not plain.quotePrefix


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_text_can_be_written(text: str) -> None:
    (cell,) = cells(text)

    assert cell.data_type in ("s", "n")
    assert cell.value is None or not any(ord(char) < 32 and char not in "\t\n\r" for char in str(cell.value))


def test_control_characters_are_removed_and_long_text_is_cut() -> None:
    control, long = cells("Ива\x00нова\x0b", "а" * 40_000)

    assert control.value == "Иванова"
    assert len(str(long.value)) == 32_767
    assert str(long.value).endswith("…")


def test_values_keep_their_types(tmp_path: Path) -> None:
    columns = [Column("d", Kind.DATE), Column("n", Kind.NUMBER), Column("x", Kind.DECIMAL), Column("p", Kind.PERCENT)]
    content = write_workbook([Table("Лист", columns, [[date(1985, 3, 12), 5, Decimal("0.5"), 0.25]])])

    assert read_workbook(files.save(tmp_path, content)).sheets[0].rows[1] == [date(1985, 3, 12), 5, 0.5, 0.25]


def test_what_excel_cannot_hold_is_written_as_text() -> None:
    old, error, yes, moment = cells(date(1850, 1, 1), CellError("#N/A"), True, datetime(2026, 1, 1, 9, tzinfo=UTC))

    assert (old.value, error.value, yes.value) == ("01.01.1850", "#N/A", "да")
    assert moment.value == datetime(2026, 1, 1, 9)


def test_header_is_bold_frozen_and_columns_have_their_width() -> None:
    content = write_workbook([Table("Лист", [Column("ФИО", width=35)], [])])
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]

    assert sheet.freeze_panes == "A2"
    assert sheet["A1"].font.bold
    assert 34 < sheet.column_dimensions["A"].width < 37


def test_names_of_sheets_are_made_acceptable() -> None:
    taken: set[str] = set()
    wanted = ["8/9 [классы]: все?", "8 9  классы   все", "", "'", "А" * 50, "а" * 50, "History"]

    names = [sheet_name(name, taken=taken) for name in wanted]

    assert len({name.lower() for name in names}) == len(wanted)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)
    write_workbook([Table(name, [Column("ФИО")], []) for name in wanted])
