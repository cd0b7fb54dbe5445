"""Wrong and hostile files: one clear sentence each, no harm, no wait."""

import io
import random
import struct
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from mentoring.core.spreadsheets import limits, reader, refusals
from mentoring.core.spreadsheets.reader import read_workbook
from mentoring.core.spreadsheets.refusals import UnreadableFile
from mentoring.core.spreadsheets.tests import files

HONEST = files.xlsx([["ФИО", "Должность"], ["Иванова Анна Петровна", "учитель"]])
SHEET = "xl/worksheets/sheet1.xml"
SHEET_XML = files.member(HONEST, SHEET)


def with_sheet(xml: bytes) -> bytes:
    return files.repack(HONEST, changed={SHEET: xml})


def with_rows(xml: bytes) -> bytes:
    return with_sheet(SHEET_XML.replace(b"</sheetData>", xml + b"</sheetData>"))


def archive(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, body in members.items():
            target.writestr(name, body)
    return buffer.getvalue()


def lying_size() -> bytes:
    """An archive whose headers promise ten bytes and whose stream holds a hundred megabytes."""
    content = bytearray(files.repack(HONEST, changed={"xl/bomb.xml": b"<a>" + b" " * (100 << 20) + b"</a>"}))
    at = content.rfind(b"xl/bomb.xml")
    struct.pack_into("<I", content, at - 46 + 24, 10)
    at = content.find(b"xl/bomb.xml")
    struct.pack_into("<I", content, at - 30 + 22, 10)
    return bytes(content)


def bomb() -> bytes:
    return with_rows(b'<row r="3">' + b"<c/>" * (60 << 18) + b"</row>")


def word() -> bytes:
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    return buffer.getvalue()


def encrypted_member() -> bytes:
    content = bytearray(HONEST)
    at = content.find(b"PK\x01\x02")
    content[at + 8] |= 1
    return bytes(content)


def ole(*names: str) -> bytes:
    content = bytearray(512 * 4)
    content[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    for index, name in enumerate(names):
        encoded = name.encode("utf-16-le") + b"\x00\x00"
        at = 512 + index * 128
        content[at : at + len(encoded)] = encoded
        content[at + 64 : at + 66] = len(encoded).to_bytes(2, "little")
        content[at + 66] = 2
    return bytes(content)


def far_ods(repeat: str) -> bytes:
    content = files.ods([["ФИО"], ["Иванова"]])
    xml = files.member(content, "content.xml").replace(
        b"<table:table-cell ", b"<table:table-cell " + repeat.encode(), 1
    )
    return files.repack(content, changed={"content.xml": xml})


def external(kind: str) -> bytes:
    xml = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
        'Target="file:///etc/passwd" TargetMode="External"/></Relationships>'
    )
    return files.repack(HONEST, changed={"xl/worksheets/_rels/sheet1.xml.rels": xml.encode()})


DOCTYPE = b'<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
CASES: dict[str, tuple[Callable[[], bytes], str]] = {
    "cell at XFD1048576": (
        lambda: with_rows(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        refusals.too_large_sheet("Лист1"),
    ),
    "row beyond the limit without addresses": (
        lambda: with_rows(b"<row/>" * limits.ROWS_MAX + b"<row><c><v>1</v></c></row>"),
        refusals.too_large_sheet("Лист1"),
    ),
    "column letters that no sheet has": (
        lambda: with_rows(b'<row r="9"><c r="ZZZZZZ9"><v>1</v></c></row>'),
        refusals.too_large_sheet("Лист1"),
    ),
    "zip bomb": (bomb, refusals.BOMB),
    "sizes in the headers lie": (lying_size, refusals.BOMB),
    "too many members": (lambda: archive({f"{number}.xml": b"" for number in range(201)}), refusals.BOMB),
    "macro": (lambda: files.repack(HONEST, changed={"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"}), refusals.MACROS),
    "macro sheet": (lambda: files.repack(HONEST, changed={"xl/macrosheets/sheet1.xml": b"<a/>"}), refusals.MACROS),
    "macro in ods": (
        lambda: files.repack(files.ods([["ФИО"]]), changed={"Basic/Standard/Module1.xml": b"<a/>"}),
        refusals.MACROS,
    ),
    "macro in xls": (lambda: ole("Workbook", "_VBA_PROJECT_CUR"), refusals.MACROS),
    "external entity": (lambda: with_sheet(DOCTYPE + SHEET_XML.partition(b"?>")[2]), refusals.UNSAFE_XML),
    "external entity in utf-16": (
        lambda: with_sheet((DOCTYPE + b"<worksheet/>").decode().encode("utf-16")),
        refusals.UNSAFE_XML,
    ),
    "document type in strings": (
        lambda: files.repack(HONEST, changed={"xl/sharedStrings.xml": DOCTYPE + b"<sst/>"}),
        refusals.UNSAFE_XML,
    ),
    "external workbook": (lambda: external("externalLinkPath"), refusals.EXTERNAL_LINKS),
    "external template": (lambda: external("attachedTemplate"), refusals.EXTERNAL_LINKS),
    "file inside": (
        lambda: files.repack(HONEST, changed={"xl/embeddings/list.xlsx": HONEST}),
        refusals.NESTED,
    ),
    "way out of the folder": (lambda: files.repack(HONEST, changed={"../evil.xml": b"<a/>"}), refusals.DAMAGED),
    "encrypted member": (encrypted_member, refusals.ENCRYPTED),
    "encrypted xlsx": (lambda: ole("EncryptionInfo", "EncryptedPackage"), refusals.ENCRYPTED),
    "encrypted ods": (
        lambda: files.repack(
            files.ods([["ФИО"]]),
            changed={"META-INF/manifest.xml": b"<m:manifest xmlns:m='m'><m:encryption-data/></m:manifest>"},
        ),
        refusals.ENCRYPTED,
    ),
    "Word called Excel": (word, refusals.WORD),
    "old Word": (lambda: ole("WordDocument"), refusals.WORD),
    "presentation": (lambda: archive({"ppt/presentation.xml": b"<a/>"}), refusals.SLIDES),
    "binary Excel": (lambda: archive({"xl/workbook.bin": b"1"}), refusals.BINARY_EXCEL),
    "zip of anything": (lambda: archive({"list.csv": b"1"}), refusals.ARCHIVE),
    "truncated zip": (lambda: HONEST[: len(HONEST) // 2], refusals.DAMAGED),
    "broken sheet": (lambda: with_sheet(SHEET_XML[:-40]), refusals.DAMAGED),
    "far cell in ods": (
        lambda: far_ods('table:number-columns-repeated="16384" '),
        refusals.too_large_sheet("Лист1"),
    ),
    "web page called xls": (lambda: b"<html><table><tr><td>1</td></tr></table></html>", refusals.WEB_PAGE),
    "web page with a mark": ("\ufeff<!DOCTYPE html><html>".encode, refusals.WEB_PAGE),
    "old XML of Excel": (
        lambda: b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        refusals.OLD_XML,
    ),
    "PDF": (lambda: b"%PDF-1.7", refusals.PDF),
    "picture": (lambda: b"\x89PNG\r\n\x1a\n", refusals.PICTURE),
    "random bytes": (lambda: random.Random(1).randbytes(50_000), refusals.NOT_A_TABLE),
    "nothing": (lambda: b"", refusals.EMPTY),
    "blanks": (lambda: b"\xef\xbb\xbf \r\n \r\n", refusals.EMPTY),
    "30 MB": (lambda: b"a;b\n" * (30 << 18), refusals.TOO_LARGE),
    "long csv": (lambda: b"a;b\n" * (limits.ROWS_MAX + 1), refusals.too_large_sheet("Лист 1")),
    "wide csv": (lambda: b"a;" * 61 + b"b\n", refusals.too_large_sheet("Лист 1")),
    "open quote": (lambda: b'a;"b\n' + b"c;d\n" * 100, refusals.OPEN_QUOTE),
}


@pytest.mark.parametrize("name", CASES)
def test_hostile_file_gets_its_sentence_quickly(tmp_path: Path, name: str) -> None:
    make, sentence = CASES[name]
    path = files.save(tmp_path, make())
    started = time.monotonic()

    with pytest.raises(UnreadableFile) as refused:
        read_workbook(path)

    assert str(refused.value) == sentence
    assert time.monotonic() - started < limits.CHILD_WALL_SECONDS


def test_merge_of_a_million_cells_costs_nothing(tmp_path: Path) -> None:
    xml = SHEET_XML.replace(b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')

    sheet = read_workbook(files.save(tmp_path, with_sheet(xml))).sheets[0]

    assert (sheet.merges[0].bottom, sheet.merges[0].right) == (1, 1)


def test_million_empty_rows_of_ods_are_no_rows(tmp_path: Path) -> None:
    content = files.ods([["ФИО"], ["Иванова"]])
    xml = files.member(content, "content.xml").replace(
        b"</table:table>",
        b'<table:table-row table:number-rows-repeated="1048574"><table:table-cell '
        b'table:number-columns-repeated="16384"/></table:table-row></table:table>',
    )

    book = read_workbook(files.save(tmp_path, files.repack(content, changed={"content.xml": xml})))

    assert book.sheets[0].rows == [["ФИО"], ["Иванова"]]


def outcome(path: Path) -> str:
    try:
        return "read" if read_workbook(path).sheets else "nothing"
    except UnreadableFile as refused:
        return "refused" if str(refused).endswith(".") else "no sentence"


@pytest.mark.parametrize("seed", range(12))
def test_damaged_bytes_never_raise_anything_else(tmp_path: Path, seed: int) -> None:
    choice = random.Random(seed)
    content = bytearray(choice.choice([HONEST, files.ods([["ФИО"], ["Анна"]]), files.xls([["ФИО"], ["Анна"]])]))
    for _ in range(30):
        content[choice.randrange(8, len(content))] = choice.randrange(256)

    path = files.save(tmp_path, bytes(content))

    assert outcome(path) in ("read", "refused")


def test_absent_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="не найден"):
        read_workbook(tmp_path / "нет.xlsx")


def test_child_that_dies_without_a_word_is_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "CHILD", "import os; os.abort()")

    with pytest.raises(UnreadableFile) as refused:
        read_workbook(files.save(tmp_path, HONEST))

    assert str(refused.value) == refusals.TOO_HARD


def test_child_that_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "CHILD", "import time; time.sleep(30)")
    monkeypatch.setattr(limits, "CHILD_WALL_SECONDS", 0.3)

    with pytest.raises(UnreadableFile) as refused:
        read_workbook(files.save(tmp_path, HONEST))

    assert str(refused.value) == refusals.TOO_SLOW


CONFINED = """
import sys; sys.path.insert(0, sys.argv[1])
import os, socket
from mentoring.core.spreadsheets import child
child.confine()
wrong = []
try:
    bytearray(1 << 30); wrong.append("memory")
except MemoryError:
    pass
try:
    os.open("/tmp/mentoring-child", os.O_CREAT | os.O_WRONLY) and os.write(3, b"x"); wrong.append("file")
except OSError:
    pass
if set(os.environ) - {"LC_CTYPE"}: wrong.append("environment")
print('{"refused": "%s"}' % ",".join(wrong))
"""


def test_child_has_little_memory_no_files_and_no_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "secret")
    monkeypatch.setattr(reader, "CHILD", CONFINED)

    with pytest.raises(UnreadableFile) as refused:
        read_workbook(files.save(tmp_path, HONEST))

    assert str(refused.value) == ""
