"""Turn the cells of a person into values, collecting what is wrong and what was guessed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeVar

from mentoring.core.dates import YOUNGEST_WORKER_YEARS
from mentoring.core.spreadsheets.model import Cell
from mentoring.core.wording import FullName, Gender, gender_of
from mentoring.staff.imports.fields import FIELD_LABELS, Field
from mentoring.staff.imports.model import Problem, StaffRow
from mentoring.staff.imports.people import RawPerson
from mentoring.staff.imports.values.categories import Category, read_category
from mentoring.staff.imports.values.contacts import read_contacts, read_email, read_phone
from mentoring.staff.imports.values.dates import Moment, read_birth, read_day
from mentoring.staff.imports.values.experience import read_experience
from mentoring.staff.imports.values.names import read_full_name, read_name_parts
from mentoring.staff.imports.values.positions import StaffPosition, read_position, read_subject
from mentoring.staff.imports.values.reading import Reading, is_blank, shown
from mentoring.staff.imports.values.work import read_gender, read_is_main, read_rate

T = TypeVar("T")

NAMES = (Field.FULL_NAME, Field.LAST_NAME, Field.FIRST_NAME, Field.GIVEN_NAMES, Field.PATRONYMIC)
COUNTS_MONTHS = re.compile(r"\b(в|кол\w*|число)\W+мес", re.IGNORECASE)
SHARED_CELL = re.compile(r"\s*[/;|\n(]\s*")


@dataclass(frozen=True, slots=True)
class Context:
    """What rows are read with: the day, the day of the list, the headers by field."""

    today: date
    as_of: date | None
    headers: Mapping[Field, str]
    organization_type: str = ""

    @property
    def experience_day(self) -> date:
        """The day by which experience is counted."""
        return self.as_of or self.today


@dataclass(frozen=True, slots=True)
class Work:
    """What a row says of the work."""

    position: StaffPosition
    subject: str
    category: Category
    hired_on: date | None
    rate: Decimal | None
    is_main: bool | None


@dataclass(slots=True)
class Notebook:
    """What was noticed in one row."""

    person: RawPerson
    context: Context
    errors: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    def cell(self, name: Field) -> Cell:
        """Give the cell of a field."""
        return self.person.cells.get(name)

    def fail(self, name: Field, message: str) -> None:
        """Note an error that no cell alone shows."""
        self.errors.append(self.problem(name, message))

    def warn(self, name: Field, message: str) -> None:
        """Note a warning that no cell alone shows."""
        self.warnings.append(self.problem(name, message))

    def take(self, name: Field, reading: Reading[T]) -> T | None:
        """Note what a reading says and give its value."""
        if reading.error:
            self.errors.append(self.problem(name, reading.error))
        if reading.warnings:
            self.warnings.extend(self.problem(name, warning) for warning in reading.warnings)
        return reading.value

    def problem(self, name: Field, message: str) -> Problem:
        """Make a problem at the cell of a field."""
        header = self.context.headers.get(name, FIELD_LABELS[name])
        return Problem(self.person.sheet, self.person.row, header, shown(self.person.cells.get(name)), message)


def read_row(person: RawPerson, *, context: Context) -> StaffRow:
    """Read one person; nothing is raised, what is wrong stands in `errors`."""
    book = Notebook(person, context)
    name = read_name(book)
    birth = book.take(Field.BIRTH_DATE, read_birth(book.cell(Field.BIRTH_DATE), today=context.today)) or Moment()
    gender = read_whose(book, name)
    work = read_work(book, birth)
    total, teaching = read_both_experiences(book)
    email, phone = read_email_and_phone(book)
    return StaffRow(
        sheet=person.sheet,
        row=person.row,
        raw_name="" if name else raw_name(person),
        last_name=name.last if name else None,
        first_name=name.first if name else None,
        patronymic=name.patronymic or None if name else None,
        gender=gender,
        is_gender_stated=not is_blank(person.cells.get(Field.GENDER)),
        birth_date=birth.day,
        birth_year=birth.day.year if birth.day else birth.year,
        position=work.position.text or None,
        position_code=work.position.code,
        subject=work.subject or None,
        category=work.category.code or None,
        category_on=work.category.day,
        hired_on=work.hired_on,
        rate=work.rate,
        is_main=work.is_main,
        total_experience_months=total,
        teaching_experience_months=teaching,
        experience_as_of=None if total is None and teaching is None else context.experience_day,
        is_as_of_stated=context.as_of is not None,
        email=email,
        phone=phone,
        errors=tuple(book.errors),
        missing=missing_position(book, work.position),
        warnings=tuple(book.warnings),
    )


def raw_name(person: RawPerson) -> str:
    """Give the name as it is written, for messages."""
    names = (person.cells.get(field) for field in NAMES)
    return " ".join(shown(cell) for cell in names if not is_blank(cell))


def read_name(book: Notebook) -> FullName | None:
    """Read the name from whichever columns hold it; «Фамилия» alone may hold the whole."""
    cells = book.person.cells
    has_parts = Field.FIRST_NAME in cells or Field.GIVEN_NAMES in cells
    if Field.LAST_NAME not in cells or (not has_parts and Field.FULL_NAME in cells):
        return book.take(Field.FULL_NAME, read_full_name(book.cell(Field.FULL_NAME)))
    if not has_parts:
        return book.take(Field.LAST_NAME, read_full_name(book.cell(Field.LAST_NAME)))
    if Field.GIVEN_NAMES in cells:
        first, _, patronymic = shown(book.cell(Field.GIVEN_NAMES)).replace(",", " ").partition(" ")
        return book.take(Field.LAST_NAME, read_name_parts([book.cell(Field.LAST_NAME), first, patronymic]))
    parts = [book.cell(field) for field in (Field.LAST_NAME, Field.FIRST_NAME, Field.PATRONYMIC)]
    return book.take(Field.LAST_NAME, read_name_parts(parts))


def read_whose(book: Notebook, name: FullName | None) -> Gender | None:
    """Tell the gender by the column, else by the name, else leave it open and say so."""
    stated = book.take(Field.GENDER, read_gender(book.cell(Field.GENDER)))
    told = gender_of(name) if name else None
    if stated and told and stated is not told:
        book.warn(Field.GENDER, "Пол не согласуется с именем: проверьте оба.")
    if name and not stated and not told:
        book.warn(Field.GENDER, f"Пол по имени «{name}» не виден: укажите его в карточке, от него зависят приказы.")
    return stated or told


def read_work(book: Notebook, birth: Moment) -> Work:
    """Read position, subject, category, hiring, rate and conditions."""
    today = book.context.today
    reading = read_position(book.cell(Field.POSITION), organization_type=book.context.organization_type)
    position = book.take(Field.POSITION, reading) or StaffPosition("", None, "")
    category = book.take(Field.CATEGORY, read_category(book.cell(Field.CATEGORY), today=today)) or Category("")
    category_on = book.take(Field.CATEGORY_ON, read_day(book.cell(Field.CATEGORY_ON), today=today))
    hired_on = book.take(Field.HIRED_ON, read_day(book.cell(Field.HIRED_ON), today=today))
    if hired_on and birth.day and hired_on.year - birth.day.year < YOUNGEST_WORKER_YEARS:
        book.fail(Field.HIRED_ON, "Принят раньше, чем исполнилось 14 лет: исправьте дату приёма или рождения.")
        hired_on = None
    conditions = read_is_main(book.cell(Field.IS_MAIN), header=book.context.headers.get(Field.IS_MAIN, ""))
    return Work(
        position=position,
        subject=book.take(Field.SUBJECT, read_subject(book.cell(Field.SUBJECT))) or position.subject,
        category=Category(category.code, category_on or category.day),
        hired_on=hired_on,
        rate=book.take(Field.RATE, read_rate(book.cell(Field.RATE))),
        is_main=book.take(Field.IS_MAIN, conditions),
    )


def missing_position(book: Notebook, position: StaffPosition) -> tuple[Problem, ...]:
    """Ask for the position where the list has a column for it; for those who are known the old one stands."""
    if position.text or Field.POSITION not in book.person.cells:
        return ()
    return (book.problem(Field.POSITION, "Не указана должность: впишите её, например «учитель математики»."),)


def read_both_experiences(book: Notebook) -> tuple[int | None, int | None]:
    """Read total and teaching experience, which may share a cell; teaching is never longer than total."""
    total = read_months(book, Field.TOTAL_EXPERIENCE)
    teaching = read_months(book, Field.TEACHING_EXPERIENCE)
    both = book.person.cells.get(Field.BOTH_EXPERIENCE)
    if both is not None:
        first, second = split_experience(both)
        total = total if total is not None else read_months(book, Field.BOTH_EXPERIENCE, part=first)
        teaching = teaching if teaching is not None else read_months(book, Field.BOTH_EXPERIENCE, part=second)
    if total is not None and teaching is not None and teaching > total:
        book.fail(Field.TEACHING_EXPERIENCE, "Педагогический стаж больше общего: исправьте один из них.")
        return total, None
    return total, teaching


def split_experience(cell: Cell) -> tuple[Cell, Cell]:
    """Split «25 / 20» into total and teaching."""
    if not isinstance(cell, str):
        return cell, None
    first, _, second = SHARED_CELL.sub("|", cell, count=1).partition("|")
    return first, second.strip(" )") or None


def read_months(book: Notebook, name: Field, *, part: Cell = None) -> int | None:
    """Read one length of experience."""
    in_months = bool(COUNTS_MONTHS.search(book.context.headers.get(name, "")))
    value = part if name is Field.BOTH_EXPERIENCE else book.cell(name)
    return book.take(name, read_experience(value, as_of=book.context.experience_day, in_months=in_months))


def read_email_and_phone(book: Notebook) -> tuple[str | None, str | None]:
    """Read the ways to reach the person."""
    email = book.take(Field.EMAIL, read_email(book.cell(Field.EMAIL)))
    phone = book.take(Field.PHONE, read_phone(book.cell(Field.PHONE)))
    if Field.CONTACTS in book.person.cells:
        phone_there, email_there = read_contacts(book.cell(Field.CONTACTS))
        phone = phone or book.take(Field.CONTACTS, phone_there)
        email = email or book.take(Field.CONTACTS, email_there)
    return email, phone
