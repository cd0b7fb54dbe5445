"""Console commands on names, positions and working days: pure, so they start without Django."""

import argparse
import json
import sys
from datetime import date
from typing import TYPE_CHECKING, Final, NoReturn

from mentoring.core.dates import CalendarGap, WorkWeek, add_working_days
from mentoring.core.wording import CaseForms, Gender, decline_name, parse_full_name
from mentoring.core.wording.names import UnreadableNameError
from mentoring.reference.books.positions import decline_position
from mentoring.reference.books.production_calendar import calendar

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]

BAD_INPUT: Final = 2
MOST_DAYS: Final = 3650
LONGEST_TEXT: Final = 300
NAME_SAMPLE: Final = 'mentoring names decline "Иванова Мария Сергеевна" --gender female'
POSITION_SAMPLE: Final = 'mentoring names position "учитель-логопед"'
CALENDAR_SAMPLE: Final = "mentoring calendar add 2026-12-30 3 --week 5"


class InputError(Exception):
    """Input that a command cannot use; the text is one sentence for people."""


class CommandParser(argparse.ArgumentParser):
    """A parser that answers a wrong call with one Russian sentence."""

    def error(self, message: str) -> NoReturn:
        """End with the exit code of bad input."""
        print(f"Команда записана неверно: вызовите, например, {self.epilog}.", file=sys.stderr)
        raise SystemExit(BAD_INPUT)


def register(subparsers: "Subparsers") -> None:
    """Add `names` and `calendar` to the command line; each command leaves its function in `run`."""
    names = subparsers.add_parser("names", help="имена и должности по падежам")
    names.set_defaults(run=lambda _: _refuse(f"Скажите, что сделать: {NAME_SAMPLE} или {POSITION_SAMPLE}."))
    actions = names.add_subparsers(parser_class=CommandParser)
    decline = actions.add_parser("decline", help="имя в шести падежах", epilog=NAME_SAMPLE)
    decline.add_argument("name", help="фамилия, имя и отчество")
    decline.add_argument("--gender", default="", help="male или female")
    decline.set_defaults(run=names_decline)
    position = actions.add_parser("position", help="должность в шести падежах", epilog=POSITION_SAMPLE)
    position.add_argument("position", help="должность")
    position.set_defaults(run=names_position)
    _register_calendar(subparsers)


def _register_calendar(subparsers: "Subparsers") -> None:
    days = subparsers.add_parser("calendar", help="рабочие дни по производственному календарю")
    days.set_defaults(run=lambda _: _refuse(f"Скажите, что посчитать: {CALENDAR_SAMPLE}."))
    add = days.add_subparsers(parser_class=CommandParser).add_parser(
        "add", help="дата через столько рабочих дней", epilog=CALENDAR_SAMPLE
    )
    add.add_argument("start", help="дата начала, ГГГГ-ММ-ДД; сама не считается")
    add.add_argument("days", help="сколько рабочих дней")
    add.add_argument("--week", default="5", help="пяти- или шестидневная неделя: 5 или 6")
    add.set_defaults(run=calendar_add)


def names_decline(args: argparse.Namespace) -> int:
    """Print the six cases of a whole name."""
    try:
        name, gender = parse_full_name(_text(args.name, NAME_SAMPLE)), _gender(args.gender)
    except (InputError, UnreadableNameError) as error:
        return _refuse(str(error))
    return _print_forms(decline_name(name, gender))


def names_position(args: argparse.Namespace) -> int:
    """Print the six cases of a position."""
    try:
        return _print_forms(decline_position(_text(args.position, POSITION_SAMPLE)))
    except InputError as error:
        return _refuse(str(error))


def calendar_add(args: argparse.Namespace) -> int:
    """Print the date so many working days after the start."""
    try:
        day = add_working_days(_day(args.start), _count(args.days), calendar=calendar(), week=_week(args.week))
    except (InputError, CalendarGap) as error:
        return _refuse(str(error))
    print(day.isoformat())
    return 0


def _print_forms(forms: CaseForms) -> int:
    print(json.dumps(forms.as_dict(), ensure_ascii=False, indent=2))
    return 0


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return BAD_INPUT


def _text(text: str, sample: str) -> str:
    if not any(letter.isalpha() for letter in text) or len(text) > LONGEST_TEXT:
        raise InputError(f"Введите текст буквами и не длиннее {LONGEST_TEXT} знаков, например {sample}.")
    return text


def _gender(text: str) -> Gender:
    try:
        return Gender(text)
    except ValueError:
        raise InputError("Укажите пол: --gender male для мужчины или --gender female для женщины.") from None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(f"Дата «{text[:20]}» не читается: запишите её как 2026-12-30.") from None


def _count(text: str) -> int:
    is_whole = text.isascii() and text.isdigit() and len(text) <= len(str(MOST_DAYS))
    if not is_whole or int(text) > MOST_DAYS:
        raise InputError(f"Число рабочих дней «{text[:20]}» не подходит: введите целое число от 0 до {MOST_DAYS}.")
    return int(text)


def _week(text: str) -> WorkWeek:
    try:
        return WorkWeek(int(text))
    except ValueError:
        raise InputError("Неделя бывает пяти- или шестидневной: укажите --week 5 или --week 6.") from None
