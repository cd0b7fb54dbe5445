"""Pieces of a Word form: page, paragraphs, tables, page numbers, the place of the QR code."""

import io
from collections.abc import Sequence
from typing import Any, Final

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from mentoring.documents.rendering.word import QR_PICTURE, blank_png

FONT: Final = "Times New Roman"
BODY_SIZE: Final = 14.0
INDENT: Final = Cm(1.25)
CELL_EDGE_TWIPS: Final = 70
UNUSED_PARTS: Final = ("/stylesWithEffects", "/customXml", "/thumbnail")
STYLES: Final = frozenset({
    "Normal", "DefaultParagraphFont", "TableNormal", "NoList", "TableGrid", "Header", "HeaderChar", "Footer",
    "FooterChar",
})  # fmt: skip
TEXT_WIDTH_CM: Final = 17.0
LANDSCAPE_WIDTH_CM: Final = 25.7
LEFT, CENTER, RIGHT, JUSTIFY = (
    WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.JUSTIFY,
)  # fmt: skip


def new_form(*, size: float = BODY_SIZE, spacing: float = 1.0) -> WordDocument:
    """Open an A4 form with the margins of GOST R 7.0.97 for papers kept longer than ten years."""
    form = Document()
    style = form.styles["Normal"]
    style.font.name = FONT
    style.font.size = Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for place in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(place), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "ru-RU")
    style.element.get_or_add_rPr().append(language)
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = spacing
    set_page(form.sections[0])
    drop_unused_styles(form)
    hyphenate(form)
    properties = form.core_properties
    properties.author, properties.title, properties.comments = "", "", ""
    properties.language = "ru-RU"
    return form


def drop_unused_styles(form: WordDocument) -> None:
    """Leave the few styles in use, without the copy for old versions of Word: a smaller form is filled faster."""
    for package_part in (form.part, form.part.package):
        for key in [key for key, rel in package_part.rels.items() if rel.reltype.endswith(UNUSED_PARTS)]:
            package_part.rels.pop(key)
    for style in list(form.styles.element.findall(qn("w:style"))):
        if style.get(qn("w:styleId")) not in STYLES:
            form.styles.element.remove(style)


def hyphenate(form: WordDocument) -> None:
    """Let Word hyphenate; the element must stand where the schema wants it, or Word repairs the file."""
    settings = form.settings.element
    following = settings.find(qn("w:characterSpacingControl"))
    if following is not None:
        following.addprevious(OxmlElement("w:autoHyphenation"))


def set_page(section: Section, *, landscape: bool = False) -> None:
    """A4, margins 30/10/20/20 mm; a landscape sheet keeps 20 mm on its left."""
    section.page_width, section.page_height = (Cm(29.7), Cm(21.0)) if landscape else (Cm(21.0), Cm(29.7))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.left_margin, section.right_margin = (Cm(2), Cm(2)) if landscape else (Cm(3), Cm(1))
    section.top_margin, section.bottom_margin = Cm(2), Cm(2)
    section.header_distance, section.footer_distance = Cm(1), Cm(0.8)


def paragraph(place: Any, text: str = "", *, align: Any = LEFT, bold: bool = False, **look: Any) -> Paragraph:
    """Add a paragraph; `look`: size, before, after (points), indent, left, keep, caps."""
    added: Paragraph = place.add_paragraph()
    return fill(added, text, align=align, bold=bold, **look)


def fill(target: Paragraph, text: str, *, align: Any = LEFT, bold: bool = False, **look: Any) -> Paragraph:
    """Write the text into a paragraph with its look."""
    target.alignment = align
    form = target.paragraph_format
    form.space_before, form.space_after = Pt(look.get("before", 0)), Pt(look.get("after", 0))
    if look.get("indent"):
        form.first_line_indent = INDENT
    if look.get("left"):
        form.left_indent = Cm(look["left"])
    form.keep_with_next = bool(look.get("keep"))
    form.widow_control = True
    run = target.add_run(text)
    run.bold = bold
    if look.get("size"):
        run.font.size = Pt(look["size"])
    return target


def table(place: Any, widths: Sequence[float], *, borders: bool = True) -> Table:
    """Add a table with fixed widths of its columns in centimetres."""
    added: Table = place.add_table(rows=0, cols=len(widths))
    if borders:
        added.style = "Table Grid"
    added.alignment = WD_TABLE_ALIGNMENT.LEFT
    added.autofit = False
    set_edges(added, CELL_EDGE_TWIPS if borders else 0)
    for column, width in zip(added.columns, widths, strict=True):
        column.width = Cm(width)
    return added


