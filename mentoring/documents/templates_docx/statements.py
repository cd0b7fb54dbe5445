"""Word forms that one person signs: consents, notices, the additional agreement."""

from docx.document import Document as WordDocument

from mentoring.documents.templates_docx import parts
from mentoring.documents.templates_docx.orders import letterhead
from mentoring.documents.templates_docx.parts import CENTER, JUSTIFY, RIGHT, paragraph

TERM_WIDTHS = (4.6, 12.4)
SIDE_WIDTHS = (8.5, 8.5)


def statement(*, receipt: bool) -> WordDocument:
    """To whom, from whom, what is said, on which terms, date and signature; a notice has a line of receipt."""
    form = parts.new_form(size=13)
    parts.repeat(form, "line in addressee", "{{ line }}", left=8.5)
    parts.repeat(form, "line in sender", "{{ line }}", left=8.5)
    paragraph(form, "{{ title }}", align=CENTER, bold=True, size=14, before=20)
    paragraph(form, "{{ subtitle }}", align=CENTER, bold=True, after=12)
    parts.repeat(form, "line in body", "{{ line }}", align=JUSTIFY, indent=True, after=4)
    parts.only_if(form, "terms")
    terms_table(form)
    parts.end_if(form)
    parts.repeat(form, "line in closing", "{{ line }}", align=JUSTIFY, indent=True, before=6)
    date_and_signature(form, "{{ signer }}")
    if receipt:
        paragraph(form, "Уведомление получено:", before=26, keep=True)
        paragraph(form, "{{ receiver }}", keep=True)
        date_and_signature(form, "{{ receiver_initials }}")
    return form


def terms_table(form: WordDocument) -> None:
    """«Содержание», «Срок», «Форма» and the rest, each on its own line."""
    table = parts.table(form, TERM_WIDTHS)
    parts.loop(table, "term in terms", ("{{ term.label }}", "{{ term.text }}"), TERM_WIDTHS, size=12, before=2, after=2)


def date_and_signature(form: WordDocument, signer: str) -> None:
    """Place for a date and a signature by hand."""
    paragraph(form, "", after=12, keep=True)
    widths = (7.2, 4.2, 5.6)
    table = parts.table(form, widths, borders=False)
    cells = parts.row(table, ("«____» ______________ 20____ г.", "", ""), widths)
    parts.fill(cells[1].paragraphs[0], "______________", align=CENTER)
    parts.fill(cells[2].paragraphs[0], signer, align=RIGHT)
    cells = parts.row(table, ("", "", ""), widths)
    parts.fill(cells[1].paragraphs[0], "(подпись)", align=CENTER, size=9)


def agreement() -> WordDocument:
    """Additional agreement to the labour contract, in two copies."""
    form = parts.new_form(size=12)
    parts.page_numbers(form)
    parts.qr_place(form, side_cm=2.0)
    letterhead(form)
    paragraph(form, "ДОПОЛНИТЕЛЬНОЕ СОГЛАШЕНИЕ № {{ number }}", align=CENTER, bold=True, before=14)
    paragraph(form, "{{ contract }}", align=CENTER, after=4)
    paragraph(form, "{{ title }}", align=CENTER, bold=True, after=10)
    table = parts.table(form, SIDE_WIDTHS, borders=False)
    cells = parts.row(table, ("{{ letterhead.place }}", ""), SIDE_WIDTHS)
    parts.fill(cells[1].paragraphs[0], "{{ date }}", align=RIGHT)
    paragraph(form, "{{ parties }}", align=JUSTIFY, indent=True, before=10, after=4)
    parts.repeat(form, "point in points", "{{ point }}", align=JUSTIFY, indent=True, after=2)
    sides(form)
    received = "Экземпляр соглашения получил(а): «____» ____________ 20____ г. ______________"
    paragraph(form, received, before=16, size=11)
    return form


def sides(form: WordDocument) -> None:
    """The two who sign, side by side."""
    paragraph(form, "", after=8, keep=True)
    table = parts.table(form, SIDE_WIDTHS, borders=False)
    cells = parts.row(table, ("Работодатель:", "Работник:"), SIDE_WIDTHS, bold=True)
    cells = parts.row(table, ("{{ employer.title }}", "{{ worker.title }}"), SIDE_WIDTHS)
    for cell, side in zip(cells, ("employer", "worker"), strict=True):
        paragraph(cell, "{{ " + side + ".position }}", after=16)
        paragraph(cell, "____________ {{ " + side + ".initials }}")
