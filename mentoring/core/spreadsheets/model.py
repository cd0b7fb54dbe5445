"""What a spreadsheet is to the rest of the system, whatever program wrote it."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class CellError:
    """A cell in which the office program shows an error instead of a value, such as #N/A."""

    code: str

    def __str__(self) -> str:
        return self.code


Cell = str | int | float | bool | date | datetime | CellError | None


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range; zero-based, both ends included, within the sheet's used part."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; `rows[0]` is row 1 of the sheet and `rows[0][0]` its column A."""

    name: str
    rows: list[list[Cell]]
    merges: tuple[Merge, ...] = ()
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Workbook:
    """All sheets of a file in their order, hidden ones too."""

    sheets: tuple[Sheet, ...]
    kind: str

    def sheet(self, name: str) -> Sheet:
        """Give the sheet of this name; raises KeyError."""
        for sheet in self.sheets:
            if sheet.name == name:
                return sheet
        raise KeyError(name)
