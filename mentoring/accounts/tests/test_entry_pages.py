"""Entering by a code: typed or by link, once; guessing; asking for a new password by mail."""

import hashlib
from datetime import timedelta

import pytest
from django.contrib.auth.hashers import make_password
from django.core import mail
from django.core.cache import cache
from django.test import Client

from mentoring.accounts import throttle
from mentoring.accounts.actions import invite
from mentoring.accounts.models import Invitation, User, UserSession
from mentoring.accounts.tests.conftest import without_tokens
from mentoring.accounts.tests.factories import make_user, make_worker
from mentoring.core import background, clock
from mentoring.core.models import Job

pytestmark = pytest.mark.django_db
PASSWORD = "вьюга сундук пароход"
FORM = {"username": "masha.e", "password": PASSWORD, "again": PASSWORD}


@pytest.fixture
def issued(school, curator):
    return invite(person=make_worker(school, full_name="Ежова Мария Сергеевна"), organization=school, by=curator.actor)


def test_teacher_enters_by_the_code_of_her_slip(issued, school):
    client = Client()
    assert client.post("/entry/", {"code": issued.code}).url == "/entry/choose/"

    page = client.get("/entry/choose/").content.decode()
    assert "Ежова Мария Сергеевна" in page
    assert school.short_name in page
    assert 'value="ezhova.ms"' in page

    assert client.post("/entry/choose/", FORM).status_code == 302
    assert client.get("/access/").status_code == 200
    assert User.objects.get(pk=issued.user.pk).username == "masha.e"


def test_code_leaves_the_address_at_once(issued):
    response = Client().get(f"/entry/{issued.code}/")

    assert response.url == "/entry/choose/"
    assert response["Referrer-Policy"] == "no-referrer"


def test_code_opened_twice_says_so(issued):
    first, second = Client(), Client()
    first.get(f"/entry/{issued.code}/")
    second.get(f"/entry/{issued.code}/")
    first.post("/entry/choose/", FORM)

    answer = second.post("/entry/choose/", FORM)

    assert answer.status_code == 410
    assert "уже использован" in answer.content.decode()
    assert "_auth_user_id" not in second.session


def test_expired_code_says_what_to_do(issued):
    Invitation.objects.update(expires_at=clock.now() - timedelta(seconds=1))
    client = Client()
    client.get(f"/entry/{issued.code}/")

    answer = client.get("/entry/choose/")

    assert answer.status_code == 410
    assert "новый листок" in answer.content.decode()


def test_choosing_without_a_code_leads_back(db):
    assert Client().get("/entry/choose/").url == "/entry/"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        pytest.param({"password": "коротко", "again": "коротко"}, "как минимум 12", id="короткий"),
        pytest.param({"password": "йцукенгшщзхъ", "again": "йцукенгшщзхъ"}, "ряд клавиш", id="ряд клавиш"),
        pytest.param({"password": "Ежова Мария 1", "again": "Ежова Мария 1"}, "вашего имени", id="своё имя"),
        pytest.param({"again": "снег лампа корзинка"}, "не совпали", id="не совпали"),
        pytest.param({"username": "a b"}, "не подходит", id="плохое имя"),
    ],
)
def test_bad_choice_keeps_the_code_good(issued, changes, words):
    client = Client()
    client.get(f"/entry/{issued.code}/")

    answer = client.post("/entry/choose/", FORM | changes)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert client.post("/entry/choose/", FORM).status_code == 302


def test_taken_login_is_told_beside_the_field(issued):
    make_user(username="masha.e")
    client = Client()
    client.get(f"/entry/{issued.code}/")

    answer = client.post("/entry/choose/", FORM)

    assert answer.status_code == 422
    assert "уже занято" in answer.content.decode()


def test_guessing_codes_is_throttled(issued):
    client = Client(REMOTE_ADDR="10.0.0.7")
    for number in range(throttle.CODE_ADDRESS.attempts):
        assert "Такого кода нет" in client.post("/entry/", {"code": f"ABCD2345{number:04}"}).content.decode()
        _free(throttle.CODE_SITE)

    assert "Слишком много попыток" in client.post("/entry/", {"code": issued.code}).content.decode()
    assert Client(REMOTE_ADDR="10.0.0.8").post("/entry/", {"code": issued.code}).status_code == 302


@pytest.mark.parametrize(
    ("limit", "who"),
    [
        pytest.param(throttle.CODE_NETWORK, "10.0.0.0/24", id="из одной сети"),
        pytest.param(throttle.CODE_SITE, "", id="из многих сетей"),
    ],
)
def test_guessing_from_many_addresses_is_throttled_too(issued, limit, who):
    cache.set_many(dict.fromkeys(_slots(limit, who), 1))
    client = Client(REMOTE_ADDR="10.0.0.7")

    assert "Слишком много" in client.post("/entry/", {"code": issued.code}).content.decode()


