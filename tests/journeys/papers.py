"""What a Word file says: paragraphs and tables of its body, heads and feet, in one text."""

from collections.abc import Iterator
from pathlib import Path

from docx import Document


def words_of(path: Path) -> str:
    """All the text of a Word file, a line a paragraph or a row of a table."""
    document = Document(str(path))
    parts = [document, *(one for section in document.sections for one in (section.header, section.footer))]
    return "\n".join(line for part in parts for line in _lines(part)).replace("\N{NO-BREAK SPACE}", " ")


def _lines(part: object) -> Iterator[str]:
    for paragraph in part.paragraphs:  # type: ignore[attr-defined]  # a document, a head or a foot
        yield paragraph.text
    for table in part.tables:  # type: ignore[attr-defined]
        for row in table.rows:
            yield " | ".join(cell.text for cell in row.cells)


def scan_of_pages(path: Path, *, pages: int) -> Path:
    """A small PDF of blank pages, as an office scanner gives one for a heap of papers."""
    kids = " ".join(f"{number + 3} 0 R" for number in range(pages))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {pages}/Kids[{kids}]>>"]
    objects += ["<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"] * pages
    text, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj{body}endobj\n"
    start = len(text)
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    text += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}"
    text += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"
    path.write_bytes(text.encode("ascii"))
    return path
