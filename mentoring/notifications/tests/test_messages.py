"""A message once, its letter once, addresses that refuse, the inbox."""

import smtplib

import pytest
from django.core import mail
from django.test import Client

from mentoring.accounts.choices import Role
from mentoring.accounts.models import User
from mentoring.accounts.selectors import actor_for
from mentoring.accounts.tests.factories import make_post, make_user, make_worker
from mentoring.core import background, clock
from mentoring.core.models import Job
from mentoring.notifications.actions import notify
from mentoring.notifications.models import Delivery, Message
from mentoring.notifications.needs import refused_letters
from mentoring.notifications.selectors import address_refused_at, unread_count
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.tests.factories import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher():
    person = make_person(full_name="Ежова Мария Сергеевна")
    make_user(person=person, email="ezhova@example.ru")
    return person


def tell(person, key="пара:1", **values):
    given = {"kind": "matching.pair", "title": "Пара согласована", "body": "Приказ готовится.", "url": "/pairs/"}
    return notify(person=person, dedup_key=key, **(given | values))


def test_message_goes_to_the_inbox_and_by_mail(settings, teacher):
    settings.PUBLIC_BASE_URL = "https://school.example.ru"
    message = tell(teacher)
    background.drain()

    (letter,) = mail.outbox
    message.refresh_from_db()
    assert (letter.to, letter.subject) == (["ezhova@example.ru"], "Пара согласована")
    assert "https://school.example.ru/pairs/" in letter.body
    assert str(message.public_id) in letter.extra_headers["Message-ID"]
    assert message.delivery == Delivery.SENT


def test_same_key_is_one_message_and_one_letter(teacher):
    for _ in range(3):
        tell(teacher)
    background.drain()
    background.drain()

    assert Message.objects.count() == len(mail.outbox) == 1


def test_letter_sent_twice_by_a_killed_worker_is_sent_once(teacher):
    message = tell(teacher)
    background.drain()
    Job.objects.update(done_at=None)
    background.drain()

    assert len(mail.outbox) == 1
    assert message.delivery == Delivery.QUEUED


def test_without_mail_server_there_is_the_inbox_only(settings, teacher):
    settings.EMAIL_HOST = ""

    message = tell(teacher)

    assert message.delivery == Delivery.INBOX_ONLY
    assert not Job.objects.exists()


@pytest.mark.parametrize("values", [{"email": ""}, {"is_active": False}, {"email_refused_at": clock.now()}])
def test_no_letter_where_there_is_no_good_address(teacher, values):
    User.objects.update(**values)

    assert tell(teacher).delivery == Delivery.INBOX_ONLY


def test_person_without_a_user_gets_a_message_all_the_same():
    assert tell(make_person()).delivery == Delivery.INBOX_ONLY


def test_closed_account_gets_no_letter_that_was_already_queued(teacher):
    message = tell(teacher)
    User.objects.update(is_active=False)
    background.drain()

    message.refresh_from_db()
    assert not mail.outbox
    assert message.delivery == Delivery.INBOX_ONLY


def refuse_with(monkeypatch, code):
    def send(self, fail_silently=False):
        raise smtplib.SMTPRecipientsRefused({"ezhova@example.ru": (code, b"no")})

    monkeypatch.setattr("django.core.mail.EmailMessage.send", send)


def test_refused_address_is_remembered_and_not_tried_again(monkeypatch, teacher):
    refuse_with(monkeypatch, 550)
    message = tell(teacher)
    background.drain()

    message.refresh_from_db()
    assert message.delivery == Delivery.REFUSED
    assert address_refused_at(teacher) is not None
    assert not Job.objects.waiting().exists()
    assert tell(teacher, key="пара:2").delivery == Delivery.INBOX_ONLY


def test_busy_server_is_tried_again(monkeypatch, teacher):
    refuse_with(monkeypatch, 451)
    message = tell(teacher)
    background.drain()

    message.refresh_from_db()
    assert message.delivery == Delivery.FAILED
    assert Job.objects.waiting().exists()
    assert address_refused_at(teacher) is None


def test_header_injection_does_not_make_a_second_letter(teacher):
    tell(teacher, title="Тема\r\nBcc: evil@example.ru")
    background.drain()

    assert all(letter.bcc == [] and "evil" not in str(letter.to) for letter in mail.outbox)


def test_curator_is_asked_to_mend_refused_addresses():
    school = make_organization()
    curator = make_person()
    make_user(person=curator)
    make_post(curator, Role.CURATOR, school)
    for name in ("Ежова Анна Львовна", "Зимина Анна Львовна", "Орлова Анна Львовна"):
        make_user(person=make_worker(school, full_name=name), email="x@y.ru", email_refused_at=clock.now())

    (item,) = refused_letters(actor_for(curator.user), clock.today())

    assert item.who == "Ежова Анна Львовна, Зимина Анна Львовна и ещё 1"
    assert item.url == "/staff-access/?state=refused"


def test_curator_of_another_school_is_not_asked():
    curator = make_person()
    make_user(person=curator)
    make_post(curator, Role.CURATOR, make_organization())
    make_user(person=make_worker(make_organization()), email="x@y.ru", email_refused_at=clock.now())

    assert list(refused_letters(actor_for(curator.user), clock.today())) == []


def test_inbox_shows_own_messages_only(teacher, client_as):
    tell(teacher)
    other = make_person()
    make_user(person=other)

    assert "Пара согласована" in client_as(teacher).get("/messages/").content.decode()
    assert "Сообщений ещё нет" in client_as(other).get("/messages/").content.decode()


def test_opening_marks_as_read_and_leads_to_the_thing(teacher, client_as):
    message = tell(teacher)

    answer = client_as(teacher).post(f"/messages/{message.public_id}/open/")

    assert answer.url == "/pairs/"
    assert unread_count(actor_for(teacher.user)) == 0


def test_message_of_another_is_absent(teacher, client_as):
    message = tell(teacher)
    other = make_person()
    make_user(person=other)

    assert client_as(other).post(f"/messages/{message.public_id}/open/").status_code == 404
    assert unread_count(actor_for(teacher.user)) == 1


def test_message_never_leads_away_from_the_site(teacher, client_as):
    message = tell(teacher, url="//evil.ru/")

    assert client_as(teacher).post(f"/messages/{message.public_id}/open/").url == "/messages/"


def test_everything_is_read_by_one_button(teacher, client_as):
    for number in range(3):
        tell(teacher, key=f"пара:{number}")

    client_as(teacher).post("/messages/read/")

    assert unread_count(actor_for(teacher.user)) == 0


@pytest.mark.parametrize(("query", "is_found"), [("q=приказ", True), ("q=ёлка", False), ("show=unread", True)])
def test_inbox_is_narrowed(teacher, client_as, query, is_found):
    tell(teacher)

    assert ("Пара согласована" in client_as(teacher).get(f"/messages/?{query}").content.decode()) is is_found


def test_inbox_asks_the_same_for_few_and_many(teacher, client_as, django_assert_max_num_queries):
    for number in range(40):
        tell(teacher, key=f"пара:{number}")
    client = client_as(teacher)
    client.get("/messages/")

    with django_assert_max_num_queries(20):
        text = client.get("/messages/").content.decode()
    assert "1–30 из 40" in text


def test_stranger_is_led_to_sign_in():
    assert Client().get("/messages/").status_code == 302
