"""The command line: `mentoring setup | demo | serve | doctor | staff | match | names | calendar | manage`.

Commands that need no database start without Django.
"""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

COMMANDS = (
    "mentoring.reference.commands",
    "mentoring.staff.imports.command",
    "mentoring.matching.commands",
    "mentoring.config.commands",
    "mentoring.config.serve",
    "mentoring.config.demo",
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; exit code 2 and one Russian sentence on stderr when it could not be understood or done."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mentoring.config.settings.local")
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["manage"]:
        return _manage(words)
    options = _parser().parse_args(words)
    result: int = options.run(options)
    return result


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="mentoring", description="Наставничество педагогических работников")
    subparsers = parser.add_subparsers(required=True, metavar="команда")
    for name in COMMANDS:
        importlib.import_module(name).register(subparsers)
    return parser


def _manage(words: list[str]) -> int:
    from django.core.management import execute_from_command_line

    execute_from_command_line(["mentoring manage", *words[1:]])
    return 0


if __name__ == "__main__":
    sys.exit(main())
