"""New installations: the words that create them, and entering one for the first time."""

import re

from tests.journeys.site import Visitor

PASSWORD = "сирень лампа крыльцо"
OPEN = "--no-second-factor"


def kindergarten_setup() -> tuple[str, ...]:
    """Words of the command that creates a kindergarten with one person in all duties."""
    name = "Муниципальное бюджетное дошкольное образовательное учреждение «Детский сад № 217»"
    return *_setup(
        type="kindergarten",
        organization_name=name,
        short_name="МБДОУ «Детский сад № 217»",
        admin="Агеева Ольга Ильинична",
        duties="head,curator,clerk",
    ), OPEN


def school_setup() -> tuple[str, ...]:
    """Words of the command that creates a school with its curator."""
    return *guarded_school_setup(), OPEN


def guarded_school_setup() -> tuple[str, ...]:
    """The same school, where the data of others are shown after a second factor."""
    return _setup(
        type="school",
        organization_name="Муниципальное бюджетное общеобразовательное учреждение «Школа № 311»",
        short_name="МБОУ «Школа № 311»",
        admin="Калинина Тамара Сергеевна",
        duties="curator",
    )


def _setup(**given: str) -> tuple[str, ...]:
    place = {
        "region": "Алтайский край",
        "municipality": "г. Барнаул",
        "place": "г. Барнаул",
        "time_zone": "Asia/Barnaul",
    }
    words = [(f"--{name.replace('_', '-')}", value) for name, value in (place | given).items()]
    return ("setup", "--profile", "organization", *(word for pair in words for word in pair))


def code_in(said: str) -> str:
    """The one-time code out of what the command said."""
    found = re.search(r"код ([0-9A-Z-]{14})", said)
    assert found, said
    return found[1]


def sign_in_first(visitor: Visitor, code: str) -> None:
    """Enter for the first time: type the code, choose a password."""
    visitor.go("/")
    visitor.press("У меня листок с кодом")
    visitor.write("Код", code)
    visitor.press("Дальше")
    visitor.write("Новый пароль", PASSWORD)
    visitor.write("Новый пароль ещё раз", PASSWORD)
    visitor.press("Войти", exact=True)
    visitor.page.wait_for_url(f"{visitor.site.url}/")
