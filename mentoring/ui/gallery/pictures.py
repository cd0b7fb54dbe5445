"""Made-up steps, stretches of time, changes and control."""

from datetime import date

from mentoring.ui import shapes

STEPS = (
    shapes.Step(title="Список педагогов", state="done", note="42 человека", url="#"),
    shapes.Step(title="Кому нужен наставник", state="done", note="7 человек", url="#"),
    shapes.Step(title="Пары", state="now", note="5 из 7 выбраны"),
    shapes.Step(title="Согласия", state="late", note="одно просрочено"),
    shapes.Step(title="Приказ"),
)

STAGES = (
    shapes.Stage(title="Вхождение в должность", starts_on=date(2026, 10, 1), ends_on=date(2026, 11, 7), is_done=True),
    shapes.Stage(
        title="Преодоление затруднений",
        starts_on=date(2026, 11, 8),
        ends_on=date(2027, 1, 23),
        note="Встречи по вторникам, 14:00",
    ),
    shapes.Stage(title="Итоги и развитие", starts_on=date(2027, 1, 24), ends_on=date(2027, 3, 31)),
)

LATE_STAGES = (
    shapes.Stage(title="Знакомство", starts_on=date(2026, 9, 1), ends_on=date(2026, 9, 14), is_done=True),
    shapes.Stage(
        title="Посещение занятий и самоанализ по итогам первой четверти",
        starts_on=date(2026, 9, 15),
        ends_on=date(2026, 11, 10),
    ),
    shapes.Stage(title="Своя методика", starts_on=date(2026, 11, 11), ends_on=date(2026, 12, 1)),
)

CHANGES = (
    shapes.Change(label="Дисциплина на уроке", was=3, now=2),
    shapes.Change(label="Самоанализ урока", was=2, now=1),
    shapes.Change(label="Работа с родителями детей с ограниченными возможностями здоровья", was=2, now=2),
    shapes.Change(label="Задания ВПР", was=1, now=None),
    shapes.Change(label="Цифровые средства", was=1, now=0),
)

MATRIX_COLUMNS = ("Приказ", "Положение", "Дорожная карта", "Куратор")

MATRIX_ROWS = (
    shapes.MatrixRow(
        title="Детский сад № 000",
        url="#",
        cells=(
            shapes.Cell(word="есть", tone="good", url="#"),
            shapes.Cell(word="есть", tone="good", url="#"),
            shapes.Cell(word="до 1 декабря", tone="now", url="#"),
            shapes.Cell(word="назначен", tone="good"),
        ),
    ),
    shapes.MatrixRow(
        title="Школа № 000",
        url="#",
        cells=(
            shapes.Cell(word="просрочен", tone="late", url="#"),
            shapes.Cell(word="готовится", tone="accent"),
            shapes.Cell(word="не начато"),
            shapes.Cell(word="назначен", tone="good"),
        ),
    ),
)
