"""`mentoring demo --size kindergarten|school`: made-up people in all stages, the same each time.

An installation is a demo from its creation or never; every page says so.
"""

import argparse
import sys

SIZES = ("kindergarten", "school")


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = subparsers.add_parser("demo", help="создать демонстрацию с вымышленными людьми")
    parser.add_argument("--size", choices=SIZES, default="school", help="детский сад на девять человек или школа")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Fill an empty data folder; refuse where something has been created already."""
    import django

    django.setup()
    from django.core.management import call_command

    from mentoring.config.demo.build import AlreadyCreated, build

    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    try:
        said = build(size=options.size)
    except AlreadyCreated as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 2
    sys.stdout.write(f"{said}\n")
    return 0
