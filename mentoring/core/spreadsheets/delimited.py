"""Read text with separators as Russian office programs save it: cp1251, semicolons, line breaks in quotes."""

import csv
import io
from itertools import islice
from statistics import median_low

from mentoring.core.spreadsheets import limits, refusals
from mentoring.core.spreadsheets.refusals import UnreadableFile, too_large_sheet

SEPARATORS = (";", "\t", ",", "|")
SAMPLE_ROWS = 200
TEXT_CONTROLS = frozenset("\t\n\r\f\v\x1a\x1c\x1d\x1e\x1f")
SWALLOWED_LINES = 20  # a cell with more line breaks than this is an open quote, not a text

csv.field_size_limit(limits.TEXT_TOTAL_MAX)


def read_delimited(content: bytes) -> list[list[str]]:
    """Give the rows of the text; raises UnreadableFile when it is no text or too large."""
    text = decode(content)
    named, text = named_separator(text)
    if not text.strip():
        raise UnreadableFile(refusals.EMPTY)
    rows = split(text, named or likely_separator(text))
    if named:
        rows.insert(0, [])  # the line «sep=;» keeps its number
    return rows


def decode(content: bytes) -> str:
    """Turn bytes into text by the mark at their beginning, else utf-8, else cp1251; raises UnreadableFile."""
    try:
        text = content.decode(encoding_of(content))
    except UnicodeDecodeError:
        text = content.decode("cp1251", errors="replace")
    if any(ord(char) < 32 and char not in TEXT_CONTROLS for char in set(text)):
        raise UnreadableFile(refusals.NOT_A_TABLE)
    if text.count("\ufffd") > len(text) // 100:
        raise UnreadableFile(refusals.NOT_A_TABLE)
    return text.rstrip("\x1a")


def encoding_of(content: bytes) -> str:
    """Name the encoding: marks first, then the zero bytes that only utf-16 leaves in a text."""
    if content.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    sample = content[:4000]
    odd, even = sample[1::2], sample[::2]
    if mostly_high_bytes(odd) and not mostly_high_bytes(even):
        return "utf-16-le"
    if mostly_high_bytes(even) and not mostly_high_bytes(odd):
        return "utf-16-be"
    return "utf-8"


def mostly_high_bytes(half: bytes) -> bool:
    """Tell whether bytes are the upper halves of Latin and Cyrillic letters in utf-16."""
    return bool(half) and sum(byte in (0, 4) for byte in half) > len(half) * 9 // 10


def named_separator(text: str) -> tuple[str | None, str]:
    """Take off the first line «sep=;» that Excel understands."""
    line, _, rest = text.partition("\n")
    line = line.strip().strip('"')
    if line.lower().startswith("sep=") and len(line) == 5:
        return line[4], rest
    return None, text


def likely_separator(text: str) -> str:
    """Choose the separator that cuts the text into the most columns, the same number in most rows."""
    return max(SEPARATORS, key=lambda separator: usual_width(text, separator))


def usual_width(text: str, separator: str) -> int:
    """Count the columns of the middle row among those that are not empty."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        widths = [len(row) for row in islice(rows, SAMPLE_ROWS) if any(row)]
    except csv.Error:
        return 0
    return median_low(widths) if widths else 0


def split(text: str, separator: str) -> list[list[str]]:
    """Cut the text into rows and cells; empty cells at the end of a row are dropped."""
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            while row and not row[-1].strip():
                row.pop()
            if any(cell.count("\n") > SWALLOWED_LINES for cell in row):
                raise UnreadableFile(refusals.OPEN_QUOTE)
            rows.append(row)
            if len(row) > limits.COLUMNS_MAX or len(rows) > limits.ROWS_MAX + limits.ROWS_MAX:
                raise UnreadableFile(too_large_sheet("Лист 1"))
    except csv.Error as error:
        raise UnreadableFile(refusals.DAMAGED) from error
    while rows and not rows[-1]:
        rows.pop()
    if len(rows) > limits.ROWS_MAX:
        raise UnreadableFile(too_large_sheet("Лист 1"))
    return rows
