"""Read the XML inside a spreadsheet strictly: no document types, no entities, nothing malformed."""

from collections.abc import Callable, Iterable, Mapping
from typing import NoReturn, Protocol
from xml.parsers import expat

from mentoring.core.spreadsheets import refusals
from mentoring.core.spreadsheets.refusals import UnreadableFile

Attributes = dict[str, str]


class Listener(Protocol):
    """Hears the elements of one part; names come as they are written, with their prefix."""

    def attach(self, parser: expat.XMLParserType) -> None:
        """Put its handlers into the parser."""

    def start(self, name: str, attributes: Attributes) -> None:
        """Hear that an element begins."""


def local(name: str) -> str:
    """Drop the prefix of a name."""
    return name.rpartition(":")[2] if ":" in name else name


def looks_like_xml(start: bytes) -> bool:
    """Tell whether a part begins as XML in any encoding that a parser would accept."""
    return start.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<")


def listen(pieces: Iterable[bytes], *, by_root: Mapping[str, Callable[[], Listener]], lenient: bool = False) -> None:
    """Parse a part; the name of its root element chooses who hears it. Raises UnreadableFile."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = chooser(parser, by_root)
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        if not lenient:
            raise UnreadableFile(refusals.DAMAGED) from error
        for _ in pieces:  # the rest still counts against the size
            pass


def refuse(*_: object) -> NoReturn:
    """Stop at a document type or an entity."""
    raise UnreadableFile(refusals.UNSAFE_XML)


def chooser(
    parser: expat.XMLParserType, by_root: Mapping[str, Callable[[], Listener]]
) -> Callable[[str, Attributes], None]:
    """Make the handler of the root element, which puts the right listener in its own place."""

    def root(name: str, attributes: Attributes) -> None:
        make = by_root.get(local(name))
        if make is None:
            parser.StartElementHandler = None
            return
        listener = make()
        listener.attach(parser)
        listener.start(name, attributes)

    return root
