"""`python -m tests.access.write`: print the table of present behaviour, so that a person compares it with the rights.

It blesses nothing: a cell goes into matrix.tsv after it was read and found right.
"""

import logging
import os
import sys

import django
import time_machine

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mentoring.config.settings.test")


def main() -> None:
    """Make the schools in a fresh database and print every line."""
    django.setup()
    # Models are there only after the setup.
    from django.test.utils import setup_databases, setup_test_environment, teardown_databases  # noqa: PLC0415

    logging.disable(logging.CRITICAL)
    setup_test_environment()
    old = setup_databases(verbosity=0, interactive=False)
    try:
        _print()
    finally:
        teardown_databases(old, verbosity=0)


def _print() -> None:
    from tests.access import asking, matrix, objects  # noqa: PLC0415
    from tests.access import world as worlds  # noqa: PLC0415

    with worlds.undone(), time_machine.travel(worlds.NOW, tick=False):
        world = worlds.build()
        sys.stdout.write(f"# address, method, whose object, then one letter a role: {' '.join(matrix.ROLES)}\n")
        for url_name in matrix.url_names():
            for whose in objects.kinds_of(url_name):
                asked = objects.asked(world, url_name, whose)
                for method in matrix.METHODS:
                    letters = "".join(letter for letter, _ in asking.answers(world, asked, method))
                    sys.stdout.write(f"{url_name}\t{method}\t{whose}\t{letters}\n")


if __name__ == "__main__":
    main()
