"""The parts of an ods that must be seen before its parser sees them: repeated cells, the list of members."""

from dataclasses import dataclass, field
from xml.parsers import expat

from mentoring.core.spreadsheets import limits, refusals
from mentoring.core.spreadsheets.bounds import Bounds
from mentoring.core.spreadsheets.markup import Attributes, local
from mentoring.core.spreadsheets.model import Merge
from mentoring.core.spreadsheets.refusals import UnreadableFile

SHEET_TYPES = (
    b"application/vnd.oasis.opendocument.spreadsheet",
    b"application/vnd.oasis.opendocument.spreadsheet-template",
)
CELLS = ("table-cell", "covered-table-cell")


@dataclass(slots=True)
class ManifestScan:
    """Hear the list of members: an encrypted one means a password."""

    def attach(self, parser: expat.XMLParserType) -> None:
        """Hear beginnings only."""
        parser.StartElementHandler = self.start

    def start(self, name: str, attributes: Attributes) -> None:
        """Refuse at the first encrypted member."""
        if local(name) == "encryption-data":
            raise UnreadableFile(refusals.ENCRYPTED)


@dataclass(slots=True)
class ContentScan:
    """Hear all sheets: one element may stand for a million cells."""

    merges: dict[int, list[Merge]] = field(default_factory=dict)
    sheets: int = 0
    depth: int = 0
    bounds: Bounds = field(default_factory=lambda: Bounds(sheet=""))
    row: int = 0
    row_repeat: int = 1
    column: int = 0
    cell_repeat: int = 1

    def attach(self, parser: expat.XMLParserType) -> None:
        """Hear beginnings and ends."""
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end

    def start(self, name: str, attributes: Attributes) -> None:
        """Hear a sheet, a row, a cell or the text of a cell."""
        name = local(name)
        if name == "table":
            self.depth += 1
            if self.depth == 1:
                self.open_sheet(attributes)
        elif name == "table-row":
            self.row_repeat = repeat(attributes, "table:number-rows-repeated")
            self.column = 0
        elif name in CELLS:
            self.cell(attributes)
        elif name == "p":
            self.fill()

    def open_sheet(self, attributes: Attributes) -> None:
        """Begin a sheet at its first cell."""
        self.sheets += 1
        if self.sheets > limits.SHEETS_MAX:
            raise UnreadableFile(refusals.TOO_MANY_SHEETS)
        self.bounds = Bounds(sheet=attributes.get("table:name", ""))
        self.row = 0

    def cell(self, attributes: Attributes) -> None:
        """Begin a cell; one with a value type has content."""
        self.cell_repeat = repeat(attributes, "table:number-columns-repeated")
        if "office:value-type" in attributes:
            self.fill()
        down = repeat(attributes, "table:number-rows-spanned")
        right = repeat(attributes, "table:number-columns-spanned")
        merges = self.merges.setdefault(self.sheets - 1, [])
        if (down > 1 or right > 1) and len(merges) < limits.MERGES_MAX:
            merges.append(Merge(self.row, self.column, self.row + down - 1, self.column + right - 1))

    def fill(self) -> None:
        """Count the cell with all its repetitions."""
        self.bounds.include(self.row + self.row_repeat - 1, self.column + self.cell_repeat - 1)

    def end(self, name: str) -> None:
        """Move on past a cell, a row or a sheet."""
        name = local(name)
        if name in CELLS:
            self.column += self.cell_repeat
        elif name == "table-row":
            self.row += self.row_repeat
        elif name == "table":
            self.depth -= 1


def repeat(attributes: Attributes, name: str) -> int:
    """Read how many times an element counts."""
    value = attributes.get(name, "1")
    return max(1, int(value[:9])) if value.isascii() and value.isdigit() else 1
