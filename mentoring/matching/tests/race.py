"""One side of a race, run as a process of its own: prepare, mentees, places, naive.

`prepare` fills an empty database and prints what the racers need; the others wait for the same moment, try to make
pairs and print how many they won, how they lost and what else went wrong. `naive` checks and then writes, as code
without constraints does: with the index dropped it must make doubles, otherwise the race proves nothing.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from django.db import connection

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_actor
from mentoring.core.actor import Actor, PostGrant
from mentoring.core.errors import Refusal, WrongState
from mentoring.matching.actions import Choice, propose_pairs
from mentoring.matching.choices import Side
from mentoring.matching.models import Mentee, Mentor, Mentorship, Need
from mentoring.matching.tests.factories import make_mentor, make_need, make_readiness
from mentoring.organizations.models import Organization
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.models import Person

DAY = date(2026, 9, 10)
PROCESSES = 8
TARGETS = 30
PLACES = 6


def prepare() -> dict[str, Any]:
    """A school where many wait, mentors with places for each racer, and mentors with a single place."""
    school = make_organization()
    head = make_actor(Role.HEAD, organization=school)
    wide = [
        [_ready(make_mentor(organization=school, capacity=PLACES)) for _ in range(TARGETS // PLACES)]
        for _ in range(PROCESSES)
    ]
    narrow = [_ready(make_mentor(organization=school, capacity=1)) for _ in range(TARGETS)]
    return {
        "organization": school.pk,
        "user": head.user_id,
        "person": head.person_id,
        "wide": wide,
        "narrow": narrow,
        "waiting": [_waits(make_need(organization=school)) for _ in range(TARGETS)],
        "own": [[_waits(make_need(organization=school)) for _ in range(TARGETS)] for _ in range(PROCESSES)],
        "naive": [_waits(make_need(organization=school)) for _ in range(TARGETS)],
    }


def _ready(mentor: Any) -> int:
    make_readiness(organization=mentor.organization, person=mentor.person)
    return int(mentor.person_id)


def _waits(need: Any) -> int:
    make_readiness(organization=need.organization, person=need.person, side=Side.MENTEE)
    return int(need.pk)


def mentees(world: dict[str, Any], number: int) -> list[tuple[int, int]]:
    """Everybody wants the same mentees, each for mentors of her own."""
    mine = world["wide"][number]
    return [(need, mine[index // PLACES]) for index, need in enumerate(world["waiting"])]


def places(world: dict[str, Any], number: int) -> list[tuple[int, int]]:
    """Everybody has mentees of her own and wants the same single places."""
    return list(zip(world["own"][number], world["narrow"], strict=True))


def race(world: dict[str, Any], pairs: list[tuple[int, int]], attempt: Callable[..., None]) -> Counter[str]:
    """Try every pair; what is not a refusal in words is a fault."""
    results: Counter[str] = Counter()
    for need, mentor in pairs:
        try:
            attempt(world, need, mentor)
        except Refusal as refusal:
            results[f"{refusal.status} {refusal.message}"] += 1
        except Exception as fault:  # whatever it is, the test shows it
            results[f"fault {type(fault).__name__}: {fault}"] += 1
        else:
            results["won"] += 1
    return results


def propose(world: dict[str, Any], need: int, mentor: int) -> None:
    """The action that people use."""
    organization = Organization.objects.get(pk=world["organization"])
    posts = frozenset({PostGrant("head", organization.pk)})
    by = Actor(user_id=world["user"], person_id=world["person"], posts=posts)
    choice = Choice(need=Need.objects.get(pk=need), mentor=Person.objects.get(pk=mentor), form="teacher_teacher")
    propose_pairs(organization=organization, choices=[choice], today=DAY, by=by)


def check_and_write(world: dict[str, Any], need: int, mentor: int) -> None:
    """What is not done here: look whether there is a pair, then write one."""
    waiting = Need.objects.get(pk=need)
    if Mentee.objects.filter(person_id=waiting.person_id, is_live=True).exists():
        raise WrongState("пара уже есть")
    chosen = Mentor.objects.get(person_id=mentor)
    place = chosen.places.exclude(mentees__is_live=True).first()
    time.sleep(0.002)
    pair = Mentorship.objects.create(organization_id=world["organization"], mentor=chosen, form="teacher_teacher")
    Mentee.objects.create(
        mentorship=pair, person_id=waiting.person_id, mentor_person_id=mentor, need=waiting, place=place,
        form="teacher_teacher",
    )  # fmt: skip


def main() -> None:
    """Say what is asked for; a racer tells that she is ready and waits for the word of the start."""
    what = sys.argv[1]
    if what == "prepare":
        print(json.dumps(prepare()))
        return
    number, folder = int(sys.argv[2]), Path(sys.argv[3])
    world = json.loads((folder / "world.json").read_text())
    if what == "naive":
        world = world | {"waiting": world["naive"]}
    pairs = places(world, number) if what == "places" else mentees(world, number)
    connection.ensure_connection()
    (folder / f"ready{number}").touch()
    while not (folder / "go").exists():
        time.sleep(0.005)
    print(json.dumps(race(world, pairs, check_and_write if what == "naive" else propose)))
