"""Made-up staff of a kindergarten and of a school: common names put together with a fixed seed, facts by hand."""

import random
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from mentoring.core.dates import add_months
from mentoring.people.actions import Identity
from mentoring.staff.actions.employments import WorkFacts

SEED = 351
MEN_EVERY = 8  # about 12 % of teachers are men

NAMES = {
    key: text.split() for key, text in tomllib.loads(Path(__file__).with_name("names.toml").read_text("utf-8")).items()
}

SCHOOL_POSITIONS = (
    ("учитель начальных классов", "начальные классы", 18),
    ("учитель русского языка и литературы", "русский язык и литература", 11),
    ("учитель математики", "математика", 10),
    ("учитель иностранного языка", "английский язык", 9),
    ("учитель истории и обществознания", "история", 5),
    ("учитель физики", "физика", 3),
    ("учитель химии", "химия", 3),
    ("учитель биологии", "биология", 3),
    ("учитель географии", "география", 3),
    ("учитель информатики", "информатика", 4),
    ("учитель физической культуры", "физическая культура", 5),
    ("учитель труда (технологии)", "труд (технология)", 3),
    ("учитель музыки", "музыка", 1),
    ("педагог-психолог", "", 2),
    ("социальный педагог", "", 2),
    ("учитель-логопед", "", 1),
    ("педагог-организатор", "", 2),
    ("педагог-библиотекарь", "", 1),
    ("советник директора по воспитанию и взаимодействию с детскими общественными объединениями", "", 1),
    ("заместитель директора по учебно-воспитательной работе", "", 2),
)


@dataclass(frozen=True, slots=True)
class Worker:
    """A made-up person with her work."""

    identity: Identity
    work: WorkFacts


class Staff:
    """Names that do not repeat and facts that spread as in a real staff list."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._random = random.Random(SEED)  # noqa: S311 - made-up people, the same each time
        self._surnames = self._random.sample(NAMES["surnames"], len(NAMES["surnames"]))
        self._number = 0

    def identity(self, *, man: bool = False) -> Identity:
        """A name of the right gender; a surname comes twice only when all have come once."""
        surname = self._surnames[self._number % len(self._surnames)]
        return Identity(
            last_name=surname if man else f"{surname}а",
            first_name=self._random.choice(NAMES["men"] if man else NAMES["women"]),
            patronymic=_patronymic(self._random.choice(NAMES["fathers"]), man=man),
            gender="male" if man else "female",
        )

    def worker(
        self, title: str, *, subject: str = "", years: float = 12, here: float | None = None, category: str = ""
    ) -> Worker:
        """A person of this position; experience and time here in years."""
        self._number += 1
        months = round(years * 12)
        hired = add_months(self._today.replace(day=1), -round((here if here is not None else years) * 12))
        return Worker(
            identity=self.identity(man=self._number % MEN_EVERY == 0),
            work=WorkFacts(
                position_title=title,
                position_since=hired,
                subject=subject,
                hired_on=hired,
                category=category,
                category_on=add_months(self._today, -20) if category else None,
                attested_on=add_months(self._today, -20) if category else None,
                total_experience_months=months + 6,
                teaching_experience_months=months,
                experience_as_of=self._today.replace(month=9, day=1)
                if self._today.month >= 9
                else date(self._today.year - 1, 9, 1),
                results=_results(category, self._number),
            ),
        )


def _patronymic(father: str, *, man: bool) -> str:
    stem = {"Пётр": "Петр", "Павел": "Павл", "Михаил": "Михайл"}.get(father, father)
    if father.endswith("ий"):
        stem = f"{father[:-2]}ь"
    elif father[-1] in "йь":
        stem = father[:-1]
    soft = father[-1] in "йь"
    return stem + (("евич" if man else "евна") if soft else ("ович" if man else "овна"))


def _results(category: str, number: int) -> str:
    if category != "highest":
        return ""
    share = 78 + number % 15
    return f"Доля обучающихся, подтвердивших оценку на независимой проверке, — {share} % за последний учебный год."


def kindergarten_staff(staff: Staff) -> list[Worker]:
    """Nine people; the first is the head in all duties."""
    return [
        staff.worker("заведующий", years=21, here=9, category="highest"),
        staff.worker("воспитатель", years=17, category="highest"),
        staff.worker("воспитатель", years=12, category="first"),
        staff.worker("воспитатель", years=9, category="first"),
        staff.worker("воспитатель", years=0.3),
        staff.worker("воспитатель", years=1.4),
        staff.worker("музыкальный руководитель", years=14, category="highest"),
        staff.worker("инструктор по физической культуре", years=2.1),
        staff.worker("учитель-логопед", years=8, here=0.4, category="first"),
    ]


def school_staff(staff: Staff) -> list[Worker]:
    """Ninety people: the director, then by position, one in eight a beginner."""
    workers = [staff.worker("директор", years=24, here=11, category="highest")]
    for title, subject, count in SCHOOL_POSITIONS:
        for number in range(count):
            workers.append(_spread(staff, title, subject, len(workers), number))
    return workers


def _spread(staff: Staff, title: str, subject: str, place: int, number: int) -> Worker:
    if "директора по" in title:
        return staff.worker(title, years=18, category="first")
    if place % 8 == 3:
        return staff.worker(title, subject=subject, years=0.3 + (place % 5) * 0.5)
    if place % 11 == 5:
        return staff.worker(title, subject=subject, years=9 + number, here=0.3, category="first")
    years = 5 + (place * 7) % 27
    category = ("highest", "first", "", "highest", "first")[place % 5]
    return staff.worker(title, subject=subject, years=years, category=category)


def school_day(today: date, month: int, day: int) -> date:
    """A day of the present school year; one that has not come yet is moved back to a week ago at the latest."""
    first_year = today.year if today.month >= 9 else today.year - 1
    found = date(first_year if month >= 9 else first_year + 1, month, day)
    return min(found, today - timedelta(days=7))
