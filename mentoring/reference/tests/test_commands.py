import argparse
import json
import subprocess
import sys

import pytest

from mentoring.reference.commands import register


def call(*words: str) -> int:
    parser = argparse.ArgumentParser(prog="mentoring")
    register(parser.add_subparsers())
    args = parser.parse_args(words)
    return int(args.run(args))


def test_name_is_printed_in_six_cases(capsys: pytest.CaptureFixture[str]) -> None:
    code = call("names", "decline", "Савичева-Ткач Гюзель Ильинична", "--gender", "female")

    assert code == 0
    assert json.loads(capsys.readouterr().out) == {
        "nominative": "Савичева-Ткач Гюзель Ильинична",
        "genitive": "Савичевой-Ткач Гюзели Ильиничны",
        "dative": "Савичевой-Ткач Гюзели Ильиничне",
        "accusative": "Савичеву-Ткач Гюзель Ильиничну",
        "instrumental": "Савичевой-Ткач Гюзелью Ильиничной",
        "prepositional": "Савичевой-Ткач Гюзели Ильиничне",
    }


def test_position_is_printed_in_six_cases(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("names", "position", "учитель-логопед") == 0

    printed = capsys.readouterr().out
    assert json.loads(printed)["instrumental"] == "учителем-логопедом"
    assert "\\u" not in printed


@pytest.mark.parametrize(
    ("words", "day"),
    [
        (("2026-12-30", "3"), "2027-01-13"),
        (("2026-12-30", "3", "--week", "6"), "2027-01-12"),
        (("2026-12-30", "0"), "2026-12-30"),
    ],
)
def test_working_days_are_added(words: tuple[str, ...], day: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("calendar", "add", *words) == 0
    assert capsys.readouterr().out.strip() == day


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("names",), "Скажите, что сделать"),
        (("calendar",), "Скажите, что посчитать"),
        (("names", "decline", "Иванова", "--gender", "female"), "Введите фамилию и имя"),
        (("names", "decline", "Иванова Мария"), "Укажите пол"),
        (("names", "decline", "Иванова Мария", "--gender", "woman"), "Укажите пол"),
        (("names", "decline", "123", "--gender", "male"), "Введите текст буквами"),
        (("names", "position", ""), "Введите текст буквами"),
        (("names", "position", "я" * 301), "не длиннее 300"),
        (("calendar", "add", "30.12.2026", "3"), "запишите её как"),
        (("calendar", "add", "2026-12-30", "three"), "Число рабочих дней"),
        (("calendar", "add", "2026-12-30", "-3"), "Число рабочих дней"),
        (("calendar", "add", "2026-12-30", "9" * 5000), "Число рабочих дней"),
        (("calendar", "add", "2026-12-30", "3", "--week", "7"), "Неделя бывает"),
        (("calendar", "add", "2050-12-30", "300"), "на 2051 год нет"),
        (("calendar", "add", "9999-12-31", "1"), "на 9999 год нет"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(
    words: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(*words) == 2

    captured = capsys.readouterr()
    assert sentence in captured.err
    assert captured.out == ""
    assert captured.err.count("\n") == 1


def test_missing_word_is_refused_with_a_sample(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        call("names", "decline")

    assert ended.value.code == 2
    assert "mentoring names decline" in capsys.readouterr().err


def test_commands_start_without_django() -> None:
    code = "import sys, mentoring.reference.commands; sys.exit('django' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
