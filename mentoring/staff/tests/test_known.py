import json
from argparse import Namespace
from datetime import date
from pathlib import Path

import pytest

from mentoring.organizations.models import Organization
from mentoring.people.tests.factories import make_person
from mentoring.staff.imports.command import run_plan
from mentoring.staff.imports.known import NoSuchOrganization, known_employees
from mentoring.staff.tests.factories import make_employment
from mentoring.staff.tests.loads import NEW_TEACHER, list_file


def test_known_are_those_who_work(school: Organization) -> None:
    here = make_employment(organization=school, person=make_person(full_name="Новикова Анна Игоревна"))
    make_employment(organization=school, dismissed_on=date(2020, 1, 1))

    (known,) = known_employees(school.code)

    assert (known.key, known.full_name, known.is_main) == (str(here.pk), "Новикова Анна Игоревна", True)


def test_unknown_code_is_told(db: None) -> None:
    with pytest.raises(NoSuchOrganization, match="нет-такой"):
        known_employees("нет-такой")


def test_command_compares_with_the_organization(
    school: Organization, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_employment(organization=school, person=make_person(full_name="Новикова Анна Игоревна"), category="none")
    path = tmp_path / "list.xlsx"
    path.write_bytes(list_file(NEW_TEACHER))

    code = run_plan(Namespace(file=path, organization=school.code, json=True))

    plan = json.loads(capsys.readouterr().out)
    assert code == 0
    assert plan["counts"]["changed"] == 1
    assert plan["rows"][0]["status"] == "changed"


def test_command_refuses_an_unknown_organization(db: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(list_file(NEW_TEACHER))

    code = run_plan(Namespace(file=path, organization="net", json=True))

    told = capsys.readouterr()
    assert (code, told.out) == (2, "")
    assert len(told.err.strip().splitlines()) == 1