def set_edges(target: Table, edge: int) -> None:
    """Narrow side margins of cells, and the left border of the table under the left edge of the text."""
    properties = target._tbl.tblPr
    indent = _width("w:tblInd", edge)
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(_width(f"w:{side}", edge))
    # The schema's order: … jc, tblInd, tblLayout, tblCellMar, tblLook.
    properties.find(qn("w:tblLayout")).addprevious(indent)
    properties.find(qn("w:tblLayout")).addnext(margins)


def _width(tag: str, twips: int) -> Any:
    element = OxmlElement(tag)
    element.set(qn("w:w"), str(twips))
    element.set(qn("w:type"), "dxa")
    return element


def row(target: Table, texts: Sequence[str], widths: Sequence[float], **look: Any) -> list[_Cell]:
    """Add a row that does not break across pages."""
    added = target.add_row()  # type: ignore[no-untyped-call]
    properties = added._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if look.pop("header", False):
        properties.append(OxmlElement("w:tblHeader"))
    for cell, text, width in zip(added.cells, texts, widths, strict=True):
        cell.width = Cm(width)
        fill(cell.paragraphs[0], text, **look)
    return list(added.cells)


def loop(target: Table, head: str, texts: Sequence[str], widths: Sequence[float], **look: Any) -> list[_Cell]:
    """Add a row repeated for each item: `head` is «row in annex»."""
    columns = len(widths)
    control = {"size": 6.0}
    row(target, ["{%tr for " + head + " %}", *[""] * (columns - 1)], widths, **control)
    cells = row(target, texts, widths, **look)
    row(target, ["{%tr endfor %}", *[""] * (columns - 1)], widths, **control)
    return cells


def loop_together(target: Table, head: str, texts: Sequence[str], widths: Sequence[float], **look: Any) -> None:
    """Add a row repeated for each item; the first three rows, and the last two, never part at the end of a page."""
    blank = [""] * (len(widths) - 1)
    control = {"size": 6.0}
    row(target, ["{%tr for " + head + " %}", *blank], widths, **control)
    row(target, ["{%tr if loop.index < 3 or loop.revindex == 2 %}", *blank], widths, **control)
    row(target, texts, widths, keep=True, **look)
    row(target, ["{%tr else %}", *blank], widths, **control)
    row(target, texts, widths, **look)
    row(target, ["{%tr endif %}", *blank], widths, **control)
    row(target, ["{%tr endfor %}", *blank], widths, **control)


def repeat(place: Any, head: str, text: str, **look: Any) -> None:
    """Add a paragraph repeated for each item."""
    paragraph(place, "{%p for " + head + " %}")
    paragraph(place, text, **look)
    paragraph(place, "{%p endfor %}")


def only_if(place: Any, condition: str) -> None:
    """Open a block that stands in the paper only when the value is not empty."""
    paragraph(place, "{%p if " + condition + " %}")


def end_if(place: Any) -> None:
    """Close the block of `only_if`."""
    paragraph(place, "{%p endif %}")


def page_numbers(form: WordDocument) -> None:
    """Number pages from the second one, in the middle of the upper margin."""
    section = form.sections[0]
    section.different_first_page_header_footer = True
    target = section.header.paragraphs[0]
    target.alignment = CENTER
    run = target.add_run()
    run.font.size = Pt(12)
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        if kind:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        else:
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = text
        run._r.append(element)


def qr_place(form: WordDocument, *, side_cm: float = 2.2) -> None:
    """Keep the lower right corner of the first page for the QR code of the paper (GOST R 7.0.97-2025)."""
    section = form.sections[0]
    section.different_first_page_header_footer = True
    target = section.first_page_footer.paragraphs[0]
    target.alignment = RIGHT
    note = target.add_run("{% if check_url %}Проверить документ:  {% endif %}")
    note.font.size = Pt(9)
    picture = target.add_run().add_picture(io.BytesIO(blank_png()), width=Cm(side_cm), height=Cm(side_cm))
    names = picture._inline.graphic.graphicData.pic.nvPicPr.cNvPr
    names.set("name", QR_PICTURE)
    names.set("descr", "QR-код для проверки документа")
    picture._inline.docPr.set("descr", "QR-код для проверки документа")


def page_break(place: WordDocument) -> None:
    """Begin the next page."""
    target = place.add_paragraph()
    target.paragraph_format.page_break_before = True
    target.paragraph_format.line_spacing = Pt(1)
