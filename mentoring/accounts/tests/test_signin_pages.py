"""The page of signing in: names, shared addresses, the same answer for all, limits before hashing, where it leads."""

import hashlib

import pytest
from django.contrib.auth.hashers import make_password
from django.core.cache import cache
from django.test import Client

from mentoring.accounts import throttle
from mentoring.accounts.tests.conftest import without_tokens
from mentoring.accounts.tests.factories import make_user
from mentoring.organizations.choices import Profile
from mentoring.organizations.models import Installation

pytestmark = pytest.mark.django_db
PASSWORD = "вьюга сундук пароход"
WRONG = "Имя для входа или пароль не подходят"


@pytest.fixture
def user():
    return make_user(username="ezhova.ms", email="school@example.ru", password=make_password(PASSWORD))


def sign_in(client, login, password=PASSWORD, **headers):
    return client.post("/login/", {"login": login, "password": password}, **headers)


@pytest.mark.parametrize("login", ["ezhova.ms", "EZHOVA.MS", " school@example.ru ", "School@Example.ru"])
def test_person_signs_in_by_name_or_address(user, login):
    client = Client()

    response = sign_in(client, login)

    assert response.status_code == 302
    assert client.session["_auth_user_id"] == str(user.pk)


def test_shared_address_leads_to_who_has_the_password(user):
    other = make_user(username="gusev", email="school@example.ru", password=make_password("другой длинный пароль"))
    client = Client()

    sign_in(client, "school@example.ru", "другой длинный пароль")

    assert client.session["_auth_user_id"] == str(other.pk)


def test_known_and_unknown_names_get_the_same_answer(user):
    answers = [sign_in(Client(), login, "wrong password") for login in ("ezhova.ms", "nobody.here")]

    bodies = [without_tokens(answer).replace("ezhova.ms", "*").replace("nobody.here", "*") for answer in answers]
    assert [answer.status_code for answer in answers] == [422, 422]
    assert all(WRONG in answer.content.decode() for answer in answers)
    assert bodies[0] == bodies[1]


def test_wrong_password_keeps_what_was_typed_but_the_password(user):
    page = sign_in(Client(), "ezhova.ms", "wrong password").content.decode()

    assert 'value="ezhova.ms"' in page
    assert "wrong password" not in page


def test_guesses_on_an_account_are_counted_before_hashing(user, monkeypatch):
    hashed = []
    monkeypatch.setattr("django.contrib.auth.base_user.check_password", lambda *args, **kw: hashed.append(1))
    for number in range(20):
        sign_in(Client(REMOTE_ADDR=f"10.0.{number}.1"), "ezhova.ms", "guess")
        cache.delete_many(_site_slots())

    assert len(hashed) == throttle.ACCOUNT.attempts


def test_network_is_limited_whatever_the_names(user):
    for number in range(throttle.NETWORK.attempts):
        sign_in(Client(REMOTE_ADDR=f"10.0.0.{number}"), f"name{number}", "guess")
        cache.delete_many(_site_slots())

    assert "Слишком много попыток" in sign_in(Client(REMOTE_ADDR="10.0.0.200"), "ezhova.ms").content.decode()


def test_whole_site_is_limited_by_the_second(user):
    for slot in _site_slots():
        cache.set(slot, 1, 60)

    assert "очень много людей" in sign_in(Client(), "ezhova.ms").content.decode()


def test_owner_gets_in_from_her_own_browser_while_others_guess(user):
    own = Client(REMOTE_ADDR="10.1.1.1")
    sign_in(own, "ezhova.ms")
    own.post("/logout/")
    for number in range(throttle.ACCOUNT.attempts + 1):
        sign_in(Client(REMOTE_ADDR=f"10.0.{number}.1"), "ezhova.ms", "guess")
    cache.delete_many(_site_slots())

    assert sign_in(own, "ezhova.ms").status_code == 302
    assert sign_in(Client(REMOTE_ADDR="10.9.9.9"), "ezhova.ms").status_code == 422


def test_right_passwords_are_no_guesses(user):
    for _ in range(throttle.ACCOUNT.attempts + 2):
        cache.delete_many(_site_slots())
        assert sign_in(Client(), "ezhova.ms").status_code == 302


def test_closed_account_is_told_only_to_who_knows_the_password(user):
    user.is_active = False
    user.save(update_fields=["is_active"])

    assert sign_in(Client(), "ezhova.ms").url == "/login/closed/"
    assert WRONG in sign_in(Client(), "ezhova.ms", "guess").content.decode()


@pytest.mark.parametrize(
    "target", ["//evil.ru", "https://evil.ru/", "\\\\evil.ru", "javascript:alert(1)", "http:evil.ru"]
)
def test_next_never_leaves_the_site(user, target):
    response = Client().post("/login/", {"login": "ezhova.ms", "password": PASSWORD, "next": target})

    assert response.url == "/"


def test_next_leads_where_the_person_was_going(user):
    response = Client().post("/login/", {"login": "ezhova.ms", "password": PASSWORD, "next": "/access/"})

    assert response.url == "/access/"


def test_session_begins_anew_at_sign_in(user):
    client = Client()
    client.get("/login/")
    client.session["x"] = 1
    before = client.session.session_key

    sign_in(client, "ezhova.ms")

    assert client.session.session_key != before


def test_sign_out_clears_what_the_browser_keeps(user):
    client = Client()
    sign_in(client, "ezhova.ms")

    response = client.post("/logout/")

    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get("/access/").status_code == 302


@pytest.mark.parametrize("path", ["/signup/", "/accounts/signup/", "/email/", "/password/reset/", "/login/code/"])
def test_unneeded_pages_of_the_library_do_not_exist(path):
    assert Client().get(path).status_code == 404


def test_page_says_when_nothing_is_created_yet():
    assert "mentoring setup" in Client().get("/login/").content.decode()


def test_page_of_a_demo_leads_to_its_roles(school):
    Installation.objects.create(pk=1, profile=Profile.ORGANIZATION, top=school, is_demo=True)

    assert "/demo/" in Client().get("/login/").content.decode()


def test_pages_behind_sign_in_are_not_stored(user):
    client = Client()
    sign_in(client, "ezhova.ms")

    assert client.get("/access/")["Cache-Control"] == "no-store"


def test_look_of_pages_comes_back_at_sign_in(user):
    user.display = "dark.normal.2.1.white"
    user.save(update_fields=["display"])
    client = Client()

    sign_in(client, "ezhova.ms")

    assert client.cookies["display"].value == "dark.normal.2.1.white"


def test_forged_address_of_a_proxy_is_not_believed(user):
    for number in range(throttle.NETWORK.attempts):
        sign_in(Client(REMOTE_ADDR="10.0.0.1"), f"n{number}", "guess", headers={"X-Forwarded-For": f"8.8.{number}.1"})
        cache.delete_many(_site_slots())

    assert "Слишком много" in sign_in(Client(REMOTE_ADDR="10.0.0.1"), "ezhova.ms").content.decode()


def _site_slots():
    prefix = f"throttle:site:{hashlib.sha256(b'').hexdigest()[:32]}"
    return [f"{prefix}:{number}" for number in range(throttle.SITE.attempts)]
