"""An empty spreadsheet with the headings that are recognised best, and one example."""

from mentoring.core.spreadsheets.writer import Column, Table, write_workbook

COLUMNS = (
    ("Фамилия, имя, отчество", "Образцова Вера Ивановна", 34),
    ("Дата рождения", "12.03.1985", 16),
    ("Должность", "учитель начальных классов", 32),
    ("Предмет", "начальные классы", 22),
    ("Дата приёма", "01.09.2015", 14),
    ("Основное место или совместитель", "основное", 20),
    ("Ставка", "1", 10),
    ("Общий стаж", "18 л. 4 мес.", 16),
    ("Педагогический стаж", "15 л. 2 мес.", 20),
    ("Категория", "первая", 18),
    ("Дата присвоения категории", "25.04.2023", 18),
    ("Телефон", "+7 900 000-00-00", 20),
    ("Электронная почта", "v.obraztsova@example.ru", 28),
)
SHEET = "Педагоги"
EXAMPLE_SHEET = "Образец"
EXAMPLE_MARK = "Образец: так заполняют строку"


def template_workbook() -> bytes:
    """Two sheets: the list to fill in, and a filled example marked as an example."""
    columns = [Column(title, width=width) for title, _, width in COLUMNS]
    marked = [
        Column(f"{EXAMPLE_MARK}. {title}" if not place else title, width=width)
        for place, (title, _, width) in enumerate(COLUMNS)
    ]
    return write_workbook([Table(SHEET, columns, []), Table(EXAMPLE_SHEET, marked, [[text for _, text, _ in COLUMNS]])])
