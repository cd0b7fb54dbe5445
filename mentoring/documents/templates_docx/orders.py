"""Word forms of the orders: pairs, termination, processing of personal data; the sheet of acquaintance."""

from docx.document import Document as WordDocument
from docx.shared import Pt

from mentoring.documents.templates_docx import parts
from mentoring.documents.templates_docx.parts import CENTER, JUSTIFY, RIGHT, paragraph

PAIR_WIDTHS = (0.9, 3.8, 3.9, 2.9, 2.8, 2.7)
ACQUAINTED_WIDTHS = (0.9, 6.1, 5.4, 2.2, 2.4)
CATEGORY_WIDTHS = (0.9, 3.1, 4.9, 4.3, 3.8)
ORDER_SIZE = 13  # as in PDF: an order on one pair and its sheet of acquaintance stand on one page
RECIPIENT_WIDTHS = (1.0, 5.6, 5.4, 5.0)


def order_head(form: WordDocument) -> None:
    """Organisation, kind, date, number, place, title, preamble, points, signature."""
    letterhead(form)
    paragraph(form, "ПРИКАЗ", align=CENTER, bold=True, size=16, before=10, after=8)
    date_and_number(form)
    paragraph(form, "{{ letterhead.place }}", align=CENTER, before=4, after=12)
    paragraph(form, "{{ title }}", bold=True, after=12)
    paragraph(form, "{{ preamble }}", align=JUSTIFY, indent=True, after=6)
    paragraph(form, "ПРИКАЗЫВАЮ:", bold=True, after=6, keep=True)
    parts.repeat(form, "point in points", "{{ point }}", align=JUSTIFY, indent=True, after=3)
    signature(form)


def letterhead(form: WordDocument) -> None:
    """Founder, full and short name of the organisation."""
    parts.only_if(form, "letterhead.founder")
    paragraph(form, "{{ letterhead.founder }}", align=CENTER, size=12)
    parts.end_if(form)
    paragraph(form, "{{ letterhead.full_name }}", align=CENTER, bold=True)
    parts.only_if(form, "letterhead.short_name")
    paragraph(form, "({{ letterhead.short_name }})", align=CENTER)
    parts.end_if(form)


def date_and_number(form: WordDocument) -> None:
    """Date on the left, number on the right; both blank until a person has given them."""
    table = parts.table(form, (8.5, 8.5), borders=False)
    parts.row(table, ("{{ date }}", ""), (8.5, 8.5))
    parts.fill(table.rows[0].cells[1].paragraphs[0], "№ {{ number }}", align=RIGHT)


def signature(form: WordDocument) -> None:
    """Position, place of the signature, initials and surname."""
    paragraph(form, "", after=10, keep=True)
    widths = (7.5, 4.5, 5.0)
    table = parts.table(form, widths, borders=False)
    cells = parts.row(table, ("{{ signatory.position }}", "______________", ""), widths)
    parts.fill(cells[2].paragraphs[0], "{{ signatory.initials }}", align=RIGHT)


def acquaintance(form: WordDocument) -> None:
    """The sheet that every person named in the order signs."""
    parts.only_if(form, "acquainted")
    paragraph(form, "С приказом ознакомлены:", before=14, after=4, keep=True)
    acquaintance_table(form)
    parts.end_if(form)


def acquaintance_table(form: WordDocument) -> None:
    """Name, position, date, signature."""
    table = parts.table(form, ACQUAINTED_WIDTHS)
    head = ("№", "Фамилия, имя, отчество", "Должность", "Дата", "Подпись")
    parts.row(table, head, ACQUAINTED_WIDTHS, header=True, align=CENTER, size=12, keep=True)
    line = ("{{ loop.index }}", "{{ person.name }}", "{{ person.position }}", "", "")
    parts.loop_together(table, "person in acquainted", line, ACQUAINTED_WIDTHS, size=12, before=3, after=3)


