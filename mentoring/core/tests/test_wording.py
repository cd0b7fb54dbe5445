from datetime import date
from decimal import Decimal

import pytest

from mentoring.core import wording
from mentoring.core.wording import CaseForms, Gender, normalize


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (0, "дней"),
        (1, "день"),
        (2, "дня"),
        (5, "дней"),
        (11, "дней"),
        (14, "дней"),
        (21, "день"),
        (112, "дней"),
        (-3, "дня"),
    ],
)
def test_plural_follows_the_number(number: int, word: str) -> None:
    assert wording.plural(number, "день", "дня", "дней") == word


def test_counted_groups_thousands_and_does_not_break() -> None:
    assert wording.counted(12500, "педагог", "педагога", "педагогов") == "12\u00a0500\u00a0педагогов"


@pytest.mark.parametrize(
    ("amount", "text"), [(1, "1 час"), (Decimal("1.5"), "1,5 часа"), (Decimal("22.0"), "22 часа"), (20, "20 часов")]
)
def test_hours(amount: Decimal | int, text: str) -> None:
    assert wording.hours(amount).replace("\u00a0", " ") == text


@pytest.mark.parametrize(
    ("months", "text"), [(0, "менее месяца"), (8, "8 месяцев"), (63, "5 лет 3 месяца"), (12, "1 год")]
)
def test_experience(months: int, text: str) -> None:
    assert wording.experience(months).replace("\u00a0", " ") == text


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (0, "ноль рублей 00 копеек"),
        (1501, "одна тысяча пятьсот один рубль 00 копеек"),
        (Decimal("2012.21"), "две тысячи двенадцать рублей 21 копейка"),
        (1_000_000, "один миллион рублей 00 копеек"),
    ],
)
def test_rubles_in_words(amount: Decimal | int, text: str) -> None:
    assert wording.rubles_in_words(amount) == text


def test_rubles_in_figures() -> None:
    assert wording.rubles(Decimal("1500.50")).replace("\u00a0", " ") == "1500 руб. 50 коп."
    with pytest.raises(ValueError, match="negative"):
        wording.rubles(-1)


def test_dates_are_written_as_in_papers() -> None:
    assert wording.long_date(date(2026, 7, 18)) == "18\u00a0июля 2026\u00a0г."
    assert wording.day_month(date(2026, 7, 18)) == "18\u00a0июля"
    assert wording.short_date(date(2026, 7, 8)) == "08.07.2026"
    assert wording.month_year(date(2026, 7, 8)) == "июль 2026\u00a0г."
    assert wording.school_year_label(2026) == "2026/27 учебный год"


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2026, 10, 1), date(2027, 3, 31), "с 1 октября 2026 г. по 31 марта 2027 г."),
        (date(2026, 9, 2), date(2026, 12, 31), "со 2 сентября по 31 декабря 2026 г."),
    ],
)
def test_period(start: date, end: date, text: str) -> None:
    assert wording.period(start, end).replace("\u00a0", " ") == text


def test_words_agree_with_gender() -> None:
    assert wording.agree(Gender.FEMALE) == "согласна"
    assert wording.agree("male") == "согласен"
    assert wording.agree(None) == "согласен (согласна)"


def test_number_sign_and_quotes() -> None:
    assert wording.number_sign("№5") == wording.number_sign(5) == "№\u00a05"
    assert wording.quoted("Школа «Росток»") == "«Школа „Росток“»"
    assert wording.quoted("«Росток»") == "«Росток»"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  ИВАНОВА\u00a0 ", "Иванова"),
        ("иванова – петрова", "Иванова-Петрова"),
        ("Ceмёновa", "Семёнова"),
        ("Семе\u0308нова", "Семёнова"),
        ("МАМЕД ОГЛЫ", "Мамед оглы"),
        ("МакДональд", "МакДональд"),
        ("Ива\u00adнов,", "Иванов"),
    ],
)
def test_name_is_mended(typed: str, name: str) -> None:
    assert wording.normalize_name(typed) == name


def test_lookalikes_are_mended_only_beside_cyrillic_letters() -> None:
    assert wording.mend_lookalikes("Cидоров COX") == "Сидоров COX"
    assert wording.has_foreign_letters("Ивановz")
    assert not wording.has_foreign_letters("Иванов IT")


def test_spellings_of_one_name_compare_equal() -> None:
    assert wording.comparison_key("СЕМЁНОВА - Петрова") == wording.comparison_key("Семенова-Петрова")


def test_search_text_is_lower_case_without_punctuation() -> None:
    assert wording.search_text("Ёлкина-Петрова", "школа №\u00a05, «Росток»") == "елкина петрова школа 5 росток"


def test_case_forms_refuse_a_wrong_number() -> None:
    with pytest.raises(ValueError, match="six case forms"):
        CaseForms.from_sequence(["один"])


def test_case_forms_go_to_a_mapping_and_back() -> None:
    forms = wording.decline_position("методист")

    assert CaseForms.from_mapping(forms.as_dict()) == forms
    assert list(forms.as_dict()) == list(wording.Case)


def test_marks_of_direction_do_not_stay_in_names() -> None:
    turned = "\u202eИванов\u202c \u2066Пётр\u2069\u200f"

    assert normalize.clean_spaces(turned) == "Иванов Пётр"


@pytest.mark.parametrize(
    ("typed", "inside"),
    [
        ("Воспитатель", "воспитатель"),
        ("воспитатель", "воспитатель"),
        ("Учитель-логопед", "учитель-логопед"),
        ("Педагог ДО", "педагог ДО"),
        ("ПДО", "ПДО"),
        ("И. о. директора", "и. о. директора"),
        ("И.О. директора", "и.о. директора"),
        ("Зам. директора по УВР", "зам. директора по УВР"),
        ("", ""),
    ],
)
def test_position_begins_small_within_a_sentence(typed: str, inside: str) -> None:
    assert wording.within_sentence(typed) == inside