def test_who_is_refused_takes_no_attempts_of_others(issued):
    cache.set_many(dict.fromkeys(_slots(throttle.CODE_ADDRESS, "10.0.0.7"), 1))
    client = Client(REMOTE_ADDR="10.0.0.7")

    for _ in range(throttle.CODE_NETWORK.attempts + 1):
        client.post("/entry/", {"code": "ABCD23450000"})

    assert not cache.get_many(_slots(throttle.CODE_NETWORK, "10.0.0.0/24"))
    assert Client(REMOTE_ADDR="10.0.0.8").post("/entry/", {"code": issued.code}).status_code == 302


def _slots(limit, who=""):
    prefix = f"throttle:{limit.name}:{hashlib.sha256(who.encode()).hexdigest()[:32]}"
    return [f"{prefix}:{number}" for number in range(limit.attempts)]


def _free(limit):
    cache.delete_many(_slots(limit))


def test_slip_of_another_person_waits_until_who_is_signed_in_leaves(issued, curator, client_as):
    client = client_as(curator.person)
    client.get(f"/entry/{issued.code}/")

    answer = client.get("/entry/choose/")

    assert answer.status_code == 409
    assert "Выйдите" in answer.content.decode()
    assert client.post("/entry/choose/", FORM).status_code == 409


def test_new_password_by_a_code_signs_out_other_browsers(school, curator):
    person = make_worker(school)
    user = make_user(person=person, password=make_password("прежний длинный пароль"))
    other = Client()
    other.force_login(user)
    other.get("/access/")
    issued = invite(person=person, organization=school, by=curator.actor)
    client = Client()
    client.get(f"/entry/{issued.code}/")

    client.post("/entry/choose/", {"password": PASSWORD, "again": PASSWORD})

    assert other.get("/access/").status_code == 302
    assert client.get("/access/").status_code == 200
    assert UserSession.objects.filter(user=user).count() == 1


def ask(words):
    return Client().post("/forgotten/", {"words": words})


def test_link_for_a_new_password_comes_by_mail(settings):
    settings.PUBLIC_BASE_URL = "https://school.example.ru"
    make_user(username="ezhova.ms", email="ezhova@example.ru", password=make_password(PASSWORD))

    ask("ezhova.ms")
    background.drain()

    (letter,) = mail.outbox
    link = next(line for line in letter.body.splitlines() if line.startswith("https://school.example.ru/entry/"))
    client = Client()
    assert client.get(link.removeprefix("https://school.example.ru")).url == "/entry/choose/"
    assert client.get("/entry/choose/").status_code == 200


def test_code_of_a_letter_is_nowhere_in_the_queue():
    make_user(username="ezhova.ms", email="ezhova@example.ru")
    ask("ezhova.ms")
    background.drain()

    code = mail.outbox[0].body.split("/entry/")[1].split("/")[0]
    assert len(code) >= 40
    assert all(code not in str(job.payload) for job in Job.objects.all())


def test_asking_for_known_and_unknown_looks_the_same():
    make_user(username="ezhova.ms", email="ezhova@example.ru")

    known, unknown = ask("ezhova.ms"), ask("nobody")

    assert known.status_code == unknown.status_code == 200
    assert without_tokens(known) == without_tokens(unknown)
    assert Job.objects.filter(name="accounts.mail_reset").count() == 2


def test_letters_of_one_account_are_limited():
    make_user(username="ezhova.ms", email="ezhova@example.ru")
    for _ in range(throttle.RESET_ACCOUNT.attempts + 3):
        ask("ezhova.ms")

    assert Job.objects.filter(name="accounts.mail_reset").count() == throttle.RESET_ACCOUNT.attempts


@pytest.mark.parametrize("host", ["evil.ru", "school.example.ru.evil.ru"])
def test_link_never_takes_the_host_of_the_request(settings, host):
    settings.PUBLIC_BASE_URL = "https://school.example.ru"
    settings.ALLOWED_HOSTS = ["*"]
    make_user(username="ezhova.ms", email="ezhova@example.ru")

    Client().post("/forgotten/", {"words": "ezhova.ms"}, headers={"Host": host, "X-Forwarded-Host": host})
    background.drain()

    assert "evil" not in mail.outbox[0].body


def test_without_mail_the_page_says_where_to_go(settings):
    settings.EMAIL_HOST = ""
    make_user(username="ezhova.ms", email="ezhova@example.ru")

    answer = ask("ezhova.ms")

    assert "по одноразовому коду" in answer.content.decode()
    assert not Job.objects.exists()
