"""The second factor: when it is asked, how it is set up, printed codes, what removing it does."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django import forms
from django.contrib.auth.hashers import make_password
from django.test import Client

from mentoring.accounts.actions import invite
from mentoring.accounts.choices import Role
from mentoring.accounts.forms.factors import ReadsPasskeys
from mentoring.accounts.tests.conftest import member
from mentoring.audit.models import Event
from mentoring.organizations.choices import Profile
from mentoring.organizations.models import Installation

pytestmark = pytest.mark.django_db
PASSWORD = "вьюга сундук пароход"


@pytest.fixture
def chief(school):
    return member(school, Role.CURATOR, username="chief", password=make_password(PASSWORD))


def sign_in(client, login="chief"):
    return client.post("/login/", {"login": login, "password": PASSWORD})


def code_of(client, secret=None, shift=0):
    secret = secret or client.session["mfa.totp.secret"]
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + shift))


@pytest.fixture
def protected(chief):
    """A browser in which the curator has set up an application, its secret and recovery codes."""
    client = Client()
    sign_in(client)
    client.get("/access/second/app/")
    secret = client.session["mfa.totp.secret"]
    client.post("/access/second/app/", {"code": code_of(client)})
    return client, secret


def test_first_look_at_others_data_leads_to_the_second_factor(chief):
    client = Client()
    sign_in(client)

    answer = client.get("/staff-access/?q=еж")

    assert answer.status_code == 302
    assert answer.url.startswith("/access/second/?next=%2Fstaff-access%2F")


@pytest.mark.parametrize("path", ["/access/", "/access/password/", "/messages/", "/journal/looks/", "/journal/mine/"])
def test_own_pages_ask_for_nothing(chief, path):
    client = Client()
    sign_in(client)

    assert client.get(path).status_code == 200


def test_teacher_without_posts_is_never_asked(school):
    member(school, username="teacher", password=make_password(PASSWORD))
    client = Client()
    sign_in(client, "teacher")

    assert client.get("/").status_code == 200


def test_post_of_a_form_waits_for_the_second_factor_too(chief):
    client = Client()
    sign_in(client)

    assert client.post("/staff-access/slips/", {"people": "x"}).url.startswith("/access/second/")


def test_part_of_a_page_leads_the_whole_page(chief):
    client = Client()
    sign_in(client)

    assert client.get("/staff-access/", headers={"HX-Request": "true"})["HX-Redirect"].startswith("/access/second/")


def test_single_organisation_may_do_without(chief, school):
    Installation.objects.create(pk=1, profile=Profile.ORGANIZATION, top=school, second_factor_required=False)
    client = Client()
    sign_in(client)

    assert client.get("/staff-access/").status_code == 200


def test_setting_up_leads_to_printed_codes_and_back(chief):
    client = Client()
    sign_in(client)
    client.get("/staff-access/", follow=True)
    client.get("/access/second/app/")

    answer = client.post("/access/second/app/", {"code": code_of(client)}, follow=True)

    page = answer.content.decode()
    assert "Напечатайте сейчас" in page
    assert 'href="/staff-access/"' in page
    assert client.get("/staff-access/").status_code == 200
    assert Event.objects.filter(name="accounts.factor.added").exists()
    assert chief.person.messages.filter(kind="accounts.factor").exists()


def test_qr_is_the_only_data_image_of_the_site(chief):
    client = Client()
    sign_in(client)

    assert "img-src 'self' data:" in client.get("/access/second/app/")["Content-Security-Policy"]
    assert "data:" not in client.get("/access/second/")["Content-Security-Policy"]


def test_wrong_code_turns_nothing_on(chief):
    client = Client()
    sign_in(client)
    client.get("/access/second/app/")

    answer = client.post("/access/second/app/", {"code": "000000"})

    assert "Код не подходит" in answer.content.decode()
    assert not Authenticator.objects.exists()


def test_secret_is_not_readable_in_the_database(protected):
    _, secret = protected

    stored = Authenticator.objects.get(type="totp").data["secret"]
    assert secret not in stored


def test_recovery_codes_are_shown_once(protected):
    client, _ = protected
    first = client.get("/access/second/codes/").content.decode()

    second = client.get("/access/second/codes/").content.decode()

    assert "Напечатайте сейчас" in first
    assert "показаны один раз" in second
    assert "Напечатайте сейчас" not in second


def test_sign_in_asks_for_the_code(protected):
    _, secret = protected
    client = Client()

    assert sign_in(client).url == "/login/second/"
    assert client.get("/access/").status_code == 302
    assert client.post("/login/second/", {"code": code_of(client, secret, shift=1)}).status_code == 302
    assert client.get("/staff-access/").status_code == 200


@pytest.mark.usefixtures("protected")
def test_recovery_code_lets_in_once():
    recovery = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
    first, second = Client(), Client()
    sign_in(first)
    sign_in(second)

    assert first.post("/login/second/", {"code": recovery}).status_code == 302
    assert second.post("/login/second/", {"code": recovery}).status_code == 200
    assert second.get("/access/").status_code == 302


def test_guessing_the_code_is_throttled(protected):
    client = Client()
    sign_in(client)
    pages = [client.post("/login/second/", {"code": f"{number:06}"}).content.decode() for number in range(12)]

    assert "Слишком много попыток" in pages[-1]


def test_one_time_code_of_a_reset_does_not_replace_the_second_factor(protected, school, head, chief):
    issued = invite(person=chief.person, organization=school, by=head.actor)
    client = Client()
    client.get(f"/entry/{issued.code}/")

    answer = client.post("/entry/choose/", {"password": "другой длинный пароль", "again": "другой длинный пароль"})

    assert answer.url == "/login/second/"
    assert client.get("/access/").status_code == 302


def test_removing_the_last_factor_closes_others_data_again(protected):
    client, _ = protected

    client.post("/access/second/app/remove/")

    assert client.get("/staff-access/").url.startswith("/access/second/")
    assert not Authenticator.objects.exists()
    assert Event.objects.filter(name="accounts.factor.removed").exists()


def test_stolen_session_cannot_change_the_factor_without_the_password(protected):
    client, _ = protected
    session = client.session
    session["account_authentication_methods"] = [
        record | {"at": time.time() - 3600} for record in session["account_authentication_methods"]
    ]
    session.save()

    assert client.get("/access/second/app/remove/").url.startswith("/login/again/")
    assert Authenticator.objects.filter(type="totp").exists()


def test_passkey_of_another_person_is_absent(protected, school):
    other = member(school, Role.CURATOR, username="other", password=make_password(PASSWORD))
    key = Authenticator.objects.create(user=other.user, type="webauthn", data={"name": "ключ", "credential": {}})
    client, _ = protected

    assert client.get(f"/access/second/keys/{key.pk}/remove/").status_code == 404
    assert client.post(f"/access/second/keys/{key.pk}/remove/").status_code == 404


def test_passkey_options_are_given_to_the_sign_in_page(db):
    answer = Client().get("/login/passkey/", headers={"Accept": "application/json"})

    assert answer.json()["request_options"]["publicKey"]["challenge"]


def test_forged_passkey_lets_nobody_in(db):
    client = Client()
    client.get("/login/passkey/", headers={"Accept": "application/json"})

    answer = client.post("/login/passkey/", {"credential": '{"id": "x", "response": {"userHandle": "MQ"}}'})

    assert answer.url == "/login/"
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    ("credential", "is_read"),
    [('{"id": "ключ"}', True), ('{"id": "\\u0000"}', False), ('{"id": "\\uD800"}', False), ("[]]", False)],
)
def test_key_that_no_database_keeps_is_no_key(credential, is_read):
    form_of_keys = type("FormOfKeys", (ReadsPasskeys, forms.Form), {"credential": forms.JSONField()})

    assert form_of_keys({"credential": credential}).is_valid() is is_read
