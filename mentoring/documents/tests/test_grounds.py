"""Grounds of an order in words: bodies and their minutes, clauses of the МОО's own regulation."""

from datetime import date

import pytest

from mentoring.documents.payloads.grounds import clauses, of_body, recommendation

FIRST, SECOND = (date(2026, 11, 2), "1"), (date(2026, 11, 9), "2")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Совет наставников", "Совета наставников"),
        ("методический совет", "методического совета"),
        ("Методическое объединение учителей математики", "Методического объединения учителей математики"),
        ("Школьное методическое объединение", "Школьного методического объединения"),
        ("Рабочая группа", "Рабочей группы"),
        ("МО учителей", ""),
    ],
)
def test_body_stands_in_the_genitive(name: str, words: str) -> None:
    assert of_body(name) == words


def test_one_minutes_of_one_pair() -> None:
    said = recommendation("Совет наставников", [FIRST], many=False).replace("\u00a0", " ")

    assert said == "рекомендации Совета наставников (протокол от 2 ноября 2026 г. № 1)"


def test_several_minutes_in_the_order_of_their_days() -> None:
    said = recommendation("Совет наставников", [SECOND, FIRST], many=True).replace("\u00a0", " ")

    assert said == "рекомендаций Совета наставников (протоколы от 2 ноября 2026 г. № 1, от 9 ноября 2026 г. № 2)"


def test_unknown_body_is_named_as_it_is_written() -> None:
    said = recommendation("МО учителей", [FIRST], many=False).replace("\u00a0", " ")

    assert said == "рекомендации (МО учителей, протокол от 2 ноября 2026 г. № 1)"


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        (["3.4"], "пункта 3.4 указанного положения"),
        (["п. 3.4", "3.4"], "пункта 3.4 указанного положения"),
        (["3.4", "пункт 3.5"], "пунктов 3.4 и 3.5 указанного положения"),
    ],
)
def test_clauses(numbers: list[str], words: str) -> None:
    assert clauses(numbers, of="указанного положения").replace("\u00a0", " ") == words
