"""Made-up rows, pages, messages, history and two versions of one text."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.core.paginator import Paginator

from mentoring.ui import shapes
from mentoring.ui.qr import qr_svg


@dataclass(frozen=True)
class Row:
    """A row of an example table."""

    pk: int
    mentor: str
    mentees: str
    kind: str
    tone: shapes.Tone
    state: str
    next: str
    meetings: int


@dataclass(frozen=True)
class Told:
    """A message as Django gives it."""

    text: str
    level_tag: str
    extra_tags: str = ""

    def __str__(self) -> str:
        return self.text


MESSAGES = (
    Told("Пара согласована. Приказ готовится.", "good", '{"url": "#", "label": "Отменить"}'),
    Told("Сохранено без телефона: его можно добавить позже.", "now"),
    Told("Файл не прочитался: он защищён паролем. Снимите пароль в Excel и загрузите ещё раз.", "late"),
    Told("Это уже сделано: второй раз ничего не изменилось.", "quiet"),
)

ROWS = (
    Row(
        1041,
        "Белоусова\u00a0В.\u00a0И.",
        "Ежова\u00a0К.\u00a0П.",
        "традиционное",
        "good",
        "по плану",
        "встреча завтра, 13:30",
        9,
    ),
    Row(
        1042,
        "Гречко\u00a0Д.\u00a0О.",
        "Дёмина\u00a0Л.\u00a0Ю.",
        "реверсивное",
        "now",
        "нужна встреча",
        "15 дней без встреч",
        4,
    ),
    Row(
        1043,
        "Зыкова\u00a0И.\u00a0Л.",
        "Исаева, Лапшина, Носова",
        "групповое",
        "quiet",
        "рано судить",
        "первая встреча 25 ноября",
        0,
    ),
)

PAGE = Paginator(range(1, 1243), 25).page(7)

FIRST_PAGE = Paginator(range(1, 60), 25).page(1)

TABS = (
    shapes.Link(title="Работают", url="#", count=6, current=True),
    shapes.Link(title="Готовятся", url="#", count=2),
    shapes.Link(title="Завершены", url="#"),
)

TRAIL = (shapes.Link(title="Педагоги", url="#"), shapes.Link(title="Белоусова Вера Ивановна", url="#"))

HISTORY = (
    shapes.Happening(
        at=datetime(2026, 11, 20, 6, 30, tzinfo=UTC), who="Агеева\u00a0О.\u00a0И.", what="Приказ подписан", url="#"
    ),
    shapes.Happening(
        at=datetime(2026, 11, 19, 3, 12, tzinfo=UTC),
        who="Белоусова\u00a0В.\u00a0И.",
        what="Исправлена программа",
        details=(("Срок", "31 марта 2027 г.", "30 апреля 2027 г."), ("Роль наставника", "", "советник")),
    ),
    shapes.Happening(
        at=datetime(2026, 11, 2, 9, 0, tzinfo=UTC), who="Система", what="Черновик программы составлен из диагностики"
    ),
)

NO_HISTORY: tuple[shapes.Happening, ...] = ()

DIFFERENCES = (
    shapes.Difference(
        name="goal",
        label="Цель",
        mine="Научиться держать дисциплину без крика.\nТри правила класса.",
        theirs="Дисциплина на уроке",
    ),
    shapes.Difference(name="place", label="Где встречаемся", mine="Каб. 12", theirs=""),
)

QR = qr_svg("https://example.org/entry/3F7K")

PEOPLE = tuple(
    shapes.Option(value=str(number), title=f"{name} {first}", note=note)
    for number, (name, first, note) in enumerate(
        (
            ("Агеева", "Ольга Ильинична", "куратор"),
            ("Белоусова", "Вера Ивановна", "математика, 18 лет"),
            ("Белоус", "Анна Львовна", "химия, 3 года"),
            ("Воронцова", "Дарья Олеговна", "математика, первый год"),
            ("Гречко", "Дина Олеговна", "физика"),
            ("Дёмина", "Лидия Юрьевна", "начальные классы"),
        ),
        1,
    )
)
