"""Staff lists as schools keep them: made with openpyxl, as a secretary would by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openpyxl import Workbook, load_workbook

KINDERGARTEN_HEADINGS = (
    "№ п/п",
    "Ф.И.О.",
    "Дата рождения",
    "Должность",
    "Категория",
    "Дата приёма на работу",
    "Общий стаж",
    "Педагогический стаж",
)
KINDERGARTEN = (
    ("Агеева Ольга Ильинична", "12.03.1974", "заведующий", "высшая", "01.09.2015", "27 лет", "25 лет"),
    ("Белоусова Вера Ивановна", "04.11.1979", "воспитатель", "высшая", "15.08.2010", "22 года", "21 год"),
    ("Гречко Дарья Олеговна", "21.06.1986", "воспитатель", "первая", "01.09.2014", "15 лет", "14 лет"),
    ("Дёмина Лидия Юрьевна", "30.01.1990", "воспитатель", "первая", "03.09.2018", "11 лет", "11 лет"),
    ("Ежова Ксения Павловна", "17.05.2003", "воспитатель", "", "01.09.2026", "2 мес.", "2 мес."),
    ("Зыкова Инна Львовна", "09.12.1981", "музыкальный руководитель", "высшая", "01.09.2009", "20 лет", "20 лет"),
    ("Исаев Пётр Андреевич", "25.02.1994", "инструктор по физической культуре", "", "10.01.2022", "9 лет", "6 лет"),
    ("Лапшина Нина Сергеевна", "14.07.1988", "учитель-логопед", "первая", "01.09.2019", "13 лет", "12 лет"),
    ("Носова Алла Викторовна", "02.10.2000", "воспитатель", "", "01.10.2024", "2 г. 1 мес.", "2 г. 1 мес."),
)


def kindergarten_list(path: Path) -> Path:
    """Nine people under a title, on one sheet."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Сотрудники"
    sheet.append(["Список педагогических работников МБДОУ «Детский сад № 217»"])
    sheet.append([])
    sheet.append(list(KINDERGARTEN_HEADINGS))
    for number, row in enumerate(KINDERGARTEN, 1):
        sheet.append([number, *row])
    book.save(path)
    return path


def read_rows(path: Path) -> Sequence[Sequence[object]]:
    """Cells of the first sheet of a spreadsheet."""
    return list(load_workbook(path).active.iter_rows(values_only=True))


SCHOOL_TITLES = (
    "Муниципальное бюджетное общеобразовательное учреждение «Школа № 311»",
    "Кадровый состав на 2026/27 год",
)
HEADER_ABOVE = (
    "№",
    "Фамилия, имя, отчество",
    "Дата рожд.",
    "Должность",
    "Стаж",
    None,
    "Аттестация",
    None,
    "Принят",
    "Эл. почта",
)
HEADER_BELOW = (None, None, None, None, "общий", "педагогический", "категория", "дата", None, None)
FIRST_ROW = 6  # of people, under two titles, an empty row and a header of two lines


def _words(text: str) -> list[str]:
    return text.split()


SURNAMES = _words(
    "Абрамова Алпатова Балуева Вершинина Голубева Давыдова Евсеева Жукова Захарова Иванова Калугина Ларина Маслова "
    "Нефёдова Орлова Панина Рябова Сомова Титова Уткина Фокина"
)
FIRST_NAMES = _words("Анна Вера Галина Дарья Елена Зоя Ирина Клара Лидия Мария Нина Ольга Полина Раиса")
PATRONYMICS = _words("Андреевна Борисовна Викторовна Григорьевна Егоровна Ильинична Львовна Олеговна")
POSITIONS = (
    "учитель математики",
    "учитель начальных классов",
    "учитель физики",
    "педагог-психолог",
    "учитель биологии",
)
CATEGORIES = ("высшая", "первая", "", "высшая", "соответствие занимаемой должности")
PEOPLE = 42


@dataclass(frozen=True, slots=True)
class Planted:
    """An error in a cell: where it stands, how the page names its column, what was written and what is right."""

    row: int
    index: int
    column: str
    wrong: str
    right: str


PLANTED = (
    Planted(8, 1, "Фамилия, имя, отчество", "Балуева Г. В.", "Балуева Галина Викторовна"),
    Planted(14, 2, "Дата рожд.", "31.02.1985", "28.02.1985"),
    Planted(21, 4, "общий", "давно", "25 лет"),
    Planted(30, 6, "категория", "почётная", "первая"),
    Planted(41, 9, "Эл. почта", "titova собака mail.ru", "titova@mail.ru"),
)


def school_list(path: Path, *, with_errors: bool) -> Path:
    """Forty-two people under titles and a header of two lines, with totals; five cells are wrong or mended."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Педагоги"
    for line in ([SCHOOL_TITLES[0]], [SCHOOL_TITLES[1]], [], HEADER_ABOVE, HEADER_BELOW):
        sheet.append(list(line))
    for cells in ("A1:J1", "A2:J2", "E4:F4", "G4:H4", *(f"{letter}4:{letter}5" for letter in "ABCDIJ")):
        sheet.merge_cells(cells)
    for number in range(PEOPLE):
        sheet.append(_person(number))
    sheet.append(["", "Итого: 42 человека"])
    for one in PLANTED:
        sheet.cell(one.row, one.index + 1, one.wrong if with_errors else one.right)
    book.save(path)
    return path


def _person(number: int) -> list[object]:
    surname = SURNAMES[number % len(SURNAMES)]
    name = f"{surname} {FIRST_NAMES[number % len(FIRST_NAMES)]} {PATRONYMICS[number % len(PATRONYMICS)]}"
    years = 3 + number * 5 % 30
    born = date(2000 - years - number % 7, 1 + number % 12, 1 + number % 28)
    return [
        number + 1,
        name,
        f"{born:%d.%m.%Y}",
        POSITIONS[number % len(POSITIONS)],
        f"{years + 1} л. 2 мес.",
        f"{years} л.",
        CATEGORIES[number % len(CATEGORIES)],
        "20.12.2024" if CATEGORIES[number % len(CATEGORIES)] else "",
        date(2023 - years % 20, 9, 1),
        f"teacher{number}@example.ru",
    ]


def mend(path: Path) -> tuple[int, int]:
    """Mend the spreadsheet of bad rows as its last column tells; how many cells and letters that took."""
    book = load_workbook(path)
    sheet = book.active
    letters = 0
    for row in sheet.iter_rows():
        for cell in row:
            planted = next((one for one in PLANTED if cell.value == one.wrong), None)
            if planted is not None:
                cell.value = planted.right
                letters += len(planted.right)
    book.save(path)
    return len(PLANTED), letters