def annex_head(form: WordDocument, name: str, title: str) -> None:
    """«Приложение к приказу от … № …» in the upper right corner of a new page, then the title of the annex."""
    parts.page_break(form)
    for text in (name, "к приказу {{ letterhead.genitive }}", "от {{ date }} № {{ number }}"):
        paragraph(form, text, size=12, left=8.5)
    paragraph(form, title, align=CENTER, bold=True, before=14, after=10)


def pair_order() -> WordDocument:
    """Order on pairs: the annex stands only when there is more than one pair."""
    form = parts.new_form(size=ORDER_SIZE)
    parts.page_numbers(form)
    parts.qr_place(form)
    order_head(form)
    acquaintance(form)
    parts.only_if(form, "annex")
    annex_head(form, "Приложение", "{{ annex_title }}")
    pair_table(form)
    parts.end_if(form)
    return form


def pair_table(form: WordDocument) -> None:
    """Mentor, mentees, form and kinds, area, term."""
    table = parts.table(form, PAIR_WIDTHS)
    head = ("№", "Наставник", "Наставляемый", "Форма, виды", "Направление", "Срок")
    parts.row(table, head, PAIR_WIDTHS, header=True, align=CENTER, size=11)
    line = ("{{ row.number }}", "{{ row.mentor.name }},", "", "{{ row.form }};", "{{ row.area }}", "{{ row.term }}")
    cells = parts.loop(table, "row in annex", line, PAIR_WIDTHS, size=11)
    paragraph(cells[1], "{{ row.mentor.position }}", size=11)
    parts.fill(cells[2].paragraphs[0], "{%p for mentee in row.mentees %}")
    paragraph(cells[2], "{{ mentee.name }},", size=11)
    paragraph(cells[2], "{{ mentee.position }}", size=11, after=2)
    paragraph(cells[2], "{%p endfor %}")
    paragraph(cells[3], "{{ row.kinds }}", size=11)


def termination_order() -> WordDocument:
    """Order on the end of mentoring."""
    form = parts.new_form(size=ORDER_SIZE)
    parts.page_numbers(form)
    parts.qr_place(form)
    order_head(form)
    acquaintance(form)
    return form


def processing_basis() -> WordDocument:
    """Order on the person responsible for personal data, with the lists of data and of recipients."""
    form = parts.new_form(size=ORDER_SIZE)
    parts.page_numbers(form)
    parts.qr_place(form)
    order_head(form)
    acquaintance(form)
    annex_head(form, "Приложение 1", "Перечень персональных данных, обрабатываемых при организации наставничества")
    table = parts.table(form, CATEGORY_WIDTHS)
    head = ("№", "Чьи данные", "Состав", "Цель", "Срок хранения")
    parts.row(table, head, CATEGORY_WIDTHS, header=True, align=CENTER, size=11)
    line = ("{{ loop.index }}", "{{ item.whose }}", "{{ item.content }}", "{{ item.purpose }}", "{{ item.retention }}")
    parts.loop(table, "item in categories", line, CATEGORY_WIDTHS, size=11)
    annex_head(form, "Приложение 2", "Перечень получателей персональных данных")
    table = parts.table(form, RECIPIENT_WIDTHS)
    recipients = ("№", "Получатель", "Что передаётся", "Основание")
    parts.row(table, recipients, RECIPIENT_WIDTHS, header=True, align=CENTER, size=11)
    recipient = ("{{ loop.index }}", "{{ item.name }}", "{{ item.content }}", "{{ item.ground }}")
    parts.loop(table, "item in recipients", recipient, RECIPIENT_WIDTHS, size=11)
    return form


def acquaintance_sheet() -> WordDocument:
    """A sheet of acquaintance with any local act."""
    form = parts.new_form()
    form.sections[0].footer_distance = Pt(20)
    parts.page_numbers(form)
    letterhead(form)
    paragraph(form, "ЛИСТ ОЗНАКОМЛЕНИЯ", align=CENTER, bold=True, before=12)
    paragraph(form, "{{ subject }}", align=CENTER, after=12)
    acquaintance_table(form)
    return form
