"""Word form of a personalised programme: stamps, who and how, explanatory note, plan, signatures, changes."""

from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION

from mentoring.documents.templates_docx import parts
from mentoring.documents.templates_docx.orders import letterhead
from mentoring.documents.templates_docx.parts import CENTER, JUSTIFY, paragraph

STAMP_WIDTHS = (5.6, 5.6, 5.8)
FACT_WIDTHS = (4.6, 12.4)
PLAN_WIDTHS = (1.0, 6.6, 4.9, 3.0, 3.6, 4.0, 2.6)
CHANGE_WIDTHS = (2.0, 3.0, 7.0, 13.7)


def program() -> WordDocument:
    """The programme: first sheet upright, the plan across."""
    form = parts.new_form(size=12)
    parts.page_numbers(form)
    parts.qr_place(form, side_cm=2.0)
    letterhead(form)
    stamps(form)
    paragraph(form, "{{ title }}", align=CENTER, bold=True, size=15, before=22)
    paragraph(form, "{{ subtitle }}", align=CENTER, after=12)
    facts(form)
    parts.paragraph(form, "{%p for section in sections %}")
    paragraph(form, "{{ section.title }}", bold=True, before=8, after=2, keep=True)
    parts.repeat(form, "line in section.lines", "{{ line }}", align=JUSTIFY, indent=True, after=2)
    parts.paragraph(form, "{%p endfor %}")
    plan_sheet(form)
    return form


def stamps(form: WordDocument) -> None:
    """«Рассмотрено», «Согласовано», «Утверждаю» side by side."""
    paragraph(form, "", after=8)
    table = parts.table(form, STAMP_WIDTHS, borders=False)
    names = ("considered", "agreed", "approved")
    cells = parts.row(table, tuple("{{ " + name + ".word }}" for name in names), STAMP_WIDTHS, bold=True, size=12)
    for cell, name in zip(cells, names, strict=True):
        parts.repeat(cell, "line in " + name + ".lines", "{{ line }}", size=11, before=2)


def facts(form: WordDocument) -> None:
    """Who works with whom, in which form, where to and how long."""
    table = parts.table(form, FACT_WIDTHS)
    line = ("{{ fact.label }}", "{{ fact.text }}")
    parts.loop(table, "fact in facts", line, FACT_WIDTHS, before=2, after=2)


def plan_sheet(form: WordDocument) -> None:
    """The plan of activities across the sheet, then signatures and the sheet of changes."""
    section = form.add_section(WD_SECTION.NEW_PAGE)
    parts.set_page(section, landscape=True)
    section.different_first_page_header_footer = False
    paragraph(form, "План мероприятий", align=CENTER, bold=True, size=14, after=8)
    table = parts.table(form, PLAN_WIDTHS)
    head = ("№", "Мероприятие", "На что направлено", "Срок", "Ответственный", "Планируемый результат", "Отметка")
    parts.row(table, head, PLAN_WIDTHS, header=True, align=CENTER, bold=True, size=11)
    names = ("number", "activity", "aim", "term", "who", "result")
    line = (*("{{ line." + name + " }}" for name in names), "")
    parts.loop(table, "line in plan", line, PLAN_WIDTHS, size=11, before=1, after=1)
    signatures(form)
    changes(form)


def signatures(form: WordDocument) -> None:
    """Those who carry out the programme sign it."""
    widths = (9.0, 7.0, 9.7)
    paragraph(form, "", after=8, keep=True)
    table = parts.table(form, widths, borders=False)
    line = ("{{ side.role }}", "____________________", "{{ side.initials }}   «____» ____________ 20____ г.")
    parts.loop(table, "side in sides", line, widths, before=8)


def changes(form: WordDocument) -> None:
    """Versions of the programme after its approval: what, when, who, why."""
    parts.only_if(form, "changes")
    paragraph(form, "Лист изменений", bold=True, before=14, after=4, keep=True)
    table = parts.table(form, CHANGE_WIDTHS)
    parts.row(table, ("Версия", "Дата", "Кто внёс", "Что и почему"), CHANGE_WIDTHS, header=True, align=CENTER, size=11)
    line = ("{{ change.version }}", "{{ change.date }}", "{{ change.who }}", "{{ change.reason }}")
    parts.loop(table, "change in changes", line, CHANGE_WIDTHS, size=11)
    parts.end_if(form)
