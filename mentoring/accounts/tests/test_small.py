"""Login names, passwords, addresses, ties: small rules, many cases."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import RequestFactory

from mentoring.accounts import throttle
from mentoring.accounts.actions import tie, untie
from mentoring.accounts.addresses import client_address
from mentoring.accounts.choices import TieKind
from mentoring.accounts.devices import device_name
from mentoring.accounts.forms.entry import RULE_OF_PASSWORDS
from mentoring.accounts.logins import is_allowed_login, suggest_login
from mentoring.accounts.models import UserTie
from mentoring.accounts.passwords import PlainPasswordValidator
from mentoring.accounts.selectors import actor_for
from mentoring.accounts.tests.factories import make_user
from mentoring.core import clock
from mentoring.core.actor import system_actor
from mentoring.people.tests.factories import make_person

SYSTEM = system_actor("test")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "login"),
    [
        ("Ежова Мария Сергеевна", "ezhova.ms"),
        ("Щукина Юлия Яковлевна", "shchukina.yuya"),
        ("Римская-Корсакова Анна", "rimskaya-korsakova.a"),
        ("Ли Ан", "li.a"),
        ("Ю Ян", "yu.ya"),
    ],
)
def test_login_is_suggested_in_latin_letters(name, login):
    assert suggest_login(make_person(full_name=name)) == login


@pytest.mark.parametrize("login", ["masha", "ежова.мс", "m-1_2.x", "1234"])
def test_good_logins(login):
    assert is_allowed_login(login)


@pytest.mark.parametrize("login", ["abc", ".abc", "abc.", "a b c d", "a@b.ru", "x" * 61, "имя\u200b1", ""])
def test_bad_logins(login):
    assert not is_allowed_login(login)


@pytest.mark.parametrize(
    "password", ["вьюга сундук пароход", "correct horse battery", "Гусь-переходит-реку-7", "7x!Vn2#kQz9Lm"]
)
def test_good_passwords(password):
    PlainPasswordValidator().validate(password)


@pytest.mark.parametrize("password", ["снег лампа корзина", "Снег-Лампа-Корзина", "корзина лампа снег 2026"])
def test_password_that_was_shown_as_a_sample_is_refused(password):
    with pytest.raises(ValidationError, match="как пример"):
        PlainPasswordValidator().validate(password)


def test_hint_shows_no_password_to_copy():
    assert "например" not in RULE_OF_PASSWORDS


@pytest.mark.parametrize(
    "password",
    [
        "йцукенгшщзхъ",
        "qwertyuiop12",
        "123456789012",
        "aaaaaaaaaaaa",
        "абабабабабаб",
        "пароль123456",
        "наставник2026",
        "ghbdtn123456",
        "zxcvbnm,./12",
    ],
)
def test_passwords_that_are_guessed_first(password):
    with pytest.raises(ValidationError):
        PlainPasswordValidator().validate(password)


@pytest.mark.django_db
@pytest.mark.parametrize("password", ["Ежова Мария 1", "ezhova.ms2026", "ежоваежова12"])
def test_password_is_not_made_of_the_own_name(password):
    user = make_user(person=make_person(full_name="Ежова Мария Сергеевна"), username="ezhova.ms")

    with pytest.raises(ValidationError, match="вашего имени"):
        PlainPasswordValidator().validate(password, user)


@pytest.mark.parametrize(
    ("trusted", "direct", "forwarded", "address"),
    [
        ("", "8.8.8.8", "1.1.1.1", "8.8.8.8"),
        ("10.0.0.1", "10.0.0.1", "1.1.1.1", "1.1.1.1"),
        ("10.0.0.0/8", "10.0.0.1", "6.6.6.6, 1.1.1.1, 10.0.0.2", "1.1.1.1"),
        ("10.0.0.1", "8.8.8.8", "1.1.1.1", "8.8.8.8"),
        ("10.0.0.1", "10.0.0.1", "", "10.0.0.1"),
    ],
)
def test_address_is_believed_from_trusted_proxies_only(monkeypatch, trusted, direct, forwarded, address):
    monkeypatch.setenv("TRUSTED_PROXIES", trusted)
    request = RequestFactory().get("/", REMOTE_ADDR=direct, headers={"X-Forwarded-For": forwarded})

    assert client_address(request) == address


@pytest.mark.parametrize(
    ("address", "network"),
    [("10.1.2.3", "10.1.2.0/24"), ("2001:db8:1:2::5", "2001:db8:1::/48"), ("мусор", "unknown")],
)
def test_neighbours_share_a_limit(address, network):
    assert throttle.network_of(RequestFactory().get("/", REMOTE_ADDR=address)) == network


def test_limit_gives_exactly_as_many_attempts():
    limit = throttle.Limit("test", 3, 60)

    assert [throttle.take(limit, "кто-то") for _ in range(5)] == [True, True, True, False, False]
    assert throttle.take(limit, "другой")


def test_given_back_attempt_may_be_taken_again():
    limit = throttle.Limit("test", 1, 60)
    slot = throttle.take_slot(limit, "кто-то")

    throttle.give_back(slot)

    assert throttle.take(limit, "кто-то")


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1", "Safari, iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/120.0", "Firefox, Windows"),
        ("", "Неизвестное устройство"),
    ],
)
def test_browser_is_named_in_words(agent, name):
    assert device_name(RequestFactory().get("/", headers={"User-Agent": agent})) == name


@pytest.mark.django_db
def test_tie_lets_see_until_its_last_day():
    mentor, mentee = make_person(), make_person()
    user = make_user(person=mentor)
    today = clock.today()
    tie(viewer=mentor, subject=mentee, kind=TieKind.MENTEE, source="пара:1", valid_from=today, by=SYSTEM)
    assert actor_for(user).tied_to(TieKind.MENTEE) == {mentee.pk}

    assert untie(source="пара:1", last_day=today - timedelta(days=1), by=SYSTEM) == 0

    assert not actor_for(user).ties


@pytest.mark.django_db
def test_tie_ended_today_holds_till_night():
    mentor, mentee = make_person(), make_person()
    today = clock.today()
    tie(viewer=mentor, subject=mentee, kind=TieKind.MENTEE, source="пара:1", valid_from=date(2026, 1, 1), by=SYSTEM)

    assert untie(source="пара:1", last_day=today, by=SYSTEM) == 1
    assert untie(source="пара:1", last_day=today, by=SYSTEM) == 0

    assert UserTie.objects.held_on(today).exists()
    assert not UserTie.objects.held_on(today + timedelta(days=1)).exists()


@pytest.mark.django_db
def test_tying_again_moves_the_dates():
    mentor, mentee = make_person(), make_person()
    for begin in (date(2026, 1, 1), date(2026, 2, 1)):
        tie(viewer=mentor, subject=mentee, kind=TieKind.MENTEE, source="пара:1", valid_from=begin, by=SYSTEM)

    assert UserTie.objects.get().valid_from == date(2026, 2, 1)
