"""A new password by a code that somebody else issued: its owner is told, the journal names who issued it."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.hashers import make_password
from django.core import mail

from mentoring.accounts.actions import change_password, invite, issue_reset_link, use_code
from mentoring.accounts.choices import Role
from mentoring.accounts.selectors import CodeState, actor_for, own_words_hidden_before, state_of_code
from mentoring.accounts.tests.conftest import member
from mentoring.accounts.tests.factories import make_user, make_worker
from mentoring.audit.models import Event
from mentoring.core import background, clock
from mentoring.core.actor import ANONYMOUS, system_actor

pytestmark = pytest.mark.django_db
PASSWORD = make_password("вьюга сундук пароход")


@pytest.fixture
def teacher(school):
    person = make_worker(school, full_name="Ежова Мария Сергеевна")
    return make_user(person=person, password=PASSWORD, email="ezhova@example.ru")


def use(issued):
    return use_code(invitation=issued.invitation, username="", password_hash=PASSWORD, by=actor_for(issued.user))


def told(user, verb):
    return user.person.messages.filter(kind=f"accounts.code.{verb}")


def test_owner_is_told_by_whom_a_code_was_issued(school, curator, teacher):
    issued = invite(person=teacher.person, organization=school, by=curator.actor)
    background.drain()

    message = told(teacher, "issued").get()
    assert str(curator.person) in message.body
    assert "смените пароль" in message.body
    assert [letter.to for letter in mail.outbox] == [["ezhova@example.ru"]]
    assert issued.code not in message.body + mail.outbox[0].body


def test_owner_is_told_that_the_code_was_used_and_whose_it_was(school, curator, teacher):
    use(invite(person=teacher.person, organization=school, by=curator.actor))
    background.drain()

    assert str(curator.person) in told(teacher, "used").get().body
    assert len(mail.outbox) == 2


def test_own_link_is_told_of_when_it_is_used_alone(teacher):
    use(issue_reset_link(user=teacher, by=system_actor("accounts")))

    assert not told(teacher, "issued").exists()
    assert "письмом" in told(teacher, "used").get().body


def test_code_from_the_console_is_told_of(school, teacher):
    invite(person=teacher.person, organization=school, by=system_actor("console"))

    assert "на сервере" in told(teacher, "issued").get().body


def test_first_entry_brings_no_news(school, curator):
    issued = invite(person=make_worker(school), organization=school, by=curator.actor)

    use_code(invitation=issued.invitation, username="newcomer.a", password_hash=PASSWORD, by=ANONYMOUS)

    assert not issued.user.person.messages.exists()


def test_code_issued_to_oneself_is_no_news_and_closes_nothing(school):
    administrator = member(school, Role.ADMINISTRATOR, password=PASSWORD)

    issued = invite(person=administrator.person, organization=school, by=administrator.actor)
    assert not administrator.person.messages.exists()
    use(issued)

    assert not Event.objects.filter(name="accounts.invitation.issued_used").exists()
    assert own_words_hidden_before(administrator.actor) is None


def test_journal_names_who_issued_the_used_code(school, curator, teacher):
    use(invite(person=teacher.person, organization=school, by=curator.actor))

    event = Event.objects.get(name="accounts.invitation.issued_used")
    assert (event.actor_person_id, event.person_id) == (curator.person.pk, teacher.person_id)
    assert Event.objects.filter(name="accounts.invitation.used", actor_person_id=teacher.person_id).exists()


def test_journal_names_nobody_else_for_an_own_link(teacher):
    use(issue_reset_link(user=teacher, by=system_actor("accounts")))

    assert not Event.objects.filter(name="accounts.invitation.issued_used").exists()


def test_own_new_password_makes_a_waiting_code_useless(school, curator, teacher):
    issued = invite(person=teacher.person, organization=school, by=curator.actor)

    change_password(user=teacher, password_hash=PASSWORD, keep_key="", by=actor_for(teacher))

    issued.invitation.refresh_from_db()
    assert state_of_code(issued.invitation) is CodeState.CANCELLED
    assert Event.objects.filter(name="accounts.invitation.cancelled", actor_person_id=teacher.person_id).exists()


def test_own_words_are_closed_for_a_week_after_a_code_of_another(school, curator, teacher):
    actor = actor_for(teacher)
    issued = invite(person=teacher.person, organization=school, by=curator.actor)
    assert own_words_hidden_before(actor) is None

    use(issued)

    issued.invitation.refresh_from_db()
    assert own_words_hidden_before(actor) == issued.invitation.used_at
    assert own_words_hidden_before(curator.actor) is None
    with time_machine.travel(clock.now() + timedelta(days=7, minutes=1)):
        assert own_words_hidden_before(actor) is None


def test_own_words_stay_open_after_an_own_link(teacher):
    use(issue_reset_link(user=teacher, by=system_actor("accounts")))

    assert own_words_hidden_before(actor_for(teacher)) is None
    assert own_words_hidden_before(ANONYMOUS) is None
