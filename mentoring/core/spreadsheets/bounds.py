"""Follow a sheet cell by cell and stop as soon as its used part is too large to be read."""

from dataclasses import dataclass, field

from mentoring.core.spreadsheets import limits
from mentoring.core.spreadsheets.refusals import UnreadableFile, too_large_sheet


@dataclass(slots=True)
class Bounds:
    """The guard of one sheet, and the cells of it that show an error."""

    sheet: str
    errors: dict[tuple[int, int], str] = field(default_factory=dict)

    def include(self, row: int, column: int) -> None:
        """Accept a cell with content; raises UnreadableFile outside the bounds."""
        if not (0 <= row < limits.ROWS_MAX and 0 <= column < limits.COLUMNS_MAX):
            raise UnreadableFile(too_large_sheet(self.sheet))
