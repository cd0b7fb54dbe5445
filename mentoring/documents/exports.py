"""Columns of the register as a spreadsheet."""

from collections.abc import Iterable

from mentoring.core.spreadsheets.writer import Column, Kind, Table, write_workbook
from mentoring.documents.kinds import kind_of
from mentoring.documents.models import Document

COLUMNS = (
    Column("Дата", Kind.DATE, 12),
    Column("Номер", Kind.TEXT, 12),
    Column("Вид", Kind.TEXT, 34),
    Column("Документ", Kind.TEXT, 60),
    Column("Состояние", Kind.TEXT, 14),
    Column("Подписан", Kind.DATE, 12),
    Column("Скан", Kind.TEXT, 8),
    Column("Организация", Kind.TEXT, 30),
)


def register_workbook(documents: Iterable[Document]) -> bytes:
    """The register as xlsx; texts stay texts."""
    rows = (
        (
            document.dated_on,
            document.number,
            kind_of(document.kind).title,
            document.title,
            document.get_state_display(),
            document.signed_on,
            "есть" if document.scan_id else "",
            document.organization.short_name,
        )
        for document in documents
    )
    return write_workbook([Table("Документы", COLUMNS, rows)], title="Реестр документов")
