"""Look through an archive from outside before any parser opens it."""

import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from mentoring.core.spreadsheets import ooxml, opendocument, refusals
from mentoring.core.spreadsheets.archive import Budget, members, unpack
from mentoring.core.spreadsheets.bounds import Bounds
from mentoring.core.spreadsheets.markup import Listener, listen, looks_like_xml
from mentoring.core.spreadsheets.model import Merge
from mentoring.core.spreadsheets.refusals import UnreadableFile
from mentoring.core.spreadsheets.sniffing import OLE, ZIP

MACRO_PARTS = ("vbaproject.bin", "vbadata.xml", "xl/macrosheets/", "basic/", "scripts/")
START_BYTES = 64


@dataclass(slots=True)
class Findings:
    """What was learned on the way: kind, cells that show errors by sheet, merges that the parser does not tell."""

    kind: str
    errors: dict[str, dict[tuple[int, int], str]] = field(default_factory=dict)
    merges: dict[int, list[Merge]] = field(default_factory=dict)


def inspect_archive(content: bytes) -> Findings:
    """Check every member of the archive; raises UnreadableFile with the reason."""
    found = members(content)
    kind = kind_of_archive(content, found)
    if kind == "xlsx":
        return XlsxInspection(content).run(found)
    return OdsInspection(content).run(found)


def kind_of_archive(content: bytes, found: list[zipfile.ZipInfo]) -> str:
    """Tell xlsx from ods and both from everything else that is kept in a zip."""
    names = {part_name(info): info for info in found}
    if any(mark in name for name in names for mark in MACRO_PARTS):
        raise UnreadableFile(refusals.MACROS)
    if ooxml.WORKBOOK in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        raise UnreadableFile(refusals.BINARY_EXCEL)
    if any(name.startswith("word/") for name in names):
        raise UnreadableFile(refusals.WORD)
    if any(name.startswith("ppt/") for name in names):
        raise UnreadableFile(refusals.SLIDES)
    return kind_by_mimetype(content, names)


def kind_by_mimetype(content: bytes, names: Mapping[str, zipfile.ZipInfo]) -> str:
    """Read the first member of an OpenDocument file."""
    if "mimetype" not in names or "content.xml" not in names:
        raise UnreadableFile(refusals.ARCHIVE)
    mimetype = b"".join(unpack(content, names["mimetype"], budget=Budget(len(content)))).strip()
    if mimetype in opendocument.SHEET_TYPES:
        return "ods"
    raise UnreadableFile(refusals.WORD if b".text" in mimetype else refusals.NOT_A_TABLE)


def part_name(info: zipfile.ZipInfo) -> str:
    """Give the name of a member in the form in which names are compared."""
    return info.filename.replace("\\", "/").lower()


class XlsxInspection:
    """One pass over an xlsx: the list of sheets first, so that a refusal can name the sheet."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.book = ooxml.Book()
        self.findings = Findings("xlsx")

    def run(self, found: list[zipfile.ZipInfo]) -> Findings:
        """Listen to all parts."""
        budget = Budget(len(self.content))
        for info in sorted(found, key=importance):
            listen_to(unpack(self.content, info, budget=budget), by_root=self.listeners(part_name(info)), info=info)
        return self.findings

    def listeners(self, part: str) -> Mapping[str, Callable[[], Listener]]:
        """Say who hears the part by its root element."""
        return {
            "Relationships": lambda: ooxml.LinkScan(part, self.book),
            "workbook": lambda: ooxml.BookScan(self.book),
            "worksheet": lambda: self.sheet_scan(part),
            "macrosheet": ooxml.MacroSheetScan,
        }

    def sheet_scan(self, part: str) -> Listener:
        """Begin a sheet."""
        name = self.book.sheet_of(part)
        bounds = Bounds(sheet=name, errors=self.findings.errors.setdefault(name, {}))
        return ooxml.SheetScan(bounds)


class OdsInspection:
    """One pass over an ods."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def run(self, found: list[zipfile.ZipInfo]) -> Findings:
        """Listen to all parts, the list of members first: it tells of a password."""
        scan = opendocument.ContentScan()
        by_root: Mapping[str, Callable[[], Listener]] = {
            "manifest": opendocument.ManifestScan,
            "document-content": lambda: scan,
        }
        budget = Budget(len(self.content))
        for info in sorted(found, key=importance):
            listen_to(unpack(self.content, info, budget=budget), by_root=by_root, info=info)
        return Findings("ods", merges=scan.merges)


def importance(info: zipfile.ZipInfo) -> tuple[bool, bool, str]:
    """Order parts: relationships and lists before what they describe."""
    name = part_name(info)
    return not name.endswith((".rels", "manifest.xml")), name != ooxml.WORKBOOK, name


def listen_to(pieces: Iterator[bytes], *, by_root: Mapping[str, Callable[[], Listener]], info: zipfile.ZipInfo) -> None:
    """Take a part in: XML is listened to, another file inside is refused, the rest is only measured."""
    first = next(pieces, b"")
    if first.startswith((ZIP, OLE)):
        raise UnreadableFile(refusals.NESTED)
    whole = chain((first,), pieces)
    if looks_like_xml(first[:START_BYTES]):
        drawing = part_name(info).endswith(".vml")  # Office itself writes malformed ones, and nobody reads them
        listen(whole, by_root=by_root, lenient=drawing)
        return
    for _ in whole:
        pass
