"""Look into an OLE container (xls, and whatever else Office kept there) before its parser does."""

from mentoring.core.spreadsheets import refusals
from mentoring.core.spreadsheets.refusals import UnreadableFile

ENTRY_SIZE = 128
NAME_LENGTH_AT = 64
TYPE_AT = 66
ENTRY_TYPES = (1, 2, 5)  # storage, stream, root

FORBIDDEN = (
    ("EncryptedPackage", refusals.ENCRYPTED),
    ("_VBA_PROJECT_CUR", refusals.MACROS),
    ("_VBA_PROJECT", refusals.MACROS),
    ("WordDocument", refusals.WORD),
    ("PowerPoint Document", refusals.SLIDES),
)
BOOKS = ("Workbook", "Book")


def inspect_ole(content: bytes) -> None:
    """Refuse a container with a password, macros or no workbook; raises UnreadableFile."""
    for name, sentence in FORBIDDEN:
        if has_entry(content, name):
            raise UnreadableFile(sentence)
    if not any(has_entry(content, name) for name in BOOKS):
        raise UnreadableFile(refusals.NOT_A_TABLE)


def has_entry(content: bytes, name: str) -> bool:
    """Tell whether the directory of the container names this entry; entries stand on 128-byte borders."""
    encoded = name.encode("utf-16-le") + b"\x00\x00"
    at = content.find(encoded)
    while at != -1:
        if at % ENTRY_SIZE == 0 and len(content) >= at + ENTRY_SIZE:
            length = int.from_bytes(content[at + NAME_LENGTH_AT : at + NAME_LENGTH_AT + 2], "little")
            if length == len(encoded) and content[at + TYPE_AT] in ENTRY_TYPES:
                return True
        at = content.find(encoded, at + 1)
    return False
