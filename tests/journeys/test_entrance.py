"""Pages that no link of a demo leads to: entering with a second factor, refusals, too many attempts, a fault."""

import re
import sqlite3
import time
from collections.abc import Callable, Iterator

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from tests.journeys.accessibility import faults_everywhere
from tests.journeys.conftest import Seat
from tests.journeys.setups import PASSWORD, code_in, guarded_school_setup
from tests.journeys.site import Site, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MORE_THAN_ALLOWED = 40  # attempts to sign in a minute
ENTRANCE = [
    "Здравствуйте, Тамара Сергеевна!",
    "Второй фактор входа",
    "Приложение с кодами",
    "Резервные коды",
    "Резервные коды",
    "Создать новые резервные коды?",
    "Удалить приложение с кодами?",
    "Подтвердите, что это вы",
    "Введите код второго фактора",
    "Выйти?",
    "Второй шаг входа",
    "Второй шаг входа",
]
REFUSALS = [
    "Здесь нужно другое право",
    "Такой страницы нет",
    "Форма устарела",
    "Слишком много попыток подряд",
    "У нас что-то сломалось",
]


def test_entering_with_a_second_factor_is_accessible(new_site: Callable[[], Site], inspector: Seat) -> None:
    site = new_site()
    said = site.command(*guarded_school_setup())
    curator = inspector(site.start())
    faults, headings = [], []

    for _ in enter(curator, code_in(said)):
        headings.append(curator.page.locator("h1").inner_text())
        faults += faults_everywhere(curator.page)

    assert faults == []
    assert headings == ENTRANCE
    assert curator.page.url == f"{site.url}/"


def test_refusals_are_accessible(school: Site, inspector: Seat) -> None:
    teacher = inspector(school)
    teacher.enter_demo("педагог")
    faults, headings = [], []

    for _ in be_refused(teacher):
        headings.append(teacher.page.locator("h1").inner_text())
        faults += faults_everywhere(teacher.page)

    teacher.forgive("Failed to load resource")
    assert faults == []
    assert headings == REFUSALS


def enter(curator: Visitor, code: str) -> Iterator[None]:
    """Enter for the first time, set up codes of a telephone, look at all there is to them, enter again."""
    curator.go("/entry/")
    curator.write("Код", code)
    curator.press("Дальше")
    yield
    login = curator.field("Имя для входа").input_value()
    curator.write("Новый пароль", PASSWORD)
    curator.write("Новый пароль ещё раз", PASSWORD)
    curator.press("Войти", exact=True)
    yield
    curator.press("Настроить")
    curator.press("Камеры нет")
    secret = re.sub("[^A-Z2-7]", "", curator.page.locator("main details b").inner_text())
    yield
    curator.write("Код", one_time_code(secret))
    curator.press("Включить")
    yield
    yield from look_around(curator)
    curator.press("Выйти")
    curator.write("Имя для входа", login)
    curator.write("Пароль", PASSWORD)
    curator.press("Войти", exact=True)
    yield
    curator.write("Код", "000000")
    curator.press("Войти", exact=True)
    curator.see("Код не подходит")
    yield
    curator.write("Код", one_time_code(secret, ahead=1))
    curator.press("Войти", exact=True)


def look_around(curator: Visitor) -> Iterator[None]:
    """Pages of codes and of proving once more who one is; the last one signs out."""
    codes = ("/access/second/codes/", "/access/second/codes/new/", "/access/second/app/remove/")
    for path in (*codes, "/login/again/", "/login/again/second/", "/logout/"):
        curator.go(path)
        yield


def be_refused(teacher: Visitor) -> Iterator[None]:
    """Come where there is no right, no page, no cookie, no more attempts, and where the database is broken."""
    teacher.go("/roles/")
    yield
    teacher.go("/nowhere/")
    yield
    teacher.context.clear_cookies()
    teacher.go("/login/")
    teacher.context.clear_cookies()
    teacher.press("Войти", exact=True)
    yield
    teacher.go("/login/")
    try_many_times(teacher)
    yield
    with sqlite3.connect(teacher.site.folder / "mentoring.sqlite3") as database:
        database.execute("ALTER TABLE organizations_installation RENAME TO lost")
    teacher.go("/login/")
    yield


def try_many_times(teacher: Visitor) -> None:
    """Send the form until no more is allowed; the last time by the button."""
    token = teacher.page.locator("[name=csrfmiddlewaretoken]").first.input_value()
    for _ in range(MORE_THAN_ALLOWED):
        answer = teacher.context.request.post(f"{teacher.site.url}/login/", form={"csrfmiddlewaretoken": token})
        if answer.status == 429:
            break
    teacher.press("Войти", exact=True)


def one_time_code(secret: str, *, ahead: int = 0) -> str:
    """What the application on the telephone shows; `ahead` by that many half-minutes."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + ahead))
