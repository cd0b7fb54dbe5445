import pytest

from mentoring.core.wording import (
    FullName,
    Gender,
    decline_name,
    decline_short_name,
    gender_from_patronymic,
    gender_of,
    initials,
    parse_full_name,
    surname_and_initials,
)
from mentoring.core.wording.names import UnreadableNameError

MALE, FEMALE = Gender.MALE, Gender.FEMALE


@pytest.mark.parametrize(
    ("name", "gender", "genitive", "instrumental"),
    [
        pytest.param("Ткач Пётр Ильич", MALE, "Ткача Петра Ильича", "Ткачом Петром Ильичом", id="stressed -ач"),
        pytest.param("Ткач Анна Ильинична", FEMALE, "Ткач Анны Ильиничны", "Ткач Анной Ильиничной", id="consonant"),
        pytest.param("Грач Лев Львович", MALE, "Грача Льва Львовича", "Грачом Львом Львовичем", id="Грач"),
        pytest.param("Ковач Марк", MALE, "Ковача Марка", "Ковачом Марком", id="no patronymic"),
        pytest.param("Заяц Илья Фомич", MALE, "Зайца Ильи Фомича", "Зайцем Ильёй Фомичом", id="Заяц"),
        pytest.param("Заяц Инна Львовна", FEMALE, "Заяц Инны Львовны", "Заяц Инной Львовной", id="Заяц female"),
        pytest.param("Павлёнок Ян", MALE, "Павлёнка Яна", "Павлёнком Яном", id="vanishing vowel"),
        pytest.param("Ворона Ольга", FEMALE, "Вороны Ольги", "Вороной Ольгой", id="common noun on -на"),
        pytest.param("Голова Ольга", FEMALE, "Головы Ольги", "Головой Ольгой", id="common noun on -ова"),
        pytest.param("Долина Ольга", FEMALE, "Долиной Ольги", "Долиной Ольгой", id="possessive on -ина"),
        pytest.param("Фазлиева Гюзель", FEMALE, "Фазлиевой Гюзели", "Фазлиевой Гюзелью", id="first name on -ль"),
        pytest.param("Ли Любовь Юрьевна", FEMALE, "Ли Любови Юрьевны", "Ли Любовью Юрьевной", id="Любовь"),
        pytest.param("САВИЧЕВ-ТКАЧ ОЛЕГ", MALE, "Савичева-Ткача Олега", "Савичевым-Ткачом Олегом", id="capitals"),
        pytest.param("Савичева-Ткач Юлия", FEMALE, "Савичевой-Ткач Юлии", "Савичевой-Ткач Юлией", id="double female"),
        pytest.param("Живаго Юрий", MALE, "Живаго Юрия", "Живаго Юрием", id="-аго"),
        pytest.param("Белых Юрий", MALE, "Белых Юрия", "Белых Юрием", id="-ых"),
        pytest.param("Марченко Юрий", MALE, "Марченко Юрия", "Марченко Юрием", id="-ко"),
        pytest.param(
            "Алиев Вагиф Гасан оглы", MALE, "Алиева Вагифа Гасан оглы", "Алиевым Вагифом Гасан оглы", id="son"
        ),
        pytest.param(
            "Алиева Севда Гасан кызы", FEMALE, "Алиевой Севды Гасан кызы", "Алиевой Севдой Гасан кызы", id="кызы"
        ),
        pytest.param("Цой Виктор", MALE, "Цоя Виктора", "Цоем Виктором", id="one syllable on -ой"),
        pytest.param("Чужой Виктор", MALE, "Чужого Виктора", "Чужим Виктором", id="adjective on -жой"),
        pytest.param("Рот Иван", MALE, "Рота Ивана", "Ротом Иваном", id="one syllable keeps its vowel"),
    ],
)
def test_whole_name_declines(name: str, gender: Gender, genitive: str, instrumental: str) -> None:
    forms = decline_name(parse_full_name(name), gender)

    assert (forms.genitive, forms.instrumental) == (genitive, instrumental)


def test_accusative_of_a_man_is_his_genitive_and_of_a_woman_is_not() -> None:
    man = decline_name(FullName("Мороз", "Олег"), MALE)
    woman = decline_name(FullName("Петрова", "Мария", "Сергеевна"), FEMALE)

    assert man.accusative == man.genitive == "Мороза Олега"
    assert woman.accusative == "Петрову Марию Сергеевну"


@pytest.mark.parametrize(
    ("patronymic", "gender"),
    [
        ("Сергеевна", FEMALE),
        ("Ильинична", FEMALE),
        ("Кузьмич", MALE),
        ("Олегович", MALE),
        ("Гасан оглы", MALE),
        ("Гасан-кызы", FEMALE),
        ("Хосе", None),
        ("", None),
    ],
)
def test_gender_is_told_by_a_sure_patronymic_only(patronymic: str, gender: Gender | None) -> None:
    assert gender_from_patronymic(patronymic) == gender


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        (FullName("Ким", "Ольга"), FEMALE),
        (FullName("Ли", "Никита"), MALE),
        (FullName("Ли", "Женя"), None),
        (FullName("Мамедова", "Гюнель"), None),
        (FullName("Ли", "Никита", "Сергеевна"), FEMALE),
        (FullName("Ким", "Ольга", "Хосе"), None),
    ],
)
def test_gender_without_a_patronymic_is_told_by_a_known_name(name: FullName, gender: Gender | None) -> None:
    assert gender_of(name) == gender


def test_initials_do_not_break_from_the_surname() -> None:
    assert initials("Иванова", "Мария", "Сергеевна") == "М.\u00a0С.\u00a0Иванова"
    assert surname_and_initials("Иванова", "Мария", "Сергеевна") == "Иванова\u00a0М.\u00a0С."
    assert surname_and_initials("Ли", "Анна-Мария") == "Ли\u00a0А.-М."


def test_short_name_declines_its_surname() -> None:
    assert decline_short_name(FullName("Иванова", "Мария", "Сергеевна"), FEMALE).dative == "Ивановой\u00a0М.\u00a0С."


def test_name_of_one_word_is_refused_with_an_example() -> None:
    with pytest.raises(UnreadableNameError, match="фамилию и имя"):
        parse_full_name("Иванова")


def test_name_of_too_many_words_is_refused() -> None:
    with pytest.raises(UnreadableNameError, match="больше трёх слов"):
        parse_full_name("Иванова Петрова Анна Мария")


def test_spaced_double_surname_is_read_when_the_patronymic_is_plain() -> None:
    assert parse_full_name("Гарсия Лопес Анна Ивановна") == FullName("Гарсия Лопес", "Анна", "Ивановна")
