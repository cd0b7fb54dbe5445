"""What a teacher wrote about herself and a «сейчас нет» leave no trace but their own.

Every page of every role is read for both in `tests/access/test_leaks.py`.
"""

from collections.abc import Callable
from datetime import date

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from mentoring.accounts.choices import Role
from mentoring.accounts.tests.factories import make_actor, make_post, make_user
from mentoring.core.actor import Actor
from mentoring.matching.actions import Wish, answer, mark_after_talk, save_request
from mentoring.matching.actions.readiness import Asked
from mentoring.matching.choices import Channel, ReadinessState, Side
from mentoring.matching.models import Readiness
from mentoring.matching.tests.factories import make_readiness, make_teacher
from mentoring.organizations.models import Organization
from mentoring.people.models import Person

WORDS = "Канарейка-слова боюсь родительских собраний"
READERS = (Role.HEAD, Role.CURATOR, Role.CLERK, Role.COUNCIL_MEMBER, Role.METHODOLOGIST, Role.DATA_OFFICER,
           Role.ADMINISTRATOR)  # fmt: skip
Enter = Callable[[Person], Client]


def body_of(response: object) -> str:
    """The page as it came."""
    return response.content.decode()  # type: ignore[attr-defined]


def stored_text() -> str:
    """All text of the database: journal, messages, queue, drafts, receipts, sessions."""
    return " ".join(str(row) for model in apps.get_models() for row in model._base_manager.values_list())


@pytest.fixture
def readers(school: Organization, client_as: Enter) -> dict[str, Client]:
    """A browser for each role of the school, and one of a colleague without a role."""
    found = {"коллега": client_as(_signed(make_teacher(organization=school)))}
    for role in READERS:
        person = _signed(make_teacher(organization=school))
        make_post(person, role, school)
        found[role] = client_as(person)
    return found


def _signed(person: Person) -> Person:
    return make_user(person=person).person


def test_author_finds_her_words(school: Organization, client_as: Enter, day: date) -> None:
    person = _signed(make_teacher(organization=school))
    author = make_actor_of(person)
    save_request(organization=school, person=person, wish=Wish(words=WORDS), version=None, today=day, by=author)

    assert WORDS in body_of(client_as(person).get(reverse("matching:own_request")))


def make_actor_of(person: Person) -> Actor:
    """The person who has a user already."""
    return Actor(user_id=person.user.pk, person_id=person.pk)


def test_withdrawn_words_are_nowhere(school: Organization, client_as: Enter, day: date) -> None:
    person = _signed(make_teacher(organization=school))
    author = make_actor_of(person)
    save_request(organization=school, person=person, wish=Wish(words=WORDS), version=None, today=day, by=author)

    client_as(person).post(reverse("matching:own_request_withdraw"))

    assert "Канарейка" not in stored_text()


def test_words_are_not_printed_by_a_failure(school: Organization, day: date, caplog: pytest.LogCaptureFixture) -> None:
    person = make_teacher(organization=school)
    browser = Client(raise_request_exception=False)
    browser.force_login(make_user(person=person))

    browser.post(reverse("matching:own_request"), {"words": WORDS, "areas": ["нет такого"]})

    assert "Канарейка" not in caplog.text


def test_answers_stand_in_nobodys_journal(school: Organization, readers: dict[str, Client]) -> None:
    readiness = make_readiness(
        organization=school, person=make_teacher(organization=school), state=ReadinessState.ASKED
    )
    answer(readiness=readiness, state=ReadinessState.DECLINED, by=make_actor(person=readiness.person))

    for client in readers.values():
        assert "Ответ о готовности" not in body_of(client.get(reverse("audit:journal")))


def test_curator_reads_a_refusal_in_her_journal_only(school: Organization, readers: dict[str, Client]) -> None:
    person = make_teacher(organization=school)
    make_readiness(organization=school, person=person, state=ReadinessState.DECLINED)

    body = body_of(readers[Role.CURATOR].get(reverse("matching:restricted_journal")))

    assert person.last_name in body
    assert "Сейчас не готов(а)" in body


def test_mark_after_a_talk_leaves_one_trace_for_both_answers(school: Organization, curator: Actor, day: date) -> None:
    """What the journal keeps of «готова» and of «сейчас нет» does not tell one from the other."""
    traces = []
    for state in (ReadinessState.READY, ReadinessState.DECLINED):
        person = make_teacher(organization=school)
        mark_after_talk(organization=school, people=[Asked(person, Side.MENTOR)], state=state, today=day, by=curator)
        event = apps.get_model("audit", "Event").objects.order_by("-pk").first()
        traces.append((event.name, event.fields, event.restricted))

    assert traces[0] == traces[1]
    assert Readiness.objects.filter(channel=Channel.TALK).count() == 2
