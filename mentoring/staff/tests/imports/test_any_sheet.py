"""Whatever stands in a sheet, it gives a plan; nothing is raised and nobody is lost."""

from datetime import date, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentoring.core.spreadsheets.model import Cell, CellError, Merge
from mentoring.staff.imports.bad_rows import bad_rows_workbook
from mentoring.staff.imports.plan import plan_workbook
from mentoring.staff.imports.plan_json import plan_as_json
from mentoring.staff.tests.imports.lists import ANNA, HEADERS, NINA, OLEG, TODAY, applied, sheet, statuses, workbook

WORDS = (
    *("ФИО", "Фамилия", "Имя", "Отчество", "Должность", "Стаж", "общий", "пед.", "Категория", "СНИЛС", "Дата рождения"),
    *("Иванова Анна Петровна", "Петров И.И.", "учитель", "12.03.1985", "31.02.1985", "5,3", "5 л.", "высшая", "Итого"),
    *(
        "8 913 123-45-67",
        "anna@mail.ru",
        "основной",
        "0,5",
        "нет",
        "-",
        "²",
        "٣",
        "№",
        "Вакансия",
        "Директор",
        "\u00a0",
    ),
)
CELLS: st.SearchStrategy[Cell] = (
    st.none()
    | st.sampled_from(WORDS)
    | st.text(max_size=12)
    | st.integers(-(10**12), 10**12)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.booleans()
    | st.dates()
    | st.datetimes()
    | st.just(CellError("#N/A"))
)
ROWS = st.lists(st.lists(CELLS, max_size=9), max_size=9)
PLACES = st.integers(0, 9)
MERGES = st.lists(
    st.builds(
        lambda top, left, down, right: Merge(top, left, top + down, left + right), PLACES, PLACES, PLACES, PLACES
    ),
    max_size=4,
)
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@PATIENT
@given(ROWS, MERGES)
def test_any_sheet_gives_a_plan(rows: list[list[Cell]], merges: list[Merge]) -> None:
    book = workbook(sheet(rows, merges=merges))

    plan = plan_workbook(book, today=TODAY)

    assert sum(plan.counts[name] for name in ("new", "changed", "unchanged", "doubtful", "errors")) == len(plan.rows)
    assert bad_rows_workbook(plan, book)[:2] == b"PK"


@PATIENT
@given(st.lists(st.lists(CELLS, min_size=8, max_size=8), max_size=5))
def test_any_rows_under_a_header_leave_the_good_ones_alone(rows: list[list[Cell]]) -> None:
    plan = plan_workbook(workbook(sheet([HEADERS, ANNA, OLEG, NINA, [], *rows])), today=TODAY)

    assert [row.person.last_name for row in plan.rows[:3]] == ["Иванова", "Петров", "Ким"]
    assert statuses(plan)[:3] == ["new"] * 3
    assert plan_as_json(plan)["counts"]["rows"] == len(plan.rows)


@PATIENT
@given(st.lists(st.lists(CELLS, min_size=8, max_size=8), max_size=4))
def test_whatever_was_taken_in_is_unchanged_the_second_time(rows: list[list[Cell]]) -> None:
    book = workbook(sheet([HEADERS, ANNA, *rows]))
    first = plan_workbook(book, today=TODAY)
    known = [person for person, row in zip(applied(first), first.rows, strict=True) if row.status == "new"]

    again = plan_workbook(book, today=TODAY, known=known)

    expected = ["unchanged" if status == "new" else status for status in statuses(first)]
    assert [status for status in statuses(again) if status not in ("error", "doubtful")] == [
        status for status in expected if status not in ("error", "doubtful")
    ]


def test_days_with_time_are_days() -> None:
    book = workbook(sheet([HEADERS, [ANNA[0], datetime(1985, 3, 12, 9), *ANNA[2:]]]))

    assert plan_workbook(book, today=TODAY).rows[0].person.birth_date == date(1985, 3, 12)
