"""«Мой доступ»: name, address, password, look of pages; nobody reaches another's."""

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client

from mentoring.accounts import throttle
from mentoring.accounts.actions import change_email, change_login, change_password
from mentoring.accounts.models import User
from mentoring.accounts.tests.conftest import member
from mentoring.accounts.tests.factories import make_user
from mentoring.audit.models import Event
from mentoring.core import clock
from mentoring.core.errors import NotAllowed

pytestmark = pytest.mark.django_db
PASSWORD = "вьюга сундук пароход"
NEW = "груша облако ступенька"


@pytest.fixture
def teacher(school):
    return member(school, username="teacher", password=make_password(PASSWORD))


@pytest.fixture
def client(teacher, client_as):
    return client_as(teacher.person)


def test_stranger_is_led_to_sign_in(db):
    for path in ("/access/", "/access/login/", "/access/email/", "/access/password/", "/access/second/"):
        assert Client().get(path).url == f"/login/?next={path}"


def test_login_name_is_changed(client, teacher):
    client.post("/access/login/", {"username": "Новое.Имя"})

    teacher.user.refresh_from_db()
    assert teacher.user.username == "новое.имя"


def test_taken_login_name_keeps_what_was_typed(client):
    make_user(username="taken")

    answer = client.post("/access/login/", {"username": "taken"})

    assert answer.status_code == 422
    assert 'value="taken"' in answer.content.decode()
    assert "уже занято" in answer.content.decode()


def test_new_address_gets_a_new_chance(client, teacher):
    User.objects.filter(pk=teacher.user.pk).update(email="old@x.ru", email_refused_at=clock.now())

    client.post("/access/email/", {"email": "New@X.ru"})

    teacher.user.refresh_from_db()
    assert (teacher.user.email, teacher.user.email_refused_at) == ("new@x.ru", None)


def test_address_may_be_shared(client, teacher):
    make_user(email="school@x.ru")

    assert client.post("/access/email/", {"email": "school@x.ru"}).status_code == 302


def test_wrong_address_keeps_what_was_typed(client):
    answer = client.post("/access/email/", {"email": "не почта"})

    assert answer.status_code == 422
    assert 'value="не почта"' in answer.content.decode()


def change(client, present=PASSWORD, new=NEW):
    return client.post("/access/password/", {"present": present, "password": new, "again": new})


def test_new_password_signs_out_everywhere_but_here(client, teacher):
    other = Client()
    other.force_login(teacher.user)
    other.get("/access/")

    assert change(client).status_code == 302

    assert client.get("/access/").status_code == 200
    assert other.get("/access/").status_code == 302
    assert teacher.person.messages.filter(title="Пароль изменён").exists()
    assert Event.objects.filter(name="accounts.user.password_changed").exists()


def test_wrong_present_password_changes_nothing(client, teacher):
    answer = change(client, present="не тот пароль")

    teacher.user.refresh_from_db()
    assert answer.status_code == 422
    assert teacher.user.check_password(PASSWORD)


def test_guessing_the_present_password_is_throttled(client):
    for _ in range(throttle.ACCOUNT.attempts):
        change(client, present="не тот пароль")

    assert "Слишком много попыток" in change(client).content.decode()


def test_same_password_is_no_new_one(client):
    assert "совпадает" in change(client, new=PASSWORD).content.decode()


@pytest.mark.parametrize(
    "action",
    [
        lambda user, by: change_login(user=user, username="another", by=by),
        lambda user, by: change_email(user=user, email="x@y.ru", by=by),
        lambda user, by: change_password(user=user, password_hash="x", keep_key="", by=by),
    ],
    ids=["имя", "почта", "пароль"],
)
def test_nobody_changes_the_access_of_another(teacher, head, action):
    with pytest.raises(NotAllowed):
        action(teacher.user, head.actor)


def test_look_of_pages_is_remembered_with_the_account(client, teacher):
    answer = client.post("/display/", {"vision": "low", "next": "/access/"})

    teacher.user.refresh_from_db()
    assert answer.url == "/access/"
    assert teacher.user.display.split(".")[1] == "low"


def test_stranger_changes_the_look_too(db):
    answer = Client().post("/display/", {"theme": "dark", "next": "/login/"})

    assert answer.cookies["display"].value.startswith("dark.")


@pytest.mark.parametrize("target", ["//evil.ru", "https://evil.ru/", "javascript:alert(1)"])
def test_look_never_leads_away(db, target):
    assert Client().post("/display/", {"theme": "dark", "next": target}).url == "/"


def test_profile_shows_own_roles_and_nobody_elses(school, curator, head, client_as):
    page = client_as(curator.person).get("/access/").content.decode()

    assert "куратор" in page
    assert head.user.username not in page


def test_profile_takes_the_same_queries_for_many_roles(school, curator, client_as, django_assert_max_num_queries):
    client = client_as(curator.person)
    client.get("/access/")

    with django_assert_max_num_queries(25):
        client.get("/access/")
