"""What tests of pages share."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from mentoring.core.actor import Actor
from mentoring.programs.tests.factories import Case

Enter = Callable[[Actor], Client]


def url(case: Case, name: str = "program_detail", *more: object) -> str:
    """An address of this programme."""
    return reverse(f"programs:{name}", args=[case.program.public_id, *more])
