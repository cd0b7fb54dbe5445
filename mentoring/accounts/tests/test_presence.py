"""How long a session lives, in which browsers a person is signed in, and how she ends them."""

from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.test import Client

from mentoring.accounts.models import UserSession
from mentoring.accounts.tests.conftest import member
from mentoring.core import clock

pytestmark = pytest.mark.django_db


def enter(user, **headers):
    client = Client(headers=headers)
    client.force_login(user)
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": 0}]
    session.save()
    return client


def after(**delta) -> datetime:
    return clock.now() + timedelta(**delta)


def test_staff_are_signed_out_after_half_an_hour_without_a_click(curator):
    client = enter(curator.user)
    client.get("/roles/")

    with time_machine.travel(after(minutes=31), tick=False):
        answer = client.get("/roles/?role=clerk")

    assert answer.status_code == 302
    assert answer.url == "/login/?next=%2Froles%2F%3Frole%3Dclerk&why=idle"
    assert client.get("/roles/").status_code == 302


def test_clicks_keep_staff_in(curator):
    client = enter(curator.user)
    for minutes in (0, 20, 40, 60):
        with time_machine.travel(after(minutes=minutes), tick=False):
            assert client.get("/roles/").status_code == 200


def test_teacher_is_not_hurried(school):
    client = enter(member(school).user)
    client.get("/access/")

    with time_machine.travel(after(hours=3), tick=False):
        assert client.get("/access/").status_code == 200


def test_nobody_stays_longer_than_twelve_hours(school):
    client = enter(member(school).user)
    for hours in (0, 4, 8, 11):
        with time_machine.travel(after(hours=hours), tick=False):
            assert client.get("/access/").status_code == 200

    with time_machine.travel(after(hours=12, minutes=1), tick=False):
        assert "why=old" in client.get("/access/").url


def test_part_of_a_page_leads_the_whole_page_to_sign_in(curator):
    client = enter(curator.user)
    client.get("/roles/")

    with time_machine.travel(after(minutes=31), tick=False):
        answer = client.get("/roles/", headers={"HX-Request": "true"})

    assert answer.status_code == 204
    assert answer["HX-Redirect"].startswith("/login/?next=")


def test_form_sent_without_a_session_is_told_of(db):
    answer = Client().post("/roles/add/", headers={"Referer": "http://testserver/roles/add/"}, follow=True)

    assert "форма не записана" in answer.content.decode()


@pytest.mark.parametrize(
    ("headers", "wanted"),
    [
        pytest.param({"Referer": "http://testserver/roles/add/?role=clerk"}, "/roles/add/?role=clerk", id="форма"),
        pytest.param({"HX-Request": "true", "HX-Current-URL": "http://testserver/roles/#a"}, "/roles/#a", id="часть"),
        pytest.param({"Referer": "http://evil.example/roles/"}, "/", id="чужой сайт"),
        pytest.param({"Referer": "http://testserver//evil.example/"}, "/", id="чужой путь"),
        pytest.param({"Referer": "http://[мусор"}, "/", id="мусор"),
        pytest.param({}, "/", id="неизвестно"),
    ],
)
@pytest.mark.parametrize("is_idle", [True, False])
def test_form_sent_too_late_leads_back_to_its_page(curator, headers, wanted, is_idle):
    client = enter(curator.user) if is_idle else Client()
    client.get("/roles/")

    with time_machine.travel(after(minutes=31), tick=False):
        answer = client.post("/access/sessions/close/", headers=headers)

    led_to = answer.headers.get("HX-Redirect") or answer["Location"]
    assert parse_qs(urlsplit(led_to).query)["next"] == [wanted]


def test_sign_in_page_says_why_it_came(db):
    assert "полчаса" in Client().get("/login/?why=idle").content.decode()


def test_list_shows_browsers_in_words(curator):
    agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 YaBrowser/24.1 Safari/537.36"
    client = enter(curator.user, **{"User-Agent": agent})

    page = client.get("/access/")

    client_page = client.get("/access/").content.decode()
    assert page.status_code == 200
    assert "Яндекс Браузер, Windows" in client_page
    assert "это устройство" in client_page


def test_other_browsers_are_signed_out_by_one_button(curator):
    here, there = enter(curator.user), enter(curator.user)
    here.get("/access/")
    there.get("/access/")

    here.post("/access/sessions/close/")

    assert here.get("/access/").status_code == 200
    assert there.get("/access/").status_code == 302
    assert UserSession.objects.filter(user=curator.user).count() == 1


def test_clicks_of_one_minute_are_one_write(curator):
    client = enter(curator.user)
    client.get("/access/")
    seen = UserSession.objects.get(user=curator.user).seen_at

    client.get("/access/")

    assert UserSession.objects.get(user=curator.user).seen_at == seen
