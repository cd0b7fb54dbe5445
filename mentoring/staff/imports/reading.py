"""The way from a workbook to people, ready to be compared."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mentoring.core.spreadsheets.model import Workbook
from mentoring.core.spreadsheets.refusals import UnreadableFile
from mentoring.staff.imports.claims import ColumnMatch
from mentoring.staff.imports.fields import Field
from mentoring.staff.imports.layout import ByHand, Layout, StaffTable, find_layout
from mentoring.staff.imports.model import Problem, StaffRow
from mentoring.staff.imports.people import RawPerson, raw_people
from mentoring.staff.imports.rows import Context, read_row

NO_LIST = (
    "В файле не найден список сотрудников: нужна строка заголовков со столбцом «ФИО» или «Фамилия» — добавьте её "
    "над списком или назначьте столбцы сами."
)


@dataclass(frozen=True, slots=True)
class StaffList:
    """What a file says: its columns, its people in order, what to warn of besides people."""

    columns: tuple[ColumnMatch, ...]
    rows: tuple[StaffRow, ...]
    warnings: tuple[Problem, ...]

    @property
    def is_found(self) -> bool:
        """Whether a column of names was found at all."""
        return any(column.field in (Field.FULL_NAME, Field.LAST_NAME) for column in self.columns)


def read_staff(
    workbook: Workbook, *, today: date, mapping: ByHand | None = None, organization_type: str = ""
) -> StaffList:
    """Read all people of a workbook; a workbook without a list gives its likely headers and nobody."""
    layout = find_layout(workbook, mapping=mapping)
    rows: list[StaffRow] = []
    warnings = [*layout.warnings, *missing_positions(layout)]
    for table in layout.tables:
        context = Context(today, usable_day(table, today=today), headers_of(table), organization_type)
        for found in raw_people(table, today=today):
            if isinstance(found, RawPerson):
                rows.append(read_row(found, context=context))
            else:
                warnings.append(found.warning)
    return StaffList(layout.columns, tuple(rows), tuple(warnings))


def require_list(staff: StaffList) -> None:
    """Refuse a file in which nobody can be found; raises UnreadableFile."""
    if not staff.is_found:
        raise UnreadableFile(NO_LIST)


def headers_of(table: StaffTable) -> Mapping[Field, str]:
    """Give the header of each field as the file writes it."""
    return {column.field: column.header for column in table.columns if column.field}


def usable_day(table: StaffTable, *, today: date) -> date | None:
    """Give the day on which the list stands, unless it has not come yet."""
    return table.as_of if table.as_of and table.as_of <= today else None


def missing_positions(layout: Layout) -> list[Problem]:
    """Warn of a list without positions: the grounds of need cannot be seen without them."""
    text = "В списке нет столбца «Должность»: добавьте его, иначе должности придётся вписать в карточки."
    tables = (table for table in layout.tables if Field.POSITION not in table.fields)
    return [Problem(table.sheet.name, table.header_row + 1, "", "", text) for table in tables]
