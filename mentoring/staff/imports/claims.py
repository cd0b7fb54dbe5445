"""Settle which column has which field when several claim it or a person decides."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from mentoring.core.spreadsheets.model import Sheet
from mentoring.staff.imports.fields import FIELD_LABELS, NAME_FIELDS, Field, Role
from mentoring.staff.imports.header_rows import Header
from mentoring.staff.imports.headers import LEVELS

Mapped = Field | None  # None: the person says that the column is not to be read
PARTS_BY_COUNT = {
    2: (Field.LAST_NAME, Field.GIVEN_NAMES),
    3: (Field.LAST_NAME, Field.FIRST_NAME, Field.PATRONYMIC),
}
LOOKED_AT_ROWS = 40


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """What a column holds; `rival` names the field that another column took."""

    sheet: str
    index: int
    header: str
    field: Field | None
    role: Role
    rival: str = ""


def match_columns(sheet: Sheet, header: Header, *, assigned: Mapping[int, Mapped]) -> tuple[ColumnMatch, ...]:
    """Give every column under a header its field: what a person assigned first, then the surest header."""
    start = header.row + header.depth
    indexes = [index for index in header.texts if index in header.own or has_content(sheet, index, start=start)]
    unnamed = [index for index in columns_with_content(sheet, start=start) if index not in header.texts]
    columns = {index: recognised(sheet, header, index) for index in sorted({*indexes, *unnamed, *assigned})}
    columns = names_over_one_header(columns, header)
    taken = {field for field in assigned.values() if field}
    for index in sorted(columns, key=lambda index: (not is_exact(header, index), index)):
        if index not in assigned:
            columns[index] = claim(columns[index], taken=taken, otherwise=otherwise_of(header, index))
    for index, field in assigned.items():
        columns[index] = replace(columns[index], field=field, role=Role.LOADED if field else Role.SKIPPED)
    return tuple(columns.values())


def recognised(sheet: Sheet, header: Header, index: int) -> ColumnMatch:
    """Say what the header of a column alone tells."""
    text = header.texts.get(index, "").replace(LEVELS, " / ")
    rule = header.rules.get(index)
    return ColumnMatch(sheet.name, index, text, rule.field if rule else None, rule.role if rule else Role.UNKNOWN)


def claim(column: ColumnMatch, *, taken: set[Field], otherwise: Field | None) -> ColumnMatch:
    """Give a column its field unless a surer one has it."""
    if column.field is None:
        return column
    for field in (column.field, otherwise):
        if field and field not in taken:
            taken.add(field)
            return replace(column, field=field)
    return replace(column, field=None, role=Role.UNKNOWN, rival=FIELD_LABELS[column.field])


def is_exact(header: Header, index: int) -> bool:
    """Tell whether the whole header of a column is a known one."""
    rule = header.rules.get(index)
    return rule is not None and rule.is_exact


def otherwise_of(header: Header, index: int) -> Field | None:
    """Give the second choice of a column."""
    rule = header.rules.get(index)
    return rule.otherwise if rule else None


def names_over_one_header(columns: dict[int, ColumnMatch], header: Header) -> dict[int, ColumnMatch]:
    """Read «ФИО» merged over two or three filled columns as the parts of the name."""
    for index, column in columns.items():
        followers = [index]
        while (following := columns.get(followers[-1] + 1)) and following.index not in header.own:
            followers.append(following.index)
        parts = PARTS_BY_COUNT.get(len(followers))
        if parts and column.field in NAME_FIELDS:
            named = zip(followers, parts, strict=True)
            return columns | {place: replace(columns[place], field=part, role=Role.LOADED) for place, part in named}
    return columns


def has_content(sheet: Sheet, index: int, *, start: int) -> bool:
    """Tell whether a column has anything below its header."""
    return any(index < len(row) and row[index] is not None for row in sheet.rows[start : start + LOOKED_AT_ROWS])


def columns_with_content(sheet: Sheet, *, start: int) -> list[int]:
    """List the columns in which something stands in at least two of the first rows."""
    counts: dict[int, int] = {}
    for row in sheet.rows[start : start + LOOKED_AT_ROWS]:
        for index, cell in enumerate(row):
            if cell is not None:
                counts[index] = counts.get(index, 0) + 1
    return [index for index, count in counts.items() if count > 1]
