"""`mentoring staff plan FILE --json`: the names of its answer stay."""

import argparse
import json
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from mentoring.core.errors import Refusal
from mentoring.core.spreadsheets.tests import files
from mentoring.staff.imports import command
from mentoring.staff.imports.employees import KnownEmployee
from mentoring.staff.tests.imports.lists import ANNA, HEADERS, NINA, OLEG

BAD = ["Белова Яна Львовна", "31.02.1985", "учитель"]
COUNTS = dict.fromkeys(("rows", "new", "changed", "unchanged", "doubtful", "errors", "gone"), 0)
PERSON_KEYS = [
    *("sheet", "row", "status", "last_name", "first_name", "patronymic", "gender", "birth_date", "position"),
    *("position_code", "subject", "category", "hired_on", "total_experience_months", "teaching_experience_months"),
    *("email", "phone", "changes"),
]


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    command.register(parser.add_subparsers())
    args = parser.parse_args(["staff", "plan", *words])
    code: int = args.run(args)
    return code


def test_answer_has_the_promised_shape(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = files.save(tmp_path, files.xlsx([HEADERS, ANNA, OLEG, NINA, BAD]))

    code = run(str(path), "--json")
    answer = json.loads(capsys.readouterr().out)

    assert code == 0
    assert list(answer) == ["columns", "counts", "errors", "warnings", "rows"]
    assert answer["columns"][1] == {"sheet": "Лист1", "header": "Дата рождения", "index": 1, "field": "birth_date"}
    assert answer["counts"] == COUNTS | {"rows": 4, "new": 3, "errors": 1}
    assert list(answer["errors"][0]) == ["sheet", "row", "column", "value", "message"]
    assert list(answer["rows"][0]) == PERSON_KEYS


def test_values_are_plain(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(str(files.save(tmp_path, files.xlsx([HEADERS, ANNA, BAD]))), "--json")

    anna, bad = json.loads(capsys.readouterr().out)["rows"]

    assert (anna["birth_date"], anna["hired_on"], anna["gender"]) == ("1985-03-12", "2015-09-01", "female")
    assert (anna["total_experience_months"], anna["category"], anna["changes"]) == (144, "highest", [])
    assert (bad["status"], bad["row"], bad["birth_date"]) == ("error", 3, None)


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.7", "Стихи\nо весне\n".encode(), b"PK\x03\x04" + b"\0" * 40],
    ids=["пусто", "pdf", "стихи", "zip"],
)
def test_unreadable_file_ends_with_two_and_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    code = run(str(files.save(tmp_path, content)), "--json")
    said = capsys.readouterr()

    assert (code, said.out) == (2, "")
    assert said.err.strip().endswith(".")
    assert len(said.err.strip().splitlines()) == 1


def test_absent_file_ends_with_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(tmp_path / "нет.xlsx")) == 2
    assert "не найден" in capsys.readouterr().err


def test_words_for_people_name_counts_and_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(files.save(tmp_path, files.text([HEADERS, ANNA, BAD])))) == 0

    said = capsys.readouterr().out

    assert "Новых: 1" in said
    assert "строка 3, Дата рождения" in said


def test_neither_django_nor_a_database_is_touched(tmp_path: Path) -> None:
    path = files.save(tmp_path, files.xlsx([HEADERS, ANNA]))
    code = (
        "import argparse, sys; from mentoring.staff.imports.command import register\n"
        "parser = argparse.ArgumentParser(); register(parser.add_subparsers())\n"
        f"args = parser.parse_args(['staff', 'plan', {str(path)!r}, '--json']); args.run(args)\n"
        "sys.exit('django' in sys.modules or 'sqlite3' in sys.modules)"
    )
    root = Path(command.__file__).resolve().parents[3]

    done = subprocess.run([sys.executable, "-c", code], cwd=root, env={}, capture_output=True, check=False)

    assert (done.returncode, done.stderr) == (0, b"")


def test_people_of_the_organization_are_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    known = ModuleType(command.KNOWN_MODULE)
    known.known_employees = lambda code: [KnownEmployee(key=code, last_name="Белов", first_name="Пётр")]  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, command.KNOWN_MODULE, known)

    run(str(files.save(tmp_path, files.xlsx([HEADERS, ANNA]))), "--organization", "school-1", "--json")

    assert json.loads(capsys.readouterr().out)["counts"]["gone"] == 1


def test_unknown_organization_ends_with_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(code: str) -> list[KnownEmployee]:
        raise Refusal(f"Организации «{code}» нет: проверьте код.")

    known = ModuleType(command.KNOWN_MODULE)
    known.known_employees = refuse  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, command.KNOWN_MODULE, known)

    assert run(str(files.save(tmp_path, files.xlsx([HEADERS, ANNA]))), "--organization", "нет") == 2
    assert "«нет»" in capsys.readouterr().err


@pytest.mark.slow
def test_ten_thousand_people_are_planned_in_seconds(tmp_path: Path) -> None:
    letters = "абвгдежзиклмнопрстуфхцчшэюя"
    word = [a + b + c for a in letters for b in letters for c in letters]
    people = [
        [f"{word[number].title()}ова Анна Петровна", *ANNA[1:7], f"a{number}@mail.ru"] for number in range(10_000)
    ]
    path = files.save(tmp_path, files.xlsx([HEADERS, *people]))
    started = time.process_time()

    plan = command.make_plan(path, organization="", today=date(2026, 9, 10))

    assert plan.counts["new"] == 10_000
    assert time.process_time() - started < 3
