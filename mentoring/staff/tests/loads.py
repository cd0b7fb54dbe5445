"""Lists as files, taken in and planned, for tests."""

from collections.abc import Sequence

from django.core.files.uploadedfile import SimpleUploadedFile

from mentoring.core.actor import Actor
from mentoring.core.spreadsheets.writer import Column, Table, Value, write_workbook
from mentoring.organizations.models import Organization
from mentoring.staff import storage
from mentoring.staff.actions import plan_list, take_list
from mentoring.staff.models import StaffImport

HEADINGS = ("ФИО", "Должность", "Дата приёма", "Пед. стаж на 01.09.2026", "Категория", "Дата рождения", "Телефон")
NEW_TEACHER = ("Новикова Анна Игоревна", "учитель физики", "01.09.2023", "3 г. 2 мес.", "первая", "12.03.1990", "")

Row = Sequence[Value]


def list_file(*rows: Row, headings: Sequence[str] = HEADINGS, sheet: str = "Педагоги") -> bytes:
    """An xlsx with these people."""
    return write_workbook([Table(sheet, [Column(title) for title in headings], rows)])


def upload(content: bytes, name: str = "список.xlsx") -> SimpleUploadedFile:
    """The file as a browser sends it."""
    return SimpleUploadedFile(name, content)


def take(organization: Organization, content: bytes, *, by: Actor) -> StaffImport:
    """Take a file in without planning it."""
    return take_list(organization=organization, name="список.xlsx", file=storage.put([content]), by=by)


def plan(organization: Organization, *rows: Row, by: Actor, headings: Sequence[str] = HEADINGS) -> StaffImport:
    """Take a list in and plan it."""
    return plan_list(loaded=take(organization, list_file(*rows, headings=headings), by=by), by=by)


def row_of(loaded: StaffImport, name: str) -> dict[str, object]:
    """The row of the plan about this person."""
    return next(row for row in loaded.plan["rows"] if row["name"] == name)
