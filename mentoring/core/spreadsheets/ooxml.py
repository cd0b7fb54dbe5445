"""The parts of an xlsx that must be seen before its parser sees them: relationships, list of sheets, cells."""

import posixpath
from dataclasses import dataclass, field
from xml.parsers import expat

from mentoring.core.spreadsheets import limits, refusals
from mentoring.core.spreadsheets.bounds import Bounds
from mentoring.core.spreadsheets.markup import Attributes, local
from mentoring.core.spreadsheets.refusals import UnreadableFile

WORKBOOK = "xl/workbook.xml"
WORKBOOK_LINKS = "xl/_rels/workbook.xml.rels"
DIGITS = "0123456789"
LINK_TO_PAGE = "/hyperlink"  # an e-mail address typed into a cell becomes one; nobody follows it


@dataclass(slots=True)
class Book:
    """What the list of sheets says: the name of the sheet that each part holds."""

    targets: dict[str, str] = field(default_factory=dict)
    sheets: list[tuple[str, str]] = field(default_factory=list)

    def sheet_of(self, part: str) -> str:
        """Give the name of the sheet kept in this part; the part's own name when nobody refers to it."""
        for name, link in self.sheets:
            if self.targets.get(link, "").lower() == part.lower():
                return name
        return posixpath.basename(part).removesuffix(".xml")


@dataclass(slots=True)
class LinkScan:
    """Hear relationships; the ones that lead out of the file are refused, except links for people."""

    part: str
    book: Book

    def attach(self, parser: expat.XMLParserType) -> None:
        """Hear beginnings only."""
        parser.StartElementHandler = self.start

    def start(self, name: str, attributes: Attributes) -> None:
        """Hear one relationship."""
        if local(name) != "Relationship":
            return
        if attributes.get("TargetMode", "").lower() == "external":
            if not attributes.get("Type", "").endswith(LINK_TO_PAGE):
                raise UnreadableFile(refusals.EXTERNAL_LINKS)
        elif self.part == WORKBOOK_LINKS:
            target = attributes.get("Target", "").replace("\\", "/")
            path = target.removeprefix("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
            self.book.targets[attributes.get("Id", "")] = path


@dataclass(slots=True)
class BookScan:
    """Hear the list of sheets."""

    book: Book

    def attach(self, parser: expat.XMLParserType) -> None:
        """Hear beginnings only."""
        parser.StartElementHandler = self.start

    def start(self, name: str, attributes: Attributes) -> None:
        """Hear one sheet."""
        if local(name) != "sheet":
            return
        link = next((value for key, value in attributes.items() if key.rpartition(":")[2] == "id"), "")
        self.book.sheets.append((attributes.get("name", ""), link))
        if len(self.book.sheets) > limits.SHEETS_MAX:
            raise UnreadableFile(refusals.TOO_MANY_SHEETS)


@dataclass(slots=True)
class MacroSheetScan:
    """Hear a sheet of Excel 4 macros: it is never accepted."""

    def attach(self, parser: expat.XMLParserType) -> None:
        """Nothing is heard after the root."""
        parser.StartElementHandler = None

    def start(self, name: str, attributes: Attributes) -> None:
        """Refuse at the root."""
        raise UnreadableFile(refusals.MACROS)


@dataclass(slots=True)
class SheetScan:
    """Hear the cells of a sheet: how far those with content go and which of them show an error."""

    bounds: Bounds
    row: int = -1
    column: int = -1
    parser: expat.XMLParserType | None = None
    is_error: bool = False
    digits: str = ""
    columns: dict[str, int] = field(default_factory=dict)

    def attach(self, parser: expat.XMLParserType) -> None:
        """Hear beginnings; text is asked for only in cells that show an error."""
        self.parser = parser
        parser.StartElementHandler = self.start

    def start(self, name: str, attributes: Attributes) -> None:
        """Hear a row, a cell or its content; called for every cell, so it does little."""
        if ":" in name:
            name = local(name)
        if name == "c":
            self.cell(attributes)
        elif name in ("v", "is"):
            self.bounds.include(self.row, self.column)
        elif name == "row":
            self.digits = attributes.get("r", "")
            self.row = number(self.digits, otherwise=self.row + 1)
            self.column = -1

    def cell(self, attributes: Attributes) -> None:
        """Move to the cell; without an address it is the next one."""
        is_error = attributes.get("t") == "e"
        if is_error is not self.is_error and self.parser is not None:
            self.is_error = is_error
            self.parser.CharacterDataHandler = self.text if is_error else None
        address = attributes.get("r")
        if address is None:
            self.column += 1
            return
        letters = address.rstrip(DIGITS)
        digits = address[len(letters) :]
        if digits != self.digits:
            self.digits = digits
            self.row = number(digits, otherwise=self.row)
        column = self.columns.get(letters)
        if column is None:
            column = self.columns[letters] = column_index(letters)
        self.column = column

    def text(self, piece: str) -> None:
        """Keep what an error cell shows."""
        if piece.startswith("#"):
            self.bounds.errors[self.row, self.column] = piece[:20]


def number(digits: str, *, otherwise: int) -> int:
    """Turn a one-based row number into an index."""
    if not digits.isascii() or not digits.isdigit():
        return otherwise
    return int(digits[:9]) - 1


def column_index(letters: str) -> int:
    """Turn column letters into an index; more than three letters are far beyond any sheet."""
    if not (letters.isascii() and letters.isalpha() and len(letters) <= 3):
        return limits.COLUMNS_MAX
    index = 0
    for letter in letters.upper():
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1
