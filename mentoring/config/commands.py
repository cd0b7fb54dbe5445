"""`mentoring setup`, `mentoring doctor`, `mentoring entry`: creating the system, its health, a lost key."""

import argparse
import sys

BAD = 2


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands."""
    _register_setup(subparsers)
    doctor = subparsers.add_parser("doctor", help="проверить, всё ли в порядке")
    doctor.set_defaults(run=run_doctor)
    entry = subparsers.add_parser("entry", help="выдать код входа тому, кто остался без пароля и без администратора")
    entry.add_argument("--login", required=True, help="имя для входа")
    entry.add_argument("--forget-second-factor", action="store_true", help="и забыть потерянный второй фактор")
    entry.set_defaults(run=run_entry)


def _register_setup(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    setup = subparsers.add_parser("setup", help="создать систему и первого администратора")
    setup.add_argument("--profile", choices=("organization", "municipality", "region"), help="для кого система")
    setup.add_argument("--organization-name", help="полное наименование по уставу")
    setup.add_argument("--short-name", help="сокращённое наименование")
    setup.add_argument("--type", help="school, kindergarten, additional, committee, center")
    setup.add_argument("--place", help="место составления документов, например «г. Барнаул»")
    setup.add_argument("--head-title", help="должность руководителя в приказах: заведующий, директор")
    setup.add_argument("--region", help="регион")
    setup.add_argument("--municipality", help="муниципалитет")
    setup.add_argument("--time-zone", help="часовой пояс, например Asia/Barnaul")
    setup.add_argument("--url", help="адрес, по которому сайт откроют другие, например http://192.168.1.10:8000")
    setup.add_argument("--admin", help="первый администратор: «Фамилия Имя Отчество»")
    setup.add_argument("--gender", choices=("male", "female"), help="его пол, если не ясен по отчеству")
    setup.add_argument("--login", help="его имя для входа")
    setup.add_argument("--duties", help="его роли через запятую: head, curator, clerk; в комитете — committee")
    setup.add_argument("--no-second-factor", action="store_true", help="не требовать второй фактор (одна организация)")
    setup.set_defaults(run=run_setup)


def run_setup(options: argparse.Namespace) -> int:
    """Ask what is not given, create everything in one transaction, print the one-time link and code."""
    from mentoring.config.setup.desk import MissingAnswerError
    from mentoring.config.setup.place import PlaceRefusedError, prepare

    try:
        prepare()
        from mentoring.config.setup.questions import as_command, ask  # needs Django, which `prepare` starts

        answers = ask(options, is_person_there=sys.stdin.isatty())
    except (PlaceRefusedError, MissingAnswerError) as refusal:
        return _refuse(str(refusal))
    from mentoring.config.setup.creation import create_system, said
    from mentoring.core.actor import system_actor
    from mentoring.core.errors import Refusal

    try:
        created = create_system(answers=answers, by=system_actor("setup"))
    except Refusal as refusal:
        return _refuse(f"{refusal.message}\nВаши ответы, чтобы исправить и повторить:\n{as_command(answers)}")
    print(said(created))
    return 0


def run_doctor(options: argparse.Namespace) -> int:
    """Print one line a check; 1 when something is wrong."""
    import django

    django.setup()
    from mentoring.config.setup.doctor import examine

    findings = examine()
    for finding in findings:
        print(f"{'в порядке' if finding.is_good else 'НЕ В ПОРЯДКЕ'}: {finding.sentence}")
    return 0 if all(finding.is_good for finding in findings) else 1


def run_entry(options: argparse.Namespace) -> int:
    """Issue a code from the console of the server."""
    import django

    django.setup()
    from mentoring.config.setup.creation import entry_lines, issue_from_console
    from mentoring.core.actor import system_actor
    from mentoring.core.errors import Refusal

    try:
        issued = issue_from_console(
            login=options.login, forget_factor=options.forget_second_factor, by=system_actor("console")
        )
    except Refusal as refusal:
        return _refuse(refusal.message)
    print("\n".join(entry_lines(issued)))
    return 0


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return BAD
